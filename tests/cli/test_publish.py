"""``tk publish``: a site is written, brought up to date, and a meeting taken off it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.hulp import tk
from tests.extranet.conftest import laat_staan
from tests.programmebouwers import maak_programma
from tests.verpakt import Verpakt
from tk_desktop.store.werkmap import Store


@pytest.fixture
def werkmap(verpakt: Verpakt, tmp_path: Path) -> Path:
    """The sample, where it was decided that the personal data in it may stand."""
    map_ = Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))
    with Store.open(map_) as store:
        laat_staan(store, verpakt.opname.vergadering.id)
    return map_


def test_personal_data_of_which_nobody_decided_are_pointed_out_and_nothing_is_written(
    verpakt: Verpakt, tmp_path: Path
) -> None:
    map_ = shutil.copytree(verpakt.werkmap, tmp_path / "werkmap")
    gezegd = tk("publish", "--werkmap", map_, "--uit", tmp_path / "site", "--vergadering", "4-6-2026")
    assert (gezegd.code, "TK-E58" in gezegd.fout, "8b" in gezegd.fout) == (2, True, True)
    assert not (tmp_path / "site").exists()


def test_a_meeting_is_put_on_a_site_brought_up_to_date_and_taken_off_again(werkmap: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    opdracht = ("publish", "--werkmap", werkmap, "--uit", site)
    eerste = tk(*opdracht, "--vergadering", "4-6-2026", "--json").json
    assert eerste["vergaderingen"] == ["2026-06-04-bc-go"]
    assert eerste["bestanden"] == len(eerste["gemaakt"])
    nogmaals = tk(*opdracht)
    assert (nogmaals.code, "Er is niets veranderd" in nogmaals.uit) == (0, True)
    af = tk(*opdracht, "--vergadering", "4-6-2026", "--intrekken", "--reden", "Te vroeg")
    assert (af.code, "0 vergaderingen" in af.uit) == (0, True)
    assert not (site / "2026-06-04-bc-go").exists()


def test_a_report_of_a_programme_is_put_on_a_site_and_taken_off_again(werkmap: Path, tmp_path: Path) -> None:
    with Store.open(werkmap) as store:
        maak_programma(store)
    opdracht = ("publish", "--werkmap", werkmap, "--uit", tmp_path / "site")
    op_site = tk(*opdracht, "--programma", "Waterkant Gezond", "--json").json
    assert op_site["programmas"] == ["programmas/waterkant-gezond-2026-1"]
    assert "1 rapportage" in tk(*opdracht).uit
    assert "TK-G07" in tk(*opdracht, "--programma", "Waterkant Gezond", "--periode", "1900-1").fout
    assert "TK-G10" in tk(*opdracht, "--programma", "Waterkant Gezond", "--intrekken").fout
    af = tk(*opdracht, "--programma", "Waterkant Gezond", "--intrekken", "--reden", "Te vroeg")
    assert (af.code, (tmp_path / "site" / "programmas").exists()) == (0, False)


def test_taking_off_asks_which_meeting_and_why(werkmap: Path, tmp_path: Path) -> None:
    opdracht = ("publish", "--werkmap", werkmap, "--uit", tmp_path / "site")
    assert "TK-C13" in tk(*opdracht, "--intrekken").fout
    tk(*opdracht, "--vergadering", "4-6-2026")
    zonder_reden = tk(*opdracht, "--vergadering", "4-6-2026", "--intrekken")
    assert (zonder_reden.code, "TK-S11" in zonder_reden.fout) == (2, True)
    assert (tmp_path / "site" / "2026-06-04-bc-go").is_dir()
