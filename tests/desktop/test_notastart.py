"""Beginning a nota from the library: searched by typing, with a star and the real page."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.nota.notakeuze import Notakeuze
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.naamvraag import NaamVraag
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.sjabloon import Startsoort


def _op(bediening: Bediening, nummer: str) -> None:
    id_ = bediening.sessie.store.vergaderingen.all()[0].id
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_))
    opname = bediening.werkblad.opname()
    bediening.werkblad.lijst.kies(next(id_ for id_, een in opname.nummers.items() if str(een) == nummer))


def _open(bediening: Bediening) -> Notakeuze:
    bediening.opdrachten.acties["nota.nieuw"].trigger()
    keuze = QApplication.activeModalWidget()
    assert isinstance(keuze, Notakeuze)
    return keuze


def test_a_nota_becomes_a_template_that_the_next_one_begins_with(qtbot: QtBot, qapp: object, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        _op(bediening, "2a")
        bediening.opdrachten.acties["nota.sjabloon"].trigger()
        vraag = QApplication.activeModalWidget()
        assert isinstance(vraag, NaamVraag)
        assert vraag.naam.text() == "Projectplan Fit de klas in 2026-2029"
        vraag.naam.setText("Projectplan")
        druk("Return", vraag.naam)
        _op(bediening, "6")
        keuze = _open(bediening)
        keuze.zoek.setText("projectplan sjabloon")
        assert keuze.regels() == ["☆ Projectplan"]
        assert keuze.weg.isVisible()
        druk("Return", keuze.zoek)
        werkblad = bediening.werkblad
        nieuw = werkblad.opname().notas[werkblad.nota.stuk_id]
        assert nieuw.voorstel
        assert werkblad.blad.tabs.currentWidget() is werkblad.nota.blad


def test_a_star_by_key_or_click_puts_a_choice_first_and_is_undone_there(
    qtbot: QtBot, qapp: object, werkmap: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        _op(bediening, "6")
        keuze = _open(bediening)
        assert keuze.regels()[0] == "☆ Adviesnota"
        qtbot.waitUntil(keuze.zoek.hasFocus)
        typ("opin")
        assert keuze.regels()[0] == "☆ Opiniërende nota"
        druk("Ctrl+D", keuze.zoek)
        keuze.zoek.clear()
        assert keuze.regels()[:2] == ["★ Opiniërende nota", "☆ Adviesnota"]
        regel = keuze.lijst.topLevelItem(1)
        assert regel is not None
        keuze.lijst.setCurrentItem(regel)
        keuze.lijst.itemClicked.emit(regel, 0)
        assert keuze.regels()[:2] == ["★ Adviesnota", "★ Opiniërende nota"]
        druk("Ctrl+Z", keuze)
        assert keuze.regels()[:2] == ["★ Opiniërende nota", "☆ Adviesnota"]
        assert len(bediening.sessie.store.favorieten.all()) == 1
        druk("Escape", keuze)


def test_the_real_page_of_a_choice_stands_beside_it(qtbot: QtBot, qapp: object, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        _op(bediening, "6")
        keuze = _open(bediening)
        bladen = keuze.findChild(Bladenweergave)
        assert isinstance(bladen, Bladenweergave)
        qtbot.waitUntil(lambda: bladen.aantal > 0, timeout=30_000)
        een = bladen.aantal
        keuze.zoek.setText("2a projectplan")
        start = keuze.huidig()
        assert start is not None
        assert start.soort is Startsoort.NOTA
        qtbot.waitUntil(lambda: bladen.aantal != een, timeout=30_000)
        druk("Escape", keuze)
