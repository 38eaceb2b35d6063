"""``tk dossier``: close the dossier of a meeting, open it again, or tell what stands in the way."""

from pathlib import Path

import click

from tk_desktop.base.account import account
from tk_desktop.base.errors import TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    kluis_van,
    print_json,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.dossier import Dossier, Waardering
from tk_desktop.domain.selectielijst import Bewaarkeuze
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.minutes.dossiers import (
    choose_retention,
    close_dossier,
    dossier_of,
    reasons_against,
    reopen_dossier,
    retention_of,
)
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


class SluitenOfHeropenen(TkError):
    """A dossier was to be closed and opened in one go."""

    code = "TK-C14"
    melding = "Een dossier kan niet tegelijk worden gesloten en heropend."
    veilig = "Er is niets gewijzigd."
    advies = "Kies --sluiten of --heropenen."


@click.command(
    cls=Opdracht,
    short_help="Sluit het dossier van een vergadering.",
    help="Toon of het dossier van een vergadering dicht is en wat sluiten nog in de weg staat, sluit het of heropen "
    "het. Wat bij een gesloten dossier hoort, wordt niet meer gewijzigd.",
    epilog="tk dossier --vergadering 11-3-2026 --sluiten --werkmap ./werkmap",
)
@werkmap_optie
@vergadering_optie
@click.option("--sluiten", is_flag=True, help="Sluit het dossier, als er niets meer openstaat.")
@click.option("--heropenen", is_flag=True, help="Maak een gesloten dossier weer open.")
@click.option("--reden", default="", metavar="TEKST", help="Waarom het weer open moet; blijft bij het dossier.")
@click.option(
    "--categorie", default="", metavar="SLEUTEL", help="Categorie van de selectielijst, in plaats van de gewone."
)
@click.option("--waardering", type=click.Choice(list(Waardering)), help="Bewaren, of vernietigen na --termijn jaren.")
@click.option("--termijn", type=click.IntRange(min=0), metavar="JAREN", help="Na hoeveel jaren het weg mag.")
@json_optie
def dossier(
    *,
    werkmap: Path,
    vergadering: str,
    sluiten: bool,
    heropenen: bool,
    reden: str,
    categorie: str,
    waardering: str | None,
    termijn: int | None,
    als_json: bool,
) -> int:
    """Tell how a dossier stands, after changing that when it was asked; leave with 1 when it cannot be closed yet."""
    if sluiten and heropenen:
        raise SluitenOfHeropenen
    vandaag, wie = dit_moment().date(), account()
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gekozen = choose_vergadering(store, vergadering, gehouden=True)
        anders = bool(categorie or waardering or termijn is not None)
        if sluiten or heropenen or anders:
            with schrijfslot(werkmap):
                if anders:
                    keuze = Waardering(waardering) if waardering else None
                    choose_retention(
                        store, gekozen.id, categorie=categorie, waardering=keuze, termijn=termijn, toelichting=reden
                    )
                if sluiten:
                    close_dossier(store, gekozen.id, op=vandaag, wie=wie)
                elif heropenen:
                    reopen_dossier(store, gekozen.id, op=vandaag, reden=reden, wie=wie)
        stand = dossier_of(store, gekozen.id)
        bewaring = retention_of(store, gekozen.id)
        redenen = () if stand.gesloten_op is not None else reasons_against(store, gekozen.id, vandaag)
    if als_json:
        print_json(_als_gegevens(gekozen, stand, redenen, bewaring))
    else:
        click.echo("\n".join(_regels(gekozen, stand, redenen, bewaring)))
    return int(bool(redenen) and not heropenen)


def _als_gegevens(
    vergadering: Vergadering, stand: Dossier, redenen: tuple[str, ...], bewaring: Bewaarkeuze
) -> dict[str, object]:
    return {
        "vergadering": vergadering.datum,
        "gesloten": stand.gesloten_op,
        "in_de_weg": list(redenen),
        "categorie": bewaring.categorie.sleutel,
        "waardering": bewaring.waardering.value,
        "bewaren_tot_en_met": bewaring.einde,
        "stappen": [
            {"stap": een.stap.value, "datum": een.datum, "wie": een.wie, "reden": een.reden} for een in stand.regels
        ],
    }


def _regels(vergadering: Vergadering, stand: Dossier, redenen: tuple[str, ...], bewaring: Bewaarkeuze) -> list[str]:
    dag = lang(vergadering.datum)
    if stand.gesloten_op is not None:
        uit = [f"Het dossier van {dag} is gesloten op {kort(stand.gesloten_op)}."]
    elif redenen:
        uit = [f"Het dossier van {dag} is open en kan nog niet dicht:", *(f"✗ {reden}" for reden in redenen)]
    else:
        uit = [f"Het dossier van {dag} is open en kan dicht."]
    uit.append(f"  {bewaring.categorie.naam}: {bewaring.zin}")
    for een in stand.regels:
        door = f" door {een.wie}" if een.wie else ""
        waarom = f": {een.reden}" if een.reden else ""
        uit.append(f"  {een.stap.value} op {kort(een.datum)}{door}{waarom}")
    return uit
