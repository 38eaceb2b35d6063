"""The chains of segments: whole from their first on, in whatever order they come."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tk_desktop.domain.uitwisseling import Segment
from tk_desktop.store.segmenten import NOEMERS, Segmenten
from tk_desktop.store.werkmap import Store


@pytest.fixture
def segmenten(tmp_path: Path) -> Iterator[Segmenten]:
    with Store.open(tmp_path, maken=True) as store:
        yield store.segmenten


def _segment(teken: str, vorige: str = "", **anders: str) -> Segment:
    velden = {"apparaat": "a" * 16, "bereik": "sec", **anders}
    return Segment(sha=teken * 64, vorige=vorige * 64, aantal=1, gegevens=teken.encode(), **velden)


def test_a_chain_that_comes_backwards_is_whole_when_its_first_comes(segmenten: Segmenten) -> None:
    for teken, vorige in (("3", "2"), ("2", "1")):
        assert segmenten.bewaar(_segment(teken, vorige))
    assert segmenten.koppen(["sec"]) == ()
    assert segmenten.gaten() == 2
    assert segmenten.bewaar(_segment("1"))
    assert segmenten.koppen(["sec"]) == ("3" * 64,)
    assert segmenten.gaten() == 0
    assert not segmenten.bewaar(_segment("1"))


def test_a_chain_with_a_gap_counts_up_to_it(segmenten: Segmenten) -> None:
    for teken, vorige in (("1", ""), ("3", "2")):
        segmenten.bewaar(_segment(teken, vorige))
    assert segmenten.koppen(["sec"]) == ("1" * 64,)
    assert segmenten.laatste("a" * 16, "sec") == "1" * 64


def test_a_chain_that_branched_after_a_backup_has_two_ends(segmenten: Segmenten) -> None:
    for teken, vorige in (("1", ""), ("2", "1"), ("4", "1")):
        segmenten.bewaar(_segment(teken, vorige))
    assert segmenten.koppen(["sec"]) == ("2" * 64, "4" * 64)
    assert segmenten.laatste("a" * 16, "sec") == "4" * 64
    assert segmenten.takken("a" * 16) == {"sec": ("2" * 64, "4" * 64)}


def test_names_may_be_first_digits_and_stand_for_all_before_them(segmenten: Segmenten) -> None:
    for teken, vorige in (("1", ""), ("2", "1"), ("4", "2")):
        segmenten.bewaar(_segment(teken, vorige))
    assert segmenten.kent("2" * 24)
    assert not segmenten.kent("5" * 24)
    assert segmenten.tot_en_met(["2" * 24, "9" * 24, ""]) == {"1" * 64, "2" * 64}
    assert [een.sha[0] for een in segmenten.van(["sec"], segmenten.tot_en_met(["2" * 24]))] == ["4"]


def test_other_scopes_and_devices_have_chains_of_their_own(segmenten: Segmenten) -> None:
    segmenten.bewaar(_segment("1"))
    segmenten.bewaar(_segment("2", bereik="alg"))
    segmenten.bewaar(_segment("3", apparaat="b" * 16))
    assert segmenten.bereiken() == {"sec", "alg"}
    assert segmenten.koppen(["alg"]) == ("2" * 64,)
    assert segmenten.laatste("b" * 16, "alg") == ""


def test_the_files_that_a_segment_brought_are_known(segmenten: Segmenten) -> None:
    segmenten.bewaar(_segment("1"), ["c" * 64])
    assert segmenten.genoemd_door(["1" * 64]) == {"c" * 64}
    assert segmenten.genoemd_door([]) == frozenset()
    assert segmenten.bestanden(["sec"]) == {}


def test_the_files_that_rows_name_are_found_without_a_look_at_all_that_was_ever_said(segmenten: Segmenten) -> None:
    plan = segmenten._db.query(f"EXPLAIN QUERY PLAN {NOEMERS}", {"bereiken": '["alg", "sec"]'})
    (zoekt,) = [rij["detail"] for rij in plan if " k " in rij["detail"]]
    assert "kop_bestand" in zoekt
