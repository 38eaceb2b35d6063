"""Words are found on the pages of a paper, with the words round them on one line."""

import re
from pathlib import Path

import pytest

from tests.paper.test_text_columns import HAVEN, KADE, even_lang, in_rows, regels
from tests.papier import a_paper
from tk_desktop.paper.bladzoeken import Vindplaats
from tk_desktop.paper.rendering import Bladenlezer
from tk_desktop.reading.setzoeken import find_on_pages, fragment


def test_every_place_is_told_with_its_page_and_the_words_round_it(tmp_path: Path) -> None:
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(a_paper(["De oevers verzakken"], ["Niets"], ["Veilige OEVERS en oevers"]))
    with Bladenlezer() as lezer:
        gevonden = find_on_pages(lezer, "nota", pad, "óevers", range(3))
        assert [(een.sleutel, een.pagina) for een in gevonden] == [("nota", 1), ("nota", 3), ("nota", 3)]
        assert "De ‹oevers› verzakken" in gevonden[0].fragment
        assert "Veilige ‹OEVERS› en oevers" in gevonden[1].fragment
        assert find_on_pages(lezer, "nota", pad, "oevers", range(1, 2)) == ()
        assert find_on_pages(lezer, "nota", pad, "", range(3)) == ()


def test_the_words_round_it_are_those_of_its_own_column(tmp_path: Path) -> None:
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(in_rows(even_lang(regels(HAVEN, 40), regels(KADE, 34)), (60, 310)))
    woord = regels(HAVEN, 40)[2].split()[0]
    with Bladenlezer() as lezer:
        (een, *_) = find_on_pages(lezer, "nota", pad, woord, range(1))
    voor, raak, na = re.split("[‹›]", een.fragment.replace("… ", "").replace(" …", ""))
    assert f"{voor}{raak}{na}" in HAVEN


@pytest.mark.parametrize(
    ("tekst", "kort"),
    [
        ("de oevers", "de ‹oevers›"),
        ("een  twee\nbij oevers vier", "een twee bij ‹oevers› vier"),
        ("een lang onderwerp\nVerdeling oevers", "… Verdeling ‹oevers›"),
        (f"{'woord ' * 30}oevers{' daarna' * 30}", f"… {'woord ' * 2}‹oevers›{' daarna' * 11} …"),
    ],
)
def test_long_text_round_it_is_cut_at_a_word(tekst: str, kort: str) -> None:
    begin = tekst.index("oevers")
    assert fragment(tekst, Vindplaats(1, begin, begin + 6)) == kort
