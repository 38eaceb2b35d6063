"""An appointment of a calendar, before it is a meeting of a body."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """What a calendar tells about one day: times are those of the clock in the Netherlands.

    ``uid`` is how the calendar knows it, so that it is recognised when it comes again. ``herhaalt`` when the calendar
    repeats it: only the first day is read.
    """

    uid: str
    datum: date
    titel: str = ""
    begin: time | None = None
    einde: time | None = None
    plaats: str = ""
    videolink: str = ""
    geannuleerd: bool = False
    herhaalt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonderDag:
    """An appointment of which the day cannot be read: it is told, and no meeting comes of it."""

    titel: str = ""
