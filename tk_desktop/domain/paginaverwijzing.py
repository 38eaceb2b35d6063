"""Where to look in the papers of a meeting: a paper and a page, kept as one line of text (F17)."""

from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.domain.momentopname import Momentopname

_SCHEIDING, _VERSIE = "#", "@"
EIGEN_BLADEN = {"brief": "uitnodiging", "agenda": "agenda", "inhoud": "inhoud"}
"""Sheets of our own that belong to no item, by their key (``Onderdeel.sleutel``), with what they are called."""


@dataclass(frozen=True, slots=True, order=True)
class Verwijzing:
    """A page (from 1) of a paper by its key (``Onderdeel.sleutel``), which holds when numbers on the agenda move.

    ``versie`` is the SHA-256 of the PDF that was read; empty when that is not known.
    """

    papier: str
    pagina: int
    versie: str = ""

    def __str__(self) -> str:
        return f"{self.papier}{_SCHEIDING}{self.pagina}{_VERSIE if self.versie else ''}{self.versie}"


def verwijzingen_uit(tekst: str) -> tuple[Verwijzing, ...]:
    """Return the pages that a column holds, in the order in which they were added; what is no page is passed over."""
    uit = []
    for regel in tekst.splitlines():
        papier, _, rest = regel.rpartition(_SCHEIDING)
        pagina, _, versie = rest.partition(_VERSIE)
        if papier and pagina.isdecimal() and int(pagina) > 0:
            uit.append(Verwijzing(papier, int(pagina), versie))
    return tuple(dict.fromkeys(uit))


def verwijzingen_als_tekst(verwijzingen: Iterable[Verwijzing]) -> str:
    """Return pages as one column, each once."""
    return "\n".join(str(een) for een in dict.fromkeys(verwijzingen))


def papier_van(verwijzing: Verwijzing, opname: Momentopname) -> str:
    """Return what a reader calls the paper of a page: ``2a bijl. 1``; a paper that is gone is called so."""
    stuk = next((een for een in opname.stukken if een.id == verwijzing.papier), None)
    if stuk is not None:
        return opname.label(stuk) or stuk.titel
    return EIGEN_BLADEN.get(verwijzing.papier, "stuk dat er niet meer is")


def naam_van(verwijzing: Verwijzing, opname: Momentopname) -> str:
    """Return what a reader calls a page of the version that is read: ``2a bijl. 1 blz. 14``."""
    return f"{papier_van(verwijzing, opname)} blz. {verwijzing.pagina}"
