"""Putting the items of a spreadsheet on an agenda."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.puntregel import Puntregel
from tk_desktop.domain.standaardpunt import sluit_af
from tk_desktop.meeting.agenda import add_punt
from tk_desktop.meeting.agendapunten import set_behandeling, set_inleiders, set_toelichting
from tk_desktop.store.werkmap import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendaimport:
    """What taking in a spreadsheet did: how many items are new, changed, or were just so already."""

    nieuw: int = 0
    gewijzigd: int = 0
    gelijk: int = 0


def take_items(store: Store, vergadering_id: str, regels: Sequence[Puntregel]) -> Agendaimport:
    """Put the items of a spreadsheet on an agenda and tell what changed (B17).

    An item of the same title, under a main item of the same title, is that item: it keeps its place and its papers.
    New main items come before the closing ones. Nothing is removed, and nothing besloten becomes public. Taking the
    same list in again changes nothing. Raises ``VerslagVastgesteld`` for what an approved verslag tells otherwise.
    """
    nieuw = gewijzigd = gelijk = 0
    with store.transaction():
        hoofd: Agendapunt | None = None
        for regel in regels:
            opname = store.opname(vergadering_id)
            onder = hoofd.id if regel.is_sub and hoofd is not None else None
            bekend = _bekend(opname, regel, onder)
            punt = bekend or _voeg_toe(store, opname, regel, onder)
            anders = _vul(store, punt, regel)
            nieuw += bekend is None
            gewijzigd += bekend is not None and anders
            gelijk += bekend is not None and not anders
            hoofd = punt if onder is None else hoofd
    return Agendaimport(nieuw=nieuw, gewijzigd=gewijzigd, gelijk=gelijk)


def _bekend(opname: Momentopname, regel: Puntregel, onder: str | None) -> Agendapunt | None:
    titel = regel.titel.casefold()
    return next((p for p in opname.agendapunten if p.ouder_id == onder and p.titel.casefold() == titel), None)


def _voeg_toe(store: Store, opname: Momentopname, regel: Puntregel, onder: str | None) -> Agendapunt:
    buren = [punt for punt in opname.agendapunten if punt.ouder_id == onder]
    while onder is None and len(buren) > 1 and sluit_af(buren[-1]):
        buren.pop()
    na = buren[-1].id if buren else None
    return add_punt(
        store, opname.vergadering.id, regel.titel, na=na, onder=onder, ingevoegd=regel.ingevoegd and onder is None
    )


def _vul(store: Store, punt: Agendapunt, regel: Puntregel) -> bool:
    """Give an item what the line says, where it says something, and tell whether that changed it."""
    voor = store.agendapunten.get(punt.id)
    if regel.behandeling and regel.behandeling != voor.behandeling:
        set_behandeling(store, punt.id, regel.behandeling)
    store.agendapunten.save(
        replace(
            store.agendapunten.get(punt.id),
            duur=voor.duur if regel.duur is None else regel.duur,
            besloten=voor.besloten or regel.besloten,
            mondeling=voor.mondeling or regel.mondeling,
        )
    )
    if regel.inleiders and list(regel.inleiders) != [(wie.naam, wie.rol) for wie in voor.inleiders]:
        set_inleiders(store, punt.id, regel.inleiders)
    gevuld = store.opname(voor.vergadering_id).gevuld(voor.toelichting)
    if regel.toelichting and regel.toelichting != gevuld:
        set_toelichting(store, punt.id, regel.toelichting)
    return store.agendapunten.get(punt.id) != voor
