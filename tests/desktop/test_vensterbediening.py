"""The window is laid out for who works with it, and opens another werkmap in a window of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, in_menus, open_venster, toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.session.inrichting import VAN_SECRETARIS
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.sets.afdrukken import Afdrukvenster
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.vensterbediening import Vensterbediening


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        vergadering = geopend.sessie.store.vergaderingen.all()[0].id
        geopend.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        yield geopend


def _tabs(bediening: Bediening) -> list[str]:
    tabs = bediening.werkblad.blad.tabs
    return [tabs.tabText(nummer) for nummer in range(tabs.count()) if tabs.isTabVisible(nummer)]


def test_every_command_of_the_secretaris_is_one_of_the_table() -> None:
    assert {een.id for een in OPDRACHTEN} >= VAN_SECRETARIS


def test_a_bestuurder_sees_no_menu_or_tab_of_the_secretaris_but_can_reach_all(
    qtbot: QtBot, bediening: Bediening
) -> None:
    alles = in_menus(bediening)
    assert alles >= VAN_SECRETARIS
    bediening.opdrachten.acties["beeld.bestuurder"].trigger()
    assert in_menus(bediening) == alles - VAN_SECRETARIS
    assert _tabs(bediening) == ["Punt", "Nota", "Stukken", "Voorbeeld"]
    te_kiezen = {keus.sleutel for keus in bediening.typen.opdrachtregels()}
    assert te_kiezen >= VAN_SECRETARIS
    bediening.typen._doe("vergadering.bewerken")
    bediening.typen._doe("agenda.regie")
    assert bediening.werkblad.blad.tabs.currentWidget() is bediening.werkblad.regie.blad
    assert bediening.werkblad.regie.paneel.isVisible()
    assert _tabs(bediening) == ["Punt", "Nota", "Stukken", "Voorbeeld", "Regie"]
    bediening.opdrachten.acties["beeld.secretaris"].trigger()
    assert in_menus(bediening) == alles
    assert _tabs(bediening) == ["Punt", "Nota", "Stukken", "Voorbeeld", "Uitnodiging", "Regie", "Opmerkingen"]


def test_for_whom_the_window_is_laid_out_is_remembered(qtbot: QtBot, qapp: object, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap) as eerste:
        eerste.opdrachten.acties["beeld.bestuurder"].trigger()
    with open_venster(qtbot, werkmap) as tweede:
        assert tweede.sessie.voorkeuren.rol is Rol.BESTUURDER
        assert "Regie" not in _tabs(tweede)


def _zaken(bediening: Bediening, gestart: list[Path], kies: Path | None, *, lukt: bool = True) -> Vensterbediening:
    def start(map_: Path) -> bool:
        gestart.append(map_)
        return lukt

    return Vensterbediening(
        bediening.venster, bediening.sessie, bediening.werkblad.blad, (), start=start, kies=lambda _, __: kies
    )


def test_another_werkmap_opens_in_a_program_of_its_own_and_this_window_closes(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    gestart: list[Path] = []
    with qtbot.waitSignal(bediening.venster.gesloten):
        _zaken(bediening, gestart, tmp_path / "ander").open_werkmap()
    assert gestart == [tmp_path / "ander"]


def test_this_window_stays_when_no_other_opens(qtbot: QtBot, bediening: Bediening, werkmap: Path) -> None:
    gestart: list[Path] = []
    for kies in (None, werkmap):
        _zaken(bediening, gestart, kies).open_werkmap()
    assert gestart == []
    _zaken(bediening, gestart, werkmap.parent / "ander", lukt=False).open_werkmap()
    assert "TK-D12" in bediening.venster.balk.tekst
    assert bediening.venster.isVisible()


def test_nothing_is_kept_or_looked_up_any_more_after_the_window_closed(
    qtbot: QtBot, qapp: object, werkmap: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        venster = bediening.venster
        klokken = venster.findChildren(QTimer)
        assert any(klok.isActive() for klok in klokken)
    assert not any(klok.isActive() for klok in klokken)


def test_the_keys_that_close_the_program_do_so_from_a_dialog_too(qtbot: QtBot, bediening: Bediening) -> None:
    bediening.opdrachten.acties["set.afdrukken"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), Afdrukvenster))
    dialoog = QApplication.activeWindow()
    druk("Ctrl+Q", dialoog)
    qtbot.waitUntil(lambda: not bediening.venster.isVisible())
    assert dialoog is not None
    assert not dialoog.isVisible()
