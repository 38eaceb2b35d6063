"""The builder stands in the window: it follows the meeting, and what was sent is in the log until that is undone."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from tests.bouwers import bewaar, een_gremium, een_opname, een_vergadering
from tests.desktop.venster import druk, toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.sets.afdrukken import Afdrukvenster, Drukwat
from tk_desktop.desktop.sets.set_bediening import Setbediening
from tk_desktop.desktop.sets.set_bouwen import Setbouwer
from tk_desktop.desktop.sets.set_keuze import Gemaakt, Setkeuze, Uitvoer
from tk_desktop.desktop.sets.verzendlijst import Verzendlijst, Verzendvraag
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.bekijken_als import Lezer
from tk_desktop.pack.uitgeven import verzendlijst

NU = datetime(2026, 5, 28, 16, 5)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        yield geopend


@pytest.fixture
def vergadering(bediening: Bediening) -> str:
    """The sample meeting, open."""
    id_ = bediening.sessie.store.vergaderingen.all()[0].id
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
    return id_


@pytest.fixture
def zaken(qtbot: QtBot, bediening: Bediening, vergadering: str) -> Setbediening:
    """The wiring of the builder, by itself, opened on the sample meeting."""
    zaken = Setbediening(bediening.sessie, bediening.venster, nu=lambda: NU)
    qtbot.addWidget(zaken.blad)
    zaken.open(vergadering)
    return zaken


def _bouwer(zaken: Setbediening) -> Setbouwer:
    (bouwer,) = zaken.blad.findChildren(Setbouwer)
    return bouwer


def _bouwer_in_venster(bediening: Bediening) -> Setbouwer:
    return next(kind for kind in bediening.venster.findChildren(Setbouwer) if kind.isVisible())


def test_another_meeting_gets_a_builder_of_its_own_and_the_same_one_keeps_its_builder(
    qtbot: QtBot, bediening: Bediening, zaken: Setbediening, vergadering: str
) -> None:
    eerste = _bouwer(zaken)
    eerste.uitvoer.zet_uitvoer(Uitvoer.ZIP)
    zaken.open(vergadering)
    assert _bouwer(zaken) is eerste
    gremium = een_gremium(id="kade")
    ander = bewaar(
        bediening.sessie.store, een_opname(gremium=gremium, vergadering=een_vergadering(gremium_id=gremium.id))
    )
    with qtbot.waitSignal(eerste.destroyed):
        zaken.open(ander.vergadering.id)
    assert zaken.blad.count() == 1
    assert _bouwer(zaken).keuze.uitvoer is Uitvoer.PDF


def test_what_was_recorded_as_sent_stands_in_the_log_until_that_is_undone(
    qtbot: QtBot, bediening: Bediening, zaken: Setbediening, vergadering: str, tmp_path: Path
) -> None:
    store = bediening.sessie.store
    gemaakt = Gemaakt(keuze=Setkeuze(uitvoer=Uitvoer.ZIP), doel=tmp_path / "stukken.zip", vingerafdruk="ab" * 32)
    _bouwer(zaken).verzonden_gevraagd.emit(gemaakt)
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, Verzendvraag)
    vraag.accept()
    ((uitgave),) = [een.uitgave for een in verzendlijst(store, vergadering)]
    assert (uitgave.bestandsnaam, uitgave.moment.replace(tzinfo=None)) == ("stukken.zip", NU)  # type: ignore[union-attr]
    zaken.toon_verzendlijst()
    lijst = bediening.venster.findChild(Verzendlijst)
    assert lijst is not None
    assert lijst.model.rowCount() == 1
    bediening.sessie.maak_ongedaan()
    assert verzendlijst(store, vergadering) == ()
    assert lijst.model.rowCount() == 0
    lijst.window().close()


def test_the_builder_opens_with_keys_where_one_wants_to_be(
    qtbot: QtBot, bediening: Bediening, vergadering: str, tmp_path: Path
) -> None:
    _all_screens_go_by_one_clock_that_knows_its_offset(bediening)
    _f12_opens_the_builder_at_the_forms_in_which_a_set_is_made(qtbot, bediening, vergadering)
    _ctrl_f11_shows_the_set_as_a_member_gets_it_and_again_in_the_builder(qtbot, bediening, vergadering)
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
    _from_the_builder_one_goes_to_what_is_missing_and_to_the_check(qtbot, bediening, vergadering)
    _printing_in_the_builder_prints_the_set_that_is_shown_and_says_for_whom(qtbot, bediening, vergadering)
    _a_file_that_is_named_without_an_extension_gets_one(qtbot, bediening, tmp_path)


def _f12_opens_the_builder_at_the_forms_in_which_a_set_is_made(
    qtbot: QtBot, bediening: Bediening, vergadering: str
) -> None:
    druk("F12")
    bouwer = _bouwer_in_venster(bediening)
    rondje = QApplication.focusWidget()
    assert isinstance(rondje, QRadioButton)
    assert bouwer.uitvoer.isAncestorOf(rondje)
    assert rondje.text() == Uitvoer.PDF.value


def _ctrl_f11_shows_the_set_as_a_member_gets_it_and_again_in_the_builder(
    qtbot: QtBot, bediening: Bediening, vergadering: str
) -> None:
    druk("Ctrl+F11")
    bouwer = _bouwer_in_venster(bediening)
    eerste = bouwer.bekeken.lezer
    assert eerste.doelgroep is Doelgroep.LID
    assert eerste.lid
    assert bouwer.keuze.lezer.doelgroep is Doelgroep.LEDEN
    bouwer.bekijk_als(bouwer.keuze.lezer)
    bediening.opdrachten.acties["set.bekijken"].trigger()
    assert _bouwer_in_venster(bediening).bekeken.lezer == eerste


def _printing_in_the_builder_prints_the_set_that_is_shown_and_says_for_whom(
    qtbot: QtBot, bediening: Bediening, vergadering: str
) -> None:
    druk("Ctrl+F2")
    _bouwer_in_venster(bediening).bekijk_als(Lezer(Doelgroep.OPENBAAR))
    bediening.opdrachten.acties["set.afdrukken"].trigger()
    venster = QApplication.activeModalWidget()
    assert isinstance(venster, Afdrukvenster)
    assert venster.windowTitle() == "Afdrukken: openbare set"
    assert (venster.wat, venster.keuze.punt) == (Drukwat.SET, "")
    venster.reject()


def _a_file_that_is_named_without_an_extension_gets_one(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    def noem() -> None:
        venster = QApplication.activeModalWidget()
        assert isinstance(venster, QFileDialog)
        assert venster.nameFilters() == ["Zip (*.zip)"]
        venster.findChildren(QLineEdit)[0].setText("Mijn set")
        venster.accept()

    QTimer.singleShot(0, noem)
    gekozen = vraag_bestand(bediening.venster, "Waar komt de set?", tmp_path / "Set.zip", "Zip (*.zip)")
    assert gekozen == tmp_path / "Mijn set.zip"


def _all_screens_go_by_one_clock_that_knows_its_offset(bediening: Bediening) -> None:
    assert bediening.sessie.nu().utcoffset() is not None
    assert Setbediening(bediening.sessie, bediening.venster)._nu == bediening.sessie.nu
    assert bediening.werkblad.nota.nota._nu == bediening.sessie.nu


def test_what_stands_in_the_sets_of_a_body_is_remembered(
    qtbot: QtBot, bediening: Bediening, zaken: Setbediening, vergadering: str
) -> None:
    paneel = _bouwer(zaken).uitvoer
    paneel._vinkjes["bladnummers"].click()
    paneel._vinkjes["schutbladen"].click()
    gekozen = paneel.vinkjes
    ander = Setbediening(bediening.sessie, bediening.venster, nu=lambda: NU)
    qtbot.addWidget(ander.blad)
    ander.open(vergadering)
    assert _bouwer(ander).uitvoer.vinkjes == gekozen
    assert not _bouwer(ander).keuze.keuze.bladnummers


def _from_the_builder_one_goes_to_what_is_missing_and_to_the_check(
    qtbot: QtBot, bediening: Bediening, vergadering: str
) -> None:
    qtbot.waitUntil(lambda: bediening.werkblad.controle.telling.startswith("Controle: 7 fouten"), timeout=20_000)
    druk("Ctrl+F2")
    bouwer = _bouwer_in_venster(bediening)
    bouwer.voet.naar_stuk.click()
    opname = bediening.sessie.store.opname(vergadering)
    assert bediening.adres.scherm is Scherm.VERGADERINGEN
    assert str(opname.nummers[bediening.adres.punt]) == "3"
    druk("Ctrl+F2")
    _bouwer_in_venster(bediening).controle_gevraagd.emit()
    assert bediening.adres.scherm is Scherm.VERGADERINGEN
    assert QApplication.focusWidget() is bediening.werkblad.controle.tabel
