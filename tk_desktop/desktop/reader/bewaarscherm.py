"""How long own notes are kept, what will be destroyed and when, and the button that does it (F16)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.reader.achterblijvervak import Achterblijvervak
from tk_desktop.domain.bewaring import WACHTTIJD, Bewaarkeuze, Bewaarpost, aan_de_beurt, aankondiging
from tk_desktop.domain.datum import kort
from tk_desktop.domain.datuminvoer import Ligging

UITLEG = (
    "Wat u bij de stukken schrijft, blijft bewaard zolang u hier niets anders kiest. Kiest u voor vernietigen, dan "
    f"mag het weg vanaf {WACHTTIJD.days} dagen nadat het verslag is vastgesteld. U leest eerst hoeveel het is, en er "
    "verdwijnt niets voordat u op de knop drukt."
)
WEG = (
    "Vernietigen is niet ongedaan te maken. Uw aantekeningen, voorbereiding en bladwijzers verdwijnen ook uit het "
    "zoeken, uit de reservekopieën in de werkmap en uit wat u eerder deed. Wat u zelf als bestand bewaarde of "
    "afdrukte, blijft."
)
NIETS = "Er is nu niets om te vernietigen."
_WOORDEN = {
    Bewaarkeuze.BEWAREN: "Bewaren",
    Bewaarkeuze.VERNIETIGEN: "Vernietigen nadat het verslag is vastgesteld",
}
_ID = Qt.ItemDataRole.UserRole


class Bewaarscherm(QScrollArea):
    """Shows the choices and the meetings on which one wrote.

    ``keuze_gewijzigd`` tells the id of a body and a ``Bewaarkeuze``, ``dag_gewijzigd`` the id of a meeting and a date
    or nothing, ``vernietigen_gevraagd`` the ids of the meetings of which everything goes. ``achterblijvers`` shows what
    one wrote on meetings that are gone.
    """

    keuze_gewijzigd = Signal(str, object)
    dag_gewijzigd = Signal(str, object)
    vernietigen_gevraagd = Signal(object)

    def __init__(self, gremia: Mapping[str, tuple[str, Bewaarkeuze]], vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._vandaag = vandaag
        self._posten: tuple[Bewaarpost, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keuzes = {id_: self._keuze(id_, naam, keuze) for id_, (naam, keuze) in gremia.items()}
        self.lijst = _lijst()
        self.lijst.currentItemChanged.connect(self._andere_vergadering)
        self.dag = DatumVeld("Verslag vastgesteld op", vandaag, Ligging.DICHTBIJ)
        self.dag.klaar.connect(self._dag_klaar)
        self._bij_dag = _tekst("", zacht=True)
        self.aankondiging = _tekst("")
        self.aankondiging.setProperty("kop", "2")
        self.achterblijvers = Achterblijvervak()
        self.begrepen = QCheckBox("Ik weet dat dit niet ongedaan te maken is")
        self.knop = QPushButton("Nu vernietigen")
        self._fout = _tekst("")
        self._fout.setProperty("toon", "rood")
        self._fout.setProperty("pil", "ja")
        self._fout.hide()
        self.begrepen.toggled.connect(self._zet_knop)
        self.knop.clicked.connect(self._vraag)
        self.setWidget(self._inhoud([naam for naam, _ in gremia.values()]))
        self._zet_knop()

    @property
    def aan_de_beurt(self) -> tuple[Bewaarpost, ...]:
        """The meetings of which everything may go."""
        return aan_de_beurt(self._posten, self._vandaag())

    def toon(self, posten: Sequence[Bewaarpost]) -> None:
        """Show on which meetings one wrote, and what happens with it."""
        self._posten = tuple(posten)
        for id_, veld in self.keuzes.items():
            keuze = next((post.keuze for post in posten if post.gremium_id == id_), None)
            if keuze is not None:
                with QSignalBlocker(veld):
                    veld.setCurrentIndex(veld.findData(keuze.value))
        vorige = self._huidig()
        with QSignalBlocker(self.lijst):
            self.lijst.clear()
            for post in posten:
                rij = QTreeWidgetItem(self._cellen(post))
                rij.setData(0, _ID, post.vergadering_id)
                self.lijst.addTopLevelItem(rij)
            nummers = [nr for nr, post in enumerate(posten) if vorige and post.vergadering_id == vorige.vergadering_id]
            self.lijst.setCurrentIndex(self.lijst.model().index(nummers[0] if nummers else 0, 0))
        self._andere_vergadering()
        self.begrepen.setChecked(False)
        self.aankondiging.setText(aankondiging(posten, self._vandaag()) or NIETS)
        self._fout.hide()
        self._zet_knop()

    def weiger(self, fout: TkError) -> None:
        """Say why nothing was destroyed."""
        self._fout.setText(fout.zin)
        self._fout.show()
        self.setEnabled(True)

    def bezig(self, is_bezig: bool) -> None:
        """Let nothing be chosen while it is destroyed."""
        self.setEnabled(not is_bezig)

    def _cellen(self, post: Bewaarpost) -> list[str]:
        if post.vastgesteld is None:
            stand = "nog niet bekend"
        else:
            stand = kort(post.vastgesteld) if post.uit_verslag else f"{kort(post.vastgesteld)} (door u ingevuld)"
        dag = post.vernietigdag
        if post.keuze is Bewaarkeuze.BEWAREN:
            daarna = "blijft bewaard"
        elif dag is None:
            daarna = "nadat het verslag is vastgesteld"
        else:
            daarna = "nu te vernietigen" if dag <= self._vandaag() else f"vanaf {kort(dag)}"
        return [f"{post.naam} {kort(post.datum)}", str(post.aantal), stand, daarna]

    def _huidig(self) -> Bewaarpost | None:
        rij = self.lijst.currentItem()
        id_ = rij.data(0, _ID) if rij is not None else ""
        return next((post for post in self._posten if post.vergadering_id == id_), None)

    def _andere_vergadering(self) -> None:
        post = self._huidig()
        self.dag.toon(post.vastgesteld if post else None)
        self.dag.setEnabled(post is not None and not post.uit_verslag)
        self._bij_dag.setText(
            "Deze dag komt uit het verslag in deze werkmap."
            if post is not None and post.uit_verslag
            else "Staat het verslag niet in deze werkmap, dan typt u hier de dag. Leeg: nog niet vastgesteld."
        )

    def _dag_klaar(self) -> None:
        post = self._huidig()
        if post is not None and not post.uit_verslag and not self.dag.fout and self.dag.datum != post.vastgesteld:
            self.dag_gewijzigd.emit(post.vergadering_id, self.dag.datum)

    def _zet_knop(self) -> None:
        kan = bool(self.aan_de_beurt)
        self.begrepen.setEnabled(kan)
        self.knop.setEnabled(kan and self.begrepen.isChecked())

    def _vraag(self) -> None:
        self.vernietigen_gevraagd.emit([post.vergadering_id for post in self.aan_de_beurt])

    def _keuze(self, gremium_id: str, naam: str, keuze: Bewaarkeuze) -> QComboBox:
        veld = QComboBox()
        veld.setAccessibleName(f"Bewaren bij {naam}")
        veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        veld.setMinimumContentsLength(16)
        for een, woord in _WOORDEN.items():
            veld.addItem(woord, een.value)
        veld.setCurrentIndex(veld.findData(keuze.value))

        def gekozen() -> None:
            self.keuze_gewijzigd.emit(gremium_id, Bewaarkeuze(veld.currentData()))

        veld.activated.connect(gekozen)
        return veld

    def _inhoud(self, namen: Sequence[str]) -> QWidget:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for naam, veld in zip(namen, self.keuzes.values(), strict=True):
            vorm.addRow(naam.replace("&", "&&"), veld)
        dag = QFormLayout()
        dag.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        dag.addRow("Verslag &vastgesteld op", self.dag)
        dag.addRow("", self._bij_dag)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.addWidget(_tekst(UITLEG))
        kolom.addLayout(vorm)
        kolom.addWidget(self.lijst, 1)
        kolom.addLayout(dag)
        for deel in (self.aankondiging, _tekst(WEG, zacht=True), self.begrepen, self._fout):
            kolom.addWidget(deel)
        kolom.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addWidget(self.achterblijvers)
        return inhoud


def _tekst(woorden: str, *, zacht: bool = False) -> QLabel:
    label = QLabel(woorden)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if zacht:
        label.setProperty("zacht", "ja")
    return label


def _lijst() -> QTreeWidget:
    lijst = QTreeWidget()
    lijst.setAccessibleName("Vergaderingen waarbij u schreef")
    lijst.setHeaderLabels(["Vergadering", "Wat u schreef", "Verslag vastgesteld", "Vernietigen"])
    lijst.header().setAccessibleName("Kolommen van de vergaderingen")
    lijst.setRootIsDecorated(False)
    lijst.setAllColumnsShowFocus(True)
    lijst.setTabKeyNavigation(False)
    lijst.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    lijst.header().setStretchLastSection(False)
    for kolom in range(1, 4):
        lijst.header().setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
    lijst.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    lijst.header().setMinimumSectionSize(letterbreedte(lijst.fontMetrics()) * 12)
    lijst.setMinimumHeight(lijst.fontMetrics().lineSpacing() * 6)
    return lijst
