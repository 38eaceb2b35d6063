"""Advice that is late is found; a meeting without advice, or one that is over, stays silent."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.domain.controlehulp import bevindingen, een_hele_vergadering, een_punt_met_nota, samen
from tk_desktop.domain.advies import Advies, Oordeel, afdruk
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.vergadering import Status

LATER = date(2026, 3, 5)


def _opname() -> Momentopname:
    return samen(een_punt_met_nota())


def _gevraagd(opname: Momentopname, **anders: Any) -> dict[str, tuple[Advies, ...]]:
    (nota,) = opname.notas.values()
    standaard: dict[str, Any] = {
        "id": "a",
        "nota_id": nota.id,
        "volgorde": "a",
        "van": "Financiën",
        "gevraagd": date(2026, 2, 20),
        "uiterlijk": date(2026, 3, 2),
    }
    return {nota.id: (Advies(**{**standaard, **anders}),)}


def test_advice_that_is_late_is_told_with_the_place_of_its_nota() -> None:
    opname = _opname()
    (gevonden,) = bevindingen(opname, "AV01", adviezen=_gevraagd(opname), vandaag=LATER)
    assert gevonden.ernst is Ernst.WAARSCHUWING
    assert gevonden.bij in opname.notas
    assert gevonden.waar.endswith(", advies van Financiën")
    assert "uiterlijk 2 maart 2026" in gevonden.wat


def test_advice_that_is_there_or_not_yet_due_is_not_told() -> None:
    opname = _opname()
    (nota,) = opname.notas.values()
    (los,) = _gevraagd(opname)[nota.id]
    for rij in (
        (los.met_oordeel(Oordeel.NEGATIEF, "Te duur", LATER, afdruk(nota)),),
        (los.met_oordeel(Oordeel.POSITIEF, "", LATER, "van eerdere woorden"),),
        (replace(los, uiterlijk=LATER),),
        (replace(los, uiterlijk=None),),
        (los, replace(los, id="b", volgorde="b", uiterlijk=None)),
    ):
        assert bevindingen(opname, "AV01", adviezen={nota.id: rij}, vandaag=LATER) == []


def test_without_today_after_the_meeting_or_off_the_agenda_nothing_is_late() -> None:
    opname = _opname()
    adviezen = _gevraagd(opname)
    assert bevindingen(opname, "AV01", adviezen=adviezen) == []
    assert bevindingen(opname, "AV01", adviezen=adviezen, vandaag=date(2026, 3, 12)) == []
    gehouden = replace(opname, vergadering=replace(opname.vergadering, status=Status.GEHOUDEN))
    assert bevindingen(gehouden, "AV01", adviezen=adviezen, vandaag=LATER) == []
    leeg = opname.zonder(frozenset(punt.id for punt in opname.agendapunten), frozenset())
    assert bevindingen(leeg, "AV01", adviezen=adviezen, vandaag=LATER) == []
    assert bevindingen(een_hele_vergadering(), "AV01", vandaag=LATER) == []
