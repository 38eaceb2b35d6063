"""The rail: the parts of the program, one click or Ctrl+1…7 away."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.adres import Scherm
from tk_desktop.desktop.parts.commands import opdracht
from tk_desktop.desktop.parts.icons import icon

RAIL = {
    Scherm.VERGADERINGEN: "Vergaderingen",
    Scherm.STUKKEN: "Stukken",
    Scherm.BESLUITEN: "Besluiten",
    Scherm.ACTIES: "Acties",
    Scherm.PROGRAMMA: "Programma",
    Scherm.ZOEKEN: "Zoeken",
    Scherm.UITWISSELEN: "Uitwisselen",
}


class Rail(QWidget):
    """Buttons for the screens; ``gekozen`` tells the ``Scherm`` that was pressed."""

    gekozen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Onderdelen")
        self.knoppen: dict[Scherm, QToolButton] = {}
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(6, 8, 6, 8)
        kolom.setSpacing(2)
        self._aantallen: dict[Scherm, int] = {}
        self._smal = False
        for nummer, (scherm, naam) in enumerate(RAIL.items(), 1):
            knop = QToolButton()
            knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            knop.setAccessibleName(naam)
            knop.setIcon(icon(opdracht(f"beeld.{nummer}").icoon))
            knop.setToolTip(f"{naam} (Ctrl+{nummer})")
            knop.setCheckable(True)
            knop.setAutoExclusive(True)
            knop.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            knop.clicked.connect(self._gedrukt)
            kolom.addWidget(knop)
            self.knoppen[scherm] = knop
        kolom.addStretch(1)
        self._benoem()
        self._meet()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._meet()

    def toon(self, scherm: Scherm) -> None:
        """Mark the screen that is open; the start screen has no button."""
        for welke, knop in self.knoppen.items():
            knop.setAutoExclusive(False)
            knop.setChecked(welke is scherm)
            knop.setAutoExclusive(True)

    def tel(self, scherm: Scherm, aantal: int) -> None:
        """Say at a screen how many things wait there for the user."""
        self._aantallen[scherm] = aantal
        self.knoppen[scherm].setAccessibleName(f"{RAIL[scherm]}, {aantal} te doen" if aantal else RAIL[scherm])
        self._benoem()

    def toon_smal(self, *, smal: bool) -> None:
        """Show signs with the number of their key, or with words too."""
        if smal is not self._smal:
            self._smal = smal
            self._benoem()

    def _benoem(self) -> None:
        for nummer, (scherm, knop) in enumerate(self.knoppen.items(), 1):
            wacht = f" ({self._aantallen[scherm]})" if self._aantallen.get(scherm) else ""
            knop.setText(f"{nummer}{wacht}" if self._smal else f"{nummer}  {RAIL[scherm]}{wacht}")

    def _meet(self) -> None:
        """Let the buttons be as low as a line where large letters leave no room for more."""
        for knop in self.knoppen.values():
            knop.setMinimumHeight(self.fontMetrics().height())

    def _gedrukt(self) -> None:
        self.gekozen.emit(next(scherm for scherm, knop in self.knoppen.items() if knop is self.sender()))
