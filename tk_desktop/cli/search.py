"""``tk search``: find words in papers, nota's and agendas."""

from pathlib import Path

import click

from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.pack.zoeken import find
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Zoek in stukken, nota’s en agenda’s.",
    help='Zoek woorden; alle woorden moeten voorkomen. ‘"een zin"’ zoekt letterlijk, ‘woord*’ ook langere woorden, '
    "‘-woord’ sluit uit, ‘dit OF dat’ mag een van beide zijn.",
    epilog="tk search 'jeugd* -begroting' --werkmap ./werkmap",
)
@click.argument("vraag", nargs=-1, required=True, metavar="WOORD…")
@werkmap_optie
@click.option("--hoogstens", default=20, show_default=True, metavar="AANTAL", help="Hoeveel plaatsen u ziet.")
@json_optie
def search(vraag: tuple[str, ...], werkmap: Path, hoogstens: int, als_json: bool) -> int:
    """Print where the words stand, the best first."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        plaatsen = find(store, " ".join(vraag), hoogstens=hoogstens)
    if als_json:
        print_json(
            [{"waar": p.waar, "titel": p.titel, "pagina": p.pagina or None, "fragment": p.fragment} for p in plaatsen]
        )
    else:
        for plaats in plaatsen:
            pagina = f", blz. {plaats.pagina}" if plaats.pagina else ""
            click.echo(f"{plaats.waar}{pagina}: {plaats.titel}\n  {plaats.fragment}")
        if not plaatsen:
            click.echo("Niets gevonden. Probeer minder woorden, of ‘woord*’.")
    return 0
