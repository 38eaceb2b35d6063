"""Scenarios of an organisation side by side on paper: what each does, costs and differs, and why (N9)."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from tk_desktop.base.kluispad import P
from tk_desktop.domain.afkorting import uitleg
from tk_desktop.domain.getal import duizendtal
from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.domain.kerntaken import Bouwsteen, Categorie, Kerndeel
from tk_desktop.domain.scenarios import Scenariocel
from tk_desktop.export.vorm import Vorm, document_in
from tk_desktop.paper.blad import Blad, Cel, Toon, cel, veld

_BREED = (31.0, 6.0, 7.0)
"""The shares of name, ground and what it costs now; the scenarios divide the rest: a choice with its amount is one line
mostly."""


_ONZEKER = "\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}?"
"""What stands behind a sum that lacks amounts."""


def write_scenarios(stand: Kernstand, target: P, vorm: Vorm, *, op: date, huisstijl: str = "neutraal") -> P:
    """Write the scenarios side by side and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    blad = document_in(vorm, titel=f"{stand.naam}, scenario’s", huisstijl=huisstijl, datum=op, liggend=True)
    schrijf_scenarios(blad, stand)
    return blad.write(target)


def schrijf_scenarios(blad: Blad, stand: Kernstand) -> None:
    """Put the scenarios on paper: all of them in one table, then part by part, then what was weighed and asked."""
    blad.title(f"{stand.naam}: scenario’s naast elkaar")
    for scenario in stand.scenarios:
        blad.heading(2, f"{scenario.code} {scenario.naam}")
        blad.paragraph(scenario.omschrijving or "Dit scenario is nog niet beschreven.")
    _sums(blad, stand)
    for deel in stand.delen:
        _part(blad, stand, deel)
    _grounds(blad, stand)
    kort = uitleg([woord for steen in stand.bouwstenen for woord in (steen.groep, steen.naam)], stand.afkortingen)
    if kort:
        blad.paragraph(f"Afkortingen. {kort}.", Toon.KLEIN)


def _sums(blad: Blad, stand: Kernstand) -> None:
    naast = stand.vergelijking()
    blad.heading(2, "Alles samen")
    rijen = [("Wat het nu kost", naast.nu, naast.nu_onzeker, "")]
    rijen += [
        (
            f"{een.scenario.code} {een.scenario.naam}",
            een.som,
            een.onzeker,
            "onzeker" if een.verschil is None else duizendtal(een.verschil),
        )
        for een in naast.sommen
    ]
    blad.table(
        ("Scenario", "Kosten", "Zonder bedrag", "Verschil met nu"),
        [(cel(naam), cel(duizendtal(som)), cel(str(open_)), cel(anders)) for naam, som, open_, anders in rijen],
        (40, 20, 20, 20),
    )
    if naast.nu_onzeker or any(een.onzeker for een in naast.sommen):
        blad.paragraph(
            "Een bouwsteen zonder bedrag telt niet mee; zolang die er is, is het verschil onzeker.", Toon.KLEIN
        )
    for zin in stand.onmogelijk():
        blad.paragraph(f"Waarschuwing: {zin}")


def _part(blad: Blad, stand: Kernstand, deel: Kerndeel) -> None:
    stenen = stand.van_deel(deel.id)
    if not stenen:
        return
    blad.heading(2, deel.naam)
    kop = ("Bouwsteen", "Grond", "Nu", *(een.code for een in stand.scenarios))
    rijen: list[list[Cel]] = []
    for groep, samen in groupby(stenen, key=lambda steen: steen.groep):
        if groep:
            rijen.append([cel(groep, vet=True), *([()] * (len(kop) - 1))])
        rijen += [_row(steen, stand.cellen(steen.id)) for steen in samen]
    sommen = [f"{duizendtal(een.som)}{_ONZEKER if een.onzeker else ''}" for een in stand.deelsommen(deel.id)]
    rijen.append([cel("Samen", vet=True), (), *(cel(tekst, vet=True) for tekst in sommen)])
    naast = len(stand.scenarios)
    blad.table(kop, rijen, (*_BREED, *((100.0 - sum(_BREED)) / naast for _ in range(naast))))


def _row(steen: Bouwsteen, cellen: Sequence[Scenariocel]) -> list[Cel]:
    return [
        cel(f"{steen.nummer} {steen.naam}".strip()),
        cel(steen.categorie),
        cel(_amount(steen.bedrag)),
        *(cel(f"{een.keuze.value}: {_amount(een.bedrag)}") for een in cellen),
    ]


def _grounds(blad: Blad, stand: Kernstand) -> None:
    """Put what was weighed with its reasons, why scenarios choose as they do, and what was asked."""
    met = [steen for steen in stand.bouwstenen if _has_more(stand, steen)]
    if met:
        blad.heading(2, "Afwegingen, keuzes en vragen")
    for steen in met:
        blad.heading(3, f"{stand.deel_van(steen).naam}: {steen.naam}")
        gelopen = stand.wandeling(steen.id)
        for vraag, antwoord in gelopen.stappen:
            afweging = stand.afweging(steen.id, vraag.id)
            reden = f" {afweging.reden}" if afweging and afweging.reden else ""
            blad.fields([[veld(vraag.vraag, f"{'Ja.' if antwoord else 'Nee.'}{reden}")]])
        if gelopen.keuze is not None and gelopen.categorie is not None:
            grond = Categorie(gelopen.categorie)
            blad.paragraph(f"Categorie {grond.value}: {grond.omschrijving} Uitkomst: {gelopen.keuze.value}.")
        anders = stand.anders_dan_stuk(steen)
        if anders:
            blad.paragraph(anders)
        for scenario in stand.scenarios:
            waarom = stand.toelichting(scenario.id, steen.id)
            if waarom:
                blad.fields([[veld(f"In {scenario.code} {scenario.naam}", waarom)]])
        for een in stand.vragen_over(steen.id):
            van = f" ({een.van})" if een.van else ""
            blad.fields([[veld(f"Vraag{van}: {een.vraag}", een.antwoord or "Nog geen antwoord.")]])


def _has_more(stand: Kernstand, steen: Bouwsteen) -> bool:
    toegelicht = any(stand.toelichting(een.id, steen.id) for een in stand.scenarios)
    return toegelicht or bool(stand.wandeling(steen.id).stappen) or bool(stand.vragen_over(steen.id))


def _amount(bedrag: int | None) -> str:
    return "?" if bedrag is None else duizendtal(bedrag)
