"""What is kept secret is closed at once, and opens exactly when it is lifted."""

from datetime import UTC, date, datetime, time

import pytest

from tests.bouwers import een_agendapunt, een_stuk
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.geheimhouding import AlOpgeheven, EindeVoorOpleggen, Geheimhouding, Geheimstap, StapTeVroeg
from tk_desktop.minutes.acties import take_actieregel
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.geheimhouding import (
    NietsGeheim,
    geheimstand,
    impose_geheimhouding,
    last_inzagen,
    lift_geheimhouding,
    log_inzage,
    ratify_geheimhouding,
    set_einddatum,
)
from tk_desktop.minutes.stemmingen import call_stemming
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.minutes.verslagen import write_besproken
from tk_desktop.store.werkmap import Store

MAART, APRIL, MEI = date(2026, 3, 11), date(2026, 4, 8), date(2026, 5, 13)
BC = "de bestuurscommissie"


@pytest.fixture
def store(store: Store) -> Store:
    for id_, punt in (("nota", "oever"), ("kaart", "oever"), ("bod", "koop")):
        store.stukken.save(een_stuk(id=id_, vergadering_id="maart", agendapunt_id=punt))
    return store


def _opgelegd(store: Store, **anders: object) -> Geheimhouding:
    waarden = {"grond": "economisch", "orgaan": BC, "op": MAART, "stukken": ["nota"], **anders}
    return impose_geheimhouding(store, "bc", "Onderhandeling", **waarden)  # type: ignore[arg-type]


def test_imposing_closes_what_it_covers_and_nothing_else(store: Store) -> None:
    geheim = _opgelegd(store, agendapunten=["sluis"])
    opname = store.opname("maart")
    assert {stuk.id for stuk in opname.stukken if opname.stuk_is_besloten(stuk)} == {"bod", "nota"}
    assert opname.is_besloten(opname.punt("sluis"))
    assert opname.geheim == (geheim,)


@pytest.mark.parametrize("anders", [{"stukken": []}, {"grond": " "}])
def test_geheimhouding_rests_on_something_and_has_a_ground(store: Store, anders: dict[str, object]) -> None:
    with pytest.raises(NietsGeheim):
        _opgelegd(store, **anders)
    assert store.geheimhoudingen.all() == ()


def test_lifting_opens_exactly_what_was_covered(store: Store) -> None:
    geheim = _opgelegd(store)
    opheffing = lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL, bij_punt="opening")
    assert (opheffing.stukken, opheffing.agendapunten, opheffing.vergaderingen) == (("nota",), (), ("maart",))
    assert not store.stukken.get("nota").besloten
    assert store.opname("maart").geheim == ()


def test_what_another_duty_covers_or_stands_at_a_besloten_item_stays_closed(store: Store) -> None:
    geheim = _opgelegd(store, stukken=["nota", "bod"])
    _opgelegd(store, stukken=["nota"])
    opheffing = lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL)
    assert opheffing.stukken == ()
    assert store.stukken.get("nota").besloten


def test_what_was_besloten_before_the_duty_stays_closed_when_it_is_lifted(store: Store) -> None:
    eerste = _opgelegd(store, stukken=["kaart"], agendapunten=["koop", "sluis"])
    tweede = _opgelegd(store, stukken=["kaart"], agendapunten=["koop", "sluis"])
    assert lift_geheimhouding(store, eerste.id, orgaan=BC, op=APRIL).agendapunten == ()
    opheffing = lift_geheimhouding(store, tweede.id, orgaan=BC, op=MEI)
    assert (opheffing.agendapunten, opheffing.stukken) == (("sluis",), ("kaart",))
    assert store.agendapunten.get("koop").besloten


