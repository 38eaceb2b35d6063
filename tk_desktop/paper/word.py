"""Writing Word documents as a heavy user of Word wants them: real styles, real numbering, real fields."""

import datetime
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from itertools import count
from math import ceil
from pathlib import Path

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import P
from tk_desktop.domain.opmaak import Alinea, Blok, Lijst, Stukje, Tabel, Tussenkop, gewoon, samenvoegen
from tk_desktop.paper.blad import Cel, Staaf, Toon, Veld
from tk_desktop.paper.columns import fitted_mm
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.layout import BIJEEN_RIJEN, has_firm_end, is_number_column
from tk_desktop.paper.word_lists import Numberings, Punt, hanging_mm, indent_mm
from tk_desktop.paper.word_parts import PartFrame, frame_parts
from tk_desktop.paper.word_styles import (
    CELMARGE_MM,
    CIJFERS_KLEINER,
    LIJSTNIVEAUS,
    SMAL_MM,
    text_width,
    word_colour,
)
from tk_desktop.paper.word_tables import (
    closer_list,
    figure_shares,
    is_dense,
    keep_together,
    new_cell,
    new_row,
    new_table,
    text_shares,
    wide_cells,
)
from tk_desktop.paper.word_xml import (
    RELATIE,
    Element,
    Relations,
    bookmark_name,
    el,
    hyphenated,
    picture,
    picture_file,
    q,
    root,
    run,
    runs,
    serialize,
    tab,
    twips,
    unlink_unknown,
    with_bookmark,
    zuiver,
    zuivere_stukjes,
)

_STIJL_VAN_TOON = {
    Toon.GEWOON: "BodyText",
    Toon.KLEIN: "KleineTekst",
    Toon.NADRUK: "Nadrukalinea",
    Toon.RECHTS: "Rechts",
}
_SJABLOONDATUM = datetime.date(2025, 1, 1)
_VASTE_TIJD = (1980, 1, 1, 0, 0, 0)
_HELE_RIJ = 17
_LETTERBREEDTE = 0.5
"""The width of a letter, as a share of its size."""
_NA_TABEL = 8 * 20
_STAAF = 7 * 20
_DUNST = 0.004
"""What of a bar is always to be seen: a paragraph has some width."""
_NA_LIJST = 7 * 20
_TITEL_NA_TABEL = 18 * 20


