"""The budget of a programme as a workbook that computes: saldo, eindsaldo and totals are formulas, not numbers (N2).

The rows are those of ``domain.begrotingstabel``, which the report prints too; each formula carries the value that the
records give, so that a program that does not compute shows the same. No text in it is ever a formula.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from tk_desktop.base.files import replacing
from tk_desktop.domain.begroting import Bedragsoort, Zijde
from tk_desktop.domain.begrotingstabel import Begrotingstabel, Rijsoort, Tabelrij, kolomnaam, lastentabellen, overzicht
from tk_desktop.domain.programma import Programmaperiode
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.rekenvormen import rekenvormen
from tk_desktop.export.rijhoogte import head_height, row_height, write_across

_VERBODEN = re.compile(r"[\[\]:*?/\\']")
_LANGSTE_NAAM = 28
_MEESTE_TEKENS = 32000
_KOP = 2
_A4 = 9
_NAAM, _BEDRAG = 44, 17
"""How many characters wide the columns are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Totaalplek:
    """Where the total of a table stands: its sheet, its row, and the place of each column."""

    blad: str
    rij: int
    kolommen: tuple[Bedragsoort, ...]

    def cel(self, soort: Bedragsoort) -> str:
        """Return a reference to the total of a column from another sheet."""
        return f"'{self.blad}'!{xl_rowcol_to_cell(self.rij, self.kolommen.index(soort) + 1)}"


