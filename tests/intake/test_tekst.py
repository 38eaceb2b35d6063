"""Whole texts: what they hold, and what can never happen to a reader."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tk_desktop.domain.opmaak import lees, schrijf
from tk_desktop.intake.lezing import Lezing
from tk_desktop.intake.tekst import lees_tekst

STUKKEN = (
    "Agenda dagelijks bestuur Waterkant", "NR. ONDERWERP VOORSTEL/ADVIES", "1. 09.00 uur", "1.",
    "1A. Besloten: werf", "2. 09.10 Peil (bijgevoegd)", "a. Adviesnota ‘Peil", "b. Brief (brief met bijlagen",
    "3 bijgevoegd)", "2a", "2b", "Ter besluitvorming", "Ter bespreking en", "a. Ter kennisname",
    "- Te besluiten;", "1. Het peil", "(", "(mondeling)", "DATUM 31-2-2026 PLAATS", "TIJDSTIP 25.99 uur",
    "VOORZITTER", "Toelichting door", "Toelichting d.m.v. presentatie (", "Openbaar Ja Registratienummer 2026",
    "Voorstel voor", "Adviesnota", "Informatienota", "Datum vergadering Agendapunt",
    "Domein, behandelend ambtenaar, tel.", ", 06-12345678", "Onderwerp", "Voorstel", "Inleiding", "Argumenten",
    "1.1. Omdat", "2.1", "Kanttekening", "Bijlage(n)", "Besluit", "Communicatie (proces)", "Pagina 1 van 2",
    "-", "•", "Geachte leden,", "Hierbij nodig ik u uit", "Hoogachtend,", "ONDERWERP", "verhindering",
    "€ \ufffd\ufffd-", "", " ", "Rondvraag en sluiting",
    "en dan nog een regel die nogal lang is en doorloopt tot voorbij de gewone kantlijn van",
)  # fmt: skip

tekst_met_stukken = st.lists(st.one_of(st.sampled_from(STUKKEN), st.text(max_size=20)), max_size=40).map("\n".join)


def teksten(lezing: Lezing) -> list[str]:
    """Return every rich text of a reading."""
    punten = lezing.agenda.punten if lezing.agenda else ()
    uit = [punt.toelichting for punt in punten]
    uit += [deel.tekst for punt in punten for deel in punt.voorstel]
    for nota in lezing.notas:
        uit += [sectie.tekst for sectie in nota.secties]
        uit += [reden.tekst for reden in nota.argumenten]
        uit += [deel.tekst for deel in nota.voorstel]
    return [*uit, lezing.uitnodiging.tekst if lezing.uitnodiging else ""]


@settings(max_examples=300)
@given(tekst_met_stukken)
def test_no_text_whatever_stops_the_reader_and_every_doubt_names_its_place(tekst: str) -> None:
    lezing = lees_tekst(tekst)
    aantal = tekst.count("\n") + 1
    for twijfel in lezing.twijfels:
        plaats = re.match(r"regel (\d+)(?:-(\d+))?,", twijfel.waar)
        assert plaats, twijfel
        assert 1 <= int(plaats[1]) <= int(plaats[2] or plaats[1])
        assert int(plaats[1]) <= aantal
        assert twijfel.wat.endswith((".", "?"))


@settings(max_examples=150)
@given(tekst_met_stukken)
def test_every_text_that_is_read_is_rich_text_as_it_is_stored(tekst: str) -> None:
    for gelezen in teksten(lees_tekst(tekst)):
        assert schrijf(lees(gelezen)) == gelezen


@settings(max_examples=150)
@given(tekst_met_stukken)
def test_every_item_has_a_title_and_a_number_of_its_own(tekst: str) -> None:
    agenda = lees_tekst(tekst).agenda
    if agenda is not None:
        nummers = [punt.nummer for punt in agenda.punten]
        assert len(set(nummers)) == len(nummers)
        assert all(punt.titel.strip() for punt in agenda.punten)
        assert all(stuk.titel.strip() for punt in agenda.punten for stuk in punt.stukken)


@given(st.text(alphabet="abc XYZ.,\n", max_size=300))
def test_a_text_without_papers_of_a_board_is_an_empty_reading(tekst: str) -> None:
    assert lees_tekst(tekst) == Lezing()
