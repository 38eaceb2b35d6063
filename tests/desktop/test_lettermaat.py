"""Letters that grow and shrink again leave the window as it was."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.lezend import wacht_op
from tests.desktop.venster import druk, toon_venster
from tk_desktop.desktop.agenda.agenda_model import AgendaModel
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.reader.leesdelen import Leesdelen
from tk_desktop.desktop.shell.bediening import Bediening


def _delen(bediening: Bediening) -> Leesdelen:
    return bediening.lezer.bediening().scherm.delen


def test_the_window_is_as_it_was_after_large_letters(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        _the_panes_of_the_reader_are_as_wide_as_they_were_after_large_letters(qtbot, bediening, 1366)
        _the_checklist_is_as_high_as_it_was_after_large_letters(qtbot, bediening)
        _the_panes_of_the_reader_are_as_wide_as_they_were_after_large_letters(qtbot, bediening, 1920)
        for procent in (100, 300):
            _signs_of_the_workspace_are_as_large_as_its_letters(qtbot, bediening, procent)


def _the_panes_of_the_reader_are_as_wide_as_they_were_after_large_letters(
    qtbot: QtBot, bediening: Bediening, breed: int
) -> None:
    bediening.venster.resize(breed, 1000)
    vergadering = bediening.sessie.store.vergaderingen.all()[0].id
    bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk="stuk-2a"))
    wacht_op(qtbot, bediening, "stuk-2a")
    eerst, klein = _delen(bediening).sizes(), bediening.venster.minimumSizeHint()
    bladen = eerst[1]
    assert bladen >= 0.44 * sum(eerst)
    bediening.venster.schaal_op(200)
    druk("Ctrl+1")
    bediening.venster.schaal_op(100)
    bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk="stuk-2a"))
    qtbot.waitUntil(lambda: _delen(bediening).sizes() == eerst)
    nu = bediening.venster.minimumSizeHint()
    assert (nu.width() <= klein.width(), nu.height() <= klein.height()) == (True, True)


def _the_checklist_is_as_high_as_it_was_after_large_letters(qtbot: QtBot, bediening: Bediening) -> None:
    bediening.venster.resize(1366, 768)
    vergadering = bediening.sessie.store.vergaderingen.all()[0].id
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
    lijst = bediening.werkblad.blad.controle
    qtbot.waitUntil(lambda: lijst.height() > lijst.hoogte_voor(4))
    eerst = lijst.height()
    bediening.venster.schaal_op(300)
    qtbot.waitUntil(lambda: lijst.height() < eerst)
    bediening.venster.schaal_op(100)
    qtbot.waitUntil(lambda: lijst.height() == eerst)


def test_no_large_letters_of_before_keep_the_window_large(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        bediening.venster.schaal_op(200)
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        for adres in (
            Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering),
            Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk="stuk-2a"),
            Adres(scherm=Scherm.ACTIES),
            Adres(scherm=Scherm.BESLUITEN),
        ):
            bediening.ga_naar(adres)
        bediening.venster.schaal_op(100)
        qtbot.waitUntil(lambda: bediening.venster.minimumSizeHint().width() <= 683)
        assert bediening.venster.minimumSizeHint().height() <= 384


def _signs_of_the_workspace_are_as_large_as_its_letters(qtbot: QtBot, bediening: Bediening, procent: int) -> None:
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering="vergadering-2026-06-04"))
    bediening.venster.schaal_op(procent)
    letters = bediening.venster.fontMetrics()
    kop, balk = bediening.werkblad.lijst.header(), bediening.werkblad.nota.nota.editor.hoofd.balk
    bediening.werkblad.lijst.agenda.toon_krap(krap=True)
    bediening.werkblad.lijst.setColumnHidden(AgendaModel.STUKKEN, False)
    assert kop.sectionSizeHint(AgendaModel.STUKKEN) >= letters.height()
    balk.ensurePolished()
    assert balk.iconSize().height() >= letters.height()
    assert bediening.werkblad.lijst.indentation() >= letters.averageCharWidth() * 2
