"""A nota in its form: reasons tied to points, sections that are filled or not, numbers of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bouwers import een_argument, een_nota, een_sectie, een_voorstelpunt
from tk_desktop.domain.nota import FORMULIEREN, Aard, Sectiesoort, Vorm, volgend_registratienummer


def test_reasons_follow_their_point_to_another_place() -> None:
    een, twee = een_voorstelpunt(id="een"), een_voorstelpunt(id="twee")
    redenen = (
        een_argument(id="bij-een", voorstelpunt_id="een"),
        een_argument(id="los", los_nummer="4.1"),
        een_argument(id="bij-twee", voorstelpunt_id="twee"),
        een_argument(id="ook-bij-een", voorstelpunt_id="een"),
        een_argument(id="tegen", voorstelpunt_id="een", aard=Aard.KANTTEKENING),
    )
    nota = een_nota(voorstel=(een, twee), argumenten=redenen)
    assert [(n, r.id) for n, r in nota.redenen(Aard.ARGUMENT)] == [
        ("1.1", "bij-een"), ("1.2", "ook-bij-een"), ("2.1", "bij-twee"), ("4.1", "los"),
    ]  # fmt: skip
    assert [n for n, _ in nota.redenen(Aard.KANTTEKENING)] == ["1.1"]
    omgekeerd = een_nota(voorstel=(twee, een), argumenten=redenen)
    assert [(n, r.id) for n, r in omgekeerd.redenen(Aard.ARGUMENT)][:2] == [("1.1", "bij-twee"), ("2.1", "bij-een")]


def test_a_section_with_rows_of_its_own_is_not_empty() -> None:
    secties = {soort: een_sectie(soort=soort, tekst="") for soort in Sectiesoort}
    leeg = een_nota(secties=tuple(secties.values()))
    assert all(leeg.is_leeg(sectie) for sectie in secties.values())
    vol = een_nota(
        voorstel=(een_voorstelpunt(),),
        argumenten=(een_argument(), een_argument(aard=Aard.KANTTEKENING)),
        secties=leeg.secties,
    )
    gevuld = {soort for soort, sectie in secties.items() if not vol.is_leeg(sectie)}
    assert gevuld == {Sectiesoort.VOORSTEL, Sectiesoort.ARGUMENTEN, Sectiesoort.KANTTEKENING}
    assert not leeg.is_leeg(een_sectie(tekst="Niet van toepassing."))


def test_a_section_is_found_by_its_kind() -> None:
    doel = een_sectie(soort=Sectiesoort.DOEL)
    assert een_nota(secties=(een_sectie(), doel)).sectie(Sectiesoort.DOEL) == doel
    assert een_nota().sectie(Sectiesoort.DOEL) is None


@pytest.mark.parametrize("vorm", Vorm)
def test_every_form_has_sections_with_headings_of_their_own(vorm: Vorm) -> None:
    formulier = FORMULIEREN[vorm]
    koppen = [sectie.kop for sectie in formulier.secties]
    assert formulier.vorm is vorm
    assert formulier.soort.is_nota
    assert len(set(koppen)) == len(koppen) > 3


@given(st.lists(st.integers(1, 999_999).map(lambda getal: f"2026-{getal:06}") | st.text(max_size=12)))
def test_the_next_number_is_free_in_its_own_year(gebruikt: list[str]) -> None:
    nummer = volgend_registratienummer(2026, gebruikt)
    assert nummer not in gebruikt
    assert nummer.startswith("2026-")


def test_numbers_start_again_every_year() -> None:
    assert volgend_registratienummer(2027, ["2026-000431"]) == "2027-000001"
    assert volgend_registratienummer(2026, ["2026-000431", "2026-oud", "2026-²", ""]) == "2026-000432"


def test_every_word_of_a_nota_can_be_sought_without_marks_of_print_and_placeholders() -> None:
    diep = een_voorstelpunt(tekst="de *noordoever*")
    nota = een_nota(
        onderwerp="Veilige oevers",
        registratienummer="2026-000417",
        voorstel=(
            een_voorstelpunt(tekst="Te herstellen:", onder=(een_voorstelpunt(tekst="dit jaar", onder=(diep,)),)),
        ),
        argumenten=(een_argument(kop="Het **moet**", tekst="Zie agendapunt {{punt:abc}}."),),
        secties=(een_sectie(kop="Inleiding", tekst="Op {{datum}} bleek de oever **zwak**.\n\n- kade \\[1\\]"),),
    )
    assert nota.zoektekst().splitlines() == [
        "Veilige oevers", "2026-000417", "Te herstellen:", "dit jaar", "de noordoever",
        "Het moet", "Zie agendapunt.", "Inleiding", "Op bleek de oever zwak.", "- kade [1]",
    ]  # fmt: skip
