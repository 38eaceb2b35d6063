"""``tk archief``: nothing is kept before that is asked, and a report says what became of each file."""

from pathlib import Path

import pytest

from tests.cli.hulp import sporen_van_engels, tk
from tests.intake.pakbouwers import AGENDA, een_pak
from tests.paper.test_ocr import een_scan
from tk_desktop.paper.ocr import find_ocr


def test_a_folder_is_looked_at_first_and_then_taken_in_with_a_report(tmp_path: Path) -> None:
    (tmp_path / "archief").mkdir()
    een_pak(tmp_path / "archief" / "maart.pdf", [AGENDA])
    werkmap, rapport = tmp_path / "werkmap", tmp_path / "rapport.txt"
    kijken = tk("archief", tmp_path / "archief", "--werkmap", werkmap)
    assert (kijken.code, werkmap.exists()) == (0, False)
    assert "1 in te nemen" in kijken.uit
    assert "--innemen" in kijken.uit
    assert sporen_van_engels(kijken.uit) == []
    innemen = tk("archief", tmp_path / "archief", "--werkmap", werkmap, "--innemen", "--rapport", rapport, "--json")
    assert [een["lot"] for een in innemen.json["bestanden"]] == ["ingenomen"]
    assert "maart.pdf: ingenomen. agenda bestuurscommissie Waterkant" in rapport.read_text(encoding="utf-8")


def test_names_that_are_no_pair_are_refused(tmp_path: Path) -> None:
    uitkomst = tk("archief", tmp_path, "--werkmap", tmp_path / "w", "--zelfde", "Jan", "--innemen")
    assert uitkomst.code == 2
    assert "(TK-C40)" in uitkomst.fout
    assert not (tmp_path / "w").exists()


def test_scans_of_an_archive_are_read_when_that_is_asked(tmp_path: Path) -> None:
    if find_ocr() is None:
        pytest.skip("tesseract met Nederlands staat niet op deze computer")
    (tmp_path / "archief").mkdir()
    een_scan(tmp_path / "archief", "Agenda dagelijks bestuur Kadedorp", "Datum: donderdag 17 juni 2027",
        "1. Opening van de vergadering", "2. Herstel van de oude kademuur", "3. Rondvraag en sluiting")  # fmt: skip
    opdracht = ("archief", tmp_path / "archief", "--werkmap", tmp_path / "werkmap", "--json")
    scans = [
        een["lot"]
        for vraag in (opdracht, (*opdracht, "--herken"))
        for een in tk(*vraag).json["bestanden"]
        if een["bestand"] == "scan.pdf"
    ]
    assert scans == ["geweigerd", "in te nemen"]
