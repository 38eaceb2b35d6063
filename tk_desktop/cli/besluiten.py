"""``tk besluiten``: the register of besluiten, and the course of a subject through the bodies."""

from pathlib import Path
from typing import Any

import click

from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.datum import kort
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.minutes.register import Dossierstap, Registerregel, dossier, find_besluiten, register
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Toon het besluitenregister en het verloop van een onderwerp.",
    help="Toon de besluiten van alle gremia, de laatste eerst. Met woorden ziet u alleen de besluiten waarin zij alle "
    "staan. Met --verloop ziet u bij elk besluit waar het onderwerp eerder en later is behandeld. Zonder --besloten is "
    "het de openbare vorm: niets wat besloten is staat erin.",
    epilog="tk besluiten consultatiebureau --verloop --werkmap ./werkmap",
)
@click.argument("woorden", nargs=-1, metavar="[WOORD]…")
@werkmap_optie
@click.option("--gremium", default="", metavar="NAAM", help="Alleen dit gremium: de naam of de afkorting.")
@click.option("--openbaar/--besloten", default=True, show_default=True, help="Voor iedereen, of met wat besloten is.")
@click.option("--verloop", is_flag=True, help="Ook waar het onderwerp eerder en later is behandeld.")
@json_optie
def besluiten(
    *, woorden: tuple[str, ...], werkmap: Path, gremium: str, openbaar: bool, verloop: bool, als_json: bool
) -> int:
    """Print the register, the latest besluit first."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gezocht = gremium.casefold()
        gremia = {een.kort for een in store.gremia.all() if gezocht in (een.kort.casefold(), een.naam.casefold())}
        regels = find_besluiten(register(store, openbaar=openbaar), " ".join(woorden))
        gekozen = [regel for regel in regels if not gremium or regel.gremium in gremia]
        met_verloop = [
            (regel, dossier(store, regel.besluit.agendapunt_id, openbaar=openbaar) if verloop else ())
            for regel in gekozen
        ]
    if als_json:
        print_json([_als_json(regel, stappen) for regel, stappen in met_verloop])
        return 0
    for regel, stappen in met_verloop:
        click.echo(_als_tekst(regel, stappen))
    if not met_verloop:
        click.echo("Er zijn geen besluiten gevonden.")
    return 0


def _als_tekst(regel: Registerregel, stappen: tuple[Dossierstap, ...]) -> str:
    besluit = regel.besluit
    vervangen = f" (vervangen door {regel.vervangen_door})" if regel.vervangen_door else ""
    dicht = " (besloten)" if regel.besloten else " (met besloten passage)" if regel.deels else ""
    waar = f"{regel.gremium} {kort(regel.datum)}{f', punt {regel.nummer}' if regel.nummer else ''}"
    regels = [
        f"{besluit.nummer or 'zonder nummer'}: {regel.onderwerp} ({waar}){dicht}{vervangen}",
        *_wat_er_is_besloten(besluit, "  "),
    ]
    for stap in stappen:
        hoe = "" if stap.staat is Puntstaat.GEAGENDEERD else f", {stap.staat.value}"
        nummer = f", punt {stap.nummer}" if stap.nummer else ""
        regels.append(f"  • {stap.gremium} {kort(stap.datum)}{nummer}{hoe}: {stap.titel}")
        regels += [woord for ander in stap.besluiten for woord in _wat_er_is_besloten(ander, "      ")]
    return "\n".join(regels)


def _wat_er_is_besloten(besluit: Besluit, inspringing: str) -> list[str]:
    tekst = " ".join(platte_tekst(besluit.tekst).split())
    regels = [f"{besluit.uitkomst.value.capitalize()}{f': {tekst}' if tekst else ''}"]
    if besluit.minderheid.strip():
        regels.append(f"Minderheidsstandpunt: {platte_tekst(besluit.minderheid)}")
    return [f"{inspringing}{regel}" for regel in regels]


def _als_json(regel: Registerregel, stappen: tuple[Dossierstap, ...]) -> dict[str, Any]:
    return {
        **_besluit(regel.besluit),
        "datum": regel.besluit.datum,
        "gremium": regel.gremium,
        "vergadering": regel.datum,
        "agendapunt": regel.nummer,
        "onderwerp": regel.onderwerp,
        "besloten": regel.besloten,
        "met_besloten_passage": regel.deels,
        "vervangen_door": regel.vervangen_door or None,
        "stukken": [stuk.titel for stuk in regel.stukken],
        "acties": [{"tekst": actie.tekst, "door": actie.door, "voor": actie.voor} for actie in regel.acties],
        "verloop": [
            {
                "gremium": stap.gremium,
                "datum": stap.datum,
                "agendapunt": stap.nummer,
                "onderwerp": stap.titel,
                "staat": stap.staat.value,
                "besluiten": [_besluit(besluit) for besluit in stap.besluiten],
            }
            for stap in stappen
        ],
    }


def _besluit(besluit: Besluit) -> dict[str, Any]:
    return {
        "nummer": besluit.nummer,
        "uitkomst": besluit.uitkomst.value,
        "tekst": besluit.tekst,
        "minderheid": besluit.minderheid or None,
    }
