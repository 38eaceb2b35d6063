"""Whether two places on pages show the same: print that moved does, another figure does not."""

from pathlib import Path

import pytest
from PIL import Image

from tests.papier import a_paper
from tk_desktop.paper.bladgelijkenis import as_picture, is_blank, looks_same
from tk_desktop.paper.rendering import Bladen

REGELS = ["De kosten zijn 35.000 euro.", "Het werk begint bij de sluis.", "Wie betaalt dit?"]


def _deel(pad: Path, lager: float, schaal: float = 3.0) -> Image.Image:
    bladen = Bladen(pad)
    try:
        return as_picture(bladen.deel(0, (30, 470 - lager, 220, 515 - lager), schaal))
    finally:
        bladen.close()


def _papier(tmp_path: Path, naam: str, regels: list[str], draai: int = 0) -> Path:
    pad = tmp_path / naam
    pad.write_bytes(a_paper(regels, draai=draai))
    return pad


def test_print_that_moved_down_looks_the_same(tmp_path: Path) -> None:
    een, twee = _papier(tmp_path, "een.pdf", REGELS), _papier(tmp_path, "twee.pdf", ["", *REGELS])
    assert looks_same(_deel(een, 0), _deel(twee, 12))
    assert not looks_same(_deel(een, 0), _deel(twee, 0))


@pytest.mark.parametrize(("van", "naar"), [("35.000", "36.000"), ("35.000", "35,000"), ("Wie", "Wat"), ("?", "!")])
def test_one_sign_that_is_another_is_seen(tmp_path: Path, van: str, naar: str) -> None:
    een = _papier(tmp_path, "een.pdf", REGELS)
    twee = _papier(tmp_path, "twee.pdf", [regel.replace(van, naar) for regel in REGELS])
    assert not looks_same(_deel(een, 0), _deel(twee, 0))


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_a_part_of_a_turned_page_is_the_same_part_of_the_whole_page(tmp_path: Path, draai: int) -> None:
    bladen = Bladen(_papier(tmp_path, "een.pdf", REGELS, draai))
    maat = bladen.maat(0)
    geheel = as_picture(bladen.beeld(0, 2.0))
    deel = as_picture(bladen.deel(0, (100, 150, maat.breedte, maat.hoogte - 50), 2.0))
    bladen.close()
    assert looks_same(deel, geheel.crop((200, 100, geheel.width, geheel.height - 300)))
    assert not is_blank(geheel)


def test_what_lies_beyond_the_page_is_white(tmp_path: Path) -> None:
    bladen = Bladen(_papier(tmp_path, "een.pdf", REGELS))
    assert is_blank(as_picture(bladen.deel(0, (-300, -300, -10, -10), 1.0)))
    bladen.close()
