"""Letters without a meaning in the file are read by the names that their own font gives them, and never guessed."""

from pathlib import Path

import pikepdf
import pytest

from tests.paper.naamloze_letters import andere_namen, een_letterpdf, zonder_namen
from tests.paper.sample_pdfs import a_pdf
from tk_desktop.domain.stuk import Tekstlaag
from tk_desktop.paper.font_names import restore_letters
from tk_desktop.paper.reading import lees_pdf, strange_pages

REGEL = "Herstel van de kade: € 12.500,- één façade ‘fiets’"


def test_what_the_font_names_is_text_again_and_looks_the_same(tmp_path: Path) -> None:
    bron = een_letterpdf(tmp_path / "kade.pdf", [REGEL], ["Tweede blad"])
    kapot = lees_pdf(bron)
    assert (kapot.tekstlaag, strange_pages(kapot.paginas)) == (Tekstlaag.BESCHADIGD, (1, 2))
    hersteld = restore_letters(bron, tmp_path / "leesbaar.pdf")
    assert hersteld is not None
    assert (hersteld.lettertypen, hersteld.paginas, hersteld.over) == (("LiberationSans",), (1, 2), 0)
    assert lees_pdf(tmp_path / "leesbaar.pdf").paginas == (REGEL, "Tweede blad")
    with pikepdf.open(bron) as een, pikepdf.open(tmp_path / "leesbaar.pdf") as ander:
        assert een.pages[0].Contents.read_bytes() == ander.pages[0].Contents.read_bytes()


def test_a_font_that_names_nothing_is_left_as_it_is(tmp_path: Path) -> None:
    bron = een_letterpdf(tmp_path / "kade.pdf", [REGEL], verander=zonder_namen)
    assert restore_letters(bron, tmp_path / "leesbaar.pdf") is None
    assert not (tmp_path / "leesbaar.pdf").exists()


@pytest.mark.parametrize("naam", ["g17", "glyph00020", "cid20", "A17", "zomaarwat"])
def test_a_figure_that_the_font_does_not_name_is_lost_and_not_guessed(tmp_path: Path, naam: str) -> None:
    bron = een_letterpdf(tmp_path / "kade.pdf", ["€ 12.500"], verander=andere_namen(five=naam))
    hersteld = restore_letters(bron, tmp_path / "leesbaar.pdf")
    assert hersteld is not None
    assert hersteld.over == 1
    assert lees_pdf(tmp_path / "leesbaar.pdf").paginas == ("€ 12.▯00",)


def test_names_that_tell_a_code_are_read(tmp_path: Path) -> None:
    bron = een_letterpdf(tmp_path / "kade.pdf", ["één euro"], verander=andere_namen(eacute="uni00E9", o="u006F"))
    assert restore_letters(bron, tmp_path / "leesbaar.pdf") is not None
    assert lees_pdf(tmp_path / "leesbaar.pdf").paginas == ("één euro",)


def test_a_name_that_the_table_of_the_font_contradicts_counts_for_nothing(tmp_path: Path) -> None:
    def verkeerd(font: object) -> None:
        from fontTools.ttLib import TTFont, newTable
        from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

        assert isinstance(font, TTFont)
        tafel = CmapSubtable.newSubtable(4)
        tafel.platformID, tafel.platEncID, tafel.language, tafel.cmap = 3, 1, 0, {ord("7"): "one", ord("2"): "two"}
        font["cmap"] = newTable("cmap")
        font["cmap"].tableVersion, font["cmap"].tables = 0, [tafel]

    bron = een_letterpdf(tmp_path / "kade.pdf", ["€ 12"], verander=verkeerd)
    assert restore_letters(bron, tmp_path / "leesbaar.pdf") is not None
    assert lees_pdf(tmp_path / "leesbaar.pdf").paginas == ("€ ▯2",)


def test_a_pdf_of_which_all_fonts_tell_what_they_mean_is_not_written_anew(tmp_path: Path) -> None:
    assert restore_letters(a_pdf(tmp_path / "gewoon.pdf", ["Gewone tekst"]), tmp_path / "leesbaar.pdf") is None


def test_a_font_program_that_is_none_harms_nothing(tmp_path: Path) -> None:
    bron = een_letterpdf(tmp_path / "kade.pdf", [REGEL])
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        cid = pdf.pages[0].Resources.Font.F1.DescendantFonts[0]
        cid.FontDescriptor.FontFile2 = pdf.make_stream(cid.FontDescriptor.FontFile2.read_bytes()[:900])
        pdf.save(bron)
    assert restore_letters(bron, tmp_path / "leesbaar.pdf") is None
