"""A scan among the papers is found by its words once it was read; the file itself stays."""

from pathlib import Path

import pytest

from tests.intake.lezingen import NU, een_agenda, gelezen
from tests.paper.test_ocr import een_scan
from tests.paper.test_text_layer import een_blad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.stuk import HERKENNING, Tekstlaag
from tk_desktop.intake import herkenning
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.herkenning import Herkenning, keep_scan, read_scan, scans
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.toevoegen import IntussenVervangen
from tk_desktop.pack.zoeken import find
from tk_desktop.paper.ocr import OcrOntbreekt, find_ocr
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.text_layer import write_text_layer
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
        gedaan = read_scan(store, stuk, versie, NU, Progress())
        assert [blad.pagina for blad in gedaan.bladen] == [1]
        assert [plek.titel for plek in find(store, "kademuur")] == ["Tekening"]
        assert store.controleer().goed
        oud, nieuw = store.versies.van_stuk(stuk.id)
        assert (nieuw.sha256, nieuw.omgezet_met, nieuw.tekstlaag) == (oud.sha256, HERKENNING, Tekstlaag.GOED)
        assert "kademuur" in lees_pdf(store.bestanden.open(nieuw.paginabestand)).paginas[0]
        assert lees_pdf(store.bestanden.open(oud.paginabestand)).paginas[0].strip() == "", "the received file stays"
        assert scans(store, vergadering) == ()
        assert read_scan(store, stuk, nieuw, NU, Progress()).bladen == (), "there is nothing left to read"


def test_what_came_in_while_a_scan_was_read_is_not_replaced(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        ((stuk, versie),) = scans(store, _met_scan(store, tmp_path))
        write_text_layer(store.bestanden.open(versie.sha256), tmp_path / "kopie.pdf", [een_blad("kademuur")])
        gelezen_scan = Herkenning(stuk=stuk, versie=versie, bladen=(), kopie=tmp_path / "kopie.pdf")
        keep_scan(store, gelezen_scan, NU)
        with pytest.raises(IntussenVervangen):
            keep_scan(store, gelezen_scan, NU)


def test_without_the_program_that_reads_scans_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(herkenning, "find_ocr", lambda: None)
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        ((stuk, versie),) = scans(store, _met_scan(store, tmp_path))
        with pytest.raises(OcrOntbreekt):
            read_scan(store, stuk, versie, NU, Progress())
