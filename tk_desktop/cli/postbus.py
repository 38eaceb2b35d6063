"""``tk bundle sturen``, ``ophalen`` and ``postbus``: exchange through a folder, a WebDAV or an SFTP server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.bundel import bundle, uitwisseling
from tk_desktop.cli.bundelwacht import bundelwacht
from tk_desktop.cli.gedeeld import json_optie, print_json, progress, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.wachtwoord import vraag_ja, vraag_wachtwoord
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.uitwisseling import Postbus
from tk_desktop.exchange.lezen import NogNietVertrouwd
from tk_desktop.exchange.postbus.adres import Postbusadres, lees_adres
from tk_desktop.exchange.postbus.fouten import ServerNogNietVertrouwd
from tk_desktop.exchange.postbus.nieuws import look_for_news
from tk_desktop.exchange.postbus.openen import open_opslag, wachtwoord_naar_ring, wachtwoord_uit_ring
from tk_desktop.exchange.postbus.ophalen import Opgehaald, fetch
from tk_desktop.exchange.postbus.opslag import Opslag
from tk_desktop.exchange.postbus.sturen import send
from tk_desktop.exchange.postbus.verdichten import compact
from tk_desktop.store.werkmap import Store


class PostbusNietGekozen(TkError):
    """No address was given, and the werkmap uses no postbus or several."""

    code = "TK-C32"
    melding = "Welke postbus? Deze werkmap gebruikt er {aantal}."
    veilig = "Er is niets verstuurd."
    advies = "Geef een adres: map:/pad, https://server/map of sftp://naam@server/map. Bekend: {bekend}."


AGENT = "agent"
_sleutel = click.option(
    "--sleutel", default="", metavar="BESTAND", help="Uw SSH-sleutel voor een SFTP-server, of ‘agent’."
)
_adres = click.argument("adres", default="")


@bundle.command(
    cls=Opdracht,
    short_help="Zet wat hier nieuw is in een postbus.",
    help=(
        "Zet wat hier nieuw is in een postbus: een gedeelde map (map:…), een WebDAV-server (https://…) of een "
        "SFTP-server (sftp://…). Alles is ondertekend, en wat niet voor iedereen is, is versleuteld."
    ),
    epilog="tk bundle sturen https://dav.waterkant.nl/post",
)
@_adres
@werkmap_optie
@click.option("--gebruiker", default="", metavar="NAAM", help="Uw naam op die server.")
@_sleutel
@click.option("--certificaat", default="", metavar="BESTAND", help="Van een eigen uitgever van certificaten.")
@click.option("--vertrouw", is_flag=True, help="De sleutel van een nieuwe SFTP-server is vergeleken.")
@click.option("--onthoud", is_flag=True, help="Laat de sleutelring van deze computer het wachtwoord bewaren.")
@json_optie
def sturen(
    *,
    adres: str,
    werkmap: Path,
    gebruiker: str,
    sleutel: str,
    certificaat: str,
    vertrouw: bool,
    onthoud: bool,
    als_json: bool,
) -> int:
    """Put what is new into a postbus."""
    with uitwisseling(werkmap) as (store, bos):
        post = _postbus(store, adres, gebruiker, certificaat, sleutel)
        with _open(store, post, vertrouw=vertrouw, onthoud=onthoud) as opslag:
            gedaan = send(store, bos, opslag, vandaag=dit_moment().date(), progress=progress())
    if als_json:
        print_json({"segmenten": gedaan.segmenten, "stukken": gedaan.stukken, "ontbreekt": gedaan.ontbreekt})
    elif gedaan.niets_nieuws:
        click.echo("Alles stond er al.")
    else:
        click.echo(
            f"Verstuurd: {meervoud(gedaan.segmenten, 'wijziging', 'groepen wijzigingen')} en "
            f"{meervoud(gedaan.stukken, 'stuk', 'stukken')}."
        )
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Haal op wat in een postbus voor u klaarligt.",
    help="Haal op wat in een postbus voor u klaarligt, en zeg wat er nieuw is.",
    epilog="tk bundle ophalen",
)
@_adres
@werkmap_optie
@click.option("--gebruiker", default="", metavar="NAAM", help="Uw naam op die server.")
@_sleutel
@click.option("--certificaat", default="", metavar="BESTAND", help="Van een eigen uitgever van certificaten.")
@click.option(
    "--vertrouw",
    is_flag=True,
    help="De sleutel van een nieuwe SFTP-server, of de woorden van het secretariaat, kloppen.",
)
@click.option("--onthoud", is_flag=True, help="Laat de sleutelring van deze computer het wachtwoord bewaren.")
@click.option("--kijk", is_flag=True, help="Zeg alleen of er iets is; er verandert niets.")
@click.option("--helemaal", is_flag=True, help="Loop alles na, ook wat eerder gelezen is.")
@json_optie
def ophalen(
    *,
    adres: str,
    werkmap: Path,
    gebruiker: str,
    sleutel: str,
    certificaat: str,
    vertrouw: bool,
    onthoud: bool,
    kijk: bool,
    helemaal: bool,
    als_json: bool,
) -> int:
    """Take in what waits in a postbus."""
    with uitwisseling(werkmap) as (store, bos):
        post = _postbus(store, adres, gebruiker, certificaat, sleutel)
        with _open(store, post, vertrouw=vertrouw, onthoud=onthoud) as opslag:
            if kijk:
                nieuws = look_for_news(store, bos.id, opslag, progress=progress())
                tekst = f"{meervoud(nieuws.meldingen, 'nieuwe melding', 'nieuwe meldingen')}, {nieuws.lengte} bytes."
                click.echo(tekst if nieuws.is_er else "Er is niets nieuws.")
                return 0
            vandaag = dit_moment().date()
            wacht = bundelwacht(store, vandaag)
            try:
                gedaan = fetch(store, bos, opslag, vandaag=vandaag, heel=helemaal, rondom=wacht, progress=progress())
            except NogNietVertrouwd as fout:
                if not vertrouw:
                    raise
                store.uitwisseling.vertrouw(str(fout.details["verify"]))
                gedaan = fetch(store, bos, opslag, vandaag=vandaag, heel=helemaal, rondom=wacht, progress=progress())
    _toon(gedaan, als_json=als_json)
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Ruim een postbus op.",
    help=(
        "Ruim een postbus op: wat iedereen heeft gelezen of ouder is dan een jaar, maakt plaats voor een ondertekende "
        "stand. Wie lang weg was, begint daarmee."
    ),
    epilog="tk bundle opruimen",
)
@_adres
@werkmap_optie
@click.option("--gebruiker", default="", metavar="NAAM", help="Uw naam op die server.")
@_sleutel
@json_optie
def opruimen(*, adres: str, werkmap: Path, gebruiker: str, sleutel: str, als_json: bool) -> int:
    """Put stands in the place of what all have read, or what is older than a year."""
    with uitwisseling(werkmap) as (store, bos):
        post = _postbus(store, adres, gebruiker, "", sleutel)
        with _open(store, post, vertrouw=False, onthoud=False) as opslag:
            vandaag = dit_moment().date()
            wacht = bundelwacht(store, vandaag)
            fetch(store, bos, opslag, vandaag=vandaag, heel=True, rondom=wacht, progress=progress())
            gedaan = compact(store, bos, opslag, vandaag=vandaag, progress=progress())
    if als_json:
        print_json({"standen": gedaan.standen, "segmenten": gedaan.segmenten, "meldingen": gedaan.meldingen})
    else:
        click.echo(
            f"Opgeruimd: {meervoud(gedaan.segmenten, 'deel', 'delen')} en "
            f"{meervoud(gedaan.meldingen, 'melding', 'meldingen')}."
        )
    return 0


def _toon(gedaan: Opgehaald, *, als_json: bool) -> None:
    nieuw = [een for een in gedaan.ontvangsten if not een.al_bekend]
    if als_json:
        velden = ("nieuw", "gewijzigd", "verwijderd", "stukken", "conflicten")
        print_json(
            {
                **{veld: sum(getattr(een, veld) for een in nieuw) for veld in velden},
                "volgt_nog": gedaan.volgt_nog,
                "beschadigd": gedaan.beschadigd,
                "geweigerd": list(gedaan.geweigerd),
            }
        )
        return
    for een in nieuw:
        click.echo(
            f"Van {een.afzender}: nieuw {een.nieuw}, gewijzigd {een.gewijzigd}, verwijderd {een.verwijderd}, "
            f"stukken {een.stukken}."
        )
    if not nieuw:
        click.echo("Er is niets nieuws.")
    if gedaan.volgt_nog:
        click.echo(f"{meervoud(gedaan.volgt_nog, 'stuk volgt', 'stukken volgen')} nog.")
    for reden in gedaan.geweigerd:
        click.echo(f"Geweigerd: {reden}", err=True)


def _postbus(store: Store, adres: str, gebruiker: str, certificaat: str, sleutel: str) -> Postbus:
    """Return the postbus that was meant: the one named, or the only one that is used."""
    bekend = store.postbussen.alle()
    if not adres and len(bekend) != 1:
        raise PostbusNietGekozen(aantal=len(bekend), bekend=", ".join(een.adres for een in bekend) or "geen")
    post = store.postbussen.get(lees_adres(adres).tekst) if adres else bekend[0]
    eigen = str(Path(certificaat).absolute()) if certificaat else post.certificaat
    met = str(Path(sleutel).expanduser().absolute()) if sleutel and sleutel != AGENT else sleutel
    return replace(post, gebruiker=gebruiker or post.gebruiker, certificaat=eigen, sleutel=met or post.sleutel)


@contextmanager
def _open(store: Store, post: Postbus, *, vertrouw: bool, onthoud: bool) -> Iterator[Opslag]:
    """Open the store of a postbus, and keep how it was opened once that went well; never the password."""
    adres = lees_adres(post.adres)
    wie = post.gebruiker or adres.gebruiker
    if adres.vraagt_wachtwoord and not wie:
        wie = str(click.prompt(f"Uw naam op {adres.host}", err=True))
    wachtwoord = "" if post.sleutel == AGENT else _wachtwoord(adres, wie, sleutel=post.sleutel)
    post = replace(post, gebruiker=wie)
    try:
        opslag = _bij(adres, post, wachtwoord)
    except ServerNogNietVertrouwd as fout:
        if not vertrouw:
            click.echo(f"{fout} {fout.raad}", err=True)
            if not vraag_ja("Klopt de sleutel van de server?"):
                raise
        post = replace(post, hostsleutel=str(fout.details["hostsleutel"]))
        opslag = _bij(adres, post, wachtwoord)
    try:
        with store.transaction():
            store.postbussen.bewaar(replace(post, kenmerk=store.postbussen.get(post.adres).kenmerk))
        yield opslag
    finally:
        opslag.sluit()
    if onthoud and adres.vraagt_wachtwoord and not wachtwoord_naar_ring(adres, wie, wachtwoord):
        click.echo("Deze computer heeft geen sleutelring; het wachtwoord wordt elke keer gevraagd.", err=True)


def _bij(adres: Postbusadres, post: Postbus, wachtwoord: str) -> Opslag:
    certificaat = Path(post.certificaat) if post.certificaat else None
    return open_opslag(
        adres, post.gebruiker, wachtwoord, hostsleutel=post.hostsleutel, certificaat=certificaat, sleutel=post.sleutel
    )


def _wachtwoord(adres: Postbusadres, wie: str, *, sleutel: str) -> str:
    if not adres.vraagt_wachtwoord:
        return ""
    bewaard = wachtwoord_uit_ring(adres, wie)
    waarvan = f"{Path(sleutel).name} (leeg als het er geen heeft)" if sleutel else f"{wie} op {adres.host}"
    return bewaard if bewaard is not None else vraag_wachtwoord(f"Wachtwoord van {waarvan}")
