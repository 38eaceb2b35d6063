"""Every dialog that a command opens is of use to everybody: by keys, by ear, in Dutch, small, and in large letters.

Which they are follows from the table of commands: a new command is in ``tests/desktop/dialogen.py``, or
``test_commands`` fails.
"""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from tests.desktop.dialogen import DIALOGEN, bij_dialoog, vol_venster
from tests.desktop.keur import afgesneden, elk_blad, keur, rolt_opzij
from tk_desktop.desktop.start import maak_app


def test_every_dialog_is_reached_read_and_left_by_keys_alone(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> None:
    maak_app()
    mist: dict[str, list[str]] = {}
    with vol_venster(qtbot, werkmap, tmp_path) as bediening:
        for id_ in DIALOGEN:
            gevonden: list[str] = []
            diep: list[int] = []

            def kijk(dialoog: QDialog, gevonden: list[str] = gevonden, diep: list[int] = diep) -> None:
                diep.append(bediening.sessie.geschiedenis.diepte)
                gevonden += elk_blad(dialoog, keur)

            bij_dialoog(qtbot, bediening, id_, kijk)
            if diep != [bediening.sessie.geschiedenis.diepte]:
                gevonden.append("Esc verandert iets")
            mist |= {id_: gevonden} if gevonden else {}
    assert mist == {}


@pytest.mark.parametrize(("procent", "maat"), [(100, (683, 384)), (200, (1366, 768)), (300, (1366, 768))])
def test_every_dialog_is_whole_on_a_small_screen_and_in_large_letters(
    qtbot: QtBot, werkmap: Path, tmp_path: Path, procent: int, maat: tuple[int, int]
) -> None:
    maak_app()
    mist: dict[str, list[str]] = {}
    with vol_venster(qtbot, werkmap, tmp_path) as bediening:
        bediening.venster.resize(*maat)
        bediening.venster.schaal_op(procent)
        for id_ in DIALOGEN:
            gevonden: list[str] = []

            def kijk(dialoog: QDialog, gevonden: list[str] = gevonden) -> None:
                if not isinstance(dialoog, QFileDialog):
                    gevonden += elk_blad(dialoog, partial(_past, maat=maat))

            bij_dialoog(qtbot, bediening, id_, kijk)
            mist |= {id_: gevonden} if gevonden else {}
    assert mist == {}


def _past(dialoog: QDialog, *, maat: tuple[int, int]) -> list[str]:
    er = dialoog.screen().availableSize()  # what would like more than the screen of the tests gets it on a real one
    breed, hoog = dialoog.width(), dialoog.height()
    breed, hoog = (maat[0] if breed >= er.width() - 2 else breed), (maat[1] if hoog >= er.height() - 2 else hoog)
    dialoog.resize(min(breed, maat[0]), min(hoog, maat[1]))
    QApplication.sendPostedEvents()
    breed, hoog = dialoog.width(), dialoog.height()
    groot = [f"is {breed} bij {hoog}"] if breed > maat[0] or hoog > maat[1] else []
    return [*groot, *sorted(afgesneden(dialoog)), *sorted(rolt_opzij(dialoog))]
