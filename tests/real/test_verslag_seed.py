"""The verslag at the end of a real vergaderset becomes records (catalogue 85-107)."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tk_desktop.domain.actie import Actiesoort
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake.bestanden import lees_bestanden
from tk_desktop.intake.lezing import GelezenVerslag
from tk_desktop.intake.opnemen import neem_op
from tk_desktop.intake.tekst import lees_tekst
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.terugkomst import likely_returns, tie_back
from tk_desktop.store.werkmap import Store


@pytest.fixture(scope="module")
def verslag(zaden: Path) -> GelezenVerslag:
    (bestand,) = zaden.glob("000_*.txt")
    (gelezen,) = lees_tekst(bestand.read_text(encoding="utf-8")).verslagen
    return gelezen


def test_the_head_of_a_real_verslag(verslag: GelezenVerslag) -> None:
    assert (verslag.datum, verslag.begin, verslag.einde) == (date(2019, 12, 11), time(13, 15), time(14, 45))
    assert "503" in verslag.plaats


def test_thirteen_members_and_five_others_were_there_and_one_was_not(verslag: GelezenVerslag) -> None:
    assert sum(wie.hoedanigheid.is_bestuurder for wie in verslag.aanwezig) == 13
    assert len(verslag.aanwezig) == 18
    assert len(verslag.afwezig) == 1


def test_two_were_there_at_some_items_only(verslag: GelezenVerslag) -> None:
    deels = [(wie.van_punt, wie.tot_punt) for wie in verslag.aanwezig if wie.van_punt or wie.tot_punt]
    assert deels == [(None, Nummer(2)), (Nummer(1), Nummer(1))]


def test_its_rows_have_besluit_and_owner(verslag: GelezenVerslag) -> None:
    assert [str(rij.nummer) for rij in verslag.rijen] == ["1", "1A", "2", "3"]
    besluiten = [rij.besluit.uitkomst if rij.besluit else None for rij in verslag.rijen]
    assert besluiten == [Uitkomst.VASTGESTELD, Uitkomst.VASTGESTELD, Uitkomst.CONFORM, None]
    agenda = verslag.rijen[0].besluit.tekst if verslag.rijen[0].besluit else ""
    assert "29 januari. De BC stemt hiermee in." in agenda, "what is agreed to by ‘hiermee’ stands before it"
    assert "toevoegingen bij punt 5" in agenda
    assert verslag.rijen[3].beslissing.endswith("DPG zoekt uit wanneer."), "the paper ends before a besluit on item 3"
    assert verslag.rijen[3].instemming == ()
    assert "500.000" in (verslag.rijen[1].besluit.tekst if verslag.rijen[1].besluit else "")
    assert [len(rij.instemming) for rij in verslag.rijen] == [2, 2, 0, 0]
    assert [{een.door for een in rij.acties if een.door} for rij in verslag.rijen] == [
        set(), set(), {"GGD/dpg"}, {"GGD/dpg"},
    ]  # fmt: skip


def test_the_promise_is_proposed_to_be_point_8a_of_the_fourth_of_march(zaden: Path, tmp_path: Path) -> None:
    """Of four actions two name a day, and one a day of which the agenda is there: that one alone is proposed."""
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        neem_op(store, lees_bestanden(list(zaden.glob("000_*.txt"))), nu=datetime(2020, 2, 20, tzinfo=UTC))
        acties = store.acties.all()
        assert (len(acties), sum(een.voor is not None for een in acties)) == (4, 2)
        (maart,) = (een for een in store.vergaderingen.all() if een.datum == date(2020, 3, 4))
        (terug,) = likely_returns(store, maart.id)
        assert terug.actie.soort is Actiesoort.TOEZEGGING
        assert terug.waar == "BC PG 4-3-2020, punt 8a"
        tie_back(store, terug.actie.id, terug.punt.id)
        assert [post.terug for post in list_acties(store) if post.terug] == ["BC PG 4-3-2020, punt 8a"]


def test_what_was_secret_may_be_shared_after_a_day(verslag: GelezenVerslag) -> None:
    einden = {stap.einddatum for stap in verslag.geheimhouding if stap.stap is Geheimstap.OPGELEGD}
    assert einden == {date(2019, 12, 18)}


def test_secrecy_was_imposed_twice_and_lifted(verslag: GelezenVerslag) -> None:
    assert [(stap.stap, stap.datum) for stap in verslag.geheimhouding] == [
        (Geheimstap.OPGELEGD, date(2019, 9, 25)),
        (Geheimstap.OPGELEGD, date(2019, 10, 30)),
        (Geheimstap.OPGEHEVEN, date(2019, 12, 11)),
    ]
