"""Personal data are found by their form, and a number that only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tk_desktop.domain.persoonsgegevens import Gegevenssoort, find_persoonsgegevens, is_bsn, is_iban


def gevonden(tekst: str) -> list[tuple[Gegevenssoort, str]]:
    return [(een.soort, een.in_tekst(tekst)) for een in find_persoonsgegevens(tekst)]


@pytest.mark.parametrize(
    ("tekst", "soort", "gegeven"),
    [
        ("BSN 111222333 van de cliënt", Gegevenssoort.BSN, "111222333"),
        ("burgerservicenummer: 1112.22.333", Gegevenssoort.BSN, "1112.22.333"),
        ("over te maken op NL91 ABNA 0417 1643 00.", Gegevenssoort.REKENING, "NL91 ABNA 0417 1643 00"),
        ("bel 06-12345678 of kom langs", Gegevenssoort.MOBIEL, "06-12345678"),
        ("bel +31 6 12 34 56 78", Gegevenssoort.MOBIEL, "+31 6 12 34 56 78"),
        ("mail r.vandalen@waterkant.example", Gegevenssoort.MAIL, "r.vandalen@waterkant.example"),
        ("woont Kadijkstraat 12-3, 1234 AB Veenhoek", Gegevenssoort.ADRES, "Kadijkstraat 12-3, 1234 AB"),
    ],
)
def test_personal_data_are_found_where_they_stand(tekst: str, soort: Gegevenssoort, gegeven: str) -> None:
    assert gevonden(tekst) == [(soort, gegeven)]


@pytest.mark.parametrize(
    "tekst",
    [
        "BSN 111222334",
        "het dossier 111222333 van de bouw",
        "NL91 ABNA 0417 1643 01",
        "€ 123.456.782 voor de dijk, bsn-registratie",
        "bel 088-1234567 of 0251-612345",
        "mail info@waterkant.example of secretariaat-bc@waterkant.example",
        "Postbus 12, 1234 AB Veenhoek",
        "registratienummer 2026-000402",
        "in 2026 1234 AB",
    ],
)
def test_what_only_looks_like_it_or_is_of_an_organisation_is_left_alone(tekst: str) -> None:
    assert gevonden(tekst) == []


@given(st.integers(0, 10**9 - 1))
def test_one_wrong_digit_is_no_burgerservicenummer(getal: int) -> None:
    cijfers = f"{getal:09}"
    if is_bsn(cijfers):
        for plek in range(9):
            anders = str((int(cijfers[plek]) + 1) % 10)
            assert not is_bsn(cijfers[:plek] + anders + cijfers[plek + 1 :])


@given(st.from_regex(r"[A-Z]{4}[0-9]{10}", fullmatch=True))
def test_two_digits_swapped_are_no_account_number(rest: str) -> None:
    rekening = next(f"NL{nr:02}{rest}" for nr in range(2, 99) if is_iban(f"NL{nr:02}{rest}"))
    for plek in range(8, len(rekening) - 1):
        een, twee = rekening[plek], rekening[plek + 1]
        if een != twee:
            assert not is_iban(rekening[:plek] + twee + een + rekening[plek + 2 :])


@given(st.text())
def test_no_text_is_too_odd_to_be_looked_at(tekst: str) -> None:
    for een in find_persoonsgegevens(tekst):
        assert een.verkort(tekst) != een.in_tekst(tekst)
