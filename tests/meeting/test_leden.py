"""The roster of a body, and who cannot come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_gremium, een_opname, een_vergadering
from tk_desktop.domain.gremium import Gremium, Rol
from tk_desktop.domain.vergadering import Status
from tk_desktop.meeting.gremia import NaamOntbreekt
from tk_desktop.meeting.leden import (
    AlLid,
    MandaatOnmogelijk,
    VervangingOnmogelijk,
    add_lid,
    change_lid,
    change_persoon,
    hand_over_set,
    leden_van,
    report_absence,
    report_absence_of,
    withdraw_absence,
    withdraw_absence_of,
    write_lid,
)
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


@pytest.fixture
def gremium(store: Store) -> Gremium:
    gremium = een_gremium()
    return bewaar(store, een_opname(gremium=gremium, vergadering=een_vergadering(id="hier"))).gremium


def test_a_roster_names_the_chair_first_and_then_members_by_name(store: Store, gremium: Gremium) -> None:
    add_lid(store, gremium.id, "Bram Otter", namens="Kadedorp", mandaat_van=date(2026, 1, 1))
    add_lid(store, gremium.id, "Anna Wiersma", namens="Sluisdam")
    add_lid(store, gremium.id, " Roos  van Dalen ", rol=Rol.VOORZITTER, functie="wethouder")
    assert [lid.persoon.naam for lid in leden_van(store, gremium.id)] == [
        "Roos van Dalen", "Anna Wiersma", "Bram Otter",
    ]  # fmt: skip
    assert [lid.persoon.naam for lid in leden_van(store, gremium.id, date(2025, 12, 31))] == [
        "Roos van Dalen", "Anna Wiersma",
    ]  # fmt: skip


def test_nobody_sits_in_a_body_twice_unless_after_a_mandate_that_ended(store: Store, gremium: Gremium) -> None:
    eerste = add_lid(store, gremium.id, "Bram Otter", namens="Kadedorp")
    with pytest.raises(AlLid, match="Bram Otter staat al"):
        add_lid(store, gremium.id, "bram otter")
    change_lid(store, eerste.lidmaatschap.id, lambda zetel: replace(zetel, mandaat_tot=date(2025, 12, 31)))
    assert add_lid(store, gremium.id, "Bram Otter", mandaat_van=date(2026, 1, 1)).persoon == eerste.persoon


def test_with_another_role_comes_its_vote_and_a_vote_by_itself_stays(store: Store, gremium: Gremium) -> None:
    id_ = add_lid(store, gremium.id, "Bram Otter").lidmaatschap.id
    assert not change_lid(store, id_, lambda zetel: replace(zetel, rol=Rol.SECRETARIS)).lidmaatschap.stemrecht
    assert change_lid(store, id_, lambda zetel: replace(zetel, stemrecht=True)).lidmaatschap.stemrecht
    assert change_lid(store, id_, lambda zetel: replace(zetel, rol=Rol.VOORZITTER)).lidmaatschap.stemrecht


def test_planned_meetings_without_a_chair_or_secretary_get_those_of_the_roster(store: Store, gremium: Gremium) -> None:
    toen = store.vergaderingen.get("hier")
    store.vergaderingen.save(replace(toen, id="later", datum=toen.datum + timedelta(days=30)))
    store.vergaderingen.save(replace(toen, status=Status.GEHOUDEN))
    roos = add_lid(store, gremium.id, "Roos van Dalen")
    change_lid(store, roos.lidmaatschap.id, lambda zetel: replace(zetel, rol=Rol.VOORZITTER))
    bram = add_lid(store, gremium.id, "Bram Otter", rol=Rol.SECRETARIS)
    add_lid(store, gremium.id, "Anna Wiersma", rol=Rol.SECRETARIS)
    later = store.vergaderingen.get("later")
    assert (later.voorzitter_id, later.secretaris_id) == (roos.persoon.id, bram.persoon.id)
    assert store.vergaderingen.get("hier").voorzitter_id == toen.voorzitter_id


def test_one_person_may_sit_in_two_bodies(store: Store, gremium: Gremium) -> None:
    ander = bewaar(store, een_opname()).gremium
    eerste = add_lid(store, gremium.id, "Bram Otter")
    tweede = add_lid(store, ander.id, "bram otter")
    assert eerste.persoon == tweede.persoon
    assert change_persoon(store, eerste.persoon.id, naam="Bram de Otter", email="bram@kade.example").naam
    assert leden_van(store, ander.id)[0].persoon.naam == "Bram de Otter"


def test_a_seat_changes_and_ends_but_its_past_stays(store: Store, gremium: Gremium) -> None:
    lid = add_lid(store, gremium.id, "Bram Otter", mandaat_van=date(2026, 1, 1))
    nieuw = change_lid(store, lid.lidmaatschap.id, lambda zetel: replace(zetel, rol=Rol.ADVISEUR, stemrecht=False))
    assert (nieuw.lidmaatschap.rol, nieuw.lidmaatschap.stemrecht) == (Rol.ADVISEUR, False)
    change_lid(store, lid.lidmaatschap.id, lambda zetel: replace(zetel, mandaat_tot=date(2026, 6, 30)))
    assert leden_van(store, gremium.id, date(2026, 7, 1)) == ()
    assert len(leden_van(store, gremium.id, date(2026, 6, 30))) == 1


def test_a_roster_line_is_kept_with_its_person_or_not_at_all(store: Store, gremium: Gremium) -> None:
    lid = add_lid(store, gremium.id, "Bram Otter", mandaat_van=date(2026, 1, 1))
    anders = replace(
        lid,
        persoon=replace(lid.persoon, naam="Bram de Otter", telefoon="06"),
        lidmaatschap=replace(lid.lidmaatschap, namens="Kadedorp"),
    )
    assert write_lid(store, anders) == anders
    fout = replace(lid, lidmaatschap=replace(lid.lidmaatschap, mandaat_tot=date(2025, 1, 1)))
    with pytest.raises(MandaatOnmogelijk):
        write_lid(store, fout)
    assert leden_van(store, gremium.id) == (anders,)


def test_impossible_seats_are_refused_and_nothing_changes(store: Store, gremium: Gremium) -> None:
    lid = add_lid(store, gremium.id, "Bram Otter", mandaat_van=date(2026, 1, 1))
    elders = add_lid(store, bewaar(store, een_opname()).gremium.id, "Anna Wiersma")
    with pytest.raises(NaamOntbreekt):
        add_lid(store, gremium.id, "  ")
    with pytest.raises(NaamOntbreekt):
        change_persoon(store, lid.persoon.id, naam=" ")
    with pytest.raises(MandaatOnmogelijk, match="Bram Otter"):
        change_lid(store, lid.lidmaatschap.id, lambda zetel: replace(zetel, mandaat_tot=date(2025, 1, 1)))
    with pytest.raises(VervangingOnmogelijk):
        change_lid(store, lid.lidmaatschap.id, lambda zetel: replace(zetel, vervangt=zetel.id))
    with pytest.raises(VervangingOnmogelijk):
        change_lid(store, lid.lidmaatschap.id, lambda zetel: replace(zetel, vervangt=elders.lidmaatschap.id))
    assert leden_van(store, gremium.id) == (lid,)


def test_a_member_reports_absence_and_the_substitute_gets_the_set(store: Store, gremium: Gremium) -> None:
    lid = add_lid(store, gremium.id, "Bram Otter")
    vervanger = add_lid(store, gremium.id, "Anna Wiersma", rol=Rol.PLAATSVERVANGER, vervangt=lid.lidmaatschap.id)
    eerste = report_absence(store, "hier", lid.lidmaatschap.id, vervanger_id=vervanger.persoon.id, reden=" ziek ")
    assert hand_over_set(store, eerste.id).set_overgedragen
    zelfde = report_absence(store, "hier", lid.lidmaatschap.id, vervanger_id=vervanger.persoon.id, reden="reis")
    assert (zelfde.id, zelfde.set_overgedragen, zelfde.reden) == (eerste.id, True, "reis")
    assert not report_absence(store, "hier", lid.lidmaatschap.id).set_overgedragen
    withdraw_absence(store, eerste.id)
    assert store.afmeldingen.van_vergadering("hier") == ()


def test_a_seat_is_reported_absent_with_its_substitute_and_present_again(store: Store, gremium: Gremium) -> None:
    lid = add_lid(store, gremium.id, "Bram Otter", namens="Kadedorp")
    assert lid.naam == "Bram Otter (Kadedorp)"
    report_absence_of(store, "hier", lid.lidmaatschap.id)
    assert store.afmeldingen.all()[0].vervanger_id is None
    anna = add_lid(store, gremium.id, "Anna Wiersma", vervangt=lid.lidmaatschap.id)
    report_absence_of(store, "hier", lid.lidmaatschap.id)
    assert [afmelding.vervanger_id for afmelding in store.afmeldingen.all()] == [anna.persoon.id]
    withdraw_absence_of(store, "hier", lid.lidmaatschap.id)
    assert store.afmeldingen.all() == ()
    assert anna.naam == "Anna Wiersma"
