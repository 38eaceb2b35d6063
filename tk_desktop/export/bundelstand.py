"""Keeping how the papers of a meeting stand while a bundle changes them, so that what it changed can be seen (E9)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from tk_desktop.base.files import sha256
from tk_desktop.domain.bundelstand import Bundelstand, Papierstand
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.delen import Delenmaker
from tk_desktop.paper.huisstijl import Huisstijl, HuisstijlOnbruikbaar
from tk_desktop.store.werkmap import Store

GEEN_STUK = (Onderdeelsoort.INHOUD, Onderdeelsoort.SCHUTBLAD)
"""Parts that say nothing of their own: they change with the others."""
_MEESTE = 5
"""Of how many meetings pages are made at most, when a bundle changes more: of the others only is known what changed."""


class Bundelwacht:
    """Stands round the rows of one or more bundles that are taken in (``exchange.ontvangen.Rondom``).

    What several bring together, in one round of a postbus or as parts of one bundle, counts as one change. Only papers
    that are not as they were make a state worth keeping. ``plan`` gives the papers of a meeting as its reader has them.
    Of a meeting in a house style that this program has not nothing is kept: that
    is no reason to refuse a bundle.
    """

    def __init__(self, store: Store, plan: Callable[[str], Vergaderset], dag: date) -> None:
        self._store = store
        self._plan = plan
        self._dag = dag
        self._voor: dict[str, tuple[Papierstand, ...] | None] = {}

    def bereid_voor(self, vergaderingen: Sequence[str]) -> None:
        """Make the pages of these meetings, so that later they only need to be found; this may take a second."""
        if len(vergaderingen) <= _MEESTE:
            for id_ in vergaderingen:
                if id_ not in self._voor:
                    self._papieren(id_, bladen=True)

    @contextmanager
    def __call__(self, vergaderingen: Sequence[str], reeks: str) -> Iterator[None]:
        """Look at the papers of these meetings before and after; inside a transaction of the caller."""
        for id_ in vergaderingen:
            if id_ not in self._voor:
                self._voor[id_] = self._papieren(id_, bladen=len(vergaderingen) <= _MEESTE)
        yield
        er = {vergadering.id for vergadering in self._store.vergaderingen.all()}
        for id_ in vergaderingen:
            if id_ in er:
                self._bewaar(id_, reeks)

    def _bewaar(self, vergadering_id: str, reeks: str) -> None:
        voor, eerder = self._voor[vergadering_id], self._store.bundelstanden.van(vergadering_id)
        na = self._papieren(vergadering_id, bladen=False)
        if voor is None or na is None:
            return
        if {een.papier: een.inhoud for een in voor} == {een.papier: een.inhoud for een in na}:
            return
        if reeks and eerder is not None and eerder.reeks == reeks:
            voor = eerder.papieren
        stand = Bundelstand(vergadering_id=vergadering_id, dag=self._dag, papieren=voor, reeks=reeks)
        self._store.bundelstanden.bewaar(stand)

    def _papieren(self, vergadering_id: str, *, bladen: bool) -> tuple[Papierstand, ...] | None:
        try:
            return self._gemaakt(vergadering_id, bladen=bladen)
        except HuisstijlOnbruikbaar:
            return None  # reading them will say what is wrong

    def _gemaakt(self, vergadering_id: str, *, bladen: bool) -> tuple[Papierstand, ...]:
        plan = self._plan(vergadering_id)
        maker = papers_of(self._store, plan)
        return tuple(
            Papierstand(
                papier=deel.sleutel,
                naam=deel.naam,
                inhoud=maker.inhoud(deel),
                versie=_versie(maker, deel, bladen=bladen),
            )
            for deel in plan.onderdelen
            if deel.soort not in GEEN_STUK
        )


def papers_of(store: Store, plan: Vergaderset) -> Delenmaker:
    """Return who makes the papers of a set, as they are read on this laptop."""
    return Delenmaker(plan, Huisstijl.load(plan.opname.gremium.huisstijl), store.cache, store.bestanden.open)


def _versie(maker: Delenmaker, deel: Onderdeel, *, bladen: bool) -> str:
    """Return the SHA-256 of the pages of a paper; our own papers are made for it, as they are to be read."""
    if deel.soort is Onderdeelsoort.BESTAND:
        return maker.inhoud(deel)
    return sha256(maker.maak(deel).pdf) if bladen else ""
