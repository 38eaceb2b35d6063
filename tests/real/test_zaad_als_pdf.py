"""A real vergaderset printed as PDF in three page layouts and taken in again: the same papers, split to the page."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.real.zaaddruk import OPMAKEN, Opmaak, druk
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Pakdeel, Pakvoorstel
from tk_desktop.intake.tekst import lees_tekst
from tk_desktop.store.werkmap import Store

ZONDER_OPSCHRIFT = {5775, 5959}
"""Where two bijlagen begin that do not name themselves; without bookmarks nothing on the page tells of them."""


@pytest.fixture(scope="module")
def tekst(zaden: Path) -> str:
    (bestand,) = zaden.glob("000_*.txt")
    return bestand.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def direct(tekst: str) -> Lezing:
    return lees_tekst(tekst)


@pytest.fixture(scope="module")
def stukken(gedeeld: Path) -> list[dict[str, Any]]:
    waar = json.loads((gedeeld / "truth/truth_agenda_2020-03-04.json").read_text(encoding="utf-8"))
    return [stuk for stuk in waar["pack_really_contains"] if stuk["lines"]]


@pytest.fixture(scope="module", params=OPMAKEN, ids=lambda opmaak: opmaak.naam.replace(" ", "-"))
def gedrukt(
    request: pytest.FixtureRequest, tekst: str, stukken: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Pakvoorstel, dict[int, int], bool, Path]:
    """Return the proposal for the printed set, the page of each line, whether it has bookmarks, and the file."""
    opmaak: Opmaak = request.param
    doel = tmp_path_factory.mktemp("druk") / "vergaderset.pdf"
    met_wijzers = opmaak.klein != opmaak.corps
    wijzers = {stuk["lines"][0]: stuk["piece"] for stuk in stukken} if met_wijzers else None
    regels = [regel.tekst for regel in herstel(tekst)]
    bladen = {stuk["lines"][0] for stuk in stukken}
    bladen |= {nr for nr, regel in enumerate(regels, 1) if regel[:1].isspace() and regel.strip()}
    paginas = druk(regels, bladen, opmaak, doel, wijzers)
    return lees_pak(doel), paginas, met_wijzers, doel


def zonder_regels(waarde: Any) -> Any:
    """Return what was read without the numbers of its lines."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        velden = [veld.name for veld in fields(waarde) if veld.name not in {"regel", "regel_tot"}]
        return {naam: zonder_regels(getattr(waarde, naam)) for naam in velden}
    return [zonder_regels(deel) for deel in waarde] if isinstance(waarde, tuple) else waarde


@pytest.mark.parametrize("wat", ["uitnodiging", "agenda", "notas", "verslagen"])
def test_every_paper_reads_the_same_from_print(
    gedrukt: tuple[Pakvoorstel, dict[int, int], bool, Path], direct: Lezing, wat: str
) -> None:
    assert zonder_regels(getattr(gedrukt[0].lezing, wat)) == zonder_regels(getattr(direct, wat))


def _op_bladzijde(delen: Sequence[Pakdeel], pagina: int) -> Pakdeel | None:
    return next((deel for deel in delen if deel.van == pagina), None)


def test_every_part_begins_on_its_own_page(
    gedrukt: tuple[Pakvoorstel, dict[int, int], bool, Path], stukken: list[dict[str, Any]]
) -> None:
    voorstel, paginas, met_wijzers, _ = gedrukt
    verwacht = {
        paginas[stuk["lines"][0]]: stuk["item"]
        for stuk in stukken
        if met_wijzers or stuk["lines"][0] not in ZONDER_OPSCHRIFT
    }
    gevonden = {deel.van: str(deel.nummer) for deel in voorstel.delen if deel.nummer is not None}
    assert gevonden == verwacht
    assert [(vorige.tot + 1) for vorige in voorstel.delen[:-1]] == [deel.van for deel in voorstel.delen[1:]]


def test_a_bijlage_that_is_not_found_is_asked_for(gedrukt: tuple[Pakvoorstel, dict[int, int], bool, Path]) -> None:
    voorstel, _, met_wijzers, _ = gedrukt
    vragen = [deel.twijfel for deel in voorstel.delen if str(deel.nummer) == "3"]
    assert any("Niet gevonden: bijlage 2, Informatiekaart" in vraag for vraag in vragen) is not met_wijzers


def test_the_printed_set_becomes_a_meeting_with_its_papers(
    gedrukt: tuple[Pakvoorstel, dict[int, int], bool, Path], tmp_path: Path
) -> None:
    if not gedrukt[2]:
        pytest.skip("één indeling is genoeg")
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        inname = neem_op(store, lees_bestanden([gedrukt[3]]), nu=datetime(2026, 1, 5, 9, 0))
        opname = store.opname(inname.vergaderingen[0])
        assert len(opname.notas) == 6
        aanwezig = {opname.label(stuk) for stuk in opname.stukken if opname.is_aanwezig(stuk)}
        assert {"2a bijl. 1", "8c", "8d", "8d bijl. 1", "8e", "9a"} <= aanwezig
        assert len(store.vergaderingen.all()) == 2, "the meeting of the verslag as well"
