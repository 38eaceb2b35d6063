"""A picture stands on a page of its own, the same bytes every time."""

from pathlib import Path

import pytest
from PIL import Image

from tk_desktop.paper.picture_page import picture_page
from tk_desktop.paper.pictures import AfbeeldingOnleesbaar
from tk_desktop.paper.reading import lees_pdf


def test_a_picture_becomes_one_page_and_the_same_one_again(tmp_path: Path) -> None:
    Image.new("RGB", (400, 900), "teal").save(tmp_path / "foto.jpg")
    een = picture_page(tmp_path / "foto.jpg", tmp_path / "een.pdf", titel="Foto van de kade")
    twee = picture_page(tmp_path / "foto.jpg", tmp_path / "twee.pdf", titel="Foto van de kade")
    assert len(lees_pdf(een).paginas) == 1
    assert een.read_bytes() == twee.read_bytes()


def test_a_damaged_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    with pytest.raises(AfbeeldingOnleesbaar, match=r"foto\.png"):
        picture_page(tmp_path / "foto.png", tmp_path / "uit.pdf", titel="Foto")
