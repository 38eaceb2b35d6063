"""A row that goes on under itself lays out what stands in it, whatever happens round it."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import invalidate

from tk_desktop.desktop.parts.stroomlayout import Stroom


def test_a_row_keeps_its_buttons_when_pyside_lets_go_of_what_it_stands_in(qtbot: QtBot) -> None:
    """PySide does so after it lent a widget to an event filter; what Qt had made in it was then taken for gone."""
    vak = QWidget()
    qtbot.addWidget(vak)
    kolom, rij = QVBoxLayout(vak), Stroom()
    knoppen = [QPushButton(f"Knop {nummer}") for nummer in range(3)]
    for knop in knoppen:
        rij.addWidget(knop)
    kolom.addLayout(rij)
    invalidate(kolom)
    vak.resize(knoppen[0].sizeHint().width() + 40, 300)
    vak.show()
    assert [knop.y() for knop in knoppen] == sorted({knop.y() for knop in knoppen})
    assert rij.minimumSize().height() == max(knop.minimumSizeHint().height() for knop in knoppen)
