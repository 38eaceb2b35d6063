"""``tk programma``: a programme shown, checked and put on paper in a terminal."""

from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tests.programmebouwers import maak_programma
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("programma") / "werkmap"
    with Store.open(map_, maken=True) as store:
        maak_programma(store)
    return map_


def test_it_tells_how_the_programme_goes(werkmap: Path) -> None:
    gezegd = tk("programma", "--werkmap", werkmap)
    assert gezegd.code == 0, gezegd.fout
    assert "Waterkant Gezond, 2026-1: 2 themalijnen, 3 projecten en 1 subproject" in gezegd.uit
    assert "Samen: € 263.750 van € 640.000 besteed (41%)" in gezegd.uit
    assert tk("programma", "--werkmap", werkmap, "--json").json["statussen"]["aandacht"] == 1


def test_its_papers_are_made_in_the_form_of_their_names(werkmap: Path, tmp_path: Path) -> None:
    gemaakt = tk(
        "programma", "waterkant gezond", "--werkmap", werkmap, "--rapport", tmp_path / "r.docx", "--overzicht",
        tmp_path / "o.pdf", "--kaart", "Hofjes", tmp_path / "k.pdf", "--rekenblad", tmp_path / "b.xlsx",
    )  # fmt: skip
    assert gemaakt.code == 0, gemaakt.fout
    koppen = [(tmp_path / naam).read_bytes()[:2] for naam in ("r.docx", "o.pdf", "k.pdf", "b.xlsx")]
    assert koppen == [b"PK", b"%P", b"%P", b"PK"]


def test_what_agrees_is_said_and_an_unknown_name_is_refused(werkmap: Path) -> None:
    assert "kloppen met elkaar" in tk("programma", "--werkmap", werkmap, "--controle").uit
    for opdracht in (("Nergens",), ("--periode", "1900-1"), ("--kaart", "Raket", "k.pdf")):
        geweigerd = tk("programma", *opdracht, "--werkmap", werkmap)
        assert geweigerd.code == 2
        assert "TK-G07" in geweigerd.fout
