"""Moments that put what laptops did in order although their clocks are wrong: a hybrid logical clock.

A moment is one number: milliseconds since 1970 times 65 536, and a counter in the lowest sixteen bits. It is later than
everything that its maker had seen, whatever the clock on the wall said. It decides only which of two values is shown
that nobody chose between; nothing is lost or kept by it.
"""

from datetime import UTC, datetime

TELLERBITS = 16
HOOGST = (1 << 62) - 1
"""The latest moment there is; a later one in a bundle is a fault."""
VERTROUWD = 4_102_444_800_000 << TELLERBITS
"""The first moment of 2100. A moment from there on is no clock's: it does not draw our own clock along."""


def tik(nu_ms: int, klok: int) -> int:
    """Return where a clock stands that stood at ``klok``, now that the wall says ``nu_ms`` milliseconds since 1970."""
    return min(max(klok + 1, nu_ms << TELLERBITS), HOOGST)


def bij(klok: int, gezien: int) -> int:
    """Return where a clock stands after it saw a moment of another laptop."""
    return max(klok, gezien) if gezien < VERTROUWD else klok


def van_bewerking(klok: int, koppen: int = 0) -> int:
    """Return the moment of a new operation: that of the clock, and after the latest value of its field (``koppen``)."""
    return min(max(klok, koppen + 1), HOOGST)


def op_de_muur(hlc: int) -> datetime:
    """Return what a clock on the wall would have said at a moment, in UTC and to the millisecond."""
    seconden, ms = divmod(min(hlc, VERTROUWD) >> TELLERBITS, 1000)
    return datetime.fromtimestamp(seconden, UTC).replace(microsecond=ms * 1000)
