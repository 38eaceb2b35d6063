"""One action ready to change: what, by whom, by when, how far, and what became of it (SCREENS 2.7)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from tk_desktop.desktop.parts.datumveld import DatumVeld
from tk_desktop.desktop.parts.focusdeur import zet_volgorde
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.tekstveld import Regelveld
from tk_desktop.domain.actie import Actie, Actiesoort, Actiestaat
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.datum import kort

_BREED = 80
"""Letters wide from which short fields stand beside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actievelden:
    """What the fields of one action say."""

    tekst: str
    door: str
    voor: date | None
    soort: Actiesoort
    portefeuillehouder: str
    besloten: bool = False


class Actieveldenblad(QWidget):
    """The fields of one action.

    ``gewijzigd`` tells its id and the ``Actievelden``, ``verplaatst`` its id and the ``Actiestaat`` that it has now,
    ``gemeld`` its id and what became of it, ``naar_punt`` its id when its item is asked for.
    """

    gewijzigd = Signal(str, object)
    verplaatst = Signal(str, object)
    gemeld = Signal(str, str)
    naar_punt = Signal(str)

    def __init__(self, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._nu: Actie | None = None
        self.tekst, self.door = Regelveld("Actie"), Regelveld("Door")
        self.portefeuillehouder = Regelveld("Portefeuillehouder")
        self.voor = DatumVeld("Voor", vandaag)
        self.soort = QComboBox()
        self.soort.setAccessibleName("Soort")
        for soort in Actiesoort:
            self.soort.addItem(soort.value, soort)
        self.staat = QComboBox()
        self.staat.setAccessibleName("Stand")
        for staat in Actiestaat:
            self.staat.addItem(staat.value, staat)
        self.dicht = QCheckBox("Besloten: in geen openbare lijst")
        self.bericht = QLineEdit()
        self.bericht.setAccessibleName("Wat is er gebeurd")
        self.bericht.setPlaceholderText("gemaild, gebeld … en druk op Enter")
        self.herkomst = QLabel()
        self.herkomst.setWordWrap(True)
        self.herkomst.setTextFormat(Qt.TextFormat.PlainText)
        self.herkomst.setProperty("zacht", "ja")
        self.knop_punt = QPushButton("Naar het agendapunt")
        plek = self.knop_punt.sizePolicy()
        plek.setRetainSizeWhenHidden(True)  # the room for these fields is divided before an action is chosen
        self.knop_punt.setSizePolicy(plek)
        self._leg_uit()
        self._verbind()
        self.toon(None)

    @property
    def actie(self) -> Actie | None:
        """The action that is shown."""
        return self._nu

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for veld in (self.tekst, self.door, self.portefeuillehouder):
            veld.leg_vast()

    def toon(self, post: Actiepost | None) -> None:
        """Show an action; what is being typed stays."""
        vorige = self._nu.id if self._nu else ""
        self._nu = post.actie if post else None
        self.setEnabled(post is not None)
        actie = self._nu
        zelfde = actie is not None and actie.id == vorige
        self.tekst.toon(actie.tekst if actie else "", zelfde=zelfde)
        self.door.toon(actie.door if actie else "", zelfde=zelfde)
        self.portefeuillehouder.toon(actie.portefeuillehouder if actie else "", zelfde=zelfde)
        if not (zelfde and self.voor.regel.hasFocus()):
            self.voor.toon(actie.voor if actie else None)
        with QSignalBlocker(self.soort), QSignalBlocker(self.staat), QSignalBlocker(self.dicht):
            self.soort.setCurrentIndex(self.soort.findData(actie.soort if actie else Actiesoort.ACTIE))
            self.staat.setCurrentIndex(self.staat.findData(actie.staat if actie else Actiestaat.OPEN))
            self.dicht.setChecked(post is not None and post.besloten)
        self.dicht.setEnabled(post is not None and not post.vast)
        self.herkomst.setText(_herkomst(post) if post else "")
        self.knop_punt.setVisible(actie is not None and actie.agendapunt_id is not None)

    def _leg_uit(self) -> None:
        """Lay out the fields of one action, two beside each other where they are short."""
        self._rooster = QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._breed = True
        self._rijen: tuple[tuple[str, QWidget, QWidget, int, int, int], ...] = (
            ("Act&ie", self.tekst, self.tekst, 0, 0, 3),
            ("&Door", self.door, self.door, 1, 0, 1),
            ("Vo&or", self.voor, self.voor.regel, 1, 2, 1),
            ("Soort", self.soort, self.soort, 2, 0, 1),
            ("&Portefeuillehouder", self.portefeuillehouder, self.portefeuillehouder, 2, 2, 1),
            ("Stand", self.staat, self.staat, 3, 0, 1),
            ("", self.dicht, self.dicht, 3, 2, 1),
            ("&Gebeurd", self.bericht, self.bericht, 4, 0, 3),
        )
        self._labels = tuple(_label(woord, buddy) for woord, _, buddy, _, _, _ in self._rijen)
        self._leg(breed=True)
        zet_volgorde(*(veld for _, veld, _, _, _, _ in self._rijen), self.knop_punt)

    def _leg(self, *, breed: bool) -> None:
        """Lay short fields two beside each other, or all below each other where there is little room."""
        boven = Qt.AlignmentFlag.AlignTop
        rooster = self._rooster
        for deel in (*self._labels, *(rij[1] for rij in self._rijen), self.herkomst, self.knop_punt):
            rooster.removeWidget(deel)
        for nummer, (label, (_, veld, buddy, rij, kolom, over)) in enumerate(
            zip(self._labels, self._rijen, strict=True)
        ):
            label.setMinimumHeight(buddy.sizeHint().height())
            hier, daar, samen = (rij, kolom, over) if breed else (nummer, 0, 1)
            rooster.addWidget(label, hier, daar, boven)
            rooster.addWidget(veld, hier, daar + 1, 1, samen, boven)
        onder = len(self._rijen)
        rooster.addWidget(self.herkomst, onder, 0, 1, 3 if breed else 2, boven)
        rechts = Qt.AlignmentFlag.AlignRight | boven
        rooster.addWidget(self.knop_punt, onder + (not breed), 3 if breed else 0, 1, 1 if breed else 2, rechts)
        rooster.setColumnStretch(1, 1)
        rooster.setColumnStretch(3, 1 if breed else 0)
        rooster.setRowStretch(onder + 2, 1)
        self._breed = breed

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        breed = event.size().width() > letterbreedte(self.fontMetrics()) * _BREED
        if breed is not self._breed:
            self._leg(breed=breed)

    def _verbind(self) -> None:
        for veld in (self.tekst, self.door, self.portefeuillehouder):
            veld.getypt.connect(self._vertel)
        self.voor.klaar.connect(self._vertel)
        self.soort.activated.connect(self._vertel)
        self.staat.activated.connect(self._andere_staat)
        self.dicht.toggled.connect(self._vertel)
        self.bericht.returnPressed.connect(self._meld)
        self.knop_punt.clicked.connect(self._naar_punt)

    def _andere_staat(self) -> None:
        if self._nu is not None:
            self.verplaatst.emit(self._nu.id, Actiestaat(self.staat.currentData()))

    def _vertel(self) -> None:
        if self._nu is None or self.voor.fout:
            return
        velden = Actievelden(
            tekst=self.tekst.text(),
            door=self.door.text(),
            voor=self.voor.datum,
            soort=Actiesoort(self.soort.currentData()),
            portefeuillehouder=self.portefeuillehouder.text(),
            besloten=self.dicht.isChecked() and self.dicht.isEnabled(),
        )
        nu = self._nu
        oud = Actievelden(
            tekst=nu.tekst,
            door=nu.door,
            voor=nu.voor,
            soort=nu.soort,
            portefeuillehouder=nu.portefeuillehouder,
            besloten=nu.besloten and self.dicht.isEnabled(),
        )
        if velden != oud:
            self.gewijzigd.emit(nu.id, velden)

    def _meld(self) -> None:
        if self._nu is not None and self.bericht.text().strip():
            self.gemeld.emit(self._nu.id, self.bericht.text())
            self.bericht.clear()

    def _naar_punt(self) -> None:
        if self._nu is not None:
            self.naar_punt.emit(self._nu.id)


def _label(woord: str, veld: QWidget) -> QLabel:
    label = QLabel(woord)
    label.setBuddy(veld)
    return label


def _herkomst(post: Actiepost) -> str:
    """Return where an action was said, and in which words."""
    uit = f"Afgesproken bij {post.uit}" if post.uit else f"Afgesproken op {kort(post.actie.ontstaan)}"
    zin = f": ‘{post.actie.oorsprong}’" if post.actie.oorsprong else ""
    standen = "".join(f"\n{kort(stand.datum)} {stand.tekst}" for stand in post.actie.standen)
    terug = f"\nKomt terug bij {post.terug}" if post.terug else ""
    return f"{uit}{zin}{terug}{standen}"
