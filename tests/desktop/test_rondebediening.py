"""A schriftelijke ronde in the window, by keys: begun between two meetings, answered, and ended in a besluit."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.terugregel import Terugregel
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.sitting.ronde_vak import Rondevak
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.ronde import Antwoord, Ronde
from tk_desktop.meeting.agendapunten import set_behandeling

PLAN = "punt-projectplan"


@pytest.fixture
def werkblad(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    """The sample meeting in the workspace, at 2a, on 1 May."""
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.sessie.nu = lambda: datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
        id_ = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_, punt=PLAN))
        yield bediening


def _open(bediening: Bediening, qtbot: QtBot) -> Rondevak:
    druk("Alt+Q")
    palet = bediening.typen.palet
    qtbot.waitUntil(lambda: QApplication.focusWidget() is palet.zoek)
    typ("Schriftelijke ronde")
    druk("Return")
    rondes = bediening.tafel.bediening().rondes
    qtbot.waitUntil(lambda: rondes.vak is not None and rondes.vak.isVisible())
    vak = rondes.vak
    assert vak is not None
    return vak


def _begin(bediening: Bediening, qtbot: QtBot) -> Rondevak:
    vak = _open(bediening, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.laatste_dag.regel)
    typ("8 mei")
    druk("Return")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.lijst)
    return vak


def _sluit(bediening: Bediening, qtbot: QtBot) -> None:
    druk("Escape")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    bediening.venster.activateWindow()  # as a window manager does when a dialog closes
    qtbot.waitUntil(bediening.venster.isActiveWindow)


def _ronde(bediening: Bediening) -> Ronde:
    (ronde,) = bediening.sessie.store.rondes.van_punt(PLAN)
    return ronde


def test_a_round_is_begun_answered_and_decided_by_keys(werkblad: Bediening, qtbot: QtBot) -> None:
    vak = _begin(werkblad, qtbot)
    assert (_ronde(werkblad).verzonden, _ronde(werkblad).uiterlijk) == (date(2026, 5, 1), date(2026, 5, 8))
    assert vak.lijst.topLevelItemCount() == 11
    assert vak.stand.text() == "De ronde loopt nog."
    assert vak.knop_besluit.isHidden()
    for toets in "AAAAAAANNA":
        druk(toets)
    assert vak.telling.text().endswith("8 akkoord, 2 niet akkoord, 0 bespreken, 1 nog geen antwoord")
    druk("A")
    assert vak.stand.text().startswith("De meerderheid is akkoord")
    druk("Alt+U")
    qtbot.waitUntil(vak.knop_besluit.isHidden)
    (besluit,) = werkblad.sessie.store.besluiten.van_punt(PLAN)
    assert (besluit.uitkomst, besluit.datum) == (Uitkomst.CONFORM, date(2026, 5, 1))
    assert vak.stand.text() == f"Besluit {besluit.nummer}: conform advies."
    assert vak.knop_besluit.isHidden()
    assert vak.knop_weg.isHidden()
    assert not any(deel.isEnabled() for deel in (vak.antwoorden, vak.toelichting, vak.nieuwe_dag))
    _sluit(werkblad, qtbot)
    druk("Ctrl+3")
    assert "Schriftelijke ronde" in werkblad.register.blad.tekst.toPlainText()
    assert "9 akkoord, 2 niet akkoord" in werkblad.register.blad.tekst.toPlainText()


def test_a_round_on_an_item_that_is_not_to_be_decided_on_asks_first(werkblad: Bediening, qtbot: QtBot) -> None:
    store = werkblad.sessie.store
    set_behandeling(store, PLAN, frozenset({Behandeling.INFORMATIE}))
    vak = _open(werkblad, qtbot)
    (balk,) = vak.window().findChildren(Meldbalk)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.laatste_dag.regel)
    typ("8 mei")
    druk("Return")
    assert store.rondes.van_punt(PLAN) == ()
    assert "(TK-B07)" in balk.tekst
    balk.knoppen[0].click()
    assert (balk.tekst, werkblad.sessie.balk.tekst) == ("", "")
    assert _ronde(werkblad).uiterlijk == date(2026, 5, 8)


def test_the_form_to_begin_with_is_low_and_shows_what_is_wrong_with_its_day(werkblad: Bediening, qtbot: QtBot) -> None:
    vak = _open(werkblad, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.laatste_dag.regel)
    laag, scherm = vak.window().height(), QApplication.primaryScreen().availableGeometry()
    vak.window().move(scherm.right() - 300, scherm.bottom() - 200)
    typ("31 juni")
    druk("Return")
    uitleg = vak.laatste_dag.uitleg
    qtbot.waitUntil(lambda: uitleg.text() != "" and uitleg.visibleRegion().boundingRect().height() == uitleg.height())
    druk("Ctrl+A")
    typ("8 mei")
    druk("Return")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is vak.lijst)
    qtbot.waitUntil(lambda: vak.window().height() > laag * 3 // 2)
    kop = vak.lijst.header()
    assert kop.length() == vak.lijst.viewport().width(), "the last name of a column would be cut off"
    assert scherm.contains(vak.window().frameGeometry())
    druk("A")
    _sluit(werkblad, qtbot)
    lijst = _open(werkblad, qtbot).lijst
    qtbot.waitUntil(lambda: lijst.header().length() <= lijst.viewport().width())  # no column is out of sight


def test_a_member_explains_an_answer_and_one_who_wants_to_talk_stops_the_round(
    werkblad: Bediening, qtbot: QtBot
) -> None:
    vak = _begin(werkblad, qtbot)
    assert vak.lijst.model().index(0, 0).data().startswith("Marjolein Terweel")  # the chair, as at the table
    druk("B")
    druk("Up")
    druk("Alt+T")
    assert QApplication.focusWidget() is vak.toelichting
    typ("Eerst de cijfers.")
    druk("Return")
    reactie = _ronde(werkblad).reacties[0]
    assert (reactie.antwoord, reactie.toelichting) == (Antwoord.BESPREKEN, "Eerst de cijfers.")
    assert "gaat naar een vergadering" in vak.stand.text()
    assert vak.knop_besluit.isHidden()
    vak.lijst.setFocus()
    druk("Del")
    assert _ronde(werkblad).reacties[0].antwoord is None
    druk("Down")
    druk("Ctrl+Z")
    assert _ronde(werkblad).reacties[0].antwoord is Antwoord.BESPREKEN
    assert vak.lijst.currentIndex().row() == 0  # the answer that changes next is that of the same name
    (regel,) = vak.window().findChildren(Terugregel)
    (gezegd,) = regel.findChildren(QLabel)
    assert gezegd.text().startswith("Ongedaan gemaakt")
    assert gezegd.width() == regel.width()  # no button takes room of what is said


def test_a_last_day_in_the_past_is_refused_and_the_round_is_seen_at_the_table(
    werkblad: Bediening, qtbot: QtBot
) -> None:
    vak = _begin(werkblad, qtbot)
    druk("Alt+L")
    assert QApplication.focusWidget() is vak.nieuwe_dag.regel
    vak.nieuwe_dag.regel.selectAll()
    typ("1 april 2026")
    druk("Return")
    assert _ronde(werkblad).uiterlijk == date(2026, 5, 8)
    assert vak.nieuwe_dag.datum == date(2026, 5, 8)
    vak.nieuwe_dag.regel.selectAll()
    typ("15 mei 2026")
    druk("Return")
    assert _ronde(werkblad).uiterlijk == date(2026, 5, 15)
    _sluit(werkblad, qtbot)
    druk("F5")
    assert "antwoord tot en met 15-5-2026" in werkblad.tafel.bediening().blad.stemmingen.text()
