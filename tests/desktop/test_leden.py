"""The roster of a body on screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import druk, naamloos
from tk_desktop.desktop.planning.leden import LedenLijst
from tk_desktop.domain.gremium import Rol
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.leden import Lid, add_lid, change_lid, leden_van, write_lid
from tk_desktop.store.werkmap import Store

VANDAAG = date(2026, 2, 20)
Typen = Callable[[QWidget, str], None]


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "leeg", maken=True) as geopend:
        yield geopend


@pytest.fixture
def lijst(qtbot: QtBot, leeg: Store) -> LedenLijst:
    """A roster that is wired as in the window: every change is stored and shown again."""
    gremium = add_gremium(leeg, "Bestuurscommissie Waterkant")
    add_lid(leeg, gremium.id, "Roos van Dalen", rol=Rol.VOORZITTER)
    bram = add_lid(leeg, gremium.id, "Bram Otter")
    change_lid(leeg, bram.lidmaatschap.id, lambda zetel: replace(zetel, mandaat_tot=date(2025, 12, 31)))
    scherm = LedenLijst(lambda: leden_van(leeg, gremium.id), lambda: VANDAAG)

    def bewaar(lid: Lid) -> None:
        write_lid(leeg, lid)
        scherm.reload()

    def voeg_toe(naam: str) -> None:
        nieuw = add_lid(leeg, gremium.id, naam)
        scherm.reload()
        scherm.kies(nieuw.lidmaatschap.id)

    scherm.gewijzigd.connect(bewaar)
    scherm.toegevoegd.connect(voeg_toe)
    qtbot.addWidget(scherm)
    scherm.show()
    return scherm


def _namen(lijst: LedenLijst) -> list[str]:
    return [lijst.lijst.model().index(rij, 0).data() for rij in range(lijst.lijst.topLevelItemCount())]


def _leden(store: Store) -> dict[str, Lid]:
    return {lid.persoon.naam: lid for lid in leden_van(store, store.gremia.all()[0].id)}


def test_past_members_are_shown_when_asked(lijst: LedenLijst) -> None:
    assert _namen(lijst) == ["Roos van Dalen"]
    lijst.vroeger.click()
    assert _namen(lijst) == ["Roos van Dalen", "Bram Otter"]


def test_a_name_and_enter_give_somebody_a_seat_ready_to_fill_in(
    leeg: Store, lijst: LedenLijst, type_text: Typen
) -> None:
    type_text(lijst.nieuw, "Anna Wiersma")
    druk(lijst.nieuw, Qt.Key.Key_Return)
    assert (lijst.naam.text(), lijst.nieuw.text()) == ("Anna Wiersma", "")
    type_text(lijst.namens, "Sluisdam")
    druk(lijst.namens, Qt.Key.Key_Return)
    lijst.rol.setCurrentIndex(lijst.rol.findData("plaatsvervanger"))
    lijst.vervangt.setCurrentIndex(lijst.vervangt.findText("Roos van Dalen"))
    lijst.stemrecht.click()
    zetel = _leden(leeg)["Anna Wiersma"].lidmaatschap
    assert (zetel.namens, zetel.rol, zetel.stemrecht) == ("Sluisdam", Rol.PLAATSVERVANGER, False)
    assert zetel.vervangt == _leden(leeg)["Roos van Dalen"].lidmaatschap.id
    druk(lijst.nieuw, Qt.Key.Key_Return)
    assert len(_leden(leeg)) == 3


def test_a_mandate_is_typed_as_a_date_and_a_wrong_date_is_not_kept(
    leeg: Store, lijst: LedenLijst, type_text: Typen
) -> None:
    type_text(lijst.van.regel, "30 maart 2022")
    druk(lijst.van.regel, Qt.Key.Key_Return)
    assert _leden(leeg)["Roos van Dalen"].lidmaatschap.mandaat_van == date(2022, 3, 30)
    type_text(lijst.tot.regel, "31 juni")
    druk(lijst.tot.regel, Qt.Key.Key_Return)
    assert _leden(leeg)["Roos van Dalen"].lidmaatschap.mandaat_tot is None
    assert "bestaat niet" in lijst.tot.uitleg.text()


def test_a_person_changes_and_a_name_is_never_emptied(leeg: Store, lijst: LedenLijst, type_text: Typen) -> None:
    type_text(lijst.email, "roos@kade.example")
    lijst.leg_vast()
    lijst.naam.clear()
    druk(lijst.naam, Qt.Key.Key_Return)
    assert _leden(leeg)["Roos van Dalen"].persoon.email == "roos@kade.example"


def test_a_roster_without_members_has_an_empty_form(qtbot: QtBot) -> None:
    scherm = LedenLijst(list, lambda: VANDAAG)
    qtbot.addWidget(scherm)
    scherm.show()
    assert not scherm.naam.isEnabled()
    scherm.leg_vast()


def test_the_roster_is_named_and_fits_a_small_screen(lijst: LedenLijst) -> None:
    assert naamloos(lijst) == []
    assert lijst.minimumSizeHint().width() <= 640
    assert lijst.minimumSizeHint().height() <= 360


def test_a_seat_has_votes_for_a_weighted_vote(leeg: Store, lijst: LedenLijst) -> None:
    lijst.gewicht.setValue(12)
    lijst.gewicht.editingFinished.emit()
    assert _leden(leeg)["Roos van Dalen"].lidmaatschap.stemgewicht == 12
    assert lijst.lijst.model().index(0, 4).data() == "12"
    lijst.stemrecht.click()
    assert lijst.lijst.model().index(0, 4).data() == "geen"
    assert not lijst.gewicht.isEnabled()
