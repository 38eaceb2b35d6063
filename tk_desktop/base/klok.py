"""The clock: the one place where the program asks what time it is."""

from datetime import datetime


def dit_moment() -> datetime:
    """Return this moment, to the second, with the offset of this computer: what is stored means one moment anywhere."""
    return datetime.now().astimezone().replace(microsecond=0)
