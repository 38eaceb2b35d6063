"""``tk doctor``: look whether a werkmap is whole and shows what was said in it, and mend it when asked."""

from collections.abc import Mapping
from pathlib import Path

import click

from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.wachtwoord import WACHTWOORD, vraag_ja, vraag_wachtwoord
from tk_desktop.domain.fixiteit import file_name
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.exchange.bescherming import unlock_sleutels
from tk_desktop.exchange.nazien import Nazicht, examine, mend
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.minutes.bestandsnamen import name_files
from tk_desktop.store.fouten import WerkmapBeschadigd
from tk_desktop.store.herstel import gave_kopie, zet_terug
from tk_desktop.store.kluis import Kluis
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

_MEESTE = 20
"""How many rows are named."""


@click.command(
    cls=Opdracht,
    short_help="Kijk of de werkmap gaaf is.",
    help=(
        "Controleer de database en alle bestanden van de werkmap, en of zij toont wat erin is gedaan. "
        "Er wordt niets gewijzigd, tenzij u om herstel vraagt en ja zegt tegen het plan."
    ),
    epilog="tk doctor --werkmap ./werkmap",
)
@werkmap_optie
@click.option("--segmenten", is_flag=True, help="Lees ook na wat in bundels kwam; vraagt het wachtwoord.")
@click.option("--herstel", is_flag=True, help="Toon wat te herstellen is, en doe het als u ja zegt.")
@json_optie
def doctor(werkmap: Path, segmenten: bool, herstel: bool, als_json: bool) -> int:
    """Print what is wrong; leave with 1 when anything is."""
    kluis = kluis_van(werkmap)
    bos = _sleutels(werkmap) if segmenten or herstel else None
    try:
        with Store.open(werkmap, kluis) as store:
            nazicht = examine(store, bos)
            namen = _namen(store, nazicht)
    except WerkmapBeschadigd:
        if not herstel:
            raise
        return _uit_kopie(werkmap, kluis, bos)
    if als_json:
        print_json(_als_gegevens(nazicht))
    else:
        click.echo("\n".join(_regels(nazicht, namen)))
    if not herstel:
        if not als_json and (nazicht.te_herstellen or nazicht.gezondheid.klachten):
            click.echo("Herstellen: tk doctor --herstel. U ziet eerst wat er verandert.")
        return int(not nazicht.goed)
    if nazicht.gezondheid.klachten:
        return _uit_kopie(werkmap, kluis, bos)
    return _herstel(werkmap, kluis, bos, nazicht, namen)


def _sleutels(werkmap: Path) -> Sleutelbos | None:
    if not Sleutelbestand(werkmap).bestaat():
        return None
    return unlock_sleutels(werkmap, vraag_wachtwoord(WACHTWOORD), nu=dit_moment())


def _namen(store: Store, nazicht: Nazicht) -> dict[str, str]:
    """Return how people know the files that are not as they were; a torn database is not asked."""
    gezondheid = nazicht.gezondheid
    return {} if gezondheid.klachten else name_files(store, (*gezondheid.beschadigd, *gezondheid.ontbreekt))


def _herstel(
    werkmap: Path, kluis: Kluis | None, bos: Sleutelbos | None, nazicht: Nazicht, namen: Mapping[str, str]
) -> int:
    """Tell what would be done, do it when that is wanted, and tell how it fares then."""
    if not nazicht.te_herstellen:
        click.echo("Er is niets te herstellen.")
        return int(not nazicht.goed)
    click.echo("Plan. Eerst wordt een kopie bewaard in de map kopieen. Daarna:")
    if nazicht.rijen or nazicht.waarden:
        click.echo("- alle rijen opnieuw maken van wat erover is gezegd; hierboven staat wat dat verandert;")
    for sha in nazicht.segmenten:
        click.echo(f"- segment {sha[:12]}… vergeten; een ander stuurt het met de volgende bundel opnieuw;")
    for som in nazicht.gezondheid.beschadigd:
        click.echo(
            f"- bestand {file_name(som, namen)} opzij leggen; een ander stuurt het met de volgende bundel opnieuw;"
        )
    if not vraag_ja("Dit herstellen?"):
        click.echo("Er is niets gewijzigd.")
        return 1
    with schrijfslot(werkmap), Store.open(werkmap, kluis) as store:
        daarna = mend(store, bos, dit_moment().date())
        namen = _namen(store, daarna)
    click.echo("\n".join(_regels(daarna, namen)))
    return int(not daarna.goed)


