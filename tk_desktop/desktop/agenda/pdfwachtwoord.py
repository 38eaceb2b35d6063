"""Asks the password of a received PDF until it fits, or until it is left out."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.foutmelding import zin
from tk_desktop.desktop.parts.geheimveld import geheim_veld, toonvak
from tk_desktop.desktop.session.dialoog import Knoppenrij, geef_maat, groei_mee

Geopend = Mapping[Path, Path]
"""What one password opened: the copy without password, by received file."""

Probeer = Callable[[str, Callable[[Geopend], None], Callable[[TkError], None]], object]
"""Tries a password beside other work; calls the first with what it opened, or the second with why it did not."""

IN_EEN_SET = "Het bestand blijft bewaard zoals het kwam; in een set gaat het zonder wachtwoord mee."
"""What happens to a paper that was opened."""


class PdfWachtwoord(QDialog):
    """Asks for a password; ``gelukt`` tells what it opened (``Geopend``), ``rejected`` that the file is left out."""

    gelukt = Signal(object)

    def __init__(
        self, bestand: str, probeer: Probeer, ouder: QWidget | None = None, *, daarna: str = IN_EEN_SET
    ) -> None:
        super().__init__(ouder)
        self._probeer = probeer
        self.setWindowTitle("Wachtwoord van een pdf")
        uitleg = QLabel(
            f"‘{bestand}’ gaat alleen open met een wachtwoord. Wie het stuurde, kent het. {daarna} "
            "Het wachtwoord wordt nergens bewaard."
        )
        uitleg.setWordWrap(True)
        self.veld = geheim_veld("Wachtwoord van de pdf")
        vorm = QFormLayout()
        vorm.addRow("&Wachtwoord", self.veld)
        vorm.addRow("", toonvak(self.veld))
        self.melding = QLabel()
        self.melding.setWordWrap(True)
        self.melding.setProperty("toon", "rood")
        knoppen = Knoppenrij()
        self._open = knoppen.addButton("Openen", QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setDefault(True)
        self._open.setProperty("hoofd", "ja")
        knoppen.addButton("Weglaten", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        knoppen.accepted.connect(self._start)
        knoppen.rejected.connect(self.reject)
        self.veld.textChanged.connect(self._kijk_na)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(20, 16, 20, 16)
        kolom.setSpacing(12)
        kolom.addWidget(uitleg)
        kolom.addLayout(vorm)
        kolom.addWidget(self.melding)
        kolom.addWidget(knoppen)
        self.finished.connect(self.deleteLater)
        self._bezig(False)
        geef_maat(self, self.fontMetrics().averageCharWidth() * 64, self.sizeHint().height())

    def _kijk_na(self) -> None:
        self._open.setEnabled(bool(self.veld.text()))

    def _start(self) -> None:
        self._bezig(True)
        self.melding.setText("")
        self._probeer(self.veld.text(), self._past, self._past_niet)

    def _past(self, geopend: Geopend) -> None:
        if not self.isVisible():
            return  # it was left out meanwhile
        self.veld.clear()
        self.accept()
        self.gelukt.emit(geopend)

    def _past_niet(self, fout: TkError) -> None:
        self._bezig(False)
        self.melding.setText(zin(fout))
        groei_mee(self)
        self.veld.selectAll()
        self.veld.setFocus()

    def _bezig(self, bezig: bool) -> None:
        self.veld.setEnabled(not bezig)
        self._open.setEnabled(not bezig and bool(self.veld.text()))
        self._open.setDefault(True)  # a button that cannot be pressed is the default no more
