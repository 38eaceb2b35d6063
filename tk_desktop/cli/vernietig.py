"""``tk vernietig``: which dossiers may be destroyed, deciding so, doing so, and the papers of it."""

from datetime import date
from pathlib import Path

import click

from tk_desktop.base.account import account
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import choose_vergadering, json_optie, kluis_van, print_json, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.cli.wachtwoord import vraag_ja
from tk_desktop.domain.bewaring import Aantal
from tk_desktop.domain.opsomming import meervoud
from tk_desktop.domain.vernietiging import Vernietiging, Vernietigingsregel
from tk_desktop.export.vernietiging import write_verklaring, write_vernietigingslijst, write_vernietigingslijst_xlsx
from tk_desktop.export.vorm import Vorm
from tk_desktop.minutes.vernietigen import (
    carry_out_destruction,
    count_notes,
    decide_destruction,
    finish_destruction,
    list_destroyable,
)
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

_XLSX = "xlsx"
_VORM = {"pdf": Vorm.PDF, "word": Vorm.WORD}


@click.command(
    cls=Opdracht,
    short_help="Vernietig dossiers waarvan de termijn om is.",
    help="Toon welke gesloten dossiers vernietigd mogen worden en wat daarover is besloten. Vernietigen gaat in twee "
    "stappen: --besluit legt vast wie het besluit, --uitvoeren vernietigt na een vraag, voorgoed. Met --uit schrijft u "
    "de lijst en de verklaringen van vernietiging.",
    epilog='tk vernietig --besluit --door "dagelijks bestuur" --werkmap ./werkmap',
)
@werkmap_optie
@click.option("--vergadering", multiple=True, metavar="DATUM|ID", help="Alleen dit dossier; mag vaker.")
@click.option("--besluit", is_flag=True, help="Leg vast dat deze dossiers vernietigd mogen worden.")
@click.option("--door", default="", metavar="TEKST", help="Wie dat besluit.")
@click.option("--uitvoeren", is_flag=True, help="Vernietig waarover is besloten; dat is niet terug te draaien.")
@click.option("--afmaken", is_flag=True, help="Laat gaan wat elders is vernietigd, of hier werd afgebroken.")
@click.option("--uit", type=click.Path(path_type=Path, file_okay=False), metavar="MAP", help="Waar de papieren komen.")
@click.option(
    "--als",
    type=click.Choice([*_VORM, _XLSX]),
    default="pdf",
    show_default=True,
    help="In welke vorm; xlsx is er alleen van de lijst.",
)
@json_optie
def vernietig(
    *,
    werkmap: Path,
    vergadering: tuple[str, ...],
    besluit: bool,
    door: str,
    uitvoeren: bool,
    afmaken: bool,
    uit: Path | None,
    als: str,
    als_json: bool,
) -> int:
    """Do what was asked and tell how it stands."""
    vandaag = dit_moment().date()
    with Store.open(werkmap, kluis_van(werkmap)) as store, schrijfslot(werkmap):
        if besluit:
            ids = [choose_vergadering(store, een).id for een in vergadering]
            alle = [een.vergadering for een in list_destroyable(store, vandaag)]
            decide_destruction(store, ids or alle, op=vandaag, wie=door)
        if uitvoeren and not _voer_uit(store):
            click.echo("Er is niets vernietigd.")
            return 1
        if afmaken:
            click.echo(f"{meervoud(finish_destruction(store), 'bestand', 'bestanden')} vernietigd.", err=True)
        lijst, besluiten = list_destroyable(store, vandaag), store.vernietigingen.all()
    if uit is not None:
        _schrijf(uit, als, lijst, besluiten, vandaag)
    if als_json:
        print_json({"mag": [een.naam for een in lijst], "besluiten": [_als_gegevens(een) for een in besluiten]})
    else:
        click.echo("\n".join(_regels(lijst, besluiten)))
    return 0


def _schrijf(
    uit: Path, als: str, lijst: tuple[Vernietigingsregel, ...], besluiten: tuple[Vernietiging, ...], op: date
) -> None:
    """Write the list in the form that is asked, and each statement, which no workbook can be."""
    vorm = _VORM.get(als, Vorm.PDF)
    if als == _XLSX:
        write_vernietigingslijst_xlsx(lijst, uit / "Vernietigingslijst.xlsx", op=op)
    else:
        write_vernietigingslijst(lijst, uit / f"Vernietigingslijst{vorm.value}", vorm, op=op)
    for nummer, een in enumerate(besluiten, 1):
        write_verklaring(een, uit / f"Verklaring van vernietiging {nummer}{vorm.value}", vorm)


def _voer_uit(store: Store) -> bool:
    """Carry out what was decided, when who asks for it says yes after reading which dossiers go."""
    wachten = [een for een in store.vernietigingen.all() if een.uitgevoerd_op is None]
    namen = ", ".join(regel.naam for een in wachten for regel in een.regels)
    geschreven = sum((count_notes(store, een) for een in wachten), Aantal())
    erbij = f" Daarmee verdwijnt ook wat lezers in deze werkmap erbij schreven: {geschreven}." if geschreven else ""
    if not wachten or not vraag_ja(f"Voorgoed vernietigen: {namen}.{erbij} Doorgaan?"):
        return False
    for een in wachten:
        carry_out_destruction(store, een.id, op=dit_moment().date(), door=account())
    return True


def _regels(lijst: tuple[Vernietigingsregel, ...], besluiten: tuple[Vernietiging, ...]) -> list[str]:
    uit = [f"Mag weg: {een.naam} ({een.categorie}; {een.bewaard})" for een in lijst]
    uit += [een.zin for een in besluiten]
    return uit or ["Er zijn geen dossiers die vernietigd mogen worden."]


def _als_gegevens(een: Vernietiging) -> dict[str, object]:
    return {
        "besloten": een.besloten_op,
        "door": een.besloten_door,
        "uitgevoerd": een.uitgevoerd_op,
        "dossiers": [regel.naam for regel in een.regels],
    }
