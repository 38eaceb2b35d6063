"""``tk archief``: years of packs at once, first looked at and then taken in."""

from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import aside, replacing
from tk_desktop.base.klok import dit_moment
from tk_desktop.base.leesproces import Leesproces
from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, progress, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.intake.archief import Archiefverslag, Archiefwerk, Lot, read_archief, take_archief
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import find_office
from tk_desktop.store.kluis import met_kluis
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


class ZelfdeOnjuist(TkError):
    """Two names were to be joined and were not named as two."""

    code = "TK-C40"
    melding = "‘{tekst}’ noemt geen twee namen."
    veilig = "Er is niets ingenomen."
    advies = "Schrijf het als --zelfde ‘J. de Vries=Jan de Vries’."


@click.command(
    cls=Opdracht,
    short_help="Neem een map met jaren stukken in.",
    help="Lees een map met vergadersets en losse stukken, met alle mappen erin. Zonder --innemen wordt niets bewaard: "
    "u ziet wat er van elk bestand wordt, en welke namen van één persoon of gremium kunnen zijn. Brak het innemen af, "
    "geef de opdracht dan nog eens: wat er al was, wordt overgeslagen.",
    epilog="tk archief ./archief --werkmap ./werkmap --innemen --rapport archief.txt",
)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@werkmap_optie
@click.option("--innemen", is_flag=True, help="Neem in wat gelezen is.")
@click.option("--zelfde", multiple=True, metavar="KORT=VOLUIT", help="Twee namen zijn van één persoon of gremium.")
@click.option("--herken", is_flag=True, help="Lees ook de woorden in scans, met tesseract.")
@click.option("--rapport", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf per bestand wat ervan werd.")
@json_optie
def archief(
    *,
    map_: Path,
    werkmap: Path,
    innemen: bool,
    zelfde: tuple[str, ...],
    herken: bool,
    rapport: Path | None,
    als_json: bool,
) -> int:
    """Read a folder, and take it in when that was asked; 1 when a file was refused."""
    namen = dict(_pair(tekst) for tekst in zelfde)
    kluis = kluis_van(werkmap)
    cache = met_kluis(werkmap / "cache", kluis)
    with aside(cache) as naast, Leesproces() as lezer:
        werk = Archiefwerk(
            cache=Bladcache(naast), lezer=lezer, map=werkmap, zelfde=namen, herken=herken, office=find_office()
        )
        if innemen:
            with Store.making(werkmap, kluis) as store, schrijfslot(werkmap):
                verslag = take_archief(store, map_, werk, dit_moment(), progress())
            Bladcache(cache).adopt(naast)
        else:
            verslag = read_archief(map_, werk, dit_moment(), progress())
    if rapport is not None:
        with replacing(rapport) as half:
            half.write_text("\n".join(_lines(verslag, innemen=innemen, geheel=False)) + "\n", encoding="utf-8")
    if als_json:
        print_json(
            {
                "bestanden": [
                    {
                        "bestand": regel.bestand,
                        "lot": regel.lot.value,
                        "wat": regel.wat,
                        "twijfels": [{"waar": een.waar, "wat": een.wat} for een in regel.twijfels],
                    }
                    for regel in verslag.regels
                ],
                "namen": [{"kort": naam.kort, "voluit": naam.voluit} for naam in verslag.namen],
            }
        )
    else:
        for tekst in _lines(verslag, innemen=innemen, geheel=True):
            click.echo(tekst)
    return 1 if verslag.aantal(Lot.GEWEIGERD) else 0


def _pair(tekst: str) -> tuple[str, str]:
    kort, _, voluit = (deel.strip() for deel in tekst.partition("="))
    if not kort or not voluit:
        raise ZelfdeOnjuist(tekst=tekst)
    return kort, voluit


def _lines(verslag: Archiefverslag, *, innemen: bool, geheel: bool) -> list[str]:
    tellingen = [f"{verslag.aantal(lot)} {lot.value}" for lot in Lot if verslag.aantal(lot)]
    uit = [f"{len(verslag.regels)} bestanden: {', '.join(tellingen)}." if verslag.regels else "De map is leeg."]
    uit += [f"  {woorden}" for regel in verslag.regels for woorden in regel.in_woorden(geheel=geheel)]
    if verslag.namen:
        uit += ["", "Misschien dezelfde persoon of hetzelfde gremium (geef --zelfde als het klopt):"]
        uit += [f"  {naam.kort} = {naam.voluit}" for naam in verslag.namen]
    if not innemen:
        uit += ["", "Er is niets bewaard. Geef --innemen om dit in te nemen."]
    return uit
