"""The tray: notes of which the passage was not found in the newest version, and those to look at (F12)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte

LEEG = "Alle aantekeningen staan op hun plaats."
UITLEG = "Selecteer in het stuk de tekst waar deze aantekening hoort, en kies ‘Plaats hier’."
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Laderegel:
    """A note in the tray: the paper it is on, its own words, the passage it was written on and where that stood.

    ``gevonden`` tells that the program put it somewhere, probably rightly: ``nu`` is what it stands on, empty where no
    words are known. ``vorige``
    names the version it was written on when its pages can be looked at.
    """

    id: str
    papier: str
    kop: str
    citaat: str
    pagina: int
    reden: str
    gevonden: bool
    nu: str = ""
    nu_pagina: int = 0
    vorige: str = ""


class Notitielade(QWidget):
    """Lists notes, tells of the chosen one what it stood on and why it is here, and lets the user decide.

    ``aangewezen`` tells the id of a note that was chosen, ``gekozen`` of one to go to, ``plaatsen_gevraagd`` one to
    put on the words that are selected,
    ``bevestigd`` one that stands right, ``afgewezen`` one that does not, ``vorige_gevraagd`` one to see where it was.
    """

    aangewezen = Signal(str)
    gekozen = Signal(str)
    plaatsen_gevraagd = Signal(str)
    bevestigd = Signal(str)
    afgewezen = Signal(str)
    vorige_gevraagd = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Na te kijken aantekeningen")
        self._regels: tuple[Laderegel, ...] = ()
        self.kop = QLabel(LEEG)
        self.kop.setWordWrap(True)
        self.lijst = _Lijst()
        self.lijst.setAccessibleName("Na te kijken aantekeningen")
        self.lijst.setWordWrap(True)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lijst.currentRowChanged.connect(self._gewisseld)
        self.lijst.itemActivated.connect(self._ga)
        self.lijst.itemClicked.connect(self._ga)
        self.over = QLabel()
        self.over.setTextFormat(Qt.TextFormat.PlainText)
        self.over.setWordWrap(True)
        self.over.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.over.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.over.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol = QScrollArea()
        rol.setWidgetResizable(True)
        rol.setWidget(self.over)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setFrameShape(QScrollArea.Shape.NoFrame)
        self.plaats = self._knop("&Plaats hier", "Op de tekst die in het stuk is geselecteerd", self._plaats)
        self.klopt = self._knop("&Klopt", "De aantekening staat goed", self._bevestig)
        self.klopt_niet = self._knop("Klopt n&iet", "Leg de aantekening bij de niet teruggevonden", self._wijs_af)
        self.vorige = self._knop("&Bekijk vorige versie", "Waar de aantekening stond", self._vorige)
        knoppen = QGridLayout()
        for plek, knop in enumerate((self.klopt, self.klopt_niet, self.plaats, self.vorige)):
            knoppen.addWidget(knop, plek // 2, plek % 2)
        onder = QWidget()
        kolom = QVBoxLayout(onder)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(rol, 1)
        kolom.addLayout(knoppen)
        delen = QSplitter(Qt.Orientation.Vertical)
        delen.setChildrenCollapsible(False)
        delen.addWidget(self.lijst)
        delen.addWidget(onder)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(4, 4, 4, 4)
        geheel.setSpacing(4)
        geheel.addWidget(self.kop)
        geheel.addWidget(delen, 1)
        Focusdeur(self, lambda: self.lijst)
        self._toon_gekozen()

    @property
    def huidig(self) -> str:
        """The id of the chosen note; empty when there is none."""
        regel = self._gekozen()
        return regel.id if regel else ""

    @property
    def aantal(self) -> int:
        """How many notes lie in it."""
        return len(self._regels)

    def toon(self, regels: Sequence[Laderegel]) -> None:
        """Show these notes; the chosen one stays chosen, else the one that took its place."""
        regels = tuple(regels)
        if regels == self._regels:
            return
        rij, was = self.lijst.currentRow(), self.huidig
        self._regels = regels
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for regel in regels:
            self.lijst.addItem(_rij(regel))
        ids = [regel.id for regel in regels]
        self.lijst.setCurrentRow(ids.index(was) if was in ids else max(0, min(rij, len(ids) - 1)) if ids else -1)
        self.lijst.blockSignals(False)
        weg = sum(not regel.gevonden for regel in regels)
        self.kop.setText(_kop(weg, len(regels) - weg))
        self._toon_gekozen()

    def kies(self, id_: str) -> None:
        """Choose a note; none when it does not lie here."""
        ids = [regel.id for regel in self._regels]
        self.lijst.setCurrentRow(ids.index(id_) if id_ in ids else -1)

    def kies_een(self) -> None:
        """Choose the first note when none is chosen."""
        if not self.huidig and self._regels:
            self.lijst.setCurrentRow(0)

    def _gekozen(self) -> Laderegel | None:
        rij = self.lijst.currentRow()
        return self._regels[rij] if 0 <= rij < len(self._regels) else None

    def _gewisseld(self) -> None:
        self._toon_gekozen()
        if self.huidig:
            self.aangewezen.emit(self.huidig)

    def _toon_gekozen(self) -> None:
        regel = self._gekozen()
        self.over.setText(_over(regel) if regel else "")
        self.plaats.setEnabled(regel is not None)
        for knop in (self.klopt, self.klopt_niet):
            knop.setVisible(regel is not None and regel.gevonden)
        self.vorige.setVisible(regel is not None and bool(regel.vorige))
        if regel is not None:
            self.vorige.setText(f"&Bekijk in {regel.vorige}")

    def _ga(self) -> None:
        if self.huidig:
            self.gekozen.emit(self.huidig)

    def _plaats(self) -> None:
        self.plaatsen_gevraagd.emit(self.huidig)

    def _bevestig(self) -> None:
        self.bevestigd.emit(self.huidig)

    def _wijs_af(self) -> None:
        self.afgewezen.emit(self.huidig)

    def _vorige(self) -> None:
        self.vorige_gevraagd.emit(self.huidig)

    def _knop(self, woorden: str, uitleg: str, doe: object) -> QPushButton:
        knop = QPushButton(woorden)
        knop.setAutoDefault(False)
        knop.setToolTip(uitleg)
        knop.setMinimumWidth(1)
        knop.clicked.connect(doe)
        return knop

    def sizeHint(self) -> QSize:
        """Ask no more than a column beside the pages."""
        letter = self.fontMetrics()
        return QSize(letterbreedte(letter) * 40, letter.height() * 24)


class _Lijst(QListWidget):
    """A list in which Enter goes to what is chosen; each note is told in some lines, with room between notes."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
            return
        super().keyPressEvent(event)


