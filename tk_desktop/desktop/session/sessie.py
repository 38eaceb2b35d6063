"""What the screens of one open werkmap share: the store, what was done, the work in the background, what is told."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTime, Signal

from tk_desktop.base.account import account
from tk_desktop.base.errors import NietSchrijfbaar, SchijfVol, TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.base.leesproces import Hier, Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.foutmelding import Actie, Meldbalk
from tk_desktop.desktop.session.geschiedenis import Geschiedenis, Stap
from tk_desktop.desktop.session.inrichting import VERBODEN_VOOR_LID, Inrichting, inrichting
from tk_desktop.desktop.session.jobs import Job, Jobs
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.domain.datum import klok
from tk_desktop.store.driver import DATABASE
from tk_desktop.store.fouten import WerkmapOnbereikbaar
from tk_desktop.store.leeskopie import AlleenLezen
from tk_desktop.store.vertaling import vertaald
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

if TYPE_CHECKING:
    from tk_desktop.exchange.sleutels import Sleutelbos

T = TypeVar("T")


_DATABASE_NIET: dict[type[TkError], tuple[str, str]] = {
    SchijfVol: ("De schijf is vol.", "Maak ruimte vrij"),
    NietSchrijfbaar: ("In deze werkmap kan niets meer worden opgeslagen.", "Haal de schrijfbeveiliging van de map"),
}
"""What the user reads when the database cannot be written now, and does then."""


class Sessie(QObject):
    """One open werkmap.

    Every change goes through ``doe``: it is kept at once, can be undone by its name, and ``veranderd`` tells the
    screens to look again. ``gemeld`` carries what a toast says, and whether the change behind it can be undone,
    ``teruggegaan`` where an action was done that is undone or done again.
    """

    veranderd = Signal()
    gemeld = Signal(str, bool)
    teruggegaan = Signal(str)
    bezig = Signal(str, int, int)
    """What the worker does for the user now, how far it is and of how many."""

    def __init__(self, store: Store, jobs: Jobs, balk: Meldbalk, voorkeuren: Voorkeuren) -> None:
        super().__init__()
        self.store = store
        self.jobs = jobs
        self.balk = balk
        self.voorkeuren = voorkeuren
        self.geschiedenis = Geschiedenis(store)
        self.opgeslagen: QTime | None = None
        self.nu: Callable[[], datetime] = dit_moment
        """The clock of every screen; its moments know their offset."""
        self.geweigerd = False
        """Whether what was typed last was refused: then something on the screen is not kept."""
        self.sleutels: Sleutelbos | None = None
        """The keys of this laptop once they are open; they stay so until the window is locked or closed."""
        self._geweigerde: Callable[[], None] | None = None
        balk.uitleg = self._uitleg
        balk.vertaald = partial(vertaald, map_=store.map)
        self.lezer: Lezer = Hier()
        """Who reads files of others: a process of its own in the program, nobody else in a test of a screen."""
        self.plek: Callable[[], str] = str
        """Tells where the user is, to come back there when the action is undone."""

    @property
    def wie(self) -> str:
        """Who does something that comes in a log: who works here, or the account until that is told."""
        return self.voorkeuren.naam or account()

    def doe(
        self,
        naam: str | Callable[[T], str],
        werk: Callable[[], T],
        *,
        samen: str = "",
        melding: str = "",
        daarna: Callable[[T], None] | None = None,
        acties: Sequence[Actie] = (),
        ook: Callable[[bool], None] | None = None,
        plek: str = "",
    ) -> None:
        """Do one action of the user; a refusal is shown and changes nothing.

        ``naam`` is by what name it is undone, or makes that of the result where only the result tells it.
        ``samen`` names the field in which typing counts as one action, ``melding`` is what the toast says, ``daarna``
        gets the result when the screens show it already, ``acties`` is what can be done when it is refused,
        ``ook`` hears whether the action is done again or undone: what goes with it outside the store; ``plek`` is the
        ``Adres`` where that is seen, when that is elsewhere than where the user is by now.
        """
        plek = plek or self.plek()
        gelukt = False
        self._geweigerde = partial(
            self.doe, naam, werk, samen=samen, melding=melding, daarna=daarna, acties=acties, ook=ook, plek=plek
        )
        try:
            with self.balk.meldt(acties, getypt=bool(samen)):
                self._mag_wijzigen()
                uitkomst = self.geschiedenis.doe(naam, werk, plek=plek, samen=samen, ook=ook)
                gelukt, self.geweigerd, self._geweigerde = True, False, None
                self.balk.gelukt(getypt=bool(samen))
                self._klaar()
                if melding:
                    self.gemeld.emit(melding, True)
                if daarna is not None:
                    daarna(uitkomst)
        finally:  # after a bug too: a window that closes must know that something is not kept
            if not gelukt:
                self.geweigerd = self.geweigerd or bool(samen)  # a refused command leaves nothing that is not kept
                self.veranderd.emit()  # what shows the refused choice goes back to how it is

    def doe_op_achtergrond(
        self,
        naam: str,
        werk: Callable[[Store, Progress], T],
        *,
        daarna: Callable[[T], None] | None = None,
        blijvend: bool = False,
    ) -> None:
        """Do one action that takes long on the worker thread; it is kept, undone and refused as by ``doe``.

        ``bezig`` tells how far it is; ``daarna`` gets the result in the thread of the window. What is ``blijvend`` was
        done outside the werkmap too: it is not undone, for that would only take away that it was done.
        """
        plek = self.plek()

        def neem_op(store: Store, progress: Progress) -> Callable[[], None]:
            uitkomst, wijziging = store.record(lambda: werk(store, progress))
            stap = Wijziging() if blijvend else wijziging
            return partial(self._gedaan, naam, plek, stap, partial(daarna, uitkomst) if daarna else None)

        with self.balk.meldt():
            self._mag_wijzigen()
            self.op_achtergrond(neem_op, self._rond_af, stap=self.toon_stap)

    def _rond_af(self, afronden: Callable[[], None]) -> None:
        afronden()

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Tell how far long work is."""
        self.bezig.emit(wat, gedaan, totaal)

    def toon_klaar(self) -> None:
        """Tell that long work is over, however it ended."""
        self.bezig.emit("", 0, 0)

    def _gedaan(
        self,
        naam: str,
        plek: str,
        wijziging: Wijziging,
        daarna: Callable[[], None] | None,
        ook: Callable[[bool], None] | None = None,
    ) -> None:
        self.geschiedenis.neem_op(naam, wijziging, plek=plek, ook=ook)
        self.balk.hide()
        self._klaar()
        if daarna is not None:
            daarna()

    def gedaan(
        self, naam: str, wijziging: Wijziging, *, melding: str, ook: Callable[[bool], None] | None = None
    ) -> None:
        """Remember by name what the worker recorded already, and tell it; it is undone as by ``doe``."""
        self._gedaan(naam, self.plek(), wijziging, None, ook)
        self.gemeld.emit(melding, bool(wijziging))

    def verlaat(self) -> None:
        """Go on without what was refused: the field in which it was typed shows something else now."""
        if self.geweigerd:
            self.geweigerd = False
            self.veranderd.emit()

    def onthoud(self, werk: Callable[[], object]) -> None:
        """Keep what is no change of the user, as where one reads: there is nothing to undo or to look at again."""
        with self.balk.meldt():
            werk()

    def maak_ongedaan(self) -> None:
        """Undo the last action."""
        with self.balk.meldt():
            self._teruggedraaid(self.geschiedenis.maak_ongedaan(), "Ongedaan gemaakt")

    def doe_opnieuw(self) -> None:
        """Do the last undone action again."""
        with self.balk.meldt():
            self._teruggedraaid(self.geschiedenis.doe_opnieuw(), "Opnieuw gedaan")

    def op_achtergrond(
        self,
        werk: Callable[..., Any],
        klaar: Callable[[Any], None] | None = None,
        *,
        met_store: bool = True,
        eerst: bool = False,
        wacht: bool = False,
        mislukt: Callable[[TkError], None] | None = None,
        stap: Callable[[str, int, int], None] | None = None,
        gestopt: Callable[[], None] | None = None,
        voorbij: Callable[[], None] | None = None,
    ) -> Job:
        """Start work on the worker thread; ``klaar`` (a method of a widget) gets its result on the window's thread.

        Without ``klaar`` nothing on the screen changes. ``werk`` gets a store of its own and a ``Progress``, or the
        ``Progress`` alone. A refusal is shown in the bar, or given to ``mislukt``; ``stap``, ``gestopt`` and
        ``voorbij`` hear the other signals of a ``Job``. The job that is returned is there to be stopped: what is
        connected to it later may come too late.
        """
        job = Job.met_store(self.store.again, werk) if met_store else Job(werk)
        job.eerst, job.wacht = eerst, wacht
        job.failed.connect(mislukt or self.balk.toon)
        for signaal, hoorder in (
            (job.succeeded, klaar),
            (job.stepped, stap),
            (job.stopped, gestopt),
            (job.finished, voorbij),
        ):
            if hoorder is not None:
                signaal.connect(hoorder)
        self.jobs.start_job(job)
        return job

    @property
    def inrichting(self) -> Inrichting:
        """How the window is laid out for whom works here."""
        return inrichting(self.voorkeuren.rol)

    @property
    def is_lid(self) -> bool:
        """Whether this laptop is of a member on the roster, for whom the secretariat keeps agenda and papers."""
        return self.store.bewerkingen.rol != "secretaris"

    @property
    def verboden(self) -> frozenset[str]:
        """The commands that are not given here: what a member on the roster may not change."""
        return VERBODEN_VOOR_LID if self.is_lid else frozenset()

    @property
    def alleen_lezen(self) -> bool:
        """Whether nothing can be kept in this werkmap (``leeskopie``)."""
        return self.store.bron != self.store.map

    def _mag_wijzigen(self) -> None:
        if self.alleen_lezen:
            raise AlleenLezen(map=self.store.bron.name)

    def _uitleg(self, fout: TkError) -> tuple[str, Sequence[Actie]]:
        """Say until when all is kept where nothing can be kept now; what came last is in its field (SCREENS 2.12)."""
        nu_niet = _nu_niet(fout)
        if nu_niet is None:
            return fout.zin, ()
        wat, advies = nu_niet
        tijd = f"tot {klok(self.opgeslagen.toPython())}" if self.opgeslagen is not None else "eerder"  # type: ignore[arg-type]
        stand = f"Wat u {tijd} typte is opgeslagen; het laatste nog niet."
        nog_eens = [("Opnieuw opslaan", self._geweigerde)] if self._geweigerde is not None else ()
        return f"{wat} {stand} {advies}; het venster blijft open. ({fout.code})", nog_eens

    def _teruggedraaid(self, stap: Stap | None, woord: str) -> None:
        if stap is not None and stap.plek:
            self.teruggegaan.emit(stap.plek)
        self._klaar()
        if stap is not None:
            self.gemeld.emit(f"{woord}: {stap.naam[:1].lower()}{stap.naam[1:]}", False)

    def _klaar(self) -> None:
        self.opgeslagen = QTime.currentTime()
        self.veranderd.emit()


def _nu_niet(fout: TkError) -> tuple[str, str] | None:
    """Return what happened and what to do where nothing can be kept for now; ``None`` for any other fault."""
    if isinstance(fout, WerkmapOnbereikbaar):
        return "De werkmap is niet te bereiken.", "Sluit de stick of het netwerk weer aan, of zet de map terug"
    return _DATABASE_NIET.get(type(fout)) if fout.details.get("bestand") == DATABASE else None
