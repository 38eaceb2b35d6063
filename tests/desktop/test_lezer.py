"""Reading a set: opened where one was, from paper to paper with the keys, and each paper where it was left."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.leesvenster import lees_venster
from tests.desktop.venster import druk, toon_venster, typ
from tests.desktop.woorden import ENGELS, woorden_van
from tk_desktop.desktop.pages.bladindeling import Zoom, Zoomsoort
from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.reader.lezer_boom import SLEUTEL
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.notenstijl import Kleur


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        geopend.sessie.voorkeuren.naam = "Roos van Dalen"  # so that the first note does not ask for it
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


def _terug(qtbot: QtBot, lezen: Bediening) -> None:
    """Undo what was done and be again where every step begins: in 2a alone, at its first page, in that window."""
    sessie, scherm = lezen.sessie, lezen.lezer.bediening().scherm
    while sessie.geschiedenis.diepte:
        sessie.maak_ongedaan()
    while scherm.tabs.open:
        scherm.tabs.sluit()
    lezen.venster.schaal_op(100)
    lezen.venster.resize(1280, 800)
    lezen.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=lezen.sessie.store.vergaderingen.all()[0].id, stuk="stuk-2a"))
    _wacht(qtbot, lezen, "stuk-2a")
    _blad(lezen).bladen.ga_naar(1)
    _blad(lezen).bladen.setFocus()
    qtbot.waitUntil(lambda: lezen.adres.sectie == "1")
    assert scherm.tabs.open == ("stuk-2a",)
    assert not scherm.is_naast


def test_one_reads_from_paper_to_paper_with_the_keys(
    qtbot: QtBot, lezen: Bediening, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reading_begins_with_the_keyboard_on_the_pages(lezen)
    _no_word_of_the_reader_is_english(lezen)
    _the_next_paper_of_the_set_is_one_key_away(qtbot, lezen)
    _terug(qtbot, lezen)
    _a_paper_that_was_closed_comes_back_where_it_was(qtbot, lezen)
    _a_paper_opened_with_a_rest_of_one_page_on_top_names_the_page_that_is_read(qtbot, lezen)
    _terug(qtbot, lezen)
    _ctrl_tab_goes_back_and_forth_between_two_papers(qtbot, lezen)
    _terug(qtbot, lezen)
    _words_are_found_in_the_paper_that_is_read(qtbot, lezen)
    _two_papers_stand_beside_each_other(qtbot, lezen)
    _terug(qtbot, lezen)
    _the_paper_that_stays_when_one_is_shown_alone_again_is_the_one_that_is_named(qtbot, lezen)
    _terug(qtbot, lezen)
    _the_paper_in_the_other_half_keeps_its_pages(qtbot, lezen)
    druk("Ctrl+Shift+L")
    _terug(qtbot, lezen)
    _a_file_is_opened_outside_as_a_copy(lezen, monkeypatch, qtbot)
    _terug(qtbot, lezen)
    _a_bestuurder_reads_what_is_opened(qtbot, lezen)
    _nothing_in_the_reader_changes_the_papers_of_a_meeting(lezen)


def _reading_begins_with_the_keyboard_on_the_pages(lezen: Bediening) -> None:
    assert QApplication.focusWidget() is _blad(lezen).bladen
    assert lezen.adres.stuk == "stuk-2a"
    assert lezen.adres.sectie == "1"


def _the_next_paper_of_the_set_is_one_key_away(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+PgDown")
    _wacht(qtbot, lezen, lezen.adres.stuk)
    assert lezen.adres.stuk != "stuk-2a"
    druk("Ctrl+PgUp")
    assert lezen.adres.stuk == "stuk-2a"


def _a_paper_that_was_closed_comes_back_where_it_was(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.ga_naar(2)
    druk("Ctrl+W")
    assert lezen.lezer.bediening().scherm.tabs.open == ()
    druk("Ctrl+Shift+T")
    _wacht(qtbot, lezen, "stuk-2a")
    assert _blad(lezen).pagina == 2


def _ctrl_tab_goes_back_and_forth_between_two_papers(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+PgDown")
    ander = lezen.adres.stuk
    _wacht(qtbot, lezen, ander)
    druk("Ctrl+Tab")
    assert lezen.adres.stuk == "stuk-2a"
    druk("Ctrl+Tab")
    assert lezen.adres.stuk == ander


def test_reading_goes_on_where_one_was(qtbot: QtBot, lezen: Bediening) -> None:
    _where_one_reads_is_kept_without_a_step_to_undo(qtbot, lezen)
    _reading_goes_on_from_the_start_screen(qtbot, lezen)
    _terug(qtbot, lezen)
    _the_start_screen_opens_a_paper_where_it_was_left(qtbot, lezen)


def _where_one_reads_is_kept_without_a_step_to_undo(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.ga_naar(2)
    store, naam = lezen.sessie.store, lezen.sessie.voorkeuren.lezer
    qtbot.waitUntil(lambda: bool(store.leesstanden.laatst(naam)), timeout=5_000)
    (stand,) = store.leesstanden.laatst(naam)
    assert (stand.papier, stand.pagina) == ("stuk-2a", 2)
    assert lezen.sessie.geschiedenis.diepte == 0


def _a_page_is_marked_to_find_it_again_and_that_is_undone(lezen: Bediening) -> None:
    store, naam = lezen.sessie.store, lezen.sessie.voorkeuren.lezer
    druk("B")
    (merk,) = store.bladwijzers.van(lezen.adres.vergadering, naam)
    assert merk.pagina == 1
    druk("Ctrl+Z")
    assert store.bladwijzers.van(lezen.adres.vergadering, naam) == ()


def _two_papers_stand_beside_each_other(qtbot: QtBot, lezen: Bediening) -> None:
    scherm = lezen.lezer.bediening().scherm
    druk("Ctrl+Shift+L")
    assert scherm.is_naast
    ander = lezen.adres.stuk
    assert ander != "stuk-2a"
    assert scherm.alle["stuk-2a"].isVisible()
    assert scherm.alle[ander].isVisible()
    druk("Ctrl+Shift+L")
    assert not scherm.is_naast


def _the_paper_that_stays_when_one_is_shown_alone_again_is_the_one_that_is_named(
    qtbot: QtBot, lezen: Bediening
) -> None:
    scherm = lezen.lezer.bediening().scherm
    druk("Ctrl+PgDown")
    _wacht(qtbot, lezen, lezen.adres.stuk)
    for _ in range(2):
        druk("Ctrl+Shift+L")
        _wacht(qtbot, lezen, lezen.adres.stuk)
    getoond = _blad(lezen).sleutel
    assert (lezen.adres.stuk, scherm.tabs.gebruikt[0], scherm.boom.huidig()[1]) == (getoond,) * 3
    assert scherm.alle[getoond].isVisible()


def _a_bestuurder_reads_what_is_opened(qtbot: QtBot, lezen: Bediening) -> None:
    lezen.vensterzaken.richt_in(Rol.BESTUURDER)
    vergadering = lezen.adres.vergadering
    lezen.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
    opname = lezen.werkblad.opname()
    punt = next(een for een in opname.agendapunten if str(opname.nummers[een.id]) == "2b")
    lezen.werkblad.lijst.kies(punt.id)
    druk("Return")
    _wacht(qtbot, lezen, "stuk-2b")
    assert lezen.adres.scherm is Scherm.LEZEN


def _reading_goes_on_from_the_start_screen(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.ga_naar(2)
    lezen.leg_vast()
    lezen.ga_naar(Adres(scherm=Scherm.START))
    qtbot.waitUntil(lambda: bool(lezen.venster.start.verder.regels))
    regel = lezen.venster.start.verder.regels[0]
    assert regel.adres.scherm is Scherm.LEZEN
    assert "blz. 2" in regel.teksten[2]


def test_the_reader_gives_its_room_to_what_one_looks_at(qtbot: QtBot, lezen: Bediening) -> None:
    _no_tab_beside_the_pages_is_pushed_out_of_sight(qtbot, lezen)
    _titles_in_the_agenda_have_the_room_of_words_that_are_not_there(lezen)
    _terug(qtbot, lezen)
    _the_whole_screen_goes_to_the_pages_and_back(lezen)
    _the_whole_screen_leaves_nothing_but_pages_and_the_way_back(lezen)
    _two_pages_beside_each_other_and_dark_pages_are_commands(qtbot, lezen)
    _terug(qtbot, lezen)
    _a_page_is_marked_to_find_it_again_and_that_is_undone(lezen)
    _a_marked_page_is_seen_to_be_marked(lezen)
    _who_leaves_the_reader_gets_the_menus_back(lezen)


def _who_leaves_the_reader_gets_the_menus_back(lezen: Bediening) -> None:
    knop = lezen.lezer.bediening().scherm.balk.widgetForAction(lezen.opdrachten.acties["lezen.volledig"])
    assert isinstance(knop, QToolButton)
    knop.click()
    assert not lezen.venster.menuBar().isVisible()
    druk("Ctrl+1")
    assert lezen.venster.menuBar().isVisible()
    assert lezen.venster.rail.isVisible()


def _the_whole_screen_goes_to_the_pages_and_back(lezen: Bediening) -> None:
    druk("F11")
    assert not lezen.venster.rail.isVisible()
    druk("F11")
    assert lezen.venster.rail.isVisible()


def _words_are_found_in_the_paper_that_is_read(qtbot: QtBot, lezen: Bediening) -> None:
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


def _the_start_screen_opens_a_paper_where_it_was_left(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.ga_naar(2, 0.4)
    gebleven = _blad(lezen).bladen.plek
    lezen.leg_vast()
    lezen.lezer.bediening().scherm.tabs.sluit()
    lezen.ga_naar(Adres(scherm=Scherm.START))
    qtbot.waitUntil(lambda: bool(lezen.venster.start.verder.regels))
    lezen.ga_naar(lezen.venster.start.verder.regels[0].adres)
    _wacht(qtbot, lezen, "stuk-2a")
    plek = _blad(lezen).bladen.plek
    assert (plek.pagina, round(plek.deel, 2)) == (gebleven.pagina, round(gebleven.deel, 2))


def _a_paper_opened_with_a_rest_of_one_page_on_top_names_the_page_that_is_read(qtbot: QtBot, lezen: Bediening) -> None:
    bladen = _blad(lezen).bladen
    bladen.ga_naar(1, 0.97)
    lezen.leg_vast()
    druk("Ctrl+W")
    druk("Ctrl+Shift+T")
    _wacht(qtbot, lezen, "stuk-2a")
    assert (_blad(lezen).bladen.plek.pagina, _blad(lezen).pagina) == (0, 2)
    lezen.leg_vast()
    (rij,) = [rij for rij in lezen.lezer.bediening().scherm.boom.rijen() if rij.data(0, SLEUTEL) == "stuk-2a"]
    assert rij.text(1) == "blz. 2"


def test_only_what_was_long_enough_in_view_is_read(qtbot: QtBot, lezen: Bediening) -> None:
    _the_last_page_alone_makes_no_paper_that_is_read(qtbot, lezen)
    _terug(qtbot, lezen)
    _a_paper_that_is_only_passed_stays_unread(qtbot, lezen)
    _terug(qtbot, lezen)
    _pages_that_are_too_small_to_read_are_not_read(qtbot, lezen)
    _the_agenda_shows_what_is_begun_and_what_is_read(qtbot, lezen)


def _pages_that_are_too_small_to_read_are_not_read(qtbot: QtBot, lezen: Bediening) -> None:
    _blad(lezen).bladen.zet_zoom(Zoom(Zoomsoort.VAST, 0.2))
    qtbot.waitUntil(lambda: len(_blad(lezen).bladen.plekken()) == 3)
    assert _blad(lezen).leesbaar == frozenset()
    _blad(lezen).bladen.zet_zoom(Zoom(Zoomsoort.VAST, 0.9))
    assert _blad(lezen).leesbaar == frozenset()  # as long as nothing is to be seen at that size
    qtbot.waitUntil(lambda: 1 in _blad(lezen).leesbaar)
    _blad(lezen).bladen.zet_zoom(Zoom(Zoomsoort.BREEDTE))
    qtbot.waitUntil(lambda: 1 in _blad(lezen).leesbaar)


def _the_last_page_alone_makes_no_paper_that_is_read(qtbot: QtBot, lezen: Bediening) -> None:
    def gelezen() -> frozenset[int]:
        standen = lezen.sessie.store.leesstanden.laatst(lezen.sessie.voorkeuren.lezer)
        return standen[0].bladen if standen else frozenset()

    _blad(lezen).bladen.ga_naar(3)
    lezen.leg_vast()
    assert gelezen() == frozenset()
    qtbot.waitUntil(lambda: 3 in gelezen(), timeout=30_000)
    assert 1 not in gelezen()


def _a_paper_that_is_only_passed_stays_unread(qtbot: QtBot, lezen: Bediening) -> None:
    druk("Ctrl+PgDown")
    voorbij = lezen.adres.stuk
    druk("Ctrl+PgDown")
    lezen.leg_vast()
    assert voorbij not in lezen.sessie.store.leesstanden.van(lezen.adres.vergadering, lezen.sessie.voorkeuren.lezer)


def _the_agenda_shows_what_is_begun_and_what_is_read(qtbot: QtBot, lezen: Bediening) -> None:
    boom = lezen.lezer.bediening().scherm.boom

    def stand() -> str:
        (rij,) = [rij for rij in boom.rijen() if rij.data(0, SLEUTEL) == "stuk-2a"]
        return rij.toolTip(1)

    def gelezen() -> frozenset[int]:
        return lezen.lezer.bediening().plaatsen.standen["stuk-2a"].bladen

    qtbot.waitUntil(lambda: bool(lezen.lezer.bediening().voorraad.bestanden.get("stuk-2b")), timeout=30_000)
    lezen.leg_vast()
    assert stand() == "begonnen, bij blz. 1 van 3"
    for pagina in (1, 2, 3):
        _blad(lezen).bladen.ga_naar(pagina, 0.3)
        qtbot.waitUntil(partial(lambda nr: nr in gelezen(), pagina), timeout=30_000)
    assert stand() == "gelezen"


def _nothing_in_the_reader_changes_the_papers_of_a_meeting(lezen: Bediening) -> None:
    lezen.vensterzaken.richt_in(Rol.BESTUURDER)
    vergadering = lezen.adres.vergadering
    vooraf = lezen.sessie.store.opname(vergadering)
    lezer = lezen.lezer.bediening()
    for waar in (lezer.scherm.boom, lezer.scherm.actief):
        assert waar is not None
        waar.setFocus()
        for toetsen in ("Delete", "F2", "Ctrl+D", "Ctrl+N", "Ctrl+Shift+A", "Ctrl+Shift+B", "Alt+Shift+Down"):
            druk(toetsen)
            druk("Escape")
    assert lezen.sessie.store.opname(vergadering) == vooraf
    kan = {id_ for id_, actie in lezen.opdrachten.acties.items() if actie.isEnabled()} - {"set.afdrukken"}
    soorten = {id_.partition(".")[0] for id_ in kan}
    assert soorten.isdisjoint({"punt", "stuk", "nota", "agenda", "tabel", "set", "brief", "controle"})


def test_the_reader_fits_small_windows_and_large_letters(qtbot: QtBot, lezen: Bediening) -> None:
    _the_reader_fits_the_smallest_window_with_any_pane_open(qtbot, lezen, 100)
    _the_reader_fits_the_smallest_window_with_any_pane_open(qtbot, lezen, 200)
    _terug(qtbot, lezen)
    _letters_that_take_the_room_of_a_panel_leave_the_keyboard_on_the_pages(lezen)


def _the_reader_fits_the_smallest_window_with_any_pane_open(qtbot: QtBot, lezen: Bediening, procent: int) -> None:
    lezen.venster.schaal_op(procent)
    breed, hoog = round(683 * procent / 100), round(384 * procent / 100)
    lezen.venster.resize(breed, hoog)
    druk("N")
    druk("Escape")
    for toets in ("F9", "Shift+F9"):
        druk(toets)
        qtbot.waitUntil(lambda: lezen.venster.minimumSizeHint().width() <= breed)  # a pane that goes takes a moment
        assert lezen.venster.minimumSizeHint().height() <= hoog, toets
        druk(toets)


def test_the_keyboard_reaches_every_part_of_the_reader(lezen: Bediening) -> None:
    _tab_goes_round_the_reader_and_every_stop_has_a_name(lezen)
    _blad(lezen).bladen.setFocus()
    _f8_brings_the_list_of_notes_to_the_front(lezen)
    _the_key_a_in_the_agenda_makes_a_note_at_the_item_one_stands_on(lezen)


def _the_key_a_in_the_agenda_makes_a_note_at_the_item_one_stands_on(lezen: Bediening) -> None:
    opname = lezen.sessie.store.opname(lezen.adres.vergadering)
    punt = next(een for een in opname.agendapunten if not opname.stukken_bij(een))
    boom = lezen.lezer.bediening().scherm.boom
    boom.kies_punt(punt.id)
    boom.setFocus()
    druk("A")
    typ("Vragen in de vergadering")
    druk("Ctrl+Return")
    noten = lezen.sessie.store.aantekeningen.van_vergadering(opname.vergadering.id)
    assert ("Vragen in de vergadering", punt.id) in [(noot.tekst, noot.agendapunt_id) for noot in noten]


def _tab_goes_round_the_reader_and_every_stop_has_a_name(lezen: Bediening) -> None:
    druk("A")
    typ("Iets over het punt")
    druk("Ctrl+Return")
    scherm = lezen.lezer.bediening().scherm
    gezien = []
    for _ in range(60):
        druk("Tab")
        nu = QApplication.focusWidget()
        assert nu is not None
        gezien.append(nu)
    assert [type(ding).__name__ for ding in gezien if not ding.accessibleName() and not _heeft_naam(ding)] == []
    notities = lezen.lezer.bediening().notities
    for halte in (scherm.boom, _blad(lezen).bladen, notities.lijst.boom, notities.detail.tekst, notities.lijst.woord):
        assert halte in gezien, halte.accessibleName()
    assert max(gezien.count(ding) for ding in gezien) <= 4


def _heeft_naam(ding: QWidget) -> bool:
    """Whether a screen reader has words for it."""
    naam = QAccessible.queryAccessibleInterface(ding)
    return naam is not None and bool(naam.text(QAccessible.Text.Name))


def _no_word_of_the_reader_is_english(lezen: Bediening) -> None:
    druk("Q")
    gevonden = {
        tekst
        for ding in lezen.lezer.blad.findChildren(QWidget)
        for tekst in woorden_van(ding)
        if ENGELS.search(tekst) and not _blad(lezen).isAncestorOf(ding)
    }
    druk("Escape")
    assert gevonden == set()


def _two_pages_beside_each_other_and_dark_pages_are_commands(qtbot: QtBot, lezen: Bediening) -> None:
    bladen, gezien = _blad(lezen).bladen, []
    for _ in range(2):
        druk("T")
        gezien.append(bladen.twee)
    assert gezien == [True, False]
    lezen.opdrachten.acties["lezen.donker"].trigger()
    assert bladen.donker
    druk("Ctrl+PgDown")
    _wacht(qtbot, lezen, lezen.adres.stuk)
    assert _blad(lezen).bladen.donker


def _a_file_is_opened_outside_as_a_copy(lezen: Bediening, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    geopend: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", geopend.append)
    lezen.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=lezen.adres.vergadering, stuk="stuk-2a-bijlage-1"))
    _wacht(qtbot, lezen, "stuk-2a-bijlage-1")
    _blad(lezen).gevraagd.emit()
    (adres,) = geopend
    assert Path(adres.toLocalFile()).stat().st_mode & 0o222 == 0


def _the_paper_in_the_other_half_keeps_its_pages(qtbot: QtBot, lezen: Bediening) -> None:
    scherm = lezen.lezer.bediening().scherm
    druk("Ctrl+Shift+L")
    _wacht(qtbot, lezen, lezen.adres.stuk)
    for _ in range(7):
        druk("Ctrl+PgDown")
        _wacht(qtbot, lezen, lezen.adres.stuk)
    assert scherm.alle["stuk-2a"].isVisible()
    assert scherm.alle["stuk-2a"].toont_bladen


def test_open_papers_the_line_the_panel_and_the_colour_are_there_again_in_the_next_window(
    qtbot: QtBot, werkmap: Path
) -> None:
    with lees_venster(qtbot, werkmap) as eerste:
        druk("Ctrl+PgDown")
        eerste.wacht(eerste.blad.sleutel)
        gelezen = eerste.blad.sleutel
        open_ = eerste.lezer.scherm.tabs.open
        assert len(open_) == 2
        druk("3")
        eerste.bediening.opdrachten.acties["lezen.donker"].trigger()
        druk("Ctrl+Shift+P")
    with toon_venster(qtbot, werkmap) as tweede:
        _wacht(qtbot, tweede, gelezen)
        lezer = tweede.lezer.bediening()
        assert lezer.scherm.tabs.open == open_
        assert lezer.scherm.paneel == "Voorbereiding"
        assert lezer.notities.maker.kleur is Kleur.BLAUW
        assert _blad(tweede).bladen.donker
        druk("Ctrl+Tab")
        _wacht(qtbot, tweede, "stuk-2a")
        druk("Shift+F9")
        if lezer.scherm.rechts.isVisible():
            druk("Shift+F9")
        _blad(tweede).bladen.ga_naar(2, 0.4)
        druk("PgDown")
        gebleven = _blad(tweede).bladen.plek
    with toon_venster(qtbot, werkmap) as derde:
        assert derde.adres.scherm is Scherm.LEZEN
        _wacht(qtbot, derde, "stuk-2a")
        plek = _blad(derde).bladen.plek
        assert (plek.pagina, round(plek.deel, 2)) == (gebleven.pagina, round(gebleven.deel, 2))  # at the very line
        assert derde.lezer.bediening().scherm.tabs.open == open_
        assert not derde.lezer.bediening().scherm.rechts.isVisible()


def _titles_in_the_agenda_have_the_room_of_words_that_are_not_there(lezen: Bediening) -> None:
    lezen.venster.resize(1366, 768)
    boom = lezen.lezer.bediening().scherm.boom
    assert boom.columnWidth(0) >= 0.72 * boom.viewport().width()


def _a_marked_page_is_seen_to_be_marked(lezen: Bediening) -> None:
    druk("B")
    assert _blad(lezen).lezen.vlaggen.paginas == {1}
    druk("Ctrl+Z")
    assert _blad(lezen).lezen.vlaggen.paginas == frozenset()


def _f8_brings_the_list_of_notes_to_the_front(lezen: Bediening) -> None:
    scherm = lezen.lezer.bediening().scherm
    druk("Shift+N")
    typ("Bespreken")
    druk("Ctrl+Return")
    druk("Ctrl+Shift+F")
    assert scherm.paneel == "Zoeken"
    scherm.bladen.setFocus()
    druk("F8")
    assert scherm.paneel == "Aantekeningen"


def _the_whole_screen_leaves_nothing_but_pages_and_the_way_back(lezen: Bediening) -> None:
    scherm = lezen.lezer.bediening().scherm
    druk("F11")
    weg = (scherm.links, scherm.rechts, scherm.tabs, scherm._kop, lezen.lezer.bediening().notities.strook)
    assert not any(deel.isVisible() for deel in weg)
    assert scherm.balk.isVisible()
    druk("F11")
    assert scherm.links.isVisible()
    assert scherm.rechts.isVisible()
    assert scherm.tabs.isVisible()


def _letters_that_take_the_room_of_a_panel_leave_the_keyboard_on_the_pages(lezen: Bediening) -> None:
    druk("Ctrl+Shift+P")
    lezen.venster.resize(1100, 700)
    lezen.venster.schaal_op(200)
    scherm = lezen.lezer.bediening().scherm
    assert scherm.is_smal
    assert QApplication.focusWidget() is _blad(lezen).bladen
    druk("Shift+F9")
    assert scherm.rechts.isVisible()


def _no_tab_beside_the_pages_is_pushed_out_of_sight(qtbot: QtBot, lezen: Bediening) -> None:
    acties, rechts = lezen.opdrachten.acties, lezen.lezer.bediening().scherm.rechts
    for opdracht in ("lezen.bladwijzers", "lezen.zoek-set", "lezen.voorbereiding"):
        acties[opdracht].trigger()
    assert rechts.tabText(rechts.currentIndex()) == "Voorbereiding"
    balk = rechts.balk
    assert balk.count() == 6
    qtbot.waitUntil(lambda: all(balk.rect().contains(balk.tabRect(nummer)) for nummer in range(6)))
