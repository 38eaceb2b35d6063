"""Every dialog that a command opens is of use to everybody: by keys, by ear, in Dutch, small, and in large letters.

Which they are follows from the table of commands: a new command is in ``tests/desktop/dialogen.py``, or
``test_commands`` fails.
"""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.dialogen import BLIJFT_STAAN, DIALOGEN, ELDERS, open_dialoog, vol_venster
from tests.desktop.keur import afgesneden, elk_blad, keur, rolt_opzij
from tk_desktop import desktop
from tk_desktop.desktop.parts.scherm import ruimte
from tk_desktop.desktop.shell.bediening import Bediening

KLEIN, GEWOON = (683, 384), (1366, 768)
RAAM = 8
"""Pixels of a frame round a window, that may come or go after the dialog took its size."""


def test_every_dialog_is_reached_read_and_left_by_keys_alone_and_whole_on_a_small_screen(
    qtbot: QtBot, werkmap: Path, tmp_path: Path
) -> None:
    mist: dict[str, list[str]] = {}
    soorten: set[type[QDialog]] = set()
    with vol_venster(qtbot, werkmap, tmp_path) as bediening:
        bediening.venster.resize(*KLEIN)

        def kijk(dialoog: QDialog) -> list[str]:
            soorten.add(type(dialoog))
            eerst, maat = _begint_met_annuleren(dialoog), dialoog.size()
            past = _is_heel(dialoog, KLEIN)
            dialoog.resize(maat)
            return [*eerst, *past, *elk_blad(dialoog, keur)]

        for id_, gevonden, diep in _langs_alle(qtbot, bediening, kijk):
            veranderd = ["Esc verandert iets"] if diep != bediening.sessie.geschiedenis.diepte else []
            mist |= {id_: gevonden + veranderd} if gevonden or veranderd else {}
    assert not mist, mist
    assert _alle_soorten() - soorten - set(ELDERS) - BLIJFT_STAAN == set(), "zet die in ELDERS in dialogen.py"


@pytest.mark.parametrize("procent", [200, 300])
def test_every_dialog_is_whole_in_large_letters(qtbot: QtBot, werkmap: Path, tmp_path: Path, procent: int) -> None:
    with vol_venster(qtbot, werkmap, tmp_path) as bediening:
        bediening.venster.resize(*GEWOON)
        bediening.venster.schaal_op(procent)
        kijk = partial(_is_heel, maat=GEWOON)
        mist = {id_: gevonden for id_, gevonden, _ in _langs_alle(qtbot, bediening, kijk) if gevonden}
    assert not mist, mist


def _langs_alle(
    qtbot: QtBot, bediening: Bediening, kijk: Callable[[QDialog], list[str]]
) -> Iterator[tuple[str, list[str], int]]:
    """Open each dialog and yield its name, what ``kijk`` found in it, and how much could be undone as it stood."""
    for naam, ga, doe in _dialogen(qtbot, bediening):
        ga()
        gevonden: list[str] = []
        diep: list[int] = []

        def zie(dialoog: QDialog, gevonden: list[str] = gevonden, diep: list[int] = diep) -> None:
            diep.append(bediening.sessie.geschiedenis.diepte)
            gevonden += kijk(dialoog)

        open_dialoog(qtbot, doe, zie)
        yield naam, gevonden, diep[0]


def _dialogen(qtbot: QtBot, bediening: Bediening) -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    plekken = list(dict.fromkeys(DIALOGEN.values()))
    for id_, klaar in sorted(DIALOGEN.items(), key=lambda een: plekken.index(een[1])):  # all of a place after another
        yield id_, partial(klaar, qtbot, bediening), bediening.opdrachten.acties[id_].trigger
    for soort, maak in ELDERS.items():
        dialoog = maak(bediening)
        yield soort.__name__, partial(DIALOGEN["ga.naar"], qtbot, bediening), dialoog.open


def _alle_soorten() -> set[type[QDialog]]:
    """Return every dialog of ours, but what others alone are made of."""
    modules = [import_module(een.name) for een in walk_packages(desktop.__path__, f"{desktop.__name__}.")]
    return {
        ding
        for module in modules
        for ding in vars(module).values()
        if isinstance(ding, type) and issubclass(ding, QDialog) and ding.__module__ == module.__name__
        if not (ding.__name__.startswith("_") and ding.__subclasses__())
    }


def _begint_met_annuleren(dialoog: QDialog) -> list[str]:
    """Return what is wrong when somebody who wants to fill something in has to leave the button that cancels first."""
    hier = QApplication.focusWidget()
    velden = [veld for soort in (QLineEdit, QComboBox) for veld in dialoog.findChildren(soort)]
    invullen = any(veld.isVisible() and veld.isEnabled() for veld in velden)
    annuleert = isinstance(hier, QPushButton) and hier.text().replace("&", "") == "Annuleren"
    return ["begint bij Annuleren"] if annuleert and invullen else []


def _is_heel(dialoog: QDialog, maat: tuple[int, int]) -> list[str]:
    """Return what cannot be read whole on a screen of a size; a dialog of the computer is not ours."""
    return [] if isinstance(dialoog, QFileDialog) else elk_blad(dialoog, partial(_past, maat=maat))


def _past(dialoog: QDialog, *, maat: tuple[int, int]) -> list[str]:
    er = ruimte(dialoog)  # what would like more than the screen of the tests gets it on a real one
    breed, hoog = dialoog.width(), dialoog.height()
    breed = maat[0] if breed >= er.width() - RAAM else breed
    hoog = maat[1] if hoog >= er.height() - RAAM else hoog
    dialoog.resize(min(breed, maat[0]), min(hoog, maat[1]))
    QApplication.sendPostedEvents()
    breed, hoog = dialoog.width(), dialoog.height()
    groot = [f"is {breed} bij {hoog}"] if breed > maat[0] or hoog > maat[1] else []
    return [*groot, *sorted(afgesneden(dialoog)), *sorted(rolt_opzij(dialoog))]
