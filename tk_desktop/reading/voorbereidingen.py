"""What a reader prepares for the items of a meeting: standpoint, question, action, and the pages at hand (F17)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.leesstand import Voorbereiding
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.paginaverwijzing import Verwijzing, verwijzingen_als_tekst, verwijzingen_uit
from tk_desktop.domain.voorbereidingsregel import Voorbereidingsregel, voorbereidingsregels
from tk_desktop.reading.bladplekken import load_bladregister
from tk_desktop.store.werkmap import Store


def load_voorbereidingen(
    store: Store, opname: Momentopname, eigenaar: str, versies: Mapping[str, str] | None = None
) -> tuple[Voorbereidingsregel, ...]:
    """Return every item of a meeting as this reader sees it, in order, with what they prepared.

    ``versies`` tells of our own papers which version is read now, by key.
    """
    eigen = store.voorbereidingen.van(opname.vergadering.id, eigenaar)
    papieren = (pagina.papier for een in eigen.values() for pagina in verwijzingen_uit(een.verwijzing))
    return voorbereidingsregels(opname, eigen, eigenaar, load_bladregister(store, papieren, versies or {}))


def set_voorbereiding(
    store: Store,
    punt_id: str,
    *,
    eigenaar: str,
    standpunt: str | None = None,
    vraag: str | None = None,
    actie: str | None = None,
    verwijzingen: Sequence[Verwijzing] | None = None,
) -> Voorbereiding:
    """Keep what is given of what a reader prepares for an item and return it; one without a word is forgotten.

    Raises ``NietGevonden`` when the item is gone.
    """
    with store.transaction():
        oud = _eigen(store, punt_id, eigenaar)
        nieuw = replace(
            oud,
            id=oud.id or new_id(),
            standpunt=oud.standpunt if standpunt is None else standpunt,
            vraag=oud.vraag if vraag is None else vraag,
            actie=oud.actie if actie is None else actie,
            verwijzing=oud.verwijzing if verwijzingen is None else verwijzingen_als_tekst(verwijzingen),
        )
        if nieuw.is_leeg:
            store.voorbereidingen.delete(nieuw.id)
        else:
            store.voorbereidingen.save(nieuw)
    return nieuw


def add_verwijzing(store: Store, punt_id: str, verwijzing: Verwijzing, *, eigenaar: str) -> Voorbereiding:
    """Keep a page with an item and return what is prepared for it; a page that is there already stays where it is."""
    with store.transaction():
        oud = verwijzingen_uit(_eigen(store, punt_id, eigenaar).verwijzing)
        return set_voorbereiding(store, punt_id, eigenaar=eigenaar, verwijzingen=(*oud, verwijzing))


def remove_verwijzing(store: Store, punt_id: str, verwijzing: Verwijzing, *, eigenaar: str) -> Voorbereiding:
    """Take a page away from an item and return what is prepared for it."""
    with store.transaction():
        oud = verwijzingen_uit(_eigen(store, punt_id, eigenaar).verwijzing)
        over = [een for een in oud if een != verwijzing]
        return set_voorbereiding(store, punt_id, eigenaar=eigenaar, verwijzingen=over)


def _eigen(store: Store, punt_id: str, eigenaar: str) -> Voorbereiding:
    vergadering_id = store.agendapunten.get(punt_id).vergadering_id
    oud = store.voorbereidingen.van(vergadering_id, eigenaar).get(punt_id)
    return oud or Voorbereiding(id="", agendapunt_id=punt_id, eigenaar=eigenaar)
