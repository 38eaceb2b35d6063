"""Searching without a server: the words of all papers, in small files that a page loads when it needs them."""

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

_WOORD = re.compile(r"[a-z0-9]{2,40}")
_LANG = re.compile(r"[a-z]{5,}")
"""What may hold another word; ``zoek.js`` seeks within them from four letters on, as the program itself does."""
_SAMEN = 20
"""Pages of one paper of which the texts stand in one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekplaats:
    """A place to which a search leads: what it is called, its address, where it belongs, and its words.

    ``gremium``, ``jaar`` and ``soort`` are what a search can be narrowed by, where it has them (K3).
    """

    titel: str
    adres: str
    waar: str
    tekst: str
    gremium: str = ""
    jaar: int = 0
    soort: str = ""


def search_files(plaatsen: Iterable[Zoekplaats]) -> Iterator[tuple[str, str]]:
    """Yield the scripts that hold what can be found.

    ``stukken.js`` holds all places, ``<begin>.js`` the words with these signs and where they stand, ``woorden.js`` the
    long words, within which others are sought as Dutch joins them. A word is folded: small letters without accents, as
    ``zoek.js`` folds what somebody asks. Words of one sign and signs outside letters and digits are not sought.
    ``tekst-<digest>.js`` holds the words of some pages as they stand there, of which ``zoek.js`` shows those round what
    was found: named by what is in it, it stays when another paper changes.
    """
    lijst = list(plaatsen)
    per_begin: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for rang, plaats in enumerate(lijst):
        for woord in sorted(set(_WOORD.findall(fold(f"{plaats.titel} {plaats.tekst}")))):
            per_begin[_begin(woord)][woord].append(rang)
    bestanden = dict[str, str]()
    rijen = list[list[str | int]]()
    for samen in _per_bestand(lijst):
        teksten = _json([" ".join(een.tekst.split()) for een in samen])
        naam = f"tekst-{hashlib.sha256(teksten.encode('ascii')).hexdigest()[:16]}"
        bestanden[f"{naam}.js"] = f'tkTeksten("{naam}",{teksten});\n'
        for nummer, een in enumerate(samen):
            rijen.append([een.titel, een.adres, een.waar, een.gremium, een.jaar, een.soort, naam, nummer])
    yield "stukken.js", f"window.tkStukken={_json(rijen)};\n"
    lang = sorted(woord for woorden in per_begin.values() for woord in woorden if _LANG.fullmatch(woord))
    yield "woorden.js", f'tkLangeWoorden("{" ".join(lang)}");\n'
    for begin, woorden in sorted(per_begin.items()):
        yield f"{begin}.js", f"tkWoorden({_json(begin)},{_json(dict(sorted(woorden.items())))});\n"
    yield from bestanden.items()


def fold(tekst: str) -> str:
    """Return a text as it is sought: small letters, without accents."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))


def _per_bestand(plaatsen: Iterable[Zoekplaats]) -> Iterator[Sequence[Zoekplaats]]:
    """Yield the places in their order: those of one paper of which the texts stand in one file."""
    for _, bij_elkaar in groupby(plaatsen, key=lambda een: een.adres.partition("#")[0]):
        while samen := tuple(islice(bij_elkaar, _SAMEN)):
            yield samen


def _begin(woord: str) -> str:
    """Return which file holds a word: its first two letters, or its first digit."""
    return woord[0] if woord[0].isdigit() else woord[:2]


def _json(waarde: object) -> str:
    """Return a value for a script: no sign in it can end that script."""
    return json.dumps(waarde, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
