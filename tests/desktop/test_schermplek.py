"""Closing the window and opening it again leaves the keyboard, the cursor and the scroll where they were."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.schermplek import Schermplek
from tk_desktop.desktop.session.overzicht import adres_van
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.meeting.aanhouden import withdraw_punt
from tk_desktop.meeting.vergaderingen import add_vergadering


def _veld() -> RijkeTekst:
    veld = QApplication.focusWidget()
    assert isinstance(veld, RijkeTekst)
    return veld


def _zet_cursor(plek: int, anker: int) -> None:
    cursor = _veld().textCursor()
    cursor.setPosition(anker)
    cursor.setPosition(plek, QTextCursor.MoveMode.KeepAnchor)
    _veld().setTextCursor(cursor)


def _staat(bediening: Bediening, formulier: QScrollArea) -> tuple[str, int, int, int, int]:
    cursor = _veld().textCursor()
    lijst = bediening.werkblad.lijst.verticalScrollBar().value()
    return _veld().accessibleName(), cursor.position(), cursor.anchor(), formulier.verticalScrollBar().value(), lijst


def _formulier(bediening: Bediening) -> QScrollArea:
    return next(een for een in bediening.werkblad.nota.nota.editor.findChildren(QScrollArea))


def test_the_window_opens_with_the_cursor_and_scroll_one_had_in_nota_letter_and_agenda(
    qtbot: QtBot, werkmap: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.venster.resize(1280, 480)
        (vergadering,) = bediening.sessie.store.vergaderingen.all()
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering.id))
        opname = bediening.werkblad.opname()
        nota = list(opname.notas.values())[-1]
        bediening.ga_naar(adres_van(opname, nota.stuk_id))
        langste = max(nota.secties, key=lambda sectie: (len(sectie.tekst), sectie.volgorde))
        bediening.werkblad.nota.nota.editor.ga_naar(langste.id)
        _zet_cursor(11, 7)
        balken = (_formulier(bediening).verticalScrollBar(), bediening.werkblad.lijst.verticalScrollBar())
        qtbot.waitUntil(lambda: all(balk.maximum() > 4 for balk in balken))
        for balk in balken:
            balk.setValue(balk.maximum() // 2)
        was = _staat(bediening, _formulier(bediening))
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.venster.resize(1280, 480)
        qtbot.waitUntil(lambda: _staat(bediening, _formulier(bediening)) == was)
        brief = bediening.werkblad.brief
        bediening.opdrachten.acties["brief.openen"].trigger()
        _zet_cursor(20, 20)
        qtbot.waitUntil(lambda: brief.verticalScrollBar().maximum() > 40)
        brief.verticalScrollBar().setValue(40)
        was = _staat(bediening, brief)
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.venster.resize(1280, 480)
        brief = bediening.werkblad.brief
        qtbot.waitUntil(lambda: _staat(bediening, brief) == was)
        tab = bediening.werkblad.blad.tabs.currentWidget()
        assert tab is not None
        assert tab.isAncestorOf(brief)
        brief.verticalScrollBar().setValue(15)
        bediening.venster.resize(1200, 700)
        assert brief.verticalScrollBar().value() == 15, "who scrolls is not taken back"


def test_who_visits_another_meeting_comes_back_where_one_was(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.venster.resize(1280, 480)
        store = bediening.sessie.store
        (hier,) = store.vergaderingen.all()
        ander = add_vergadering(store, hier.gremium_id, date(2027, 3, 11))
        naar_hier = Adres(scherm=Scherm.VERGADERINGEN, vergadering=hier.id)
        bediening.ga_naar(naar_hier)
        assert QApplication.focusWidget() is bediening.werkblad.lijst
        nota = list(bediening.werkblad.opname().notas.values())[-1]
        bediening.ga_naar(adres_van(bediening.werkblad.opname(), nota.stuk_id))
        langste = max(nota.secties, key=lambda sectie: (len(sectie.tekst), sectie.volgorde))
        bediening.werkblad.nota.nota.editor.ga_naar(langste.id)
        _zet_cursor(11, 7)
        balken = (_formulier(bediening).verticalScrollBar(), bediening.werkblad.lijst.verticalScrollBar())
        qtbot.waitUntil(lambda: all(balk.maximum() > 4 for balk in balken))
        balken[0].setValue(balken[0].maximum() // 2)
        was, plek = _staat(bediening, _formulier(bediening)), bediening.adres
        wegen: tuple[Callable[[], None], ...] = (lambda: bediening.ga_naar(naar_hier), bediening.terug)
        for terug in wegen:
            bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=ander.id))
            assert QApplication.focusWidget() is bediening.werkblad.lijst
            terug()
            assert bediening.adres == plek
            qtbot.waitUntil(lambda: _staat(bediening, _formulier(bediening)) == was)
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=ander.id))
        withdraw_punt(store, plek.punt, "Niet meer nodig.")
        bediening.ga_naar(naar_hier)
        assert bediening.adres.punt not in ("", plek.punt), "the item is gone, the meeting is not"


def test_what_cannot_be_read_is_no_place() -> None:
    for tekst in ("", "{}", "[1, 2]", '["a", "b", 3, {}]', '["a", 1, 2, []]', '["a", 1, 2, {"b": "c"}]'):
        assert Schermplek.lees(tekst) == Schermplek()
    plek = Schermplek(veld="a", cursor=3, anker=4, gerold={"b": 5})
    assert Schermplek.lees(str(plek)) == plek
