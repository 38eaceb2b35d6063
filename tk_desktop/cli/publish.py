"""``tk publish``: write the site of one kind of reader, put meetings and reports on it or take one off."""

from pathlib import Path

import click

from tk_desktop.base.account import account
from tk_desktop.base.errors import TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import choose_vergadering, json_optie, kluis_van, print_json, progress, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.programma import choose_periode, choose_programma
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programmapublicatie import Rapport
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.extranet.ori_a import Vertaling
from tk_desktop.extranet.publiceren import Publicatie, publish, take_off
from tk_desktop.programme.publicatie import take_report_off
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

_LEZERS = [een.value for een in Doelgroep if een is not Doelgroep.LID]


class IntrekkenZonderWat(TkError):
    """Something was to be taken off a site without saying what."""

    code = "TK-C13"
    melding = "Wat gaat er van de site af?"
    veilig = "Er is niets gewijzigd."
    advies = "Noem een vergadering met --vergadering of een programma met --programma, en schrijf met --reden waarom."


@click.command(
    name="publish",
    cls=Opdracht,
    short_help="Schrijf een site met openbare stukken, of een extranet.",
    help="Schrijf een map met webbladzijden, pdf’s en open gegevens voor iedereen (openbaar), voor ambtenaren of voor "
    "leden, die u op elke webserver kunt zetten en ook zonder server kunt lezen. Zonder --vergadering en "
    "--programma wordt bijgewerkt wat er al op staat. Alleen wat veranderde wordt opnieuw geschreven.",
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
@click.option(
    "--programma", multiple=True, metavar="PROGRAMMA", help="Zet de rapportage van dit programma erop; mag vaker."
)
@click.option("--periode", default="", metavar="NAAM", help="Over deze periode, zoals 2026-1; anders de huidige.")
@click.option("--intrekken", is_flag=True, help="Haal wat u noemt van de site.")
@click.option("--reden", default="", metavar="TEKST", help="Waarom zij eraf gaat; komt in de verzendlijst.")
@click.option(
    "--basis",
    metavar="ADRES",
    help="Het adres van de site, voor nieuws (rss) en sitemap; wordt onthouden in de map (weg met '').",
)
@click.option(
    "--vertaling",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BESTAND",
    help="Eigen woordenlijst voor ORI-A, zoals resources/extranet/ori-a.toml.",
)
@click.option("--naam", metavar="TEKST", help="Hoe de site heet; wordt onthouden in de map.")
@json_optie
def publish_(
    *,
    werkmap: Path,
    audience: str,
    uit: Path,
    vergadering: tuple[str, ...],
    programma: tuple[str, ...],
    periode: str,
    intrekken: bool,
    reden: str,
    basis: str | None,
    naam: str | None,
    vertaling: Path | None,
    als_json: bool,
) -> int:
    """Bring the site up to date and tell what changed."""
    doelgroep, nu = Doelgroep(audience), dit_moment()
    if intrekken and not vergadering and not programma:
        raise IntrekkenZonderWat
    with Store.open(werkmap, kluis_van(werkmap)) as store, schrijfslot(werkmap):
        ids = [choose_vergadering(store, een).id for een in vergadering]
        rapporten = [_rapport(store, naam_, periode) for naam_ in programma]
        if intrekken:
            for id_ in ids:
                take_off(store, doelgroep, id_, reden, nu)
            for rapport in rapporten:
                take_report_off(store, rapport, doelgroep, reden, nu)
        gedaan = publish(
            store,
            doelgroep,
            uit,
            nu,
            erbij=() if intrekken else ids,
            rapporten=() if intrekken else rapporten,
            naam=naam,
            basis=basis,
            door=account(),
            nakijken=not intrekken,
            vertaling=Vertaling.load(vertaling),
            progress=progress(),
        )
    _toon(uit, gedaan, als_json=als_json)
    return 0


def _rapport(store: Store, naam: str, periode: str) -> Rapport:
    """Return the report that is meant; raises ``ProgrammaOnbekend``."""
    stand = read_stand(store, choose_programma(store, naam).id)
    return Rapport(stand.programma.id, choose_periode(stand, periode).naam)


def _toon(uit: Path, gedaan: Publicatie, *, als_json: bool) -> None:
    site, bij = gedaan.site, gedaan.bijgewerkt
    if als_json:
        print_json(
            {
                "map": str(uit),
                "voor": site.doelgroep.value,
                "vergaderingen": [blad.map for blad in site.bladen],
                "programmas": [blad.map for blad in site.programmas],
                "bestanden": len(bij.sommen),
                "gemaakt": list(bij.gemaakt),
                "verwijderd": list(bij.verwijderd),
            }
        )
        return
    aantal = meervoud(len(site.bladen), "vergadering", "vergaderingen")
    if site.programmas:
        aantal += f", {meervoud(len(site.programmas), 'rapportage', 'rapportages')}"
    bestanden = meervoud(len(bij.sommen), "bestand", "bestanden")
    click.echo(f"{uit / 'index.html'} ({site.doelgroep.value}): {aantal}, {bestanden}.")
    weg = f", {len(bij.verwijderd)} verwijderd" if bij.verwijderd else ""
    click.echo(f"  {len(bij.gemaakt)} geschreven{weg}." if bij.gemaakt or weg else "  Er is niets veranderd.")
