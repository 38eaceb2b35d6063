"""The notations of a werkagenda: how much capacity a project asks (+ to +++) and what it yields (€ to €€€).

Both are told apart for who gives and gets it, G (gemeenten) and M (the insurer): ``G + M ++`` (catalogue 133, 134).
"""

import re
from dataclasses import dataclass

_DEEL = re.compile(r"(?P<wie>[A-Z][A-Za-z]*)?\s*:?\s*(?P<teken>\+{1,3}|€{1,3}|-)(?=[\s,;/]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaaldeel:
    """For one of the parties: 0 (``-``) to 3."""

    wie: str
    sterkte: int


_WOORDEN = ("geen", "weinig", "gemiddeld", "veel")


def lees_schaal(tekst: str) -> tuple[Schaaldeel, ...]:
    """Return the parts of a notation, or nothing where the text is none: it stays as it was written."""
    kaal = " ".join(tekst.split())
    delen = list(_DEEL.finditer(kaal))
    rest = _DEEL.sub("", kaal).strip(" ,;/")
    if rest:
        return ()
    return tuple(
        Schaaldeel(wie=deel["wie"] or "", sterkte=0 if deel["teken"] == "-" else len(deel["teken"])) for deel in delen
    )


def in_woorden(tekst: str) -> str:
    """Return a notation as it is read aloud: ``G: weinig, M: gemiddeld``; another text as it is."""
    delen = lees_schaal(tekst)
    if not delen:
        return tekst
    return ", ".join(f"{deel.wie}: {_WOORDEN[deel.sterkte]}" if deel.wie else _WOORDEN[deel.sterkte] for deel in delen)
