"""Where the subject of an item was treated before and is treated later: each step goes there (B15, B20)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.meeting.aanhouden import Herkomst


class Verloopveld(QWidget):
    """Shows the steps, the latest first; ``gevraagd`` tells the ``Adres`` of the one that the user wants to see."""

    gevraagd = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._stappen: tuple[tuple[str, Herkomst], ...] = ()
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._leeg = QLabel("Niet eerder besproken.")
        self._kolom.addWidget(self._leeg)
        self._knoppen: list[tuple[QPushButton, str]] = []

    def toon(self, eerder: Sequence[Herkomst], later: Sequence[Herkomst]) -> None:
        """Show the steps of a subject: those after this item, then those before it."""
        stappen = (*(("verder", stap) for stap in reversed(later)), *(("eerder", stap) for stap in eerder))
        if stappen == self._stappen:
            return
        self._stappen = stappen
        for knop, _ in self._knoppen:
            self._kolom.removeWidget(knop)
            knop.hide()
            knop.deleteLater()
        self._knoppen = [self._knop(woord, stap) for woord, stap in stappen]
        for knop, _ in self._knoppen:
            self._kolom.addWidget(knop)
            knop.show()
        self._leeg.setVisible(not stappen)
        self._kort_in()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of each step as there is room for."""
        super().resizeEvent(event)
        self._kort_in()

    def _kort_in(self) -> None:
        letters = self.fontMetrics()
        breed = self.width() - self._leeg.sizeHint().height() * 3  # the icon and the edges of a button
        for knop, tekst in self._knoppen:
            knop.setText(letters.elidedText(tekst, Qt.TextElideMode.ElideRight, breed).replace("&", "&&"))

    def _knop(self, woord: str, stap: Herkomst) -> tuple[QPushButton, str]:
        tekst = f"{woord}: {stap}"
        knop = QPushButton()
        knop.setIcon(icon("arrow-right" if woord == "verder" else "history"))
        knop.setAccessibleName(tekst)
        knop.setToolTip(f"{tekst}. Klik om erheen te gaan.")
        knop.setMinimumWidth(1)  # never makes the panel wider; the tip has all words
        knop.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        knop.setAutoDefault(False)
        plek = Adres(scherm=Scherm.VERGADERINGEN, vergadering=stap.vergadering_id, punt=stap.punt_id)
        knop.clicked.connect(partial(self._ga, plek))
        return knop, tekst

    def _ga(self, plek: Adres, _: bool = False) -> None:
        self.gevraagd.emit(plek)
