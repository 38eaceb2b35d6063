"""The schriftelijke ronde: sent to the members, answered one by one, ended in a besluit or at the table."""

from dataclasses import replace
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.besluit import Besluit, Uitkomst
from tk_desktop.domain.datum import kort
from tk_desktop.domain.gremium import Lidmaatschap, Rol
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.ronde import Antwoord, Reactie, Ronde, Rondestand
from tk_desktop.domain.volgorde import tussen
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.concept import require_concept_at
from tk_desktop.store.werkmap import Store


class RondeOnmogelijk(TkError):
    """A round was to be sent that nobody could answer in time, or that goes on already."""

    code = "TK-B17"
    melding = "De schriftelijke ronde kan niet beginnen: {oorzaak}. Er is niets gewijzigd."
    advies = "Verbeter de laatste dag, of kijk wie er stemrecht heeft."


class ReactieTeLaat(TkError):
    """An answer came after the last day of a round."""

    code = "TK-B18"
    melding = "De schriftelijke ronde liep tot en met {datum}. De reactie van {naam} is niet verwerkt."
    advies = "Verleng de ronde als de reactie nog mag meetellen."


class RondeLoopt(TkError):
    """A besluit was to be made of a round that has not ended, or did not end in agreement."""

    code = "TK-B19"
    melding = "Er is nog geen besluit: de schriftelijke ronde staat op ‘{stand}’. Er is niets gewijzigd."
    advies = "Wacht de reacties af, of bespreek het punt in een vergadering."


class RondeAlBesloten(TkError):
    """A round that ended in a besluit was to be changed, or to give a second one."""

    code = "TK-B45"
    melding = "Deze schriftelijke ronde is gesloten met besluit {nummer}. Er is niets gewijzigd."
    advies = "Wijzig of herstel dat besluit, of begin een nieuwe ronde."


def send_ronde(store: Store, punt_id: str, *, op: date, uiterlijk: date) -> Ronde:
    """Begin a round of letters on an item, with who may answer frozen, and return it (H13); ``RondeOnmogelijk``."""
    with store.transaction():
        require_concept_at(store, punt_id)
        opname = store.opname(store.agendapunten.get(punt_id).vergadering_id)
        leden = [lid for lid in opname.leden if _stemt(lid, op)]
        if uiterlijk < op:
            raise RondeOnmogelijk(oorzaak=f"{kort(uiterlijk)} ligt vóór {kort(op)}")
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
        )
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
        wie = next(reactie for reactie in ronde.reacties if reactie.id == reactie_id)
        if op > ronde.uiterlijk:
            raise ReactieTeLaat(datum=kort(ronde.uiterlijk), naam=wie.naam)
        ontvangen = op if antwoord is not None else None
        nieuw = replace(wie, antwoord=antwoord, toelichting=toelichting.strip(), ontvangen=ontvangen)
        ronde = replace(ronde, reacties=tuple(nieuw if een.id == reactie_id else een for een in ronde.reacties))
        store.rondes.save(ronde)
    return ronde


def extend_ronde(store: Store, ronde_id: str, uiterlijk: date) -> Ronde:
    """Give the members until another day and return the round; raises ``RondeOnmogelijk``."""
    with store.transaction():
        ronde = _wijzigbaar(store, ronde_id)
        if uiterlijk < ronde.verzonden:
            raise RondeOnmogelijk(oorzaak=f"{kort(uiterlijk)} ligt vóór {kort(ronde.verzonden)}")
        ronde = replace(ronde, uiterlijk=uiterlijk)
        store.rondes.save(ronde)
    return ronde


def decide_ronde(store: Store, ronde_id: str, *, op: date) -> Besluit:
    """Record what a round decided, which ends it, and return the besluit.

    Without that besluit the round is open again. Raises ``RondeLoopt`` or ``RondeAlBesloten``.
    """
    with store.transaction():
        ronde = _wijzigbaar(store, ronde_id)
        match ronde.stand(op):
            case Rondestand.AKKOORD:
                uitkomst = Uitkomst.CONFORM
            case Rondestand.NIET_AKKOORD:
                uitkomst = Uitkomst.VERWORPEN
            case stand:
                raise RondeLoopt(stand=stand.value)
        besluit = record_besluit(store, ronde.agendapunt_id, uitkomst, op=op, toch=True)
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
    besluit = ronde.besluit(store.besluiten.van_punt(ronde.agendapunt_id))
    if besluit is not None:
        raise RondeAlBesloten(nummer=besluit.nummer)
    return ronde


def _stemt(lid: Lidmaatschap, dag: date) -> bool:
    return lid.stemt and lid.rol is not Rol.PLAATSVERVANGER and lid.geldt_op(dag)


def _reacties(opname: Momentopname, leden: list[Lidmaatschap]) -> tuple[Reactie, ...]:
    uit: list[Reactie] = []
    for lid in leden:
        volgorde = tussen(uit[-1].volgorde if uit else "", "")
        uit.append(Reactie(id=new_id(), volgorde=volgorde, naam=opname.naam(lid.persoon_id), namens=lid.namens))
    return tuple(uit)
