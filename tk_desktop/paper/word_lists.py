"""Numbering for written lists: definitions and starts chosen so that Word prints the very marks of the list."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tk_desktop.domain.opmaak import Lijst, Lijstpunt, Stukje
from tk_desktop.paper.word_numbers import NIVEAUS, Niveau, Nummering, Telling, romeinse_waarde
from tk_desktop.paper.word_xml import Element, el, twips, zuiver

STIJLEN = ("ListBullet", "ListNumber")
"""The styles whose numbering comes with the style; their lists have the numbers 1 and 2."""

_VORM = re.compile(r"(?P<voor>(?:[^%]*[^0-9A-Za-z%])?)(?P<teller>\d+|[a-z]+|[A-Z]+)(?P<na>[^0-9A-Za-z%]{0,2})")
_TEKENS = ("•", "–", "▪")
_STAP_MM = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One paragraph of a list as it will be written; ``nummering`` is None where the mark is literal text."""

    merk: str
    diepte: int
    stukjes: tuple[Stukje, ...]
    nummering: Nummering | None


@dataclass(frozen=True, slots=True)
class _Vorm:
    """One way to read a mark: the format of its last number, what stands around it, and its value."""

    soort: str
    voor: str
    na: str
    waarde: int


class Numberings:
    """All numbering of one document, filled while its lists are written."""

    def __init__(self) -> None:
        bullets = tuple(_bullet(n) for n in range(NIVEAUS))
        self._bases: dict[tuple[Niveau, ...], int] = {bullets: 1, _numbers(): 2}
        self._lijsten = [Nummering(id=nummer, basis=nummer, niveaus=niveaus) for niveaus, nummer in self._bases.items()]
        self._telling = Telling()

    def points(self, lijst: Lijst) -> list[Punt]:
        """Return the paragraphs of a list, each with the numbering that prints its mark."""
        niveaus, start = _planned(lijst)
        bullets = self._lijsten[0]
        hoofd = bullets if niveaus == bullets.niveaus else self._add(niveaus, 0, start)
        return list(self._walk(lijst.punten, 0, hoofd))

    def part(self) -> Iterator[Element]:
        """Yield the definitions and the lists of ``numbering.xml``."""
        for niveaus, nummer in self._bases.items():
            merkteken = hashlib.sha256(repr(niveaus).encode()).hexdigest()[:8].upper()
            stijl = STIJLEN[nummer - 1] if nummer <= len(STIJLEN) else ""
            yield el(
                "w:abstractNum",
                el("w:nsid", val=merkteken),
                el("w:multiLevelType", val="multilevel"),
                *_level_elements(niveaus, stijl),
                abstractNumId=nummer,
            )
        for lijst in self._lijsten:
            starts = [
                el("w:lvlOverride", el("w:startOverride", val=start), ilvl=niveau)
                for niveau, start in sorted(lijst.starts.items())
            ]
            yield el("w:num", el("w:abstractNumId", val=lijst.basis), *starts, numId=lijst.id)

    def _add(self, niveaus: tuple[Niveau, ...], niveau: int, start: int) -> Nummering:
        """Start a new list at ``niveau``; levels below begin at one."""
        basis = self._bases.setdefault(niveaus, len(self._bases) + 1)
        starts = {n: 1 for n in range(niveau, NIVEAUS) if niveaus[n].soort != "bullet"} | {niveau: start}
        nummering = Nummering(id=len(self._lijsten) + 1, basis=basis, niveaus=niveaus, starts=starts)
        self._lijsten.append(nummering)
        return nummering

    def _walk(self, punten: Sequence[Lijstpunt], diepte: int, ouder: Nummering) -> Iterator[Punt]:
        vorige = ouder
        for punt in punten:
            merk = " ".join(zuiver(punt.merk).split())
            nummering = self._choose(merk, min(diepte, NIVEAUS - 1), (vorige, ouder))
            yield Punt(merk=merk, diepte=diepte, stukjes=punt.stukjes, nummering=nummering)
            vorige = nummering or vorige
            yield from self._walk(punt.onder, diepte + 1, vorige)

    def _choose(self, merk: str, niveau: int, kandidaten: tuple[Nummering, ...]) -> Nummering | None:
        """Return a list that prints ``merk`` here: one in use, else a new one; None when Word cannot count so."""
        for kandidaat in (*kandidaten, *self._lijsten[:1]):
            if self._telling.proef(kandidaat, niveau) == merk:
                self._telling.merk(kandidaat, niveau)
                return kandidaat
        vorm = _read_mark(merk)
        if vorm is None:
            return None
        eigen = Niveau(soort=vorm.soort, tekst=f"{vorm.voor}%{niveau + 1}{vorm.na}")
        niveaus = kandidaten[-1].niveaus
        nieuw = self._add((*niveaus[:niveau], eigen, *niveaus[niveau + 1 :]), niveau, vorm.waarde)
        self._telling.merk(nieuw, niveau)
        return nieuw


