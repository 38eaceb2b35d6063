"""Reading a received Word file: its headings, paragraphs, lists and tables in their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tk_desktop.domain.opmaak import Lijst, Lijstpunt, Stukje, normaal, samenvoegen
from tk_desktop.paper.word_inline import InlineReader, unwrapped
from tk_desktop.paper.word_numbering import (
    Alineastijl,
    Styles,
    child_value,
    read_numbering,
    switched_on,
    whole,
)
from tk_desktop.paper.word_numbers import NIVEAUS, Telling
from tk_desktop.paper.word_package import WordBeschadigd, WordPackage, open_word
from tk_desktop.paper.word_traces import WordSporen, read_traces
from tk_desktop.paper.word_xml import Element, q

MEESTE_KOLOMMEN = 63
"""Word's own limit."""
DIEPSTE_TABEL = 20

_LIJSTSTIJL = re.compile(r"(?:list|lijst|opsom)", re.I)
_MERK = re.compile(r"\s*([-–—•▪·*]|\d+(?:\.\d+)+\.?|(?:\d+|[a-z]|[ivx]+)[.)])\s+(?=\S)")
_MET_TAB = re.compile(r"([^\t]{1,20})\t")
_TEKENS = "–—•▪·*"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordKop:
    """A heading; level 0 is the title of the document."""

    niveau: int
    stukjes: tuple[Stukje, ...]
    stijl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAlinea:
    """A paragraph, or one line of a paragraph with line breaks, with the name of its style."""

    stukjes: tuple[Stukje, ...]
    stijl: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTabel:
    """A table: rows of cells of blocks; the first ``kop_rijen`` rows are its header.

    A cell that spans columns or rows holds its contents where it begins; the other places are empty, so that all
    cells of a column have the same place in their row. ``samen`` are places (row, column) that the cell left of them
    fills too.
    """

    rijen: tuple[tuple[tuple["WordBlok", ...], ...], ...]
    kop_rijen: int
    samen: frozenset[tuple[int, int]] = frozenset()


WordBlok = WordKop | WordAlinea | Lijst | WordTabel


@dataclass(frozen=True, slots=True, kw_only=True)
class GelezenWord:
    """A Word file as read: its title and its blocks as if all changes were accepted, and what stood besides."""

    titel: str
    blokken: tuple[WordBlok, ...]
    sporen: WordSporen = field(default_factory=WordSporen)


@dataclass(frozen=True, slots=True)
class _Punt:
    """A list paragraph before the list is a tree."""

    diepte: int
    merk: str
    stukjes: tuple[Stukje, ...]


def lees_word(bron: Path) -> GelezenWord:
    """Return the contents of a Word file; raises a ``TkError`` for one that cannot be read safely."""
    with open_word(bron) as pakket:
        try:
            return _read(pakket, bron.name)
        except RecursionError as fout:
            raise WordBeschadigd(bestand=bron.name) from fout


def _read(pakket: WordPackage, bestand: str) -> GelezenWord:
    deel = pakket.main_part()
    document = pakket.xml(deel)
    body = None if document is None else document.find(q("w:body"))
    if body is None:
        raise WordBeschadigd(bestand=bestand)
    lezer = _BlockReader(pakket, deel, bestand)
    blokken = (*lezer.blocks(body), *lezer.notes())
    kop = next((blok for blok in blokken if isinstance(blok, WordKop) and blok.niveau == 0), None)
    return GelezenWord(
        titel=samenvoegen(kop.stukjes) if kop else _property_title(pakket),
        blokken=blokken,
        sporen=read_traces(body, pakket.companion(deel, "comments")),
    )


