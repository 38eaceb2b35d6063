"""The name of who reads and notes on this laptop: asked before the first note, changed whenever one wants."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.notenstijl import NAAMLOOS
from tk_desktop.reading.lezernaam import give_name, has_read, has_written

_UITLEG = "Uw aantekeningen krijgen deze naam. Wat een ander op deze computer schreef blijft van die ander."


class Naambediening(QObject):
    """Asks for the name over a window, and gives it to what was noted without one."""

    def __init__(self, sessie: Sessie, ouder: QObject) -> None:
        super().__init__(ouder)
        self._sessie = sessie

    def vraag(self, venster: QWidget, daarna: Callable[[], None] | None = None) -> None:
        """Ask who reads here; ``daarna`` comes with or without an answer."""
        self._sessie.voorkeuren.naam_gevraagd = True
        vraag = NaamVraag(
            "Mijn naam", "Uw &naam", self._sessie.voorkeuren.naam, "Naam geven", venster.window(), uitleg=_UITLEG
        )
        vraag.gegeven.connect(vraag.accept)  # the name is kept whatever comes of the notes
        vraag.gegeven.connect(self._neem)
        if daarna is not None:
            vraag.gegeven.connect(partial(_na_antwoord, daarna))
            vraag.rejected.connect(daarna)
        vraag.open()

    def eerst(self, venster: QWidget, werk: Callable[[], None]) -> None:
        """Do ``werk``, a first note; who has no name yet is asked for it before, once."""
        if self._sessie.voorkeuren.naam or self._sessie.voorkeuren.naam_gevraagd:
            werk()
        else:
            self.vraag(venster, werk)

    def _neem(self, naam: str) -> None:
        """Keep the name. Notes without a name are of who worked here without one, not of a next reader."""
        voorkeuren, store = self._sessie.voorkeuren, self._sessie.store
        was = voorkeuren.naam
        was_naamloos = voorkeuren.lezer == NAAMLOOS or voorkeuren.naam == naam
        voorkeuren.naam = naam
        voorkeuren.leg_vast()
        mee = was_naamloos and naam != NAAMLOOS
        if mee and has_written(store, NAAMLOOS):
            self._sessie.doe(
                "Aantekeningen op naam zetten",
                partial(give_name, store, NAAMLOOS, naam),
                melding=f"Uw aantekeningen staan nu op naam van {naam}.",
                ook=lambda heen: self._heet(naam if heen else was),
            )
            return
        if mee and has_read(store, NAAMLOOS):  # nothing that one would undo
            self._sessie.onthoud(partial(give_name, store, NAAMLOOS, naam))
        self._sessie.veranderd.emit()

    def _heet(self, naam: str) -> None:
        self._sessie.voorkeuren.naam = naam
        self._sessie.voorkeuren.leg_vast()


def _na_antwoord(daarna: Callable[[], None], _: str) -> None:
    daarna()
