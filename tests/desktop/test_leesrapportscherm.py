"""The report on a paper in the window: read beside other work, each point with a word, the text to be copied."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.papier import a_paper
from tk_desktop.desktop.agenda.leesrapportbediening import Leesrapportbediening
from tk_desktop.desktop.agenda.leesrapportscherm import Leesrapportscherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.domain.toegankelijkheid import Leesbaarheid, leesregels
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

BIJLAGE = "stuk-2a-bijlage-1"


@pytest.fixture
def ouder(qtbot: QtBot) -> QWidget:
    venster = QWidget()
    qtbot.addWidget(venster)
    return venster


def geopend(qtbot: QtBot, sessie: Sessie, stuk_id: str, ouder: QWidget) -> Leesrapportscherm:
    Leesrapportbediening(sessie, stuk_id, ouder).open()
    (scherm,) = ouder.findChildren(QDialog)
    assert isinstance(scherm, Leesrapportscherm)
    qtbot.waitUntil(lambda: scherm.stand.text() != "Het bestand wordt nagekeken…")
    return scherm


def een_sessie(qtbot: QtBot, store: Store, jobs: Jobs) -> Sessie:
    balk = Meldbalk()
    qtbot.addWidget(balk)
    return Sessie(store, jobs, balk, Voorkeuren(store.map))


def test_what_is_to_be_mended_is_told_and_the_text_is_copied(
    qtbot: QtBot, store: Store, jobs: Jobs, ouder: QWidget, tmp_path: Path
) -> None:
    bron = tmp_path / "Brief.pdf"
    bron.write_bytes(a_paper(["Gesproken met Roosje van Dalen over de kade"]))
    sessie = een_sessie(qtbot, store, jobs)
    replace_stuk(store, BIJLAGE, lees_stuk(bron, Bladcache(store.cache), als_bestand=True), sessie.nu())
    scherm = geopend(qtbot, sessie, BIJLAGE, ouder)
    assert scherm.lijst.item(0).text().startswith("Opbouw, te verbeteren: ")
    assert scherm.lijst.item(3).text().startswith("Tekst, in orde: ")
    assert "Beste collega," in scherm.brief.toPlainText()
    scherm.kopieer.click()
    assert QGuiApplication.clipboard().text() == scherm.brief.toPlainText()
    assert "klembord" in scherm.stand.text()


def test_a_paper_without_pages_is_told_in_the_window(qtbot: QtBot, store: Store, jobs: Jobs, ouder: QWidget) -> None:
    scherm = geopend(qtbot, een_sessie(qtbot, store, jobs), "stuk-2a", ouder)
    assert "geen bestand met bladzijden" in scherm.stand.text()
    assert scherm.kopieer.isHidden()


def test_a_sound_paper_has_no_text_to_send(qtbot: QtBot) -> None:
    scherm = Leesrapportscherm("Plan")
    qtbot.addWidget(scherm)
    scherm.toon(leesregels(Leesbaarheid(paginas=1, getagd=True, titel="Plan", taal="nl")), "")
    assert not scherm.brief.isVisibleTo(scherm)
    assert "niets op aan te merken" in scherm.stand.text()
