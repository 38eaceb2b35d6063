"""A line of text says with dots that there is more of it."""

from pytestqt.qtbot import QtBot

from tk_desktop.desktop.parts.kortregel import Kortregel


def test_a_line_that_does_not_fit_ends_in_dots_and_tells_all_of_it_otherwise(qtbot: QtBot) -> None:
    zin = "De zin telt 41 woorden; maak er twee van."
    regel = Kortregel()
    qtbot.addWidget(regel)
    regel.zeg(zin)
    regel.resize(900, 20)
    regel.show()
    assert regel.text() == zin
    regel.resize(90, 20)
    qtbot.waitUntil(lambda: regel.text().endswith("…"))
    assert regel.fontMetrics().horizontalAdvance(regel.text()) <= regel.width()
    assert regel.toolTip() == regel.accessibleName() == zin
