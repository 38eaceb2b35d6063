"""On an agenda comes unasked what the last meeting held over, and lifting what was secret until its day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_stuk, een_vergadering
from tests.zittingbouwers import een_besluit
from tk_desktop.domain.agenda import Behandeling, Puntstaat
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.geheimhouding import Geheimhouding
from tk_desktop.domain.vergadering import Status
from tk_desktop.meeting.aanhouden import hold_over, withdraw_punt
from tk_desktop.meeting.aanvullen import (
    Aanvulling,
    complete_agenda,
    lacking,
    next_for_lifting,
    propose_lifting,
    proposed_lifting,
)
from tk_desktop.minutes.geheimhouding import impose_geheimhouding, lift_geheimhouding
from tk_desktop.minutes.register import dossier
from tk_desktop.store.werkmap import Store

MAART, APRIL, MEI = date(2026, 3, 11), date(2026, 4, 8), date(2026, 5, 13)
VANDAAG = date(2026, 4, 1)
BC, AB = "de bestuurscommissie", "het algemeen bestuur"
TITEL = "Opheffen geheimhouding: Bod op de sluis"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A body that met in March and meets in April and May, and the algemeen bestuur that meets in May."""
    bc = een_gremium(id="bc", naam="Bestuurscommissie Waterkant")
    ab = een_gremium(id="ab", naam="Algemeen bestuur", afkorting="AB")
    einde = een_agendapunt(volgorde="z", titel="Sluiting", standaard=True)
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        punten = [een_agendapunt(id="sluis", volgorde="c", titel="Sluis", besloten=True)]
        stukken = [een_stuk(id="bod", agendapunt_id="sluis")]
        gehouden = een_vergadering(id="maart", gremium_id="bc", status=Status.GEHOUDEN, begonnen=time(9))
        bewaar(geopend, een_opname(gremium=bc, vergadering=gehouden, agendapunten=punten, stukken=stukken))
        for id_, gremium, dag in (("april", bc, APRIL), ("mei", bc, MEI), ("ab-mei", ab, MEI)):
            vergadering = een_vergadering(id=id_, gremium_id=gremium.id, datum=dag)
            opening = een_agendapunt(id=f"{id_}-opening", volgorde="a", titel="Opening", standaard=True)
            sluiting = replace(einde, id=f"{id_}-sluiting")
            bewaar(geopend, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=[opening, sluiting]))
        yield geopend


def _geheim(store: Store, einddatum: date | None, orgaan: str = BC) -> Geheimhouding:
    return impose_geheimhouding(
        store,
        "bc",
        "Bod op de sluis",
        grond="economisch",
        orgaan=orgaan,
        op=MAART,
        stukken=["bod"],
        einddatum=einddatum,
    )


def _titels(store: Store, id_: str) -> list[str]:
    return [punt.titel for punt in store.opname(id_).agendapunten]


def test_on_its_day_lifting_comes_on_the_first_agenda_besloten_and_for_decision(store: Store) -> None:
    _geheim(store, APRIL)
    (punt,) = complete_agenda(store, "april", VANDAAG)
    assert _titels(store, "april") == ["Opening", TITEL, "Sluiting"]
    assert (punt.besloten, punt.behandeling) == (True, frozenset({Behandeling.BESLUITVORMING}))
    assert punt.voorstel[0].tekst == (
        "De geheimhouding op ‘Bod op de sluis’, op 11-3-2026 opgelegd door de bestuurscommissie, op te heffen."
    )
    assert [stap.titel for stap in dossier(store, punt.id)] == ["Sluis", TITEL]


@pytest.mark.parametrize("einde", [None, date(2026, 4, 9)])
def test_before_its_day_lifting_is_not_proposed(store: Store, einde: date | None) -> None:
    _geheim(store, einde)
    assert not lacking(store, "april", VANDAAG)
    assert complete_agenda(store, "april", VANDAAG) == ()


def test_it_is_proposed_once_and_to_one_meeting(store: Store) -> None:
    _geheim(store, MAART)
    assert not lacking(store, "mei", VANDAAG)
    (punt,) = complete_agenda(store, "april", VANDAAG)
    assert complete_agenda(store, "april", VANDAAG) == ()
    store.agendapunten.save(replace(punt, titel="Geheimhouding van het bod"))
    assert not lacking(store, "april", VANDAAG)


def test_who_withdraws_it_is_not_asked_again_for_that_meeting_and_it_comes_back_when_it_is_over(store: Store) -> None:
    _geheim(store, MAART)
    (punt,) = complete_agenda(store, "april", VANDAAG)
    withdraw_punt(store, punt.id, "Het bod loopt nog.")
    assert not lacking(store, "april", VANDAAG)
    assert not lacking(store, "mei", VANDAAG)
    store.vergaderingen.save(replace(store.vergaderingen.get("april"), status=Status.GEHOUDEN, begonnen=time(9)))
    assert [punt.titel for punt in complete_agenda(store, "mei", date(2026, 4, 20))] == [TITEL]


