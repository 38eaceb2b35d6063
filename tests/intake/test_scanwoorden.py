"""A scan that is taken in: its words are recognised when that is asked, and without that it is told what helps."""

from pathlib import Path

import pytest

from tests.paper.test_ocr import een_scan
from tk_desktop.domain.stuk import HERKENNING, Tekstlaag
from tk_desktop.intake import scanwoorden
from tk_desktop.intake.bestanden import ScanZonderTekst, lees_bestanden
from tk_desktop.intake.gelezen import Leeswijze
from tk_desktop.paper.ocr import OcrOntbreekt, find_ocr

AGENDA = ("Agenda dagelijks bestuur Kadedorp", "Datum: donderdag 17 juni 2027", "1. Opening van de vergadering",
    "2. Herstel van de oude kademuur", "3. Rondvraag en sluiting")  # fmt: skip


def test_a_scanned_agenda_is_read_with_its_words_and_the_file_stays_as_it_came(tmp_path: Path) -> None:
    if find_ocr() is None:
        pytest.skip("tesseract met Nederlands staat niet op deze computer")
    scan = een_scan(tmp_path, *AGENDA)
    kwam = scan.read_bytes()
    (bestand,) = lees_bestanden([scan], wijze=Leeswijze(herken=True))
    assert bestand.lezing is not None
    assert bestand.lezing.agenda is not None
    assert [punt.titel for punt in bestand.lezing.agenda.punten][1:] == [
        "Herstel van de oude kademuur",
        "Rondvraag en sluiting",
    ]
    assert (bestand.bron.read_bytes(), bestand.tekstlaag, bestand.omgezet_met) == (kwam, Tekstlaag.GOED, HERKENNING)
    assert "de woorden zijn herkend" in bestand.opmerkingen[0]


def test_a_scan_that_says_nothing_is_refused_with_what_helps(tmp_path: Path) -> None:
    with pytest.raises(ScanZonderTekst) as gevangen:
        lees_bestanden([een_scan(tmp_path, *AGENDA)])
    assert "--herken" in gevangen.value.raad


def test_without_the_program_that_reads_scans_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanwoorden, "find_ocr", lambda: None)
    with pytest.raises(OcrOntbreekt):
        lees_bestanden([een_scan(tmp_path, *AGENDA)], wijze=Leeswijze(herken=True))
