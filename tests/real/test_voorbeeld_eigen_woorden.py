"""The sample meeting is written in its own words: nothing of the real source documents is in it."""

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.voorbeeld.inhoud import voorbeeld
from tests.voorbeeld.mensen import LEDEN
from tk_desktop.base.paths import resources

REEKS = 9


def woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst.casefold())


def reeksen(tekst: str) -> set[tuple[str, ...]]:
    rij = woorden(tekst)
    return {tuple(rij[i : i + REEKS]) for i in range(len(rij) - REEKS + 1)}


@pytest.fixture(scope="module")
def bron(zaden: Path) -> str:
    return "\n".join(pad.read_text(encoding="utf-8") for pad in sorted(zaden.glob("*.txt")))


def eigen_teksten() -> list[str]:
    map_ = Path(__file__).parents[1] / "voorbeeld"
    uit = [pad.read_text(encoding="utf-8") for pad in sorted(map_.rglob("*")) if pad.suffix in (".md", ".py")]
    for pad in sorted((resources() / "sample").glob("*.pdf")):
        document = pypdfium2.PdfDocument(pad)
        uit.extend(document[nummer].get_textpage().get_text_range() for nummer in range(len(document)))
        document.close()
    return uit


def test_no_nine_words_in_a_row_come_from_the_sources(bron: str) -> None:
    bekend = reeksen(bron)
    gedeeld = {" ".join(reeks) for tekst in eigen_teksten() for reeks in reeksen(tekst) & bekend}
    assert gedeeld == set()


def test_no_person_and_no_municipality_comes_from_the_sources(bron: str) -> None:
    opname = voorbeeld()
    namen = {persoon.naam for persoon in opname.personen.values()}
    namen |= {inleider.naam for punt in opname.agendapunten for inleider in punt.inleiders}
    namen |= {behandelaar.naam for nota in opname.notas.values() for behandelaar in nota.behandelaars}
    namen |= {naam.split()[-1] for naam in namen} | {lid.namens for lid in LEDEN}
    assert {naam for naam in namen if re.search(rf"\b{re.escape(naam)}\b", bron)} == set()
