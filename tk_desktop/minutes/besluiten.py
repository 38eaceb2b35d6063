"""Besluiten: recorded at the table, set right afterwards, never lost."""

from dataclasses import replace
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import Agendapunt, behandelwijze
from tk_desktop.domain.besluit import (
    Besluit,
    Uitkomst,
    besluittekst,
    passende_uitkomst,
    past_bij,
    volgend_besluitnummer,
)
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmaak import schrijf
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.voorstel import als_lijst
from tk_desktop.minutes.concept import require_concept_at
from tk_desktop.store.werkmap import Store


class NietTerBesluitvorming(TkError):
    """A besluit was to be recorded on an item that was not tabled for one."""

    code = "TK-B07"
    melding = "Punt {nummer} staat {behandeling} op de agenda, niet ter besluitvorming. Er is niets vastgelegd."
    advies = "Leg het toch vast als de vergadering hiermee heeft ingestemd, of wijzig de behandeling van het punt."


class BesluitZonderTekst(TkError):
    """A besluit that is not that of the proposal was to be recorded without its words."""

    code = "TK-B08"
    melding = "Bij ‘{uitkomst}’ hoort de tekst van wat is besloten. Er is niets gewijzigd."
    advies = "Typ de tekst van het besluit, of kies een andere uitkomst."


def may_record(opname: Momentopname, punt: Agendapunt, uitkomst: Uitkomst) -> bool:
    """Tell whether an item was tabled for such an outcome; one without a way of treatment was tabled for any."""
    return past_bij(uitkomst, opname.behandeling(punt))


def require_tabled(opname: Momentopname, punt: Agendapunt, uitkomst: Uitkomst) -> None:
    """Raise ``NietTerBesluitvorming`` when an item was not tabled for such an outcome."""
    if not may_record(opname, punt, uitkomst):
        wijze = behandelwijze(opname.behandeling(punt)).casefold()
        raise NietTerBesluitvorming(nummer=str(opname.nummers[punt.id]), behandeling=wijze)


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
    beside it (H5); with other words than that it is changed, also when it was called ``conform advies``.
    ``besloten`` closes a besluit on an open item; one on a besloten item always is.

    Raises ``NietTerBesluitvorming`` unless it is to be recorded all the same (``toch``), ``BesluitZonderTekst``
    or ``VerslagVastgesteld``.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        opname = store.opname(store.agendapunten.get(punt_id).vergadering_id)
        punt = opname.punt(punt_id)
        if not toch:
            require_tabled(opname, punt, uitkomst)
        voorgesteld = _voorgesteld(opname, punt_id)
        rij = store.besluiten.van_punt(punt_id)
        besluit = Besluit(
            id=new_id(),
            agendapunt_id=punt_id,
            volgorde=tussen(rij[-1].volgorde if rij else "", ""),
            uitkomst=uitkomst,
            datum=op,
            nummer=volgend_besluitnummer(opname.gremium.kort, op.year, store.besluiten.nummers()),
            tekst=besluittekst(uitkomst, tekst, voorgesteld),
            voorgesteld=voorgesteld,
            minderheid=minderheid.strip(),
            besloten=besloten or opname.is_besloten(punt),
        )
        besluit = _naar_woorden(besluit)
        store.besluiten.save(besluit)
    return besluit


def edit_besluit(
    store: Store,
    besluit_id: str,
    *,
    uitkomst: Uitkomst,
    tekst: str,
    minderheid: str = "",
    besloten: bool = False,
) -> Besluit:
    """Change a besluit while its verslag is a draft, and return it.

    Raises ``BesluitZonderTekst`` or ``VerslagVastgesteld``.
    """
    with store.transaction():
        oud = store.besluiten.get(besluit_id)
        require_concept_at(store, oud.agendapunt_id)
        nieuw = replace(
            oud,
            uitkomst=uitkomst,
            tekst=besluittekst(uitkomst, tekst, oud.voorgesteld),
            minderheid=minderheid.strip(),
            besloten=besloten or _is_besloten(store, oud.agendapunt_id),
        )
        nieuw = _naar_woorden(nieuw)
        store.besluiten.save(nieuw)
    return nieuw


def correct_besluit(store: Store, besluit_id: str, tekst: str, *, op: date) -> Besluit:
    """Set a besluit right that is known outside already: a new one with its own number, and the old one stays (H10).

    Raises ``BesluitZonderTekst``.
    """
    with store.transaction():
        oud = store.besluiten.get(besluit_id)
        if not tekst.strip():
            raise BesluitZonderTekst(uitkomst=oud.uitkomst.value)
        opname = store.opname(store.agendapunten.get(oud.agendapunt_id).vergadering_id)
        rij = store.besluiten.van_punt(oud.agendapunt_id)
        herstel = replace(
            oud,
            id=new_id(),
            volgorde=tussen(rij[-1].volgorde, ""),
            datum=op,
            nummer=volgend_besluitnummer(opname.gremium.kort, op.year, store.besluiten.nummers()),
            tekst=tekst.strip(),
            uitkomst=passende_uitkomst(oud.uitkomst, tekst, oud.voorgesteld),
            herstelt_id=oud.id,
        )
        store.besluiten.save(herstel)
    return herstel


def remove_besluit(store: Store, besluit_id: str) -> None:
    """Take away a besluit that was recorded by mistake."""
    with store.transaction():
        require_concept_at(store, store.besluiten.get(besluit_id).agendapunt_id)
        store.besluiten.delete(besluit_id)


def _voorgesteld(opname: Momentopname, punt_id: str) -> str:
    lijst = als_lijst(opname.voorstel(opname.punt(punt_id)), opname.gevuld)
    return schrijf([lijst]) if lijst is not None else ""


def _naar_woorden(besluit: Besluit) -> Besluit:
    """Return a besluit with the outcome that its words are; raises ``BesluitZonderTekst`` when it needs other ones."""
    zelfde = bool(besluit.voorgesteld.strip()) and not besluit.wijkt_af
    if besluit.uitkomst is Uitkomst.GEWIJZIGD and (zelfde or not besluit.tekst.strip()):
        raise BesluitZonderTekst(uitkomst=besluit.uitkomst.value)
    return replace(besluit, uitkomst=passende_uitkomst(besluit.uitkomst, besluit.tekst, besluit.voorgesteld))


def _is_besloten(store: Store, punt_id: str) -> bool:
    opname = store.opname(store.agendapunten.get(punt_id).vergadering_id)
    return opname.is_besloten(opname.punt(punt_id))
