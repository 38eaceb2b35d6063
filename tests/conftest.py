"""What every test run begins with and tells at its end."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.schijf import genoeg_geheugen, kleine_schijf
from tests.verpakt import Gezet, Verpakt, verpak, zet_klaar
from tests.voorgemaakt import _nieuwe_werkmappen
from tests.wachtrij import DEUR
from tests.zaden import REDEN
from tk_desktop.store.werkmap import Store

__all__ = ["_nieuwe_werkmappen", "kleine_schijf"]
_LANG = ("exchange/test_niets_verloren", "export/test_lekken", "desktop/test_dialogen", "/storing/", "cli/test_rampen")
settings.register_profile("tk", deadline=None)  # how long an example takes says more of the machine than of the code
settings.load_profile("tk")
sys.dont_write_bytecode = False  # else every program that a test starts translates all of itself once more
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["CUPS_SERVER"] = str(DEUR)  # no test prints on a real printer
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # screens are tested without one; `make ux` uses a real one


class Foutroeper:
    """Names a failure as it happens: a run that is ended for its time never comes to its end."""

    def __init__(self, plugins: pytest.PytestPluginManager) -> None:
        self._plugins = plugins

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        scherm = self._plugins.get_plugin("terminalreporter")  # who works for a run has none
        if report.failed and scherm is not None:
            fout = getattr(getattr(report.longrepr, "reprcrash", None), "message", report.longreprtext)
            regel, _, _ = fout.strip().partition("\n")
            scherm.write_line(f"\nFAILED {report.nodeid} ({report.when}) {regel}")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Foutroeper(config.pluginmanager))
    gc.disable()
    if waar := genoeg_geheugen():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(waar))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: at the end of a run it would keep one processor waiting for the other."""
    items.sort(key=lambda item: not any(deel in item.nodeid for deel in _LANG))


def pytest_collection_finish() -> None:
    """Look for what can go among what tests make alone, and seldom: two million objects of what was loaded stay."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    overgeslagen = sum(REDEN in str(verslag.longrepr) for verslag in terminalreporter.stats.get("skipped", ()))
    if overgeslagen:
        terminalreporter.write_line(f"{overgeslagen} tests op de zaden overgeslagen: {REDEN}")


@pytest.fixture(scope="session")
def verpakt(tmp_path_factory: pytest.TempPathFactory) -> Verpakt:
    """The sample meeting with its sets, made once; tests only look at it."""
    return verpak(tmp_path_factory.mktemp("verpakt"))


@pytest.fixture(scope="session")
def gezet(tmp_path_factory: pytest.TempPathFactory) -> Gezet:
    """The sample meeting with one set for members, made once; a test that changes it works in ``gevuld``."""
    return zet_klaar(tmp_path_factory.mktemp("gezet"))


@pytest.fixture
def gevuld(gezet: Gezet, tmp_path: Path) -> Iterator[Store]:
    """A werkmap of its own with the sample meeting, and the parts of which the set for members was made."""
    with Store.open(Path(shutil.copytree(gezet.werkmap, tmp_path / "werkmap"))) as geopend:
        yield geopend
