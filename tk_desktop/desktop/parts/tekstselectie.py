"""A passage of a paper on the screen: from one place in its text to another, over the pages in between."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from tk_desktop.domain.aantekening import Vlak
from tk_desktop.paper.bladtekst import Bladtekst

Teksten = Callable[[int], Bladtekst | None]
"""Gives the words of a page (from 1), or nothing while they are not read yet."""


class Tekstplek(NamedTuple):
    """A place between two characters: a page (from 1) and an offset in its text."""

    pagina: int
    plek: int


class Stap(Enum):
    """How far the cursor goes."""

    TEKEN = auto()
    WOORD = auto()
    REGEL = auto()
    REGELRAND = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectie:
    """A passage that was selected.

    ``begin`` is an offset in the text of ``pagina`` (from 1), ``eind`` one in that of ``eindpagina``. ``tekst`` is the
    text as it was read, pages parted by a line end; ``leesbaar`` the same to read on elsewhere. ``vlakken`` has one
    rectangle for each line.
    """

    pagina: int
    begin: int
    eindpagina: int
    eind: int
    tekst: str
    leesbaar: str
    vlakken: tuple[Vlak, ...]


def maak_selectie(teksten: Teksten, een: Tekstplek, ander: Tekstplek) -> Selectie | None:
    """Return the passage between two places, or nothing when there is none; a page that is not read yet is left out."""
    van, tot = sorted((een, ander))
    delen, leesbaar, vlakken = [], [], []
    for pagina, tekst, begin, eind in _stukken(teksten, van, tot):
        delen.append(tekst.tekst[begin:eind])
        leesbaar.append(tekst.leesbaar(begin, eind))
        vlakken += [Vlak(pagina, *kader) for kader in tekst.kaders_van(begin, eind)]
    if not "".join(delen).strip():
        return None
    return Selectie(
        pagina=van.pagina,
        begin=van.plek,
        eindpagina=tot.pagina,
        eind=tot.plek,
        tekst="\n".join(delen),
        leesbaar="\n".join(deel for deel in leesbaar if deel),
        vlakken=tuple(vlakken),
    )


def verplaats(teksten: Teksten, vanaf: Tekstplek, stap: Stap, vooruit: bool, x: float) -> Tekstplek:
    """Return where the cursor comes; ``x`` is where it wants to stand in a line. At a page's end it goes on."""
    tekst = teksten(vanaf.pagina)
    if tekst is None:
        return vanaf
    match stap:
        case Stap.TEKEN:
            nieuw = vanaf.plek + (1 if vooruit else -1)
        case Stap.WOORD:
            nieuw = tekst.stap_woord(vanaf.plek, vooruit)
            if nieuw == vanaf.plek:
                nieuw += 1 if vooruit else -1
        case Stap.REGELRAND:
            return _rand(tekst, vanaf, vooruit)
        case Stap.REGEL:
            return _andere_regel(teksten, vanaf, vooruit, x)
    if 0 <= nieuw <= len(tekst.tekst):
        return Tekstplek(vanaf.pagina, nieuw)
    return _naast(teksten, vanaf, vooruit)


def _rand(tekst: Bladtekst, vanaf: Tekstplek, vooruit: bool) -> Tekstplek:
    if not tekst.regels:
        return vanaf
    regel = tekst.regels[tekst.regelnummer(vanaf.plek)]
    return Tekstplek(vanaf.pagina, regel.eind if vooruit else regel.begin)


def _andere_regel(teksten: Teksten, vanaf: Tekstplek, vooruit: bool, x: float) -> Tekstplek:
    tekst = teksten(vanaf.pagina)
    nummer = tekst.regelnummer(vanaf.plek) + (1 if vooruit else -1) if tekst and tekst.regels else -1
    if tekst is None or not 0 <= nummer < len(tekst.regels):
        return _naast(teksten, vanaf, vooruit, x)
    return Tekstplek(vanaf.pagina, tekst.plek_in_regel(nummer, x))


def _naast(teksten: Teksten, vanaf: Tekstplek, vooruit: bool, x: float | None = None) -> Tekstplek:
    """Return a place on the next page that has been read, or stay."""
    pagina = vanaf.pagina + (1 if vooruit else -1)
    tekst = teksten(pagina)
    if tekst is None:
        return vanaf
    if x is not None and tekst.regels:
        return Tekstplek(pagina, tekst.plek_in_regel(0 if vooruit else len(tekst.regels) - 1, x))
    return Tekstplek(pagina, 0 if vooruit else len(tekst.tekst))


def _stukken(teksten: Teksten, van: Tekstplek, tot: Tekstplek) -> Iterator[tuple[int, Bladtekst, int, int]]:
    for pagina in range(van.pagina, tot.pagina + 1):
        tekst = teksten(pagina)
        if tekst is not None:
            begin = van.plek if pagina == van.pagina else 0
            eind = tot.plek if pagina == tot.pagina else len(tekst.tekst)
            yield pagina, tekst, begin, eind
