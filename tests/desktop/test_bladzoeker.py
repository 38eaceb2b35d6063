"""Words are found in the paper that is read, and looked at one after another."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import Open, wacht
from tests.papier import a_paper, a_story
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.tekstselectie import Tekstplek

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def zoek(lees: Leesblad, qtbot: QtBot, woorden: str) -> None:
    QTest.keyClick(lees.bladen, Qt.Key.Key_F, CTRL)
    assert lees.zoekbalk.isVisible()
    lees.zoekbalk.veld.setText(woorden)
    QTest.keyClick(lees.zoekbalk.veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not lees.zoeker.bezig)


def test_all_places_are_counted_and_gone_through_round_and_round(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie", "besluit"], ["Commissie"], ["een com-", "missie"]))
    zoek(lees, qtbot, "COMMISSIE")
    assert [plaats.pagina for plaats in lees.zoeker.gevonden] == [1, 2, 3]
    gezien = [lees.zoekbalk.stand.text()]
    for _ in range(3):
        QTest.keyClick(lees.bladen, Qt.Key.Key_F3)
        gezien.append(lees.zoekbalk.stand.text())
    assert gezien == ["1 van 3", "2 van 3", "3 van 3", "1 van 3"]
    QTest.keyClick(lees.zoekbalk.veld, Qt.Key.Key_Return, SHIFT)
    assert lees.zoekbalk.stand.text() == "3 van 3"
    qtbot.waitUntil(lambda: lees.bladen.pagina == 3)


def test_searching_begins_at_the_page_that_is_looked_at(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(6))
    lees.bladen.ga_naar(4)
    wacht(qtbot, lees)
    zoek(lees, qtbot, "regel 3 van")
    assert lees.zoeker.huidige is not None
    assert (lees.zoeker.huidige.pagina, lees.zoekbalk.stand.text()) == (4, "4 van 6")


def test_what_is_found_is_seen(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(6))
    zoek(lees, qtbot, "bladzijde 5, regel 34 van")
    qtbot.waitUntil(lambda: lees.bladen.pagina == 6)
    wacht(qtbot, lees)
    tekst = lees.teksten.van(6)
    gevonden = lees.zoeker.huidige
    assert tekst is not None
    assert gevonden is not None
    kader = tekst.kaders_van(gevonden.begin, gevonden.eind)[0]
    recht = lees.bladen.plek_van(6).rechthoek(kader).toRect()
    assert lees.bladen.viewport().rect().contains(recht)
    beeld = lees.bladen.viewport().grab(recht).toImage()
    namen = {beeld.pixelColor(x, y).name() for x in range(beeld.width()) for y in range(beeld.height())}
    assert "#ffc46b" in namen


def test_words_that_are_nowhere_are_told_and_escape_ends_searching(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie"]))
    zoek(lees, qtbot, "zwembad")
    assert lees.zoekbalk.stand.text() == "Niet gevonden"
    QTest.keyClick(lees.zoekbalk.veld, Qt.Key.Key_Escape)
    assert not lees.zoekbalk.isVisible()
    assert lees.zoeker.woorden == ""
    assert lees.bladen.hasFocus()


def test_selected_words_are_what_is_searched(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie", "de commissie"]))
    lees.selectie.zet(Tekstplek(1, 3), Tekstplek(1, 12))
    QTest.keyClick(lees.bladen, Qt.Key.Key_F3)
    assert lees.zoekbalk.veld.text() == "commissie"
    qtbot.waitUntil(lambda: len(lees.zoeker.gevonden) == 2 and not lees.zoeker.bezig)


def test_a_newer_make_of_the_paper_is_searched_again(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie"]))
    zoek(lees, qtbot, "commissie")
    pad = lees.bladen.pad
    assert pad is not None
    pad.write_bytes(a_paper(["commissie, commissie en nog eens commissie"]))
    lees.toon(pad)
    qtbot.waitUntil(lambda: len(lees.zoeker.gevonden) == 3 and not lees.zoeker.bezig)
