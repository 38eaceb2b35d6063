"""Agenda items as rows of a tree: main items with their sub-items."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from tk_desktop.desktop.parts import boom
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.agenda import Behandeling, behandelwijze
from tk_desktop.domain.datum import klok
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud

Index = QModelIndex | QPersistentModelIndex
PUNTEN = "application/x-tk-punten"
"""What is dragged: ids of agenda items, one a line."""
STUKKEN = "application/x-tk-stukken"
"""What is dragged: ids of papers, one a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendaregel:
    """One item as the tree shows it; ``duur`` in minutes, ``stukken`` in words with the colour that goes with them.

    ``nagekomen`` tells that it came after the agenda was closed, ``spoed`` why (A11, B12); ``opmerkingen`` is how many
    remarks on it, its nota's included, are not dealt with (B18).
    """

    id: str
    ouder_id: str | None
    nummer: str
    tijd: str
    duur: int | None
    titel: str
    behandeling: str
    behandeling_kort: str
    stukken: str
    toon: Toon | None
    besloten: bool
    nagekomen: bool = False
    spoed: str = ""
    opmerkingen: int = 0

    @property
    def onderwerp(self) -> str:
        """The title with what one must know before it: ``Besloten: …``, ``Nagekomen: …``."""
        woorden = [woord for woord, geldt in (("besloten", self.besloten), ("nagekomen", self.nagekomen)) if geldt]
        woorden = [woord for woord in woorden if not self.titel.casefold().startswith(f"{woord}:")]
        return f"{', '.join(woorden).capitalize()}: {self.titel}" if woorden else self.titel

    @property
    def stukken_kort(self) -> str:
        """How many papers there are, in as few signs as possible: ``4``, ``2/3``."""
        return "/".join(deel for deel in self.stukken.split() if deel.isdecimal())

    @property
    def over_opmerkingen(self) -> str:
        """How many remarks are open, in words; empty when none is."""
        woord = "opmerking" if self.opmerkingen == 1 else "opmerkingen"
        return f"{self.opmerkingen} open {woord}" if self.opmerkingen else ""


def agendaregels(
    opname: Momentopname, later: Collection[str] = (), opmerkingen: Mapping[str, int] | None = None
) -> tuple[Agendaregel, ...]:
    """Return the rows of a meeting, in the order of the paper.

    ``later`` are items that came after the agenda did, ``opmerkingen`` tells how many remarks are open at an item.
    """
    bij_punt = opmerkingen or {}
    return tuple(
        Agendaregel(
            id=punt.id,
            ouder_id=None if opname.hoofdpunt(punt) is punt else opname.hoofdpunt(punt).id,
            nummer=str(opname.nummers[punt.id]),
            tijd=klok(opname.tijden[punt.id]) if punt.id in opname.tijden else "",
            duur=punt.duur,
            titel=punt.titel,
            behandeling=behandelwijze(opname.behandeling(punt)),
            behandeling_kort=_in_het_kort(opname.behandeling(punt)),
            **_stukken(opname, punt.id),
            besloten=opname.is_besloten(punt),
            nagekomen=punt.id in later or bool(punt.spoed),
            spoed=punt.spoed,
            opmerkingen=bij_punt.get(punt.id, 0),
        )
        for punt in opname.agendapunten
    )


_KORT = {
    Behandeling.VASTSTELLING: "vastst.",
    Behandeling.KENNISNAME: "kennisn.",
    Behandeling.INFORMATIE: "info",
    Behandeling.BESPREKING: "bespr.",
    Behandeling.OPINIEVORMING: "opinie",
    Behandeling.BESLUITVORMING: "besluit.",
}


def _in_het_kort(behandeling: Collection[Behandeling]) -> str:
    """Return the ways of treatment for a narrow column: ``Ter besluit.``; of more than two the first and ``…``."""
    woorden = [_KORT[soort] for soort in Behandeling if soort in behandeling]
    if len(woorden) > 2:
        woorden = [woorden[0], "…"]
    return f"Ter {'/'.join(woorden)}" if woorden else ""


