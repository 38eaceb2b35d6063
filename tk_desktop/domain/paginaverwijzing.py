"""Where to look in the papers of a meeting: a paper and a page, kept as one line of text (F17)."""

from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.domain.momentopname import Momentopname

_SCHEIDING = "#"
EIGEN_BLADEN = {"brief": "uitnodiging", "agenda": "agenda", "inhoud": "inhoud"}
"""Sheets of our own that belong to no item, by their key (``Onderdeel.sleutel``), with what they are called."""


@dataclass(frozen=True, slots=True, order=True)
class Verwijzing:
    """A page (from 1) of a paper by its key (``Onderdeel.sleutel``), which holds when numbers on the agenda move."""

    papier: str
    pagina: int

    def __str__(self) -> str:
        return f"{self.papier}{_SCHEIDING}{self.pagina}"


def verwijzingen_uit(tekst: str) -> tuple[Verwijzing, ...]:
    """Return the pages that a column holds, in the order in which they were added; what is no page is passed over."""
    uit = []
    for regel in tekst.splitlines():
        papier, _, pagina = regel.rpartition(_SCHEIDING)
        if papier and pagina.isdecimal() and int(pagina) > 0:
            uit.append(Verwijzing(papier, int(pagina)))
    return tuple(dict.fromkeys(uit))


def verwijzingen_als_tekst(verwijzingen: Iterable[Verwijzing]) -> str:
    """Return pages as one column, each once."""
    return "\n".join(str(een) for een in dict.fromkeys(verwijzingen))


def naam_van(verwijzing: Verwijzing, opname: Momentopname) -> str:
    """Return what a reader calls a page: ``2a bijl. 1 blz. 14``; a paper that is gone is called so."""
    stuk = next((een for een in opname.stukken if een.id == verwijzing.papier), None)
    if stuk is not None:
        waar = opname.label(stuk) or stuk.titel
    else:
        waar = EIGEN_BLADEN.get(verwijzing.papier, "stuk dat er niet meer is")
    return f"{waar} blz. {verwijzing.pagina}"