def hanging_mm(merk: str) -> float:
    """Return the room a mark takes, so that the text behind it stands in one line."""
    return _STAP_MM + max(0, len(merk) - 3) * 2.0


def indent_mm(diepte: int) -> float:
    """Return where the mark of an item at this depth stands."""
    return _STAP_MM * min(diepte, NIVEAUS - 1)


def _bullet(niveau: int) -> Niveau:
    return Niveau(soort="bullet", tekst=_TEKENS[niveau % len(_TEKENS)])


def _numbers() -> tuple[Niveau, ...]:
    soorten = ("decimal", "lowerLetter", "lowerRoman")
    return tuple(Niveau(soort=soorten[n % 3], tekst=f"%{n + 1}.") for n in range(NIVEAUS))


def _planned(lijst: Lijst) -> tuple[tuple[Niveau, ...], int]:
    """Return the levels of a list after the first mark at each depth, and the first number of the list."""
    gezien: dict[int, Niveau] = {}
    kernen: dict[int, str] = {}
    start = 1

    def kijk(punten: Sequence[Lijstpunt], diepte: int, ouder: str) -> None:
        nonlocal start
        for punt in punten:
            vorm = _read_mark(punt.merk)
            if punt.merk == "-":
                gezien.setdefault(diepte, _bullet(diepte))
            elif vorm and diepte not in gezien:
                voor = vorm.voor
                if ouder and diepte - 1 in kernen and voor == f"{ouder}.":
                    voor = f"{kernen[diepte - 1]}."
                kernen[diepte] = f"{voor}%{diepte + 1}"
                gezien[diepte] = Niveau(soort=vorm.soort, tekst=kernen[diepte] + vorm.na)
                start = vorm.waarde if diepte == 0 else start
            if diepte < NIVEAUS - 1:
                kijk(punt.onder, diepte + 1, punt.merk.removesuffix(vorm.na) if vorm else "")

    kijk(lijst.punten, 0, "")
    gewoon = _numbers()
    bullets = 0 not in gezien or gezien[0].soort == "bullet"
    return tuple(gezien.get(n) or (_bullet(n) if bullets else gewoon[n]) for n in range(NIVEAUS)), start


def _read_mark(merk: str) -> _Vorm | None:
    """Return how Word could count to this mark, or None."""
    treffer = _VORM.fullmatch(merk)
    if not treffer or len(merk) > 20:
        return None
    voor, teller, na = treffer["voor"], treffer["teller"], treffer["na"]
    if teller.isdecimal():
        if not teller.isascii() or (teller[0] == "0" and teller != "0") or int(teller) > 30000:
            return None
        return _Vorm("decimal", voor, na, int(teller))
    hoofd = "upper" if teller.isupper() else "lower"
    romeins = romeinse_waarde(teller.lower())
    if romeins and (len(teller) > 1 or teller.lower() == "i"):
        return _Vorm(f"{hoofd}Roman", voor, na, romeins)
    if len(teller) == 1:
        return _Vorm(f"{hoofd}Letter", voor, na, ord(teller.lower()) - ord("a") + 1)
    return None


def _level_elements(niveaus: Sequence[Niveau], stijl: str) -> Iterator[Element]:
    links = 0.0
    for nummer, niveau in enumerate(niveaus):
        hang = hanging_mm(re.sub(r"%\d", "1", niveau.tekst))
        links += hang
        stijl_id = f"{stijl}{nummer + 1 if nummer else ''}" if stijl and nummer < 3 else ""
        yield el(
            "w:lvl",
            el("w:start", val=niveau.start),
            el("w:numFmt", val=niveau.soort),
            el("w:pStyle", val=stijl_id) if stijl_id else None,
            el("w:lvlText", val=niveau.tekst),
            el("w:lvlJc", val="left"),
            el("w:pPr", el("w:ind", left=twips(links), hanging=twips(hang))),
            ilvl=nummer,
        )
