"""Starting the program a second time brings the window forward that is open, and leaves no empty one behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import open_venster, toon_venster
from tk_desktop.desktop.parts.aankloppen import Aanklopper
from tk_desktop.desktop.parts.adres import Scherm
from tk_desktop.store.slot import held_elsewhere, knock


@pytest.mark.qt_log_ignore("does not support raise", "propagateSizeHints")
def test_a_second_start_brings_the_open_window_forward_and_goes_away(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.venster.showMinimized()
        aantal = len(QApplication.topLevelWidgets())
        assert held_elsewhere(werkmap) is not None
        klopper = Aanklopper(werkmap)
        with qtbot.waitSignal(klopper.klaar) as klaar:
            klopper.klop()
        assert klaar.args == [True]
        qtbot.waitUntil(lambda: not bediening.venster.windowState() & Qt.WindowState.WindowMinimized)
        assert len(QApplication.topLevelWidgets()) == aantal
        assert bediening.venster.toast.tekst == "Deze werkmap is al open, in dit venster."
        assert not (werkmap / ".naar-voren").exists()


@pytest.mark.qt_log_ignore("does not support raise", "propagateSizeHints")
def test_a_second_start_with_a_bundle_gives_it_to_the_open_window(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> None:
    pad = tmp_path / "van roos.tkb"
    pad.write_bytes(b"geen bundel")
    with toon_venster(qtbot, werkmap) as bediening:
        with qtbot.waitSignal(bediening.venster.gebracht) as gebracht:
            Aanklopper(werkmap, (pad,)).klop()
        assert gebracht.args == [(pad.resolve(),)]
        assert bediening.adres.scherm is Scherm.UITWISSELEN
        assert [post.pad for post in bediening.uitwisseling.post.alle] == [pad.resolve()]
        assert not (werkmap / ".naar-voren").exists()


def test_a_window_on_another_computer_is_not_asked(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap):
        (werkmap / ".venster").write_text("andere-computer\nopen\n", encoding="utf-8")
        assert not knock(werkmap)
        klopper = Aanklopper(werkmap)
        with qtbot.waitSignal(klopper.klaar) as klaar:
            klopper.klop()
        assert klaar.args == [False]
        bezet = held_elsewhere(werkmap)
        assert bezet is not None
        assert "op computer andere-computer" in str(bezet)
    assert held_elsewhere(werkmap) is None


def test_what_was_left_of_an_earlier_knock_brings_nothing_forward(qtbot: QtBot, werkmap: Path) -> None:
    (werkmap / ".naar-voren").touch()
    with open_venster(qtbot, werkmap):
        assert not (werkmap / ".naar-voren").exists()
