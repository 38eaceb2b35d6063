"""All pages of a paper as small pictures, to go to one of them."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPixmap, QShowEvent, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.paper.bladbeeld import Beeld
from tk_desktop.paper.rendering import Maat

_MEESTE = 300
"""Pictures that are kept."""
_LETTERS = 11
"""How many letters of the window a picture is high and wide."""
_WACHT, _DONKERE_WACHT = QColor("#e3e5e8"), QColor("#2f3338")
_KAN_NIET, _RAND = QColor("#f6dede"), QColor("#8a9099")

Index = QModelIndex | QPersistentModelIndex


class Miniatuurmodel(QStandardItemModel):
    """Pages as rows; asks for a picture when it is first looked at, the newest wish first.

    Its rows are Qt's own, without items: a view asks 40 000 times how many of 10 000 there are.
    """

    def __init__(self, bron: Bladenbron) -> None:
        super().__init__(0, 1)
        self._bron = bron
        self._maat = 1
        self._donker = False
        self._pad: Pad | None = None
        self._make = 0
        self._maten: tuple[Maat, ...] = ()
        self._beelden: OrderedDict[int, QPixmap] = OrderedDict()
        self._wensen: list[int] = []
        self._onderweg = False
        self._merken: Mapping[int, str] = {}

    def zet_merken(self, merken: Mapping[int, str]) -> None:
        """Mark pages (from 1) with a word for what became of them."""
        if merken != self._merken:
            self._merken = dict(merken)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._maten) - 1, 0))

    def zet_maat(self, maat: int) -> None:
        """Let pictures be at most so many pixels high and wide."""
        self._maat = maat
        self.zet(self._pad, self._maten)

    def zet_donker(self, donker: bool) -> None:
        """Show the pages dark, or as they are."""
        if donker != self._donker:
            self._donker = donker
            self._vergeet()
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._maten) - 1, 0), [Qt.ItemDataRole.DecorationRole]
            )

    def zet(self, pad: Pad | None, maten: Sequence[Maat]) -> None:
        """Show the pages of a file."""
        self.setRowCount(0)
        self._pad = pad
        self._maten = tuple(maten)
        self._vergeet()
        self.setRowCount(len(self._maten))

    def _vergeet(self) -> None:
        self._make += 1
        self._beelden.clear()
        self._wensen.clear()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number or the picture of a page."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{index.row() + 1} ▲" if index.row() + 1 in self._merken else str(index.row() + 1)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (f"bladzijde {index.row() + 1}", self._merken.get(index.row() + 1))))
            case Qt.ItemDataRole.ToolTipRole:
                return self._merken.get(index.row() + 1)
            case Qt.ItemDataRole.DecorationRole:
                return self._beeld(index.row())
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case _:
                return None

    def _beeld(self, pagina: int) -> QPixmap:
        if pagina in self._beelden:
            self._beelden.move_to_end(pagina)
            return self._beelden[pagina]
        if pagina in self._wensen:
            self._wensen.remove(pagina)
        self._wensen = [*self._wensen[-_MEESTE // 4 :], pagina]
        self._vraag()
        maat = self._maten[pagina]
        schaal = self._schaal(maat)
        leeg = QPixmap(max(1, round(maat.breedte * schaal)), max(1, round(maat.hoogte * schaal)))
        leeg.fill(_DONKERE_WACHT if self._donker else _WACHT)
        return leeg

    def _schaal(self, maat: Maat) -> float:
        return self._maat / max(1.0, maat.breedte, maat.hoogte)

    def _vraag(self) -> None:
        if self._onderweg or not self._wensen or self._pad is None:
            return
        pagina = self._wensen.pop()
        self._onderweg = True
        schaal = self._schaal(self._maten[pagina])
        klaar, mislukt = partial(self._kent, self._make, pagina), partial(self._kent_niet, self._make, pagina)
        self._bron.vraag(self._pad, pagina, schaal, klaar, mislukt, donker=self._donker)

    def _kent(self, make: int, pagina: int, beeld: Beeld) -> None:
        self._neem(make, pagina, _pixmap(beeld))

    def _kent_niet(self, make: int, pagina: int, _: TkError) -> None:
        leeg = QPixmap(self._maat, self._maat)
        leeg.fill(_KAN_NIET)
        self._neem(make, pagina, leeg)

    def _neem(self, make: int, pagina: int, beeld: QPixmap) -> None:
        self._onderweg = False
        if make == self._make:
            self._beelden[pagina] = beeld
            while len(self._beelden) > _MEESTE:
                self._beelden.popitem(last=False)
            hier = self.index(pagina, 0)
            self.dataChanged.emit(hier, hier, [Qt.ItemDataRole.DecorationRole])
        self._vraag()


class Miniaturen(QListView):
    """Follows a view of pages, and brings it to the page that is chosen; draws nothing while nobody sees it."""

    gekozen = Signal(int)
    """A page, from 1."""

    def __init__(self, bron: Bladenbron, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._blad: Bladenweergave | None = None
        self._model = Miniatuurmodel(bron)
        self.setModel(self._model)
        self.setAccessibleName("Bladzijden in het klein")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._kiest)
        Lettermaat(self, self._meet)

    def volg(self, blad: Bladenweergave | None) -> None:
        """Show the pages of a view from now on, or of none."""
        if blad is self._blad:
            return
        if self._blad is not None:
            self._blad.geopend.disconnect(self._toon)
            self._blad.pagina_gewisseld.disconnect(self._volg)
            self._blad.donker_gewisseld.disconnect(self._model.zet_donker)
            self._blad.destroyed.disconnect(self._weg)
        self._blad = blad
        if blad is not None:
            blad.geopend.connect(self._toon)
            blad.pagina_gewisseld.connect(self._volg)
            blad.donker_gewisseld.connect(self._model.zet_donker)
            self._model.zet_donker(blad.donker)
            blad.destroyed.connect(self._weg)
        self._toon()

    def zet_merken(self, merken: Mapping[int, str]) -> None:
        """Mark the pages that changed since the reader saw them: a sign, and a word for a screen reader (E9)."""
        self._model.zet_merken(merken)

    def showEvent(self, event: QShowEvent) -> None:
        """Look where one is, which was not needed while nobody saw it."""
        super().showEvent(event)
        if self._blad is not None:
            self._volg(self._blad.pagina)

    def _meet(self, letters: QFontMetrics) -> None:
        marge = letters.height()
        kant = marge * _LETTERS // 2 * 2
        self._model.zet_maat(kant)
        self.setIconSize(QSize(kant, kant))
        self.setGridSize(QSize(kant + marge, kant + 2 * marge))

    def _weg(self) -> None:
        self._blad = None

    def _toon(self) -> None:
        if self._blad is None:
            self._model.zet(None, ())
        else:
            self._model.zet(self._blad.pad, self._blad.maten)
            self._volg(self._blad.pagina)

    def _volg(self, pagina: int) -> None:
        index = self._model.index(pagina - 1, 0)
        if index.isValid() and index != self.currentIndex() and self.isVisible():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.scrollTo(index)
            self.viewport().update()

    def _kiest(self, index: QModelIndex) -> None:
        pagina = index.row() + 1
        if self._blad is not None and index.isValid() and pagina != self._blad.pagina:
            self._blad.ga_naar(pagina)
            self.gekozen.emit(pagina)


def _pixmap(beeld: Beeld) -> QPixmap:
    """Return the picture with an edge, so that white paper is seen on white."""
    blad = QPixmap.fromImage(QImage(beeld.punten, beeld.breedte, beeld.hoogte, beeld.stap, QImage.Format.Format_RGB32))
    painter = QPainter(blad)
    painter.setPen(_RAND)
    painter.drawRect(blad.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return blad
