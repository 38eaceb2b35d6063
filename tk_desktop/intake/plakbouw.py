"""Builds blocks of rich text from the elements of a pasted page, one after the other."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from tk_desktop.domain.nummer import letter
from tk_desktop.domain.opmaak import (
    Alinea,
    Blok,
    Lijst,
    Stukje,
    Tabel,
    Tussenkop,
    nest,
    normaal,
    samenvoegen,
    schoon_adres,
)

DIEPSTE_LIJST = 8
MEESTE_KOLOMMEN = 60
MEESTE_CELLEN = 20_000
LANGSTE_TEKST = 500_000
"""What stands further is not pasted."""

_KOPPEN = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOKKEN = _KOPPEN | {
    "p", "div", "li", "blockquote", "pre", "dt", "dd", "section", "article", "header", "footer", "center", "address",
    "figcaption", "caption", "ul", "ol", "body", "html",
}  # fmt: skip
_NIVEAU = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d+)", re.I)
_BOLLEN = frozenset("-–—•·o§▪*●○■→qØü\uf0b7\uf0a7\uf0d8\uf0fc")
"""What Word and LibreOffice put before an item of a list, its own fonts included."""
_CIJFERS = re.compile(r"\(?(\d+(?:\.\d+)*)[.)]?")
_ONDERNUMMER = re.compile(r"[1-9]\d*(?:\.[1-9]\d*)+")
_LETTER = re.compile(r"\(?([a-zA-Z])[.)]?")
_ROMEINS = re.compile(r"\(?([ivxIVX]{1,5})[.)]?")

Stukjes = tuple[Stukje, ...]


def lijstmerk(teken: str) -> str:
    """Return the mark of a list item as we write it: ``-``, ``1.``, ``1.2``, ``a.`` or ``iv.``."""
    kaal = teken.strip().replace("\u00a0", "")
    cijfers = _CIJFERS.fullmatch(kaal)
    if cijfers:
        return cijfers[1] if _ONDERNUMMER.fullmatch(cijfers[1]) else f"{cijfers[1]}."
    if not kaal or kaal in _BOLLEN:
        return "-"
    for vorm in (_LETTER, _ROMEINS):
        treffer = vorm.fullmatch(kaal)
        if treffer:
            return f"{treffer[1].lower()}."
    return "-"


@dataclass(slots=True)
class _Element:
    """An open element: how its text is printed, and what it is when it closes."""

    naam: str
    vet: bool
    cursief: bool
    link: str
    verborgen: bool
    is_merk: bool = False
    teller: int = 0
    soort: str = ""


@dataclass(slots=True)
class _Tabelbouw:
    """A table being read; ``bezet`` are columns that a cell above still fills, with how many rows to go."""

    rijen: list[list[Stukjes]] = field(default_factory=list)
    samen: list[set[int]] = field(default_factory=list)
    cel: list[Stukje] | None = None
    breed: int = 1
    hoog: int = 1
    bezet: dict[int, int] = field(default_factory=dict)
    cellen: int = 0

    def nieuwe_rij(self) -> None:
        """Begin a row."""
        self.sluit_cel()
        self._sla_bezette_over()
        self.bezet = {kolom: rijen - 1 for kolom, rijen in self.bezet.items() if rijen > 1}
        self._begin_rij()

    def _begin_rij(self) -> None:
        self.rijen.append([])
        self.samen.append(set())

    def open_cel(self, eigen: Mapping[str, str]) -> None:
        """Begin a cell, after the columns that a cell above still fills."""
        self.sluit_cel()
        if not self.rijen:
            self._begin_rij()
        self._sla_bezette_over()
        self.breed = _getal(eigen.get("colspan", ""), MEESTE_KOLOMMEN)
        self.hoog = _getal(eigen.get("rowspan", ""), 1000)
        self.cel = []

    def sluit_cel(self) -> None:
        """End a cell; a wide one fills the columns beside it too."""
        if self.cel is None:
            return
        rij = self.rijen[-1]
        for kolom in range(self.breed):
            if len(rij) < MEESTE_KOLOMMEN and self.cellen < MEESTE_CELLEN:
                if self.hoog > 1:
                    self.bezet[len(rij)] = self.hoog
                if kolom:
                    self.samen[-1].add(len(rij))
                rij.append(_samen(self.cel) if kolom == 0 else ())
                self.cellen += 1
        self.cel = None

    def _sla_bezette_over(self) -> None:
        """Leave the columns empty that a cell above still fills, as wide as that cell."""
        if len(self.rijen) > 1:
            rij = self.rijen[-1]
            while self.bezet.get(len(rij), 0) and len(rij) < MEESTE_KOLOMMEN:
                if len(rij) in self.samen[-2]:
                    self.samen[-1].add(len(rij))
                rij.append(())

    def blokken(self) -> list[Blok]:
        """Return the table, or a paragraph when it is one cell; rows and last columns without text go."""
        self.sluit_cel()
        self._sla_bezette_over()
        gevuld = [nummer for nummer, rij in enumerate(self.rijen) if any(rij)]
        rijen = [self.rijen[nummer] for nummer in gevuld]
        breedte = max((max(k for k, cel in enumerate(rij, 1) if cel) for rij in rijen), default=0)
        if breedte == 1 and len(rijen) == 1:
            return [Alinea(rijen[0][0])]
        if not rijen:
            return []
        samen = {(r, k) for r, nummer in enumerate(gevuld) for k in self.samen[nummer] if k < breedte}
        return [Tabel(tuple(tuple((*rij, *[()] * breedte)[:breedte]) for rij in rijen), frozenset(samen))]


class Bouwer:
    """Takes elements and text in the order of the page; ``klaar`` gives the blocks."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._namen: Counter[str] = Counter()
        self._lijsten: list[_Element] = []
        self._blokken: list[Blok] = []
        self._punten: list[tuple[int, str, Stukjes]] = []
        self._regel: list[Stukje] = []
        self._kop = False
        self._punt: tuple[int, str] | None = None
        self._merk: list[str] | None = None
        self._tabellen: list[_Tabelbouw] = []
        self._over = LANGSTE_TEKST

    @property
    def diepte(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def tekst(self, tekst: str) -> None:
        """Add text to the paragraph, item or cell that is open."""
        boven = self._open[-1] if self._open else None
        if boven is not None and boven.verborgen:
            return
        if self._merk is not None:
            self._merk.append(tekst)
            return
        schoon = "".join(teken for teken in tekst[: self._over] if teken.isprintable() or teken.isspace())
        self._over -= len(schoon)
        stukje = Stukje(
            tekst=schoon,
            vet=boven.vet if boven else False,
            cursief=boven.cursief if boven else False,
            link=boven.link if boven else "",
        )
        self._doel().append(stukje)

    def open(
        self, naam: str, eigen: Mapping[str, str], *, vet: bool | None, cursief: bool | None, verborgen: bool
    ) -> None:
        """Begin an element; ``None`` prints as what it stands in."""
        boven = self._open[-1] if self._open else None
        element = _Element(
            naam=naam,
            vet=vet if vet is not None else bool(boven and boven.vet),
            cursief=cursief if cursief is not None else bool(boven and boven.cursief),
            link=schoon_adres(eigen.get("href", "")) if naam == "a" else boven.link if boven else "",
            verborgen=verborgen or bool(boven and boven.verborgen),
        )
        self._begin(element, eigen)
        self._open.append(element)
        self._namen[naam] += 1

    def leeg(self, naam: str) -> None:
        """Take an element that holds nothing: a line break or a picture."""
        if naam in {"br", "hr"}:
            if self._punt is not None or self._tabellen:
                self.tekst(" ")
            else:
                self._sluit_regel()

    def sluit(self, naam: str) -> None:
        """End the nearest open element of that name, and what stands open in it."""
        while self._namen[naam]:
            if self._sluit_binnenste() == naam:
                return

    def klaar(self) -> tuple[Blok, ...]:
        """Return the blocks of the whole page."""
        while self._open:
            self._sluit_binnenste()
        while self._tabellen:
            self._sluit_tabel()
        self._sluit_regel()
        self._sluit_lijst()
        return tuple(self._blokken)

    def _sluit_binnenste(self) -> str:
        element = self._open.pop()
        self._namen[element.naam] -= 1
        self._einde(element)
        return element.naam

    def _begin(self, element: _Element, eigen: Mapping[str, str]) -> None:
        naam, stijl = element.naam, eigen.get("style", "")
        if naam == "table":
            if not self._tabellen:
                self._sluit_regel()
                self._sluit_lijst()
            else:
                self.tekst(" ")
            self._tabellen.append(_Tabelbouw())
        elif naam == "tr" and self._tabellen:
            self._tabellen[-1].nieuwe_rij()
        elif naam in {"td", "th"} and self._tabellen:
            self._tabellen[-1].open_cel(eigen)
        elif naam in {"ul", "ol"}:
            self._sluit_regel()
            element.teller = _getal(eigen.get("start", ""), 9999) - 1
            element.soort = _lijstsoort(naam, eigen.get("type", ""), stijl)
            self._lijsten.append(element)
        elif naam == "li" and not self._tabellen:
            self._begin_punt(eigen)
        elif naam in _BLOKKEN:
            self._begin_blok(naam, stijl)
        elif "mso-list" in stijl and "ignore" in stijl.lower():
            element.is_merk = True
            self._merk = []

    def _begin_punt(self, eigen: Mapping[str, str]) -> None:
        self._sluit_regel()
        merk = "-"
        if self._lijsten:
            lijst = self._lijsten[-1]
            lijst.teller = _getal(eigen["value"], 9999) if "value" in eigen else lijst.teller + 1
            merk = _merk_van(lijst.soort, lijst.teller)
        self._punt = (min(max(len(self._lijsten) - 1, 0), DIEPSTE_LIJST), merk)

    def _begin_blok(self, naam: str, stijl: str) -> None:
        if self._tabellen:
            self.tekst(" ")
            return
        if self._namen["li"] and self._punt is not None:
            self.tekst(" ")
            return
        self._sluit_regel()
        self._kop = naam in _KOPPEN
        niveau = _NIVEAU.search(stijl)
        if niveau:
            self._punt = (min(int(niveau[1][:3]) - 1, DIEPSTE_LIJST), "-")

    def _einde(self, element: _Element) -> None:
        naam = element.naam
        if naam in {"ul", "ol"}:
            self._lijsten.pop()
        if element.is_merk:
            merk = lijstmerk("".join(self._merk or ()))
            self._merk = None
            if self._punt is not None:
                self._punt = (self._punt[0], merk)
            elif self._tabellen:
                self.tekst(f"{merk} ")
        elif naam == "table" and self._tabellen:
            self._sluit_tabel()
        elif naam in {"td", "th"} and self._tabellen:
            self._tabellen[-1].sluit_cel()
        elif self._tabellen:
            self.tekst(" " if naam in _BLOKKEN else "")
        elif naam in _BLOKKEN:
            if naam != "li" and self._namen["li"] and self._punt is not None:
                self.tekst(" ")
            else:
                self._sluit_regel()

    def _sluit_tabel(self) -> None:
        """End the innermost table; one in a cell of another becomes text of that cell."""
        blokken = self._tabellen.pop().blokken()
        if not self._tabellen:
            self._blokken += blokken
            return
        for blok in blokken:
            cellen = [blok.stukjes] if isinstance(blok, Alinea) else []
            if isinstance(blok, Tabel):
                cellen = [cel for rij in blok.rijen for cel in rij if cel]
            for cel in cellen:
                self._doel().extend((*cel, Stukje(tekst=" ")))

    def _doel(self) -> list[Stukje]:
        if not self._tabellen:
            return self._regel
        cel = self._tabellen[-1].cel
        return cel if cel is not None else []  # what stands between the cells of a table is no text

    def _sluit_regel(self) -> None:
        """End the paragraph or item that is open."""
        stukjes = _samen(self._regel)
        self._regel = []
        punt, kop = self._punt, self._kop
        self._punt, self._kop, self._merk = None, False, None
        if not samenvoegen(stukjes).strip():
            return
        if punt is not None:
            self._punten.append((*punt, stukjes))
            return
        self._sluit_lijst()
        self._blokken.append(Tussenkop(_zonder_vet(stukjes)) if kop else Alinea(stukjes))

    def _sluit_lijst(self) -> None:
        if self._punten:
            self._blokken.append(Lijst(nest(self._punten)))
            self._punten = []


def _samen(stukjes: Iterable[Stukje]) -> Stukjes:
    """Return spans with neighbours of one manner joined, however many there are."""
    groepen = groupby(stukjes, key=lambda s: s.met(""))
    return normaal(wijze.met("".join(s.tekst for s in groep)) for wijze, groep in groepen)


def _zonder_vet(stukjes: Stukjes) -> Stukjes:
    """Return the spans of a heading: that it is bold is what a heading is."""
    return normaal(replace(s, vet=False) for s in stukjes)


def _lijstsoort(naam: str, soort: str, stijl: str) -> str:
    eigen = re.search(r"list-style-type\s*:\s*([\w-]+)", stijl, re.I)
    woord = eigen[1].lower() if eigen else ""
    if naam == "ul":
        return "-"
    if soort in {"a", "A"} or woord in {"lower-alpha", "upper-alpha", "lower-latin", "upper-latin"}:
        return "a"
    return "i" if soort in {"i", "I"} or woord in {"lower-roman", "upper-roman"} else "1"


def _merk_van(soort: str, rang: int) -> str:
    match soort:
        case "-":
            return "-"
        case "a" if 1 <= rang <= 26:
            return f"{letter(rang - 1)}."
        case "i" if 1 <= rang <= len(_ROMEINSE):
            return f"{_ROMEINSE[rang - 1]}."
    return f"{rang}."


_ROMEINSE = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _getal(tekst: str, hoogste: int) -> int:
    """Return a number from 1, or 1 when it is none."""
    kaal = tekst.strip()[:6]
    return min(max(int(kaal), 1), hoogste) if kaal.isascii() and kaal.isdecimal() else 1
