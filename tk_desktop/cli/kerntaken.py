"""``tk kerntaken``: the core tasks of a programme with their scenarios, and their papers."""

from pathlib import Path

import click

from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.programma import ProgrammaOnbekend, choose_programma
from tk_desktop.domain.getal import euro
from tk_desktop.domain.kernstand import Kernstand
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.scenarios import Scenario, Scenariosom
from tk_desktop.export.scenariorekenblad import write_kerntaken
from tk_desktop.programme.kerntaken import read_kerntaken
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Zet de scenario’s van kerntaken naast elkaar.",
    help="Toon wat elk scenario van de kerntaken kost en met nu verschilt. Met --papier maakt u het overzicht met alle "
    "bouwstenen; het einde van de naam (.pdf, .docx of .xlsx) kiest de vorm.",
    epilog="tk kerntaken --tegen nul --papier scenarios.xlsx --werkmap ./werkmap",
)
@click.argument("naam", required=False, default="", metavar="[PROGRAMMA]")
@werkmap_optie
@click.option("--tegen", default="", metavar="CODE", help="Vergelijk met dit scenario, zoals A.1; anders met nu.")
@click.option(
    "--papier", type=click.Path(path_type=Path), metavar="BESTAND", help="Het overzicht, .pdf .docx of .xlsx."
)
@json_optie
def kerntaken(*, naam: str, werkmap: Path, tegen: str, papier: Path | None, als_json: bool) -> int:
    """Print what scenarios cost, or write them side by side."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        stand = read_kerntaken(store, choose_programma(store, naam).id)
    basis = _scenario(stand, tegen) if tegen else None
    if papier is not None:
        write_kerntaken(stand, papier, op=dit_moment().date())
    sommen = stand.vergelijking(basis.id if basis else None).sommen
    if als_json:
        print_json(_gegevens(stand, sommen, basis, papier))
        return 0
    if papier is not None:
        click.echo(f"Gemaakt: {papier}")
        return 0
    click.echo(f"{stand.naam}: {meervoud(len(stand.bouwstenen), 'bouwsteen', 'bouwstenen')}")
    for som in sommen:
        click.echo(f"  {_regel(som, basis)}")
    for zin in stand.onmogelijk():
        click.echo(f"  Waarschuwing: {zin}")
    if not sommen:
        click.echo("  Er zijn nog geen scenario’s.")
    for vraag in (een for een in stand.vragen if not een.antwoord):
        click.echo(f"  Zonder antwoord: {vraag.vraag}")
    return 0


def _scenario(stand: Kernstand, code: str) -> Scenario:
    gevonden = next((een for een in stand.scenarios if een.code.casefold() == code.casefold()), None)
    if gevonden is None:
        wel = ", ".join(f"‘{een.code}’" for een in stand.scenarios) or "nog geen enkel"
        raise ProgrammaOnbekend(soort="Scenario", naam=code, wel=wel)
    return gevonden


def _regel(som: Scenariosom, basis: Scenario | None) -> str:
    """Return one scenario in words: ``A.1 Absolute kern: € 120.000,-; dat is € 95.000,- minder dan nu``."""
    kost = f"{som.scenario.code} {som.scenario.naam}: {euro(som.som)}"
    dan = basis.code if basis else "nu"
    if som.onzeker:
        telt = meervoud(som.onzeker, "bouwsteen zonder bedrag telt", "bouwstenen zonder bedrag tellen")
        kost += f"; {telt} niet mee"
    if som.verschil is None:
        return f"{kost}; het verschil met {dan} is onzeker"
    if not som.verschil:
        return f"{kost}, evenveel als {dan}"
    return f"{kost}; dat is {euro(abs(som.verschil))} {'meer' if som.verschil > 0 else 'minder'} dan {dan}"


def _gegevens(
    stand: Kernstand, sommen: tuple[Scenariosom, ...], basis: Scenario | None, papier: Path | None
) -> dict[str, object]:
    return {
        "programma": stand.naam,
        "vergeleken_met": basis.code if basis else "nu",
        "scenarios": [
            {
                "code": een.scenario.code,
                "naam": een.scenario.naam,
                "som": een.som,
                "zonder_bedrag": een.onzeker,
                "verschil": een.verschil,
            }
            for een in sommen
        ],
        "bouwstenen": [
            {
                "naam": steen.naam,
                "onderdeel": stand.deel_van(steen).naam,
                "categorie": steen.categorie or None,
                "kosten": steen.bedrag,
                "keuzes": {
                    scenario.code: {"keuze": cel.keuze.value, "bedrag": cel.bedrag}
                    for scenario, cel in zip(stand.scenarios, stand.cellen(steen.id), strict=True)
                },
            }
            for steen in stand.bouwstenen
        ],
        "onmogelijk": list(stand.onmogelijk()),
        "zonder_antwoord": [een.vraag for een in stand.vragen if not een.antwoord],
        "gemaakt": [str(papier)] if papier is not None else [],
    }
