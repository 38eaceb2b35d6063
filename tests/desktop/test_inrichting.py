"""For whom the window is laid out decides what opens where, and which commands there are: one table."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.lezend import wacht_op
from tests.desktop.venster import druk, in_menus, open_venster, toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.reader.lezer_boom import SLEUTEL
from tk_desktop.desktop.session.inrichting import VAN_SECRETARIS
from tk_desktop.desktop.session.overzicht import startregels
from tk_desktop.desktop.session.voorkeuren import Rol, Voorkeuren
from tk_desktop.desktop.shell.bediening import Bediening

IDS = {een.id for een in OPDRACHTEN}


@pytest.fixture
def van_bestuurder(werkmap: Path) -> Path:
    """A werkmap in which a bestuurder works, as first start leaves it."""
    voorkeuren = Voorkeuren(werkmap)
    voorkeuren.rol, voorkeuren.naam = Rol.BESTUURDER, "Roos van Dalen"
    voorkeuren.leg_vast()
    return werkmap


@pytest.fixture
def lezen(qtbot: QtBot, van_bestuurder: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, van_bestuurder) as geopend:
        qtbot.waitUntil(lambda: bool(geopend.adres.sectie), timeout=30_000)
        yield geopend


def _vergadering(bediening: Bediening) -> str:
    return bediening.sessie.store.vergaderingen.all()[0].id


def _punt(bediening: Bediening, nummer: str) -> str:
    opname = bediening.sessie.store.opname(_vergadering(bediening))
    return next(punt.id for punt in opname.agendapunten if str(opname.nummers[punt.id]) == nummer)


def _ga(bediening: Bediening, woorden: str) -> None:
    """Open something by its name, as Ctrl+O does."""
    druk("Ctrl+O")
    bediening.typen.openen.zoek.setText(woorden)
    druk("Return", bediening.typen.openen.zoek)


def _kan(bediening: Bediening) -> set[str]:
    return {id_ for id_, actie in bediening.opdrachten.acties.items() if actie.isEnabled()}


def test_the_program_of_a_secretaris_begins_at_the_agenda(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap) as bediening:
        assert bediening.adres.scherm is Scherm.VERGADERINGEN


def test_the_program_of_a_bestuurder_begins_in_the_reader_also_when_the_window_stood_at_the_agenda(
    qtbot: QtBot, van_bestuurder: Path
) -> None:
    with open_venster(qtbot, van_bestuurder) as eerste:
        assert (eerste.adres.scherm, eerste.adres.vergadering) == (Scherm.LEZEN, _vergadering(eerste))
        punt = _punt(eerste, "2b")
        eerste.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=_vergadering(eerste), punt=punt))
    with open_venster(qtbot, van_bestuurder) as tweede:
        assert tweede.adres.scherm is Scherm.LEZEN


def test_a_bestuurder_reads_what_is_opened_and_reaches_the_agenda_by_one_command(
    qtbot: QtBot, lezen: Bediening
) -> None:
    _commands_of_the_secretaris_stand_in_no_menu_of_a_bestuurder_and_cannot_be_given_while_reading(lezen)
    _a_bestuurder_is_not_shown_what_the_check_found(qtbot, lezen)
    lezen.terug()
    _an_item_opened_by_name_is_read(qtbot, lezen)
    _a_meeting_opened_from_the_list_is_read_where_it_was_left(qtbot, lezen)
    _an_item_without_papers_shows_the_agenda_with_its_line_chosen(qtbot, lezen)
    _a_bestuurder_reaches_the_agenda_itself_by_one_command_and_there_all_of_it(lezen)


def _an_item_opened_by_name_is_read(qtbot: QtBot, lezen: Bediening) -> None:
    _ga(lezen, "2b")
    wacht_op(qtbot, lezen, "stuk-2b")
    assert lezen.adres.scherm is Scherm.LEZEN


def _a_meeting_opened_from_the_list_is_read_where_it_was_left(qtbot: QtBot, lezen: Bediening) -> None:
    _ga(lezen, "2b")
    wacht_op(qtbot, lezen, "stuk-2b")
    druk("Ctrl+1")
    lijst = lezen.lijsten.vergaderingen.currentWidget()
    assert lijst is not None
    lijst.setFocus()
    druk("Return")
    wacht_op(qtbot, lezen, "stuk-2b")
    assert lezen.adres.scherm is Scherm.LEZEN


def _an_item_without_papers_shows_the_agenda_with_its_line_chosen(qtbot: QtBot, lezen: Bediening) -> None:
    opname = lezen.sessie.store.opname(_vergadering(lezen))
    zonder = next(
        punt
        for punt in opname.agendapunten
        if not opname.stukken_bij(punt) and not any(een.ouder_id == punt.id for een in opname.agendapunten)
    )
    lezen.wissel.open(Adres(scherm=Scherm.VERGADERINGEN, vergadering=opname.vergadering.id, punt=zonder.id))
    wacht_op(qtbot, lezen, "agenda")
    boom = lezen.lezer.bediening().scherm.boom
    assert boom.huidig() == (zonder.id, "")
    rij = boom.currentItem()
    assert rij is not None
    assert not rij.data(0, SLEUTEL)


def _commands_of_the_secretaris_stand_in_no_menu_of_a_bestuurder_and_cannot_be_given_while_reading(
    lezen: Bediening,
) -> None:
    assert IDS >= VAN_SECRETARIS
    assert in_menus(lezen).isdisjoint(VAN_SECRETARIS)
    assert _kan(lezen).isdisjoint(VAN_SECRETARIS)
    soorten = {id_.partition(".")[0] for id_ in in_menus(lezen)}
    assert soorten.isdisjoint({"punt", "stuk", "nota", "agenda", "tabel", "taal", "controle", "tafel", "actie"})


def _a_bestuurder_reaches_the_agenda_itself_by_one_command_and_there_all_of_it(lezen: Bediening) -> None:
    lezen.opdrachten.acties["vergadering.bewerken"].trigger()
    assert lezen.adres.scherm is Scherm.VERGADERINGEN
    assert {"punt.nieuw", "stuk.toevoegen", "set.bouwen"} <= _kan(lezen)
    te_kiezen = {keus.sleutel for keus in lezen.typen.opdrachtregels()}
    assert te_kiezen >= VAN_SECRETARIS


def test_who_lays_the_window_out_for_a_bestuurder_reads_on_at_once(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.werkblad.lijst.kies(_punt(bediening, "2b"))
        bediening.opdrachten.acties["beeld.bestuurder"].trigger()
        wacht_op(qtbot, bediening, "stuk-2b")
        assert bediening.adres.scherm is Scherm.LEZEN


def _a_bestuurder_is_not_shown_what_the_check_found(qtbot: QtBot, lezen: Bediening) -> None:
    store = lezen.sessie.store
    dag = store.vergaderingen.all()[0].datum - timedelta(days=5)
    start = startregels(store, dag, (), "Roos van Dalen")
    assert start.wacht == ()
    assert "fout" not in start.komt[0].teksten[2]
    assert startregels(store, dag, (), "Roos van Dalen", secretaris=True).wacht != ()
    druk("Alt+Home")
    assert not lezen.venster.start.kan_nieuw
