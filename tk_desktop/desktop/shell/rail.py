"""The rail: the parts of the program, one click or Ctrl+1…7 away."""

from PySide6.QtCore import Qt, Signal
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
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(6, 8, 6, 8)
        kolom.setSpacing(2)
        self.knoppen: dict[Scherm, QToolButton] = {}
        for nummer, (scherm, naam) in enumerate(RAIL.items(), 1):
            knop = QToolButton()
            knop.setText(f"{nummer}  {naam}")
            knop.setAccessibleName(naam)
            knop.setIcon(icon(opdracht(f"beeld.{nummer}").icoon))
            knop.setToolTip(f"{naam} (Ctrl+{nummer})")
            knop.setCheckable(True)
            knop.setAutoExclusive(True)
            knop.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            knop.clicked.connect(self._gedrukt)
            kolom.addWidget(knop)
            self.knoppen[scherm] = knop
        kolom.addStretch(1)

    def toon(self, scherm: Scherm) -> None:
        """Mark the screen that is open; the start screen has no button."""
        for welke, knop in self.knoppen.items():
            knop.setAutoExclusive(False)
            knop.setChecked(welke is scherm)
            knop.setAutoExclusive(True)

    def tel(self, scherm: Scherm, aantal: int) -> None:
        """Say at a screen how many things wait there for the user."""
        nummer, naam = list(RAIL).index(scherm) + 1, RAIL[scherm]
        knop = self.knoppen[scherm]
        knop.setText(f"{nummer}  {naam}{f' ({aantal})' if aantal else ''}")
        knop.setAccessibleName(f"{naam}, {aantal} te doen" if aantal else naam)

    def toon_smal(self, *, smal: bool) -> None:
        """Show signs alone, or signs with words."""
        stijl = Qt.ToolButtonStyle.ToolButtonIconOnly if smal else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for knop in self.knoppen.values():
            knop.setToolButtonStyle(stijl)

    def _gedrukt(self) -> None:
        self.gekozen.emit(next(scherm for scherm, knop in self.knoppen.items() if knop is self.sender()))
