"""The checks on a real set, taken in as text: what is wrong in it is found, and nothing else."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.pack.controleren import check
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def gevonden(zaden: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Bevinding, ...]]:
    """What the checks find in the oldest set."""
    (bron,) = zaden.glob("000_*.txt")
    with Store.open(tmp_path_factory.mktemp("werkmap"), maken=True) as store:
        inname = neem_op(store, lees_bestanden([bron]), nu=datetime(2020, 2, 20, 12, 0))
        yield check(store, inname.vergaderingen[0])


def _nummers(gevonden: tuple[Bevinding, ...], code: str) -> list[str]:
    return [bevinding.waar.split()[0] for bevinding in gevonden if bevinding.code == code]


def test_only_the_nota_that_lists_another_number_of_bijlagen_is_flagged(gevonden: tuple[Bevinding, ...]) -> None:
    assert _nummers(gevonden, "VL01") == ["2a"]
    [bevinding] = [b for b in gevonden if b.code == "VL01"]
    assert bevinding.wat == "De agenda noemt bij 2a bijlagen 1 t/m 3; de nota noemt er 2."


def test_the_registration_number_of_four_notas_gives_one_finding(gevonden: tuple[Bevinding, ...]) -> None:
    [bevinding] = [b for b in gevonden if b.code == "SH01"]
    assert bevinding.wat.startswith("Registratienummer 2020-000132 is 4 keer gebruikt: BC PG 4-3-2020 2a, ")


def test_nine_sub_items_in_five_minutes_do_not_fit(gevonden: tuple[Bevinding, ...]) -> None:
    assert [b.wat for b in gevonden if b.code == "TP02"] == ["Bij 8 en 9 staan 9 subpunten in 5 minuten."]


def test_nothing_that_is_right_in_the_set_is_flagged(gevonden: tuple[Bevinding, ...]) -> None:
    assert {b.code for b in gevonden} == {"SH01", "VL01", "SH09", "VL09", "TP02", "VL04", "SH03", "PG04"}
    assert _nummers(gevonden, "VL09") == ["2b", "2b", "3"]
    assert _nummers(gevonden, "SH03") == ["8b"]