def _uit_kopie(werkmap: Path, kluis: Kluis | None, bos: Sleutelbos | None) -> int:
    """Put the latest copy that is whole in the place of the database, when that is wanted."""
    kopie = gave_kopie(werkmap, kluis)
    if kopie is None:
        click.echo("De database is beschadigd en er is geen gave kopie. Zet een reservekopie van de werkmap terug.")
        return 1
    click.echo(f"Plan. De database is beschadigd. De kopie ‘{kopie.name}’ is gaaf en komt ervoor in de plaats;")
    click.echo("de beschadigde blijft ernaast liggen. Wat later kwam, sturen anderen met hun volgende bundels.")
    if not vraag_ja("Deze kopie terugzetten?"):
        click.echo("Er is niets gewijzigd.")
        return 1
    with schrijfslot(werkmap):
        zet_terug(werkmap, kopie)
        with Store.open(werkmap, kluis) as store:
            daarna = examine(store, bos)
            namen = _namen(store, daarna)
    click.echo("\n".join(_regels(daarna, namen)))
    return int(not daarna.goed)


def _als_gegevens(nazicht: Nazicht) -> dict[str, object]:
    gezondheid = nazicht.gezondheid
    return {
        "goed": nazicht.goed,
        "database": list(gezondheid.klachten),
        "beschadigd": list(gezondheid.beschadigd),
        "ontbreekt": list(gezondheid.ontbreekt),
        "segmenten": list(nazicht.segmenten),
        "volgt": list(nazicht.volgt),
        "waarden": nazicht.waarden,
        "rijen": [[een.tabel, een.rij, een.veld, een.toont, een.hoort] for een in nazicht.rijen],
        "inzagelog": gezondheid.breuk is None and gezondheid.gekort is None,
        "inzageregels": gezondheid.inzagen,
        "inzageafdruk": gezondheid.afdruk,
        "inzagelogs_elders": [[een.apparaat, een.verteld, een.nu] for een in nazicht.logboeken],
    }


def _regels(nazicht: Nazicht, namen: Mapping[str, str]) -> list[str]:
    gezondheid = nazicht.gezondheid
    uit = [f"✗ Database: {klacht}" for klacht in gezondheid.klachten]
    for som in gezondheid.beschadigd:
        uit.append(
            f"✗ Bestand {file_name(som, namen)} is veranderd. Neem het opnieuw in of zet een reservekopie terug."
        )
    for som in gezondheid.ontbreekt:
        uit.append(f"✗ Bestand {file_name(som, namen)} ontbreekt. Neem het opnieuw in of zet een reservekopie terug.")
    uit += [f"✗ Segment {sha[:12]}… is beschadigd." for sha in nazicht.segmenten]
    uit += [f"… Segment {sha[:12]}… volgt met de volgende bundel van een ander." for sha in nazicht.volgt]
    if nazicht.waarden:
        uit.append(f"✗ {meervoud(nazicht.waarden, 'veld wijkt', 'velden wijken')} af van wat in segmenten staat.")
    for een in nazicht.rijen[:_MEESTE]:
        wat = f"{een.tabel} {een.rij}"
        if een.veld:
            uit.append(f"✗ {wat}: {een.veld} toont ‘{een.toont}’ en hoort ‘{een.hoort}’ te zijn.")
        else:
            uit.append(f"✗ {wat} {'hoort er niet te zijn' if een.toont else 'ontbreekt'}.")
    if len(nazicht.rijen) > _MEESTE:
        uit.append(f"✗ En nog {len(nazicht.rijen) - _MEESTE} andere.")
    if gezondheid.breuk is not None:
        uit.append(f"✗ Inzagelog: vanaf regel {gezondheid.breuk} klopt het niet meer; er is in gewijzigd.")
    if gezondheid.gekort is not None:
        uit.append(
            f"✗ Inzagelog: regel {gezondheid.gekort} is verteld aan het secretariaat en staat er niet meer zoals toen."
        )
    for log in nazicht.logboeken:
        uit.append(
            f"! Inzagelog van {log.apparaat}: regel {log.verteld} staat er niet meer zoals zij is verteld; het log had "
            f"toen {meervoud(log.nu, 'regel', 'regels')}. Er is in gewijzigd, of er is een reservekopie teruggezet."
        )
    if nazicht.goed:
        uit.append("De werkmap is gaaf: de database en alle bestanden kloppen.")
    if gezondheid.inzagen:
        regels = meervoud(gezondheid.inzagen, "regel", "regels")
        uit.append(f"Inzagelog: {regels}, laatste afdruk {gezondheid.afdruk}. Bewaar dit buiten de werkmap.")
    return uit
