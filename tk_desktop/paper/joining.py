"""Joining many PDFs into one set: page numbers, bookmarks, links, structure and attachments that fit together."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.base.progress import Progress
from tk_desktop.paper import stamps
from tk_desktop.paper.catalogue import Aanhangsel, attach, claim_nothing, label_pages
from tk_desktop.paper.marks import print_marks
from tk_desktop.paper.pdf_faults import check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.places import (
    Bladwijzerregel,
    Plek,
    Wegwijzer,
    name_of,
    target_of,
    write_named,
    write_outline,
)
from tk_desktop.paper.saving import save_pdf
from tk_desktop.paper.tag_tree import Boomgaard, drop_tree, is_sound
from tk_desktop.paper.xmp import Description, describe

__all__ = ["Aanhangsel", "Bladwijzer", "Deel", "Samenvoeging", "indeling", "stempelregel", "voeg_samen"]

_AFDRUKKEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One PDF of a set.

    ``anker`` names its first page for links from other parts; it is different for each part. ``stempel`` is what
    stands before the page number at the foot. A part of our own (``eigen``) shares its named places with the other
    own parts; the names in a received part are its own affair. A received part has gone through ``maak_gereed``;
    when the caller says so (``gereed``) its structure is not checked once more, which saves a third of the time.
    ``merken`` are lines that each of its pages bears besides.
    """

    pdf: Pad
    titel: str
    anker: str
    stempel: str
    rechts: bool = False
    eigen: bool = False
    gereed: bool = False
    bladwijzers_eronder: bool = True
    merken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladwijzer:
    """A bookmark of the set, to the first page of a part (counted from 0).

    Where several lead to the same part, the part's own bookmarks come under the last of them.
    """

    titel: str
    deel: int
    onder: tuple["Bladwijzer", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenvoeging:
    """What was made: how many pages, where each part stands, and what could not be kept.

    ``losse_links`` names, with the number of their part, the places that links asked for and no part has.
    ``ongetagd`` are the parts that bring no structure.
    """

    paginas: int
    bereik: tuple[tuple[int, int], ...]
    losse_links: tuple[tuple[int, str], ...] = ()
    ongetagd: tuple[int, ...] = ()


def stempelregel(deel: Deel, nummer: str, totaal: int) -> str:
    """Return the usual line at the foot of a page."""
    return f"{deel.stempel} · blz. {nummer}/{totaal}" if deel.stempel else f"blz. {nummer}/{totaal}"


def indeling(delen: Sequence[Deel], paginas_per_deel: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return the first and last page number of each part in the set.

    A part that starts on the right gets an odd first page; where needed a blank page, that belongs to no part but
    counts, stands before it.
    """
    bereik: list[tuple[int, int]] = []
    vorige = 0
    for deel, aantal in zip(delen, paginas_per_deel, strict=True):
        van = vorige + 1
        if deel.rechts and van % 2 == 0:
            van += 1
        vorige = van + aantal - 1
        bereik.append((van, vorige))
    return tuple(bereik)


def voeg_samen(
    delen: Sequence[Deel],
    target: Pad,
    *,
    titel: str,
    datum: date,
    letter: Path,
    auteur: str = "",
    taal: str = "nl-NL",
    bladwijzers: Sequence[Bladwijzer] = (),
    stempel: Callable[[Deel, str, int], str] = stempelregel,
    nummers: Sequence[str] | None = None,
    totaal: int | None = None,
    aanhangsels: Sequence[Aanhangsel] = (),
    pdfa: bool = False,
    terug: str = "",
    terug_tekst: str = "agenda",
    progress: Progress | None = None,
) -> Samenvoeging:
    """Join ``delen`` into ``target``; the same parts give the same bytes. A page whose line is empty gets none.

    ``nummers`` are the page numbers to print and to label, when they are not simply 1, 2, 3; ``totaal`` is the last
    number of the set when it is not the number of pages of this file. ``terug`` is the named place that the word
    ``terug_tekst`` on the first page of each other part leads to. With ``pdfa`` the file says it is PDF/A-3b: the
    caller knows that all its parts are.
    """
    if not delen or len({deel.anker for deel in delen}) != len(delen):
        raise ValueError("een set heeft delen, elk met een eigen anker")
    voortgang = progress or Progress()
    with ExitStack() as bronnen, Pdf.new() as pdf:
        werk = _Samenvoeger(pdf, delen)
        for deel in voortgang.each(delen, "Stukken samenvoegen"):
            look_before_opening(deel.pdf)
            with told_in_dutch(deel.pdf):
                werk.add(deel, bronnen.enter_context(pikepdf.open(leesbron(deel.pdf))))
        aantal = len(werk.paginas)
        labels = list(nummers) if nummers is not None else [str(nummer) for nummer in range(1, aantal + 1)]
        if len(labels) != aantal:
            raise ValueError(f"{len(labels)} paginanummers voor {aantal} pagina’s")
        regels = [
            stempel(delen[deel], label, totaal or aantal) for deel, label in zip(werk.van_deel, labels, strict=True)
        ]
        werk.lead_links()
        werk.stamp(regels, letter, terug, terug_tekst)
        werk.finish(bladwijzers)
        label_pages(pdf, labels)
        attach(pdf, aanhangsels, datum)
        describe(pdf, Description(titel=titel, auteur=auteur, taal=taal, datum=datum))
        if not pdfa:
            claim_nothing(pdf)
        voortgang.step("Vergaderset schrijven", 0, 1)
        with replacing(target) as half:
            save_pdf(pdf, half, fix_metadata_version=False)
        voortgang.step("Vergaderset schrijven", 1, 1)
    return werk.result()


class _Samenvoeger:
    """One file in the making; parts come in one by one, then the whole is finished."""

    def __init__(self, pdf: Pdf, delen: Sequence[Deel]) -> None:
        self._pdf = pdf
        self._delen = delen
        self._boom = Boomgaard(pdf)
        self._takken: list[Object] = []
        self._named: dict[bytes, Plek] = {}
        self._eigen_namen: list[dict[bytes, bytes]] = []
        self._regels: list[tuple[Bladwijzerregel, ...]] = []
        self._bereik: list[tuple[int, int]] = []
        self._houder: dict[bytes, int] = {}
        self._ongetagd: list[int] = []
        self._los: list[tuple[int, str]] = []
        self.paginas: list[Object] = []
        self.van_deel: list[int] = []

    def add(self, deel: Deel, bron: Pdf) -> None:
        """Take in one part: its pages, and what leads to and from them."""
        nummer = len(self._bereik)
        aantal = len(bron.pages)
        check_pages(deel.pdf, aantal)
        if deel.rechts and len(self.paginas) % 2 == 1:
            self._blank(nummer - 1)
        begin = len(self.paginas)
        wegen = Wegwijzer(bron)
        gaaf = _has_tree(bron) if deel.eigen or deel.gereed else is_sound(bron)
        if gaaf:
            self._boom.renumber(bron)
        else:
            drop_tree(bron)
        for page in bron.pages:
            self._pdf.pages.append(page)
        self._add_pages(aantal, nummer)
        self._takken.append(self._boom.add(bron, deel.titel, deel.anker) if gaaf else self._boom.empty(deel.titel))
        if not gaaf:
            self._ongetagd.append(nummer)
        self._bereik.append((begin + 1, begin + aantal))
        self._take_names(deel, wegen, begin, nummer)
        self._regels.append(tuple(_moved(regel, begin) for regel in wegen.outline()))

    def _add_pages(self, aantal: int, deel: int) -> None:
        begin = len(self.paginas)
        self.paginas += [self._pdf.pages[begin + nummer].obj for nummer in range(aantal)]
        self.van_deel += [deel] * aantal

    def _blank(self, deel: int) -> None:
        """Add a blank page, of the size in which the page before it is seen."""
        vlak = stamps.Vlak.of(self.paginas[-1])
        self._pdf.add_blank_page(page_size=(vlak.breedte, vlak.hoogte))
        self._add_pages(1, deel)
        self._boom.add_blank(self.paginas[-1])

    def _take_names(self, deel: Deel, wegen: Wegwijzer, begin: int, nummer: int) -> None:
        hernoemd: dict[bytes, bytes] = {}
        for naam, plek in wegen.named.items():
            nieuw = naam if deel.eigen else f"{deel.anker}/".encode() + naam
            hernoemd[naam] = nieuw
            self._houder.setdefault(nieuw, nummer)
            self._named.setdefault(nieuw, _shifted(plek, begin))
        self._eigen_namen.append(hernoemd)

    def lead_links(self) -> None:
        """Name the parts, and lead every link to its place now that all places are known."""
        self._name_parts()
        for nummer, (van, tot) in enumerate(self._bereik):
            for page in self.paginas[van - 1 : tot]:
                self._lead(page, nummer)

    def _name_parts(self) -> None:
        """Name the first page of each part; an ``anker`` goes before a place of that name inside a part."""
        for nummer, (deel, (van, _)) in enumerate(zip(self._delen, self._bereik, strict=True)):
            self._named[deel.anker.encode()] = Plek(pagina=van - 1)
            self._houder[deel.anker.encode()] = nummer

    def stamp(self, regels: Sequence[str], letter: Path, terug: str, terug_tekst: str) -> None:
        """Put the line at the foot of every page with the marks of its part, and the way back on its first page."""
        tekst = f"↑ {terug_tekst}"
        doel = terug.encode()
        met_terug = {
            van - 1: nummer
            for nummer, (van, _) in enumerate(self._bereik)
            if doel in self._named and self._houder[doel] != nummer
        }
        merken = [merk for deel in self._delen for merk in deel.merken]
        lettertype = stamps.embed(self._pdf, letter, [*regels, *merken, tekst])
        drukker = stamps.Drukker(self._pdf, lettertype)
        for plaats, regel in enumerate(regels):
            page = self.paginas[plaats]
            nummer = met_terug.get(plaats)
            opmaak = stamps.lay_out(stamps.Vlak.of(page), lettertype, regel, "" if nummer is None else tekst)
            if regel:
                drukker.print_line(page, opmaak, regel)
            print_marks(drukker, lettertype, page, self._delen[self.van_deel[plaats]].merken)
            if nummer is not None:
                woorden = drukker.print_way_back(page, opmaak, tekst)
                annotatie = self._link_back(page, opmaak, terug, terug_tekst)
                self._boom.add_link(self._takken[nummer], page, annotatie, woorden)

    def _link_back(self, page: Object, opmaak: stamps.Regel, terug: str, terug_tekst: str) -> Object:
        annotatie = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(getal, 2) for getal in opmaak.terugvak]),
                Border=Array([0, 0, 0]),
                F=_AFDRUKKEN,
                P=page,
                Contents=String(f"Terug naar {terug_tekst}"),
                Dest=String(terug.encode()),
            )
        )
        page.Annots = Array([*_annotations(page), annotatie])
        page.Tabs = Name.S
        return annotatie

    def finish(self, bladwijzers: Sequence[Bladwijzer]) -> None:
        """Write names, bookmarks and structure."""
        write_named(self._pdf, self._named, self.paginas)
        write_outline(self._pdf, self._bookmarks(bladwijzers), self.paginas)
        self._boom.finish()

    def result(self) -> Samenvoeging:
        """Return what was made."""
        return Samenvoeging(
            paginas=len(self.paginas),
            bereik=tuple(self._bereik),
            losse_links=tuple(self._los),
            ongetagd=tuple(self._ongetagd),
        )

    def _lead(self, page: Object, nummer: int) -> None:
        annotaties = _annotations(page)
        blijvend = [annotatie for annotatie in annotaties if self._leads(annotatie, nummer)]
        if len(blijvend) < len(annotaties):
            page.Annots = Array(blijvend)

    def _leads(self, annotatie: Object, nummer: int) -> bool:
        """Make a link lead to the place it names, or take it out of the structure and say no.

        A field to fill in does not stay either: its form is left behind.
        """
        soort = annotatie.get("/Subtype")
        if soort == Name.Widget:
            self._boom.drop_link(annotatie)
            return False
        dest = target_of(annotatie) if soort == Name.Link else None
        if dest is None:
            return True
        naam = name_of(dest)
        if naam is None:
            if isinstance(dest, Array) and len(dest) and isinstance(dest[0], Dictionary):
                return True
        else:
            nieuw = self._eigen_namen[nummer].get(naam, naam)
            if nieuw in self._named and (self._delen[nummer].eigen or naam in self._eigen_namen[nummer]):
                annotatie.Dest = String(nieuw)
                if "/A" in annotatie:
                    del annotatie["/A"]
                return True
        self._boom.drop_link(annotatie)
        self._los.append((nummer, (naam or b"").decode("utf-8", "replace")))
        return False

    def _bookmarks(self, bladwijzers: Sequence[Bladwijzer]) -> tuple[Bladwijzerregel, ...]:
        laatste = {bladwijzer.deel: plaats for plaats, bladwijzer in enumerate(_flat(bladwijzers))}
        teller = count()

        def regel(bladwijzer: Bladwijzer) -> Bladwijzerregel:
            eigen: tuple[Bladwijzerregel, ...] = ()
            if laatste[bladwijzer.deel] == next(teller) and self._delen[bladwijzer.deel].bladwijzers_eronder:
                eigen = _without_same_title(self._regels[bladwijzer.deel], bladwijzer.titel)
            return Bladwijzerregel(
                titel=bladwijzer.titel,
                plek=Plek(pagina=self._bereik[bladwijzer.deel][0] - 1),
                onder=(*eigen, *(regel(onder) for onder in bladwijzer.onder)),
            )

        return tuple(regel(bladwijzer) for bladwijzer in bladwijzers)


def _flat(bladwijzers: Sequence[Bladwijzer]) -> Iterator[Bladwijzer]:
    """Yield the bookmarks in the order in which they are read."""
    for bladwijzer in bladwijzers:
        yield bladwijzer
        yield from _flat(bladwijzer.onder)


def _without_same_title(regels: tuple[Bladwijzerregel, ...], titel: str) -> tuple[Bladwijzerregel, ...]:
    """Leave out the one bookmark of a part that only repeats the title it would stand under."""
    if len(regels) == 1 and regels[0].titel.casefold() == titel.casefold():
        return regels[0].onder
    return regels


def _shifted(plek: Plek, begin: int) -> Plek:
    return Plek(pagina=plek.pagina + begin, soort=plek.soort, getallen=plek.getallen)


def _moved(regel: Bladwijzerregel, begin: int) -> Bladwijzerregel:
    return Bladwijzerregel(
        titel=regel.titel,
        plek=None if regel.plek is None else _shifted(regel.plek, begin),
        onder=tuple(_moved(onder, begin) for onder in regel.onder),
    )


def _has_tree(pdf: Pdf) -> bool:
    top = pdf.Root.get("/StructTreeRoot")
    return isinstance(top, Dictionary) and "/ParentTree" in top


def _annotations(page: Object) -> list[Object]:
    annotaties = page.get("/Annots")
    if not isinstance(annotaties, Array):
        return []
    return [annotatie for annotatie in annotaties.as_list() if isinstance(annotatie, Dictionary)]
