"""What the tests on the real documents share."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.zaden import GEDEELD, REDEN


@pytest.fixture(scope="session")
def gedeeld() -> Path:
    """The folder with the real documents and what was measured on them."""
    if not GEDEELD.is_dir():
        pytest.skip(REDEN)
    return GEDEELD


@pytest.fixture(scope="session")
def zaden(gedeeld: Path) -> Path:
    """The folder with the text layers of real vergadersets."""
    return gedeeld / "seeds"


@pytest.fixture
def toon(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Show what was counted, whether the test passes or not."""

    def schrijf(regel: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{regel}")

    return schrijf
