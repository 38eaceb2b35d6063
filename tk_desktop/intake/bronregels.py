"""A source as lines with their places: what the readers of papers take, whatever it came from.

Behind these lines nothing knows whether they stood in a PDF, a mail or a scan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tk_desktop.intake.alineas import lees_merk
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.indeling import Indeling
from tk_desktop.intake.lettertabellen import VERLOREN
from tk_desktop.intake.regeleinden import vertelt_alineas
from tk_desktop.intake.regels import Regel, samen, sleutel
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.pakbladen import Bladregel, Pakblad

_VOL = 0.1
"""When fewer lines than this share are full, the writer ended them all."""
_KORT = 1500
_ALINEAS = 0.4
"""From this share of lines on that the layout alone ended, lines joined are whole paragraphs."""


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """Where something stands: a page from 1 (0 for a source without pages) and a rectangle on it, as it is seen."""

    pagina: int
    kader: Kader | None = None

    def met(self, ander: "Vindplaats") -> "Vindplaats":
        """Return the place that holds both, on the page of this one."""
        if ander.pagina != self.pagina or ander.kader is None:
            return self
        return Vindplaats(self.pagina, ander.kader if self.kader is None else self.kader.met(ander.kader))


@dataclass(frozen=True, slots=True)
class Bronregel:
    """A line as readers take it: ``""`` for a gap, ``" "`` for an empty paragraph, and where it stands."""

    tekst: str
    plek: Vindplaats


@dataclass(frozen=True, slots=True)
class Bronregels:
    """The lines of a source, numbered from 1 as the readers number them."""

    regels: tuple[Regel, ...]
    plekken: tuple[Vindplaats, ...]

    def plek(self, van: int, tot: int = 0) -> Vindplaats | None:
        """Return where the lines with these numbers stand, on the page of the first that is to be seen."""
        uit: Vindplaats | None = None
        for nummer in range(max(1, van), min(max(van, tot), len(self.plekken)) + 1):
            plek = self.plekken[nummer - 1]
            if plek.kader is not None:
                uit = plek if uit is None else uit.met(plek)
        return uit

    def regel_op(self, plek: Vindplaats) -> int:
        """Return the number of the first line that stands as high on its page as a place does; 0 where none does."""
        if plek.kader is None:
            return 0
        midden = (plek.kader.y0 + plek.kader.y1) / 2
        return next(
            (
                nummer
                for nummer, een in enumerate(self.plekken, 1)
                if een.pagina == plek.pagina and een.kader is not None and een.kader.y0 <= midden <= een.kader.y1
            ),
            0,
        )

    def pagina(self, nummer: int) -> int:
        """Return the page on which a line stands."""
        return self.plekken[nummer - 1].pagina if 1 <= nummer <= len(self.plekken) else 0


def van_bladen(bladen: Sequence[Pakblad], indeling: Indeling) -> tuple[Bronregels, ...]:
    """Return the pages of a PDF as lines, in the ways worth reading: by its own line ends where it tells them.

    Else by how they stand; of a short file both, for a few lines do not tell which is right.
    """
    kaal = [Bronregel(regel.tekst, Vindplaats(blad.nummer, regel.kader)) for blad, regel in _seen(bladen)]
    zacht = [Regel(nr, regel.tekst) for nr, regel in enumerate(kaal, 1)]
    gewoon, naar_plaats = partial(_gewoon, bladen), partial(_naar_plaats, bladen, indeling)
    wijzen = (gewoon, naar_plaats) if vertelt_alineas(zacht, indeling) else (naar_plaats, gewoon)
    return tuple(van_regels(list(wijze())) for wijze in (wijzen if len(kaal) < _KORT else wijzen[:1]))


def van_regels(regels: Sequence[Bronregel]) -> Bronregels:
    """Return lines of any source as the readers take them: restored, numbered, each with its place."""
    heel = herstel("\n".join(regel.tekst.replace("\n", " ") for regel in regels))
    return Bronregels(
        tuple(
            Regel(nr, regel.tekst, regel.verloren or regel.tekst.count(VERLOREN), regel.aangenomen)
            for nr, regel in enumerate(heel, 1)
        ),
        tuple(regel.plek for regel in regels),
    )


def _seen(bladen: Sequence[Pakblad]) -> Iterator[tuple[Pakblad, Bladregel]]:
    return ((blad, regel) for blad in bladen for regel in blad.regels if regel.kader is not None)


def _gewoon(bladen: Sequence[Pakblad]) -> Iterator[Bronregel]:
    """Yield the lines as the text has them: the space behind a line tells what the layout ended."""
    for blad in bladen:
        eerste = True
        zien = [regel for regel in blad.regels if regel.kader is not None]
        for regel in zien:
            yield Bronregel(f" {regel.tekst}" if eerste else regel.tekst, Vindplaats(blad.nummer, regel.kader))
            eerste = False


def _naar_plaats(bladen: Sequence[Pakblad], indeling: Indeling) -> Iterator[Bronregel]:
    """Yield the lines as they stand: what the layout alone broke is whole, what opens a page has a space before it."""
    alle = [regel for _, regel in _seen(bladen)]
    deel = sum(regel.loopt_door for regel in alle) / max(1, len(alle))
    for regels, opent in _paragraphs(bladen, indeling, heel=deel >= _VOL):
        tekst = _whole([regel for _, regel in regels])
        if opent and tekst.strip() and not tekst[:1].isspace():
            tekst = f" {tekst}"
        plek = Vindplaats(regels[0][0])
        for pagina, regel in regels:
            plek = plek.met(Vindplaats(pagina, regel.kader))
        yield Bronregel(tekst, plek)
        if (deel >= _ALINEAS or regels[-1][1].sluit) and tekst.strip():
            yield Bronregel("", Vindplaats(plek.pagina))


def _paragraphs(
    bladen: Sequence[Pakblad], indeling: Indeling, *, heel: bool
) -> Iterator[tuple[list[tuple[int, Bladregel]], bool]]:
    """Yield the lines that belong together, each with its page, and whether they open a page that begins anew.

    In the table of a verslag every line stays by itself: who does something stands beside the line that says so.
    """
    verslag = {sleutel(kop) for kop in indeling.verslag.koppen}
    anders = {sleutel(kop) for kop in (*indeling.agenda.koppen, *(titel for titel, _ in indeling.nota.titels))}
    in_verslag = False
    open_: list[tuple[int, Bladregel]] = []
    vol = False
    for blad in bladen:
        opent = not vol and any(regel.kader is not None for regel in blad.regels)
        for plaats, regel in enumerate(blad.regels):
            open_.append((blad.nummer, regel))
            gezocht = sleutel(regel.tekst)
            in_verslag = gezocht in verslag or (in_verslag and gezocht not in anders)
            verder = blad.regels[plaats + 1 : plaats + 2]
            if (
                heel
                and not in_verslag
                and regel.loopt_door
                and not regel.sluit
                and not (verder and lees_merk(verder[0].tekst.strip()))
            ):
                continue
            yield open_, opent and bool(open_[0][1].tekst.strip())
            opent = opent and not open_[0][1].tekst.strip()
            open_ = []
        vol = blad.is_vol and bool(blad.regels)
    if open_:
        yield open_, False


def _whole(regels: Sequence[Bladregel]) -> str:
    tekst = regels[0].tekst
    for regel in regels[1:]:
        tekst = f"{tekst}{regel.tekst}" if tekst[-1:].isspace() else samen((tekst, regel.tekst))
    return tekst
