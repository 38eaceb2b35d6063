"""Scenarios side by side as a workbook that computes: sums of parts, of all, and differences are formulas (N9).

What nobody knows is an empty cell, and a difference stays ``onzeker`` while there is one; no text is ever a formula.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from tk_desktop.base.files import replacing
from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.export.rekenvormen import rekenvormen
from tk_desktop.export.rijhoogte import head_height, row_height
from tk_desktop.export.scenarioblad import write_scenarios
from tk_desktop.export.vorm import vorm_van

_VAST = ("Bouwsteen", "Grond", "Kosten nu")
_NU = 2
_KOP = 2
_A4 = 9
_MEESTE_TEKENS = 32000
_NAAM, _BEDRAG = 44, 16
_GRONDEN = (20, 40, 40, 40, 40)
"""How many characters wide the columns are, of both sheets."""


def write_kerntaken(stand: Kernstand, target: Path, *, op: date) -> Path:
    """Write the scenarios side by side in the form that the name of the file asks; raises what that form raises."""
    if target.suffix.lower() == ".xlsx":
        return write_scenarios_xlsx(stand, target, op=op)
    return write_scenarios(stand, target, vorm_van(target, ".xlsx"), op=op)


def write_scenarios_xlsx(stand: Kernstand, target: Path, *, op: date) -> Path:
    """Write the scenarios, and a sheet with what was weighed and asked; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom, {"in_memory": True}) as boek:
        boek.set_properties({"title": f"{stand.naam}, scenario’s", "created": datetime.combine(op, time())})
        vormen = rekenvormen(boek)
        _compare(boek.add_worksheet("Scenario’s"), stand, vormen)
        _grounds(boek.add_worksheet("Afweging en vragen"), stand, vormen)
    with replacing(target) as half:
        half.write_bytes(stroom.getvalue())
    return target


def _columns(stand: Kernstand) -> tuple[int, ...]:
    """Return the columns with amounts: what it costs now, and behind the choice of each scenario what it costs then."""
    return (_NU, *(_NU + 2 * plek + 2 for plek in range(len(stand.scenarios))))


def _compare(blad: xlsxwriter.worksheet.Worksheet, stand: Kernstand, vormen: Mapping[str, Any]) -> None:
    koppen = [*_VAST, *(kop for een in stand.scenarios for kop in (f"{een.code} {een.naam}", f"Kosten {een.code}"))]
    blad.write_string(0, 0, f"{stand.naam}: scenario’s naast elkaar (euro)", vormen["titel"])
    breedten = [_NAAM, *[_BEDRAG] * (len(koppen) - 1)]
    bedragen = _columns(stand)
    for plek, kop in enumerate(koppen):
        vorm = "bedragkop" if plek in bedragen else "keuzekop" if plek > _NU else "kop"
        blad.set_column(plek, plek, breedten[plek])
        blad.write_string(_KOP, plek, kop[:_MEESTE_TEKENS], vormen[vorm])
    blad.set_row(_KOP, head_height(koppen, breedten))
    rij = _KOP + 1
    sommen: list[int] = []
    blokken: list[tuple[int, int]] = []
    for deel in stand.delen:
        stenen = stand.van_deel(deel.id)
        if not stenen:
            continue
        blad.write_string(rij, 0, deel.naam[:_MEESTE_TEKENS], vormen["titel"])
        begin = rij + 1
        for nummer, steen in enumerate(stenen, begin):
            groep = f" ({steen.groep})" if steen.groep else ""
            naam, cellen = f"{steen.nummer} {steen.naam}{groep}".strip(), stand.cellen(steen.id)
            blad.write_string(nummer, 0, naam[:_MEESTE_TEKENS], vormen["tekst"])
            blad.write_string(nummer, 1, steen.categorie, vormen["tekst"])
            if steen.bedrag is not None:
                blad.write_number(nummer, _NU, steen.bedrag, vormen["bedrag"])
            for plek, cel in zip(_columns(stand)[1:], cellen, strict=True):
                blad.write_string(nummer, plek - 1, cel.keuze.value, vormen["keuze"])
                if cel.bedrag is not None:
                    blad.write_number(nummer, plek, cel.bedrag, vormen["bedrag"])
            keuzes = [cel.keuze.value for cel in cellen]
            blad.set_row(nummer, row_height([naam, *keuzes], [_NAAM, *[_BEDRAG - 1] * len(keuzes)]))
        rij = begin + len(stenen)
        blad.write_string(rij, 0, f"Samen {deel.naam}"[:_MEESTE_TEKENS], vormen["titel"])
        for plek, som in zip(_columns(stand), stand.deelsommen(deel.id), strict=True):
            bereik = f"{xl_rowcol_to_cell(begin, plek)}:{xl_rowcol_to_cell(rij - 1, plek)}"
            blad.write_formula(rij, plek, f"=SUM({bereik})", vormen["totaal"], som.som)
        sommen.append(rij)
        blokken.append((begin, rij - 1))
        rij += 2
    if sommen:
        _totals(blad, stand, vormen, rij, (sommen, blokken))
    blad.freeze_panes(_KOP + 1, 1)
    blad.set_landscape()
    blad.set_paper(_A4)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(_KOP)


