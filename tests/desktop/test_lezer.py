"""Reading a set: opened where one was, from paper to paper with the keys, and each paper where it was left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.bediening import Bediening
from tk_desktop.desktop.papierblad import Papierblad
from tk_desktop.desktop.voorkeuren import Rol


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        vergadering = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk="stuk-2a"))
        _wacht(qtbot, geopend, "stuk-2a")
        yield geopend


def _blad(bediening: Bediening) -> Papierblad:
    blad = bediening.lezer.bediening().scherm.actief
    assert blad is not None
    return blad


def _wacht(qtbot: QtBot, bediening: Bediening, sleutel: str) -> None:
    qtbot.waitUntil(lambda: _blad(bediening).sleutel == sleutel and _blad(bediening).pagina > 0, timeout=30_000)


def test_reading_begins_with_the_keyboard_on_the_pages(lezen: Bediening) -> None:
    assert QApplication.focusWidget() is _blad(lezen).bladen
    assert lezen.adres.stuk == "stuk-2a"
    assert lezen.adres.sectie == "1"


def test_the_next_paper_of_the_set_is_one_key_away(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+PgDown")
    _wacht(qtbot, lezen, lezen.adres.stuk)
    assert lezen.adres.stuk != "stuk-2a"
    druk("Ctrl+PgUp")
    assert lezen.adres.stuk == "stuk-2a"


def test_a_paper_that_was_closed_comes_back_where_it_was(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.ga_naar(2)
    druk("Ctrl+W")
    assert lezen.lezer.bediening().scherm.tabs.open == ()
    druk("Ctrl+Shift+T")
    _wacht(qtbot, lezen, "stuk-2a")
    assert _blad(lezen).pagina == 2


def test_ctrl_tab_goes_back_and_forth_between_two_papers(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+PgDown")
    ander = lezen.adres.stuk
    _wacht(qtbot, lezen, ander)
    druk("Ctrl+Tab")
    assert lezen.adres.stuk == "stuk-2a"
    druk("Ctrl+Tab")
    assert lezen.adres.stuk == ander


def test_where_one_reads_is_kept_without_a_step_to_undo(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.ga_naar(2)
    store, naam = lezen.sessie.store, lezen.sessie.voorkeuren.lezer
    qtbot.waitUntil(lambda: bool(store.leesstanden.laatst(naam)), timeout=5_000)
    (stand,) = store.leesstanden.laatst(naam)
    assert (stand.papier, stand.pagina) == ("stuk-2a", 2)
    assert lezen.sessie.geschiedenis.diepte == 0


def test_a_page_is_marked_to_find_it_again_and_that_is_undone(lezen: Bediening) -> None:
    store, naam = lezen.sessie.store, lezen.sessie.voorkeuren.lezer
    druk("B")
    (merk,) = store.bladwijzers.van(lezen.adres.vergadering, naam)
    assert merk.pagina == 1
    druk("Ctrl+Z")
    assert store.bladwijzers.van(lezen.adres.vergadering, naam) == ()


def test_two_papers_stand_beside_each_other(qtbot: QtBot, lezen: Bediening) -> None:
    scherm = lezen.lezer.bediening().scherm
    druk("Ctrl+Shift+L")
    assert scherm.is_naast
    ander = lezen.adres.stuk
    assert ander != "stuk-2a"
    assert scherm.alle["stuk-2a"].isVisible()
    assert scherm.alle[ander].isVisible()
    druk("Ctrl+Shift+L")
    assert not scherm.is_naast


def test_a_bestuurder_reads_what_is_opened(qtbot: QtBot, lezen: Bediening) -> None:
    lezen.vensterzaken.richt_in(Rol.BESTUURDER)
    vergadering = lezen.adres.vergadering
    lezen.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
    opname = lezen.werkblad.opname()
    punt = next(een for een in opname.agendapunten if str(opname.nummers[een.id]) == "2b")
    lezen.werkblad.lijst.kies(punt.id)
    druk("Return")
    _wacht(qtbot, lezen, "stuk-2b")
    assert lezen.adres.scherm is Scherm.LEZEN


def test_reading_goes_on_from_the_start_screen(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.ga_naar(2)
    lezen.leg_vast()
    lezen.ga_naar(Adres(scherm=Scherm.START))
    qtbot.waitUntil(lambda: bool(lezen.venster.start.verder.regels))
    regel = lezen.venster.start.verder.regels[0]
    assert regel.adres.scherm is Scherm.LEZEN
    assert "blz. 2" in regel.teksten[2]


def test_the_whole_screen_goes_to_the_pages_and_back(lezen: Bediening) -> None:
    druk("F11")
    assert not lezen.venster.rail.isVisible()
    druk("F11")
    assert lezen.venster.rail.isVisible()


def test_words_are_found_in_the_paper_that_is_read(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+F")
    balk = _blad(lezen).lezen.zoekbalk
    assert QApplication.focusWidget() is balk.veld
    balk.veld.setText("de")
    druk("Return")
    qtbot.waitUntil(lambda: balk.stand.text().startswith("1 van"))
    druk("F3")
    assert balk.stand.text().startswith("2 van")
    druk("Escape")
    assert QApplication.focusWidget() is _blad(lezen).bladen
