"""Preparing an agenda: items put in, moved and timed; numbers, clock times and references follow by themselves."""

from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.volgorde import tussen
from tk_desktop.store.werkmap import Store

STANDAARDPUNTEN: tuple[tuple[str, int], ...] = (("Opening en vaststelling agenda", 5), ("Rondvraag en sluiting", 5))
"""What every agenda opens and closes with, in minutes (A12; catalogue 38)."""


class VerplaatsenOnmogelijk(TkError):
    """An item was to be put under itself, or under a sub-item."""

    code = "TK-V02"
    melding = "‘{titel}’ kan niet onder dat punt staan: een subpunt heeft zelf geen subpunten."
    advies = "Zet het punt onder een hoofdpunt, of maak er een hoofdpunt van."


class TitelOntbreekt(TkError):
    """An item or a paper was to be made without a title."""

    code = "TK-V06"
    melding = "Een agendapunt of stuk heeft een titel nodig. Er is niets gewijzigd."
    advies = "Typ een korte titel."


class DuurOnmogelijk(TkError):
    """An item was given a negative duration."""

    code = "TK-V05"
    melding = "Een agendapunt duurt niet korter dan nul minuten ({minuten} is te weinig). Er is niets gewijzigd."
    advies = "Geef een aantal minuten, of laat de duur leeg."


def add_punt(
    store: Store,
    vergadering_id: str,
    titel: str,
    *,
    na: str | None = None,
    onder: str | None = None,
    duur: int | None = None,
    behandeling: frozenset[Behandeling] = frozenset(),
    besloten: bool = False,
    ingevoegd: bool = False,
    standaard: bool = False,
) -> Agendapunt:
    """Put an item after ``na`` (``None``: first), as a sub-item of ``onder``; an inserted one is 1A (catalogue 102).

    Raises ``VerplaatsenOnmogelijk`` and changes nothing when ``onder`` is itself a sub-item.
    """
    if not titel.strip():
        raise TitelOntbreekt
    with store.transaction():
        punten = store.agendapunten.van_vergadering(vergadering_id)
        if onder is not None and not _kan_subpunten_hebben(punten, onder):
            raise VerplaatsenOnmogelijk(titel=titel.strip())
        punt = Agendapunt(
            id=new_id(),
            vergadering_id=vergadering_id,
            volgorde=_plek(punten, na, onder),
            titel=titel.strip(),
            ouder_id=onder,
            duur=duur,
            behandeling=behandeling,
            besloten=besloten,
            ingevoegd=ingevoegd,
            standaard=standaard,
        )
        store.agendapunten.save(punt)
    return punt


def move_punt(store: Store, punt_id: str, *, na: str | None = None, onder: str | None = None) -> Momentopname:
    """Move an item, with its sub-items, to after ``na`` and return the meeting as it now stands.

    Nota headers, references and file names follow, for the number is nowhere stored (B2, B3). Raises
    ``VerplaatsenOnmogelijk`` and changes nothing when ``onder`` is a sub-item, or the item has sub-items itself.
    """
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        punten = store.agendapunten.van_vergadering(punt.vergadering_id)
        heeft_sub = any(ander.ouder_id == punt_id for ander in punten)
        if onder is not None and (heeft_sub or onder == punt_id or not _kan_subpunten_hebben(punten, onder)):
            raise VerplaatsenOnmogelijk(titel=punt.titel)
        overige = [ander for ander in punten if ander.id != punt_id]
        store.agendapunten.save(punt.at(_plek(overige, na, onder), onder))
    return store.opname(punt.vergadering_id)


def set_duur(store: Store, punt_id: str, minuten: int | None) -> Momentopname:
    """Give an item a duration and return the meeting with its new clock times (B4); raises ``DuurOnmogelijk``."""
    if minuten is not None and minuten < 0:
        raise DuurOnmogelijk(minuten=minuten)
    with store.transaction():
        punt = replace(store.agendapunten.get(punt_id), duur=minuten)
        store.agendapunten.save(punt)
    return store.opname(punt.vergadering_id)


def exclude_lid(store: Store, punt_id: str, persoon_id: str) -> Momentopname:
    """Keep an item and its papers out of the set of one member, for instance for a declared interest (D12, G11)."""
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        store.sluit_uit(punt.id, store.personen.get(persoon_id).id)
    return store.opname(punt.vergadering_id)


def add_standaardpunten(store: Store, vergadering_id: str) -> tuple[Agendapunt, ...]:
    """Put the standing items that an agenda lacks: the opening first, the closing last (A12)."""
    nieuw = []
    with store.transaction():
        punten = store.opname(vergadering_id).agendapunten
        aanwezig = {punt.titel.casefold() for punt in punten}
        (opening, duur_opening), (sluiting, duur_sluiting) = STANDAARDPUNTEN
        if opening.casefold() not in aanwezig:
            nieuw.append(add_punt(store, vergadering_id, opening, duur=duur_opening, standaard=True))
        if sluiting.casefold() not in aanwezig:
            hoofd = [p.id for p in store.opname(vergadering_id).agendapunten if p.ouder_id is None]
            nieuw.append(add_punt(store, vergadering_id, sluiting, na=hoofd[-1], duur=duur_sluiting, standaard=True))
    return tuple(nieuw)


def _kan_subpunten_hebben(punten: Sequence[Agendapunt], id_: str) -> bool:
    return any(punt.id == id_ and punt.ouder_id is None for punt in punten)


def _plek(punten: Sequence[Agendapunt], na: str | None, onder: str | None) -> str:
    """Return a place after ``na`` among the items of one parent; without ``na`` before all of them."""
    buren = sorted((punt for punt in punten if punt.ouder_id == onder), key=lambda punt: (punt.volgorde, punt.id))
    volgorden = [punt.volgorde for punt in buren]
    rang = next((plaats for plaats, punt in enumerate(buren, 1) if punt.id == na), 0)
    voor = volgorden[rang - 1] if rang else ""
    erna = next((volgorde for volgorde in volgorden[rang:] if volgorde > voor), "")
    return tussen(voor, erna)
