"""Every dialog that a command opens is of use to everybody: by keys, by ear, in Dutch, small, and in large letters.

Which they are follows from the table of commands: a new command is in ``tests/desktop/dialogen.py``, or this fails.
"""

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.desktop.dialogen import DIALOGEN, ZONDER_DIALOOG, bij_dialoog, vol_venster
from tests.desktop.keur import elk_blad, keur
from tk_desktop.desktop.commands import OPDRACHTEN
from tk_desktop.desktop.start import maak_app


def test_of_every_command_it_is_known_whether_it_opens_a_dialog() -> None:
    alle = {een.id for een in OPDRACHTEN}
    assert alle - set(DIALOGEN) - ZONDER_DIALOOG == set(), "zet die in tests/desktop/dialogen.py"
    assert (set(DIALOGEN) | ZONDER_DIALOOG) - alle == set()
    assert set(DIALOGEN) & ZONDER_DIALOOG == set()


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
