"""The layouts that were taught: another name for one of them, or to forget it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat
from tk_desktop.intake.indeling import Indeling


class Indelingbeheer(QDialog):
    """Shows what ``load`` gives; what is forgotten can be kept after all as long as this is open."""

    def __init__(
        self,
        load: Callable[[], Sequence[Indeling]],
        *,
        hernoem: Callable[[str, str], object],
        vergeet: Callable[[str], str],
        houd: Callable[[str, str], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self._load, self._hernoem, self._vergeet, self._houd = load, hernoem, vergeet, houd
        self._indelingen: Sequence[Indeling] = ()
        self._weg: tuple[str, str] | None = None
        self.setWindowTitle("Geleerde indelingen")
        self.balk = Meldbalk(sluitbaar=False)
        self.balk.hide()
        uitleg = QLabel("Naar deze indelingen worden pakken gelezen, naast die van TK Desktop zelf.")
        uitleg.setWordWrap(True)
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Geleerde indelingen")
        self.lijst.currentRowChanged.connect(self._toon)
        self.naam = QLineEdit()
        self.naam.setAccessibleName("Naam van de indeling")
        self.naam.editingFinished.connect(self._geef_naam)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Naam", self.naam)
        knoppen = Knoppenrij()
        self.vergeet = knoppen.addButton("&Vergeten", QDialogButtonBox.ButtonRole.ActionRole)
        self.vergeet.clicked.connect(self._haal_weg)
        knoppen.addButton("Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.rejected.connect(self.reject)
        for knop in knoppen.findChildren(QPushButton):
            knop.setAutoDefault(False)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.balk)
        kolom.addWidget(uitleg)
        kolom.addWidget(self.lijst, 1)
        kolom.addLayout(vorm)
        kolom.addWidget(knoppen)
        letter = self.fontMetrics()
        geef_maat(self, letterbreedte(letter) * 60, letter.height() * 18)
        self._vul(0)

    def _vul(self, rij: int) -> None:
        self._indelingen = self._load()
        self.lijst.clear()
        self.lijst.addItems([een.titel for een in self._indelingen])
        self.lijst.setCurrentRow(min(rij, self.lijst.count() - 1))
        self._toon()

    def _toon(self) -> None:
        gekozen = self._gekozen()
        self.naam.setText(gekozen.titel if gekozen else "")
        for ding in (self.naam, self.vergeet):
            ding.setEnabled(gekozen is not None)

    def _gekozen(self) -> Indeling | None:
        rij = self.lijst.currentRow()
        return self._indelingen[rij] if 0 <= rij < len(self._indelingen) else None

    def _geef_naam(self) -> None:
        gekozen, titel = self._gekozen(), " ".join(self.naam.text().split())
        if gekozen is None or not titel or titel == gekozen.titel:
            return
        self.balk.hide()
        with self.balk.meldt():
            self._hernoem(gekozen.naam, titel)
        self._vul(self.lijst.currentRow())

    def _haal_weg(self) -> None:
        gekozen = self._gekozen()
        if gekozen is not None:
            self._weg = gekozen.naam, self._vergeet(gekozen.naam)
            self._vul(self.lijst.currentRow())
            self.balk.meld(f"De indeling ‘{gekozen.titel}’ is vergeten.", [("&Toch houden", self._zet_terug)])

    def _zet_terug(self) -> None:
        if self._weg is not None:
            self._houd(*self._weg)
            self._weg = None
            self.balk.hide()
            self._vul(self.lijst.count())
