"""A table is corrected by what stands on paper, and never by a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_cijfertabel import een_rij, een_tabel
from tk_desktop.domain.cijfertabel import Cijfervraag, Rijsoort
from tk_desktop.domain.cijferverbetering import BedragOnleesbaar, beantwoord, verbeter_cel, verbeter_naam
from tk_desktop.domain.getal import euro

TABEL = een_tabel(
    een_rij("Kade", None, 40), een_rij("Sluis", 50, 10), een_rij("Totaal", 150, 60, soort=Rijsoort.TOTAAL)
)


def test_a_damaged_amount_that_somebody_fills_in_counts_and_asks_nothing_more() -> None:
    (lasten, baten) = TABEL.vraagplekken()
    assert (lasten.rij, lasten.kolom, lasten.is_som) == (0, 0, False)
    assert (baten.rij, baten.kolom, baten.is_som) == (2, 1, True)
    beter = verbeter_cel(TABEL, 0, 0, " € 100 ")
    assert beter.rijen[0].cellen[0].bedrag == 100
    assert [vraag.is_som for vraag in beter.vraagplekken()] == [True], "what does not add up is still asked"


def test_what_does_not_add_up_is_asked_until_the_figures_are_others() -> None:
    som = TABEL.vraagplekken()[-1]
    assert beantwoord(TABEL, som) == TABEL
    assert not [vraag for vraag in verbeter_cel(TABEL, 2, 1, "50").vraagplekken() if vraag.is_som]


@pytest.mark.parametrize("tekst", ["12,50", "1▯0", "vier 4", "12 %"])
def test_figures_that_are_no_amount_are_refused(tekst: str) -> None:
    with pytest.raises(BedragOnleesbaar):
        verbeter_cel(TABEL, 1, 0, tekst)


def test_words_and_nothing_at_all_may_stand_where_an_amount_stood() -> None:
    assert verbeter_cel(TABEL, 1, 0, "PM").rijen[1].cellen[0].bedrag is None
    assert verbeter_cel(TABEL, 1, 0, "").rijen[1].cellen[0].tekst == ""


def test_a_doubt_that_is_none_goes_and_takes_nothing_else_along() -> None:
    klopt = beantwoord(TABEL, TABEL.vraagplekken()[0])
    assert klopt.rijen[0].cellen[0].tekst == TABEL.rijen[0].cellen[0].tekst
    assert klopt.rijen[0].cellen[0].bedrag is None, "the answer is no amount"
    assert beantwoord(TABEL, Cijfervraag(tekst="onbekend")) == TABEL


def test_a_row_keeps_what_it_is_when_it_gets_another_name() -> None:
    beter = verbeter_naam(TABEL, 2, " Samen ")
    assert (beter.rijen[2].naam, beter.rijen[2].soort) == ("Samen", Rijsoort.TOTAAL)


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_an_amount_that_is_written_is_the_amount_that_is_read(bedrag: int) -> None:
    assert verbeter_cel(TABEL, 1, 1, f"{euro(bedrag)}").rijen[1].cellen[1].bedrag == bedrag
