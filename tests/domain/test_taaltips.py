"""Tips on language: what can be plainer is found, good Dutch stays without tips."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_argument, een_nota, een_sectie, een_voorstelpunt
from tk_desktop.domain.nota import Aard, Nota, Sectiesoort
from tk_desktop.domain.taaltips import Taaltip, Tipsoort, taaltips, vind


def _nota(tekst: str, soort: Sectiesoort = Sectiesoort.INLEIDING) -> Nota:
    return een_nota(secties=(een_sectie(soort=soort, kop="Inleiding", tekst=tekst),))


def _tips(tekst: str, soort: Tipsoort | None = None) -> list[Taaltip]:
    return [tip for tip in taaltips(_nota(tekst)) if soort in (None, tip.soort)]


@pytest.mark.parametrize(
    ("tekst", "was", "wordt"),
    [
        ("Dit gebeurt middels een brief.", "middels", "met"),
        ("Derhalve stellen wij dit voor.", "Derhalve", "Daarom"),
        ("Het plan ten aanzien van wonen.", "ten aanzien van", "over"),
        ("De vergadering van 4-3-2020 ging niet door.", "4-3-2020", "4 maart 2020"),
        ("Op woensdag 04/03/2020 dus.", "04/03/2020", "4 maart 2020"),
        ("Vóór 1 sept. 2026 beslissen.", "1 sept. 2026", "1 september 2026"),
        ("Om 9:00 uur beginnen.", "9:00 uur", "09.00 uur"),
        ("Om 9.30 uur beginnen.", "9.30 uur", "09.30 uur"),
        ("Dit kost €35.000 per jaar.", "€35.000", "€ 35.000,-"),
        ("Dit kost €35.000.", "€35.000", "€ 35.000,-"),
        ("Dit kost 35.000 euro.", "35.000 euro", "€ 35.000,-"),
        ("Dit kost € 1250,00 in totaal.", "€ 1250,00", "€ 1.250,-"),
        ("Dit kost EUR 12,50 de man.", "EUR 12,50", "€ 12,50"),
    ],
)
def test_what_can_be_plainer_or_in_house_form_is_replaced(tekst: str, was: str, wordt: str) -> None:
    gevonden = _tips(tekst)
    assert [(tip.tekst, tip.vervanging) for tip in gevonden] == [(was, wordt)]


@pytest.mark.parametrize(
    "tekst",
    [
        "De vergadering is op woensdag 4 maart 2020 om 09.00 uur.",
        "Dit kost € 35.000,- en daarna € 12,50 de man.",
        "Voor 2026 is € 318.500 nodig, te weten € 950 per school.",
        "Het kost € 1,5 miljoen, of 3 miljoen euro.",
        "Het rapport ‘Indien nodig, thans en voorts’ treft u aan.",
        "De indiener nam het plan over; er is niets omtrenterigs aan.",
        "Artikel 3:40 van de wet, blz. 9.30 en versie 1.2.2020.",
        "De GGD en de VNG zijn het eens; het college ook.",
        "| Jaar | Bedrag |\n| 4-3-2020 | €5 |",
        "Zie agendapunt {{punt:x}} en {{datum}}.",
    ],
)
def test_good_dutch_quotes_tables_and_numbers_have_no_tips(tekst: str) -> None:
    assert _tips(tekst) == []


def test_a_sentence_of_more_than_thirty_words_is_worth_splitting() -> None:
    zin = "Wij " + " ".join(["zien"] * 29)
    assert _tips(f"{zin}.") == []
    [tip] = _tips(f"Kort. {zin} dat.")
    assert (tip.soort, tip.tekst, tip.vervanging) == (Tipsoort.LANGE_ZIN, "Wij zien zien zien zien", "")
    assert "telt 31 woorden" in tip.zin


def test_three_passive_sentences_in_a_row_are_a_pile() -> None:
    een = "De oever wordt hersteld. "
    assert _tips(een * 2, Tipsoort.LIJDEND) == []
    assert _tips(f"{een * 2}Wij betalen. {een * 2}", Tipsoort.LIJDEND) == []
    assert len(_tips(f"{een * 2}De kade werd gesloopt.", Tipsoort.LIJDEND)) == 1


def test_an_abbreviation_is_told_once_and_only_when_nothing_explains_it() -> None:
    [tip] = _tips("Het KWB groeit. Het KWB krimpt.")
    assert (tip.soort, tip.tekst) == (Tipsoort.AFKORTING, "KWB")
    assert _tips("Het Kadewerkbureau (KWB) groeit. Het KWB krimpt.") == []
    assert _tips("Het KWB (Kadewerkbureau) groeit.") == []
    assert _tips("DIT KWB IS EEN KOP") == []
    assert _tips("Fase II en IV.") == []


def test_proposal_and_reasons_are_looked_at_and_the_decision_is_not() -> None:
    nota = _nota("Derhalve.", Sectiesoort.BESLUIT)
    assert taaltips(nota) == ()
    secties = (
        een_sectie(soort=Sectiesoort.VOORSTEL, kop="Voorstel"),
        een_sectie(soort=Sectiesoort.ARGUMENTEN, kop="Argumenten", tekst="Thans."),
        een_sectie(soort=Sectiesoort.KANTTEKENING, kop="Kanttekening"),
    )
    nota = replace(
        nota,
        secties=secties,
        voorstel=(een_voorstelpunt(tekst="Reeds te beginnen."),),
        argumenten=(
            een_argument(kop="Dit is tevens goed"),
            een_argument(aard=Aard.KANTTEKENING, kop="Tegen", tekst="Doch duur."),
        ),
    )
    assert sorted((tip.deel, tip.tekst) for tip in taaltips(nota)) == [
        ("Argumenten", "Thans"),
        ("Argumenten", "tevens"),
        ("Kanttekening", "Doch"),
        ("Voorstel", "Reeds"),
    ]


def test_a_tip_is_found_again_outside_quotes_and_as_a_whole_word() -> None:
    [tip] = _tips("Dat kan thans.")
    assert vind("‘Zo thans’, thansig en thans.", tip) == 23
    assert vind("Nergens.", tip) == -1


@given(st.text(alphabet="abc €.,-0123456789:/‘’{}\n|AB", max_size=80))
def test_whatever_is_written_the_words_of_a_replacement_stand_there(tekst: str) -> None:
    for tip in taaltips(_nota(tekst)):
        assert tip.tekst.strip()
        assert tip.vervanging != tip.tekst
