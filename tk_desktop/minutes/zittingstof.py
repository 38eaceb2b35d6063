"""What the papers of a meeting that was held are made of, gathered."""

from tk_desktop.domain.zittingpapier import Zittingstof
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.verslagen import following
from tk_desktop.store.werkmap import Store


def gather_zittingstof(store: Store, vergadering_id: str) -> Zittingstof:
    """Return a meeting with the actions of its body and its next meeting; raises ``NietGevonden``.

    With an approved verslag it is the meeting as that tells of it (H6).
    """
    zitting = store.zitting(vergadering_id).zoals_vastgesteld()
    return Zittingstof(
        zitting=zitting,
        acties=list_acties(store, gremium_id=zitting.opname.gremium.id),
        volgende=following(store, vergadering_id),
    )
