"""A list of words in one field: typed, or ticked in what is known already."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, typ
from tk_desktop.desktop.parts.lijstveld import Lijstveld


def _veld(qtbot: QtBot) -> tuple[Lijstveld, list[str]]:
    veld, verteld = Lijstveld("Labels", "Kies uit uw labels", "tag"), list[str]()
    veld.getypt.connect(verteld.append)
    qtbot.addWidget(veld)
    veld.toon(("geld", "tijd"), ("geld", "tijd", "zorg"))
    veld.show()
    return veld, verteld


def test_words_are_typed_with_commas(qtbot: QtBot) -> None:
    veld, verteld = _veld(qtbot)
    assert veld.text() == "geld, tijd"
    qtbot.waitUntil(veld.isActiveWindow)
    veld.setFocus()
    druk("End")
    typ(", nieuw")
    druk("Return")
    assert verteld == ["geld, tijd, nieuw"]


def test_what_is_known_is_ticked_and_what_is_not_stays(qtbot: QtBot) -> None:
    veld, verteld = _veld(qtbot)
    veld.veld.setText("geld, eigen woord")
    menu = veld.knop.menu()
    menu.aboutToShow.emit()
    assert {actie.text(): actie.isChecked() for actie in menu.actions()} == {"geld": True, "tijd": False, "zorg": False}
    menu.actions()[2].trigger()
    assert verteld == ["geld, zorg, eigen woord"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu takes the keyboard; that one has none
def test_some_are_ticked_in_one_go(qtbot: QtBot) -> None:
    veld, verteld = _veld(qtbot)
    menu = veld.knop.menu()
    menu.popup(veld.mapToGlobal(QPoint()))
    for toets in ("Down", "Space", "Down"):
        druk(toets, menu)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[2]).center())
    assert (verteld, menu.isVisible()) == (["tijd", "tijd, zorg"], True)
    druk("Return", menu)
    assert (verteld, menu.isVisible()) == (["tijd", "tijd, zorg"], False)
    menu.popup(veld.mapToGlobal(QPoint()))
    druk("Down", menu)
    druk("Return", menu)
    assert (verteld[-1], menu.isVisible()) == ("geld, tijd, zorg", False)


def test_without_known_words_there_is_nothing_to_choose_from(qtbot: QtBot) -> None:
    veld, _ = _veld(qtbot)
    veld.toon((), ())
    assert not veld.knop.isVisible()
