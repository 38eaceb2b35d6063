"""Besluiten: recorded at the table, set right afterwards, never lost."""

from dataclasses import replace
from datetime import date

from tk_desktop.base.ids import new_id, next_id
from tk_desktop.domain.besluit import (
    Besluit,
    BesluitZonderTekst,
    Uitkomst,
    besluittekst,
    require_tabled,
    volgend_besluitnummer,
)
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import schrijf
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.voorstel import als_lijst
from tk_desktop.meeting.aanhouden import hold_over_at_table, take_back_from_next
from tk_desktop.meeting.gehouden import require_concept_at
from tk_desktop.store.werkmap import Store

_TOCH_NIET = "Bij nader inzien niet aangehouden."
"""Why an item is not on the next agenda any more."""


def record_besluit(
    store: Store,
    punt_id: str,
    uitkomst: Uitkomst,
    *,
    op: date,
    tekst: str = "",
    minderheid: str = "",
    besloten: bool = False,
    toch: bool = False,
) -> Besluit:
    """Record what was decided on an item, with the next number of the register, and return it (G8, H4, H11).

    Without words of its own a besluit has those of the proposal, unless nothing was decided. What was proposed is kept
    beside it (H5); with other words than that it is changed, also when it was called ``conform advies``. One that does
    not say what was decided gets its number with its words.
    ``besloten`` closes a besluit on an open item; one on a besloten item always is. What is held over goes to the next
    agenda of the body, and comes from it when it is not after all (B13). Two laptops that record the same have one row.

    Raises ``NietTerBesluitvorming`` unless it is to be recorded all the same (``toch``), ``BesluitZonderTekst``
    or ``VerslagVastgesteld``.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        was = _is_aangehouden(store, punt_id)
        opname = store.opname(store.agendapunten.get(punt_id).vergadering_id)
        punt = opname.punt(punt_id)
        if not toch:
            require_tabled(uitkomst, opname.behandeling(punt), opname.nummers[punt.id])
        voorgesteld = _voorgesteld(opname, punt_id)
        rij = store.besluiten.van_punt(punt_id)
        besluit = Besluit(
            id=next_id([een.id for een in rij], "besluit", punt_id, uitkomst.value, tekst.strip()),
            agendapunt_id=punt_id,
            volgorde=tussen(rij[-1].volgorde if rij else "", ""),
            uitkomst=uitkomst,
            datum=op,
            tekst=besluittekst(uitkomst, tekst, voorgesteld),
            voorgesteld=voorgesteld,
            minderheid=minderheid.strip(),
            besloten=besloten or opname.is_besloten(punt),
        ).naar_woorden()
        besluit = _genummerd(store, opname, besluit)
        store.besluiten.save(besluit)
        _gevolgen(store, punt_id, was)
    return besluit


def edit_besluit(
    store: Store,
    besluit_id: str,
    *,
    uitkomst: Uitkomst,
    tekst: str,
    minderheid: str = "",
    besloten: bool = False,
    toch: bool = False,
) -> Besluit:
    """Change a besluit while its verslag is a draft, and return it.

    Raises what ``record_besluit`` raises; the outcome that it has already needs no asking again.
    """
    with store.transaction():
        oud = store.besluiten.get(besluit_id)
        require_concept_at(store, oud.agendapunt_id)
        was = _is_aangehouden(store, oud.agendapunt_id)
        opname = store.opname(store.agendapunten.get(oud.agendapunt_id).vergadering_id)
        punt = opname.punt(oud.agendapunt_id)
        if not toch and uitkomst is not oud.uitkomst:
            require_tabled(uitkomst, opname.behandeling(punt), opname.nummers[punt.id])
        nieuw = replace(
            oud,
            uitkomst=uitkomst,
            tekst=besluittekst(uitkomst, tekst, oud.voorgesteld),
            minderheid=minderheid.strip(),
            besloten=besloten or opname.is_besloten(punt),
        ).naar_woorden()
        if oud.mist_woorden:
            nieuw = _genummerd(store, opname, nieuw)
        store.besluiten.save(nieuw)
        _gevolgen(store, oud.agendapunt_id, was)
    return nieuw


def correct_besluit(
    store: Store, besluit_id: str, tekst: str, *, op: date, uitkomst: Uitkomst | None = None
) -> Besluit:
    """Set a besluit right that is known outside already: a new one with its own number, and the old one stays (H10).

    ``uitkomst`` sets the outcome right, such as ``conform advies`` that was rejected; without it that stays, unless the
    words are no other than those of another outcome. It does nothing to a next agenda: that was made long since.
    One that has no words yet is nowhere known: while its verslag is a draft it gets them itself, with its number.
    Raises ``BesluitZonderTekst``.
    """
    with store.transaction():
        oud = store.besluiten.get(besluit_id)
        if oud.mist_woorden and not _is_vastgesteld(store, oud.agendapunt_id):
            return _vul_aan(store, oud, tekst, uitkomst or oud.uitkomst)
        if not tekst.strip() and (uitkomst is None or uitkomst is oud.uitkomst):
            raise BesluitZonderTekst(uitkomst=oud.uitkomst.value)
        opname = store.opname(store.agendapunten.get(oud.agendapunt_id).vergadering_id)
        rij = store.besluiten.van_punt(oud.agendapunt_id)
        herstel = replace(
            oud,
            id=new_id(),
            volgorde=tussen(rij[-1].volgorde, ""),
            datum=op,
            nummer=volgend_besluitnummer(opname.gremium.kort, op.year, store.besluiten.nummers()),
            uitkomst=uitkomst or oud.uitkomst,
            tekst=besluittekst(uitkomst or oud.uitkomst, tekst, oud.voorgesteld),
            herstelt_id=oud.id,
        ).naar_woorden()
        if herstel.mist_woorden:
            raise BesluitZonderTekst(uitkomst=herstel.uitkomst.value)
        store.besluiten.save(herstel)
    return herstel


def renumber_besluit(store: Store, besluit_id: str) -> Besluit:
    """Give a besluit the next free number of the register, where another has its number too, and return it (H11).

    Raises ``VerslagVastgesteld``: then the number is known outside, and the other besluit is the one to renumber or
    this one is set right under a new number. Raises ``BesluitZonderTekst`` for one that has no number yet.
    """
    with store.transaction():
        oud = store.besluiten.get(besluit_id)
        require_concept_at(store, oud.agendapunt_id)
        if oud.mist_woorden:
            raise BesluitZonderTekst(uitkomst=oud.uitkomst.value)
        opname = store.opname(store.agendapunten.get(oud.agendapunt_id).vergadering_id)
        nummer = volgend_besluitnummer(opname.gremium.kort, oud.datum.year, store.besluiten.nummers())
        nieuw = replace(oud, nummer=nummer)
        store.besluiten.save(nieuw)
    return nieuw


def remove_besluit(store: Store, besluit_id: str) -> None:
    """Take away a besluit that was recorded by mistake, with what it did to the next agenda."""
    with store.transaction():
        punt_id = store.besluiten.get(besluit_id).agendapunt_id
        require_concept_at(store, punt_id)
        was = _is_aangehouden(store, punt_id)
        store.besluiten.delete(besluit_id)
        _gevolgen(store, punt_id, was)


def _vul_aan(store: Store, besluit: Besluit, tekst: str, uitkomst: Uitkomst) -> Besluit:
    """Give a besluit without words its own, and return it; raises ``BesluitZonderTekst`` without them still."""
    opname = store.opname(store.agendapunten.get(besluit.agendapunt_id).vergadering_id)
    woorden = besluittekst(uitkomst, tekst, besluit.voorgesteld)
    vol = replace(besluit, uitkomst=uitkomst, tekst=woorden).naar_woorden()
    if vol.mist_woorden:
        raise BesluitZonderTekst(uitkomst=vol.uitkomst.value)
    vol = _genummerd(store, opname, vol)
    store.besluiten.save(vol)
    return vol


def _is_vastgesteld(store: Store, punt_id: str) -> bool:
    verslag = store.verslagen.van_vergadering(store.agendapunten.get(punt_id).vergadering_id)
    return verslag is not None and verslag.is_vastgesteld


def _voorgesteld(opname: Momentopname, punt_id: str) -> str:
    lijst = als_lijst(opname.voorstel(opname.punt(punt_id)), opname.gevuld)
    return schrijf([lijst]) if lijst is not None else ""


def _genummerd(store: Store, opname: Momentopname, besluit: Besluit) -> Besluit:
    """Return a besluit with the next number of the register, unless it has one or does not say what was decided."""
    if besluit.nummer or besluit.mist_woorden:
        return besluit
    nummer = volgend_besluitnummer(opname.gremium.kort, besluit.datum.year, store.besluiten.nummers())
    return replace(besluit, nummer=nummer)


def _is_aangehouden(store: Store, punt_id: str) -> bool:
    besluiten = store.besluiten.van_punt(punt_id)
    return bool(besluiten) and besluiten[-1].uitkomst is Uitkomst.AANGEHOUDEN


def _gevolgen(store: Store, punt_id: str, was: bool) -> None:
    """Put on the next agenda what is held over now, and take from it what was and is not any more (B13)."""
    if _is_aangehouden(store, punt_id):
        hold_over_at_table(store, punt_id)
    elif was:
        take_back_from_next(store, punt_id, _TOCH_NIET)
