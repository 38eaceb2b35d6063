"""``tk check``: look whether a meeting can be sent."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

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
from tk_desktop.domain.bevinding import Bevinding, Ernst
from tk_desktop.domain.controle.geld import bevinding
from tk_desktop.domain.geldcontrole import controleer_tabellen
from tk_desktop.intake.tabelopname import read_rapport_met_geld
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
@click.option(
    "--rapport",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Controleer alleen de bedragen in dit rapport (tekst, pdf, Word, Excel of csv), zonder werkmap.",
)
@json_optie
def check(
    *, werkmap: Path, vergadering: str, aanvaard: tuple[str, str, str] | None, rapport: Path | None, als_json: bool
) -> int:
    """Print the findings; leave with 1 when there is a fout or a waarschuwing."""
    if rapport is not None:
        return _tell(_of_report(rapport), als_json=als_json, goed="Niets gevonden: de bedragen kloppen met elkaar.")
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        gekozen = choose_vergadering(store, vergadering)
        if aanvaard:
            code, waar, reden = aanvaard
            with schrijfslot(werkmap):
                accept(store, gekozen.id, code=code, waar=waar, reden=reden, vandaag=date.today(), moment=dit_moment())
        bevindingen = find(store, gekozen.id, date.today())
    return _tell(bevindingen, als_json=als_json, goed="Niets gevonden: deze vergadering is klaar om te versturen.")


def _tell(bevindingen: Sequence[Bevinding], *, als_json: bool, goed: str) -> int:
    if als_json:
        print_json([_gegevens(een) for een in bevindingen])
    else:
        for een in bevindingen:
            click.echo(f"{_TEKEN[een.ernst]} {een.waar} [{een.code}]\n  {een.wat}")
            click.echo(f"  {een.waarom}\n  → {een.zo_herstelt_u}")
        if not bevindingen:
            click.echo(goed)
    return int(any(een.ernst is not Ernst.INFO for een in bevindingen))


def _of_report(bron: Path) -> tuple[Bevinding, ...]:
    """Return what does not agree in the tables of a report; raises ``GeenTabellen`` or the fault of the file."""
    with Leesproces() as lezer:
        gelezen = read_rapport_met_geld(bron, lezer, progress())
    tekst = gelezen.tekst or "\n".join(gelezen.paginas)
    return tuple(bevinding(een, "") for een in controleer_tabellen(gelezen.tabellen, tekst))


def _gegevens(een: Bevinding) -> dict[str, str]:
    return {
        "code": een.code,
        "ernst": een.ernst.value,
        "waar": een.waar,
        "wat": een.wat,
        "waarom": een.waarom,
        "herstel": een.zo_herstelt_u,
    }
