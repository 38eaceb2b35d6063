"""What the user reads when something went wrong, and the buttons for what can be done about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.base.errors import SchijfVol
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.toast import Toast


@pytest.fixture
def balk(qtbot: QtBot) -> Meldbalk:
    balk = Meldbalk()
    qtbot.addWidget(balk)
    balk.resize(900, 120)
    return balk


def test_a_fault_is_shown_with_a_button_for_each_thing_that_can_be_done(balk: Meldbalk) -> None:
    gedaan: list[str] = []
    balk.toon(
        SchijfVol(bestand="set.pdf"),
        [("Opnieuw", lambda: gedaan.append("opnieuw")), ("Andere naam", lambda: gedaan.append("naam"))],
    )
    assert [knop.text() for knop in balk.knoppen] == ["Opnieuw", "Andere naam"]
    QTest.mouseClick(balk.knoppen[1], Qt.MouseButton.LeftButton)
    assert gedaan == ["naam"]
    assert balk.tekst == ""


def test_the_sign_of_a_fault_is_as_large_as_its_letters(balk: Meldbalk) -> None:
    balk.toon(SchijfVol(bestand="set.pdf"))
    teken = balk.findChildren(QLabel)[0]
    gewoon, letter = teken.pixmap().height(), balk.font()
    letter.setPointSizeF(letter.pointSizeF() * 3)
    balk.setFont(letter)
    assert teken.pixmap().height() > 2 * gewoon
    letter.setPointSizeF(letter.pointSizeF() / 3)
    balk.setFont(letter)
    assert teken.pixmap().height() == gewoon


def test_the_buttons_of_an_earlier_fault_are_gone_with_the_next(balk: Meldbalk) -> None:
    balk.toon(SchijfVol(bestand="set.pdf"), [("Opnieuw", balk.hide)])
    balk.toon(SchijfVol(bestand="agenda.pdf"))
    assert balk.knoppen == ()
    assert "agenda.pdf" in balk.tekst


def test_a_button_may_show_the_next_fault(balk: Meldbalk) -> None:
    balk.toon(SchijfVol(bestand="een.pdf"), [("Opnieuw", lambda: balk.toon(SchijfVol(bestand="twee.pdf")))])
    QTest.mouseClick(balk.knoppen[0], Qt.MouseButton.LeftButton)
    assert "twee.pdf" in balk.tekst
    assert balk.knoppen == ()


def test_what_is_no_fault_has_another_sign_and_colour(balk: Meldbalk) -> None:
    balk.meld("1A is besloten.", [("Bekijk", balk.hide)])
    assert balk.property("toon") == "oranje"
    balk.toon(SchijfVol(bestand="set.pdf"))
    assert balk.property("toon") == "rood"


def test_escape_closes_a_bar_above_the_screen_and_not_one_inside_it(qtbot: QtBot, balk: Meldbalk) -> None:
    vast = Meldbalk(sluitbaar=False)
    qtbot.addWidget(vast)
    for een in (balk, vast):
        een.toon(SchijfVol(bestand="set.pdf"))
        QTest.keyClick(een, Qt.Key.Key_Escape)
    assert balk.isHidden()
    assert not vast.isHidden()


def test_buttons_stand_under_each_other_where_there_is_no_room(qtbot: QtBot, balk: Meldbalk) -> None:
    acties = [("Naar 2b bijlage 1", balk.hide), ("Toch maken, met een blad ‘wordt nagezonden’", balk.hide)]
    balk.toon(SchijfVol(bestand="set.pdf"), acties)
    qtbot.waitExposed(balk)
    assert balk.knoppen[0].y() == balk.knoppen[1].y()
    balk.resize(300, 200)
    qtbot.waitUntil(lambda: balk.knoppen[0].y() < balk.knoppen[1].y())
    assert balk.minimumSizeHint().width() <= 300


def test_a_message_that_goes_away_can_lead_somewhere(qtbot: QtBot) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    ouder.resize(800, 600)
    toast = Toast(ouder)
    gedaan: list[str] = []
    toast.meld("Een aantekening is niet teruggevonden.", kan_terug=False, actie=("Bekijk", lambda: gedaan.append("ja")))
    assert toast._verder.text() == "Bekijk"
    QTest.mouseClick(toast._verder, Qt.MouseButton.LeftButton)
    assert gedaan == ["ja"]
    toast.meld("Gedaan.")
    assert toast._verder.isHidden()