class _BlockReader:
    """Reads the blocks of one document; counts its lists from the first paragraph to the last."""

    def __init__(self, pakket: WordPackage, deel: str, bestand: str) -> None:
        self._bestand = bestand
        self._pakket = pakket
        self._deel = deel
        self._styles = Styles(pakket.companion(deel, "styles"))
        self._nummering = read_numbering(pakket.companion(deel, "numbering"), self._styles)
        self._telling = Telling()
        self._noten: list[tuple[str, str]] = []
        self._inline = InlineReader(self._styles, pakket.relations(deel), self._refer)

    def blocks(self, houder: Element, diepte: int = 0) -> tuple[WordBlok, ...]:
        """Return the blocks in the body, a cell or a text box."""
        if diepte > DIEPSTE_TABEL:
            raise WordBeschadigd(bestand=self._bestand)
        uit: list[WordBlok] = []
        punten: list[_Punt] = []
        for blok in self._loose_blocks(houder, diepte):
            if isinstance(blok, _Punt):
                punten.append(blok)
                continue
            if punten:
                uit.append(_tree(punten))
                punten = []
            uit.append(blok)
        if punten:
            uit.append(_tree(punten))
        return tuple(uit)

    def notes(self) -> Iterator[WordBlok]:
        """Yield the footnotes and endnotes that were referred to, each with its number."""
        delen = {soort: self._pakket.companion(self._deel, soort) for soort in ("footnotes", "endnotes")}
        teksten = {
            (soort, noot.get(q("w:id"), "")): noot
            for soort, wortel in delen.items()
            for noot in (() if wortel is None else wortel)
        }
        for nummer, verwijzing in enumerate(tuple(self._noten), start=1):
            noot = teksten.get(verwijzing)
            for plek, alinea in enumerate(() if noot is None else noot.iter(q("w:p"))):
                stijl = self._styles.paragraph(child_value(alinea.find(q("w:pPr")), "w:pStyle"))
                stukjes = [s for regel in self._inline.read(alinea, stijl).regels for s in (*regel, Stukje(tekst=" "))]
                schoon = normaal([Stukje(tekst=f"[{nummer}] ")] * (plek == 0) + stukjes)
                if schoon:
                    yield WordAlinea(stukjes=schoon, stijl=stijl.naam)

    def _refer(self, soort: str, id_: str) -> str:
        self._noten.append((soort, id_))
        return f"[{len(self._noten)}]"

    def _loose_blocks(self, houder: Element, diepte: int) -> Iterator[WordBlok | _Punt]:
        for kind in unwrapped(houder):
            if kind.tag == q("w:p"):
                yield from self._paragraph(kind, diepte)
            elif kind.tag == q("w:tbl"):
                yield self._table(kind, diepte)

    def _paragraph(self, alinea: Element, diepte: int) -> Iterator[WordBlok | _Punt]:
        eigenschappen = alinea.find(q("w:pPr"))
        stijl = self._styles.paragraph(child_value(eigenschappen, "w:pStyle"))
        regels = self._inline.read(alinea, stijl)
        merk, niveau = self._mark(eigenschappen, stijl)
        heel = [s for regel in regels.regels for s in (*regel, Stukje(tekst=" "))]
        kop = _heading_level(eigenschappen, stijl)
        if kop is not None:
            if stukjes := normaal(heel):
                yield WordKop(niveau=kop, stukjes=stukjes, stijl=stijl.naam)
        elif merk:
            if stukjes := normaal(heel):
                yield _Punt(niveau, merk, stukjes)
        elif punt := _typed_item(eigenschappen, stijl, heel):
            yield punt
        else:
            for regel in regels.regels:
                if stukjes := normaal(regel):
                    yield WordAlinea(stukjes=stukjes, stijl=stijl.naam)
        for vak in regels.vakken:
            yield from self.blocks(vak, diepte + 1)

    def _mark(self, eigenschappen: Element | None, stijl: Alineastijl) -> tuple[str, int]:
        """Count a numbered paragraph; return its mark and its depth, no mark for one outside lists."""
        eigen = None if eigenschappen is None else eigenschappen.find(q("w:numPr"))
        nummer, niveau = child_value(eigen, "w:numId"), child_value(eigen, "w:ilvl")
        nummering = self._nummering.get((stijl.nummer or 0) if nummer is None else whole(nummer, 0))
        if nummering is None:
            return "", 0
        diepte = _depth(niveau, stijl.niveau or 0)
        return self._telling.merk(nummering, diepte), diepte or _style_depth(stijl)

    def _table(self, tabel: Element, diepte: int) -> WordTabel:
        rijen: list[tuple[tuple[WordBlok, ...], ...]] = []
        samen: set[tuple[int, int]] = set()
        kop_rijen = 0
        for rij in unwrapped(tabel):
            eigenschappen = rij.find(q("w:trPr"))
            if rij.tag != q("w:tr") or (eigenschappen is not None and eigenschappen.find(q("w:del")) is not None):
                continue
            kop_rijen += switched_on(eigenschappen, "w:tblHeader") is True and kop_rijen == len(rijen)
            cellen: list[tuple[WordBlok, ...]] = [()] * _span(child_value(eigenschappen, "w:gridBefore"), 0)
            for cel in unwrapped(rij):
                if cel.tag == q("w:tc"):
                    begin = len(cellen)
                    cellen += self._cell(cel, diepte)
                    samen |= {(len(rijen), kolom) for kolom in range(begin + 1, min(len(cellen), MEESTE_KOLOMMEN))}
            rijen.append(tuple(cellen[:MEESTE_KOLOMMEN]))
        return WordTabel(rijen=tuple(rijen), kop_rijen=kop_rijen, samen=frozenset(samen))

    def _cell(self, cel: Element, diepte: int) -> Sequence[tuple[WordBlok, ...]]:
        eigenschappen = cel.find(q("w:tcPr"))
        breedte = _span(child_value(eigenschappen, "w:gridSpan"), 1)
        vervolg = any(child_value(eigenschappen, naam) in ("", "continue") for naam in ("w:vMerge", "w:hMerge"))
        inhoud = () if vervolg else self.blocks(cel, diepte + 1)
        return [inhoud, *[()] * (breedte - 1)]


