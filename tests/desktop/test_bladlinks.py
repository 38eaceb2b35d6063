"""Links within a paper are followed; out of it nothing is opened before the user says so."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import KAAL, LINKS, Open, beweeg, buitenwereld
from tests.papier import a_linked_paper
from tk_desktop.desktop.pages.bladlinks import Bladlinks
from tk_desktop.desktop.pages.koppenlijst import Koppenlijst
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.linkvraag import LinkVraag

ALT = Qt.KeyboardModifier.AltModifier


def klik(lees: Leesblad, qtbot: QtBot, x: float, y: float) -> None:
    lees.bladen.ga_naar(1, max(0.0, 1 - y / 600 - 0.2))
    waar = lees.bladen.plek_van(1).punt(x, y)
    qtbot.waitUntil(lambda: lees.links.link_op(waar) is not None)
    QTest.mouseClick(lees.bladen.viewport(), LINKS, KAAL, waar.toPoint())


def test_a_link_within_the_paper_is_followed(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_linked_paper())
    with qtbot.waitSignal(lees.links.gesprongen):
        klik(lees, qtbot, 150, 510)
    assert lees.bladen.pagina == 2
    assert lees.bladen.plek.deel == pytest.approx(0.25, abs=0.01)


def test_a_link_out_of_the_paper_is_asked_about(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_linked_paper())
    with qtbot.waitSignal(lees.links.adres_gevraagd) as gevraagd:
        klik(lees, qtbot, 30, 20)
    assert gevraagd.args == ["https://waterkant.example/a?b=1"]
    assert lees.bladen.pagina == 1
    (vraag,) = lees.findChildren(LinkVraag)
    assert vraag.isVisible()
    with buitenwereld() as buiten:
        assert buiten == []
        knop(vraag, "Openen in uw browser").click()
        assert buiten == ["https://waterkant.example/a?b=1"]


def test_after_a_link_alt_left_goes_back_and_alt_right_forth(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_linked_paper())
    QTest.keyClick(lees.bladen, Qt.Key.Key_Left, ALT)
    assert lees.bladen.pagina == 1
    with qtbot.waitSignal(lees.links.gesprongen):
        klik(lees, qtbot, 150, 510)
    QTest.keyClick(lees.bladen, Qt.Key.Key_Left, ALT)
    assert lees.bladen.pagina == 1
    assert not lees.geweest.kan_terug
    QTest.keyClick(lees.bladen, Qt.Key.Key_Right, ALT)
    assert lees.bladen.plek.deel == pytest.approx(0.25, abs=0.01)


def test_a_heading_is_gone_to_and_the_one_that_is_looked_at_is_chosen(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_linked_paper())
    lijst = Koppenlijst()
    qtbot.addWidget(lijst)
    lijst.resize(300, 300)
    lijst.show()
    lijst.volg(lees)
    qtbot.waitUntil(lambda: lijst.boom.topLevelItemCount() == 2)
    gekozen = lijst.boom.currentItem()
    assert gekozen is not None
    assert [gekozen.text(kolom) for kolom in range(2)] == ["Inleiding", "1"]
    QTest.keyClick(lijst.boom, Qt.Key.Key_Down)
    QTest.keyClick(lijst.boom, Qt.Key.Key_Return)
    assert lees.bladen.pagina == 2
    assert lees.geweest.kan_terug
    lijst.volg(None)
    assert lijst.boom.topLevelItemCount() == 0


def test_the_mouse_shows_that_there_is_a_link(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_linked_paper())
    waar = lees.bladen.plek_van(1).punt(150, 510)
    qtbot.waitUntil(lambda: lees.links.link_op(waar) is not None)
    beweeg(lees.bladen.viewport(), QPoint(5, 5))
    beweeg(lees.bladen.viewport(), waar.toPoint())
    qtbot.waitUntil(lambda: lees.bladen.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor)


def test_the_contents_of_the_file_are_told(open_paper: Open, qtbot: QtBot) -> None:
    links: Bladlinks = open_paper(a_linked_paper()).links
    qtbot.waitUntil(lambda: bool(links.inhoud))
    assert [kop.titel for kop in links.inhoud] == ["Inleiding", "Slot"]


def knop(vraag: LinkVraag, tekst: str) -> QPushButton:
    (gevonden,) = [knop for knop in vraag.findChildren(QPushButton) if knop.text().replace("&", "") == tekst]
    return gevonden


def test_the_address_stands_there_and_not_opening_is_what_enter_does(open_paper: Open, qtbot: QtBot) -> None:
    vraag = LinkVraag("https://bank.example@waterkant.example/?naam=<b>x</b>", open_paper(a_linked_paper()))
    qtbot.addWidget(vraag)
    vraag.open()
    (veld,) = vraag.findChildren(QPlainTextEdit)
    assert veld.toPlainText() == "https://bank.example@waterkant.example/?naam=%3Cb%3Ex%3C/b%3E"
    assert "website waterkant.example." in " ".join(label.text() for label in vraag.findChildren(QLabel))
    assert knop(vraag, "Niet openen").isDefault()
    with qtbot.waitSignal(vraag.openen) as geopend:
        knop(vraag, "Openen in uw browser").click()
    assert geopend.args == [QUrl(veld.toPlainText())]


def test_letters_of_another_alphabet_do_not_pass_for_a_known_server(open_paper: Open, qtbot: QtBot) -> None:
    vraag = LinkVraag("https://w\u0430terkant.example/", open_paper(a_linked_paper()))
    qtbot.addWidget(vraag)
    assert "website xn--" in " ".join(label.text() for label in vraag.findChildren(QLabel))


@pytest.mark.parametrize(
    "adres", ["file:c:/reken.exe", "javascript:alert(1)", "smb://server/map", "geen adres", "https:///map"]
)
def test_programs_and_files_are_never_opened(open_paper: Open, qtbot: QtBot, adres: str) -> None:
    vraag = LinkVraag(adres, open_paper(a_linked_paper()))
    qtbot.addWidget(vraag)
    namen = {knop.text().replace("&", "") for knop in vraag.findChildren(QPushButton)}
    assert namen == {"Sluiten", "Adres kopiëren"}
