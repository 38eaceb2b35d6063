"""Opening an agenda puts on it what belongs there, tells so, and does it once."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.bouwers import een_agendapunt
from tests.desktop.venster import toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.planning.aanvulbediening import Aanvulbediening
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.actie import Actiesoort
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.minutes.acties import add_actie
from tk_desktop.minutes.geheimhouding import impose_geheimhouding

PUNT = "punt-projectplan"
TITEL = "Opheffen geheimhouding: Onderhandeling"


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        yield geopend


@pytest.fixture
def volgende(bediening: Bediening) -> Adres:
    """The next meeting of the body, with a duty of secrecy whose day has come."""
    store = bediening.sessie.store
    gremium = store.vergaderingen.all()[0].gremium_id
    dag = date(2026, 3, 4)
    impose_geheimhouding(
        store, gremium, "Onderhandeling", grond="economisch", orgaan="", op=dag, agendapunten=[PUNT], einddatum=dag
    )
    morgen = add_vergadering(store, gremium, bediening.sessie.nu().date() + timedelta(days=1))
    return Adres(scherm=Scherm.VERGADERINGEN, vergadering=morgen.id)


def _titels(bediening: Bediening, adres: Adres) -> list[str]:
    return [punt.titel for punt in bediening.sessie.store.opname(adres.vergadering).agendapunten]


def test_lifting_stands_on_the_agenda_when_it_is_opened_and_goes_by_one_undo(
    bediening: Bediening, volgende: Adres
) -> None:
    bediening.ga_naar(volgende)
    assert _titels(bediening, volgende)[-1] != TITEL, "before the closing items"
    assert TITEL in _titels(bediening, volgende)
    assert bediening.venster.toast.tekst == f"Vanzelf op deze agenda gezet: ‘{TITEL}’."
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert TITEL not in _titels(bediening, volgende)
    bediening.ga_naar(Adres())
    bediening.ga_naar(volgende)
    assert TITEL not in _titels(bediening, volgende)


def test_a_reader_who_opens_an_agenda_changes_nothing(bediening: Bediening, volgende: Adres) -> None:
    bediening.sessie.voorkeuren.rol = Rol.BESTUURDER
    bediening.ga_naar(volgende)
    assert TITEL not in _titels(bediening, volgende)


def _toegezegd(bediening: Bediening) -> Adres:
    """A promise for the day of a next meeting that has an item of that subject, next to nothing else that is asked."""
    store = bediening.sessie.store
    morgen = bediening.sessie.nu().date() + timedelta(days=1)
    later = add_vergadering(store, store.vergaderingen.all()[0].gremium_id, morgen)
    store.agendapunten.save(
        een_agendapunt(id="tekort", vergadering_id=later.id, titel="Dreigend tekort sluiswachters", volgorde="m")
    )
    add_actie(
        store,
        later.gremium_id,
        "Het sluiswachterstekort komt terug.",
        op=morgen - timedelta(days=30),
        voor=morgen,
        soort=Actiesoort.TOEZEGGING,
    )
    return Adres(scherm=Scherm.VERGADERINGEN, vergadering=later.id)


def test_a_promise_that_seems_to_be_an_item_is_asked_about_and_tied_with_one_press(bediening: Bediening) -> None:
    balk, store = bediening.sessie.balk, bediening.sessie.store
    hier = _toegezegd(bediening)
    (actie,) = store.acties.all()
    bediening.ga_naar(hier)
    assert "‘Dreigend tekort sluiswachters’" in balk.tekst
    assert store.acties.get(actie.id).terug_punt_id is None
    balk.knoppen[0].click()
    assert store.acties.get(actie.id).terug_punt_id == "tekort"
    assert balk.tekst == ""
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert store.acties.get(actie.id).terug_punt_id is None
    bediening.ga_naar(Adres(scherm=Scherm.ACTIES))
    bediening.opdrachten.acties["actie.terug"].trigger()
    assert [knop.text() for knop in balk.knoppen][1:] == ["Toch een nieuw punt", "Annuleren"]
    balk.knoppen[0].click()
    assert store.acties.get(actie.id).terug_punt_id == "tekort"


def test_what_is_not_the_same_is_not_asked_again_in_a_next_session(bediening: Bediening) -> None:
    balk, hier = bediening.sessie.balk, _toegezegd(bediening)
    bediening.ga_naar(hier)
    balk.knoppen[1].click()
    assert balk.tekst == ""
    Aanvulbediening(bediening.sessie).vul_aan(hier)
    assert balk.tekst == ""
