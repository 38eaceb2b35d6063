"""A paper is read, selected in and marked, with the mouse and without it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import LINKS, Open, beweeg, sleep, waar, wacht
from tests.papier import a_paper, a_story
from tk_desktop.desktop.pages.bladindeling import Zoom, Zoomsoort
from tk_desktop.desktop.pages.bladmerken import Merk
from tk_desktop.desktop.pages.leesblad import Leesblad
from tk_desktop.desktop.parts.tekstselectie import Selectie, Tekstplek
from tk_desktop.domain.aantekening import Lijn, Soort, Vlak
from tk_desktop.domain.notenstijl import Kleur

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def gekozen(lees: Leesblad) -> Selectie:
    assert lees.selectie.selectie is not None
    return lees.selectie.selectie


def kleur_bij(lees: Leesblad, punt: QPoint) -> QColor:
    return lees.bladen.viewport().grab().toImage().pixelColor(punt)


# selecting


def test_dragging_selects_from_letter_to_letter(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit", "over het plan van Waterkant"]))
    sleep(lees, waar(lees, 1, "commissie"), waar(lees, 1, "plan", eind=True))
    keus = gekozen(lees)
    assert keus.tekst == "commissie besluit\nover het plan"
    assert keus.leesbaar == "commissie besluit over het plan"
    assert (keus.pagina, keus.begin, keus.eindpagina, keus.eind) == (1, 3, 1, 3 + len(keus.tekst))
    assert [vlak.pagina for vlak in keus.vlakken] == [1, 1]
    assert keus.vlakken[0].y0 > keus.vlakken[1].y0


def test_dragging_backwards_selects_the_same(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    sleep(lees, waar(lees, 1, "besluit", eind=True), waar(lees, 1, "commissie"))
    assert gekozen(lees).tekst == "commissie besluit"


def test_two_clicks_select_a_word_and_three_the_line(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie besluit", "en gaat naar huis"]))
    plek, vlak = waar(lees, 1, "commissie"), lees.bladen.viewport()
    QTest.mouseClick(vlak, LINKS, Qt.KeyboardModifier.NoModifier, plek)
    QTest.mouseDClick(vlak, LINKS, Qt.KeyboardModifier.NoModifier, plek)
    assert gekozen(lees).tekst == "commissie"
    QTest.mouseClick(vlak, LINKS, Qt.KeyboardModifier.NoModifier, plek)
    assert gekozen(lees).tekst == "De commissie besluit"


def test_a_click_with_shift_selects_to_there(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit vandaag"]))
    lees.selectie.zet(Tekstplek(1, 0), Tekstplek(1, 2))
    QTest.mouseClick(lees.bladen.viewport(), LINKS, SHIFT, waar(lees, 1, "besluit", eind=True))
    assert gekozen(lees).tekst == "De commissie besluit"


def test_a_passage_may_run_over_the_end_of_a_page(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["onderaan de een"], ["bovenaan de ander"], maat=(400, 150)))
    sleep(lees, waar(lees, 1, "de een"), waar(lees, 2, "bovenaan", eind=True))
    keus = gekozen(lees)
    assert (keus.pagina, keus.eindpagina, keus.tekst) == (1, 2, "de een\nbovenaan")
    assert [vlak.pagina for vlak in keus.vlakken] == [1, 2]


def test_a_drag_moves_the_pages_at_the_edge_unless_it_began_there(open_paper: Open) -> None:
    lees = open_paper(a_story(5))
    vlak = lees.bladen.viewport()
    onder = vlak.height() - 10
    for begin, schuift in ((vlak.height() // 2, True), (onder, False)):
        QTest.mousePress(vlak, LINKS, pos=QPoint(100, begin))
        beweeg(vlak, QPoint(200, onder), LINKS)
        beweeg(vlak, QPoint(220, onder), LINKS)
        assert lees.muis.schuift is schuift
        QTest.mouseRelease(vlak, LINKS, pos=QPoint(220, onder))
        assert not lees.muis.schuift


def test_the_keyboard_selects_from_the_top_of_what_is_seen(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit", "en gaat naar huis"]))
    QTest.keyClick(lees.bladen, Qt.Key.Key_Right, CTRL | SHIFT)
    assert gekozen(lees).tekst == "De "
    QTest.keyClick(lees.bladen, Qt.Key.Key_Down, SHIFT)
    assert gekozen(lees).tekst.startswith("De commissie besluit\nen")
    QTest.keyClick(lees.bladen, Qt.Key.Key_End, SHIFT)
    assert gekozen(lees).tekst == "De commissie besluit\nen gaat naar huis"
    QTest.keyClick(lees.bladen, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "De commissie besluit en gaat naar huis"
    QTest.keyClick(lees.bladen, Qt.Key.Key_Escape)
    assert lees.selectie.selectie is None


def test_the_cursor_of_the_keyboard_goes_on_to_the_next_page(open_paper: Open) -> None:
    lees = open_paper(a_paper(["een"], ["twee"], maat=(400, 150)))
    QTest.keyClick(lees.bladen, Qt.Key.Key_F7)
    for _ in range(3):
        QTest.keyClick(lees.bladen, Qt.Key.Key_Right)
    assert lees.selectie.cursor == Tekstplek(1, 3)
    QTest.keyClick(lees.bladen, Qt.Key.Key_Down)
    assert lees.selectie.cursor is not None
    assert lees.selectie.cursor.pagina == 2
    QTest.keyClick(lees.bladen, Qt.Key.Key_Up, SHIFT)
    assert gekozen(lees).pagina == 1
    QTest.keyClick(lees.bladen, Qt.Key.Key_A, CTRL)
    assert gekozen(lees).tekst == "een"


def test_the_selection_is_seen_where_the_words_stand(open_paper: Open) -> None:
    lees = open_paper(a_paper(["IIIIIIIIII", "IIIIIIIIII"], draai=90))
    voor = kleur_bij(lees, waar(lees, 1, "I"))
    lees.selectie.hele_bladzijde()
    assert kleur_bij(lees, waar(lees, 1, "I")) != voor


def test_words_stay_selected_when_the_size_changes(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    lees.selectie.woord(Tekstplek(1, 4))
    voor = gekozen(lees)
    lees.bladen.wissel_zoom()
    lees.bladen.wissel_twee()
    assert gekozen(lees) == voor


# the same line stays in view


@pytest.mark.parametrize("hoe", ["zoom", "groter", "twee", "breed", "smal", "donker"])
def test_the_same_line_stays_in_view(open_paper: Open, qtbot: QtBot, hoe: str) -> None:
    lees = open_paper(a_story(9))
    lees.bladen.zet_zoom(Zoom(Zoomsoort.VAST, 1.2))
    lees.bladen.ga_naar(6, 0.5)
    wacht(qtbot, lees)
    tekst = lees.teksten.van(6)
    assert tekst is not None
    plek = lees.bladen.plek_van(6)
    (regel,) = [r for r in tekst.regels if 0 <= plek.rechthoek(r.kader).top() < 14]
    match hoe:
        case "zoom":
            lees.bladen.wissel_zoom()
        case "groter":
            lees.bladen.zoom_in()
        case "twee":
            lees.bladen.wissel_twee()
        case "breed":
            lees.resize(900, 400)
        case "smal":
            lees.resize(320, 300)
        case _:
            lees.bladen.zet_donker(True)
    wacht(qtbot, lees)
    hier = lees.bladen.plek_van(6).rechthoek(regel.kader)
    assert -2 <= hier.top() < lees.bladen.viewport().height() - 10
    assert lees.bladen.pagina == 6


def test_going_to_two_pages_and_a_small_window_and_back_is_where_one_was(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(8))
    lees.bladen.ga_naar(8, 0.7)
    wacht(qtbot, lees)
    voor = lees.bladen.verticalScrollBar().value()
    lees.bladen.wissel_twee()
    lees.bladen.zet_zoom(Zoom(Zoomsoort.PAGINA))
    lees.resize(300, 300)
    lees.resize(500, 500)
    lees.bladen.breedte()
    lees.bladen.wissel_twee()
    assert lees.bladen.verticalScrollBar().value() == pytest.approx(voor, abs=1)


def test_two_pages_and_back_keeps_the_end_of_a_page_at_the_top(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(8))
    for pagina in (3, 4):
        lees.bladen.zet_zoom(Zoom(Zoomsoort.VAST, 0.6))
        lees.bladen.ga_naar(pagina, 0.9)
        wacht(qtbot, lees)
        voor = lees.bladen.verticalScrollBar().value() + 5
        lees.bladen.verticalScrollBar().setValue(voor)
        assert lees.bladen.pagina == pagina + 1  # its end is at the top, and the next is named
        lees.bladen.wissel_twee()
        wacht(qtbot, lees)
        lees.bladen.wissel_twee()
        assert lees.bladen.verticalScrollBar().value() == pytest.approx(voor, abs=1)


def test_the_key_t_puts_two_pages_beside_each_other(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(4))
    QTest.keyClick(lees.bladen, Qt.Key.Key_T)
    wacht(qtbot, lees)
    links, rechts = lees.bladen.plek_van(1).vlak, lees.bladen.plek_van(2).vlak
    assert links.top() == rechts.top()
    assert links.right() < rechts.left()
    QTest.keyClick(lees.bladen, Qt.Key.Key_Right)
    assert lees.bladen.pagina == 3


def test_dark_pages_are_dark_with_light_words(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["■■■"]))
    wit = kleur_bij(lees, QPoint(250, 20))
    lees.bladen.zet_donker(True)
    wacht(qtbot, lees)
    assert wit.lightness() > 240
    assert kleur_bij(lees, QPoint(250, 20)).lightness() < 50


# marks


def een_merk(soort: Soort, **anders: object) -> Merk:
    vlak = Vlak(1, 40, 495, 200, 507)
    return Merk(id=soort.value, soort=soort, vlakken=(vlak,), **anders)  # type: ignore[arg-type]


def test_a_mark_lies_under_black_words(open_paper: Open) -> None:
    lees = open_paper(a_paper(["IIIIIII"]))
    lees.zet_merken([een_merk(Soort.MARKERING)])
    plek = lees.bladen.plek_van(1)
    assert kleur_bij(lees, plek.punt(150, 500).toPoint()).name() == "#ffe36e"
    beeld = lees.bladen.viewport().grab(plek.rechthoek(Vlak(1, 40, 499, 60, 505)).toRect()).toImage()
    assert min(beeld.pixelColor(x, y).lightness() for x in range(beeld.width()) for y in range(beeld.height())) < 90


@pytest.mark.parametrize("soort", [soort for soort in Soort if soort not in {Soort.INKT, Soort.PUNTNOTITIE}])
def test_a_mark_that_is_clicked_is_chosen(open_paper: Open, qtbot: QtBot, soort: Soort) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    lees.zet_merken([een_merk(soort)])
    plek = lees.bladen.plek_van(1)
    if soort is Soort.BLADNOTITIE:
        waar = QPointF(plek.vlak.right() - 12, plek.vlak.top() + 12)
    elif soort in {Soort.NOTITIE, Soort.VRAAG}:
        waar = QPointF(plek.vlak.left() + 12, plek.punt(40, 501).y())
    else:
        waar = plek.punt(150, 500)
    with qtbot.waitSignal(lees.merk_gekozen) as gekozen:
        QTest.mouseClick(lees.bladen.viewport(), LINKS, Qt.KeyboardModifier.NoModifier, waar.toPoint())
    assert gekozen.args == [soort.value]
    assert kleur_bij(lees, waar.toPoint()).name() not in {"#ffffff", "#3c4046"} or soort in {
        Soort.ONDERSTREPING,
        Soort.DOORHALING,
    }


def test_a_click_beside_the_marks_chooses_none(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    lees.zet_merken([een_merk(Soort.MARKERING)])
    with qtbot.waitSignal(lees.leeg_geklikt), qtbot.assertNotEmitted(lees.merk_gekozen):
        QTest.mouseClick(lees.bladen.viewport(), LINKS, Qt.KeyboardModifier.NoModifier, QPoint(300, 40))


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_mark_tells_what_was_written_when_the_mouse_rests_on_it(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    lees.zet_merken([een_merk(Soort.VRAAG, uitleg="Wie betaalt dit na 2029?")])
    waar = lees.bladen.plek_van(1).punt(100, 500).toPoint()
    vlak = lees.bladen.viewport()
    QApplication.sendEvent(vlak, QHelpEvent(QEvent.Type.ToolTip, waar, vlak.mapToGlobal(waar)))
    assert QToolTip.text() == "Wie betaalt dit na 2029?"
    QToolTip.hideText()


def test_a_mark_is_brought_in_view(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(9))
    lees.zet_merken([Merk(id="a", soort=Soort.MARKERING, vlakken=(Vlak(7, 40, 300, 100, 312),))])
    lees.merken.toon_merk("a")
    assert lees.bladen.pagina == 7
    assert lees.bladen.viewport().rect().contains(lees.bladen.plek_van(7).punt(50, 306).toPoint())


# ink


def test_the_mouse_draws_a_stroke(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    lees.inkt.zet_aan(True, Kleur.ROZE)
    plek = lees.bladen.plek_van(1)
    with qtbot.waitSignal(lees.inkt.getekend) as getekend:
        sleep(lees, plek.punt(100, 520).toPoint(), plek.punt(200, 540).toPoint())
    (lijn,) = getekend.args
    assert isinstance(lijn, Lijn)
    assert lijn.pagina == 1
    assert (lijn.punten[0].x, lijn.punten[-1].y) == pytest.approx((100, 540), abs=1.5)
    assert lees.selectie.selectie is None
    lees.zet_merken([Merk(id="i", soort=Soort.INKT, kleur=Kleur.ROZE, lijnen=(lijn,))])
    assert lees.merken.merk_op(plek.punt(150, 530)) is not None
    assert kleur_bij(lees, plek.punt(150, 530).toPoint()).name() != "#ffffff"


def schrijf_met_pen(lees: Leesblad) -> None:
    pen = QPointingDevice.primaryPointingDevice()
    plek, vlak = lees.bladen.plek_van(1), lees.bladen.viewport()
    for nummer, soort in enumerate((QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)):
        waar, druk = plek.punt(100 + 20 * nummer, 500), 0.25 + 0.5 * nummer
        overal = QPointF(vlak.mapToGlobal(waar))
        rest = (0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LINKS, LINKS)
        QApplication.sendEvent(vlak, QTabletEvent(soort, pen, waar, overal, druk, *rest))


def trek_met_vinger(lees: Leesblad, qtbot: QtBot) -> None:
    vlak, scherm = lees.bladen.viewport(), QTest.createTouchDevice()
    QTest.touchEvent(vlak, scherm).press(0, QPoint(200, 400)).commit()
    for y in range(380, 100, -20):
        QTest.touchEvent(vlak, scherm).move(0, QPoint(200, y)).commit()
        qtbot.wait(5)
    QTest.touchEvent(vlak, scherm).release(0, QPoint(200, 100)).commit()


def test_a_pen_tells_how_hard_it_pressed(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper([""]))
    lees.inkt.zet_aan(True)
    with qtbot.waitSignal(lees.inkt.getekend) as getekend:
        schrijf_met_pen(lees)
    (lijn,) = getekend.args
    assert [punt.druk for punt in lijn.punten] == pytest.approx([0.25, 0.75])
    assert (lijn.punten[0].x, lijn.punten[0].y) == pytest.approx((100, 500), abs=0.5)


def test_a_finger_writes_as_long_as_no_pen_was_seen(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(5))
    lijnen: list[Lijn] = []
    lees.inkt.getekend.connect(lijnen.append)
    lees.inkt.zet_aan(True)
    trek_met_vinger(lees, qtbot)
    assert len(lijnen) == 1
    assert lees.bladen.verticalScrollBar().value() == 0
    schrijf_met_pen(lees)
    assert len(lijnen) == 2
    trek_met_vinger(lees, qtbot)
    qtbot.waitUntil(lambda: lees.bladen.verticalScrollBar().value() > 100)
    assert len(lijnen) == 2


# fingers


def test_two_fingers_enlarge(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(5))
    vlak, scherm = lees.bladen.viewport(), QTest.createTouchDevice()
    voor = lees.bladen.plek_van(1).schaal
    QTest.touchEvent(vlak, scherm).press(0, QPoint(200, 200)).press(1, QPoint(260, 200))
    for stap in range(1, 8):
        raak = QTest.touchEvent(vlak, scherm)
        raak.move(0, QPoint(200 - 10 * stap, 200)).move(1, QPoint(260 + 10 * stap, 200))
        raak.commit()
    raak = QTest.touchEvent(vlak, scherm)
    raak.release(0, QPoint(130, 200)).release(1, QPoint(330, 200))
    raak.commit()
    assert lees.bladen.plek_van(1).schaal > 1.3 * voor
    assert lees.selectie.selectie is None


def test_what_is_between_two_fingers_or_under_the_mouse_stays_there(open_paper: Open) -> None:
    lees = open_paper(a_story(5))
    midden = QPointF(lees.bladen.viewport().width() * 0.8, 200)
    hier = lees.bladen.plek_van(1).terug(midden)
    for factor in (1.6, 1.5, 0.7):
        lees.bladen.zoom_om(factor, midden)
        daar = lees.bladen.plek_van(1).punt(*hier) - midden
        assert (abs(daar.x()) < 2, abs(daar.y()) < 2) == (True, True)


def test_a_finger_pulls_the_pages_up_and_selects_nothing(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_story(5))
    trek_met_vinger(lees, qtbot)
    qtbot.waitUntil(lambda: lees.bladen.verticalScrollBar().value() > 100)
    assert lees.selectie.selectie is None


def test_holding_a_finger_on_a_word_selects_it_and_on_to_where_the_finger_goes(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie besluit", "over het plan"]))
    vlak, scherm = lees.bladen.viewport(), QTest.createTouchDevice()
    van = (waar(lees, 1, "commissie") + waar(lees, 1, "commissie", eind=True)) / 2
    QTest.touchEvent(vlak, scherm).press(0, van).commit()
    qtbot.waitUntil(lambda: lees.selectie.selectie is not None)
    assert gekozen(lees).tekst == "commissie"
    boven = lees.bladen.verticalScrollBar().value()
    tot = waar(lees, 1, "besluit", eind=True)
    for stap in range(1, 6):
        QTest.touchEvent(vlak, scherm).move(0, van + (tot - van) * stap / 5).commit()
    QTest.touchEvent(vlak, scherm).release(0, tot).commit()
    assert gekozen(lees).tekst.startswith("commissie beslui")
    assert lees.bladen.verticalScrollBar().value() == boven


def test_a_tap_clicks_on_a_mark(open_paper: Open, qtbot: QtBot) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    tekst = lees.teksten.van(1)
    assert tekst is not None
    vlakken = tuple(Vlak(1, *kader) for kader in tekst.kaders_van(3, 12))
    lees.zet_merken([Merk(id="m1", soort=Soort.MARKERING, kleur=Kleur.GEEL, vlakken=vlakken)])
    vlak, scherm = lees.bladen.viewport(), QTest.createTouchDevice()
    plek = waar(lees, 1, "commissie", eind=True)
    with qtbot.waitSignal(lees.merk_gekozen) as geklikt:
        QTest.touchEvent(vlak, scherm).press(0, plek).commit()
        QTest.touchEvent(vlak, scherm).release(0, plek).commit()
    assert geklikt.args == ["m1"]


def test_the_icon_of_a_note_in_the_middle_of_a_line_covers_no_words(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit over het zwembad"]))
    plek = lees.bladen.plek_van(1)
    tekst = lees.teksten.van(1)
    assert tekst is not None
    woorden = [plek.rechthoek(kader) for kader in tekst.kaders_van(0, len(tekst.tekst))]
    for x in (80, 120, 160):
        lees.zet_merken([Merk(id="n", soort=Soort.NOTITIE, vlakken=(Vlak(1, x, 495, x + 30, 507),))])
        ((_, beeldje),) = lees.merken._beeldjes(plek)
        assert not any(beeldje.intersects(woord) for woord in woorden)


def test_icons_of_notes_on_one_line_stand_under_each_other(open_paper: Open) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    vlak = Vlak(1, 60, 495, 90, 507)
    lees.zet_merken([Merk(id=str(nr), soort=Soort.NOTITIE, vlakken=(vlak,)) for nr in range(3)])
    plek = lees.bladen.plek_van(1)
    beeldjes = [beeldje for _, beeldje in lees.merken._beeldjes(plek)]
    assert len({beeldje.top() for beeldje in beeldjes}) == 3
    for nr, beeldje in enumerate(beeldjes):
        gevonden = lees.merken.merk_op(beeldje.center())
        assert gevonden is not None
        assert gevonden.id == str(nr)


@pytest.mark.parametrize("schaal", [0.2, 0.3, 0.5])
def test_on_small_pages_every_icon_stands_at_its_own_line(open_paper: Open, schaal: float) -> None:
    lees = open_paper(a_paper(["De commissie besluit"]))
    regels = [Vlak(1, 60, 500 - 14 * nr, 90, 512 - 14 * nr) for nr in (0, 0, 1, 2)]
    lees.zet_merken([Merk(id=str(nr), soort=Soort.NOTITIE, vlakken=(vlak,)) for nr, vlak in enumerate(regels)])
    plek = replace(lees.bladen.plek_van(1), schaal=schaal)
    beeldjes = [beeldje for _, beeldje in lees.merken._beeldjes(plek)]
    for nr, (beeldje, vlak) in enumerate(zip(beeldjes, regels, strict=True)):
        assert beeldje.center().y() == pytest.approx(plek.rechthoek(vlak).center().y())
        assert beeldje.width() < 18
        assert plek.vlak.contains(beeldje)
        assert not any(beeldje.intersects(ander) for ander in beeldjes[:nr])


def test_going_to_a_note_at_a_page_shows_its_icon_though_its_words_are_at_the_foot(open_paper: Open) -> None:
    lees = open_paper(a_paper(["een"], ["twee"]))
    lees.zet_merken([Merk(id="b", soort=Soort.BLADNOTITIE, vlakken=(Vlak(2, 40, 20, 200, 32),))])
    lees.bladen.ga_naar(1)
    lees.merken.toon_merk("b")
    ((_, beeldje),) = lees.merken._beeldjes(lees.bladen.plek_van(2))
    assert lees.bladen.viewport().rect().contains(beeldje.toRect())


def test_a_page_to_find_again_bears_a_flag(open_paper: Open) -> None:
    lees = open_paper(a_paper(["een", "twee"]))
    lees.vlaggen.zet({1})
    hier = lees.bladen.plek_van(1).vlak
    assert kleur_bij(lees, QPoint(round(hier.left()) + 16, round(hier.top()) + 6)).name() == "#a4161a"
    lees.vlaggen.zet(())
    assert kleur_bij(lees, QPoint(round(hier.left()) + 16, round(hier.top()) + 6)).name() == "#ffffff"
