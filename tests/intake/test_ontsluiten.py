"""PDFs with a password among the files that were dropped: opened in their turn, and kept as they came."""

from pathlib import Path

import pytest

from tests.paper.sample_pdfs import a_locked_pdf, a_pdf
from tk_desktop.base.errors import Onderbroken
from tk_desktop.base.progress import Progress
from tk_desktop.intake.bestanden import ONTSLOTEN
from tk_desktop.intake.bestandssoorten import PDF
from tk_desktop.intake.ontsluiten import locked, open_locked, with_opened
from tk_desktop.intake.ontvangst import Ontvangst, read_dropped
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.unlocking import WachtwoordPastNiet


@pytest.fixture
def cache(tmp_path: Path) -> Bladcache:
    return Bladcache(tmp_path / "cache")


@pytest.fixture
def ontvangst(tmp_path: Path, cache: Bladcache) -> Ontvangst:
    """Three papers with a password, of which two with the same, and an open one between them."""
    paden = [
        a_locked_pdf(tmp_path / "1 Jaarrekening.pdf", "Molen", ("Baten", "Lasten")),
        a_pdf(tmp_path / "2 Plan.pdf", ("Plan",)),
        a_locked_pdf(tmp_path / "3 Balans.pdf", "Molen", ("Balans",)),
        a_locked_pdf(tmp_path / "4 Advies.pdf", "Sluis", ("Advies",)),
    ]
    return read_dropped(paden, cache, tmp_path, Progress())


def test_one_password_opens_all_that_have_it(ontvangst: Ontvangst) -> None:
    dicht = locked(ontvangst)
    assert [pad.name for pad in dicht] == ["1 Jaarrekening.pdf", "3 Balans.pdf", "4 Advies.pdf"]
    assert [pad.name for pad in open_locked(dicht, "Molen")] == ["1 Jaarrekening.pdf", "3 Balans.pdf"]
    with pytest.raises(WachtwoordPastNiet):
        open_locked(dicht, "molen")


def test_what_was_opened_is_read_in_its_place_and_stays_the_file_that_came(
    ontvangst: Ontvangst, cache: Bladcache
) -> None:
    dicht = locked(ontvangst)
    met = with_opened(ontvangst, open_locked(dicht, "Molen"), cache, Progress())
    assert [bestand.bron.name for bestand in met.gelezen] == ["1 Jaarrekening.pdf", "2 Plan.pdf", "3 Balans.pdf"]
    jaarrekening = met.gelezen[0]
    assert (jaarrekening.media, len(jaarrekening.paginas)) == (PDF, 2)
    assert jaarrekening.bron == dicht[0]
    assert b"/Encrypt" in jaarrekening.bron.read_bytes()
    assert jaarrekening.pdf is not None
    assert b"/Encrypt" not in jaarrekening.pdf.read_bytes()
    assert jaarrekening.opmerkingen == (ONTSLOTEN,)
    assert [geweigerd.bestand for geweigerd in met.geweigerd] == ["4 Advies.pdf"]


def test_the_reading_of_what_was_opened_can_be_stopped(ontvangst: Ontvangst, cache: Bladcache) -> None:
    with pytest.raises(Onderbroken):
        with_opened(ontvangst, open_locked(locked(ontvangst), "Molen"), cache, Progress(stopped=lambda: True))
