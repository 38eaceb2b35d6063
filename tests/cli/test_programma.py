"""``tk programma``: a programme shown, checked and put on paper in a terminal."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tests.programmebouwers import maak_kerntaken, maak_programma
from tk_desktop.programme.overleg import add_pencjaar, add_ronde, add_route
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("programma") / "werkmap"
    with Store.open(map_, maken=True) as store:
        programma = maak_programma(store).id
        maak_kerntaken(store, programma)
        add_route(store, programma, "Begroting 2027", date(2026, 7, 1))
        add_pencjaar(store, programma, 2027)
        add_ronde(store, programma, "Ontwerp", ["Sluisdam"])
    return map_


def test_it_tells_how_the_programme_goes(werkmap: Path) -> None:
    gezegd = tk("programma", "--werkmap", werkmap)
    assert gezegd.code == 0, gezegd.fout
    assert "Waterkant Gezond, 2026-1: 2 themalijnen, 3 projecten en 1 subproject" in gezegd.uit
    assert "Samen: € 263.750,- van € 640.000,- besteed (41%)" in gezegd.uit
    assert tk("programma", "--werkmap", werkmap, "--json").json["statussen"]["aandacht"] == 1


def test_its_papers_are_made_in_the_form_of_their_names(werkmap: Path, tmp_path: Path) -> None:
    gemaakt = tk(
        "programma", "waterkant gezond", "--werkmap", werkmap, "--rapport", tmp_path / "r.docx", "--overzicht",
        tmp_path / "o.pdf", "--kaart", "Hofjes", tmp_path / "k.pdf", "--rekenblad", tmp_path / "b.xlsx",
        "--bord", tmp_path / "p.pdf",
    )  # fmt: skip
    assert gemaakt.code == 0, gemaakt.fout
    koppen = [(tmp_path / naam).read_bytes()[:2] for naam in ("r.docx", "o.pdf", "k.pdf", "b.xlsx", "p.pdf")]
    assert koppen == [b"PK", b"%P", b"%P", b"PK", b"%P"]


def test_what_agrees_is_said_and_an_unknown_name_is_refused(werkmap: Path) -> None:
    assert "kloppen met elkaar" in tk("programma", "--werkmap", werkmap, "--controle").uit
    for opdracht in (("Nergens",), ("--periode", "1900-1"), ("--kaart", "Raket", "k.pdf")):
        geweigerd = tk("programma", *opdracht, "--werkmap", werkmap)
        assert geweigerd.code == 2
        assert "TK-G07" in geweigerd.fout


def test_core_tasks_are_told_and_put_on_paper(werkmap: Path, tmp_path: Path) -> None:
    gezegd = tk("kerntaken", "--werkmap", werkmap)
    assert gezegd.code == 0, gezegd.fout
    assert gezegd.uit.splitlines()[:2] == [
        "Waterkant Gezond: 4 bouwstenen",
        "  A.1 Absolute kern: € 120.000,-; 1 bouwsteen zonder bedrag telt niet mee; het verschil met nu is onzeker",
    ]
    uit = tk("kerntaken", "--werkmap", werkmap, "--tegen", "nul", "--json").json
    assert (uit["vergeleken_met"], [een["som"] for een in uit["scenarios"]][:2]) == ("nul", [120_000, 200_000])
    assert uit["bouwstenen"][2]["keuzes"]["A.1"] == {"keuze": "beëindigen", "bedrag": 0}
    for naam, kop in (("s.xlsx", b"PK"), ("s.pdf", b"%P"), ("s.docx", b"PK")):
        assert tk("kerntaken", "--werkmap", werkmap, "--papier", tmp_path / naam).code == 0
        assert (tmp_path / naam).read_bytes()[:2] == kop
    assert "TK-G07" in tk("kerntaken", "--werkmap", werkmap, "--tegen", "Z").fout
    geweigerd = tk("kerntaken", "--werkmap", werkmap, "--papier", tmp_path / "s.txt")
    assert "TK-E02" in geweigerd.fout
    assert ".pdf, .docx of .xlsx" in geweigerd.fout
    assert not (tmp_path / "s.txt").exists()


def test_routes_terms_and_zienswijzen_are_told_and_put_on_paper(werkmap: Path, tmp_path: Path) -> None:
    gezegd = tk("overleg", "--werkmap", werkmap)
    assert gezegd.code == 0, gezegd.fout
    assert "Route ‘Begroting 2027’, doorlooptijd 84 dagen\n  AO adviseert, 8-4-2026\n  AC adviseert" in gezegd.uit
    assert "Begrotingsjaar 2027" in gezegd.uit
    assert "Zienswijzen ‘Ontwerp’: nog niet van Sluisdam" in gezegd.uit
    (route,) = tk("overleg", "--werkmap", werkmap, "--json").json["routes"]
    assert [een["tafel"] for een in route["stappen"]] == ["AO", "AC", "CMT", "DB", "Colleges", "AB"]
    assert route["stappen"][-1] == {"tafel": "AB", "rol": "besluit", "dag": "2026-07-01", "wachtdagen": 0}
    for naam, kop in (("p.ics", b"BE"), ("p.pdf", b"%P"), ("p.docx", b"PK")):
        assert tk("overleg", "--werkmap", werkmap, "--papier", tmp_path / naam).code == 0
        assert (tmp_path / naam).read_bytes()[:2] == kop


def test_a_programme_without_a_period_says_so(tmp_path: Path) -> None:
    bron = tmp_path / "projecten.csv"
    bron.write_text("Project;Fase\nHofjes;Ontwerpfase\n", encoding="utf-8")
    assert tk("intake", bron, "--programma", "--werkmap", tmp_path / "leeg").code == 0
    gezegd = tk("programma", "--werkmap", tmp_path / "leeg")
    assert (gezegd.code, "TK-G12" in gezegd.fout) == (2, True)


def test_a_file_in_which_no_programme_is_found_says_so(tmp_path: Path) -> None:
    cijfers = tmp_path / "cijfers.txt"
    cijfers.write_text("Financiën haven\n\nOnderdeel Begroting Besteed\nKade € 1.000 € 400\nSluis € 2.000 € 500\n")
    gezegd = tk("intake", cijfers, "--programma", "--werkmap", tmp_path / "w")
    assert "Geen programma overgenomen: TK Desktop herkent hier geen projecten" in gezegd.uit
