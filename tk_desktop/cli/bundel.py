"""``tk bundle``: begin an exchange, admit laptops, make and receive bundles, and look into one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.files import replacing
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.bundelwacht import bundelwacht
from tk_desktop.cli.bundelwoorden import als_gegevens, in_woorden, met_besloten, toon
from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    kluis_van,
    print_json,
    progress,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.nederlands import Groep, Opdracht
from tk_desktop.cli.wachtwoord import WACHTWOORD, vraag_ja, vraag_nieuw_wachtwoord, vraag_wachtwoord
from tk_desktop.domain.getal import omvang
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.rooster import Apparaat, Rol, Rooster
from tk_desktop.exchange.bescherming import unlock_sleutels, unlock_werkmap
from tk_desktop.exchange.inzien import inspect_bundel, verify_bundel
from tk_desktop.exchange.maken import MAILMAAT, make_bundel, make_openbaar
from tk_desktop.exchange.ontvangen import look_at_bundel, meeting_name, receive_bundel
from tk_desktop.exchange.publiceren import INGETROKKEN, publish_vergadering
from tk_desktop.exchange.rooster import (
    GeenRooster,
    admit,
    begin_rooster,
    lees_aanmelding,
    roosters,
    schrijf_aanmelding,
)
from tk_desktop.exchange.sleutels import Sleutelbestand, Sleutelbos
from tk_desktop.exchange.woorden import eigen_woorden, zes_woorden
from tk_desktop.export.openbladen import public_papers
from tk_desktop.store.kluis import is_beschermd
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


class PersoonOnbekend(TkError):
    """Somebody was named who is not in the werkmap, or whose name several people bear."""

    code = "TK-C30"
    melding = "‘{naam}’ staat {hoe} in deze werkmap."
    veilig = "Er is niets gewijzigd."
    advies = "Noem de naam precies zoals die bij de leden staat. Bekend zijn: {bekend}."


class OntvangerOnbekend(TkError):
    """A bundle was to be made for somebody or something that is not on the roster, or for several laptops at once."""

    code = "TK-C31"
    melding = "Voor ‘{naam}’ is geen apparaat gevonden, of meer dan één."
    veilig = "Er is niets gemaakt."
    advies = "Kies een van deze apparaten, bij naam of nummer: {bekend}."


@click.group(
    cls=Groep,
    short_help="Wissel uit met andere laptops: maak en ontvang bundels.",
    help="Wissel uit met andere laptops, zonder server: een bundel is een bestand voor mail, stick of gedeelde map.",
)
def bundle() -> None:
    """Hold the commands together."""


@bundle.command(
    cls=Opdracht,
    short_help="Begin de uitwisseling als secretaris.",
    help=(
        "Begin de uitwisseling als secretaris: deze laptop krijgt sleutels, en het rooster waarop anderen "
        "worden toegelaten. Noem uzelf zoals u bij de leden staat."
    ),
    epilog="tk bundle begin Roos",
)
@click.argument("naam")
@werkmap_optie
@click.option("--organisatie", default="Bestuur", show_default=True, metavar="NAAM", help="Hoe de uitwisseling heet.")
@click.option("--apparaat", default="Deze laptop", show_default=True, metavar="NAAM", help="Hoe deze laptop heet.")
def begin(naam: str, werkmap: Path, organisatie: str, apparaat: str) -> int:
    """Make the keys of this laptop and the first roster."""
    with schrijfslot(werkmap), Store.open(werkmap, kluis_van(werkmap)) as store:
        wie = _persoon(store, naam)
        bos = _sleutels(werkmap)
        rooster = begin_rooster(store, bos, organisatie, wie, apparaat)
    click.echo(
        f"De uitwisseling ‘{rooster.organisatie}’ is begonnen. Laat anderen zich aanmelden: tk bundle aanmelden."
    )
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Meld deze laptop aan bij het secretariaat.",
    help=(
        "Meld deze laptop aan: maak sleutels en een bestand dat u naar het secretariaat stuurt. U krijgt zes "
        "woorden te zien; het secretariaat belt u en vraagt ernaar."
    ),
    epilog="tk bundle aanmelden Wies a.json",
)
@click.argument("naam")
@click.argument("bestand", type=click.Path(path_type=Path))
@werkmap_optie
@click.option("--apparaat", default="Laptop", show_default=True, metavar="NAAM", help="Hoe deze laptop heet.")
def aanmelden(naam: str, bestand: Path, werkmap: Path, apparaat: str) -> int:
    """Write the request of this laptop, to be mailed to the secretariat."""
    with Store.making(werkmap, kluis_van(werkmap)):
        bos = _sleutels(werkmap)
    with replacing(bestand) as deel:
        deel.write_bytes(schrijf_aanmelding(bos, naam, apparaat))
    click.echo(f"{bestand}: stuur dit naar het secretariaat. U krijgt een bundel terug.")
    click.echo(f"Het secretariaat belt u en vraagt naar uw zes woorden: {' '.join(eigen_woorden(bos.openbaar))}")
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Laat een laptop toe die zich aanmeldde.",
    help=(
        "Laat een laptop toe die zich aanmeldde. Bel de eigenaar: zijn of haar zes woorden moeten die van de "
        "aanmelding zijn. Een tweede laptop van dezelfde persoon laat u net zo toe."
    ),
    epilog="tk bundle toelaten a.json Wies",
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.argument("naam")
@werkmap_optie
@click.option(
    "--rol",
    type=click.Choice([rol.value for rol in Rol]),
    default=Rol.BESTUURDER.value,
    show_default=True,
    metavar="ROL",
    help="secretaris, bestuurder of ambtenaar.",
)
@click.option("--woorden-kloppen", is_flag=True, help="De zes woorden zijn al aan de telefoon vergeleken.")
def toelaten(bestand: Path, naam: str, werkmap: Path, rol: str, woorden_kloppen: bool) -> int:
    """Admit a laptop after comparing words."""
    with uitwisseling(werkmap) as (store, bos):
        aanmelding = lees_aanmelding(bestand)
        eigen = " ".join(eigen_woorden(aanmelding.sleutels))
        samen = " ".join(zes_woorden(bos.openbaar, aanmelding.sleutels))
        click.echo(f"Bel {aanmelding.naam} en vraag naar de zes woorden. Dit moeten ze zijn: {eigen}", err=True)
        click.echo(f"Lees daarna deze zes voor; zij staan straks bij uw eerste bundel: {samen}", err=True)
        if not woorden_kloppen and not vraag_ja("Zijn de zes woorden gelijk?"):
            raise click.Abort
        wie = _persoon(store, naam)
        rooster = admit(store, bos, aanmelding, wie, Rol(rol))
    deelnemer = rooster.deelnemer(wie)
    als = deelnemer.rol.value if deelnemer else rol  # who is on the roster already keeps that role
    click.echo(
        f"‘{aanmelding.apparaatnaam}’ van {aanmelding.naam} is toegelaten als {als}. "
        f"Maak nu een bundel: tk bundle maak uit.tkb --voor “{aanmelding.naam}”."
    )
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Geef een vergadering vrij voor wie haar mag lezen.",
    help=(
        "Geef een vergadering vrij zoals zij nu is. Zij gaat mee met de volgende bundels; wat besloten is, "
        "alleen naar wie het mag lezen."
    ),
    epilog="tk bundle publiceer",
)
@werkmap_optie
@vergadering_optie
@click.option("--uitkomsten", is_flag=True, help="Ook de besluiten en acties.")
@json_optie
def publiceer(werkmap: Path, vergadering: str, uitkomsten: bool, als_json: bool) -> int:
    """Publish a meeting; it travels with the next bundles."""
    with uitwisseling(werkmap) as (store, bos):
        gekozen = choose_vergadering(store, vergadering)
        gedaan = publish_vergadering(store, bos, gekozen.id, uitkomsten=uitkomsten)
        naam = meeting_name(store, gekozen.id)
    if als_json:
        aantallen = {naam: getattr(gedaan, naam) for naam in ("rijen", "geschreven", "ingetrokken", "vervangen")}
        print_json(aantallen)
    elif gedaan.niets_nieuws:
        click.echo(f"{naam} is al vrijgegeven zoals zij nu is. Maak nu een bundel: tk bundle maak.")
    else:
        click.echo(f"{naam} is vrijgegeven{met_besloten(gedaan)}. Maak nu een bundel: tk bundle maak.")
        if gedaan.ingetrokken:
            weg = meervoud(gedaan.ingetrokken, "onderdeel", "onderdelen")
            click.echo(f"Ingetrokken, want niet meer voor lezers: {weg}. {INGETROKKEN}")
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Maak een bundel voor een apparaat, of voor iedereen.",
    help=(
        "Maak een bundel met wat de ander nog niet heeft en mag lezen. Zonder --voor is zij voor iedereen, "
        "met alleen wat openbaar is."
    ),
    epilog="tk bundle maak uit.tkb",
)
@click.argument("bestand", type=click.Path(path_type=Path))
@werkmap_optie
@click.option(
    "--voor", default="", metavar="WIE", help="Apparaat of persoon; weggelaten: iedereen, alleen wat open is."
)
@click.option("--volledig", is_flag=True, help="Alles, ook wat de ander al heeft.")
@click.option("--mail", is_flag=True, help="In delen van hoogstens 8 MB.")
@json_optie
def maak(*, bestand: Path, werkmap: Path, voor: str, volledig: bool, mail: bool, als_json: bool) -> int:
    """Write what the other does not have yet."""
    with uitwisseling(werkmap) as (store, bos):
        if voor:
            naar = _apparaat(roosters(store).huidig, voor)
            maat = MAILMAAT if mail else 0
            gemaakt = make_bundel(store, bos, naar.id, bestand, volledig=volledig, deelmaat=maat, progress=progress())
        else:
            gemaakt = make_openbaar(store, bos, bestand, papieren=public_papers, progress=progress())
    if als_json:
        print_json(
            {
                "bestanden": [str(pad) for pad in gemaakt.paden],
                "segmenten": gemaakt.segmenten,
                "stukken": gemaakt.stukken,
                "ontbreekt": gemaakt.ontbreekt,
            }
        )
    else:
        for pad in gemaakt.paden:
            click.echo(f"{pad}: {omvang(pad.stat().st_size)}")
        if gemaakt.ontbreekt:
            click.echo(f"{meervoud(gemaakt.ontbreekt, 'stuk staat', 'stukken staan')} hier niet en gaat niet mee.")
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Neem een bundel in.",
    help="Neem een bundel in, helemaal of niet. Er wordt eerst een kopie bewaard; twee keer innemen is één keer.",
    epilog="tk bundle ontvang in.tkb --werkmap ./werkmap",
)
@click.argument("bestand", type=click.Path(path_type=Path))
@werkmap_optie
@click.option("--kijk", is_flag=True, help="Zeg alleen wat erin staat; er verandert niets.")
@click.option("--vertrouw", is_flag=True, help="De zes woorden van een eerste bundel zijn vergeleken.")
@json_optie
def ontvang(bestand: Path, werkmap: Path, kijk: bool, vertrouw: bool, als_json: bool) -> int:
    """Take in a bundle whole, or say why it is refused."""
    with uitwisseling(werkmap) as (store, bos):
        if vertrouw and not store.uitwisseling.roosters():
            _vertrouw(store, bestand)
        if kijk:
            gekregen = look_at_bundel(store, bos, bestand, progress())
        else:
            vandaag = dit_moment().date()
            wacht = bundelwacht(store, vandaag)
            gekregen = receive_bundel(store, bos, bestand, vandaag=vandaag, rondom=wacht, progress=progress())
    if als_json:
        print_json(als_gegevens(gekregen))
    else:
        click.echo(in_woorden(gekregen, werkmap, kijk=kijk))
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Laat zien wat er in een bundel staat.",
    help="Laat zien wat iedereen van een bundel kan zien: van wie, voor wie, hoeveel en hoe groot. Er verandert niets.",
    epilog="tk bundle inspect in.tkb",
)
@click.argument("bestand", type=click.Path(path_type=Path))
@json_optie
def inspect(bestand: Path, als_json: bool) -> int:
    """Print what anybody can see of a bundle."""
    toon(inspect_bundel(bestand, progress()), als_json=als_json)
    return 0


@bundle.command(
    cls=Opdracht,
    short_help="Controleer alle handtekeningen van een bundel.",
    help="Controleer of een bundel gaaf is en of alle handtekeningen kloppen. Er verandert niets.",
    epilog="tk bundle verify in.tkb",
)
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option(
    "--werkmap",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="MAP",
    help="Met het rooster van deze werkmap.",
)
@json_optie
def verify(bestand: Path, werkmap: Path | None, als_json: bool) -> int:
    """Check a bundle by the roster of a werkmap, or by the one inside."""
    if werkmap is None:
        inzage = verify_bundel(bestand, progress=progress())
    else:
        with Store.open(werkmap, kluis_van(werkmap)) as store:
            inzage = verify_bundel(bestand, store, progress())
    toon(inzage, als_json=als_json)
    if not als_json:
        hoe = "volgens uw werkmap" if werkmap else "in zichzelf; noem een werkmap om de afzender te kennen"
        click.echo(f"Alle handtekeningen kloppen ({hoe}).")
    return 0


@contextmanager
def uitwisseling(werkmap: Path) -> Iterator[tuple[Store, Sleutelbos]]:
    """Open a werkmap with the keys of this laptop, and let nobody else write meanwhile."""
    if not Sleutelbestand(werkmap).bestaat():
        raise GeenRooster
    wachtwoord = vraag_wachtwoord(WACHTWOORD)
    kluis = unlock_werkmap(werkmap, wachtwoord, nu=dit_moment()) if is_beschermd(werkmap) else None
    with schrijfslot(werkmap), Store.open(werkmap, kluis) as store:
        yield store, unlock_sleutels(werkmap, wachtwoord, nu=dit_moment())


def _sleutels(werkmap: Path) -> Sleutelbos:
    """Return the keys of this laptop; the first time they are made, behind a passphrase."""
    bestand = Sleutelbestand(werkmap)
    if bestand.bestaat():
        return unlock_sleutels(werkmap, vraag_wachtwoord(WACHTWOORD), nu=dit_moment())
    bos = Sleutelbos.maak()
    bestand.maak(bos, wachtwoord=vraag_nieuw_wachtwoord())
    return bos


def _vertrouw(store: Store, bestand: Path) -> None:
    """Trust who made a first bundle: its words were compared."""
    inzage = inspect_bundel(bestand)
    afzender = inzage.rooster.apparaat(inzage.manifest.van) if inzage.rooster else None
    if afzender is not None:
        store.uitwisseling.vertrouw(afzender.verify)


def _persoon(store: Store, naam: str) -> str:
    gevonden = [wie.id for wie in store.personen.all() if naam in (wie.id, wie.naam)]
    if len(gevonden) != 1:
        bekend = ", ".join(sorted(wie.naam for wie in store.personen.all())) or "niemand"
        raise PersoonOnbekend(naam=naam, hoe="niet" if not gevonden else "meer dan één keer", bekend=bekend)
    return gevonden[0]


def _apparaat(rooster: Rooster, naam: str) -> Apparaat:
    namen = {wie.persoon_id: wie.naam for wie in rooster.deelnemers}
    actief = [een for een in rooster.apparaten if not een.ingetrokken]
    gevonden = [een for een in actief if naam in (een.id, een.naam, een.persoon_id, namen.get(een.persoon_id))]
    if len(gevonden) != 1:
        bekend = ", ".join(f"{een.naam} van {namen.get(een.persoon_id, '?')} ({een.id})" for een in actief)
        raise OntvangerOnbekend(naam=naam, bekend=bekend or "geen")
    return gevonden[0]
