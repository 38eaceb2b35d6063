"""Taking words and pictures out of a received PDF for good: what lies under a black box is not in the file any more.

First the file is made fit as for any set (``received``): attachments, scripts, descriptions and hidden layers go. Then,
on each marked page, letters under a mark leave the drawing. A page of which anything is not understood, or on which a
picture or a drawing lies under a mark, becomes a picture as a whole, with the words that remain behind it. At last the
result is read by other means than it was made with, and refused when anything of it is still there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, replacing
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.bladtekst import Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.pdf_faults import told_in_dutch
from tk_desktop.paper.places import Bladwijzerregel, Wegwijzer, target_of, word, write_outline
from tk_desktop.paper.received import maak_gereed
from tk_desktop.paper.redaction_check import KIJKSCHAAL, LakkenMislukt, can_be_seen, check, is_even, letters_under
from tk_desktop.paper.redaction_content import Inhoudschoner
from tk_desktop.paper.redaction_fonts import Gebruik, Onzeker
from tk_desktop.paper.redaction_left import digest, keep_named, pages_sharing, streams_under
from tk_desktop.paper.redaction_names import drop_fonts, rename_telling, telling_fonts
from tk_desktop.paper.redaction_raster import (
    Bladbeeld,
    Bladvorm,
    Gemerktblad,
    Lakvlak,
    draw_remaining,
    lay_over,
    rest_of,
    vorm_van,
)
from tk_desktop.paper.redaction_words import Weg, drop_telling_strings
from tk_desktop.paper.saving import save_pdf
from tk_desktop.paper.tag_tree import drop_tree

__all__ = ["Gelaktepdf", "LakkenMislukt", "Lakvlak", "VlakBuitenBlad", "redact"]

_LINK = frozenset(("/Type", "/Subtype", "/Rect", "/Border", "/Dest", "/P", "/F", "/H", "/QuadPoints", "/StructParent"))

_BEWAARD = 4
"""How many drawn pages are kept: one of A4 takes 9 megabytes, in colour 26."""


class VlakBuitenBlad(TkError):
    """A mark was on a page that the file does not have."""

    code = "TK-P57"
    melding = "‘{stuk}’ heeft geen bladzijde {pagina}."
    veilig = "Er is geen gelakte versie gemaakt."
    advies = "Kies de vlakken opnieuw in deze versie van het stuk."


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelaktepdf:
    """What became of a file: its pages, which of them (from 1) became pictures, and on which words that went remain."""

    paginas: int
    afgebeeld: tuple[int, ...]
    nog_te_lezen: tuple[int, ...]


def redact(bron: Pad, target: Pad, vlakken: Sequence[Lakvlak], *, naam: str = "") -> Gelaktepdf:
    """Write ``bron`` without what lies under the boxes to ``target``; the same marks give the same bytes.

    Raises ``LakkenMislukt`` when something of it is still there afterwards, ``VlakBuitenBlad``, or the fault of a file
    that cannot be read. ``naam`` is what a fault calls it.
    """
    naam = naam or bron.name
    with aside(target.parent) as naast, told_in_dutch(bron):
        schoon = naast / "schoon.pdf"
        maak_gereed(bron, schoon)
        plat = naast / "plat.pdf"
        with pikepdf.open(leesbron(schoon)) as pdf:
            _flatten_notes(pdf)
            save_pdf(pdf, plat)
        bladen, teksten = _look(plat, vlakken, naam)
        with pikepdf.open(leesbron(plat)) as pdf:
            gehad = {digest(stroom) for stroom in _had(pdf, bladen)}
        weg = Weg(teksten, {pagina: blad.kaders for pagina, blad in bladen.items()})
        werk = _Werk(plat=plat, naast=naast, bladen=bladen, teksten=teksten, weg=weg, naam=naam)
        afgebeeld = werk.make(naast / "gelakt.pdf")
        check(naast / "gelakt.pdf", bladen, weg, naam, gehad)
        with replacing(target) as half, (naast / "gelakt.pdf").open("rb") as gelakt, half.open("wb") as uit:
            while hap := gelakt.read(1 << 20):
                uit.write(hap)
    return Gelaktepdf(paginas=len(teksten), afgebeeld=tuple(sorted(afgebeeld)), nog_te_lezen=weg.still_read)


def _flatten_notes(pdf: Pdf) -> None:
    """Make notes part of their page, and leave of links only where they lead: a note may say what is to go."""
    paginas = [page.obj for page in pdf.pages]
    wegen = Wegwijzer(pdf)
    links: list[list[Object]] = []
    for page in paginas:
        eigen: list[Object] = []
        noten: list[Object] = []
        for ding in _annotations(page):
            (eigen if word(ding.get("/Subtype")) == "/Link" else noten).append(ding)
        for link in eigen:
            plek = wegen.resolve(target_of(link))
            for sleutel in set(link.keys()) - _LINK:
                del link[sleutel]
            if plek is not None:
                link.Dest = plek.write(paginas)
        links.append([link for link in eigen if "/Dest" in link])
        page.Annots = Array([ding for ding in noten if word(ding.get("/Subtype")) not in ("/Popup", "/Text")])
    pdf.flatten_annotations("all")
    for page, eigen in zip(paginas, links, strict=True):
        page.Annots = Array(eigen)
    if "/Names" in pdf.Root:
        del pdf.Root["/Names"]


def _look(bron: Pad, vlakken: Sequence[Lakvlak], naam: str) -> tuple[dict[int, Gemerktblad], dict[int, Bladtekst]]:
    """Return the marked pages as they are seen, and the words of all pages."""
    bladen: dict[int, Gemerktblad] = {}
    teksten: dict[int, Bladtekst] = {}
    with pypdfium2.PdfDocument(leesbron(bron)) as pdf:
        for pagina in sorted({vlak.pagina for vlak in vlakken}):
            if not 1 <= pagina <= len(pdf):
                raise VlakBuitenBlad(stuk=naam, pagina=pagina)
        for nummer in range(len(pdf)):
            blad = pdf[nummer]
            try:
                teksten[nummer + 1] = read_bladtekst(blad)
                hier = tuple(vlak for vlak in vlakken if vlak.pagina == nummer + 1)
                if hier:
                    vorm = vorm_van(blad.get_rotation(), Kader(*blad.get_bbox()))
                    bladen[nummer + 1] = Gemerktblad(vorm, tuple(_on_page(vlak, vorm) for vlak in hier))
                    if not all(map(can_be_seen, bladen[nummer + 1].kaders)):
                        raise LakkenMislukt(stuk=naam, pagina=nummer + 1)
            finally:
                blad.close()
    return bladen, teksten


def _on_page(vlak: Lakvlak, vorm: Bladvorm) -> Lakvlak:
    x0, y0, x1, y1 = vlak.kader
    kader = Kader(max(0.0, x0), max(0.0, y0), min(vorm.breed, x1), min(vorm.hoog, y1))
    return replace(vlak, kader=kader)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Werk:
    """The making of one redacted file, of the one that was made fit (``plat``), in a folder of its own."""

    plat: Pad
    naast: Pad
    bladen: Mapping[int, Gemerktblad]
    teksten: Mapping[int, Bladtekst]
    weg: Weg
    naam: str
    getekend: dict[int, tuple[Bladvorm, Bladbeeld]] = field(default_factory=dict)
    """The first pages that became pictures, as they were drawn."""

    def make(self, doel: Pad) -> set[int]:
        """Write the file; return which pages became pictures. A page that is not clean enough becomes one too."""
        beelden: set[int] = set()
        while True:
            proef = self.naast / "proef.pdf"
            beelden |= self._write(proef, beelden, vlakken=False)
            vuil = self._not_clean(proef, beelden)
            if not vuil:
                break
            beelden |= vuil
        self._write(doel, beelden, vlakken=True)
        return beelden

    def _write(self, doel: Pad, beelden: Iterable[int], *, vlakken: bool) -> set[int]:
        """Write the file with these pages as pictures; returns which pages became so besides."""
        beeldig = set(beelden)
        with pikepdf.open(leesbron(self.plat)) as pdf:
            paginas = [page.obj for page in pdf.pages]
            gebruik = Gebruik()
            gehad = {stroom.objgen for stroom in _had(pdf, self.bladen)}
            for pagina, blad in self.bladen.items():
                if pagina in beeldig:
                    continue
                op_blad = [blad.vorm.op_blad(kader) for kader in blad.kaders]
                try:
                    Inhoudschoner(pdf, op_blad, gebruik).clean_page(paginas[pagina - 1])
                except Onzeker:
                    beeldig.add(pagina)
            beeldig |= _prune(pdf, gehad, self.bladen, beeldig)
            sprekend = telling_fonts(pdf, self.weg)
            beeldig |= _with_lonely_letters(pdf, gebruik, beeldig, sprekend)
            for pagina in sorted(beeldig):
                self._to_picture(pdf, pagina, paginas[pagina - 1], vlakken=vlakken)
            if vlakken:
                for pagina, blad in self.bladen.items():
                    if pagina not in beeldig:
                        lay_over(pdf, paginas[pagina - 1], blad.vorm, blad.vlakken)
            _drop_links(paginas, self.bladen)
            drop_fonts(pdf, sprekend)
            gelakt = frozenset(paginas[pagina - 1].objgen for pagina in self.bladen)
            if beeldig:
                drop_tree(pdf)
            drop_telling_strings(pdf, self.weg, gelakt)
            regels = Wegwijzer(pdf).outline()
            if "/Outlines" in pdf.Root:
                del pdf.Root["/Outlines"]
            write_outline(pdf, [_told(regel, self.weg) for regel in regels], paginas)
            if "/PageMode" in pdf.Root:
                del pdf.Root["/PageMode"]
            pdf.remove_unreferenced_resources()
            rename_telling(pdf, self.weg)
            save_pdf(pdf, doel)
        return beeldig

    def _to_picture(self, pdf: Pdf, pagina: int, page: Object, *, vlakken: bool) -> None:
        blad = self.bladen.get(pagina)
        vorm, beeld = self._drawn(pagina)
        hier = blad.vlakken if blad else ()
        over = rest_of(self.teksten[pagina], [vlak.kader for vlak in hier])
        lay_over(pdf, page, vorm, hier if vlakken else (), beeld=beeld, woorden=over)

    def _drawn(self, pagina: int) -> tuple[Bladvorm, Bladbeeld]:
        """Return how a page is seen, and what remains of it as a picture: drawn once for the trial and the file."""
        if pagina in self.getekend:
            return self.getekend[pagina]
        blad = self.bladen.get(pagina)
        with pypdfium2.PdfDocument(leesbron(self.plat)) as bron:
            open_ = bron[pagina - 1]
            try:
                vorm = blad.vorm if blad else vorm_van(open_.get_rotation(), Kader(*open_.get_bbox()))
                beeld = draw_remaining(open_, blad.kaders if blad else ())
            finally:
                open_.close()
        if len(self.getekend) < _BEWAARD:
            self.getekend[pagina] = vorm, beeld
        return vorm, beeld

    def _not_clean(self, proef: Pad, beelden: set[int]) -> set[int]:
        """Return the pages on which, without the boxes, letters or anything drawn can still be found under a mark."""
        vuil: set[int] = set()
        with pypdfium2.PdfDocument(leesbron(proef)) as pdf:
            for pagina, blad in self.bladen.items():
                open_ = pdf[pagina - 1]
                try:
                    tekst = read_bladtekst(open_)
                    beeld = open_.render(scale=KIJKSCHAAL, may_draw_forms=False).to_pil().convert("L")
                finally:
                    open_.close()
                even = all(is_even(beeld, kader, blad.vorm.hoog) for kader in blad.kaders)
                if even and not letters_under(tekst, blad.kaders):
                    continue
                if pagina in beelden:
                    raise LakkenMislukt(stuk=self.naam, pagina=pagina)
                vuil.add(pagina)
        return vuil


def _had(pdf: Pdf, bladen: Iterable[int]) -> Iterator[Stream]:
    """Yield the drawings and pictures that the marked pages can name, before anything of them went."""
    yield from streams_under(*(pdf.pages[pagina - 1].obj.get("/Resources") for pagina in bladen))


def _prune(pdf: Pdf, gehad: set[tuple[int, int]], bladen: Collection[int], beelden: Collection[int]) -> set[int]:
    """Leave pages only what they draw of what marked pages had; return those of which that cannot be told."""
    onzeker: set[int] = set()
    for nummer in {*pages_sharing(pdf, gehad, beelden), *bladen} - {*beelden}:
        try:
            keep_named(pdf.pages[nummer - 1].obj)
        except Onzeker:
            onzeker.add(nummer)
    return onzeker


def _with_lonely_letters(
    pdf: Pdf, gebruik: Gebruik, beelden: set[int], sprekend: Collection[tuple[int, int]]
) -> set[int]:
    """Return the pages that use a font which still draws a letter that nothing shows any more, or one that tells more.

    Such a letter tells of what went: there is no page on which it stands. As pictures, these pages need no font.
    """
    eenzaam = {
        naam
        for naam, codes in gebruik.weg.items()
        if codes - gebruik.over.get(naam, set()) and _travels(gebruik.fonts[naam])
    }
    eenzaam.update(sprekend)
    if not eenzaam:
        return set()
    meer = Gebruik()
    per_pagina: dict[int, set[tuple[int, int]]] = {}
    for nummer, page in enumerate(pdf.pages, 1):
        if nummer in beelden:
            continue
        gezien = _shown(pdf, page.obj, meer)
        if gezien is None:
            per_pagina[nummer] = eenzaam & _named(page.obj)
        else:
            per_pagina[nummer] = eenzaam & gezien
    for naam in eenzaam:
        gebruik.over.setdefault(naam, set()).update(meer.over.get(naam, set()))
    eenzaam = {naam for naam in eenzaam if naam in sprekend or gebruik.weg[naam] - gebruik.over[naam]}
    return {nummer for nummer, fonts in per_pagina.items() if fonts & eenzaam}


def _travels(font: Object) -> bool:
    """Tell whether the letters of a font, or what they mean, are in the file itself."""
    nazaten = font.get("/DescendantFonts")
    delen = [font, *(nazaten.as_list() if isinstance(nazaten, Array) else [])]
    beschrijvingen = [deel.get("/FontDescriptor") for deel in delen if isinstance(deel, Dictionary)]
    sleutels = {sleutel for een in beschrijvingen if isinstance(een, Dictionary) for sleutel, _ in een.items()}
    return (
        any(sleutel.startswith("/FontFile") for sleutel in sleutels)
        or "/ToUnicode" in font
        or font.get("/Subtype") == Name.Type3
    )


def _shown(pdf: Pdf, page: Object, gebruik: Gebruik) -> set[tuple[int, int]] | None:
    """Note the codes that a page shows and return its fonts; nothing where that is not certain."""
    eigen = Gebruik()
    try:
        Inhoudschoner(pdf, (), eigen).look(page)
    except Onzeker:
        return None
    for naam, codes in eigen.over.items():
        gebruik.over.setdefault(naam, set()).update(codes)
    return set(eigen.fonts)


def _named(houder: Object, diepte: int = 0) -> set[tuple[int, int]]:
    """Return the fonts that a drawing, or one within it, can name."""
    bronnen = houder.get("/Resources")
    if not isinstance(bronnen, Dictionary) or diepte > 8:
        return set()
    fonts, vormen = bronnen.get("/Font"), bronnen.get("/XObject")
    uit = {font.objgen for font in fonts.as_dict().values()} if isinstance(fonts, Dictionary) else set()
    for vorm in vormen.as_dict().values() if isinstance(vormen, Dictionary) else ():
        if isinstance(vorm, Stream) and vorm.get("/Subtype") == Name.Form:
            uit |= _named(vorm, diepte + 1)
    return uit


def _drop_links(paginas: Sequence[Object], bladen: Mapping[int, Gemerktblad]) -> None:
    """Take away the links under a mark."""
    for pagina, blad in bladen.items():
        page = paginas[pagina - 1]
        vlakken = [blad.vorm.op_blad(kader) for kader in blad.kaders]
        blijft = [link for link in _annotations(page) if not _touches(link, vlakken)]
        page.Annots = Array(blijft)


def _touches(link: Object, vlakken: Sequence[Kader]) -> bool:
    hoeken = link.get("/Rect")
    if not isinstance(hoeken, Array) or len(hoeken) != 4:
        return True
    a, b, c, d = (float(deel) for deel in hoeken.as_list())
    x0, x1, y0, y1 = min(a, c), max(a, c), min(b, d), max(b, d)
    return any(x0 < vlak.x1 and vlak.x0 < x1 and y0 < vlak.y1 and vlak.y0 < y1 for vlak in vlakken)


def _told(regel: Bladwijzerregel, weg: Weg) -> Bladwijzerregel:
    """Return a bookmark that tells nothing of what went."""
    titel = regel.titel
    if weg.tells(titel):
        titel = f"Bladzijde {regel.plek.pagina + 1}" if regel.plek is not None else "Hoofdstuk"
    return replace(regel, titel=titel, onder=tuple(_told(onder, weg) for onder in regel.onder))


def _annotations(page: Object) -> list[Object]:
    annotaties = page.get("/Annots")
    if not isinstance(annotaties, Array):
        return []
    return [ding for ding in annotaties.as_list() if isinstance(ding, Dictionary)]
