"""Reading a scan in the window: in the background, with its row, and told when the computer cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.test_stukbediening import Opstelling
from tests.desktop.test_stukken_lijst import Oor
from tests.paper.test_ocr import een_scan
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.domain.stuk import HERKENNING
from tk_desktop.intake import herkenning
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.pack.zoeken import find
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.ocr import find_ocr
from tk_desktop.store.werkmap import Store

BIJLAGE = "stuk-2a-bijlage-1"


@pytest.fixture
def scherm(qtbot: QtBot, store: Store, jobs: Jobs, vergadering_id: str, tmp_path: Path) -> Iterator[Opstelling]:
    sessie = Sessie(store, jobs, Meldbalk(), Voorkeuren(store.map))
    scan = lees_stuk(een_scan(tmp_path, "Herstel van de oude kademuur"), Bladcache(store.cache))
    replace_stuk(store, BIJLAGE, scan, sessie.nu())
    opstelling = Opstelling(sessie, vergadering_id)
    qtbot.addWidget(opstelling.stukken.lijst)
    opstelling.stukken.lijst.show()
    opstelling.stukken.toon_punt("")
    opstelling.stukken.lijst.kies([BIJLAGE])
    assert opstelling.stukken.lijst.gekozen_ids() == [BIJLAGE]
    yield opstelling
    jobs.sluit()


def test_a_scan_that_was_read_is_found_by_its_words(qtbot: QtBot, scherm: Opstelling) -> None:
    if find_ocr() is None:
        pytest.skip("tesseract met Nederlands staat niet op deze computer")
    gemeld = Oor(scherm.sessie.gemeld)
    scherm.stukken.opdrachten()["stuk.herkennen"]()
    qtbot.waitUntil(lambda: bool(gemeld.gehoord))
    assert "gelezen; u kunt er nu in zoeken en tekst kiezen" in gemeld.gehoord[0][0]
    assert [plek.bij for plek in find(scherm.sessie.store, "kademuur")] == [BIJLAGE]
    assert scherm.sessie.store.versies.van_stuk(BIJLAGE)[-1].omgezet_met == HERKENNING
    scherm.sessie.maak_ongedaan()
    assert scherm.sessie.store.versies.van_stuk(BIJLAGE)[-1].omgezet_met == ""


def test_a_computer_that_cannot_read_scans_says_so(
    qtbot: QtBot, scherm: Opstelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(herkenning, "find_ocr", lambda: None)
    scherm.stukken.opdrachten()["stuk.herkennen"]()
    qtbot.waitUntil(lambda: "TK-P50" in scherm.sessie.balk.tekst)
