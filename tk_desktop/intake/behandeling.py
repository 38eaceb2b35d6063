"""The words by which an agenda says how an item is treated: ``Ter informatie en bespreking``."""

import re
from dataclasses import dataclass
from functools import cache

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.intake.indeling import Behandelwoorden, Indeling, gewone_indeling, op_lengte
from tk_desktop.intake.regels import sleutel


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Ways of treatment on a line; ``loopt_door`` when the line ends with ``en``."""

    soorten: frozenset[Behandeling]
    loopt_door: bool = False


@dataclass(frozen=True, slots=True)
class _Vormen:
    """What the words of a layout look like."""

    voor: str
    soorten: tuple[tuple[str, Behandeling], ...]
    woord: re.Pattern[str]
    letters: re.Pattern[str]
    achteraan: re.Pattern[str] | None


def lees_behandeling(tekst: str, indeling: Indeling | None = None) -> Gelezen | None:
    """Return the ways of treatment when a text says nothing else; stray spaces and a final dot do not matter."""
    vormen = _vormen((indeling or gewone_indeling()).behandeling)
    rest = sleutel(tekst)
    if not rest.startswith(vormen.voor) or not tekst.strip().lower().startswith(vormen.voor):
        return None
    soorten: set[Behandeling] = set()
    bekend = dict(vormen.soorten)
    rest = rest.removeprefix(vormen.voor)
    while treffer := vormen.woord.match(rest):
        soorten.add(bekend[treffer[0]])
        rest = rest[treffer.end() :]
        if rest == "en":
            return Gelezen(frozenset(soorten), loopt_door=True)
        rest = rest.removeprefix("en").removeprefix(vormen.voor)
    return Gelezen(frozenset(soorten)) if soorten and not rest else None


def lees_letters(tekst: str, indeling: Indeling | None = None) -> tuple[frozenset[str], frozenset[Behandeling]]:
    """Return the sub-items a line names with how they are treated: ``a. Ter vaststelling``, ``c en d: ter …``."""
    treffer = _vormen((indeling or gewone_indeling()).behandeling).letters.fullmatch(tekst.strip())
    gelezen = lees_behandeling(treffer[2], indeling) if treffer else None
    if not treffer or gelezen is None or gelezen.loopt_door:
        return frozenset(), frozenset()
    namen = treffer[1].lower()
    reeks = re.fullmatch(r"\s*([a-z])\s*t/m\s*([a-z])\s*", namen)
    if reeks:
        letters = frozenset(chr(code) for code in range(ord(reeks[1]), ord(reeks[2]) + 1))
    else:
        letters = frozenset(re.findall(r"\b[a-z]\b", namen))
    return letters, gelezen.soorten


def splits_behandeling(regel: str, indeling: Indeling | None = None) -> tuple[str, str]:
    """Return a line as title and way of treatment, where the treatment stands at its end; it may run on."""
    achteraan = _vormen((indeling or gewone_indeling()).behandeling).achteraan
    for treffer in reversed(list(achteraan.finditer(regel))) if achteraan else ():
        achter = regel[treffer.end() :]
        if lees_behandeling(achter, indeling):
            return regel[: treffer.start()].rstrip(), achter
    return regel, ""


def is_onbekende(tekst: str, indeling: Indeling | None = None) -> bool:
    """Tell whether a text looks like a way of treatment; only asked of what is none that the layout knows."""
    voor = (indeling or gewone_indeling()).behandeling.voorzetsel
    return bool(voor and re.fullmatch(rf"{re.escape(voor.capitalize())}\s+\w+(?:ing|ie|ame|eming)\.?", tekst))


@cache
def _vormen(woorden: Behandelwoorden) -> _Vormen:
    soorten = tuple((sleutel(woord), soort) for woord, soort in woorden.woorden)
    voor = woorden.voorzetsel
    eerste = re.escape(voor[:1])
    begin = f"[{eerste.upper()}{eerste.lower()}]{re.escape(voor[1:])}\\b" if voor else ""
    return _Vormen(
        voor=voor.casefold(),
        soorten=soorten,
        woord=re.compile("|".join(map(re.escape, op_lengte(woord for woord, _ in soorten)))),
        letters=re.compile(rf"([a-z]\b(?:\s*(?:,|en\b|t/m)\s*[a-z]\b)*)[.:)]?\s+({begin}.*)"),
        achteraan=re.compile(rf"(?:^|\s)(?={re.escape(voor.capitalize())}\s)") if voor else None,
    )
