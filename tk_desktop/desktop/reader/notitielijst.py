"""The notes of the set beside the pages: chosen from, filtered, counted (F9)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.reader.notitie_boom import Notitieboom
from tk_desktop.desktop.reader.notitie_woorden import telling
from tk_desktop.desktop.reader.notitiefilter import Notitiefilter
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.leeslijst import Aantekenkeuze

LEEG = "Selecteer tekst en druk op H om te markeren."
GEEN = "Geen aantekening past bij deze keuze."


class Notitielijst(QWidget):
    """Shows notes under the papers they are on.

    ``gekozen`` tells the id of the note that is to be gone to, ``aangewezen`` one that the arrow keys came upon,
    ``keuze_gewijzigd`` that others are to be shown, ``verwijderen_gevraagd`` one that is to be removed.
    """

    gekozen = Signal(str)
    aangewezen = Signal(str)
    keuze_gewijzigd = Signal()
    verwijderen_gevraagd = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Aantekeningen")
        self._getoond: tuple[Aantekening, ...] = ()
        self.filter = Notitiefilter()
        self.filter.gewijzigd.connect(self.keuze_gewijzigd)
        self.woord = QLineEdit()
        self.woord.setAccessibleName("Zoek in de aantekeningen")
        self.woord.setPlaceholderText("Zoek hierin")
        self.woord.setClearButtonEnabled(True)
        self.woord.textChanged.connect(self.keuze_gewijzigd)
        self.telling = QLabel()
        self.telling.setProperty("zacht", "ja")
        self._keus = QLabel()
        self._keus.setWordWrap(True)
        self._weg = QToolButton()
        self._weg.setIcon(icon("x"))
        self._weg.setAccessibleName("Alle aantekeningen tonen")
        self._weg.setToolTip("Alle aantekeningen tonen")
        self._weg.clicked.connect(self.kies_alles)
        self.boom = Notitieboom()
        self.boom.gekozen.connect(self.gekozen)
        self.boom.aangewezen.connect(self.aangewezen)
        self.boom.verwijderen_gevraagd.connect(self.verwijderen_gevraagd)
        boven = QHBoxLayout()
        boven.addWidget(self.telling, 1)
        boven.addWidget(self.filter)
        onder = QHBoxLayout()
        onder.addWidget(self._keus, 1)
        onder.addWidget(self._weg)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(4, 4, 4, 4)
        kolom.setSpacing(4)
        kolom.addLayout(boven)
        kolom.addLayout(onder)
        kolom.addWidget(self.woord)
        kolom.addWidget(self.boom, 1)
        Focusdeur(self, lambda: self.boom)

    @property
    def haltes(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return self.filter, self._weg, self.woord, self.boom

    @property
    def nodig(self) -> int:
        """How high it is when it shows all its notes and no empty room."""
        return self.sizeHint().height() - self.boom.sizeHint().height() + self.boom.nodig

    @property
    def getoond(self) -> tuple[Aantekening, ...]:
        """The notes that are shown, in order: what F8 goes through."""
        return self._getoond

    def toon(
        self,
        alle: Sequence[Aantekening],
        *,
        naam: Callable[[Aantekening], str],
        punten: Sequence[tuple[str, str]],
        lezer: str,
        gekozen: str,
    ) -> None:
        """Show those of these notes that are chosen, in this order.

        ``naam`` gives the heading under which a note stands, ``punten`` the items that can be chosen (id and name),
        ``gekozen`` the id of the note that was gone to.
        """
        self.filter.neem(alle, punten, lezer)
        keuze = replace(self.filter.keuze, lezer=lezer, woord=self.woord.text().strip())
        self._getoond = tuple(een for een in alle if keuze.toont(een))
        nummer = next((nr for nr, een in enumerate(self._getoond, 1) if een.id == gekozen), 0)
        self.telling.setText(telling(len(self._getoond), len(alle), nummer) if alle else "")
        keus = self.filter.woorden()
        self._keus.setText(keus)
        self._keus.setVisible(bool(keus))
        self._weg.setVisible(bool(keus))
        self.filter.setEnabled(bool(alle))
        self.woord.setEnabled(bool(alle))
        self.boom.leeg = GEEN if alle else LEEG
        self.boom.toon(self._getoond, naam, lezer, gekozen)

    def kies_alles(self) -> None:
        """Show all notes again."""
        self.woord.clear()
        self.filter.kies(Aantekenkeuze())
