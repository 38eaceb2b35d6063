"""The projects and budgets of a real report against the readings that were made by hand."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.real.zaaddruk import OPMAKEN, Opmaak, druk
from tk_desktop.domain.begroting import Bedragsoort, Zijde
from tk_desktop.domain.programmalezing import Gelezenproject, Programmalezing
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.herstel import herstel
from tk_desktop.intake.programma import lees_programma
from tk_desktop.intake.programmablad import read_programma
from tk_desktop.intake.projectkaarten import lees_projectkaarten
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.paper.pakbladen import read_pak
from tk_desktop.programme.overnemen import keep_programma
from tk_desktop.store.werkmap import Store


def _tekst(zaden: Path, nummer: str = "004") -> str:
    (bestand,) = zaden.glob(f"{nummer}_*.txt")
    return bestand.read_text(encoding="utf-8")


@cache
def _lezing(zaden: Path) -> Programmalezing:
    regels = herstelde_regels(_tekst(zaden))
    lezing = lees_programma(regels, vind_tabellen(regels))
    assert lezing is not None
    return lezing


@pytest.fixture
def projecten(gedeeld: Path) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((gedeeld / "truth/truth_projects_seed004.json").read_text(encoding="utf-8"))
    return gelezen


@pytest.fixture
def geld(gedeeld: Path) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((gedeeld / "truth/truth_finance_seed004.json").read_text(encoding="utf-8"))
    return gelezen


def _rij(een: Gelezenproject) -> tuple[object, ...]:
    return een.naam, een.fase, een.start, een.eind, een.is_sub, een.ouder


def _hand(rij: dict[str, Any]) -> tuple[object, ...]:
    ouder = rij["subproject_of"] or ""
    genoemd = "" if ouder.startswith("(") else ouder
    return rij["project"], rij["fase"], rij["startdatum"], rij["einddatum"], bool(ouder), genoemd


def test_every_project_reads_as_by_hand(zaden: Path, projecten: dict[str, Any], toon: Callable[[str], None]) -> None:
    lezing = _lezing(zaden)
    assert [_rij(een) for een in lezing.projecten] == [_hand(rij) for rij in projecten["rows"]]
    assert [een.regel for een in lezing.projecten] == [rij["lines"][0] for rij in projecten["rows"]]
    hoofd = sum(not een.is_sub for een in lezing.projecten)
    sub = len(lezing.projecten) - hoofd
    assert (len(lezing.themalijnen), hoofd, sub) == (5, 26, 6)
    assert [(lijn.naam, lijn.gesteld, lijn.gesteld_sub) for lijn in lezing.themalijnen[:4]] == [
        (hand["themalijn"], hand["stated_projects"], hand["stated_subprojects"]) for hand in projecten["themalijnen"]
    ]
    assert [fase.naam for fase in lezing.fasen] == [fase["fase"] for fase in projecten["phases_defined"]]
    assert all(een.doel for een in lezing.projecten)
    toon(f"themalijnen 5, projecten {hoofd}, subprojecten {sub}, afkortingen {len(lezing.afkortingen)}")


def test_every_footnote_stands_with_its_project(zaden: Path, projecten: dict[str, Any]) -> None:
    for een, rij in zip(_lezing(zaden).projecten, projecten["rows"], strict=True):
        noten = dict(noot.split(" ", 1) for noot in projecten["footnotes"][rij["themalijn"]])
        for tekst, teken in ((een.naamnoot, rij["footnote_on_title"]), (een.eindnoot, rij["footnote_on_einddatum"])):
            assert tekst.startswith(noten[teken]) if teken else tekst == ""


def test_every_line_of_the_budget_is_kept_as_by_hand(zaden: Path, geld: dict[str, Any], tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        stand = keep_programma(store, _lezing(zaden))
        assert len(store.programma.projecten.van(stand.programma.id)) == 32
    regels = {(een.zijde, een.naam): een for een in stand.regels if not een.buiten_totaal}
    for tabel in geld["tables"]:
        for hand in tabel["rows"]:
            regel = regels[Zijde.LASTEN, hand["post"]]
            bedragen = [regel.gedrukt(soort) for soort in Bedragsoort]
            assert bedragen == [hand[kolom] for kolom in tabel["columns"]]
            assert regel.project_id or regel.groep == "Programmaorganisatie algemeen"
    for hand in geld["overview"]["baten"]:
        regel = regels[Zijde.BATEN, hand["post"]]
        bedragen = [regel.bedrag(soort) for soort in (Bedragsoort.BEGROTING, Bedragsoort.GEWIJZIGD)]
        assert bedragen == [hand["begroting"], hand["gewijzigde_begroting_jul_2024"]]
    reserves = [een.bedrag(Bedragsoort.GEWIJZIGD) for een in stand.regels if een.buiten_totaal]
    assert reserves == [geld["overview"]["risicoreserve"]["bedrag"]] * 2
    assert sum(een.bedrag for een in stand.meenemen) == geld["overview"]["meenemen_2025"]["total"]
    assert stand.vragen() == ()


@pytest.mark.parametrize("opmaak", OPMAKEN, ids=lambda opmaak: opmaak.naam.replace(" ", "-"))
def test_the_printed_report_gives_the_same_projects_and_lines(zaden: Path, opmaak: Opmaak, tmp_path: Path) -> None:
    regels = [regel.tekst for regel in herstel(_tekst(zaden))]
    bladen = {nr for nr, regel in enumerate(regels, 1) if regel[:1].isspace() and regel.strip()}
    doel = tmp_path / "rapport.pdf"
    druk(regels, bladen, opmaak, doel)
    if opmaak is OPMAKEN[0]:
        (bestand,) = lees_bestanden([doel])
        programma = bestand.programma
    else:
        gedrukt = read_pak(doel).bladen
        programma, _ = read_programma(gedrukt, [blad.tekst for blad in gedrukt], ())
    assert programma is not None
    assert [_rij(een) for een in programma.projecten] == [_rij(een) for een in _lezing(zaden).projecten]
    assert [(een.naam, een.themalijn, [b.bedrag for b in een.bedragen]) for een in programma.regels] == [
        (een.naam, een.themalijn, [b.bedrag for b in een.bedragen]) for een in _lezing(zaden).regels
    ]


@pytest.mark.parametrize("nummer", ["000", "001", "002", "003"])
def test_what_lists_no_projects_is_no_report_on_a_programme(zaden: Path, nummer: str) -> None:
    assert lees_programma(herstelde_regels(_tekst(zaden, nummer)), ()) is None


def test_every_project_card_of_the_deck_is_read(zaden: Path, toon: Callable[[str], None]) -> None:
    lezing = lees_projectkaarten(herstelde_regels(_tekst(zaden, "000")))
    assert lezing is not None
    kaarten = lezing.projecten
    assert len(kaarten) == 27
    assert all(een.naam and een.regel for een in kaarten)
    assert (kaarten[0].naam, kaarten[0].start, kaarten[0].trekker) == (
        "aanpak arbeidsmarktproblematiek huisartsenzorg",
        "december 2019",
        "Eric Veldboer (Menzis)",
    )
    assert [(stap.gereed, stap.status) for stap in kaarten[0].stappen] == [
        ("Q4 2019", "Gereed"),
        ("Q4 2019", "Gereed"),
        ("Q1-Q2 2020", "Loopt"),
        (">Q3 2020", "Nog niet gestart"),
    ]
    assert all(een.berichten for een in kaarten)
    toon(f"projectkaarten {len(kaarten)}, stappen {sum(len(een.stappen) for een in kaarten)}")
