"""``tk uitgang``: write everything of a werkmap to a folder that is read without this program, or take it in again."""

from pathlib import Path

import click

from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, progress, werkmap_optie
from tk_desktop.cli.inzage import log_bestanden
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.wachtwoord import vraag_ja
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.extranet.inname import import_uitgang
from tk_desktop.extranet.uitgang import besloten_count, require_empty, write_uitgang
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Schrijf alles uit de werkmap, leesbaar zonder TK Desktop.",
    help="Schrijf alle vergaderingen, stukken, besluiten en verslagen naar een lege map: bladzijden die elke browser "
    "leest, de bestanden onder leesbare namen, en alle gegevens als json. Met --innemen wordt van zo’n map een nieuwe "
    "werkmap gemaakt. De map is leesbaar voor iedereen die haar heeft, ook wat besloten is.",
    epilog="tk uitgang ./alles --werkmap ./werkmap",
)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path, file_okay=False))
@werkmap_optie
@click.option("--innemen", is_flag=True, help="Maak van die map een nieuwe werkmap.")
@click.option("--lezer", default="", metavar="NAAM", help="Neem ook de aantekeningen van deze lezer mee.")
@click.option("--ja", is_flag=True, help="Schrijf ook wat besloten is zonder het te vragen.")
@json_optie
def uitgang(*, map_: Path, werkmap: Path, innemen: bool, lezer: str, ja: bool, als_json: bool) -> int:
    """Write or take in everything, and tell how much that was; leave with 1 when files were gone."""
    if innemen:
        return _neem_in(map_, werkmap, als_json=als_json)
    return _schrijf(map_, werkmap, lezer=lezer, ja=ja, als_json=als_json)


def _schrijf(map_: Path, werkmap: Path, *, lezer: str, ja: bool, als_json: bool) -> int:
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        aantal = besloten_count(store)
        if aantal and not ja and not vraag_ja(_vraag(aantal)):
            click.echo("Er is niets geschreven.")
            return 1
        require_empty(store, map_)
        with schrijfslot(werkmap):
            for vergadering in store.vergaderingen.met_geheimen():
                log_bestanden(store, vergadering.id, {"uitgang": ""}, "tk uitgang")
        gang = write_uitgang(store, map_, progress(), lezer=lezer)
    if als_json:
        print_json({"map": str(map_), "rijen": gang.rijen, "bestanden": gang.bestanden, "ontbreekt": gang.ontbreekt})
    else:
        click.echo(f"{map_ / 'index.html'}: {meervoud(gang.bestanden, 'bestand', 'bestanden')}, {gang.rijen} rijen.")
        if lezer:
            click.echo(f"Van {lezer}: {meervoud(gang.aantekeningen, 'aantekening', 'aantekeningen')}.")
        for som in gang.ontbreekt:
            click.echo(f"✗ Bestand {som[:12]}… ontbreekt in de werkmap; het staat zo in de lijst.")
    return int(bool(gang.ontbreekt))


def _neem_in(map_: Path, werkmap: Path, *, als_json: bool) -> int:
    gelezen = import_uitgang(map_, werkmap, kluis_van(werkmap), progress())
    rijen = sum(len(een.rijen) for een in gelezen.tabellen)
    if als_json:
        print_json(
            {
                "werkmap": str(werkmap),
                "rijen": rijen,
                "bestanden": len(gelezen.bestanden),
                "onbeschermd": gelezen.onbeschermd,
            }
        )
    else:
        click.echo(f"Ingenomen: {meervoud(len(gelezen.bestanden), 'bestand', 'bestanden')}, {rijen} rijen.")
        if gelezen.onbeschermd:
            click.echo("Er staat in wat besloten is. Met ‘tk bescherm aan’ zet u een wachtwoord op de werkmap.")
    return 0


def _vraag(aantal: int) -> str:
    wat = meervoud(aantal, "punt of stuk is", "punten en stukken zijn")
    return f"{wat[0].upper()}{wat[1:]} besloten, en in deze map voor iedereen leesbaar. Toch schrijven?"
