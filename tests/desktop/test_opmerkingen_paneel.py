"""The pane with remarks: read in the order of the agenda, and every key on one of them is told."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.venster import druk
from tk_desktop.desktop.agenda.opmerkingen_paneel import AF, NERGENS, OpmerkingenPaneel
from tk_desktop.desktop.text.opmerking_vraag import AntwoordVraag, OpmerkingVraag
from tk_desktop.domain.opmerking import GeplaatsteOpmerking, Opmerking, Opmerkingen, Plaats

NU = datetime(2026, 2, 20, 14, 30)


def _regel(id_: str, plaats: str, **anders: Any) -> GeplaatsteOpmerking:
    waarden: dict[str, Any] = {"id": id_, "wie": "Roos", "moment": NU, "tekst": f"Tekst {id_}", "vergadering_id": "v"}
    return GeplaatsteOpmerking(opmerking=Opmerking(**{**waarden, **anders}), plaats=Plaats(naam=plaats))


REGELS = (
    _regel("a", "2 Oever"),
    _regel("b", "2 Oever", afgehandeld=NU, afgehandeld_door="Bram", antwoord="Ingekort"),
    _regel("c", "3 Haven", wie=""),
)


@pytest.fixture
def paneel(qtbot: QtBot) -> OpmerkingenPaneel:
    scherm = OpmerkingenPaneel()
    qtbot.addWidget(scherm)
    scherm.resize(900, 500)
    scherm.toon(Opmerkingen(regels=REGELS))
    scherm.show()
    return scherm


def _teksten(paneel: OpmerkingenPaneel) -> list[str]:
    return [paneel.lijst.item(rij).text() for rij in range(paneel.lijst.count())]


def test_open_remarks_stand_under_what_they_are_about(paneel: OpmerkingenPaneel) -> None:
    assert _teksten(paneel) == [
        "2 Oever",
        "Roos, 20-2-2026 om 14.30\nTekst a",
        "3 Haven",
        "Zonder naam, 20-2-2026 om 14.30\nTekst c",
    ]
    assert paneel.telling.text() == "2 open van 3"


def test_all_remarks_show_answers_and_who_dealt_with_them_in_words(paneel: OpmerkingenPaneel) -> None:
    paneel.alles.setChecked(True)
    assert _teksten(paneel)[2].split("\n")[1:] == [
        "Tekst b",
        "Antwoord: Ingekort",
        "Afgehandeld op 20-2-2026 door Bram",
    ]
    paneel.kies("b")
    assert paneel.knop_af.text() == "Heropenen"
    paneel.kies("a")
    assert paneel.knop_af.text() == "Afhandelen"


@pytest.mark.parametrize(
    ("toets", "signaal", "verteld"),
    [
        (Qt.Key.Key_Return, "gekozen", ["c"]),
        (Qt.Key.Key_F2, "bewerkt", ["c"]),
        (Qt.Key.Key_Delete, "verwijderd", ["c"]),
        (Qt.Key.Key_Space, "afgehandeld", ["c", True]),
    ],
)
def test_a_key_acts_on_the_remark_that_arrows_went_to(
    qtbot: QtBot, paneel: OpmerkingenPaneel, toets: Qt.Key, signaal: str, verteld: list[object]
) -> None:
    paneel.kies("a")
    QTest.keyClick(paneel.lijst, Qt.Key.Key_Down)
    with qtbot.waitSignal(getattr(paneel, signaal)) as gehoord:
        QTest.keyClick(paneel.lijst, toets)
    assert gehoord.args == verteld


def test_what_is_dealt_with_hands_the_keyboard_to_its_neighbour(paneel: OpmerkingenPaneel) -> None:
    paneel.kies("a")
    paneel.toon(Opmerkingen(regels=REGELS[1:]))
    huidig = paneel.huidig()
    assert huidig is not None
    assert huidig.id == "c"


def test_choosing_a_remark_that_is_dealt_with_shows_it(paneel: OpmerkingenPaneel) -> None:
    paneel.kies("b")
    assert paneel.alles.isChecked()
    assert paneel.lijst.huidig() == "b"


def test_an_empty_pane_says_why(paneel: OpmerkingenPaneel) -> None:
    paneel.toon(Opmerkingen(regels=REGELS[1:2]))
    assert (_teksten(paneel), paneel.telling.text()) == ([AF], "Geen open van 1")
    paneel.toon(Opmerkingen())
    assert (_teksten(paneel), paneel.telling.text()) == ([NERGENS], "Geen opmerkingen")
    assert not paneel.knop_antwoord.isEnabled()
    for toets in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        QTest.keyClick(paneel.lijst, toets)


def test_a_narrow_pane_leaves_buttons_to_its_menu(qtbot: QtBot) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    paneel = OpmerkingenPaneel()
    paneel.setParent(ouder)
    paneel.resize(900, 500)
    ouder.show()
    assert paneel.knop_af.isVisible()
    paneel.resize(paneel.fontMetrics().averageCharWidth() * 50, 300)
    assert not paneel.knop_af.isVisible()
    namen = [actie.text().partition("\t")[0] for actie in paneel.meer.menu().actions()]
    assert namen == ["Naar de plek", "Antwoorden…", "Afhandelen of heropenen", "Bewerken…", "Verwijderen"]
    assert naamloos(paneel) == []


def test_a_remark_is_asked_with_a_place_a_name_and_words(qtbot: QtBot) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    vraag = OpmerkingVraag("Opmerking maken", "Plaatsen", ouder, keuzes=["2 Oever", "Alles"], namen=["Roos van Dalen"])
    vraag.toon("Bram")
    vraag.show()
    druk("Ctrl+Return", vraag.tekst)
    assert vraag.isVisible()
    vraag.tekst.setPlainText(" Te lang ")
    vraag.over.setCurrentIndex(1)
    vraag.wie.setText("roo")
    kent = vraag.wie.completer()
    kent.setCompletionPrefix("dal")
    assert kent.currentCompletion() == "Roos van Dalen"
    with qtbot.waitSignal(vraag.gegeven) as gegeven:
        druk("Ctrl+Return", vraag.tekst)
    assert gegeven.args == [1, "roo", "Te lang"]


def test_an_answer_deals_with_a_remark_unless_one_says_it_does_not(qtbot: QtBot) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    vraag = AntwoordVraag("Te lang", "", ouder, is_open=True)
    vraag.show()
    vraag.tekst.setPlainText("Ingekort")
    with qtbot.waitSignal(vraag.gegeven) as gegeven:
        vraag.accept()
    assert gegeven.args == ["Ingekort", True]
    assert not AntwoordVraag("Te lang", "Nog even", ouder, is_open=True).klaar.isChecked()
