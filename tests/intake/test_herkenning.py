"""A scan among the papers is found by its words once it was read; the file itself stays."""

from pathlib import Path

import pytest

from tests.intake.lezingen import NU, een_agenda, gelezen
from tests.paper.test_ocr import een_scan
from tk_desktop.base.progress import Progress
from tk_desktop.intake import herkenning
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.herkenning import read_scan, scans
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.pack.zoeken import find
from tk_desktop.paper.ocr import OcrOntbreekt, find_ocr
from tk_desktop.store.werkmap import Store


def _met_scan(store: Store, map_: Path) -> str:
    """Take in a meeting with a scan, and return its id."""
    scan = een_scan(map_, "Herstel van de oude kademuur").rename(map_ / "2 bijlage 1 - Tekening.pdf")
    inname = neem_op(store, [gelezen(agenda=een_agenda()), *lees_bestanden([scan])], nu=NU)
    return inname.vergaderingen[0]


def test_a_scan_is_found_by_its_words_and_its_file_stays(tmp_path: Path) -> None:
    if find_ocr() is None:
        pytest.skip("tesseract met Nederlands staat niet op deze computer")
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        vergadering = _met_scan(store, tmp_path)
        ((stuk, versie),) = scans(store, vergadering)
        assert find(store, "kademuur") == ()
        gedaan = read_scan(store, stuk, versie, Progress())
        assert [blad.pagina for blad in gedaan.bladen] == [1]
        assert [plek.titel for plek in find(store, "kademuur")] == ["Tekening"]
        assert store.controleer().goed


def test_without_the_program_that_reads_scans_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(herkenning, "find_ocr", lambda: None)
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        ((stuk, versie),) = scans(store, _met_scan(store, tmp_path))
        with pytest.raises(OcrOntbreekt):
            read_scan(store, stuk, versie, Progress())
