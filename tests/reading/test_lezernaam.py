"""Who tells a name later keeps what was written before it; what somebody else wrote stays theirs."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_vergadering
from tests.notenbouwers import ROOS, WIES, een_aantekening
from tk_desktop.domain.leesstand import Bladwijzer, Voorbereiding
from tk_desktop.domain.notenstijl import NAAMLOOS
from tk_desktop.reading.aantekeningen import Leesplek
from tk_desktop.reading.leesstanden import keep_leesstand
from tk_desktop.reading.lezernaam import give_name, has_read, has_written, notes_of
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        vergadering = een_vergadering(id="vergadering", gremium_id="gremium", datum=date(2026, 3, 11))
        punten = [een_agendapunt(id="oever", titel="Oever"), een_agendapunt(id="kade", titel="Kade")]
        stukken = [een_stuk(id="nota", agendapunt_id="oever")]
        gremium = een_gremium(id="gremium")
        bewaar(geopend, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten, stukken=stukken))
        yield geopend


def test_what_was_written_without_a_name_goes_to_the_name_and_back(store: Store) -> None:
    noten = [een_aantekening(eigenaar=naam) for naam in (NAAMLOOS, NAAMLOOS, WIES)]
    wijzer = Bladwijzer(
        id="b", vergadering_id="vergadering", papier="nota", eigenaar=NAAMLOOS, versie="a" * 64, pagina=2, naam=""
    )
    with store.transaction():
        for een in noten:
            store.aantekeningen.save(een)
        store.bladwijzers.save(wijzer)
    gegeven, stap = store.record(lambda: give_name(store, NAAMLOOS, ROOS))
    assert {een.id for een in gegeven} == {een.id for een in noten[:2]}
    assert {een.id for een in notes_of(store, ROOS)} == {een.id for een in noten[:2]}
    assert [een.id for een in notes_of(store, WIES)] == [noten[2].id]
    assert [een.id for een in store.bladwijzers.van("vergadering", ROOS)] == ["b"]
    store.redo(stap.terug())
    assert len(notes_of(store, NAAMLOOS)) == 2
    assert notes_of(store, ROOS) == ()


def test_what_the_name_prepared_already_stays_as_it_is(store: Store) -> None:
    with store.transaction():
        for id_, punt, wie in (("1", "oever", NAAMLOOS), ("2", "oever", ROOS), ("3", "kade", NAAMLOOS)):
            store.voorbereidingen.save(Voorbereiding(id=id_, agendapunt_id=punt, eigenaar=wie, standpunt="voor"))
    give_name(store, NAAMLOOS, ROOS)
    assert {een.id for een in store.voorbereidingen.van_eigenaar(ROOS)} == {"2", "3"}


def test_a_page_that_is_marked_counts_as_written(store: Store) -> None:
    assert not has_written(store, NAAMLOOS)
    wijzer = Bladwijzer(
        id="b", vergadering_id="vergadering", papier="nota", eigenaar=NAAMLOOS, versie="a" * 64, pagina=2, naam=""
    )
    store.bladwijzers.save(wijzer)
    assert has_written(store, NAAMLOOS)


def test_where_one_reads_goes_along_though_nothing_was_written(store: Store) -> None:
    assert not has_read(store, NAAMLOOS)
    plek = Leesplek(vergadering_id="vergadering", papier="nota")
    keep_leesstand(store, plek, "a" * 64, 3, eigenaar=NAAMLOOS, moment=NU)
    assert has_read(store, NAAMLOOS)
    assert not has_written(store, NAAMLOOS)
    give_name(store, NAAMLOOS, ROOS)
    assert store.leesstanden.van("vergadering", ROOS)["nota"].pagina == 3
    assert not has_read(store, NAAMLOOS)
