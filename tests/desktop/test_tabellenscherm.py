"""The tables of a paper in the window: read when asked, looked at, taken over in one step that can be undone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.intake.test_cijferblad import KOPPEN, RIJEN, een_blad
from tests.paper.sample_pdfs import a_pdf
from tk_desktop.desktop.agenda import tabellenbediening
from tk_desktop.desktop.agenda.tabellenbediening import Tabellenbediening
from tk_desktop.desktop.agenda.tabellenscherm import Tabellenscherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.paper.cache import Bladcache
from tk_desktop.store.werkmap import Store

BIJLAGE = "stuk-2a-bijlage-1"


@pytest.fixture
def sessie(store: Store, jobs: Jobs, qtbot: QtBot) -> Sessie:
    balk = Meldbalk()
    qtbot.addWidget(balk)
    return Sessie(store, jobs, balk, Voorkeuren(store.map))


def _met_cijfers(sessie: Sessie, map_: Path) -> None:
    """Give a bijlage a file with a table of which one column does not add up."""
    rijen = (*KOPPEN, *RIJEN[:2], ("Roeiboten", "€ 9.000", "€ 9.000", "€ 500"), RIJEN[3])
    bron = een_blad(map_ / "Cijfers.pdf", [rijen], lijnen=True)
    gelezen = lees_stuk(bron, Bladcache(sessie.store.cache), als_bestand=True)
    replace_stuk(sessie.store, BIJLAGE, gelezen, sessie.nu())


@pytest.fixture
def ouder(qtbot: QtBot) -> QWidget:
    venster = QWidget()
    qtbot.addWidget(venster)
    return venster


def _open(ouder: QWidget, sessie: Sessie) -> Tabellenscherm:
    Tabellenbediening(sessie, BIJLAGE, ouder).open()
    (scherm,) = ouder.findChildren(QDialog)
    assert isinstance(scherm, Tabellenscherm)
    return scherm


def test_tables_are_read_shown_with_their_questions_and_kept_only_when_taken_over(
    qtbot: QtBot, ouder: QWidget, sessie: Sessie, tmp_path: Path
) -> None:
    _met_cijfers(sessie, tmp_path)
    scherm = _open(ouder, sessie)
    qtbot.waitUntil(lambda: bool(scherm.tabellen))
    assert scherm.keuze.currentText() == "Financiën haven (bladzijde 1)"
    assert scherm.tabel.model().index(1, 2).data() == "130.000"
    vragen = [scherm.vragen.item(rij).text() for rij in range(scherm.vragen.count())]
    assert any("verschil -9.000" in vraag for vraag in vragen)
    assert sessie.store.cijfertabellen.van_stuk(BIJLAGE) == ()
    scherm.over.click()
    assert len(sessie.store.cijfertabellen.van_stuk(BIJLAGE)) == 1
    assert scherm.uitleg.text().startswith("Overgenomen")
    sessie.geschiedenis.maak_ongedaan()
    assert sessie.store.cijfertabellen.van_stuk(BIJLAGE) == ()
    scherm.accept()


def test_a_cell_is_corrected_beside_the_page_and_the_page_shows_the_row(
    qtbot: QtBot, ouder: QWidget, sessie: Sessie, tmp_path: Path
) -> None:
    _met_cijfers(sessie, tmp_path)
    scherm = _open(ouder, sessie)
    qtbot.waitUntil(lambda: bool(scherm.tabellen) and scherm.kijker is not None and bool(scherm.kijker.pagina))
    kijker = scherm.kijker
    assert kijker is not None
    assert scherm.tabel.currentItem().text() == "167.452", "what does not add up comes first"
    assert not scherm.klopt.isEnabled(), "and is no matter of opinion"
    kader = kijker.kader
    scherm.tabel.setCurrentCell(2, 2)
    assert kijker.kader is not None
    assert kader is not None
    assert kijker.kader.y0 > kader.y1 - 1, "the row above the total"
    scherm.tabel.currentItem().setText("vier 4")
    assert "geen bedrag" in scherm.balk.tekst
    assert scherm.tabel.currentItem().text() == "9.000", "what is no amount changes nothing"
    scherm.tabel.currentItem().setText("0")
    assert scherm.vragen.count() == 0
    scherm.over.click()
    naam = scherm.tabel.item(0, 0)
    assert naam is not None
    naam.setText("Herstel")
    (bewaard,) = sessie.store.cijfertabellen.van_stuk(BIJLAGE)
    assert (bewaard.tabel.rijen[0].naam, bewaard.tabel.rijen[2].cellen[1].bedrag) == ("Herstel", 0)
    sessie.maak_ongedaan()
    assert naam.text() == "Herstel van de kades"
    scherm.accept()


def test_what_was_taken_over_is_saved_as_a_workbook_and_removed_again(
    qtbot: QtBot, ouder: QWidget, sessie: Sessie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _met_cijfers(sessie, tmp_path)
    scherm = _open(ouder, sessie)
    qtbot.waitUntil(lambda: bool(scherm.tabellen))
    scherm.over.click()
    monkeypatch.setattr(tabellenbediening, "vraag_bestand", lambda *_: tmp_path / "uit.xlsx")
    scherm.bewaren.click()
    assert (tmp_path / "uit.xlsx").read_bytes().startswith(b"PK")
    scherm.weg.click()
    assert sessie.store.cijfertabellen.van_stuk(BIJLAGE) == ()
    assert scherm.over.isVisibleTo(scherm), "what was removed can be taken over again"
    scherm.accept()


def test_a_paper_without_tables_says_so(qtbot: QtBot, ouder: QWidget, sessie: Sessie, tmp_path: Path) -> None:
    kaal = a_pdf(tmp_path / "Brief.pdf", ("Geachte leden,",))
    replace_stuk(sessie.store, BIJLAGE, lees_stuk(kaal, Bladcache(sessie.store.cache)), sessie.nu())
    scherm = _open(ouder, sessie)
    qtbot.waitUntil(lambda: "worden gelezen" not in scherm.uitleg.text())
    assert "geen tabellen" in scherm.uitleg.text()
    assert not scherm.over.isVisibleTo(scherm)
    scherm.accept()
