"""Opening an agenda puts on it what belongs there, tells so, and does it once."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.meeting.vergaderingen import add_vergadering
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
