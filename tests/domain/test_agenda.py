"""The agenda numbers and times itself."""

from dataclasses import replace
from datetime import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_agendapunt, een_voorstelpunt
from tk_desktop.domain.agenda import (
    Agendapunt,
    Behandeling,
    Inleider,
    behandelwijze,
    bereken_tijden,
    duren_uit_tijden,
    geldende_behandeling,
    hoofdpunt,
    in_volgorde,
    nummer_punten,
)
from tk_desktop.domain.datum import na_minuten
from tk_desktop.domain.volgorde import reeks


def _agenda(*regels: str) -> list[Agendapunt]:
    """Return items by a drawing: ``1`` a main item, ``A`` an inserted one, ``a`` a sub-item of the last main item."""
    punten: list[Agendapunt] = []
    ouder = None
    for rang, (regel, plek) in enumerate(zip(regels, reeks(len(regels)), strict=True)):
        sub = regel == "a"
        punt = een_agendapunt(id=f"p{rang}", volgorde=plek, ouder_id=ouder if sub else None, ingevoegd=regel == "A")
        ouder = ouder if sub else punt.id
        punten.append(punt)
    return punten


def _nummers(punten: list[Agendapunt]) -> list[str]:
    nummers = nummer_punten(punten)
    return [str(nummers[punt.id]) for punt in in_volgorde(punten)]


def test_items_are_numbered_with_inserted_ones_and_sub_items() -> None:
    punten = _agenda("1", "A", "A", "1", "a", "a", "1", "A", "a")
    assert _nummers(punten) == ["1", "1A", "1B", "2", "2a", "2b", "3", "3A", "3Aa"]


def test_an_agenda_that_opens_with_an_inserted_item_counts_it_as_the_first() -> None:
    assert _nummers(_agenda("A", "1")) == ["1", "2"]


def test_a_main_item_takes_its_sub_items_along() -> None:
    punten = _agenda("1", "1", "a", "1")
    verplaatst = [replace(punt, volgorde="01") if punt.id == "p1" else punt for punt in punten]
    assert [punt.id for punt in in_volgorde(verplaatst)] == ["p1", "p2", "p0", "p3"]
    assert _nummers(verplaatst) == ["1", "1a", "2", "3"]


def test_a_sub_item_without_its_parent_is_not_lost() -> None:
    los = een_agendapunt(ouder_id="weg")
    assert in_volgorde([los]) == (los,)
    assert str(nummer_punten([los])[los.id]) == "1"


@given(st.lists(st.sampled_from(["1", "A", "a"]), min_size=1, max_size=40))
def test_every_item_has_a_number_of_its_own_that_ascends(vormen: list[str]) -> None:
    punten = _agenda(*vormen)
    rij = [nummer_punten(punten)[punt.id] for punt in in_volgorde(punten)]
    assert len(set(rij)) == len(punten)
    assert [(n.hoofd, n.ingevoegd) for n in rij] == sorted((n.hoofd, n.ingevoegd) for n in rij)


def test_an_item_that_was_put_under_another_while_it_was_marked_as_inserted_is_an_ordinary_sub_item() -> None:
    punten = _agenda("1", "A", "1")
    samengevoegd = [punten[0], replace(punten[1], ouder_id="p0"), punten[2]]
    assert _nummers(samengevoegd) == ["1", "1a", "2"]


def test_what_stands_under_a_sub_item_follows_it_under_the_same_main_item() -> None:
    punten = _agenda("1", "a", "a", "1")
    dieper = een_agendapunt(id="dieper", volgorde="0", ouder_id="p1", duur=10)
    alle = [*punten, dieper]
    assert [punt.id for punt in in_volgorde(alle)] == ["p0", "p1", "dieper", "p2", "p3"]
    assert _nummers(alle) == ["1", "1a", "1b", "1c", "2"]
    assert bereken_tijden(alle, time(9)) == {}


def test_items_that_two_laptops_put_under_each_other_stand_as_main_items() -> None:
    een, twee = een_agendapunt(id="een", volgorde="b", ouder_id="twee"), een_agendapunt(id="twee", ouder_id="een")
    onder = een_agendapunt(id="onder", volgorde="c", ouder_id="een")
    eigen = een_agendapunt(id="eigen", volgorde="a", ouder_id="eigen")
    punten = [twee, onder, eigen, een]
    assert [punt.id for punt in in_volgorde(punten)] == ["eigen", "een", "onder", "twee"]
    assert _nummers(punten) == ["1", "2", "3", "4"]


_OUDERS = st.lists(st.none() | st.integers(0, 12), min_size=1, max_size=12)


@given(_OUDERS, st.randoms(use_true_random=False))
def test_whatever_stands_under_what_no_item_is_lost_and_every_number_is_used_once(
    ouders: list[int | None], toeval: Random
) -> None:
    punten = [
        een_agendapunt(id=f"p{rang}", volgorde=f"v{rang % 3}", ouder_id=None if ouder is None else f"p{ouder}", duur=1)
        for rang, ouder in enumerate(ouders)
    ]
    rij = in_volgorde(punten)
    assert sorted(punt.id for punt in rij) == sorted(punt.id for punt in punten)
    assert in_volgorde(toeval.sample(punten, len(punten))) == rij
    nummers = nummer_punten(punten)
    volgens_agenda = [(nummers[punt.id].hoofd, len(nummers[punt.id].sub), nummers[punt.id].sub) for punt in rij]
    assert volgens_agenda == sorted(set(volgens_agenda))
    alle = {punt.id: punt for punt in punten}
    hoofd = [punt for punt in rij if hoofdpunt(punt, alle) is punt]
    assert bereken_tijden(punten, time(9)) == {punt.id: time(9, rang) for rang, punt in enumerate(hoofd)}


