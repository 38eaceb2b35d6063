"""The sample in a werkmap of one's own, and its site."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.verpakt import Verpakt
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def store(verpakt: Verpakt, tmp_path: Path) -> Iterator[Store]:
    """The sample meeting in a werkmap that this test may change."""
    with Store.open(Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))) as geopend:
        yield geopend


@pytest.fixture
def vergadering_id(verpakt: Verpakt) -> str:
    """The meeting of the sample."""
    return verpakt.opname.vergadering.id


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder for a site that is not there yet."""
    return tmp_path / "site"