def test_lifting_keeps_closed_what_was_said_and_decided_behind_closed_doors(store: Store) -> None:
    store.agendapunten.save(een_agendapunt(id="deel", vergadering_id="maart", ouder_id="sluis", volgorde="1"))
    open_zitting(store, "maart", time(9))
    geheim = _opgelegd(store, agendapunten=["sluis"])
    for punt_id in ("sluis", "deel"):
        write_besproken(store, punt_id, "Roos: wij gaan tot de Oesterbank.", besloten_deel="En verder.")
    write_besproken(store, "opening", "De voorzitter opent.")
    record_besluit(store, "sluis", Uitkomst.KENNISGENOMEN, op=MAART)
    take_actieregel(store, "sluis", "!Roos koopt de Oesterbank 1 mei")
    call_stemming(store, "sluis", "Oesterbank")
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL)
    zitting = store.zitting("maart")
    assert zitting.verslagen["sluis"].besloten_deel == "Roos: wij gaan tot de Oesterbank.\n\nEn verder."
    openbaar = zitting.voor_iedereen()
    assert {"sluis", "deel"} <= set(openbaar.rij)
    assert openbaar.verslagen["opening"].besproken == "De voorzitter opent."
    assert "Oesterbank" not in repr(openbaar)
    assert (openbaar.besluiten, openbaar.acties, openbaar.stemmingen) == ((), (), ())


def test_an_item_tells_how_each_duty_on_it_stands(store: Store) -> None:
    geheim = _opgelegd(store, stukken=["bod"])
    assert geheimstand(store, "oever") == ()
    opgelegd = "Geheimhouding op ‘Onderhandeling’ opgelegd op 11-3-2026 door de bestuurscommissie."
    assert geheimstand(store, "koop") == (opgelegd,)
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL)
    assert geheimstand(store, "koop") == (
        "Geheimhouding op ‘Onderhandeling’ opgeheven op 8-4-2026 door de bestuurscommissie; nog wel besloten.",
    )


def test_what_was_lifted_is_not_ratified_or_lifted_again(store: Store) -> None:
    geheim = _opgelegd(store)
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL)
    with pytest.raises(AlOpgeheven, match="Onderhandeling"):
        lift_geheimhouding(store, geheim.id, orgaan=BC, op=MEI)
    with pytest.raises(AlOpgeheven):
        ratify_geheimhouding(store, geheim.id, orgaan=BC, op=MEI)


def test_steps_follow_each_other_in_time(store: Store) -> None:
    geheim = ratify_geheimhouding(store, _opgelegd(store).id, orgaan="het algemeen bestuur", op=APRIL)
    assert geheim.is_bekrachtigd
    with pytest.raises(StapTeVroeg, match="8-4-2026"):
        lift_geheimhouding(store, geheim.id, orgaan=BC, op=MAART)
    assert store.stukken.get("nota").besloten
    assert [een.stap for een in store.geheimhoudingen.get(geheim.id).gebeurtenissen] == [
        Geheimstap.OPGELEGD,
        Geheimstap.BEKRACHTIGD,
    ]


def test_undoing_closes_what_lifting_opened(store: Store) -> None:
    geheim = _opgelegd(store)
    _, wijziging = store.record(lambda: lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL))
    store.redo(wijziging.terug())
    assert store.stukken.get("nota").besloten
    assert store.geheimhoudingen.get(geheim.id) == geheim


def test_who_opened_a_paper_of_a_secret_item_is_told_with_the_last_day(store: Store) -> None:
    geheim = _opgelegd(store, stukken=["kaart"], agendapunten=["koop"])
    for wie, papier, dag in (("Roos", "bod", 2), ("Roos", "bod", 4), ("Bram", "kaart", 3), ("Femke", "nota", 3)):
        nu = datetime(2026, 3, dag, tzinfo=UTC)
        log_inzage(store, nu=nu, wie=wie, vergadering_id="maart", papier=papier, versie="a" * 64)
    assert last_inzagen(store)[geheim.id] == {"Roos": date(2026, 3, 4), "Bram": date(2026, 3, 3)}
    lift_geheimhouding(store, geheim.id, orgaan=BC, op=APRIL)
    assert set(last_inzagen(store)[geheim.id]) == {"Roos", "Bram"}


def test_lifting_is_not_proposed_on_a_day_before_it_was_imposed(store: Store) -> None:
    with pytest.raises(EindeVoorOpleggen, match="1-3-2026 ligt vóór de dag van opleggen, 11-3-2026"):
        _opgelegd(store, einddatum=date(2026, 3, 1))
    assert store.geheimhoudingen.all() == ()
    geheim = set_einddatum(store, _opgelegd(store).id, APRIL)
    with pytest.raises(EindeVoorOpleggen):
        set_einddatum(store, geheim.id, date(2025, 4, 8))
    assert store.geheimhoudingen.get(geheim.id).einddatum == APRIL
