"""Words are found as a reader means them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.paper.bladzoeken import as_searched


@pytest.mark.parametrize(
    ("tekst", "woorden", "gevonden"),
    [
        ("De commissie besluit", "COMMISSIE", "commissie"),
        ("naar de café’s", "cafe", "café"),
        ("de samen-\nwerking met", "samenwerking", "samen-\nwerking"),
        ("over\n  twee regels", "over twee", "over\n  twee"),
        ("de ﬁnanciële kant", "financiele", "ﬁnanciële"),
        ("re-integratie", "reïntegratie", "re-integratie"),
        ("Reïntegratie", "re-integratie", "Reïntegratie"),
        ("2026-2029", "2026-2029", "2026-2029"),
    ],
)
def test_it_is_found_however_it_is_written(tekst: str, woorden: str, gevonden: str) -> None:
    ((begin, eind),) = as_searched(tekst).vind(as_searched(woorden))
    assert tekst[begin:eind] == gevonden


def test_every_place_is_found_once() -> None:
    assert as_searched("aaa a aa").vind(as_searched("aa")) == ((0, 2), (6, 8))


@pytest.mark.parametrize("leeg", ["", "  \n", "-"])
def test_nothing_is_found_nowhere(leeg: str) -> None:
    assert as_searched("een tekst").vind(as_searched(leeg)) == ()


@given(st.text(), st.text(min_size=1), st.text())
def test_what_was_put_in_a_text_is_found_in_it(voor: str, woord: str, na: str) -> None:
    tekst = f"{voor} {woord} {na}"
    gezocht = as_searched(woord)
    if gezocht.letters.strip():
        gevonden = as_searched(tekst).vind(gezocht)
        assert gevonden
        assert all(0 <= begin < eind <= len(tekst) for begin, eind in gevonden)
