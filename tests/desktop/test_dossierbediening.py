"""Dossiers in the window: closed and reopened, files looked at, and everything taken along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tests.notenbouwers import een_aantekening
from tk_desktop.base.account import account
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.planning.dossiervak import Dossiervak
from tk_desktop.desktop.planning.nakijkvak import Nakijkvak
from tk_desktop.desktop.planning.termijnvraag import Termijnvraag
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.desktop.session.terugregel import Terugregel
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.vergadering import Status
from tk_desktop.minutes.dossiers import dossier_of
from tk_desktop.minutes.fixiteit import check_files
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with toon_venster(qtbot, werkmap) as geopend:
        geopend.sessie.voorkeuren.naam = "Roos van Dalen"
        yield geopend
        for venster in QApplication.topLevelWidgets():
            if isinstance(venster, QWidget) and venster is not geopend.venster and venster.isVisible():
                venster.close()


def _dossier(bediening: Bediening) -> tuple[str, Dossiervak]:
    id_ = bediening.sessie.store.vergaderingen.all()[0].id
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
    bediening.opdrachten.acties["dossier.openen"].trigger()
    (vak,) = bediening.venster.findChildren(Dossiervak)
    return id_, vak


def _regels(vak: Dossiervak) -> list[str]:
    return [vak.lijst.item(rang).text() for rang in range(vak.lijst.count())]


def test_a_dossier_that_cannot_be_closed_tells_every_reason(bediening: Bediening) -> None:
    _, vak = _dossier(bediening)
    assert not vak.knop.isEnabled()
    assert "✗ Het verslag is niet vastgesteld." in _regels(vak)
    assert vak.bewaren.text().startswith("Bewaartermijn: bewaren (")


def test_a_dossier_is_closed_and_opened_again_with_a_reason(bediening: Bediening) -> None:
    store = bediening.sessie.store
    id_ = store.vergaderingen.all()[0].id
    store.vergaderingen.save(replace(store.vergaderingen.get(id_), status=Status.GEANNULEERD))
    _, vak = _dossier(bediening)
    vak.knop.click()
    assert vak.stand.text().endswith("wat erbij hoort, verandert niet meer.")
    assert dossier_of(store, id_).regels[0].wie == "Roos van Dalen"
    vak.knop.click()
    (vraag,) = bediening.venster.findChildren(RedenVraag)
    vraag.reden.setText("Er ontbrak een blad.")
    vraag.accept()
    vraag.gegeven.emit("", "Er ontbrak een blad.")
    assert vak.stand.text().endswith("is open.")
    assert _regels(vak)[-1].endswith("door Roos van Dalen: Er ontbrak een blad.")
    bediening.sessie.voorkeuren.naam = ""
    vak.knop.click()
    assert dossier_of(store, id_).regels[-1].wie == account() != "", "who gave no name is known by the account"


def test_how_long_a_dossier_is_kept_is_changed_and_undone(bediening: Bediening) -> None:
    id_, vak = _dossier(bediening)
    gewoon = vak.bewaren.text()
    vak.termijn.click()
    (vraag,) = bediening.venster.findChildren(Termijnvraag)
    assert not vraag.jaren.isEnabled()
    vraag.waardering.setCurrentIndex(vraag.waardering.findData("vernietigen"))
    assert (vraag.jaren.minimum(), vraag.jaren.value(), vraag.leg_vast.isEnabled()) == (1, 5, False)
    vraag.jaren.setValue(7)
    vraag.reden.setText("Besluit van het dagelijks bestuur")
    next(een for een in vraag.findChildren(QPushButton) if een.text() == "Vastleggen").click()
    assert "vernietigen, 7 jaar na het sluiten" in vak.bewaren.text()
    assert "Besluit van het dagelijks bestuur" in vak.bewaren.text()
    assert dossier_of(bediening.sessie.store, id_).termijn == 7
    bediening.sessie.maak_ongedaan()
    assert vak.bewaren.text() == gewoon


def _nakijken(bediening: Bediening) -> Nakijkvak:
    bediening.opdrachten.acties["werkmap.nakijken"].trigger()
    (vak,) = bediening.venster.findChildren(Nakijkvak)
    return vak


def test_files_are_looked_at_and_the_last_time_is_shown(qtbot: QtBot, bediening: Bediening) -> None:
    vak = _nakijken(bediening)
    assert vak.stand.text().startswith("De bestanden zijn hier nog niet nagekeken.")
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000) as gemeld:
        vak.knop.click()
    assert str(gemeld.args[0]).endswith("nagekeken, alles klopt.")
    assert vak.stand.text().startswith(str(gemeld.args[0]))
    assert vak.lijst.isHidden(), "what was told already is not told twice"
    bediening.sessie.maak_ongedaan()
    assert vak.stand.text().startswith(str(gemeld.args[0])), "that files were looked at is not undone"
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000):
        vak.knop.click()
    assert [vak.lijst.item(nr).text() for nr in range(vak.lijst.count())] == [str(gemeld.args[0])]
    (rolvak,) = vak.findChildren(Rolvak)
    qtbot.waitUntil(lambda: rolvak.verticalScrollBar().maximum() == 0)


def test_who_opens_the_window_is_told_when_that_was_over_a_year_ago(qtbot: QtBot, bediening: Bediening) -> None:
    with qtbot.assertNotEmitted(bediening.sessie.gemeld):
        bediening.plan.dossier.begin()
    check_files(bediening.sessie.store, bediening.sessie.nu() - timedelta(days=400))
    with qtbot.waitSignal(bediening.sessie.gemeld) as gemeld:
        bediening.plan.dossier.begin()
    assert "langer dan een jaar" in str(gemeld.args[0])


def test_everything_is_taken_along_once_what_is_besloten_may_be_read(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    bediening.plan.dossier.kies = lambda *_: tmp_path / "alles"
    vak = _nakijken(bediening)
    assert not vak.mee.isEnabled()
    vak.mag.setChecked(True)
    (tmp_path / "alles").mkdir()
    (tmp_path / "alles" / "van een ander").touch()
    with qtbot.waitSignal(bediening.sessie.balk.gezegd, timeout=60_000):
        vak.mee.click()
    (tmp_path / "alles" / "van een ander").unlink()
    with qtbot.waitSignals([bediening.sessie.bezig, bediening.sessie.gemeld], timeout=60_000):
        vak.mee.click()
    (regel,) = vak.window().findChildren(Terugregel)
    assert regel.tekst.startswith("Alles staat in de map")
    assert bediening.sessie.balk.tekst == "", "what was refused before is not told beside it"
    assert (tmp_path / "alles" / "uitgang.json").is_file()
    assert [een.reden for een in bediening.sessie.store.inzagen.all()] == ["alles meegenomen"]


def test_own_notes_go_along_when_asked_and_a_new_werkmap_is_made_of_the_folder(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    store, lezer = bediening.sessie.store, bediening.sessie.voorkeuren.lezer
    vergadering = store.vergaderingen.all()[0].id
    for wie in (lezer, "Wies Aalders"):
        store.aantekeningen.save(
            een_aantekening(vergadering_id=vergadering, agendapunt_id=None, papier="agenda", eigenaar=wie, tekst=wie)
        )
    mappen = iter((tmp_path / "alles", tmp_path / "alles", tmp_path / "nieuw"))
    bediening.plan.dossier.kies = lambda *_: next(mappen)
    vak = _nakijken(bediening)
    vak.mag.setChecked(True)
    vak.noten.setChecked(True)
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000) as gemeld:
        vak.mee.click()
    assert str(gemeld.args[0]).endswith("1 aantekening gaat mee.")
    with qtbot.waitSignal(bediening.sessie.gemeld, timeout=60_000) as gemeld:
        vak.inname.click()
    assert str(gemeld.args[0]).startswith("De nieuwe werkmap staat in ‘nieuw’.")
    assert str(gemeld.args[0]).endswith("Er staat in wat besloten is: zet er een wachtwoord op.")
    with Store.open(tmp_path / "nieuw") as nieuw:
        assert [een.tekst for een in nieuw.aantekeningen.all()] == [lezer]
        assert nieuw.vergaderingen.all() == store.vergaderingen.all()
