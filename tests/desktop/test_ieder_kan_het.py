"""What SCREENS asks of every screen: reached by the keyboard, Dutch throughout, readable at any size."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.keur import engels, met_tab, naamloos
from tests.desktop.venster import druk, toon_venster
from tests.desktop.woorden import ENGELS, woorden_onder
from tk_desktop.desktop.agenda.agenda_model import AgendaModel
from tk_desktop.desktop.agenda.brief_paneel import BriefPaneel
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.theme import Thema, kies_schaal, kies_thema
from tk_desktop.desktop.parts.werkbalk import Werkbalk
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_venster
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        vergadering = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        qtbot.waitUntil(lambda: bool(geopend.werkblad.controle.model.bevindingen))
        yield geopend


def _schermen(bediening: Bediening) -> Iterator[str]:
    """Go through every screen and every tab of the workspace."""
    hier = bediening.adres
    for scherm in Scherm:
        vergadering = hier.vergadering if scherm in (Scherm.SET, Scherm.TAFEL) else ""
        bediening.ga_naar(Adres(scherm=scherm, vergadering=vergadering))
        yield scherm.value
    bediening.ga_naar(hier)
    tabs = bediening.werkblad.blad.tabs
    for nummer in range(tabs.count()):
        tabs.setCurrentIndex(nummer)
        yield tabs.tabText(nummer)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu takes the keyboard; that one has none
def test_the_keys_of_every_screen_have_one_meaning_and_its_menus_are_dutch(bediening: Bediening, qtbot: QtBot) -> None:
    _tab_goes_round_the_workspace_and_is_caught_nowhere(bediening)
    _shift_tab_goes_the_other_way(bediening)
    _no_field_of_the_letter_stands_over_another(qtbot, bediening)
    _no_underlined_letter_on_a_screen_is_that_of_a_menu(bediening)
    _no_key_of_a_field_is_that_of_a_command_which_acts_there(bediening)
    _no_word_of_a_menu_at_the_mouse_is_english(bediening, qtbot)


def test_the_buttons_that_qt_names_are_dutch(bediening: Bediening, qtbot: QtBot) -> None:
    knoppen = QDialogButtonBox.StandardButton
    vraag = QDialogButtonBox(knoppen.Cancel | knoppen.Close)
    qtbot.addWidget(vraag)
    assert {knop.text().replace("&", "") for knop in vraag.buttons()} == {"Annuleren", "Sluiten"}


def _tab_goes_round_the_workspace_and_is_caught_nowhere(bediening: Bediening) -> None:
    bediening.werkblad.lijst.setFocus()
    gezien: list[QWidget] = []
    for _ in range(60):
        druk("Tab")
        huidig = QApplication.focusWidget()
        assert huidig is not None
        gezien.append(huidig)
    bereikbaar = {ding for ding in bediening.venster.findChildren(QWidget) if met_tab(ding, bediening.venster)}
    gemist = {f"{type(ding).__name__} {ding.accessibleName()}" for ding in bereikbaar - set(gezien)}
    assert len(gemist) <= len(bereikbaar) / 10, gemist
    assert bediening.werkblad.lijst in gezien
    assert max(gezien.count(ding) for ding in gezien) <= 4


def _shift_tab_goes_the_other_way(bediening: Bediening) -> None:
    bediening.werkblad.lijst.setFocus()
    druk("Tab")
    druk("Shift+Tab")
    assert QApplication.focusWidget() is bediening.werkblad.lijst


KLEIN, GEWOON = (683, 384), (1366, 768)


@pytest.mark.parametrize("procent", [100, 150, 200, 300])
def test_every_screen_is_of_use_in_letters_of_any_size(qtbot: QtBot, bediening: Bediening, procent: int) -> None:
    """One window for each size, for other letters style every part of it anew."""
    if procent in (100, 300):
        maat = KLEIN if procent == 100 else GEWOON
        _all_menus_stand_in_letters_to_be_read(bediening, procent, maat)
    if procent in (100, 200):
        _a_nota_shows_lines_enough_to_work_in_on_the_smallest_screen(qtbot, bediening, procent)
        _every_screen_fits_the_smallest_window(bediening, procent)
    _numbers_of_items_are_whole_at_every_size(bediening, procent)
    if rijen := {100: 5, 150: 3, 200: 3}.get(procent):
        _the_findings_stand_in_whole_rows_on_a_common_screen(qtbot, bediening, procent, rijen)
    if procent in (100, 150):
        _every_title_of_the_agenda_is_whole_on_a_common_screen(bediening, procent)
        _every_tab_of_the_workspace_stays_within_reach(qtbot, bediening, GEWOON, procent)
    _the_workspace_is_of_use_on_a_common_screen_at_every_size(qtbot, bediening, procent)
    if procent == 100:
        _every_tab_of_the_workspace_stays_within_reach(qtbot, bediening, KLEIN, procent)
        _the_smallest_window_has_room_for_every_menu(bediening)


def _numbers_of_items_are_whole_at_every_size(bediening: Bediening, procent: int) -> None:
    bediening.venster.schaal_op(procent)
    lijst = bediening.werkblad.lijst
    QApplication.sendPostedEvents()
    wijze = lijst.itemDelegate()
    assert isinstance(wijze, QStyledItemDelegate)
    hoofd = [lijst.agenda.index(rij, AgendaModel.NR) for rij in range(lijst.agenda.rowCount())]
    sub = [lijst.agenda.index(rij, 0, punt) for punt in hoofd for rij in range(lijst.agenda.rowCount(punt))]
    assert len(sub) > 3
    for index in (*hoofd, *sub):
        tekst = str(index.data())
        optie = QStyleOptionViewItem()
        lijst.initViewItemOption(optie)
        optie.rect = lijst.visualRect(index)
        wijze.initStyleOption(optie, index)
        tekstvak = lijst.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, optie, lijst)
        rand = 2 * (lijst.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, optie, lijst) + 1)
        assert QFontMetrics(optie.font).horizontalAdvance(tekst) <= tekstvak.width() - rand, tekst


def _the_findings_stand_in_whole_rows_on_a_common_screen(
    qtbot: QtBot, bediening: Bediening, procent: int, rijen: int
) -> None:
    venster, controle = bediening.venster, bediening.werkblad.controle
    venster.resize(1366, 768)
    venster.schaal_op(procent)
    qtbot.waitUntil(lambda: len(controle.model.bevindingen) > rijen, timeout=30_000)
    controle.volgende()
    tabel = controle.tabel
    qtbot.waitUntil(lambda: tabel.viewport().height() >= rijen * tabel.rowHeight(0))
    assert tabel.viewport().height() % tabel.rowHeight(0) == 0


def _every_tab_of_the_workspace_stays_within_reach(
    qtbot: QtBot, bediening: Bediening, maat: tuple[int, int], procent: int
) -> None:
    bediening.venster.resize(*maat)
    bediening.venster.schaal_op(procent)
    tabs = bediening.werkblad.blad.tabs
    balk = tabs.balk
    for nummer in range(tabs.count()):
        tabs.setCurrentIndex(nummer)
        qtbot.waitUntil(lambda: balk.tabRect(balk.count() - 1).right() < tabs.width())
        assert tabs.tabToolTip(nummer) == tabs.tabText(nummer)


def _every_title_of_the_agenda_is_whole_on_a_common_screen(bediening: Bediening, procent: int) -> None:
    bediening.venster.resize(1366, 768)
    bediening.venster.schaal_op(procent)
    QApplication.sendPostedEvents()
    lijst = bediening.werkblad.lijst
    for regel in lijst.agenda.regels:
        index = lijst.agenda.index_van(regel.id)
        lijst.scrollTo(index)
        vak, letter = lijst.visualRect(index), lijst.font()
        letter.setBold(regel.ouder_id is None)
        breed = vak.width() - 8 - (lijst.fontMetrics().height() * 2 if regel.besloten else 0)
        tekst = QFontMetrics(letter).boundingRect(0, 0, breed, 999, Qt.TextFlag.TextWordWrap, regel.onderwerp)
        assert tekst.height() <= vak.height(), regel.onderwerp


def _the_workspace_is_of_use_on_a_common_screen_at_every_size(qtbot: QtBot, bediening: Bediening, procent: int) -> None:
    venster, controle = bediening.venster, bediening.werkblad.controle
    venster.resize(1366, 700)
    venster.schaal_op(procent)
    qtbot.waitUntil(lambda: len(controle.model.bevindingen) > 2, timeout=30_000)
    controle.volgende()
    qtbot.waitUntil(lambda: controle.tabel.viewport().height() >= 1.9 * controle.tabel.rowHeight(0))
    assert bediening.werkblad.lijst.viewport().height() >= 3 * venster.fontMetrics().height()
    menus = venster.menuBar()
    laatste = menus.actionGeometry(menus.actions()[-1])
    assert not laatste.isEmpty()
    assert laatste.right() <= menus.width()
    paneel = bediening.werkblad.opmerkingen.paneel
    bediening.werkblad.blad.tabs.setCurrentWidget(paneel)
    paneel.setFocus()  # with the largest letters agenda and item have the room by turns
    qtbot.waitUntil(lambda: paneel.alles.width() >= paneel.alles.sizeHint().width())
    assert paneel.telling.width() >= paneel.telling.minimumSizeHint().width()
    assert paneel.rect().contains(paneel.alles.geometry())


def _every_screen_fits_the_smallest_window(bediening: Bediening, procent: int) -> None:
    bediening.venster.schaal_op(procent)
    te_groot = {}
    for scherm in _schermen(bediening):
        klein = bediening.venster.minimumSizeHint()
        if klein.width() > 683 * procent / 100 or klein.height() > 384 * procent / 100:
            te_groot[scherm] = (klein.width(), klein.height())
    assert te_groot == {}


def _all_menus_stand_in_letters_to_be_read(bediening: Bediening, procent: int, maat: tuple[int, int]) -> None:
    bediening.venster.resize(*maat)
    bediening.venster.schaal_op(procent)
    QApplication.sendPostedEvents()
    menus = bediening.venster.menuBar()
    assert menus.font().pointSizeF() >= QApplication.font().pointSizeF() * (1 if procent == 100 else 0.7)
    assert menus.actionGeometry(menus.actions()[-1]).right() < menus.cornerWidget().x()


@pytest.mark.parametrize("procent", [100, 200, 300])
def test_the_sign_of_what_does_not_fit_in_a_tool_bar_is_whole_and_as_large_as_the_letters(
    qtbot: QtBot, qapp: QApplication, procent: int
) -> None:
    kies_schaal(qapp, procent)
    kies_thema(qapp, Thema.LICHT)
    balk = Werkbalk()
    qtbot.addWidget(balk)
    for nummer in range(20):
        balk.addAction(f"Knop {nummer}")
    balk.resize(balk.fontMetrics().height() * 12, balk.sizeHint().height())
    balk.show()
    (teken,) = [knop for knop in balk.findChildren(QToolButton) if knop.objectName() == "qt_toolbar_ext_button"]
    knoppen = [balk.widgetForAction(actie) for actie in balk.actions()]
    try:
        assert teken.isVisible()
        assert balk.rect().adjusted(0, 0, 1, 0).contains(teken.geometry())
        assert teken.width() >= balk.fontMetrics().height() * 0.7
        assert all(knop.geometry().right() < teken.x() for knop in knoppen if knop.isVisible())
    finally:
        kies_schaal(qapp, 100)
        kies_thema(qapp, Thema.LICHT)


def _a_nota_shows_lines_enough_to_work_in_on_the_smallest_screen(
    qtbot: QtBot, bediening: Bediening, procent: int
) -> None:
    bediening.venster.resize(683 * procent // 100, 384 * procent // 100)
    bediening.venster.schaal_op(procent)
    werkblad = bediening.werkblad
    bediening.ga_naar(replace(bediening.adres, punt="punt-projectplan", stuk="stuk-2a"))
    werkblad.blad.tabs.setCurrentIndex(1)
    editor = werkblad.nota.nota.editor
    regel = editor.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: editor._rol.viewport().height() >= 5 * regel)
    qtbot.waitUntil(lambda: werkblad.controle.tabel.height() == 0)
    telling = werkblad.controle._telling
    qtbot.waitUntil(lambda: telling.height() >= telling.sizeHint().height())
    werkblad.controle.volgende()
    qtbot.waitUntil(lambda: werkblad.controle.tabel.viewport().height() >= werkblad.controle.tabel.rowHeight(0))


def _no_field_of_the_letter_stands_over_another(qtbot: QtBot, bediening: Bediening) -> None:
    tabs = bediening.werkblad.blad.tabs
    for nummer in range(tabs.count()):
        tabs.setCurrentIndex(nummer)
        QApplication.sendPostedEvents()
    (brief,) = tabs.findChildren(BriefPaneel)
    tabs.setCurrentIndex(next(nr for nr in range(tabs.count()) if tabs.tabText(nr) == "Uitnodiging"))
    qtbot.waitUntil(lambda: brief.uiterlijk.y() >= brief.tekst.geometry().bottom() > brief.tekst.y() > 0)


def test_a_narrow_window_shows_agenda_and_item_by_turns(qtbot: QtBot, bediening: Bediening) -> None:
    bediening.venster.schaal_op(200)
    bediening.venster.resize(683, 768)
    QApplication.sendPostedEvents()
    assert bediening.venster.width() == 683
    blad, lijst = bediening.werkblad.blad, bediening.werkblad.lijst
    lijst.setFocus()
    qtbot.waitUntil(lambda: lijst.width() > 500)
    assert blad.tabs.width() == 0 or not blad.tabs.visibleRegion().boundingRect().width()
    druk("F6")
    qtbot.waitUntil(lambda: blad.tabs.visibleRegion().boundingRect().width() > 500)
    bediening.venster.schaal_op(100)
    bediening.venster.resize(1280, 800)
    qtbot.waitUntil(lambda: min(lijst.width(), blad.tabs.width()) > 300)


def _the_smallest_window_has_room_for_every_menu(bediening: Bediening) -> None:
    bediening.venster.resize(683, 384)
    QApplication.sendPostedEvents()
    balk = bediening.venster.menuBar()
    zoek = balk.cornerWidget()
    for actie in balk.actions():
        if actie.isVisible():
            assert balk.actionGeometry(actie).right() < zoek.x(), actie.text()


def test_the_button_that_finds_commands_is_there_though_the_frame_of_the_window_stood_first(
    qtbot: QtBot, werkmap: Path
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    venster = maak_venster(app, werkmap)
    qtbot.addWidget(venster)
    venster.resize(1280, 800)
    venster.show()
    qtbot.waitUntil(venster.isActiveWindow)
    with open_werkmap(venster):
        knop = venster.menuBar().cornerWidget()
        qtbot.waitUntil(lambda: knop.visibleRegion().boundingRect() == knop.rect())
        assert knop.geometry().right() == venster.menuBar().rect().right()
        venster.close()


def _no_underlined_letter_on_a_screen_is_that_of_a_menu(bediening: Bediening) -> None:
    def letter(tekst: str) -> str:
        treffer = re.search(r"(?<!&)&([^&\s])", tekst)
        return treffer[1].lower() if treffer else ""

    menus = {letter(actie.text()) for actie in bediening.venster.menuBar().actions()}
    dubbel = set()
    for scherm in _schermen(bediening):
        for ding in bediening.venster.findChildren(QWidget):
            if isinstance(ding, QAbstractButton | QLabel) and ding.window() is bediening.venster:
                is_tekst = isinstance(ding, QLabel) and ding.buddy() is None
                if not is_tekst and letter(ding.text()) in menus - {""}:
                    dubbel.add((scherm, ding.text()))
    assert {tekst for _, tekst in dubbel} == set()


def _no_key_of_a_field_is_that_of_a_command_which_acts_there(bediening: Bediening) -> None:
    """Qt does neither when two things want one key."""
    dubbel = set()
    for scherm in _schermen(bediening):
        for kort in bediening.venster.findChildren(QShortcut):
            veld = kort.parent()
            if not isinstance(veld, QWidget) or veld.window() is not bediening.venster or not veld.isVisible():
                continue
            toetsen = {toets.toString() for toets in kort.keys()}  # noqa: SIM118 - of a shortcut, no dict
            for id_, actie in bediening.opdrachten.acties.items():
                hier = [deel for deel in actie.associatedObjects() if isinstance(deel, QWidget)]
                om = any(deel is veld or deel.isAncestorOf(veld) for deel in hier if not isinstance(deel, QMenu))
                if om and actie.isEnabled() and toetsen & {toets.toString() for toets in actie.shortcuts()}:
                    dubbel.add((scherm, id_, *toetsen))
    assert dubbel == set()


def test_no_word_of_an_empty_werkmap_is_english_and_everything_in_it_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.open(tmp_path / "leeg", maken=True) as store:
        add_gremium(store, "Bestuurscommissie Waterkant", "BC WK")
    mist = set()
    with toon_venster(qtbot, tmp_path / "leeg") as bediening:
        for scherm in Scherm:
            if scherm in (Scherm.SET, Scherm.TAFEL, Scherm.LEZEN):
                continue  # of a meeting, and there is none
            bediening.ga_naar(Adres(scherm=scherm))
            mist |= {(scherm, tekst) for tekst in engels(bediening.venster) | naamloos(bediening.venster)}
    assert mist == set()


def _no_word_of_a_menu_at_the_mouse_is_english(bediening: Bediening, qtbot: QtBot) -> None:
    woorden: set[str] = set()
    wekker = QTimer()
    wekker.setInterval(5)

    def lees() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            woorden.update(woorden_onder(menu))
            menu.close()

    wekker.timeout.connect(lees)
    wekker.start()
    for _ in _schermen(bediening):
        for ding in bediening.venster.findChildren(QWidget):
            if ding.isVisible() and isinstance(ding, QAbstractItemView | QLineEdit | QTextEdit | QPlainTextEdit):
                plek = ding.rect().center()
                reden = QContextMenuEvent.Reason.Keyboard
                QApplication.sendEvent(ding, QContextMenuEvent(reden, plek, ding.mapToGlobal(plek)))
                qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    wekker.stop()
    assert {tekst for tekst in woorden if ENGELS.search(tekst)} == set()
    assert any("Kopi" in tekst for tekst in woorden)
