"""Acties are late when their day is over, and grow old until they are done."""

from datetime import date

import pytest

from tests.zittingbouwers import een_actie
from tk_desktop.domain.actie import Actiestaat, Standregel

_11_MAART, _1_APRIL, _2_APRIL = date(2026, 3, 11), date(2026, 4, 1), date(2026, 4, 2)


def test_an_action_is_late_from_the_day_after_its_day() -> None:
    actie = een_actie(voor=_1_APRIL)
    assert not actie.is_te_laat(_1_APRIL)
    assert actie.is_te_laat(_2_APRIL)


@pytest.mark.parametrize("staat", [Actiestaat.GEDAAN, Actiestaat.VERVALLEN])
def test_what_is_done_or_has_lapsed_is_never_late(staat: Actiestaat) -> None:
    assert not een_actie(voor=_11_MAART, staat=staat).is_te_laat(_2_APRIL)


def test_an_action_without_a_day_is_never_late() -> None:
    assert not een_actie().is_te_laat(_2_APRIL)


def test_an_open_action_grows_older_and_a_done_one_does_not() -> None:
    assert een_actie().ouderdom(_1_APRIL) == 21
    assert een_actie(staat=Actiestaat.GEDAAN, afgedaan=date(2026, 3, 18)).ouderdom(_1_APRIL) == 7


def test_what_was_told_last_is_what_the_list_shows() -> None:
    standen = tuple(
        Standregel(id=str(dag), volgorde=str(dag), datum=date(2026, 3, dag), tekst="gemaild") for dag in (12, 18)
    )
    assert een_actie(standen=standen).laatste == standen[1]
    assert een_actie().laatste is None


def test_an_action_says_what_there_is_to_do() -> None:
    with pytest.raises(ValueError, match="te doen"):
        een_actie(tekst=" ")
