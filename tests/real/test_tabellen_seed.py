"""The tables of two real reports against the readings that were made by hand: every cell."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.cli.hulp import tk
from tk_desktop.domain.cijfertabel import Cijfertabel, Eenheid
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.tekst import herstelde_regels


@cache
def _tabellen(zaden: Path, nummer: str) -> tuple[Cijfertabel, ...]:
    (bestand,) = zaden.glob(f"{nummer}_*.txt")
    return vind_tabellen(herstelde_regels(bestand.read_text(encoding="utf-8")))


@pytest.fixture
def waar(gedeeld: Path) -> dict[str, Any]:
    gelezen: dict[str, Any] = json.loads((gedeeld / "truth/truth_finance_seed004.json").read_text(encoding="utf-8"))
    return gelezen


def _rijen(tabel: Cijfertabel) -> list[tuple[int, list[int | None]]]:
    return [(rij.regel, [cel.bedrag for cel in rij.cellen]) for rij in tabel.posten]


def _totaal(tabel: Cijfertabel) -> list[int | None]:
    assert tabel.totaal is not None
    return [cel.bedrag for cel in tabel.totaal.cellen]


def test_every_budget_table_reads_as_by_hand(zaden: Path, waar: dict[str, Any]) -> None:
    gelezen = _tabellen(zaden, "004")[:-2]
    assert [tabel.titel for tabel in gelezen] == [hand["name"] for hand in waar["tables"]]
    for tabel, hand in zip(gelezen, waar["tables"], strict=True):
        kolommen = hand["columns"]
        assert [tabel.van, tabel.tot] == hand["lines"]
        assert [kolom.naam for kolom in tabel.kolommen] == hand["column_labels"]
        assert [rij.naam for rij in tabel.posten] == [rij["post"] for rij in hand["rows"]]
        assert _rijen(tabel) == [(rij["line"], [rij[kolom] for kolom in kolommen]) for rij in hand["rows"]]
        assert _totaal(tabel) == [hand["total_stated"][kolom] for kolom in kolommen]
        assert tabel.eenheid is Eenheid.EURO


def test_every_sum_of_the_budget_tables_is_as_by_hand(zaden: Path, waar: dict[str, Any]) -> None:
    for tabel, hand in zip(_tabellen(zaden, "004")[:-2], waar["tables"], strict=True):
        assert [som.som for som in tabel.sommen()] == [hand["total_computed"][kolom] for kolom in hand["columns"]]
        assert tabel.fouten == ()


def test_the_overview_with_two_sides_reads_as_by_hand_and_its_real_errors_are_told(
    zaden: Path, waar: dict[str, Any]
) -> None:
    hand = waar["overview"]
    baten, lasten = _tabellen(zaden, "004")[-2:]
    assert [(rij.naam, [cel.bedrag for cel in rij.cellen]) for rij in baten.posten] == [
        (rij["post"], [rij["begroting"], rij["gewijzigde_begroting_jul_2024"]]) for rij in hand["baten"]
    ]
    velden = ("begroting_dec_2023", "gewijzigde_begroting_jul_2024", "verwacht_eindsaldo_2024_12_31")
    assert [(rij.naam, rij.regel, [cel.bedrag for cel in rij.cellen]) for rij in lasten.posten] == [
        (rij["post"], rij["line"], [rij[veld] for veld in velden]) for rij in hand["lasten"]
    ]
    gesteld, som = hand["totaal_lasten_stated"], hand["totaal_lasten_computed"]
    assert _totaal(lasten) == [gesteld["begroting"], gesteld["gewijzigd"], gesteld["eindsaldo"]]
    assert baten.fouten == ()
    assert [(fout.som, fout.totaal) for fout in lasten.fouten] == [
        (som["begroting"], gesteld["begroting"]),
        (som["gewijzigd"], gesteld["gewijzigd"]),
    ]


def test_every_financial_table_of_the_other_report_is_found_with_its_unit(zaden: Path) -> None:
    tabellen = _tabellen(zaden, "003")
    assert [(tabel.tot, len(tabel.rijen), len(tabel.kolommen)) for tabel in tabellen] == [
        (1290, 1, 5), (1917, 2, 3), (1941, 4, 5), (3646, 11, 5), (4245, 2, 3), (4265, 4, 5), (4744, 1, 3), (4848, 8, 4),
        (4969, 2, 3), (4988, 2, 3), (5306, 8, 4),
    ]  # fmt: skip
    in_duizend = [tabel.tot for tabel in tabellen if tabel.eenheid is Eenheid.DUIZEND]
    assert in_duizend == [4848, 4969, 4988, 5306]
    assert [fout for tabel in tabellen for fout in tabel.fouten] == [], "their totals are right but for rounding"
    haven = next(tabel for tabel in tabellen if tabel.tot == 3646)
    assert _totaal(haven) == [7575353, 2340693, 2081599, 3153060, None]
    assert [cel.bedrag for cel in haven.rijen[1].cellen][:4] == [1076107, 1308215, 37456, -269565]


@pytest.mark.parametrize("nummer", ["000", "001", "002"])
def test_what_is_no_report_has_no_tables_of_amounts(zaden: Path, nummer: str) -> None:
    assert _tabellen(zaden, nummer) == ()


@pytest.mark.parametrize(("nummer", "aantal"), [("003", 11), ("004", 7)])
def test_a_report_is_taken_in_with_its_tables(zaden: Path, tmp_path: Path, nummer: str, aantal: int) -> None:
    (bestand,) = zaden.glob(f"{nummer}_*.txt")
    gegevens = tk("intake", bestand, "--werkmap", tmp_path / "werkmap", "--json").json
    assert len(gegevens["tabellen"]) == aantal
    assert {"titel", "regels", "kolommen", "rijen", "totaal"} <= set(gegevens["tabellen"][0])
    assert all(
        isinstance(b, int | None) for tabel in gegevens["tabellen"] for rij in tabel["rijen"] for b in rij["bedragen"]
    )
