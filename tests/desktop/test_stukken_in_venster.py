"""The papers of the chosen item stand beside the agenda; files dropped on an item come there."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk
from tests.paper.sample_pdfs import a_pdf
from tk_desktop.desktop.agenda.vergaderbediening import Vergaderbediening
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_venster
from tk_desktop.store.slot import WerkmapAlOpen


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    venster = maak_venster(app, werkmap)
    qtbot.addWidget(venster)
    with open_werkmap(venster) as geopend:
        venster.resize(1280, 800)
        venster.show()
        qtbot.waitExposed(venster)
        venster.activateWindow()
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=geopend.sessie.store.vergaderingen.all()[0].id))
        yield geopend
        venster.close()


@pytest.fixture
def blad(bediening: Bediening) -> Vergaderbediening:
    """The workspace of the meeting, at item 2a."""
    werkblad = bediening.werkblad
    werkblad.lijst.kies(_punt(werkblad, "2a"))
    return werkblad


def _punt(blad: Vergaderbediening, nummer: str) -> str:
    opname = blad.opname()
    return next(punt.id for punt in opname.agendapunten if str(opname.nummers[punt.id]) == nummer)


def _titels(blad: Vergaderbediening) -> list[str]:
    model = blad.stukken().lijst.model
    index, uit = model.index(0, model.TITEL), []
    while index.isValid():
        uit.append(str(index.data()))
        index = blad.stukken().lijst.boom.indexBelow(index)
    return uit


def test_papers_are_brought_to_items_of_the_agenda_moved_and_named(
    qtbot: QtBot, bediening: Bediening, blad: Vergaderbediening, tmp_path: Path
) -> None:
    _the_papers_of_the_chosen_item_are_shown(blad)
    _a_second_window_on_the_same_werkmap_is_told(bediening)
    _files_dropped_on_an_item_of_the_agenda_come_under_it(qtbot, bediening, blad, tmp_path)
    _files_on_the_clipboard_come_under_the_item_of_the_agenda_that_has_the_keyboard(qtbot, blad, tmp_path)
    blad.lijst.kies(_punt(blad, "2a"))
    _enter_keeps_a_title_that_is_being_typed(qtbot, bediening, blad)
    while bediening.sessie.geschiedenis.diepte:
        bediening.sessie.maak_ongedaan()
    blad.lijst.kies(_punt(blad, "2a"))
    _papers_dragged_to_an_item_of_the_agenda_move_there(blad)
    _a_check_that_waits_goes_when_a_new_one_comes(qtbot, bediening, blad)


def _the_papers_of_the_chosen_item_are_shown(blad: Vergaderbediening) -> None:
    assert _titels(blad)[1:] == [
        "Projectplan Fit de klas in 2026-2029",
        "Presentatie Zes scholen verder",
        "Planning op A3",
    ]
    assert len(_titels(blad)) == 4
    blad.lijst.kies(_punt(blad, "5"))
    assert _titels(blad) == []


def _files_dropped_on_an_item_of_the_agenda_come_under_it(
    qtbot: QtBot, bediening: Bediening, blad: Vergaderbediening, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_pdf(tmp_path / f"{naam}.pdf", (naam,)))) for naam in ("Kaart", "Lijst")])
    rand = blad.lijst.visualRect(
        blad.lijst.agenda.index_van(_punt(blad, "2b"))
    ).topLeft()  # where an item falls between
    assert _laat_los(blad, data, rand)
    qtbot.waitUntil(lambda: _titels(blad)[2:] == ["Kaart", "Lijst"], timeout=30_000)
    assert blad.blad.tabs.currentWidget() is blad.papieren.vak
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert len(_titels(blad)) == 2
    blad.lijst.collapseAll()
    assert not _laat_los(blad, data, blad.lijst.viewport().rect().bottomLeft()), "under the last item"
    blad.lijst.expandAll()


def _laat_los(blad: Vergaderbediening, data: QMimeData, punt: QPoint) -> bool:
    """Drag files over the agenda and let them go; return whether the agenda said it would take them."""
    doen, knop, geen = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    vlak = blad.lijst.viewport()
    QApplication.sendEvent(vlak, QDragEnterEvent(punt, doen, data, knop, geen))
    over = QDragMoveEvent(punt, doen, data, knop, geen)
    QApplication.sendEvent(vlak, over)
    QApplication.sendEvent(vlak, QDropEvent(punt.toPointF(), doen, data, knop, geen))
    return over.isAccepted()


def _files_on_the_clipboard_come_under_the_item_of_the_agenda_that_has_the_keyboard(
    qtbot: QtBot, blad: Vergaderbediening, tmp_path: Path
) -> None:
    blad.lijst.kies(_punt(blad, "2b"))
    blad.lijst.setFocus()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_pdf(tmp_path / "Kaart.pdf", ("Kaart",))))])
    QApplication.clipboard().setMimeData(data)
    druk("Ctrl+V")
    qtbot.waitUntil(lambda: _titels(blad)[2:] == ["Kaart"], timeout=30_000)
    assert blad.blad.tabs.currentWidget() is blad.papieren.vak


def _papers_dragged_to_an_item_of_the_agenda_move_there(blad: Vergaderbediening) -> None:
    stukken = blad.stukken().lijst.model
    foto = stukken.index(2, 0, stukken.index(0, 0))
    data = stukken.mimeData([foto])
    agenda = blad.lijst.agenda
    agenda.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, agenda.index_van(_punt(blad, "5")).siblingAtColumn(0))
    assert len(_titels(blad)) == 3
    blad.lijst.kies(_punt(blad, "5"))
    assert _titels(blad) == ["Planning op A3"]


def _enter_keeps_a_title_that_is_being_typed(qtbot: QtBot, bediening: Bediening, blad: Vergaderbediening) -> None:
    lijst = blad.stukken().lijst
    blad.blad.tabs.setCurrentWidget(blad.papieren.vak)
    lijst.boom.setFocus()
    lijst.kies([lijst.model.regel(lijst.model.index(0, 0, lijst.model.index(0, 0, QModelIndex()))).id])
    bediening.opdrachten.acties["stuk.hernoemen"].trigger()
    veld = lijst.boom.findChild(QLineEdit)
    assert veld is not None
    veld.setText("Plan")
    QTest.keyClick(veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Plan" in _titels(blad))
    QTest.keyClick(lijst.boom, Qt.Key.Key_Delete)
    assert len(_titels(blad)) == 3


def _a_check_that_waits_goes_when_a_new_one_comes(qtbot: QtBot, bediening: Bediening, blad: Vergaderbediening) -> None:
    jobs, poort = bediening.sessie.jobs, threading.Event()
    qtbot.waitUntil(lambda: not jobs._bezig, timeout=30_000)
    jobs.start_job(Job(lambda _: poort.wait()))
    for _ in range(3):
        blad._controle._controleer()
    assert sorted(job._gestopt for job in jobs._bezig if job.eerst) == [False, True, True]
    poort.set()
    qtbot.waitUntil(lambda: not jobs._bezig, timeout=30_000)


def _a_second_window_on_the_same_werkmap_is_told(bediening: Bediening) -> None:
    with pytest.raises(WerkmapAlOpen, match="op deze computer"), open_werkmap(bediening.venster):
        pass