def _totals(
    blad: xlsxwriter.worksheet.Worksheet,
    stand: Kernstand,
    vormen: Mapping[str, Any],
    rij: int,
    plekken: tuple[list[int], list[tuple[int, int]]],
) -> None:
    """Write what all parts cost together, how many bouwstenen have no amount, and the difference with now."""
    sommen, blokken = plekken
    naast = stand.vergelijking()
    for plek, naam in enumerate(("Alles samen", "Zonder bedrag", "Verschil met nu")):
        blad.write_string(rij + plek, 0, naam, vormen["titel"])
    waarden = [(naast.nu, naast.nu_onzeker, None), *((een.som, een.onzeker, een.verschil) for een in naast.sommen)]
    leeg_nu = xl_rowcol_to_cell(rij + 1, _NU)
    for plek, (som, onzeker, verschil) in zip(_columns(stand), waarden, strict=True):
        opgeteld = "+".join(xl_rowcol_to_cell(een, plek) for een in sommen)
        leeg = "+".join(
            f"COUNTBLANK({xl_rowcol_to_cell(van, plek)}:{xl_rowcol_to_cell(tot, plek)})" for van, tot in blokken
        )
        blad.write_formula(rij, plek, f"={opgeteld}", vormen["totaal"], som)
        blad.write_formula(rij + 1, plek, f"={leeg}", vormen["bedrag"], onzeker)
        if plek != _NU:
            hier, open_ = xl_rowcol_to_cell(rij, plek), xl_rowcol_to_cell(rij + 1, plek)
            formule = f'=IF({open_}+{leeg_nu}>0,"onzeker",{hier}-{xl_rowcol_to_cell(rij, _NU)})'
            blad.write_formula(rij + 2, plek, formule, vormen["totaal"], "onzeker" if verschil is None else verschil)


def _grounds(blad: xlsxwriter.worksheet.Worksheet, stand: Kernstand, vormen: Mapping[str, Any]) -> None:
    """Write each answer to the tree with its reason, and each question about a bouwsteen with its answer."""
    rijen = [("Onderdeel", "Bouwsteen", "Vraag", "Antwoord", "Reden of wie het vraagt")]
    for steen in stand.bouwstenen:
        waar = (stand.deel_van(steen).naam, steen.naam)
        for vraag, antwoord in stand.wandeling(steen.id).stappen:
            afweging = stand.afweging(steen.id, vraag.id)
            rijen.append((*waar, vraag.vraag, "ja" if antwoord else "nee", afweging.reden if afweging else ""))
        rijen += [(*waar, een.vraag, een.antwoord, een.van) for een in stand.vragen_over(steen.id)]
    for nummer, rij in enumerate(rijen):
        for plek, tekst in enumerate(rij):
            blad.write_string(nummer, plek, tekst[:_MEESTE_TEKENS], vormen["tekst" if nummer else "kop"])
        blad.set_row(nummer, row_height(rij, _GRONDEN))
    for plek, breedte in enumerate(_GRONDEN):
        blad.set_column(plek, plek, breedte)
    blad.freeze_panes(1, 0)
    blad.set_landscape()
    blad.set_paper(_A4)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(0)