class WordDocument:
    """A Word document that is being written from top to bottom (a ``Blad``).

    Nothing in a text is interpreted; characters XML cannot hold are dropped, as are links to places that are not in
    this document. The same contents give the same bytes. Every page bears ``merken`` at its foot, in red; with
    ``liggend`` the pages lie on their side.
    """

    def __init__(
        self,
        *,
        titel: str,
        huisstijl: Huisstijl,
        taal: str = "nl-NL",
        auteur: str = "",
        datum: datetime.date,
        voettekst: str = "",
        merken: Sequence[str] = (),
        liggend: bool = False,
    ) -> None:
        self._kader = PartFrame(
            titel=zuiver(titel), huisstijl=huisstijl, taal=taal, auteur=auteur, datum=datum, voettekst=voettekst,
            merken=tuple(merken), liggend=liggend,
        )  # fmt: skip
        self._huisstijl = huisstijl
        self._breedte_mm = text_width(huisstijl, liggend=liggend)
        self._body: list[Element] = []
        self._relaties = Relations()
        self._nummeringen = Numberings()
        self._beelden: dict[str, bytes] = {}
        self._ankers: set[str] = set()
        self._nummers = count(1)
        self._na_tabel = False

    def title(self, tekst: str, *, anker: str = "") -> None:
        """Put the title of the document."""
        self._put_named("Title", tekst, anker)

    def heading(self, niveau: int, tekst: str | Sequence[Stukje], *, anker: str = "") -> None:
        """Put a heading of level 1 to 3."""
        self._put_named(f"Heading{min(max(niveau, 1), 3)}", tekst, anker)

    def paragraph(self, tekst: str | Sequence[Stukje], toon: Toon = Toon.GEWOON) -> None:
        """Put one paragraph; a text of nothing but space leaves no paragraph."""
        stukjes = zuivere_stukjes(tekst)
        if stukjes:
            self._put(self._paragraph(_STIJL_VAN_TOON[toon], stukjes))

    def blocks(self, blokken: Sequence[Blok], *, kopniveau: int = 3) -> None:
        """Put rich text; headings in it get level ``kopniveau``."""
        for blok in blokken:
            if isinstance(blok, Tabel):
                if any(blok.rijen):
                    self._put_table(self._text_table(blok, self._breedte_mm))
            elif isinstance(blok, Tussenkop):
                self.heading(kopniveau, blok.stukjes)
            else:
                alineas = list(self._flow(blok, "BodyText"))
                if isinstance(blok, Lijst) and alineas:
                    _spaced(alineas[-1], after=_NA_LIJST)
                for alinea in alineas:
                    self._put(alinea)

    def fields(self, rijen: Sequence[Sequence[Veld]]) -> None:
        """Put a header block as a table of names and values."""
        paren = max((len(rij) for rij in rijen), default=0)
        if not paren:
            return
        naam = self._label_width(veld.naam for rij in rijen for veld in rij)
        waarde = self._breedte_mm / paren - naam
        maten = [naam, waarde] * paren
        tabel = new_table("Veldentabel", maten)
        for rij in filter(None, rijen):
            cellen = []
            for nummer, veld in enumerate(rij):
                ruimte = 1 if nummer < len(rij) - 1 else 2 * paren - 2 * nummer - 1
                kop = self._paragraph("Veldnaam", zuivere_stukjes(veld.naam))
                cellen.append(new_cell([kop], naam))
                inhoud = self._cell_contents(veld.waarde, "Veldwaarde", waarde)
                cellen.append(new_cell(inhoud, sum(maten[2 * nummer + 1 : 2 * nummer + 1 + ruimte]), span=ruimte))
            tabel.append(el("w:tr", *cellen))
        self._put_table(tabel)

    def table(self, kop: Sequence[str], rijen: Sequence[Sequence[Cel]], breedtes: Sequence[float]) -> None:
        """Put a table with a header row that repeats on every page; ``breedtes`` are shares of the width."""
        rechts = [is_number_column(rijen, kolom) for kolom in range(len(kop))]
        krap = is_dense(rechts)
        soort, corps = ("Cijfer", self._huisstijl.corps - CIJFERS_KLEINER) if krap else ("Tabel", self._huisstijl.corps)
        shares = figure_shares(kop, rijen, breedtes, rechts, breedte_mm=self._breedte_mm, corps=corps)
        maten = fitted_mm(kop, rijen, shares, self._breedte_mm, side=CELMARGE_MM, huisstijl=self._huisstijl)
        tabel = new_table("Vergadertabel", maten)
        koppen = [[self._paragraph(f"{soort}kop", zuivere_stukjes(gewoon(zuiver(tekst))))] for tekst in kop]
        tabel.append(self._row(koppen, maten, rechts, kop=True, krap=krap))
        for rij in rijen:
            cellen = [self._cell_contents(cel, f"{soort}tekst", maat) for cel, maat in zip(rij, maten, strict=True)]
            tabel.append(self._row(cellen, maten, rechts, krap=krap))
        self._put_table(tabel)

    def figure(self, bestand: Path, *, breedte_mm: float, alternatieve_tekst: str) -> None:
        """Put a PNG or JPEG picture with the words that stand for it; raises ``AfbeeldingOnbruikbaar``."""
        inhoud, soort, vorm = picture_file(bestand)
        breedte = min(breedte_mm, self._breedte_mm)
        self._put(_plain("BodyText", self._picture(inhoud, soort, (breedte, breedte * vorm), alternatieve_tekst)))

    def bars(self, staven: Sequence[Staaf]) -> None:
        """Put a chart: under the words of each bar a line of shade, as long as its share of the width."""
        for staaf in staven:
            tekst = self._paragraph("BodyText", gewoon(zuiver(staaf.regel)))
            tekst[0].insert(1, el("w:keepNext"))
            self._put(tekst)
            lijn = _plain("Tussenruimte")
            lijn[0].extend(
                [
                    el("w:shd", val="clear", color="auto", fill=word_colour(self._huisstijl.kleur_accent)),
                    el("w:spacing", before=20, after=120, line=_STAAF, lineRule="exact"),
                    el("w:ind", right=twips(self._breedte_mm * (1 - max(staaf.aandeel, _DUNST)))),
                ]
            )
            self._put(lijn)

    def space(self, mm: float) -> None:
        """Leave white space."""
        if mm > 0:
            wit = el("w:spacing", line=max(twips(mm), 20), lineRule="exact")
            self._put(el("w:p", el("w:pPr", el("w:pStyle", val="Tussenruimte"), wit)))

    def writing_room(self, lines: int) -> None:
        """Put one empty paragraph: it grows with what is written in it, and takes no page of its own."""
        self._put(_plain("BodyText"))

    def signatures(self, inleiding: str, wie: Sequence[tuple[str, str]]) -> None:
        """Put a sentence and who sign under it, each with room and a line above the name; all stay on one page."""
        alineas = [self._paragraph("BodyText", gewoon(inleiding))] if inleiding else []
        for rol, naam in wie:
            alineas += [self._paragraph("BodyText", gewoon(f"{rol},")), _plain("BodyText"), _plain("BodyText")]
            lijn = el("w:top", val="single", sz=4, space=4, color=word_colour(self._huisstijl.kleur_lijn))
            tekenaar = self._paragraph("BodyText", gewoon(naam))
            tekenaar[0].extend([el("w:pBdr", lijn), el("w:ind", right=twips(self._breedte_mm / 2))])
            alineas.append(tekenaar)
        for alinea in alineas[:-1]:
            alinea[0].insert(1, el("w:keepNext"))
        for alinea in alineas:
            self._put(alinea)

    def page_break(self) -> None:
        """Go on at the next page."""
        self._put(_plain("Tussenruimte", el("w:r", el("w:br", type="page"))))

    def write(self, target: P) -> P:
        """Write the document whole to ``target`` and return it."""
        stroom = BytesIO()
        with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as pakket:
            for naam, inhoud in self._parts():
                ingang = zipfile.ZipInfo(naam, _VASTE_TIJD)
                ingang.create_system = 0
                ingang.compress_type = zipfile.ZIP_DEFLATED
                pakket.writestr(ingang, inhoud)
        with replacing(target) as deel:
            deel.write_bytes(stroom.getvalue())
        return target

    def _parts(self) -> list[tuple[str, bytes]]:
        """Return the parts of the package in their fixed order."""
        relaties = deepcopy(self._relaties)
        kader, sectie = frame_parts(self._kader, relaties)
        inhoud = [deepcopy(element) for element in self._body]
        if not inhoud or inhoud[-1].tag == q("w:tbl"):
            inhoud.append(_plain("Tussenruimte" if inhoud else "BodyText"))
        document = root("w:document", el("w:body", *inhoud, sectie))
        unlink_unknown(document, {bookmark_name(anker) for anker in self._ankers})
        return [
            *kader,
            ("word/document.xml", serialize(document)),
            ("word/numbering.xml", serialize(root("w:numbering", *self._nummeringen.part()))),
            ("word/_rels/document.xml.rels", relaties.part()),
            *((f"word/{naam}", beeld) for naam, beeld in self._beelden.items()),
        ]

    def _put(self, alinea: Element) -> None:
        """Add a paragraph; one right below a table keeps its distance."""
        if self._na_tabel:
            _spaced(alinea, before=_NA_TABEL)
        self._na_tabel = False
        self._body.append(alinea)

    def _put_table(self, tabel: Element) -> None:
        """Add a table; Word would join two tables with nothing between them."""
        if self._na_tabel:
            self._body.append(_plain("Tussenruimte"))
        self._body.append(tabel)
        self._na_tabel = True

    def _put_named(self, stijl: str, tekst: str | Sequence[Stukje], anker: str) -> None:
        """Add a title or heading with the place it names; one without words only when something may link to it."""
        inhoud = runs(_with_firm_end(zuivere_stukjes(tekst)), self._relaties.link)
        if anker and anker not in self._ankers:
            self._ankers.add(anker)
            inhoud = with_bookmark(inhoud, anker, next(self._nummers))
        if inhoud:
            kop = _plain(stijl, *inhoud)
            if stijl == "Title" and self._na_tabel:
                _spaced(kop, before=_TITEL_NA_TABEL)
            self._na_tabel = False
            self._put(kop)

    def _paragraph(self, stijl: str, stukjes: Sequence[Stukje]) -> Element:
        return _plain(stijl, *runs(stukjes, self._relaties.link))

    def _flow(self, blok: Alinea | Lijst | Tussenkop, stijl: str) -> Iterator[Element]:
        """Yield the paragraphs of a block that is no table."""
        match blok:
            case Alinea(stukjes):
                if schoon := zuivere_stukjes(stukjes):
                    yield self._paragraph(stijl, schoon)
            case Tussenkop(stukjes):
                yield self._paragraph("Heading3", zuivere_stukjes(stukjes))
            case Lijst():
                for punt in self._nummeringen.points(blok):
                    yield self._list_item(punt)

    def _list_item(self, punt: Punt) -> Element:
        soort = "ListBullet" if punt.merk == "-" else "ListNumber"
        stijl = f"{soort}{min(punt.diepte + 1, LIJSTNIVEAUS) if punt.diepte else ''}"
        inhoud = runs(zuivere_stukjes(punt.stukjes), self._relaties.link)
        niveau = min(punt.diepte, 8)
        nummer = punt.nummering.id if punt.nummering else 0
        eigenschappen = el(
            "w:pPr",
            el("w:pStyle", val=stijl),
            el("w:numPr", el("w:ilvl", val=niveau), el("w:numId", val=nummer)),
        )
        if punt.nummering is None:
            hang = hanging_mm(punt.merk)
            eigenschappen.append(
                el("w:ind", left=twips(indent_mm(niveau) + hang), hanging=twips(hang)),
            )
            inhoud = [run(punt.merk), tab(), *inhoud]
        return el("w:p", eigenschappen, *inhoud)

    def _label_width(self, namen: Iterable[str]) -> float:
        """Return the width in which no word of a label is broken, some 0.62 of its letter size for each character."""
        letter_mm = (self._huisstijl.corps - 1) * 25.4 / 72
        langste = max((len(woord) for naam in namen for woord in naam.split()), default=1)
        return min(max(langste * letter_mm * 0.62 + 2 * CELMARGE_MM, 28.0), 48.0)

    def _cell_contents(self, cel: Cel, stijl: str, breedte_mm: float) -> list[Element]:
        """Return the contents of a cell; a cell ends with a paragraph, as Word demands."""
        uit: list[Element] = []
        for blok in cel:
            if isinstance(blok, Tabel) and any(blok.rijen):
                uit += [self._text_table(blok, breedte_mm - 2 * CELMARGE_MM), _plain("Tussenruimte")]
            elif not isinstance(blok, Tabel):
                uit += self._flow(blok, stijl)
        uit = [closer_list(hyphenated(een)) for een in uit] if breedte_mm < SMAL_MM else uit
        return uit or [_plain(stijl)]

    def _text_table(self, tabel: Tabel, breedte_mm: float) -> Element:
        """Make a table of rich text, its columns as wide as their words ask for."""
        smal = tabel.kolomwoorden()
        kop, *rijen = ([(Alinea(cel),) if cel else () for cel in rij] for rij in smal.rijen)
        koppen = [samenvoegen(cel) for cel in smal.rijen[0]]
        maten = fitted_mm(koppen, rijen, text_shares(smal), breedte_mm, side=CELMARGE_MM, huisstijl=self._huisstijl)
        element = new_table("Vergadertabel", maten)
        rechts = [is_number_column(rijen, kolom) for kolom in range(len(kop))]
        for nummer, rij in enumerate(tabel.rijen):
            gezien = [rij[kolom] for kolom, _ in tabel.cellen(nummer)]
            breedten, naar_rechts, spannen = wide_cells(tabel, nummer, maten, rechts)
            cellen = [[self._paragraph("Tabeltekst" if nummer else "Tabelkop", zuivere_stukjes(een))] for een in gezien]
            element.append(self._row(cellen, breedten, naar_rechts, spannen, kop=nummer == 0))
        if len(tabel.rijen) <= BIJEEN_RIJEN:
            keep_together(element)
        return element

    def _row(
        self,
        cellen: Sequence[Sequence[Element]],
        maten: Sequence[float],
        rechts: Sequence[bool],
        spannen: Sequence[int] = (),
        *,
        kop: bool = False,
        krap: bool = False,
    ) -> Element:
        """Make a row; one of more than a third of a page may go on at the next, but a header stays whole."""
        if kop:
            return new_row(cellen, maten, rechts, heel=True, kop=True, spannen=spannen, krap=krap)
        letter_mm = self._huisstijl.corps * 25.4 / 72 * _LETTERBREEDTE
        regels = max(
            sum(ceil(_length(alinea) * letter_mm / max(maat - 2 * CELMARGE_MM, letter_mm)) or 1 for alinea in cel)
            for cel, maat in zip(cellen, maten, strict=True)
        )
        return new_row(cellen, maten, rechts, heel=regels <= _HELE_RIJ, spannen=spannen, krap=krap)

    def _picture(self, inhoud: bytes, soort: str, maat_mm: tuple[float, float], tekst: str) -> Element:
        nummer = next(self._nummers)
        naam = next((naam for naam, beeld in self._beelden.items() if beeld == inhoud), "")
        naam = naam or f"media/beeld{len(self._beelden) + 1}.{soort}"
        self._beelden[naam] = inhoud
        return picture(self._relaties.add(f"{RELATIE}/image", naam), nummer, maat_mm, tekst)