def _span(tekst: str | None, anders: int) -> int:
    return min(max(whole(tekst, anders), anders), MEESTE_KOLOMMEN)


def _heading_level(eigenschappen: Element | None, stijl: Alineastijl) -> int | None:
    overzicht = child_value(eigenschappen, "w:outlineLvl")
    if overzicht is None or stijl.kop is not None:
        return stijl.kop
    niveau = whole(overzicht, 9)
    return niveau + 1 if 0 <= niveau < 9 else None


def _depth(niveau: str | None, anders: int) -> int:
    return min(max(whole(niveau, anders), 0), NIVEAUS - 1)


def _style_depth(stijl: Alineastijl) -> int:
    """Return the depth a list style has in its name: ``List Bullet 2`` is one deep."""
    if _LIJSTSTIJL.match(stijl.naam) and stijl.naam[-1] in "23456789" and stijl.naam[-2:-1] == " ":
        return int(stijl.naam[-1]) - 1
    return 0


def _typed_item(eigenschappen: Element | None, stijl: Alineastijl, stukjes: Sequence[Stukje]) -> _Punt | None:
    """Return a list item whose mark was typed by hand in a list style."""
    if not _LIJSTSTIJL.match(stijl.naam):
        return None
    tekst = samenvoegen(stukjes)
    eigen = None if eigenschappen is None else eigenschappen.find(q("w:numPr"))
    zonder_nummer = child_value(eigen, "w:numId") == "0"
    treffer = (_MET_TAB.match(tekst) if zonder_nummer else None) or _MERK.match(tekst)
    if not treffer:
        return None
    merk = "-" if treffer[1] in _TEKENS else " ".join(treffer[1].split())
    rest = normaal(_without_start(stukjes, treffer.end()))
    niveau = child_value(eigen, "w:ilvl")
    return _Punt(_depth(niveau, _style_depth(stijl)), merk, rest) if merk and rest else None


def _without_start(stukjes: Sequence[Stukje], lengte: int) -> Iterator[Stukje]:
    for stukje in stukjes:
        rest = stukje.tekst[lengte:]
        lengte = max(lengte - len(stukje.tekst), 0)
        if rest:
            yield stukje.met(rest)


def _tree(punten: Sequence[_Punt]) -> Lijst:
    """Return flat items as a list; a jump of more than one level counts as one."""

    def neem(begin: int, einde: int) -> tuple[Lijstpunt, ...]:
        uit = []
        while begin < einde:
            volgende = begin + 1
            while volgende < einde and punten[volgende].diepte > punten[begin].diepte:
                volgende += 1
            punt = punten[begin]
            uit.append(Lijstpunt(merk=punt.merk, stukjes=punt.stukjes, onder=neem(begin + 1, volgende)))
            begin = volgende
        return tuple(uit)

    return Lijst(neem(0, len(punten)))


def _property_title(pakket: WordPackage) -> str:
    for relatie in pakket.relations("").values():
        if relatie.soort == "core-properties" and (wortel := pakket.xml(relatie.doel)) is not None:
            titel = wortel.find("{http://purl.org/dc/elements/1.1/}title")
            return "" if titel is None else " ".join((titel.text or "").split())
    return ""
