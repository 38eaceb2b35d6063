"""Who was there, to who knows of the open items alone."""

from datetime import time

import pytest

from tests.zittingbouwers import een_presentie
from tk_desktop.domain.presentie import Belang, Hoedanigheid, Presentie
from tk_desktop.domain.presentiezicht import presentie_voor_iedereen

RIJ = ("1", "1a", "2", "3")
OPEN = frozenset({"1", "2", "3"})


def _gezien(*lijst: Presentie) -> list[tuple[str, str | None, str | None]]:
    gezien, _ = presentie_voor_iedereen(lijst, (), RIJ, OPEN)
    return [(wie.id, wie.van_punt_id, wie.tot_punt_id) for wie in gezien]


def test_who_waited_outside_while_the_doors_were_closed_was_there_all_the_time() -> None:
    ging = een_presentie(id="ging", tot_punt_id="1", vertrokken=time(17, 11))
    terug = een_presentie(id="terug", van_punt_id="2", gekomen=time(17, 15), tot_punt_id="3", vertrokken=time(18))
    belang = Belang(id="b", agendapunt_id="3", presentie_id="terug")
    (wie,), belangen = presentie_voor_iedereen((ging, terug), (belang,), RIJ, OPEN)
    assert (wie.id, wie.van_punt_id, wie.tot_punt_id, wie.gekomen, wie.vertrokken) == (
        "ging",
        None,
        "3",
        None,
        time(18),
    )
    assert [een.presentie_id for een in belangen] == ["ging"]


def test_who_went_at_an_open_item_and_came_back_is_seen_going_and_coming() -> None:
    assert _gezien(een_presentie(id="ging", tot_punt_id="1"), een_presentie(id="terug", van_punt_id="3")) == [
        ("ging", None, "1"),
        ("terug", "3", None),
    ]


def test_two_people_round_a_closed_item_stay_two() -> None:
    anders = een_presentie(id="bram", naam="Bram Sluiter", van_punt_id="2")
    assert len(_gezien(een_presentie(id="roos", tot_punt_id="1"), anders)) == 2


@pytest.mark.parametrize("grens", [{"van_punt_id": "weg", "tot_punt_id": "weg"}, {"van_punt_id": "weg"}])
def test_a_guest_of_an_item_that_left_the_agenda_on_another_laptop_is_not_named(grens: dict[str, str]) -> None:
    """Nothing bounds them any more; and that item may have been closed."""
    gast = een_presentie(id="gast", hoedanigheid=Hoedanigheid.GENODIGDE, **grens)
    assert _gezien(gast, een_presentie(id="lid", **grens)) == [("lid", None, None)]
