"""Notes in a PDF look the same in every reader, and are what other programs take for notes."""

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.paper.notes import NU, a_note, a_stroke, pixel, seen_by_pdfium, seen_by_poppler
from tests.paper.sample_pdfs import a_pdf
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Inktpunt, Lijn, Soort, Vlak
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.paper.annotations import measured, pdf_moment, write_annotations

KLEUREN = {
    Kleur.GEEL: (0xFF, 0xE3, 0x6E),
    Kleur.GROEN: (0xB7, 0xE4, 0xA4),
    Kleur.BLAUW: (0xA9, 0xD5, 0xF5),
    Kleur.ROZE: (0xF6, 0xB6, 0xCF),
}
WIT = (255, 255, 255)


def _alike(een: tuple[int, int, int], ander: tuple[int, int, int], speling: int = 4) -> bool:
    return all(abs(a - b) <= speling for a, b in zip(een, ander, strict=True))


def _turned(bron: Path, draai: int, crop: tuple[int, int, int, int] | None = None) -> Path:
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = draai
        if crop:
            pdf.pages[0].obj.CropBox = pikepdf.Array(crop)
        pdf.save(bron)
    return bron


def _eyes(pdf: Path) -> tuple[Image.Image, Image.Image]:
    return seen_by_pdfium(pdf), seen_by_poppler(pdf)


@pytest.mark.parametrize("kleur", list(Kleur))
def test_a_mark_has_its_colour_in_both_readers_and_nothing_beside_it(tmp_path: Path, kleur: Kleur) -> None:
    noot = a_note(kleur=kleur, vlakken=(Vlak(1, 100, 500, 300, 520), Vlak(1, 80, 470, 200, 490)))
    pdf = write_annotations(a_pdf(tmp_path / "stuk.pdf"), [noot], tmp_path / "uit.pdf")
    for beeld in _eyes(pdf):
        for vlak in noot.vlakken:
            assert _alike(pixel(beeld, (vlak.x0 + vlak.x1) / 2, (vlak.y0 + vlak.y1) / 2), KLEUREN[kleur])
            assert pixel(beeld, vlak.x1 + 4, vlak.y0 + 5) == WIT
            assert pixel(beeld, vlak.x0 + 4, vlak.y0 - 4) == WIT


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_a_mark_stands_right_on_a_turned_and_cut_page(tmp_path: Path, draai: int) -> None:
    bron = _turned(a_pdf(tmp_path / "stuk.pdf"), draai, (50, 60, 550, 700))
    noten = [
        a_note(vlakken=(Vlak(1, 30, 400, 130, 420),)),
        a_note(Soort.ONDERSTREPING, kleur=Kleur.BLAUW, vlakken=(Vlak(1, 30, 300, 130, 320),)),
        a_note(Soort.BLADNOTITIE, kleur=Kleur.ROZE, vlakken=()),
    ]
    pdf = write_annotations(bron, noten, tmp_path / "uit.pdf")
    for beeld in _eyes(pdf):
        assert beeld.size == ((500, 640) if draai % 180 == 0 else (640, 500))
        assert _alike(pixel(beeld, 80, 410), KLEUREN[Kleur.GEEL])
        assert pixel(beeld, 135, 410) == WIT
        assert pixel(beeld, 80, 300) != WIT
        assert pixel(beeld, 80, 310) == WIT
        assert _alike(pixel(beeld, beeld.width - 12 - 12, beeld.height - 12 - 2), KLEUREN[Kleur.ROZE])


