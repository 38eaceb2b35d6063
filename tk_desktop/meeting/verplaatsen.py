"""Moving items as the keys of an outline do: up, down, in, out, and several at once."""

from collections.abc import Sequence

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.agenda import VerplaatsenOnmogelijk, move_punt
from tk_desktop.store.werkmap import Store


def move_punten(store: Store, ids: Sequence[str], *, na: str | None = None, onder: str | None = None) -> Momentopname:
    """Move items together to after ``na``, in the order they have on the agenda, and return the meeting (B2).

    A sub-item whose main item moves too goes with it. Raises ``VerplaatsenOnmogelijk``, with nothing moved.
    """
    with store.transaction():
        opname = store.opname(store.agendapunten.get(ids[0]).vergadering_id)
        gekozen = [p for p in opname.agendapunten if p.id in ids and p.ouder_id not in ids]
        mee = {punt.id for punt in gekozen}
        vorige = _laatste_die_blijft(opname, na, onder, mee)
        for punt in gekozen:
            move_punt(store, punt.id, na=vorige, onder=onder)
            vorige = punt.id
    return store.opname(opname.vergadering.id)


def raise_punt(store: Store, punt_id: str) -> Momentopname:
    """Move an item one place up and return the meeting; the first sub-item goes to the main item above its own."""
    return _stap(store, punt_id, omhoog=True)


def lower_punt(store: Store, punt_id: str) -> Momentopname:
    """Move an item one place down and return the meeting; the last sub-item goes to the main item below its own."""
    return _stap(store, punt_id, omhoog=False)


def promote_punt(store: Store, punt_id: str) -> Momentopname:
    """Make a sub-item a main item right after its own, and return the meeting; a main item stays what it is."""
    punt = store.agendapunten.get(punt_id)
    if punt.ouder_id is None:
        return store.opname(punt.vergadering_id)
    return move_punt(store, punt_id, na=punt.ouder_id)


def demote_punt(store: Store, punt_id: str) -> Momentopname:
    """Make a main item the last sub-item of the main item above it, and return the meeting.

    The first item and a sub-item stay what they are. Raises ``VerplaatsenOnmogelijk`` when it has sub-items.
    """
    with store.transaction():
        opname, punt, buren, rang = _tussen_buren(store, punt_id)
        if any(ander.ouder_id == punt_id for ander in store.agendapunten.van_vergadering(punt.vergadering_id)):
            raise VerplaatsenOnmogelijk(titel=punt.titel)
        if punt.ouder_id is not None or rang == 0:
            return opname
        boven = buren[rang - 1]
        return move_punt(store, punt_id, na=_laatste(_onder(opname, boven.id)), onder=boven.id)


def _stap(store: Store, punt_id: str, *, omhoog: bool) -> Momentopname:
    with store.transaction():
        opname, punt, buren, rang = _tussen_buren(store, punt_id)
        if omhoog and rang > 0:
            return move_punt(store, punt_id, na=buren[rang - 2].id if rang > 1 else None, onder=punt.ouder_id)
        if not omhoog and rang < len(buren) - 1:
            return move_punt(store, punt_id, na=buren[rang + 1].id, onder=punt.ouder_id)
        if punt.ouder_id is None:
            return opname
        hoofd = _onder(opname, None)
        plek = [ander.id for ander in hoofd].index(punt.ouder_id) + (-1 if omhoog else 1)
        if not 0 <= plek < len(hoofd):
            return opname
        nieuw = hoofd[plek].id
        return move_punt(store, punt_id, na=_laatste(_onder(opname, nieuw)) if omhoog else None, onder=nieuw)


def _tussen_buren(store: Store, punt_id: str) -> tuple[Momentopname, Agendapunt, list[Agendapunt], int]:
    """Return the meeting, the item, the items beside it and its rank among them."""
    punt = store.agendapunten.get(punt_id)
    opname = store.opname(punt.vergadering_id)
    buren = _onder(opname, punt.ouder_id)
    rang = next((plaats for plaats, ander in enumerate(buren) if ander.id == punt_id), 0)
    return opname, punt, buren, rang


def _onder(opname: Momentopname, ouder_id: str | None) -> list[Agendapunt]:
    return [punt for punt in opname.agendapunten if punt.ouder_id == ouder_id]


def _laatste(punten: Sequence[Agendapunt]) -> str | None:
    return punten[-1].id if punten else None


def _laatste_die_blijft(opname: Momentopname, na: str | None, onder: str | None, mee: set[str]) -> str | None:
    """Return ``na``, or the nearest item before it that does not move itself."""
    buren = [punt.id for punt in _onder(opname, onder)]
    tot = buren.index(na) + 1 if na in buren else 0
    blijft = [id_ for id_ in buren[:tot] if id_ not in mee]
    return blijft[-1] if blijft else None
