"""What the start screen and the lists of meetings and papers tell."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_stukversie, een_vergadering
from tests.zittingbouwers import een_actie
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.overzicht import (
    adres_van,
    kop_van,
    openregels,
    over_dagen,
    startregels,
    stukregels,
    vergaderregels,
    zoekregels,
)
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.datum import dag_kort
from tk_desktop.domain.leesstand import Leesstand
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.aanhouden import hold_over, set_aside, withdraw_punt
from tk_desktop.pack.controleren import check
from tk_desktop.pack.zoeken import Keuze
from tk_desktop.store.werkmap import Store

VANDAAG = date(2026, 3, 3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        gremium = een_gremium(id="wk")
        for id_, dag in (("later", date(2026, 5, 13)), ("eerst", date(2026, 3, 11)), ("oud", date(2025, 12, 10))):
            punten = [een_agendapunt(id=f"{id_}-kade", titel="Kade")] if id_ == "eerst" else []
            stukken = [
                een_stuk(id="bijlage", agendapunt_id="eerst-kade", hoort_bij="nota", titel="Kaart", volgorde="a"),
                een_stuk(id="nota", agendapunt_id="eerst-kade", titel="Kadeplan", volgorde="b"),
            ]
            opname = een_opname(
                gremium=gremium,
                vergadering=een_vergadering(id=id_, gremium_id="wk", datum=dag),
                agendapunten=punten,
                stukken=stukken if punten else [],
            )
            bewaar(geopend, opname)
        yield geopend


def test_a_day_is_short_and_a_meeting_named_whole(store: Store) -> None:
    assert dag_kort(date(2020, 3, 4)) == "wo 4 mrt"
    assert dag_kort(date(2026, 5, 13)) == "wo 13 mei"
    assert kop_van(store.opname("eerst")) == "woensdag 11 maart 2026, 09.00 – 10.30 uur, Kamer 2, Kadehuis"


@pytest.mark.parametrize(("dag", "woorden"), [(3, "vandaag"), (4, "morgen"), (11, "over 8 dagen")])
def test_how_far_a_meeting_is_stands_in_words(dag: int, woorden: str) -> None:
    assert over_dagen(date(2026, 3, dag), VANDAAG) == woorden


def test_meetings_to_come_stand_first_and_the_nearest_on_top(store: Store) -> None:
    assert [regel.adres.vergadering for regel in vergaderregels(store, VANDAAG)] == ["eerst", "later", "oud"]


def test_papers_stand_in_the_order_of_the_agenda_with_their_bijlagen_behind_them(store: Store) -> None:
    assert [regel.teksten[1] for regel in stukregels(store, VANDAAG)] == ["Kadeplan", "Kaart"]


def test_the_start_screen_tells_what_comes_what_waits_and_where_one_was(store: Store) -> None:
    kade = Adres(scherm=Scherm.VERGADERINGEN, vergadering="eerst", punt="eerst-kade")
    start = startregels(store, VANDAAG, [kade, Adres(scherm=Scherm.VERGADERINGEN, vergadering="weg")], secretaris=True)
    assert [regel.teksten[0] for regel in start.komt] == ["wo 11 mrt 09.00", "wo 13 mei 09.00"]
    assert [regel.adres for regel in start.verder] == [kade]
    assert any("Kadeplan" in regel.teksten[0] or "nota" in regel.teksten[0] for regel in start.wacht)


def test_the_start_screen_says_at_which_page_of_how_many_one_was(store: Store) -> None:
    store.versies.save(een_stukversie(stuk_id="nota", sha256="a" * 64, paginas=31))
    gezien = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
    stand = Leesstand(
        id="stand", vergadering_id="eerst", papier="nota", eigenaar="Roos", versie="a" * 64, pagina=14, gezien=gezien
    )
    store.leesstanden.save(stand)
    start = startregels(store, VANDAAG, (), "Roos")
    assert start.verder[0].teksten[-2:] == ("Kadeplan", "blz. 14 van 31")


def test_a_meeting_that_comes_tells_how_its_agenda_stands(store: Store) -> None:
    eerst = startregels(store, VANDAAG, [], secretaris=True).komt[0]
    fouten = sum(bevinding.ernst is Ernst.FOUT for bevinding in check(store, "eerst"))
    assert fouten
    assert eerst.teksten[2] == f"over 8 dagen · concept · {fouten} {'fout' if fouten == 1 else 'fouten'}"


def test_actions_that_are_late_wait_for_the_user(store: Store) -> None:
    gremium = store.gremia.all()[0].id
    for voor in (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)):
        store.acties.save(een_actie(gremium_id=gremium, voor=voor))
    eerste = startregels(store, VANDAAG, []).wacht[0]
    assert (eerste.teksten[0], eerste.adres.scherm) == ("2 acties zijn te laat", Scherm.ACTIES)


def test_what_was_held_over_without_a_meeting_waits_for_the_secretaris(store: Store) -> None:
    set_aside(store, "eerst-kade", "De cijfers ontbreken nog")
    start = startregels(store, VANDAAG, [], secretaris=True)
    assert start.wacht[0].teksten == ("‘Kade’ is aangehouden en wacht op een vergadering", "BC WK 11-3-2026")
    assert start.wacht[0].adres.punt == "eerst-kade"
    assert not [regel for regel in startregels(store, VANDAAG, []).wacht if "aangehouden" in regel.teksten[0]]
    hold_over(store, "eerst-kade", "later", "De cijfers ontbreken nog")
    assert not [r for r in startregels(store, VANDAAG, [], secretaris=True).wacht if "aangehouden" in r.teksten[0]]


def test_everything_can_be_opened_once(store: Store) -> None:
    adressen = [regel.adres for regel in openregels(store, VANDAAG, [])]
    assert len(adressen) == len(set(adressen)) == 6


def test_what_was_opened_last_stands_first_in_the_words_of_the_others(store: Store) -> None:
    alle = openregels(store, VANDAAG, [])
    laatste, middelste = alle[-1], alle[2]
    recent = [laatste.adres, middelste.adres, Adres(scherm=Scherm.VERGADERINGEN, vergadering="weg")]
    andere = [regel for regel in alle if regel not in (laatste, middelste)]
    assert openregels(store, VANDAAG, recent) == (laatste, middelste, *andere)


def test_a_bijlage_stands_at_the_item_of_its_nota(store: Store) -> None:
    assert adres_van(store.opname("eerst"), "bijlage").punt == "eerst-kade"


def test_what_is_found_leads_to_its_place(store: Store) -> None:
    (regel,) = [regel for regel in zoekregels(store, "kade", Keuze()) if regel.adres.punt]
    assert regel.adres == Adres(scherm=Scherm.VERGADERINGEN, vergadering="eerst", punt="eerst-kade")


def test_what_was_taken_off_its_agenda_is_opened_by_its_name_too(store: Store) -> None:
    punt = store.agendapunten.get("eerst-kade")
    withdraw_punt(store, punt.id, "Van tafel.")
    (regel,) = [een for een in openregels(store, VANDAAG, []) if een.adres.punt == punt.id and not een.adres.stuk]
    assert regel.teksten[0] == f"{punt.titel} (niet meer op de agenda)"


def test_a_meeting_of_which_several_places_were_opened_is_read_once_for_a_screen(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    gelezen, echt = list[str](), Store.opname
    recent = [adres_van(store.opname("eerst"), id_) for id_ in ("eerst-kade", "nota", "bijlage", "")]

    def lees(store: Store, id_: str) -> Momentopname:
        gelezen.append(id_)
        return echt(store, id_)

    monkeypatch.setattr(Store, "opname", lees)
    assert [regel.adres for regel in startregels(store, VANDAAG, recent).verder] == recent
    assert gelezen.count("eerst") == 1
    gelezen.clear()
    assert [regel.adres for regel in openregels(store, VANDAAG, recent)][:4] == recent
    assert gelezen.count("eerst") == 1
