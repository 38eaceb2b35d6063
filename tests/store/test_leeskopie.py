"""A werkmap on a protected stick can be read, and what happens while reading never reaches the stick."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tests.schijf import maak_alleen_lezen, maak_groot
from tests.verpakt import Verpakt
from tk_desktop.base.kluispad import op_schijf
from tk_desktop.reading.aantekeningen import add_puntnotitie
from tk_desktop.store.fouten import WerkmapBeschadigd
from tk_desktop.store.leeskopie import bron_van, is_alleen_lezen, leeskopie
from tk_desktop.store.werkmap import Store

_HALVERWEGE = """
import os, sys
from dataclasses import replace
from pathlib import Path
from tk_desktop.store.werkmap import Store

with Store.open(Path(sys.argv[1])) as store, store.transaction():
    store._db.conn.execute("PRAGMA cache_size = 8")
    for nummer in range(30):
        for punt in store.agendapunten.all():
            store.agendapunten.save(replace(punt, titel="Half", toelichting=f"{nummer} " * 20_000))
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def stick(verpakt: Verpakt, kleine_schijf: Path) -> Path:
    """The sample meeting on a stick on which nothing can be written."""
    maak_groot(kleine_schijf, 60_000)
    werkmap = Path(shutil.copytree(verpakt.werkmap, kleine_schijf / "werkmap"))
    maak_alleen_lezen(kleine_schijf)
    return werkmap


def test_a_werkmap_in_which_can_be_written_is_not_one_to_read_in(verpakt: Verpakt, tmp_path: Path) -> None:
    assert not is_alleen_lezen(verpakt.werkmap)
    assert not is_alleen_lezen(tmp_path)
    assert not is_alleen_lezen(tmp_path / "weg")
    assert bron_van(verpakt.werkmap) == verpakt.werkmap
    assert [pad.name for pad in verpakt.werkmap.glob(".*")] == []


@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root mag overal schrijven")
def test_a_database_that_may_not_be_written_is_one_to_read_in(verpakt: Verpakt, tmp_path: Path) -> None:
    werkmap = Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))
    (werkmap / "tk.db").chmod(stat.S_IREAD)
    assert is_alleen_lezen(werkmap)


def test_a_meeting_on_a_protected_stick_can_be_read_with_its_files(verpakt: Verpakt, stick: Path) -> None:
    assert is_alleen_lezen(stick)
    with leeskopie(stick) as kopie, Store.open(kopie) as store:
        opname = store.opname(verpakt.opname.vergadering.id)
        assert opname == verpakt.opname
        assert store.bron == stick
        for versie in opname.versies.values():
            assert op_schijf(store.bestanden.open(versie.sha256)).is_relative_to(stick)
    assert not kopie.exists()


def test_what_is_kept_while_reading_goes_with_the_copy(verpakt: Verpakt, stick: Path) -> None:
    punt = verpakt.opname.agendapunten[0].id
    voor = (stick / "tk.db").read_bytes()
    with leeskopie(stick) as kopie, Store.open(kopie) as store:
        add_puntnotitie(store, punt, "Vragen naar de kade", eigenaar="Roos", moment=datetime(2026, 5, 1, 9, 30))
    assert (stick / "tk.db").read_bytes() == voor
    with leeskopie(stick) as kopie, Store.open(kopie) as store:
        assert not list(store.aantekeningen.all())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kent deze stop niet")
def test_a_change_that_was_broken_off_on_the_stick_is_not_seen_in_the_copy(tmp_path: Path) -> None:
    with Store.open(tmp_path, maken=True) as store:
        punten = tuple(een_agendapunt(id=f"p{nummer}", titel="Heel", toelichting="x" * 9000) for nummer in range(20))
        bewaar(store, een_opname(gremium=een_gremium(), vergadering=een_vergadering(), agendapunten=punten))
    stop = subprocess.run([sys.executable, "-c", _HALVERWEGE, str(tmp_path)], check=False)
    assert stop.returncode == -signal.SIGKILL
    assert (tmp_path / "tk.db-journal").stat().st_size > 0
    with leeskopie(tmp_path) as kopie, Store.open(kopie) as store:
        assert {punt.titel for punt in store.agendapunten.all()} == {"Heel"}
        assert store.controleer().klachten == ()
    assert (tmp_path / "tk.db-journal").stat().st_size > 0


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "tk.db").write_bytes(b"geen database" * 100)
    with pytest.raises(WerkmapBeschadigd, match="beschadigd"), leeskopie(tmp_path):
        raise AssertionError("de kopie ging open")
