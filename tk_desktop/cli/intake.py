"""``tk intake``: read received papers into the werkmap."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from tk_desktop.base.files import aside
from tk_desktop.base.klok import dit_moment
from tk_desktop.base.leesproces import Leesproces
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
from tk_desktop.cli.pdfslot import vraag_geopend
from tk_desktop.domain.cijfertabel import Cijfertabel
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.export.cijfers import tabelgegevens
from tk_desktop.export.gegevens import notas, vergadering
from tk_desktop.export.programmagegevens import programmagegevens
from tk_desktop.intake.afmeldvoorstel import Afmeldvoorstel
from tk_desktop.intake.bestanden import lees_bestanden, overgeslagen
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.intake.indeling import indeling_van
from tk_desktop.intake.lezing import GelezenActielijst, GelezenVerslag
from tk_desktop.intake.opnemen import Inname, neem_op
from tk_desktop.intake.verslaggegevens import actielijst_gegevens, verslag_gegevens
from tk_desktop.meeting.gremia import choose_huisstijl
from tk_desktop.minutes.terugkomst import likely_returns
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.office import find_office
from tk_desktop.programme.overnemen import keep_programma
from tk_desktop.store.kluis import met_kluis
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Lees agenda, nota’s en bijlagen in.",
    help="Lees een agenda, uitnodiging, nota’s (Word, pdf of tekst), bijlagen en een ledenlijst (csv) in de werkmap. "
    "Een bijlage krijgt haar plaats door haar naam: ‘2a bijlage 1 - Titel.pdf’. Een e-mail (.eml, .msg) gaat met haar "
    "bijlagen; die kunnen hun plaats ook van het onderwerp krijgen: ‘Stukken agendapunt 2a’.",
    epilog="tk intake agenda.docx 2a-nota.docx '2a bijlage 1 - Plan.pdf' --werkmap ./werkmap",
)
@click.argument("bestanden", nargs=-1, required=True, metavar="BESTAND…", type=click.Path(path_type=Path))
@werkmap_optie
@vergadering_optie
@click.option("--vervang", is_flag=True, help="Laat een nieuwe agenda, uitnodiging of nota de oude vervangen.")
@click.option("--huisstijl", default="", metavar="NAAM", help="Geef het gremium deze huisstijl, voor pdf en Word.")
@click.option("--wachtwoord", is_flag=True, help="Vraag het wachtwoord van elke pdf die er een heeft.")
@click.option("--layout", default="", metavar="NAAM", help="Lees pdf's met deze indeling, zoals ‘regio’.")
@click.option(
    "--herken", is_flag=True, help="Lees ook de woorden in scans, met tesseract; dat duurt per bladzijde enkele tellen."
)
@click.option("--programma", is_flag=True, help="Neem ook themalijnen, projecten en begroting uit een rapport over.")
@json_optie
def intake(
    *,
    bestanden: tuple[Path, ...],
    werkmap: Path,
    vergadering: str,
    vervang: bool,
    huisstijl: str,
    wachtwoord: bool,
    layout: str,
    herken: bool,
    programma: bool,
    als_json: bool,
) -> int:
    """Read everything first; only then open or make the werkmap, so that a refusal leaves it as it was."""
    if huisstijl:
        Huisstijl.load(huisstijl)
    if layout:
        indeling_van(layout, werkmap)
    kluis = kluis_van(werkmap)
    cache = met_kluis(werkmap / "cache", kluis)
    with aside(cache) as naast, aside(werkmap) as open_, Leesproces() as lezer:
        wijze = Leeswijze(indeling=layout, map=werkmap, bijlagen=open_ / "bijlagen", herken=herken)
        ontsluit = partial(vraag_geopend, map_=open_, lezer=lezer) if wachtwoord else None
        gelezen = lees_bestanden(
            bestanden,
            progress(),
            cache=Bladcache(naast),
            ontsluit=ontsluit,
            wijze=wijze,
            lezer=lezer,
            office=find_office(),
        )
        with Store.making(werkmap, kluis) as store, schrijfslot(werkmap):
            nu = dit_moment()
            gekozen = choose_vergadering(store, vergadering).id if vergadering else None
            inname = neem_op(store, gelezen, nu=nu, vergadering_id=gekozen, vervang=vervang)
            if huisstijl:
                for gremium in {store.vergaderingen.get(id_).gremium_id for id_ in inname.vergaderingen}:
                    choose_huisstijl(store, gremium, huisstijl)
            opnames = [store.opname(id_) for id_ in inname.vergaderingen]
            terug = [een for id_ in inname.vergaderingen for een in likely_returns(store, id_)]
            for bestand in gelezen if programma else ():
                if bestand.programma is not None:
                    keep_programma(store, bestand.programma)
        Bladcache(cache).adopt(naast)
    if als_json:
        verslagen = [verslag for bestand in gelezen if bestand.lezing for verslag in bestand.lezing.verslagen]
        tabellen = [(bestand.bron.name, tabel) for bestand in gelezen for tabel in bestand.tabellen]
        programmas = [(bestand.bron.name, bestand.programma) for bestand in gelezen if bestand.programma]
        lijsten = [
            (bestand.bron.name, bestand.lezing.actielijst)
            for bestand in gelezen
            if bestand.lezing and bestand.lezing.actielijst
        ]
        print_json(als_gegevens(opnames, inname, verslagen, tabellen, programmas, actielijsten=lijsten))
    else:
        _toon(opnames, inname)
        for een in terug:
            wat = f"‘{een.actie.tekst}’ ({een.actie.door or 'nog niemand'})"
            click.echo(f"\nAfgesproken voor deze dag: {wat}. Dat lijkt {een.waar}: ‘{een.punt.titel}’.")
            click.echo("  Er is niets vastgelegd; koppel ze in het venster als u die agenda opent.")
        for lezing in (bestand.programma for bestand in gelezen if bestand.programma):
            _toon_programma(lezing, overgenomen=programma)
        if programma and not any(bestand.programma for bestand in gelezen):
            click.echo(
                "Geen programma overgenomen: TK Desktop herkent hier geen projecten, bouwstenen of begroting in."
            )
        for naam in overgeslagen(bestanden, find_office()):
            click.echo(f"Niet ingenomen: {naam} (map, of een soort die TK Desktop niet kent)")
    return 0


def _toon_programma(lezing: Programmalezing, *, overgenomen: bool) -> None:
    hoofd = sum(not een.is_sub for een in lezing.projecten)
    aantallen = (
        (len(lezing.themalijnen), "themalijn", "themalijnen"),
        (hoofd, "project", "projecten"),
        (len(lezing.projecten) - hoofd, "subproject", "subprojecten"),
        (sum(len(deel.bouwstenen) for deel in lezing.kerndelen), "bouwsteen", "bouwstenen"),
        (len(lezing.kerndelen), "onderdeel", "onderdelen"),
        (len(lezing.scenarios), "scenario", "scenario’s"),
        (len(lezing.regels), "begrotingsregel", "begrotingsregels"),
    )
    delen = ", ".join(meervoud(*rij) for rij in aantallen if rij[0])
    vragen = len(lezing.vragen())
    wat = "overgenomen" if overgenomen else "gevonden; neem ze over met --programma"
    click.echo(f"Programma {lezing.naam}: {delen} {wat}")
    if vragen:
        click.echo(f"  {meervoud(vragen, 'plek', 'plekken')} om na te kijken:")
    for vraag in lezing.vragen():
        click.echo(f"    {vraag}")


def als_gegevens(
    opnames: list[Momentopname],
    inname: Inname,
    verslagen: Sequence[GelezenVerslag] = (),
    tabellen: Sequence[tuple[str, Cijfertabel]] = (),
    programmas: Sequence[tuple[str, Programmalezing]] = (),
    *,
    actielijsten: Sequence[tuple[str, GelezenActielijst]] = (),
) -> dict[str, object]:
    """Return what was taken in, for a program."""
    return {
        "vergaderingen": [vergadering(opname) for opname in opnames],
        "notas": [nota for opname in opnames for nota in notas(opname)],
        "verslagen": [verslag_gegevens(verslag) for verslag in verslagen],
        "actielijsten": [{"bestand": bestand, **actielijst_gegevens(lijst)} for bestand, lijst in actielijsten],
        "tabellen": [{"bestand": bestand, **tabelgegevens(tabel)} for bestand, tabel in tabellen],
        "programma": [{"bestand": bestand, **programmagegevens(lezing)} for bestand, lezing in programmas],
        "twijfels": [{"waar": twijfel.waar, "wat": twijfel.wat} for twijfel in inname.twijfels],
        "afmeldingen": [_afmelding(voorstel) for voorstel in inname.afmeldingen],
    }


def _afmelding(voorstel: Afmeldvoorstel) -> dict[str, object]:
    return {
        "bestand": voorstel.bestand,
        "wie": voorstel.naam,
        "vergadering": voorstel.vergadering_id,
        "vervanger": voorstel.vervanger,
        "zin": voorstel.zin,
        "twijfels": list(voorstel.twijfels),
    }


def _toon(opnames: list[Momentopname], inname: Inname) -> None:
    for opname in opnames:
        hoofd = sum(opname.hoofdpunt(punt) is punt for punt in opname.agendapunten)
        click.echo(f"{opname.gremium.naam}, {lang(opname.vergadering.datum, met_dag=True)}")
        click.echo(
            "  "
            + ", ".join(
                (
                    meervoud(hoofd, "agendapunt", "agendapunten"),
                    meervoud(len(opname.agendapunten) - hoofd, "subpunt", "subpunten"),
                    meervoud(len(opname.notas), "nota", "nota’s"),
                    meervoud(len(opname.versies), "bestand", "bestanden"),
                )
            )
        )
    for bestand, waar in inname.plaatsen:
        click.echo(f"  {bestand} → {waar}")
    if inname.twijfels:
        click.echo(f"\n{meervoud(len(inname.twijfels), 'plek', 'plekken')} om na te kijken:")
        for twijfel in inname.twijfels:
            click.echo(f"  {twijfel.waar}: {twijfel.wat}")
    if inname.afmeldingen:
        click.echo("\nAfmelding in een bericht; er is niets vastgelegd. Dat doet u in het venster (Post innemen).")
    for voorstel in inname.afmeldingen:
        vervanger = f"; vervanger {voorstel.vervanger}" if voorstel.vervanger else ""
        click.echo(f"  {voorstel.naam}: {voorstel.vergadering or 'welke vergadering is niet duidelijk'}{vervanger}")
        click.echo(f"    “{voorstel.zin}” ({voorstel.bestand})")
        for wat in voorstel.twijfels:
            click.echo(f"    {wat}")
