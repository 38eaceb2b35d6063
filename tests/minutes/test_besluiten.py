"""What is decided is recorded once, with its number and beside what was proposed."""

from datetime import date, time
from pathlib import Path

import pytest

from tests.bouwers import een_vergadering
from tk_desktop.domain.besluit import (
    BesluitZonderTekst,
    NietTerBesluitvorming,
    Uitkomst,
    UittrekselZonderTekst,
    past_bij,
)
from tk_desktop.domain.opmaak import Alinea, samenvoegen
from tk_desktop.domain.verslag import VerslagVastgesteld
from tk_desktop.domain.zittingpapier import Zittingpapier, Zittingstof
from tk_desktop.export.bladen import bestandsnaam
from tk_desktop.export.verslag import bij_besluit, write_uittreksel
from tk_desktop.export.vorm import Vorm
from tk_desktop.export.zittingpapieren import plan_papieren
from tk_desktop.minutes.besluiten import (
    correct_besluit,
    edit_besluit,
    record_besluit,
    remove_besluit,
    renumber_besluit,
)
from tk_desktop.minutes.verloop import open_zitting
from tk_desktop.minutes.verslagen import approve_verslag
from tk_desktop.store.werkmap import Store

DAG = date(2026, 3, 11)


def test_conform_advies_has_the_words_of_the_proposal(store: Store) -> None:
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG)
    assert (besluit.tekst, besluit.nummer) == ("1. De oever te herstellen.", "BC WK 2026-001")
    assert not besluit.wijkt_af


@pytest.mark.parametrize("uitkomst", [Uitkomst.AANGEHOUDEN, Uitkomst.INGETROKKEN])
def test_the_words_of_a_proposal_that_was_not_decided_are_no_besluit(store: Store, uitkomst: Uitkomst) -> None:
    besluit = record_besluit(store, "oever", uitkomst, op=DAG)
    assert (besluit.tekst, besluit.voorgesteld) == ("", "1. De oever te herstellen.")
    assert not besluit.wijkt_af

    weer = edit_besluit(store, besluit.id, uitkomst=Uitkomst.CONFORM, tekst="")
    assert weer.tekst == "1. De oever te herstellen."
    assert edit_besluit(store, besluit.id, uitkomst=uitkomst, tekst=weer.tekst).tekst == ""
    eigen = edit_besluit(store, besluit.id, uitkomst=uitkomst, tekst="Tot de cijfers er zijn.")
    assert eigen.tekst == "Tot de cijfers er zijn."


def test_each_besluit_gets_the_next_number_of_the_year(store: Store) -> None:
    record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG)
    assert record_besluit(store, "koop", Uitkomst.CONFORM, op=DAG, tekst="Te kopen.").nummer == "BC WK 2026-002"


def test_a_besluit_without_words_is_set_right_itself_while_the_verslag_is_a_draft(store: Store) -> None:
    leeg = record_besluit(store, "sluis", Uitkomst.CONFORM, op=DAG, toch=True)
    vol = correct_besluit(store, leeg.id, "De sluis te openen.", op=date(2026, 4, 9))
    assert store.besluiten.van_vergadering("maart") == (vol,)
    assert (vol.id, vol.nummer, vol.datum, vol.herstelt_id) == (leeg.id, "BC WK 2026-001", DAG, None)


def test_a_besluit_gets_its_number_and_extract_with_its_words(store: Store, tmp_path: Path) -> None:
    leeg = record_besluit(store, "sluis", Uitkomst.CONFORM, op=DAG, toch=True)
    assert (leeg.nummer, leeg.tekst, leeg.mist_woorden) == ("", "", True)
    with pytest.raises(BesluitZonderTekst):
        renumber_besluit(store, leeg.id)
    with pytest.raises(BesluitZonderTekst):
        correct_besluit(store, leeg.id, "", op=DAG, uitkomst=Uitkomst.VERWORPEN)
    record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG)
    zitting = store.zitting("maart")
    taken = list(plan_papieren(Zittingstof(zitting=zitting), [Zittingpapier.UITTREKSELS]))
    assert [taak.naam for taak in taken] == [bestandsnaam(zitting.opname, "uittreksel BC WK 2026-001 (besloten)")]
    with pytest.raises(UittrekselZonderTekst, match="Bij punt 3 staat ‘conform advies’"):
        write_uittreksel(zitting, leeg, tmp_path / "uit.pdf", Vorm.PDF)
    vol = edit_besluit(store, leeg.id, uitkomst=Uitkomst.CONFORM, tekst="De sluis te openen.", toch=True)
    assert vol.nummer == "BC WK 2026-002"
    assert edit_besluit(store, leeg.id, uitkomst=Uitkomst.CONFORM, tekst="De sluis te sluiten.").nummer == vol.nummer


