"""The list of actions on the screen: what it shows, and what it tells of what the user does."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk
from tests.zittingbouwers import een_actie
from tk_desktop.desktop.sitting.actie_velden import Actievelden
from tk_desktop.desktop.sitting.acties_scherm import Actiescherm, Weergave
from tk_desktop.domain.actie import Actie, Actiesoort, Actiestaat, Standregel
from tk_desktop.domain.actielijst import Actiepost, Indeling, Keuzelijst

VANDAAG = date(2026, 3, 11)
LAAT = een_actie(id="laat", tekst="Artsentekort agenderen", door="WK/directie", voor=date(2026, 3, 4))
LATER = een_actie(id="later", tekst="Brief rondsturen", door="Roos van Dalen", voor=date(2026, 4, 1))
GEDAAN = een_actie(id="gedaan", tekst="Zaal bespreken", door="Roos van Dalen", staat=Actiestaat.GEDAAN)
GEHEIM = een_actie(id="geheim", tekst="Bod uitbrengen", door="WK/directie", besloten=True)


def _post(actie: Actie) -> Actiepost:
    return Actiepost(actie=actie, gremium="BC WK", uit="BC WK 11-3-2026, punt 2", besloten=actie.besloten)


@pytest.fixture
def scherm(qtbot: QtBot) -> Actiescherm:
    blad = Actiescherm(lambda: VANDAAG)
    qtbot.addWidget(blad)
    blad.resize(900, 600)
    blad.show()
    qtbot.waitUntil(blad.isActiveWindow)
    blad.toon([_post(een) for een in (LATER, LAAT, GEDAAN, GEHEIM)])
    return blad


def _ids(scherm: Actiescherm) -> list[str]:
    return [post.actie.id for post in scherm.getoond]


def _kies(scherm: Actiescherm, keuze: Keuzelijst) -> None:
    scherm.keuze.setCurrentIndex(scherm.keuze.findData(keuze))


def test_it_opens_on_what_is_open_and_the_late_ones_say_so_in_words(scherm: Actiescherm) -> None:
    assert _ids(scherm) == ["laat", "later"]
    regel = scherm.lijst.topLevelItem(0)
    assert regel is not None
    assert regel.text(2) == "4-3-2026 (te laat)"
    assert "1 te laat" in scherm.stand.text()


def test_what_is_besloten_is_shown_only_when_asked(scherm: Actiescherm) -> None:
    assert "1 besloten niet getoond" in scherm.stand.text()
    scherm.besloten.click()
    assert _ids(scherm) == ["laat", "later", "geheim"]
    assert "besloten" not in scherm.stand.text()


def test_only_those_of_one_person_and_only_the_late_ones(scherm: Actiescherm) -> None:
    scherm.filter.setText("roos")
    assert _ids(scherm) == ["later"]
    _kies(scherm, Keuzelijst.ALLES)
    assert sorted(_ids(scherm)) == ["gedaan", "later"]
    scherm.filter.clear()
    _kies(scherm, Keuzelijst.TE_LAAT)
    assert _ids(scherm) == ["laat"]


def test_the_space_bar_ticks_off_all_lines_that_are_chosen(scherm: Actiescherm, qtbot: QtBot) -> None:
    scherm.lijst.setFocus()
    druk("Ctrl+A")
    with qtbot.waitSignal(scherm.afgevinkt) as gehoord:
        druk("Space")
    assert gehoord.args == [["laat", "later"], True]


def test_lines_that_are_all_done_are_opened_again(scherm: Actiescherm, qtbot: QtBot) -> None:
    _kies(scherm, Keuzelijst.GEDAAN)
    scherm.lijst.setFocus()
    with qtbot.waitSignal(scherm.afgevinkt) as gehoord:
        druk("Space")
    assert gehoord.args == [["gedaan"], False]


def test_a_click_on_the_box_ticks_off_that_line(scherm: Actiescherm, qtbot: QtBot) -> None:
    regel = scherm.lijst.topLevelItem(1)
    assert regel is not None
    with qtbot.waitSignal(scherm.afgevinkt) as gehoord:
        regel.setCheckState(0, Qt.CheckState.Checked)
    assert gehoord.args == [["later"], True]


def test_after_a_line_is_gone_its_neighbour_is_chosen(scherm: Actiescherm) -> None:
    scherm.kies("later")
    scherm.toon([_post(LAAT)])
    assert scherm.huidig == LAAT
    scherm.toon([])
    assert scherm.lijst.huidig() == ""
    assert scherm.lijst.topLevelItemCount() == 0


def test_what_is_changed_in_a_field_is_told_once(scherm: Actiescherm, qtbot: QtBot) -> None:
    scherm.kies("later")
    scherm.velden.door.setText("Bram Sluiter")
    with qtbot.waitSignal(scherm.gewijzigd) as gehoord:
        scherm.velden.door.leg_vast()
    assert gehoord.args == [
        "later",
        Actievelden(
            tekst="Brief rondsturen",
            door="Bram Sluiter",
            voor=date(2026, 4, 1),
            soort=Actiesoort.ACTIE,
            portefeuillehouder="",
        ),
    ]


def test_a_day_that_does_not_exist_is_not_told(scherm: Actiescherm, qtbot: QtBot) -> None:
    scherm.kies("later")
    with qtbot.assertNotEmitted(scherm.gewijzigd):
        scherm.velden.voor.regel.setText("31 juni")
        scherm.velden.voor.regel.textEdited.emit("31 juni")
        scherm.velden.voor.regel.editingFinished.emit()
    assert scherm.velden.voor.fout


def test_what_happened_is_told_with_enter(scherm: Actiescherm, qtbot: QtBot) -> None:
    scherm.kies("later")
    scherm.velden.bericht.setText("gebeld")
    scherm.velden.bericht.setFocus()
    with qtbot.waitSignal(scherm.gemeld) as gehoord:
        druk("Return")
    assert gehoord.args == ["later", "gebeld"]
    assert scherm.velden.bericht.text() == ""


def test_an_empty_line_makes_no_action(scherm: Actiescherm, qtbot: QtBot) -> None:
    scherm.nieuw.setText("  ")
    scherm.nieuw.setFocus()
    with qtbot.assertNotEmitted(scherm.ingevoerd):
        druk("Return")


def test_enter_in_the_filter_goes_to_the_list(scherm: Actiescherm) -> None:
    scherm.filter.setFocus()
    druk("Return")
    assert scherm.lijst.hasFocus()


def test_it_fits_on_a_small_screen(scherm: Actiescherm) -> None:
    assert scherm.minimumSizeHint().width() <= 640
    assert scherm.minimumSizeHint().height() <= 360


def test_all_fields_of_the_chosen_action_are_in_sight_where_there_is_room(qtbot: QtBot) -> None:
    blad = Actiescherm(lambda: VANDAAG)
    qtbot.addWidget(blad)
    blad.resize(1000, 740)
    blad.show()
    qtbot.waitUntil(blad.isActiveWindow)
    uit = een_actie(id="uit", tekst="Zwembaden uitnodigen", door="Roos van Dalen", agendapunt_id="punt-2")
    blad.toon([_post(uit)])
    blad.kies("uit")
    knop = blad.velden.knop_punt
    qtbot.waitUntil(lambda: knop.visibleRegion().boundingRect() == knop.rect())


def _als(scherm: Actiescherm, weergave: Weergave) -> None:
    scherm.weergave.setCurrentIndex(scherm.weergave.findData(weergave))


def test_the_board_has_a_column_for_how_far_an_action_is_and_keys_take_it_on(scherm: Actiescherm) -> None:
    _als(scherm, Weergave.BORD)
    assert [kop.text() for kop in scherm.bord.koppen] == ["Open (2)", "Bezig (0)", "Afgerond (1)"]
    scherm.bord.setFocus()
    gezegd: list[tuple[str, Actiestaat]] = []
    scherm.verplaatst.connect(lambda id_, staat: gezegd.append((id_, staat)))
    assert scherm.huidig == LAAT
    assert "te laat" in scherm.bord.kolommen[0].item(0).text()
    druk("Alt+Shift+Right", scherm.bord.kolommen[0])
    assert gezegd == [("laat", Actiestaat.BEZIG)]
    bezig = replace(LAAT, staat=Actiestaat.BEZIG)
    scherm.toon([_post(een) for een in (LATER, bezig, GEDAAN, GEHEIM)])
    assert [kop.text() for kop in scherm.bord.koppen] == ["Open (1)", "Bezig (1)", "Afgerond (1)"]
    assert scherm.bord.kolommen[1].hasFocus()
    assert scherm.huidig == bezig
    druk("Right", scherm.bord.kolommen[1])
    assert scherm.huidig == GEDAAN
    druk("Alt+Shift+Left", scherm.bord.kolommen[2])
    assert gezegd[-1] == ("gedaan", Actiestaat.BEZIG)


def test_the_numbers_of_a_person_open_the_actions_of_that_person(scherm: Actiescherm) -> None:
    _als(scherm, Weergave.PERSOON)
    rijen = [[scherm.cijfers.model().index(rij, kolom).data() for kolom in range(5)] for rij in range(2)]
    assert rijen == [["Roos van Dalen", "1", "0", "0", "1"], ["WK/directie", "1", "1", "0", "0"]]
    scherm.cijfers.setFocus()
    druk("Down", scherm.cijfers)
    druk("Return", scherm.cijfers)
    assert scherm.kijkt_als is Weergave.LIJST
    assert _ids(scherm) == ["laat"]


def test_actions_of_one_body_are_picked_where_there_are_more(scherm: Actiescherm) -> None:
    assert scherm.gremium.isHidden()
    scherm.toon([_post(LAAT), replace(_post(LATER), gremium="AB")])
    assert scherm.gremium.isVisible()
    scherm.gremium.setCurrentIndex(scherm.gremium.findData("AB"))
    assert _ids(scherm) == ["later"]
    _als(scherm, Weergave.GREMIUM)
    assert scherm.indeling is Indeling.GREMIUM
    assert scherm.cijfers.topLevelItemCount() == 1


def test_how_far_an_action_is_and_that_it_is_besloten_are_said_in_its_fields(scherm: Actiescherm) -> None:
    gezegd: list[object] = []
    scherm.verplaatst.connect(lambda id_, staat: gezegd.append((id_, staat)))
    scherm.gewijzigd.connect(lambda _, velden: gezegd.append(velden.besloten))
    scherm.velden.staat.setCurrentIndex(scherm.velden.staat.findData(Actiestaat.VERVALLEN))
    scherm.velden.staat.activated.emit(3)
    scherm.velden.dicht.click()
    assert gezegd == [("laat", Actiestaat.VERVALLEN), True]
    scherm.toon([replace(_post(LAAT), vast=True)])
    assert not scherm.velden.dicht.isEnabled()


def test_the_register_of_promises_names_who_promised_how_it_stands_and_when_it_was_done(scherm: Actiescherm) -> None:
    belofte = een_actie(
        id="belofte",
        tekst="Stuurt de cijfers",
        soort=Actiesoort.TOEZEGGING,
        portefeuillehouder="Guus Meerdink",
        staat=Actiestaat.GEDAAN,
        afgedaan=date(2026, 5, 2),
        standen=(Standregel(id="s", volgorde="1", datum=date(2026, 4, 1), tekst="gemaild"),),
    )
    scherm.toon([_post(LAAT), replace(_post(belofte), terug="BC WK 8-4-2026, punt 8a")])
    _als(scherm, Weergave.TOEZEGGINGEN)
    assert _ids(scherm) == ["belofte"], "also what was done"
    lijst = scherm.lijst
    assert [lijst.headerItem().text(kolom) for kolom in (0, 1, 4)] == [
        "Toezegging",
        "Portefeuillehouder",
        "Stand van zaken",
    ]
    regel = lijst.topLevelItem(0)
    assert regel is not None
    assert (regel.text(1), regel.text(4)) == ("Guus Meerdink", "afgedaan op 2-5-2026; 1-4-2026 gemaild")
    assert "Komt terug bij BC WK 8-4-2026, punt 8a" in scherm.velden.herkomst.text()
    scherm.filter.setText("meer")
    assert _ids(scherm) == ["belofte"]
    _als(scherm, Weergave.LIJST)
    assert lijst.headerItem().text(0) == "Actie"


def test_the_line_with_the_keyboard_is_chosen_though_ctrl_is_held_for_undo(scherm: Actiescherm) -> None:
    venster = scherm.windowHandle()
    QTest.keyPress(venster, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    scherm.toon([_post(een) for een in (LATER, LAAT, GEDAAN, GEHEIM)])
    scherm.kies("laat")
    QTest.keyRelease(venster, Qt.Key.Key_Control)
    assert (scherm.lijst.huidig(), scherm.gekozen) == ("laat", ["laat"])
