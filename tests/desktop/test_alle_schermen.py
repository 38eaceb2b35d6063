"""Every screen and pane, filled as in use: all is named, Dutch, reached by Tab and read whole at any size."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError as GeenRust
from pytestqt.qtbot import QtBot
from shiboken6 import invalidate

from tests.desktop.dialogen import vol_venster
from tests.desktop.keur import dubbele_letters, engels, naamloos, niet_heel, rond_het_venster
from tests.desktop.schermgang import langs_alles, tot_rust

GEWOON, KLEIN = (1366, 768), (683, 384)
_RUST = 5_000
"""Milliseconds that what was laid out may take to find its place; only what is wrong costs them."""
_GENOEG = 12
"""Places with something wrong after which the walk ends."""


def test_every_screen_is_named_dutch_reached_by_tab_and_read_whole_at_every_size(
    qtbot: QtBot, werkmap: Path, tmp_path: Path
) -> None:
    """One window that walks: opening it costs more than looking at all that is in it."""
    mist: dict[str, set[str]] = {}
    with vol_venster(qtbot, werkmap, tmp_path) as bediening:
        venster = bediening.venster
        for procent, maat in ((100, GEWOON), (100, KLEIN), (200, GEWOON), (300, GEWOON)):
            venster.resize(*maat)
            venster.schaal_op(procent)
            gezien = 0
            for naam in langs_alles(qtbot, bediening):
                tot_rust(bediening)
                if procent == 200:
                    invalidate(venster)  # PySide may take what Qt made for gone: nothing of ours may lean on it
                gevonden = _na_rust(qtbot, venster, maat)
                if (procent, maat) == (100, GEWOON):
                    gevonden |= naamloos(venster) | engels(venster) | _dubbel(venster)
                    gevonden |= rond_het_venster(venster)
                mist |= {f"{naam}, {procent} %, {maat}": gevonden} if gevonden else {}
                gezien += 1
                if len(mist) >= _GENOEG:
                    break
            assert gezien > 45 or mist
    assert not mist, "\n".join(f"{waar}: {wat}" for waar, dingen in mist.items() for wat in sorted(dingen))


def _dubbel(venster: QWidget) -> set[str]:
    return {f"de letter {letter} is twee keer onderstreept" for letter in dubbele_letters(venster)}


def _na_rust(qtbot: QtBot, venster: QWidget, maat: tuple[int, int]) -> set[str]:
    """Return what cannot be read whole, once all had the time to find its place."""

    def kijk() -> set[str]:
        gegroeid = {f"het venster werd {venster.size().toTuple()}"} if venster.size().toTuple() != maat else set()
        return niet_heel(venster) | gegroeid

    gevonden = kijk()
    if gevonden:
        with suppress(GeenRust):
            QtBot.waitUntil(qtbot, lambda: not kijk(), timeout=_RUST)
        gevonden = kijk()
    return gevonden
