"""The bar above a paper of which another version came: what became of the notes, and what can be looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.stroomlayout import Stroom


class Versiebalk(QFrame):
    """Says one sentence and offers three things (SCREENS 2.5); hidden until there is something to say.

    ``verschil_gevraagd``, ``vorige_gevraagd`` and ``nakijken_gevraagd`` are its buttons, ``gesloten`` its cross.
    """

    verschil_gevraagd = Signal()
    vorige_gevraagd = Signal()
    nakijken_gevraagd = Signal()
    gesloten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Nieuwe versie")
        self.setProperty("toon", "oranje")
        self._tekst = QLabel()
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self._tekst.setWordWrap(True)
        self._tekst.setProperty("toon", "oranje")
        teken = QLabel()
        maat = self.fontMetrics().height()
        teken.setPixmap(icon("history").pixmap(maat, maat))
        teken.setProperty("toon", "oranje")
        self.verschil = self._knop("Bekijk &verschil", self.verschil_gevraagd)
        self.vorige = self._knop("Bekijk v&orige versie", self.vorige_gevraagd)
        self.nakijken = self._knop("&Nakijken", self.nakijken_gevraagd)
        self._sluit = QToolButton()
        self._sluit.setIcon(icon("x"))
        self._sluit.setAccessibleName("Deze regel sluiten")
        self._sluit.setToolTip("Deze regel sluiten (Esc)")
        self._sluit.clicked.connect(self.gesloten)
        knoppen = Stroom()
        for knop in (self.nakijken, self.verschil, self.vorige):
            knoppen.addWidget(knop)
        midden = QVBoxLayout()
        midden.addWidget(self._tekst)
        midden.addLayout(knoppen)
        rij = QHBoxLayout(self)
        rij.addWidget(teken, 0, Qt.AlignmentFlag.AlignTop)
        rij.addLayout(midden, 1)
        rij.addWidget(self._sluit, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def tekst(self) -> str:
        """What it says; empty when it is not shown."""
        return "" if self.isHidden() else self._tekst.text()

    def toon(self, tekst: str, *, nakijken: int, verschil: bool, vorige: str) -> None:
        """Say this; ``vorige`` names the version that can be looked at (``v1``), empty when its pages are gone.

        ``nakijken`` is how many notes are to be looked at, ``verschil`` whether the words of both are known.
        """
        nieuw = tekst != self.tekst
        self._tekst.setText(tekst)
        self.nakijken.setText(f"&Nakijken ({nakijken})")
        self.nakijken.setVisible(nakijken > 0)
        self.verschil.setVisible(verschil)
        self.vorige.setText(f"Bekijk {vorige}")
        self.vorige.setVisible(bool(vorige))
        self.show()
        if nieuw:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tekst))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.gesloten.emit()
        else:
            super().keyPressEvent(event)

    def _knop(self, woorden: str, gevraagd: object) -> QPushButton:
        knop = QPushButton(woorden)
        knop.setAutoDefault(False)
        knop.setMinimumWidth(1)
        knop.clicked.connect(gevraagd)
        return knop
