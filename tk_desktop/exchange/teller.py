"""How far this laptop counted, kept beside the database: an old copy of it that is put back gives itself away."""

import json

from tk_desktop.base.files import replacing
from tk_desktop.domain.uitwisseling import Eigen
from tk_desktop.exchange.canoniek import canoniek
from tk_desktop.store.werkmap import Store

BESTAND = "teller.json"


def remember_teller(store: Store, eigen: Eigen) -> None:
    """Keep how far was counted, and which roster goes out; raises ``SchijfVol`` or ``NietSchrijfbaar``."""
    rooster = max(len(store.uitwisseling.roosters()), _gelezen(store).get("rooster", 0))
    with replacing(store.map / BESTAND) as deel:
        deel.write_bytes(canoniek({"ctr": eigen.teller, "inc": eigen.incarnatie, "rooster": rooster}))


def latest_rooster(store: Store) -> int:
    """Return the newest version of the roster of which this laptop knows that somebody has it; it may lack it itself.

    It lacks it when an old copy was put back: it sent that version once, or another device says that it has it.
    """
    return max(_gelezen(store).get("rooster", 0), store.uitwisseling.rooster_van_anderen())


def _gelezen(store: Store) -> dict[str, int]:
    try:
        velden = json.loads((store.map / BESTAND).read_bytes())
        return {"rooster": int(velden["rooster"])}
    except (OSError, ValueError, TypeError, KeyError):
        return {}  # never sent from here, or by an older program


def notice_restore(store: Store) -> bool:
    """See whether the database is older than the count beside it, and tell others so from now on (R15).

    Other devices then forget what they believed was here, and send it again. Answers whether it was older; inside a
    transaction of the caller.
    """
    try:
        velden = json.loads((store.map / BESTAND).read_bytes())
        eerder = (str(velden["inc"]), int(velden["ctr"]))
    except (OSError, ValueError, TypeError, KeyError):
        return False  # never counted here, or the file went: peers find out by themselves, one bundle later
    eigen = store.uitwisseling.eigen()
    if eerder == (eigen.incarnatie, eigen.teller) or (eerder[0] == eigen.incarnatie and eerder[1] < eigen.teller):
        return False
    store.uitwisseling.nieuwe_incarnatie()
    return True
