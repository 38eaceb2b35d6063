"""What is planned around a programme: an overview, and the fields of one line at a time when it is opened."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.programme.invulblad import Invulblad, Invulveld
from tk_desktop.desktop.programme.overlegboom import Overlegboom, Overlegplek
from tk_desktop.domain.overleg import Overlegstand

_NIEUW = (
    ("route", "Route toevoege&n…"),
    ("jaar", "Begrotings&jaar toevoegen…"),
    ("ronde", "Z&ienswijzen toevoegen…"),
)
Velden = Callable[[Overlegplek], tuple[str, Sequence[Invulveld], Sequence[tuple[str, str]]] | None]


class Overlegblad(QStackedWidget):
    """Shows an ``Overlegstand``; ``velden`` gives what there is to fill in of a line, or nothing when it is gone.

    ``nieuw`` asks for a ``route``, a ``jaar`` or a ``ronde``.
    """

    nieuw = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Overleg")
        self.boom, self.invul = Overlegboom(), Invulblad("Gegevens van het overleg")
        self.plek: Overlegplek | None = None
        self._velden: Velden | None = None
        self.addWidget(self._overzicht())
        self.addWidget(self.invul)
        self.boom.geopend.connect(self.open_plek)
        self.invul.terug.connect(self.sluit)

    @property
    def gekozen(self) -> Overlegplek | None:
        """What is open, else what is chosen."""
        return self.plek or (Overlegplek.van(self.boom.gekozen) if self.boom.gekozen else None)

    def toon(self, stand: Overlegstand, vandaag: date, velden: Velden) -> None:
        """Show what is planned as it stands now."""
        self._velden = velden
        self.boom.toon(stand, vandaag)
        if self.plek is not None and not self._vul():
            self.sluit()

    def open_plek(self, sleutel: str) -> None:
        """Show the fields of one line."""
        self.plek = Overlegplek.van(sleutel)
        if self._vul():
            self.setCurrentWidget(self.invul)
            self.invul.eerste().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.plek = None

    def sluit(self) -> None:
        """Show all lines again."""
        if self.plek is not None:
            self.invul.leg_vast()
            self.plek = None
            self.setCurrentIndex(0)
            self.boom.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.plek is not None:
            self.sluit()
            return
        super().keyPressEvent(event)

    def _vul(self) -> bool:
        inhoud = self._velden(self.plek) if self._velden and self.plek else None
        if inhoud is None or self.plek is None:
            return False
        self.invul.toon(self.plek.sleutel, *inhoud)
        return True

    def _overzicht(self) -> QWidget:
        vlak, boven = QWidget(), QWidget()
        rij = Stroom(boven)
        for soort, tekst in _NIEUW:
            knop = QPushButton(tekst)
            knop.setObjectName(soort)
            knop.clicked.connect(self._vraag)
            rij.addWidget(knop)
        kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(0, 4, 0, 0)
        kolom.addWidget(boven)
        kolom.addWidget(self.boom, 1)
        return vlak

    def _vraag(self) -> None:
        knop = self.sender()
        if knop is not None:
            self.nieuw.emit(knop.objectName())