@pytest.mark.parametrize(
    "uitkomst", [Uitkomst.KENNISGENOMEN, Uitkomst.AANGEHOUDEN, Uitkomst.INGETROKKEN, Uitkomst.VASTGESTELD]
)
def test_an_outcome_that_its_title_completes_needs_no_words(store: Store, uitkomst: Uitkomst) -> None:
    assert record_besluit(store, "sluis", uitkomst, op=DAG, toch=True).nummer == "BC WK 2026-001"


def test_a_changed_besluit_needs_its_own_words_and_shows_what_was_proposed(store: Store) -> None:
    with pytest.raises(BesluitZonderTekst):
        record_besluit(store, "oever", Uitkomst.GEWIJZIGD, op=DAG, tekst="De oever  te herstellen.")
    besluit = record_besluit(store, "oever", Uitkomst.GEWIJZIGD, op=DAG, tekst="De oever te vernieuwen.")
    assert besluit.wijkt_af
    assert besluit.voorgesteld == "1. De oever te herstellen."


def test_deciding_on_an_item_that_was_not_tabled_for_it_is_asked_first(store: Store) -> None:
    with pytest.raises(NietTerBesluitvorming, match="Punt 3 staat ter bespreking"):
        record_besluit(store, "sluis", Uitkomst.VASTGESTELD, op=DAG, tekst="De sluis te openen.")
    assert store.besluiten.all() == ()
    assert record_besluit(store, "sluis", Uitkomst.VASTGESTELD, op=DAG, tekst="De sluis te openen.", toch=True)


def test_taking_note_of_an_item_needs_no_besluitvorming(store: Store) -> None:
    assert record_besluit(store, "sluis", Uitkomst.KENNISGENOMEN, op=DAG).tekst == ""


def test_what_is_decided_behind_closed_doors_is_besloten(store: Store) -> None:
    assert record_besluit(store, "koop", Uitkomst.CONFORM, op=DAG).besloten
    assert record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG, besloten=True).besloten


def test_a_besluit_in_a_draft_can_be_changed_and_taken_away(store: Store) -> None:
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG)
    nieuw = edit_besluit(store, besluit.id, uitkomst=Uitkomst.VERWORPEN, tekst="", minderheid="Oostwaard was voor.")
    assert (nieuw.uitkomst, nieuw.tekst, nieuw.nummer) == (Uitkomst.VERWORPEN, besluit.tekst, besluit.nummer)
    remove_besluit(store, besluit.id)
    assert store.besluiten.all() == ()


def test_after_approval_a_besluit_is_set_right_by_a_new_one_and_the_old_one_stays(store: Store) -> None:
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG)
    open_zitting(store, "maart", time(9))
    approve_verslag(store, "maart", op=date(2026, 4, 8))
    with pytest.raises(VerslagVastgesteld, match="8-4-2026"):
        edit_besluit(store, besluit.id, uitkomst=Uitkomst.VERWORPEN, tekst="")
    herstel = correct_besluit(store, besluit.id, "De oever vóór 2027 te herstellen.", op=date(2026, 4, 15))
    assert (herstel.herstelt_id, herstel.nummer) == (besluit.id, "BC WK 2026-002")
    assert store.besluiten.van_punt("oever") == (besluit, herstel)


