"""What was written before a reader told a name goes to that name (F8)."""

from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.store.werkmap import Store


def notes_of(store: Store, eigenaar: str) -> tuple[Aantekening, ...]:
    """Return the notes that somebody wrote, over all meetings."""
    alle = (een for v in store.vergaderingen.all() for een in store.aantekeningen.van_vergadering(v.id))
    return tuple(een for een in alle if een.eigenaar == eigenaar)


def has_written(store: Store, eigenaar: str) -> bool:
    """Tell whether somebody wrote a note, marked a page or prepared an item of any meeting."""
    ids = [vergadering.id for vergadering in store.vergaderingen.all()]
    eigen = (store.bladwijzers.van(id_, eigenaar) or store.voorbereidingen.van(id_, eigenaar) for id_ in ids)
    return bool(notes_of(store, eigenaar)) or any(eigen)


def has_read(store: Store, eigenaar: str) -> bool:
    """Tell whether it is known how far somebody read, or what they chose to keep."""
    gelezen = bool(store.leesstanden.laatst(eigenaar, 1))
    return gelezen or bool(store.bewaarregels.van(eigenaar)) or bool(store.vaststellingen.van(eigenaar))


def give_name(store: Store, van: str, naar: str) -> Sequence[Aantekening]:
    """Let ``naar`` be who wrote what stands on the name ``van``, and return the notes that changed hands.

    Notes, bookmarks, preparation, how far one read, what is kept how long and questions. Where ``naar`` has something
    of its own at the same place, that stays as it is and so does the other.
    """
    with store.transaction():
        noten = tuple(replace(een, eigenaar=naar) for een in notes_of(store, van))
        for een in noten:
            store.aantekeningen.save(een)
        for vergadering in store.vergaderingen.all():
            _give_reading(store, vergadering.id, van, naar)
        for gremium_id, regel in store.bewaarregels.van(van).items():
            if gremium_id not in store.bewaarregels.van(naar):
                store.bewaarregels.save(replace(regel, eigenaar=naar))
        for vergadering_id, dag in store.vaststellingen.van(van).items():
            if vergadering_id not in store.vaststellingen.van(naar):
                store.vaststellingen.save(replace(dag, eigenaar=naar))
        for vraag in store.zoekvragen.van(van):
            store.zoekvragen.save(replace(vraag, eigenaar=naar))
    return noten


def _give_reading(store: Store, vergadering_id: str, van: str, naar: str) -> None:
    """Give what somebody did while reading the papers of one meeting."""
    for wijzer in store.bladwijzers.van(vergadering_id, van):
        store.bladwijzers.save(replace(wijzer, eigenaar=naar))
    eigen_stand = store.leesstanden.van(vergadering_id, naar)
    for papier, stand in store.leesstanden.van(vergadering_id, van).items():
        if papier not in eigen_stand:
            store.leesstanden.save(replace(stand, eigenaar=naar))
    eigen = store.voorbereidingen.van(vergadering_id, naar)
    for punt_id, voorbereid in store.voorbereidingen.van(vergadering_id, van).items():
        if punt_id not in eigen:
            store.voorbereidingen.save(replace(voorbereid, eigenaar=naar))
