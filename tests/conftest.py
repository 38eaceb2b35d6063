"""What every test run tells at its end."""

import pytest

from tests.zaden import REDEN


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    overgeslagen = sum(REDEN in str(verslag.longrepr) for verslag in terminalreporter.stats.get("skipped", ()))
    if overgeslagen:
        terminalreporter.write_line(f"{overgeslagen} tests op de zaden overgeslagen: {REDEN}")
