"""The pages of a received PDF as lines with their places: empty lines where the paper has room, bookmarks, own data.

pdfium tells the words and where they stand, and drops what is only white space. How a page was written matters to who
reads an agenda: a gap parts two cells, an empty paragraph is inside one. Both are found again by their places.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.domain.stuk import Tekstlaag
from tk_desktop.paper.bladbeeld import Beeld, draw_page
from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.reading import tekstlaag
from tk_desktop.paper.sign_places import seen_from
from tk_desktop.paper.tag_blocks import Blokken, read_blocks

GEGEVENS = "agenda.json"
"""The file inside our own sets that holds the meeting."""
GROOTSTE_GEGEVENS = 20 * 1024 * 1024
_MEESTE_LEEG = 40
"""More empty lines than this are the rest of a page, and say nothing."""
_RUIM = 1.45
"""From so many times the usual distance on, room between two lines is an empty line."""
_KRAP = 0.6
_WOORD = re.compile(r"\S+")
_STAART = 0.21
"""Letters reach about so far under their line, in sizes of the letter."""
_ONDERAAN = 0.2
"""A page whose lines stop higher than this share of it is not full, however short the others are."""
_BIJNA = 0.17
"""Lines that end in this share of the width before the edge are those of a column that reaches it."""
_SPATIE = 0.26
"""A space is about so wide, in heights of a line."""
_SAMEN = 12.0
"""Full lines end within so many points of each other."""
_VOL = 3.5
"""A page with less room than so many lines under it is full."""


@dataclass(frozen=True, slots=True)
class Bladregel:
    """A line on a page: ``""`` for room between lines, ``" "`` for an empty paragraph; ``kader`` of what is to be seen.

    ``loopt_door`` tells that the first word of the next line had no room here: the layout alone ended the line.
    ``sluit`` tells that the tags of the file end a paragraph here.
    """

    tekst: str
    kader: Kader | None = None
    loopt_door: bool = False
    sluit: bool = False


@dataclass(frozen=True, slots=True)
class Bladwoord:
    """A word and where it stands; ``sluit`` tells that the tags of the file end a paragraph behind it."""

    tekst: str
    kader: Kader
    sluit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pakblad:
    """One page, from 1, as wide and high as it is seen; ``tekst`` as ``paper.reading`` gives it."""

    nummer: int
    breedte: float
    hoogte: float
    tekst: str
    regels: tuple[Bladregel, ...]
    woorden: tuple[Bladwoord, ...] = ()
    is_vol: bool = False
    """Whether its lines go on to where the lines of such pages end: what follows may go on with it."""


@dataclass(frozen=True, slots=True)
class Pakwijzer:
    """A bookmark: its title, the page it leads to (from 1) and how deep it stands (from 0)."""

    titel: str
    pagina: int
    diepte: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pakbladen:
    """A whole PDF: pages, bookmarks, and ``gegevens`` where one of our own sets brings its meeting along."""

    bladen: tuple[Pakblad, ...]
    bladwijzers: tuple[Pakwijzer, ...]
    tekstlaag: Tekstlaag
    gegevens: bytes | None = None


def read_pak(bron: Pad) -> Pakbladen:
    """Read a PDF page by page; raises a ``TkError`` for what cannot be read whole."""
    look_before_opening(bron)
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        check_pages(bron, len(pdf))
        blokken = read_blocks(bron)
        ruw = [_blad(pdf, nummer, blokken[nummer] if nummer < len(blokken) else {}) for nummer in range(len(pdf))]
        spiegels = _type_areas(ruw)
        bladen = tuple(
            _pakblad(nummer, blad, spiegels[_maat(blad)], ruw[nummer] if nummer < len(ruw) else None)
            for nummer, blad in enumerate(ruw, 1)
        )
        return Pakbladen(
            bladen=bladen,
            bladwijzers=tuple(_bookmarks(pdf)),
            tekstlaag=tekstlaag([blad.tekst for blad in bladen]),
            gegevens=_own_data(pdf),
        )


def read_pak_pages(bron: Pad, paginas: Sequence[int]) -> tuple[Pakblad, ...]:
    """Read some pages (from 1) of a PDF; raises a ``TkError`` for what cannot be read."""
    look_before_opening(bron)
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        ruw = {pagina: _blad(pdf, pagina - 1) for pagina in paginas}
    spiegels = _type_areas(list(ruw.values()))
    return tuple(_pakblad(pagina, blad, spiegels[_maat(blad)], None) for pagina, blad in ruw.items())


def draw_one(bron: Pad, pagina: int, schaal: float) -> Beeld:
    """Draw one page (from 1) of a file as it is seen, with ``schaal`` pixels to a point."""
    look_before_opening(bron)
    with told_in_dutch(bron), pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        blad = pdf[pagina - 1]
        try:
            return draw_page(blad, schaal, donker=False)
        finally:
            blad.close()


@dataclass(frozen=True, slots=True)
class _Ruw:
    """A page before its lines are made."""

    breedte: float
    hoogte: float
    tekst: str
    woorden: Bladtekst
    witte: tuple[float, ...]
    """How high each piece of white space stands."""
    blokken: tuple[frozenset[int], ...] = ()
    """Of each line the paragraphs that have a part of it, as the tags of the file say."""


def _blad(pdf: pypdfium2.PdfDocument, nummer: int, blokken: Blokken | None = None) -> _Ruw:
    blad = pdf[nummer]
    try:
        breedte, hoogte = blad.get_size()
        woorden = read_bladtekst(blad)
        per_regel = tuple(_line_blocks(blad, woorden, blokken)) if blokken else ()
        return _Ruw(breedte, hoogte, woorden.tekst, woorden, tuple(_white_pieces(blad)), per_regel)
    finally:
        blad.close()


def _line_blocks(blad: pypdfium2.PdfPage, woorden: Bladtekst, blokken: Blokken) -> Iterator[frozenset[int]]:
    """Yield of each line the blocks of which some letters stand on it."""
    kijk = seen_from(blad)
    rand = [ctypes.c_float() for _ in range(4)]
    stukken: list[tuple[Kader, int]] = []
    for plaats in range(pdfium.FPDFPage_CountObjects(blad)):
        ding = pdfium.FPDFPage_GetObject(blad, plaats)
        blok = blokken.get(pdfium.FPDFPageObj_GetMarkedContentID(ding))
        if blok is not None and pdfium.FPDFPageObj_GetType(ding) == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_GetBounds(ding, *rand)
            links, onder, rechts, boven = (maat.value for maat in rand)
            stukken.append((kijk(links, onder, rechts, boven), blok))
    for regel in woorden.regels:
        kader = regel.kader
        yield frozenset(
            blok
            for stuk, blok in stukken
            if kader.y0 <= (stuk.y0 + stuk.y1) / 2 <= kader.y1 and stuk.x0 < kader.x1 and stuk.x1 > kader.x0
        )


def _white_pieces(blad: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield the height of each text object that shows nothing: an empty paragraph as Word prints it."""
    kijk = seen_from(blad)
    tekst = blad.get_textpage()
    matrix, corps = pdfium.FS_MATRIX(), ctypes.c_float()
    try:
        for plaats in range(pdfium.FPDFPage_CountObjects(blad)):
            ding = pdfium.FPDFPage_GetObject(blad, plaats)
            if pdfium.FPDFPageObj_GetType(ding) != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            lengte = pdfium.FPDFTextObj_GetText(ding, tekst, None, 0)
            ruimte = (ctypes.c_ushort * (lengte // 2 + 1))()
            pdfium.FPDFTextObj_GetText(ding, tekst, ruimte, lengte)
            if not any(code not in (0, 0x20, 0xA0, 0x0A, 0x0D) for code in ruimte):
                pdfium.FPDFPageObj_GetMatrix(ding, matrix)
                pdfium.FPDFTextObj_GetFontSize(ding, corps)
                onder = _STAART * corps.value * abs(matrix.d)
                yield kijk(matrix.e, matrix.f - onder, matrix.e, matrix.f).y0
    finally:
        tekst.close()


def _maat(blad: _Ruw) -> tuple[int, int]:
    return round(blad.breedte), round(blad.hoogte)


def _type_areas(bladen: Sequence[_Ruw]) -> dict[tuple[int, int], Kader]:
    """Return where words stand on the pages of each size."""
    uit: dict[tuple[int, int], Kader] = {}
    rechts: dict[tuple[int, int], list[float]] = {}
    for blad in bladen:
        spiegel = uit.get(_maat(blad))
        for plaats, regel in enumerate(blad.woorden.regels):
            rechts.setdefault(_maat(blad), []).append(_seen(blad.woorden, plaats)[2])
            spiegel = regel.kader if spiegel is None else spiegel.met(regel.kader)
        for hoog in blad.witte:
            spiegel = spiegel.met(spiegel._replace(y0=hoog, y1=hoog)) if spiegel is not None else None
        uit[_maat(blad)] = spiegel or Kader(0, 0, blad.breedte, blad.hoogte)
    return {
        maat: spiegel._replace(x1=_right_edge(rechts[maat])) if maat in rechts else spiegel
        for maat, spiegel in uit.items()
    }


def _right_edge(einden: Sequence[float]) -> float:
    """Return where full lines end: as far to the right as lines come together; one that sticks out tells nothing."""
    op_rij = sorted(einden, reverse=True)
    genoeg = max(3, len(op_rij) // 1500)
    for plaats, eind in enumerate(op_rij):
        if sum(ander > eind - _SAMEN for ander in op_rij[plaats : plaats + genoeg]) >= genoeg:
            return eind
    return op_rij[0]


def _pakblad(nummer: int, blad: _Ruw, spiegel: Kader, volgend: _Ruw | None) -> Pakblad:
    kaders = [regel.kader for regel in blad.woorden.regels]
    stap = _usual_step(kaders, blad.witte) if kaders else 1.0
    onderste = min([*(kader.y0 for kader in kaders), *blad.witte], default=spiegel.y1)
    is_vol = onderste - spiegel.y0 < _VOL * stap and onderste < _ONDERAAN * blad.hoogte
    over = is_vol and volgend is not None and _runs_over(blad.woorden, volgend.woorden, spiegel.x1)
    sluit = _closing_lines(blad)
    return Pakblad(
        nummer=nummer,
        breedte=blad.breedte,
        hoogte=blad.hoogte,
        tekst=blad.tekst,
        regels=tuple(_lines(blad, spiegel, stap, sluit, over=over)),
        woorden=tuple(_words(blad.woorden, sluit)),
        is_vol=is_vol,
    )


def _closing_lines(blad: _Ruw) -> list[bool]:
    """Return of each line whether the tags end a paragraph there: no part of the next line is of the same one."""
    per_regel = [blad.blokken[nr] if nr < len(blad.blokken) else frozenset() for nr in range(len(blad.woorden.regels))]
    return [*(bool(hier and daar and not hier & daar) for hier, daar in pairwise(per_regel)), False][: len(per_regel)]


def _seen(woorden: Bladtekst, nummer: int) -> tuple[float, float, float]:
    """Return of a line where its first word begins and how wide it is, and where its last word ends."""
    regel = woorden.regels[nummer]
    plekken = [plek for plek in range(regel.begin, regel.eind) if not woorden.tekst[plek].isspace()]
    if not plekken:
        return regel.kader.x0, 0.0, regel.kader.x0
    eind = plekken[0]
    while eind < regel.eind and not woorden.tekst[eind].isspace():
        eind += 1
    eerste = woorden.kaders[plekken[0]].x0
    return eerste, woorden.kaders[eind - 1].x1 - eerste, woorden.kaders[plekken[-1]].x1


def _words(woorden: Bladtekst, sluit: Sequence[bool]) -> Iterator[Bladwoord]:
    for regel, einde in zip(woorden.regels, sluit, strict=True):
        treffers = list(_WOORD.finditer(woorden.tekst, regel.begin, regel.eind))
        for treffer in treffers:
            kader = woorden.kaders[treffer.start()].met(woorden.kaders[treffer.end() - 1])
            laatste = einde and treffer is treffers[-1]
            yield Bladwoord(treffer[0], kader._replace(y0=regel.kader.y0, y1=regel.kader.y1), laatste)


def _runs_over(woorden: Bladtekst, volgende: Bladtekst, rechts: float) -> bool:
    """Tell whether the last line of a page goes on with the first of the next one."""
    if not woorden.regels or not volgende.regels:
        return False
    _, _, eind = _seen(woorden, len(woorden.regels) - 1)
    _, breed, _ = _seen(volgende, 0)
    eerste = next((teken for teken in volgende.tekst if not teken.isspace()), "")
    hoog = volgende.regels[0].kader.y1 - volgende.regels[0].kader.y0
    return eerste.islower() and _has_no_room(eind, breed, hoog, rechts)


def _lines(blad: _Ruw, spiegel: Kader, stap: float, sluit: Sequence[bool], *, over: bool) -> Iterator[Bladregel]:
    """Yield the lines of a page with the room between them, above the first and under the last."""
    woorden = blad.woorden
    regels = woorden.regels
    if not regels:
        return
    hoogste = max(regel.kader.y0 for regel in regels)
    boven = Kader(0, spiegel.y1 - (regels[0].kader.y1 - regels[0].kader.y0) + stap, 0, 0)
    if regels[0].kader.y0 == hoogste:
        yield from _room(boven, regels[0].kader, blad.witte, stap)
    vol_tot = _block_edges(woorden, stap)
    for nummer, regel in enumerate(regels):
        tekst = woorden.tekst[regel.begin : regel.eind].replace("\n", " ")
        volgende = regels[nummer + 1] if nummer + 1 < len(regels) else None
        if volgende is None:
            yield Bladregel(tekst, regel.kader, over)
            if not over:
                yield from _room(regel.kader, Kader(0, spiegel.y0 - stap, 0, 0), blad.witte, stap)
            return
        af = regel.kader.y0 - volgende.kader.y0
        bereikt = vol_tot[nummer] > spiegel.x1 - _BIJNA * (spiegel.x1 - spiegel.x0)
        vol = 0 < af < _RUIM * stap and bereikt and _is_full(woorden, nummer, spiegel.x1)
        yield Bladregel(tekst, regel.kader, vol, sluit[nummer])
        if af > 0:
            yield from _room(regel.kader, volgende.kader, blad.witte, stap)
        elif af < -stap:
            yield Bladregel("")


def _block_edges(woorden: Bladtekst, stap: float) -> list[float]:
    """Return how far to the right the lines go that stand with each line: those of a narrow column stop early."""
    groepen: list[list[int]] = [[]]
    for nummer, regel in enumerate(woorden.regels):
        vorige = woorden.regels[nummer - 1] if nummer else None
        if vorige is not None and not 0 < vorige.kader.y0 - regel.kader.y0 < _RUIM * stap:
            groepen.append([])
        groepen[-1].append(nummer)
    uit = [0.0] * len(woorden.regels)
    for groep in groepen:
        verst = max((_seen(woorden, nummer)[2] for nummer in groep), default=0.0)
        for nummer in groep:
            uit[nummer] = verst
    return uit


def _is_full(woorden: Bladtekst, nummer: int, rechts: float) -> bool:
    """Tell whether the first word of the next line had no room on this one."""
    links, _, eind = _seen(woorden, nummer)
    volgende_links, breed, _ = _seen(woorden, nummer + 1)
    hoog = woorden.regels[nummer].kader.y1 - woorden.regels[nummer].kader.y0
    return abs(links - volgende_links) < hoog and _has_no_room(eind, breed, hoog, rechts)


def _has_no_room(eind: float, breed: float, hoog: float, rechts: float) -> bool:
    """Tell whether a word this wide does not fit behind the end of a line with letters this high."""
    return eind + breed + _SPATIE * hoog > rechts


def _room(boven: Kader, onder: Kader, witte: Sequence[float], stap: float) -> Iterator[Bladregel]:
    """Yield a line for each empty paragraph between two lines, and for the room that nothing stands in."""
    marge = _KRAP * stap
    tussen = sorted({round(hoog, 1) for hoog in witte if onder.y0 + marge < hoog < boven.y0 - marge / 2}, reverse=True)
    hoogten = [boven.y0, *tussen, onder.y0]
    for nummer, (vorige, deze) in enumerate(pairwise(hoogten)):
        leeg = min(_MEESTE_LEEG, round((vorige - deze) / stap) - 1) if vorige - deze > _RUIM * stap else 0
        yield from (Bladregel("") for _ in range(leeg))
        if nummer < len(tussen):
            yield Bladregel(" ")


def _usual_step(kaders: Sequence[Kader], witte: Sequence[float]) -> float:
    """Return how far two lines of one paragraph stand apart on this page."""
    hoogten = sorted({round(kader.y0, 1) for kader in kaders} | {round(wit, 1) for wit in witte})
    gewoon = max(1.0, min(kader.y1 - kader.y0 for kader in kaders))
    stappen = Counter(round(b - a, 1) for a, b in pairwise(hoogten) if b - a > 0.5 * gewoon)
    if not stappen:
        return 1.2 * gewoon
    klein = [stap for stap, aantal in stappen.items() if aantal >= max(stappen.values()) / 3]
    return min(klein)


def _bookmarks(pdf: pypdfium2.PdfDocument) -> Iterator[Pakwijzer]:
    for wijzer in pdf.get_toc(max_depth=4):
        bestemming = wijzer.get_dest()
        pagina = bestemming.get_index() if bestemming is not None else None
        if pagina is not None:
            yield Pakwijzer(wijzer.get_title().strip(), pagina + 1, wijzer.level)


def _own_data(pdf: pypdfium2.PdfDocument) -> bytes | None:
    for nummer in range(min(pdf.count_attachments(), 500)):
        aanhangsel = pdf.get_attachment(nummer)
        if aanhangsel.get_name() == GEGEVENS:
            gegevens = bytes(aanhangsel.get_data())
            return gegevens if len(gegevens) <= GROOTSTE_GEGEVENS else None
    return None
