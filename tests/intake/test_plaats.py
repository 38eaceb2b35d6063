"""The name of a file tells where it belongs."""

from pathlib import Path

import pytest

from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.plaats import plaats_bij, plaats_van


@pytest.mark.parametrize(
    ("naam", "nummer", "rang", "soort", "titel"),
    [
        ("2a bijlage 1 - Projectplan.pdf", "2a", 1, Soort.PROJECTPLAN, "Bijlage 1"),
        ("2a bijlage 1 - Projectplan Fit de klas.pdf", "2a", 1, Soort.PROJECTPLAN, "Fit de klas"),
        ("2a_bijlage_2_Kaart_van_de_oevers.pdf", "2a", 2, Soort.BIJLAGE, "Kaart van de oevers"),
        ("2a bijl. 3.pdf", "2a", 3, Soort.BIJLAGE, "Bijlage 3"),
        ("2a Bijlage - Kaart.pdf", "2a", None, Soort.BIJLAGE, "Kaart"),
        ("1A adviesnota Schikking.docx", "1A", None, Soort.ADVIESNOTA, "Schikking"),
        ("8d infographic - Kinderen in beeld.pdf", "8d", None, Soort.INFOGRAPHIC, "Kinderen in beeld"),
        ("9a verslag.pdf", "9a", None, Soort.VERSLAG, "Verslag"),
        ("3. opiniërende nota – Bus.pdf", "3", None, Soort.OPINIERENDE_NOTA, "Bus"),
        ("7-Begrotingswijziging 2026.pdf", "7", None, Soort.BEGROTINGSWIJZIGING, "Begrotingswijziging 2026"),
        ("2b brief van de minister.pdf", "2b", None, Soort.BRIEF, "Brief van de minister"),
        ("4 Brieven van ouders.pdf", "4", None, Soort.STUK, "Brieven van ouders"),
    ],
)
def test_a_name_tells_item_number_kind_and_title(
    naam: str, nummer: str, rang: int | None, soort: Soort, titel: str
) -> None:
    plaats = plaats_van(Path(naam))
    assert plaats is not None
    assert (str(plaats.nummer), plaats.rang, plaats.soort, plaats.titel) == (nummer, rang, soort, titel)
    assert plaats.is_bijlage == ("bij" in naam.lower())


@pytest.mark.parametrize("naam", ["agenda.docx", "BC GO 2026 agenda.docx", "LEESMIJ.md", "bijlage 1.pdf", ".pdf", "a"])
def test_a_name_without_an_item_tells_nothing(naam: str) -> None:
    assert plaats_van(Path(naam)) is None


def test_bijlage_ten_stands_after_bijlage_two_and_papers_before_their_bijlagen() -> None:
    namen = ["2a bijlage 10 - J.pdf", "2b brief - K.pdf", "2a bijlage 2 - B.pdf", "2a plan.pdf", "10 stuk.pdf"]
    plaatsen = [(plaats, naam) for naam in namen if (plaats := plaats_van(Path(naam)))]
    assert [naam for _, naam in sorted(plaatsen, key=lambda paar: paar[0].volgorde)] == [
        "2a plan.pdf", "2a bijlage 2 - B.pdf", "2a bijlage 10 - J.pdf", "2b brief - K.pdf", "10 stuk.pdf",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "naam",
    [
        "04-03-2020 verslag.pdf",
        "4 maart verslag.pdf",
        "10 jaar samen.pdf",
        "1e wijziging begroting.pdf",
        "3D-model.pdf",
    ],
)
def test_a_name_that_merely_begins_with_a_number_tells_no_place(naam: str) -> None:
    assert plaats_van(Path(naam)) is None


@pytest.mark.parametrize("naam", ["3 Schets.pdf", "3 - schets.pdf", "3 brief over de kade.pdf", "3a schets.pdf"])
def test_a_number_before_a_title_or_a_kind_is_a_place(naam: str) -> None:
    plaats = plaats_van(Path(naam))
    assert plaats is not None
    assert plaats.nummer.hoofd == 3


@pytest.mark.parametrize(
    ("onderwerp", "naam", "verwacht"),
    [
        ("Stukken agendapunt 2a", "Plan.pdf", ("2a", False, None, "Plan")),
        ("FW: RE: bijlage bij punt 3", "Bijlage 2 - Kaart.pdf", ("3", True, 2, "Kaart")),
        ("2b Verdeling zwemfonds", "Brief - Zwembad.pdf", ("2b", False, None, "Zwembad")),
        ("Stukken", "Plan.pdf", None),
        ("Overleg 4 maart", "Plan.pdf", None),
        ("puntje", "Plan.pdf", None),
    ],
)  # fmt: skip
def test_the_subject_of_a_message_tells_a_place(
    onderwerp: str, naam: str, verwacht: tuple[str, bool, int | None, str] | None
) -> None:
    plaats = plaats_bij(onderwerp, Path(naam))
    gevonden = plaats and (str(plaats.nummer), plaats.is_bijlage, plaats.rang, plaats.titel)
    assert gevonden == verwacht
