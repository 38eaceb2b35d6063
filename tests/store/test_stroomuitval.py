"""When the power fails in the middle of a change, the werkmap is sound and misses at most that change (SCREENS T2)."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.bouwers import bewaar, een_agendapunt, een_gremium, een_opname, een_vergadering
from tk_desktop.store.werkmap import Store

SCHRIJF = """
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from tk_desktop.store.werkmap import Store

with Store.open(Path(sys.argv[1])) as store, Path(sys.argv[2]).open("w", buffering=1) as gedaan:
    store._db.conn.execute("PRAGMA cache_size = 8")  # pages go to the disk long before the change is whole
    for nummer in count(1):
        def wijzig():
            for punt in store.agendapunten.all():
                store.agendapunten.save(replace(punt, titel=f"Kade {nummer}", toelichting=f"{nummer} " * 400))
        store.record(wijzig)
        gedaan.write(f"{nummer}\\n")
"""
_MIDDEN_IN = 8
"""How many cuts in the middle of a change are looked at."""


def _leg_stil(proces: subprocess.Popen[bytes]) -> None:
    proces.send_signal(signal.SIGSTOP)
    os.waitpid(proces.pid, os.WUNTRACED)


def _kopie(werkmap: Path, doel: Path) -> bool:
    """Copy what is on the disk at this moment; returns whether a change was half done."""
    shutil.rmtree(doel, ignore_errors=True)
    doel.mkdir()
    for naam in ("tk.db", "tk.db-journal"):
        if (werkmap / naam).exists():
            shutil.copyfile(werkmap / naam, doel / naam)
    journaal = doel / "tk.db-journal"
    return journaal.exists() and journaal.stat().st_size > 0


def _laatste(gedaan: Path) -> int:
    regels = gedaan.read_text().split("\n") if gedaan.exists() else [""]
    return int(regels[-2]) if len(regels) > 1 else 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows legt een proces niet zo stil")
def test_a_power_cut_in_the_middle_of_a_change_loses_at_most_that_change(tmp_path: Path) -> None:
    werkmap, gedaan, kopie = tmp_path / "werkmap", tmp_path / "gedaan.txt", tmp_path / "kopie"
    gremium = een_gremium()
    vergadering = een_vergadering(gremium_id=gremium.id)
    punten = [een_agendapunt(vergadering_id=vergadering.id, titel="Kade 0") for _ in range(40)]
    with Store.open(werkmap, maken=True) as store:
        bewaar(store, een_opname(gremium=gremium, vergadering=vergadering, agendapunten=punten))
    halverwege = 0
    with subprocess.Popen([sys.executable, "-c", SCHRIJF, str(werkmap), str(gedaan)]) as proces:
        try:
            while halverwege < _MIDDEN_IN:
                _leg_stil(proces)
                half, bewaard = _kopie(werkmap, kopie), _laatste(gedaan)
                proces.send_signal(signal.SIGCONT)
                assert proces.poll() is None
                halverwege += half and bewaard > 0
                with closing(sqlite3.connect(kopie / "tk.db")) as db:
                    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                with Store.open(kopie) as store:
                    assert store.controleer().klachten == ()
                    (titel,) = {punt.titel for punt in store.agendapunten.all()}
                assert bewaard <= int(titel.removeprefix("Kade ")) <= bewaard + 1
        finally:
            proces.kill()
