"""The log of what was sent: which set, when, to whom, with the SHA-256 that proves it; and what asks who got a set."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.domain.datum import klok, kort
from tk_desktop.domain.uitgave import Uitgave, Uitgavesoort, Verzendwijze
from tk_desktop.pack.uitgeven import Aan, Verzending

Index = QModelIndex | QPersistentModelIndex
_WIJZEN = {
    Verzendwijze.MAIL: "Per mail",
    Verzendwijze.USB: "Op een usb-stick",
    Verzendwijze.PAPIER: "Op papier",
    Verzendwijze.EXTRANET: "Op het extranet",
}

_SOORTEN = {
    Uitgavesoort.SET: "set",
    Uitgavesoort.NAZENDING: "nazending",
    Uitgavesoort.ZIP: "zip",
    Uitgavesoort.PER_PUNT: "pdf per punt",
    Uitgavesoort.WORD: "Word",
    Uitgavesoort.EXTRANET: "site",
}
_WAT_DE_SOM_IS = "SHA-256 van de gesorteerde lijst van de SHA-256’s van deze bestanden"


def tijdstip(moment: datetime | None) -> str:
    """Return a moment as the log prints it."""
    return f"{kort(moment.date())} {klok(moment)}" if moment is not None else "onbekend"


def stand(regel: Verzending) -> str:
    """Return whether a line still stands, in words."""
    weg = regel.uitgave.ingetrokken
    return f"ingetrokken {tijdstip(weg)}: {regel.uitgave.intrekreden}" if weg is not None else "verzonden"


def bestand(uitgave: Uitgave) -> str:
    """Return what was sent: the name of a file, or of a folder with how many files were in it."""
    aantal = len(uitgave.bestanden)
    achter = f" ({'1 bestand' if aantal == 1 else f'{aantal} bestanden'})" if aantal else ""
    return f"{uitgave.bestandsnaam}{achter}"


def bewijs(uitgave: Uitgave) -> str:
    """Return what is copied to prove what was sent: the SHA-256, and for a folder what it is of, file by file."""
    if not uitgave.bestanden:
        return uitgave.vingerafdruk
    regels = [f"{een.sha256}  {een.naam}" for een in uitgave.bestanden]
    return "\n".join([f"{uitgave.vingerafdruk}  {_WAT_DE_SOM_IS}", *regels])


_NAAR, _SOM = 3, 6
_SOM_BREED = 14
"""Letters of a SHA-256 that are seen: enough to tell two apart; the button copies all of it."""


class Verzendmodel(QAbstractTableModel):
    """The log as rows; holds no rules and asks nobody for data."""

    KOLOMMEN: tuple[tuple[str, Callable[[Verzending], str]], ...] = (
        ("Wanneer", lambda regel: tijdstip(regel.uitgave.moment)),
        ("Wat", lambda regel: f"{_SOORTEN[regel.uitgave.soort]} versie {regel.uitgave.versie}"),
        ("Voor", lambda regel: regel.lezers),
        ("Naar", lambda regel: ", ".join(f"{wie.naam} ({wie.wijze.value})" for wie in regel.uitgave.ontvangers)),
        ("Stand", stand),
        ("Bestand", lambda regel: bestand(regel.uitgave)),
        ("SHA-256", lambda regel: regel.uitgave.vingerafdruk),
    )

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._regels: tuple[Verzending, ...] = ()

    def show(self, regels: Sequence[Verzending]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._regels = tuple(regels)
        self.endResetModel()

    def regel(self, rij: int) -> Verzending:
        """Return the line in a row."""
        return self._regels[rij]

    def rowCount(self, ouder: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if ouder is not None and ouder.isValid() else len(self._regels)

    def columnCount(self, ouder: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if ouder is not None and ouder.isValid() else len(self.KOLOMMEN)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.KOLOMMEN[index.column()][1](self._regels[index.row()])
        return None

    def headerData(self, plaats: int, kant: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if role == Qt.ItemDataRole.DisplayRole and kant is Qt.Orientation.Horizontal:
            return self.KOLOMMEN[plaats][0]
        return None


class Verzendlijst(QWidget):
    """The log as a table, to look up, to copy a SHA-256 from and to withdraw a set (E4)."""

    intrekken_gevraagd = Signal(str, str)
    """The id of what was sent, and why it is withdrawn."""

    def __init__(self, load: Callable[[], Sequence[Verzending]], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._load = load
        self.setWindowTitle("Verzendlijst")
        self.model = Verzendmodel(self)
        self.tabel = QTableView()
        self.tabel.setModel(self.model)
        self.tabel.setAccessibleName("Verzendlijst")
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setWordWrap(False)
        self.tabel.verticalHeader().hide()
        kop = self.tabel.horizontalHeader()
        kop.setAccessibleName("Kolommen van de verzendlijst")
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setHighlightSections(False)
        kop.setSectionResizeMode(_NAAR, QHeaderView.ResizeMode.Stretch)
        self._leeg = QLabel("Nog niets verzonden. Wat u na het maken van een set vastlegt, komt hier te staan.")
        self._leeg.setWordWrap(True)
        self._leeg.setProperty("zacht", "ja")
        self._inhoud = QLabel()
        self._inhoud.setWordWrap(True)
        self._inhoud.setTextFormat(Qt.TextFormat.PlainText)
        self._inhoud.setProperty("zacht", "ja")
        self._reden = QLineEdit()
        self._reden.setAccessibleName("Reden van het intrekken")
        self._reden.setPlaceholderText("Waarom trekt u deze set in?")
        self._trek_in = QPushButton("&Intrekken")
        self._kopieer = QPushButton("SHA-256 &kopiëren")
        reden = QLabel("&Reden")
        reden.setBuddy(self._reden)
        onder = QHBoxLayout()
        for deel in (reden, self._reden, self._trek_in, self._kopieer):
            onder.addWidget(deel, 1 if deel is self._reden else 0)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self._leeg)
        kolom.addWidget(self.tabel, 1)
        kolom.addWidget(self._inhoud)
        kolom.addLayout(onder)
        self._trek_in.clicked.connect(self._vraag_intrekken)
        self._reden.returnPressed.connect(self._vraag_intrekken)
        self._reden.textChanged.connect(self._zet_knoppen)
        self._kopieer.clicked.connect(self._kopieer_som)
        self.tabel.selectionModel().currentRowChanged.connect(self._zet_knoppen)
        self.reload()

    def reload(self) -> None:
        """Ask for the log again and show it."""
        self.model.show(self._load())
        self._leeg.setVisible(self.model.rowCount() == 0)
        self.tabel.resizeColumnsToContents()
        letter = letterbreedte(self.fontMetrics())
        for kolom in range(self.model.columnCount()):
            hoogstens = letter * (_SOM_BREED if kolom == _SOM else 30)
            self.tabel.setColumnWidth(kolom, min(hoogstens, self.tabel.columnWidth(kolom)))
        if self.model.rowCount():
            self.tabel.selectRow(0)
        self._zet_knoppen()

    def _gekozen(self) -> Verzending | None:
        index = self.tabel.currentIndex()
        return self.model.regel(index.row()) if index.isValid() else None

    def _zet_knoppen(self) -> None:
        regel = self._gekozen()
        open_ = regel is not None and regel.uitgave.ingetrokken is None
        self._reden.setEnabled(open_)
        self._trek_in.setEnabled(open_ and bool(self._reden.text().strip()))
        self._kopieer.setEnabled(regel is not None)
        namen = ", ".join(een.naam for een in regel.uitgave.bestanden) if regel is not None else ""
        self._inhoud.setText(f"{_WAT_DE_SOM_IS}: {namen}." if namen else "")
        self._inhoud.setVisible(bool(namen))

    def _vraag_intrekken(self) -> None:
        regel = self._gekozen()
        if regel is not None and self._trek_in.isEnabled():
            self.intrekken_gevraagd.emit(regel.uitgave.id, self._reden.text())
            self._reden.clear()

    def _kopieer_som(self) -> None:
        regel = self._gekozen()
        if regel is not None:
            QGuiApplication.clipboard().setText(bewijs(regel.uitgave))


class Verzendvraag(QDialog):
    """Asks who got a set, and how."""

    def __init__(self, bestand: str, voorstel: Sequence[str], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Verzonden vastleggen")
        self._namen = QPlainTextEdit("\n".join(voorstel))
        self._namen.setTabChangesFocus(True)
        self._namen.setAccessibleName("Ontvangers, één per regel")
        self._wijze = QComboBox()
        self._wijze.addItems(list(_WIJZEN.values()))
        self._wijze.setAccessibleName("Hoe verzonden")
        knoppen = QDialogButtonBox()
        vast = knoppen.addButton("&Vastleggen", QDialogButtonBox.ButtonRole.AcceptRole)
        knoppen.addButton("&Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        vast.setDefault(True)
        wat = QLabel(f"‘{bestand}’ komt met zijn SHA-256 in de verzendlijst. U kunt dit ongedaan maken.")
        wat.setWordWrap(True)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow(wat)
        vorm.addRow("&Ontvangers, één per regel", self._namen)
        vorm.addRow("&Hoe", self._wijze)
        kolom = QVBoxLayout(self)
        kolom.addWidget(Rolvak(vorm), 1)
        kolom.addWidget(knoppen)
        knoppen.accepted.connect(self.accept)
        knoppen.rejected.connect(self.reject)
        for toetsen in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(toets_van(toetsen), self, self.accept)
        vast.setToolTip("Vastleggen (Ctrl+Enter)")
        vast.setFocus()  # the names are usually right; Enter among them makes a line

    @property
    def aan(self) -> tuple[Aan, ...]:
        """Who got it, and how."""
        wijze = list(_WIJZEN)[self._wijze.currentIndex()]
        namen = (regel.strip() for regel in self._namen.toPlainText().splitlines())
        return tuple((naam, wijze) for naam in namen if naam)
