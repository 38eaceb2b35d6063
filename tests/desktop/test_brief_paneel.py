"""The letter beside the agenda: what is typed or pointed at stays in sight."""

from datetime import date

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, typ
from tk_desktop.desktop.agenda.brief_paneel import BriefPaneel
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.domain.vergadering import Uitnodigingsbrief

DAG = date(2026, 6, 25)
LANG = "\n\n".join([*(f"Alinea {nummer} over de kade." for nummer in range(1, 40)), "Meld u af vóór 18 juni 2026."])


@pytest.fixture
def paneel(qtbot: QtBot) -> BriefPaneel:
    paneel = BriefPaneel()
    qtbot.addWidget(paneel)
    paneel.resize(420, 300)
    paneel.show()
    qtbot.waitUntil(paneel.isActiveWindow)
    paneel.toon(Uitnodigingsbrief(id="b", vergadering_id="v", aanhef="", afsluiting="", tekst=LANG), DAG)
    qtbot.waitUntil(lambda: paneel.tekst.height() > paneel.height())
    return paneel


def _in_zicht(paneel: BriefPaneel) -> bool:
    plek = paneel.tekst.viewport().mapTo(paneel.viewport(), paneel.tekst.cursorRect().center())
    return paneel.viewport().rect().contains(plek)


def test_the_words_that_a_finding_names_are_chosen_in_sight(paneel: BriefPaneel) -> None:
    paneel.ga_naar("uitnodigingsbrief, tekst, 18 juni 2026")
    assert paneel.tekst.textCursor().selectedText() == "18 juni 2026"
    assert _in_zicht(paneel)


def test_the_line_that_is_typed_stays_in_sight(paneel: BriefPaneel) -> None:
    paneel.tekst.setFocus()
    paneel.tekst.moveCursor(QTextCursor.MoveOperation.End)
    paneel.verticalScrollBar().setValue(0)
    druk("Return")
    typ("Tot dan.")
    assert _in_zicht(paneel)


def test_a_day_without_its_year_lies_before_the_meeting(paneel: BriefPaneel) -> None:
    paneel.uiterlijk.setFocus()
    typ("do 18 juni")
    assert paneel.uiterlijk.uitleg.text() == "donderdag 18 juni 2026"
    druk("Return")
    assert (paneel.uiterlijk.regel.text(), paneel.uiterlijk.datum) == ("donderdag 18 juni 2026", date(2026, 6, 18))


def test_in_a_narrow_pane_the_letter_has_its_width(paneel: BriefPaneel) -> None:
    letter = letterbreedte(paneel.fontMetrics())
    for letters, naast in ((40, False), (90, True)):
        paneel.resize(letter * letters, 400)
        assert (paneel.tekst.width() < paneel.viewport().width() * 0.85) is naast
