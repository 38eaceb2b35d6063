"""The three views of a programme as trees: the board, the table and the budget (SCREENS 2.8)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.parts.leeg import Leegzin
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.bedrag import geschreven
from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.begrotingstabel import Begrotingstabel, Rijsoort, Tabelrij
from tk_desktop.domain.programma import Project, Projectstatus
from tk_desktop.domain.programmastand import Programmastand

_ID = int(Qt.ItemDataRole.UserRole)
_HIER = "█"
_FASEBREED = 14
"""Letters that a column of a phase takes; with less room the phase is named in a column of its own."""
_SMALST = 9
"""Letters wide that every column stays: what does not fit can be scrolled to."""
_RUIM, _NAAMBREED = 80, 28
"""Letters wide that a view must be for names to take what is left, and what they get in a narrower one."""
_TOON = {
    Projectstatus.OP_KOERS: Toon.GROEN,
    Projectstatus.AANDACHT: Toon.ORANJE,
    Projectstatus.BIJSTUREN: Toon.ROOD,
}
_BORDKOPPEN = ("Project", "Status", "Eind", "Fase")
_TABELKOPPEN = ("Project", "Fase", "Status", "Start", "Eind", "Opdrachtgever", "Trekker")
_LEEG = "Dit programma heeft nog geen projecten."


class Programmaboom(QTreeWidget):
    """A tree with a themalijn and its projects under it; ``geopend`` tells the id of a project opened with Enter."""

    geopend = Signal(str)

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setAccessibleName(f"Kolommen van {naam}")
        self.header().setStretchLastSection(False)
        Lettermaat(self, self._meet)
        self.leeg = Leegzin(self)
        self.itemDoubleClicked.connect(self._open)

    @property
    def gekozen(self) -> str:
        """The id of the project that is chosen, or nothing."""
        item = self.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def kies(self, id_: str) -> None:
        """Choose the project with that id, else the first line."""
        for item in self._items():
            if item.data(0, _ID) == id_ and id_:
                self.setCurrentItem(item)
                return
        eerste = self.topLevelItem(0)
        if eerste is not None:
            self.setCurrentItem(eerste)

    def minimumSizeHint(self) -> QSize:
        """A tree may be as small as a few lines: it scrolls."""
        letters = self.fontMetrics()
        return QSize(letters.averageCharWidth() * 20, letters.lineSpacing() * 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the line with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a name be read where there is little room: the rest can be scrolled to."""
        super().resizeEvent(event)
        self._naamkolom()

    def _naamkolom(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        ruim = self.viewport().width() >= letter * _RUIM
        soort = QHeaderView.ResizeMode.Stretch if ruim else QHeaderView.ResizeMode.Fixed
        if self.columnCount() and self.header().sectionResizeMode(0) is not soort:
            self.header().setSectionResizeMode(0, soort)
        if not ruim:
            self.header().resizeSection(0, letter * _NAAMBREED)

    def _meet(self, letters: QFontMetrics) -> None:
        self.header().setMinimumSectionSize(letters.averageCharWidth() * _SMALST)

    def _open(self) -> None:
        if self.gekozen:
            self.geopend.emit(self.gekozen)

    def _items(self) -> list[QTreeWidgetItem]:
        """Return every line, those under others too."""
        alle = [self.topLevelItem(rij) for rij in range(self.topLevelItemCount())]
        for item in alle:
            if item is not None:
                alle.extend(item.child(rij) for rij in range(item.childCount()))
        return [item for item in alle if item is not None]

    def _koppen(self, koppen: Sequence[str]) -> None:
        self.clear()
        self.setColumnCount(len(koppen))
        self.setHeaderLabels(list(koppen))
        for kolom in range(len(koppen)):
            self.header().setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        self._naamkolom()


class Bord(Programmaboom):
    """A line for each project with its status, its end, and where it stands among the phases."""

    def __init__(self) -> None:
        super().__init__("Bord van projecten")
        self._fasen: tuple[str, ...] = ()

    def toon(self, stand: Programmastand) -> None:
        """Show the projects of a programme as they stand."""
        vorige = self.gekozen
        genoemd = dict.fromkeys(een.fase for een in stand.projecten if een.fase)
        self._fasen = tuple(dict.fromkeys((*(fase.naam for fase in stand.fasen if fase.naam in genoemd), *genoemd)))
        self._koppen((*_BORDKOPPEN, *self._fasen))
        for lijn in stand.themalijnen:
            kop = _lijnkop(self, lijn.naam)
            boven: dict[str, QTreeWidgetItem] = {}
            for tak in stand.takken(lijn.id):
                item = QTreeWidgetItem(boven.get(tak.project.ouder_id or "", kop))
                boven[tak.project.id] = item
                self._vul(item, tak.project)
        self.expandAll()
        self.leeg.zeg("" if stand.projecten else _LEEG)
        self._verdeel()
        self.kies(vorige)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the phases beside each other where there is room."""
        super().resizeEvent(event)
        self._verdeel()

    def _vul(self, item: QTreeWidgetItem, project: Project) -> None:
        teksten = [project.naam, _status(project), project.eind, project.fase]
        for kolom, tekst in enumerate(teksten):
            item.setText(kolom, tekst)
            item.setToolTip(kolom, tekst)
        _kleur_status(item, 1, project)
        item.setData(0, _ID, project.id)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(tekst for tekst in teksten if tekst))
        if project.fase in self._fasen:
            kolom = len(_BORDKOPPEN) + self._fasen.index(project.fase)
            item.setText(kolom, _HIER)
            item.setTextAlignment(kolom, Qt.AlignmentFlag.AlignCenter)
            item.setForeground(kolom, QBrush(QColor(kleuren().link)))
            item.setData(kolom, Qt.ItemDataRole.AccessibleTextRole, project.fase)

    def _verdeel(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        breed = self.viewport().width() >= letter * (70 + _FASEBREED * len(self._fasen))
        self.setColumnHidden(3, breed)
        for kolom in range(len(_BORDKOPPEN), self.columnCount()):
            self.setColumnHidden(kolom, not breed)


class Projecttabel(Programmaboom):
    """Every project on one line, to sort by any column."""

    def __init__(self) -> None:
        super().__init__("Tabel van projecten")
        self.setRootIsDecorated(False)
        self._koppen(_TABELKOPPEN)

    def toon(self, stand: Programmastand) -> None:
        """Show the projects of a programme as they stand."""
        vorige = self.gekozen
        self.setSortingEnabled(False)
        self.clear()
        for lijn in stand.themalijnen:
            for tak in stand.takken(lijn.id):
                project = tak.project
                teksten = [
                    project.naam, project.fase, _status(project), project.start, project.eind,
                    project.opdrachtgever or lijn.opdrachtgever, project.trekker or lijn.trekker,
                ]  # fmt: skip
                item = QTreeWidgetItem(self, teksten)
                item.setData(0, _ID, project.id)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(tekst for tekst in teksten if tekst))
                _kleur_status(item, 2, project)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as they stand in the programme, until asked
        self.setSortingEnabled(True)
        self.leeg.zeg("" if stand.projecten else _LEEG)
        self.kies(vorige)


class Begrotingsboom(Programmaboom):
    """The tables of a budget, each under its name, in whole euros."""

    def __init__(self) -> None:
        super().__init__("Begroting")

    def toon(self, tabellen: Sequence[Begrotingstabel], namen: dict[Bedragsoort, str]) -> None:
        """Show tables of a budget; ``namen`` are the headings of its columns."""
        self._koppen(("Post", *namen.values()))
        for tabel in tabellen:
            kop = _lijnkop(self, tabel.titel)
            for rij in tabel.rijen:
                self._vul(QTreeWidgetItem(kop), tabel, rij, tuple(namen))
        self.expandAll()
        self.leeg.zeg("" if tabellen else "Van deze periode is nog geen begroting bekend.")
        self.kies("")

    def _vul(
        self, item: QTreeWidgetItem, tabel: Begrotingstabel, rij: Tabelrij, soorten: Sequence[Bedragsoort]
    ) -> None:
        item.setText(0, rij.naam)
        item.setToolTip(0, rij.naam)
        for soort, bedrag in zip(tabel.kolommen, rij.bedragen, strict=True):
            kolom = soorten.index(soort) + 1
            item.setText(kolom, "" if bedrag is None else geschreven(bedrag))
            item.setTextAlignment(kolom, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if rij.soort is Rijsoort.TOTAAL:
            letter = item.font(0)
            letter.setBold(True)
            for kolom in range(len(soorten) + 1):
                item.setFont(kolom, letter)


def _lijnkop(boom: QTreeWidget, naam: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(boom, [naam])
    letter = item.font(0)
    letter.setBold(True)
    item.setFont(0, letter)
    item.setFirstColumnSpanned(True)
    return item


def _status(project: Project) -> str:
    return "" if project.status is Projectstatus.ONBEKEND else str(project.status)


def _kleur_status(item: QTreeWidgetItem, kolom: int, project: Project) -> None:
    """Colour what the shape and the word say already."""
    if project.status in _TOON:
        item.setForeground(kolom, QBrush(QColor(kleuren().tonen[_TOON[project.status]].tekst)))
