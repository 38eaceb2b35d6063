"""A file is read for what it says of itself to who does not see it."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.paper.sample_pdfs import a_tagged_pdf
from tests.papier import a_paper, a_scan
from tk_desktop.paper.accessibility import jumps, read_accessibility
from tk_desktop.paper.bladtekst_reading import read_bladteksten


def sound(map_: Path) -> Path:
    """Two pages with headings, a title and a language."""
    pad = a_tagged_pdf(map_ / "stuk.pdf", ["Plan voor de kade", "Wat het kost en wanneer"])
    with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
        pdf.Root.Lang = String("nl-NL")
        with pdf.open_metadata() as gegevens:
            gegevens["dc:title"] = "Plan voor de kade"
        pdf.save(pad)
    return pad


def test_a_file_that_says_everything_has_no_gaps(tmp_path: Path) -> None:
    gezien = read_accessibility(sound(tmp_path))
    assert (gezien.getagd, gezien.titel, gezien.taal, gezien.paginas) == (True, "Plan voor de kade", "nl-NL", 2)
    assert (gezien.zonder_tekst, gezien.zonder_beschrijving, gezien.springt, gezien.sprong) == ((), (), (), "")


def test_a_picture_without_words_and_a_heading_too_deep_are_found(tmp_path: Path) -> None:
    pad = sound(tmp_path)
    with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
        document = pdf.Root.StructTreeRoot.K
        document = document[0] if isinstance(document, Array) else document
        document.K[1].S = Name.Tussenkop
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(Tussenkop=Name.H3, Beeld=Name.Figure)
        for woord in ("", "De kade bij hoog water"):
            beeld = Dictionary(Type=Name.StructElem, S=Name.Beeld, P=document, Alt=String(woord), Pg=pdf.pages[1].obj)
            document.K.append(pdf.make_indirect(beeld))
        pdf.save(pad)
    gezien = read_accessibility(pad)
    assert gezien.zonder_beschrijving == (2,)
    assert gezien.sprong == "na kop 1 komt kop 3"


def test_a_scan_and_a_file_without_structure_are_told(tmp_path: Path) -> None:
    pad = tmp_path / "scan.pdf"
    pad.write_bytes(a_scan(["Een brief"]))
    gezien = read_accessibility(pad)
    assert (gezien.getagd, gezien.taal, gezien.zonder_tekst) == (False, "", (1,))


@pytest.mark.parametrize(("regels", "keer"), [([700, 680, 660], 0), ([500, 700, 300, 600, 200], 2)])
def test_words_that_go_up_and_down_the_page_are_out_of_order(tmp_path: Path, regels: list[int], keer: int) -> None:
    pad = tmp_path / "stuk.pdf"
    pad.write_bytes(a_paper([], maat=(400, 800)))
    with pikepdf.open(pad, allow_overwriting_input=True) as pdf:
        letter = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(letter)))
        tekst = "".join(f"BT /F1 12 Tf 40 {y} Td (Een regel van de brief) Tj ET " for y in regels)
        pdf.pages[0].obj.Contents = pdf.make_stream(tekst.encode())
        pdf.save(pad)
    assert jumps(read_bladteksten(pad, [1])[1]) == keer
    assert read_accessibility(pad).springt == ((1,) if keer else ())
