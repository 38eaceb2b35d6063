"""Words over a scan: found where they stand in the picture, on a turned page too, and nothing looks different."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.paper.test_ocr import een_rij, een_scan
from tk_desktop.paper.bladtekst_reading import read_bladtekst
from tk_desktop.paper.ocr import words_of
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.text_layer import Bladwoorden, write_text_layer

KOP = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def een_blad(*woorden: str) -> Bladwoorden:
    """Return words of page 1, side by side from the left at a quarter of its height."""
    plekken = ((woord, 0.1 + 0.2 * nr, 0.25, 0.25 + 0.2 * nr, 0.3) for nr, woord in enumerate(woorden))
    return Bladwoorden(pagina=1, woorden=tuple(plekken))


def _beeld(pad: Path) -> bytes:
    with pypdfium2.PdfDocument(pad) as pdf:
        beeld: bytes = pdf[0].render(scale=1).to_pil().tobytes()
    return beeld


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_words_stand_where_they_are_seen_and_are_not_seen_themselves(tmp_path: Path, draai: int) -> None:
    bron = een_scan(tmp_path, "Herstel van de kade")
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = draai
        pdf.save(bron)
    doel = tmp_path / "kopie.pdf"
    write_text_layer(bron, doel, [een_blad("Herstel", "€", "▯▯.500")])
    assert lees_pdf(doel).paginas[0].split() == ["Herstel", "€", "▯▯.500"]
    assert _beeld(doel) == _beeld(bron)
    with pypdfium2.PdfDocument(doel) as pdf:
        blad = pdf[0]
        breed, hoog = blad.get_size()
        tekst = read_bladtekst(blad)
    eerste = tekst.kaders[tekst.tekst.index("Herstel")]
    assert eerste.x0 == pytest.approx(0.1 * breed, abs=3)
    assert eerste.y0 == pytest.approx(0.7 * hoog, abs=0.02 * hoog)


def test_a_page_on_its_side_lies_upright_in_the_copy(tmp_path: Path) -> None:
    bron = een_scan(tmp_path, "Herstel van de kade")
    doel = tmp_path / "kopie.pdf"
    write_text_layer(bron, doel, [replace(een_blad("Herstel"), draai=90)])
    with pypdfium2.PdfDocument(bron) as plat, pypdfium2.PdfDocument(doel) as recht:
        breed, hoog = plat[0].get_size()
        assert recht[0].get_size() == (hoog, breed)
        eerste = read_bladtekst(recht[0]).kaders[0]
    assert eerste.x0 == pytest.approx(0.1 * hoog, abs=3), "where it is seen once the page is turned"


def test_where_a_word_stands_comes_from_the_picture() -> None:
    blad = "1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t"
    rij = een_rij(1, "Kade", 96).split("\t")
    rij[6:10] = ["100", "50", "200", "25"]
    (woord,) = words_of("\n".join([KOP, blad, "\t".join(rij)]), 2).woorden
    assert woord == ("Kade", 0.1, 0.1, 0.3, 0.15)
