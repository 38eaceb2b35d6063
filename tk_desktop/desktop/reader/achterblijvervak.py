"""What somebody wrote on meetings that others took away, on the screen: read, kept as a file, let go for good (F16)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.domain.bewaring import Aantal, Achterblijver

UITLEG = (
    "Deze vergaderingen zijn elders verwijderd of vernietigd. Wat u er voor uzelf bij schreef, is van u: het blijft "
    "hier tot u het zelf laat gaan. Komt de vergadering terug, dan staat het er weer bij."
)
_REGELS = 8


class Achterblijvervak(QWidget):
    """Shows the words, and nothing at all when there are none.

    ``bewaren`` asks for a file with them, ``vernietigen`` that they go: it was said twice then.
    """

    bewaren = Signal()
    vernietigen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kop = QLabel()
        self.kop.setProperty("kop", "2")
        self.kop.setWordWrap(True)
        uitleg = QLabel(UITLEG)
        uitleg.setWordWrap(True)
        uitleg.setProperty("zacht", "ja")
        self.woorden = QPlainTextEdit()
        self.woorden.setReadOnly(True)
        self.woorden.setTabChangesFocus(True)
        self.woorden.setAccessibleName("Wat van u achterbleef")
        self.woorden.setMinimumHeight(self.fontMetrics().lineSpacing() * _REGELS)
        self.knop_bewaren = QPushButton("Bewaren als &bestand…")
        self.knop_bewaren.clicked.connect(self.bewaren)
        self.begrepen = QCheckBox("Ik weet dat dit niet ongedaan te maken is")
        self.knop_weg = QPushButton("&Voorgoed vernietigen")
        self.knop_weg.setEnabled(False)
        self.begrepen.toggled.connect(self.knop_weg.setEnabled)
        self.knop_weg.clicked.connect(self.vernietigen)
        knoppen = Stroom()
        for deel in (self.knop_bewaren, self.knop_weg):
            knoppen.addWidget(deel)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        for stuk in (self.kop, uitleg, self.woorden, self.begrepen):
            kolom.addWidget(stuk)
        kolom.addLayout(knoppen)
        self.toon(())

    def toon(self, alle: Sequence[Achterblijver]) -> None:
        """Show these; what was agreed to before no longer holds."""
        self.kop.setText(f"Bij vergaderingen die weg zijn, bleef van u: {sum((een.aantal for een in alle), Aantal())}")
        self.woorden.setPlainText(als_tekst(alle))
        self.begrepen.setChecked(False)
        self.setVisible(bool(alle))


def als_tekst(alle: Sequence[Achterblijver]) -> str:
    """Return the words, those of one note together."""
    return "\n\n".join("\n".join(een.woorden) for een in alle)
