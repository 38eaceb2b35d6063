"""``tk publish``: write the site of one kind of reader, put meetings on it or take one off."""

from getpass import getuser
from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import choose_vergadering, json_optie, kluis_van, print_json, progress, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.extranet.ori_a import Vertaling
from tk_desktop.extranet.publiceren import Publicatie, publish, take_off
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

_LEZERS = [een.value for een in Doelgroep if een is not Doelgroep.LID]


class IntrekkenZonderVergadering(TkError):
    """Something was to be taken off a site without saying which meeting."""

    code = "TK-C13"
    melding = "Welke vergadering gaat van de site af?"
    veilig = "Er is niets gewijzigd."
    advies = "Noem haar met --vergadering, en schrijf met --reden waarom."


@click.command(
    name="publish",
    cls=Opdracht,
    short_help="Schrijf een site met openbare stukken, of een extranet.",
    help="Schrijf een map met webbladzijden, pdf’s en open gegevens voor iedereen (openbaar), voor ambtenaren of voor "
    "leden, die u op elke webserver kunt zetten en ook zonder server kunt lezen. Zonder --vergadering wordt "
    "bijgewerkt wat er al op staat. Alleen wat veranderde wordt opnieuw geschreven.",
    epilog="tk publish --audience openbaar --uit ./site --vergadering 11-3-2026 --werkmap ./werkmap",
)
@werkmap_optie
@click.option(
    "--audience",
    type=click.Choice(_LEZERS),
    default=Doelgroep.OPENBAAR.value,
    show_default=True,
    help="Voor wie de site is.",
)
@click.option(
    "--uit",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="MAP",
    help="De map van de site; voor elke groep lezers een eigen.",
)
@click.option("--vergadering", multiple=True, metavar="DATUM|ID", help="Zet deze vergadering erop; mag vaker.")
@click.option("--intrekken", is_flag=True, help="Haal de genoemde vergadering van de site.")
@click.option("--reden", default="", metavar="TEKST", help="Waarom zij eraf gaat; komt in de verzendlijst.")
@click.option("--basis", default="", metavar="ADRES", help="Het adres van de site, voor nieuws (rss) en sitemap.")
@click.option(
    "--vertaling",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BESTAND",
    help="Eigen woordenlijst voor ORI-A, zoals resources/extranet/ori-a.toml.",
)
@click.option("--naam", default="", metavar="TEKST", help="Hoe de site heet.")
@json_optie
def publish_(
    *,
    werkmap: Path,
    audience: str,
    uit: Path,
    vergadering: tuple[str, ...],
    intrekken: bool,
    reden: str,
    basis: str,
    naam: str,
    vertaling: Path | None,
    als_json: bool,
) -> int:
    """Bring the site up to date and tell what changed."""
    doelgroep, nu = Doelgroep(audience), dit_moment()
    if intrekken and not vergadering:
        raise IntrekkenZonderVergadering
    with Store.open(werkmap, kluis_van(werkmap)) as store, schrijfslot(werkmap):
        ids = [choose_vergadering(store, een).id for een in vergadering]
        for id_ in ids if intrekken else ():
            take_off(store, doelgroep, id_, reden, nu)
        gedaan = publish(
            store,
            doelgroep,
            uit,
            nu,
            erbij=() if intrekken else ids,
            naam=naam,
            basis=basis,
            door=getuser(),
            vertaling=Vertaling.load(vertaling),
            progress=progress(),
        )
    _toon(uit, gedaan, als_json=als_json)
    return 0


def _toon(uit: Path, gedaan: Publicatie, *, als_json: bool) -> None:
    site, bij = gedaan.site, gedaan.bijgewerkt
    if als_json:
        print_json(
            {
                "map": str(uit),
                "voor": site.doelgroep.value,
                "vergaderingen": [blad.map for blad in site.bladen],
                "bestanden": len(bij.sommen),
                "gemaakt": list(bij.gemaakt),
                "verwijderd": list(bij.verwijderd),
            }
        )
        return
    aantal = meervoud(len(site.bladen), "vergadering", "vergaderingen")
    bestanden = meervoud(len(bij.sommen), "bestand", "bestanden")
    click.echo(f"{uit / 'index.html'} ({site.doelgroep.value}): {aantal}, {bestanden}.")
    weg = f", {len(bij.verwijderd)} verwijderd" if bij.verwijderd else ""
    click.echo(f"  {len(bij.gemaakt)} geschreven{weg}." if bij.gemaakt or weg else "  Er is niets veranderd.")
