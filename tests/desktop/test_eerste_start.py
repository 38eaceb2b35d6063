"""The first start: the werkmap is made as the user wants it, by one window at a time, or not at all."""

import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.bundelbouwers import GOEDKOOP
from tk_desktop.base.errors import NietSchrijfbaar, Onderbroken
from tk_desktop.desktop.parts.scherm import scherm_van
from tk_desktop.desktop.planning.leden import LedenLijst
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.desktop.shell.eerste_start import EersteStart
from tk_desktop.desktop.shell.main_window import Venster
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_venster
from tk_desktop.exchange import sleutels
from tk_desktop.exchange.bescherming import unlock_werkmap
from tk_desktop.meeting.leden import leden_van
from tk_desktop.store.kluis import is_beschermd
from tk_desktop.store.slot import WerkmapAlOpen, werkmap_slot

WACHTWOORD = "vier woorden achter elkaar"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    return tmp_path / "documenten" / "werkmap"


@pytest.fixture
def venster(qtbot: QtBot, qapp: QApplication, map_: Path) -> Venster:
    gemaakt = maak_venster(qapp, map_)
    qtbot.addWidget(gemaakt)
    return gemaakt


def _bij_de_vraag(doe: Callable[[EersteStart], None]) -> None:
    """Do this as soon as the question stands on the screen."""

    def nu() -> None:
        vraag = QApplication.activeModalWidget()
        assert isinstance(vraag, EersteStart)
        doe(vraag)

    QTimer.singleShot(0, nu)


def test_who_begins_is_asked_while_no_other_window_can_begin_there(venster: Venster, map_: Path) -> None:
    geweigerd = []

    def vul_in(vraag: EersteStart) -> None:
        try:
            with werkmap_slot(map_):
                pass
        except WerkmapAlOpen as fout:
            geweigerd.append(fout)
        vraag.naam.setText(" Roos van Dalen ")
        vraag.gremium.setText("Bestuurscommissie Waterkant")
        vraag.afkorting.setText("BC WK")
        vraag.accept()

    _bij_de_vraag(vul_in)
    with open_werkmap(venster) as bediening:
        assert [(g.naam, g.afkorting) for g in bediening.sessie.store.gremia.all()] == [
            ("Bestuurscommissie Waterkant", "BC WK")
        ]
        assert (venster.voorkeuren.rol, venster.voorkeuren.naam) == (Rol.SECRETARIS, "Roos van Dalen")
        store = bediening.sessie.store
        (lid,) = leden_van(store, store.gremia.all()[0].id)
        assert (lid.naam, lid.lidmaatschap.rol, lid.lidmaatschap.stemrecht) == ("Roos van Dalen", "secretaris", False)
        bediening.opdrachten.acties["gremium.leden"].trigger()
        (leden,) = venster.findChildren(LedenLijst)
        assert leden.window().focusWidget() is leden.nieuw
        leden.window().close()
        venster.close()
    assert len(geweigerd) == 1


def test_who_does_not_begin_leaves_nothing_behind(venster: Venster, map_: Path) -> None:
    _bij_de_vraag(EersteStart.reject)
    with pytest.raises(Onderbroken), open_werkmap(venster):
        pass
    assert not map_.exists()


def test_a_refused_beginning_leaves_a_folder_that_was_there_as_it_was(venster: Venster, map_: Path) -> None:
    map_.mkdir(parents=True)
    (map_ / "aantekening.txt").write_text("Van mij", encoding="utf-8")
    _bij_de_vraag(EersteStart.reject)
    with pytest.raises(Onderbroken), open_werkmap(venster):
        pass
    assert (map_ / "aantekening.txt").read_text(encoding="utf-8") == "Van mij"
    assert not (map_ / "tk.db").exists()


def test_a_second_window_makes_nothing_where_the_first_is_beginning(venster: Venster, map_: Path) -> None:
    map_.mkdir(parents=True)
    with werkmap_slot(map_), pytest.raises(WerkmapAlOpen), open_werkmap(venster, voorbeeld=True):
        pass
    assert not (map_ / "tk.db").exists()


def test_the_sample_is_taken_in_when_that_is_chosen(venster: Venster) -> None:
    with open_werkmap(venster, voorbeeld=True) as bediening:
        assert len(bediening.sessie.store.vergaderingen.all()) == 1
        venster.close()


def test_the_window_lives_and_says_how_far_it_is_while_the_sample_is_taken_in(venster: Venster) -> None:
    gezegd: list[str] = []
    venster.statusBar().messageChanged.connect(gezegd.append)
    in_lijst = {venster.start.verder.zin}
    venster.statusBar().messageChanged.connect(lambda _: in_lijst.add(venster.start.verder.zin))
    with open_werkmap(venster, voorbeeld=True):
        assert any(zin.startswith("Stukken lezen: ") for zin in gezegd)
        assert {"De werkmap wordt geopend…", "Het voorbeeld wordt klaargezet…"} <= in_lijst
        assert venster.statusBar().currentMessage() == ""
        venster.close()


def test_who_closes_the_window_while_the_sample_is_taken_in_leaves_nothing_behind(venster: Venster, map_: Path) -> None:
    venster.statusBar().messageChanged.connect(venster.close)
    with pytest.raises(Onderbroken), open_werkmap(venster, voorbeeld=True):
        pass
    assert not map_.exists()


def test_a_folder_that_cannot_be_made_is_told(venster: Venster, map_: Path) -> None:
    map_.parent.write_text("geen map", encoding="utf-8")
    with pytest.raises(NietSchrijfbaar), open_werkmap(venster, voorbeeld=True):
        pass


def test_the_laptop_of_a_bestuurder_gets_a_passphrase_unless_they_say_no(
    venster: Venster, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sleutels, "Kosten", lambda **_: GOEDKOOP)
    mag_beginnen = []

    def vul_in(vraag: EersteStart) -> None:
        vraag.gremium.setText("Bestuurscommissie Waterkant")
        assert not vraag.beschermen.isChecked()
        (bestuurder,) = [knop for knop in vraag.findChildren(QRadioButton) if "Bestuurder" in knop.text()]
        bestuurder.setChecked(True)
        assert vraag.beschermen.isChecked()
        for wachtwoord, weer in (("", ""), ("kort", "kort"), (WACHTWOORD, "anders"), (WACHTWOORD, WACHTWOORD)):
            vraag.wachtwoord.setText(wachtwoord)
            vraag.weer.setText(weer)
            mag_beginnen.append(vraag._begin.isEnabled())
        vraag.accept()

    _bij_de_vraag(vul_in)
    with open_werkmap(venster) as bediening:
        assert bediening.sessie.store.beschermd
    assert mag_beginnen == [False, False, False, True]
    assert is_beschermd(map_)
    assert unlock_werkmap(map_, WACHTWOORD, nu=datetime(2026, 3, 4)).past_op(map_)


def test_a_dialog_that_goes_leaves_the_screen_to_the_others(qtbot: QtBot) -> None:
    for _ in range(3):
        vraag = EersteStart()
        vraag.show()
        del vraag
        gc.collect()
        knop = QPushButton("Daarna")
        qtbot.addWidget(knop)
        assert isValid(scherm_van(knop))