def test_what_was_held_over_to_a_later_agenda_is_not_proposed_beside_it(store: Store) -> None:
    _geheim(store, MAART)
    (punt,) = complete_agenda(store, "april", VANDAAG)
    hold_over(store, punt.id, "mei", "Later.")
    assert store.agendapunten.get(punt.id).staat is Puntstaat.AANGEHOUDEN
    assert not lacking(store, "april", VANDAAG)
    assert _titels(store, "mei").count(TITEL) == 1


def test_the_organ_that_imposed_it_finds_it_on_its_own_agenda(store: Store) -> None:
    geheim = _geheim(store, APRIL, orgaan=AB)
    assert not lacking(store, "april", VANDAAG)
    assert lacking(store, "ab-mei", VANDAAG).opheffingen == (geheim,)
    volgende = next_for_lifting(store, geheim.id, VANDAAG)
    assert volgende is not None
    assert volgende.id == "ab-mei"


def test_what_was_lifted_is_not_proposed(store: Store) -> None:
    geheim = _geheim(store, MAART)
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=MAART)
    assert not lacking(store, "april", VANDAAG)


@pytest.mark.parametrize("anders", [{"begonnen": time(9)}, {"status": Status.GEANNULEERD}, {"datum": MAART}])
def test_an_agenda_that_is_over_or_under_way_gets_nothing(store: Store, anders: dict[str, object]) -> None:
    _geheim(store, MAART)
    store.vergaderingen.save(replace(store.vergaderingen.get("april"), **anders))  # type: ignore[arg-type]
    assert lacking(store, "april", VANDAAG) == Aanvulling()


def test_what_was_held_over_at_the_table_comes_too_and_all_is_undone_at_once(store: Store) -> None:
    _geheim(store, APRIL)
    store.besluiten.save(een_besluit(agendapunt_id="sluis", uitkomst=Uitkomst.AANGEHOUDEN))
    punten, wijziging = store.record(lambda: complete_agenda(store, "april", VANDAAG))
    assert [punt.titel for punt in punten] == ["Sluis", TITEL]
    store.redo(wijziging.terug())
    assert _titels(store, "april") == ["Opening", "Sluiting"]


def test_lifting_can_be_put_on_an_agenda_by_hand(store: Store) -> None:
    geheim = _geheim(store, None)
    propose_lifting(store, geheim.id, "mei")
    assert _titels(store, "mei") == ["Opening", TITEL, "Sluiting"]


def test_two_duties_on_one_item_are_each_proposed_and_each_item_lifts_its_own(store: Store) -> None:
    bod = _geheim(store, MAART)
    taxatie = impose_geheimhouding(
        store, "bc", "Taxatie", grond="economisch", orgaan=BC, op=MAART, stukken=["bod"], einddatum=MAART
    )
    eerste, tweede = complete_agenda(store, "april", VANDAAG)
    assert {eerste.geheimhouding_id, tweede.geheimhouding_id} == {bod.id, taxatie.id}
    anders = replace(eerste, titel="Geheimhouding van de sluis")
    store.agendapunten.save(anders)
    eigen = proposed_lifting(store, eerste.id)
    assert eigen is not None
    assert eigen.id == eerste.geheimhouding_id
    lift_geheimhouding(store, eigen.id, orgaan=BC, op=APRIL, bij_punt=eerste.id)
    assert proposed_lifting(store, eerste.id) is None
    ander = proposed_lifting(store, tweede.id)
    assert ander is not None
    assert ander.id == tweede.geheimhouding_id


def test_an_item_that_somebody_typed_lifts_what_it_can_only_mean(store: Store) -> None:
    bod = _geheim(store, MAART)
    store.agendapunten.save(
        een_agendapunt(id="hand", vergadering_id="april", titel="Geheimhouding sluis eraf", herkomst_id="sluis")
    )
    assert proposed_lifting(store, "hand") == bod
    assert not lacking(store, "april", VANDAAG)
    _geheim(store, MAART)
    assert proposed_lifting(store, "hand") is None
    assert len(lacking(store, "april", VANDAAG).opheffingen) == 2


def test_an_item_tells_which_duty_it_proposes_to_lift_until_that_is_done(store: Store) -> None:
    geheim = _geheim(store, None)
    punt = propose_lifting(store, geheim.id, "mei")
    assert proposed_lifting(store, punt.id) == geheim
    assert proposed_lifting(store, "sluis") is None
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=MEI, bij_punt=punt.id)
    assert proposed_lifting(store, punt.id) is None
