"""The pages of a set on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.paper.test_rendering import GROEN, ROOD, a_pdf
from tests.papier import a_heavy_drawing
from tests.verpakt import Verpakt
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Achtergrondbron
from tk_desktop.desktop.pages.bladindeling import Zoom, Zoomsoort
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.paper.pdf_faults import PdfBeschadigd


@pytest.fixture
def blad(qtbot: QtBot, jobs: Jobs) -> Bladenweergave:
    weergave = Bladenweergave(Achtergrondbron(jobs), "Voorbeeld van de set")
    qtbot.addWidget(weergave)
    weergave.resize(500, 400)
    weergave.show()
    return weergave


def wacht(qtbot: QtBot, blad: Bladenweergave) -> None:
    qtbot.waitUntil(lambda: blad.scherp, timeout=20_000)


def kleuren(blad: Bladenweergave) -> set[str]:
    beeld = blad.viewport().grab().toImage()
    return {beeld.pixelColor(x, y).name() for x in range(0, beeld.width(), 7) for y in range(0, beeld.height(), 7)}


def test_the_first_page_of_a_set_is_shown(qtbot: QtBot, blad: Bladenweergave, verpakt: Verpakt) -> None:
    gezien: list[tuple[int, int]] = []
    blad.pagina_gewisseld.connect(lambda pagina, aantal: gezien.append((pagina, aantal)))
    blad.toon(verpakt.leden.pdf)
    assert not blad.heeft(0)
    wacht(qtbot, blad)
    assert blad.heeft(0)
    assert gezien == [(1, verpakt.leden.gemaakt.paginas)]
    assert blad.accessibleName() == "Voorbeeld van de set"
    assert blad.accessibleDescription() == f"blz. 1 van {blad.aantal}"
    assert {"#ffffff", "#3c4046"} <= kleuren(blad)


def test_going_to_a_page_shows_that_page(qtbot: QtBot, blad: Bladenweergave, tmp_path: Path) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(a_pdf(ROOD, ROOD, ROOD, GROEN, maat=(200, 250)))
    blad.toon(pad)
    wacht(qtbot, blad)
    assert "#00ff00" not in kleuren(blad)
    blad.ga_naar(4)
    wacht(qtbot, blad)
    assert blad.pagina == 4
    assert "#00ff00" in kleuren(blad)


def test_every_page_can_be_reached_with_the_keyboard(qtbot: QtBot, blad: Bladenweergave, verpakt: Verpakt) -> None:
    blad.toon(verpakt.leden.pdf)
    wacht(qtbot, blad)
    QTest.keyClick(blad, Qt.Key.Key_End)
    assert blad.pagina == blad.aantal
    QTest.keyClick(blad, Qt.Key.Key_Home)
    assert blad.pagina == 1
    for _ in range(4 * blad.aantal):
        QTest.keyClick(blad, Qt.Key.Key_PageDown)
    assert blad.verticalScrollBar().value() == blad.verticalScrollBar().maximum()
    QTest.keyClick(blad, Qt.Key.Key_Home)
    QTest.keyClick(blad, Qt.Key.Key_Right)
    assert blad.pagina == 2


@pytest.mark.parametrize("toets", [Qt.Key.Key_Z, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0])
def test_the_same_page_stays_in_view_at_every_size(
    qtbot: QtBot, blad: Bladenweergave, verpakt: Verpakt, toets: Qt.Key
) -> None:
    blad.toon(verpakt.leden.pdf)
    wacht(qtbot, blad)
    blad.ga_naar(9)
    ctrl = Qt.KeyboardModifier.NoModifier if toets == Qt.Key.Key_Z else Qt.KeyboardModifier.ControlModifier
    for _ in range(3):
        QTest.keyClick(blad, toets, ctrl)
        assert blad.pagina == 9
        wacht(qtbot, blad)


def test_the_wheel_with_ctrl_enlarges_what_is_under_the_mouse(
    qtbot: QtBot, blad: Bladenweergave, verpakt: Verpakt
) -> None:
    blad.toon(verpakt.leden.pdf, pagina=5)
    wacht(qtbot, blad)
    midden = QPointF(blad.viewport().rect().center())
    voor = blad._indeling.plek_op(blad.verticalScrollBar().value() + midden.y())
    draai = QWheelEvent(
        midden,
        blad.viewport().mapToGlobal(midden),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(blad.viewport(), draai)
    na = blad._indeling.plek_op(blad.verticalScrollBar().value() + midden.y())
    assert blad.zoom.soort is Zoomsoort.VAST
    assert na.pagina == voor.pagina
    assert na.deel == pytest.approx(voor.deel, abs=0.01)


def test_a_newer_make_of_the_set_keeps_the_place(qtbot: QtBot, blad: Bladenweergave, tmp_path: Path) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(a_pdf(*[ROOD] * 6, maat=(200, 250)))
    blad.toon(pad)
    wacht(qtbot, blad)
    blad.ga_naar(4)
    blad.verticalScrollBar().setValue(blad.verticalScrollBar().value() + 60)
    plek = blad.verticalScrollBar().value()
    pad.write_bytes(a_pdf(*[GROEN] * 7, maat=(200, 250)))
    blad.toon(pad)
    qtbot.waitUntil(lambda: blad.aantal == 7)
    wacht(qtbot, blad)
    assert blad.verticalScrollBar().value() == plek
    assert "#ff0000" not in kleuren(blad)
    blad.toon(pad, pagina=5)
    wacht(qtbot, blad)
    assert blad.pagina == 5
    assert blad.verticalScrollBar().value() > plek


def test_a_place_asked_for_while_the_file_opens_is_where_it_opens(
    qtbot: QtBot, blad: Bladenweergave, verpakt: Verpakt
) -> None:
    blad.toon(verpakt.leden.pdf)
    blad.ga_naar(7)
    wacht(qtbot, blad)
    assert blad.pagina == 7


def test_a_damaged_file_is_told_and_leaves_nothing_on_screen(
    qtbot: QtBot, blad: Bladenweergave, tmp_path: Path
) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(b"%PDF-1.7 startxref niets")
    with qtbot.waitSignal(blad.mislukt) as gemeld:
        blad.toon(pad)
    assert isinstance(gemeld.args[0], PdfBeschadigd)
    assert (blad.aantal, blad.pagina) == (0, 0)


def test_a_sharper_screen_gets_sharper_pages(qtbot: QtBot, blad: Bladenweergave, tmp_path: Path) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(a_pdf(ROOD))
    blad.toon(pad)
    wacht(qtbot, blad)
    (plek,) = blad.plekken()
    gemaakt = blad._aanvoer.van(0)
    assert gemaakt is not None
    assert gemaakt.soort.schaal == plek.schaal * blad.devicePixelRatioF()


def test_pages_that_were_passed_are_not_drawn(qtbot: QtBot, blad: Bladenweergave, verpakt: Verpakt) -> None:
    blad.zet_zoom(Zoom(Zoomsoort.VAST, 1.0))
    blad.toon(verpakt.leden.pdf)
    qtbot.waitUntil(lambda: blad.aantal > 0)
    blad.ga_naar(blad.aantal)
    wacht(qtbot, blad)
    assert len(blad._aanvoer) < 8


def test_a_page_that_comes_when_its_view_is_gone_troubles_nobody(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(a_pdf(ROOD, GROEN, maat=(200, 250)))
    weergave = Bladenweergave(Achtergrondbron(jobs), "Voorbeeld")
    weergave.resize(500, 400)
    weergave.show()
    weergave.toon(pad)
    qtbot.waitUntil(lambda: weergave.aantal == 2)
    delete(weergave)
    qtbot.waitUntil(lambda: not jobs._bezig)


def test_a_page_that_takes_long_is_given_up_when_one_goes_on(
    qtbot: QtBot, blad: Bladenweergave, tmp_path: Path
) -> None:
    zwaar = tmp_path / "kaart.pdf"
    zwaar.write_bytes(a_heavy_drawing(20_000))
    licht = tmp_path / "a.pdf"
    licht.write_bytes(a_pdf(GROEN))
    blad.toon(zwaar)
    qtbot.waitUntil(lambda: blad.aantal == 1)
    assert not blad.scherp
    blad.toon(licht)
    wacht(qtbot, blad)
    assert "#00ff00" in kleuren(blad)
    blad.toon(zwaar)
    wacht(qtbot, blad)
    assert blad.heeft(0)


def test_a_paper_that_nobody_sees_keeps_only_what_it_shows_first(
    qtbot: QtBot, blad: Bladenweergave, tmp_path: Path
) -> None:
    pad = tmp_path / "a.pdf"
    pad.write_bytes(a_pdf(*[ROOD] * 9))
    blad.toon(pad)
    for pagina in range(1, 10):
        blad.ga_naar(pagina)
        wacht(qtbot, blad)
    assert len(blad._aanvoer) == 9
    zichtbaar = {plek.pagina - 1 for plek in blad.plekken()}
    blad.hide()
    assert len(blad._aanvoer) == len(zichtbaar)
    assert all(blad.heeft(pagina) for pagina in zichtbaar)
    blad.show()
    wacht(qtbot, blad)
