"""Holding over, withdrawing and following an item from meeting to meeting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.bouwers import (
    bewaar,
    bewaar_bytes,
    een_agendapunt,
    een_argument,
    een_gremium,
    een_nota,
    een_opname,
    een_persoon,
    een_sectie,
    een_stuk,
    een_stukversie,
    een_vergadering,
    een_voorstelpunt,
)
from tests.zittingbouwers import een_besluit
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.notastand import Notastap, Stand
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.vergadering import Status
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.export.gegevens import agenda_json
from tk_desktop.meeting.aanhouden import (
    AanhoudenOnmogelijk,
    RedenNodig,
    TerugzettenOnmogelijk,
    bring_held_over,
    continue_punt,
    herkomst,
    hold_over,
    hold_over_at_table,
    reinstate_punt,
    set_aside,
    take_back_from_next,
    vervolg,
    waiting,
    withdraw_punt,
)
from tk_desktop.meeting.notas import write_sectie
from tk_desktop.meeting.notastand import standen
from tk_desktop.meeting.vergaderingen import Vergaderplan, add_vergadering, plan_vergadering
from tk_desktop.minutes.register import dossier
from tk_desktop.pack.controleren import check
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.pack.zoeken import find
from tk_desktop.store.werkmap import Store
from tk_desktop.store.zoeken import Zoeksoort


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two meetings of one body; in the first 2 oever has a nota with a bijlage, and 2a fonds is besloten."""
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        gremium = een_gremium(id="wk")
        som = bewaar_bytes(geopend, b"bijlage")
        punten = [
            een_agendapunt(id="opening", volgorde="c", titel="Opening", standaard=True),
            een_agendapunt(id="oever", volgorde="h", titel="Veilige oevers"),
            een_agendapunt(
                id="fonds", volgorde="i", titel="Garantie voor rederij Zilvermeeuw", ouder_id="oever", besloten=True
            ),
            een_agendapunt(id="haven", volgorde="k", titel="Haven"),
        ]
        stukken = [
            een_stuk(id="nota", agendapunt_id="oever", volgorde="c", bijlagen_beloofd=1),
            een_stuk(
                id="bijlage", agendapunt_id="oever", hoort_bij="nota", soort=Soort.BIJLAGE, titel="Kaart", volgorde="d"
            ),
        ]
        punt = een_voorstelpunt(id="vp")
        nota = een_nota(
            id="n", voorstel=(punt,), secties=(een_sectie(tekst="De beschoeiing verzakt."),),
            argumenten=(een_argument(voorstelpunt_id="vp"),),
        )  # fmt: skip
        bewaar(
            geopend,
            een_opname(
                gremium=gremium,
                vergadering=een_vergadering(id="maart"),
                agendapunten=punten,
                stukken=stukken,
                notas={"nota": nota},
                versies={"bijlage": een_stukversie(sha256=som)},
                personen=[een_persoon(id="roos")],
                uitgesloten=[("oever", "roos")],
            ),
        )
        with geopend.transaction():
            geopend.zoekregister.neem_op(Zoeksoort.PAGINA, som, ["kaart van de waterkant"])
        later = [
            een_agendapunt(volgorde="c", titel="Opening", standaard=True),
            een_agendapunt(volgorde="h", titel="Sluiting", standaard=True),
        ]
        april = een_vergadering(id="april", datum=date(2026, 4, 8))
        bewaar(geopend, een_opname(gremium=gremium, vergadering=april, agendapunten=later))
        yield geopend


def _agenda(store: Store, id_: str) -> list[str]:
    opname = store.opname(id_)
    return [f"{opname.nummers[punt.id]} {punt.titel}" for punt in opname.agendapunten]


def test_a_held_over_item_goes_with_all_its_papers_and_leaves_the_first_agenda(store: Store) -> None:
    voor = {b.code for b in check(store, "maart")}
    nieuw = hold_over(store, "oever", "april", " Cijfers ontbreken. ")
    assert _agenda(store, "maart") == ["1 Opening", "2 Haven"]
    assert _agenda(store, "april") == [
        "1 Opening",
        "2 Veilige oevers",
        "2a Garantie voor rederij Zilvermeeuw",
        "3 Sluiting",
    ]
    april = store.opname("april")
    assert [april.label(stuk) for stuk in april.stukken] == ["2", "2 bijl. 1"]
    nota = april.notas[april.stukken[0].id]
    assert nota.registratienummer == "2026-000001"
    assert nota.argumenten[0].voorstelpunt_id == nota.voorstel[0].id != "vp"
    assert april.versies[april.stukken[1].id].sha256 == store.versies.van_stuk("bijlage")[0].sha256
    assert (nieuw.id, "roos") in april.uitgesloten
    maart = store.opname("maart")
    assert maart.stukken == ()
    assert maart.notas == {}
    weg = maart.afgevoerd
    assert (weg.agendapunten[0].titel, weg.agendapunten[0].staat) == ("Veilige oevers", Puntstaat.AANGEHOUDEN)
    assert [stuk.id for stuk in weg.stukken_bij(weg.agendapunten[0])] == ["nota", "bijlage"]
    assert weg.agendapunten[0].reden == "Cijfers ontbreken."
    assert {b.code for b in check(store, "april")} - voor == set()


