"""The page of a verslag on which something stands: a later meeting has the verslag among its papers (H12, I8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.stuk import Soort, Stuk
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort

_HOOGSTENS = 4
"""Verslagen that are looked through: those of the next meetings, in one of which it was approved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagblad:
    """A page (from 1) of a verslag, as a paper of an item of the meeting that was to approve it."""

    vergadering_id: str
    punt_id: str
    stuk_id: str
    pagina: int


def find_verslagblad(store: Store, vergadering_id: str, *teksten: str) -> Verslagblad | None:
    """Return the page of the verslag of a meeting that holds the first of these texts that it holds.

    Texts may be rich; how they are broken over lines makes no difference. ``None`` when no later meeting of the body
    has such a paper, or it holds none of them.
    """
    gezocht = [woorden for tekst in teksten if (woorden := _kaal(platte_tekst(tekst)))]
    for stuk, bladen in islice(_verslagen(store, vergadering_id), _HOOGSTENS):
        for woorden in gezocht:
            for pagina, blad in enumerate(bladen, 1):
                if woorden in blad:
                    return Verslagblad(
                        vergadering_id=stuk.vergadering_id,
                        punt_id=stuk.agendapunt_id or "",
                        stuk_id=stuk.id,
                        pagina=pagina,
                    )
    return None


def _verslagen(store: Store, vergadering_id: str) -> Iterator[tuple[Stuk, list[str]]]:
    """Yield the verslagen among the papers of later meetings of the body, the earliest first, with their pages."""
    hier = store.vergaderingen.get(vergadering_id)
    for later in store.vergaderingen.van_gremium(hier.gremium_id):
        if later.datum <= hier.datum:
            continue
        for stuk in store.stukken.van_vergadering(later.id):
            versies = store.versies.van_stuk(stuk.id)
            if stuk.soort is Soort.VERSLAG and versies:
                bladen = store.zoekregister.teksten(Zoeksoort.PAGINA, versies[-1].sha256)
                yield stuk, [_kaal(blad) for blad in bladen]


def _kaal(tekst: str) -> str:
    return " ".join(tekst.replace("-\n", "").split()).casefold().rstrip(".")
