"""Asks the password of a received PDF until it fits, or until it is left out."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.session.slotvorm import Slotvorm

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
        self._vorm = Slotvorm(
            self,
            f"‘{bestand}’ gaat alleen open met een wachtwoord. Wie het stuurde, kent het. {daarna} "
            "Het wachtwoord wordt nergens bewaard.",
            veld="Wachtwoord van de pdf",
            anders="Weglaten",
        )
        self.veld, self.melding = self._vorm.veld, self._vorm.melding
        self._vorm.knoppen.accepted.connect(self._start)
        self.finished.connect(self.deleteLater)

    def _start(self) -> None:
        self._probeer(self._vorm.wacht(), self._past, self._vorm.weiger)

    def _past(self, geopend: Geopend) -> None:
        if not self.isVisible():
            return  # it was left out meanwhile
        self.veld.clear()
        self.accept()
        self.gelukt.emit(geopend)
