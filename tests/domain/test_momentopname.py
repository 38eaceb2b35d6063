"""A meeting as a whole: labels, references and times follow the agenda."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.bouwers import (
    een_agendapunt,
    een_brief,
    een_gremium,
    een_lidmaatschap,
    een_nota,
    een_opname,
    een_persoon,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.gremium import Rol
from tk_desktop.domain.momentopname import Momentopname

OPENING = een_agendapunt(id="opening", volgorde="c", duur=5)
BEWEGEN = een_agendapunt(id="bewegen", volgorde="k", titel="Bewegen", duur=30)
PLAN = een_agendapunt(id="plan", volgorde="m", titel="Projectplan", ouder_id="bewegen")
SLUITING = een_agendapunt(id="sluiting", volgorde="s", titel="Sluiting", duur=10)
NOTA = een_stuk(id="nota", agendapunt_id="plan", volgorde="c")
BIJLAGEN = tuple(
    een_stuk(id=f"bijlage-{rang}", titel=f"Bijlage {rang}", agendapunt_id="plan", hoort_bij="nota", volgorde=f"d{rang}")
    for rang in (1, 2, 3)
)


def een_vergadering_met_nota(*punten: object, **anders: object) -> Momentopname:
    return een_opname(
        agendapunten=punten or (OPENING, BEWEGEN, PLAN, SLUITING), stukken=(*reversed(BIJLAGEN), NOTA), **anders
    )


def test_papers_are_labelled_by_their_item_and_their_place() -> None:
    opname = een_vergadering_met_nota()
    assert [opname.label(stuk) for stuk in opname.stukken] == ["2a", "2a bijl. 1", "2a bijl. 2", "2a bijl. 3"]
    assert opname.aanduiding(BIJLAGEN[1]) == "BC WK 11-3-2026 2a bijl. 2"
    los = een_stuk(titel="Los stuk")
    assert een_opname(stukken=[los]).label(los) == ""
    assert een_opname(stukken=[los]).aanduiding(los) == "BC WK 11-3-2026 Los stuk"


def test_a_moved_item_takes_its_papers_references_and_times_along() -> None:
    tekst = "Zie agendapunt {{punt:plan}} van {{datum}}; dit is punt {{agendapunt}}."
    voor = een_vergadering_met_nota()
    na = een_vergadering_met_nota(OPENING, BEWEGEN, PLAN, replace(SLUITING, volgorde="e"))
    assert voor.gevuld(tekst, NOTA) == "Zie agendapunt 2a van 11 maart 2026; dit is punt 2a."
    assert na.gevuld(tekst, NOTA) == "Zie agendapunt 3a van 11 maart 2026; dit is punt 3a."
    assert na.label(BIJLAGEN[0]) == "3a bijl. 1"
    assert (voor.tijden["bewegen"], na.tijden["bewegen"]) == (time(9, 5), time(9, 15))


def test_an_item_without_points_of_its_own_shows_those_of_its_nota() -> None:
    nota = een_nota(stuk_id="nota", voorstel=(een_voorstelpunt(id="van-nota"),))
    opname = een_vergadering_met_nota(notas={"nota": nota})
    assert [punt.id for punt in opname.voorstel(PLAN)] == ["van-nota"]
    eigen = replace(PLAN, voorstel=(een_voorstelpunt(id="eigen"),))
    assert [punt.id for punt in opname.voorstel(eigen)] == ["eigen"]
    assert opname.voorstel(OPENING) == ()


def test_a_paper_is_present_once_there_is_something_to_read() -> None:
    opname = een_vergadering_met_nota(notas={"nota": een_nota()}, versies={"bijlage-1": een_stukversie()})
    assert [opname.is_aanwezig(stuk) for stuk in opname.stukken] == [True, True, False, False]


@pytest.mark.parametrize("besloten", ["bewegen", "plan", "nota"])
def test_secrecy_reaches_all_that_hangs_below(besloten: str) -> None:
    def geheim(ding: object) -> object:
        return replace(ding, besloten=True) if getattr(ding, "id", "") == besloten else ding  # type: ignore[type-var]

    opname = een_opname(
        agendapunten=[geheim(punt) for punt in (OPENING, BEWEGEN, PLAN)],
        stukken=[geheim(stuk) for stuk in (NOTA, *BIJLAGEN)],
    )
    assert all(opname.stuk_is_besloten(stuk) for stuk in opname.stukken)
    assert opname.is_besloten(opname.punt("plan")) == (besloten != "nota")
    assert not opname.is_besloten(opname.punt("opening"))


def test_what_is_left_out_takes_its_papers_along_and_moves_no_number() -> None:
    opname = een_vergadering_met_nota(notas={"nota": een_nota()}, versies={"bijlage-1": een_stukversie()})
    zonder = opname.zonder(frozenset({"opening"}), frozenset({"bijlage-1"}))
    assert [str(zonder.nummers[punt.id]) for punt in zonder.agendapunten] == ["2", "2a", "3"]
    assert [zonder.label(stuk) for stuk in zonder.stukken] == ["2a", "2a bijl. 2", "2a bijl. 3"]
    assert zonder.tijden["bewegen"] == time(9, 5)
    kaal = opname.zonder(frozenset({"bewegen"}), frozenset())
    assert [punt.id for punt in kaal.agendapunten] == ["opening", "sluiting"]
    assert (kaal.stukken, kaal.notas, kaal.versies) == ((), {}, {})


def test_what_stands_under_a_sub_item_is_as_secret_as_the_main_item_and_goes_with_it() -> None:
    dieper = een_agendapunt(id="dieper", ouder_id="plan")
    opname = een_opname(agendapunten=[OPENING, replace(BEWEGEN, besloten=True), PLAN, dieper])
    assert opname.is_besloten(dieper)
    assert [punt.id for punt in opname.zonder(frozenset({"bewegen"}), frozenset()).agendapunten] == ["opening"]


def test_papers_that_two_laptops_made_bijlagen_of_each_other_stand_under_their_item() -> None:
    een, twee = een_stuk(id="een", agendapunt_id="plan", hoort_bij="twee"), een_stuk(id="twee", hoort_bij="een")
    eigen = een_stuk(id="eigen", agendapunt_id="plan", hoort_bij="eigen")
    onder = een_stuk(id="onder", agendapunt_id="plan", hoort_bij="een")
    opname = een_opname(agendapunten=[BEWEGEN, PLAN], stukken=[een, twee, eigen, onder])
    assert [opname.label(stuk) for stuk in (een, twee, eigen)] == ["1a", "", "1a"]
    assert opname.label(onder).startswith("1a bijl. ")
    assert [stuk.id for stuk in opname.stukken_bij(PLAN)] == ["een", "eigen"]
    assert [stuk.id for stuk in opname.bijlagen_bij(een)] == ["onder"]
    assert not any(opname.stuk_is_besloten(stuk) for stuk in opname.stukken)
    geheim = een_opname(agendapunten=[BEWEGEN, PLAN], stukken=[een, replace(twee, besloten=True), eigen, onder])
    assert {stuk.id for stuk in geheim.stukken if geheim.stuk_is_besloten(stuk)} == {"een", "twee", "onder"}


def test_an_agenda_promises_no_bijlagen_that_were_left_out() -> None:
    opname = een_opname(agendapunten=[BEWEGEN, PLAN], stukken=[replace(NOTA, bijlagen_beloofd=4), *BIJLAGEN])

    def beloofd(*weg: str) -> list[int]:
        return [stuk.bijlagen_beloofd for stuk in opname.zonder(frozenset(), frozenset(weg)).stukken_bij(PLAN)]

    assert (beloofd(), beloofd("bijlage-1", "bijlage-3"), beloofd("nota")) == ([4], [2], [])
    karig = een_opname(agendapunten=[BEWEGEN, PLAN], stukken=[replace(NOTA, bijlagen_beloofd=1), *BIJLAGEN])
    [nota] = karig.zonder(frozenset(), frozenset({"bijlage-1", "bijlage-2"})).stukken_bij(PLAN)
    assert nota.bijlagen_beloofd == 0


def test_a_bijlage_of_a_bijlage_goes_with_the_paper_above_both() -> None:
    diep = een_stuk(id="diep", agendapunt_id="plan", hoort_bij="bijlage-1")
    opname = een_opname(agendapunten=[BEWEGEN, PLAN], stukken=[NOTA, *BIJLAGEN, diep])
    assert opname.zonder(frozenset(), frozenset({"nota"})).stukken == ()


def test_facts_of_the_meeting_fill_the_papers() -> None:
    persoon = een_persoon(naam="Roos van Dalen")
    gremium = een_gremium()
    opname = een_opname(
        gremium=gremium,
        vergadering=een_vergadering(gremium_id=gremium.id, voorzitter_id=persoon.id),
        personen=[persoon],
        brief=een_brief(ons_kenmerk="WK-12"),
    )
    assert opname.gevuld("{{gremium}} · {{tijd}} · {{plaats}} · {{voorzitter}} · {{secretaris}} · {{kenmerk}}") == (
        "Bestuurscommissie Waterkant · 09.00 – 10.30 uur · Kamer 2, Kadehuis · Roos van Dalen ·  · WK-12"
    )
    nota = een_nota(stuk_id="nota", registratienummer="2026-000007", secties=(een_sectie(),))
    assert een_vergadering_met_nota(notas={"nota": nota}).gevuld("{{kenmerk}}", NOTA) == "2026-000007"


def test_what_is_taken_off_the_agenda_leaves_with_its_papers_and_the_rest_is_renumbered() -> None:
    punten = [
        een_agendapunt(id="a", volgorde="a", duur=5),
        een_agendapunt(id="b", volgorde="b", duur=20, staat=Puntstaat.INGETROKKEN, reden="Van tafel."),
        een_agendapunt(id="b1", volgorde="c", ouder_id="b", besloten=True),
        een_agendapunt(id="c", volgorde="c", duur=5),
    ]
    stukken = [
        een_stuk(id="n", agendapunt_id="b1", volgorde="a"),
        een_stuk(id="bij", hoort_bij="n", volgorde="b"),
        een_stuk(id="blijft", agendapunt_id="c", volgorde="c"),
    ]
    opname = een_opname(
        agendapunten=punten, stukken=stukken, notas={"n": een_nota()}, versies={"bij": een_stukversie()}
    )
    assert [str(nummer) for nummer in opname.nummers.values()] == ["1", "2"]
    assert opname.tijden["c"] == time(9, 5)
    assert [stuk.id for stuk in opname.stukken] == ["blijft"]
    weg = opname.afgevoerd
    assert [punt.id for punt in weg.agendapunten] == ["b", "b1"]
    assert ([stuk.id for stuk in weg.stukken], set(weg.notas), set(weg.versies)) == (["n", "bij"], {"n"}, {"bij"})
    assert weg.besloten == {"b1", "n", "bij"}
    assert opname.zonder(frozenset("a"), frozenset()).afgevoerd.agendapunten == ()


def test_a_roster_names_who_has_a_seat_that_day_the_chair_first() -> None:
    mensen = [een_persoon(id=naam, naam=naam) for naam in ("Anna", "Bram", "Cleo", "Daan", "Eva")]
    leden = [
        een_lidmaatschap(persoon_id="Anna"),
        een_lidmaatschap(persoon_id="Bram", rol=Rol.VOORZITTER),
        een_lidmaatschap(persoon_id="Cleo", mandaat_tot=date(2026, 1, 1)),
        een_lidmaatschap(persoon_id="Daan", rol=Rol.ADVISEUR),
        een_lidmaatschap(persoon_id="Eva"),
    ]
    opname = een_opname(personen=mensen, leden=leden)
    assert opname.gevuld("{{leden}} op {{dag}}") == "Bram (voorzitter), Anna, Eva op woensdag 11 maart 2026"
