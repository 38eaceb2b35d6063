"""Amounts of money as papers write them: read to whole euros, and never guessed (catalogue 17, amount forms)."""

import re

VERLOREN = "▯"
"""What stands where a text layer lost a character."""
_KOMMA = r"(?:,(?:\d{1,2}|[-–]{1,2}|=))?(?:\.?[-–])?"
_GETAL = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d+){_KOMMA}"
_BEDRAG = re.compile(rf"(?P<min>[-–−]?)\s?(?P<euro>€?)\s?(?P<min2>[-–−]?)\s?(?P<getal>{_GETAL})(?:\s?euro)?")
_GESCHAAD = re.compile(rf"[-–−]?\s?€?\s?[-–−]?[\d.,{VERLOREN}]*{VERLOREN}[\d.,{VERLOREN}]*[-–]?")
HEEL = rf"(?![\d.,]*{VERLOREN})"
"""Behind the figures of an amount in a pattern: none of them is lost, for a piece of it is not the whole."""
_IN_TEKST = re.compile(rf"[-–−]?€\s?[-–−]?[\d.,]*{VERLOREN}[\d.,{VERLOREN}]*")
_RIJK = re.compile(
    r"(?P<min>[-–−]?)\s?€?\s?(?P<heel>\d+)(?:,(?P<deel>\d{1,6}))?\s?(?P<macht>miljoen|mln\.?|duizend)(?:\s?euro)?"
)
_MACHTEN = {"miljoen": 6, "mln": 6, "duizend": 3}


def lees_bedrag(tekst: str) -> int | None:
    """Return an amount in whole units, or nothing where the text is no amount, is damaged or has cents.

    The forms of the papers: ``€ 37.452``, ``€55.000``, ``€30.617.-``, ``500.000,--``, ``65.000 euro``, ``-€ 269.565``,
    ``-295``, ``€ 1,6 miljoen``, ``270mln euro``.
    """
    kaal = " ".join(tekst.split())
    rijk = _RIJK.fullmatch(kaal)
    if rijk is not None:
        macht = _MACHTEN[rijk["macht"].rstrip(".")]
        deel = (rijk["deel"] or "").ljust(macht, "0")
        waarde = int(rijk["heel"]) * 10**macht + int(deel or 0)
        return None if len(deel) > macht else -waarde if rijk["min"] else waarde
    treffer = _BEDRAG.fullmatch(kaal)
    if treffer is None:
        return None
    geheel, _, rest = treffer["getal"].partition(",")
    if rest.strip("-–=.") not in {"", "0", "00"}:
        return None
    waarde = int("".join(teken for teken in geheel if teken.isdigit()))
    return -waarde if treffer["min"] or treffer["min2"] else waarde


def heeft_centen(tekst: str) -> bool:
    """Tell whether a text is an amount that whole euros cannot hold."""
    treffer = _BEDRAG.fullmatch(" ".join(tekst.split()))
    return treffer is not None and lees_bedrag(tekst) is None


def is_beschadigd(tekst: str) -> bool:
    """Tell whether a text is an amount of which the text layer lost figures."""
    return _GESCHAAD.fullmatch(" ".join(tekst.split())) is not None


def beschadigde(tekst: str) -> tuple[str, ...]:
    """Return the amounts in euros in a text of which figures were lost, as they are written, each once."""
    return tuple(dict.fromkeys(treffer[0].rstrip(".,") for treffer in _IN_TEKST.finditer(tekst)))
