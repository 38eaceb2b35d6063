"""The three views of a programme as trees: the board, the table and the budget (SCREENS 2.8)."""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTreeWidget, QTreeWidgetItem

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.leeg import Leegzin
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.programme.celvak import SLEUTEL, SOORT, Celvak
from tk_desktop.domain.afkorting import met_uitleg
from tk_desktop.domain.begroting import AFGELEID, Bedragsoort, Begrotingsregel
from tk_desktop.domain.begrotingstabel import Begrotingstabel, Rijsoort, Tabelrij
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.programma import Afkorting, Project, Projectstatus
from tk_desktop.domain.programmastand import Programmastand

LIJN, PROJECT, REGEL = "themalijn", "project", "regel"
"""What a row of a tree can be."""
_HIER = "█"
_FASEBREED = 14
"""Letters that a column of a phase takes; with less room the phase is named in a column of its own."""
_SMALST = 9
"""Letters wide that every column stays: what does not fit can be scrolled to."""
_NAAMBREED = 28
"""Letters wide that names get where the other columns leave them less."""
_TOON = {
    Projectstatus.OP_KOERS: Toon.GROEN,
    Projectstatus.AANDACHT: Toon.ORANJE,
    Projectstatus.BIJSTUREN: Toon.ROOD,
}
STATUSSEN = tuple(str(status) for status in Projectstatus)
"""The statuses that can be chosen, shape and word."""
_BORDKOPPEN = ("Project", "Status", "Eind", "Fase")
_TABELKOPPEN = ("Project", "Fase", "Status", "Start", "Eind", "Opdrachtgever", "Trekker")
TABELVELDEN = ("naam", "fase", "status", "start", "eind", "opdrachtgever", "trekker")
"""The columns of the table, as fields of a project."""
RECHTS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""Where amounts stand in their column, and the heading above them."""
_KOPBREUK = re.compile(r" (?=\(|\d)")
"""Where the heading of an amount goes on under itself: before the day that it is of, so that names get the room."""
_OPVALLEND = "Wat hierbij opvalt"
_GEEN_BEGROTING = (
    "Van deze periode is nog geen begroting bekend. Voeg een regel toe met Ins, "
    "of kies Verslag › Programma › Regels van vorige periode."
)
_LEEG = "Dit programma heeft nog geen projecten."


class Programmaboom(QTreeWidget):
    """A tree with rows of several kinds; ``geopend`` tells the id of one, such as a project, opened with Enter.

    ``gewijzigd`` tells what was typed in a cell: the id of its row, what that is, the column and the text.
    """

    geopend = Signal(str)
    gewijzigd = Signal(str, str, int, str)
    opent: ClassVar[str] = PROJECT
    """The kind of row that can be chosen and opened."""

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
        self.fasen: tuple[str, ...] = ()
        """The phases that can be chosen."""
        self._vak = Celvak(self, self.mag_typen, self.keuzes)
        self._vak.gewijzigd.connect(self.gewijzigd)
        self.setItemDelegate(self._vak)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemDoubleClicked.connect(self._open)

    def mag_typen(self, soort: str, kolom: int) -> bool:
        """Tell whether a cell can be typed in: the name of a row, unless a tree says otherwise."""
        return kolom == 0

    def keuzes(self, soort: str, kolom: int) -> tuple[str, ...]:
        """Return what can be chosen in a cell, nothing where anything can be typed."""
        return ()

    def bewerk(self) -> bool:
        """Let the cell with the keyboard be typed in, else the name of its row; tell whether that can be done."""
        index = self.currentIndex()
        plek = index if self._vak.mag(index) else index.siblingAtColumn(0)
        if not plek.isValid() or not self._vak.mag(plek):
            return False
        self.setCurrentIndex(plek)
        self.edit(plek)
        return True

    def leg_vast(self) -> None:
        """End typing in a cell and keep what was typed."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()

    @property
    def rij(self) -> tuple[str, str]:
        """What kind of thing the chosen row is and its id; both empty where nothing is chosen."""
        item = self.currentItem()
        return (str(item.data(0, SOORT) or ""), str(item.data(0, SLEUTEL) or "")) if item is not None else ("", "")

    @property
    def gekozen(self) -> str:
        """The id of the row of the kind that can be opened (a project) that is chosen, or nothing."""
        soort, id_ = self.rij
        return id_ if soort == self.opent else ""

    def _had_toetsen(self) -> bool:
        """Tell whether the keyboard is in this tree, or in a field in it."""
        veld = QApplication.focusWidget()
        return veld is not None and (veld is self or self.isAncestorOf(veld))

    def _herstel(self, id_: str, kolom: int, *, toetsen: bool) -> None:
        """Go back to where one was; the field in which one typed is gone, so the keyboard comes to the tree."""
        self.kies(id_, max(kolom, 0))
        if toetsen:
            self.setFocus()

    def kies(self, id_: str, kolom: int = 0) -> None:
        """Choose the row with that id, else the first line; every view that is filled does so last."""
        self._naamkolom()
        for item in self._items():
            if item.data(0, SLEUTEL) == id_ and id_:
                self.setCurrentItem(item, kolom)
                return
        eerste = self.topLevelItem(0)
        if eerste is not None:
            self.setCurrentItem(eerste)

    def minimumSizeHint(self) -> QSize:
        """A tree may be as small as a few lines: it scrolls."""
        letters = self.fontMetrics()
        return QSize(letterbreedte(letters) * 20, letters.lineSpacing() * 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the line with Enter; in a cell Enter ends the typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.state() is not QAbstractItemView.State.EditingState:
                self._open()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a name be read where there is little room: the rest can be scrolled to."""
        super().resizeEvent(event)
        self._naamkolom()

    def _naamkolom(self) -> None:
        letter = letterbreedte(self.fontMetrics())
        andere = [kolom for kolom in range(1, self.columnCount()) if not self.isColumnHidden(kolom)]
        rest = sum(max(self.sizeHintForColumn(kolom), self.header().sectionSizeHint(kolom)) for kolom in andere)
        ruim = self.viewport().width() - rest >= letter * _NAAMBREED
        soort = QHeaderView.ResizeMode.Stretch if ruim else QHeaderView.ResizeMode.Fixed
        if self.columnCount() and self.header().sectionResizeMode(0) is not soort:
            self.header().setSectionResizeMode(0, soort)
        if not ruim:
            self.header().resizeSection(0, letter * _NAAMBREED)

    def _meet(self, letters: QFontMetrics) -> None:
        self.header().setMinimumSectionSize(letterbreedte(letters) * _SMALST)

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
        self._kort: tuple[Afkorting, ...] = ()

    def toon(self, stand: Programmastand) -> None:
        """Show the projects of a programme as they stand."""
        vorige, had = self.rij[1], self._had_toetsen()
        self._kort = stand.afkortingen
        self.fasen = tuple(fase.naam for fase in stand.fasen)
        genoemd = dict.fromkeys(een.fase for een in stand.projecten if een.fase)
        self._fasen = tuple(dict.fromkeys((*(fase.naam for fase in stand.fasen if fase.naam in genoemd), *genoemd)))
        self._koppen((*_BORDKOPPEN, *self._fasen))
        for lijn in stand.themalijnen:
            kop = _lijnkop(self, lijn.naam)
            _merk(kop, LIJN, lijn.id)
            boven: dict[str, QTreeWidgetItem] = {}
            for tak in stand.takken(lijn.id):
                item = QTreeWidgetItem(boven.get(tak.project.ouder_id or "", kop))
                boven[tak.project.id] = item
                self._vul(item, tak.project)
        self.expandAll()
        self.leeg.zeg("" if stand.projecten else _LEEG)
        self._verdeel()
        self._herstel(vorige, 0, toetsen=had)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the phases beside each other where there is room."""
        super().resizeEvent(event)
        self._verdeel()

    def _vul(self, item: QTreeWidgetItem, project: Project) -> None:
        teksten = [project.naam, _status(project), project.eind, project.fase]
        for kolom, (tekst, noot) in enumerate(zip(teksten, (project.naamnoot, "", project.eindnoot, ""), strict=True)):
            item.setText(kolom, tekst)
            item.setToolTip(kolom, _tip(tekst, noot, self._kort))
        _kleur_status(item, 1, project)
        _merk(item, PROJECT, project.id)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(tekst for tekst in teksten if tekst))
        _merk_besloten(item, project)
        _merk_eind(item, 2, project)
        if project.fase in self._fasen:
            kolom = len(_BORDKOPPEN) + self._fasen.index(project.fase)
            item.setText(kolom, _HIER)
            item.setTextAlignment(kolom, Qt.AlignmentFlag.AlignCenter)
            item.setForeground(kolom, QBrush(QColor(kleuren().link)))
            item.setData(kolom, Qt.ItemDataRole.AccessibleTextRole, project.fase)

    def _verdeel(self) -> None:
        letter = letterbreedte(self.fontMetrics())
        breed = self.viewport().width() >= letter * (70 + _FASEBREED * len(self._fasen))
        self.setColumnHidden(3, breed)
        for kolom in range(len(_BORDKOPPEN), self.columnCount()):
            self.setColumnHidden(kolom, not breed)


