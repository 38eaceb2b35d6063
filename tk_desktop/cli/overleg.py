"""``tk overleg``: the routes, terms and zienswijzen around a programme, and their papers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.programma import choose_programma
from tk_desktop.domain.datum import kort
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.overleg import Overlegroute, Overlegstand, Pencjaar, Zienswijzeronde
from tk_desktop.domain.overlegroute import doorlooptijd, vragen
from tk_desktop.export.overlegics import write_planning
from tk_desktop.programme.overleg import read_overleg
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Toon de routes, termijnen en zienswijzen van een programma.",
    help="Toon over welke tafels voorstellen gaan en wanneer, welke termijnen gelden en wie nog een zienswijze geeft. "
    "Met --papier maakt u de planning; het einde van de naam (.pdf, .docx of .ics) kiest de vorm.",
    epilog="tk overleg --papier planning.ics --werkmap ./werkmap",
)
@click.argument("naam", required=False, default="", metavar="[PROGRAMMA]")
@werkmap_optie
@click.option("--papier", type=click.Path(path_type=Path), metavar="BESTAND", help="De planning, .pdf .docx of .ics.")
@json_optie
def overleg(*, naam: str, werkmap: Path, papier: Path | None, als_json: bool) -> int:
    """Print what is planned, or write it."""
    vandaag = dit_moment().date()
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        stand = read_overleg(store, choose_programma(store, naam).id)
    if papier is not None:
        write_planning(stand, papier, op=vandaag)
    if als_json:
        print_json(_gegevens(stand, vandaag, papier))
    elif papier is not None:
        click.echo(f"Gemaakt: {papier}")
    else:
        for regel in _regels(stand, vandaag):
            click.echo(regel)
    return 0


def _regels(stand: Overlegstand, vandaag: date) -> Iterator[str]:
    for route in stand.routes:
        yield from _route(stand, route, vandaag)
    for jaar in stand.jaren:
        yield f"Begrotingsjaar {jaar.jaar}"
        yield from (f"  {regel}" for regel in _termijnen(stand, jaar, vandaag))
    for ronde in stand.rondes:
        yield _ronde(stand, ronde)
    if not (stand.routes or stand.jaren or stand.rondes):
        yield "Er is nog niets gepland."


def _route(stand: Overlegstand, route: Overlegroute, vandaag: date) -> Iterator[str]:
    gepland = stand.gepland(route)
    duur = f", doorlooptijd {doorlooptijd(gepland)} dagen" if gepland else "; de dag van het besluit is niet bekend"
    yield f"Route ‘{route.naam}’{duur}"
    for plek, stap in enumerate(stand.stappen_van(route.id)):
        een = gepland[plek] if gepland else None
        dag = "" if een is None else f", {kort(een.dag)}" if een.dag else f", vóór {kort(een.laatst)}"
        wacht = f", {een.wacht} dagen wachten" if een is not None and een.wacht else ""
        yield f"  {stand.tafel(stap.tafel_id).naam} {stap.rol.value}{dag}{wacht}"
    for zin in vragen(gepland, vandaag) if gepland else ():
        yield f"  Waarschuwing: {zin}"
    for overlap in stand.overlap(route):
        yield f"  Overlap van {overlap.een} en {overlap.ander}: {overlap.reden}"


def _termijnen(stand: Overlegstand, jaar: Pencjaar, vandaag: date) -> Iterator[str]:
    for een in stand.kalender(jaar):
        dag = f"uiterlijk {kort(een.uiterlijk)}" if een.uiterlijk else "hangt af van de dag van het AB"
        staat = f"gedaan op {kort(een.gedaan)}" if een.gedaan else "te laat" if een.te_laat(vandaag) else "nog te doen"
        yield f"{een.termijn.wat}: {dag}, {staat}"


def _ronde(stand: Overlegstand, ronde: Zienswijzeronde) -> str:
    hoe = stand.stand(ronde)
    wie = f"nog niet van {opsomming(hoe.ontbreekt)}" if hoe.ontbreekt else "alle binnen"
    werk = f"; nog te verwerken: {opsomming(hoe.te_verwerken)}" if hoe.te_verwerken else ""
    return f"Zienswijzen ‘{ronde.onderwerp}’: {wie}{werk}"


def _gegevens(stand: Overlegstand, vandaag: date, papier: Path | None) -> dict[str, object]:
    return {
        "programma": stand.naam,
        "routes": [_routegegevens(stand, route, vandaag) for route in stand.routes],
        "begrotingsjaren": [
            {
                "jaar": jaar.jaar,
                "termijnen": [
                    {
                        "wat": een.termijn.wat,
                        "uiterlijk": een.uiterlijk.isoformat() if een.uiterlijk else None,
                        "gedaan": een.gedaan.isoformat() if een.gedaan else None,
                        "te_laat": een.te_laat(vandaag),
                    }
                    for een in stand.kalender(jaar)
                ],
            }
            for jaar in stand.jaren
        ],
        "zienswijzen": [
            {
                "onderwerp": ronde.onderwerp,
                "ontbreekt": list(stand.stand(ronde).ontbreekt),
                "te_verwerken": list(stand.stand(ronde).te_verwerken),
            }
            for ronde in stand.rondes
        ],
        "gemaakt": [str(papier)] if papier is not None else [],
    }


def _routegegevens(stand: Overlegstand, route: Overlegroute, vandaag: date) -> dict[str, object]:
    gepland = stand.gepland(route)
    return {
        "naam": route.naam,
        "besluit_op": route.besluit_op.isoformat() if route.besluit_op else None,
        "stappen": [
            {
                "tafel": stand.tafel(stap.tafel_id).naam,
                "rol": stap.rol.value,
                "dag": dag.isoformat() if gepland and (dag := gepland[plek].dag) else None,
                "wachtdagen": gepland[plek].wacht if gepland else None,
            }
            for plek, stap in enumerate(stand.stappen_van(route.id))
        ],
        "let_op": list(vragen(gepland, vandaag)) if gepland else [],
        "overlap": [{"een": een.een, "ander": een.ander, "reden": een.reden} for een in stand.overlap(route)],
    }
