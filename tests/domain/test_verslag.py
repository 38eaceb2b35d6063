"""The times of items and breaks, and what an approved verslag allows."""

from datetime import date, time

import pytest

from tk_desktop.domain.verslag import (
    Correctie,
    Heropening,
    PuntEindeVoorBegin,
    Puntverslag,
    Schorsing,
    SchorsingTerug,
    Verslag,
    Verslagstaat,
    VerslagVastgesteld,
)


def test_a_break_does_not_end_before_it_began_and_may_end_past_midnight() -> None:
    pauze = Schorsing(id="s", vergadering_id="v", begonnen=time(23, 50))
    assert pauze.tot(time(0, 10)).hervat == time(0, 10)
    with pytest.raises(SchorsingTerug, match=r"begon om 23\.50 en kan niet om 22\.00"):
        pauze.tot(time(22))


def test_an_item_does_not_end_before_it_began_or_without_having_begun() -> None:
    punt = Puntverslag(id="p", agendapunt_id="punt")
    assert punt.op_tijd(time(9), time(10), 2).geeindigd == time(10)
    with pytest.raises(PuntEindeVoorBegin, match=r"Punt 2 kan niet om 09\.00 zijn geëindigd: het begon om 10\.00"):
        punt.op_tijd(time(10), time(9), 2)
    with pytest.raises(PuntEindeVoorBegin, match="het begon nog niet"):
        punt.op_tijd(None, time(9), 2)


def test_a_draft_is_rewritten_and_an_approved_verslag_is_not() -> None:
    Verslag(id="v", vergadering_id="maart").require_concept()
    vast = Verslag(id="v", vergadering_id="maart", staat=Verslagstaat.VASTGESTELD, vastgesteld_op=date(2026, 4, 8))
    with pytest.raises(VerslagVastgesteld, match="8-4-2026"):
        vast.require_concept()


def test_everybody_knows_that_a_verslag_was_reopened_and_not_by_whom() -> None:
    dag = date(2026, 4, 8)
    heropend = Heropening(id="h", volgorde="m", vastgesteld_op=dag, datum=dag, wie="Femke Aalders")
    rij = [("open", "oever", False), ("dicht", "oever", True), ("elders", "koop", False), ("heel", None, False)]
    correcties = tuple(
        Correctie(id=id_, volgorde=id_, agendapunt_id=punt, was="a", wordt="b", datum=dag, besloten=besloten)
        for id_, punt, besloten in rij
    )
    verslag = Verslag(id="v", vergadering_id="maart", correcties=correcties, heropeningen=(heropend,))
    open_ = verslag.open_variant({"oever"})
    assert [een.id for een in open_.correcties] == ["open", "heel"]
    assert [(een.datum, een.wie) for een in open_.heropeningen] == [(dag, "")]
