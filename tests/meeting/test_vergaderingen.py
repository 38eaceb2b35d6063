"""Planning meetings: new ones, changed ones, and one made from another."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_brief,
    een_gremium,
    een_opname,
    een_persoon,
    een_stuk,
    een_vergadering,
    een_voorstelpunt,
)
from tk_desktop.domain.agenda import Behandeling, Inleider
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.vergadering import Status
from tk_desktop.meeting.agendapunten import set_besloten
from tk_desktop.meeting.brieven import write_brief
from tk_desktop.meeting.gremia import NaamOntbreekt
from tk_desktop.meeting.leden import add_lid
from tk_desktop.meeting.vergaderingen import (
    DatumBezet,
    TijdenOnmogelijk,
    Vergaderplan,
    add_vergadering,
    change_vergadering,
    copy_vergadering,
    example_vergaderingen,
    plan_vergadering,
)
from tk_desktop.store.werkmap import Store

MAART = date(2026, 3, 11)
APRIL = date(2026, 4, 8)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def id_(store: Store) -> str:
    gremium = een_gremium()
    roos = een_persoon(id="roos")
    punten = [
        een_agendapunt(id="opening", volgorde="c", titel="Opening en vaststelling agenda", duur=5, standaard=True),
        een_agendapunt(
            id="mede", volgorde="e", titel="Mededelingen", duur=10, behandeling=frozenset([Behandeling.INFORMATIE])
        ),
        een_agendapunt(
            id="oever",
            volgorde="h",
            titel="Veilige oevers",
            duur=30,
            behandeling=frozenset([Behandeling.BESLUITVORMING]),
            inleiders=(Inleider(id="wie", volgorde="i", naam="Bram Otter"),),
            toelichting="Na agendapunt {{punt:mede}}.",
            voorstel=(een_voorstelpunt(id="vp", onder=(een_voorstelpunt(id="vo"),)),),
        ),
        een_agendapunt(id="fonds", volgorde="i", titel="Fonds", ouder_id="oever", besloten=True),
        een_agendapunt(id="slot", volgorde="s", titel="Rondvraag en sluiting", duur=5, standaard=True),
    ]
    brief = een_brief(
        id="brief",
        ons_kenmerk="26-017",
        datum=date(2026, 2, 25),
        onderwerp="Vergadering 11 maart 2026",
        tekst="Op woensdag 11 maart 2026 vergaderen wij. Meld u uiterlijk Maandag 9 maart af. Zie ook 11-3-2026.",
        verhindering_uiterlijk=date(2026, 3, 9),
    )
    vergadering = een_vergadering(id="maart", secretaris_id="roos", nieuw_tijdstip=True, datum=MAART)
    stukken = [een_stuk(agendapunt_id="oever")]
    opname = een_opname(
        gremium=gremium, vergadering=vergadering, agendapunten=punten, brief=brief, personen=[roos], stukken=stukken,
        uitgesloten=[("oever", "roos")],
    )  # fmt: skip
    return bewaar(store, opname).vergadering.id


def _titels(store: Store, id_: str) -> list[str]:
    opname = store.opname(id_)
    return [f"{opname.nummers[punt.id]} {punt.titel}" for punt in opname.agendapunten]


def test_a_new_meeting_has_its_standing_items_and_the_chair_of_that_day(store: Store, id_: str) -> None:
    gremium = store.opname(id_).gremium
    oud = add_lid(store, gremium.id, "Bram Otter", rol=Rol.VOORZITTER, mandaat_tot=date(2026, 1, 1))
    nu = add_lid(store, gremium.id, "Anna Wiersma", rol=Rol.VOORZITTER, mandaat_van=date(2026, 1, 2))
    nieuw = add_vergadering(store, gremium.id, APRIL, begin=time(9), einde=time(11), plaats=" Kadehuis ")
    assert (nieuw.voorzitter_id, nieuw.secretaris_id, nieuw.plaats) == (nu.persoon.id, None, "Kadehuis")
    assert oud.persoon != nu.persoon
    assert _titels(store, nieuw.id) == ["1 Opening en vaststelling agenda", "2 Rondvraag en sluiting"]


def test_a_body_does_not_meet_twice_on_a_day_unless_one_is_cancelled(store: Store, id_: str) -> None:
    gremium = store.opname(id_).gremium
    with pytest.raises(DatumBezet, match="woensdag 11 maart 2026"):
        add_vergadering(store, gremium.id, MAART)
    with pytest.raises(TijdenOnmogelijk):
        add_vergadering(store, gremium.id, APRIL, begin=time(11), einde=time(9))
    assert len(store.vergaderingen.all()) == 1
    change_vergadering(store, id_, lambda v: replace(v, status=Status.GEANNULEERD))
    assert add_vergadering(store, gremium.id, MAART, met_standaardpunten=False).datum == MAART
    assert store.agendapunten.van_vergadering(store.vergaderingen.all()[-1].id) != ()


def test_a_moved_meeting_takes_the_dates_in_its_letter_along(store: Store, id_: str) -> None:
    opname = change_vergadering(store, id_, lambda v: replace(v, datum=date(2026, 3, 18), plaats="Sluishuis"))
    assert opname.vergadering.plaats == "Sluishuis"
    assert opname.brief is not None
    assert opname.brief.verhindering_uiterlijk == date(2026, 3, 16)
    assert opname.brief.tekst == (
        "Op woensdag 18 maart 2026 vergaderen wij. Meld u uiterlijk Maandag 16 maart af. Zie ook 18-3-2026."
    )
    with pytest.raises(TijdenOnmogelijk):
        change_vergadering(store, id_, lambda v: replace(v, einde=time(8)))


def test_the_next_meeting_is_made_with_all_contents_but_without_papers(store: Store, id_: str) -> None:
    nieuw = store.opname(copy_vergadering(store, id_, APRIL, met_inhoud=True).id)
    oud = store.opname(id_)
    assert [punt.titel for punt in nieuw.agendapunten] == [punt.titel for punt in oud.agendapunten]
    assert list(nieuw.tijden.values()) == list(oud.tijden.values())
    assert nieuw.stukken == ()
    oever = nieuw.agendapunten[2]
    assert oever.behandeling == {Behandeling.BESLUITVORMING}
    assert (oever.herkomst_id, oever.inleiders[0].naam) == ("oever", "Bram Otter")
    assert nieuw.gevuld(oever.toelichting) == "Na agendapunt 2."
    assert oever.toelichting != "Na agendapunt {{punt:mede}}."
    assert oever.voorstel[0].onder[0].tekst == "Het plan vast te stellen."
    assert nieuw.uitgesloten == {(oever.id, "roos")}
    assert nieuw.is_besloten(nieuw.agendapunten[3])
    vergadering = nieuw.vergadering
    assert (vergadering.secretaris_id, vergadering.begin, vergadering.nieuw_tijdstip) == ("roos", time(9), False)
    assert nieuw.brief is not None
    assert (nieuw.brief.datum, nieuw.brief.verhindering_uiterlijk) == (date(2026, 3, 25), date(2026, 4, 6))
    assert nieuw.brief.onderwerp == "Vergadering 8 april 2026"
    assert nieuw.brief.ons_kenmerk == ""


def test_the_structure_of_a_meeting_holds_what_comes_back_every_time(store: Store, id_: str) -> None:
    nieuw = copy_vergadering(store, id_, APRIL, met_inhoud=False)
    assert _titels(store, nieuw.id) == [
        "1 Opening en vaststelling agenda", "2 Mededelingen", "3 Rondvraag en sluiting",
    ]  # fmt: skip
    with pytest.raises(DatumBezet):
        copy_vergadering(store, id_, APRIL, met_inhoud=False)


def test_an_item_that_stood_on_one_agenda_only_is_no_part_of_the_structure(store: Store, id_: str) -> None:
    april = copy_vergadering(store, id_, APRIL, met_inhoud=False)
    eenmalig = een_agendapunt(vergadering_id=april.id, volgorde="e5", titel="Verhuizing naar het sluishuis")
    store.agendapunten.save(eenmalig)
    mei = copy_vergadering(store, april.id, date(2026, 5, 13), met_inhoud=False)
    assert _titels(store, mei.id) == ["1 Opening en vaststelling agenda", "2 Mededelingen", "3 Rondvraag en sluiting"]


def test_after_a_first_meeting_what_was_to_be_decided_does_not_come_back(store: Store, id_: str) -> None:
    besluit = frozenset([Behandeling.BESLUITVORMING])
    punt = een_agendapunt(vergadering_id=id_, volgorde="e5", titel="Eenmalig besluit", behandeling=besluit)
    store.agendapunten.save(punt)
    store.agendapunten.save(replace(punt, id="gezegd", titel="Eenmalig woord", behandeling=frozenset(), mondeling=True))
    nieuw = copy_vergadering(store, id_, APRIL, met_inhoud=False)
    assert not any("Eenmalig" in titel for titel in _titels(store, nieuw.id))


def test_a_standing_item_of_a_besloten_one_that_does_not_come_back_stays_besloten(store: Store, id_: str) -> None:
    set_besloten(store, "oever", True)
    vast = een_agendapunt(vergadering_id=id_, volgorde="m", titel="Schikkingen", ouder_id="oever", standaard=True)
    store.agendapunten.save(vast)
    nieuw = store.opname(copy_vergadering(store, id_, APRIL, met_inhoud=False).id)
    assert [punt.titel for punt in nieuw.agendapunten if nieuw.is_besloten(punt)] == ["Schikkingen"]


def test_copying_a_meeting_can_be_undone(store: Store, id_: str) -> None:
    nieuw, wijziging = store.record(lambda: copy_vergadering(store, id_, APRIL, met_inhoud=True))
    store.redo(wijziging.terug())
    assert [v.id for v in store.vergaderingen.all()] == [id_]
    store.redo(wijziging)
    assert len(store.opname(nieuw.id).agendapunten) == 5


def test_a_meeting_is_made_from_one_that_was_not_cancelled(store: Store, id_: str) -> None:
    gremium = store.opname(id_).gremium
    april = add_vergadering(store, gremium.id, APRIL)
    assert [v.id for v in example_vergaderingen(store, gremium.id)] == [id_, april.id]
    change_vergadering(store, april.id, lambda v: replace(v, status=Status.GEANNULEERD))
    assert [v.id for v in example_vergaderingen(store, gremium.id)] == [id_]
    assert example_vergaderingen(store, "nergens") == ()


def test_a_meeting_is_made_as_it_was_filled_in(store: Store, id_: str) -> None:
    gremium = store.opname(id_).gremium
    plan = Vergaderplan(gremium_id=gremium.id, datum=APRIL, begin=time(13), plaats=" Sluishuis ", bron_id=id_)
    nieuw = plan_vergadering(store, plan)
    assert (nieuw.begin, nieuw.einde, nieuw.plaats) == (time(13), None, "Sluishuis")
    assert len(store.opname(nieuw.id).agendapunten) == 3
    ander = plan_vergadering(store, Vergaderplan(gremium_naam="Algemeen bestuur Waterkant", datum=APRIL))
    assert store.opname(ander.id).gremium.naam == "Algemeen bestuur Waterkant"
    with pytest.raises(NaamOntbreekt):
        plan_vergadering(store, Vergaderplan(datum=APRIL))


def test_a_reference_in_the_letter_follows_its_item_and_goes_where_that_does_not_come_along(
    store: Store, id_: str
) -> None:
    tekst = "U bent welkom op {{datum}}.\n\nZie {{punt:oever}}.\n\nAgendapunt 1 is kort."
    write_brief(store, id_, lambda brief: replace(brief, tekst=tekst))
    nieuw = store.opname(copy_vergadering(store, id_, APRIL, met_inhoud=False).id)
    assert nieuw.brief is not None
    eerste = nieuw.agendapunten[0].id
    assert nieuw.brief.tekst == f"U bent welkom op {{{{datum}}}}.\n\nAgendapunt {{{{punt:{eerste}}}}} is kort."
