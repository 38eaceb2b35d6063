"""Tables of figures on the pages of a PDF: by their ruled lines, else by where words stand under each other."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.cijfertabel import Cijfertabel, Kolomsoort
from tk_desktop.intake.bladtabel import visual_lines
from tk_desktop.intake.cijferkoppen import Koppen, is_eenheid, is_geldkop, zonder_eenheid
from tk_desktop.intake.cijferregel import Cijferregel, is_cijfer, lees_cijferregel, zijn_jaren
from tk_desktop.intake.cijferrijen import Ruwerij, is_totaal, maak_tabel
from tk_desktop.intake.regels import samen, zin_af
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.pakbladen import Bladwoord, Pakblad, read_pak_pages
from tk_desktop.paper.pdf_tables import Bladtabel, read_tables

_RUIMTE = 0.55
"""Words with more room between them than so many heights of a line stand in two cells."""
_SPRONG = 3.2
"""Lines that stand so many heights apart do not belong together."""
_LANGSTE_TITEL = 90
_ALINEA = 1.6
"""Lines of one paragraph stand at most so many heights apart."""
_GELIJK = 1.1
"""Room between lines that is at most so many times another is the same."""
_VER = 14
_MEESTE_KOP = 6
_MINST = 2
MEESTE_BLADEN = 60
"""A file with more pages of figures than this is a set of tables, and no report that somebody reads."""


@dataclass(slots=True)
class _Cel:
    tekst: str
    x0: float
    x1: float


@dataclass(slots=True)
class _Regel:
    """A line on a page in cells; ``y`` is its foot, ``hoog`` how high its letters are."""

    cellen: list[_Cel]
    y: float
    hoog: float

    @property
    def tekst(self) -> str:
        return " ".join(cel.tekst for cel in self.cellen)

    @property
    def cijfers(self) -> list[_Cel]:
        """The cells with figures; years above columns are none."""
        cijfers = [cel for cel in self.cellen if is_cijfer(cel.tekst)]
        return [] if zijn_jaren([cel.tekst for cel in cijfers]) else cijfers


@dataclass(slots=True)
class _Kolom:
    x0: float
    x1: float
    kop: list[str] = field(default_factory=list)

    def raakt(self, cel: _Cel) -> float:
        """Return how far a cell and this column overlap."""
        return min(self.x1, cel.x1) - max(self.x0, cel.x0)


def vind_bladtabellen(bron: Pad, teksten: Sequence[str]) -> tuple[Cijfertabel, ...]:
    """Return the tables with amounts in a PDF of which these are the texts of the pages, in their order.

    Only pages with rows of figures are looked at. Raises a ``TkError`` for a PDF that cannot be read.
    """
    paginas = _pages(teksten)[:MEESTE_BLADEN]
    if not paginas:
        return ()
    gelijnd = read_tables(bron, paginas)
    uit: list[Cijfertabel] = []
    for blad in read_pak_pages(bron, paginas):
        hier = [tabel for tabel in gelijnd if tabel.pagina == blad.nummer]
        gevonden = [*_ruled(blad, hier), *_by_place(blad, [tabel.kader for tabel in hier if _is_money(tabel.rijen)])]
        for _, tabel in sorted(gevonden, key=lambda paar: -paar[0]):
            _add(uit, replace(tabel, van=blad.nummer, tot=blad.nummer, op_bladzijde=True))
    return tuple(tabel for tabel in uit if _is_whole(tabel))


def _is_whole(tabel: Cijfertabel) -> bool:
    """Tell whether a table is more than a piece of one: with a single column of amounts it has a total."""
    return len(tabel.rijen) >= _MINST and (len(tabel.kolommen) >= _MINST or tabel.totaal is not None)


def _pages(teksten: Sequence[str]) -> list[int]:
    """Return the pages (from 1) to look at: with rows of figures, and with amounts on the page before such a one."""
    regels = [_lines_with_figures(tekst) for tekst in teksten]
    kijken = [_has_figures(rijen) for rijen in regels]
    for plaats in range(len(regels) - 2, -1, -1):
        kijken[plaats] |= kijken[plaats + 1] and sum(rij.is_geld for rij in regels[plaats]) >= _MINST
    return [nummer for nummer, ja in enumerate(kijken, 1) if ja]


def _lines_with_figures(tekst: str) -> list[Cijferregel]:
    return [rij for regel in tekst.splitlines() if regel.strip() and (rij := lees_cijferregel(regel)) is not None]


def _has_figures(rijen: Sequence[Cijferregel]) -> bool:
    """Tell whether lines can be rows of figures: more on a line, each cell on a line of its own, or one each."""
    los = any(not rij.delen[0].naam or is_totaal(rij.delen[0].naam) for rij in rijen)
    return sum(rij.is_geld and (los or rij.aantal >= _MINST) for rij in rijen) >= _MINST


def _add(uit: list[Cijfertabel], tabel: Cijfertabel) -> None:
    """Add a table, or its rows to that of the page before, of which the heading is repeated and no total was stated.

    One row under a heading is such a piece, at the foot of a page or at the head of the next, or no table at all.
    """
    vorige = uit[-1] if uit else None
    if vorige is not None and vorige.tot == tabel.van - 1 and vorige.totaal is None and _same_columns(vorige, tabel):
        uit[-1] = replace(vorige, rijen=(*vorige.rijen, *tabel.rijen), tot=tabel.tot)
    else:
        uit.append(tabel)


def _same_columns(vorige: Cijfertabel, tabel: Cijfertabel) -> bool:
    """Tell whether columns go on in the next: they have the same headings, or none were repeated."""
    eerder, later = [een.naam for een in vorige.kolommen], [een.naam for een in tabel.kolommen]
    zonder = [f"Kolom {nummer}" for nummer in range(1, len(later) + 1)]
    return eerder == later or (len(eerder) == len(later) and later == zonder and not tabel.titel)


# -- with lines -------------------------------------------------------------------------------------------------------


def _is_money(rijen: Sequence[Sequence[str]]) -> bool:
    cijfers = [cel for rij in rijen for cel in rij[1:] if is_cijfer(cel)]
    tekst = " ".join(cel for rij in rijen for cel in rij)
    return len(cijfers) >= _MINST and is_geldkop(tekst)


def _figures(rij: Sequence[str]) -> list[str]:
    """Return the figures in a row behind its name; years above columns are none."""
    cijfers = [cel for cel in rij[1:] if is_cijfer(cel)]
    return [] if zijn_jaren(cijfers) else cijfers


def _ruled(blad: Pakblad, tabellen: Sequence[Bladtabel]) -> Iterator[tuple[float, Cijfertabel]]:
    for tabel in tabellen:
        if not _is_money(tabel.rijen):
            continue
        eerste = next((nr for nr, rij in enumerate(tabel.rijen) if _figures(rij)), 0)
        kop = [" ".join(rij[plaats] for rij in tabel.rijen[:eerste]).strip() for plaats in range(len(tabel.rijen[0]))]
        rijen = [
            Ruwerij(naam=rij[0], waarden=tuple(rij[1:]), velden=tuple(rij[1:]))
            for rij in tabel.rijen[eerste:]
            if any(rij)
        ]
        boven, titel = _above(blad, tabel.kader)
        yield tabel.kader.y1, _made(rijen, kop, [*boven, *kop], titel)


def _above(blad: Pakblad, kader: Kader) -> tuple[list[str], str]:
    """Return the line right above a table that tells its unit, and its title."""
    regels = [regel for regel in _lines(blad.woorden) if regel.y >= kader.y1 - 1]
    return [een.tekst for een in regels[-2:] if is_eenheid(een.tekst)], _title(regels)


def _title(boven: Sequence[_Regel]) -> str:
    """Return the nearest line above a table that can be its title: short, no part of a paragraph and no sentence."""
    for plaats in range(len(boven) - 1, max(-1, len(boven) - _VER), -1):
        regel, hoger = boven[plaats], boven[plaats - 1] if plaats else None
        lager = boven[plaats + 1] if plaats + 1 < len(boven) else None
        vast = hoger is not None and hoger.y - regel.y < _ALINEA * regel.hoog and abs(hoger.hoog - regel.hoog) < 1
        loopt = lager is not None and regel.y - lager.y < _ALINEA * regel.hoog and abs(lager.hoog - regel.hoog) < 1
        tekst = regel.tekst
        kort = (
            len(tekst) <= _LANGSTE_TITEL and not zin_af(tekst.rstrip(")")) and ". " not in tekst.lstrip("0123456789. ")
        )
        if kort and not vast and not loopt and not is_eenheid(tekst) and not tekst[:1].islower():
            return tekst
    return ""


# -- by place ---------------------------------------------------------------------------------------------------------


def _by_place(blad: Pakblad, bezet: Sequence[Kader]) -> Iterator[tuple[float, Cijfertabel]]:
    """Yield the tables whose rows stand under each other, outside what is ``bezet``, each with how high it begins."""
    woorden = [w for w in blad.woorden if not any(_inside(w.kader, kader) for kader in bezet)]
    regels = _lines(woorden)
    groep: list[int] = []
    for plaats, regel in enumerate(regels):
        if not _may_be_row(regel):
            continue
        if groep and not _belong(regels, groep[-1], plaats):
            yield from _group(regels, _rows_of_a_table(regels, groep))
            groep = []
        groep.append(plaats)
    yield from _group(regels, _rows_of_a_table(regels, groep))


def _may_be_row(regel: _Regel) -> bool:
    """Tell whether a line is a row of figures, or one with a name and a single figure in it."""
    return len(regel.cijfers) >= _MINST or (len(regel.cellen) == _MINST and regel.cellen[1] in regel.cijfers)


def _rows_of_a_table(regels: Sequence[_Regel], groep: Sequence[int]) -> list[int]:
    """Return the rows of a group; one with a single figure is a row where that stands under those of the others.

    Rows that have no more than one each may be a table with one column.
    """
    breed = [plaats for plaats in groep if len(regels[plaats].cijfers) >= _MINST] or list(groep)
    kolommen = _columns([regels[plaats] for plaats in breed])
    return [
        plaats
        for plaats in groep
        if plaats in breed or any(kolom.raakt(regels[plaats].cellen[-1]) > 0 for kolom in kolommen)
    ]


def _inside(woord: Kader, kader: Kader) -> bool:
    x, y = woord.midden
    return kader.x0 <= x <= kader.x1 and kader.y0 <= y <= kader.y1


def _lines(woorden: Sequence[Bladwoord]) -> list[_Regel]:
    uit = []
    for regel in visual_lines(woorden):
        hoog = max(1.0, *(woord.kader.y1 - woord.kader.y0 for woord in regel))
        cellen: list[_Cel] = []
        for woord in regel:
            los = cellen and woord.kader.x0 - cellen[-1].x1 > _RUIMTE * hoog
            if cellen and (not los or cellen[-1].tekst in {"€", "-€", "–€", "-"}):
                cellen[-1].tekst += f" {woord.tekst}"
                cellen[-1].x1 = woord.kader.x1
            else:
                cellen.append(_Cel(woord.tekst, woord.kader.x0, woord.kader.x1))
        uit.append(_Regel(cellen, regel[0].kader.y0, hoog))
    return uit


def _belong(regels: Sequence[_Regel], boven: int, onder: int) -> bool:
    """Tell whether two rows are of one table: no sentence between them, and no room for one.

    What stands to the left of the figures is of a name, however it ends: ``Huisvesting (incl.``.
    """
    tussen = regels[boven + 1 : onder]
    links = min(cel.x0 for cel in regels[boven].cijfers)
    hoogten = [regel.y for regel in regels[boven : onder + 1]]
    ruim = any(een - ander > _SPRONG * regels[boven].hoog for een, ander in itertools.pairwise(hoogten))
    return not ruim and all(
        len(regel.cellen) == 1 and (regel.cellen[0].x1 < links or not zin_af(regel.tekst)) for regel in tussen
    )


def _group(regels: Sequence[_Regel], groep: Sequence[int]) -> Iterator[tuple[float, Cijfertabel]]:
    if not groep:
        return
    kolommen = _columns([regels[plaats] for plaats in groep])
    links = min(regels[plaats].cellen[0].x0 for plaats in groep)
    eerste = _first_line(regels, groep[0], kolommen, links)
    begin = eerste
    while begin and eerste - begin < _MEESTE_KOP and _is_heading(regels[begin - 1], regels[begin], kolommen, links):
        begin -= 1
    kop = _headings(regels[begin:eerste], kolommen)
    tekst = " ".join([*kop, *(regel.tekst for regel in regels[max(0, begin - 2) : groep[-1] + 1])])
    klein = len(kolommen) < _MINST or len(groep) < _MINST
    if not is_geldkop(tekst) or (klein and not all(kop[1:])):
        return
    rijen = [*_rows(regels, groep, kolommen, eerste)]
    boven = [regel.tekst for regel in regels[max(0, begin - 2) : begin] if is_eenheid(regel.tekst)]
    boven += [regel.tekst for regel in regels[begin:eerste]]
    yield regels[begin].y, _made(rijen, kop, boven, _title(regels[:begin]))


def _first_line(regels: Sequence[_Regel], figuren: int, kolommen: Sequence[_Kolom], links: float) -> int:
    """Return the line on which the first row begins: its name may begin above its figures, under the headings."""
    eerste = figuren
    while eerste and figuren - eerste < _MINST and _is_name(regels[eerste - 1], kolommen):
        if regels[eerste - 1].y - regels[eerste].y > _ALINEA * regels[eerste].hoog:
            break
        eerste -= 1
    onder_kop = eerste and _is_heading(regels[eerste - 1], regels[eerste], kolommen, links)
    return eerste if onder_kop else figuren


def _is_name(regel: _Regel, kolommen: Sequence[_Kolom]) -> bool:
    return all(cel.x1 < kolommen[0].x0 for cel in regel.cellen)


def _columns(rijen: Sequence[_Regel]) -> list[_Kolom]:
    """Return where figures stand under each other; words behind the figures are a column too."""
    uit: list[_Kolom] = []
    for rij in rijen:
        eerste = next(nr for nr, cel in enumerate(rij.cellen) if is_cijfer(cel.tekst))
        for cel in rij.cellen[eerste:]:
            for kolom in uit:
                if kolom.raakt(cel) > 0:
                    kolom.x0, kolom.x1 = min(kolom.x0, cel.x0), max(kolom.x1, cel.x1)
                    break
            else:
                uit.append(_Kolom(cel.x0, cel.x1))
    return sorted(uit, key=lambda kolom: kolom.x0)


def _is_heading(regel: _Regel, onder: _Regel, kolommen: Sequence[_Kolom], links: float) -> bool:
    """Tell whether a line stands above columns; one that begins where the names do (``links``) is a title."""
    if regel.y - onder.y > _SPRONG * regel.hoog or regel.cijfers:
        return False
    raakt = [cel for cel in regel.cellen if any(kolom.raakt(cel) > 0 for kolom in kolommen)]
    if len(kolommen) == 1 == len(raakt) and len(regel.cellen) == _MINST:
        return True
    return len(raakt) >= _MINST or (
        len(raakt) == 1
        and len(regel.cellen) == 1
        and len(regel.tekst) < _LANGSTE_TITEL // 3
        and regel.cellen[0].x0 > links + 1
    )


def _headings(regels: Sequence[_Regel], kolommen: Sequence[_Kolom]) -> list[str]:
    """Return what each column is called, that of the names first: a word belongs where it stands above."""
    naam: list[str] = []
    for regel in regels:
        for cel in regel.cellen:
            raakt = max(kolommen, key=lambda kolom: kolom.raakt(cel))
            if cel.x1 < kolommen[0].x0 and raakt.raakt(cel) <= 0:
                naam.append(cel.tekst)
            else:
                raakt.kop.append(cel.tekst)
    return [zonder_eenheid(samen(naam)), *(zonder_eenheid(samen(kolom.kop)) for kolom in kolommen)]


def _rows(regels: Sequence[_Regel], groep: Sequence[int], kolommen: Sequence[_Kolom], eerste: int) -> Iterator[Ruwerij]:
    """Yield the rows: each figure in its column; a name goes on in the lines nearest to its figures."""
    namen: dict[int, list[tuple[float, str]]] = {plaats: [] for plaats in groep}
    for plaats in range(eerste, min(len(regels), groep[-1] + 2)):
        regel = regels[plaats]
        eigen = [cel for cel in regel.cellen if cel.x1 < kolommen[0].x0 + 1]
        if plaats in namen:
            namen[plaats] += [(regel.y, cel.tekst) for cel in eigen]
        elif eerste <= plaats < groep[0]:
            namen[groep[0]].append((regel.y, regel.tekst))
        elif len(eigen) == len(regel.cellen) and groep[0] < plaats < groep[-1]:
            zonder = [rij for rij in groep if abs(rij - plaats) <= _MINST and not _has_name(regels[rij], kolommen)]
            namen[zonder[0] if zonder else _row_of(regels, groep, plaats)].append((regel.y, regel.tekst))
        elif plaats == groep[-1] + 1 and len(eigen) == len(regel.cellen) == 1 and _follows(regels, plaats):
            namen[groep[-1]].append((regel.y, regel.tekst))
    for plaats in groep:
        cellen = [""] * len(kolommen)
        for cel in regels[plaats].cellen:
            if cel.x1 >= kolommen[0].x0 + 1:
                kolom = max(range(len(kolommen)), key=lambda nr: kolommen[nr].raakt(cel))
                cellen[kolom] = f"{cellen[kolom]} {cel.tekst}".strip()
        naam = samen(tekst for _, tekst in sorted(namen[plaats], key=lambda paar: -paar[0]))
        yield Ruwerij(naam=naam, waarden=tuple(cellen), velden=tuple(cellen))


def _row_of(regels: Sequence[_Regel], groep: Sequence[int], plaats: int) -> int:
    """Return the row that a line of a name belongs to: lines of one name stand nearer than those of two.

    Where lines all stand as near, it is the row whose figures are nearest.
    """
    kamers = [boven.y - onder.y for boven, onder in itertools.pairwise(regels)]
    dicht = min(kamers[plaats - 1], kamers[plaats]) * _GELIJK
    van = tot = plaats
    while van > groep[0] and kamers[van - 1] <= dicht:
        van -= 1
    while tot < groep[-1] and kamers[tot] <= dicht:
        tot += 1
    bijeen = [rij for rij in groep if van <= rij <= tot]
    if len(bijeen) == 1:
        return bijeen[0]
    return min(groep, key=lambda rij: (abs(regels[rij].y - regels[plaats].y), rij > plaats))


def _has_name(regel: _Regel, kolommen: Sequence[_Kolom]) -> bool:
    return any(cel.x1 < kolommen[0].x0 + 1 for cel in regel.cellen)


def _follows(regels: Sequence[_Regel], plaats: int) -> bool:
    """Tell whether a line under the last row is the rest of its name: as near as lines of one paragraph stand.

    It goes on with a small letter, or room follows it while none was before it.
    """
    boven, regel = regels[plaats - 1], regels[plaats]
    kamer = boven.y - regel.y
    onder = regel.y - regels[plaats + 1].y if plaats + 1 < len(regels) else _SPRONG * regel.hoog
    return kamer < _ALINEA * regel.hoog and (regel.tekst[:1].islower() or onder > _ALINEA * kamer)


def _made(rijen: Sequence[Ruwerij], kop: Sequence[str], boven: Sequence[str], titel: str) -> Cijfertabel:
    """Return the table; columns without a heading are told, and empty cells are no doubt where places tell."""
    namen = tuple(naam or f"Kolom {nummer}" for nummer, naam in enumerate(kop[1:], 1))
    tabel = maak_tabel(rijen, boven, titel, Koppen(kop[0], namen, zeker=all(kop[1:])))
    soorten = {kolom.soort for kolom in tabel.kolommen}
    return (
        tabel
        if Kolomsoort.BEDRAG in soorten
        else replace(tabel, twijfels=(*tabel.twijfels, "Er staan geen bedragen in."))
    )
