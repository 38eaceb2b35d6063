"""Remarks of reviewers on a draft: said, answered, dealt with; apart from everything that is printed or sent (B18)."""

from dataclasses import replace
from datetime import datetime

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opmerking import Opmerking, Opmerkingen, Waarover, geplaatst
from tk_desktop.store.werkmap import Store


class OpmerkingLeeg(TkError):
    """A remark was to be kept without a word."""

    code = "TK-V50"
    melding = "Een opmerking heeft een tekst nodig."
    veilig = "Er is niets gewijzigd."
    advies = "Typ wat u wilt zeggen, of verwijder de opmerking."


def opmerkingen_van(store: Store, opname: Momentopname) -> Opmerkingen:
    """Return the remarks on a meeting, its items and its nota's, in the order of the agenda."""
    hier = opname.vergadering.id
    weg = {nota.id: nota.onderwerp for nota in store.notas.verwijderd(hier).values()}
    return geplaatst(opname, store.opmerkingen.van_vergadering(hier), weg)


def add_opmerking(store: Store, over: Waarover, tekst: str, *, wie: str, nu: datetime) -> Opmerking:
    """Keep what somebody says about a draft and return it; raises ``OpmerkingLeeg``."""
    if not tekst.strip():
        raise OpmerkingLeeg
    opmerking = Opmerking(
        id=new_id(),
        wie=wie.strip(),
        moment=nu,
        tekst=tekst.strip(),
        vergadering_id=over.vergadering_id,
        agendapunt_id=over.agendapunt_id,
        nota_id=over.nota_id,
        sectie_id=over.sectie_id,
    )
    with store.transaction():
        store.opmerkingen.save(opmerking)
    return opmerking


def edit_opmerking(store: Store, opmerking_id: str, *, tekst: str, wie: str) -> Opmerking:
    """Change the words of a remark, or who said it, and return it; raises ``OpmerkingLeeg`` or ``NietGevonden``."""
    if not tekst.strip():
        raise OpmerkingLeeg
    return _bewaar(store, replace(store.opmerkingen.get(opmerking_id), tekst=tekst.strip(), wie=wie.strip()))


def answer_opmerking(
    store: Store, opmerking_id: str, antwoord: str, *, wie: str, nu: datetime, afgehandeld: bool = True
) -> Opmerking:
    """Put an answer under a remark, which usually deals with it, and return it; an empty answer takes it away."""
    opmerking = replace(store.opmerkingen.get(opmerking_id), antwoord=antwoord.strip())
    if afgehandeld and opmerking.is_open:
        opmerking = replace(opmerking, afgehandeld=nu, afgehandeld_door=wie.strip())
    elif not afgehandeld:
        opmerking = replace(opmerking, afgehandeld=None, afgehandeld_door="")
    return _bewaar(store, opmerking)


def settle_opmerking(store: Store, opmerking_id: str, *, wie: str, nu: datetime) -> Opmerking:
    """Tell that a remark was dealt with, now, by whom; one that was, stays as it is."""
    opmerking = store.opmerkingen.get(opmerking_id)
    if not opmerking.is_open:
        return opmerking
    return _bewaar(store, replace(opmerking, afgehandeld=nu, afgehandeld_door=wie.strip()))


def reopen_opmerking(store: Store, opmerking_id: str) -> Opmerking:
    """Tell that a remark still has to be dealt with; its answer stays."""
    return _bewaar(store, replace(store.opmerkingen.get(opmerking_id), afgehandeld=None, afgehandeld_door=""))


def delete_opmerking(store: Store, opmerking_id: str) -> Opmerking:
    """Remove a remark and return what it was; raises ``NietGevonden``."""
    with store.transaction():
        opmerking = store.opmerkingen.get(opmerking_id)
        store.opmerkingen.delete(opmerking_id)
    return opmerking


def _bewaar(store: Store, opmerking: Opmerking) -> Opmerking:
    with store.transaction():
        store.opmerkingen.save(opmerking)
    return opmerking
