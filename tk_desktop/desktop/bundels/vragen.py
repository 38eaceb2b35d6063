"""Questions of the exchange: for whom a bundle is, how this laptop takes part, and whether words are the same."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from tk_desktop.desktop.bundels.vraagvorm import BREED, Keuze, Vraagvorm
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat

IEDEREEN = ""
"""Instead of a device: the bundle is for everybody, with what is open alone."""


class Bundelvraag(QDialog):
    """For whom a bundle is made; ``gegeven`` tells the device (``IEDEREEN``: all), whether all goes along, and mail."""

    gegeven = Signal(str, bool, bool)

    def __init__(self, apparaten: Sequence[Keuze], ouder: QWidget) -> None:
        super().__init__(ouder)
        self._vorm = Vraagvorm(
            self,
            "Bundel maken",
            "Een bundel brengt wat de ander nog niet heeft en mag lezen. U kiest hierna waar het bestand komt.",
            "&Maken…",
            self._gaf,
        )
        self.doe = self._vorm.doe
        alle = [*apparaten, (IEDEREEN, "iedereen: alleen wat openbaar is, ook zonder TK Desktop te lezen")]
        self.voor = self._vorm.lijst("&Voor", alle)
        self.volledig = self._vorm.vak("&Alles, ook wat de ander al heeft")
        self.mail = self._vorm.vak("In &delen voor mail, van hoogstens 8 MB")
        self.voor.currentIndexChanged.connect(self._kijk_na)
        self._kijk_na()
        self._vorm.pas()

    def _kijk_na(self) -> None:
        een = bool(self.voor.currentData())
        self.volledig.setEnabled(een)
        self.mail.setEnabled(een)

    def _gaf(self) -> None:
        voor, volledig, mail = str(self.voor.currentData()), self.volledig.isChecked(), self.mail.isChecked()
        self.accept()
        self.gegeven.emit(voor, bool(voor) and volledig, bool(voor) and mail)


class Vrijgeefvraag(QDialog):
    """Which meeting readers get; ``gegeven`` tells its id and whether what was decided goes along."""

    gegeven = Signal(str, bool)

    def __init__(self, vergaderingen: Sequence[Keuze], nu: str, ouder: QWidget, *, uitkomsten: bool) -> None:
        super().__init__(ouder)
        self._vorm = Vraagvorm(
            self,
            "Vergadering vrijgeven",
            "Lezers krijgen de vergadering zoals zij nu is, met de volgende bundel. Wat besloten is, krijgen alleen de "
            "leden die het mogen lezen. Later geeft u haar opnieuw vrij; wat er niet meer in staat, verdwijnt dan.",
            "&Vrijgeven",
            self._gaf,
        )
        self.doe = self._vorm.doe
        self.welke = self._vorm.lijst("V&ergadering", vergaderingen, nu)
        self.uitkomsten = self._vorm.vak("Ook &besluiten, acties en vastgesteld verslag", aan=uitkomsten)
        self._vorm.pas()

    def _gaf(self) -> None:
        welke, uitkomsten = str(self.welke.currentData()), self.uitkomsten.isChecked()
        self.accept()
        self.gegeven.emit(welke, uitkomsten)


class Beginvraag(QDialog):
    """How the exchange is begun; ``gegeven`` tells its name, who begins it and how this laptop is called."""

    gegeven = Signal(str, str, str)

    def __init__(self, personen: Sequence[Keuze], nu: str, organisatie: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._vorm = Vraagvorm(
            self,
            "Uitwisselen beginnen",
            "U begint het uitwisselen als secretaris. Deze laptop krijgt sleutels achter een wachtwoord; daarna laat u "
            "anderen toe. Bent u lid en is het al begonnen? Kies dan Uitwisselen › Deze laptop aanmelden.",
            "&Beginnen",
            self._gaf,
        )
        self.doe = self._vorm.doe
        self.wie = self._vorm.lijst("&Wie bent u", personen, nu)
        self.organisatie = self._vorm.veld("&Naam van het geheel", organisatie)
        self.laptop = self._vorm.veld("Naam van deze &laptop", "Deze laptop")
        for veld in (self.organisatie, self.laptop):
            veld.textChanged.connect(self._kijk_na)
        self._kijk_na()
        self._vorm.pas()

    def _kijk_na(self) -> None:
        self.doe.setEnabled(
            self.wie.count() > 0 and bool(self.organisatie.text().strip() and self.laptop.text().strip())
        )

    def _gaf(self) -> None:
        gegeven = (self.organisatie.text().strip(), str(self.wie.currentData()), self.laptop.text().strip())
        self.accept()
        self.gegeven.emit(*gegeven)


class Aanmeldvraag(QDialog):
    """How somebody asks to take part; ``gegeven`` tells the name and how this laptop is called."""

    gegeven = Signal(str, str)

    def __init__(self, naam: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._vorm = Vraagvorm(
            self,
            "Deze laptop aanmelden",
            "U maakt een klein bestand en mailt het naar het secretariaat. Er staat niets geheims in. Ook een tweede "
            "laptop, of een nieuwe na verlies, meldt u zo aan.",
            "&Aanmelden…",
            self._gaf,
        )
        self.doe = self._vorm.doe
        self.naam = self._vorm.veld("Uw &naam", naam)
        self.laptop = self._vorm.veld("Naam van deze &laptop", "Laptop")
        for veld in (self.naam, self.laptop):
            veld.textChanged.connect(self._kijk_na)
        self._kijk_na()
        self._vorm.pas()

    def _kijk_na(self) -> None:
        self.doe.setEnabled(bool(self.naam.text().strip() and self.laptop.text().strip()))

    def _gaf(self) -> None:
        gegeven = (self.naam.text().strip(), self.laptop.text().strip())
        self.accept()
        self.gegeven.emit(*gegeven)


class Toelaatvraag(QDialog):
    """Whether a laptop that asks is let in; ``gegeven`` tells whose it is and in which role."""

    gegeven = Signal(str, str)

    def __init__(
        self, naam: str, laptop: str, ouder: QWidget, *, eigen: str, samen: str, personen: Sequence[Keuze], nu: str
    ) -> None:
        super().__init__(ouder)
        self.uitleg = (
            f"{naam} meldt ‘{laptop}’ aan. Bel, en vraag naar de zes woorden op dat scherm. Dit moeten ze zijn:\n\n"
            f"{eigen}\n\nLees daarna deze zes voor; die staan daar straks bij uw eerste bundel:\n\n{samen}"
        )
        self._vorm = Vraagvorm(
            self,
            "Laptop toelaten",
            self.uitleg,
            "&Toelaten",
            self._gaf,
        )
        self.doe = self._vorm.doe
        self.wie = self._vorm.lijst("&Wie is dit", personen, nu)
        rollen = [("bestuurder", "bestuurder"), ("secretaris", "secretaris"), ("ambtenaar", "ambtenaar")]
        self.rol = self._vorm.lijst("&Rol", rollen)
        self.gelijk = self._vorm.vak("De zes woorden zijn &gelijk")
        self.gelijk.toggled.connect(self._kijk_na)
        self._kijk_na()
        self._vorm.pas()

    def _kijk_na(self) -> None:
        self.doe.setEnabled(self.gelijk.isChecked() and self.wie.count() > 0)

    def _gaf(self) -> None:
        gegeven = (str(self.wie.currentData()), str(self.rol.currentData()))
        self.accept()
        self.gegeven.emit(*gegeven)


class Ondertekenvraag(QDialog):
    """Whether a change that another secretary made is signed; ``gegeven`` tells that it is."""

    gegeven = Signal()

    def __init__(self, door: str, wijzigingen: Sequence[str], ouder: QWidget) -> None:
        super().__init__(ouder)
        regels = "\n".join(f"•  {een}" for een in wijzigingen)
        self.uitleg = (
            f"{door} vraagt uw handtekening onder deze wijziging van de deelnemers:\n\n{regels}\n\n"
            "Bel om te vragen of dit zo is bedoeld. Met uw handtekening geldt de wijziging meteen, en zij is niet "
            "ongedaan te maken."
        )
        self._vorm = Vraagvorm(self, "Wijziging ondertekenen", self.uitleg, "&Ondertekenen", self._gaf)
        self.doe = self._vorm.doe
        self.zeker = self._vorm.vak("Ik heb het &nagevraagd en het klopt")
        self.zeker.toggled.connect(self.doe.setEnabled)
        self.doe.setEnabled(False)
        self._vorm.pas()

    def _gaf(self) -> None:
        self.accept()
        self.gegeven.emit()


class Woordenblad(QDialog):
    """Tells what was made and which six words belong to it."""

    def __init__(self, titel: str, tekst: str, woorden: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        uitleg = QLabel(tekst)
        uitleg.setWordWrap(True)
        self.woorden = QLineEdit(woorden)
        self.woorden.setReadOnly(True)
        self.woorden.setAccessibleName("Uw zes woorden")
        knoppen = Knoppenrij(QDialogButtonBox.StandardButton.Close)
        sluit = knoppen.button(QDialogButtonBox.StandardButton.Close)
        sluit.setDefault(True)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(uitleg)
        kolom.addWidget(self.woorden)
        kolom.addWidget(knoppen)
        geef_maat(self, letterbreedte(self.fontMetrics()) * BREED, self.sizeHint().height())
        self.finished.connect(self.deleteLater)
