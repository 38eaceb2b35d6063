"""What differs between two agendas, as a reader is told."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.agendaversie import Verschilsoort, Versiepunt, compare_agendas, volgende_letter


def _punt(id_: str, nummer: str, **anders: Any) -> Versiepunt:
    return Versiepunt(**{"id": id_, "volgorde": "i", "punt_id": id_, "nummer": nummer, "titel": id_.title(), **anders})


def _zinnen(oud: list[Versiepunt], nieuw: list[Versiepunt]) -> list[str]:
    return [verschil.zin for verschil in compare_agendas(oud, nieuw)]


def test_items_that_came_and_went_are_told_in_their_place() -> None:
    oud = [_punt("haven", "1"), _punt("kade", "2"), _punt("oever", "3")]
    nieuw = [_punt("haven", "1"), _punt("brug", "2"), _punt("oever", "3")]
    assert _zinnen(oud, nieuw) == ["Vervallen: 2 ‘Kade’.", "Nieuw: 2 ‘Brug’."]


def test_an_item_that_others_passed_is_moved_and_the_rest_renumbered() -> None:
    oud = [_punt("haven", "1"), _punt("kade", "2"), _punt("oever", "3")]
    nieuw = [_punt("oever", "1"), _punt("haven", "2"), _punt("kade", "3")]
    soorten = {verschil.punt_id: verschil.soort for verschil in compare_agendas(oud, nieuw)}
    assert soorten == {
        "oever": Verschilsoort.VERPLAATST,
        "haven": Verschilsoort.HERNUMMERD,
        "kade": Verschilsoort.HERNUMMERD,
    }


def test_a_sub_item_under_another_main_item_is_moved() -> None:
    oud = [_punt("haven", "1"), _punt("kade", "1a"), _punt("oever", "2")]
    nieuw = [_punt("haven", "1"), _punt("oever", "2"), _punt("kade", "2a")]
    assert _zinnen(oud, nieuw) == ["‘Kade’ is verplaatst van 1a naar 2a."]
    verwisseld = [_punt("oever", "1"), _punt("kade", "1a"), _punt("haven", "2")]
    assert "1a ‘Kade’ staat op een andere plaats." in _zinnen(oud, verwisseld)


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ({"titel": "Oud"}, {"titel": "Nieuw"}, "1 ‘Oud’ heet nu ‘Nieuw’."),
        ({"tijd": time(9)}, {"tijd": time(9, 30)}, "1 ‘Kade’ begint om 09.30 uur (was 09.00 uur)."),
        ({}, {"tijd": time(9, 30)}, "1 ‘Kade’ begint om 09.30 uur."),
        ({"tijd": time(9)}, {}, "1 ‘Kade’ heeft geen tijd meer."),
        ({"duur": 5}, {"duur": None}, "1 ‘Kade’ duurt zonder vaste duur in plaats van 5 minuten."),
        ({"behandeling": "Ter bespreking"}, {}, "1 ‘Kade’: nu ‘zonder behandelwijze’, was ‘Ter bespreking’."),
        ({}, {"besloten": True}, "1 ‘Kade’ is nu besloten."),
        ({"besloten": True}, {}, "1 ‘Kade’ is nu openbaar."),
        ({}, {"hamerstuk": True}, "1 ‘Kade’ is nu een hamerstuk."),
        ({}, {"voorstel": "Instemmen."}, "Het voorstel bij 1 ‘Kade’ is gewijzigd."),
        ({}, {"toelichting": "Kort."}, "De toelichting bij 1 ‘Kade’ is gewijzigd."),
        ({}, {"inleiders": "Bram Otter"}, "De toelichting bij 1 ‘Kade’ komt nu van Bram Otter."),
        ({"inleiders": "Bram Otter"}, {}, "Bij 1 ‘Kade’ geeft niemand meer een toelichting (was Bram Otter)."),
    ],
)
def test_every_change_of_one_item_is_one_sentence(oud: dict[str, Any], nieuw: dict[str, Any], zin: str) -> None:
    assert _zinnen([_punt("kade", "1", **oud)], [_punt("kade", "1", **nieuw)]) == [zin]


def test_versions_go_on_after_z() -> None:
    assert [volgende_letter(aantal) for aantal in (0, 1, 25, 26)] == ["A", "B", "Z", "AA"]


_punten = st.lists(
    st.builds(
        Versiepunt,
        id=st.just(""),
        volgorde=st.just("i"),
        punt_id=st.sampled_from("abcdef"),
        nummer=st.sampled_from(["1", "1a", "2", "2a", "3", "1A"]),
        titel=st.sampled_from(["Kade", "Oever"]),
        duur=st.none() | st.integers(0, 3),
        besloten=st.booleans(),
        behandeling=st.sampled_from(["", "Ter bespreking"]),
    ),
    unique_by=lambda punt: punt.punt_id,
    max_size=6,
)


@given(_punten, _punten)
def test_an_agenda_differs_from_another_when_it_is_another_and_never_from_itself(
    oud: list[Versiepunt], nieuw: list[Versiepunt]
) -> None:
    assert compare_agendas(oud, oud) == ()
    assert bool(compare_agendas(oud, nieuw)) == (oud != nieuw)
    gewijzigd = {p.punt_id for p in nieuw if p not in oud} | {p.punt_id for p in oud if p not in nieuw}
    assert gewijzigd <= {verschil.punt_id for verschil in compare_agendas(oud, nieuw)}


@given(_punten)
def test_ids_of_rows_are_no_difference(punten: list[Versiepunt]) -> None:
    assert compare_agendas(punten, [replace(punt, id="anders", volgorde="z") for punt in punten]) == ()
