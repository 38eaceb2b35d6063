"""Advice on a nota is asked and given, lapses when the nota changes, and is asked again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_nota, een_opname, een_sectie, een_stuk, een_vergadering
from tk_desktop.domain.advies import Adviesstand, Oordeel
from tk_desktop.meeting.aanhouden import withdraw_punt
from tk_desktop.meeting.adviezen import (
    AdviesVanNiemand,
    adviezen_bij,
    advisers,
    ask_advies,
    ask_again,
    change_term,
    delete_advies,
    give_advies,
    objections,
)
from tk_desktop.meeting.notas import change_nota
from tk_desktop.pack.controleren import accept, check
from tk_desktop.pack.zoeken import find
from tk_desktop.store.fouten import NietGevonden
from tk_desktop.store.werkmap import Store

GEVRAAGD, GEGEVEN, UITERLIJK, LATER = (date(2026, 2, 20), date(2026, 2, 25), date(2026, 2, 27), date(2026, 3, 2))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        opname = een_opname(
            vergadering=een_vergadering(id="hier"),
            agendapunten=[een_agendapunt(id="oever", titel="Oever")],
            stukken=[een_stuk(id="stuk", agendapunt_id="oever")],
            notas={"stuk": een_nota(id="nota", stuk_id="stuk", secties=(een_sectie(),))},
        )
        bewaar(geopend, opname)
        yield geopend


def _woorden(store: Store, dag: date = GEGEVEN) -> list[str]:
    return [f"{regel.advies.van}: {regel.woord}" for regel in adviezen_bij(store, "nota", dag)]


def test_advice_is_asked_and_given_with_a_day_and_words(store: Store) -> None:
    een = ask_advies(store, "nota", "  Afdeling  Financiën ", GEVRAAGD, uiterlijk=UITERLIJK)
    ask_advies(store, "nota", "Bram Tak", GEVRAAGD)
    assert _woorden(store) == ["Afdeling Financiën: gevraagd (uiterlijk 27-2-2026)", "Bram Tak: gevraagd"]
    gegeven = give_advies(store, een.id, Oordeel.MET_OPMERKINGEN, GEGEVEN, " Noem de dekking. ")
    assert (gegeven.id, gegeven.tekst, gegeven.gegeven) == (een.id, "Noem de dekking.", GEGEVEN)
    assert _woorden(store)[0] == "Afdeling Financiën: met opmerkingen"
    assert advisers(store) == ("Afdeling Financiën", "Bram Tak")


def test_a_nota_that_changes_makes_advice_lapse_and_it_is_asked_again(store: Store) -> None:
    een = ask_advies(store, "nota", "Financiën", GEVRAAGD)
    give_advies(store, een.id, Oordeel.POSITIEF, GEGEVEN)
    change_nota(store, "nota", onderwerp="Anders")
    assert _woorden(store) == ["Financiën: vervallen (de nota is gewijzigd)"]
    nieuw = ask_again(store, een.id, LATER, uiterlijk=date(2026, 3, 6))
    assert _woorden(store, LATER) == [
        "Financiën: vervallen (de nota is gewijzigd)",
        "Financiën: gevraagd (uiterlijk 6-3-2026)",
    ]
    give_advies(store, nieuw.id, Oordeel.POSITIEF, LATER)
    assert objections(store, store.opname("hier"), LATER) == ()


def test_advice_given_anew_after_it_lapsed_leaves_the_old_to_be_read(store: Store) -> None:
    een = ask_advies(store, "nota", "Financiën", GEVRAAGD)
    give_advies(store, een.id, Oordeel.POSITIEF, GEGEVEN)
    give_advies(store, een.id, Oordeel.NEGATIEF, GEGEVEN)
    assert _woorden(store) == ["Financiën: negatief"]
    change_nota(store, "nota", onderwerp="Anders")
    give_advies(store, een.id, Oordeel.POSITIEF, LATER)
    assert [regel.stand for regel in adviezen_bij(store, "nota", LATER)] == [
        Adviesstand.VERVALLEN,
        Adviesstand.GEGEVEN,
    ]


def test_what_was_asked_can_be_changed_and_taken_back(store: Store) -> None:
    een = ask_advies(store, "nota", "Financiën", GEVRAAGD)
    change_term(store, een.id, van="Control", uiterlijk=UITERLIJK)
    assert _woorden(store) == ["Control: gevraagd (uiterlijk 27-2-2026)"]
    delete_advies(store, een.id)
    assert store.adviezen.all() == ()


def test_advice_of_nobody_is_refused(store: Store) -> None:
    with pytest.raises(AdviesVanNiemand):
        ask_advies(store, "nota", " ", GEVRAAGD)
    een = ask_advies(store, "nota", "Financiën", GEVRAAGD)
    with pytest.raises(AdviesVanNiemand):
        change_term(store, een.id, van="", uiterlijk=None)
    with pytest.raises(NietGevonden):
        ask_advies(store, "nergens", "Financiën", GEVRAAGD)
    assert store.adviezen.all() == (een,)


def test_what_advice_says_against_approving_stands_with_its_nota(store: Store) -> None:
    een = ask_advies(store, "nota", "Financiën", GEVRAAGD)
    opname = store.opname("hier")
    assert objections(store, opname, GEGEVEN) == ("1: het advies van Financiën is nog niet gegeven",)
    give_advies(store, een.id, Oordeel.NEGATIEF, GEGEVEN)
    assert objections(store, opname, GEGEVEN) == ("1: Financiën adviseert negatief",)
    assert objections(store, withdraw_punt(store, "oever", "Te vroeg"), GEGEVEN) == ()


def test_the_check_finds_late_advice_until_it_is_accepted_or_given(store: Store) -> None:
    een = ask_advies(store, "nota", "Financiën", GEVRAAGD, uiterlijk=UITERLIJK)
    hier = "hier"

    def laat(dag: date | None) -> list[tuple[str, str]]:
        return [(b.waar, b.ernst.value) for b in check(store, hier, dag) if b.code == "AV01"]

    assert laat(None) == laat(UITERLIJK) == []
    waar = "1 Veilige oevers, advies van Financiën"
    assert laat(LATER) == [(waar, "waarschuwing")]
    accept(store, hier, code="AV01", waar=waar, reden="Komt mondeling", vandaag=LATER)
    assert laat(LATER) == [(waar, "info")]
    give_advies(store, een.id, Oordeel.POSITIEF, LATER)
    assert laat(LATER) == []


def test_advice_changes_nothing_of_the_meeting_and_is_never_found(store: Store) -> None:
    voor = store.opname("hier")
    een = ask_advies(store, "nota", "Zwanenzang", GEVRAAGD)
    give_advies(store, een.id, Oordeel.NEGATIEF, GEGEVEN, "Zwanenzang")
    assert store.opname("hier") == voor
    assert find(store, "Zwanenzang") == ()


def test_advice_goes_and_comes_back_with_what_was_done(store: Store) -> None:
    _, wijziging = store.record(lambda: ask_advies(store, "nota", "Financiën", GEVRAAGD))
    store.redo(wijziging.terug())
    assert store.adviezen.all() == ()
    store.redo(wijziging)
    assert [advies.van for advies in store.adviezen.all()] == ["Financiën"]
