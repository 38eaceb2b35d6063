"""Keeping or destroying own notes in the window: told first, never without a press, and never back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.venster import druk, open_venster, toon_venster, typ
from tests.dossierbouwers import laat_achter
from tk_desktop.desktop.reader.bewaarscherm import NIETS, Bewaarscherm
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.bewaring import Bewaarkeuze
from tk_desktop.reading.aantekeningen import add_puntnotitie
from tk_desktop.reading.bewaring import set_bewaarkeuze, set_vaststelling
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
VASTGESTELD = date(2026, 6, 30)
DAARNA = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)


def _notities(store: Store, map_: Path) -> None:
    lezer = Voorkeuren(map_).lezer
    punten = store.agendapunten.van_vergadering(store.vergaderingen.all()[0].id)
    for punt in punten[:3]:
        add_puntnotitie(store, punt.id, "Zwanenzang", eigenaar=lezer, moment=NU)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path, store: Store) -> Iterator[Bediening]:
    _notities(store, werkmap)
    with toon_venster(qtbot, werkmap) as geopend:
        geopend.sessie.nu = lambda: DAARNA
        yield geopend


@pytest.fixture
def scherm(bediening: Bediening) -> Bewaarscherm:
    bediening.opdrachten.acties["notitie.bewaren"].trigger()
    venster = QApplication.activeModalWidget()
    assert venster is not None
    gevonden = venster.findChild(Bewaarscherm)
    assert gevonden is not None
    return gevonden


def _kies_vernietigen(scherm: Bewaarscherm) -> None:
    (veld,) = scherm.keuzes.values()
    veld.setCurrentIndex(1)
    veld.activated.emit(1)


def _cellen(scherm: Bewaarscherm) -> list[str]:
    rij = scherm.lijst.topLevelItem(0)
    assert rij is not None
    return [rij.text(kolom) for kolom in range(4)]


def test_notes_are_kept_and_the_button_waits(scherm: Bewaarscherm) -> None:
    assert _cellen(scherm)[1:] == ["3 aantekeningen", "nog niet bekend", "blijft bewaard"]
    assert scherm.aankondiging.text() == NIETS
    assert not scherm.knop.isEnabled()
    assert not scherm.begrepen.isEnabled()
    assert naamloos(scherm) == []


def test_choice_and_day_are_kept_at_once_and_undone(bediening: Bediening, scherm: Bewaarscherm) -> None:
    _kies_vernietigen(scherm)
    scherm.dag.regel.setFocus()
    scherm.dag.regel.setText("30 juni 2026")
    scherm.dag.regel.textEdited.emit("30 juni 2026")
    druk("Return", scherm.dag.regel)
    assert _cellen(scherm)[2:] == ["30-6-2026 (door u ingevuld)", "nu te vernietigen"]
    assert scherm.aankondiging.text() == ("3 aantekeningen bij 1 vergadering staan klaar om te worden vernietigd.")
    bediening.sessie.maak_ongedaan()
    assert _cellen(scherm)[3] == "nadat het verslag is vastgesteld"
    bediening.sessie.maak_ongedaan()
    assert _cellen(scherm)[3] == "blijft bewaard"


def test_what_is_destroyed_was_counted_and_agreed_to_and_is_not_undone(
    qtbot: QtBot, bediening: Bediening, scherm: Bewaarscherm
) -> None:
    store, lezer = bediening.sessie.store, bediening.sessie.voorkeuren.lezer
    _kies_vernietigen(scherm)
    scherm.dag.regel.setFocus()
    typ("30 juni 2026")
    druk("Tab", scherm.dag.regel)
    assert store.vaststellingen.van(lezer) != {}
    assert not scherm.knop.isEnabled()
    assert scherm.begrepen.hasFocus(), "what the day makes possible is the next stop of Tab"
    druk("Space", scherm.begrepen)
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=30_000) as gemeld:
        scherm.knop.click()
    assert gemeld.args is not None
    assert gemeld.args[0] == "Vernietigd: 3 aantekeningen."
    assert store.aantekeningen.all() == ()
    assert scherm.lijst.topLevelItemCount() == 0
    assert scherm.isEnabled()
    assert bediening.sessie.geschiedenis.terug is None
    assert b"zwanenzang" not in (store.map / "tk.db").read_bytes().lower()


def test_what_will_be_destroyed_is_told_when_the_window_opens(qtbot: QtBot, werkmap: Path, store: Store) -> None:
    _notities(store, werkmap)
    lezer, vergadering = Voorkeuren(werkmap).lezer, store.vergaderingen.all()[0]
    set_bewaarkeuze(store, vergadering.gremium_id, Bewaarkeuze.VERNIETIGEN, eigenaar=lezer)
    set_vaststelling(store, vergadering.id, date(2096, 6, 30), eigenaar=lezer)
    with (
        open_venster(qtbot, werkmap) as geopend,
        qtbot.waitSignal(geopend.sessie.gemeld, timeout=30_000) as gemeld,
    ):
        geopend.notitiezaken.begin()
    assert gemeld.args is not None
    assert gemeld.args[0] == (
        "3 aantekeningen bij 1 vergadering worden vernietigd op 14 juli 2096. Zie Aantekening › Bewaren of vernietigen."
    )


def test_escape_closes_and_nothing_happens(bediening: Bediening, scherm: Bewaarscherm) -> None:
    venster = scherm.window()
    assert all(not knop.isDefault() for knop in venster.findChildren(QPushButton))
    druk("Escape", venster)
    assert not venster.isVisible()
    assert len(bediening.sessie.store.aantekeningen.all()) == 3
    bediening.sessie.veranderd.emit()


def test_what_stayed_of_a_meeting_that_is_gone_is_read_kept_and_let_go(qtbot: QtBot, tmp_path: Path) -> None:
    map_, doel = laat_achter(tmp_path, "Kwikstaart"), tmp_path / "van mij.txt"
    with toon_venster(qtbot, map_) as bediening:
        bewaring = bediening.notitiezaken.bewaring
        with qtbot.waitSignal(bediening.sessie.gemeld, timeout=30_000) as gemeld:
            bewaring.kondig_aan()
        assert gemeld.args is not None
        assert gemeld.args[0] == (
            "Bij vergaderingen die weg zijn, bleef van u: 1 aantekening en 1 bladwijzer. Zie Aantekening › Bewaren of "
            "vernietigen."
        )
        bewaring.bewaar = lambda *_: doel
        scherm = bewaring.open()
        vak = scherm.achterblijvers
        assert vak.isVisible()
        assert "Kwikstaart" in vak.woorden.toPlainText()
        assert not vak.knop_weg.isEnabled()
        assert naamloos(scherm) == []
        with qtbot.waitSignal(bediening.sessie.gemeld, timeout=30_000):
            vak.knop_bewaren.click()
        assert "Kwikstaart" in doel.read_text(encoding="utf-8")
        vak.begrepen.setChecked(True)
        with qtbot.waitSignal(bediening.sessie.gemeld, timeout=30_000) as gemeld:
            vak.knop_weg.click()
        assert gemeld.args is not None
        assert gemeld.args[0] == "Vernietigd: 1 aantekening en 1 bladwijzer."
        assert not vak.isVisible()
        scherm.window().close()
    assert b"Kwikstaart" not in (map_ / "tk.db").read_bytes()
