"""A report on a programme in a PDF: its lines with the room between them, as they stand on the pages."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.intake.bouwstenen import noemt_bouwstenen
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.kerntaken import lees_kerntaken
from tk_desktop.intake.programma import lees_programma
from tk_desktop.intake.projectlijst import noemt_projecten
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.paper.pakbladen import Pakblad

_CIJFER = re.compile(r"[-–]?\d")
_BEDRAGEN = re.compile(r"(?:[-–]?€ ?[-–]?[\d.▯]+(?:,[\d=-]{1,2})?\s*)+")


def read_programma(
    bladen: Sequence[Pakblad], teksten: Sequence[str], tabellen: Sequence[Cijfertabel]
) -> tuple[Programmalezing | None, tuple[Cijfertabel, ...]]:
    """Return what pages with these texts and tables tell of a programme, and the tables that this was read from.

    Nothing, and the tables as they are, where it lists no projects and no bouwstenen. Where the lines
    tell of more tables than stand in columns on the pages, those of the lines are taken.
    """
    if not any(noemt_projecten(tekst) or noemt_bouwstenen(tekst) for tekst in teksten):
        return None, tuple(tabellen)
    genummerd = [(blad.nummer, tekst) for blad in bladen for tekst in _lines(blad)]
    regels = herstelde_regels("\n".join(tekst for _, tekst in genummerd))
    uit_regels = tuple(
        replace(
            tabel,
            van=genummerd[tabel.van - 1][0],
            tot=genummerd[tabel.tot - 1][0],
            op_bladzijde=True,
            rijen=tuple(replace(rij, regel=0) for rij in tabel.rijen),
        )
        for tabel in vind_tabellen(regels)
    )
    gevonden = uit_regels if len(uit_regels) > len(tabellen) else tuple(tabellen)
    return lees_programma(regels, gevonden) or lees_kerntaken(regels, gevonden), gevonden


def _lines(blad: Pakblad) -> list[str]:
    """Return the lines of a page, the first with the space before it that opens a page.

    A row of amounts that the layout alone broke is whole again: behind a euro sign, or before the next amount.
    """
    regels: list[str] = []
    loopt_door = False
    for regel in blad.regels:
        tekst = regel.tekst.replace("\n", " ").strip()
        boven = regels[-1] if regels else ""
        los = boven.endswith("€") and _CIJFER.match(tekst)
        if los or (loopt_door and "€" in boven and _BEDRAGEN.fullmatch(tekst)):
            regels[-1] = f"{boven} {tekst}"
        else:
            regels.append(tekst)
        loopt_door = regel.loopt_door
    eerste = next((plaats for plaats, regel in enumerate(regels) if regel), None)
    return [f" {regel}" if plaats == eerste else regel for plaats, regel in enumerate(regels)]
