"""Difficult PDFs from elsewhere: their notes are read or they are refused in Dutch; nothing else ever happens."""

from pathlib import Path

import pytest

from tests.notenbouwers import NU
from tk_desktop.base.errors import TkError
from tk_desktop.base.files import sha256
from tk_desktop.domain.aantekening import Soort
from tk_desktop.intake.annotaties import read_annotaties
from tk_desktop.intake.notitieinname import Leespapier
from tk_desktop.paper.annotation_drawing import Noot
from tk_desktop.paper.annotation_reading import read_annotations
from tk_desktop.paper.annotations import write_annotations

STAP = 7
"""Notes are written in every seventh file of the collection; all of them were by hand."""


@pytest.fixture
def moeilijk(gedeeld: Path) -> list[Path]:
    alle = sorted((gedeeld / "corpus").rglob("*.pdf"))
    if not alle:
        pytest.skip("de verzameling moeilijke pdf’s is er niet")
    return alle


def test_notes_of_every_difficult_pdf_are_read_or_refused_in_dutch(moeilijk: list[Path]) -> None:
    geweigerd = []
    for bron in moeilijk:
        try:
            papier = Leespapier(sleutel="stuk", agendapunt_id=None, versie=sha256(bron), pad=bron)
            gelezen = read_annotaties(bron, "vergadering", [papier], moment=NU)
        except TkError as fout:
            geweigerd.append(fout)
        else:
            assert all(een.plaats is not None for een in gelezen.aantekeningen), bron
    assert len(geweigerd) < len(moeilijk)
    assert {fout.code for fout in geweigerd} <= {"TK-I32", "TK-I33", *(f"TK-P{nr:02}" for nr in range(3, 13))}


def test_a_note_in_every_difficult_pdf_comes_back(moeilijk: list[Path], tmp_path: Path) -> None:
    noot = Noot(id="0" * 32, pagina=1, soort=Soort.BLADNOTITIE, tekst="Let op", gemaakt=NU, gewijzigd=NU)
    for nummer, bron in enumerate(moeilijk[::STAP]):
        target = tmp_path / f"{nummer}.pdf"
        try:
            write_annotations(bron, [noot], target)
        except TkError:
            assert not target.exists(), bron
            continue
        namen = [een.naam for een in read_annotations(target).noten]
        assert noot.id in namen, bron
