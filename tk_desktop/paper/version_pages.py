"""The pages of several versions of a paper: their words, where those stand, and what each page looks like."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import groupby
from operator import itemgetter
from typing import Self

from PIL import Image

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.aantekening import Vlak
from tk_desktop.domain.verankering.bladen import bits_anders
from tk_desktop.domain.verankering.inkt import Inktwoord
from tk_desktop.domain.verankering.tekst import Bladbeeld, Bladbereik
from tk_desktop.paper.bladgelijkenis import as_picture, digest, fingerprint, is_blank, looks_same
from tk_desktop.paper.bladtekst import Bladtekst
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.rendering import Bladenlezer

_SCHAAL = 0.12
"""Pixels to a point of a page that is only looked at to know it again."""
_RUIMTEN = (18.0, 54.0, 162.0, 842.0)
"""Points around a rectangle that are looked at, as long as all there is white."""
_SCHERP = 3.0
"""Pixels to a point where two places are compared: another figure in small print is seen."""
_MEESTE_PUNTJES = 2_000_000
_PRECIES = 2.0
"""Pixels to a point of a page without words: whatever changed in a scan is another colour somewhere."""
_WEINIG_TEKENS = 40
_GELIJKENDE = 3
"""How many pages with words are looked at to the pixel for each page without words that they may have been."""
_ONTHOUDEN = 8
"""Pages of which the places of all letters stay in memory."""


class Versiebladen:
    """Reads versions that ``pad`` finds by their SHA-256; belongs to the one thread that reads PDFs.

    ``pad`` returns nothing for a version of which the file is not there any more. Everything raises the ``TkError`` of
    a file that cannot be read.
    """

    def __init__(self, pad: Callable[[str], Pad | None], progress: Progress | None = None) -> None:
        self._pad = pad
        self._progress = progress or Progress()
        self._lezer = Bladenlezer()
        self._bladen: OrderedDict[tuple[str, int], Bladtekst] = OrderedDict()
        self._paginas: dict[str, tuple[str, ...]] = {}
        self._aantallen: dict[str, int] = {}
        self._beelden: dict[str, tuple[Bladbeeld, ...]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lezer.close()

    def paginas(self, versie: str) -> tuple[str, ...]:
        """Return the words of each page; nothing when the file is not there any more."""
        if versie not in self._paginas:
            pad = self._pad(versie)
            self._progress.step("Woorden lezen", 0, 1)
            self._paginas[versie] = lees_pdf(pad).paginas if pad is not None else ()
        return self._paginas[versie]

    def beelden(self, versie: str, naast: str) -> tuple[Bladbeeld, ...]:
        """Return what each page looks like, to compare with those of another version.

        To the pixel where there are no words, or next to none; and where the page with words is most like such a page
        of the other version: a scan that got words is the same picture still.
        """
        pad = self._pad(versie)
        if pad is None:
            return ()
        beelden = list(self._bekeken(versie, pad))
        for nummer in self._mogelijk_gescand(beelden, naast):
            beelden[nummer] = replace(beelden[nummer], precies=self._beeld(pad, nummer, precies=True).precies)
        return tuple(beelden)

    def _bekeken(self, versie: str, pad: Pad) -> tuple[Bladbeeld, ...]:
        if versie not in self._beelden:
            paginas = self.paginas(versie)
            self._beelden[versie] = tuple(
                self._beeld(pad, nummer, precies=len(paginas[nummer].strip()) < _WEINIG_TEKENS)
                for nummer in self._progress.each(range(len(paginas)), "Bladzijden bekijken")
            )
        return self._beelden[versie]

    def _mogelijk_gescand(self, beelden: Sequence[Bladbeeld], naast: str) -> set[int]:
        """Return the pages with words that may be pages of the other version that had none there."""
        pad = self._pad(naast)
        ander = self._bekeken(naast, pad) if pad is not None else ()
        met_woorden = [nummer for nummer, beeld in enumerate(beelden) if not beeld.precies]
        return {
            nummer
            for daar in ander
            if daar.precies
            for nummer in nsmallest(_GELIJKENDE, met_woorden, key=lambda nr: bits_anders(beelden[nr], daar))
        }

    def _beeld(self, pad: Pad, nummer: int, *, precies: bool) -> Bladbeeld:
        beeld = as_picture(self._lezer.beeld(pad, nummer, _PRECIES if precies else _SCHAAL))
        return Bladbeeld(fingerprint(beeld), digest(beeld) if precies else "")

    def vlakken(self, versie: str, passages: Iterable[Bladbereik]) -> dict[Bladbereik, tuple[Vlak, ...]]:
        """Return the rectangles of passages, one a line: each page is opened once."""
        uit: dict[Bladbereik, tuple[Vlak, ...]] = {}
        for pagina, hier in groupby(sorted(passages), itemgetter(0)):
            stukken = [(begin, eind) for _, begin, eind in hier]
            pad = self._pad(versie) if 0 < pagina <= self._aantal(versie) else None
            kaders = self._lezer.passages(pad, pagina - 1, stukken) if pad is not None else {}
            for stuk in stukken:
                uit[pagina, *stuk] = tuple(Vlak(pagina, *kader) for kader in kaders.get(stuk, ()))
        return uit

    def woorden(self, versie: str, pagina: int) -> tuple[Inktwoord, ...]:
        """Return the words of a page (from 1) where they stand, each as high as its line; none when it is not there."""
        if not 0 < pagina <= self._aantal(versie):
            return ()
        tekst = self._tekst(versie, pagina)
        return tuple(
            Inktwoord(begin, tekst.tekst[begin:eind], Vlak(pagina, kader.x0, regel.kader.y0, kader.x1, regel.kader.y1))
            for regel in tekst.regels
            for begin, eind, kader in tekst.woorden_van(regel)
        )

    def punt(self, versie: str, pagina: int, plek: int) -> tuple[float, float] | None:
        """Return where an offset stands on a page (from 1); nothing on a page without words."""
        if not 0 < pagina <= self._aantal(versie):
            return None
        streepje = self._tekst(versie, pagina).streepje(plek)
        return (streepje.x0, streepje.y0) if streepje is not None else None

    def zelfde_beeld(self, toen: tuple[str, Vlak], nu: tuple[str, Vlak]) -> bool:
        """Tell whether one sees the same in and round a rectangle of one version as in and round one of another.

        On white paper one looks further around. Of a version or page that is not there nothing is known: not the same.
        """
        if any(not 0 < vlak.pagina <= self._aantal(versie) for versie, vlak in (toen, nu)):
            return False
        for ruimte in _RUIMTEN:
            links, rechts = (self._om(versie, vlak, ruimte) for versie, vlak in (toen, nu))
            if not looks_same(links, rechts):
                return False
            if not is_blank(links):
                return True
        return True

    def _om(self, versie: str, vlak: Vlak, ruimte: float) -> Image.Image:
        """Return the picture of a rectangle with so much space around it."""
        kader = vlak.x0 - ruimte, vlak.y0 - ruimte, vlak.x1 + ruimte, vlak.y1 + ruimte
        groot = max(1.0, (kader[2] - kader[0]) * (kader[3] - kader[1]))
        schaal = min(_SCHERP, (_MEESTE_PUNTJES / groot) ** 0.5)
        pad = self._pad(versie)
        if pad is None:
            raise AssertionError("van een versie die er niet is, is al gezegd dat zij er niet is")
        return as_picture(self._lezer.deel(pad, vlak.pagina - 1, kader, schaal))

    def _aantal(self, versie: str) -> int:
        if versie not in self._aantallen:
            pad = self._pad(versie)
            self._aantallen[versie] = len(self._lezer.maten(pad)) if pad is not None else 0
        return self._aantallen[versie]

    def _tekst(self, versie: str, pagina: int) -> Bladtekst:
        sleutel = versie, pagina
        if sleutel not in self._bladen:
            pad = self._pad(versie)
            self._bladen[sleutel] = self._lezer.tekst(pad, pagina - 1) if pad is not None else Bladtekst()
            if len(self._bladen) > _ONTHOUDEN:
                self._bladen.popitem(last=False)
        return self._bladen[sleutel]
