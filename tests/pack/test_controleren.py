"""A check knows the whole werkmap; what is accepted comes back as information."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    een_agendapunt,
    een_gremium,
    een_nota,
    een_opname,
    een_stuk,
    een_stukversie,
    een_vergadering,
)
from tests.verpakt import vul_werkmap
from tests.zittingbouwers import bewaar_zitting, een_besluit, een_zitting
from tk_desktop.domain.bevinding import Bevinding, Ernst
from tk_desktop.domain.vergadering import Status
from tk_desktop.meeting.gremia import add_gremium
from tk_desktop.meeting.leden import add_lid, report_absence
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.pack.controleren import accept, check
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        yield geopend


def _een_vergadering(store: Store, dag: date, afkorting: str) -> str:
    gremium = een_gremium(afkorting=afkorting)
    punt = een_agendapunt(volgorde="c")
    stuk, bijlage = een_stuk(agendapunt_id=punt.id, volgorde="c"), een_stuk(agendapunt_id=punt.id, volgorde="d")
    opname = een_opname(
        gremium=gremium,
        vergadering=een_vergadering(gremium_id=gremium.id, datum=dag),
        agendapunten=[punt],
        stukken=[stuk, bijlage],
        notas={stuk.id: een_nota(registratienummer="2026-000007")},
        versies={bijlage.id: een_stukversie(sha256="b" * 64)},
    )
    return bewaar(store, opname).vergadering.id


def _met_code(bevindingen: tuple[Bevinding, ...], code: str) -> list[Bevinding]:
    return [bevinding for bevinding in bevindingen if bevinding.code == code]


def test_a_number_and_a_file_of_another_meeting_are_found_there(store: Store) -> None:
    een = _een_vergadering(store, date(2026, 3, 11), "BC WK")
    _een_vergadering(store, date(2026, 5, 20), "BC LU")
    (nummer,) = _met_code(check(store, een), "SH01")
    assert "BC LU 20-5-2026 1" in f"{nummer.wat} {nummer.waar}"
    (bestand,) = _met_code(check(store, een), "BS02")
    assert "BC LU 20-5-2026 1" in f"{bestand.wat} {bestand.waar}"
    for stuk in store.opname(een).stukken:
        store.stukken.save(replace(stuk, besloten=True))
    (bestand,) = _met_code(check(store, een), "BS02")
    assert (bestand.ernst, "en openbaar bij BC LU 20-5-2026 1" in bestand.wat) == (Ernst.WAARSCHUWING, True)


def test_the_sample_holds_the_mistakes_that_were_made_on_purpose(store: Store) -> None:
    codes = {bevinding.code for bevinding in check(store, vul_werkmap(store).vergadering.id)}
    bedoeld = {
        "VL01",
        "VL05",
        "VL03",
        "VL07",
        "SH01",
        "SH04",
        "SH05",
        "SH08",
        "DT01",
        "DT02",
        "NM01",
        "TP02",
        "PG03",
        "PG04",
        "BS01",
        "BS03",
    }
    assert codes == bedoeld


def test_an_accepted_finding_comes_back_as_information_with_its_reason(store: Store) -> None:
    id_ = vul_werkmap(store).vergadering.id
    (voor,) = _met_code(check(store, id_), "TP02")
    accept(store, id_, code="TP02", waar=voor.waar, reden="De subpunten zijn ter kennisname.")
    (na,) = _met_code(check(store, id_), "TP02")
    assert (na.ernst, na.waar) == (Ernst.INFO, voor.waar)
    assert "ter kennisname" in f"{na.wat} {na.waarom}"


def test_who_is_double_booked_is_found_accepted_and_no_more_when_absence_is_reported(store: Store) -> None:
    hier, ander = add_gremium(store, "Bestuurscommissie Kade", "BC K"), add_gremium(store, "Werkgroep Kade", "WG K")
    zetel = add_lid(store, hier.id, "Roos van Dalen").lidmaatschap
    add_lid(store, ander.id, "Roos van Dalen")
    wachter = add_lid(store, ander.id, "Bram Otter")
    add_lid(store, hier.id, "Bram Otter", vervangt=zetel.id)
    dag = date(2026, 3, 11)
    add_vergadering(store, ander.id, dag, begin=time(9), plaats="Kamer 2")
    id_ = add_vergadering(store, hier.id, dag, begin=time(10), plaats="Kamer 3").id
    (dubbel,) = [een for een in check(store, id_) if een.code in ("DB01", "DB02")]
    assert dubbel.wat == "Roos van Dalen zit dan ook bij WG K (09.00 uur)."
    accept(store, id_, code="DB01", waar=dubbel.waar, reden="Roos komt om elf uur.")
    (na,) = _met_code(check(store, id_), "DB01")
    assert na.ernst is Ernst.INFO
    report_absence(store, id_, zetel.id)
    assert _met_code(check(store, id_), "DB01") == []
    report_absence(store, id_, zetel.id, vervanger_id=wachter.persoon.id)
    (vervanger,) = _met_code(check(store, id_), "DB01")
    assert vervanger.wat.startswith("Bram Otter zit dan ook bij")


def test_the_worst_finding_comes_first(store: Store) -> None:
    rij = [list(Ernst).index(bevinding.ernst) for bevinding in check(store, vul_werkmap(store).vergadering.id)]
    assert rij == sorted(rij)


def test_what_was_done_is_checked_with_the_numbers_and_days_of_other_meetings(store: Store) -> None:
    for id_, dag in (("maart", date(2026, 3, 11)), ("april", date(2026, 4, 8))):
        opname = een_opname(
            gremium=een_gremium(id="bc"),
            vergadering=een_vergadering(id=id_, gremium_id="bc", datum=dag, status=Status.GEHOUDEN),
            agendapunten=[een_agendapunt(id=f"punt-{id_}", vergadering_id=id_)],
        )
        bewaar(store, opname)
        besluit = een_besluit(agendapunt_id=f"punt-{id_}", nummer="BC WK 2026-001", datum=dag)
        bewaar_zitting(store, een_zitting(opname=opname, besluiten=(besluit,)))
    gevonden = {b.code: b.wat for b in check(store, "maart") if b.code.startswith("ZT")}
    assert set(gevonden) == {"ZT06", "ZT07", "ZT14"}, "nobody was there, so that is told too"
    assert "de vergadering van 8-4-2026" in gevonden["ZT06"]
    assert [b.code for b in check(store, "april") if b.code.startswith("ZT")] == ["ZT06", "ZT14"]
