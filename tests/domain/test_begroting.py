"""What follows from the amounts of a line, and what was printed beside it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.begroting import (
    Bedragsoort,
    Begrotingsregel,
    Regelbedrag,
    Somuitkomst,
    Zijde,
    in_het_totaal,
    lees_regelbedrag,
    tel_op,
)

B = Bedragsoort


def _regel(naam: str = "Kade", **velden: Any) -> Begrotingsregel:
    soorten = [soort for soort in B if soort.value in velden]
    cellen = [lees_regelbedrag(soort, str(velden.pop(soort.value))) or Regelbedrag(soort=soort) for soort in soorten]
    return Begrotingsregel(
        id=naam, programma_id="p", volgorde="a", periode="2024-1", naam=naam, bedragen=tuple(cellen), **velden
    )


def test_saldo_and_eindsaldo_follow_from_the_rest_and_are_stored_only_where_printed_otherwise() -> None:
    regel = _regel(gewijzigd=75_601, besteed=10_095, saldo=65_506, verwacht=16_776, eindsaldo=30_617)
    assert regel.bedrag(B.SALDO) == 65_506
    assert regel.bedrag(B.EINDSALDO) == 48_730
    assert regel.gedrukt(B.EINDSALDO) == 30_617
    assert regel.afwijking(B.EINDSALDO) == -18_113
    assert regel.afwijking(B.SALDO) is None
    assert [een.soort for een in regel.zonder_dubbele().bedragen] == [B.GEWIJZIGD, B.BESTEED, B.VERWACHT, B.EINDSALDO]


@given(st.fixed_dictionaries({}, optional={soort.value: st.integers(-500, 500) for soort in B}))
def test_what_was_printed_comes_back_when_what_follows_is_not_stored(bedragen: dict[str, Any]) -> None:
    regel = _regel(**bedragen)
    kaal = regel.zonder_dubbele()
    for soort in B:
        if soort.value in bedragen:
            assert kaal.gedrukt(soort) == bedragen[soort.value]
        assert kaal.bedrag(soort) == regel.bedrag(soort)
    assert kaal.zonder_dubbele() == kaal


def test_nothing_is_computed_with_an_amount_that_lost_figures() -> None:
    regel = _regel(gewijzigd="€ 37.▯52", besteed=1_000, saldo=36_452)
    assert regel.vragen() == ("Kade, gewijzigd: er zijn cijfers verloren gegaan",)
    assert regel.bedrag(B.GEWIJZIGD) is None
    assert regel.bedrag(B.SALDO) == 36_452
    assert regel.afwijking(B.SALDO) is None
    assert tel_op([regel, _regel("Sluis", gewijzigd=5)], B.GEWIJZIGD) == Somuitkomst(som=5, onzeker=1)
    assert tel_op([regel], B.BESTEED) == Somuitkomst(som=1_000)
    assert tel_op([_regel(gewijzigd="nog onbekend", besteed=2)], B.SALDO) == Somuitkomst(som=0, onzeker=1)


@pytest.mark.parametrize(
    ("tekst", "bedrag", "twijfel"),
    [
        ("€ 37.452", 37_452, ""),
        ("-€ 269.565", -269_565, ""),
        ("€ 1,6 miljoen", 1_600_000, ""),
        ("€ 12,35", None, "het bedrag heeft centen"),
        ("p.m.", None, "dit is geen bedrag"),
    ],
)
def test_an_amount_of_a_paper_is_read_or_doubted(tekst: str, bedrag: int | None, twijfel: str) -> None:
    gelezen = lees_regelbedrag(B.BEGROTING, tekst)
    assert gelezen == Regelbedrag(soort=B.BEGROTING, bedrag=bedrag, tekst=tekst, twijfel=twijfel)
    assert lees_regelbedrag(B.BEGROTING, " ") is None


def test_a_reserve_stands_under_the_total() -> None:
    regels = [
        _regel("Kade", begroting=1),
        _regel("Reserve", buiten_totaal=True),
        _regel("Subsidie", zijde=Zijde.BATEN),
    ]
    assert [een.naam for een in in_het_totaal(regels, Zijde.LASTEN, "2024-1")] == ["Kade"]
    assert in_het_totaal(regels, Zijde.LASTEN, "2024-2") == ()


def test_a_line_has_one_amount_of_a_kind() -> None:
    een = Regelbedrag(soort=B.BEGROTING, bedrag=1)
    with pytest.raises(ValueError, match="ten hoogste één"):
        Begrotingsregel(id="r", programma_id="p", volgorde="a", periode="x", naam="n", bedragen=(een, een))
    assert _regel(besteed=1).met(een).bedragen == (een, Regelbedrag(soort=B.BESTEED, bedrag=1, tekst="1"))
