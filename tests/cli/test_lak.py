"""``tk lak``: words go from a paper by a command, and what was done is told."""

from pathlib import Path

import pytest

from tests.bouwers import bewaar, bewaar_bytes, een_agendapunt, een_opname, een_stuk, een_stukversie
from tests.cli.hulp import tk
from tests.papier import a_paper
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        som = bewaar_bytes(store, a_paper(["Gesproken met Roosje van Dalen, 06 12345678"], ["Roosje van Dalen"]))
        bewaar(
            store,
            een_opname(
                agendapunten=[een_agendapunt(id="punt", titel="Kade")],
                stukken=[een_stuk(id="brief", titel="Brief over de kade", agendapunt_id="punt")],
                versies={"brief": een_stukversie(id="versie", stuk_id="brief", sha256=som, paginas=2)},
            ),
        )
    return tmp_path / "werkmap"


def test_words_are_marked_and_then_made_to_go(map_: Path) -> None:
    gemerkt = tk("lak", "1", "--zoek", "Roosje van Dalen", "--gegevens", "--werkmap", map_)
    assert gemerkt.code == 1
    assert "3 weglakkingen" in gemerkt.uit
    assert "moet nog worden gemaakt" in gemerkt.uit
    gemaakt = tk("lak", "--maak", "--werkmap", map_)
    assert (gemaakt.code, gemaakt.fout) == (0, "")
    assert "gemaakt en nagekeken" in gemaakt.uit
    with Store.open(map_) as store:
        gelakt = store.opname(store.vergaderingen.all()[0].id).gelakt["brief"]
        tekst = " ".join(lees_pdf(store.bestanden.open(gelakt)).paginas)
    assert "Roosje" not in tekst
    assert "12345678" not in tekst


def test_pages_that_still_tell_it_are_named_and_a_mark_can_go_again(map_: Path) -> None:
    een = tk("lak", "1", "--vlak", "1", "110", "495", "193", "512", "--maak", "--werkmap", map_)
    assert een.code == 1
    assert "nog leesbaar op blz. 2" in een.uit
    weg = tk("lak", "1", "--weg", "1", "--werkmap", map_)
    assert (weg.code, "0 weglakkingen" in weg.uit) == (1, True)
    assert "Er is niets meer gelakt. Met --maak" in weg.uit
    vrij = tk("lak", "1", "--maak", "--werkmap", map_)
    assert (vrij.code, "het hele stuk is vrijgegeven" in vrij.uit) == (0, True)


def test_a_paper_that_is_not_there_is_refused_with_those_that_are(map_: Path) -> None:
    uitkomst = tk("lak", "9z", "--werkmap", map_)
    assert (uitkomst.code, "TK-C15" in uitkomst.fout) == (2, True)
