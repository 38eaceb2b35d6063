"""What the tests on the real documents share: where those lie, and a count of what could not be tried without them."""

from pathlib import Path

import pytest

GEDEELD = Path(__file__).parents[3] / "shared"
REDEN = "../shared ontbreekt"


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    overgeslagen = sum(REDEN in str(verslag.longrepr) for verslag in terminalreporter.stats.get("skipped", ()))
    if overgeslagen:
        terminalreporter.write_line(f"{overgeslagen} tests op de zaden overgeslagen: {REDEN}")
