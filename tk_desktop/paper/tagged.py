"""Our own pages: a tagged PDF/A-3b that reads aloud well, in the house style, the same bytes every time."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape

from tk_desktop.base.files import replacing
from tk_desktop.base.kluispad import P
from tk_desktop.domain.getal import procent
from tk_desktop.domain.opmaak import Blok, Stukje, Tabel, Tussenkop, samenvoegen
from tk_desktop.paper.blad import Cel, Staaf, Toon, Veld
from tk_desktop.paper.compose import Composer
from tk_desktop.paper.finishing import finish
from tk_desktop.paper.flow import BarItem, Bookmark, Flow, Item, PictureItem, Ruled, Solid, TextLine
from tk_desktop.paper.fonts import Letters, printable
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.painter import Artifact, Painter
from tk_desktop.paper.pictures import picture
from tk_desktop.paper.structure import Element
from tk_desktop.paper.styles import MM, ROOD, Manner, Styles
from tk_desktop.paper.typesetting import Line, Typesetter
from tk_desktop.paper.xmp import Description

STEMPELRAND = 12 * MM
"""The strip at the bottom of every page that stays free for the stamp of the set."""

_UNDER_HEADING = 0.3
_WRITING_LINE = 9 * MM
_SIGNING_ROOM = 15 * MM
_BAR = 2.6 * MM
_AFTER_BARS = 3.0
_LOGO_TOP = 12 * MM
_LOGO_BELOW = 7 * MM
_MARK_BASE = 4.8 * MM
_MARK_MARGIN = 10 * MM


class TaggedDocument:
    """A document of our own that is being written as PDF; see ``Blad``.

    Same contents, same bytes: ``datum`` is the only day in the file. With a ``voettekst`` every page closes with it
    and with its page number; without, the set the document goes into numbers the pages. Every page bears ``merken`` at
    its very foot, in red; where these take several lines, all that stands above them moves up. With ``merken_later``
    only that room is kept: the set puts them on its pages, above its own line. ``liggend``: pages lie on their side.
    """

    def __init__(
        self,
        *,
        titel: str,
        huisstijl: Huisstijl,
        datum: datetime.date,
        taal: str = "nl-NL",
        auteur: str = "",
        voettekst: str = "",
        merken: Sequence[str] = (),
        merken_later: bool = False,
        liggend: bool = False,
    ) -> None:
        self._page: tuple[float, float] = landscape(A4) if liggend else A4
        self._description = Description(
            titel=_one_line(titel) or "Zonder titel", auteur=_one_line(auteur), taal=taal, datum=datum
        )
        self._huisstijl = huisstijl
        self._voettekst = _one_line(voettekst)
        self._letters = Letters.load(huisstijl)
        self._typesetter = Typesetter(self._letters)
        self._styles = Styles.of(huisstijl)
        marks = self._mark_lines(merken)
        self._marks = () if merken_later else marks
        self._composer = Composer(self._typesetter, self._styles)
        self._root = Element(role="Document", attached=True)
        self._left = huisstijl.marge_links * MM
        self._width = self._page[0] - self._left - huisstijl.marge_rechts * MM
        self._logo = self._logo_item()
        top = self._page[1] - huisstijl.marge_boven * MM
        under_logo = self._page[1] - _LOGO_TOP - self._logo.height - _LOGO_BELOW if self._logo else top
        under = _MARK_BASE + (len(marks) + merken_later) * self._styles.footer.leading
        self._foot = max(STEMPELRAND, under)
        bottom = max(huisstijl.marge_onder * MM, self._foot + self._styles.footer.leading * 2)
        self._flow = Flow(top=top, bottom=bottom, first_top=min(top, under_logo))
        self._level = 0
        self._under_heading = False
        self._made = b""

    @property
    def page_count(self) -> int:
        """How many pages the document has; nothing can be added after this is asked."""
        self.build()
        return len(self._flow.pages)

    def title(self, tekst: str, *, anker: str = "") -> None:
        """Put the title of the document (heading 1)."""
        self._put_heading(1, (Stukje(tekst=tekst),), self._styles.title, anker)

    def heading(self, niveau: int, tekst: str | Sequence[Stukje], *, anker: str = "") -> None:
        """Put a heading of level 1 to 3; in the structure no level is skipped."""
        manner = self._styles.headings[min(max(niveau, 1), 3) - 1]
        self._put_heading(niveau, _stukjes(tekst), manner, anker)

    def paragraph(self, tekst: str | Sequence[Stukje], toon: Toon = Toon.GEWOON) -> None:
        """Put one paragraph."""
        stukjes, styles = _stukjes(tekst), self._styles
        if toon is Toon.NADRUK:
            self._put_apart(self._composer.box(stukjes, self._width, self._root))
            return
        manner = {Toon.KLEIN: styles.small, Toon.RECHTS: styles.right}.get(toon, styles.text)
        self._put(self._composer.text(stukjes, manner, self._width, self._root.child("P")))

    def blocks(self, blokken: Sequence[Blok], *, kopniveau: int = 3) -> None:
        """Put rich text; a heading inside it gets level ``kopniveau``."""
        for blok in blokken:
            if isinstance(blok, Tussenkop):
                self.heading(kopniveau, blok.stukjes)
            elif isinstance(blok, Tabel):
                self._put_apart(self._composer.block(blok, self._width, self._root, self._styles.cell))
            else:
                self._put(self._composer.block(blok, self._width, self._root, self._styles.text))

    def fields(self, rijen: Sequence[Sequence[Veld]]) -> None:
        """Put a header block: rows of one or more labels with values."""
        self._put_apart(self._composer.fields(rijen, self._width, self._root))

    def table(self, kop: Sequence[str], rijen: Sequence[Sequence[Cel]], breedtes: Sequence[float]) -> None:
        """Put a table with a header row that repeats on every page; ``breedtes`` are shares of the width."""
        koppen = [(Stukje(tekst=tekst),) for tekst in kop]
        self._put_apart(self._composer.table(koppen, rijen, breedtes, self._width, self._root))

    def figure(self, bestand: Path, *, breedte_mm: float, alternatieve_tekst: str) -> None:
        """Put a picture with the words that stand for it; too large a picture is made to fit."""
        beeld = picture(bestand)
        width = min(breedte_mm * MM, self._width, self._flow.room * beeld.width / beeld.height)
        element = self._root.child("Figure", alt=_one_line(alternatieve_tekst) or "Afbeelding")
        height = width * beeld.height / beeld.width
        above = self._styles.text.above * 1.4
        self._put_apart([PictureItem(picture=beeld, width=width, height=height, above=above, element=element)])

    def bars(self, staven: Sequence[Staaf]) -> None:
        """Put a chart: bars under each other, drawn as shapes, each under its own words."""
        for staaf in staven:
            words = [replace(part, keep=True) for part in self._words(staaf.regel)]
            element = self._root.child("Figure", alt=f"Staaf, gevuld voor {procent(staaf.aandeel)}")
            bar = BarItem(
                height=_BAR, above=1, width=self._width, share=staaf.aandeel, element=element,
                fill=self._styles.accent, track=self._styles.tint,
            )  # fmt: skip
            self._put([*words, bar])
        self.space(_AFTER_BARS)

    def space(self, mm: float) -> None:
        """Leave white space."""
        self._put([Solid(above=mm * MM)])

    def writing_room(self, lines: int) -> None:
        """Leave ruled room to write by hand: at least one line below what stands before it, more as the page allows."""
        self._put(
            [Ruled(height=_WRITING_LINE, width=self._width, rule=self._styles.rule, spare=n > 0) for n in range(lines)]
        )

    def signatures(self, inleiding: str, wie: Sequence[tuple[str, str]]) -> None:
        """Put a sentence and who sign under it, each with a line above the name; all stay on one page."""
        line = Ruled(height=_SIGNING_ROOM, width=self._width / 2, rule=self._styles.rule)
        parts: list[Item] = self._words(inleiding) if inleiding else []
        for rol, naam in wie:
            parts += [*self._words(f"{rol},"), line, *self._words(naam)]
        self._put([*(replace(part, keep=True) for part in parts[:-1]), parts[-1]])

    def _words(self, tekst: str) -> list[Item]:
        words = (Stukje(tekst=tekst),)
        return list(self._composer.text(words, self._styles.text, self._width, self._root.child("P")))

    def page_break(self) -> None:
        """Go on at the next page."""
        self._flow.page_break()

    def build(self) -> bytes:
        """Return the document as the bytes of a PDF; nothing can be added after this."""
        if not self._made:
            self._made = self._paint()
        return self._made

    def write(self, target: P) -> P:
        """Write the document whole to ``target``; the same contents give the same bytes."""
        made = self.build()
        with replacing(target) as deel:
            deel.write_bytes(made)
        return target

    def _put(self, items: Sequence[Item]) -> None:
        if self._made:
            raise RuntimeError("the document is already built")
        if self._under_heading and items:
            share = _UNDER_HEADING if isinstance(items[0], TextLine) else 2 * _UNDER_HEADING
            items = [replace(items[0], above=items[0].above * share), *items[1:]]
            self._under_heading = False
        self._flow.add(items)

    def _put_apart(self, items: Sequence[Item]) -> None:
        """Put a table, box or picture, with white below it too."""
        if items:
            self._put([*items, Solid(above=self._styles.text.above * 0.9)])

    def _put_heading(self, niveau: int, stukjes: Sequence[Stukje], manner: Manner, anker: str) -> None:
        words = _one_line(samenvoegen(stukjes))
        if not words:
            return
        self._level = min(max(niveau, 1), 3, self._level + 1)
        bookmark = Bookmark(level=self._level, words=words, anchor=_one_line(anker))
        element = self._root.child(f"H{self._level}")
        self._put(self._composer.text(stukjes, manner, self._width, element, bookmark=bookmark))
        self._under_heading = manner is not self._styles.title

    def _logo_item(self) -> PictureItem | None:
        stijl = self._huisstijl
        if stijl.logo is None:
            return None
        beeld = picture(stijl.logo)
        width = stijl.logo_breedte * MM
        alt = _one_line(stijl.logo_tekst)
        element = self._root.child("Figure", alt=alt) if alt else None
        return PictureItem(picture=beeld, width=width, height=width * beeld.height / beeld.width, element=element)

    def _paint(self) -> bytes:
        painter = Painter(self._page, self._letters.gewoon.naam, self._styles.accent)
        if self._logo is not None:
            right = self._page[0] - self._huisstijl.marge_rechts * MM
            self._logo.paint(painter, right - self._logo.width, self._page[1] - _LOGO_TOP)
        pages = self._flow.finish()
        for number, page in enumerate(pages, start=1):
            for placed in page:
                placed.item.paint(painter, self._left, placed.top)
            if self._voettekst:
                self._paint_footer(painter, f"Pagina {number} van {len(pages)}")
            self._paint_marks(painter)
            if number < len(pages):
                painter.next_page()
        made = painter.finish()
        return finish(
            made,
            root=self._root,
            places=painter.places,
            pictures=painter.pictures,
            description=self._description,
        )

    def _paint_footer(self, painter: Painter, nummer: str) -> None:
        manner, element = self._styles.footer, self._root.child("P")
        nummers = self._typesetter.lines((Stukje(tekst=nummer),), manner, self._width, element)
        room = self._width - nummers[0].width - 2 * manner.size
        voet = self._typesetter.lines((Stukje(tekst=self._voettekst),), manner, room, element)
        baseline = self._foot + manner.size * 0.4
        right = self._left + self._width
        painter.repeat(Artifact.FOOTER)
        painter.rule(self._left, right, baseline + manner.size * 1.5, self._styles.rule)
        painter.segments(self._left, baseline, voet[0].segments, manner)
        painter.segments(right - nummers[0].width, baseline, nummers[0].segments, manner)
        painter.repeat(None)

    def _mark_lines(self, merken: Sequence[str]) -> Sequence[Line]:
        manner, element = replace(self._styles.footer, colour=ROOD), Element(role="Artifact")
        width = self._page[0] - 2 * _MARK_MARGIN
        return [
            line
            for merk in map(_one_line, merken)
            if merk
            for line in self._typesetter.lines((Stukje(tekst=merk),), manner, width, element)
        ]

    def _paint_marks(self, painter: Painter) -> None:
        manner = replace(self._styles.footer, colour=ROOD)
        painter.repeat(Artifact.FOOTER)
        for rang, line in enumerate(self._marks, 1):
            baseline = _MARK_BASE + (len(self._marks) - rang) * manner.leading
            painter.segments((self._page[0] - line.width) / 2, baseline, line.segments, manner)
        painter.repeat(None)


def _one_line(tekst: str) -> str:
    return " ".join(printable(tekst).split())


def _stukjes(tekst: str | Sequence[Stukje]) -> Sequence[Stukje]:
    return (Stukje(tekst=tekst),) if isinstance(tekst, str) else tekst
