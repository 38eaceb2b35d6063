"""``tk verslag``: write verslag, lists of besluiten and actions, and uittreksels of a meeting that was held."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.base.klok import dit_moment
from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    kluis_van,
    print_json,
    progress,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.inzage import log_bestanden
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.datum import kort
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.zittingpapier import Zittingpapier, Zittingstof, wacht_op_keuze
from tk_desktop.export.actielijst import write_actielijst_xlsx
from tk_desktop.export.vorm import Vorm
from tk_desktop.export.zittingpapieren import open_posten, plan_papieren
from tk_desktop.minutes.verslagen import keep_approved
from tk_desktop.minutes.zittingstof import gather_zittingstof
from tk_desktop.store.slot import schrijfslot
from tk_desktop.store.werkmap import Store

_XLSX = "xlsx"
_VORM = {"pdf": Vorm.PDF, "word": Vorm.WORD}


class AlleenActielijstInExcel(TkError):
    """A workbook was asked for without the only paper that can be one."""

    code = "TK-C12"
    melding = "In de vorm xlsx schrijft TK Desktop alleen de actielijst."
    veilig = "Er is niets gemaakt."
    advies = "Zet er --wat actielijst bij, of kies --als pdf of --als word."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taak:
    """One file to write: which paper, in which form, and what writes it to a folder."""

    wat: str
    als: str
    schrijf: Callable[[Path], Path]


@click.command(
    cls=Opdracht,
    short_help="Schrijf verslag, besluitenlijst en actielijst.",
    help="Schrijf het verslag, de besluitenlijst, de lijst van open acties en van elk besluit een uittreksel, als pdf, "
    "Word of (de actielijst) Excel. Zonder --besloten is het de openbare vorm: niets wat besloten is staat erin.",
    epilog="tk verslag --wat verslag --wat actielijst --als word --uit ./verslag --werkmap ./werkmap",
)
@werkmap_optie
@vergadering_optie
@click.option(
    "--wat",
    type=click.Choice([een.value for een in Zittingpapier]),
    multiple=True,
    default=(Zittingpapier.VERSLAG.value,),
    show_default=True,
    help="Wat u wilt hebben; mag vaker.",
)
@click.option(
    "--als",
    type=click.Choice([*_VORM, _XLSX]),
    multiple=True,
    default=("pdf",),
    show_default=True,
    help="In welke vorm; mag vaker.",
)
@click.option("--openbaar/--besloten", default=True, show_default=True, help="Voor iedereen, of met wat besloten is.")
@click.option("--zonder-namen", is_flag=True, help="Zonder de namen van genodigden en notulisten.")
@click.option(
    "--uit", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar="MAP", help="Waar ze komen."
)
@json_optie
def verslag(
    *,
    werkmap: Path,
    vergadering: str,
    wat: tuple[str, ...],
    als: tuple[str, ...],
    openbaar: bool,
    zonder_namen: bool,
    uit: Path,
    als_json: bool,
) -> int:
    """Write the papers and name them; a file of the same name is replaced, as it says what the werkmap says."""
    papieren = [Zittingpapier(een) for een in wat]
    if _XLSX in als and Zittingpapier.ACTIELIJST not in papieren:
        raise AlleenActielijstInExcel
    with Store.open(werkmap, kluis_van(werkmap)) as store:
        _bewaar_vastgestelde(store)
        stof = gather_zittingstof(store, choose_vergadering(store, vergadering, gehouden=True).id)
        if not openbaar:
            id_ = stof.zitting.opname.vergadering.id
            stof = replace(stof, exemplaar=log_bestanden(store, id_, dict.fromkeys(wat, ""), "tk verslag"))
    stof = stof.zonder_namen() if zonder_namen else stof
    taken = list(_taken(stof.voor_iedereen() if openbaar else stof, papieren, als))
    gemaakt = [(taak, taak.schrijf(uit)) for taak in progress().each(taken, "Papieren")]
    if als_json:
        print_json(
            {
                "vergadering": stof.zitting.opname.vergadering.datum,
                "openbaar": openbaar,
                "wacht_op_keuze": stof.zitting.waar_gekozen_wordt(),
                "bestanden": [{"wat": taak.wat, "als": taak.als, "bestand": str(bestand)} for taak, bestand in gemaakt],
            }
        )
    else:
        for _, bestand in gemaakt:
            click.echo(str(bestand))
        if stof.zitting.keuzes:
            click.echo(wacht_op_keuze(stof.zitting), err=True)
    return 0


def _bewaar_vastgestelde(store: Store) -> None:
    """Keep what was approved before it was kept, as the window does when it opens, and tell which."""
    if not store.vastgestelden.ontbreken():
        return
    with schrijfslot(store.map):
        vergaderingen = keep_approved(store, op=dit_moment().date())
    if vergaderingen:
        dagen = opsomming(kort(een.datum) for een in vergaderingen)
        click.echo(f"Bewaard wat eerder is vastgesteld: het verslag van {dagen}.", err=True)


def _taken(stof: Zittingstof, papieren: Collection[Zittingpapier], als: tuple[str, ...]) -> Iterator[_Taak]:
    """Go through the files to write; a workbook is the list of actions alone."""
    for taak in plan_papieren(stof, papieren):
        for vorm in dict.fromkeys(als):
            if vorm in _VORM:
                yield _Taak(wat=taak.papier.value, als=vorm, schrijf=partial(taak.write, vorm=_VORM[vorm]))
            elif taak.papier is Zittingpapier.ACTIELIJST:
                yield _Taak(wat=taak.papier.value, als=vorm, schrijf=partial(_schrijf_xlsx, stof, taak.naam))


def _schrijf_xlsx(stof: Zittingstof, naam: str, map_: Path) -> Path:
    op = stof.zitting.opname.vergadering.datum
    return write_actielijst_xlsx(open_posten(stof), map_ / f"{naam}.{_XLSX}", op=op)
