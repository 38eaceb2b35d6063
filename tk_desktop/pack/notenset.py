"""The papers and the notes on them as somebody may have them: for own use, or sent to others (F10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenkeuze import Notenkeuze, Ontvanger, Voor, choose_notes
from tk_desktop.domain.papiertekst import Papiertekst
from tk_desktop.domain.vergaderset import Doelgroep, OnbekendLid, Onderdeel, Vergaderset, variant_voor_lid
from tk_desktop.pack.samenstellen import Keuze, assemble, assemble_for_reader
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Notenset:
    """The set that these readers see, and the notes of ``lezer`` that go to them."""

    plan: Vergaderset
    keuze: Notenkeuze
    lezer: str

    @property
    def opname(self) -> Momentopname:
        """The meeting as these readers see it."""
        return self.plan.opname


class Papierlezer(Protocol):
    """What is asked of the papers of a set: one part of it, in the version that these readers have."""

    def __call__(self, plan: Vergaderset, deel: Onderdeel, /) -> Papiertekst:
        """Return the words of its pages."""


def gather_notes(store: Store, vergadering_id: str, ontvanger: Ontvanger, *, lezer: str, lees: Papierlezer) -> Notenset:
    """Return what goes to ``ontvanger`` of the notes of ``lezer``.

    Who is no member of the body, and everybody, sees nothing that is besloten. Raises ``BeslotenGenoemd`` when a paper
    that they see tells what is, ``NietGevonden``, or the ``TkError`` of a paper that ``lees`` cannot read.
    """
    aantekeningen = store.aantekeningen.van_vergadering(vergadering_id)
    return choose_from(store, vergadering_id, aantekeningen, ontvanger, lezer=lezer, lees=lees)


def choose_from(
    store: Store,
    vergadering_id: str,
    aantekeningen: Iterable[Aantekening],
    ontvanger: Ontvanger,
    *,
    lezer: str,
    lees: Papierlezer,
) -> Notenset:
    """Return what goes to ``ontvanger`` of some of the notes of ``lezer``; raises as ``gather_notes``."""
    geheel = store.opname(vergadering_id)
    plan = _plan(store, geheel, ontvanger, lezer)
    delen = {deel.sleutel: deel for deel in plan.onderdelen}

    @cache
    def tekst_van(sleutel: str) -> Papiertekst:
        return lees(plan, delen[sleutel])

    keuze = choose_notes(
        aantekeningen,
        ontvanger,
        lezer=lezer,
        geheel=geheel,
        zichtbaar=plan.opname,
        papieren=delen,
        tekst_van=tekst_van,
    )
    return Notenset(plan=plan, keuze=keuze, lezer=lezer)


def _plan(store: Store, geheel: Momentopname, ontvanger: Ontvanger, lezer: str) -> Vergaderset:
    id_ = geheel.vergadering.id
    match ontvanger.voor:
        case Voor.MIJZELF | Voor.SECRETARIAAT:
            return assemble_for_reader(store, id_, lezer)
        case Voor.LEDEN:
            return assemble(store, id_, Doelgroep.LEDEN, keuze=Keuze(inhoud=False))
        case Voor.OPENBAAR:
            return assemble(store, id_, Doelgroep.OPENBAAR, keuze=Keuze(inhoud=False))
        case Voor.LEZER:
            try:
                variant_voor_lid(geheel, ontvanger.naam)
            except OnbekendLid:
                return assemble(store, id_, Doelgroep.AMBTENAREN, keuze=Keuze(inhoud=False))
            return assemble(store, id_, Doelgroep.LID, lid=ontvanger.naam, keuze=Keuze(inhoud=False))
