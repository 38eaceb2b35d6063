"""``tk besluiten``: one subject through AO, DB, BC and AB, with what each decided and who thought otherwise."""

from datetime import date
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering, een_voorstelpunt
from tests.cli.hulp import tk
from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.meeting.aanhouden import continue_punt, hold_over_at_table
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.store.werkmap import Store

GEHEIM = "Oesterbank"
ROUTE = (
    ("ao", "Ambtelijk overleg", "AO", date(2026, 3, 4)),
    ("db", "Dagelijks bestuur", "DB", date(2026, 3, 11)),
    ("bc", "Bestuurscommissie Waterkant", "BC WK", date(2026, 3, 25)),
    ("bc2", "Bestuurscommissie Waterkant", "BC WK", date(2026, 4, 22)),
    ("ab", "Algemeen bestuur", "AB", date(2026, 5, 6)),
)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """The oever goes from the AO to the DB and the BC, which holds it over once and decides, and on to the AB."""
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        besluitvorming = frozenset({Behandeling.BESLUITVORMING})
        voorstel = (een_voorstelpunt(tekst="De oever te herstellen."),)
        for id_, naam, kort, dag in ROUTE:
            gremium = een_gremium(id=f"g-{kort}", naam=naam, afkorting=kort)
            punten = []
            if id_ == "ao":
                oever = een_agendapunt(
                    id="oever", titel="Veilige oevers", behandeling=besluitvorming, voorstel=voorstel
                )
                koop = een_agendapunt(id="koop", titel=GEHEIM, besloten=True, behandeling=besluitvorming)
                punten = [oever, koop]
            vergadering = een_vergadering(id=id_, gremium_id=gremium.id, datum=dag)
            bewaar(store, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten))
        record_besluit(store, "koop", Uitkomst.CONFORM, op=date(2026, 3, 4), tekst=f"{GEHEIM} kopen.")
        record_besluit(store, "oever", Uitkomst.KENNISGENOMEN, op=date(2026, 3, 4))
        db = continue_punt(store, "oever", "db")
        record_besluit(store, db.id, Uitkomst.CONFORM, op=date(2026, 3, 11))
        bc = continue_punt(store, db.id, "bc")
        record_besluit(store, bc.id, Uitkomst.AANGEHOUDEN, op=date(2026, 3, 25))
        weer = hold_over_at_table(store, bc.id)
        assert weer is not None
        record_besluit(
            store,
            weer.id,
            Uitkomst.GEWIJZIGD,
            op=date(2026, 4, 22),
            tekst="De oever te vernieuwen.",
            minderheid="Kadijk wil wachten.",
        )
        ab = continue_punt(store, weer.id, "ab")
        record_besluit(store, ab.id, Uitkomst.VASTGESTELD, op=date(2026, 5, 6))
    return tmp_path / "werkmap"


def test_the_whole_course_of_a_subject_is_told_from_any_of_its_besluiten(werkmap: Path) -> None:
    uitkomst = tk("besluiten", "oevers", "--verloop", "--json", "--werkmap", werkmap)
    assert uitkomst.code == 0
    nummers = [regel["nummer"] for regel in uitkomst.json]
    assert nummers == ["AB 2026-001", "BC WK 2026-002", "BC WK 2026-001", "DB 2026-001", "AO 2026-002"]
    for regel in uitkomst.json:
        stappen = [(stap["gremium"], stap["besluiten"][0]["uitkomst"]) for stap in regel["verloop"]]
        assert stappen == [
            ("AO", "kennisgenomen"),
            ("DB", "conform advies"),
            ("BC WK", "aangehouden"),
            ("BC WK", "gewijzigd"),
            ("AB", "vastgesteld"),
        ]


def test_the_minority_and_the_place_are_told_in_words(werkmap: Path) -> None:
    tekst = tk("besluiten", "oevers", "--verloop", "--gremium", "algemeen bestuur", "--werkmap", werkmap).uit
    assert tekst.startswith("AB 2026-001: Veilige oevers (AB 6-5-2026, punt 1)\n  Vastgesteld: ")
    assert "  • BC WK 22-4-2026, punt 1: Veilige oevers\n      Gewijzigd: De oever te vernieuwen.\n" in tekst
    assert "      Minderheidsstandpunt: Kadijk wil wachten.\n" in tekst


@pytest.mark.parametrize(("vorm", "aantal"), [("--openbaar", 5), ("--besloten", 6)])
def test_what_is_besloten_is_told_only_when_that_is_asked(werkmap: Path, vorm: str, aantal: int) -> None:
    uitkomst = tk("besluiten", vorm, "--verloop", "--json", "--werkmap", werkmap)
    assert len(uitkomst.json) == aantal
    assert (GEHEIM in uitkomst.uit) == (aantal == 6)


def test_nothing_found_is_said(werkmap: Path) -> None:
    assert tk("besluiten", "sluis", "--werkmap", werkmap).uit == "Er zijn geen besluiten gevonden.\n"