def test_a_held_over_item_links_back_to_where_it_came_from_and_forth(store: Store) -> None:
    nieuw = hold_over(store, "oever", "april", "Cijfers ontbreken.")
    (stap,) = herkomst(store, nieuw.id)
    assert (stap.gremium, stap.datum, stap.reden) == ("BC WK", date(2026, 3, 11), "Cijfers ontbreken.")
    assert str(stap) == "BC WK 11-3-2026, aangehouden: Cijfers ontbreken."
    (verder,) = vervolg(store, "oever")
    assert str(verder) == "BC WK 8-4-2026, punt 2"
    assert (verder.punt_id, verder.nummer, verder.datum) == (nieuw.id, "2", date(2026, 4, 8))


def test_a_subject_is_followed_from_body_to_body(store: Store) -> None:
    ab = bewaar(
        store,
        een_opname(
            gremium=een_gremium(naam="Algemeen bestuur Waterkant", afkorting="AB WK"),
            vergadering=een_vergadering(id="juni", datum=date(2026, 6, 3)),
        ),
    )
    tussen = continue_punt(store, "oever", "april")
    laatst = continue_punt(store, tussen.id, ab.vergadering.id)
    assert [(stap.gremium, stap.nummer) for stap in herkomst(store, laatst.id)] == [("BC WK", "2"), ("BC WK", "2")]
    nummers = [nota.registratienummer for nota in store.notas.all()]
    assert sorted(nummers) == ["2026-000001", "2026-000002", "2026-000003"]
    assert "2 Veilige oevers" in _agenda(store, "maart")


def test_a_besloten_sub_item_stays_besloten_wherever_it_goes(store: Store) -> None:
    nieuw = hold_over(store, "fonds", "april", "Nog geen akkoord.")
    assert nieuw.ouder_id is None
    assert nieuw.besloten
    assert store.opname("maart").afgevoerd.besloten == {"fonds"}


def test_what_was_besloten_and_held_over_stays_secret_in_the_first_meeting(store: Store) -> None:
    with store.transaction():
        tekst = een_agendapunt(
            id="lek",
            vergadering_id="maart",
            titel="Nabespreking",
            toelichting="Over Garantie voor rederij Zilvermeeuw.",
        )
        store.agendapunten.save(tekst)
    assert any(b.code == "GH01" for b in check(store, "maart"))
    withdraw_punt(store, "fonds", "Van tafel.")
    assert any(b.code == "GH01" and "rederij" in b.wat for b in check(store, "maart"))


def test_a_withdrawn_item_is_in_no_set_and_no_export_but_its_record_is_kept(store: Store) -> None:
    opname = withdraw_punt(store, "oever", "Het college wil het niet meer.")
    assert "oever" not in agenda_json(opname).decode().casefold()
    delen = assemble(store, "maart", Doelgroep.LEDEN).onderdelen
    assert not any("oever" in deel.titel.casefold() for deel in delen)
    assert opname.afgevoerd.agendapunten[0].reden == "Het college wil het niet meer."
    assert [gevonden.waar for gevonden in find(store, "Veilige oevers")] != []
    assert any("ingetrokken" in gevonden.waar for gevonden in find(store, "Veilige oevers"))
    assert find(store, "waterkant")[0].titel == "Kaart"


def test_a_withdrawn_item_comes_back_with_its_papers(store: Store) -> None:
    voor = store.opname("maart")
    withdraw_punt(store, "oever", "Vergissing.")
    assert reinstate_punt(store, "oever") == voor


def test_an_item_does_not_come_back_while_it_goes_on_elsewhere(store: Store) -> None:
    nieuw = hold_over(store, "oever", "april", "Cijfers ontbreken.")
    with pytest.raises(TerugzettenOnmogelijk, match="BC WK 8-4-2026"):
        reinstate_punt(store, "oever")
    withdraw_punt(store, nieuw.id, "Toch in maart.")
    reinstate_punt(store, "oever")
    assert "2 Veilige oevers" in _agenda(store, "maart")


def test_without_a_reason_nothing_is_held_over_or_withdrawn(store: Store) -> None:
    voor = store.opname("maart")
    for doe in (
        lambda: hold_over(store, "oever", "april", " "),
        lambda: withdraw_punt(store, "oever", ""),
        lambda: set_aside(store, "oever", ""),
    ):
        with pytest.raises(RedenNodig):
            doe()
    assert store.opname("maart") == voor


