"""Destroying dossiers of which the term is over, in the window: what may go, deciding so, and doing so for good."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.domain.bewaring import Aantal
from tk_desktop.domain.vernietiging import Vernietiging, Vernietigingsregel

UITLEG = (
    "Vernietigen gaat in twee stappen: eerst het besluit van wie dat mag nemen, dan het vernietigen zelf. Alleen "
    "gesloten dossiers waarvan de bewaartermijn om is, staan hier."
)
WEG = (
    "Vernietigen is niet ongedaan te maken. Agenda, stukken, besluiten en bestanden verdwijnen uit de werkmap, uit het "
    "zoeken en uit de reservekopieën. Het besluit en de verklaring van vernietiging blijven."
)
NIETS = "Er zijn geen gesloten dossiers waarvan de bewaartermijn om is."
_REGELS = 6
"""Lines that a list shows; the screen round it scrolls."""
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernietigbeeld:
    """What may be destroyed, and what was decided on, each with what readers wrote on it here."""

    mag: Sequence[Vernietigingsregel]
    besluiten: Sequence[tuple[Vernietiging, Aantal]]


class Vernietigvak(QWidget):
    """Shows what ``load`` gives; the signals tell what the user wants.

    ``besloten`` tells the ids of meetings and who decides, ``uitvoeren`` and ``verklaring`` the id of a decision.
    """

    besloten = Signal(object, str)
    lijst_gevraagd = Signal()
    uitvoeren = Signal(str)
    verklaring = Signal(str)

    def __init__(self, load: Callable[[], Vernietigbeeld]) -> None:
        super().__init__()
        self._load = load
        self._aangevinkt: frozenset[str] = frozenset()
        self._besluiten: dict[str, tuple[Vernietiging, Aantal]] = {}
        self.setAccessibleName("Dossiers vernietigen")
        self.mag = _lijst("Dossiers die vernietigd mogen worden")
        self.mag.itemChanged.connect(self._vinkte)
        self.geen = _tekst(NIETS)
        self.door = QLineEdit()
        self.door.setPlaceholderText("Het orgaan of de functionaris die dit mag")
        self.door.textChanged.connect(self._laat)
        self.leg_vast = QPushButton("Besluit &vastleggen")
        self.leg_vast.clicked.connect(self._besluit)
        self.bewaar = QPushButton("&Lijst opslaan…")
        self.bewaar.clicked.connect(self.lijst_gevraagd)
        self.besluiten = _lijst("Besluiten om te vernietigen")
        self.besluiten.currentItemChanged.connect(self._ander_besluit)
        self.wat = _tekst("")
        self.begrepen = QCheckBox("&Ik weet dat dit niet ongedaan te maken is")
        self.begrepen.toggled.connect(self._laat)
        self.doe = QPushButton("Nu ver&nietigen")
        self.doe.clicked.connect(self._voer_uit)
        self.papier = QPushButton("V&erklaring opslaan…")
        self.papier.clicked.connect(self._vraag_verklaring)
        self.weigering = _tekst("")
        self.weigering.setProperty("toon", "rood")
        self.weigering.setProperty("pil", "ja")
        self.weigering.hide()
        rand = QVBoxLayout(self)
        rand.setContentsMargins(0, 0, 0, 0)
        rand.addWidget(Rolvak(self._kolom()))
        self.reload()

    def _kolom(self) -> QVBoxLayout:
        vorm = QFormLayout()
        vorm.addRow("&Wie besluit", self.door)
        self.deel = QWidget()
        binnen = QVBoxLayout(self.deel)
        binnen.setContentsMargins(0, 0, 0, 0)
        for een in (_kop("Waarover is besloten"), self.besluiten, self.wat, _tekst(WEG), self.begrepen, self.weigering):
            binnen.addWidget(een)
        binnen.addLayout(_rij(self.doe, self.papier))
        kolom = QVBoxLayout()
        for een in (_tekst(UITLEG), _kop("Mag worden vernietigd"), self.geen, self.mag):
            kolom.addWidget(een)
        kolom.addLayout(vorm)
        kolom.addLayout(_rij(self.leg_vast, self.bewaar))
        kolom.addWidget(self.deel)
        kolom.addStretch(1)
        return kolom

    def reload(self) -> None:
        """Look again at what may go and what was decided; ticks stay, and what is new comes without one.

        The decision that was chosen stays so, unless another was taken since.
        """
        beeld = self._load()
        te_kiezen = self._te_kiezen(beeld)
        self._besluiten = {een.id: (een, noten) for een, noten in beeld.besluiten}
        with QSignalBlocker(self.mag):
            self.mag.clear()
            for regel in beeld.mag:
                item = QListWidgetItem(f"{regel.naam} · {regel.categorie} · {regel.bewaard}")
                item.setData(_ID, regel.vergadering)
                gevinkt = regel.vergadering in self._aangevinkt
                item.setCheckState(Qt.CheckState.Checked if gevinkt else Qt.CheckState.Unchecked)
                self.mag.addItem(item)
        self.mag.setVisible(bool(beeld.mag))
        self.geen.setVisible(not beeld.mag)
        with QSignalBlocker(self.besluiten):
            self.besluiten.clear()
            for een, _ in beeld.besluiten:
                item = QListWidgetItem(een.zin)
                item.setData(_ID, een.id)
                self.besluiten.addItem(item)
            self.besluiten.setCurrentRow(te_kiezen)
        self.deel.setVisible(bool(beeld.besluiten))
        self._ander_besluit()

    def geef_vrij(self) -> None:
        """Let the user go on where what ran is over: with its statement, when there is one."""
        self.setEnabled(True)
        (self.papier if self.papier.isEnabled() else self.besluiten).setFocus()

    def weiger(self, fout: TkError) -> None:
        """Say why nothing was destroyed."""
        self.weigering.setText(fout.zin)
        self.weigering.show()
        self.geef_vrij()

    def _te_kiezen(self, beeld: Vernietigbeeld) -> int:
        """Return the row of the decision to be chosen: one that is new, else what was chosen, else what waits."""
        gekozen, rijen = self._huidig(), [een for een, _ in beeld.besluiten]
        nieuw = (nr for nr, een in enumerate(rijen) if self._besluiten and een.id not in self._besluiten)
        zelfde = (nr for nr, een in enumerate(rijen) if gekozen is not None and een.id == gekozen[0].id)
        wacht = (nr for nr, een in enumerate(rijen) if een.wacht)
        return next(chain(nieuw, zelfde, wacht), 0)

    def _gekozen(self) -> tuple[str, ...]:
        rijen = (self.mag.item(nr) for nr in range(self.mag.count()))
        return tuple(str(rij.data(_ID)) for rij in rijen if rij.checkState() is Qt.CheckState.Checked)

    def _huidig(self) -> tuple[Vernietiging, Aantal] | None:
        item = self.besluiten.currentItem()
        return self._besluiten.get(str(item.data(_ID))) if item is not None else None

    def _ander_besluit(self) -> None:
        self.begrepen.setChecked(False)
        self.weigering.hide()
        gekozen = self._huidig()
        erbij = gekozen is not None and gekozen[0].wacht and bool(gekozen[1])
        self.wat.setText(f"Ook wat lezers erbij schreven, gaat weg: {gekozen[1]}." if gekozen and erbij else "")
        self.wat.setVisible(erbij)
        self._laat()

    def _vinkte(self) -> None:
        self._aangevinkt = frozenset(self._gekozen())
        self._laat()

    def _laat(self) -> None:
        self.leg_vast.setEnabled(bool(self._gekozen()) and bool(self.door.text().strip()))
        self.bewaar.setEnabled(self.mag.count() > 0)
        gekozen = self._huidig()
        wacht = gekozen is not None and gekozen[0].wacht
        self.begrepen.setEnabled(wacht)
        self.doe.setEnabled(wacht and self.begrepen.isChecked())
        self.papier.setEnabled(gekozen is not None and not wacht)

    def _besluit(self) -> None:
        gekozen, self._aangevinkt = self._gekozen(), frozenset()
        self.besloten.emit(gekozen, self.door.text().strip())

    def _voer_uit(self) -> None:
        gekozen = self._huidig()
        if gekozen is not None:
            self.setEnabled(False)
            self.uitvoeren.emit(gekozen[0].id)

    def _vraag_verklaring(self) -> None:
        gekozen = self._huidig()
        if gekozen is not None:
            self.verklaring.emit(gekozen[0].id)


def _lijst(naam: str) -> QListWidget:
    lijst = QListWidget()
    lijst.setAccessibleName(naam)
    lijst.setWordWrap(True)
    lijst.setFixedHeight(lijst.fontMetrics().height() * _REGELS)
    return lijst


def _tekst(woorden: str) -> QLabel:
    tekst = QLabel(woorden)
    tekst.setWordWrap(True)
    return tekst


def _kop(woorden: str) -> QLabel:
    kop = _tekst(woorden)
    kop.setProperty("kop", "2")
    return kop


def _rij(*knoppen: QPushButton) -> QHBoxLayout:
    rij = QHBoxLayout()
    for knop in knoppen:
        rij.addWidget(knop)
    rij.addStretch(1)
    return rij