class Projecttabel(Programmaboom):
    """Every project on one line, to sort by any column."""

    def __init__(self) -> None:
        super().__init__("Tabel van projecten")
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)  # arrows go from cell to cell
        self._koppen(_TABELKOPPEN)

    def mag_typen(self, soort: str, kolom: int) -> bool:
        """Every cell of a project can be typed in."""
        return True

    def keuzes(self, soort: str, kolom: int) -> tuple[str, ...]:
        """A phase and a status are chosen."""
        if kolom == _TABELKOPPEN.index("Fase"):
            return ("", *self.fasen)
        return STATUSSEN if kolom == _TABELKOPPEN.index("Status") else ()

    def toon(self, stand: Programmastand) -> None:
        """Show the projects of a programme as they stand."""
        vorige, kolom, had = self.rij[1], self.currentColumn(), self._had_toetsen()
        self.fasen = tuple(fase.naam for fase in stand.fasen)
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
                noten = (project.naamnoot, "", "", project.startnoot, project.eindnoot, "", "")
                for kolom_nr, (tekst, noot) in enumerate(zip(teksten, noten, strict=True)):
                    item.setToolTip(kolom_nr, _tip(tekst, noot, stand.afkortingen))
                _merk(item, PROJECT, project.id)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(tekst for tekst in teksten if tekst))
                _kleur_status(item, 2, project)
                _merk_besloten(item, project)
                _merk_eind(item, 4, project)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as they stand in the programme, until asked
        self.setSortingEnabled(True)
        self.leeg.zeg("" if stand.projecten else _LEEG)
        self._herstel(vorige, kolom, toetsen=had)


