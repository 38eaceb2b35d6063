"""The header of the meeting screen: how late it is, how far the meeting is, who is there, and if that is enough."""

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.sitting.tafelwoorden import Merk, merk_van_verloop, merken_van_quorum, tijdzin
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.datum import klok
from tk_desktop.domain.zitting import Zitting

_TIK = 15_000
"""Milliseconds after which the clock looks again."""


_HOOFD = frozenset({"tafel.begin", "tafel.sluiten", "tafel.verslag"})
"""Steps that nobody can do without: their button stands out."""


class Teken(QLabel):
    """A drawing as large as a letter, that follows colours and letters."""

    def __init__(self, naam: str = "") -> None:
        super().__init__()
        self._naam = naam
        self._teken()

    def zet(self, naam: str) -> None:
        """Show another drawing."""
        if naam != self._naam:
            self._naam = naam
            self._teken()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours or at another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._teken()

    def _teken(self) -> None:
        if self._naam:
            maat = self.fontMetrics().height()
            self.setPixmap(icon(self._naam).pixmap(maat, maat))


class Merkblok(QFrame):
    """One mark: a drawing with words beside it, read as one by who cannot see it."""

    def __init__(self) -> None:
        super().__init__()
        self._merk: Merk | None = None
        self._teken = Teken()
        self._tekst = QLabel()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(6, 1, 6, 1)
        rij.setSpacing(4)
        rij.addWidget(self._teken)
        rij.addWidget(self._tekst)

    @property
    def tekst(self) -> str:
        """What it says now."""
        return self._tekst.text()

    def toon(self, merk: Merk) -> None:
        """Show a mark; one that stands there already costs nothing, for the clock asks again and again."""
        if merk == self._merk:
            return
        self._merk = merk
        self._teken.zet(merk.icoon)
        self._tekst.setText(merk.tekst)
        self.setAccessibleName(merk.tekst)
        for deel in (self, self._teken, self._tekst):
            deel.setProperty("toon", merk.toon.value)
            deel.style().unpolish(deel)
            deel.style().polish(deel)


class Tafelkop(QWidget):
    """The header; ``gevraagd`` tells the id of the command of the button that says what comes next.

    ``nu`` gives the time, which the header follows by itself; ``na`` until when an item lasts by the times of the
    verslag.
    """

    gevraagd = Signal(str)

    def __init__(self, nu: Callable[[], datetime], na: Callable[[Zitting, Agendapunt], time]) -> None:
        super().__init__()
        self._nu = nu
        self._na = na
        self._zitting: Zitting | None = None
        self._punt: Agendapunt | None = None
        self._opdracht = ""
        self.titel = QLabel()
        self.titel.setProperty("kop", "2")
        self.uur = QLabel()
        self.uur.setProperty("kop", "2")
        self.verloop, self.aanwezig, self.quorum = Merkblok(), Merkblok(), Merkblok()
        self.tijd = QLabel()
        self.tijd.setProperty("zacht", "ja")
        self.tijd.setWordWrap(True)
        self.knop = QPushButton()
        self.knop.setProperty("volgt", "ja")
        self.knop.clicked.connect(self._vraag)
        self._leg_uit()
        self._tikker = QTimer(self)
        self._tikker.setInterval(_TIK)
        self._tikker.timeout.connect(self.tik)
        self._tikker.start()

    def toon(self, zitting: Zitting, punt: Agendapunt) -> None:
        """Show a meeting at an item."""
        self._zitting, self._punt = zitting, punt
        self.tik()

    def tik(self) -> None:
        """Look at the clock again."""
        if self._zitting is None or self._punt is None:
            return
        zitting = self._zitting
        self.uur.setText(klok(self._nu().time()))
        self.titel.setText(zitting.opname.kort)
        self.verloop.toon(merk_van_verloop(zitting))
        for blok, merk in zip((self.aanwezig, self.quorum), merken_van_quorum(zitting, self._punt), strict=True):
            blok.toon(merk)
        self.tijd.setText(tijdzin(zitting, self._punt, self._na(zitting, self._punt)))
        self.tijd.setVisible(bool(self.tijd.text()))
        self._opdracht, woorden = _volgende_stap(zitting, self._punt)
        self.knop.setText(woorden)
        hoofd = "ja" if self._opdracht in _HOOFD else None
        if hoofd != self.knop.property("hoofd"):
            self.knop.setProperty("hoofd", hoofd)
            self.knop.style().unpolish(self.knop)
            self.knop.style().polish(self.knop)

    def _vraag(self) -> None:
        self.gevraagd.emit(self._opdracht)

    def _leg_uit(self) -> None:
        rij = QWidget()
        stroom = Stroom(rij, tussen=8)
        for deel in (self.uur, self.titel, self.verloop, self.aanwezig, self.quorum, self.knop):
            stroom.addWidget(deel)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(12, 6, 12, 2)
        kolom.setSpacing(2)
        kolom.addWidget(rij)
        kolom.addWidget(self.tijd)


def _volgende_stap(zitting: Zitting, punt: Agendapunt) -> tuple[str, str]:
    """Return the command that comes next in the course of a meeting, with the words on its button.

    At the last item that is to close it; a break is one command further then, in the menu.
    """
    vergadering = zitting.opname.vergadering
    if vergadering.begonnen is None:
        return "tafel.begin", "Vergadering openen"
    if vergadering.geeindigd is not None:
        return "tafel.verslag", "Verslag en lijsten…"
    if any(een.hervat is None for een in zitting.schorsingen):
        return "tafel.schorsen", "Hervatten"
    if punt.id == zitting.rij[-1] and zitting.verslag_van(punt).begonnen is not None:
        return "tafel.sluiten", "Vergadering sluiten"
    return "tafel.schorsen", "Schorsen"
