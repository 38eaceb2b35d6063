"""``tk herken``: read the words in scans, so that search finds them."""

from pathlib import Path

import click

from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    kluis_van,
    print_json,
    progress,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.intake.herkenning import read_scan, scans
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Lees de tekst in scans.",
    help="Lees de woorden op bladzijden zonder tekst, zodat zoeken ze vindt. Het ontvangen bestand verandert niet. Wat "
    "niet zeker is, wordt genoemd; een onzeker cijfer wordt ▯ en nooit geraden. Vraagt ‘tesseract’ met Nederlands.",
    epilog="tk herken --werkmap ./werkmap",
)
@werkmap_optie
@vergadering_optie
@json_optie
def herken(*, werkmap: Path, vergadering: str, als_json: bool) -> int:
    """Read every scan of one meeting, and tell what is not certain."""
    with Store.open(werkmap, kluis_van(werkmap)) as store, schrijfslot(werkmap):
        gekozen = choose_vergadering(store, vergadering)
        gelezen = [
            read_scan(store, stuk, versie, dit_moment(), progress()) for stuk, versie in scans(store, gekozen.id)
        ]
    if als_json:
        print_json(
            [
                {
                    "stuk": een.stuk.titel,
                    "bladzijden": [
                        {"bladzijde": blad.pagina, "tekst": blad.tekst, "onzeker": list(blad.onzeker)}
                        for blad in een.bladen
                    ],
                }
                for een in gelezen
            ]
        )
        return 0
    if not gelezen:
        click.echo("Elke bladzijde heeft tekst; er is niets te herkennen.")
    for een in gelezen:
        onzeker = [woord for blad in een.bladen for woord in blad.onzeker]
        click.echo(f"{een.stuk.titel}: {meervoud(len(een.bladen), 'bladzijde', 'bladzijden')} gelezen.")
        if onzeker:
            click.echo(f"  Niet zeker: {', '.join(onzeker[:40])}")
    return 0
