"""Keeping the bodies: their names, how their papers look, and the days they count back from a meeting."""

from dataclasses import replace

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import new_id
from tk_desktop.domain.gremium import Gremium
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.store.werkmap import Store


class NaamOntbreekt(TkError):
    """A body or a person was to be made without a name."""

    code = "TK-V17"
    melding = "Een gremium of lid heeft een naam nodig."
    veilig = "Er is niets gewijzigd."
    advies = "Typ de naam."


class GremiumBestaat(TkError):
    """A body was to be made, or renamed, under the name of another."""

    code = "TK-V18"
    melding = "Er is al een gremium ‘{naam}’."
    veilig = "Er is niets gewijzigd."
    advies = "Kies het bestaande gremium, of geef dit een andere naam."


def add_gremium(store: Store, naam: str, afkorting: str = "", huisstijl: str = "neutraal") -> Gremium:
    """Make a body and return it (A1).

    Raises ``NaamOntbreekt``, ``GremiumBestaat``, or ``HuisstijlOnbruikbaar``; nothing has changed then.
    """
    Huisstijl.load(huisstijl)
    with store.transaction():
        schoon = _vrije_naam(store, naam, "")
        gremium = Gremium(id=new_id(), naam=schoon, afkorting=afkorting.strip(), huisstijl=huisstijl)
        store.gremia.save(gremium)
    return gremium


def write_gremium(store: Store, gremium: Gremium) -> Gremium:
    """Keep the name and the deadlines of a body as a screen shows them now, and return it (A1, A5).

    Raises ``NaamOntbreekt`` or ``GremiumBestaat``; nothing has changed then.
    """
    with store.transaction():
        nieuw = replace(
            gremium,
            naam=_vrije_naam(store, gremium.naam, gremium.id),
            huisstijl=store.gremia.get(gremium.id).huisstijl,
        )
        store.gremia.save(nieuw)
    return nieuw


def known_huisstijlen() -> tuple[tuple[str, str], ...]:
    """Return the house styles there are, each with its key and the name by which one chooses (A1)."""
    return tuple((stijl.naam, stijl.organisatie or stijl.naam.capitalize()) for stijl in Huisstijl.known())


def choose_huisstijl(store: Store, gremium_id: str, naam: str) -> Gremium:
    """Give a body a house style and return it; an unusable one raises ``HuisstijlOnbruikbaar`` and changes nothing."""
    Huisstijl.load(naam)
    with store.transaction():
        gremium = replace(store.gremia.get(gremium_id), huisstijl=naam)
        store.gremia.save(gremium)
    return gremium


def _vrije_naam(store: Store, naam: str, eigen: str) -> str:
    schoon = " ".join(naam.split())
    if not schoon:
        raise NaamOntbreekt
    for ander in store.gremia.all():
        if ander.id != eigen and ander.naam.casefold() == schoon.casefold():
            raise GremiumBestaat(naam=ander.naam)
    return schoon


def gremia_by_use(store: Store) -> tuple[Gremium, ...]:
    """Return the bodies, the one that meets last first; those that never met come by name."""
    laatst = [vergadering.gremium_id for vergadering in reversed(store.vergaderingen.all())]
    plek = {id_: rang for rang, id_ in enumerate(dict.fromkeys(laatst))}
    return tuple(sorted(store.gremia.all(), key=lambda gremium: (plek.get(gremium.id, len(plek)), gremium.naam)))
