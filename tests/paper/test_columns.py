"""No column of a table is so narrow that a word of it is broken while others have room to spare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.opmaak import Lijst, Lijstpunt, gewoon, lees
from tk_desktop.paper.blad import Cel, cel
from tk_desktop.paper.columns import fitted_mm
from tk_desktop.paper.huisstijl import Huisstijl

STIJL = Huisstijl.load()
KOP = ("NR.", "VOORSTEL", "BESLISSING")
LANG = "beëindigingsovereenkomst"


def _widths(*cellen: Cel, shares: tuple[float, ...] = (10, 20, 70), width: float = 160) -> list[float]:
    return fitted_mm(KOP, [cellen], shares, width, side=1.9, huisstijl=STIJL)


def test_columns_are_as_asked_while_every_word_fits() -> None:
    assert _widths(cel("1."), cel("Een plan"), cel("Akkoord")) == pytest.approx([16, 32, 112])


@pytest.mark.parametrize(
    "inhoud", [cel(f"De {LANG} te tekenen"), tuple(lees(f"1. De {LANG} te tekenen")), tuple(lees(f"- a\n  - {LANG}"))]
)
def test_a_long_word_makes_its_column_wider_and_the_roomiest_gives_most(inhoud: Cel) -> None:
    nr, voorstel, beslissing = _widths(cel("1."), inhoud, cel("Akkoord"))
    assert voorstel > 36
    assert 10 < nr < 16
    assert nr + voorstel + beslissing == pytest.approx(160)
    assert 112 - beslissing > 16 - nr


def test_a_web_address_does_not_push_the_others_aside() -> None:
    adres = cel("https://" + "x" * 400)
    assert max(_widths(cel("1."), adres, cel("Akkoord"))[1:]) <= 96


def test_where_all_words_together_do_not_fit_a_short_one_stays_whole_and_the_long_share_the_rest() -> None:
    gemeente, lang, langer = _widths(cel("Gemeente"), cel("x" * 60), cel("x" * 90), width=60)
    alleen = _widths(cel("Gemeente"), cel("ja"), cel("nee"), shares=(1, 400, 400))[0]
    assert gemeente == pytest.approx(min(alleen, 20))
    assert lang == pytest.approx(langer)
    assert gemeente + lang + langer == pytest.approx(60)


@given(
    st.lists(st.text("ab -", max_size=30), min_size=3, max_size=3),
    st.lists(st.integers(1, 90), min_size=3, max_size=3),
)
def test_columns_always_fill_the_table(woorden: list[str], shares: list[int]) -> None:
    diep = (Lijst((Lijstpunt(merk="-", stukjes=gewoon(woorden[0]) or gewoon("x")),)),)
    widths = fitted_mm(KOP, [(diep, cel(woorden[1]), cel(woorden[2]))], shares, 160, side=1.9, huisstijl=STIJL)
    assert sum(widths) == pytest.approx(160)
    assert min(widths) > 0


def test_where_long_words_do_not_fit_together_the_longest_is_broken_and_the_others_stay_whole() -> None:
    woorden = (cel("verantwoordelijkheden"), cel(LANG), cel("consultatiebureau"))
    widths = _widths(*woorden, shares=(40, 30, 30), width=108)
    heel = [_widths(woord, cel("ja"), cel("nee"), shares=(1, 400, 400))[0] for woord in woorden]
    assert widths[0] >= heel[0] - 0.1
    assert widths[1] < heel[1]
    assert widths[2] >= heel[2] - 0.1


@pytest.mark.parametrize(("keer", "heel"), [(1, True), (60, False)])
def test_a_word_is_broken_rather_than_take_the_room_of_who_has_most_to_tell(keer: int, heel: bool) -> None:
    """A long word in the proposal made a strip of the column with what was said, and the verslag a page longer."""
    gezegd = cel("Er is lang over gesproken. " * keer)
    nr, voorstel, beslissing = _widths(cel("1."), cel(f"De {LANG} te tekenen"), gezegd, shares=(20, 20, 60), width=90)
    assert (voorstel > 35) is heel
    assert (beslissing < 40) is heel
    assert nr + voorstel + beslissing == pytest.approx(90)


def test_a_heading_that_fits_in_the_share_of_its_column_stays_on_one_line() -> None:
    cellen = [(cel("1."), cel(f"De {LANG} te tekenen"), cel("Akkoord"))]
    heel, smal = (
        fitted_mm(("NR.", "VOORSTEL", kop), cellen, (30, 10, 20), 120, side=1.9, huisstijl=STIJL)[2]
        for kop in ("ACTIE DOOR", "ACTIE")
    )
    assert heel > smal