def _rij(regel: Laderegel) -> QListWidgetItem:
    stand = "na te kijken" if regel.gevonden else "niet teruggevonden"
    waar = f"blz. {regel.nu_pagina}" if regel.gevonden else f"stond op blz. {regel.pagina}"
    rij = QListWidgetItem(f"{regel.kop}\n{regel.papier}, {waar} · {stand}")
    rij.setIcon(icon("eye" if regel.gevonden else "triangle-alert"))
    rij.setData(_ID, regel.id)
    rij.setData(Qt.ItemDataRole.AccessibleTextRole, f"{stand}: {regel.kop}, {regel.papier}, {waar}. {regel.reden}")
    return rij


def _kop(weg: int, nakijken: int) -> str:
    """Return how many there are, in words."""
    delen = []
    if weg:
        delen.append("1 aantekening is niet teruggevonden" if weg == 1 else f"{weg} aantekeningen niet teruggevonden")
    if nakijken:
        delen.append(f"{nakijken} na te kijken")
    return f"{', '.join(delen)}." if delen else LEEG


def _over(regel: Laderegel) -> str:
    """Return what is told of a note: why it is here, what it stood on, what it stands on now, what can be done."""
    stond = f"Stond op blz. {regel.pagina}: “{regel.citaat}”" if regel.citaat else f"Stond op blz. {regel.pagina}."
    nu = f"Staat nu op blz. {regel.nu_pagina}{f': “{regel.nu}”' if regel.nu else '.'}" if regel.gevonden else ""
    return "\n\n".join(deel for deel in (regel.reden, stond, nu, "" if regel.gevonden else UITLEG) if deel)
