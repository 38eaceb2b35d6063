"""References to laws: from what somebody types (awb 3:40) to words and an address (C11)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ARTIKEL = re.compile(
    r"(?P<artikel>\d+[a-z]{0,3}(?:[:.]\d+[a-z]{0,3}){0,3})(?:,? *(?:lid|l\.?) *(?P<na>\d{1,2})|,? *(?P<voor>\w+) lid)?"
)
_VULWOORDEN = re.compile(r"\b(?:artikel|artikelen|art|van|de|het)\b\.?")
_LEDEN = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wet:
    """A law: its name in a sentence, its article (de, het), its identification in the Basiswettenbestand.

    ``ook`` holds other names under which it is typed, in small letters.
    """

    naam: str
    lidwoord: str
    bwb: str
    ook: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"BWBR\d{7}", self.bwb) or self.lidwoord not in {"de", "het"}:
            raise ValueError("een wet heeft een lidwoord en een identificatie als BWBR0005537")

    @property
    def namen(self) -> tuple[str, ...]:
        """All names under which this law is typed, in small letters."""
        return (_effen(self.naam), *self.ook)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wetsverwijzing:
    """An article of a law as a sentence names it, and its address in Juriconnect form (jci 1.3)."""

    wet: Wet
    artikel: str
    lid: int | None = None

    @property
    def tekst(self) -> str:
        """The words: ``artikel 3:40, tweede lid, van de Algemene wet bestuursrecht``."""
        return f"artikel {self.artikel}{self._lid()} van {self.wet.lidwoord} {self.wet.naam}"

    @property
    def adres(self) -> str:
        """Where the article stands; the program opens it nowhere by itself."""
        lid = f"&lid={self.lid}" if self.lid else ""
        return f"https://wetten.overheid.nl/jci1.3:c:{self.wet.bwb}&artikel={self.artikel}{lid}"

    def _lid(self) -> str:
        if self.lid is None:
            return ""
        return f", {_LEDEN[self.lid - 1]} lid," if self.lid <= len(_LEDEN) else f", lid {self.lid},"


def lees_verwijzing(tekst: str, wetten: Sequence[Wet]) -> Wetsverwijzing | None:
    """Return the article that a text means (``awb 3:40 lid 2``, ``artikel 25 gemeentewet``), or ``None``."""
    gevonden = _vind_wet(tekst, wetten)
    if gevonden is None:
        return None
    wet, rest = gevonden
    treffer = _ARTIKEL.fullmatch(" ".join(_VULWOORDEN.sub(" ", rest).split()).strip(" ,"))
    if treffer is None:
        return None
    lid = int(treffer["na"]) if treffer["na"] else None
    if treffer["voor"]:
        if treffer["voor"] not in _LEDEN:
            return None
        lid = _LEDEN.index(treffer["voor"]) + 1
    return Wetsverwijzing(wet=wet, artikel=treffer["artikel"], lid=lid or None)


def passende_wetten(tekst: str, wetten: Sequence[Wet]) -> tuple[Wet, ...]:
    """Return the laws that may be meant, those whose name begins so first; all when nothing is typed."""
    gevonden = _vind_wet(tekst, wetten)
    if gevonden is not None:
        return (gevonden[0],)
    woorden = [woord for woord in _VULWOORDEN.sub(" ", _effen(tekst)).split() if not woord[0].isdecimal()]
    passend = [wet for wet in wetten if all(any(woord in naam for naam in wet.namen) for woord in woorden)]
    begin = " ".join(woorden)
    return tuple(sorted(passend, key=lambda wet: not any(naam.startswith(begin) for naam in wet.namen)))


def _vind_wet(tekst: str, wetten: Sequence[Wet]) -> tuple[Wet, str] | None:
    """Return the law whose longest name stands in a text, and the rest of that text."""
    effen = _effen(tekst)
    namen = sorted(((naam, wet) for wet in wetten for naam in wet.namen), key=lambda paar: -len(paar[0]))
    for naam, wet in namen:
        treffer = re.search(rf"(?<![\w.]){re.escape(naam)}(?!\w)", effen)
        if treffer:
            return wet, f"{effen[: treffer.start()]} {effen[treffer.end() :]}"
    return None


def _effen(tekst: str) -> str:
    return " ".join(tekst.casefold().replace("’", "'").split())
