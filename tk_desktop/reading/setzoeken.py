"""Finding words on the pages of every paper of a set, each with the words round it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tk_desktop.base.kluispad import Pad
from tk_desktop.paper.bladtekst import Voorgelezen
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

    Capitals, accents, hyphens and ends of lines make no difference (``paper.bladzoeken``). The words round it are told
    as they are read, so those of one column do not run through those of another. Raises a fault of paper for a file
    that cannot be opened.
    """
    teksten: dict[int, tuple[str, Voorgelezen]] = {}
    uit = []
    for plaats in lezer.zoek(pad, woorden, paginas):
        if plaats.pagina not in teksten:
            blad = lezer.tekst(pad, plaats.pagina - 1)
            teksten[plaats.pagina] = blad.tekst, blad.voorgelezen()
        omgeving = fragment(*_zoals_gelezen(*teksten[plaats.pagina], plaats))
        uit.append(Setvondst(sleutel=sleutel, plaats=plaats, fragment=omgeving))
    return tuple(uit)


def _zoals_gelezen(tekst: str, gelezen: Voorgelezen, plaats: Vindplaats) -> tuple[str, Vindplaats]:
    """Return the text of a page as it is read and a place in it; as it stands where that place would fall apart."""
    begin, eind = gelezen.plek(plaats.begin), gelezen.plek(plaats.eind - 1) + 1
    heel = gelezen.tekst[begin:eind].split() == tekst[plaats.begin : plaats.eind].split()
    return (gelezen.tekst, Vindplaats(plaats.pagina, begin, eind)) if heel else (tekst, plaats)


def fragment(tekst: str, plaats: Vindplaats) -> str:
    """Return what was found with whole words round it: ``… de ‹oevers› verzakken …``."""
    voor, na = tekst[: plaats.begin], tekst[plaats.eind :]
    links, rechts = voor[-_VOOR:], na[:_NA]
    if len(voor) > _VOOR:
        links = f"… {_WOORD_LINKS.sub('', links, count=1) or links}"
    if len(na) > _NA:
        rechts = f"{_WOORD_RECHTS.sub('', rechts, count=1) or rechts} …"
    return " ".join(f"{links}‹{tekst[plaats.begin : plaats.eind]}›{rechts}".split())
