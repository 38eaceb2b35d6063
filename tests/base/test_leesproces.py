"""What a file can do to a reader stays in the process of that reader, and is told in Dutch."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.base import leeswerk
from tk_desktop.base.errors import BestandNietGevonden, Onderbroken
from tk_desktop.base.leesproces import (
    Grenzen,
    Hier,
    Leesproces,
    LezenDuurtTeLang,
    LezenMislukt,
    LezenVraagtTeVeel,
    LezerGevallen,
)
from tk_desktop.base.progress import Progress


@pytest.fixture(scope="module")
def lezer() -> Iterator[Leesproces]:
    # Less memory than the program allows: where a machine gives it slowly, asking for all of that takes the second too.
    with Leesproces(Grenzen(rekentijd=1.0, geheugen=200 * 1024 * 1024)) as proces:
        yield proces


def test_a_file_is_read_in_another_process_which_is_used_again(lezer: Leesproces, tmp_path: Path) -> None:
    stuk = tmp_path / "stuk.txt"
    stuk.write_text("De commissie", encoding="utf-8")
    eerste = lezer.doe("stuk.txt", leeswerk.eigen_pid)
    assert lezer.doe("stuk.txt", partial(leeswerk.lees, stuk)) == (stuk, "De commissie")
    assert lezer.doe("stuk.txt", leeswerk.eigen_pid) == eerste != os.getpid()


def test_a_refusal_comes_back_as_it_was_and_the_reader_goes_on(lezer: Leesproces) -> None:
    eerste = lezer.doe("stuk.txt", leeswerk.eigen_pid)
    with pytest.raises(BestandNietGevonden, match=r"plan\.pdf") as fout:
        lezer.doe("plan.pdf", partial(leeswerk.weiger, "plan.pdf"))
    assert fout.value.details == {"bestand": "plan.pdf"}
    assert lezer.doe("stuk.txt", leeswerk.eigen_pid) == eerste


@pytest.mark.parametrize(
    ("werk", "soort"),
    [
        (leeswerk.reken_eindeloos, LezenDuurtTeLang),
        (leeswerk.groei, LezenVraagtTeVeel),
        (leeswerk.val, LezerGevallen),
        (leeswerk.verzin, LezenMislukt),
        (leeswerk.geef_vreemd, LezerGevallen),
    ],
)
def test_what_hangs_grows_or_breaks_off_is_refused_and_the_next_file_is_read(
    lezer: Leesproces, werk: object, soort: type[Exception]
) -> None:
    eerste = lezer.doe("stuk.txt", leeswerk.eigen_pid)
    with pytest.raises(soort, match=r"plan\.pdf") as fout:
        lezer.doe("plan.pdf", werk)  # type: ignore[arg-type]
    assert "geheim" not in str(fout.value)
    assert lezer.doe("stuk.txt", leeswerk.eigen_pid) not in (eerste, os.getpid())


def test_a_large_file_may_take_longer() -> None:
    with Leesproces(Grenzen(rekentijd=0.0, wachttijd=0.0, per_seconde=1)) as streng:
        with pytest.raises(LezenDuurtTeLang):
            streng.doe("set.pdf", leeswerk.reken_eindeloos)
        assert streng.doe("set.pdf", leeswerk.eigen_pid, omvang=60) != os.getpid()


def test_steps_are_told_and_a_stop_ends_the_reader_at_once(lezer: Leesproces) -> None:
    stappen: list[tuple[str, int, int]] = []
    stand = Progress(lambda *stap: stappen.append(stap))
    assert lezer.doe_stapsgewijs("set.pdf", leeswerk.stap_voor_stap, stand) == 3
    assert stappen == [("Bladen", 0, 3), ("Bladen", 1, 3), ("Bladen", 2, 3), ("Bladen", 3, 3)]
    with pytest.raises(Onderbroken):
        lezer.doe("set.pdf", leeswerk.reken_eindeloos, Progress(stopped=lambda: True))


def test_what_a_library_prints_does_not_come_between(lezer: Leesproces) -> None:
    assert lezer.doe("stuk.pdf", leeswerk.praat) == "klaar"


def test_our_own_files_are_read_where_we_are() -> None:
    assert Hier().doe("stuk.txt", leeswerk.eigen_pid) == os.getpid()
    assert Hier().doe_stapsgewijs("stuk.txt", leeswerk.stap_voor_stap, Progress()) == 3
