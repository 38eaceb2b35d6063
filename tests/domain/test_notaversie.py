"""When a version is kept, and when two states are the same."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.bouwers import een_nota, een_sectie
from tk_desktop.domain.notaversie import RUST, Notaversie, na_rust, zelfde_inhoud

NU = datetime(2026, 3, 2, 14, 30)


def test_the_first_edit_and_the_first_after_half_an_hour_come_after_rest() -> None:
    assert na_rust(None, NU)
    assert na_rust(NU - RUST, NU)
    assert not na_rust(NU - RUST + timedelta(seconds=1), NU)
    assert na_rust(NU + timedelta(hours=1), NU)  # the clock was put back
    assert na_rust(NU - RUST, NU.astimezone())  # kept before moments knew their offset
    assert not na_rust(NU, NU.astimezone())


def test_the_order_of_reading_makes_no_other_version() -> None:
    een, twee = een_sectie(), een_sectie()
    nota = een_nota(secties=(een, twee))
    assert zelfde_inhoud(nota, replace(nota, secties=(twee, een)))
    assert not zelfde_inhoud(nota, replace(nota, secties=(een, replace(twee, tekst="Anders."))))


def test_a_version_holds_its_own_nota() -> None:
    with pytest.raises(ValueError, match="eigen nota"):
        Notaversie(id="v", nota_id="ander", volgorde="b", moment=NU, reden="", nota=een_nota())