def test_an_item_is_not_held_over_to_its_own_meeting_or_twice(store: Store) -> None:
    with pytest.raises(AanhoudenOnmogelijk, match="dezelfde vergadering"):
        hold_over(store, "oever", "maart", "Later.")
    withdraw_punt(store, "oever", "Van tafel.")
    with pytest.raises(AanhoudenOnmogelijk, match="niet op de agenda"):
        hold_over(store, "oever", "april", "Later.")


def test_an_item_held_over_twice_stays_where_it_went_first(store: Store) -> None:
    hold_over(store, "oever", "april", "Later.")
    with pytest.raises(TerugzettenOnmogelijk):
        hold_over(store, "oever", "april", "Nog later.")


def test_an_item_set_aside_waits_until_it_gets_a_meeting(store: Store) -> None:
    assert waiting(store, "wk") == ()
    set_aside(store, "oever", "Nog niet akkoord.")
    assert [str(stap) for stap in waiting(store, "wk")] == ["BC WK 11-3-2026, aangehouden: Nog niet akkoord."]
    hold_over(store, "oever", "april", "Nog niet akkoord.")
    assert waiting(store, "wk") == ()
    assert "2 Veilige oevers" in _agenda(store, "april")


def test_an_item_held_over_at_the_table_stays_in_its_meeting_and_comes_back_in_the_next(store: Store) -> None:
    store.besluiten.save(een_besluit(agendapunt_id="oever", uitkomst=Uitkomst.AANGEHOUDEN))
    nieuw = hold_over_at_table(store, "oever")
    assert nieuw is not None
    assert _agenda(store, "maart") == [
        "1 Opening",
        "2 Veilige oevers",
        "2a Garantie voor rederij Zilvermeeuw",
        "3 Haven",
    ]
    april = store.opname("april")
    assert str(april.nummers[nieuw.id]) == "2"
    assert [april.label(stuk) for stuk in april.stukken] == ["2", "2 bijl. 1"]
    assert [str(stap) for stap in herkomst(store, nieuw.id)] == ["BC WK 11-3-2026, punt 2"]
    assert [stap.gremium for stap in dossier(store, nieuw.id)] == ["BC WK", "BC WK"]
    assert april.notas[april.stukken[0].id].registratienummer == "2026-000001"
    assert "SH01" not in {bevinding.code for id_ in ("maart", "april") for bevinding in check(store, id_)}


def test_holding_over_twice_gives_one_item_and_deciding_after_all_takes_it_back(store: Store) -> None:
    assert hold_over_at_table(store, "haven") == hold_over_at_table(store, "haven")
    assert _agenda(store, "april") == ["1 Opening", "2 Haven", "3 Sluiting"]
    terug = take_back_from_next(store, "haven", "Toch besloten op 11-3-2026.")
    assert terug is not None
    assert _agenda(store, "april") == ["1 Opening", "2 Sluiting"]
    assert store.opname("april").afgevoerd.agendapunten[0].reden == "Toch besloten op 11-3-2026."
    assert take_back_from_next(store, "haven", "Nog eens.") is None


def test_without_a_next_meeting_it_waits_and_goes_along_unasked_with_the_agenda_that_is_made(store: Store) -> None:
    store.vergaderingen.save(replace(store.vergaderingen.get("april"), status=Status.GEHOUDEN))
    store.besluiten.save(een_besluit(agendapunt_id="haven", uitkomst=Uitkomst.AANGEHOUDEN))
    assert hold_over_at_table(store, "haven") is None
    assert [stap.titel for stap in waiting(store, "wk")] == ["Haven"]
    mei = add_vergadering(store, "wk", date(2026, 5, 13))
    juni = add_vergadering(store, "wk", date(2026, 6, 10))
    assert bring_held_over(store, juni.id) == ()
    assert [punt.titel for punt in bring_held_over(store, mei.id)] == ["Haven"]
    assert bring_held_over(store, mei.id) == ()
    assert waiting(store, "wk") == ()


def test_what_was_set_aside_before_the_meeting_waits_for_who_plans_it(store: Store) -> None:
    set_aside(store, "haven", "Cijfers ontbreken.")
    assert bring_held_over(store, "april") == ()


def test_sub_items_that_were_set_aside_too_go_with_their_subject_when_it_gets_a_meeting(store: Store) -> None:
    for id_ in ("fonds", "oever"):
        set_aside(store, id_, "Nog niet akkoord.")
    hold_over(store, "oever", "april", "Nog niet akkoord.")
    assert "2a Garantie voor rederij Zilvermeeuw" in _agenda(store, "april")
    assert waiting(store, "wk") == ()


