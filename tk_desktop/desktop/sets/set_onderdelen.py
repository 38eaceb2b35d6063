"""The parts of a set as a tree with checks: what goes along, how many pages, what is the matter with it."""

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.parts.tweeregels import Tweeregels
from tk_desktop.domain.vergaderset import Onderdeelsoort
from tk_desktop.pack.overzicht import Overzicht, Overzichtdeel, Reden, Verandering

DEEL, BLADEN, STAND = range(3)
_SLEUTEL = Qt.ItemDataRole.UserRole


class Onderdelenmodel(QStandardItemModel):
    """The parts as rows, a bijlage under its nota; holds no rules. ``gewisseld`` tells that a check changed."""

    gewisseld = Signal()

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(0, 3, ouder)
        self.setHorizontalHeaderLabels(["Onderdeel", "Blz.", "Stand"])
        self._vorm: tuple[tuple[str, int], ...] = ()
        self._zet = False
        self.itemChanged.connect(self._veranderd)

    def show(self, overzicht: Overzicht) -> bool:
        """Show these parts; returns whether rows came or went."""
        vorm = tuple((deel.sleutel, deel.niveau) for deel in overzicht.delen)
        nieuw = vorm != self._vorm
        self._zet = True
        if nieuw:
            self.removeRows(0, self.rowCount())
            self._bouw(overzicht)
            self._vorm = vorm
        per_sleutel = {deel.sleutel: deel for deel in overzicht.delen}
        for rij in self.rijen():
            _vul(rij, per_sleutel[rij[DEEL].data(_SLEUTEL)])
        self._zet = False
        return nieuw

    def zonder(self) -> frozenset[str]:
        """Return the keys of the parts that the user left out."""
        return frozenset(
            rij[DEEL].data(_SLEUTEL)
            for rij in self.rijen()
            if rij[DEEL].isCheckable() and rij[DEEL].checkState() is Qt.CheckState.Unchecked
        )

    def sleutel(self, index: QModelIndex) -> str:
        """Return the key of the part in a row."""
        return str(index.siblingAtColumn(DEEL).data(_SLEUTEL) or "")

    def index_van(self, sleutel: str) -> QModelIndex:
        """Return the row of a part; an invalid one when it is not there."""
        for rij in self.rijen():
            if rij[DEEL].data(_SLEUTEL) == sleutel:
                return rij[DEEL].index()
        return QModelIndex()

    def _bouw(self, overzicht: Overzicht) -> None:
        ouder: QStandardItem = self.invisibleRootItem()
        boven = ouder
        for deel in overzicht.delen:
            rij = [QStandardItem() for _ in range(3)]
            rij[DEEL].setData(deel.sleutel, _SLEUTEL)
            if deel.niveau == 0:
                ouder.appendRow(rij)
                boven = rij[DEEL] if deel.stuk_id else ouder
            else:
                boven.appendRow(rij)

    def rijen(self) -> Iterator[list[QStandardItem]]:
        """Return the cells of each row, in the order of the set."""
        wortel = self.invisibleRootItem()
        for nummer in range(wortel.rowCount()):
            yield [wortel.child(nummer, kolom) for kolom in range(3)]
            boven = wortel.child(nummer, DEEL)
            for onder in range(boven.rowCount()):
                yield [boven.child(onder, kolom) for kolom in range(3)]

    def _veranderd(self, _: QStandardItem) -> None:
        if not self._zet:
            self.gewisseld.emit()


