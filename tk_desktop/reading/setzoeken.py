"""Finding words on the pages of every paper of a set, each with the words round it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.base.kluispad import Pad
from tk_desktop.paper.bladzoeken import Vindplaats
from tk_desktop.paper.rendering import Bladenlezer

_VOOR, _NA = 16, 80
"""Characters before and after what was found that are told with it: a narrow list shows what was found itself."""
_WOORD_LINKS = re.compile(r"\A\S*\s+")
_WOORD_RECHTS = re.compile(r"\s+\S*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setvondst:
    """A place in a paper (``Onderdeel.sleutel``); ``fragment`` has what was found between ‹ and ›, on one line."""

    sleutel: str
    plaats: Vindplaats
    fragment: str

    @property
    def pagina(self) -> int:
        """The page, from 1."""
        return self.plaats.pagina


def find_on_pages(
    lezer: Bladenlezer, sleutel: str, pad: Pad, woorden: str, paginas: Iterable[int]
) -> tuple[Setvondst, ...]:
    """Return where words stand on these pages (counted from 0) of one paper, in order.

    Capitals, accents, hyphens and ends of lines make no difference (``paper.bladzoeken``). Raises a fault of paper for
    a file that cannot be opened.
    """
    teksten: dict[int, str] = {}
    uit = []
    for plaats in lezer.zoek(pad, woorden, paginas):
        if plaats.pagina not in teksten:
            teksten[plaats.pagina] = lezer.tekst(pad, plaats.pagina - 1).tekst
        omgeving = fragment(teksten[plaats.pagina], plaats)
        uit.append(Setvondst(sleutel=sleutel, plaats=plaats, fragment=omgeving))
    return tuple(uit)


def fragment(tekst: str, plaats: Vindplaats) -> str:
    """Return what was found with whole words round it: ``… de ‹oevers› verzakken …``."""
    voor, na = tekst[: plaats.begin], tekst[plaats.eind :]
    links, rechts = voor[-_VOOR:], na[:_NA]
    if len(voor) > _VOOR:
        links = f"… {_WOORD_LINKS.sub('', links, count=1) or links}"
    if len(na) > _NA:
        rechts = f"{_WOORD_RECHTS.sub('', rechts, count=1) or rechts} …"
    return " ".join(f"{links}‹{tekst[plaats.begin : plaats.eind]}›{rechts}".split())
