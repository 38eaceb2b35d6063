"""A route over tables: days counted back from the decision, waiting, and tables that do the same work."""

from datetime import date

import pytest

from tk_desktop.domain.overlegroute import (
    Routestap,
    Tafel,
    Tafelrol,
    doorlooptijd,
    langst_wachten,
    overlappen,
    plan,
    vragen,
)

MENSEN = frozenset({"Roos", "Joost", "Sanne"})
AO = Tafel(naam="AO", leden=MENSEN, dagen=(date(2026, 3, 3), date(2026, 3, 31)))
CMT = Tafel(naam="CMT", leden=MENSEN | {"Bram"})
DB = Tafel(naam="DB", leden=frozenset({"Wil", "Joke"}), dagen=(date(2026, 4, 1), date(2026, 4, 22)))
AB = Tafel(naam="AB", dagen=(date(2026, 5, 13),))
ROUTE = (
    Routestap(tafel=AO, rol=Tafelrol.ADVISEREN, daarna=14),
    Routestap(tafel=CMT, rol=Tafelrol.ADVISEREN, daarna=7),
    Routestap(tafel=DB, rol=Tafelrol.VOORBEREIDEN, daarna=28),
    Routestap(tafel=AB, rol=Tafelrol.BESLUITEN),
)


def test_days_are_counted_back_from_the_decision_to_when_each_table_meets() -> None:
    stappen = plan(ROUTE, date(2026, 5, 13))
    assert [(een.stap.tafel.naam, een.dag, een.wacht) for een in stappen] == [
        ("AO", date(2026, 3, 3), 8),
        ("CMT", date(2026, 3, 25), 0),
        ("DB", date(2026, 4, 1), 14),
        ("AB", date(2026, 5, 13), 0),
    ]
    assert doorlooptijd(stappen) == 71
    assert langst_wachten(stappen) == {"DB": 14, "AO": 8}
    assert vragen(stappen) == ()


def test_a_table_that_does_not_meet_in_time_and_a_day_that_passed_are_told() -> None:
    stappen = plan(ROUTE, date(2026, 4, 20))
    assert [een.dag is None for een in stappen] == [True, False, True, False]
    assert vragen(stappen, date(2026, 3, 20)) == (
        "AO vergadert niet op of voor 2 maart 2026; de route past niet.",
        "CMT had het op 16 maart 2026 moeten bespreken; dat is voorbij.",
        "DB vergadert niet op of voor 23 maart 2026; de route past niet.",
    )
    assert vragen(plan(ROUTE[:2], date(2026, 4, 20)))[-1].startswith("Eén tafel besluit")


def test_tables_that_do_the_same_work_with_the_same_people_are_named() -> None:
    (een,) = overlappen(ROUTE)
    assert (een.een, een.ander) == ("AO", "CMT")
    assert een.reden == "Beide tafels doen hetzelfde (adviseert), met 3 dezelfde mensen."
    dubbel = (*ROUTE, Routestap(tafel=DB, rol=Tafelrol.BESLUITEN))
    assert [een.reden for een in overlappen(dubbel)][1:] == [
        "Het voorstel komt twee keer op dezelfde tafel.",
        "Beide tafels besluiten over hetzelfde.",
    ]


def test_no_time_runs_backwards_between_two_steps() -> None:
    with pytest.raises(ValueError, match="negatief"):
        Routestap(tafel=AO, rol=Tafelrol.ADVISEREN, daarna=-1)
    assert doorlooptijd(()) == 0
    assert plan((), date(2026, 1, 1)) == ()