class Onderdelenlijst(QTreeView):
    """The tree of parts; ``gekozen`` tells the key of the part the user went to."""

    gekozen = Signal(str)

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.onderdelen = Onderdelenmodel(self)
        self.setModel(self.onderdelen)
        self.setAccessibleName("Onderdelen van de set")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        Tweeregels(self, DEEL)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(letterbreedte(self.fontMetrics()) * 2)
        self.setTabKeyNavigation(False)
        kop = self.header()
        kop.setStretchLastSection(False)
        kop.setSectionsMovable(False)
        kop.setMinimumSectionSize(letterbreedte(self.fontMetrics()) * 4)
        kop.setAccessibleName("Kolommen van de onderdelen")
        kop.setSectionResizeMode(DEEL, QHeaderView.ResizeMode.Stretch)
        kop.setSectionResizeMode(BLADEN, QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(STAND, QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._ging_naar)
        self._stil = False

    def show_overzicht(self, overzicht: Overzicht) -> None:
        """Show these parts; what was chosen stays chosen."""
        huidig = self.huidig()
        if self.onderdelen.show(overzicht):
            self.expandAll()
            self.wijs_aan(huidig)
        self._verberg(overzicht)
        self._verdeel()

    def huidig(self) -> str:
        """Return the key of the part the keyboard is on; empty when there is none."""
        return self.onderdelen.sleutel(self.currentIndex())

    def kies(self, sleutel: str) -> bool:
        """Go to a part; returns whether it is there."""
        index = self.onderdelen.index_van(sleutel)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def wijs_aan(self, sleutel: str) -> None:
        """Mark the part that is looked at, without going there."""
        index = self.onderdelen.index_van(sleutel)
        if not index.isValid() or index == self.currentIndex().siblingAtColumn(DEEL):
            return
        self._stil = True
        vlag = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, vlag)
        self.scrollTo(index)
        self._stil = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the names: the stand gets less of a narrow list, the pages go from a very narrow one."""
        super().resizeEvent(event)
        self._verdeel()

    def _verberg(self, overzicht: Overzicht) -> None:
        """Of a nazending, show only what goes along, what was left out, and the nota above it."""
        weg = {deel.sleutel for deel in overzicht.delen if overzicht.nazending and _blijft_thuis(deel)}
        for rij in self.onderdelen.rijen():
            index = rij[DEEL].index()
            onder = [rij[DEEL].child(nummer).data(_SLEUTEL) for nummer in range(rij[DEEL].rowCount())]
            staat = self.onderdelen.sleutel(index) not in weg or any(sleutel not in weg for sleutel in onder)
            self.setRowHidden(index.row(), index.parent(), not staat)

    def _verdeel(self) -> None:
        breed = self.viewport().width()
        lucht = letterbreedte(self.fontMetrics()) * 2
        self.setColumnHidden(BLADEN, breed < letterbreedte(self.fontMetrics()) * 32)
        nodig = max(self.sizeHintForColumn(STAND) + lucht, self.header().sectionSizeHint(STAND))
        self.header().resizeSection(STAND, min(nodig, breed * 2 // 5))

    def _ging_naar(self, naar: QModelIndex, _: QModelIndex) -> None:
        if naar.isValid() and not self._stil:
            self.gekozen.emit(self.onderdelen.sleutel(naar))


def stand_van(deel: Overzichtdeel) -> tuple[str, str, Toon]:
    """Return what is the matter with a part: in words, the name of an icon, and the colour."""
    match deel.reden:
        case Reden.BESLOTEN:
            return "besloten, niet mee", "lock", Toon.GRIJS
        case Reden.UITGESLOTEN:
            return "uitgesloten, niet mee", "lock", Toon.GRIJS
        case Reden.LOS_BESTAND:
            return "los bestand, niet mee", "paperclip", Toon.GRIJS
        case Reden.WEGGELATEN:
            return "weggelaten", "circle", Toon.GRIJS
        case Reden.ONGEWIJZIGD:
            return "ongewijzigd", "check", Toon.GRIJS
    if deel.ontbreekt:
        return "mist", "triangle-alert", Toon.ORANJE
    woorden = [
        woord for woord in (deel.verandering.value, "besloten" * deel.besloten, "los bestand" * deel.los) if woord
    ]
    teken = "lock" if deel.besloten else "paperclip" if deel.los else "refresh-cw"
    toon = Toon.ROOD if deel.besloten else Toon.BLAUW if deel.verandering is not Verandering.GEEN else Toon.GRIJS
    return ", ".join(woorden), teken if woorden else "", toon


def _blijft_thuis(deel: Overzichtdeel) -> bool:
    """Whether a nazending has nothing to do with a part: it did not change, or it is never sent after."""
    eigen = deel.soort in (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD)
    return not deel.mee and (deel.reden is Reden.ONGEWIJZIGD or eigen)


def _vul(rij: list[QStandardItem], deel: Overzichtdeel) -> None:
    naam = f"Schutblad {deel.label}" if deel.soort is Onderdeelsoort.SCHUTBLAD else deel.naam
    woorden, teken, toon = stand_van(deel)
    kleur = QBrush(QColor(kleuren().tonen[toon].tekst))
    zacht = QBrush(QColor(kleuren().zacht if not deel.mee else kleuren().tekst))
    rij[DEEL].setText(naam)
    rij[DEEL].setToolTip(naam)
    rij[DEEL].setForeground(zacht)
    rij[DEEL].setCheckable(deel.te_kiezen and deel.soort is not Onderdeelsoort.SCHUTBLAD)
    if rij[DEEL].isCheckable():
        rij[DEEL].setCheckState(Qt.CheckState.Checked if deel.mee else Qt.CheckState.Unchecked)
    else:
        rij[DEEL].setData(None, Qt.ItemDataRole.CheckStateRole)
    rij[BLADEN].setText(("±" if deel.geschat else "") + str(deel.paginas) if deel.paginas else "–")
    rij[BLADEN].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    rij[BLADEN].setForeground(zacht)
    rij[STAND].setText(woorden)
    rij[STAND].setForeground(kleur)
    rij[STAND].setToolTip(woorden)
    rij[STAND].setIcon(icon(teken) if teken else QIcon())
    rij[DEEL].setData(
        ", ".join(tekst for tekst in (naam, f"{deel.paginas} blz." if deel.paginas else "", woorden) if tekst),
        Qt.ItemDataRole.AccessibleTextRole,
    )
