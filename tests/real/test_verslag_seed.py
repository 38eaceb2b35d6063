"""The verslag at the end of a real vergaderset becomes records (catalogue 85-107)."""

from datetime import date, time
from pathlib import Path

import pytest

from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.geheimhouding import Geheimstap
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake.lezing import GelezenVerslag
from tk_desktop.intake.tekst import lees_tekst


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


def test_the_promise_returns_on_the_fourth_of_march(verslag: GelezenVerslag) -> None:
    beloften = [een for rij in verslag.rijen for een in rij.acties if een.toezegging]
    assert date(2020, 3, 4) in {een.voor for een in beloften}


def test_what_was_secret_may_be_shared_after_a_day(verslag: GelezenVerslag) -> None:
    einden = {stap.einddatum for stap in verslag.geheimhouding if stap.stap is Geheimstap.OPGELEGD}
    assert einden == {date(2019, 12, 18)}


def test_secrecy_was_imposed_twice_and_lifted(verslag: GelezenVerslag) -> None:
    assert [(stap.stap, stap.datum) for stap in verslag.geheimhouding] == [
        (Geheimstap.OPGELEGD, date(2019, 9, 25)),
        (Geheimstap.OPGELEGD, date(2019, 10, 30)),
        (Geheimstap.OPGEHEVEN, date(2019, 12, 11)),
    ]
