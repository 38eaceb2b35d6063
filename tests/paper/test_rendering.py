"""Pages are seen as they are, and a damaged file is refused like anywhere else."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.papier import a_heavy_drawing, a_paper
from tests.verpakt import Verpakt
from tk_desktop.base.errors import BestandNietGevonden, Onderbroken
from tk_desktop.paper import rendering
from tk_desktop.paper.bladbeeld import MEESTE_PUNTJES, Beeld
from tk_desktop.paper.pdf_faults import GeenPdf, PdfBeschadigd, PdfLeeg
from tk_desktop.paper.rendering import Bladenlezer, Maat, open_pages

ROOD, GROEN = (0, 0, 255), (0, 255, 0)
"""As blue, green, red."""


def a_pdf(*kleuren: tuple[int, int, int], maat: tuple[float, float] = (200, 100), draai: int = 0) -> bytes:
    """Pages that are white, with a rectangle in a colour in the corner at the top left."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=maat)
    for blauw, groen, rood in kleuren:
        canvas.setPageRotation(draai)
        canvas.setFillColorRGB(rood / 255, groen / 255, blauw / 255)
        canvas.rect(0, maat[1] - 50, 50, 50, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stroom.getvalue()


def punt(beeld: Beeld, x: int, y: int) -> tuple[int, int, int]:
    plek = y * beeld.stap + 4 * x
    blauw, groen, rood = beeld.punten[plek : plek + 3]
    return blauw, groen, rood


@pytest.fixture
def lezer() -> Iterator[Bladenlezer]:
    with Bladenlezer() as geopend:
        yield geopend


def test_each_page_is_seen_in_its_own_colours(tmp_path: Path) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_pdf(ROOD, GROEN))
    with open_pages(bron) as bladen:
        assert (bladen.aantal, bladen.maat(1)) == (2, Maat(200, 100))
        for pagina, kleur in enumerate((ROOD, GROEN)):
            beeld = bladen.beeld(pagina, 2.0)
            assert (beeld.breedte, beeld.hoogte) == (400, 200)
            assert (punt(beeld, 10, 10), punt(beeld, 390, 190)) == (kleur, (255, 255, 255))


def test_a_turned_page_has_the_size_in_which_it_is_seen(tmp_path: Path) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_pdf(ROOD, draai=90))
    with open_pages(bron) as bladen:
        assert bladen.maten == (Maat(200, 100),)  # the page itself is 100 by 200
        assert punt(bladen.beeld(0, 1.0), 75, 25) == ROOD


def test_a_huge_image_comes_smaller(tmp_path: Path) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_pdf(ROOD, maat=(1000, 1000)))
    with open_pages(bron) as bladen:
        beeld = bladen.beeld(0, 40.0)
    assert beeld.breedte * beeld.hoogte <= MEESTE_PUNTJES * 1.01


def test_drawing_stops_when_nobody_wants_the_page_any_more(tmp_path: Path) -> None:
    bron = tmp_path / "kaart.pdf"
    bron.write_bytes(a_heavy_drawing(3000))
    gevraagd: list[int] = []

    def nodig() -> bool:
        gevraagd.append(1)
        return len(gevraagd) < 3

    with open_pages(bron) as bladen:
        with pytest.raises(Onderbroken):
            bladen.beeld(0, 1.0, nodig=nodig)
        assert len(gevraagd) == 3
        assert punt(bladen.beeld(0, 1.0), 594, 2) == (255, 255, 255)


def test_a_large_file_is_let_go_while_its_pages_are_gone_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geopend: list[object] = []

    def tel(pad: Path) -> pypdfium2.PdfDocument:
        geopend.append(pad)
        return pypdfium2.PdfDocument(pad)

    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_pdf(*[ROOD, GROEN] * 10))
    monkeypatch.setattr(rendering, "_ONTHOUDEN", bron.stat().st_size // 4)
    monkeypatch.setattr(rendering, "_geopend", tel)
    with open_pages(bron) as bladen:
        gezien = [punt(bladen.beeld(pagina, 1.0), 5, 5) for pagina in [*range(20), 19, 19, 0]]
    assert gezien == [*[ROOD, GROEN] * 10, GROEN, GROEN, ROOD]
    assert len(geopend) in {5, 6}  # the first time, and after every quarter


def test_a_planning_on_a3_is_known_by_its_size() -> None:
    assert Maat(1190.6, 841.9).is_a3
    assert Maat(841.9, 1190.6).is_a3
    assert not Maat(595.3, 841.9).is_a3
    assert not Maat(841.9, 595.3).is_a3
    assert not Maat(612, 1008).is_a3


@pytest.mark.parametrize(
    ("inhoud", "fout"), [(b"", PdfLeeg), (b"PK\x03\x04", GeenPdf), (b"%PDF-1.7 startxref rommel", PdfBeschadigd)]
)
def test_a_damaged_file_is_refused_with_its_name(tmp_path: Path, inhoud: bytes, fout: type[Exception]) -> None:
    bron = tmp_path / "schets.pdf"
    bron.write_bytes(inhoud)
    with pytest.raises(fout, match=r"schets\.pdf"), open_pages(bron):
        pass


def test_a_page_that_is_not_there_cannot_be_seen(tmp_path: Path) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_pdf(ROOD))
    with open_pages(bron) as bladen, pytest.raises(ValueError, match="geen bladzijde 2"):
        bladen.beeld(1, 1.0)


def test_a_reader_sees_the_newer_make_of_a_file(tmp_path: Path, lezer: Bladenlezer) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_pdf(ROOD))
    assert punt(lezer.beeld(bron, 0, 1.0), 5, 5) == ROOD
    lezer.close(bron)
    bron.write_bytes(a_pdf(GROEN, GROEN))
    assert len(lezer.maten(bron)) == 2
    assert punt(lezer.beeld(bron, 0, 1.0), 5, 5) == GROEN


def test_a_reader_goes_back_to_a_file_it_let_go(tmp_path: Path, lezer: Bladenlezer) -> None:
    bronnen = [tmp_path / f"{nummer}.pdf" for nummer in range(6)]
    for bron in bronnen:
        bron.write_bytes(a_pdf(ROOD))
    for bron in (*bronnen, *bronnen):
        assert punt(lezer.beeld(bron, 0, 1.0), 5, 5) == ROOD


def test_a_file_that_is_gone_is_named(tmp_path: Path, lezer: Bladenlezer) -> None:
    with pytest.raises(BestandNietGevonden, match=r"weg\.pdf"):
        lezer.maten(tmp_path / "weg.pdf")


def test_every_page_of_a_set_can_be_seen(verpakt: Verpakt) -> None:
    with open_pages(verpakt.leden.pdf) as bladen:
        assert bladen.aantal == verpakt.leden.gemaakt.paginas
        assert sum(maat.is_a3 for maat in bladen.maten) >= 1
        for pagina in range(bladen.aantal):
            assert bladen.beeld(pagina, 0.2).punten


def test_words_are_found_on_the_pages_that_are_asked(tmp_path: Path) -> None:
    bron = tmp_path / "a.pdf"
    bron.write_bytes(a_paper(["De commissie"], ["niets"], ["een com-", "missie, de Commissie"]))
    with open_pages(bron) as bladen:
        assert [(v.pagina, v.begin) for v in bladen.zoek("commissie", range(3))] == [(1, 3), (3, 4), (3, 19)]
        assert bladen.zoek("commissie", [1]) == ()