def write_begroting_xlsx(stand: Programmastand, periode: Programmaperiode, target: Path, *, op: date) -> Path:
    """Write the budget of a period, a sheet for each group of costs and one for each side, and return the file.

    Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    stroom = BytesIO()
    titel = f"{stand.programma.naam}, begroting {periode.naam}"
    with xlsxwriter.Workbook(stroom, {"in_memory": True}) as boek:
        boek.set_properties({"title": titel, "created": datetime.combine(op, time())})
        vormen = rekenvormen(boek)
        totalen: dict[str, _Totaalplek] = {}
        zijden, groepen = overzicht(stand, periode.naam), lastentabellen(stand, periode.naam)
        bladen = [
            (tabel, boek.add_worksheet(_sheet_name(nummer, tabel))) for nummer, tabel in enumerate((*zijden, *groepen))
        ]
        for tabel, blad in reversed(bladen):  # groups first: the side of the costs refers to their totals
            eigen = totalen if tabel in zijden and tabel.zijde is Zijde.LASTEN else {}
            totalen[tabel.titel] = _write(blad, tabel, periode, vormen, eigen)
        if not bladen:
            boek.add_worksheet("Begroting").write_string(0, 0, "Er zijn geen begrotingsregels in deze periode.")
    with replacing(target) as half:
        half.write_bytes(stroom.getvalue())
    return target


def _sheet_name(nummer: int, tabel: Begrotingstabel) -> str:
    """Return a name that a workbook takes, of each sheet its own."""
    return f"{nummer + 1} {_VERBODEN.sub(' ', tabel.titel).strip()}"[:_LANGSTE_NAAM].rstrip()


def _write(
    blad: xlsxwriter.worksheet.Worksheet,
    tabel: Begrotingstabel,
    periode: Programmaperiode,
    vormen: Mapping[str, Any],
    elders: Mapping[str, _Totaalplek],
) -> _Totaalplek:
    """Write one table and return where its total stands."""
    blad.write_string(0, 0, f"{tabel.titel} (euro; {periode.naam})", vormen["titel"])
    koppen = ["Onderdeel", *(kolomnaam(soort, periode) for soort in tabel.kolommen)]
    breedten = [_NAAM, *[_BEDRAG] * len(tabel.kolommen)]
    for plaats, (kop, breedte) in enumerate(zip(koppen, breedten, strict=True)):
        blad.set_column(plaats, plaats, breedte)
        blad.write_string(_KOP, plaats, kop, vormen["bedragkop" if plaats else "kop"])
    blad.set_row(_KOP, head_height(koppen, breedten))
    totaal_op = _KOP + 1
    for nummer, rij in enumerate(tabel.rijen, _KOP + 1):
        if rij.soort is Rijsoort.TOTAAL:
            totaal_op = nummer
        _row(blad, nummer, rij, vormen, _formulas((nummer, totaal_op), rij, tabel.kolommen, elders.get(rij.naam)))
    onder = _KOP + 1 + len(tabel.rijen)
    for nummer, noot in enumerate(tabel.noten, onder + 1):
        write_across(blad, nummer, noot[:_MEESTE_TEKENS], vormen["noot"], breedten)
    blad.freeze_panes(_KOP + 1, 1)
    blad.set_landscape()
    blad.set_paper(_A4)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(_KOP)
    return _Totaalplek(blad=blad.get_name(), rij=totaal_op, kolommen=tabel.kolommen)


def _row(
    blad: xlsxwriter.worksheet.Worksheet,
    nummer: int,
    rij: Tabelrij,
    vormen: Mapping[str, Any],
    formules: Sequence[str],
) -> None:
    vorm = vormen["totaal" if rij.soort in (Rijsoort.TOTAAL, Rijsoort.SAMEN) else "bedrag"]
    _name(blad, nummer, rij.naam, vormen)
    for plaats, (bedrag, formule) in enumerate(zip(rij.bedragen, formules, strict=True), 1):
        if bedrag is None:
            continue
        if formule:
            blad.write_formula(nummer, plaats, formule, vorm, bedrag)
        else:
            blad.write_number(nummer, plaats, bedrag, vorm)


def _name(blad: xlsxwriter.worksheet.Worksheet, nummer: int, naam: str, vormen: Mapping[str, Any]) -> None:
    blad.write_string(nummer, 0, naam[:_MEESTE_TEKENS], vormen["tekst"])
    blad.set_row(nummer, row_height([naam], [_NAAM]))


def _formulas(
    plek: tuple[int, int], rij: Tabelrij, kolommen: Sequence[Bedragsoort], elders: _Totaalplek | None
) -> tuple[str, ...]:
    """Return the formula of each cell of a row, empty for what was given; ``plek`` is its own and that of the total."""
    nummer, totaal_op = plek
    if rij.soort in (Rijsoort.TOTAAL, Rijsoort.SAMEN):
        boven = _KOP + 1 if rij.soort is Rijsoort.TOTAAL else totaal_op
        grenzen = [
            f"{xl_rowcol_to_cell(boven, plaats)}:{xl_rowcol_to_cell(nummer - 1, plaats)}"
            for plaats in range(1, len(kolommen) + 1)
        ]
        return tuple(f"=SUM({grens})" if nummer > _KOP + 1 else "" for grens in grenzen)
    return tuple(
        f"={elders.cel(soort)}"
        if elders is not None and soort in elders.kolommen
        else _formula(nummer, soort, rij, kolommen)
        for soort in kolommen
    )


def _formula(nummer: int, soort: Bedragsoort, rij: Tabelrij, kolommen: Sequence[Bedragsoort]) -> str:
    """Return the formula of what follows from the rest of a row; nothing for what was given, or follows from less."""
    bedrag = dict(zip(kolommen, rij.bedragen, strict=True))
    ruimte = Bedragsoort.GEWIJZIGD if bedrag.get(Bedragsoort.GEWIJZIGD) is not None else Bedragsoort.BEGROTING
    paar = {
        Bedragsoort.SALDO: (ruimte, Bedragsoort.BESTEED),
        Bedragsoort.EINDSALDO: (Bedragsoort.SALDO, Bedragsoort.VERWACHT),
    }.get(soort)
    if paar is None:
        return ""
    van, af = bedrag.get(paar[0]), bedrag.get(paar[1])
    if van is None or af is None or van - af != bedrag[soort]:
        return ""
    cellen = [xl_rowcol_to_cell(nummer, kolommen.index(een) + 1) for een in paar]
    return f"={cellen[0]}-{cellen[1]}"
