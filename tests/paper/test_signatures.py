"""Signatures are found on pages of received papers; logos, photographs and scans are left alone."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tk_desktop.domain.aantekening import Vlak
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.redaction import Lakvlak, redact
from tk_desktop.paper.signatures import marks_over_signatures

KRABBEL = (60, 300, 200, 350)


def _krabbel() -> ImageReader:
    beeld = Image.new("RGB", (140, 50), "white")
    ImageDraw.Draw(beeld).line([(5, 40), (40, 8), (70, 44), (135, 12)], fill="navy", width=4)
    return ImageReader(beeld)


def een_getekende_brief(pad: Path, slot: str, beeld: tuple[int, int, int, int] = KRABBEL, draai: int = 0) -> Path:
    """Write a page of 400 by 600 points with a picture, and the words of its end at 370 points."""
    stroom = BytesIO()
    canvas = Canvas(stroom, invariant=1, pagesize=(400, 600))
    canvas.drawString(60, 520, "Het bestuur stelt de begroting vast.")
    canvas.drawString(60, 370, slot)
    canvas.drawImage(_krabbel(), beeld[0], beeld[1], beeld[2] - beeld[0], beeld[3] - beeld[1])
    canvas.save()
    with pikepdf.open(stroom) as pdf:
        pdf.pages[0].rotate(draai, relative=False)
        pdf.save(pad)
    return pad


@pytest.mark.parametrize("slot", ["Hoogachtend,", "Handtekening:", "Met vriendelijke groet,", "w.g. Roos van Dalen"])
def test_a_picture_by_the_words_of_a_signing_is_a_signature(tmp_path: Path, slot: str) -> None:
    assert marks_over_signatures(een_getekende_brief(tmp_path / "brief.pdf", slot)) == ((Vlak(1, *KRABBEL),),)


@pytest.mark.parametrize(
    ("slot", "beeld"),
    [
        ("De kade wordt hersteld.", KRABBEL),
        ("Hoogachtend,", (300, 540, 390, 590)),
        ("Hoogachtend,", (0, 0, 400, 600)),
        ("Hoogachtend,", (60, 340, 66, 346)),
    ],
)
def test_a_logo_a_scan_and_what_stands_elsewhere_are_left_alone(
    tmp_path: Path, slot: str, beeld: tuple[int, int, int, int]
) -> None:
    assert marks_over_signatures(een_getekende_brief(tmp_path / "brief.pdf", slot, beeld)) == ()


def test_on_a_turned_page_the_mark_lies_where_it_is_seen(tmp_path: Path) -> None:
    ((vlak,),) = marks_over_signatures(een_getekende_brief(tmp_path / "brief.pdf", "Hoogachtend,", draai=180))
    assert vlak == Vlak(1, 200, 250, 340, 300)


def _veld(pdf: pikepdf.Pdf, plek: list[int], **meer: pikepdf.Dictionary) -> pikepdf.Object:
    velden: dict[str, Any] = {
        "Subtype": pikepdf.Name.Widget,
        "FT": pikepdf.Name.Sig,
        "T": f"veld {plek[0]}",
        "Rect": plek,
        **meer,
    }
    return pdf.make_indirect(pikepdf.Dictionary(**velden))


def test_ink_and_a_field_that_was_signed_are_found_and_an_empty_field_is_not(tmp_path: Path) -> None:
    een_getekende_brief(tmp_path / "brief.pdf", "De kade wordt hersteld.")
    with pikepdf.open(tmp_path / "brief.pdf", allow_overwriting_input=True) as pdf:
        velden = [
            pikepdf.Dictionary(Subtype=pikepdf.Name.Ink, Rect=[10, 10, 90, 40]),
            _veld(pdf, [100, 10, 180, 40], V=pikepdf.Dictionary()),
            _veld(pdf, [200, 10, 280, 40]),
        ]
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=velden[1:])
        pdf.pages[0].Annots = pikepdf.Array(velden)
        pdf.save()
    gevonden = marks_over_signatures(tmp_path / "brief.pdf")
    assert gevonden == ((Vlak(1, 10, 10, 90, 40),), (Vlak(1, 100, 10, 180, 40),))


@pytest.mark.parametrize(
    "annots",
    [
        pikepdf.Array([None, pikepdf.Name.Los]),
        pikepdf.Dictionary(),
        pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Ink, Rect=[10, 20])]),
        pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Ink, Rect=[10, 20, pikepdf.Name.Los, 40])]),
    ],
)
def test_an_annotation_that_is_none_or_has_no_place_hides_no_signature(tmp_path: Path, annots: pikepdf.Object) -> None:
    bron = een_getekende_brief(tmp_path / "brief.pdf", "Hoogachtend,")
    with pikepdf.open(bron, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Annots = annots
        pdf.save()
    assert marks_over_signatures(bron) == ((Vlak(1, *KRABBEL),),)


def test_what_is_marked_so_is_gone_after_redaction(tmp_path: Path) -> None:
    bron = een_getekende_brief(tmp_path / "brief.pdf", "Hoogachtend,")
    ((vlak,),) = marks_over_signatures(bron)
    kader = Kader(vlak.x0, vlak.y0, vlak.x1, vlak.y1)
    redact(bron, tmp_path / "gelakt.pdf", [Lakvlak(pagina=1, kader=kader, opschrift="5.1.2e", uitleg="Weggelakt")])
    with pypdfium2.PdfDocument(tmp_path / "gelakt.pdf") as pdf:
        beeld = pdf[0].render(scale=1).to_pil().convert("RGB")
    kleuren = beeld.crop((62, 252, 198, 298)).getcolors(maxcolors=7_000) or []
    assert kleuren
    assert not [rgb for _, rgb in kleuren if rgb[2] > rgb[0] + 40]
