"""Numbers as a board writes them say what they were made of; test_gouden_vormen holds each form to the letter."""

from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.bedrag import heeft_centen, lees_bedrag
from tk_desktop.domain.getal import duizendtal, euro, omvang, procent

bedragen = st.integers(min_value=-(10**12), max_value=10**12)


@given(bedragen)
def test_an_amount_that_is_written_reads_back(bedrag: int) -> None:
    assert lees_bedrag(duizendtal(bedrag)) == bedrag
    assert lees_bedrag(euro(bedrag)) == bedrag


@given(bedragen, st.integers(min_value=1, max_value=99))
def test_cents_are_never_read_as_whole_euros(bedrag: int, centen: int) -> None:
    assert heeft_centen(euro(bedrag, centen))


@given(st.integers(min_value=0, max_value=1000))
def test_a_percentage_reads_back(deel: int) -> None:
    assert int(procent(deel / 100).removesuffix("%")) == deel


@given(st.integers(min_value=1_000, max_value=10**12))
def test_a_size_is_right_to_one_part_in_two(aantal: int) -> None:
    getal, eenheid = omvang(aantal).split()
    waarde = float(getal.replace(".", "").replace(",", ".")) * {"kB": 1_000, "MB": 1_000_000}[eenheid]
    assert abs(waarde - aantal) <= aantal / 2
