"""One run of taking files in beside other work, with its row on the screen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.pdfwachtwoord import Geopend, PdfWachtwoord
from tk_desktop.desktop.agenda.stukken_taken import Taakregel
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.intake.omzetten import Omzetting, convert_received, to_convert, with_converted
from tk_desktop.intake.ontsluiten import locked, open_locked, with_opened
from tk_desktop.intake.ontvangst import Ontvangst
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import find_office


class Stukinname(QObject):
    """Files are read, and then those of which the user knows the password or LibreOffice makes pages.

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
        self._vraagt = False
        self._dicht: list[Path] = []
        self._geopend: dict[Path, Path] = {}
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
        self._ontvangst = ontvangst
        self._dicht = list(locked(ontvangst))
        if self._dicht:
            self._vraag_wachtwoord()
        else:
            self._zet_om(ontvangst)

    def _vraag_wachtwoord(self) -> None:
        """Ask the password of the first file that is shut still; the run waits for the answer."""
        self._vraagt = True
        vraag = PdfWachtwoord(self._dicht[0].name, self._probeer, self._taak.window())
        vraag.gelukt.connect(self._ging_open)
        vraag.rejected.connect(self._liet_weg)
        vraag.open()

    def _probeer(self, wachtwoord: str, klaar: Callable[[Geopend], None], mislukt: Callable[[TkError], None]) -> None:
        dicht, lezer = tuple(self._dicht), self._sessie.lezer
        self._sessie.op_achtergrond(
            lambda _: open_locked(dicht, wachtwoord, lezer=lezer), klaar, met_store=False, eerst=True, mislukt=mislukt
        )

    def _ging_open(self, geopend: Geopend) -> None:
        self._geopend.update(geopend)
        self._dicht = [pad for pad in self._dicht if pad not in geopend]
        self._na_vraag()

    def _liet_weg(self) -> None:
        self._dicht.pop(0)
        self._na_vraag()

    def _na_vraag(self) -> None:
        if self._dicht:
            self._vraag_wachtwoord()
            return
        self._vraagt = False
        oude = self._job
        if self._ontvangst is not None and self._geopend:
            cache = Bladcache(self._sessie.store.cache)
            lees = partial(with_opened, self._ontvangst, self._geopend, cache, lezer=self._sessie.lezer)
            self._doe(lees, self._ontsloten)
        elif self._ontvangst is not None:
            self._zet_om(self._ontvangst)
            if self._job is oude:
                self._weg()

    def _ontsloten(self, ontvangst: Ontvangst) -> None:
        self._ontvangst = ontvangst
        self._zet_om(ontvangst)

    def _zet_om(self, ontvangst: Ontvangst) -> None:
        office = find_office()
        if office is None or not to_convert(ontvangst):
            self._geef(ontvangst)
        else:
            self._doe(partial(convert_received, ontvangst, office), self._omgezet, wacht=True)

    def _omgezet(self, omzetting: Omzetting) -> None:
        if self._ontvangst is not None:
            cache = Bladcache(self._sessie.store.cache)
            lees = partial(with_converted, self._ontvangst, omzetting, cache, lezer=self._sessie.lezer)
            self._doe(lees, self._geef)

    def _geef(self, ontvangst: Ontvangst) -> None:
        self._klaar(ontvangst)

    def _gestopt(self) -> None:
        self._sessie.gemeld.emit(self._melding, False)

    def _voorbij(self) -> None:
        if self.sender() is self._job and not self._vraagt:  # what came before it has gone on into it
            self._weg()

    def _weg(self) -> None:
        if self._tot_slot is not None:
            self._tot_slot()
        if self._ontvangst is not None:
            self._ontvangst.clear()
        self._taak.sluit()
        self.deleteLater()