def _stukken(opname: Momentopname, punt_id: str) -> dict[str, Any]:
    stukken = opname.stukken_bij(opname.punt(punt_id))
    alle = [*stukken, *(bijlage for stuk in stukken for bijlage in opname.bijlagen_bij(stuk))]
    beloofd = sum(max(0, stuk.bijlagen_beloofd - len(opname.bijlagen_bij(stuk))) for stuk in stukken)
    aanwezig = sum(opname.is_aanwezig(stuk) for stuk in alle)
    totaal = len(alle) + beloofd
    if not totaal:
        return {"stukken": "", "toon": None}
    if aanwezig < totaal:
        return {"stukken": f"{aanwezig} van {totaal}", "toon": Toon.ORANJE}
    heeft_nota = any(stuk.id in opname.notas for stuk in alle)  # a form that is there need not be in order
    toon = Toon.BLAUW if heeft_nota else Toon.GROEN
    return {"stukken": meervoud(totaal, "stuk", "stukken"), "toon": toon}


Tekst = Callable[[Agendaregel], str]
_STUKTEKENS = {Toon.ORANJE: "triangle-alert", Toon.GROEN: "circle-check", Toon.BLAUW: "file-text"}
"""Something is promised still; all files are there; all is there, and the checklist says whether its nota is right."""