def test_clock_times_follow_from_the_durations() -> None:
    punten = [replace(punt, duur=duur) for punt, duur in zip(_agenda("1", "1", "a", "1"), (5, 30, 10, 0), strict=True)]
    assert bereken_tijden(punten, time(9, 30)) == {"p0": time(9, 30), "p1": time(9, 35), "p3": time(10, 5)}


def test_an_item_without_a_duration_shows_no_time_and_takes_none() -> None:
    punten = [replace(punt, duur=duur) for punt, duur in zip(_agenda("1", "1", "1"), (5, None, 10), strict=True)]
    assert bereken_tijden(punten, time(9)) == {"p0": time(9), "p2": time(9, 5)}


_plan = st.lists(st.none() | st.integers(0, 60), min_size=1, max_size=12)


@given(_plan, st.integers(0, 700))
def test_times_give_the_durations_they_were_made_of(duren: list[int | None], begin_minuten: int) -> None:
    begin = na_minuten(time(0), begin_minuten)
    punten = [replace(punt, duur=duur) for punt, duur in zip(_agenda(*"1" * len(duren)), duren, strict=True)]
    tijden = bereken_tijden(punten, begin)
    einde = na_minuten(begin, sum(duur or 0 for duur in duren))
    assert duren_uit_tijden([tijden.get(punt.id) for punt in punten], einde) == tuple(duren)


@given(st.lists(st.integers(0, 1439), min_size=2, max_size=14), st.lists(st.booleans(), min_size=14, max_size=14))
def test_ascending_times_come_back_from_their_durations(ruw: list[int], gaten: list[bool]) -> None:
    *op_papier, einde = (na_minuten(time(0), aantal) for aantal in sorted(ruw))
    tijden = [None if gat and rang else tijd for rang, (tijd, gat) in enumerate(zip(op_papier, gaten, strict=False))]
    duren = duren_uit_tijden(tijden, einde)
    punten = [replace(punt, duur=duur) for punt, duur in zip(_agenda(*"1" * len(tijden)), duren, strict=True)]
    berekend = bereken_tijden(punten, op_papier[0])
    assert [berekend.get(punt.id) for punt in punten] == tijden


def test_a_time_before_the_one_above_it_counts_as_no_time() -> None:
    assert duren_uit_tijden([time(9), time(8, 30), time(9, 15)], time(10)) == (0, 45, 45)
    assert duren_uit_tijden([time(9)], None) == (0,)
    assert duren_uit_tijden([None], time(10)) == (None,)


def test_ways_of_treatment_are_named_in_the_order_of_the_field() -> None:
    assert behandelwijze([Behandeling.BESPREKING, Behandeling.INFORMATIE]) == "Ter informatie en bespreking"
    assert behandelwijze([]) == ""


def test_a_sub_item_is_treated_as_its_parent_unless_it_has_a_way_of_its_own() -> None:
    ouder = een_agendapunt(behandeling=frozenset({Behandeling.BESLUITVORMING}))
    sub = een_agendapunt(ouder_id=ouder.id)
    eigen = een_agendapunt(ouder_id=ouder.id, behandeling=frozenset({Behandeling.KENNISNAME}))
    alle = {punt.id: punt for punt in (ouder, sub, eigen)}
    assert geldende_behandeling(sub, alle) == {Behandeling.BESLUITVORMING}
    assert geldende_behandeling(eigen, alle) == {Behandeling.KENNISNAME}


def test_items_under_each_other_without_a_way_of_treatment_have_none() -> None:
    een, twee = een_agendapunt(id="een", ouder_id="twee"), een_agendapunt(id="twee", ouder_id="een")
    assert geldende_behandeling(een, {"een": een, "twee": twee}) == frozenset()


@pytest.mark.parametrize("fout", [{"titel": "  "}, {"duur": -1}])
def test_an_impossible_item_cannot_be_made(fout: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="een "):
        een_agendapunt(**fout)


def test_every_word_of_an_item_can_be_sought() -> None:
    diep = een_voorstelpunt(tekst="Het **plan** van {{gremium}}")
    punt = een_agendapunt(
        titel="Veilige oevers",
        toelichting="Zie ook *bijlage* 2.",
        inleiders=(Inleider(id="i", volgorde="i", naam="Roos van Dalen", rol="projectleider"),),
        voorstel=(een_voorstelpunt(tekst="Vast te stellen:", onder=(een_voorstelpunt(tekst="nu", onder=(diep,)),)),),
    )
    assert punt.zoektekst().splitlines() == [
        "Veilige oevers", "Roos van Dalen", "projectleider", "Zie ook bijlage 2.", "Vast te stellen:", "nu",
        "Het plan van",
    ]  # fmt: skip


def test_an_inserted_item_that_becomes_a_sub_item_is_no_longer_inserted() -> None:
    punt = een_agendapunt(ingevoegd=True)
    assert not punt.at("m", "ouder").ingevoegd
    assert punt.at("m", None).ingevoegd