def write_template(huisstijl: Huisstijl, target: Path) -> Path:
    """Write an empty document with all the styles of a house style, to start a nota from in Word."""
    return WordDocument(titel="", huisstijl=huisstijl, datum=_SJABLOONDATUM).write(target)


def _plain(stijl: str, *inhoud: Element) -> Element:
    return el("w:p", el("w:pPr", el("w:pStyle", val=stijl)), *inhoud)


def _spaced(alinea: Element, **ruimte: int) -> None:
    """Give a paragraph more room above or below than its style does."""
    eigenschappen = alinea[0]
    wit = eigenschappen.find(q("w:spacing"))
    if wit is None:
        wit = el("w:spacing")
        inspringing = eigenschappen.find(q("w:ind"))
        eigenschappen.insert(len(eigenschappen) if inspringing is None else eigenschappen.index(inspringing), wit)
    for kant, twintigsten in ruimte.items():
        wit.set(q(f"w:{kant}"), str(twintigsten))


def _length(inhoud: Element) -> int:
    return len("".join(map(str, inhoud.itertext())))


def _with_firm_end(stukjes: Sequence[Stukje]) -> Sequence[Stukje]:
    """Return a title of which the last two words stay on one line."""
    voor, spatie, woord = stukjes[-1].tekst.rpartition(" ") if stukjes else ("", "", "")
    if not spatie or not has_firm_end(samenvoegen(stukjes)):
        return stukjes
    return (*stukjes[:-1], replace(stukjes[-1], tekst=f"{voor}\u00a0{woord}"))
