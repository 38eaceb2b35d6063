"""Builders of notes on pages, and eyes that look at a page with two programs."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from tk_desktop.domain.aantekening import Inktpunt, Lijn, Soort, Vlak
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.paper.annotation_drawing import Noot

NU = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)


def a_note(soort: Soort = Soort.MARKERING, **anders: Any) -> Noot:
    velden: dict[str, Any] = {
        "id": f"noot-{soort.value}",
        "pagina": 1,
        "soort": soort,
        "kleur": Kleur.GEEL,
        "auteur": "Roos van Dalen",
        "gemaakt": NU,
        "gewijzigd": NU,
        "vlakken": (Vlak(1, 100, 500, 300, 520),),
    }
    return Noot(**(velden | anders))


def a_stroke(pagina: int = 1, druk: float = 1.0) -> Lijn:
    return Lijn(pagina, (Inktpunt(320, 400, druk), Inktpunt(360, 440, druk), Inktpunt(400, 400, druk)))


def seen_by_pdfium(pdf: Path, pagina: int = 1) -> Image.Image:
    """A page at 72 pixels to the inch, as pdfium draws it."""
    with pypdfium2.PdfDocument(pdf) as document:
        beeld: Image.Image = document[pagina - 1].render(scale=1).to_pil().convert("RGB")
        return beeld


def seen_by_poppler(pdf: Path, pagina: int = 1) -> Image.Image:
    """The same page as poppler draws it; skips the test where poppler is not installed."""
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm staat niet op deze computer")
    doel = pdf.with_suffix(f".poppler{pagina}")
    bladzijde = str(pagina)
    subprocess.run(
        ["pdftoppm", "-r", "72", "-cropbox", "-png", "-f", bladzijde, "-l", bladzijde, "-singlefile", pdf, doel],
        check=True,
        capture_output=True,
    )
    with Image.open(f"{doel}.png") as beeld:
        return beeld.convert("RGB")


def pixel(beeld: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a place in points from the lower left corner of the page as seen."""
    kleur = beeld.getpixel((round(x), round(beeld.height - 1 - y)))
    assert isinstance(kleur, tuple)
    return (int(kleur[0]), int(kleur[1]), int(kleur[2]))
