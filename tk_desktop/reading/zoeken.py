"""Finding the notes that one may read and what one prepared, over all meetings and years (F14)."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from tk_desktop.domain.aantekening import Aantekening, Soort
from tk_desktop.domain.leeslijst import mag_lezen
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.paginaverwijzing import EIGEN_BLADEN
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Vindplaats, zoek_in

_RUIM = 4
"""How many times more is sought each time than before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GevondenNotitie:
    """A note that holds the words.

    ``waar`` is ``BC WK 11-3-2026 2a bijl. 1``, ``datum`` the day of the meeting; ``pagina`` counts from 1 and is 0 for
    a note on an item. ``fragment`` has the found words between ‹ and ›.
    """

    aantekening_id: str
    vergadering_id: str
    papier: str
    punt_id: str
    datum: date
    waar: str
    pagina: int
    soort: Soort
    fragment: str
    eigen: bool


def find_aantekeningen(
    store: Store, vraag: str, *, lezer: str, secretaris: bool = False, hoogstens: int = 50
) -> tuple[GevondenNotitie, ...]:
    """Return the notes with these words that somebody may read, the best first.

    The question is that of ``Zoekregister.zoek``; accents and capitals make no difference.
    """
    opnames: dict[str, Momentopname] = {}
    uit: list[GevondenNotitie] = []
    for plek in _plekken(store, vraag, hoogstens):
        with suppress(NietGevonden):  # the words of a note that was taken away may still be in the register
            een = store.aantekeningen.get(plek.bron)
            if not mag_lezen(een, lezer, secretaris=secretaris):
                continue
            if een.vergadering_id not in opnames:
                opnames[een.vergadering_id] = store.opname(een.vergadering_id)
            uit.append(_gevonden(een, opnames[een.vergadering_id], plek.fragment, lezer))
            if len(uit) == hoogstens:
                break
    return tuple(uit)


def _plekken(store: Store, vraag: str, hoogstens: int) -> Iterator[Vindplaats]:
    """Yield where the words stand, more and more of it: notes of others that one may not read fall out."""
    gehad = 0
    while True:
        hoogstens *= _RUIM
        plekken = store.zoekregister.zoek(vraag, hoogstens=hoogstens, aantekeningen=True)
        yield from plekken[gehad:]
        gehad = len(plekken)
        if gehad < hoogstens:
            return


@dataclass(frozen=True, slots=True, kw_only=True)
class GevondenVoorbereiding:
    """An item for which a reader prepared something with the words; ``waar`` is ``BC WK 11-3-2026 punt 2a``."""

    vergadering_id: str
    punt_id: str
    waar: str
    fragment: str


def find_voorbereidingen(store: Store, vraag: str, *, lezer: str) -> tuple[GevondenVoorbereiding, ...]:
    """Return the items for which a reader prepared something with these words, the best first (F14, F17)."""
    eigen = {een.id: een for een in store.voorbereidingen.van_eigenaar(lezer)}
    teksten = {id_: "\n".join((een.standpunt, een.vraag, een.actie)) for id_, een in eigen.items()}
    uit = []
    for plek in zoek_in(teksten, vraag):
        punt = store.agendapunten.get(eigen[plek.bron].agendapunt_id)
        opname = store.opname(punt.vergadering_id)
        nummer = opname.nummers.get(punt.id)
        uit.append(
            GevondenVoorbereiding(
                vergadering_id=punt.vergadering_id,
                punt_id=punt.id,
                waar=f"{opname.kort} punt {nummer}" if nummer else opname.kort,
                fragment=plek.fragment,
            )
        )
    return tuple(uit)


def waar_staat(een: Aantekening, opname: Momentopname) -> str:
    """Return where a note stands among all meetings: ``BC WK 11-3-2026 2a bijl. 1``, ``BC WK 11-3-2026 punt 3``."""
    if not een.papier:
        nummer = opname.nummers.get(een.agendapunt_id or "")
        return f"{opname.kort} punt {nummer}" if nummer else opname.kort
    stuk = next((stuk for stuk in opname.stukken if stuk.id == een.papier), None)
    if stuk is not None:
        return opname.aanduiding(stuk)
    return f"{opname.kort} {EIGEN_BLADEN.get(een.papier, 'stuk dat er niet meer is')}"


def _gevonden(een: Aantekening, opname: Momentopname, fragment: str, lezer: str) -> GevondenNotitie:
    return GevondenNotitie(
        aantekening_id=een.id,
        vergadering_id=een.vergadering_id,
        papier=een.papier,
        punt_id=een.agendapunt_id or "",
        datum=opname.vergadering.datum,
        waar=waar_staat(een, opname),
        pagina=een.plaats.anker.pagina if een.plaats and een.papier else 0,
        soort=een.soort,
        fragment=fragment,
        eigen=een.eigenaar == lezer,
    )
