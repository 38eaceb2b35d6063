"""Redacting in the window: what is pointed at is marked at once and can be undone, and the file is made when asked."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.lezen import beweeg
from tests.papier import a_paper
from tk_desktop.desktop.agenda.lakbediening import Lakbediening
from tk_desktop.desktop.agenda.lakscherm import Lakscherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.session.jobs import Jobs
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.pack.lakken import NietsTeLakken, marked_version
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store

BIJLAGE = "stuk-2a-bijlage-1"
NU = datetime.fromisoformat("2026-03-02T10:00:00+01:00")


@pytest.fixture
def sessie(store: Store, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Sessie:
    bron = tmp_path / "Brief.pdf"
    bron.write_bytes(a_paper(["Gesproken met Roosje van Dalen", "Bel 06 12345678"], ["Roosje van Dalen weer"]))
    replace_stuk(store, BIJLAGE, lees_stuk(bron, Bladcache(store.cache), als_bestand=True), NU)
    balk = Meldbalk()
    qtbot.addWidget(balk)
    return Sessie(store, jobs, balk, Voorkeuren(store.map))


@pytest.fixture
def ouder(qtbot: QtBot) -> QWidget:
    venster = QWidget()
    qtbot.addWidget(venster)
    return venster


@pytest.fixture
def scherm(qtbot: QtBot, ouder: QWidget, sessie: Sessie) -> Lakscherm:
    Lakbediening(sessie, BIJLAGE, ouder).open()
    (scherm,) = ouder.findChildren(QDialog)
    assert isinstance(scherm, Lakscherm)
    qtbot.waitUntil(lambda: not scherm.kijker.blad.pixmap().isNull())
    return scherm


def test_words_are_marked_on_every_page_and_one_step_takes_them_back(
    qtbot: QtBot, sessie: Sessie, scherm: Lakscherm
) -> None:
    scherm.woorden.setText("Roosje van Dalen")
    QTest.keyClick(scherm.woorden, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scherm.lijst.count() == 2)
    assert scherm.lijst.item(1).text() == "Blz. 2: 5.1.2e, de persoonlijke levenssfeer"
    assert "moet nog worden gemaakt" in scherm.stand.text()
    (rol,) = scherm.findChildren(Rolblad)
    scherm.resize(980, scherm.height() + 400 - rol.height())
    assert (rol.height(), rol.verticalScrollBar().maximum()) == (400, 0), (
        "the list gives way, the button under it stays"
    )
    sessie.geschiedenis.maak_ongedaan()
    assert sessie.store.weglakkingen.all() == ()


def test_what_is_dragged_over_is_marked_by_its_words(qtbot: QtBot, sessie: Sessie, scherm: Lakscherm) -> None:
    blad = scherm.kijker.blad
    kaart = blad.pixmap()
    deel = kaart.width() / 400
    links, boven = (blad.width() - kaart.width()) // 2, (blad.height() - kaart.height()) // 2

    def plek(x: float, y: float) -> QPoint:
        return QPoint(links + round(x * deel), boven + round((600 - y) * deel))

    QTest.mousePress(blad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, plek(115, 508))
    beweeg(blad, plek(150, 500), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(blad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, plek(150, 496))
    qtbot.waitUntil(lambda: scherm.lijst.count() == 1)
    versie = marked_version(sessie.store, BIJLAGE)
    (merk,) = sessie.store.weglakkingen.van_versie(versie.id)
    assert (round(merk.vlakken[0].x0), round(merk.vlakken[0].y0)) == (111, 498)
    scherm.lijst.setCurrentRow(0)
    scherm.weg.click()
    assert scherm.lijst.count() == 0
    assert "Tot u het hele stuk vrijgeeft, gaat het in geen openbare set" in scherm.stand.text()
    assert scherm.maken.text() == "Geef het hele stuk &vrij"
    scherm.maken.click()
    qtbot.waitUntil(lambda: "u hebt het hele stuk vrijgegeven" in scherm.stand.text())


def test_the_file_is_made_when_asked_and_tells_where_the_words_still_stand(
    qtbot: QtBot, sessie: Sessie, scherm: Lakscherm
) -> None:
    scherm.gegevens.click()
    qtbot.waitUntil(lambda: scherm.lijst.count() == 1)
    scherm.maken.click()
    qtbot.waitUntil(lambda: "is gemaakt en nagekeken" in scherm.stand.text())
    som = sessie.store.gelakten.voor_iedereen([BIJLAGE])[BIJLAGE]
    tekst = " ".join(lees_pdf(sessie.store.bestanden.open(som)).paginas)
    assert "12345678" not in tekst
    assert "Roosje" in tekst


def test_words_that_are_not_there_are_told(qtbot: QtBot, scherm: Lakscherm) -> None:
    scherm.woorden.setText("dijkdoorbraak")
    scherm.zoek.click()
    qtbot.waitUntil(lambda: scherm.stand.text() == "‘dijkdoorbraak’ staat niet in dit stuk.")


def test_a_nota_of_our_own_is_not_redacted(ouder: QWidget, sessie: Sessie) -> None:
    with pytest.raises(NietsTeLakken):
        Lakbediening(sessie, "stuk-2a", ouder)
