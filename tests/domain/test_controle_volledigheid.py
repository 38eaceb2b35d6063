"""What is missing in a meeting is found, and what is complete is left alone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.bouwers import een_agendapunt, een_opname, een_stuk, een_stukversie, een_voorstelpunt
from tests.domain.controlehulp import (
    BESLUIT,
    bevindingen,
    een_hele_vergadering,
    een_punt_met_nota,
    een_volle_nota,
    met_sectie,
    samen,
)
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle import Controlecontext, controleer
from tk_desktop.domain.nota import Sectiesoort, Vorm
from tk_desktop.domain.stuk import Soort
from tk_desktop.domain.vergadering import Status


def test_an_agenda_that_announces_more_bijlagen_than_the_nota_lists_is_flagged() -> None:
    [gevonden] = bevindingen(samen(een_punt_met_nota(beloofd=3, genoemd=2)), "VL01")
    assert gevonden.ernst is Ernst.FOUT
    assert gevonden.wat == "De agenda noemt bij 1 bijlagen 1 t/m 3; de nota noemt er 2."
    assert gevonden.waar == "1 Veilige oevers"


def test_the_number_of_received_bijlagen_is_told_beside_the_two_others() -> None:
    [gevonden] = bevindingen(samen(een_punt_met_nota(beloofd=3, genoemd=2, ontvangen=2)), "VL01")
    assert gevonden.wat.endswith("de nota noemt er 2. Ontvangen zijn er 2.")


def test_a_nota_that_says_it_has_no_bijlagen_while_the_agenda_announces_one_is_flagged() -> None:
    [gevonden] = bevindingen(samen(een_punt_met_nota(beloofd=1)), "VL01")
    assert gevonden.wat == "De agenda noemt bij 1 1 bijlage; de nota noemt er geen."


@pytest.mark.parametrize(("beloofd", "genoemd"), [(0, 0), (1, 1), (2, 2), (3, 3), (0, 2)])
def test_equal_numbers_and_an_agenda_that_gives_no_number_are_left_alone(beloofd: int, genoemd: int) -> None:
    assert not bevindingen(samen(een_punt_met_nota(beloofd=beloofd, genoemd=genoemd)), "VL01")


def test_a_form_without_a_place_for_bijlagen_cannot_list_them() -> None:
    assert not bevindingen(samen(een_punt_met_nota(beloofd=1, vorm=Vorm.INFORMATIENOTA_KORT)), "VL01")


def test_the_agenda_of_the_old_set_gives_one_finding_on_bijlagen() -> None:
    opname = samen(
        een_punt_met_nota(beloofd=3, genoemd=2, nummer=1, titel="Voortgang van de oevers"),
        een_punt_met_nota(beloofd=0, genoemd=0, nummer=2, titel="Verdeling van het geld"),
        een_punt_met_nota(beloofd=3, genoemd=3, nummer=3, titel="Stand van zaken", vorm=Vorm.OPINIERENDE_NOTA),
        een_punt_met_nota(beloofd=2, genoemd=2, nummer=4, titel="Rapport", vorm=Vorm.INFORMATIENOTA_DOEL),
        een_punt_met_nota(beloofd=1, genoemd=1, nummer=5, titel="Tekort", vorm=Vorm.INFORMATIENOTA_KERN),
    )
    gevonden = controleer(opname, Controlecontext())
    assert [(b.code, b.waar) for b in gevonden] == [("VL01", "1 Voortgang van de oevers"), ("VL04", "Vergadering")]
    assert gevonden[1].wat == "Er zijn nog geen bestanden ontvangen; van 8 bijlagen is alleen de titel bekend."


def test_a_letter_whose_announced_bijlage_may_be_in_the_same_file_gets_no_warning() -> None:
    punt = een_agendapunt(titel="Hoogwater")
    brief = een_stuk(agendapunt_id=punt.id, soort=Soort.BRIEF, bijlagen_beloofd=1)
    los = een_hele_vergadering(punten=[punt], stukken=[brief], versies=[een_stukversie(stuk_id=brief.id)])
    assert [b.ernst for b in bevindingen(los, "VL01")] == [Ernst.INFO]
    bijlage = een_stuk(agendapunt_id=punt.id, soort=Soort.BIJLAGE, hoort_bij=brief.id, titel="Kaart")
    versies = [een_stukversie(stuk_id=brief.id, sha256="a"), een_stukversie(stuk_id=bijlage.id, sha256="b")]
    assert not bevindingen(een_hele_vergadering(punten=[punt], stukken=[brief, bijlage], versies=versies), "VL01")


def test_a_promised_paper_that_is_absent_is_flagged_once_files_came_in() -> None:
    punt = een_agendapunt(titel="Jaarstukken")
    weg, er = (
        een_stuk(agendapunt_id=punt.id, soort=Soort.RAPPORT, titel=titel) for titel in ("Rapport A", "Rapport B")
    )
    opname = een_hele_vergadering(punten=[punt], stukken=[weg, er], versies=[een_stukversie(stuk_id=er.id)])
    [gevonden] = bevindingen(opname, "VL02")
    assert gevonden.ernst is Ernst.FOUT
    assert "‘Rapport A’ (rapport)" in gevonden.wat


def test_an_absent_nota_is_flagged_even_without_files() -> None:
    punt = een_agendapunt(titel="Veilige oevers", behandeling=BESLUIT)
    opname = een_hele_vergadering(punten=[punt], stukken=[een_stuk(agendapunt_id=punt.id)])
    assert [b.waar for b in bevindingen(opname, "VL02")] == ["1 Veilige oevers"]


def test_without_any_file_absent_bijlagen_give_one_note_and_no_faults() -> None:
    opname = samen(een_punt_met_nota(beloofd=3, genoemd=3), een_punt_met_nota(beloofd=1, genoemd=1, nummer=2))
    assert not bevindingen(opname, "VL03")
    [gevonden] = bevindingen(opname, "VL04")
    assert gevonden.ernst is Ernst.INFO


def test_with_files_each_listed_bijlage_that_is_absent_is_flagged() -> None:
    opname = samen(een_punt_met_nota(beloofd=3, genoemd=3, ontvangen=2))
    [gevonden] = bevindingen(opname, "VL03")
    assert gevonden.waar == "1 bijl. 3 Kaart 1-2"
    assert not bevindingen(opname, "VL04")


def test_a_meeting_without_papers_needs_no_note_about_files() -> None:
    assert not bevindingen(een_hele_vergadering(punten=[een_agendapunt()]), "VL04")


def test_a_received_bijlage_that_the_nota_does_not_list_is_flagged() -> None:
    [gevonden] = bevindingen(samen(een_punt_met_nota(beloofd=1, genoemd=1, ontvangen=2)), "VL05")
    assert gevonden.waar == "1 bijl. 2 Kaart 1-1"


def test_a_bijlage_whose_title_stands_in_the_text_of_the_list_is_listed() -> None:
    deel = een_punt_met_nota(genoemd=0, ontvangen=1)
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.BIJLAGEN, "Bijgevoegd is Kaart 1-0 van het gebied.")]
    assert not [b for b in controleer(samen(deel), Controlecontext()) if b.code in {"VL05", "VL06"}]


def test_a_nota_that_says_not_applicable_beside_a_received_bijlage_is_flagged_once() -> None:
    opname = samen(een_punt_met_nota(genoemd=0, ontvangen=2))
    [gevonden] = bevindingen(opname, "VL06")
    assert "staat ‘Niet van toepassing’, maar er zijn wel 2 bijlagen ontvangen" in gevonden.wat
    assert not bevindingen(opname, "VL05")


def test_a_list_of_bijlagen_without_bijlagen_gives_a_note() -> None:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.BIJLAGEN, "1. Kaart van het gebied")]
    assert [b.ernst for b in bevindingen(samen(deel), "VL06")] == [Ernst.INFO]
    assert not bevindingen(samen(een_punt_met_nota()), "VL06")


@pytest.mark.parametrize("leeg", ["", "   ", "**"])
def test_an_empty_required_section_is_flagged(leeg: str) -> None:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.BEOOGD_EFFECT, leeg)]
    [gevonden] = bevindingen(samen(deel), "VL07")
    assert gevonden.waar == "1 Veilige oevers, Beoogd effect"
    assert gevonden.ernst is Ernst.FOUT


def test_not_applicable_fills_a_section_and_a_row_fills_the_proposal() -> None:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.KOSTEN, "Niet van toepassing.")]
    assert not bevindingen(samen(deel), "VL07")


def test_a_nota_without_points_or_text_in_its_proposal_is_flagged() -> None:
    deel = een_punt_met_nota(voorstel=(), argumenten=())
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.VOORSTEL, "")]
    assert [b.waar for b in bevindingen(samen(deel), "VL07")] == [
        "1 Veilige oevers, Voorstel",
        "1 Veilige oevers, Argumenten",
    ]


def test_an_optional_section_may_be_empty() -> None:
    deel = een_punt_met_nota(vorm=Vorm.INFORMATIENOTA_KERN)
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.VERVOLG, "")]
    assert not bevindingen(samen(deel), "VL07")


def test_a_decision_written_before_the_meeting_is_flagged_and_after_it_is_not() -> None:
    deel = een_punt_met_nota()
    deel["notas"] = [met_sectie(deel["notas"][0], Sectiesoort.BESLUIT, "Conform besloten.")]
    assert bevindingen(samen(deel), "VL08")
    assert not bevindingen(samen(deel, vergadering={"status": Status.GEHOUDEN}), "VL08")
    assert not bevindingen(samen(een_punt_met_nota()), "VL08")


def test_a_nota_without_number_official_or_subject_is_flagged_for_each() -> None:
    opname = samen(een_punt_met_nota(registratienummer=" ", behandelaars=(), onderwerp=""))
    waar = [b.waar.split(", ")[1] for b in bevindingen(opname, "VL09")]
    assert waar == ["registratienummer", "behandelend ambtenaar", "onderwerp"]
    assert not bevindingen(samen(een_punt_met_nota()), "VL09")


def test_an_item_for_decision_without_nota_or_proposal_is_flagged() -> None:
    kaal = een_agendapunt(titel="Kadeherstel", behandeling=BESLUIT)
    assert [b.waar for b in bevindingen(een_hele_vergadering(punten=[kaal]), "VL10")] == ["1 Kadeherstel"]


def test_an_item_for_decision_with_a_proposal_a_nota_sub_items_or_told_aloud_is_left_alone() -> None:
    ouder = een_agendapunt(id="ouder", titel="Oevers", behandeling=BESLUIT)
    punten = [
        een_agendapunt(titel="Kade", behandeling=BESLUIT, voorstel=(een_voorstelpunt(),)),
        een_agendapunt(titel="Stand van zaken", behandeling=BESLUIT, mondeling=True),
        ouder,
        een_agendapunt(titel="Sub", ouder_id="ouder", voorstel=(een_voorstelpunt(),)),
    ]
    assert not bevindingen(een_hele_vergadering(punten=punten), "VL10")
    assert not bevindingen(samen(een_punt_met_nota()), "VL10")


def test_a_sub_item_follows_its_parent_in_being_for_decision() -> None:
    ouder = een_agendapunt(id="ouder", titel="Oevers", behandeling=BESLUIT)
    sub = een_agendapunt(titel="Kade", ouder_id="ouder")
    assert [b.waar for b in bevindingen(een_hele_vergadering(punten=[ouder, sub]), "VL10")] == ["1a Kade"]


def test_each_absent_fact_of_the_meeting_is_named() -> None:
    leeg = een_hele_vergadering(
        vergadering={"plaats": " ", "begin": None, "einde": None, "voorzitter_id": None, "secretaris_id": "onbekend"}
    )
    assert len(bevindingen(leeg, "VL11")) == 5
    assert not bevindingen(een_hele_vergadering(), "VL11")


def test_a_meeting_without_invitation_gives_a_note() -> None:
    assert [b.ernst for b in bevindingen(een_opname(), "VL12")] == [Ernst.INFO]
    assert bevindingen(een_hele_vergadering(brief={"datum": None}), "VL12")
    assert not bevindingen(een_hele_vergadering(), "VL12")


def test_an_invitation_after_the_meeting_is_a_fault_and_a_late_one_a_note() -> None:
    dag = date(2026, 3, 11)
    codes = {}
    for dagen in (-1, 0, 6, 7, 13):
        opname = een_hele_vergadering(brief={"datum": dag - timedelta(days=dagen)})
        codes[dagen] = [b.code for b in controleer(opname, Controlecontext())]
    assert codes == {-1: ["VL13"], 0: ["VL14"], 6: ["VL14"], 7: [], 13: []}


def test_a_nota_that_came_as_a_file_only_is_compared_with_the_received_bijlagen() -> None:
    deel = een_punt_met_nota(beloofd=3, genoemd=2, ontvangen=2)
    stuk = deel["stukken"][0]
    deel["notas"] = []
    deel["versies"].append(een_stukversie(stuk_id=stuk.id, sha256="nota"))
    [gevonden] = bevindingen(samen(deel), "VL01")
    assert gevonden.ernst is Ernst.WAARSCHUWING
    assert gevonden.wat == "De agenda noemt bij 1 bijlagen 1 t/m 3; los ontvangen zijn er 2."


def test_a_nota_of_a_paper_that_is_gone_does_not_stop_the_checks() -> None:
    wees = een_volle_nota(een_stuk(id="weg"), 1)
    opname = replace(een_hele_vergadering(), notas={"weg": wees})
    assert controleer(opname, Controlecontext()) == ()
