"""Changing one item of an agenda: its words, its time and how it is treated."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.agenda import LANGSTE_DUUR, Agendapunt, Behandeling, Inleider
from tk_desktop.domain.besloten import is_besloten
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.verwijzing import koppel
from tk_desktop.domain.volgorde import reeks
from tk_desktop.meeting.agenda import DuurOnmogelijk, require_titel
from tk_desktop.meeting.gehouden import require_concept
from tk_desktop.meeting.opening import dichte_punten, keep_gezegde_dicht, require_geen_plicht
from tk_desktop.store.werkmap import Store

_LEESBAAR = 30
"""Letters of what was typed that a message repeats."""


def rename_punt(store: Store, punt_id: str, titel: str) -> Momentopname:
    """Give an item another title and return the meeting; a title that says so makes it besloten.

    Raises ``TitelOntbreekt``, or ``VerslagVastgesteld`` when the verslag that names it was approved.
    """
    require_titel(titel)
    schoon = " ".join(titel.split())
    return _wijzig_verslagen(
        store, punt_id, lambda punt: replace(punt, titel=schoon, besloten=punt.besloten or is_besloten(schoon))
    )


def set_duur(store: Store, punt_id: str, minuten: int | None) -> Momentopname:
    """Give an item a duration and return the meeting with its new clock times (B4); raises ``DuurOnmogelijk``."""
    if minuten is not None and not 0 <= minuten <= LANGSTE_DUUR:
        raise DuurOnmogelijk(minuten=minuten)
    return _wijzig(store, punt_id, lambda punt: replace(punt, duur=minuten))


def type_duur(store: Store, punt_id: str, tekst: str) -> Momentopname:
    """Give an item the duration that was typed, none when nothing was, and return the meeting (B4).

    Raises ``DuurOnmogelijk``.
    """
    schoon = tekst.strip()
    if schoon and not (schoon.isdecimal() and len(schoon) <= len(str(LANGSTE_DUUR))):
        raise DuurOnmogelijk(minuten=schoon if len(schoon) <= _LEESBAAR else f"{schoon[:_LEESBAAR]}…")
    return set_duur(store, punt_id, int(schoon) if schoon else None)


def set_behandeling(store: Store, punt_id: str, behandeling: frozenset[Behandeling]) -> Momentopname:
    """Choose the ways of treatment of an item and return the meeting (B6); none: it follows its main item.

    Raises ``VerslagVastgesteld``.
    """
    return _wijzig_verslagen(store, punt_id, lambda punt: replace(punt, behandeling=behandeling))


def set_besloten(store: Store, punt_id: str, besloten: bool) -> Momentopname:
    """Put an item behind closed doors, or in the open again, and return the meeting (B8).

    Everything under it follows: no public set, export or contents page shows it. What was said behind closed doors
    stays there when an item opens: it becomes the closed part of what is written of it, as when geheimhouding is lifted
    (H9).
    Raises ``GeheimhoudingGeldt`` when an item is to open on which geheimhouding holds, and ``VerslagVastgesteld`` when
    it is to open after its verslag was approved; what should have been closed can always be.
    """
    with store.transaction():
        opname = store.opname(store.agendapunten.get(punt_id).vergadering_id)
        if not besloten:
            require_concept(store, opname.vergadering.id)
            require_geen_plicht(store, opname.vergadering.id, punt_id=punt_id)
        nieuw = _wijzig(store, punt_id, lambda punt: replace(punt, besloten=besloten))
        keep_gezegde_dicht(store, dichte_punten([opname]) - dichte_punten([nieuw]))
        return nieuw


def set_ingevoegd(store: Store, punt_id: str, ingevoegd: bool) -> Momentopname:
    """Number a main item as inserted (1A), so that the items after it keep their number (catalogue 102).

    Raises ``VerslagVastgesteld``.
    """
    return _wijzig_verslagen(store, punt_id, lambda punt: replace(punt, ingevoegd=ingevoegd))


def set_mondeling(store: Store, punt_id: str, mondeling: bool) -> Momentopname:
    """Tell that an item is told, not read: it needs no papers."""
    return _wijzig(store, punt_id, lambda punt: replace(punt, mondeling=mondeling))


def set_hamerstukken(store: Store, ids: Sequence[str], hamerstuk: bool) -> Momentopname:
    """Put items among those that are decided together without debate, or take them out (B7)."""
    with store.transaction():
        opnames = [_wijzig(store, id_, lambda punt: replace(punt, hamerstuk=hamerstuk)) for id_ in ids]
    return opnames[-1]


def set_spoed(store: Store, punt_id: str, motivering: str) -> Momentopname:
    """Say why an item comes after the agenda was closed; an empty text: it came in time (A11)."""
    return _wijzig(store, punt_id, lambda punt: replace(punt, spoed=motivering.strip()))


def set_inleiders(store: Store, punt_id: str, inleiders: Sequence[tuple[str, str]]) -> Momentopname:
    """Name who introduces an item, each with a role; who was named already keeps its row (catalogue 31)."""
    with store.transaction():
        punt = store.agendapunten.get(punt_id)
        namen = [(naam.strip(), rol.strip()) for naam, rol in inleiders if naam.strip()]
        bekend = {wie.naam: wie.id for wie in punt.inleiders}
        nieuw = tuple(
            Inleider(id=bekend.pop(naam, "") or new_id(), volgorde=plek, naam=naam, rol=rol)
            for (naam, rol), plek in zip(namen, reeks(len(namen)), strict=True)
        )
        return _wijzig(store, punt_id, lambda punt: replace(punt, inleiders=nieuw))


def set_toelichting(store: Store, punt_id: str, tekst: str) -> Momentopname:
    """Give an item its explanation; every ‘agendapunt 2a’ in it is tied to that item, so that it is renumbered (B3)."""
    with store.transaction():
        nummers = store.opname(store.agendapunten.get(punt_id).vergadering_id).nummers
        return _wijzig(store, punt_id, lambda punt: replace(punt, toelichting=koppel(tekst, nummers)))


def _wijzig_verslagen(store: Store, punt_id: str, wijzig: Callable[[Agendapunt], Agendapunt]) -> Momentopname:
    """Change what the verslag tells of an item, while it is a draft."""
    with store.transaction():
        require_concept(store, store.agendapunten.get(punt_id).vergadering_id)
        return _wijzig(store, punt_id, wijzig)


def _wijzig(store: Store, punt_id: str, wijzig: Callable[[Agendapunt], Agendapunt]) -> Momentopname:
    with store.transaction():
        punt = wijzig(store.agendapunten.get(punt_id))
        store.agendapunten.save(punt)
        return store.opname(punt.vergadering_id)
