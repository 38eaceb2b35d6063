"""Correcting a proposal: every correction gives another value, and what cannot be is refused in Dutch."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.pakvoorstel import (
    DeelNietMogelijk,
    Deelsoort,
    Pakdeel,
    Pakveld,
    Pakvoorstel,
    kies_soort,
    noem,
    splits,
    verschuif,
    voeg_samen,
)


def een_voorstel() -> Pakvoorstel:
    delen = (
        Pakdeel(soort=Deelsoort.AGENDA, titel="Agenda", van=1, tot=2),
        Pakdeel(soort=Deelsoort.NOTA, titel="Kades", van=3, tot=4, nummer=Nummer(2), gelezen=0),
        Pakdeel(soort=Deelsoort.BIJLAGE, titel="Plan", van=5, tot=9, nummer=Nummer(2), rang=1, twijfel="Klopt dat?"),
    )
    velden = (Pakveld(id="a", naam="Datum", waarde=""), Pakveld(id="b", naam="Plaats", waarde="", twijfel="Waar?"))
    return Pakvoorstel(bron=Path("set.pdf"), indeling="regio", lezing=Lezing(), paginas=9, delen=delen, velden=velden)


def test_a_part_can_be_split_moved_and_joined_again() -> None:
    gesplitst = splits(een_voorstel(), 7)
    assert [(deel.van, deel.tot, deel.rang) for deel in gesplitst.delen[2:]] == [(5, 6, 1), (7, 9, 2)]
    assert [(deel.van, deel.tot) for deel in verschuif(gesplitst, 3, 6).delen[2:]] == [(5, 5), (6, 9)]
    assert voeg_samen(gesplitst, 3).delen[2].tot == 9


def test_a_part_gets_another_kind_title_and_item() -> None:
    anders = noem(kies_soort(een_voorstel(), 2, Deelsoort.STUK), 2, titel=" Tekening ", nummer=Nummer(3))
    assert (anders.delen[2].soort, anders.delen[2].titel, anders.delen[2].nummer) == (
        Deelsoort.STUK,
        "Tekening",
        Nummer(3),
    )
    assert anders.delen[2].twijfel == ""
    assert anders.delen[2].naam == "3 bijlage - Tekening.pdf"


@pytest.mark.parametrize(
    "wijzig",
    [
        lambda voorstel: splits(voorstel, 5),
        lambda voorstel: splits(voorstel, 99),
        lambda voorstel: verschuif(voorstel, 0, 1),
        lambda voorstel: verschuif(voorstel, 2, 3),
        lambda voorstel: voeg_samen(voorstel, 0),
        lambda voorstel: voeg_samen(voorstel, 1),
        lambda voorstel: kies_soort(voorstel, 2, Deelsoort.AGENDA),
        lambda voorstel: noem(voorstel, 2, titel=" "),
    ],
)
def test_what_cannot_be_is_refused(wijzig) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DeelNietMogelijk):
        wijzig(een_voorstel())


@given(st.lists(st.tuples(st.sampled_from(["splits", "samen", "verschuif"]), st.integers(0, 9), st.integers(1, 10))))
def test_every_page_stays_in_one_part_whatever_is_corrected(stappen: list[tuple[str, int, int]]) -> None:
    voorstel = een_voorstel()
    for wat, rang, pagina in stappen:
        plaats = rang % len(voorstel.delen)
        try:
            match wat:
                case "splits":
                    voorstel = splits(voorstel, pagina)
                case "samen":
                    voorstel = voeg_samen(voorstel, plaats)
                case _:
                    voorstel = verschuif(voorstel, plaats, pagina)
        except DeelNietMogelijk:
            continue
    assert [pagina for deel in voorstel.delen for pagina in range(deel.van, deel.tot + 1)] == list(range(1, 10))
