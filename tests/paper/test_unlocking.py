"""A PDF with a password is opened with it; the file that came in stays as it is."""

from pathlib import Path
from typing import Literal

import pikepdf
import pytest

from tests.paper.sample_pdfs import a_locked_pdf
from tk_desktop.paper.pdf_faults import GeenPdf
from tk_desktop.paper.unlocking import WachtwoordPastNiet, write_opened


def test_the_copy_opens_without_a_password_and_the_file_itself_stays_shut(tmp_path: Path) -> None:
    bron = a_locked_pdf(tmp_path / "Jaarrekening.pdf", "Molen aan 't wad", ("Een", "Twee"))
    voor = bron.read_bytes()
    write_opened(bron, tmp_path / "open" / "Jaarrekening.pdf", "Molen aan 't wad")
    with pikepdf.open(tmp_path / "open" / "Jaarrekening.pdf") as pdf:
        assert (len(pdf.pages), pdf.is_encrypted) == (2, False)
    assert bron.read_bytes() == voor


@pytest.mark.parametrize("wachtwoord", ["molen aan 't wad", "", "é" * 200])
def test_another_password_is_refused_in_dutch_and_leaves_nothing(tmp_path: Path, wachtwoord: str) -> None:
    bron = a_locked_pdf(tmp_path / "Jaarrekening.pdf", "Molen aan 't wad")
    with pytest.raises(WachtwoordPastNiet) as fout:
        write_opened(bron, tmp_path / "open.pdf", wachtwoord)
    assert "Jaarrekening.pdf" in str(fout.value)
    assert [pad.name for pad in tmp_path.iterdir()] == ["Jaarrekening.pdf"]


@pytest.mark.parametrize("slot", [3, 4, 6])
@pytest.mark.parametrize("getypt", ["caf\u00e9 in \u2018s", "cafe\u0301 in \u2018s"])
def test_a_password_with_accents_opens_files_of_every_age(tmp_path: Path, slot: Literal[3, 4, 6], getypt: str) -> None:
    bron = a_locked_pdf(tmp_path / "Jaarrekening.pdf", "caf\u00e9 in \u2018s", slot=slot)
    write_opened(bron, tmp_path / "open.pdf", getypt)
    assert (tmp_path / "open.pdf").is_file()


def test_what_is_no_pdf_is_refused_for_that(tmp_path: Path) -> None:
    (tmp_path / "nota.pdf").write_bytes(b"PK\x03\x04 een brief")
    with pytest.raises(GeenPdf):
        write_opened(tmp_path / "nota.pdf", tmp_path / "open.pdf", "wat dan ook")
