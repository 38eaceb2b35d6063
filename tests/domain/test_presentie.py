"""Who is there at which item, and whether the body may decide."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.zittingbouwers import een_presentie
from tk_desktop.domain.presentie import (
    Belang,
    Hoedanigheid,
    PresentieOnmogelijk,
    Quorum,
    TijdenOnmogelijk,
    deelnemers,
    dubbel_bezet,
    nodig_voor_quorum,
)

PUNTEN = ("1", "1a", "2", "3")


def _bij(**grenzen: str) -> list[str]:
    wie = een_presentie(**grenzen)
    return [punt for punt in PUNTEN if wie.is_bij(punt, PUNTEN)]


def test_somebody_without_bounds_is_there_at_every_item() -> None:
    assert _bij() == ["1", "1a", "2", "3"]


def test_until_and_including_an_item_counts_that_item() -> None:
    assert _bij(tot_punt_id="2") == ["1", "1a", "2"]


def test_a_guest_at_one_item_is_there_at_that_item_alone() -> None:
    assert _bij(van_punt_id="1a", tot_punt_id="1a") == ["1a"]


def test_a_bound_at_an_item_that_is_gone_bounds_nothing() -> None:
    assert _bij(tot_punt_id="weg") == ["1", "1a", "2", "3"]


def test_who_leaves_before_coming_is_there_at_no_item() -> None:
    assert _bij(van_punt_id="3", tot_punt_id="1") == []


def test_who_is_absent_is_there_at_no_item() -> None:
    assert not een_presentie(aanwezig=False).is_bij("2", PUNTEN)


def test_who_has_an_interest_in_an_item_takes_no_part_in_it_and_does_in_the_next() -> None:
    met, zonder = een_presentie(naam="Guus Meerdink"), een_presentie()
    belang = Belang(id="b", agendapunt_id="2", presentie_id=met.id)
    assert deelnemers([met, zonder], [belang], "2", PUNTEN) == (zonder,)
    assert deelnemers([met, zonder], [belang], "3", PUNTEN) == (met, zonder)


def test_who_has_no_vote_takes_no_part_in_deciding() -> None:
    assert deelnemers([een_presentie(stemgewicht=0)], [], "2", PUNTEN) == ()


@given(st.integers(0, 200))
def test_more_than_half_of_the_seats_is_a_quorum(zetels: int) -> None:
    nodig = nodig_voor_quorum(zetels)
    assert 2 * nodig > zetels >= 2 * (nodig - 1)


def test_a_body_may_set_its_own_quorum() -> None:
    assert nodig_voor_quorum(14, 10) == 10
    assert not Quorum(zetels=14, nodig=10, aanwezig=9).is_er
    assert Quorum(zetels=14, nodig=10, aanwezig=10).is_er


def test_a_name_is_needed() -> None:
    with pytest.raises(ValueError, match="naam"):
        een_presentie(naam=" ")


def test_a_seat_has_one_vote_whoever_sits_in_it() -> None:
    lid = een_presentie(lid_id="zetel", naam="Guus Meerdink")
    vervanger = een_presentie(lid_id="zetel", naam="Piet", hoedanigheid=Hoedanigheid.VERVANGER)
    assert deelnemers([vervanger, lid], [], "2", PUNTEN) == (lid,)
    assert dubbel_bezet([lid, vervanger], PUNTEN) == ("1", lid, vervanger)
    na_elkaar = (replace(lid, tot_punt_id="1"), replace(vervanger, van_punt_id="1a"))
    assert dubbel_bezet(na_elkaar, PUNTEN) is None
    assert [deelnemers(na_elkaar, [], id_, PUNTEN)[0].naam for id_ in PUNTEN] == ["Guus Meerdink", *["Piet"] * 3]


def test_people_without_a_seat_never_have_each_others() -> None:
    assert dubbel_bezet([een_presentie(), een_presentie()], PUNTEN) is None


def test_nobody_leaves_before_they_come() -> None:
    nummers = {"1": 1, "2": 2}
    with pytest.raises(PresentieOnmogelijk, match="van punt 2 t/m punt 1"):
        een_presentie(van_punt_id="2", tot_punt_id="1").require_mogelijk(("1", "2"), nummers)
    with pytest.raises(TijdenOnmogelijk, match=r"om 09\.00 zijn weggegaan en om 10\.00"):
        een_presentie(gekomen=time(10), vertrokken=time(9)).require_mogelijk(("1", "2"), nummers)
    een_presentie(gekomen=time(23, 50), vertrokken=time(0, 10)).require_mogelijk(("1", "2"), nummers)
