"""``tk toegankelijk``: tell whether everybody can read what came in, and what to ask the sender."""

from pathlib import Path

import click

from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    kluis_van,
    print_json,
    progress,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.lak import find_stuk
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.intake.toegankelijk import Leesrapport, report_accessibility, report_all
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Kijk na of iedereen een stuk kan lezen.",
    help="Kijk van ontvangen stukken na of iedereen ze kan lezen, ook met een schermlezer: opbouw, titel, taal, tekst "
    "op elke bladzijde, beschrijving van beelden en leesvolgorde. Met --brief staat er een tekst bij voor de afzender. "
    "Zonder stuk gaat het om alle stukken van de vergadering. De uitkomst is 1 als er iets te verbeteren is.",
    epilog="tk toegankelijk ‘2a bijl. 1’ --brief --werkmap ./werkmap",
)
@click.argument("stuk", default="", metavar="[STUK]")
@werkmap_optie
@vergadering_optie
@click.option("--brief", is_flag=True, help="Toon de tekst om aan de afzender te sturen.")
@json_optie
def toegankelijk(*, stuk: str, werkmap: Path, vergadering: str, brief: bool, als_json: bool) -> int:
    """Print the report on one paper or on all of a meeting."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        opname = store.opname(choose_vergadering(store, vergadering).id)
        if stuk:
            rapporten: tuple[Leesrapport, ...] = (report_accessibility(store, find_stuk(opname, stuk).id, progress()),)
        else:
            rapporten = report_all(store, opname.vergadering.id, progress())
    if als_json:
        print_json([_gegevens(opname, een) for een in rapporten])
    else:
        for een in rapporten:
            _toon(opname, een, brief=brief)
        if not rapporten:
            click.echo("Er zijn geen ontvangen stukken met bladzijden.")
    return int(not all(een.goed for een in rapporten))


def _toon(opname: Momentopname, rapport: Leesrapport, *, brief: bool) -> None:
    click.echo(f"{opname.aanduiding(rapport.stuk)}: {rapport.stuk.titel}")
    for regel in rapport.regels:
        click.echo(f"  {'✓' if regel.goed else '!'} {regel.punt.value}: {regel.gezien}")
    if brief and rapport.brief:
        click.echo(f"\n{rapport.brief}\n")


def _gegevens(opname: Momentopname, rapport: Leesrapport) -> dict[str, object]:
    return {
        "stuk": opname.aanduiding(rapport.stuk),
        "titel": rapport.stuk.titel,
        "goed": rapport.goed,
        "regels": [{"punt": een.punt.value, "goed": een.goed, "gezien": een.gezien} for een in rapport.regels],
        "brief": rapport.brief,
    }
