"""One run of taking files in beside other work, with its row on the screen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.stukken_taken import Taakregel
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.omzetten import Omzetting, convert_received, to_convert, with_converted
from tk_desktop.intake.ontvangst import Ontvangst
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import find_office


class Stukinname(QObject):
    """Files are read, LibreOffice makes pages of some beside other work, and those are read in their turn.

    ``klaar`` gets what was read, ``gestopt`` is what is told when the user stops it, ``voorbij`` is called however it
    ended. The run and its row on the screen go by themselves.
    """

    def __init__(
        self,
        sessie: Sessie,
        taak: Taakregel,
        klaar: Callable[[Ontvangst], None],
        gestopt: str,
        *,
        ouder: QObject,
        voorbij: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._taak = taak
        self._klaar = klaar
        self._melding = gestopt
        self._tot_slot = voorbij
        self._job: Job | None = None
        self._ontvangst: Ontvangst | None = None
        self._moet_stoppen = False
        taak.gestopt.connect(self._stop)

    def start(self, lees: Callable[[Progress], Ontvangst]) -> None:
        """Begin with the reading."""
        self._doe(lees, self._gelezen)

    def _doe(self, werk: Callable[[Progress], object], klaar: Callable[..., None], *, wacht: bool = False) -> None:
        self._job = self._sessie.op_achtergrond(
            werk,
            klaar,
            met_store=False,
            wacht=wacht,
            stap=self._taak.toon_stap,
            gestopt=self._gestopt,
            voorbij=self._voorbij,
        )
        if self._moet_stoppen:
            self._job.stop()

    def _stop(self) -> None:
        self._moet_stoppen = True
        if self._job is not None:
            self._job.stop()

    def _gelezen(self, ontvangst: Ontvangst) -> None:
        office = find_office()
        self._ontvangst = ontvangst
        if office is None or not to_convert(ontvangst):
            self._geef(ontvangst)
        else:
            self._doe(partial(convert_received, ontvangst, office), self._omgezet, wacht=True)

    def _omgezet(self, omzetting: Omzetting) -> None:
        if self._ontvangst is not None:
            cache = Bladcache(self._sessie.store.cache)
            self._doe(partial(with_converted, self._ontvangst, omzetting, cache), self._geef)

    def _geef(self, ontvangst: Ontvangst) -> None:
        self._klaar(ontvangst)

    def _gestopt(self) -> None:
        self._sessie.gemeld.emit(self._melding, False)

    def _voorbij(self) -> None:
        if self.sender() is self._job:  # what came before it has gone on into it
            self._weg()

    def _weg(self) -> None:
        if self._tot_slot is not None:
            self._tot_slot()
        if self._ontvangst is not None:
            self._ontvangst.clear()
        self._taak.hide()
        self._taak.deleteLater()
        self.deleteLater()
