"""How this laptop comes into a postbus: where it is, who one is there, and whether its server is the right one (M8)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.bundels.vraagvorm import Vraagvorm
from tk_desktop.desktop.parts.geheimveld import geheim_veld, toonvak
from tk_desktop.domain.uitwisseling import Postbus

RITMES = ((0, "alleen als ik het vraag"), (15, "elk kwartier"), (60, "elk uur"), (240, "elke vier uur"))
"""Minutes between two looks, and how they are said."""
_SERVERFOUTEN = ("TK-U35", "TK-U36")
_NIEUW = ""


class Soort(StrEnum):
    """What keeps a postbus, by how its address begins."""

    MAP = "map:"
    WEBDAV = "https://"
    SFTP = "sftp://"


_SOORTEN = (
    (Soort.MAP, "een gedeelde map of een stick"),
    (Soort.WEBDAV, "een WebDAV-server (Nextcloud, SharePoint, NAS)"),
    (Soort.SFTP, "een SFTP-server"),
)
_WIJZEN = (("", "een wachtwoord"), ("bestand", "een sleutelbestand"), ("agent", "de ssh-agent van deze computer"))
"""How one comes into an SFTP server."""
_VOORBEELD = {
    Soort.MAP: "bijvoorbeeld G:\\Bestuur\\Postbus",
    Soort.WEBDAV: "bijvoorbeeld https://cloud.waterkant.nl/remote.php/dav/files/roos/postbus",
    Soort.SFTP: "bijvoorbeeld sftp://bestanden.waterkant.nl/postbus",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Toegang:
    """What was filled in: a postbus, the password for it, whether the keyring keeps that, and minutes between looks."""

    postbus: Postbus
    wachtwoord: str
    onthoud: bool
    ritme: int


Probeer = Callable[[Toegang, Callable[[object], None], Callable[[TkError], None]], object]
"""Tries to come in beside other work; calls the first when that went well, or the second with why it did not."""


def kies_postmap(ouder: QWidget) -> str:
    """Let the user choose the folder of a postbus."""
    return QFileDialog.getExistingDirectory(ouder, "Map van de postbus")


def kies_certificaat(ouder: QWidget) -> str:
    """Let the user choose the certificate of an issuer of the organisation."""
    naam, _ = QFileDialog.getOpenFileName(ouder, "Certificaat van de uitgever", "", "Certificaat (*.pem *.crt *.cer)")
    return naam


def kies_sleutel(ouder: QWidget) -> str:
    """Let the user choose the file of a private key."""
    naam, _ = QFileDialog.getOpenFileName(ouder, "Sleutelbestand", str(Path.home() / ".ssh"))
    return naam


class Postbusvraag(QDialog):
    """Asks how to come into a postbus, and tries it before it is kept.

    ``gegeven`` tells the ``Toegang`` that worked, ``vergeten`` the address of a postbus that is used no more.
    """

    gegeven = Signal(object)
    vergeten = Signal(str)

    def __init__(self, bekend: Sequence[Postbus], ritme: int, probeer: Probeer, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._bekend = {een.adres: een for een in bekend}
        self._probeer = probeer
        self._hostsleutel = ""
        self.kies_map, self.kies_certificaat, self.kies_sleutel = kies_postmap, kies_certificaat, kies_sleutel
        self._vorm = Vraagvorm(
            self,
            "Postbus",
            "Een postbus is een plek waar alle laptops bij kunnen. Wat u verstuurt, wordt eerst ondertekend; wat niet "
            "openbaar is, wordt ook versleuteld. De beheerder van de server kan het niet lezen.",
            "&Verbinden",
            self._gaf,
        )
        self.doe = self._vorm.doe
        keuzes = [*((een, een) for een in self._bekend), (_NIEUW, "een nieuwe postbus")]
        self.welke = self._vorm.lijst("&Postbus", keuzes)
        self.soort = self._vorm.lijst("&Soort", [(soort.value, woorden) for soort, woorden in _SOORTEN])
        self.adres = QLineEdit()
        self.adres.setAccessibleName("Adres")
        self.blader = self._met_knop("&Adres", self.adres, self._blader)
        self.naam = self._vorm.veld("Uw &naam daar")
        self.wijze = self._vorm.lijst("Aan&melden met", _WIJZEN)
        self.sleutel = QLineEdit()
        self.sleutel.setAccessibleName("Sleutelbestand")
        self.sleutel.setPlaceholderText("bijvoorbeeld ~/.ssh/id_ed25519")
        self.blader_sleutel = self._met_knop("Sleutel&bestand", self.sleutel, self._blader_sleutel)
        self.wachtwoord = geheim_veld("Wachtwoord")
        self._vorm.vorm.addRow("&Wachtwoord", self.wachtwoord)
        self.toon = toonvak(self.wachtwoord)
        self._vorm.vorm.addRow("", self.toon)
        self.onthoud = self._vorm.vak("In de sleutel&ring van deze computer bewaren", aan=True)
        self.certificaat = QLineEdit()
        self.certificaat.setAccessibleName("Certificaat van de eigen uitgever")
        self.certificaat.setPlaceholderText("alleen als de server geen gewoon certificaat heeft")
        self.blader_certificaat = self._met_knop("&Certificaat", self.certificaat, self._blader_certificaat)
        self.ritme = self._vorm.lijst("Zelf &kijken", [(str(wat), woorden) for wat, woorden in RITMES], str(ritme))
        self.melding = QLabel()
        self.melding.setWordWrap(True)
        self._vorm.vorm.addRow(self.melding)
        self.klopt = QCheckBox("De sleutel van de server &klopt")
        self._vorm.vorm.addRow(self.klopt)
        self.weg = self._vorm.knop("Niet meer &gebruiken")
        self._verbind()
        self._toon_welke()
        self._vorm.pas()
        (self.welke if bekend else self.soort).setFocus()

    def weiger(self, fout: TkError) -> None:
        """Say why it did not work; a server that was never met is compared by its key."""
        self._bezig(False)
        self._meld(fout.zin)
        self._hostsleutel = str(fout.details["hostsleutel"]) if fout.code in _SERVERFOUTEN else ""
        self.klopt.setVisible(bool(self._hostsleutel))
        self._kijk_na()
        self._vorm.groei()
        self._vorm.toon(self.klopt if self._hostsleutel else self.melding)
        if self._hostsleutel:
            self.klopt.setFocus()
        elif fout.code == "TK-U32":
            self.wachtwoord.selectAll()
            self.wachtwoord.setFocus()

    def _verbind(self) -> None:
        self.welke.currentIndexChanged.connect(self._toon_welke)
        for lijst in (self.soort, self.wijze):
            lijst.currentIndexChanged.connect(self._toon_velden)
        for veld in (self.adres, self.naam, self.sleutel):
            veld.textChanged.connect(self._anders)
        self.klopt.toggled.connect(self._kijk_na)
        self.weg.clicked.connect(self._vergeet)

    def _met_knop(self, naam: str, veld: QLineEdit, doe: Callable[[], None]) -> QPushButton:
        """Add a line to type in with a button beside it that chooses, and return the button."""
        knop = QPushButton("Bladeren…")
        knop.setAutoDefault(False)
        knop.setAccessibleName(f"{veld.accessibleName()} kiezen")
        knop.clicked.connect(doe)
        rij = QHBoxLayout()
        rij.addWidget(veld, 1)
        rij.addWidget(knop)
        woorden = QLabel(naam)
        woorden.setBuddy(veld)
        self._vorm.vorm.addRow(woorden, rij)
        veld.setMinimumWidth(1)
        return knop

    def _toon_welke(self) -> None:
        """Fill in what is known of the postbus that was chosen."""
        nu = self._bekend.get(str(self.welke.currentData()), Postbus(adres=""))
        soort = next((een for een in Soort if nu.adres.startswith(een.value)), Soort.MAP)
        if nu.adres.startswith("http://"):
            soort = Soort.WEBDAV
        self._vorm.vorm.setRowVisible(self.welke, bool(self._bekend))
        self.soort.setCurrentIndex(self.soort.findData(soort.value))
        self.adres.setText(nu.adres.removeprefix(Soort.MAP) if soort is Soort.MAP else nu.adres)
        self.naam.setText(nu.gebruiker)
        self.certificaat.setText(nu.certificaat)
        wijze = nu.sleutel if nu.sleutel in ("", "agent") else "bestand"
        self.wijze.setCurrentIndex(self.wijze.findData(wijze))
        self.sleutel.setText(nu.sleutel if wijze == "bestand" else "")
        self.wachtwoord.clear()
        self.weg.setVisible(bool(nu.adres))
        self._toon_velden()

    def _toon_velden(self) -> None:
        soort = Soort(str(self.soort.currentData()))
        self.adres.setPlaceholderText(_VOORBEELD[soort])
        self.blader.setVisible(soort is Soort.MAP)
        wijze = self._wijze()
        self._vorm.vorm.setRowVisible(self.naam, soort is not Soort.MAP)
        for veld in (self.wachtwoord, self.toon, self.onthoud):
            self._vorm.vorm.setRowVisible(veld, soort is not Soort.MAP and wijze != "agent")
        self.wachtwoord.setPlaceholderText("van het sleutelbestand, als dat er een heeft" if wijze else "")
        self._vorm.vorm.setRowVisible(self.wijze, soort is Soort.SFTP)
        self._vorm.rij_van(self.sleutel, zichtbaar=wijze == "bestand")
        self._vorm.rij_van(self.certificaat, zichtbaar=soort is Soort.WEBDAV)
        self._anders()
        self._vorm.groei()

    def _anders(self) -> None:
        """Forget what was compared: it belongs to another address."""
        self._hostsleutel = ""
        self.klopt.setChecked(False)
        self.klopt.hide()
        self._meld("")
        self._kijk_na()

    def _kijk_na(self) -> None:
        gevuld = bool(self.adres.text().strip())
        met_naam = Soort(str(self.soort.currentData())) is Soort.MAP or bool(self._naam())
        met_naam = met_naam and (self._wijze() != "bestand" or bool(self.sleutel.text().strip()))
        vergeleken = not self._hostsleutel or self.klopt.isChecked()
        self.doe.setEnabled(gevuld and met_naam and vergeleken)
        self.doe.setDefault(True)  # a button that cannot be pressed is the default no more

    def _wijze(self) -> str:
        """Return how one comes in: with a password (empty), a file or the agent."""
        sftp = Soort(str(self.soort.currentData())) is Soort.SFTP
        return str(self.wijze.currentData()) if sftp else ""

    def _naam(self) -> str:
        """Return who one is there; an address may hold it too (``sftp://roos@server``)."""
        rest = self.adres.text().rpartition("://")[2].partition("/")[0]
        return self.naam.text().strip() or rest.rpartition("@")[0].strip()

    def toegang(self) -> Toegang:
        """Return what is filled in."""
        soort, tekst = Soort(str(self.soort.currentData())), self.adres.text().strip()
        adres = tekst if "://" in tekst and soort is not Soort.MAP else f"{soort.value}{tekst}"
        met_naam, wijze = soort is not Soort.MAP, self._wijze()
        bekend = self._bekend.get(adres, Postbus(adres=adres))
        return Toegang(
            postbus=replace(
                bekend,
                gebruiker=self._naam() if met_naam else "",
                certificaat=self.certificaat.text().strip() if soort is Soort.WEBDAV else "",
                sleutel=self.sleutel.text().strip() if wijze == "bestand" else wijze,
                hostsleutel=self._hostsleutel if self.klopt.isChecked() else bekend.hostsleutel,
            ),
            wachtwoord=self.wachtwoord.text() if met_naam else "",
            onthoud=met_naam and self.onthoud.isChecked(),
            ritme=int(str(self.ritme.currentData())),
        )

    def _gaf(self) -> None:
        self._bezig(True)
        self._meld("Er wordt verbinding gemaakt…", fout=False)
        self._probeer(self.toegang(), self._gelukt, self.weiger)

    def _gelukt(self, _: object) -> None:
        if not self.isVisible():
            return  # it was left meanwhile
        toegang = self.toegang()
        self.wachtwoord.clear()
        self.accept()
        self.gegeven.emit(toegang)

    def _vergeet(self) -> None:
        adres = str(self.welke.currentData())
        self.accept()
        self.vergeten.emit(adres)

    def _meld(self, tekst: str, *, fout: bool = True) -> None:
        self.melding.setText(tekst)
        self.melding.setVisible(bool(tekst))
        self.melding.setProperty("toon", "rood" if fout else "")
        self.melding.style().unpolish(self.melding)
        self.melding.style().polish(self.melding)

    def _bezig(self, bezig: bool) -> None:
        self._vorm.binnen.setEnabled(not bezig)
        self.weg.setEnabled(not bezig)
        self.doe.setEnabled(not bezig)

    def _blader(self) -> None:
        if gekozen := self.kies_map(self):
            self.adres.setText(str(Path(gekozen)))

    def _blader_sleutel(self) -> None:
        if gekozen := self.kies_sleutel(self):
            self.sleutel.setText(str(Path(gekozen)))

    def _blader_certificaat(self) -> None:
        if gekozen := self.kies_certificaat(self):
            self.certificaat.setText(str(Path(gekozen)))
