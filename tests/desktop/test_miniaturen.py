"""All pages as small pictures, to go to one of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import Open
from tests.papier import a_story
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.miniaturen import Miniaturen
from tk_desktop.desktop.session.jobs import Jobs


def test_the_pictures_follow_the_pages_and_lead_to_them(open_paper: Open, qtbot: QtBot, jobs: Jobs) -> None:
    lees = open_paper(a_story(12))
    strook = Miniaturen(Achtergrondbron(jobs))
    qtbot.addWidget(strook)
    strook.volg(lees.bladen)
    strook.resize(200, 500)
    strook.show()
    assert strook.model().rowCount() == 12
    assert strook.currentIndex().row() == 0
    lees.bladen.ga_naar(3)
    assert strook.currentIndex().row() == 2
    with qtbot.waitSignal(strook.gekozen) as gekozen:
        QTest.keyClick(strook, Qt.Key.Key_End)
    assert gekozen.args == [12]
    assert lees.bladen.pagina == 12

    def papier() -> QColor:
        beeld = strook.model().index(11, 0).data(Qt.ItemDataRole.DecorationRole)
        assert isinstance(beeld, QPixmap)
        return beeld.toImage().pixelColor(3, 3)

    qtbot.waitUntil(lambda: papier().name() == "#ffffff")
    lees.bladen.zet_donker(True)
    assert papier().lightness() < 128  # that it is waited for is no white either
    qtbot.waitUntil(lambda: papier().lightness() < 40)
    lees.bladen.zet_donker(False)
    qtbot.waitUntil(lambda: papier().name() == "#ffffff")


def test_another_paper_has_other_pictures(open_paper: Open, qtbot: QtBot, jobs: Jobs) -> None:
    lees = open_paper(a_story(4))
    strook = Miniaturen(Achtergrondbron(jobs))
    qtbot.addWidget(strook)
    strook.volg(lees.bladen)
    assert strook.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "bladzijde 4"
    lees.bladen.sluit()
    assert strook.model().rowCount() == 0


def test_a_paper_that_is_gone_is_followed_no_more(open_paper: Open, qtbot: QtBot, jobs: Jobs) -> None:
    lees = open_paper(a_story(4))
    strook = Miniaturen(Achtergrondbron(jobs))
    qtbot.addWidget(strook)
    strook.volg(lees.bladen)
    strook.volg(None)
    lees.bladen.ga_naar(3)
    assert strook.model().rowCount() == 0
