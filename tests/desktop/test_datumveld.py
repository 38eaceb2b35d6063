"""Dates and times are typed as people write them, and told inline when they are none."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import druk, naamloos
from tk_desktop.desktop.parts.datumveld import DatumVeld, TijdVeld

VANDAAG = date(2026, 2, 20)
Typen = Callable[[QWidget, str], None]


@pytest.fixture
def datum(qtbot: QtBot) -> DatumVeld:
    veld = DatumVeld("Datum", lambda: VANDAAG)
    qtbot.addWidget(veld)
    veld.show()
    return veld


@pytest.fixture
def tijd(qtbot: QtBot) -> TijdVeld:
    veld = TijdVeld("Begin")
    qtbot.addWidget(veld)
    veld.show()
    return veld


def test_a_typed_date_is_understood_at_once_and_written_out_with_enter(
    qtbot: QtBot, datum: DatumVeld, type_text: Typen
) -> None:
    with qtbot.waitSignal(datum.veranderd):
        type_text(datum.regel, "wo 4 mrt")
    assert datum.datum == date(2026, 3, 4)
    assert datum.uitleg.text() == "woensdag 4 maart 2026"
    with qtbot.waitSignal(datum.klaar):
        druk(datum.regel, Qt.Key.Key_Return)
    assert datum.regel.text() == "woensdag 4 maart 2026"
    assert not datum.uitleg.isVisible()


def test_a_date_that_does_not_exist_is_told_under_the_field_when_typing_ends(
    datum: DatumVeld, type_text: Typen
) -> None:
    type_text(datum.regel, "31 juni")
    assert not datum.uitleg.isVisible()
    druk(datum.regel, Qt.Key.Key_Return)
    assert datum.uitleg.text() == "De datum ‘31 juni’ bestaat niet. Bedoelde u 30 juni of 1 juli?"
    assert datum.uitleg.property("toon") == "rood"
    assert (datum.datum, datum.fout) == (None, datum.uitleg.text())
    assert [knop.text() for knop in datum.bedoeld if knop.isVisible()] == ["30 juni", "1 juli"]
    type_text(datum.regel, "!")
    assert not datum.uitleg.isVisible()
    assert not any(knop.isVisible() for knop in datum.bedoeld)


def test_the_day_that_was_meant_is_taken_over_with_a_button(qtbot: QtBot, datum: DatumVeld, type_text: Typen) -> None:
    type_text(datum.regel, "31-6-2027")
    druk(datum.regel, Qt.Key.Key_Return)
    with qtbot.waitSignals([datum.veranderd, datum.klaar]):
        druk(datum.bedoeld[1], Qt.Key.Key_Space)
    assert datum.datum == date(2027, 7, 1)
    assert datum.regel.text() == "donderdag 1 juli 2027"
    assert not datum.uitleg.isVisible()
    assert not any(knop.isVisible() for knop in datum.bedoeld)


def test_what_is_no_date_is_told_with_an_example_and_empty_is_no_fault(datum: DatumVeld, type_text: Typen) -> None:
    type_text(datum.regel, "ooit")
    druk(datum.regel, Qt.Key.Key_Return)
    assert "Typ bijvoorbeeld" in datum.uitleg.text()
    datum.toon(date(2026, 3, 4))
    assert datum.fout == ""
    datum.toon(None)
    assert (datum.regel.text(), datum.fout, datum.datum) == ("", "", None)


def test_a_date_that_is_wiped_is_told(qtbot: QtBot, datum: DatumVeld) -> None:
    datum.toon(date(2026, 3, 4))
    datum.regel.selectAll()
    with qtbot.waitSignal(datum.veranderd):
        druk(datum.regel, Qt.Key.Key_Delete)
    assert datum.datum is None


def test_a_typed_time_is_written_out(qtbot: QtBot, tijd: TijdVeld, type_text: Typen) -> None:
    with qtbot.waitSignal(tijd.veranderd):
        type_text(tijd.regel, "930")
    druk(tijd.regel, Qt.Key.Key_Return)
    assert (tijd.tijd, tijd.regel.text()) == (time(9, 30), "09.30")
    tijd.toon(None)
    type_text(tijd.regel, "half tien")
    druk(tijd.regel, Qt.Key.Key_Return)
    assert tijd.fout == tijd.uitleg.text() == "‘half tien’ is geen tijd. Typ bijvoorbeeld 9, 900, 9.00 of 09:00."
    tijd.toon(time(9))
    assert tijd.fout == ""


def test_both_fields_have_a_name_and_give_the_keyboard_to_their_line(datum: DatumVeld, tijd: TijdVeld) -> None:
    assert naamloos(datum) == naamloos(tijd) == []
    assert datum.focusProxy() is datum.regel


def test_the_mnemonic_of_its_label_goes_to_the_field(qtbot: QtBot) -> None:
    veld = DatumVeld("Datum", lambda: VANDAAG)
    blad = QWidget()
    QFormLayout(blad).addRow("&Datum", veld)
    qtbot.addWidget(blad)
    blad.show()
    qtbot.waitUntil(blad.isActiveWindow)
    QTest.keyClick(blad, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert veld.regel.hasFocus()
