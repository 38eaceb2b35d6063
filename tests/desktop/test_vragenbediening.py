"""Questions to the secretariat in the window: the reader puts one, the secretaris answers, the reader sees it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.lezend import wacht_op
from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.reader.vragenscherm import Vragenscherm
from tk_desktop.desktop.session.voorkeuren import Rol, Voorkeuren
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.aantekening import Anker, Soort, Zicht
from tk_desktop.reading.aantekeningen import Leesplek, add_aantekening, share_aantekeningen
from tk_desktop.store.werkmap import Store

NU = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def bediening(qtbot: QtBot, werkmap: Path, store: Store) -> Iterator[Bediening]:
    plek = Leesplek(vergadering_id=store.vergaderingen.all()[0].id, papier="stuk-2a")
    for moment, wie, tekst, zicht in (
        (NU, Voorkeuren(werkmap).lezer, "Wie betaalt dit na 2027?", Zicht.PRIVE),
        (NU + timedelta(hours=1), "Wies Aalders", "Waarom geen proef?", Zicht.ALLEN),
    ):
        anker = Anker(versie="a" * 64, pagina=2, citaat="drie schooljaren")
        een = add_aantekening(store, plek, anker, Soort.VRAAG, eigenaar=wie, moment=moment, tekst=tekst)
        share_aantekeningen(store, [een.id], zicht, NU)
    with toon_venster(qtbot, werkmap) as geopend:
        yield geopend


def _open(qtbot: QtBot, bediening: Bediening, rol: Rol) -> Vragenscherm:
    bediening.vensterzaken.richt_in(rol)
    bediening.opdrachten.acties["notitie.vragen"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    venster = QApplication.activeModalWidget()
    assert venster is not None
    scherm = venster.findChild(Vragenscherm)
    assert scherm is not None
    return scherm


def _regels(scherm: Vragenscherm) -> list[tuple[str, str]]:
    rijen = [scherm.lijst.topLevelItem(nummer) for nummer in range(scherm.lijst.topLevelItemCount())]
    return [(rij.text(0), rij.text(1)) for rij in rijen if rij is not None]


def test_the_secretaris_sees_what_was_put_and_answers_it(qtbot: QtBot, bediening: Bediening) -> None:
    scherm = _open(qtbot, bediening, Rol.SECRETARIS)
    assert _regels(scherm)[1:] == [("wacht op antwoord", "Waarom geen proef?")]
    assert _regels(scherm)[0][0] == "nog niet gesteld"  # the secretaris reads under the same name here
    druk("Down", scherm.lijst)
    assert naamloos(scherm) == []
    scherm.antwoord.setFocus()
    qtbot.waitUntil(scherm.antwoord.hasFocus)
    typ("Die liep al in 2024.")
    scherm.leg_vast()
    (een,) = [een for een in bediening.sessie.store.aantekeningen.all() if een.antwoord]
    assert (een.eigenaar, een.antwoord) == ("Wies Aalders", "Die liep al in 2024.")
    assert _regels(scherm)[1:] == [("beantwoord", "Waarom geen proef?")]
    bediening.sessie.maak_ongedaan()
    assert _regels(scherm)[1:] == [("wacht op antwoord", "Waarom geen proef?")]


def test_a_reader_puts_a_question_and_reads_the_answer_to_it(qtbot: QtBot, bediening: Bediening) -> None:
    scherm = _open(qtbot, bediening, Rol.BESTUURDER)
    assert scherm.antwoord.isReadOnly()
    assert _regels(scherm) == [
        ("nog niet gesteld", "Wie betaalt dit na 2027?"),
        ("wacht op antwoord", "Waarom geen proef?"),
    ]
    scherm.knop_stel.click()
    assert _regels(scherm)[0] == ("wacht op antwoord", "Wie betaalt dit na 2027?")
    assert not scherm.knop_stel.isEnabled()


def test_a_question_is_read_where_it_was_asked(qtbot: QtBot, bediening: Bediening) -> None:
    scherm = _open(qtbot, bediening, Rol.BESTUURDER)
    druk("Return", scherm.lijst)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    wacht_op(qtbot, bediening, "stuk-2a", 2)
    gekozen = bediening.lezer.bediening().notities.gekozen
    assert gekozen is not None
    assert gekozen.tekst == "Wie betaalt dit na 2027?"


def test_what_waits_for_an_answer_stands_on_the_start_screen_of_the_secretaris(
    qtbot: QtBot, bediening: Bediening
) -> None:
    bediening.vensterzaken.richt_in(Rol.SECRETARIS)
    bediening.ga_naar(Adres(scherm=Scherm.START))
    start = bediening.venster.start
    qtbot.waitUntil(lambda: bool(start.wacht.regels))
    vraag = start.wacht.regels[0]
    assert vraag.teksten[0] == "Vraag van Wies Aalders: Waarom geen proef?"
    bediening.ga_naar(vraag.adres)
    gekozen = bediening.lezer.bediening().notities.gekozen
    assert gekozen is not None
    assert gekozen.tekst == "Waarom geen proef?"
    bediening.vensterzaken.richt_in(Rol.BESTUURDER)
    bediening.ga_naar(Adres(scherm=Scherm.START))
    qtbot.waitUntil(lambda: "Vraag" not in "".join(regel.teksten[0] for regel in start.wacht.regels))
