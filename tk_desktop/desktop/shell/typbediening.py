"""Choosing by typing: every command (Alt+Q), everything that can be opened (Ctrl+O)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.parts.opdracht import Menu, Opdracht, Plek
from tk_desktop.desktop.parts.palet import Keus, Kieslijst, Zoekknop
from tk_desktop.desktop.parts.toets import toets_van
from tk_desktop.desktop.parts.werkbalk import ruim_teken
from tk_desktop.desktop.session.overzicht import openregels
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.zoekwoorden import OOK

_BIJ_PLEK = {
    Plek.AGENDA: "in de agenda van een vergadering",
    Plek.NOTA: "in een nota",
    Plek.STUKKEN: "bij de stukken van een vergadering",
    Plek.CONTROLE: "bij de controle van een vergadering",
    Plek.WERKBLAD: "in een vergadering",
    Plek.LEZER: "bij het lezen",
    Plek.BLADEN: "op een bladzijde van een stuk",
    Plek.TAFEL: "tijdens het vergaderen",
    Plek.BESLUITEN: "bij de besluiten",
    Plek.PROGRAMMA: "bij het programma",
    Plek.ACTIES: "bij de acties",
    Plek.UITWISSEL: "bij het uitwisselen",
}
_BIJ_MENU = {
    Menu.BESTAND: "in een vergadering",
    Menu.BEWERKEN: "waar er iets te bewerken is",
    Menu.VERGADERING: "in een vergadering",
    Menu.STUK: "bij een stuk of een nota",
    Menu.LEZEN: "bij het lezen",
    Menu.AANTEKENING: "bij het lezen",
    Menu.VERSLAG: "in een vergadering",
    Menu.UITWISSELEN: "in een vergadering",
}
"""When a command can be given, by where its keys act or else by its menu."""


class Typbediening(QObject):
    """Wires both lists; ``gekozen`` tells the ``Adres`` that the user wants to open. A command is given at once."""

    gekozen = Signal(object)

    def __init__(self, venster: Venster, sessie: Sessie) -> None:
        super().__init__(venster)
        self._sessie = sessie
        self._acties = venster.opdrachten
        self._venster = venster
        self._palet: Kieslijst | None = None
        self._openen: Kieslijst | None = None
        self._zoekknop = Zoekknop(venster.menuBar(), self.toon_palet)
        ruim_teken(venster.menuBar())

    @property
    def palet(self) -> Kieslijst:
        """The list of commands; made when it is first asked for."""
        if self._palet is None:
            self._palet = Kieslijst("Zoek een opdracht", "Typ wat u wilt doen", self._venster)
            self._palet.gekozen.connect(self._doe)
        return self._palet

    @property
    def openen(self) -> Kieslijst:
        """The list of what can be opened; made when it is first asked for."""
        if self._openen is None:
            self._openen = Kieslijst("Openen", "Typ een vergadering, punt of stuk", self._venster)
            self._openen.gekozen.connect(self._open)
        return self._openen

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do."""
        return {"ga.naar": self.toon_openen, "help.opdracht": self.toon_palet}

    def toon_palet(self) -> None:
        """Let the user find a command."""
        self.palet.open_met(self.opdrachtregels)

    def toon_openen(self) -> None:
        """Let the user find a meeting, an item or a paper."""
        self.openen.open_met(self._openregels)

    def opdrachtregels(self) -> Sequence[Keus]:
        """Return every command; one that cannot be given now says when it can."""
        acties = self._acties.acties
        return [
            Keus(
                sleutel=een.id,
                tekst=acties[een.id].text().replace("&", ""),
                rechts=_toets(een.toetsen),
                icoon=een.icoon,
                ook=OOK.get(een.id, ""),
                alleen="" if acties[een.id].isEnabled() else _wanneer(een),
            )
            for een in OPDRACHTEN
            if een.id in acties
        ]

    def _openregels(self) -> Sequence[Keus]:
        return [
            Keus(
                sleutel=str(regel.adres),
                tekst=regel.teksten[0],
                rechts=regel.teksten[1],
                icoon=regel.icoon,
                ook=regel.teksten[1].casefold(),
            )
            for regel in openregels(self._sessie.store, date.today(), self._sessie.voorkeuren.recent)
        ]

    def _doe(self, id_: str) -> None:
        self._acties.acties[id_].trigger()

    def _open(self, sleutel: str) -> None:
        self.gekozen.emit(Adres.lees(sleutel))


def _wanneer(opdracht: Opdracht) -> str:
    """Return when a command can be given that cannot be given now, as the end of a sentence."""
    if opdracht.id.startswith(("tabel.", "tekst.")):
        return "in de tekst van een nota of brief"
    if opdracht.plek in _BIJ_PLEK:
        return _BIJ_PLEK[opdracht.plek]
    return _BIJ_MENU.get(opdracht.menu, "op een ander moment")


def _toets(toetsen: Sequence[str]) -> str:
    return toets_van(toetsen[0]).toString(QKeySequence.SequenceFormat.NativeText) if toetsen else ""
