"""A message in a corner: short, out of the way of the keyboard, and told to who cannot see it."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.toast import Toast


@pytest.fixture
def scherm(qtbot: QtBot) -> QWidget:
    """A window of the smallest size that must do."""
    venster = QWidget()
    qtbot.addWidget(venster)
    venster.resize(683, 384)
    venster.show()
    qtbot.waitUntil(venster.isActiveWindow)
    return venster


def _veld(scherm: QWidget, x: int, y: int) -> QLineEdit:
    veld = QLineEdit(scherm)
    veld.setGeometry(x, y, 200, 24)
    veld.show()
    return veld


def test_a_message_takes_one_line_at_the_bottom_right_of_the_smallest_screen(scherm: QWidget) -> None:
    toast = Toast(scherm)
    toast.meld("Punt 3 is verplaatst naar 2.")
    assert toast.height() < scherm.height() / 8
    assert toast.width() < scherm.width() * 2 / 3
    assert scherm.rect().contains(toast.geometry())
    assert scherm.width() - toast.geometry().right() < toast.fontMetrics().height()


def test_a_message_finds_a_place_where_no_button_is(scherm: QWidget) -> None:
    for x, y in ((4, 350), (600, 350), (4, 4), (600, 4)):
        knop = QPushButton("Schorsen", scherm)
        knop.setGeometry(x, y, 80, 26)
        knop.show()
    toast = Toast(scherm)
    toast.meld("Punt 3 is verplaatst naar 2.")
    assert not any(
        toast.geometry().intersects(knop.geometry())
        for knop in scherm.findChildren(QPushButton, "")
        if not toast.isAncestorOf(knop)
    )
    assert scherm.rect().contains(toast.geometry())


def test_a_message_goes_along_to_one_screen_and_no_further(scherm: QWidget) -> None:
    toast = Toast(scherm)
    toast.meld("De vergadering is gemaakt.")
    toast.ander_scherm()
    assert toast.tekst
    toast.ander_scherm()
    assert toast.tekst == ""


def test_a_long_message_goes_on_over_lines_and_stays_in_the_window(scherm: QWidget) -> None:
    toast = Toast(scherm)
    toast.meld("De oude versie van ‘Voortgangsrapportage van het herstel van de oevers’ geldt weer. " * 3)
    assert scherm.rect().contains(toast.geometry())
    assert toast._tekst.heightForWidth(toast._tekst.width()) <= toast._tekst.height()


def test_a_message_stays_in_the_window_when_letters_become_larger(scherm: QWidget) -> None:
    toast = Toast(scherm)
    toast.meld("De oude versie van ‘Voortgangsrapportage van het herstel van de oevers’ geldt weer.")
    gewoon, groot = toast.font(), toast.font()
    groot.setPointSizeF(gewoon.pointSizeF() * 2)
    hoog = toast.height()
    for letters in (groot, gewoon):
        toast.setFont(letters)
        QApplication.sendPostedEvents()
        assert scherm.rect().contains(toast.geometry())
    assert toast.height() == hoog


def test_a_message_is_never_over_the_field_that_has_the_keyboard(scherm: QWidget) -> None:
    rechts, links = _veld(scherm, 470, 350), _veld(scherm, 4, 350)
    toast = Toast(scherm)
    rechts.setFocus()
    toast.meld("Lid toegevoegd.")
    assert not toast.geometry().intersects(rechts.geometry())
    links.setFocus()
    assert not toast.geometry().intersects(links.geometry())
    rechts.setFocus()
    assert not toast.geometry().intersects(rechts.geometry())


def test_of_a_large_text_the_line_of_the_cursor_stays_free(scherm: QWidget) -> None:
    tekst = QPlainTextEdit("\n".join("regel" for _ in range(60)), scherm)
    tekst.setGeometry(scherm.rect())
    tekst.show()
    tekst.setFocus()
    toast = Toast(scherm)
    toast.meld("Bewaard.")
    assert toast.y() > scherm.height() / 2
    tekst.moveCursor(tekst.textCursor().MoveOperation.End)
    toast.meld("Bewaard.")
    assert not toast.geometry().contains(tekst.mapTo(scherm, tekst.cursorRect().center()))


def test_every_message_and_every_fault_is_announced(scherm: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt gives Python no handler for these events, so that they are caught where they go out (SCREENS T2)."""
    gezegd: list[str] = []

    def hoor(gebeurtenis: QAccessibleEvent) -> None:
        assert gebeurtenis.type() is QAccessible.Event.Announcement
        assert isinstance(gebeurtenis, QAccessibleAnnouncementEvent)
        gezegd.append(gebeurtenis.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hoor)
    Toast(scherm).meld("Lid toegevoegd.")
    Meldbalk().meld("De schijf is bijna vol.")
    assert gezegd == ["Lid toegevoegd.", "De schijf is bijna vol."]


def test_a_message_keeps_its_corner_when_the_window_changes_size(scherm: QWidget, qtbot: QtBot) -> None:
    toast = Toast(scherm)
    toast.meld("Bewaard.")
    scherm.resize(900, 600)
    qtbot.waitUntil(lambda: scherm.rect().bottom() - toast.geometry().bottom() < toast.height())


def test_a_message_stands_where_fewer_buttons_are(scherm: QWidget) -> None:
    toast = Toast(scherm)
    knop = QPushButton("Plaats hier", scherm)
    knop.setGeometry(scherm.width() - 120, scherm.height() - 40, 100, 30)
    knop.show()
    toast.meld("De aantekening staat op haar plaats.")
    assert not toast.geometry().intersects(knop.geometry())


def test_where_a_message_must_cover_something_that_is_not_the_button_that_comes_next(scherm: QWidget) -> None:
    toast = Toast(scherm)
    for y in range(0, scherm.height(), 40):
        knop = QPushButton("Openen" if y == 40 else "Later", scherm)
        knop.setGeometry(0, y, scherm.width() if y else 10, 38)
        knop.show()
        if y == 40:
            knop.setProperty("volgt", "ja")
            volgt = knop
    veld = _veld(scherm, 0, scherm.height() - 30)
    veld.setFocus()
    toast.meld("De vergadering staat ook op de agenda van het algemeen bestuur. " * 5)
    assert not toast.geometry().intersects(volgt.geometry())
    assert not toast.geometry().intersects(veld.geometry())
