"""The terms that the law sets for a budget."""

from datetime import date

import pytest

from tk_desktop.domain.pencyclus import Penctermijn, kalender


def test_the_terms_of_a_budget_year_stand_by_day() -> None:
    dagen = kalender(2027, date(2026, 7, 8), [("kaders", date(2026, 4, 30))])
    assert [(een.termijn.code, een.uiterlijk) for een in dagen] == [
        ("ontwerp", date(2026, 4, 15)),
        ("kaders", date(2026, 4, 29)),
        ("jaarrekening", date(2026, 7, 14)),
        ("begroting", date(2026, 9, 14)),
    ]
    vandaag = date(2026, 4, 20)
    assert [een.te_laat(vandaag) for een in dagen] == [True, True, False, False]


def test_a_term_that_hangs_on_the_ab_has_no_day_while_that_is_not_planned() -> None:
    laatste = kalender(2027, None)[-1]
    assert (laatste.termijn.code, laatste.uiterlijk) == ("ontwerp", None)
    assert not laatste.te_laat(date(2030, 1, 1))


def test_a_term_is_a_day_or_a_number_of_weeks() -> None:
    with pytest.raises(ValueError, match="een dag of een aantal weken"):
        Penctermijn(code="x", wat="x", bron="eigen regeling")
    eigen = Penctermijn(code="x", wat="x", bron="eigen regeling", maand=1, dag=1, jaar=0)
    assert eigen.uiterlijk(2027, None) == date(2026, 12, 31)
