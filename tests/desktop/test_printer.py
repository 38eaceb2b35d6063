"""A set goes to a real queue, and a printer that does not answer is told."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from tests.paper.test_rendering import ROOD, a_pdf
from tests.verpakt import Verpakt, paginateksten
from tests.wachtrij import Wachtrij, kan_drukken, open_wachtrij
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.printer import (
    PrinterReageertNiet,
    Printtaak,
    druk_af,
    stuur_naar_wachtrij,
    teken_op_printer,
    vind_printers,
)
from tk_desktop.paper.rendering import Maat, open_pages


@pytest.fixture
def wachtrij(qtbot: QtBot) -> Iterator[Wachtrij]:
    if not kan_drukken():
        pytest.skip("geen cupsd met een pdf-printer op deze computer (Debian: cups, cups-client, cups-filters)")
    with open_wachtrij(lambda gebeurd: qtbot.waitUntil(gebeurd, timeout=30_000)) as rij:
        yield rij


def test_a_set_comes_out_of_the_queue_as_text_on_both_sides(wachtrij: Wachtrij, verpakt: Verpakt) -> None:
    bladen = paginateksten(verpakt.openbaar.pdf)
    stuur_naar_wachtrij(Printtaak(pdf=verpakt.openbaar.pdf, printer="proef", titel="BC GO 4-6-2026", a3_op_a4=True))
    (pdf,) = wachtrij.pdfs()
    gegevens = wachtrij.uit.read_bytes()
    assert b"DUPLEX=ON" in gegevens
    assert b"PAPER=A4" in gegevens
    with pypdfium2.PdfDocument(pdf) as gedrukt:
        assert len(gedrukt) == len(bladen)
    woorden = [len(set(papier.split()) & set(scherm.split())) for papier, scherm in zip(
        paginateksten(pdf), bladen, strict=True
    )]  # fmt: skip
    assert all(woorden[nr] > 0 for nr, tekst in enumerate(bladen) if tekst)


def test_a3_gets_paper_of_its_own_and_the_order_stays(wachtrij: Wachtrij, tmp_path: Path) -> None:
    klein, groot = a_pdf(ROOD, ROOD, maat=(595, 842)), a_pdf(ROOD, ROOD, maat=(1191, 842))
    with pypdfium2.PdfDocument.new() as samen:
        for gegevens in (klein, groot, klein):
            with pypdfium2.PdfDocument(gegevens) as deel:
                samen.import_pages(deel)
        samen.save(tmp_path / "set.pdf")
    stuur_naar_wachtrij(Printtaak(pdf=tmp_path / "set.pdf", printer="proef", titel="set", dubbelzijdig=False))
    wachtrij.wacht()
    regels = (wachtrij.map / "page").read_text(encoding="utf-8")
    log = subprocess.run(["lpstat", "-W", "completed", "-o"], capture_output=True, text=True, check=True).stdout
    assert log.count("proef-") == 3, regels


def test_a_printer_that_nobody_knows_is_told_and_the_pdf_is_kept(wachtrij: Wachtrij, tmp_path: Path) -> None:
    pdf = tmp_path / "set.pdf"
    pdf.write_bytes(a_pdf(ROOD))
    with pytest.raises(PrinterReageertNiet, match="‘Kadehuis-3’ reageert niet") as fout:
        druk_af(Printtaak(pdf=pdf, printer="Kadehuis-3", titel="set"))
    assert fout.value.code == "TK-A02"
    assert pdf.is_file()


def test_a_print_server_that_is_off_is_told(tmp_path: Path) -> None:
    if shutil.which("lp") is None:
        pytest.skip("geen lp op deze computer")
    (tmp_path / "set.pdf").write_bytes(a_pdf(ROOD))
    with pytest.raises(PrinterReageertNiet):
        stuur_naar_wachtrij(Printtaak(pdf=tmp_path / "set.pdf", printer="proef", titel="set"))


def test_a_printer_without_queue_gets_every_page_drawn_on_its_own_paper(
    qtbot: QtBot, verpakt: Verpakt, tmp_path: Path
) -> None:
    taak = Printtaak(pdf=verpakt.openbaar.pdf, printer="", titel="set")
    teken_op_printer(taak, naar=tmp_path / "uit.pdf")
    with pypdfium2.PdfDocument(tmp_path / "uit.pdf") as uit, pypdfium2.PdfDocument(verpakt.openbaar.pdf) as set_:
        assert len(uit) == len(set_)
        for nummer in range(len(set_)):
            gedrukt, bedoeld = Maat(*uit.get_page_size(nummer)), Maat(*set_.get_page_size(nummer))
            assert gedrukt.is_a3 == bedoeld.is_a3
            assert (gedrukt.breedte > gedrukt.hoogte) == (bedoeld.breedte > bedoeld.hoogte)
    with open_pages(tmp_path / "uit.pdf") as bladen:
        punten = bladen.beeld(0, 0.5).punten
    assert 0.5 < sum(punt > 200 for punt in punten) / len(punten) < 0.999


def test_drawing_on_a_printer_stops_at_the_next_page(qtbot: QtBot, verpakt: Verpakt, tmp_path: Path) -> None:
    stappen: list[int] = []
    progress = Progress(lambda _wat, gedaan, _totaal: stappen.append(gedaan), lambda: len(stappen) == 2)
    taak = Printtaak(pdf=verpakt.openbaar.pdf, printer="", titel="set")
    with pytest.raises(Onderbroken):
        teken_op_printer(taak, progress, naar=tmp_path / "uit.pdf")
    assert stappen == [0, 1]


def test_an_unknown_printer_without_queue_is_told_too(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "set.pdf").write_bytes(a_pdf(ROOD))
    with pytest.raises(PrinterReageertNiet):
        teken_op_printer(Printtaak(pdf=tmp_path / "set.pdf", printer="Kadehuis-3", titel="set"))
    assert all(printer.naam for printer in vind_printers())
