"""How texts are compared: by their words, whatever the case, accents, punctuation and damaged characters."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

ONLEESBAAR = "▯\N{REPLACEMENT CHARACTER}"
"""What stands where a character was lost when the paper was read."""

_SOORTWOORDEN = {"adviesnota", "informatienota", "opinierende", "nota", "notitie", "bijlage", "concept"}
_STOPWOORDEN = {"de", "het", "een", "en", "van", "voor", "in", "op", "met", "aan", "te", "der", "tot", "bij", "inzake"}
_GELIJKEND = 0.6
_WOORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_BESCHADIGD = re.compile(rf"\S*[{ONLEESBAAR}]\S*")


def woorden(tekst: str) -> tuple[str, ...]:
    """Return the words of a text without case, accents and punctuation; damaged words are left out."""
    plat = _ACCENT.sub("", unicodedata.normalize("NFKD", _BESCHADIGD.sub(" ", tekst)))
    return tuple(_WOORD.findall(plat.casefold()))


def kernwoorden(titel: str) -> tuple[str, ...]:
    """Return the words of a title that tell what it is about: without the kind of paper and without small words."""
    return tuple(woord for woord in woorden(titel) if woord not in _SOORTWOORDEN | _STOPWOORDEN)


def zelfde_titel(titel: str, andere: str) -> bool:
    """Tell whether two titles may name one subject.

    One may be a part of the other, words may be spelled or bent a little differently and half of them may be absent.
    """
    links, rechts = kernwoorden(titel), kernwoorden(andere)
    if not links or not rechts:
        return True
    minste, meeste = sorted((links, rechts), key=len)
    gevonden = sum(any(_zelfde_woord(woord, ander) for ander in meeste) for woord in minste)
    return gevonden * 2 >= len(minste) or gelijkenis("".join(links), "".join(rechts)) >= _GELIJKEND


def deelt_woord(titel: str, tekst: str) -> bool:
    """Tell whether a text has at least one of the words that tell what a title is about, bent a little or not."""
    daar = kernwoorden(tekst)
    return any(_zelfde_woord(woord, ander) for woord in kernwoorden(titel) for ander in daar)


def gelijkenis(tekst: str, andere: str) -> float:
    """Return how much two texts are alike, from 0 to 1."""
    return SequenceMatcher(None, tekst, andere, autojunk=False).ratio()


def afstand(woord: str, ander: str) -> int:
    """Return how many letters must be added, left out or changed to make one word the other."""
    vorige: Sequence[int] = range(len(ander) + 1)
    for i, letter in enumerate(woord, 1):
        rij = [i]
        for j, tweede in enumerate(ander, 1):
            rij.append(min(vorige[j] + 1, rij[-1] + 1, vorige[j - 1] + (letter != tweede)))
        vorige = rij
    return vorige[-1]


def _zelfde_woord(woord: str, ander: str) -> bool:
    if woord == ander:
        return True
    kort, lang = sorted((woord, ander), key=len)
    return (len(kort) >= 5 and kort in lang) or (len(kort) >= 6 and gelijkenis(kort, lang) >= 0.85)
