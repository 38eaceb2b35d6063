"""The schriftelijke ronde: sent to the members, answered one by one, ended in a besluit or at the table."""

from dataclasses import replace
from datetime import date

from tk_desktop.base.ids import new_id
from tk_desktop.domain.besluit import Besluit, Uitkomst, require_tabled
from tk_desktop.domain.gremium import Lidmaatschap, Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde, RondeOnmogelijk, Rondestand
from tk_desktop.domain.volgorde import tussen
from tk_desktop.meeting.gehouden import require_concept_at
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.store.werkmap import Store


def send_ronde(store: Store, punt_id: str, *, op: date, uiterlijk: date, toch: bool = False) -> Ronde:
    """Begin a round of letters on an item, with who may answer frozen, and return it (H13).

    What is asked is agreement, so the item is one to decide on unless it is to be asked all the same (``toch``).

    Raises ``NietTerBesluitvorming`` or ``RondeOnmogelijk``.
    """
    with store.transaction():
        require_concept_at(store, punt_id)
        opname = store.opname(store.agendapunten.get(punt_id).vergadering_id)
        if not toch:
            require_tabled(Uitkomst.CONFORM, opname.behandeling(opname.punt(punt_id)), opname.nummers[punt_id])
        leden = sorted(
            (lid for lid in opname.leden if _stemt(lid, op)), key=lambda lid: not _zit_voor(opname, lid)
        )  # the chair first, as at the table
        if not leden:
            raise RondeOnmogelijk(oorzaak="niemand heeft stemrecht")
        if any(ronde.stand(op) is Rondestand.LOOPT for ronde in store.rondes.van_punt(punt_id)):
            raise RondeOnmogelijk(oorzaak="er loopt al een ronde over dit punt")
        ronde = Ronde(
            id=new_id(),
            agendapunt_id=punt_id,
            verzonden=op,
            uiterlijk=uiterlijk,
            besloten=opname.is_besloten(opname.punt(punt_id)),
            reacties=_reacties(opname, leden),
        ).tot(uiterlijk)
        store.rondes.save(ronde)
    return ronde


def record_reactie(
    store: Store, ronde_id: str, reactie_id: str, antwoord: Antwoord | None, *, op: date, toelichting: str = ""
) -> Ronde:
    """Keep the answer of a member and return the round; a later answer takes the place of an earlier one.

    ``None`` takes an answer back that was recorded by mistake.

    Raises ``ReactieTeLaat``, or ``RondeAlBesloten`` as every change of a round that ended does.
    """
    with store.transaction():
        ronde = _wijzigbaar(store, ronde_id)
        ronde = ronde.met_reactie(reactie_id, antwoord, op=op, toelichting=toelichting)
        store.rondes.save(ronde)
    return ronde


def extend_ronde(store: Store, ronde_id: str, uiterlijk: date) -> Ronde:
    """Give the members until another day and return the round; raises ``RondeOnmogelijk``."""
    with store.transaction():
        ronde = _wijzigbaar(store, ronde_id).tot(uiterlijk)
        store.rondes.save(ronde)
    return ronde


def decide_ronde(store: Store, ronde_id: str, *, op: date) -> Besluit:
    """Record what a round decided, which ends it, and return the besluit.

    Without that besluit the round is open again. Raises ``RondeLoopt`` or ``RondeAlBesloten``.
    """
    with store.transaction():
        ronde = _wijzigbaar(store, ronde_id)
        besluit = record_besluit(store, ronde.agendapunt_id, ronde.uitkomst(op), op=op, toch=True)
        store.rondes.save(replace(ronde, besluit_id=besluit.id))
    return besluit


def remove_ronde(store: Store, ronde_id: str) -> None:
    """Take away a round that was begun by mistake."""
    with store.transaction():
        store.rondes.delete(_wijzigbaar(store, ronde_id).id)


def _wijzigbaar(store: Store, ronde_id: str) -> Ronde:
    """Return a round that may be changed; raises ``VerslagVastgesteld`` or ``RondeAlBesloten``."""
    ronde = store.rondes.get(ronde_id)
    require_concept_at(store, ronde.agendapunt_id)
    ronde.require_open(store.besluiten.van_punt(ronde.agendapunt_id))
    return ronde


def _stemt(lid: Lidmaatschap, dag: date) -> bool:
    return lid.stemt and lid.rol is not Rol.PLAATSVERVANGER and lid.geldt_op(dag)


def _zit_voor(opname: Momentopname, lid: Lidmaatschap) -> bool:
    voorzitter = opname.vergadering.voorzitter_id
    return lid.rol is Rol.VOORZITTER if voorzitter is None else lid.persoon_id == voorzitter


def _reacties(opname: Momentopname, leden: list[Lidmaatschap]) -> tuple[Reactie, ...]:
    uit: list[Reactie] = []
    for lid in leden:
        volgorde = tussen(uit[-1].volgorde if uit else "", "")
        uit.append(Reactie(id=new_id(), volgorde=volgorde, naam=opname.naam(lid.persoon_id), namens=lid.namens))
    return tuple(uit)
