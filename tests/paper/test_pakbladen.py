"""Pages of a received PDF as lines: room and empty paragraphs are found again, and what the layout alone broke."""

from pathlib import Path

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from tests.intake.pakbouwers import een_pak
from tk_desktop.paper.knippen import cut
from tk_desktop.paper.pakbladen import read_pak


def test_room_is_an_empty_line_and_an_empty_paragraph_a_space(tmp_path: Path) -> None:
    bron = een_pak(tmp_path / "a.pdf", [["Een", "twee", "", "drie", " ", "vier", "", "", "vijf"]])
    (blad,) = read_pak(bron).bladen
    assert [regel.tekst for regel in blad.regels][:9] == ["Een", "twee", "", "drie", " ", "vier", "", "", "vijf"]


def test_a_line_whose_next_word_had_no_room_goes_on(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(300, 400))
    canvas.setFont("Helvetica", 10)
    vol = "De kade zakt en wordt daarom in het najaar"
    for nummer in range(4):
        canvas.drawString(50, 350 - 26 * nummer, vol)
        canvas.drawString(50, 338 - 26 * nummer, "hersteld.")
    canvas.save()
    regels = [regel for regel in read_pak(tmp_path / "a.pdf").bladen[0].regels if regel.kader]
    assert [regel.loopt_door for regel in regels] == [True, False] * 4


def test_bookmarks_lead_to_their_pages(tmp_path: Path) -> None:
    bron = een_pak(tmp_path / "a.pdf", [["Een"], ["Twee"]], {1: "Agenda", 2: "2 Nota"})
    assert [(wijzer.titel, wijzer.pagina) for wijzer in read_pak(bron).bladwijzers] == [("Agenda", 1), ("2 Nota", 2)]


def test_a_part_is_cut_out_with_its_pages_and_the_same_bytes(tmp_path: Path) -> None:
    bron = een_pak(tmp_path / "a.pdf", [["Een"], ["Twee"], ["Drie"]])
    deel, weer = cut(bron, [(2, 3, tmp_path / "b.pdf"), (2, 3, tmp_path / "c.pdf")])
    with pypdfium2.PdfDocument(deel) as pdf:
        assert len(pdf) == 2
        assert "Twee" in pdf[0].get_textpage().get_text_range()
    assert deel.read_bytes() == weer.read_bytes()
