"""How Word counts: the mark in front of a list paragraph, for those who write lists and those who read them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NIVEAUS = 9
"""Word knows nine levels in a list."""

_ROMEINS = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_VERWIJZING = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Niveau:
    """One level of a numbering definition: ``soort`` and ``tekst`` are the numFmt and lvlText of Word."""

    soort: str = "decimal"
    tekst: str = ""
    start: int = 1
    herstart: int | None = None
    decimaal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nummering:
    """One list of a document: a definition (``basis``) with its own levels and starts."""

    id: int
    basis: int
    niveaus: tuple[Niveau, ...]
    starts: Mapping[int, int] = field(default_factory=dict)


class Telling:
    """The counters of one document; lists with the same ``basis`` share them.

    As in Word, a level that is skipped counts as begun: after ``3.1.1`` in a list without ``3`` comes ``4``.
    """

    def __init__(self) -> None:
        self._standen: dict[int, tuple[int | None, ...]] = {}
        self._begonnen: set[int] = set()

    def merk(self, nummering: Nummering, niveau: int) -> str:
        """Count one paragraph and return its mark as printed; ``-`` for a bullet, empty where Word prints none."""
        standen = self._volgende(nummering, niveau)
        self._standen[nummering.basis] = standen
        self._begonnen.add(nummering.id)
        return _gedrukt(nummering, niveau, standen)

    def proef(self, nummering: Nummering, niveau: int) -> str:
        """Return the mark the next paragraph would get, without counting it."""
        return _gedrukt(nummering, niveau, self._volgende(nummering, niveau))

    def _volgende(self, nummering: Nummering, niveau: int) -> tuple[int | None, ...]:
        standen = list(self._standen.get(nummering.basis, (None,) * NIVEAUS))
        if nummering.id not in self._begonnen:
            for nummer in nummering.starts:
                standen[nummer] = None
        huidig = standen[niveau]
        standen[niveau] = _start(nummering, niveau) if huidig is None else huidig + 1
        for hoger in range(niveau):
            if standen[hoger] is None:
                standen[hoger] = _start(nummering, hoger)
        for dieper in range(niveau + 1, NIVEAUS):
            herstart = nummering.niveaus[dieper].herstart
            if herstart is None or niveau < herstart:
                standen[dieper] = None
        return tuple(standen)


def getal(soort: str, waarde: int) -> str:
    """Return a number as Word prints it in the format ``soort`` (numFmt); unknown formats count in digits."""
    match soort:
        case "none":
            return ""
        case "decimalZero":
            return f"{waarde:02d}"
        case "lowerLetter" | "upperLetter" if 0 < waarde <= 26 * 30:
            letters = chr(ord("a") + (waarde - 1) % 26) * ((waarde - 1) // 26 + 1)
            return letters.upper() if soort == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < waarde < 4000:
            romeins = _romeins(waarde)
            return romeins.upper() if soort == "upperRoman" else romeins
        case _:
            return str(waarde)


def romeinse_waarde(tekst: str) -> int:
    """Return the value of a lower-case roman number as it should be written, or 0."""
    rest, waarde = tekst, 0
    for stap, teken in _ROMEINS:
        while rest.startswith(teken):
            rest = rest[len(teken) :]
            waarde += stap
    return waarde if not rest and 0 < waarde < 4000 and _romeins(waarde) == tekst else 0


def _romeins(waarde: int) -> str:
    uit = []
    for stap, teken in _ROMEINS:
        keer, waarde = divmod(waarde, stap)
        uit.append(teken * keer)
    return "".join(uit)


def _start(nummering: Nummering, niveau: int) -> int:
    return nummering.starts.get(niveau, nummering.niveaus[niveau].start)


def _gedrukt(nummering: Nummering, niveau: int, standen: tuple[int | None, ...]) -> str:
    eigen = nummering.niveaus[niveau]
    if eigen.soort == "bullet":
        return "-"

    def vul(treffer: re.Match[str]) -> str:
        nummer = int(treffer[1]) - 1
        stand = standen[nummer]
        soort = "decimal" if eigen.decimaal else nummering.niveaus[nummer].soort
        return "" if soort == "bullet" or stand is None else getal(soort, stand)

    return " ".join(_VERWIJZING.sub(vul, eigen.tekst).split())
