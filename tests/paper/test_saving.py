"""A PDF on a full disk is a fault like any other, and no end of the program."""

import errno
import re
from pathlib import Path

import pikepdf
import pytest

from tk_desktop.paper.saving import save_pdf


def _een_pdf() -> pikepdf.Pdf:
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    pdf.Root.Vulling = pdf.make_stream(bytes(range(256)) * 20_000)
    return pdf


def test_the_same_pdf_gives_the_same_bytes(tmp_path: Path) -> None:
    for naam in ("een", "twee"):
        with _een_pdf() as pdf:
            save_pdf(pdf, tmp_path / naam)
    assert (tmp_path / "een").read_bytes() == (tmp_path / "twee").read_bytes()
    with pikepdf.open(tmp_path / "een") as gelezen:
        assert len(gelezen.pages) == 1
        assert gelezen.Root.Vulling.read_bytes() == bytes(range(256)) * 20_000


def test_a_pdf_that_does_not_tell_its_size_is_whole_once_it_is_saved(tmp_path: Path) -> None:
    with _een_pdf() as pdf:
        pdf.save(tmp_path / "in.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    ruw = (tmp_path / "in.pdf").read_bytes()
    (tmp_path / "in.pdf").write_bytes(re.sub(rb"/Size \d+", b"", ruw))
    with pikepdf.open(tmp_path / "in.pdf") as pdf:
        save_pdf(pdf, tmp_path / "uit.pdf")
    with pikepdf.open(tmp_path / "uit.pdf") as gelezen:
        assert len(gelezen.pages) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen volle schijf op afroep")
def test_a_full_disk_raises() -> None:
    with _een_pdf() as pdf, pytest.raises(OSError, match="No space") as fout:
        save_pdf(pdf, Path("/dev/full"))
    assert fout.value.errno == errno.ENOSPC
