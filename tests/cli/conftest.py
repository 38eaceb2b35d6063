"""A werkmap of one's own for a command that changes it."""

import shutil
from pathlib import Path

import pytest

from tests.verpakt import Verpakt


@pytest.fixture
def werkmap(verpakt: Verpakt, tmp_path: Path) -> Path:
    """The sample in a werkmap that this test may change."""
    return Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))
