"""A scope says who may read a row."""

import pytest

from tk_desktop.domain.bereik import ALG, SEC, Bereik, besloten, met_secretariaat, prive


@pytest.mark.parametrize("bereik", [SEC, ALG, besloten("v1"), met_secretariaat("p1:a"), prive("p1")])
def test_a_scope_is_read_as_it_was_written(bereik: Bereik) -> None:
    assert Bereik.lees(str(bereik)) == bereik


@pytest.mark.parametrize(
    "tekst",
    ["", "sec:", "sec:x", "alg:x", "bes", "bes:", "prive", "pp: p", "pp:a\nb", "anders:x", "SEC", "prive:" + "p" * 201],
)
def test_what_is_no_scope_is_refused(tekst: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- of an enum, of us: a caller only needs to know that it is none
        Bereik.lees(tekst)


def test_only_what_the_secretariat_published_is_published() -> None:
    assert [een.gepubliceerd for een in (SEC, ALG, besloten("v"), met_secretariaat("p"), prive("p"))] == [
        False,
        True,
        True,
        False,
        False,
    ]
