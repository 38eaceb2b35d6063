"""Asks for the passphrase of a protected werkmap, and for a new one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.geheimveld import geheim_veld, toonvak
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.session.slotvorm import Slotvorm

KWIJT = (
    "Niemand kan de werkmap openen zonder dit wachtwoord, ook de makers van TK Desktop niet. "
    "Schrijf het op en bewaar het op een veilige plek."
)
KORTST = 12
"""Letters that a new passphrase has at least (``exchange.sleutels``)."""


class Wachtwoordvraag(QDialog):
    """Asks until the passphrase fits, and then tells it (``gegeven``).

    ``uitleg`` says what it is for. ``probeer`` is tried in the background, and what it returns is ``uitkomst``;
    ``anders`` is what the button says that gives none.
    """

    gegeven = Signal(str)

    def __init__(
        self, uitleg: str, probeer: Callable[[str], object], ouder: QWidget | None = None, *, anders: str
    ) -> None:
        super().__init__(ouder)
        self.uitkomst: object = None
        self._probeer = probeer
        self._jobs = Jobs()
        self.finished.connect(self._jobs.sluit)
        self.setWindowTitle("Werkmap openen")
        self._vorm = Slotvorm(self, uitleg, veld="Wachtwoord", anders=anders)
        self.veld, self.melding = self._vorm.veld, self._vorm.melding
        self._vorm.knoppen.accepted.connect(self._start)

    def wijs_op_herstelblad(self) -> None:
        """Tell who forgot the passphrase that the words of the sheet open it too."""
        tekst = QLabel("Wachtwoord vergeten? Typ hier de 24 woorden van uw herstelblad, met een spatie ertussen.")
        tekst.setWordWrap(True)
        tekst.setProperty("zacht", "ja")
        self._vorm.voeg_toe(tekst)

    def _start(self) -> None:
        wachtwoord = self._vorm.wacht()
        job = Job(lambda _: self._probeer(wachtwoord))
        job.succeeded.connect(self._past)
        job.failed.connect(self._vorm.weiger)
        self._jobs.start_job(job)

    def _past(self, uitkomst: object) -> None:
        self.uitkomst = uitkomst
        wachtwoord = self.veld.text()
        self.veld.clear()
        self.accept()
        self.gegeven.emit(wachtwoord)


class NieuwWachtwoord(QDialog):
    """Asks for a new passphrase, twice, and for the old one where there is one; ``gegeven`` tells both."""

    gegeven = Signal(str, str)

    def __init__(self, ouder: QWidget, *, met_oud: bool, titel: str = "", uitleg: str = "") -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel or ("Wachtwoord wijzigen" if met_oud else "Werkmap beschermen"))
        self.oud = geheim_veld("Huidig wachtwoord") if met_oud else None
        self.nieuw, self.weer = geheim_veld("Nieuw wachtwoord"), geheim_veld("Nog een keer")
        woorden = QLabel(
            uitleg
            or "Alles in deze werkmap wordt versleuteld: de vergaderingen, de stukken en uw aantekeningen. " + KWIJT
            if not met_oud
            else KWIJT
        )
        woorden.setWordWrap(True)
        vorm = QFormLayout()
        if self.oud is not None:
            vorm.addRow("&Huidig wachtwoord", self.oud)
        vorm.addRow("&Nieuw wachtwoord", self.nieuw)
        vorm.addRow("Nog een &keer", self.weer)
        vorm.addRow("", toonvak(*(veld for veld in (self.oud, self.nieuw, self.weer) if veld is not None)))
        self.stand = QLabel()
        self.stand.setWordWrap(True)
        self.stand.setProperty("zacht", "ja")
        knoppen = Knoppenrij(QDialogButtonBox.StandardButton.Cancel)
        knoppen.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)  # Enter never throws away
        wat = "Wijzigen" if met_oud else "Kiezen" if titel else "Beschermen"
        self._doe = knoppen.addButton(wat, QDialogButtonBox.ButtonRole.AcceptRole)
        self._doe.setDefault(True)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.setSpacing(12)
        kolom.addWidget(woorden)
        kolom.addLayout(vorm)
        kolom.addWidget(self.stand)
        kolom.addWidget(knoppen)
        for veld in (self.oud, self.nieuw, self.weer):
            if veld is not None:
                veld.textChanged.connect(self._kijk_na)
        self.finished.connect(self.deleteLater)
        self._kijk_na()
        geef_maat(self, letterbreedte(self.fontMetrics()) * 70, self.sizeHint().height())

    def _kijk_na(self) -> None:
        bezwaar = bezwaar_tegen(self.nieuw.text(), self.weer.text())
        self.stand.setText(bezwaar or "Dit wachtwoord is goed.")
        self._doe.setEnabled(not bezwaar and (self.oud is None or bool(self.oud.text())))

    def _gaf(self) -> None:
        oud, nieuw = self.oud.text() if self.oud else "", self.nieuw.text()
        self.accept()
        self.gegeven.emit(oud, nieuw)


def bezwaar_tegen(wachtwoord: str, weer: str) -> str:
    """Return why a new passphrase cannot be taken yet, or nothing."""
    if len(wachtwoord) < KORTST:
        return f"Minstens {KORTST} tekens; vier losse woorden achter elkaar onthoudt u makkelijk."
    return "" if wachtwoord == weer else "Typ het wachtwoord nog een keer, precies gelijk."


class Wachtscherm(QDialog):
    """Shows what is being done with a whole werkmap, until it is; nothing can be stopped halfway."""

    def __init__(self, titel: str, werk: Callable[[Progress], object], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle(titel)
        self.uitkomst: object = None
        self.fout: TkError | None = None
        self._klaar = False
        self.stap = QLabel("Even geduld…")
        self.stap.setAccessibleName("Voortgang")
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(24, 20, 24, 20)
        kolom.addWidget(self.stap)
        self._jobs = Jobs()
        self._job = Job(werk)
        self._job.stepped.connect(self._toon)
        self._job.succeeded.connect(self._gelukt)
        self._job.failed.connect(self._mislukt)
        self._job.finished.connect(self._einde)
        geef_maat(self, letterbreedte(self.fontMetrics()) * 56, self.sizeHint().height())

    def doe(self) -> object:
        """Do the work and return what it gives, or raise its ``TkError``."""
        self._jobs.start_job(self._job)
        self.exec()
        self._jobs.sluit()
        if self.fout is not None:
            raise self.fout
        return self.uitkomst

    def reject(self) -> None:
        """Stay: this cannot be left halfway."""
        if self._klaar:
            super().reject()

    def _toon(self, wat: str, gedaan: int, totaal: int) -> None:
        if wat:
            self.stap.setText(f"{wat}: {gedaan} van {totaal}" if totaal else wat)

    def _gelukt(self, uitkomst: object) -> None:
        self.uitkomst = uitkomst

    def _mislukt(self, fout: TkError) -> None:
        self.fout = fout

    def _einde(self) -> None:
        self._klaar = True
        self.accept()
