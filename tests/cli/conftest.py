"""A werkmap of one's own for a command that changes it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.verpakt import Verpakt
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
