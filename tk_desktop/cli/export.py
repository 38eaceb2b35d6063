"""``tk export``: write a meeting as editable Word files."""

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
from tk_desktop.cli.inzage import log_bestanden
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.export.word import write_sjabloon, write_word
from tk_desktop.minutes.kopieen import secret_in
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Schrijf uitnodiging, agenda en nota’s als Word.",
    help="Schrijf de uitnodiging, de agenda en elke nota als bewerkbaar Word-bestand in de huisstijl van het gremium.",
    epilog="tk export --uit ./word --werkmap ./werkmap",
)
@werkmap_optie
@vergadering_optie
@click.option(
    "--uit", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="MAP", help="Waar ze komen."
)
@click.option("--sjabloon", is_flag=True, help="Schrijf ook een leeg Word-sjabloon in deze huisstijl.")
@click.option("--vervang", is_flag=True, help="Overschrijf Word-bestanden van dezelfde naam die anders zijn.")
@json_optie
def export(*, werkmap: Path, vergadering: str, uit: Path, sjabloon: bool, vervang: bool, als_json: bool) -> int:
    """Write the files and name them."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        opname = store.opname(choose_vergadering(store, vergadering).id)
        log_bestanden(store, opname.vergadering.id, secret_in(opname, opname.notas), "tk export")
    bestanden = write_word(opname, uit, progress(), vervang=vervang)
    if sjabloon:
        bestanden = (*bestanden, write_sjabloon(opname, uit))
    if als_json:
        print_json({"word": [str(bestand) for bestand in bestanden]})
    else:
        for bestand in bestanden:
            click.echo(str(bestand))
    return 0
