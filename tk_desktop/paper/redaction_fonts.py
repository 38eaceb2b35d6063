"""How wide each code of a font is, as far as that is certain: without it nobody knows where a letter stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase._fontdata import standardFonts

from tk_desktop.paper.places import word

_ENKEL = frozenset(("/Type1", "/TrueType", "/MMType1", "/Type3"))
_BEKEND = frozenset(("", "/WinAnsiEncoding", "/StandardEncoding"))
_DUIZEND = 1000.0
_ONDER, _BOVEN = -0.22, 0.75
"""Where letters reach from their line, in their size."""


class Onzeker(Exception):
    """Something on a page cannot be cleaned with certainty: the page becomes a picture as a whole."""


@dataclass(slots=True)
class Gebruik:
    """The codes of each font (by its object) that were shown, and those that were taken away."""

    over: dict[tuple[int, int], set[bytes]] = field(default_factory=dict)
    weg: dict[tuple[int, int], set[bytes]] = field(default_factory=dict)
    fonts: dict[tuple[int, int], Object] = field(default_factory=dict)

    def noteer(self, naam: tuple[int, int], ruw: bytes, *, weg: bool) -> None:
        """Note that a code of a font stays or goes."""
        (self.weg if weg else self.over).setdefault(naam, set()).add(ruw)


class Code(NamedTuple):
    """One code of a string that is shown: its bytes, how far it goes at size 1, and whether word space is added."""

    ruw: bytes
    breedte: float
    spatie: bool


class Lettertype:
    """A font of a PDF as far as its widths; raises ``Onzeker`` for one of which these cannot be known."""

    def __init__(self, font: Object) -> None:
        self._lengte = 1
        self._breedtes: Mapping[int, float] = {}
        self._anders = 0.0
        self._eenheid = 1 / _DUIZEND
        self.onder, self.boven = _ONDER, _BOVEN
        soort = word(font.get("/Subtype"))
        if soort == "/Type0":
            self._lees_samengesteld(font)
        elif soort in _ENKEL:
            self._lees_enkel(font, soort)
        else:
            raise Onzeker

    def codes(self, tekst: bytes) -> Iterator[Code]:
        """Yield the codes of a string; a half code at its end counts as one."""
        for plek in range(0, len(tekst), self._lengte):
            ruw = tekst[plek : plek + self._lengte]
            breedte = self._breedtes.get(int.from_bytes(ruw, "big"), self._anders)
            yield Code(ruw, breedte * self._eenheid, ruw == b" ")

    def _lees_enkel(self, font: Object, soort: str) -> None:
        breedtes, eerste = font.get("/Widths"), font.get("/FirstChar")
        if soort == "/Type3":
            lijst = font.get("/FontMatrix")
            matrix = [_getal(deel) for deel in lijst.as_list()] if isinstance(lijst, Array) else []
            if len(matrix) != 6 or matrix[1] or matrix[2]:
                raise Onzeker
            self._eenheid = matrix[0]
            self._lees_hoogte(font.get("/FontBBox"), matrix[3])
        if not isinstance(breedtes, Array):
            self._breedtes = _standaard(font)
            return
        begin = int(_getal(eerste))
        self._breedtes = {begin + rang: _getal(breedte) for rang, breedte in enumerate(breedtes.as_list())}
        beschrijving = font.get("/FontDescriptor")
        if isinstance(beschrijving, Dictionary):
            self._anders = _getal(beschrijving.get("/MissingWidth", 0))

    def _lees_hoogte(self, doos: object, schaal: float) -> None:
        """Note how high the letters of a font that draws them itself are; nothing else tells it."""
        hoekpunten = [_getal(deel) for deel in doos.as_list()] if isinstance(doos, Array) else []
        if len(hoekpunten) != 4 or hoekpunten[1] == hoekpunten[3]:
            raise Onzeker
        self.onder, self.boven = sorted((hoekpunten[1] * schaal, hoekpunten[3] * schaal))

    def _lees_samengesteld(self, font: Object) -> None:
        nazaten = font.get("/DescendantFonts")
        if word(font.get("/Encoding")) != "/Identity-H" or not isinstance(nazaten, Array) or len(nazaten) != 1:
            raise Onzeker
        nazaat = nazaten[0]
        self._lengte = 2
        self._anders = _getal(nazaat.get("/DW", 1000))
        lijst = nazaat.get("/W")
        self._breedtes = dict(_per_cid(list(lijst.as_list()))) if isinstance(lijst, Array) else {}


def _per_cid(lijst: list[object]) -> Iterator[tuple[int, float]]:
    """Yield the widths of a composite font: ``c [w1 w2]`` or ``from to w``."""
    plek = 0
    while plek + 1 < len(lijst):
        begin, volgende = lijst[plek], lijst[plek + 1]
        if not isinstance(begin, int):
            raise Onzeker
        if isinstance(volgende, Array):
            yield from ((begin + rang, _getal(breedte)) for rang, breedte in enumerate(volgende.as_list()))
            plek += 2
        elif isinstance(volgende, int) and plek + 2 < len(lijst) and 0 <= volgende - begin <= 0xFFFF:
            yield from ((cid, _getal(lijst[plek + 2])) for cid in range(begin, volgende + 1))
            plek += 3
        else:
            raise Onzeker


def _standaard(font: Object) -> dict[int, float]:
    """Return the widths of one of the fourteen fonts that every reader has."""
    naam = word(font.get("/BaseFont")).removeprefix("/")
    codering = font.get("/Encoding")
    if naam not in standardFonts or not (codering is None or isinstance(codering, Name)):
        raise Onzeker
    if word(codering) not in _BEKEND:
        raise Onzeker
    widths = pdfmetrics.getFont(naam).widths
    return {code: float(breedte or 0) for code, breedte in enumerate(widths)}


def _getal(waarde: object) -> float:
    try:
        return float(waarde)  # type: ignore[arg-type]
    except (TypeError, ValueError) as fout:
        raise Onzeker from fout
