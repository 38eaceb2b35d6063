"""A programme on one page for the board, as PDF or Word: counts, bars of the money, attention and differences (N8)."""

from tk_desktop.base.kluispad import P
from tk_desktop.domain.afkorting import uitleg
from tk_desktop.domain.dashboard import Dashboard, dashboard
from tk_desktop.domain.datum import lang
from tk_desktop.domain.programma import Programmaperiode
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.export.vorm import Vorm, document_in
from tk_desktop.paper.blad import Blad, Staaf, Toon, cel


def write_dashboard(
    stand: Programmastand, periode: Programmaperiode, target: P, vorm: Vorm, *, huisstijl: str = "neutraal"
) -> P:
    """Write the page over a period and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    titel = f"{stand.programma.naam}, overzicht {periode.naam}"
    blad = document_in(vorm, titel=titel, huisstijl=huisstijl, datum=periode.tot)
    blad.title(stand.programma.naam)
    blad.paragraph(f"Overzicht voor het bestuur, peildatum {lang(periode.tot)}", Toon.KLEIN)
    wat = dashboard(stand, periode)
    schrijf_dashboard(blad, wat)
    kort = uitleg((*wat.aandacht, *wat.anders, *(een.naam for een in wat.geld)), stand.afkortingen)
    if kort:
        blad.paragraph(f"Afkortingen. {kort}.", Toon.KLEIN)
    return blad.write(target)


def schrijf_dashboard(blad: Blad, wat: Dashboard) -> None:
    """Put the page on paper."""
    blad.paragraph(f"{wat.telling}. {wat.moment}".strip())
    if wat.statussen:
        kop = tuple(str(status) for status, _ in wat.statussen)
        rij = tuple(cel(str(aantal)) for _, aantal in wat.statussen)
        blad.heading(2, "Hoe het gaat")
        blad.table(kop, [rij], tuple(100 / len(kop) for _ in kop))
    blad.heading(2, "Wat aandacht vraagt")
    for zin in wat.aandacht or ("Er is niets gemeld dat aandacht vraagt.",):
        blad.paragraph(zin)
    if wat.vorige:
        blad.heading(2, f"Anders dan in {wat.vorige}")
        for zin in wat.anders or ("Er is niets gemeld dat anders is.",):
            blad.paragraph(zin)
    if wat.fasen:
        blad.heading(2, "In welke fase")
        meeste = sum(aantal for _, aantal in wat.fasen)
        blad.bars(
            [
                Staaf(naam=naam, deel=aantal, geheel=meeste, woorden=f"{aantal} van {meeste} projecten")
                for naam, aantal in wat.fasen
            ]
        )
    _schrijf_geld(blad, wat)


def _schrijf_geld(blad: Blad, wat: Dashboard) -> None:
    """Put how much of each budget is spent: bars where both are known, words where one is not."""
    if wat.totaal is None:
        return
    blad.heading(2, "Besteed van de begroting")
    blad.paragraph(f"{wat.totaal.naam}: {wat.totaal.woorden}.")
    staven = [
        Staaf(naam=een.naam, deel=een.besteed, geheel=een.ruimte, woorden=een.woorden)
        for een in wat.geld
        if een.besteed is not None and een.ruimte > 0
    ]
    if staven:
        blad.bars(staven)
    for een in wat.geld:
        if een.besteed is None or een.ruimte <= 0:
            blad.paragraph(f"{een.naam}: {een.woorden}.", Toon.KLEIN)
