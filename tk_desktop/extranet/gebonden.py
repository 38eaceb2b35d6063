"""A meeting as all members together may read it on a site."""

from dataclasses import replace

from tk_desktop.domain.momentopname import Momentopname


def without_bound(opname: Momentopname) -> Momentopname:
    """Return a meeting as all members together may read it on a site.

    What is besloten stands there, for they may know it; what a duty of secrecy holds on does not (J7), nor does an item
    that one of them may not see (J2): those papers go from hand to hand, in a set or a bundle of their own.
    """
    plichten = [een for een in opname.geheim if not een.is_opgeheven]
    punten = {punt_id for punt_id, _ in opname.uitgesloten} | {id_ for een in plichten for id_ in een.agendapunten}
    stukken = {stuk.id for stuk in opname.stukken if any(opname.is_gedekt(stuk, een) for een in plichten)}
    over = opname.zonder(frozenset(punten), frozenset(stukken))
    acties = tuple(actie for actie in opname.acties if actie.agendapunt_id not in punten)
    return replace(over, acties=acties, uitgesloten=frozenset(), geheim=())
