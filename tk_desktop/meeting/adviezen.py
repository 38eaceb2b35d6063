"""Advice of departments on a nota: asked, given, asked again when the nota changed; never part of a set (A8)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.advies import Advies, Adviesregel, Adviesstand, Oordeel, afdruk, bezwaar, regels
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.volgorde import tussen
from tk_desktop.store.werkmap import Store


class AdviesVanNiemand(TkError):
    """Advice was to be asked of nobody."""

    code = "TK-V51"
    melding = "Een advies vraagt u aan een afdeling of een persoon."
    veilig = "Er is niets gewijzigd."
    advies = "Typ de naam van de afdeling of de persoon."


def adviezen_bij(store: Store, nota_id: str, vandaag: date) -> tuple[Adviesregel, ...]:
    """Return the advice on a nota in the order in which it was asked, with how far each is; or ``NietGevonden``."""
    return regels(store.notas.get(nota_id), store.adviezen.van_nota(nota_id), vandaag)


def advisers(store: Store) -> tuple[str, ...]:
    """Return of whom advice was ever asked, by name: to choose from."""
    return tuple(sorted({advies.van for advies in store.adviezen.all()}, key=str.casefold))


def ask_advies(store: Store, nota_id: str, van: str, vandaag: date, *, uiterlijk: date | None = None) -> Advies:
    """Ask advice on a nota, by a day when one is given, and return it; raises ``AdviesVanNiemand``."""
    if not van.strip():
        raise AdviesVanNiemand
    with store.transaction():
        eerder = store.adviezen.van_nota(store.notas.get(nota_id).id)
        advies = Advies(
            id=new_id(),
            nota_id=nota_id,
            volgorde=tussen(eerder[-1].volgorde if eerder else ""),
            van=" ".join(van.split()),
            gevraagd=vandaag,
            uiterlijk=uiterlijk,
        )
        store.adviezen.save(advies)
    return advies


def give_advies(store: Store, advies_id: str, oordeel: Oordeel, dag: date, tekst: str = "") -> Advies:
    """Keep the advice that was given, on the nota as it stands now, and return it.

    Giving it once more corrects it; one that has lapsed stays as it was, and the new one stands behind it.
    """
    with store.transaction():
        advies = store.adviezen.get(advies_id)
        nu = afdruk(store.notas.get(advies.nota_id))
        if advies.stand(nu) is Adviesstand.VERVALLEN:
            advies = ask_again(store, advies_id, dag)
        advies = advies.met_oordeel(oordeel, tekst, dag, nu)
        store.adviezen.save(advies)
    return advies


def ask_again(store: Store, advies_id: str, vandaag: date, *, uiterlijk: date | None = None) -> Advies:
    """Ask the same advice once more and return the new one; the old one stays to be read."""
    with store.transaction():
        oud = store.adviezen.get(advies_id)
        return ask_advies(store, oud.nota_id, oud.van, vandaag, uiterlijk=uiterlijk)


def change_term(store: Store, advies_id: str, *, van: str, uiterlijk: date | None) -> Advies:
    """Change of whom advice is asked and by which day, and return it; raises ``AdviesVanNiemand``."""
    if not van.strip():
        raise AdviesVanNiemand
    with store.transaction():
        advies = replace(store.adviezen.get(advies_id), van=" ".join(van.split()), uiterlijk=uiterlijk)
        store.adviezen.save(advies)
    return advies


def delete_advies(store: Store, advies_id: str) -> Advies:
    """Remove an advice, asked or given, and return what it was; raises ``NietGevonden``."""
    with store.transaction():
        advies = store.adviezen.get(advies_id)
        store.adviezen.delete(advies_id)
    return advies


def objections(store: Store, opname: Momentopname, vandaag: date) -> tuple[str, ...]:
    """Return what advice says against approving an agenda, one sentence each, in its order (A8, B11).

    Advice that was asked and not given, that has lapsed, or that is negative; of nota's on the agenda alone.
    """
    return tuple(_bezwaren(store, opname, vandaag))


def _bezwaren(store: Store, opname: Momentopname, vandaag: date) -> Iterator[str]:
    alle = store.adviezen.van_vergadering(opname.vergadering.id)
    for stuk in opname.notastukken:
        nota = opname.notas[stuk.id]
        for regel in regels(nota, alle.get(nota.id, ()), vandaag):
            waarom = bezwaar(regel)
            if waarom:
                yield f"{opname.label(stuk) or stuk.titel}: {waarom}"
