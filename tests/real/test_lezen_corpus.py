"""Difficult PDFs from elsewhere in the reader: each is shown or refused with a reason, and nothing else happens."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import buitenwereld
from tk_desktop.base.errors import TkError
from tk_desktop.desktop.bladenbron import Achtergrondbron
from tk_desktop.desktop.jobs import Jobs
from tk_desktop.desktop.leesblad import Leesblad
from tk_desktop.desktop.linkvraag import LinkVraag

GROEPEN = 4


@pytest.fixture
def niets_buiten() -> Iterator[None]:
    """Whatever is done, no link and no file is followed out of the program."""
    with buitenwereld() as geopend:
        yield
        assert geopend == []


@pytest.fixture
def lees(qtbot: QtBot) -> Iterator[Leesblad]:
    jobs = Jobs()
    blad = Leesblad(Achtergrondbron(jobs))
    qtbot.addWidget(blad)
    blad.resize(500, 400)
    blad.show()
    yield blad
    jobs.sluit()


def _bestanden(gedeeld: Path) -> list[Path]:
    return sorted(pad for pad in (gedeeld / "corpus").rglob("*") if pad.suffix.lower() == ".pdf")


@pytest.mark.usefixtures("niets_buiten")
@pytest.mark.parametrize("groep", range(GROEPEN))
def test_every_file_is_shown_or_refused_with_a_reason(
    gedeeld: Path, lees: Leesblad, qtbot: QtBot, toon: Callable[[str], None], groep: int
) -> None:
    bestanden = _bestanden(gedeeld)[groep::GROEPEN]
    assert bestanden
    fouten: list[TkError] = []
    lees.bladen.mislukt.connect(fouten.append)
    telling: Counter[str] = Counter()
    links = 0
    for pad in bestanden:
        fouten.clear()
        lees.toon(pad)
        qtbot.waitUntil(lambda: bool(fouten) or lees.bladen.scherp, timeout=20_000)
        if fouten:
            assert fouten[0].raad, pad
            telling[fouten[0].code] += 1
            continue
        telling["getoond"] += 1
        for plek in lees.bladen.plekken():
            lees.links.lees(plek.pagina)
        qtbot.waitUntil(lambda: not lees.links.bezig, timeout=20_000)
        links += sum(len(lees.links.gelezen[plek.pagina]) for plek in lees.bladen.plekken())
    toon(f"groep {groep}: {len(bestanden)} bestanden, {dict(sorted(telling.items()))}, {links} links op wat te zien is")
    assert telling["getoond"] > len(bestanden) / 2
    assert not lees.window().findChildren(LinkVraag)


def test_no_script_can_run_because_there_is_nothing_that_runs_it() -> None:
    assert not {"V8", "XFA"} & set(pypdfium2.PDFIUM_INFO.flags)
