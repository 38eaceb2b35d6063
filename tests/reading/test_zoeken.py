"""Own notes are found over all years, blind to accents and capitals; notes of others only when one may read them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_vergadering
from tk_desktop.domain.aantekening import Anker, Soort, Zicht
from tk_desktop.reading.aantekeningen import (
    Leesplek,
    add_aantekening,
    add_puntnotitie,
    answer_vraag,
    remove_aantekeningen,
    share_aantekeningen,
)
from tk_desktop.reading.voorbereidingen import set_voorbereiding
from tk_desktop.reading.zoeken import find_aantekeningen, find_voorbereidingen
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
ROOS, WIES = "Roos van Dalen", "Wies Aalders"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        gremium = een_gremium(id="gremium")
        for jaar in (2019, 2026):
            vergadering = een_vergadering(id=f"v{jaar}", gremium_id="gremium", datum=date(jaar, 3, 11))
            punten = [een_agendapunt(id=f"punt{jaar}", titel="Oever")]
            stukken = [een_stuk(id=f"nota{jaar}", agendapunt_id=f"punt{jaar}")]
            bewaar(geopend, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten, stukken=stukken))
        yield geopend


def _schrijf(store: Store, jaar: int, tekst: str, *, wie: str = ROOS, soort: Soort = Soort.NOTITIE) -> str:
    plek = Leesplek(vergadering_id=f"v{jaar}", papier=f"nota{jaar}", agendapunt_id=f"punt{jaar}")
    anker = Anker(versie="a" * 64, pagina=14, citaat="de financiële dekking")
    return add_aantekening(store, plek, anker, soort, eigenaar=wie, moment=NU, tekst=tekst).id


def test_a_note_of_years_ago_is_found_with_its_meeting_paper_and_page(store: Store) -> None:
    _schrijf(store, 2019, "Wie betaalt dit ná 2022?")
    (een,) = find_aantekeningen(store, "na betaalt", lezer=ROOS)
    assert (een.waar, een.datum, een.pagina) == ("BC WK 11-3-2019 1", date(2019, 3, 11), 14)
    assert (een.vergadering_id, een.papier) == ("v2019", "nota2019")
    assert "‹betaalt›" in een.fragment


def test_the_passage_is_found_too_without_accents_or_capitals(store: Store) -> None:
    for jaar in (2019, 2026):
        _schrijf(store, jaar, "")
    gevonden = find_aantekeningen(store, "FINANCIELE", lezer=ROOS)
    assert {een.vergadering_id for een in gevonden} == {"v2019", "v2026"}


def test_a_note_on_an_item_is_found_at_the_item(store: Store) -> None:
    add_puntnotitie(store, "punt2026", "Zwanenzang", eigenaar=ROOS, moment=NU)
    (een,) = find_aantekeningen(store, "zwanenzang", lezer=ROOS)
    assert (een.waar, een.pagina, een.papier, een.punt_id) == ("BC WK 11-3-2026 punt 1", 0, "", "punt2026")


def test_notes_of_others_are_found_only_when_one_may_read_them(store: Store) -> None:
    id_ = _schrijf(store, 2026, "Zwanenzang", wie=WIES)
    assert find_aantekeningen(store, "zwanenzang", lezer=ROOS) == ()
    share_aantekeningen(store, [id_], Zicht.GEDEELD, NU, met=[ROOS])
    (een,) = find_aantekeningen(store, "zwanenzang", lezer=ROOS)
    assert not een.eigen


def test_many_notes_of_others_push_out_none_of_ones_own(store: Store) -> None:
    for _ in range(60):
        _schrijf(store, 2026, "Zwanenzang", wie=WIES)
    _schrijf(store, 2026, "Ook hier staat ergens, na veel andere woorden, een zwanenzang")
    assert len(find_aantekeningen(store, "zwanenzang", lezer=ROOS, hoogstens=2)) == 1


def test_an_answer_is_found_and_a_removed_note_is_not(store: Store) -> None:
    id_ = _schrijf(store, 2026, "Wie betaalt?", soort=Soort.VRAAG)
    answer_vraag(store, id_, "Het zwemfonds", NU)
    assert len(find_aantekeningen(store, "zwemfonds", lezer=ROOS)) == 1
    remove_aantekeningen(store, [id_])
    assert find_aantekeningen(store, "zwemfonds", lezer=ROOS) == ()


def test_a_note_on_a_paper_that_is_gone_is_still_found(store: Store) -> None:
    _schrijf(store, 2026, "Zwanenzang")
    with store.transaction():
        store.stukken.delete("nota2026")
    (een,) = find_aantekeningen(store, "zwanenzang", lezer=ROOS)
    assert een.waar == "BC WK 11-3-2026 stuk dat er niet meer is"


def test_what_was_prepared_years_ago_is_found_by_who_prepared_it(store: Store) -> None:
    set_voorbereiding(
        store, "punt2019", eigenaar=ROOS, standpunt="Vóór, mits gedekt", actie="Bellen over de coördinatie"
    )
    set_voorbereiding(store, "punt2026", eigenaar=ROOS, vraag="Wie betaalt?")
    (een,) = find_voorbereidingen(store, "COORDINATIE -betaalt", lezer=ROOS)
    assert (een.vergadering_id, een.punt_id, een.waar) == ("v2019", "punt2019", "BC WK 11-3-2019 punt 1")
    assert "‹coördinatie›" in een.fragment
    assert len(find_voorbereidingen(store, "gedekt OF betaal*", lezer=ROOS)) == 2
    assert find_voorbereidingen(store, "coordinatie", lezer=WIES) == ()
    assert find_voorbereidingen(store, "", lezer=ROOS) == ()
