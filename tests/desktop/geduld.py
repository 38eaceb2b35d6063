"""How long a test of a screen waits for what must come: the one place that says so."""

from typing import Any

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

GEDULD = 60_000
"""Milliseconds. What comes is never waited for longer than it takes; only what never comes costs this much."""


class GeduldigeBot(QtBot):
    """Waits at least ``GEDULD`` where pytest-qt gives up after five seconds, or a test asks for less.

    Five seconds say more of the machine than of the code: a slow one with four runs beside each other needs them for
    one window. What is only watched (``raising=False``, ``assertNotEmitted``) keeps its own time.
    """

    def waitUntil(self, callback: Any, *, timeout: int = GEDULD) -> None:
        """Wait until the callback says that it is so."""
        super().waitUntil(callback, timeout=max(timeout, GEDULD))

    def waitSignal(
        self, signal: Any, *, timeout: int = GEDULD, raising: bool | None = None, **hoe: Any
    ) -> SignalBlocker:
        """Wait for a signal."""
        return super().waitSignal(signal, timeout=_lang(timeout, raising), raising=raising, **hoe)

    def waitSignals(
        self, signals: Any, *, timeout: int = GEDULD, raising: bool | None = None, **hoe: Any
    ) -> MultiSignalBlocker:
        """Wait for all these signals."""
        return super().waitSignals(signals, timeout=_lang(timeout, raising), raising=raising, **hoe)


def _lang(timeout: int, raising: bool | None) -> int:
    return timeout if raising is False else max(timeout, GEDULD)
