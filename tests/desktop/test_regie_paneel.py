"""The chair's script as a form."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tk_desktop.desktop.agenda.regie_paneel import ALLEEN_VOORZITTER, RegiePaneel
from tk_desktop.domain.regie import Regie

Typen = Callable[[QWidget, str], None]


@pytest.fixture
def paneel(qtbot: QtBot) -> RegiePaneel:
    scherm = RegiePaneel()
    qtbot.addWidget(scherm)
    scherm.toon(Regie(id="r", agendapunt_id="oever", risico="Sluisdam"), "2 Oever")
    scherm.show()
    return scherm


def test_what_is_typed_is_told_whole_when_the_field_rests_or_is_left(
    qtbot: QtBot, paneel: RegiePaneel, type_text: Typen
) -> None:
    type_text(paneel.velden["besluit"], "Vaststellen")
    with qtbot.waitSignal(paneel.gewijzigd) as gewijzigd:
        paneel.leg_vast()
    assert gewijzigd.args == [Regie(id="r", agendapunt_id="oever", risico="Sluisdam", besluit="Vaststellen")]


def test_going_to_another_item_keeps_what_was_typed_with_the_first(
    qtbot: QtBot, paneel: RegiePaneel, type_text: Typen
) -> None:
    type_text(paneel.velden["notitie"], "Kort")
    with qtbot.waitSignal(paneel.gewijzigd) as gewijzigd:
        paneel.toon(Regie(id="h", agendapunt_id="haven"), "3 Haven")
    assert gewijzigd.args is not None
    assert (gewijzigd.args[0].agendapunt_id, gewijzigd.args[0].notitie) == ("oever", "Kort")
    assert paneel.kop.text() == "3 Haven"
    assert [veld.toPlainText() for veld in paneel.velden.values()] == [""] * 5


def test_the_form_says_for_whom_it_is_and_asks_for_paper(qtbot: QtBot, paneel: RegiePaneel) -> None:
    assert ALLEEN_VOORZITTER in [merk.text() for merk in paneel.findChildren(QLabel)]
    with qtbot.waitSignal(paneel.gevraagd_pdf):
        paneel.knop_pdf.click()
    assert naamloos(paneel) == []


def test_without_an_item_nothing_can_be_typed(qtbot: QtBot) -> None:
    scherm = RegiePaneel()
    qtbot.addWidget(scherm)
    assert not scherm.isEnabled()
    scherm.leg_vast()
