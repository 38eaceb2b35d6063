"""The words of a scan: what is not sure is marked, and a figure that is not certain is never guessed."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.paths import resources
from tk_desktop.base.progress import Progress
from tk_desktop.paper import ocr
from tk_desktop.paper.ocr import find_ocr, recognise, words_of
from tk_desktop.paper.picture_page import picture_page

KOP = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def een_rij(regel: int, woord: str, zeker: float) -> str:
    return f"5\t1\t1\t1\t{regel}\t1\t0\t0\t9\t9\t{zeker}\t{woord}"


def een_scan(map_: Path, *regels: str) -> Path:
    """Write a page that is a picture of these lines."""
    letter = ImageFont.truetype(str(resources() / "fonts" / "liberation-sans" / "LiberationSans-Regular.ttf"), 44)
    beeld = Image.new("L", (1500, 160 + 80 * len(regels)), 255)
    for nummer, regel in enumerate(regels):
        ImageDraw.Draw(beeld).text((100, 80 + 80 * nummer), regel, font=letter, fill=0)
    beeld.save(map_ / "scan.png")
    return picture_page(map_ / "scan.png", map_ / "scan.pdf", titel="Scan")


def test_words_come_line_by_line_and_uncertain_figures_are_lost() -> None:
    rijen = [KOP, een_rij(1, "Herstel", 96), een_rij(1, "kode", 40), een_rij(2, "€", 95), een_rij(2, "12.500", 71),
             een_rij(2, "2026", 95), "4\t1\t1\t1\t2\t0\t0\t0\t9\t9\t-1\t"]  # fmt: skip
    blad = words_of("\n".join(rijen), 3)
    assert (blad.pagina, blad.tekst) == (3, "Herstel kode\n€ ▯▯.▯▯▯ 2026")
    assert blad.onzeker == ("kode", "▯▯.▯▯▯")


@pytest.fixture
def programma() -> str:
    gevonden = find_ocr()
    if gevonden is None:
        pytest.skip("tesseract met Nederlands staat niet op deze computer")
    return gevonden


def test_a_scan_is_read(programma: str, tmp_path: Path) -> None:
    (blad,) = recognise(een_scan(tmp_path, "Herstel van de oude kademuur"), [1], programma, Progress())
    assert "kademuur" in blad.tekst


def test_a_scan_that_lies_on_its_side_and_askew_is_read_upright_and_in_its_rows(programma: str, tmp_path: Path) -> None:
    regel = "De muur tussen de sluis en de brug wordt hersteld"
    een_scan(tmp_path, f"Herstel van de oude kademuur{' ' * 34}Bestuurscommissie", *[regel] * 4)
    with Image.open(tmp_path / "scan.png") as beeld:
        liggend = beeld.rotate(-3, fillcolor=255).rotate(90, expand=True)
    liggend.save(tmp_path / "liggend.pdf", "PDF", resolution=200)
    (blad,) = recognise(tmp_path / "liggend.pdf", [1], programma, Progress())
    assert (blad.draai, regel in blad.tekst) == (90, True)
    hoogten = {boven for woord, _, boven, _, _ in blad.woorden if woord in ("Herstel", "Bestuurscommissie")}
    assert len(hoogten) == 1, "the row goes from one side of the page to the other"


def test_reading_a_scan_can_be_stopped(programma: str, tmp_path: Path) -> None:
    bron = een_scan(tmp_path, "Herstel van de oude kademuur")
    with pytest.raises(Onderbroken):
        recognise(bron, [1], programma, Progress(stopped=lambda: True))


def test_a_program_that_begins_late_on_a_busy_computer_still_gets_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "TIJDSLIMIET", 10.0)
    begin, laat = tmp_path / "begin", tmp_path / "laat"
    uitvoer = f"{KOP}\\n{een_rij(1, 'laat', 96)}\\n"
    laat.write_text(f'#!/bin/sh\nwhile [ ! -e "{begin}" ]; do :; done\ncat >/dev/null\nprintf "{uitvoer}"\n')
    laat.chmod(0o700)

    def kijk() -> bool:
        begin.touch()
        return False

    bron = tmp_path / "ruis.pdf"
    Image.effect_noise((1600, 1600), 80).save(bron, "PDF")  # more than a pipe holds
    (blad,) = recognise(bron, [1], str(laat), _Kijkt(stopped=kijk))
    assert blad.tekst == "laat"


class _Kijkt(Progress):
    """Looks whether it is stopped only while it waits, so that what it waits for comes late."""

    def check(self) -> None:
        pass