def test_a_besluit_whose_outcome_was_taken_down_wrong_is_set_right_in_sight(store: Store) -> None:
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG)
    open_zitting(store, "maart", time(9))
    approve_verslag(store, "maart", op=date(2026, 4, 8))
    herstel = correct_besluit(store, besluit.id, besluit.tekst, op=date(2026, 4, 15), uitkomst=Uitkomst.VERWORPEN)
    assert (herstel.uitkomst, herstel.tekst) == (Uitkomst.VERWORPEN, besluit.tekst)
    assert store.besluiten.van_punt("oever") == (besluit, herstel), "what was known outside stays"
    (zin,) = bij_besluit(store.zitting("maart"), herstel)
    assert isinstance(zin, Alinea)
    assert samenvoegen(zin.stukjes) == (
        "Dit besluit van 15 april 2026 komt in de plaats van besluit BC WK 2026-001, dat luidde: conform advies."
    )
    with pytest.raises(BesluitZonderTekst):
        correct_besluit(store, besluit.id, besluit.tekst, op=DAG, uitkomst=Uitkomst.GEWIJZIGD)


def test_a_changed_besluit_where_nothing_was_proposed_needs_words_alone(store: Store) -> None:
    besluit = record_besluit(
        store, "opening", Uitkomst.GEWIJZIGD, op=date(2026, 3, 11), tekst="Punt 3 eerst te behandelen."
    )
    assert besluit.tekst == "Punt 3 eerst te behandelen."
    with pytest.raises(BesluitZonderTekst):
        record_besluit(store, "opening", Uitkomst.GEWIJZIGD, op=date(2026, 3, 11))


def test_what_an_item_was_tabled_for_can_be_asked_beforehand(store: Store) -> None:
    opname = store.opname("maart")
    assert past_bij(Uitkomst.CONFORM, opname.behandeling(opname.punt("oever")))
    assert past_bij(Uitkomst.VASTGESTELD, opname.behandeling(opname.punt("opening")))
    assert not past_bij(Uitkomst.CONFORM, opname.behandeling(opname.punt("sluis")))
    assert past_bij(Uitkomst.KENNISGENOMEN, opname.behandeling(opname.punt("sluis")))


def test_other_words_than_the_proposed_ones_are_no_besluit_that_conforms(store: Store) -> None:
    besluit = record_besluit(store, "oever", Uitkomst.CONFORM, op=DAG, tekst="De oever te verleggen.")
    assert besluit.uitkomst is Uitkomst.GEWIJZIGD
    gelijk = edit_besluit(store, besluit.id, uitkomst=Uitkomst.CONFORM, tekst="1. De oever te herstellen.")
    assert gelijk.uitkomst is Uitkomst.CONFORM
    anders = edit_besluit(store, besluit.id, uitkomst=Uitkomst.CONFORM, tekst="De oever te verleggen.")
    assert anders.uitkomst is Uitkomst.GEWIJZIGD
    edit_besluit(store, besluit.id, uitkomst=Uitkomst.CONFORM, tekst="")
    herstel = correct_besluit(store, besluit.id, "De oever niet te herstellen.", op=DAG)
    assert herstel.uitkomst is Uitkomst.GEWIJZIGD


def test_an_outcome_that_an_item_was_not_tabled_for_is_refused_on_changing_too(store: Store) -> None:
    besluit = record_besluit(store, "sluis", Uitkomst.KENNISGENOMEN, op=DAG)
    with pytest.raises(NietTerBesluitvorming, match="Punt 3"):
        edit_besluit(store, besluit.id, uitkomst=Uitkomst.VERWORPEN, tekst="")
    toch = edit_besluit(store, besluit.id, uitkomst=Uitkomst.VERWORPEN, tekst="", toch=True)
    assert edit_besluit(store, toch.id, uitkomst=Uitkomst.VERWORPEN, tekst="Niet te doen.").tekst == "Niet te doen."


def test_what_is_held_over_is_on_the_next_agenda_and_goes_from_it_when_it_is_not(store: Store) -> None:
    store.vergaderingen.save(een_vergadering(id="april", gremium_id="bc", datum=date(2026, 4, 8)))

    def op_agenda() -> list[str]:
        return [punt.titel for punt in store.opname("april").agendapunten]

    besluit = record_besluit(store, "oever", Uitkomst.AANGEHOUDEN, op=DAG)
    assert op_agenda() == ["Veilige oevers"]
    edit_besluit(store, besluit.id, uitkomst=Uitkomst.CONFORM, tekst="")
    assert op_agenda() == []
    edit_besluit(store, besluit.id, uitkomst=Uitkomst.AANGEHOUDEN, tekst="")
    assert op_agenda() == ["Veilige oevers"]
    remove_besluit(store, besluit.id)
    assert op_agenda() == []
