"""The sample in a werkmap of one's own, and its site."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.verpakt import Verpakt
from tk_desktop.pack.controleren import accept, check
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)


def laat_staan(store: Store, vergadering_id: str) -> None:
    """Decide that the personal data in a meeting may stand where everybody reads them."""
    for een in check(store, vergadering_id):
        if een.code.startswith("PG"):
            accept(store, vergadering_id, code=een.code, waar=een.waar, reden="Een verzonnen gegeven")


@pytest.fixture
def store(verpakt: Verpakt, tmp_path: Path) -> Iterator[Store]:
    """The sample meeting in a werkmap that this test may change, where it was decided what personal data may stand."""
    with Store.open(Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))) as geopend:
        laat_staan(geopend, verpakt.opname.vergadering.id)
        yield geopend


@pytest.fixture
def vergadering_id(verpakt: Verpakt) -> str:
    """The meeting of the sample."""
    return verpakt.opname.vergadering.id


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder for a site that is not there yet."""
    return tmp_path / "site"
