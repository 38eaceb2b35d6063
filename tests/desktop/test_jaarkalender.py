"""The year on one screen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.bouwers import een_gremium, een_vergadering
from tests.desktop.hulp_formulier import druk, naamloos
from tk_desktop.desktop.planning.jaarkalender import JaarKalender
from tk_desktop.domain.termijnen import Kalenderregel
from tk_desktop.domain.vergadering import Status

VANDAAG = date(2026, 2, 20)
BC = een_gremium(id="bc")
AO = een_gremium(id="ao", naam="Ambtelijk overleg", afkorting="AO WK")
REGELS = [
    Kalenderregel.van(gremium, een_vergadering(id=id_, datum=dag, status=status, begin=None))
    for gremium, id_, dag, status in (
        (BC, "jan", date(2026, 1, 14), Status.GEHOUDEN),
        (AO, "mrt", date(2026, 3, 4), Status.GEPLAND),
        (BC, "mrt2", date(2026, 3, 11), Status.GEANNULEERD),
    )
]


@pytest.fixture
def kalender(qtbot: QtBot) -> JaarKalender:
    scherm = JaarKalender(lambda jaar: REGELS if jaar == 2026 else [], VANDAAG)
    qtbot.addWidget(scherm)
    scherm.show()
    return scherm


def _regels(kalender: JaarKalender) -> list[list[str]]:
    model = kalender.lijst.model()
    maanden = [model.index(rij, 0) for rij in range(model.rowCount())]
    return [
        [maand.data(), *(model.index(rij, 0, maand).data() for rij in range(model.rowCount(maand)))]
        for maand in maanden
    ]


def test_a_year_stands_month_by_month_with_the_next_meeting_chosen(qtbot: QtBot, kalender: JaarKalender) -> None:
    assert _regels(kalender) == [["Januari", "wo 14 jan"], ["Maart", "wo 4 mrt", "wo 11 mrt"]]
    with qtbot.waitSignal(kalender.gekozen) as gekozen:
        druk(kalender.lijst, Qt.Key.Key_Return)
    assert gekozen.args == ["mrt"]


def test_the_next_deadline_is_told_in_a_sentence(kalender: JaarKalender) -> None:
    assert kalender.telling.text() == (
        "Eerstvolgende termijn: set verzenden voor AO WK van 4 maart 2026, vrijdag 20 februari 2026 (vandaag)."
    )
    item = kalender.lijst.currentItem()
    assert item is not None
    assert item.text(5) == "vr 20 feb"
    assert "De werkdag voor zaterdag 22" not in item.toolTip(5)
    assert item.toolTip(5).startswith("Set verzenden: uiterlijk vrijdag 20 februari 2026. De werkdag voor")


def test_a_cancelled_meeting_says_so_and_has_no_deadlines(kalender: JaarKalender) -> None:
    model = kalender.lijst.model()
    maart = model.index(1, 0)
    assert model.index(1, 2, maart).data() == "BC WK (geannuleerd)"
    assert model.index(1, 3, maart).data() == ""


def test_one_body_is_chosen_and_another_year_is_empty(kalender: JaarKalender) -> None:
    kalender.gremium.setCurrentIndex(kalender.gremium.findData("ao"))
    assert _regels(kalender) == [["Maart", "wo 4 mrt"]]
    kalender.reload()
    assert _regels(kalender) == [["Maart", "wo 4 mrt"]]
    vorig, volgend = kalender.findChildren(QToolButton)
    volgend.click()
    assert (kalender.jaar, kalender.telling.text()) == (2027, "In 2027 staat nog geen vergadering.")
    vorig.click()
    assert kalender.jaar == 2026


def test_the_buttons_ask_for_a_meeting_or_a_calendar(qtbot: QtBot, kalender: JaarKalender) -> None:
    nieuw, innemen, bewaren = kalender.findChildren(QPushButton)
    with qtbot.waitSignals([kalender.gevraagd_nieuw, kalender.gevraagd_in]):
        nieuw.click()
        innemen.click()
    with qtbot.waitSignal(kalender.gevraagd_uit) as uit:
        bewaren.click()
    assert uit.args == [2026]
    assert naamloos(kalender) == []
    assert kalender.minimumSizeHint().width() <= 640
    assert kalender.minimumSizeHint().height() <= 360


def test_a_year_without_deadlines_to_come_says_so(qtbot: QtBot) -> None:
    scherm = JaarKalender(lambda _: REGELS, date(2026, 12, 31))
    qtbot.addWidget(scherm)
    assert scherm.telling.text() == "Er komen in dit jaar geen termijnen meer."
