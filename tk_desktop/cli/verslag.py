"""``tk verslag``: write the verslag, the list of besluiten and the list of actions of a meeting that was held."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from tk_desktop.base.errors import TkError
from tk_desktop.cli.gedeeld import (
    choose_vergadering,
    json_optie,
    print_json,
    progress,
    vergadering_optie,
    werkmap_optie,
)
from tk_desktop.cli.nederlands import Opdracht
from tk_desktop.domain.actielijst import Keuzelijst, kies
from tk_desktop.domain.zitting import Zitting
from tk_desktop.export.actielijst import write_actielijst, write_actielijst_xlsx
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.verslag import write_besluitenlijst, write_verslag
from tk_desktop.export.vorm import Vorm
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.acties import open_acties
from tk_desktop.minutes.verslagen import following
from tk_desktop.store.werkmap import Store

_XLSX = "xlsx"
_VORM = {"pdf": Vorm.PDF, "word": Vorm.WORD}
_VERSLAG, _BESLUITENLIJST, _ACTIELIJST = "verslag", "besluitenlijst", "actielijst"


class AlleenActielijstInExcel(TkError):
    """A workbook was asked for without the only paper that can be one."""

    code = "TK-C12"
    melding = "In de vorm xlsx schrijft TK Desktop alleen de actielijst. Er is niets gemaakt."
    advies = "Zet er --wat actielijst bij, of kies --als pdf of --als word."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Papier:
    """One file to write: which paper, in which form, and what writes it to a folder."""

    wat: str
    als: str
    schrijf: Callable[[Path], Path]


@click.command(
    cls=Opdracht,
    short_help="Schrijf verslag, besluitenlijst en actielijst.",
    help="Schrijf het verslag, de besluitenlijst en de lijst van open acties van een vergadering, als pdf, Word of (de "
    "actielijst) Excel. Zonder --besloten is het de openbare vorm: niets wat besloten is staat erin.",
    epilog="tk verslag --wat verslag --wat actielijst --als word --uit ./verslag --werkmap ./werkmap",
)
@werkmap_optie
@vergadering_optie
@click.option(
    "--wat",
    type=click.Choice([_VERSLAG, _BESLUITENLIJST, _ACTIELIJST]),
    multiple=True,
    default=(_VERSLAG,),
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
    uit: Path,
    als_json: bool,
) -> int:
    """Write the papers and name them; a file of the same name is replaced, as it says what the werkmap says."""
    if _XLSX in als and _ACTIELIJST not in wat:
        raise AlleenActielijstInExcel
    with Store.open(werkmap) as store:
        zitting = store.zitting(choose_vergadering(store, vergadering, gehouden=True).id)
        papieren = list(_papieren(store, zitting, wat, als, openbaar=openbaar))
    gemaakt = [(papier, papier.schrijf(uit)) for papier in progress().each(papieren, "Papieren")]
    if als_json:
        print_json(
            {
                "vergadering": zitting.opname.vergadering.datum,
                "openbaar": openbaar,
                "bestanden": [
                    {"wat": papier.wat, "als": papier.als, "bestand": str(bestand)} for papier, bestand in gemaakt
                ],
            }
        )
    else:
        for _, bestand in gemaakt:
            click.echo(str(bestand))
    return 0


def _papieren(
    store: Store, zitting: Zitting, wat: tuple[str, ...], als: tuple[str, ...], *, openbaar: bool
) -> Iterator[_Papier]:
    """Go through the files to write; for everybody they are made of the meeting as everybody may know it alone."""
    van = zitting.voor_iedereen() if openbaar else zitting
    for papier in dict.fromkeys(wat):
        naam = bestandsnaam(van.opname, f"{papier}{'' if openbaar else ' (besloten)'}")
        for vorm in dict.fromkeys(als):
            if vorm == _XLSX and papier != _ACTIELIJST:
                continue
            achter = _VORM[vorm].value if vorm in _VORM else f".{_XLSX}"
            schrijf = _schrijver(store, van, papier, vorm, openbaar=openbaar)
            yield _Papier(wat=papier, als=vorm, schrijf=partial(_naar_map, schrijf, f"{naam}{achter}"))


def _naar_map(schrijf: Callable[[Path], Path], naam: str, map_: Path) -> Path:
    return schrijf(map_ / naam)


def _schrijver(store: Store, zitting: Zitting, papier: str, vorm: str, *, openbaar: bool) -> Callable[[Path], Path]:
    """Return what writes one paper in one form to a file."""
    vergadering = zitting.opname.vergadering
    if papier == _ACTIELIJST:
        gremium = zitting.opname.gremium
        van_gremium = [post for post in list_acties(store) if post.actie.gremium_id == gremium.id]
        posten = kies(van_gremium, Keuzelijst.OPEN, vergadering.datum, openbaar=openbaar)
        if vorm == _XLSX:
            return partial(write_actielijst_xlsx, posten, op=vergadering.datum)
        return partial(write_actielijst, posten, vorm=_VORM[vorm], op=vergadering.datum, huisstijl=gremium.huisstijl)
    if papier == _BESLUITENLIJST:
        return partial(write_besluitenlijst, zitting, vorm=_VORM[vorm])
    return partial(
        write_verslag,
        zitting,
        vorm=_VORM[vorm],
        open_acties=open_acties(store, vergadering.id, openbaar=openbaar),
        volgende=following(store, vergadering.id),
    )
