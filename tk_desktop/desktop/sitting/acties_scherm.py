"""The list of acties and toezeggingen, with the one that is chosen ready to change (SCREENS 2.7)."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.lettermaat import minstens_hoog
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.desktop.sitting.actie_velden import Actieveldenblad
from tk_desktop.desktop.sitting.acties_bord import Actiebord
from tk_desktop.desktop.sitting.acties_cijfers import Cijfertabel
from tk_desktop.desktop.sitting.acties_regels import Actieregels
from tk_desktop.domain.actie import Actie, Actiesoort
from tk_desktop.domain.actielijst import Actiepost, Indeling, Keuzelijst, cijfers, deel_in, kies

LEEG = "Geen acties. Nieuwe acties ontstaan tijdens ‘Vergaderen’, of hier: typ wat er te doen is."
_NIETS = "Hier staat niets; kies ‘Alles’, of haal woorden uit de filter weg."


class Weergave(StrEnum):
    """How the actions are seen."""

    LIJST = "lijst"
    BORD = "bord"
    PERSOON = "cijfers per persoon"
    GREMIUM = "cijfers per gremium"
    TOEZEGGINGEN = "toezeggingenregister"


class Actiescherm(QWidget):
    """Shows a list and one action of it.

    ``ingevoerd`` tells a line that was typed for a new action, ``afgevinkt`` ids and whether these are done. The other
    signals are those of ``Actieveldenblad``; ``verplaatst`` tells what is moved on the board too.
    """

    ingevoerd = Signal(str)
    afgevinkt = Signal(list, bool)
    verplaatst = Signal(str, object)
    gewijzigd = Signal(str, object)
    gemeld = Signal(str, str)
    naar_punt = Signal(str)

    def __init__(self, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._vandaag = vandaag
        self._posten: tuple[Actiepost, ...] = ()
        self._getoond: tuple[Actiepost, ...] = ()
        self.setAccessibleName("Acties")
        self.keuze = QComboBox()
        self.keuze.setAccessibleName("Welke acties")
        for keuze in Keuzelijst:
            self.keuze.addItem(keuze.value.capitalize(), keuze)
        self.weergave = QComboBox()
        self.weergave.setAccessibleName("Zien als")
        for weergave in Weergave:
            self.weergave.addItem(weergave.value.capitalize(), weergave)
        self.gremium = QComboBox()
        self.gremium.setAccessibleName("Van welk gremium")
        self.gremium.addItem("Alle", "")
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
        self.stand.setWordWrap(True)
        self.lijst = Actieregels()
        minstens_hoog(self.lijst, 6)
        self.bord, self.cijfers = Actiebord(), Cijfertabel()
        self.velden = Actieveldenblad(vandaag)
        self._leg_uit()
        self._verbind()
        Focusdeur(self, lambda: self.filter)

    def toon(self, posten: Sequence[Actiepost]) -> None:
        """Show these actions; the one that was chosen stays chosen while it is in the list."""
        self._posten = tuple(posten)
        self._vul_gremia()
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
        if self.kijkt_als in (Weergave.LIJST, Weergave.TOEZEGGINGEN):
            return self.lijst.gekozen()
        return [self.huidig.id] if self.huidig is not None and self.kijkt_als is Weergave.BORD else []

    @property
    def kijkt_als(self) -> Weergave:
        """How the actions are seen."""
        return Weergave(self.weergave.currentData())

    @property
    def indeling(self) -> Indeling:
        """By what the list is divided on paper: as it is counted on the screen."""
        return Indeling.GREMIUM if self.kijkt_als is Weergave.GREMIUM else Indeling.PERSOON

    @property
    def huidig(self) -> Actie | None:
        """The action that is chosen."""
        return self.velden.actie

    def kies(self, id_: str) -> None:
        """Choose an action of the list."""
        (self.bord if self.kijkt_als is Weergave.BORD else self.lijst).kies(id_)

    def zoek_op(self, id_: str) -> None:
        """Show the list with an action, whatever was filtered away, and put the keyboard on it."""
        post = next((een for een in self._posten if een.actie.id == id_), None)
        if post is None:
            return
        self.weergave.setCurrentIndex(self.weergave.findData(Weergave.LIJST))
        if post not in self._getoond:
            self.besloten.setChecked(self.besloten.isChecked() or post.besloten)
            self.filter.clear()
            self.gremium.setCurrentIndex(0)
            self.keuze.setCurrentIndex(self.keuze.findData(Keuzelijst.ALLES))
        self.kies(id_)
        self.lijst.setFocus()

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        self.velden.leg_vast()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen goes."""
        self.leg_vast()
        super().hideEvent(event)

    def _leg_uit(self) -> None:
        boven = QWidget()
        stroom = Stroom(boven, tussen=8)
        self._bij_gremium = _label("Gre&mium", self.gremium)
        for label, veld in (
            (_label("&Zien als", self.weergave), self.weergave),
            (_label("&Toon", self.keuze), self.keuze),
            (self._bij_gremium, self.gremium),
            (_label("Va&n", self.filter), self.filter),
        ):
            for deel in (label, veld):
                deel.setMinimumHeight(self.filter.sizeHint().height())
                stroom.addWidget(deel)
        self.besloten.setMinimumHeight(self.filter.sizeHint().height())
        stroom.addWidget(self.besloten)
        erbij = QHBoxLayout()
        erbij.addWidget(_label("Nieuwe a&ctie", self.nieuw))
        erbij.addWidget(self.nieuw, 1)
        deler = QSplitter(Qt.Orientation.Vertical)
        deler.setChildrenCollapsible(False)
        self._bladen = QStackedWidget()
        for blad in (self.lijst, self.bord, self.cijfers):
            self._bladen.addWidget(blad)
        deler.addWidget(self._bladen)
        self._rol = _rol(self.velden)
        deler.addWidget(self._rol)
        deler.setStretchFactor(0, 1)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(boven)
        kolom.addLayout(erbij)
        kolom.addWidget(self.stand)
        kolom.addWidget(deler, 1)
        rol = Rolblad()
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setWidget(inhoud)
        QVBoxLayout(self).addWidget(rol)

    def _verbind(self) -> None:
        self.keuze.currentIndexChanged.connect(self._vul)
        self.gremium.currentIndexChanged.connect(self._vul)
        self.weergave.currentIndexChanged.connect(self._wissel)
        self.bord.gekozen.connect(self._andere)
        self.bord.verplaatst.connect(self.verplaatst)
        self.cijfers.geopend.connect(self._open_cijfers)
        self.filter.textChanged.connect(self._vul)
        self.besloten.toggled.connect(self._vul)
        self.nieuw.returnPressed.connect(self._voer_in)
        self.filter.returnPressed.connect(self._naar_lijst)
        self.lijst.currentItemChanged.connect(self._andere)
        self.lijst.gevinkt.connect(self.afgevinkt)
        self.velden.verplaatst.connect(self.verplaatst)
        self.velden.gewijzigd.connect(self.gewijzigd)
        self.velden.gemeld.connect(self.gemeld)
        self.velden.naar_punt.connect(self.naar_punt)

    def _wissel(self) -> None:
        """See the actions another way; the one that was chosen stays so."""
        self.leg_vast()
        nu = self.huidig.id if self.huidig else ""
        geteld = self.kijkt_als in (Weergave.PERSOON, Weergave.GREMIUM)
        blad = self.cijfers if geteld else self.bord if self.kijkt_als is Weergave.BORD else self.lijst
        self._bladen.setCurrentWidget(blad)
        self._rol.setVisible(not geteld)
        self.keuze.setEnabled(self.kijkt_als is Weergave.LIJST)
        self._vul()
        self.kies(nu)
        self._andere()

    def _open_cijfers(self, naam: str) -> None:
        """Show the actions of a name of which the numbers were looked at."""
        if self.kijkt_als is Weergave.GREMIUM:
            self.gremium.setCurrentIndex(max(0, self.gremium.findData(naam)))
        else:
            self.filter.setText(naam)
        self.weergave.setCurrentIndex(self.weergave.findData(Weergave.LIJST))
        self.lijst.setFocus()

    def _vul_gremia(self) -> None:
        """Offer the bodies that have actions, where there is more than one."""
        namen = sorted({post.gremium for post in self._posten}, key=str.casefold)
        nu = self.gremium.currentData()
        with QSignalBlocker(self.gremium):
            self.gremium.clear()
            self.gremium.addItem("Alle", "")
            for naam in namen:
                self.gremium.addItem(naam, naam)
            self.gremium.setCurrentIndex(max(0, self.gremium.findData(nu)))
        for deel in (self._bij_gremium, self.gremium):
            deel.setVisible(len(namen) > 1)

    def _vul(self) -> None:
        vandaag = self._vandaag()
        keuze = Keuzelijst(self.keuze.currentData()) if self.kijkt_als is Weergave.LIJST else Keuzelijst.ALLES
        openbaar = not self.besloten.isChecked()
        gremium = str(self.gremium.currentData() or "")
        hier = [post for post in self._posten if gremium in ("", post.gremium)]
        soort = Actiesoort.TOEZEGGING if self.kijkt_als is Weergave.TOEZEGGINGEN else None
        self._getoond = kies(hier, keuze, vandaag, door=self.filter.text(), soort=soort, openbaar=openbaar)
        dicht = sum(post.besloten for post in self._posten)
        mee = [post for post in self._posten if self.besloten.isChecked() or not post.besloten]
        gemeten = cijfers(mee, vandaag)
        self.besloten.setVisible(bool(dicht))
        te_laat = f" · {gemeten.te_laat} te laat" if gemeten.te_laat else ""
        niemand = f" · {gemeten.zonder_eigenaar} van niemand" if gemeten.zonder_eigenaar else ""
        oud = f" · de helft langer dan {gemeten.ouderdom_open} dagen open" if gemeten.ouderdom_open else ""
        weg = f" · {dicht} besloten niet getoond" if len(mee) < len(self._posten) else ""
        self.stand.setText(f"{gemeten.open} open{te_laat}{niemand}{oud} · {gemeten.afgerond} afgerond{weg}")
        with QSignalBlocker(self.lijst), QSignalBlocker(self.bord):
            leeg = _NIETS if self._posten else LEEG
            self.lijst.toon(self._getoond, vandaag, leeg, register=soort is not None)
            self.bord.toon(self._getoond, vandaag)
        self._vul_cijfers(vandaag)
        self._andere()

    def _vul_cijfers(self, vandaag: date) -> None:
        persoon = self.kijkt_als is not Weergave.GREMIUM
        delen = deel_in(self._getoond, self.indeling)
        rijen = ((naam, naam or "Nog niemand", cijfers(van, vandaag)) for naam, van in delen)
        self.cijfers.toon("Wie" if persoon else "Gremium", rijen)

    def _andere(self) -> None:
        id_ = self.bord.huidig() if self.kijkt_als is Weergave.BORD else self.lijst.huidig()
        if self.huidig is not None and id_ != self.huidig.id:
            self.leg_vast()
        self.velden.toon(next((post for post in self._getoond if post.actie.id == id_), None))

    def _voer_in(self) -> None:
        if self.nieuw.text().strip():
            self.ingevoerd.emit(self.nieuw.text())

    def _naar_lijst(self) -> None:
        self.lijst.setFocus()


def _label(woord: str, veld: QWidget) -> QLabel:
    label = QLabel(woord)
    label.setBuddy(veld)
    letter = QFont()
    letter.setKerning(False)  # else it is drawn wider than measured, for a letter that is underlined stands apart
    label.setFont(letter)
    return label


def _rol(vorm: QWidget) -> Rolvak:
    """Let the fields scroll where the screen is too low for them."""
    kolom = QVBoxLayout()
    kolom.addWidget(vorm)
    rol = Rolvak(kolom)
    minstens_hoog(rol, 4)
    return rol
