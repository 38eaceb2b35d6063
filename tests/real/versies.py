"""Two versions of a real text as real PDFs, of which is known where every word went.

Every word has a number. A word that is rewritten keeps its number, one that is dropped takes it along, one that is put
in has none. Both versions are set in lines and pages, written as PDF and read back; then each word is looked up in what
was read. So the truth about a passage does not depend on what is being tested.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.base.paths import resources
from tk_desktop.domain.aantekening import Anker
from tk_desktop.domain.verankering.tekst import Documenttekst
from tk_desktop.paper.reading import lees_pdf

LETTER = "DejaVuSans"
BLADHOOGTE = 842.0
VERLEZEN = {"rn": "m", "e": "c", "l": "1", "o": "0", "i": "l", "a": "o", "n": "u", "h": "b", "5": "S", "g": "q"}
LIGATUREN = {"ti": "V", "fi": "\ufffd", "tt": "\ufffd", "ft": "\ufffd", "ff": "\ufffd"}


@dataclass(frozen=True)
class Woord:
    """A word with its number; none for one that the first version does not have."""

    tekst: str
    nummer: int | None


Alinea = tuple[Woord, ...]
Hoofdstuk = tuple[Alinea, ...]


@dataclass(frozen=True, kw_only=True)
class Opmaak:
    """How a version is set: letters a line, lines a page, whether words break, whether ligatures are lost.

    ``verlezen`` is the share of words that a machine read wrongly from a scan.
    """

    breedte: int = 84
    regels: int = 46
    afbreken: float = 0.1
    verloren: bool = False
    verlezen: float = 0.0
    kop: str = "Regio Waterkant"


@dataclass(frozen=True, kw_only=True)
class Versie:
    """A version as it was read, and where each numbered word stands in it: (from, to) in all pages laid end to end.

    ``letters`` are the places of all letters and digits of the running text: no headers, footers, bullets and dashes.
    """

    tekst: Documenttekst
    alles: str
    begin: tuple[int, ...]
    woorden: dict[int, tuple[int, int]]
    volgorde: tuple[int, ...]
    letters: frozenset[int]

    def anker(self, van: int, tot: int) -> Anker:
        """Return the note on the words from one place to another."""
        alles = self.alles
        pagina, eindpagina = self._pagina(van), self._pagina(tot - 1)
        return Anker(
            versie="oud",
            pagina=pagina,
            begin=van - self.begin[pagina - 1],
            eindpagina=eindpagina,
            eind=tot - self.begin[eindpagina - 1],
            citaat=alles[van:tot],
            voor=alles[max(0, van - 200) : van],
            na=alles[tot : tot + 200],
        )

    def plaatsen(self, anker: Anker) -> frozenset[int]:
        """Return the places of all letters under a note."""
        van = self.begin[anker.pagina - 1] + anker.begin
        tot = self.begin[anker.eindpagina - 1] + anker.eind
        return self.letters.intersection(range(van, tot))

    def _pagina(self, plaats: int) -> int:
        return max(blad for blad, begin in enumerate(self.begin, 1) if begin <= plaats)


def hoofdstukken(bronnen: Iterable[Path], per: int = 14) -> list[Hoofdstuk]:
    """Return the text of real papers as chapters of so many paragraphs, every word numbered."""
    nummer = 0
    alineas: list[Alinea] = []
    for bron in bronnen:
        for deel in re.split(r"\n\s*\n", bron.read_text(encoding="utf-8")):
            vreemd = {ord(teken): " " for teken in set(deel) if not _te_zetten(teken)}
            woorden = deel.translate(vreemd).split()
            if woorden and "\ufffd" not in deel:  # letters that no machine could read are no words to put a note on
                alineas.append(tuple(Woord(tekst, nummer + rang) for rang, tekst in enumerate(woorden)))
                nummer += len(woorden)
    return [tuple(alineas[rang : rang + per]) for rang in range(0, len(alineas), per)]


def _te_zetten(teken: str) -> bool:
    return teken.isspace() or (teken.isprintable() and ord(teken) < 0x2100 and teken not in "\ufffd\u00ad-")


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """What a new version does to the old one.

    ``herschrijf`` is the share of words that is rewritten, dropped or gets a neighbour, from the words in ``eigen``;
    ``schrap`` the share of paragraphs that goes; ``vreemd`` are chapters of other papers to put in; ``verwissel``
    tells whether chapters change places.
    """

    toeval: Random
    eigen: Sequence[str]
    herschrijf: float = 0.1
    vreemd: Sequence[Hoofdstuk] = ()
    verwissel: bool = True
    schrap: float = 0.04

    def __call__(self, oud: Sequence[Hoofdstuk]) -> list[Hoofdstuk]:
        nieuw = [self._hoofdstuk(hoofdstuk) for hoofdstuk in oud]
        if self.verwissel:
            for _ in range(max(1, len(nieuw) // 4)):
                van = self.toeval.randrange(len(nieuw))
                deel = nieuw[van : van + 2]
                del nieuw[van : van + 2]
                naar = self.toeval.randrange(len(nieuw) + 1)
                nieuw[naar:naar] = deel
        for hoofdstuk in self.vreemd:
            los = tuple(tuple(replace(woord, nummer=None) for woord in alinea) for alinea in hoofdstuk)
            nieuw.insert(self.toeval.randrange(len(nieuw) + 1), los)
        return nieuw

    def _hoofdstuk(self, hoofdstuk: Hoofdstuk) -> Hoofdstuk:
        return tuple(tuple(self._alinea(alinea)) for alinea in hoofdstuk if self.toeval.random() >= self.schrap)

    def _alinea(self, alinea: Alinea) -> Iterator[Woord]:
        for woord in alinea:
            lot = self.toeval.random()
            if lot >= self.herschrijf or not _leesbaar(woord.tekst):
                yield woord
            elif lot < 0.6 * self.herschrijf:
                yield Woord(self._anders(woord.tekst), woord.nummer)
            elif lot < 0.8 * self.herschrijf:
                yield woord
                yield Woord(self.toeval.choice(self.eigen), None)

    def _anders(self, tekst: str) -> str:
        if tekst.strip(".,").isdigit():
            return str(self.toeval.randrange(10, 99_999))
        while True:
            ander = self.toeval.choice(self.eigen)
            if ander.casefold().strip(".,") != tekst.casefold().strip(".,"):
                return ander


def _leesbaar(tekst: str) -> bool:
    """Tell whether something is a word: a bullet is not, and nobody writes a word in its place."""
    return any(teken.isalnum() for teken in tekst)


@dataclass(frozen=True)
class _Stukje:
    """A word, or the part of one, on a line."""

    tekst: str
    nummer: int | None


def zet(nieuw: Sequence[Hoofdstuk], opmaak: Opmaak, toeval: Random, doel: Path) -> Versie:
    """Write a version as PDF, read it back, and look every word up in what was read."""
    regels = [regel for hoofdstuk in nieuw for alinea in hoofdstuk for regel in [*_regels(alinea, opmaak, toeval), []]]
    bladen = [regels[rang : rang + opmaak.regels] for rang in range(0, len(regels), opmaak.regels)]
    _schrijf(bladen, opmaak, doel)
    gelezen = lees_pdf(doel).paginas
    begin, basis = [], 0
    for pagina in gelezen:
        begin.append(basis)
        basis += len(pagina)
    woorden: dict[int, tuple[int, int]] = {}
    volgorde: list[int] = []
    letters: set[int] = set()
    for blad, pagina, vanaf in zip(bladen, gelezen, begin, strict=True):
        plek = pagina.index(opmaak.kop) + len(opmaak.kop)
        for stukje in (stukje for regel in blad for stukje in regel):
            van = pagina.index(stukje.tekst.removesuffix("-"), plek)
            assert van - plek < 8, (stukje, pagina[plek : plek + 80])
            plek = van + len(stukje.tekst.removesuffix("-"))
            letters.update(een for een, teken in enumerate(pagina[van:plek], vanaf + van) if _is_letter(teken))
            if stukje.nummer is not None:
                if stukje.nummer not in woorden and _leesbaar(stukje.tekst):
                    volgorde.append(stukje.nummer)
                woorden[stukje.nummer] = (woorden.get(stukje.nummer, (vanaf + van, 0))[0], vanaf + plek)
    return Versie(
        tekst=Documenttekst(paginas=gelezen),
        alles="".join(gelezen),
        begin=tuple(begin),
        woorden=woorden,
        volgorde=tuple(volgorde),
        letters=frozenset(letters),
    )


def _is_letter(teken: str) -> bool:
    return teken.isalnum() or teken == "\ufffd"


def _regels(alinea: Alinea, opmaak: Opmaak, toeval: Random) -> Iterator[list[_Stukje]]:
    regel: list[_Stukje] = []
    over = opmaak.breedte
    for woord in alinea:
        tekst = _verloren(woord.tekst) if opmaak.verloren else woord.tekst
        tekst = _verlezen(tekst, toeval) if toeval.random() < opmaak.verlezen else tekst
        if regel and len(tekst) > over:
            helft = len(tekst) // 2
            if tekst.isalpha() and len(tekst) > 9 and helft < over and toeval.random() < opmaak.afbreken:
                regel.append(_Stukje(f"{tekst[:helft]}-", woord.nummer))
                tekst = tekst[helft:]
            yield regel
            regel, over = [], opmaak.breedte
        regel.append(_Stukje(tekst, woord.nummer))
        over -= len(tekst) + 1
    yield regel


def _verloren(tekst: str) -> str:
    for goed, kwijt in LIGATUREN.items():
        tekst = re.sub(rf"(?<=[a-z]){goed}(?=[a-z])", kwijt, tekst)
    return tekst


def _verlezen(tekst: str, toeval: Random) -> str:
    """Return a word with one of its letters as a machine misreads it."""
    fouten = [(treffer.start(), goed) for goed in VERLEZEN for treffer in re.finditer(goed, tekst)]
    if not fouten:
        return tekst
    plek, goed = toeval.choice(fouten)
    return f"{tekst[:plek]}{VERLEZEN[goed]}{tekst[plek + len(goed) :]}"


def _schrijf(bladen: Sequence[Sequence[Sequence[_Stukje]]], opmaak: Opmaak, doel: Path) -> None:
    if LETTER not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(LETTER, str(next((resources() / "fonts").rglob("DejaVuSans.ttf")))))
    breed = 40 + opmaak.breedte * 6.5
    doek = Canvas(str(doel), pagesize=(breed, BLADHOOGTE), invariant=1)
    for nummer, blad in enumerate(bladen, 1):
        doek.setFont(LETTER, 9)
        doek.drawString(30, BLADHOOGTE - 30, opmaak.kop)
        for rang, regel in enumerate(blad):
            doek.drawString(30, BLADHOOGTE - 60 - 15 * rang, " ".join(stukje.tekst for stukje in regel))
        doek.drawString(breed / 2, 25, f"pagina {nummer} van {len(bladen)}")
        doek.showPage()
    doek.save()
