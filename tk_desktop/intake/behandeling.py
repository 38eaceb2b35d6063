"""The words by which an agenda says how an item is treated: ``Ter informatie en bespreking``."""

import re
from dataclasses import dataclass

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.intake.regels import sleutel

WOORDEN: tuple[tuple[str, Behandeling], ...] = (
    ("besluitvorming", Behandeling.BESLUITVORMING),
    ("besluit", Behandeling.BESLUITVORMING),
    ("vaststelling", Behandeling.VASTSTELLING),
    ("opinievorming", Behandeling.OPINIEVORMING),
    ("oordeelsvorming", Behandeling.OPINIEVORMING),
    ("bespreking", Behandeling.BESPREKING),
    ("kennisneming", Behandeling.KENNISNAME),
    ("kennisname", Behandeling.KENNISNAME),
    ("informatie", Behandeling.INFORMATIE),
    ("informering", Behandeling.INFORMATIE),
)

_WOORD = re.compile("|".join(woord for woord, _ in WOORDEN))
_LETTERS = re.compile(r"([a-z]\b(?:\s*(?:,|en\b|t/m)\s*[a-z]\b)*)[.:)]?\s+([Tt]er\b.*)")


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Ways of treatment on a line; ``loopt_door`` when the line ends with ``en``."""

    soorten: frozenset[Behandeling]
    loopt_door: bool = False


def lees_behandeling(tekst: str) -> Gelezen | None:
    """Return the ways of treatment when a text says nothing else; stray spaces and a final dot do not matter."""
    rest = sleutel(tekst)
    if not rest.startswith("ter") or not tekst.strip().lower().startswith("ter"):
        return None
    soorten: set[Behandeling] = set()
    rest = rest.removeprefix("ter")
    while treffer := _WOORD.match(rest):
        soorten.add(dict(WOORDEN)[treffer[0]])
        rest = rest[treffer.end() :]
        if rest == "en":
            return Gelezen(frozenset(soorten), loopt_door=True)
        rest = rest.removeprefix("en").removeprefix("ter")
    return Gelezen(frozenset(soorten)) if soorten and not rest else None


def lees_letters(tekst: str) -> tuple[frozenset[str], frozenset[Behandeling]]:
    """Return the sub-items a line names with how they are treated: ``a. Ter vaststelling``, ``c en d: ter …``."""
    treffer = _LETTERS.fullmatch(tekst.strip())
    gelezen = lees_behandeling(treffer[2]) if treffer else None
    if not treffer or gelezen is None or gelezen.loopt_door:
        return frozenset(), frozenset()
    namen = treffer[1].lower()
    reeks = re.fullmatch(r"\s*([a-z])\s*t/m\s*([a-z])\s*", namen)
    if reeks:
        letters = frozenset(chr(code) for code in range(ord(reeks[1]), ord(reeks[2]) + 1))
    else:
        letters = frozenset(re.findall(r"\b[a-z]\b", namen))
    return letters, gelezen.soorten


def splits_behandeling(regel: str) -> tuple[str, str]:
    """Return a line as title and way of treatment, where the treatment stands at its end; it may run on."""
    for treffer in reversed(list(re.finditer(r"(?:^|\s)(?=Ter\s)", regel))):
        achter = regel[treffer.end() :]
        if lees_behandeling(achter):
            return regel[: treffer.start()].rstrip(), achter
    return regel, ""
