"""A nota in Word without a title or labels: its first line and the name of its file tell what it is."""

from pathlib import Path

import docx
import pytest

from tk_desktop.domain.nota import Vorm
from tk_desktop.intake.word import lees_word_stuk

PLAT = ("Herstel van de kades", "", "Inleiding", "De kades zakken.", "Voorstel", "De kades te herstellen.")


def _schrijf(map_: Path, naam: str, regels: tuple[str, ...]) -> Path:
    document = docx.Document()
    for regel in regels:
        document.add_paragraph(regel)
    document.save(str(map_ / naam))
    return map_ / naam


@pytest.mark.parametrize(
    ("naam", "vorm"),
    [
        ("2 Nota kades.docx", Vorm.ADVIESNOTA),
        ("Adviesnota kades.docx", Vorm.ADVIESNOTA),
        ("2a opiniërende nota.docx", Vorm.OPINIERENDE_NOTA),
    ],
)
def test_the_name_of_a_file_says_that_it_is_a_nota_and_its_first_line_what_about(
    tmp_path: Path, naam: str, vorm: Vorm
) -> None:
    lezing = lees_word_stuk(_schrijf(tmp_path, naam, PLAT))
    (nota,) = lezing.notas
    assert (nota.vorm, nota.onderwerp) == (vorm, "Herstel van de kades")
    assert [sectie.kop for sectie in nota.secties] == ["Inleiding", "Voorstel"]
    assert "De naam van het bestand zegt" in lezing.twijfels[0].wat


@pytest.mark.parametrize("naam", ["Verhaal.docx", "2a bijlage 1 - Nota kades.docx"])
def test_a_file_whose_name_says_no_nota_and_a_bijlage_stay_what_they_are(tmp_path: Path, naam: str) -> None:
    assert lees_word_stuk(_schrijf(tmp_path, naam, PLAT)).notas == ()


def test_a_nota_with_labels_but_without_a_subject_has_its_first_line(tmp_path: Path) -> None:
    regels = (PLAT[0], "Aan: dagelijks bestuur", "Datum: 12 maart 2026", *PLAT[1:], "Communicatie", "Een brief.")
    (nota,) = lees_word_stuk(_schrijf(tmp_path, "stuk.docx", regels)).notas
    assert nota.onderwerp == "Herstel van de kades"
