"""Where a nota stands follows from its steps."""

from datetime import datetime

import pytest

from tk_desktop.domain.notastand import Notastap, Stand, stand_van


def _stap(stand: Stand, reden: str = "") -> Notastap:
    return Notastap(id="s", nota_id="n", volgorde="b", moment=datetime(2026, 3, 2), stand=stand, reden=reden)


def test_a_nota_without_steps_is_a_concept_and_else_stands_where_its_last_step_brought_it() -> None:
    assert stand_van(()) is Stand.CONCEPT
    assert stand_van([_stap(Stand.INGEDIEND), _stap(Stand.AKKOORD)]) is Stand.AKKOORD


def test_a_nota_is_not_sent_back_without_a_reason() -> None:
    with pytest.raises(ValueError, match="met een reden"):
        _stap(Stand.TERUGGESTUURD, " ")


@pytest.mark.parametrize("stand", Stand)
def test_from_every_stand_there_is_a_way_on_and_each_step_has_a_name(stand: Stand) -> None:
    assert stand.volgende
    assert stand not in stand.volgende
    assert stand.opdracht
