"""``tk search``: find words in papers, nota's, agendas and what came of them."""

import re
from pathlib import Path

import click

from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.pack.zoeken import Keuze, Zoekuitkomst, find_narrowed
from tk_desktop.store.werkmap import Store

_GEVONDEN = re.compile("‹([^‹›]*)›")


@click.command(
    cls=Opdracht,
    short_help="Zoek in stukken, nota’s, agenda’s, besluiten en acties.",
    help='Zoek woorden; alle woorden moeten voorkomen. ‘"een zin"’ zoekt letterlijk, ‘woord*’ ook langere woorden, '
    "‘-woord’ sluit uit, ‘dit OF dat’ mag een van beide zijn.",
    epilog="tk search 'jeugd* -begroting' --werkmap ./werkmap",
)
@click.argument("vraag", nargs=-1, required=True, metavar="WOORD…")
@werkmap_optie
@click.option("--hoogstens", default=20, show_default=True, metavar="AANTAL", help="Hoeveel plaatsen u ziet.")
@click.option("--gremium", default="", metavar="NAAM", help="Alleen van dit gremium, zoals ‘BC WK’.")
@click.option("--jaar", default=0, metavar="JAAR", help="Alleen van vergaderingen in dit jaar.")
@click.option("--soort", default="", metavar="SOORT", help="Alleen deze soort stuk, of ‘actie’.")
@click.option("--besloten/--openbaar", default=None, help="Alleen wat besloten is, of juist niet.")
@click.option("--besluit", default="", metavar="UITKOMST", help="Alleen bij deze uitkomst: ‘conform advies’.")
@click.option("--persoon", default="", metavar="NAAM", help="Alleen wat deze persoon inleidt, of doet.")
@json_optie
def search(
    *,
    vraag: tuple[str, ...],
    werkmap: Path,
    hoogstens: int,
    gremium: str,
    jaar: int,
    soort: str,
    besloten: bool | None,
    besluit: str,
    persoon: str,
    als_json: bool,
) -> int:
    """Print where the words stand, the best first, and by what it can be narrowed."""
    keuze = Keuze(gremium=gremium, jaar=jaar, soort=soort, besloten=besloten, besluit=besluit, persoon=persoon)
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        uitkomst = find_narrowed(store, " ".join(vraag), keuze, hoogstens=hoogstens)
    plaatsen = uitkomst.plaatsen
    if als_json:
        print_json(
            [{"waar": p.waar, "titel": p.titel, "pagina": p.pagina or None, "fragment": p.fragment} for p in plaatsen]
        )
    else:
        for plaats in plaatsen:
            pagina = f", blz. {plaats.pagina}" if plaats.pagina else ""
            click.echo(f"{plaats.waar}{pagina}: {plaats.titel}\n  {_GEVONDEN.sub(_vet, plaats.fragment)}")
        for regel in _telling(uitkomst) if plaatsen else ():
            click.echo(regel)
        if not plaatsen:
            click.echo("Niets gevonden. Probeer minder woorden, of ‘woord*’.")
    return 0


def _vet(gevonden: re.Match[str]) -> str:
    """Return a word that was found as a screen shows it; in a file and through a pipe it is plain."""
    return click.style(gevonden[1], bold=True)


def _telling(uitkomst: Zoekuitkomst) -> list[str]:
    """Return by what the search can be narrowed, with how many places each has."""
    rijen = [
        ("Gremium", ((naam, aantal) for naam, aantal in uitkomst.gremia)),
        ("Jaar", ((str(jaar), aantal) for jaar, aantal in uitkomst.jaren)),
        ("Soort", ((naam, aantal) for naam, aantal in uitkomst.soorten)),
        ("Besluit", ((naam, aantal) for naam, aantal in uitkomst.besluiten)),
        ("Persoon", ((naam, aantal) for naam, aantal in uitkomst.personen)),
        ("Zicht", (("openbaar", uitkomst.openbaar), ("besloten", uitkomst.besloten))),
    ]
    geteld = ((kop, [f"{naam} ({aantal})" for naam, aantal in delen if aantal]) for kop, delen in rijen)
    return [f"{kop}: {', '.join(delen)}" for kop, delen in geteld if delen]
