"""The window stands quickly: before it is painted nothing is loaded that it does not show."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_VERF = """
import sys
from pathlib import Path
from tk_desktop.desktop.shell.start import maak_app, maak_venster

app = maak_app()
venster = maak_venster(app, Path(sys.argv[1]))
venster.geverfd.connect(app.quit)
venster.show()
app.exec()
print(*sys.modules)
"""
_OPENEN = "import sys; import tk_desktop.desktop.shell.opening; print(*sys.modules)"
_BRONNEN = f"{_OPENEN}; import linecache; print(*(f'bron:{{naam}}' for naam in linecache.cache))"
KAMERS = (
    "acties_scherm",
    "besluiten_scherm",
    "brief_paneel",
    "jaarkalender",
    "nota_editor",
    "programmascherm",
    "regie_paneel",
    "uitwisselscherm",
    "zoekblad",
)
"""Screens and forms that are made when one first goes there."""
_ELDERS = f"""
import sys
import threading
from pathlib import Path
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_app, maak_venster
from tk_desktop.store.werkmap import Store

KAMERS = {KAMERS}

class Kijker:
    def find_spec(self, naam, pad=None, doel=None):
        elders = threading.get_ident() != threading.main_thread().ident
        if elders and naam.startswith(("PySide6", "tk_desktop.desktop")):
            print(naam)

map_ = Path(sys.argv[1])
Store.open(map_, maken=True).close()
app = maak_app()
venster = maak_venster(app, map_)
with open_werkmap(venster) as bediening:
    print(*(naam for naam in sys.modules if naam.startswith("tk_desktop.desktop") and naam.endswith(KAMERS)))
    sys.meta_path.insert(0, Kijker())
    bediening.voorlader.klaar.connect(app.quit)
    app.exec()
    print("klaar", *(deel for deel in sys.modules if deel == "tk_desktop.desktop.sets.set_bediening"))
"""
_BIJGEWERKT = """
import sys
from pathlib import Path
import tk_desktop
from tk_desktop.base.errors import TkError
from tk_desktop.desktop.parts.commands import laad

laad("parts.toets")
ons = Path(tk_desktop.__file__)
assert ons.is_relative_to(sys.argv[1]), ons
ons.write_text(ons.read_text(encoding="utf-8").replace("0.", "99."), encoding="utf-8")
laad("parts.toets")  # what is there already is of the same program
try:
    laad("parts.adres")
except TkError as fout:
    print(fout.code)
"""
PAPIER = {"pypdfium2", "pikepdf", "reportlab", "lxml", "PIL", "docx", "xlsxwriter", "icalendar", "fontTools", "enchant"}
"""What reads and writes papers: each takes longer to load than the window takes to stand."""
ZWAAR = {
    "sqlite3",
    "sqlite_utils",
    "sqlcipher3",
    "click",
    "cryptography",
    "email",
    "http",
    "xml",
    "asyncio",
    "ssl",
    "json",
}


SLOT = {"tk_desktop.store", "tk_desktop.store.slot"}
"""Looked at first of all: a window that is open on this werkmap already comes forward instead."""


def _geladen(programma: str, map_: Path) -> set[str]:
    opdracht = [sys.executable, "-c", programma, str(map_)]
    return set(subprocess.run(opdracht, capture_output=True, text=True, check=True, timeout=60).stdout.split())


@pytest.fixture(scope="module")
def geverfd(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a process has loaded when the window is painted."""
    return _geladen(_VERF, tmp_path_factory.mktemp("start") / "werkmap")


def test_before_the_first_paint_no_library_is_loaded_but_that_of_the_window(geverfd: set[str]) -> None:
    assert {naam.partition(".")[0] for naam in geverfd} & (PAPIER | ZWAAR) == set()
    vreemd = {naam.partition(".")[0] for naam in geverfd} - set(sys.stdlib_module_names)
    over = {naam for naam in vreemd if not naam.startswith("_")}
    assert over <= {"tk_desktop", "PySide6", "shiboken6", "shibokensupport", "signature_bootstrap"}


def test_before_the_first_paint_only_what_the_window_shows_is_loaded(geverfd: set[str]) -> None:
    ons = {naam for naam in geverfd if naam.startswith("tk_desktop.")} - SLOT
    assert {naam.split(".")[1] for naam in ons} <= {"base", "domain", "desktop"}
    assert {naam for naam in ons if naam.endswith(("bediening", "opening", "sessie", "jobs"))} == set()
    assert len(ons) <= 35, "laad wat niet meteen te zien is pas met de werkmap (commands.laad)"


def test_to_open_a_werkmap_no_library_of_papers_is_waited_for(tmp_path: Path) -> None:
    geladen = {naam.partition(".")[0] for naam in _geladen(_OPENEN, tmp_path)}
    assert geladen & PAPIER == set()


def test_to_open_a_werkmap_no_source_is_read_of_what_is_loaded(tmp_path: Path) -> None:
    """PySide6 would look in each module whether it asks for its features."""
    geladen = _geladen(_BRONNEN, tmp_path)
    assert "tk_desktop.store.werkmap" in geladen
    assert not [naam for naam in geladen if naam.startswith("bron:") and "tk_desktop" in naam]


def test_an_open_window_has_loaded_no_screen_that_it_does_not_show_and_then_none_on_a_thread_beside_it(
    tmp_path: Path,
) -> None:
    """PySide6 makes its classes when they are first named; two threads that do so at once crash the program."""
    assert _geladen(_ELDERS, tmp_path / "werkmap") == {"klaar", "tk_desktop.desktop.sets.set_bediening"}


def test_a_part_of_a_newer_program_is_not_loaded_beside_the_older_one_that_runs(tmp_path: Path) -> None:
    """It was updated under an open window; the rest of it would fit nothing any more."""
    kopie = shutil.copytree(ROOT / "tk_desktop", tmp_path / "tk_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    opdracht = [sys.executable, "-c", _BIJGEWERKT, str(tmp_path)]
    klaar = subprocess.run(opdracht, cwd=kopie.parent, capture_output=True, text=True, check=True, timeout=60)
    assert klaar.stdout.split() == ["TK-D60"]
