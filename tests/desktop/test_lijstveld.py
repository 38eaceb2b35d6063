"""A list of words in one field: typed, or ticked in what is known already."""

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


def test_without_known_words_there_is_nothing_to_choose_from(qtbot: QtBot) -> None:
    veld, _ = _veld(qtbot)
    veld.toon((), ())
    assert not veld.knop.isVisible()
