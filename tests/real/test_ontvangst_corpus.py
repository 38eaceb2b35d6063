"""Difficult files from elsewhere, dropped on an item: each is read or refused in Dutch by its name."""

from pathlib import Path

import pytest

from tk_desktop.base.progress import Progress
from tk_desktop.intake.ontvangst import read_dropped
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.office import Office, find_office

GROEPEN = 8


def _bestanden(gedeeld: Path) -> list[Path]:
    soorten = (".pdf", ".docx", ".dotx", ".docm")
    return sorted(pad for pad in (gedeeld / "corpus").rglob("*") if pad.suffix.lower() in soorten)


@pytest.mark.parametrize("groep", range(GROEPEN))
def test_every_file_is_read_or_refused_by_name(gedeeld: Path, tmp_path: Path, groep: int) -> None:
    bestanden = _bestanden(gedeeld)[groep::GROEPEN]
    assert bestanden
    with read_dropped(bestanden, Bladcache(tmp_path / "cache"), tmp_path, Progress()) as ontvangst:
        namen = [gelezen.bron.name for gelezen in ontvangst.gelezen]
        namen += [geweigerd.bestand for geweigerd in ontvangst.geweigerd]
        assert sorted(namen) == sorted(bestand.name for bestand in bestanden)
        for geweigerd in ontvangst.geweigerd:
            assert geweigerd.bestand in str(geweigerd.fout)
            assert geweigerd.fout.raad
        assert ontvangst.gelezen
    assert [pad.name for pad in tmp_path.iterdir()] == ["cache"]


def test_word_files_become_pages_or_tell_why_not(gedeeld: Path, tmp_path: Path) -> None:
    gevonden = find_office()
    if gevonden is None:
        pytest.skip("LibreOffice staat niet op deze computer")
    office = Office(programma=gevonden.programma, tijdslimiet=30)
    bestanden = [pad for pad in _bestanden(gedeeld) if pad.suffix == ".docx"][::12]
    cache = Bladcache(tmp_path / "cache")
    with read_dropped(bestanden, cache, tmp_path, Progress(), office=office, als_bestand=True) as ontvangst:
        assert len(ontvangst.gelezen) + len(ontvangst.geweigerd) == len(bestanden)
        met_paginas = [gelezen for gelezen in ontvangst.gelezen if gelezen.pdf is not None]
        assert len(met_paginas) >= 0.8 * len(ontvangst.gelezen)
        assert all(gelezen.pdf or gelezen.opmerkingen for gelezen in ontvangst.gelezen)