class Begrotingsboom(Programmaboom):
    """The tables of a budget, each under its name, in whole euros."""

    def __init__(self) -> None:
        super().__init__("Begroting")
        self.setAllColumnsShowFocus(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._regels: Mapping[str, Begrotingsregel] = {}
        self._kort: tuple[Afkorting, ...] = ()
        self.soorten: tuple[Bedragsoort, ...] = ()
        """What the columns after the first are."""
        self._noten: QTreeWidgetItem | None = None
        self._toont_noten = False

    def mag_typen(self, soort: str, kolom: int) -> bool:
        """The name of a line can be typed, and what does not follow from the rest of it."""
        return soort == REGEL and (kolom == 0 or self.soorten[kolom - 1] not in AFGELEID)

    def toon(
        self,
        tabellen: Sequence[Begrotingstabel],
        namen: dict[Bedragsoort, str],
        stand: Programmastand,
    ) -> None:
        """Show tables of the budget of a programme; ``namen`` are the headings of its columns."""
        self._regels = {regel.id: regel for regel in stand.regels}
        self._kort = stand.afkortingen
        vorige, kolom, had = self.rij[1], self.currentColumn(), self._had_toetsen()
        self.soorten = tuple(namen)
        self._noten = None
        self._koppen(("Post", *(_KOPBREUK.sub("\n", naam, count=1) for naam in namen.values())))
        for kolom_nr in range(1, self.columnCount()):
            self.headerItem().setTextAlignment(kolom_nr, RECHTS)
        for tabel in tabellen:
            kop = _lijnkop(self, tabel.titel)
            for rij in tabel.rijen:
                self._vul(QTreeWidgetItem(kop), tabel, rij, tuple(namen))
        self.expandAll()
        self.leeg.zeg("" if tabellen else _GEEN_BEGROTING)
        self._herstel(vorige, kolom, toetsen=had)

    def zet_noten(self, noten: Sequence[str]) -> None:
        """Put what is to be said of the budget under it; it is seen where ``toon_noten`` asks for that."""
        if noten:
            self._noten = kop = _lijnkop(self, _OPVALLEND)
            for noot in noten:
                item = QTreeWidgetItem(kop, [noot])
                item.setFirstColumnSpanned(True)
                item.setToolTip(0, noot)
        self.toon_noten(zien=self._toont_noten)

    def toon_noten(self, *, zien: bool) -> None:
        """Show or hide what is to be said: where there is room, it stands under the tree in full."""
        self._toont_noten = zien
        if self._noten is not None:
            self._noten.setHidden(not zien)
            self._noten.setExpanded(True)

    def _vul(
        self, item: QTreeWidgetItem, tabel: Begrotingstabel, rij: Tabelrij, soorten: Sequence[Bedragsoort]
    ) -> None:
        item.setText(0, rij.naam)
        item.setToolTip(0, met_uitleg(rij.naam, self._kort))
        if rij.regel_id:
            _merk(item, REGEL, rij.regel_id)
        for soort, bedrag in zip(tabel.kolommen, rij.bedragen, strict=True):
            kolom = soorten.index(soort) + 1
            item.setText(kolom, "" if bedrag is None else duizendtal(bedrag))
        for kolom in range(1, len(soorten) + 1):
            item.setTextAlignment(kolom, RECHTS)
        self._merk_twijfels(item, rij.regel_id)
        if rij.soort in (Rijsoort.TOTAAL, Rijsoort.SAMEN):
            letter = item.font(0)
            letter.setBold(True)
            for kolom in range(len(soorten) + 1):
                item.setFont(kolom, letter)

    def _merk_twijfels(self, item: QTreeWidgetItem, regel_id: str) -> None:
        """Show an amount that is not certain as it was written, with a sign and the reason: it counts nowhere."""
        regel = self._regels.get(regel_id)
        for een in regel.bedragen if regel is not None else ():
            if een.twijfel:
                kolom = self.soorten.index(een.soort) + 1
                item.setText(kolom, f"⚠ {een.tekst}")
                item.setToolTip(kolom, f"Telt niet mee: {een.twijfel}.")


def _tip(tekst: str, noot: str, kort: Sequence[Afkorting]) -> str:
    """Return what a cell says in full: its text, what short forms in it mean, and its footnote."""
    kaal = noot.lstrip("* ")
    return "\n".join(deel for deel in (met_uitleg(tekst, kort), met_uitleg(kaal, kort)) if deel)


def _lijnkop(boom: QTreeWidget, naam: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(boom, [naam])
    letter = item.font(0)
    letter.setBold(True)
    item.setFont(0, letter)
    item.setFirstColumnSpanned(True)
    return item


def _merk(item: QTreeWidgetItem, soort: str, id_: str) -> None:
    """Say of which thing a row is; its cells can be typed in where the tree allows it."""
    item.setData(0, SOORT, soort)
    item.setData(0, SLEUTEL, id_)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)


def _status(project: Project) -> str:
    return "" if project.status is Projectstatus.ONBEKEND else str(project.status)


def _kleur_status(item: QTreeWidgetItem, kolom: int, project: Project) -> None:
    """Colour what the shape and the word say already."""
    if project.status in _TOON:
        item.setForeground(kolom, QBrush(QColor(kleuren().tonen[_TOON[project.status]].tekst)))


def _merk_besloten(item: QTreeWidgetItem, project: Project) -> None:
    """Mark a project that is for the members alone, as the agenda does."""
    if project.besloten:
        item.setIcon(0, icon("lock"))
        item.setData(
            0, Qt.ItemDataRole.AccessibleTextRole, f"{item.data(0, Qt.ItemDataRole.AccessibleTextRole)}, besloten"
        )


def _merk_eind(item: QTreeWidgetItem, kolom: int, project: Project) -> None:
    """Mark an end that lies before the begin: it stays as it was written."""
    if project.loopt_achteruit:
        item.setIcon(kolom, icon("triangle-alert"))
        item.setToolTip(kolom, f"Het eind ({project.eind}) ligt voor de start ({project.start}).")
        gezegd = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{gezegd}, let op: het eind ligt voor de start")
