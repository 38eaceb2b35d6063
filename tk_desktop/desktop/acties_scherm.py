"""The list of acties and toezeggingen, with the one that is chosen ready to change (SCREENS 2.7)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.acties_regels import Actieregels
from tk_desktop.desktop.datumveld import DatumVeld
from tk_desktop.desktop.lettermaat import minstens_hoog
from tk_desktop.desktop.tekstveld import Regelveld
from tk_desktop.domain.actie import Actie, Actiesoort
from tk_desktop.domain.actielijst import Actiepost, Keuzelijst, cijfers, kies
from tk_desktop.domain.datum import kort

LEEG = "Geen acties. Nieuwe acties ontstaan tijdens ‘Vergaderen’, of hier: typ wat er te doen is."
_NIETS = "Hier staat niets; kies ‘Alles’, of haal woorden uit de filter weg."


@dataclass(frozen=True, slots=True, kw_only=True)
class Actievelden:
    """What the fields of one action say."""

    tekst: str
    door: str
    voor: date | None
    soort: Actiesoort
    portefeuillehouder: str


class Actiescherm(QWidget):
    """Shows a list and one action of it.

    ``ingevoerd`` tells a line that was typed for a new action, ``afgevinkt`` ids and whether these are done,
    ``gewijzigd`` the id and the ``Actievelden`` of one, ``gemeld`` the id and what became of it, ``naar_punt`` the id
    of one whose item is asked for.
    """

    ingevoerd = Signal(str)
    afgevinkt = Signal(list, bool)
    gewijzigd = Signal(str, object)
    gemeld = Signal(str, str)
    naar_punt = Signal(str)

    def __init__(self, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._vandaag = vandaag
        self._posten: tuple[Actiepost, ...] = ()
        self._getoond: tuple[Actiepost, ...] = ()
        self._nu: Actie | None = None
        self.setAccessibleName("Acties")
        self.keuze = QComboBox()
        self.keuze.setAccessibleName("Welke acties")
        for keuze in Keuzelijst:
            self.keuze.addItem(keuze.value.capitalize(), keuze)
        self.filter = QLineEdit()
        self.filter.setAccessibleName("Alleen van")
        self.filter.setPlaceholderText("naam of rol")
        self.filter.setClearButtonEnabled(True)
        self.besloten = QCheckBox("Oo&k besloten")
        self.nieuw = QLineEdit()
        self.nieuw.setAccessibleName("Nieuwe actie")
        self.nieuw.setPlaceholderText("Wie: wat er te doen is voor 4 maart")
        self.stand = QLabel()
        self.stand.setProperty("zacht", "ja")
        self.lijst = Actieregels()
        minstens_hoog(self.lijst, 6)
        self.tekst, self.door = Regelveld("Actie"), Regelveld("Door")
        self.portefeuillehouder = Regelveld("Portefeuillehouder")
        self.voor = DatumVeld("Voor", vandaag)
        self.soort = QComboBox()
        self.soort.setAccessibleName("Soort")
        for soort in Actiesoort:
            self.soort.addItem(soort.value, soort)
        self.bericht = QLineEdit()
        self.bericht.setAccessibleName("Wat is er gebeurd")
        self.bericht.setPlaceholderText("gemaild, gebeld … en druk op Enter")
        self.herkomst = QLabel()
        self.herkomst.setWordWrap(True)
        self.herkomst.setTextFormat(Qt.TextFormat.PlainText)
        self.herkomst.setProperty("zacht", "ja")
        self.knop_punt = QPushButton("Naar het agendapunt")
        self._leg_uit()
        self._verbind()
        self._toon_actie(None)
        self.setFocusProxy(self.filter)

    def toon(self, posten: Sequence[Actiepost]) -> None:
        """Show these actions; the one that was chosen stays chosen while it is in the list."""
        self._posten = tuple(posten)
        self._vul()

    @property
    def getoond(self) -> tuple[Actiepost, ...]:
        """The actions that the list shows, in its order."""
        return self._getoond

    @property
    def van(self) -> str:
        """Of whom the list shows the actions, as it was typed; empty when of everybody."""
        return self.filter.text().strip()

    @property
    def gekozen(self) -> list[str]:
        """The ids of the actions that are chosen, from top to bottom."""
        return self.lijst.gekozen()

    @property
    def huidig(self) -> Actie | None:
        """The action that is chosen."""
        return self._nu

    def kies(self, id_: str) -> None:
        """Choose an action of the list."""
        self.lijst.kies(id_)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for veld in (self.tekst, self.door, self.portefeuillehouder):
            veld.leg_vast()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen goes."""
        self.leg_vast()
        super().hideEvent(event)

    def _leg_uit(self) -> None:
        boven = QHBoxLayout()
        for woord, veld in (("&Toon", self.keuze), ("Va&n", self.filter)):
            boven.addWidget(_label(woord, veld))
            boven.addWidget(veld, 1 if veld is self.filter else 0)
        boven.addWidget(self.besloten)
        erbij = QHBoxLayout()
        erbij.addWidget(_label("Nieuwe a&ctie", self.nieuw))
        erbij.addWidget(self.nieuw, 1)
        deler = QSplitter(Qt.Orientation.Vertical)
        deler.setChildrenCollapsible(False)
        deler.addWidget(self.lijst)
        deler.addWidget(_rol(self._leg_vorm_uit()))
        deler.setStretchFactor(0, 1)
        kolom = QVBoxLayout(self)
        kolom.addLayout(boven)
        kolom.addLayout(erbij)
        kolom.addWidget(self.stand)
        kolom.addWidget(deler, 1)

    def _leg_vorm_uit(self) -> QWidget:
        """Lay out the fields of one action, two beside each other where they are short."""
        self._vorm = QWidget()
        rooster = QGridLayout(self._vorm)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setColumnStretch(1, 1)
        rooster.setColumnStretch(3, 1)
        boven = Qt.AlignmentFlag.AlignTop
        plaatsen = (
            ("Act&ie", self.tekst, self.tekst, 0, 0, 3),
            ("&Door", self.door, self.door, 1, 0, 1),
            ("Vo&or", self.voor, self.voor.regel, 1, 2, 1),
            ("Soort", self.soort, self.soort, 2, 0, 1),
            ("&Portefeuillehouder", self.portefeuillehouder, self.portefeuillehouder, 2, 2, 1),
            ("&Gebeurd", self.bericht, self.bericht, 3, 0, 3),
        )
        vorige: QWidget | None = None
        for woord, veld, buddy, rij, kolom, breed in plaatsen:
            label = _label(woord, buddy)
            label.setMinimumHeight(buddy.sizeHint().height())
            rooster.addWidget(label, rij, kolom, boven)
            rooster.addWidget(veld, rij, kolom + 1, 1, breed, boven)
            if vorige is not None:
                QWidget.setTabOrder(vorige, buddy)
            vorige = buddy
        rooster.addWidget(self.herkomst, 4, 0, 1, 3, boven)
        rooster.addWidget(self.knop_punt, 4, 3, Qt.AlignmentFlag.AlignRight | boven)
        rooster.setRowStretch(5, 1)
        return self._vorm

    def _verbind(self) -> None:
        self.keuze.currentIndexChanged.connect(self._vul)
        self.filter.textChanged.connect(self._vul)
        self.besloten.toggled.connect(self._vul)
        self.nieuw.returnPressed.connect(self._voer_in)
        self.filter.returnPressed.connect(self._naar_lijst)
        self.lijst.currentItemChanged.connect(self._andere)
        self.lijst.gevinkt.connect(self.afgevinkt)
        for veld in (self.tekst, self.door, self.portefeuillehouder):
            veld.getypt.connect(self._vertel)
        self.voor.klaar.connect(self._vertel)
        self.soort.activated.connect(self._vertel)
        self.bericht.returnPressed.connect(self._meld)
        self.knop_punt.clicked.connect(self._naar_punt)

    def _vul(self) -> None:
        vandaag = self._vandaag()
        keuze = Keuzelijst(self.keuze.currentData())
        self._getoond = kies(
            self._posten, keuze, vandaag, door=self.filter.text(), openbaar=not self.besloten.isChecked()
        )
        dicht = sum(post.besloten for post in self._posten)
        mee = [post for post in self._posten if self.besloten.isChecked() or not post.besloten]
        gemeten = cijfers(mee, vandaag)
        self.besloten.setVisible(bool(dicht))
        te_laat = f" · {gemeten.te_laat} te laat" if gemeten.te_laat else ""
        niemand = f" · {gemeten.zonder_eigenaar} van niemand" if gemeten.zonder_eigenaar else ""
        oud = f" · de helft langer dan {gemeten.ouderdom_open} dagen open" if gemeten.ouderdom_open else ""
        weg = f" · {dicht} besloten niet getoond" if len(mee) < len(self._posten) else ""
        self.stand.setText(f"{gemeten.open} open{te_laat}{niemand}{oud} · {gemeten.afgerond} afgerond{weg}")
        with QSignalBlocker(self.lijst):
            self.lijst.toon(self._getoond, vandaag, _NIETS if self._posten else LEEG)
        self._andere()

    def _andere(self) -> None:
        id_ = self.lijst.huidig()
        if self._nu is not None and id_ != self._nu.id:
            self.leg_vast()
        self._toon_actie(next((post for post in self._getoond if post.actie.id == id_), None))

    def _toon_actie(self, post: Actiepost | None) -> None:
        vorige = self._nu.id if self._nu else ""
        self._nu = post.actie if post else None
        self._vorm.setEnabled(post is not None)
        actie = self._nu
        zelfde = actie is not None and actie.id == vorige
        self.tekst.toon(actie.tekst if actie else "", zelfde=zelfde)
        self.door.toon(actie.door if actie else "", zelfde=zelfde)
        self.portefeuillehouder.toon(actie.portefeuillehouder if actie else "", zelfde=zelfde)
        if not (zelfde and self.voor.regel.hasFocus()):
            self.voor.toon(actie.voor if actie else None)
        with QSignalBlocker(self.soort):
            self.soort.setCurrentIndex(self.soort.findData(actie.soort if actie else Actiesoort.ACTIE))
        self.herkomst.setText(_herkomst(post) if post else "")
        self.knop_punt.setVisible(actie is not None and actie.agendapunt_id is not None)

    def _voer_in(self) -> None:
        if self.nieuw.text().strip():
            self.ingevoerd.emit(self.nieuw.text())

    def _naar_lijst(self) -> None:
        self.lijst.setFocus()

    def _vertel(self) -> None:
        if self._nu is None or self.voor.fout:
            return
        velden = Actievelden(
            tekst=self.tekst.text(),
            door=self.door.text(),
            voor=self.voor.datum,
            soort=Actiesoort(self.soort.currentData()),
            portefeuillehouder=self.portefeuillehouder.text(),
        )
        nu = self._nu
        oud = Actievelden(
            tekst=nu.tekst, door=nu.door, voor=nu.voor, soort=nu.soort, portefeuillehouder=nu.portefeuillehouder
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


def _rol(vorm: QWidget) -> QScrollArea:
    """Let the fields scroll where the screen is too low for them."""
    rol = QScrollArea()
    rol.setWidgetResizable(True)
    rol.setFrameShape(QFrame.Shape.NoFrame)
    rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    minstens_hoog(rol, 4)
    rol.setWidget(vorm)
    return rol


def _herkomst(post: Actiepost) -> str:
    """Return where an action was said, and in which words."""
    uit = f"Afgesproken bij {post.uit}" if post.uit else f"Afgesproken op {kort(post.actie.ontstaan)}"
    zin = f": ‘{post.actie.oorsprong}’" if post.actie.oorsprong else ""
    standen = "".join(f"\n{kort(stand.datum)} {stand.tekst}" for stand in post.actie.standen)
    return f"{uit}{zin}{standen}"
