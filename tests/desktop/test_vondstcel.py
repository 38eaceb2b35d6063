"""What was found stands out in a list, without a bracket round it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.parts.vondstcel import Vondstcel, stukken, zonder_haken


def _beeld(qtbot: QtBot, tekst: str, breed: int = 400) -> QImage:
    lijst = QTreeWidget()
    qtbot.addWidget(lijst)
    lijst.setHeaderHidden(True)
    lijst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    lijst.setItemDelegateForColumn(0, Vondstcel(lijst))
    lijst.addTopLevelItem(QTreeWidgetItem([tekst]))
    lijst.resize(breed, 60)
    return lijst.grab().toImage()


def test_words_fall_apart_into_what_was_found_and_the_rest() -> None:
    assert list(stukken("… de ‹oevers› en ‹kaden› …")) == [
        ("… de ", False),
        ("oevers", True),
        (" en ", False),
        ("kaden", True),
        (" …", False),
    ]
    assert zonder_haken("… de ‹oevers› en ‹kaden› …") == "… de oevers en kaden …"
    assert zonder_haken("een ‹ los teken") == "een ‹ los teken"


def test_what_was_found_is_drawn_otherwise_than_the_rest_and_what_does_not_fit_is_left_out(qtbot: QtBot) -> None:
    assert _beeld(qtbot, "de ‹oevers›") != _beeld(qtbot, "‹de› oevers")
    assert _beeld(qtbot, "de oevers") == _beeld(qtbot, "de oevers")
    lang = "een heel lange regel " * 4
    assert _beeld(qtbot, f"de ‹oevers› {lang}", 120) == _beeld(qtbot, f"de ‹oevers› {lang}{lang}", 120)
