"""Where everything stands in a postbus (docs/bundle-format.md, § 9).

Messages stand in channels, numbered: one for what was published, one for the secretariat, one for each person. Who
looks for news asks for the next number of a channel; a laptop reads no channel but those with something for it.
"""

from collections.abc import Iterable
from hashlib import blake2b

from tk_desktop.domain.bereik import Bereik, Bereiksoort
from tk_desktop.domain.rooster import Rooster

MERK = "postbus.json"
OPEN = "alg"
"""The channel of what was published, to all or besloten, and of the roster."""
SECRETARIAAT = "sec"
"""The channel of the secretariat: its working copy, and what people write to it."""
LOG = "log"
GEZIEN = "gezien"
GROOTSTE_MELDING = 4 << 20
MEESTE_DINGEN = 2000
"""How many things one message names at most."""
_HOOGST = 99_999_999


def kanaal_van(persoon_id: str) -> str:
    """Return the channel of one person."""
    return "p-" + blake2b(persoon_id.encode(), digest_size=10, person=b"tk-postbus").hexdigest()


def kanalen_van(bereik: str) -> tuple[str, ...]:
    """Return the channels in which what is new in a scope is told."""
    plek = Bereik.lees(bereik)
    if plek.soort is Bereiksoort.GEDEELD:
        return (kanaal_van(plek.schrijver), kanaal_van(plek.lezer))
    if plek.gepubliceerd:
        return (OPEN,)
    if plek.soort is Bereiksoort.SECRETARIAAT:
        return (SECRETARIAAT,)
    if plek.soort is Bereiksoort.MET_SECRETARIAAT:
        return (SECRETARIAAT, kanaal_van(plek.van))
    return (kanaal_van(plek.van),)


def kanalen_voor(rooster: Rooster | None, persoon_id: str) -> tuple[str, ...]:
    """Return the channels that a laptop of somebody reads; before there is a roster only the first."""
    if rooster is None:
        return (OPEN,)
    eigen = kanaal_van(persoon_id)
    return (OPEN, SECRETARIAAT, eigen) if rooster.is_secretaris(persoon_id) else (OPEN, eigen)


def log_pad(kanaal: str, nummer: int) -> str:
    """Return where a message stands."""
    return f"{LOG}/{kanaal}/{nummer:08d}"


def nummers(namen: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the messages in the list of a channel, lowest first."""
    return tuple(sorted(int(naam) for naam in namen if len(naam) == 8 and naam.isdecimal() and int(naam) <= _HOOGST))


def begin_pad(kanaal: str, nummer: int) -> str:
    """Return where it is said that a channel begins at that number: what came before it was cleared away."""
    return f"{LOG}/{kanaal}/begin-{nummer:08d}"


def begin_van(namen: Iterable[str]) -> int:
    """Return with which number a channel begins, by its list."""
    eerder = [een.removeprefix("begin-") for een in namen if een.startswith("begin-")]
    return max((int(een) for een in eerder if len(een) == 8 and een.isdecimal()), default=1)


def object_pad(sha: str) -> str:
    """Return where an object stands: a segment, a version of the roster, a stand."""
    return f"objecten/{sha[:2]}/{sha}"


def stuk_pad(naam: str, deel: int) -> str:
    """Return where a piece of a file stands; the name tells nothing to who lacks the key of its scope."""
    return f"stukken/{naam[:2]}/{naam}-{deel}"


SLEUTELS = "sleutels"
"""Said to be missing by a laptop that has no key of something it may read."""


def stuk_daar(naam: str) -> str:
    """Return how a werkmap notes that all of a file stands there."""
    return f"stuk {naam}"


def sleutel_daar(apparaat: str, bereik: str, kid: int) -> str:
    """Return how a werkmap notes that a device was given a key."""
    return f"sleutel {apparaat} {bereik} {kid}"


def rooster_daar(versie: int) -> str:
    """Return how a werkmap notes that a version of the roster stands there."""
    return f"rooster {versie}"


def bevestigd_daar(versie: int) -> str:
    """Return how a werkmap notes that it told of knowing the version of the roster that withdrew a laptop."""
    return f"bevestigd {versie}"


def daar_van_pad(pad: str) -> str:
    """Return how a werkmap noted what stands under a path."""
    naam = pad.rpartition("/")[2]
    return stuk_daar(naam.partition("-")[0]) if pad.startswith("stukken/") else naam
