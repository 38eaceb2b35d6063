"""Taking in an archive in the window: looked at first, names joined with consent, stopped and gone on with, undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster
from tests.intake.pakbouwers import AGENDA, NOTA, een_pak
from tests.paper.test_ocr import een_scan
from tk_desktop.desktop.planning import archiefbediening
from tk_desktop.desktop.planning.archiefbediening import Archiefbediening
from tk_desktop.desktop.planning.archiefscherm import Archiefscherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.paper.ocr import find_ocr
from tk_desktop.store.werkmap import Store

MEI = tuple(regel.replace("12 maart", "14 mei").replace("Roos van Dalen", "R. van Dalen") for regel in AGENDA)


@pytest.fixture
def archief(tmp_path: Path) -> Path:
    wortel = tmp_path / "archief"
    for jaar in ("2026-03", "2026-05"):
        (wortel / jaar).mkdir(parents=True)
    een_pak(wortel / "2026-03" / "pak.pdf", [AGENDA, NOTA])
    een_pak(wortel / "2026-05" / "pak.pdf", [MEI])
    (wortel / "2026-05" / "kapot.pdf").write_bytes(b"%PDF-1.7 niets")
    return wortel


@contextmanager
def open_scherm(qtbot: QtBot, map_: Path, archief: Path) -> Iterator[tuple[Bediening, Archiefscherm]]:
    werkmap = map_ / "werkmap"
    with Store.open(werkmap, maken=True):
        pass
    with toon_venster(qtbot, werkmap) as bediening:
        Archiefbediening(bediening.sessie, bediening.venster).lees(archief)
        (scherm,) = bediening.venster.findChildren(Archiefscherm)
        yield bediening, scherm


def test_an_archive_is_looked_at_first_and_taken_in_with_the_names_that_were_agreed_to(
    qtbot: QtBot, archief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_scherm(qtbot, tmp_path, archief) as (bediening, scherm):
        store = bediening.sessie.store
        qtbot.waitUntil(scherm.klaar.isVisible, timeout=20_000)
        assert scherm.lijst.item(0).text().startswith("2026-05/kapot.pdf: geweigerd"), "what is wrong stands first"
        assert scherm.uitleg.text() == "3 bestanden: 2 in te nemen, 1 geweigerd. Er is nog niets bewaard."
        assert store.vergaderingen.all() == ()
        assert scherm.namen.item(0).text() == "R. van Dalen is Roos van Dalen"
        assert scherm.zelfde == {}, "nobody agreed yet"
        scherm.namen.setCurrentRow(0)
        scherm.namen.setFocus()
        druk("Space", scherm.namen)
        assert scherm.namen.item(0).checkState() is Qt.CheckState.Checked
        assert not scherm.herken.isVisible(), "there are no scans"
        druk("Ctrl+Return", scherm)
        qtbot.waitUntil(lambda: "2 ingenomen" in scherm.uitleg.text(), timeout=20_000)
        assert [een.datum.month for een in store.vergaderingen.all()] == [3, 5]
        assert "R. van Dalen" not in {wie.naam for wie in store.personen.all()}
        doel = tmp_path / "overzicht.txt"
        monkeypatch.setattr(archiefbediening, "vraag_bestand", lambda *_: doel)
        scherm.bewaar.click()
        assert "2026-05/kapot.pdf: geweigerd" in doel.read_text(encoding="utf-8")
        bediening.sessie.maak_ongedaan()
        assert [een.datum.month for een in store.vergaderingen.all()] == [3], "each file is undone by itself"


def test_an_archive_that_was_stopped_goes_on_where_it_was(qtbot: QtBot, archief: Path, tmp_path: Path) -> None:
    with open_scherm(qtbot, tmp_path, archief) as (bediening, scherm):
        store = bediening.sessie.store
        qtbot.waitUntil(scherm.klaar.isVisible, timeout=20_000)
        scherm.klaar.click()
        scherm.stop.click()
        qtbot.waitUntil(lambda: scherm.uitleg.text().startswith("Gestopt."), timeout=20_000)
        assert len(store.vergaderingen.all()) < 2
        druk("Escape", scherm)
        Archiefbediening(bediening.sessie, bediening.venster).lees(archief)
        weer = next(een for een in bediening.venster.findChildren(Archiefscherm) if een.isVisible())
        qtbot.waitUntil(weer.klaar.isVisible, timeout=20_000)
        weer.klaar.click()
        qtbot.waitUntil(lambda: len(store.vergaderingen.all()) == 2, timeout=20_000)
        qtbot.waitUntil(lambda: "ingenomen" in weer.uitleg.text() and weer.stop.isHidden(), timeout=20_000)


def test_scans_of_an_archive_are_read_when_that_is_asked(qtbot: QtBot, archief: Path, tmp_path: Path) -> None:
    if find_ocr() is None:
        pytest.skip("tesseract met Nederlands staat niet op deze computer")
    scan = een_scan(tmp_path, "Agenda dagelijks bestuur Kadedorp", "Datum: donderdag 17 juni 2027",
        "1. Opening van de vergadering", "2. Herstel van de oude kademuur", "3. Rondvraag en sluiting")  # fmt: skip
    (archief / "2027").mkdir()
    scan.rename(archief / "2027" / "scan.pdf")
    with open_scherm(qtbot, tmp_path, archief) as (_, scherm):
        qtbot.waitUntil(scherm.herken.isVisible, timeout=20_000)
        assert "2 geweigerd" in scherm.uitleg.text()
        druk("Ctrl+T", scherm)
        qtbot.waitUntil(lambda: "3 in te nemen, 1 geweigerd" in scherm.uitleg.text(), timeout=60_000)
        assert (scherm.herken.isVisible(), scherm.klaar.isVisible()) == (False, True)


def test_the_folder_is_asked_for_in_the_window(
    qtbot: QtBot, archief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archiefbediening, "vraag_map", lambda *_: archief)
    werkmap = tmp_path / "werkmap"
    with Store.open(werkmap, maken=True):
        pass
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.opdrachten.acties["archief.innemen"].trigger()
        qtbot.waitUntil(lambda: bool(bediening.venster.findChildren(Archiefscherm)))
        (scherm,) = bediening.venster.findChildren(Archiefscherm)
        qtbot.waitUntil(scherm.klaar.isVisible, timeout=20_000)
        hint = scherm.minimumSizeHint()
        assert (hint.width() <= 640, hint.height() <= 360) == (True, True)
