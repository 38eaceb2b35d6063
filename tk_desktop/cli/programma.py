"""``tk programma``: what stands of a programme, and its papers."""

from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.dashboard import dashboard
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.programma import Programma, Programmaperiode, Project
from tk_desktop.domain.programmacontrole import controleer_begroting, in_woorden
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.domain.projectnaam import zoek_naam
from tk_desktop.export.begrotingsblad import write_begroting_xlsx
from tk_desktop.export.bordblad import write_bord
from tk_desktop.export.dashboard import write_dashboard
from tk_desktop.export.halfjaar import write_halfjaarbericht, write_projectkaart
from tk_desktop.export.vorm import vorm_van
from tk_desktop.programme.stand import read_stand
from tk_desktop.store.werkmap import Store


class ProgrammaOnbekend(TkError):
    """No programme, period or project of that name is in the werkmap."""

    code = "TK-G07"
    melding = "{soort} ‘{naam}’ is er niet. Wel: {wel}."
    veilig = "Er is niets gewijzigd."
    advies = "Kijk met ‘tk programma’ welke er zijn, of neem een rapport in met ‘tk intake --programma’."


class ZonderPeriode(TkError):
    """A programme has no period to tell of."""

    code = "TK-G12"
    melding = "‘{naam}’ heeft nog geen periode om over te vertellen."
    veilig = "Er is niets gewijzigd."
    advies = "Maak er een in het venster (Gegevens van het programma), of neem een rapport in dat een periode noemt."