class AgendaModel(QAbstractItemModel):
    """Agenda items as rows; holds no rules and asks nobody for data.

    What the user changes in it is told and not kept: ``hernoemd`` (id, title), ``duur_gekozen`` (id, what was typed),
    ``verplaatst`` (ids, after which item or "", under which item or ""), ``stukken_gekregen`` (ids, item) and
    ``bestanden_gekregen`` (paths, item).
    """

    hernoemd = Signal(str, str)
    duur_gekozen = Signal(str, str)
    verplaatst = Signal(list, str, str)
    stukken_gekregen = Signal(list, str)
    bestanden_gekregen = Signal(list, str)

    NR, TIJD, DUUR, TITEL, BEHANDELING, STUKKEN, OPMERKINGEN = range(7)
    KOLOMMEN: tuple[tuple[str, Tekst], ...] = (
        ("Nr.", lambda regel: regel.nummer),
        ("Tijd", lambda regel: regel.tijd),
        ("Min.", lambda regel: "" if regel.duur is None else str(regel.duur)),
        ("Onderwerp", lambda regel: regel.onderwerp),
        ("Voorstel", lambda regel: regel.behandeling),
        ("Stukken", lambda regel: regel.stukken),
        ("Opm.", lambda regel: str(regel.opmerkingen or "")),
    )

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._alle: list[Agendaregel] | None = None
        self._hoofd: list[Agendaregel] = []
        self._onder: list[list[Agendaregel]] = []
        self._krap = False
        self._fouten: Mapping[str, Sequence[str]] = {}

    def show(self, regels: Sequence[Agendaregel]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._alle = list(regels)
        self._hoofd = [regel for regel in regels if regel.ouder_id is None]
        self._onder = [[sub for sub in regels if sub.ouder_id == regel.id] for regel in self._hoofd]
        self.endResetModel()

    def toon_krap(self, *, krap: bool) -> None:
        """Say in few letters how an item is treated and how many papers there are, where every letter counts."""
        if krap != self._krap:
            self._krap = krap
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, self.STUKKEN, self.STUKKEN)
            self.layoutChanged.emit()

    def toon_fouten(self, fouten: Mapping[str, Sequence[str]]) -> None:
        """Mark with their papers the items at which the check found errors, in sentences by the id of the item."""
        anders = {id_ for id_ in (*fouten, *self._fouten) if fouten.get(id_) != self._fouten.get(id_)}
        self._fouten = fouten
        for id_ in anders:
            cel = self.index_van(id_).siblingAtColumn(self.STUKKEN)
            if cel.isValid():  # no other layout: somebody may be typing in a row
                self.dataChanged.emit(cel, cel)

    @property
    def regels(self) -> tuple[Agendaregel, ...]:
        """All rows, in the order of the agenda."""
        return tuple(self._alle or ())

    def toont(self, regels: Sequence[Agendaregel]) -> bool:
        """Tell whether these are the rows that are shown."""
        return list(regels) == self._alle

    def regel(self, index: Index) -> Agendaregel:
        """Return the row of a valid index."""
        if index.internalId():
            return self._onder[index.internalId() - 1][index.row()]
        return self._hoofd[index.row()]

    def index_van(self, punt_id: str) -> QModelIndex:
        """Return where an item stands; an invalid index when it is not here."""
        for rij, regel in enumerate(self._hoofd):
            if regel.id == punt_id:
                return self.index(rij, self.TITEL)
            for onder, sub in enumerate(self._onder[rij]):
                if sub.id == punt_id:
                    return self.index(onder, self.TITEL, self.index(rij, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Return the index of a row; sub-items carry the rank of their main item."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        """Return the main item of a sub-item."""
        if not child.isValid() or not child.internalId():
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many items stand at the top, or under an item."""
        if not parent.isValid():
            return len(self._hoofd)
        return 0 if parent.internalId() or parent.column() > 0 else len(self._onder[parent.row()])

    def columnCount(self, _: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return len(self.KOLOMMEN)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        met_teken = self._krap and section == self.STUKKEN
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if met_teken else self.KOLOMMEN[section][0]
            case boom.TEKEN if met_teken:
                return icon("files")
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole if met_teken:
                return self.KOLOMMEN[section][0]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        regel, kolom = self.regel(index), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._tekst(regel, kolom)
            case Qt.ItemDataRole.ToolTipRole:
                return self._uitleg(regel, kolom)
            case Qt.ItemDataRole.EditRole:
                return regel.titel if kolom == self.TITEL else self.KOLOMMEN[kolom][1](regel)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._gehoord(regel, kolom)
            case Qt.ItemDataRole.DecorationRole:
                return icon("circle-x") if self._is_fout(regel, kolom) else _teken(regel, kolom)
            case Qt.ItemDataRole.FontRole:
                return _vet() if kolom in (self.NR, self.TITEL) and regel.ouder_id is None else None
            case Qt.ItemDataRole.ForegroundRole if kolom == self.STUKKEN:
                toon = Toon.ROOD if self._is_fout(regel, kolom) else regel.toon
                return QColor(kleuren().tonen[toon].tekst) if toon else None
            case Qt.ItemDataRole.TextAlignmentRole if kolom == self.DUUR:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that the user typed a title or a duration."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        regel, tekst = self.regel(index), str(value).strip()
        if index.column() == self.TITEL and tekst and tekst != regel.titel:
            self.hernoemd.emit(regel.id, tekst)
        elif index.column() == self.DUUR and tekst != self.KOLOMMEN[self.DUUR][1](regel):
            self.duur_gekozen.emit(regel.id, tekst)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        basis = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return basis
        basis |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return basis | Qt.ItemFlag.ItemIsEditable if index.column() in (self.TITEL, self.DUUR) else basis

    def supportedDropActions(self) -> Qt.DropAction:
        """Items are moved; papers and files are moved or copied here."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [PUNTEN, STUKKEN, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return dragged items."""
        ids = dict.fromkeys(self.regel(index).id for index in indexes)
        mime = QMimeData()
        mime.setData(PUNTEN, "\n".join(ids).encode())
        return mime

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell whether something may be let go here: papers and files only on an item."""
        waar = data.hasFormat(PUNTEN) or parent.isValid()
        return waar and super().canDropMimeData(data, action, row, column, parent)

    def dropMimeData(self, data: QMimeData, _: Qt.DropAction, row: int, __: int, parent: Index) -> bool:
        """Tell what was dropped where; ``row`` is -1 on an item, else the place between two."""
        op = self.regel(parent).id if parent.isValid() else ""
        if data.hasFormat(PUNTEN):
            na, onder = self._plek(row, parent)
            self.verplaatst.emit(_ids(data, PUNTEN), na, onder)
        elif not op:
            return False
        elif data.hasFormat(STUKKEN):
            self.stukken_gekregen.emit(_ids(data, STUKKEN), op)
        elif data.hasUrls():
            self.bestanden_gekregen.emit([url.toLocalFile() for url in data.urls() if url.isLocalFile()], op)
        return False  # the rows come back through ``show``; the view removes none

    def _tekst(self, regel: Agendaregel, kolom: int) -> str:
        if self._krap and kolom in (self.STUKKEN, self.BEHANDELING):
            return regel.stukken_kort if kolom == self.STUKKEN else regel.behandeling_kort
        return self.KOLOMMEN[kolom][1](regel)

    def _uitleg(self, regel: Agendaregel, kolom: int) -> str:
        """Return what the mouse tells of a cell."""
        if kolom == self.OPMERKINGEN:
            return regel.over_opmerkingen
        reden = f"Reden: {regel.spoed}" if kolom == self.TITEL and regel.spoed else ""
        fouten = self._fouten.get(regel.id, ()) if kolom == self.STUKKEN else ()
        return "\n".join(filter(None, (self.KOLOMMEN[kolom][1](regel), reden, *fouten)))

    def _gehoord(self, regel: Agendaregel, kolom: int) -> str | None:
        """Return what is read aloud of a cell, where that is more than it shows; of the first one the whole row."""
        aantal = len(self._fouten.get(regel.id, ()))
        fouten = f"{meervoud(aantal, 'fout', 'fouten')} in de controle" if aantal else ""
        match kolom:
            case self.NR:
                return " ".join(filter(None, (_voorgelezen(regel), fouten)))
            case self.BEHANDELING:
                return regel.behandeling
            case self.STUKKEN:
                return ", ".join(filter(None, (regel.stukken, fouten)))
        return None

    def _is_fout(self, regel: Agendaregel, kolom: int) -> bool:
        return kolom == self.STUKKEN and regel.id in self._fouten

    def _plek(self, row: int, parent: Index) -> tuple[str, str]:
        """Return after which item and under which one a drop falls; on a sub-item means after it."""
        if not parent.isValid():
            rij = self._hoofd if row < 0 else self._hoofd[:row]
            return (rij[-1].id if rij else ""), ""
        regel = self.regel(parent)
        if regel.ouder_id is not None:
            return regel.id, regel.ouder_id
        onder = self._onder[parent.row()]
        tot = onder if row < 0 else onder[:row]
        return (tot[-1].id if tot else ""), regel.id


def _ids(data: QMimeData, soort: str) -> list[str]:
    return [id_ for id_ in bytes(data.data(soort).data()).decode().split("\n") if id_]


def _voorgelezen(regel: Agendaregel) -> str:
    """Return a row as it is read aloud."""
    delen = [tekst(regel) for _, tekst in AgendaModel.KOLOMMEN[: AgendaModel.OPMERKINGEN]]
    return " ".join(filter(None, (*delen, regel.over_opmerkingen)))


def _teken(regel: Agendaregel, kolom: int) -> QIcon | None:
    if kolom == AgendaModel.TITEL and regel.besloten:
        return icon("lock")
    if kolom == AgendaModel.TITEL and regel.nagekomen:
        return icon("clock")
    if kolom == AgendaModel.STUKKEN and regel.toon:
        return icon(_STUKTEKENS[regel.toon])
    if kolom == AgendaModel.OPMERKINGEN and regel.opmerkingen:
        return icon("message-square")
    return None


def _vet() -> QFont:
    vet = QFont()
    vet.setBold(True)
    return vet
