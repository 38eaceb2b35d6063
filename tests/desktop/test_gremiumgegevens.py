"""The facts of a body on the screen: its name, its house style, its deadlines and its standing items."""

from pytestqt.qtbot import QtBot

from tests.bouwers import een_gremium
from tk_desktop.desktop.planning.gremiumgegevens import Gremiumgegevens, Gremiumstand
from tk_desktop.meeting.gremia import known_huisstijlen


def test_the_house_style_of_a_body_is_chosen_by_its_name(qtbot: QtBot) -> None:
    stijlen = known_huisstijlen()
    assert stijlen[0] == ("neutraal", "Neutraal")
    blad = Gremiumgegevens(lambda: Gremiumstand(gremium=een_gremium(), huisstijlen=stijlen))
    qtbot.addWidget(blad)
    assert blad.huisstijl.currentText() == "Neutraal"
    blad.huisstijl.setCurrentIndex(1)
    with qtbot.waitSignal(blad.huisstijl_gekozen) as gekozen:
        blad.huisstijl.activated.emit(1)
    assert gekozen.args == [stijlen[1][0]]


def test_choosing_the_style_there_is_tells_nothing(qtbot: QtBot) -> None:
    blad = Gremiumgegevens(lambda: Gremiumstand(gremium=een_gremium(), huisstijlen=known_huisstijlen()))
    qtbot.addWidget(blad)
    with qtbot.assertNotEmitted(blad.huisstijl_gekozen):
        blad.huisstijl.activated.emit(0)
