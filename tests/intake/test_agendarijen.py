"""An agenda of whole paragraphs, row by row: each paragraph goes to its own item and column."""

from tk_desktop.domain.agenda import Behandeling
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.intake.agenda import lees_agenda
from tk_desktop.intake.indeling import gewone_indeling
from tk_desktop.intake.lezing import GelezenPunt
from tk_desktop.intake.regels import Regel

KOP = ("Agenda Waterkant", "Datum 12 maart 2026 Plaats Kadehuis", "Tijdstip 14.00 uur", "NR. ONDERWERP VOORSTEL/ADVIES")


def punten(*alineas: str) -> dict[str, GelezenPunt]:
    """Return the items of an agenda of these paragraphs by their number."""
    regels = [regel for nr, tekst in enumerate([*KOP, *alineas]) for regel in (Regel(nr, tekst), Regel(nr, " "))]
    agenda, _ = lees_agenda(regels, gewone_indeling(), per_rij=True)
    assert agenda is not None
    return {str(punt.nummer): punt for punt in agenda.punten}


def test_a_proposal_right_behind_who_introduces_it_is_no_part_of_that() -> None:
    gelezen = punten(
        "1. Haven Ter besluitvorming",
        "1a Adviesnota ‘Palen’",
        "(adviesnota bijgevoegd)",
        "Toelichting door Siem Hoek (werf)",
        "1. De palen te vervangen;",
        "2. Het hout te kopen.",
    )
    assert gelezen["1a"].inleiders == (("Siem Hoek", "werf"),)
    assert [punt.tekst for punt in gelezen["1a"].voorstel] == ["De palen te vervangen;", "Het hout te kopen."]
    assert gelezen["1"].voorstel == ()


def test_the_number_of_an_item_with_its_time_below_is_no_point_of_a_proposal() -> None:
    gelezen = punten(
        "1.", "14.00 uur", "Haven", "Ter besluitvorming", "1. De palen te vervangen.", "2.", "14.10 uur", "Vlot"
    )
    assert (gelezen["2"].titel, len(gelezen["1"].voorstel)) == ("Vlot", 1)


def test_a_remark_below_a_decision_is_no_proposal_and_a_request_is() -> None:
    gelezen = punten(
        "1. Haven Ter opinievorming", "Korte film van de kade.", "2. Vlot Ter besluitvorming", "Het vlot te kopen."
    )
    assert (gelezen["1"].voorstel, platte_tekst(gelezen["1"].toelichting)) == ((), "Korte film van de kade.")
    assert [punt.tekst for punt in gelezen["2"].voorstel] == ["Het vlot te kopen."]


def test_what_follows_the_word_toelichting_is_a_remark_whatever_it_looks_like() -> None:
    gelezen = punten("1. Haven Ter besluitvorming", "• Het vlot te kopen.", "Toelichting:", "• Ter inzage op de werf.")
    assert (len(gelezen["1"].voorstel), platte_tekst(gelezen["1"].toelichting)) == (1, "- Ter inzage op de werf.")


def test_a_second_paper_and_a_remark_behind_a_title_find_their_place() -> None:
    gelezen = punten("1. Haven (besloten)", "(brief bijgevoegd)", "Rapport ‘Hout’ (rapport met bijlage bijgevoegd)")
    assert gelezen["1"].besloten
    assert [(stuk.titel, stuk.bijlagen_beloofd) for stuk in gelezen["1"].stukken] == [("Haven", 0), ("Hout", 1)]


def test_a_sub_item_keeps_its_own_way_of_treatment() -> None:
    gelezen = punten("1. Verslagen Ter vaststelling", "1a 5 maart", "Ter kennisname", "1b 6 maart")
    assert gelezen["1"].behandeling == {Behandeling.VASTSTELLING}
    assert gelezen["1a"].behandeling == {Behandeling.KENNISNAME}
    assert gelezen["1b"].behandeling == frozenset()
