"""Dossiers are destroyed in the window: decided first, then done for good, with the papers of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.bouwers import bewaar_bytes, een_agendapunt, een_stuk, een_stukversie, een_vergadering
from tests.desktop.venster import toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.planning.vernietigbediening import Vernietigbediening
from tk_desktop.desktop.planning.vernietigvak import NIETS, Vernietigvak
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.dossier import Dossierregel, Dossierstap, Waardering
from tk_desktop.minutes.dossiers import choose_retention, dossier_of, reopen_dossier
from tk_desktop.store.werkmap import Store

OP = date(2026, 5, 20)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        geopend.sessie.voorkeuren.naam = "Roos van Dalen"
        yield geopend


def _ook_oud(store: Store, id_: str) -> None:
    """Keep another closed dossier of which the term is over."""
    gremium = store.gremia.all()[0].id
    store.vergaderingen.save(een_vergadering(id=id_, gremium_id=gremium, datum=date(2018, 3, 11)))
    choose_retention(store, id_, waardering=Waardering.VERNIETIGEN, termijn=5, toelichting="Besluit van 2017")
    stap = Dossierregel(id=f"stap-{id_}", volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2018, 9, 1))
    store.dossiers.save(replace(dossier_of(store, id_), regels=(stap,)))


def _oud(store: Store) -> str:
    """Keep a closed dossier of 2019 of which the term is over, with one paper; return the sum of its file."""
    gremium = store.gremia.all()[0].id
    store.vergaderingen.save(een_vergadering(id="oud", gremium_id=gremium, datum=date(2019, 3, 11)))
    store.agendapunten.save(een_agendapunt(id="oud-punt", vergadering_id="oud"))
    store.stukken.save(een_stuk(id="oud-stuk", vergadering_id="oud", agendapunt_id="oud-punt"))
    som = bewaar_bytes(store, b"gaat weg")
    store.versies.save(een_stukversie(id="a", stuk_id="oud-stuk", sha256=som))
    choose_retention(store, "oud", waardering=Waardering.VERNIETIGEN, termijn=5, toelichting="Besluit van 2018")
    stap = Dossierregel(id="s", volgorde="i", stap=Dossierstap.GESLOTEN, datum=date(2019, 9, 1))
    store.dossiers.save(replace(dossier_of(store, "oud"), regels=(stap,)))
    return som


def _vak(bediening: Bediening, map_: Path) -> Vernietigvak:
    kant = Vernietigbediening(bediening.sessie, bediening.venster, lambda: OP, kies=lambda *_: map_ / "papier.pdf")
    return kant.toon()


def _vink(vak: Vernietigvak, id_: str) -> None:
    for nr in range(vak.mag.count()):
        if vak.mag.item(nr).data(Qt.ItemDataRole.UserRole) == id_:
            vak.mag.item(nr).setCheckState(Qt.CheckState.Checked)


def _besloten(bediening: Bediening, map_: Path) -> Vernietigvak:
    vak = _vak(bediening, map_)
    vak.door.setText("het dagelijks bestuur")
    assert not vak.leg_vast.isEnabled()
    _vink(vak, "oud")
    vak.leg_vast.click()
    return vak


def test_a_dossier_goes_for_good_after_a_decision_and_a_tick(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    store = bediening.sessie.store
    som = _oud(store)
    vak = _besloten(bediening, tmp_path)
    assert (store.vergaderingen.get("oud").id, vak.mag.count()) == ("oud", 0)
    assert not vak.doe.isEnabled()
    vak.begrepen.setChecked(True)
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000) as gemeld:
        vak.doe.click()
    assert str(gemeld.args[0]).startswith("Vernietigd: 1 dossier met 1 bestand.")
    assert "oud" not in {een.id for een in store.vergaderingen.all()}
    assert not store.bestanden.plek(som).exists()
    (gedaan,) = store.vernietigingen.all()
    assert (gedaan.uitgevoerd_op, gedaan.uitgevoerd_door) == (OP, "Roos van Dalen")
    assert not vak.doe.isEnabled()
    assert QApplication.focusWidget() is vak.papier, "the statement is what is to be done now"
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000):
        vak.papier.click()
    assert (tmp_path / "papier.pdf").read_bytes().startswith(b"%PDF")


def test_a_dossier_that_is_on_the_screen_goes_too(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    _oud(bediening.sessie.store)
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering="oud"))
    vak = _besloten(bediening, tmp_path)
    vak.begrepen.setChecked(True)
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000):
        vak.doe.click()
    assert "oud" not in {een.id for een in bediening.sessie.store.vergaderingen.all()}
    assert bediening.adres.scherm is Scherm.START


def test_who_closes_the_screen_while_it_runs_hears_that_it_was_done(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    _oud(bediening.sessie.store)
    vak = _besloten(bediening, tmp_path)
    vak.begrepen.setChecked(True)
    dialoog = vak.window()
    assert isinstance(dialoog, QDialog)
    with qtbot.waitSignals([bediening.sessie.veranderd, bediening.sessie.gemeld], timeout=60_000):
        vak.doe.click()
        dialoog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(vak)
    assert "oud" not in {een.id for een in bediening.sessie.store.vergaderingen.all()}


def test_who_closes_the_screen_while_it_runs_hears_why_nothing_was_done(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    _oud(bediening.sessie.store)
    vak = _besloten(bediening, tmp_path)
    reopen_dossier(bediening.sessie.store, "oud", op=OP, reden="Er ontbrak een blad.")
    vak.begrepen.setChecked(True)
    dialoog = vak.window()
    assert isinstance(dialoog, QDialog)
    vak.doe.click()
    dialoog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(bediening.sessie.balk.isVisible)


def test_a_dossier_is_ticked_by_who_decides_and_a_tick_stays_until_the_decision(
    bediening: Bediening, tmp_path: Path
) -> None:
    store = bediening.sessie.store
    _oud(store)
    _ook_oud(store, "ouder")
    vak = _vak(bediening, tmp_path)
    vak.door.setText("het dagelijks bestuur")
    assert not vak.leg_vast.isEnabled()
    _vink(vak, "ouder")
    _ook_oud(store, "nieuw")
    bediening.sessie.veranderd.emit()
    assert vak.leg_vast.isEnabled()
    vak.leg_vast.click()
    (besluit,) = store.vernietigingen.all()
    assert [regel.vergadering for regel in besluit.regels] == ["ouder"]
    assert (vak.mag.count(), vak.leg_vast.isEnabled()) == (2, False)
    _vink(vak, "nieuw")
    vak.leg_vast.click()
    assert vak.besluiten.currentItem().data(Qt.ItemDataRole.UserRole) != besluit.id, "what was decided just now"
    vak.besluiten.setCurrentRow(1 - vak.besluiten.currentRow())
    bediening.sessie.veranderd.emit()
    assert vak.besluiten.currentItem().data(Qt.ItemDataRole.UserRole) == besluit.id, "what was chosen stays chosen"


def test_what_may_not_go_any_more_is_refused_in_the_screen(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    _oud(bediening.sessie.store)
    vak = _besloten(bediening, tmp_path)
    reopen_dossier(bediening.sessie.store, "oud", op=OP, reden="Er ontbrak een blad.")
    vak.begrepen.setChecked(True)
    vak.doe.click()
    qtbot.waitUntil(vak.weigering.isVisible)
    assert "Er is niets vernietigd." in vak.weigering.text()
    assert bediening.sessie.store.vergaderingen.get("oud").id == "oud"


def test_the_list_is_written_and_nothing_to_destroy_is_said(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    vak = _vak(bediening, tmp_path)
    assert (vak.geen.text(), vak.geen.isVisible(), vak.bewaar.isEnabled()) == (NIETS, True, False)
    _oud(bediening.sessie.store)
    bediening.sessie.veranderd.emit()
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000):
        vak.bewaar.click()
    assert (tmp_path / "papier.pdf").read_bytes().startswith(b"%PDF")