def test_a_sub_item_that_was_withdrawn_or_went_elsewhere_does_not_go_with_its_subject(store: Store) -> None:
    withdraw_punt(store, "fonds", "Van tafel.")
    set_aside(store, "oever", "Nog niet akkoord.")
    hold_over(store, "oever", "april", "Nog niet akkoord.")
    assert _agenda(store, "april") == ["1 Opening", "2 Veilige oevers", "3 Sluiting"]
    assert store.agendapunten.get("fonds").staat is Puntstaat.INGETROKKEN


def test_a_held_over_item_is_agreed_again_for_its_new_agenda(store: Store) -> None:
    with store.transaction():
        punt = replace(store.agendapunten.get("oever"), akkoord=True, spoed="Het water stijgt.")
        store.agendapunten.save(punt)
    nieuw = hold_over(store, "oever", "april", "Nog niet akkoord.")
    assert (nieuw.akkoord, nieuw.spoed) == (False, "")


def test_holding_over_is_undone_in_both_meetings_at_once(store: Store) -> None:
    voor = (store.opname("maart"), store.opname("april"))
    _, wijziging = store.record(lambda: hold_over(store, "oever", "april", "Cijfers ontbreken."))
    store.redo(wijziging.terug())
    assert (store.opname("maart"), store.opname("april")) == voor


def test_a_held_over_nota_is_as_far_as_it_was(store: Store) -> None:
    stap = Notastap(
        id="s", nota_id="n", volgorde="i", moment=datetime(2026, 2, 20, 9), stand=Stand.INGEDIEND, wie="Bram Otter"
    )
    with store.transaction():
        store.notastappen.save(stap)
    nieuw = hold_over(store, "oever", "april", "Cijfers ontbreken.")
    april = store.opname("april")
    stuk = next(stuk for stuk in april.stukken if stuk.agendapunt_id == nieuw.id and stuk.id in april.notas)
    assert standen(store, "april") == {stuk.id: Stand.INGEDIEND}


def test_a_reference_written_after_a_withdrawal_names_the_item_that_has_that_number(store: Store) -> None:
    with store.transaction():
        store.agendapunten.save(een_agendapunt(id="kade", vergadering_id="maart", volgorde="m", titel="Kade"))
    withdraw_punt(store, "haven", "Van tafel.")
    write_sectie(store, "n", store.notas.get("n").secties[0].id, "Zie agendapunt 3.")
    assert "{{punt:kade}}" in store.notas.get("n").secties[0].tekst


def test_references_go_along_or_name_the_meeting_they_came_from(store: Store) -> None:
    sectie = store.notas.get("n").secties[0].id
    write_sectie(store, "n", sectie, "Zie agendapunt 2a en agendapunt 3.")
    nieuw = hold_over(store, "oever", "april", "Cijfers ontbreken.")
    april = store.opname("april")
    (nota,) = april.notas.values()
    sub = next(punt for punt in april.agendapunten if punt.ouder_id == nieuw.id)
    assert nota.secties[0].tekst == (
        f"Zie agendapunt {{{{punt:{sub.id}}}}} en agendapunt 3 van de vergadering van 11 maart 2026."
    )


def test_what_was_held_over_comes_by_itself_on_the_agenda_that_is_planned(store: Store) -> None:
    store.vergaderingen.save(replace(store.vergaderingen.get("april"), status=Status.GEHOUDEN))
    store.besluiten.save(een_besluit(agendapunt_id="haven", uitkomst=Uitkomst.AANGEHOUDEN))
    mei = plan_vergadering(store, Vergaderplan(datum=date(2026, 5, 13), gremium_id="wk"))
    assert _agenda(store, mei.id) == ["1 Opening en vaststelling agenda", "2 Haven", "3 Rondvraag en sluiting"]
    assert waiting(store, "wk") == ()


def test_a_held_over_item_stands_before_the_rondvraag_of_an_agenda_that_was_read(store: Store) -> None:
    slot = next(punt for punt in store.opname("april").agendapunten if punt.titel == "Sluiting")
    store.agendapunten.save(replace(slot, titel="Rondvraag en sluiting", standaard=False))
    hold_over_at_table(store, "haven")
    assert _agenda(store, "april") == ["1 Opening", "2 Haven", "3 Rondvraag en sluiting"]


def test_a_sub_item_that_is_held_over_has_its_part_of_the_time(store: Store) -> None:
    store.agendapunten.save(replace(store.agendapunten.get("oever"), duur=35))
    store.agendapunten.save(replace(store.agendapunten.get("fonds"), duur=None))
    nieuw = hold_over_at_table(store, "fonds")
    assert nieuw is not None
    assert (nieuw.duur, nieuw.ouder_id) == (35, None)
