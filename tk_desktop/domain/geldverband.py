"""One wrong amount that makes more than one sum wrong: told once, with the amount with which they all agree."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.cijfertabel import Cijferrij, Cijfertabel, Rijsoort
from tk_desktop.domain.geldvondst import KOLOM, RIJ, TABELLEN, Geldvondst
from tk_desktop.domain.getal import duizendtal

_Zoeker = Callable[[Sequence[Cijfertabel]], Sequence[Geldvondst]]


@dataclass(frozen=True, slots=True)
class _Verbetering:
    """Another amount in the cell of a row, and the faults that are none with it."""

    rij: Cijferrij
    staat: int
    wordt: int
    verklaart: frozenset[Geldvondst]


def met_een_bedrag(
    tabellen: Sequence[Cijfertabel], vondsten: Sequence[Geldvondst], zoek: _Zoeker
) -> tuple[Geldvondst, ...]:
    """Return what ``zoek`` found in these tables, with faults that one other amount explains told as one.

    That amount stands in a column that does not add up, or is other in another table; with it at least one more fault
    is gone, and none is new. Where two would do, nobody knows which of them is wrong, and nothing is explained.
    """
    over = list(vondsten)
    fouten = _faults(vondsten)
    for fout in [een for een in vondsten if een.code in {KOLOM, TABELLEN}]:
        beter = list(_corrections(tabellen, fouten, fout, zoek)) if fout in over and len(fouten) > 1 else []
        if len(beter) == 1:
            over.insert(over.index(fout), _told(beter[0], fout))
            over = [vondst for vondst in over if vondst not in beter[0].verklaart]
    return tuple(over)


def _corrections(
    tabellen: Sequence[Cijfertabel], fouten: Set[Geldvondst], fout: Geldvondst, zoek: _Zoeker
) -> Iterator[_Verbetering]:
    for nummer, tabel in enumerate(tabellen):
        namen = [kolom.naam for kolom in tabel.kolommen]
        if (tabel.titel, tabel.plek) != (fout.tabel, fout.plek) or fout.kolom not in namen:
            continue
        plaats = namen.index(fout.kolom)
        for plek, rij in enumerate(tabel.rijen):
            cel = rij.cellen[plaats]
            wordt = _other_amount(rij, cel.bedrag, fout)
            if cel.bedrag is None or wordt is None or cel.twijfel:
                continue
            dan = _faults(zoek([*tabellen[:nummer], _with(tabel, plek, plaats, wordt), *tabellen[nummer + 1 :]]))
            weg = frozenset(fouten - dan)
            if fout in weg and len(weg) > 1 and dan < fouten:
                yield _Verbetering(rij, cel.bedrag, wordt, weg)


def _other_amount(rij: Cijferrij, staat: int | None, fout: Geldvondst) -> int | None:
    """Return the amount in this row with which a column adds up, or is that of the other table."""
    if rij.naam == fout.rij:
        return fout.gerekend
    som = fout.code == TABELLEN or rij.soort is not Rijsoort.POST
    return None if som or staat is None else staat + fout.verschil


def _faults(vondsten: Sequence[Geldvondst]) -> set[Geldvondst]:
    return {een for een in vondsten if een.ernst is Ernst.FOUT}


def _with(tabel: Cijfertabel, rij: int, kolom: int, bedrag: int) -> Cijfertabel:
    """Return a table with another amount in one cell."""
    oud = tabel.rijen[rij]
    cel = replace(oud.cellen[kolom], bedrag=bedrag)
    nieuw = replace(oud, cellen=(*oud.cellen[:kolom], cel, *oud.cellen[kolom + 1 :]))
    return replace(tabel, rijen=(*tabel.rijen[:rij], nieuw, *tabel.rijen[rij + 1 :]))


def _told(een: _Verbetering, fout: Geldvondst) -> Geldvondst:
    """Return the one fault that is told: of the cell itself where its row tells of it, else of its column."""
    wordt = duizendtal(een.wordt)
    if een.rij.naam == fout.rij:
        return replace(fout, gevolg=f"Met {wordt} klopt ook wat er verder mee is gerekend.")
    for cel in een.verklaart:
        if (cel.code, cel.tabel, cel.plek, cel.rij, cel.kolom) == (
            RIJ, fout.tabel, fout.plek, een.rij.naam, fout.kolom
        ):  # fmt: skip
            return replace(cel, gevolg=f"Met {wordt} klopt het totaal van deze kolom ook.")
    oorzaak = f"Bij ‘{een.rij.naam}’ staat {duizendtal(een.staat)}; met {wordt} kloppen de kolom en de rij."
    return replace(fout, oorzaak=oorzaak)
