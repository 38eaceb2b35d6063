"""Who and which room is asked twice at one time."""

from dataclasses import replace
from datetime import date, time

from tk_desktop.domain.boeking import Bezetting, dubbelboekingen
from tk_desktop.domain.vergadering import Status, Vergadering

DAG = date(2026, 3, 11)
HIER = Bezetting(
    vergadering=Vergadering(id="hier", gremium_id="bc", datum=DAG, begin=time(9), einde=time(10), plaats="Kamer 2"),
    gremium="BC WK",
    namen={"r": "Roos van Dalen", "b": "Bram Otter"},
)
ANDER = Bezetting(
    vergadering=Vergadering(id="ander", gremium_id="ao", datum=DAG, begin=time(9, 30), plaats=" kamer 2 "),
    gremium="AO WK",
    namen={"r": "Roos van Dalen", "a": "Anna Wiersma"},
)


def _op(bezetting: Bezetting, **anders: object) -> Bezetting:
    return replace(bezetting, vergadering=replace(bezetting.vergadering, **anders))  # type: ignore[arg-type]


def test_a_person_and_a_room_are_told_with_the_other_meeting() -> None:
    (dubbel,) = dubbelboekingen(HIER, [ANDER])
    assert dubbel.zinnen == (
        "Roos van Dalen zit dan ook bij AO WK (09.30 uur).",
        "In Kamer 2 is dan ook AO WK (09.30 uur).",
    )
    assert dubbel.naam == "AO WK 11-3-2026"


def test_right_calendars_stay_silent() -> None:
    goed = [
        HIER,
        _op(ANDER, datum=date(2026, 3, 12)),
        _op(ANDER, begin=time(10)),
        _op(ANDER, begin=time(7)),
        _op(ANDER, status=Status.GEANNULEERD),
        replace(_op(ANDER, plaats="Kamer 3"), namen={"a": "Anna Wiersma"}),
    ]
    assert dubbelboekingen(HIER, goed) == ()
    assert dubbelboekingen(_op(HIER, status=Status.GEANNULEERD), [ANDER]) == ()


def test_a_meeting_without_a_time_may_be_at_any_time_and_one_without_a_room_takes_none() -> None:
    (dubbel,) = dubbelboekingen(_op(HIER, plaats=""), [_op(ANDER, begin=None, plaats="")])
    assert dubbel.zinnen == ("Roos van Dalen zit dan ook bij AO WK.",)
