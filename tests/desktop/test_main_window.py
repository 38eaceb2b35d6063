"""The window: going to places and back, choosing by typing, keeping where one was, and what everybody can reach."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.commands import OPDRACHTEN
from tk_desktop.desktop.main_window import Venster
from tk_desktop.desktop.start import open_sessie
from tk_desktop.desktop.theme import DONKER, kleuren
from tk_desktop.store.werkmap import Store


@pytest.fixture
def venster(qtbot: QtBot, werkmap: Path) -> Iterator[Venster]:
    with open_sessie(werkmap) as sessie:
        venster = Venster(sessie)
        qtbot.addWidget(venster)
        venster.resize(1280, 800)
        venster.show()
        qtbot.waitExposed(venster)
        venster.activateWindow()
        yield venster
        venster.close()
        _gewone_maat(venster)


def _gewone_maat(venster: Venster) -> None:
    venster.opdrachten.acties["beeld.normaal"].trigger()
    venster.opdrachten.acties["beeld.licht"].trigger()


@pytest.fixture
def vergadering(venster: Venster) -> Adres:
    """The sample meeting, open."""
    adres = Adres(scherm=Scherm.VERGADERINGEN, vergadering=venster.sessie.store.vergaderingen.all()[0].id)
    venster.ga_naar(adres)
    return adres


def _titels(venster: Venster) -> list[str]:
    opname = venster.werkblad.opname()
    return [f"{opname.nummers[punt.id]} {punt.titel}" for punt in opname.agendapunten]


def _druk(op: QWidget, toets: Qt.Key, houd: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(op, toets, houd)


def test_the_meeting_that_is_opened_is_shown_with_its_items_and_checked(
    qtbot: QtBot, venster: Venster, vergadering: Adres
) -> None:
    assert venster.adres.vergadering == vergadering.vergadering
    assert _titels(venster)[:3] == [
        "1 Opening en vaststelling agenda",
        "1A Schikking met leverancier plansysteem",
        "2 Bewegen en zwemmen",
    ]
    qtbot.waitUntil(lambda: venster.werkblad.controle.telling.startswith("Controle: 7 fouten"))


def test_the_user_goes_back_and_forth(venster: Venster, vergadering: Adres) -> None:
    venster.ga_naar(Adres(scherm=Scherm.ZOEKEN))
    venster.opdrachten.acties["beeld.terug"].trigger()
    assert venster.adres.vergadering == vergadering.vergadering
    venster.opdrachten.acties["beeld.vooruit"].trigger()
    assert venster.adres == Adres(scherm=Scherm.ZOEKEN)


def test_a_new_item_is_put_in_named_and_undone_by_name(
    qtbot: QtBot, venster: Venster, vergadering: Adres, type_text: Callable[[QWidget, str], None]
) -> None:
    begin = _titels(venster)
    _druk(venster.werkblad.lijst, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit)
    veld.selectAll()
    type_text(veld, "Financiën")
    _druk(veld, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 Financiën" in _titels(venster))
    assert venster.opdrachten.acties["bewerken.ongedaan"].text() == "&Ongedaan maken: titel wijzigen"
    venster.opdrachten.acties["bewerken.ongedaan"].trigger()
    venster.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert _titels(venster) == begin
    venster.opdrachten.acties["bewerken.opnieuw"].trigger()
    assert "2 Nieuw agendapunt" in _titels(venster)


def test_alt_shift_down_moves_an_item_and_its_number_follows(
    qtbot: QtBot, venster: Venster, vergadering: Adres
) -> None:
    lijst = venster.werkblad.lijst
    vierde = venster.werkblad.opname().agendapunten[6]
    assert _titels(venster)[6] == "4 Wachttijden logopedie voor kleuters"
    lijst.kies(vierde.id)
    lijst.setFocus()
    houd = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    _druk(lijst, Qt.Key.Key_Down, houd)
    assert "5 Wachttijden logopedie voor kleuters" in _titels(venster)
    assert lijst.huidig_id() == vierde.id


def test_what_was_typed_in_a_cell_is_kept_when_a_command_follows(
    qtbot: QtBot, venster: Venster, vergadering: Adres, type_text: Callable[[QWidget, str], None]
) -> None:
    _druk(venster.werkblad.lijst, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    veld = QApplication.focusWidget()
    assert isinstance(veld, QLineEdit)
    veld.selectAll()
    type_text(veld, "Kade")
    venster.opdrachten.acties["punt.omhoog"].trigger()
    assert "1 Kade" in _titels(venster) or "1A Kade" in _titels(venster) or "2 Kade" in _titels(venster)


def test_a_command_is_found_by_typing_part_of_its_name(qtbot: QtBot, venster: Venster, vergadering: Adres) -> None:
    _druk(venster, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert venster.palet.isVisible()
    venster.palet.zoek.setText("donk")
    assert venster.palet.regels() == ["Donker"]
    _druk(venster.palet.zoek, Qt.Key.Key_Return)
    assert kleuren() is DONKER


def test_everything_that_can_be_opened_is_found_by_typing(qtbot: QtBot, venster: Venster) -> None:
    venster.opdrachten.acties["ga.naar"].trigger()
    venster.openen.zoek.setText("logopedie nota")
    venster.openen.zoek.setText("zwemfonds 2b")
    assert venster.openen.regels()[0] == "2b Verdeling zwemfonds 2026-2027"
    _druk(venster.openen.zoek, Qt.Key.Key_Return)
    assert venster.werkblad.lijst.huidig_id() == venster.adres.punt != ""


def test_the_window_opens_again_where_it_was_closed(qtbot: QtBot, werkmap: Path) -> None:
    with open_sessie(werkmap) as sessie:
        eerste = Venster(sessie)
        qtbot.addWidget(eerste)
        vergadering = sessie.store.vergaderingen.all()[0]
        punt = sessie.store.opname(vergadering.id).agendapunten[3]
        eerste.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering.id, punt=punt.id))
        eerste.close()
    with open_sessie(werkmap) as sessie:
        tweede = Venster(sessie)
        qtbot.addWidget(tweede)
        assert tweede.adres.vergadering == vergadering.id
        assert tweede.adres.punt == punt.id
        tweede.close()


def test_a_place_that_is_gone_is_told_and_the_user_stays(venster: Venster) -> None:
    venster.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering="weg"))
    assert "niet gevonden" in venster.sessie.balk.tekst
    assert venster.adres == Adres()


def test_f6_goes_round_the_panes(qtbot: QtBot, venster: Venster, vergadering: Adres) -> None:
    gezien = []
    for _ in range(4):
        _druk(venster, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        gezien.append(next(deel for deel in _delen(venster) if deel is focus or (focus and deel.isAncestorOf(focus))))
    assert set(gezien) == set(_delen(venster))


def _delen(venster: Venster) -> list[QWidget]:
    return [*venster.werkblad.blad.panelen(), venster.rail]


def test_everything_that_takes_the_keyboard_has_a_name(venster: Venster, vergadering: Adres) -> None:
    naamloos = [
        f"{type(kind).__name__} in {type(kind.parent()).__name__}"
        for kind in venster.findChildren(QWidget)
        if kind.focusPolicy().value and not kind.objectName().startswith("qt_")
        if not QAccessible.queryAccessibleInterface(kind).text(QAccessible.Text.Name)
    ]
    assert naamloos == []


def test_every_command_of_the_palette_can_be_given_in_a_meeting(venster: Venster, vergadering: Adres) -> None:
    uit = {een.id for een in OPDRACHTEN if een.id in venster.opdrachten.acties} - {
        id_ for id_, actie in venster.opdrachten.acties.items() if actie.isEnabled()
    }
    assert uit == {"bewerken.ongedaan", "bewerken.opnieuw"}


def test_the_window_fits_a_small_screen(venster: Venster, vergadering: Adres) -> None:
    klein = venster.minimumSizeHint()
    assert (klein.width(), klein.height()) <= (640, 360)
    venster.resize(683, 384)
    assert (venster.width(), venster.height()) == (683, 384)


def test_an_empty_werkmap_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.open(tmp_path / "leeg", maken=True):
        pass
    with open_sessie(tmp_path / "leeg") as sessie:
        venster = Venster(sessie)
        qtbot.addWidget(venster)
        venster.ga_naar(Adres(scherm=Scherm.VERGADERINGEN))
        blad = venster.schermen.currentWidget()
        assert blad is not None
        assert blad.accessibleName().startswith("Nog geen vergaderingen.")
        venster.close()
