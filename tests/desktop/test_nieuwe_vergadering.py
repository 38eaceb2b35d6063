"""Planning a meeting: type a date, press Enter."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tests.desktop.hulp_formulier import druk, naamloos
from tk_desktop.desktop.planning.nieuwe_vergadering import Gremiumkeus, NieuweVergadering
from tk_desktop.meeting.jaarkalender import look_ahead
from tk_desktop.meeting.vergaderingen import Vergaderplan, example_vergaderingen, plan_vergadering
from tk_desktop.store.werkmap import Store

VANDAAG = date(2026, 3, 12)
Typen = Callable[[QWidget, str], None]


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "leeg", maken=True) as geopend:
        yield geopend


@pytest.fixture
def maak(qtbot: QtBot, leeg: Store) -> Callable[[], NieuweVergadering]:
    def dialoog() -> NieuweVergadering:
        gremia = [Gremiumkeus(gremium=g, eerdere=example_vergaderingen(leeg, g.id)) for g in leeg.gremia.all()]
        vraag = NieuweVergadering(gremia, lambda plan: look_ahead(leeg, plan), VANDAAG)
        qtbot.addWidget(vraag)
        vraag.show()
        return vraag

    return dialoog


@pytest.fixture
def met_vorige(leeg: Store) -> str:
    gremium = een_gremium(id="wk")
    punten = [een_agendapunt(titel="Opening", standaard=True), een_agendapunt(titel="Mededelingen")]
    vergadering = een_vergadering(id="maart", gremium_id="wk")
    return bewaar(leeg, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten)).vergadering.id


def _knop(vraag: NieuweVergadering) -> QPushButton:
    (knop,) = [een for een in vraag.knoppen.buttons() if isinstance(een, QPushButton) and een.isDefault()]
    return knop


def _plannen(vraag: NieuweVergadering) -> list[Vergaderplan]:
    plannen: list[Vergaderplan] = []
    vraag.gekozen.connect(plannen.append)
    return plannen


@pytest.mark.usefixtures("met_vorige")
def test_a_date_and_enter_make_the_next_meeting_from_the_last(
    leeg: Store, maak: Callable[[], NieuweVergadering], type_text: Typen
) -> None:
    vraag = maak()
    plannen = _plannen(vraag)
    assert vraag.focusWidget() is vraag.datum.regel
    type_text(vraag.datum.regel, "8 april")
    druk(vraag.datum.regel, Qt.Key.Key_Return)
    (plan,) = plannen
    assert plan == Vergaderplan(
        datum=date(2026, 4, 8),
        gremium_id="wk",
        begin=time(9),
        einde=time(10, 30),
        plaats="Kamer 2, Kadehuis",
        bron_id="maart",
        met_inhoud=False,
    )
    nieuw = plan_vergadering(leeg, plan)
    assert [punt.titel for punt in leeg.opname(nieuw.id).agendapunten] == ["Opening", "Mededelingen"]
    assert not vraag.isVisible()


@pytest.mark.usefixtures("met_vorige")
def test_deadlines_and_what_stands_in_the_way_are_told_while_the_date_is_typed(
    maak: Callable[[], NieuweVergadering], type_text: Typen
) -> None:
    vraag = maak()
    plannen = _plannen(vraag)
    assert vraag.blik.text().startswith("Typ een datum")
    type_text(vraag.datum.regel, "27-3-2026")
    assert "Stukken aanleveren: vrijdag 6 maart 2026 (al voorbij)" in vraag.blik.text()
    assert "Verhindering melden: dinsdag 24 maart 2026" in vraag.blik.text()
    vraag.datum.regel.clear()
    type_text(vraag.datum.regel, "11-3-2026")
    assert vraag.let_op.text() == "Kan niet: Bestuurscommissie Waterkant vergadert al op woensdag 11 maart 2026."
    assert not _knop(vraag).isEnabled()
    druk(vraag.datum.regel, Qt.Key.Key_Return)
    assert plannen == []
    vraag.datum.regel.clear()
    type_text(vraag.datum.regel, "5-5-2026")
    assert vraag.let_op.text() == "Waarschuwing: Dinsdag 5 mei 2026 is Bevrijdingsdag."
    assert _knop(vraag).isEnabled()


@pytest.mark.usefixtures("met_vorige")
def test_what_is_typed_wrong_keeps_the_dialog_open_at_that_field(
    maak: Callable[[], NieuweVergadering], type_text: Typen
) -> None:
    vraag = maak()
    plannen = _plannen(vraag)
    druk(vraag.datum.regel, Qt.Key.Key_Return)
    assert vraag.isVisible()
    type_text(vraag.datum.regel, "8 april")
    vraag.begin.regel.clear()
    type_text(vraag.begin.regel, "vroeg")
    druk(vraag.begin.regel, Qt.Key.Key_Return)
    assert (plannen, vraag.focusWidget()) == ([], vraag.begin.regel)
    vraag.begin.regel.clear()
    type_text(vraag.begin.regel, "11")
    assert "eindigen" in vraag.let_op.text()


@pytest.mark.usefixtures("met_vorige")
def test_all_contents_or_none_can_be_chosen(maak: Callable[[], NieuweVergadering], type_text: Typen) -> None:
    vraag = maak()
    type_text(vraag.datum.regel, "8 april")
    opbouw, inhoud, leeg = vraag.wijzen.buttons()
    assert opbouw.isChecked()
    inhoud.click()
    plan = vraag.plan()
    assert plan is not None
    assert plan.met_inhoud
    leeg.click()
    plan = vraag.plan()
    assert plan is not None
    assert plan.bron_id == ""


def test_the_first_meeting_of_all_makes_its_body_too(
    leeg: Store, maak: Callable[[], NieuweVergadering], type_text: Typen
) -> None:
    vraag = maak()
    plannen = _plannen(vraag)
    type_text(vraag.datum.regel, "8 april")
    druk(vraag.datum.regel, Qt.Key.Key_Return)
    assert plannen == []
    regel = vraag.gremium.lineEdit()
    assert regel is not None
    type_text(regel, "Algemeen bestuur Waterkant")
    assert [knop.text() for knop in vraag.wijzen.buttons() if knop.isVisible()] == ["&Leeg, met de vaste punten"]
    druk(regel, Qt.Key.Key_Return)
    assert leeg.opname(plan_vergadering(leeg, plannen[0]).id).gremium.naam == "Algemeen bestuur Waterkant"


@pytest.mark.usefixtures("met_vorige")
def test_the_dialog_closes_with_escape_and_fits_a_small_screen(maak: Callable[[], NieuweVergadering]) -> None:
    vraag = maak()
    assert naamloos(vraag) == []
    assert vraag.minimumSizeHint().width() <= 640
    assert vraag.minimumSizeHint().height() <= 360
    druk(vraag, Qt.Key.Key_Escape)
    assert not vraag.isVisible()


@pytest.mark.usefixtures("met_vorige")
def test_a_meeting_between_others_follows_the_one_before_it(
    leeg: Store, maak: Callable[[], NieuweVergadering], type_text: Typen
) -> None:
    mei = een_vergadering(id="mei", gremium_id="wk", datum=date(2026, 5, 6), plaats="Elders")
    bewaar(leeg, een_opname(gremium=een_gremium(id="wk"), vergadering=mei))
    vraag = maak()
    opbouw = vraag.wijzen.buttons()[0]
    assert (vraag.plaats.text(), "vorige van 6 mei 2026" in opbouw.text()) == ("Elders", True)
    type_text(vraag.datum.regel, "8-4-2026")
    plan = vraag.plan()
    assert plan is not None
    assert (plan.bron_id, plan.plaats) == ("maart", "Kamer 2, Kadehuis")
    assert "vorige van 11 maart 2026" in opbouw.text()
    vraag.plaats.setText("Kamer 7")
    vraag.datum.regel.selectAll()
    type_text(vraag.datum.regel, "14-1-2026")  # nothing was before it
    assert "Opbouw van de vergadering van 6 mei 2026" in opbouw.text()
    assert vraag.plaats.text() == "Kamer 7"


@pytest.mark.usefixtures("met_vorige")
def test_a_body_that_is_new_is_told_so_with_the_one_that_may_be_meant(
    maak: Callable[[], NieuweVergadering], type_text: Typen
) -> None:
    vraag = maak()
    plannen = _plannen(vraag)
    type_text(vraag.datum.regel, "8 april")
    assert vraag.bedoelt.isHidden()
    regel = vraag.gremium.lineEdit()
    assert regel is not None
    regel.clear()
    type_text(regel, "Bestuurscommisie Waterkant")
    assert vraag.bedoelt.zin.text() == (
        "‘Bestuurscommisie Waterkant’ is een nieuw gremium en wordt mee gemaakt. Bedoelt u:"
    )
    assert _knop(vraag).text() == "Gremium en vergadering maken"
    assert vraag.begin.tijd is None  # its example is of another body
    vraag.bedoelt.knoppen[0].click()
    assert (regel.text(), vraag.bedoelt.isHidden(), vraag.focusWidget()) == (
        "Bestuurscommissie Waterkant",
        True,
        vraag.gremium,
    )
    assert vraag.wijzen.buttons()[0].isChecked()
    druk(regel, Qt.Key.Key_Return)
    assert [plan.gremium_id for plan in plannen] == ["wk"]
