"""``tk fixiteit``: hold all kept files against their SHA-256, or tell when that was done."""

from collections.abc import Mapping
from pathlib import Path

import click

from tk_desktop.base.account import account
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import json_optie, kluis_van, print_json, progress, werkmap_optie
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.fixiteit import Fixiteit, file_name
from tk_desktop.minutes.bestandsnamen import name_files
from tk_desktop.minutes.fixiteit import check_files, overdue
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store


@click.command(
    cls=Opdracht,
    short_help="Kijk alle bestanden na op veranderingen.",
    help="Reken van elk bestand opnieuw de SHA-256 uit, en schrijf op wanneer dat was en wat niet meer klopt. "
    "Doe dit elk jaar. Met --log ziet u alleen de eerdere keren.",
    epilog="tk fixiteit --werkmap ./werkmap",
)
@werkmap_optie
@click.option("--log", is_flag=True, help="Toon de eerdere keren, en kijk nu niets na.")
@json_optie
def fixiteit(*, werkmap: Path, log: bool, als_json: bool) -> int:
    """Look and tell; leave with 1 when a file changed or is gone, or when that was too long ago."""
    nu = dit_moment()
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        if not log:
            with schrijfslot(werkmap):
                check_files(store, nu, account(), progress())
        keren = store.fixiteit.all()
        te_laat = overdue(store, nu.date())
        namen = name_files(store, [som for een in keren[:1] for som in (*een.veranderd, *een.ontbreekt)])
    if als_json:
        print_json([_als_gegevens(een) for een in keren])
    else:
        click.echo("\n".join(_regels(keren, namen, log=log, te_laat=te_laat)))
    return int(te_laat or any(not een.goed for een in keren[:1]))


def _regels(keren: tuple[Fixiteit, ...], namen: Mapping[str, str], *, log: bool, te_laat: bool) -> list[str]:
    uit = [een.zin for een in (keren if log else keren[:1])]
    for een in keren[:1]:
        uit += [f"✗ Bestand {file_name(som, namen)} is veranderd. Zet een reservekopie terug." for som in een.veranderd]
        uit += [f"✗ Bestand {file_name(som, namen)} ontbreekt. Zet een reservekopie terug." for som in een.ontbreekt]
    if te_laat:
        uit.append("✗ De bestanden zijn langer dan een jaar niet nagekeken.")
    return uit or ["De bestanden zijn nog niet nagekeken."]


def _als_gegevens(keer: Fixiteit) -> dict[str, object]:
    return {
        "moment": keer.moment.isoformat(),
        "wie": keer.wie,
        "gekeken": keer.gekeken,
        "veranderd": list(keer.veranderd),
        "ontbreekt": list(keer.ontbreekt),
    }
