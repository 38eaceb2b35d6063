"""The papers of the set that is read, made ready on the worker thread so that each has pages and a version."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.vergaderset import Onderdeel, Vergaderset
from tk_desktop.export.leesbestand import Leesbestand, make_leesbestand
from tk_desktop.store.werkmap import Store


class Leesvoorraad(QObject):
    """Holds what is ready of one set.

    ``gekomen`` tells a mapping of keys to papers that became ready, ``gevraagd_gekomen`` one that was asked for with
    the page that was asked, ``geweigerd`` why a paper that was asked for cannot be read.
    """

    gekomen = Signal(object)
    gevraagd_gekomen = Signal(object, int)
    geweigerd = Signal(str, object)

    def __init__(self, sessie: Sessie, ouder: QObject) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._plan: Vergaderset | None = None
        self._klaar: dict[str, Leesbestand] = {}
        self._vraagt = ""
        self._job: Job | None = None

    @property
    def bestanden(self) -> Mapping[str, Leesbestand]:
        """What is ready, by key."""
        return self._klaar

    @property
    def versies(self) -> dict[str, str]:
        """The version of each paper with pages that is ready, by key."""
        return {sleutel: bestand.versie for sleutel, bestand in self._klaar.items() if bestand.pad is not None}

    def maak(self, plan: Vergaderset) -> None:
        """Make every paper of a set ready; those of another meeting are let go."""
        if self._plan is None or self._plan.opname.vergadering.id != plan.opname.vergadering.id:
            self._klaar = {}
        self._plan = plan
        if self._job is not None:
            self._job.stop()

        def werk(store: Store, progress: Progress) -> tuple[str, dict[str, Leesbestand]]:
            klaar = {}
            for deel in progress.each(plan.onderdelen, "Stukken klaarzetten"):
                klaar[deel.sleutel] = _maak(store, plan, deel)
            return plan.opname.vergadering.id, klaar

        self._job = self._sessie.op_achtergrond(werk, self._alles_klaar)

    def vraag(self, plan: Vergaderset, deel: Onderdeel, pagina: int) -> None:
        """Make one paper ready before all others, to show it at a page."""
        self._plan, self._vraagt = plan, deel.sleutel

        def werk(store: Store, _: Progress) -> tuple[str, int, Leesbestand]:
            return plan.opname.vergadering.id, pagina, _maak(store, plan, deel)

        self._sessie.op_achtergrond(werk, self._een_klaar, eerst=True, mislukt=self._mislukt)

    def _alles_klaar(self, uitkomst: tuple[str, Mapping[str, Leesbestand]]) -> None:
        id_, klaar = uitkomst
        if self._hoort_hier(id_):
            self._klaar.update(klaar)
            self.gekomen.emit(klaar)

    def _een_klaar(self, uitkomst: tuple[str, int, Leesbestand]) -> None:
        id_, pagina, bestand = uitkomst
        if self._hoort_hier(id_):
            self._klaar[bestand.sleutel] = bestand
            self.gevraagd_gekomen.emit(bestand, pagina)

    def _mislukt(self, fout: TkError) -> None:
        self.geweigerd.emit(self._vraagt, fout)

    def _hoort_hier(self, vergadering_id: str) -> bool:
        """Tell whether what comes in is of the set that is read now."""
        return self._plan is not None and self._plan.opname.vergadering.id == vergadering_id


def _maak(store: Store, plan: Vergaderset, deel: Onderdeel) -> Leesbestand:
    return make_leesbestand(plan, deel, bestand=store.bestanden.open, cache=store.cache)
