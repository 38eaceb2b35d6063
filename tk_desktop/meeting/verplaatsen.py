"""Moving items as the keys of an outline do: up, down, in, out, and several at once."""

from collections.abc import Sequence

from tk_desktop.domain.agenda import Agendapunt, bovenste
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.agenda import VerplaatsenOnmogelijk, move_punt
from tk_desktop.store.werkmap import Store


def move_punten(store: Store, ids: Sequence[str], *, na: str | None = None, onder: str | None = None) -> Momentopname:
    """Move items together to after ``na``, in the order they have on the agenda, and return the meeting (B2).

    A sub-item whose main item moves too goes with it. Raises ``VerplaatsenOnmogelijk``, with nothing moved.
    """
    with store.transaction():
        opname = _opname_van(store, ids)
        gekozen = bovenste(_gekozen(opname, ids))
        mee = {punt.id for punt in gekozen}
        vorige = _laatste_die_blijft(opname, na, onder, mee)
        for punt in gekozen:
            move_punt(store, punt.id, na=vorige, onder=onder)
            vorige = punt.id
    return store.opname(opname.vergadering.id)


def raise_punten(store: Store, ids: Sequence[str]) -> Momentopname:
    """Move items one place up, each with its sub-items, and return the meeting (B2).

    The first sub-item goes to the main item above its own. Several keep their order, and wait for the one before them
    that can go no further. A sub-item whose main item moves too goes with it.
    """
    return _stappen(store, ids, omhoog=True)


def lower_punten(store: Store, ids: Sequence[str]) -> Momentopname:
    """Move items one place down, as ``raise_punten`` moves them up; the last sub-item goes to the main item below."""
    return _stappen(store, ids, omhoog=False)


def promote_punten(store: Store, ids: Sequence[str]) -> Momentopname:
    """Make sub-items main items right after their own, and return the meeting; a main item stays what it is."""
    with store.transaction():
        opname = _opname_van(store, ids)
        for punt in reversed(_gekozen(opname, ids)):
            if punt.ouder_id is not None:
                move_punt(store, punt.id, na=punt.ouder_id)
    return store.opname(opname.vergadering.id)


def demote_punten(store: Store, ids: Sequence[str]) -> Momentopname:
    """Make main items the last sub-items of the main item above them, and return the meeting.

    The first item and a sub-item stay what they are. Raises ``VerplaatsenOnmogelijk``, with nothing moved, when one
    has sub-items.
    """
    with store.transaction():
        opname = _opname_van(store, ids)
        for punt in _gekozen(opname, ids):
            _maak_subpunt(store, punt.id)
    return store.opname(opname.vergadering.id)


def _maak_subpunt(store: Store, punt_id: str) -> None:
    opname, punt, buren, rang = _tussen_buren(store, punt_id)
    if any(ander.ouder_id == punt_id for ander in store.agendapunten.van_vergadering(punt.vergadering_id)):
        raise VerplaatsenOnmogelijk(titel=punt.titel)
    if punt.ouder_id is None and rang > 0:
        boven = buren[rang - 1]
        move_punt(store, punt_id, na=_laatste(_onder(opname, boven.id)), onder=boven.id)


def _stappen(store: Store, ids: Sequence[str], *, omhoog: bool) -> Momentopname:
    """Move the chosen items one place, the foremost first; one behind a chosen item that stays, stays as well."""
    with store.transaction():
        opname = _opname_van(store, ids)
        gekozen = bovenste(_gekozen(opname, ids))
        stil: set[str] = set()
        for punt in gekozen if omhoog else reversed(gekozen):
            _, _, buren, rang = _tussen_buren(store, punt.id)
            naast = buren[rang - 1 : rang] if omhoog else buren[rang + 1 : rang + 2]
            if stil.issuperset(buur.id for buur in naast) and naast:
                stil.add(punt.id)
                continue
            _stap(store, punt.id, omhoog=omhoog)
            if store.agendapunten.get(punt.id) == punt:
                stil.add(punt.id)
    return store.opname(opname.vergadering.id)


def _stap(store: Store, punt_id: str, *, omhoog: bool) -> None:
    opname, punt, buren, rang = _tussen_buren(store, punt_id)
    if omhoog and rang > 0:
        move_punt(store, punt_id, na=buren[rang - 2].id if rang > 1 else None, onder=punt.ouder_id)
    elif not omhoog and rang < len(buren) - 1:
        move_punt(store, punt_id, na=buren[rang + 1].id, onder=punt.ouder_id)
    elif punt.ouder_id is not None:
        hoofd = _onder(opname, None)
        plek = [ander.id for ander in hoofd].index(punt.ouder_id) + (-1 if omhoog else 1)
        if 0 <= plek < len(hoofd):
            nieuw = hoofd[plek].id
            move_punt(store, punt_id, na=_laatste(_onder(opname, nieuw)) if omhoog else None, onder=nieuw)


def _opname_van(store: Store, ids: Sequence[str]) -> Momentopname:
    return store.opname(store.agendapunten.get(ids[0]).vergadering_id)


def _gekozen(opname: Momentopname, ids: Sequence[str]) -> list[Agendapunt]:
    """Return the chosen items in the order of the agenda; one that is taken off it does not move."""
    return [punt for punt in opname.agendapunten if punt.id in ids]


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
