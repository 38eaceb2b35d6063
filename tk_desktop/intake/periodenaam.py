"""The days of a period by its name: ``2026`` is a year, ``2026-1`` its first half."""

import re
from datetime import date

from tk_desktop.domain.programmalezing import Gelezenperiode

_NAAM = re.compile(r"(20\d\d)(?:-([12]))?")


def periode_van(tekst: str) -> Gelezenperiode | None:
    """Return the period of that name, or nothing where it is none."""
    treffer = _NAAM.fullmatch(tekst.strip())
    if treffer is None:
        return None
    jaar, helft = int(treffer[1]), treffer[2]
    van = date(jaar, 7, 1) if helft == "2" else date(jaar, 1, 1)
    tot = date(jaar, 6, 30) if helft == "1" else date(jaar, 12, 31)
    return Gelezenperiode(naam=treffer[0], van=van, tot=tot)
