"""``tk doctor``: look whether a werkmap is whole, and the log of secret papers untouched."""

from pathlib import Path

import click

from tk_desktop.cli.gedeeld import json_optie, kluis_van, meervoud, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Kijk of de werkmap gaaf is.",
    help="Controleer de database en alle bestanden van de werkmap. Er wordt niets gewijzigd.",
    epilog="tk doctor --werkmap ./werkmap",
)
@werkmap_optie
@json_optie
def doctor(werkmap: Path, als_json: bool) -> int:
    """Print what is wrong; leave with 1 when anything is."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gezondheid = store.controleer()
    if als_json:
        print_json(
            {
                "goed": gezondheid.goed,
                "database": list(gezondheid.klachten),
                "beschadigd": list(gezondheid.beschadigd),
                "ontbreekt": list(gezondheid.ontbreekt),
                "inzagelog": gezondheid.breuk is None,
                "inzageregels": gezondheid.inzagen,
                "inzageafdruk": gezondheid.afdruk,
            }
        )
        return int(not gezondheid.goed)
    if gezondheid.goed:
        click.echo("De werkmap is gaaf: de database en alle bestanden kloppen.")
    else:
        for klacht in gezondheid.klachten:
            click.echo(f"✗ Database: {klacht}")
        for som in gezondheid.beschadigd:
            click.echo(f"✗ Bestand {som[:12]}… is veranderd. Neem het opnieuw in of zet een reservekopie terug.")
        for som in gezondheid.ontbreekt:
            click.echo(f"✗ Bestand {som[:12]}… ontbreekt. Neem het opnieuw in of zet een reservekopie terug.")
        if gezondheid.breuk is not None:
            click.echo(f"✗ Inzagelog: vanaf regel {gezondheid.breuk} klopt het niet meer; er is in gewijzigd.")
    if gezondheid.inzagen:
        regels = meervoud(gezondheid.inzagen, "regel", "regels")
        click.echo(f"Inzagelog: {regels}, laatste afdruk {gezondheid.afdruk}. Bewaar dit buiten de werkmap.")
    return int(not gezondheid.goed)
