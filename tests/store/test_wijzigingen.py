"""What was done can be undone and done again, row by row, and never over somebody else's change."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_argument,
    een_nota,
    een_opname,
    een_sectie,
    een_stuk,
    een_voorstelpunt,
)
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.store.fouten import IntussenGewijzigd
from tk_desktop.store.reizend import BLIJFT_HIER
from tk_desktop.store.werkmap import Store
from tk_desktop.store.wijzigingen import Wijziging

PUNTEN = ("opening", "plan", "fonds")


def _gevuld(map_: Path) -> Store:
    store = Store.open(map_, maken=True)
    punten = [een_agendapunt(id=id_, volgorde=plek, titel=id_) for id_, plek in zip(PUNTEN, "cgm", strict=True)]
    nota = een_nota(
        id="nota",
        secties=(een_sectie(id="sectie", tekst="Zwemles."),),
        voorstel=(een_voorstelpunt(id="eerste"),),
        argumenten=(een_argument(id="reden", voorstelpunt_id="eerste"),),
    )
    stuk = een_stuk(id="stuk", agendapunt_id="plan")
    bewaar(store, een_opname(agendapunten=punten, stukken=[stuk], notas={"stuk": nota}))
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with _gevuld(tmp_path / "werkmap") as gevuld:
        yield gevuld


def _inhoud(store: Store) -> list[str]:
    """Every row that travels; what can be searched by its words alone, for its rows are derived."""
    with sqlite3.connect(store.map / "tk.db") as db:
        reist = (regel for regel in db.iterdump() if "zoekregel" not in regel)
        regels = [regel for regel in reist if not any(f'"{tabel}"' in regel for tabel in BLIJFT_HIER)]
        regels += sorted(str(rij) for rij in db.execute("SELECT soort, bron, tekst FROM zoekregel"))
    db.close()
    return sorted(regels)


def _retitle(store: Store, id_: str, titel: str) -> Wijziging:
    _, wijziging = store.record(lambda: store.agendapunten.save(replace(store.agendapunten.get(id_), titel=titel)))
    return wijziging


def test_a_new_title_can_be_undone_and_done_again(store: Store) -> None:
    voor = _inhoud(store)
    wijziging = _retitle(store, "plan", "Zwemplan")
    na = _inhoud(store)
    store.redo(wijziging.terug())
    assert _inhoud(store) == voor
    assert store.zoekregister.zoek("zwemplan") == ()
    store.redo(wijziging)
    assert _inhoud(store) == na
    assert len(store.zoekregister.zoek("zwemplan")) == 1


def test_a_removed_nota_comes_back_with_all_that_went_with_it(store: Store) -> None:
    voor = _inhoud(store)
    _, wijziging = store.record(lambda: store.stukken.delete("stuk"))
    assert store.zoekregister.zoek("zwemles") == ()
    store.redo(wijziging.terug())
    assert _inhoud(store) == voor
    assert len(store.zoekregister.zoek("zwemles")) == 1


def test_work_that_changes_nothing_is_no_change(store: Store) -> None:
    _, wijziging = store.record(lambda: store.agendapunten.save(store.agendapunten.get("plan")))
    assert not wijziging


def test_a_change_over_which_somebody_else_wrote_is_not_undone(store: Store) -> None:
    wijziging = _retitle(store, "plan", "Zwemplan")
    with Store.open(store.map) as ander, ander.transaction():
        ander.agendapunten.save(replace(ander.agendapunten.get("plan"), titel="Van een ander"))
    voor = _inhoud(store)
    with pytest.raises(IntussenGewijzigd, match="het agendapunt ‘Van een ander’ is intussen gewijzigd"):
        store.redo(wijziging.terug())
    assert _inhoud(store) == voor


def test_an_item_under_which_somebody_else_put_a_paper_is_not_taken_away_by_undoing(store: Store) -> None:
    nieuw = een_agendapunt(id="nieuw", vergadering_id=store.vergaderingen.all()[0].id, titel="Nieuw")
    _, wijziging = store.record(lambda: store.agendapunten.save(nieuw))
    with Store.open(store.map) as ander, ander.transaction():
        ander.agendapunten.save(replace(nieuw, behandeling=frozenset({Behandeling.KENNISNAME})))
    with pytest.raises(IntussenGewijzigd):
        store.redo(wijziging.terug())
    assert store.agendapunten.get("nieuw").behandeling


def test_undoing_out_of_order_is_refused_in_our_own_words_and_changes_nothing(store: Store) -> None:
    id_ = store.vergaderingen.all()[0].id
    nieuw = een_agendapunt(id="nieuw", vergadering_id=id_, titel="Nieuw")
    _, punt_gemaakt = store.record(lambda: store.agendapunten.save(nieuw))
    stuk = een_stuk(id="los", vergadering_id=id_, agendapunt_id="nieuw")
    _, stuk_gemaakt = store.record(lambda: store.stukken.save(stuk))
    voor = _inhoud(store)
    with pytest.raises(IntussenGewijzigd):
        store.redo(punt_gemaakt.terug())
    assert _inhoud(store) == voor
    store.redo(stuk_gemaakt.terug())
    store.redo(punt_gemaakt.terug())
    weg = _inhoud(store)
    with pytest.raises(IntussenGewijzigd):
        store.redo(stuk_gemaakt)
    assert _inhoud(store) == weg


def test_work_that_fails_leaves_nothing_and_records_nothing(store: Store) -> None:
    voor = _inhoud(store)

    def half() -> None:
        store.stukken.delete("stuk")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.record(half)
    assert _inhoud(store) == voor
    _, wijziging = store.record(lambda: None)
    assert not wijziging


_STAPPEN: dict[str, Callable[[Store, str], Any]] = {
    "titel": lambda store, woord: store.agendapunten.save(replace(store.agendapunten.get("plan"), titel=woord)),
    "behandeling": lambda store, woord: store.agendapunten.save(
        replace(store.agendapunten.get("fonds"), behandeling=frozenset({Behandeling.BESPREKING}), toelichting=woord)
    ),
    "sectie": lambda store, woord: store.notas.save(
        replace(store.notas.get("nota"), secties=(een_sectie(id="sectie", tekst=woord),))
    ),
    "voorstel": lambda store, woord: store.notas.save(
        replace(store.notas.get("nota"), voorstel=(een_voorstelpunt(id="eerste", tekst=woord),))
    ),
    "weg": lambda store, _: store.agendapunten.delete("opening"),
    "stuk": lambda store, woord: store.stukken.save(replace(store.stukken.get("stuk"), titel=woord)),
}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(_STAPPEN)), st.sampled_from(["Zwem", "Fiets", "Ren"])), max_size=8))
def test_undoing_all_steps_gives_the_beginning_and_doing_them_again_the_end(stappen: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as map_, _gevuld(Path(map_) / "werkmap") as store:
        begin = _inhoud(store)
        gedaan = []
        for naam, woord in stappen:
            _, wijziging = store.record(lambda naam=naam, woord=woord: _STAPPEN[naam](store, woord))  # type: ignore[misc]
            gedaan.append(wijziging)
        einde = _inhoud(store)
        samen = Wijziging()
        for wijziging in gedaan:
            samen = samen.samen_met(wijziging)
        for wijziging in reversed(gedaan):
            store.redo(wijziging.terug())
        assert _inhoud(store) == begin
        for wijziging in gedaan:
            store.redo(wijziging)
        assert _inhoud(store) == einde
        store.redo(samen.terug())
        assert _inhoud(store) == begin
