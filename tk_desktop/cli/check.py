"""``tk check``: look whether a meeting can be sent."""

from datetime import date
from pathlib import Path

import click

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
from tk_desktop.domain.bevinding import Bevinding, Ernst
from tk_desktop.pack.controleren import accept
from tk_desktop.pack.controleren import check as find
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

_TEKEN = {Ernst.FOUT: "✗", Ernst.WAARSCHUWING: "!", Ernst.INFO: "i"}


@click.command(
    cls=Opdracht,
    short_help="Controleer een vergadering voordat u haar verstuurt.",
    help="Controleer volledigheid, samenhang, tijdplan, geheimhouding en bestanden. Met --aanvaard legt u vast waarom "
    "een bevinding mag blijven.",
    epilog="tk check --werkmap ./werkmap --json",
)
@werkmap_optie
@vergadering_optie
@click.option(
    "--aanvaard", nargs=3, metavar="CODE WAAR REDEN", help="Aanvaard een bevinding, met de reden die u geeft."
)
@json_optie
def check(werkmap: Path, vergadering: str, aanvaard: tuple[str, str, str] | None, als_json: bool) -> int:
    """Print the findings; leave with 1 when there is a fout or a waarschuwing."""
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gekozen = choose_vergadering(store, vergadering)
        if aanvaard:
            code, waar, reden = aanvaard
            with schrijfslot(werkmap):
                accept(store, gekozen.id, code=code, waar=waar, reden=reden, vandaag=date.today(), moment=dit_moment())
        bevindingen = find(store, gekozen.id, date.today())
    if als_json:
        print_json([_gegevens(bevinding) for bevinding in bevindingen])
    else:
        for bevinding in bevindingen:
            click.echo(f"{_TEKEN[bevinding.ernst]} {bevinding.waar} [{bevinding.code}]\n  {bevinding.wat}")
            click.echo(f"  {bevinding.waarom}\n  → {bevinding.zo_herstelt_u}")
        if not bevindingen:
            click.echo("Niets gevonden: deze vergadering is klaar om te versturen.")
    return int(any(bevinding.ernst is not Ernst.INFO for bevinding in bevindingen))


def _gegevens(bevinding: Bevinding) -> dict[str, str]:
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst.value,
        "waar": bevinding.waar,
        "wat": bevinding.wat,
        "waarom": bevinding.waarom,
        "herstel": bevinding.zo_herstelt_u,
    }
