"""What tests of screens share: a werkmap with the sample meeting, background work, typing as a person does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.geduld import GeduldigeBot
from tests.desktop.lezen import Open, wacht
from tests.verpakt import Verpakt
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.theme import Thema, kies_schaal, kies_thema
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.desktop.shell.start import maak_app
from tk_desktop.store.werkmap import Store


@pytest.fixture(autouse=True)
def _licht(qapp: QApplication) -> None:
    maak_app()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the window of before need not follow
    kies_schaal(qapp, 100)
    kies_thema(qapp, Thema.LICHT)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The one of pytest-qt, that waits longer before it gives up."""
    return GeduldigeBot(request)


@pytest.fixture
def werkmap(verpakt: Verpakt, tmp_path: Path) -> Path:
    """A copy of the werkmap with the sample meeting, to change at will."""
    return Path(shutil.copytree(verpakt.werkmap, tmp_path / "werkmap"))


@pytest.fixture
def store(werkmap: Path) -> Iterator[Store]:
    with Store.open(werkmap) as geopend:
        yield geopend


@pytest.fixture
def vergadering_id(store: Store) -> str:
    """The sample meeting."""
    return store.vergaderingen.all()[0].id


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """The worker thread, ended with the test."""
    werkers = Jobs()
    yield werkers
    werkers.sluit()


@pytest.fixture
def open_paper(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Open:
    """Show a paper in a reader, and wait until it is drawn and its words are known."""

    def toon(inhoud: bytes) -> Leesblad:
        pad = tmp_path / "stuk.pdf"
        pad.write_bytes(inhoud)
        lees = Leesblad(Achtergrondbron(jobs))
        qtbot.addWidget(lees)
        lees.resize(500, 500)
        lees.show()
        lees.toon(pad)
        wacht(qtbot, lees)
        return lees

    return toon


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Type a text into a widget, letters with accents too (``qtbot.keyClicks`` aborts on those)."""

    def typ(veld: QWidget, tekst: str) -> None:
        for teken in tekst:
            for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(veld, QKeyEvent(soort, 0, Qt.KeyboardModifier.NoModifier, teken))

    return typ
