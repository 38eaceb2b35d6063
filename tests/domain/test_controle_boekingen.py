"""The check on who and which room is asked by two meetings at one time."""

from dataclasses import replace
from datetime import timedelta

from tests.domain.controlehulp import bevindingen, een_hele_vergadering
from tests.domain.test_boeking import ANDER, HIER
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.boeking import dubbelboekingen
from tk_desktop.domain.vergadering import Status


def test_the_check_tells_what_is_double_booked_until_the_day_is_past() -> None:
    opname = een_hele_vergadering(punten=[])
    dubbel = dubbelboekingen(HIER, [ANDER])
    (mensen,), (zaal,) = (bevindingen(opname, code, dubbelboekingen=dubbel) for code in ("DB01", "DB02"))
    assert (mensen.ernst, mensen.waar) == (
        Ernst.WAARSCHUWING,
        "Vergadering, tijd: AO WK 11-3-2026 (Roos van Dalen)",
    )
    assert zaal.waar == "Vergadering, plaats: AO WK 11-3-2026"
    assert not bevindingen(opname, "DB01", dubbelboekingen=dubbel, vandaag=opname.vergadering.datum + timedelta(1))
    gehouden = replace(opname, vergadering=replace(opname.vergadering, status=Status.GEHOUDEN))
    assert not bevindingen(gehouden, "DB01", dubbelboekingen=dubbel)


def test_many_who_are_double_booked_are_counted_in_the_place() -> None:
    velen = {str(nummer): f"Lid {nummer}" for nummer in range(4)}
    dubbel = dubbelboekingen(replace(HIER, namen=velen), [replace(ANDER, namen=velen)])
    (gevonden,) = bevindingen(een_hele_vergadering(punten=[]), "DB01", dubbelboekingen=dubbel)
    assert gevonden.waar == "Vergadering, tijd: AO WK 11-3-2026 (4 mensen)"
    assert gevonden.wat.startswith("Lid 0, Lid 1, Lid 2 en Lid 3 zitten dan ook bij")
