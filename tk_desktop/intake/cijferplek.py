"""Where the rows of a table of figures stand on the pages it was read from: to look at while it is checked."""

from collections.abc import Sequence

from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.cijfertabel import Cijferrij, Cijfertabel
from tk_desktop.intake.bladtabel import visual_lines
from tk_desktop.intake.bronregels import Vindplaats
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.pakbladen import Pakblad, read_pak_pages

_GENOEG = 24
"""So many signs at the begin of a name tell a row apart."""
_Bladregel = tuple[int, str, Kader]
"""A line on a page: the page, its words without the room between them, and where it stands."""


def find_plekken(bron: Pad, tabellen: Sequence[Cijfertabel]) -> tuple[tuple[Vindplaats, ...], ...]:
    """Return for each table where each of its rows stands; a row that is not found stands on the page of its table.

    Raises the fault of a PDF that cannot be read.
    """
    paginas = sorted({pagina for tabel in tabellen for pagina in range(tabel.van, tabel.tot + 1)})
    bladen = {blad.nummer: _lines(blad) for blad in read_pak_pages(bron, paginas)} if paginas else {}
    return tuple(
        _of_table(tabel, [regel for nummer in range(tabel.van, tabel.tot + 1) for regel in bladen.get(nummer, [])])
        for tabel in tabellen
    )


def _lines(blad: Pakblad) -> list[_Bladregel]:
    uit: list[_Bladregel] = []
    for regel in visual_lines(blad.woorden):
        kader = regel[0].kader
        for woord in regel[1:]:
            kader = kader.met(woord.kader)
        uit.append((blad.nummer, _bare(" ".join(woord.tekst for woord in regel)), kader))
    return uit


def _of_table(tabel: Cijfertabel, regels: Sequence[_Bladregel]) -> tuple[Vindplaats, ...]:
    """Return the places of the rows: each under the row before it, or where it stands at all."""
    uit: list[Vindplaats] = []
    verder = 0
    for rij in tabel.rijen:
        plaatsen = [*range(verder, len(regels)), *range(verder)]
        waar = next((nr for nr in plaatsen if _holds(regels[nr][1], rij)), None)
        if waar is None:
            uit.append(Vindplaats(uit[-1].pagina if uit else tabel.van))
        else:
            uit.append(Vindplaats(regels[waar][0], regels[waar][2]))
            verder = waar + 1
    return tuple(uit)


def _holds(regel: str, rij: Cijferrij) -> bool:
    """Tell whether a line has the figures of a row in their order; of a row without figures its name."""
    cellen = [_bare(cel.tekst) for cel in rij.cellen if cel.tekst.strip()]
    if not cellen:
        naam = _bare(rij.naam)[:_GENOEG]
        return bool(naam) and regel.startswith(naam)
    plaats = 0
    for cel in cellen:
        plaats = regel.find(cel, plaats)
        if plaats < 0:
            return False
        plaats += len(cel)
    return True


def _bare(tekst: str) -> str:
    return "".join(tekst.split())
