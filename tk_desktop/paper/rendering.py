"""Pages of a PDF as pixels, to look at and to print.

pypdfium2 is not safe to use from more than one thread: every call here belongs to the one thread that does the long
work. A ``Beeld`` is plain bytes and may go anywhere.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

import pypdfium2

from tk_desktop.base.errors import BestandNietGevonden
from tk_desktop.base.kluispad import Pad, leesbron
from tk_desktop.paper.bladbeeld import Beeld, always, draw_page, draw_part
from tk_desktop.paper.bladlinks import Bladlink, Kop, read_links, read_outline
from tk_desktop.paper.bladtekst import Bereik, Bladtekst, Kader
from tk_desktop.paper.bladtekst_reading import read_bladtekst, read_passages
from tk_desktop.paper.bladzoeken import Vindplaats, Zoektekst, as_searched
from tk_desktop.paper.pdf_faults import PdfBeschadigd, check_pages, look_before_opening, told_in_dutch
from tk_desktop.paper.reading import page_text

PUNTEN_PER_INCH = 72

_A4 = (595.0, 842.0)
_ONTHOUDEN = 64 * 1024 * 1024
"""Bytes of a file that stay in memory at most while its pages are gone through, about."""
_OPEN = 3
"""How many files a reader keeps open at once."""


@dataclass(frozen=True, slots=True)
class Maat:
    """The size of a page as it is seen, in points."""

    breedte: float
    hoogte: float

    @property
    def is_a3(self) -> bool:
        """Whether the page is notably larger than A4: it is printed on A3."""
        kort, lang = sorted((self.breedte, self.hoogte))
        return kort > _A4[0] * 1.2 and lang > _A4[1] * 1.2


class Bladen:
    """An open PDF as pages to look at; belongs to the thread that opened it.

    Raises a ``TkError`` for a file that cannot be opened whole.
    """

    def __init__(self, bron: Pad) -> None:
        self._bron = bron
        self._pdf = _geopend(bron)
        self._per_blad = bron.stat().st_size / len(self._pdf)
        self._gezien: set[int] = set()
        self._zoekteksten: dict[int, Zoektekst] = {}

    @property
    def aantal(self) -> int:
        """How many pages there are."""
        return len(self._pdf)

    def maat(self, pagina: int) -> Maat:
        """Return the size of a page, counted from 0."""
        with told_in_dutch(self._bron):
            return Maat(*self._pdf.get_page_size(pagina))

    @property
    def maten(self) -> tuple[Maat, ...]:
        """The sizes of all pages; a page whose size cannot be read counts as A4. Equal sizes are one object."""
        bekend: dict[Maat, Maat] = {}
        alle = (self._maat_of_a4(pagina) for pagina in range(self.aantal))
        return tuple(bekend.setdefault(maat, maat) for maat in alle)

    def beeld(self, pagina: int, schaal: float, *, donker: bool = False, nodig: Callable[[], bool] = always) -> Beeld:
        """Return a page (counted from 0) with ``schaal`` pixels to a point, dark or as it is; see ``draw_page``.

        Raises ``PdfBeschadigd`` for a page that cannot be drawn, ``ValueError`` for one that is not there.
        """
        with self._blad(pagina) as blad:
            return draw_page(blad, schaal, donker=donker, nodig=nodig)

    def deel(self, pagina: int, kader: tuple[float, float, float, float], schaal: float) -> Beeld:
        """Return what lies within a frame on a page (counted from 0), see ``draw_part``; raises as ``beeld`` does."""
        with self._blad(pagina) as blad:
            return draw_part(blad, kader, schaal)

    def tekst(self, pagina: int) -> Bladtekst:
        """Return the words of a page (counted from 0) and where they stand; raises as ``beeld`` does."""
        with self._blad(pagina) as blad:
            return read_bladtekst(blad)

    def passages(self, pagina: int, passages: Iterable[Bereik]) -> dict[Bereik, tuple[Kader, ...]]:
        """Return where passages of a page (counted from 0) stand, one rectangle a line; raises as ``beeld`` does."""
        with self._blad(pagina) as blad:
            return read_passages(blad, passages)

    def links(self, pagina: int) -> tuple[Bladlink, ...]:
        """Return where a page (counted from 0) leads; raises as ``beeld`` does."""
        with self._blad(pagina) as blad:
            return read_links(self._pdf, blad)

    @property
    def inhoud(self) -> tuple[Kop, ...]:
        """The table of contents that the file brings itself."""
        with told_in_dutch(self._bron):
            return read_outline(self._pdf)

    def zoek(self, woorden: str, paginas: Iterable[int]) -> tuple[Vindplaats, ...]:
        """Return where words stand on these pages (counted from 0); a page that cannot be read has none."""
        gezocht = as_searched(woorden)
        return tuple(
            Vindplaats(pagina + 1, begin, eind)
            for pagina in paginas
            for begin, eind in self._doorzocht(pagina).vind(gezocht)
        )

    def close(self) -> None:
        """Let go of the file."""
        self._pdf.close()

    @contextmanager
    def _blad(self, pagina: int) -> Iterator[pypdfium2.PdfPage]:
        if not 0 <= pagina < self.aantal:
            raise ValueError(f"er is geen bladzijde {pagina + 1}")
        self._maak_ruimte(pagina)
        with told_in_dutch(self._bron):
            blad = self._pdf[pagina]
            try:
                yield blad
            finally:
                blad.close()

    def _maak_ruimte(self, pagina: int) -> None:
        """Open the file anew now and then: pdfium keeps in memory what it read of each page until it is closed."""
        self._gezien.add(pagina)
        if len(self._gezien) * self._per_blad > _ONTHOUDEN:
            oud, self._pdf = self._pdf, _geopend(self._bron)
            self._gezien = {pagina}
            oud.close()

    def _doorzocht(self, pagina: int) -> Zoektekst:
        if pagina not in self._zoekteksten:
            try:
                with self._blad(pagina) as blad:
                    self._zoekteksten[pagina] = as_searched(page_text(blad))
            except PdfBeschadigd:
                self._zoekteksten[pagina] = as_searched("")
        return self._zoekteksten[pagina]

    def _maat_of_a4(self, pagina: int) -> Maat:
        try:
            return Maat(*self._pdf.get_page_size(pagina))
        except pypdfium2.PdfiumError:
            return Maat(*_A4)


@contextmanager
def open_pages(bron: Pad) -> Iterator[Bladen]:
    """Give the pages of a PDF to look at; raises a ``TkError`` for a file that cannot be opened whole."""
    bladen = Bladen(bron)
    try:
        yield bladen
    finally:
        bladen.close()


class Bladenlezer:
    """Keeps the PDFs that are being looked at open, so that a page turn need not open one again.

    A file that was replaced since is opened anew. Belongs to one thread; ``close`` lets go of all files.
    """

    def __init__(self) -> None:
        self._open: OrderedDict[Pad, tuple[tuple[int, int], Bladen]] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def maten(self, bron: Pad) -> Sequence[Maat]:
        """Return the sizes of all pages."""
        return self._bladen(bron).maten

    def beeld(
        self, bron: Pad, pagina: int, schaal: float, *, donker: bool = False, nodig: Callable[[], bool] = always
    ) -> Beeld:
        """Return a page (counted from 0) with ``schaal`` pixels to a point, dark or as it is."""
        return self._bladen(bron).beeld(pagina, schaal, donker=donker, nodig=nodig)

    def deel(self, bron: Pad, pagina: int, kader: tuple[float, float, float, float], schaal: float) -> Beeld:
        """Return what lies within a frame on a page (counted from 0), see ``draw_part``."""
        return self._bladen(bron).deel(pagina, kader, schaal)

    def tekst(self, bron: Pad, pagina: int) -> Bladtekst:
        """Return the words of a page (counted from 0) and where they stand."""
        return self._bladen(bron).tekst(pagina)

    def passages(self, bron: Pad, pagina: int, passages: Iterable[Bereik]) -> dict[Bereik, tuple[Kader, ...]]:
        """Return where passages of a page (counted from 0) stand, one rectangle a line."""
        return self._bladen(bron).passages(pagina, passages)

    def links(self, bron: Pad, pagina: int) -> tuple[Bladlink, ...]:
        """Return where a page (counted from 0) leads."""
        return self._bladen(bron).links(pagina)

    def inhoud(self, bron: Pad) -> tuple[Kop, ...]:
        """Return the table of contents that a file brings itself."""
        return self._bladen(bron).inhoud

    def zoek(self, bron: Pad, woorden: str, paginas: Iterable[int]) -> tuple[Vindplaats, ...]:
        """Return where words stand on these pages (counted from 0)."""
        return self._bladen(bron).zoek(woorden, paginas)

    def close(self, bron: Pad | None = None) -> None:
        """Let go of one file, so that it can be replaced where the system forbids that of open ones, or of all."""
        for pad in [bron] if bron is not None else list(self._open):
            if pad in self._open:
                self._open.pop(pad)[1].close()

    def _bladen(self, bron: Pad) -> Bladen:
        stand = _stand(bron)
        if bron in self._open and self._open[bron][0] != stand:
            self.close(bron)
        if bron not in self._open:
            self._open[bron] = (stand, Bladen(bron))
        self._open.move_to_end(bron)
        while len(self._open) > _OPEN:
            self.close(next(iter(self._open)))
        return self._open[bron][1]


def _stand(bron: Pad) -> tuple[int, int]:
    try:
        staat = bron.stat()
    except OSError as fout:
        raise BestandNietGevonden(bestand=bron.name) from fout
    return staat.st_mtime_ns, staat.st_size


def _geopend(bron: Pad) -> pypdfium2.PdfDocument:
    look_before_opening(bron, om_te_lezen=True)
    with told_in_dutch(bron):
        pdf = pypdfium2.PdfDocument(leesbron(bron))
        try:
            check_pages(bron, len(pdf))
        except BaseException:
            pdf.close()
            raise
    return pdf
