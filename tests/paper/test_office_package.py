"""Office files that are no honest packages are refused before anything is made of them, soon and small (R12)."""

import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import pytest

from tests.bommen import (
    berg,
    breekt_uit,
    haalt_op,
    heuvels,
    lege_alineas,
    tien_keer_tien,
    veel_delen,
    veel_merken,
    verwijst,
    verzwegen_berg,
)
from tk_desktop.base.errors import TkError
from tk_desktop.base.leesproces import Grenzen, Leesproces
from tk_desktop.paper.office_package import PakketVerdacht, check_package
from tk_desktop.paper.word_package import WordBeschadigd, WordTeGroot


@pytest.mark.parametrize(
    ("maak", "soort"),
    [
        (berg, WordTeGroot),
        (verzwegen_berg, WordBeschadigd),
        (veel_delen, WordTeGroot),
        (veel_merken, WordTeGroot),
        (lege_alineas, WordTeGroot),
        (heuvels, WordTeGroot),
        (tien_keer_tien, PakketVerdacht),
        (haalt_op, PakketVerdacht),
        (partial(breekt_uit, "../../weg.xml"), PakketVerdacht),
        (partial(breekt_uit, "word/..\\..\\weg.xml"), PakketVerdacht),
        (partial(breekt_uit, "C:/Windows/weg.xml"), PakketVerdacht),
        (partial(breekt_uit, "//server/deel/weg.xml"), PakketVerdacht),
        (partial(breekt_uit, "[CONTENT_TYPES].xml"), PakketVerdacht),
        (verwijst, PakketVerdacht),
    ],
)
def test_a_hostile_package_is_refused_within_a_second_of_work_and_little_memory(
    tmp_path: Path, maak: Callable[[Path], Path], soort: type[TkError], lezer: Leesproces
) -> None:
    bron = maak(tmp_path / "Begroting.xlsx")
    with pytest.raises(soort, match=r"Begroting\.xlsx"):
        lezer.doe(bron.name, partial(check_package, bron))


@pytest.fixture(scope="module")
def lezer():  # type: ignore[no-untyped-def]
    """A reader that ends itself beyond a second of work or 200 MB, after it has loaded what it needs."""
    with Leesproces(Grenzen(rekentijd=1.0, geheugen=200 * 2**20)) as proces:
        with Leesproces() as ruim:
            ruim.doe("", _niets)
        yield proces


def _niets() -> None:
    zlib.crc32(b"")


def test_an_ordinary_document_is_an_honest_package(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("De commissie heeft het plan besproken.")
    document.save(str(tmp_path / "Plan.docx"))
    check_package(tmp_path / "Plan.docx")
