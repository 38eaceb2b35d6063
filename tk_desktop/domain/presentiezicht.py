"""Who was there, as those may know who know of the open items alone (H9)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from tk_desktop.domain.presentie import Belang, Presentie


def presentie_voor_iedereen(
    lijst: Iterable[Presentie], belangen: Iterable[Belang], rij: tuple[str, ...], punten: Collection[str]
) -> tuple[tuple[Presentie, ...], tuple[Belang, ...]]:
    """Return the list of names and the interests as they are to who knows of these items alone.

    ``rij`` are all items in the order of treatment. A member who was at none of them is absent to those, unless the
    list names them in another row; whoever else was at none of them is not named. Who waited outside while the doors
    were closed was there all the time.
    """
    heel, naar = _zonder_dichte_deuren(lijst, rij, punten)
    open_ = (replace(een, presentie_id=naar.get(een.presentie_id, een.presentie_id)) for een in belangen)
    heel = tuple(replace(wie, volmacht_id=naar.get(wie.volmacht_id or "", wie.volmacht_id)) for wie in heel)
    return _bij_wie_er_staat(_bij(heel, rij, punten), heel), tuple(een for een in open_ if een.agendapunt_id in punten)


def _zonder_dichte_deuren(
    lijst: Iterable[Presentie], rij: tuple[str, ...], punten: Collection[str]
) -> tuple[tuple[Presentie, ...], Mapping[str, str]]:
    """Return the list with who was outside at closed items alone in one row, and which rows went into which.

    To who knows of the open items they were there all the time; that they went and came tells of doors that closed.
    """
    heel: dict[str, Presentie] = {}
    naar: dict[str, str] = {}
    for wie in lijst:
        al = next((een for een in heel.values() if _wachtte_buiten(een, wie, rij, punten)), None)
        if al is None:
            heel[wie.id] = wie
        else:
            heel[al.id] = replace(al, tot_punt_id=wie.tot_punt_id, vertrokken=wie.vertrokken)
            naar[wie.id] = al.id
    return tuple(heel.values()), naar


def _wachtte_buiten(eerst: Presentie, later: Presentie, rij: tuple[str, ...], punten: Collection[str]) -> bool:
    """Tell whether two rows are of one person, with nothing but closed items between them."""
    wie_zelfde = eerst.persoon == later.persoon and eerst.hoedanigheid is later.hoedanigheid
    if not (wie_zelfde and eerst.aanwezig and later.aanwezig):
        return False
    if eerst.tot_punt_id not in rij or later.van_punt_id not in rij:
        return False
    tussen = rij[rij.index(eerst.tot_punt_id) + 1 : rij.index(later.van_punt_id)]
    return bool(tussen) and not any(id_ in punten for id_ in tussen)


def _bij(lijst: tuple[Presentie, ...], rij: tuple[str, ...], punten: Collection[str]) -> tuple[Presentie, ...]:
    """Return the list of names with bounds at these items."""
    uit: list[Presentie] = []
    erbij = [
        wie
        for wie in lijst
        if not wie.is_begrensd or (any(wie.geldt_bij(id_, rij) for id_ in punten) and not _is_los(wie, rij))
    ]
    bekend = {_wie(wie) for wie in erbij}
    for wie in lijst:
        if wie in erbij:
            uit.append(_binnen(wie, rij, punten))
        elif wie.hoedanigheid.is_bestuurder and _wie(wie) not in bekend:
            bekend.add(_wie(wie))
            uit.append(wie.was_er_niet())
    return tuple(uit)


def _is_los(wie: Presentie, rij: tuple[str, ...]) -> bool:
    """Tell whether a guest came for an item that is not on the agenda any more: it may have been a closed one."""
    return not wie.hoedanigheid.is_bestuurder and not {wie.van_punt_id, wie.tot_punt_id} <= {None, *rij}


def _bij_wie_er_staat(lijst: tuple[Presentie, ...], heel: Iterable[Presentie]) -> tuple[Presentie, ...]:
    """Return the list with each volmacht held in a row that is on it: of the one who has it another may be there."""
    ids, personen = {wie.id for wie in lijst}, {wie.id: wie.persoon for wie in heel}
    rijen = {wie.persoon: wie.id for wie in reversed(lijst)}
    return tuple(
        wie
        if wie.volmacht_id is None or wie.volmacht_id in ids
        else replace(wie, volmacht_id=rijen.get(personen.get(wie.volmacht_id, ("", "", ""))))
        for wie in lijst
    )


def _binnen(wie: Presentie, rij: tuple[str, ...], punten: Collection[str]) -> Presentie:
    """Return somebody with bounds at items that everybody may know: the nearest within what they attended."""
    return replace(
        wie,
        van_punt_id=next((id_ for id_ in _vanaf(rij, wie.van_punt_id) if id_ in punten), None),
        tot_punt_id=next((id_ for id_ in _vanaf(rij[::-1], wie.tot_punt_id) if id_ in punten), None),
    )


def _vanaf(rij: tuple[str, ...], punt_id: str | None) -> tuple[str, ...]:
    return rij[rij.index(punt_id) :] if punt_id in rij else ()


def _wie(presentie: Presentie) -> tuple[str | None, str]:
    """Return by what two rows are of one person: the seat, for a substitute with the name."""
    return presentie.lid_id, presentie.naam
