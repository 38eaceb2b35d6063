"""The papers of a meeting as rows of a tree: items, their papers, and the bijlagen under those."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from tk_desktop.desktop.agenda.agenda_model import STUKKEN
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.desktop.text.stukregels import Plaatsing, Stand, Stukregel
from tk_desktop.domain.stuk import Soort

Index = QModelIndex | QPersistentModelIndex


_VORM = {
    Stand.AANWEZIG: ("circle-check", Toon.GROEN),
    Stand.FORMULIER: ("file-text", Toon.BLAUW),
    Stand.ONTBREEKT: ("triangle-alert", Toon.ORANJE),
    Stand.LOS: ("paperclip", Toon.BLAUW),
}
_BEELD = {
    Soort.BRIEF: "mail",
    Soort.PRESENTATIE: "presentation",
    Soort.INFOGRAPHIC: "image",
    Soort.BEGROTING: "table",
    Soort.BEGROTINGSWIJZIGING: "table",
}


Tekst = Callable[[Stukregel], str]


class StukkenModel(QAbstractItemModel):
    """Papers as rows; holds no rules and asks nobody for data.

    What the user changes in it is told and not kept: ``hernoemd`` (id, title), ``bestanden_gekregen`` (paths, a
    ``Plaatsing``) and ``verplaatst`` (ids, a ``Plaatsing``).
    """

    hernoemd = Signal(str, str)
    bestanden_gekregen = Signal(list, object)
    verplaatst = Signal(list, object)

    LABEL, TITEL, SOORT, PAGINAS, STAND, VERSIES = range(6)
    KOLOMMEN: tuple[tuple[str, Tekst], ...] = (
        ("Nr.", lambda regel: regel.label),
        ("Titel", lambda regel: regel.titel),
        ("Soort", lambda regel: regel.soort.value if regel.soort else ""),
        ("Blz.", lambda regel: "" if regel.paginas is None else str(regel.paginas)),
        ("Stand", lambda regel: regel.staat),
        ("Versies", lambda regel: str(regel.versies) if regel.versies > 1 else ""),
    )

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._punt_id = ""
        self._regels: tuple[Stukregel, ...] = ()
        self._onder: dict[str, list[int]] = {"": []}
        self._plek: dict[str, int] = {}
        self._bezig: dict[str, str] = {}
        self._kort = self._alleen_teken = False

    def show(self, regels: Sequence[Stukregel], *, punt_id: str = "") -> None:
        """Replace all rows; ``punt_id`` is the item when the papers of one item are shown."""
        self.beginResetModel()
        self._punt_id = punt_id
        self._regels = tuple(regels)
        self._plek = {regel.id: nummer for nummer, regel in enumerate(regels)}
        self._onder = {"": [], **{regel.id: [] for regel in regels}}
        for nummer, regel in enumerate(regels):
            self._onder[regel.ouder_id].append(nummer)
        self.endResetModel()

    @property
    def aantal(self) -> int:
        """How many papers there are; items do not count."""
        return sum(not regel.is_punt for regel in self._regels)

    @property
    def heeft_versies(self) -> bool:
        """Whether any paper came in more than once."""
        return any(regel.versies > 1 for regel in self._regels)

    def toon_bezig(self, stuk_id: str, wat: str) -> None:
        """Say on a row that work on it is under way; an empty text takes that away."""
        self._bezig[stuk_id] = wat
        index = self.index_van(stuk_id)
        if index.isValid():
            stand = index.siblingAtColumn(self.STAND)
            self.dataChanged.emit(stand, stand)

    def toon_kort(self, *, kort: bool, teken: bool = False) -> None:
        """Say in a word or at length how it is with the papers; a narrow screen has room for a word.

        With ``teken`` a sign stands for it, and the words in its tip: else nothing was left for the titles.
        """
        if (kort, teken) != (self._kort, self._alleen_teken):
            self._kort, self._alleen_teken = kort, teken
            self.layoutChanged.emit()

    def regel(self, index: Index) -> Stukregel:
        """Return the row of a valid index."""
        return self._regels[index.internalId()]

    def regel_van(self, id_: str) -> Stukregel:
        """Return the row of a paper or item that is here; raises ``KeyError``."""
        return self._regels[self._plek[id_]]

    def index_van(self, id_: str) -> QModelIndex:
        """Return where a paper or item stands; an invalid index when it is not here."""
        nummer = self._plek.get(id_)
        if nummer is None:
            return QModelIndex()
        return self.createIndex(self._onder[self._regels[nummer].ouder_id].index(nummer), self.TITEL, nummer)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Return the index of a row under another."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._rijen(parent)[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        """Return the row under which a row stands."""
        ouder = self.regel(child).ouder_id if child.isValid() else ""
        return self.index_van(ouder).siblingAtColumn(0) if ouder else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many rows stand at the top, or under a row."""
        return 0 if parent.isValid() and parent.column() > 0 else len(self._rijen(parent))

    def columnCount(self, _: Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return len(self.KOLOMMEN)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "" if section == self.STAND and self._alleen_teken else self.KOLOMMEN[section][0]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        regel, kolom = self.regel(index), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if kolom == self.STAND and self._alleen_teken else self._tekst(regel, kolom)
            case Qt.ItemDataRole.EditRole:
                return regel.titel if kolom == self.TITEL else self._tekst(regel, kolom)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{regel.staat}\n{regel.uitleg}".strip() if kolom == self.STAND else self._tekst(regel, kolom)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self._zinnen(regel)) if kolom == 0 else None
            case Qt.ItemDataRole.DecorationRole:
                return self._teken(regel, kolom)
            case Qt.ItemDataRole.FontRole:
                return _vet() if regel.is_punt and kolom in (self.LABEL, self.TITEL) else None
            case Qt.ItemDataRole.ForegroundRole if kolom == self.STAND and regel.stand:
                return QColor(kleuren().tonen[_VORM[regel.stand][1]].tekst)
            case Qt.ItemDataRole.TextAlignmentRole if kolom in (self.PAGINAS, self.VERSIES):
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that the user typed a title."""
        tekst = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or index.column() != self.TITEL:
            return False
        if tekst and tekst != self.regel(index).titel:
            self.hernoemd.emit(self.regel(index).id, tekst)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell; items are only dropped on."""
        basis = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return basis
        basis |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.regel(index).is_punt:
            return basis
        basis |= Qt.ItemFlag.ItemIsDragEnabled
        return basis | Qt.ItemFlag.ItemIsEditable if index.column() == self.TITEL else basis

    def supportedDropActions(self) -> Qt.DropAction:
        """Papers are moved, files copied here."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [STUKKEN, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return dragged papers; bijlagen whose nota is dragged go along with it."""
        ids = dict.fromkeys(self.regel(index).id for index in indexes)
        boven = [id_ for id_ in ids if self.regel_van(id_).ouder_id not in ids]
        mime = QMimeData()
        mime.setData(STUKKEN, "\n".join(sorted(boven, key=lambda id_: self._plek[id_])).encode())
        return mime

    def canDropMimeData(self, data: QMimeData, _: Qt.DropAction, row: int, __: int, parent: Index) -> bool:
        """Tell whether something may be let go here."""
        return self.plaatsing(data, row, parent) is not None

    def dropMimeData(self, data: QMimeData, _: Qt.DropAction, row: int, __: int, parent: Index) -> bool:
        """Tell what was dropped where."""
        plek = self.plaatsing(data, row, parent)
        if plek is None:
            return False
        if data.hasFormat(STUKKEN):
            self.verplaatst.emit(dragged_ids(data), plek)
        else:
            self.bestanden_gekregen.emit(local_files(data), plek)
        return False  # the rows come back through ``show``; the view removes none

    def plaatsing(self, data: QMimeData, row: int, parent: Index) -> Plaatsing | None:
        """Return what letting go would do: ``row`` is -1 on a row, else the place between two under ``parent``."""
        intern = data.hasFormat(STUKKEN)
        aantal = len(dragged_ids(data)) if intern else len(local_files(data))
        if not aantal:
            return None
        if row < 0 and parent.isValid():
            return self._op(self.regel(parent), data, intern=intern, aantal=aantal)
        ouder = self.regel(parent) if parent.isValid() else None
        if ouder is None and not self._punt_id:
            return None
        rijen = self._rijen(parent)
        voor = self._regels[rijen[row]].id if 0 <= row < len(rijen) else ""
        return self._tussen(ouder, voor, _wat(aantal, intern=intern))

    def na(self, id_: str) -> Plaatsing | None:
        """Return where pasted files go when the keyboard is on this row: under an item or a nota, else after it."""
        if id_ not in self._plek:
            return Plaatsing(punt_id=self._punt_id, uitleg="") if self._punt_id else None
        regel = self.regel_van(id_)
        if regel.is_punt:
            return Plaatsing(punt_id=regel.id, uitleg="")
        if regel.vorm and not regel.is_bijlage:
            return Plaatsing(punt_id=self._punt_van(regel), hoort_bij=regel.id, uitleg="")
        buren = self._onder[regel.ouder_id]
        rang = buren.index(self._plek[id_]) + 1
        voor = self._regels[buren[rang]].id if rang < len(buren) else ""
        return self._tussen(self.regel_van(regel.ouder_id) if regel.ouder_id else None, voor, "")

    def buren(self, id_: str) -> tuple[list[str], int]:
        """Return the papers among which a paper stands, and its rank there."""
        rij = [self._regels[nummer].id for nummer in self._onder[self.regel_van(id_).ouder_id]]
        return rij, rij.index(id_)

    def ouder(self, id_: str) -> Plaatsing:
        """Return the item and the nota under which a paper stands."""
        regel = self.regel_van(id_)
        return Plaatsing(punt_id=self._punt_van(regel), hoort_bij=regel.ouder_id if regel.is_bijlage else "", uitleg="")

    def _op(self, regel: Stukregel, data: QMimeData, *, intern: bool, aantal: int) -> Plaatsing | None:
        """Return what letting go on a row does."""
        wat = _wat(aantal, intern=intern)
        if regel.is_punt:
            return Plaatsing(punt_id=regel.id, uitleg=f"{wat} bij punt {regel.label}")
        punt = self._punt_van(regel)
        if intern:
            if regel.id in dragged_ids(data):
                return None
            if regel.is_bijlage:
                return Plaatsing(
                    punt_id=punt, hoort_bij=regel.ouder_id, voor=regel.id, uitleg=f"{wat} vóór {regel.label}"
                )
            return Plaatsing(punt_id=punt, hoort_bij=regel.id, uitleg=f"{wat} als bijlage bij {_naam(regel)}")
        is_word = local_files(data)[0].suffix.lower() == ".docx"
        if aantal == 1 and (not regel.vorm or is_word):
            woord = "Vult" if regel.stand is Stand.ONTBREEKT else "Vervangt"
            return Plaatsing(punt_id=punt, vervangt=regel.id, uitleg=f"{woord} {_naam(regel)}")
        if regel.is_bijlage:
            return Plaatsing(punt_id=punt, hoort_bij=regel.ouder_id, uitleg=f"{wat} bij {_naam(regel)}")
        return Plaatsing(punt_id=punt, hoort_bij=regel.id, uitleg=f"{wat} als bijlage bij {_naam(regel)}")

    def _tussen(self, ouder: Stukregel | None, voor: str, wat: str) -> Plaatsing:
        """Return a place between two rows."""
        waar = f" vóór {_naam(self.regel_van(voor))}" if voor else ""
        if ouder is None or ouder.is_punt:
            bij = f" bij punt {ouder.label}" if ouder and not voor else ""
            return Plaatsing(punt_id=ouder.id if ouder else self._punt_id, voor=voor, uitleg=f"{wat}{waar or bij}")
        bij = waar or f" als bijlage bij {_naam(ouder)}"
        return Plaatsing(punt_id=self._punt_van(ouder), hoort_bij=ouder.id, voor=voor, uitleg=f"{wat}{bij}")

    def _punt_van(self, regel: Stukregel) -> str:
        while not regel.is_punt and regel.ouder_id:
            regel = self.regel_van(regel.ouder_id)
        return regel.id if regel.is_punt else self._punt_id

    def _rijen(self, parent: Index) -> list[int]:
        return self._onder[self.regel(parent).id if parent.isValid() else ""]

    def _tekst(self, regel: Stukregel, kolom: int) -> str:
        if kolom == self.STAND and self._bezig.get(regel.id):
            return self._bezig[regel.id]
        if kolom == self.STAND and self._kort:
            return regel.stand.value if regel.stand else ""
        return self.KOLOMMEN[kolom][1](regel)

    def _zinnen(self, regel: Stukregel) -> Iterator[str]:
        for kolom, (naam, _) in enumerate(self.KOLOMMEN):
            tekst = self._tekst(regel, kolom)
            if tekst:
                yield f"{naam} {tekst}" if kolom in (self.PAGINAS, self.VERSIES) else tekst

    def _teken(self, regel: Stukregel, kolom: int) -> QIcon | None:
        if kolom == self.LABEL and regel.soort is not None:
            return icon(_BEELD.get(regel.soort, "file-text" if not regel.is_bijlage else "paperclip"))
        if kolom == self.TITEL and regel.besloten:
            return icon("lock")
        if kolom == self.STAND and self._bezig.get(regel.id):
            return icon("refresh-cw")
        if kolom == self.STAND and regel.stand:
            return icon(_VORM[regel.stand][0])
        return None


def local_files(data: QMimeData) -> list[Path]:
    """Return the files on this computer that are dragged or on the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def dragged_ids(data: QMimeData) -> list[str]:
    """Return the ids of the papers that are dragged."""
    return [id_ for id_ in bytes(data.data(STUKKEN).data()).decode().split("\n") if id_]


def _wat(aantal: int, *, intern: bool) -> str:
    if intern:
        return "Verplaatst" if aantal == 1 else f"Verplaatst {aantal} stukken"
    return "Voegt toe" if aantal == 1 else f"Voegt {aantal} bestanden toe"


def _naam(regel: Stukregel) -> str:
    return regel.label or f"‘{regel.titel}’"


def _vet() -> QFont:
    vet = QFont()
    vet.setBold(True)
    return vet