def test_marked_words_stay_black(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf", ["█" * 40])
    pdf = write_annotations(bron, [a_note(vlakken=(Vlak(1, 60, 660, 400, 700),))], tmp_path / "uit.pdf")
    for voor, na in zip(_eyes(bron), _eyes(pdf), strict=True):
        zwart = [plek for plek in range(0, voor.width * voor.height) if _is_zwart(voor, plek)]
        assert zwart
        assert all(_is_zwart(na, plek) for plek in zwart)


def _is_zwart(beeld: Image.Image, plek: int) -> bool:
    kleur = beeld.getpixel((plek % beeld.width, plek // beeld.width))
    return isinstance(kleur, tuple) and sum(kleur) < 12


def test_ink_is_drawn_where_the_pen_went(tmp_path: Path) -> None:
    noot = a_note(Soort.INKT, kleur=Kleur.GROEN, vlakken=(), lijnen=(a_stroke(),))
    pdf = write_annotations(a_pdf(tmp_path / "stuk.pdf"), [noot], tmp_path / "uit.pdf")
    for beeld in _eyes(pdf):
        assert pixel(beeld, 340, 420) != WIT
        assert pixel(beeld, 360, 400) == WIT
    with pikepdf.open(pdf) as document:
        (annotatie,) = document.pages[0].Annots
        assert [float(getal) for getal in annotatie.InkList[0]] == [320, 400, 360, 440, 400, 400]


def test_ink_is_wider_where_the_pen_was_pressed_harder(tmp_path: Path) -> None:
    punten = [Inktpunt(100 + 10 * nummer, 400, 0.05 if nummer < 10 else 1.0) for nummer in range(20)]
    noot = a_note(Soort.INKT, vlakken=(), lijnen=(Lijn(1, tuple(punten)),))
    pdf = write_annotations(a_pdf(tmp_path / "stuk.pdf"), [noot], tmp_path / "uit.pdf")
    with pikepdf.open(pdf) as document:
        (annotatie,) = document.pages[0].Annots
        tekening = annotatie.AP.N.read_bytes().decode().split()
        breed = [float(tekening[plek - 1]) for plek, teken in enumerate(tekening) if teken == "w"]
        assert breed == [0.7, 1.9]
        assert breed[0] < float(annotatie.BS.W) < breed[1]


def test_every_kind_of_note_is_what_other_programs_know(tmp_path: Path) -> None:
    noten = [
        a_note(Soort.MARKERING, tekst="Let op"),
        a_note(Soort.ONDERSTREPING),
        a_note(Soort.DOORHALING),
        a_note(Soort.NOTITIE, tekst="Zie bijlage", citaat="de oever"),
        a_note(Soort.VRAAG, tekst="Wie betaalt dit?", antwoord="De gemeente."),
        a_note(Soort.BLADNOTITIE, tekst="Lezen", vlakken=()),
        a_note(Soort.INKT, vlakken=(), lijnen=(a_stroke(),)),
    ]
    pdf = write_annotations(a_pdf(tmp_path / "stuk.pdf"), noten, tmp_path / "uit.pdf")
    with pikepdf.open(pdf) as document:
        annotaties = list(document.pages[0].Annots)
        per_naam = {str(annotatie.NM): annotatie for annotatie in annotaties}
        soorten = [str(per_naam[noot.id].Subtype) for noot in noten]
        assert soorten == ["/Highlight", "/Underline", "/StrikeOut", "/Text", "/Text", "/Text", "/Ink"]
        for annotatie in annotaties:
            assert int(annotatie.F) & 4
            assert annotatie.P.objgen == document.pages[0].obj.objgen
            assert "/N" in annotatie.AP
            assert str(annotatie.M) == "D:20260304090000+00'00'"
        assert str(per_naam["noot-markering"].Contents) == "Let op"
        assert per_naam["noot-vraag"].Name == "/Help"
        assert per_naam["noot-notitie"].Name == "/Note"
        assert per_naam["noot-notitie-passage"].IRT.objgen == per_naam["noot-notitie"].objgen
        antwoord = per_naam["noot-vraag-antwoord"]
        assert (str(antwoord.Contents), str(antwoord.RT)) == ("De gemeente.", "/R")
        assert str(per_naam["noot-vraag-stand"].State) == "Completed"


def test_a_passage_over_two_pages_is_marked_on_both_and_tells_its_words_once(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf", ["Een.", "Twee."])
    noot = a_note(tekst="Samen", vlakken=(Vlak(1, 100, 60, 300, 72), Vlak(2, 100, 750, 300, 762)))
    pdf = write_annotations(bron, [noot, a_note(pagina=9, vlakken=())], tmp_path / "uit.pdf")
    with pikepdf.open(pdf) as document:
        assert [str(page.Annots[0].NM) for page in document.pages] == ["noot-markering", "noot-markering-2"]
        assert [str(page.Annots[0].Contents) for page in document.pages] == ["Samen", ""]


def test_the_same_notes_give_the_same_bytes_and_the_paper_itself_stays(tmp_path: Path) -> None:
    bron = a_pdf(tmp_path / "stuk.pdf")
    voor = sha256(bron)
    noten = [
        a_note(),
        a_note(Soort.VRAAG, antwoord="Ja", tekst="Zo?"),
        a_note(Soort.INKT, lijnen=(a_stroke(druk=0.3),)),
    ]
    een, twee = (write_annotations(bron, noten, tmp_path / naam) for naam in ("een.pdf", "twee.pdf"))
    assert sha256(een) == sha256(twee)
    assert sha256(bron) == voor


def test_a_page_has_its_size_from_the_branch_it_hangs_on(tmp_path: Path) -> None:
    with pikepdf.open(a_pdf(tmp_path / "stuk.pdf")) as pdf:
        page = pikepdf.Dictionary(Type=pikepdf.Name.Page, Parent=pdf.Root.Pages)
        page.Parent.MediaBox = pikepdf.Array([0, 0, 300, 200])
        page.Parent.Rotate = 90
        assert (measured(page).breedte, measured(page).hoogte) == (200, 300)


def test_a_moment_without_a_zone_is_written_without_one() -> None:
    assert pdf_moment(NU.replace(tzinfo=None)) == "D:20260304090000"
