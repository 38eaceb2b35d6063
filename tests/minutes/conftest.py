"""A werkmap with one meeting that is about to begin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.zittingbouwers import bewaar_maart
from tk_desktop.store.werkmap import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Bestuurscommissie Waterkant on 11 March 2026: a chair, two members, a secretary; items 1, 2, 3 and 3A."""
    with Store.open(tmp_path / "werkmap", maken=True) as geopend:
        bewaar_maart(geopend)
        yield geopend
