"""A full disk and a program that is killed leave no half file and no half record; the next run succeeds."""

import random
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.hulp import opdracht, tk, tk_apart
from tests.schijf import maak_groot, vul
from tests.verpakt import VOORBEELD, inhoud_van_map, paginateksten
from tk_desktop.store.slot import werkmap_slot
from tk_desktop.store.werkmap import Store

TELLING = "11 agendapunten, 11 subpunten, 6 nota’s, 10 bestanden"


@pytest.mark.parametrize("kilobytes", [40, 200, 700, 1100, 1500])
def test_a_disk_that_fills_up_during_intake_is_told_and_holds_nothing_half(kleine_schijf: Path, kilobytes: int) -> None:
    maak_groot(kleine_schijf, kilobytes)
    uitkomst = tk_apart("intake", VOORBEELD, "--werkmap", kleine_schijf / "werkmap")
    assert uitkomst.code == 2, uitkomst.fout
    assert "De schijf is vol" in uitkomst.fout
    assert "(TK-D01)" in uitkomst.fout
    assert inhoud_van_map(kleine_schijf) == {}
    maak_groot(kleine_schijf, 8000)
    assert TELLING in tk("intake", VOORBEELD, "--werkmap", kleine_schijf / "werkmap").uit


@pytest.mark.parametrize("over", [0, 60, 400])
def test_a_disk_that_fills_up_while_a_set_is_made_keeps_the_old_set(
    werkmap: Path, kleine_schijf: Path, over: int
) -> None:
    maak_groot(kleine_schijf, 8000)
    doel = kleine_schijf / "set.pdf"
    doel.write_bytes(b"oud")
    vulling = vul(kleine_schijf, over)
    uitkomst = tk_apart("pack", "--werkmap", werkmap, "--uit", doel)
    assert uitkomst.code == 2, uitkomst.fout
    assert "De schijf is vol: ‘set.pdf’ is niet geschreven." in uitkomst.fout
    assert doel.read_bytes() == b"oud"
    assert {pad.name for pad in kleine_schijf.iterdir()} == {"set.pdf", "vulling"}
    vulling.unlink()
    assert tk("pack", "--werkmap", werkmap, "--uit", doel).code == 0
    assert len(paginateksten(doel)) == 62


def test_a_disk_that_is_full_leaves_a_werkmap_as_it_was(werkmap: Path, kleine_schijf: Path, tmp_path: Path) -> None:
    maak_groot(kleine_schijf, 8000)
    hier = Path(shutil.copytree(werkmap, kleine_schijf / "werkmap", ignore=shutil.ignore_patterns("cache")))
    nieuw = tmp_path / "2a bijlage 1 - Nieuw.pdf"
    shutil.copyfile(VOORBEELD / "8b jaaroverzicht - Jeugdgezondheid 2025.pdf", nieuw)
    voor = inhoud_van_map(hier)
    vulling = vul(kleine_schijf, 90)
    uitkomst = tk_apart("intake", nieuw, "--werkmap", hier)
    assert uitkomst.code == 2, uitkomst.uit
    assert "(TK-D01)" in uitkomst.fout
    assert inhoud_van_map(hier) == voor
    vulling.unlink()
    assert tk("intake", nieuw, "--werkmap", hier).code == 0


def _kill(argumenten: list[str], na: float) -> bool:
    """Start a program and kill it after so many seconds; tell whether it was still at work."""
    with subprocess.Popen(argumenten, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as proces:
        try:
            proces.wait(timeout=na)
        except subprocess.TimeoutExpired:
            proces.send_signal(signal.SIGKILL)
            return True
    return False


def _wachttijden(aantal: int) -> list[float]:
    loting = random.Random(20260604)
    return [loting.uniform(0.25, 1.6) for _ in range(aantal)]


def test_an_intake_that_is_killed_leaves_all_or_nothing_and_the_next_one_succeeds(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    for na in _wachttijden(6):
        _kill(opdracht("intake", VOORBEELD, "--werkmap", werkmap), na)
        if (werkmap / "tk.db").exists() and (werkmap / "tk.db").stat().st_size:
            with Store.open(werkmap) as store:
                assert store.controleer().klachten == ()
                assert store.controleer().beschadigd == ()
                assert store.controleer().ontbreekt == ()
                assert len(store.notas.all()) in (0, 6)
                assert len(store.agendapunten.all()) in (0, 22)
    assert TELLING in tk("intake", VOORBEELD, "--werkmap", werkmap).uit
    assert tk("doctor", "--werkmap", werkmap).code == 0


def test_a_set_that_is_killed_is_whole_or_the_old_one_and_the_next_one_succeeds(werkmap: Path, tmp_path: Path) -> None:
    doel = tmp_path / "set.pdf"
    doel.write_bytes(b"oud")
    for na in _wachttijden(6):
        shutil.rmtree(werkmap / "cache", ignore_errors=True)
        _kill(opdracht("pack", "--werkmap", werkmap, "--uit", doel), na)
        assert doel.read_bytes() == b"oud" or len(paginateksten(doel)) == 62
    assert tk("pack", "--werkmap", werkmap, "--uit", doel).code == 0
    assert len(paginateksten(doel)) == 62
    assert tk("doctor", "--werkmap", werkmap).code == 0


def test_a_command_that_writes_is_refused_while_a_window_is_open_and_one_that_reads_is_not(
    werkmap: Path, tmp_path: Path
) -> None:
    (nota,) = list(VOORBEELD.glob("*2a adviesnota*.docx"))
    with werkmap_slot(werkmap):
        voor = (werkmap / "tk.db").read_bytes()
        for argumenten in (
            ("intake", nota, "--vervang"),
            ("notes", "--in", tmp_path / "noten.pdf", "--lezer", "Roos van Dalen"),
            ("pack", "--uit", tmp_path / "set.pdf", "--verzonden"),
        ):
            uitkomst = tk(*argumenten, "--werkmap", werkmap)
            assert uitkomst.code == 2, argumenten
            assert "al open in een ander venster" in uitkomst.fout
        assert (werkmap / "tk.db").read_bytes() == voor
        assert tk("check", "--werkmap", werkmap).code in (0, 1)
    assert tk("intake", nota, "--vervang", "--werkmap", werkmap).code == 0


def test_a_command_leaves_what_the_lock_tells_of_the_last_window(werkmap: Path) -> None:
    (werkmap / ".venster").write_text("laptop\nopen\n", "utf-8")
    (nota,) = list(VOORBEELD.glob("*2a adviesnota*.docx"))
    assert tk("intake", nota, "--vervang", "--werkmap", werkmap).code == 0
    assert (werkmap / ".venster").read_text("utf-8") == "laptop\nopen\n"