@click.command(
    cls=Opdracht,
    short_help="Toon een programma, en maak er papieren van.",
    help="Toon hoe een programma ervoor staat. Met --rapport, --overzicht, --bord, --kaart of --rekenblad maakt u het "
    "papier; "
    "het einde van de naam (.pdf of .docx) kiest de vorm.",
    epilog="tk programma --rapport halfjaar.docx --werkmap ./werkmap",
)
@click.argument("naam", required=False, default="", metavar="[PROGRAMMA]")
@werkmap_optie
@click.option("--periode", default="", metavar="NAAM", help="Over deze periode, zoals 2026-1.")
@click.option("--rapport", type=click.Path(path_type=Path), metavar="BESTAND", help="De rapportage, .pdf of .docx.")
@click.option("--overzicht", type=click.Path(path_type=Path), metavar="BESTAND", help="Eén bladzijde voor het bestuur.")
@click.option("--bord", type=click.Path(path_type=Path), metavar="BESTAND", help="De projecten per fase.")
@click.option("--kaart", nargs=2, metavar="PROJECT BESTAND", help="De kaart van een project, .pdf of .docx.")
@click.option("--rekenblad", type=click.Path(path_type=Path), metavar="BESTAND", help="De begroting als .xlsx.")
@click.option("--controle", is_flag=True, help="Zeg welke bedragen niet met elkaar kloppen, en waarom.")
@json_optie
def programma(
    *,
    naam: str,
    werkmap: Path,
    periode: str,
    rapport: Path | None,
    overzicht: Path | None,
    bord: Path | None,
    kaart: tuple[str, str] | None,
    rekenblad: Path | None,
    controle: bool,
    als_json: bool,
) -> int:
    """Print how a programme stands, or write what was asked."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gekozen = choose_programma(store, naam)
        stand = read_stand(store, gekozen.id)
    over = choose_periode(stand, periode)
    gemaakt: list[Path] = []
    if rapport is not None:
        gemaakt.append(write_halfjaarbericht(stand, over, rapport, vorm_van(rapport)))
    if overzicht is not None:
        gemaakt.append(write_dashboard(stand, over, overzicht, vorm_van(overzicht)))
    if bord is not None:
        gemaakt.append(write_bord(stand, over, bord, vorm_van(bord)))
    if kaart is not None:
        project, doel = _project(stand, kaart[0]), Path(kaart[1])
        gemaakt.append(write_projectkaart(stand, over, project, doel, vorm_van(doel)))
    if rekenblad is not None:
        gemaakt.append(write_begroting_xlsx(stand, over, rekenblad, op=dit_moment().date()))
    vondsten = controleer_begroting(stand, over) if controle else ()
    if als_json:
        bevonden = [{"code": een.code, "waar": een.waar, "wat": een.wat} for een in vondsten]
        print_json(_gegevens(stand, over, gemaakt) | {"bevindingen": bevonden})
    elif gemaakt or controle:
        for pad in gemaakt:
            click.echo(f"Gemaakt: {pad}")
        for een in vondsten:
            click.echo(f"{in_woorden(een)} [{een.code}]")
        if controle and not vondsten:
            click.echo("Niets gevonden: de bedragen kloppen met elkaar.")
    else:
        _toon(stand, over)
    return int(any(een.ernst is Ernst.FOUT for een in vondsten))


def choose_programma(store: Store, naam: str) -> Programma:
    """Return the programme of that name, or the only one; raises ``ProgrammaOnbekend``."""
    alle = store.programma.programmas.all()
    gezocht = zoek_naam(naam, [een.naam for een in alle]) if naam else ""
    gevonden = [een for een in alle if een.naam == gezocht] if naam else list(alle)
    if len(gevonden) != 1:
        wel = ", ".join(f"‘{een.naam}’" for een in alle) or "nog geen enkel"
        raise ProgrammaOnbekend(soort="Programma", naam=naam or "(geen naam genoemd)", wel=wel)
    return gevonden[0]


def choose_periode(stand: Programmastand, naam: str) -> Programmaperiode:
    """Return the period of that name, or the one that is looked at.

    Raises ``ZonderPeriode``, or ``ProgrammaOnbekend`` for a name that no period has.
    """
    if not stand.perioden:
        raise ZonderPeriode(naam=stand.programma.naam)
    gevonden = next((een for een in stand.perioden if een.naam == naam), None) if naam else stand.periode
    if gevonden is None:
        wel = ", ".join(f"‘{een.naam}’" for een in stand.perioden)
        raise ProgrammaOnbekend(soort="Periode", naam=naam, wel=wel)
    return gevonden


def _project(stand: Programmastand, naam: str) -> Project:
    namen = [een.naam for een in stand.projecten]
    gezocht = zoek_naam(naam, namen)
    if not gezocht:
        raise ProgrammaOnbekend(soort="Project", naam=naam, wel=meervoud(len(namen), "project", "projecten"))
    return next(een for een in stand.projecten if een.naam == gezocht)


def _toon(stand: Programmastand, over: Programmaperiode) -> None:
    wat = dashboard(stand, over)
    click.echo(f"{stand.programma.naam}, {over.naam}: {wat.telling}")
    if wat.moment:
        click.echo(f"  {wat.moment}")
    if wat.statussen:
        click.echo("  " + ", ".join(f"{status} {aantal}" for status, aantal in wat.statussen))
    for een in (wat.totaal, *wat.geld) if wat.totaal is not None else ():
        click.echo(f"  {een.naam}: {een.woorden}")
    for kop, zinnen in (
        ("Wat aandacht vraagt", wat.aandacht),
        (f"Anders dan in {wat.vorige}", wat.anders),
        ("Na te kijken", stand.programma.vragen),
    ):
        if zinnen:
            click.echo(f"\n{kop}:")
        for zin in zinnen:
            click.echo(f"  {zin}")


def _gegevens(stand: Programmastand, over: Programmaperiode, gemaakt: list[Path]) -> dict[str, object]:
    wat = dashboard(stand, over)
    return {
        "programma": stand.programma.naam,
        "periode": over.naam,
        "moment": wat.moment,
        "statussen": {status.value: aantal for status, aantal in wat.statussen},
        "fasen": dict(wat.fasen),
        "geld": [{"naam": een.naam, "ruimte": een.ruimte, "besteed": een.besteed} for een in wat.geld],
        "aandacht": list(wat.aandacht),
        "anders": list(wat.anders),
        "nakijken": list(stand.programma.vragen),
        "gemaakt": [str(pad) for pad in gemaakt],
    }
