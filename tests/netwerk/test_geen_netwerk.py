"""No word leaves a laptop over a network unless a postbus was set: no telemetry, no look for updates (threat model)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.hulp import opdracht
from tests.postbusservers import HIER, WACHTWOORD, WIE, webdav
from tests.verpakt import vul_werkmap
from tests.voorgeladen import bouw
from tk_desktop.store.werkmap import Store

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a program asks of the system is logged on Linux")
_BRON = Path(__file__).with_name("netlog.c")
_WORTEL = Path(__file__).parents[2]


def _op_de_lijn(werk: Path, *programma: str) -> list[str]:
    """Run a program and return all that it and the programs it started did on a network."""
    bibliotheek, log = werk / "netlog.so", werk / "netlog.txt"
    bouw(_BRON, bibliotheek)
    omgeving = {**os.environ, "LD_PRELOAD": str(bibliotheek), "TK_NETLOG": str(log), "QT_QPA_PLATFORM": "offscreen"}
    klaar = subprocess.run(programma, env=omgeving, cwd=_WORTEL, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def test_a_whole_meeting_made_in_a_terminal_speaks_with_no_one(tmp_path: Path) -> None:
    assert _op_de_lijn(tmp_path, *opdracht("demo", "--uit", tmp_path / "uit")) == []
    assert list((tmp_path / "uit").glob("*.pdf"))


def test_the_window_past_all_its_screens_speaks_with_no_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        vul_werkmap(store)
    gang = (sys.executable, "-m", "tests.netwerk.rondgang", str(tmp_path / "werkmap"))
    assert _op_de_lijn(tmp_path, *gang) == []


def test_a_postbus_that_was_set_is_the_only_one_spoken_with(tmp_path: Path) -> None:
    """So the log does see what goes over a line."""
    vraag = "import sys; from tk_desktop.exchange.postbus.webdav import Webdav; Webdav(*sys.argv[1:]).lijst('een')"
    with webdav(tmp_path / "server") as server:
        gedaan = _op_de_lijn(tmp_path, sys.executable, "-c", vraag, server.url, WIE, WACHTWOORD)
    assert {regel.split()[1] for regel in gedaan} == {HIER}
