"""A werkmap of one's own for a command that changes it, and one reading process for the commands of a module."""

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.verpakt import Verpakt
from tk_desktop.base.leesproces import Leesproces
from tk_desktop.store.werkmap import Store


@pytest.fixture
def werkmap(verpakt: Verpakt, tmp_path: Path) -> Path:
    """The sample in a werkmap that this test may change."""
    return Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))


@pytest.fixture(autouse=True)
def _zonder_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the werkmap that tests share tell of no copy that one of them made."""
    yield
    if "verpakt" in request.fixturenames:
        gedeeld: Verpakt = request.getfixturevalue("verpakt")
        with Store.open(gedeeld.werkmap) as store, store.transaction():
            store._db.execute("DELETE FROM inzage")


@pytest.fixture(scope="module", autouse=True)
def _een_leesproces() -> Iterator[None]:
    """Let the commands that are given in this process have one that reads, as all that is read in a window has.

    Starting it takes longer than what most tests let it read. A command in a process of its own has its own.
    """
    with Leesproces() as lezer, pytest.MonkeyPatch.context() as patch:
        for opdracht in ("archief", "check", "intake", "notes"):
            patch.setattr(f"tk_desktop.cli.{opdracht}.Leesproces", lambda: nullcontext(lezer))
        yield
