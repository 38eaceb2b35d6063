"""Lines of a received text: comparing, joining, labels and what a page adds."""

import pytest

from tk_desktop.intake.regels import Regel, etiketten, is_voet, samen, schade, sleutel, zonder_voeten

VOET = ("pagina", "blz.", "blz", "bladzijde")


def als_regels(tekst: str) -> list[Regel]:
    return [Regel(nr, regel) for nr, regel in enumerate(tekst.split("\n"), start=1)]


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Kosten, baten , dekk ing", "KOSTEN BATEN DEKKING"),
        ("Bijlage(n)", "Bijlagen :"),
        ("Opiniërende", "opinierende"),
    ],
)
def test_headings_are_compared_without_case_white_space_accents_and_punctuation(een: str, ander: str) -> None:
    assert sleutel(een) == sleutel(ander)


@pytest.mark.parametrize(
    ("delen", "heel"),
    [
        (["samenwerkings-", "agenda"], "samenwerkingsagenda"),
        (["Varen-", "bond"], "Varenbond"),
        (["jeugd-", "en ouderenzorg"], "jeugd- en ouderenzorg"),
        (["in 2026-", "2029"], "in 2026-2029"),
        (["de Wmo-", "loketten"], "de Wmo-loketten"),
        (["Noord-", "Holland"], "Noord-Holland"),
        (["zwaan-kleef-aan-", "effect"], "zwaan-kleef-aan-effect"),
        (["zee-", "eend"], "zee-eend"),
        (["van 2026 -", "en later"], "van 2026 - en later"),
        (["€ 500,-", "per jaar"], "€ 500,- per jaar"),
        (["€ ▯▯,-", "per jaar"], "€ ▯▯,- per jaar"),
        (["een", "", "  twee  drie "], "een twee drie"),
    ],
)
def test_wrapped_lines_are_joined_and_hyphens_kept_where_they_belong(delen: list[str], heel: str) -> None:
    assert samen(delen) == heel


@pytest.mark.parametrize(
    "regel", ["Advies nota DB WK  Pagina 2 van 12", "blz. 3/8", "Pagina 4", "- 7 -", "AB 4-6 · 2a · blz. 6/60 ↑ agenda"]
)
def test_the_foot_of_a_page_is_known(regel: str) -> None:
    assert is_voet(regel, VOET)


@pytest.mark.parametrize("regel", ["Zie pagina 2 van 12 van het rapport.", "2026", "- 7 steigers", ""])
def test_a_line_of_text_is_no_foot(regel: str) -> None:
    assert not is_voet(regel, VOET)


def test_a_sentence_over_two_pages_is_whole_again_and_two_paragraphs_stay_two() -> None:
    door = zonder_voeten(als_regels("de boot\n\n\nPagina 1 van 2\n\nvaart."), VOET)
    los = zonder_voeten(als_regels("De boot vaart.\n\nPagina 1 van 2\n\nDe brug ook."), VOET)
    assert [regel.tekst for regel in door] == ["de boot", "vaart."]
    assert [regel.kaal for regel in los] == ["De boot vaart.", "", "", "De brug ook."]
    assert los[-1].opent_blad
    assert [regel.nr for regel in door] == [1, 6]


def test_labels_and_values_on_one_line_are_taken_apart() -> None:
    namen = ("DATUM", "PLAATS", "TIJD")
    assert etiketten("DATUM 3 mei PLAATS De Sluis TIJD", namen) == {"DATUM": "3 mei", "PLAATS": "De Sluis", "TIJD": ""}
    assert etiketten("Op de datum van 3 mei", namen) == {}
    assert etiketten("Datum van de plaats", namen, hoofdletters=True) == {}
    assert etiketten("Datum: 3 mei", namen, hoofdletters=True) == {"DATUM": "3 mei"}


def test_what_was_lost_in_one_field_is_one_doubt_with_its_lines() -> None:
    regels = [Regel(3, "€ ▯▯▯", 3), Regel(4, "heel"), Regel(5, "a b", 0, 1)]
    (twijfel,) = schade(regels, "nota 2a, voorstelpunt 1")
    assert twijfel.waar == "regel 3-5, nota 2a, voorstelpunt 1"
    assert twijfel.wat.startswith("3 tekens verloren in een bedrag")
    assert "1 teken aangenomen" in twijfel.wat
    assert schade([Regel(4, "heel")], "nota 2a") == ()
