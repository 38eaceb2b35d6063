"""Taking over a programme from a report in the window: looked over first, kept with consent, undone in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.venster import open_venster
from tests.intake.kerntaaktekst import PAPIER
from tests.intake.programmatekst import RAPPORT
from tk_desktop.desktop.parts.adres import Scherm
from tk_desktop.desktop.programme.gegevensblad import NAKIJKEN, Programmagegevens
from tk_desktop.desktop.programme.innamebediening import Innamebediening
from tk_desktop.desktop.programme.programmainname import Programmainname
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.kerntaken import lees_kerntaken
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, tmp_path: Path) -> Iterator[Bediening]:
    with Store.open(tmp_path / "werkmap", maken=True):
        pass
    with open_venster(qtbot, tmp_path / "werkmap") as geopend:
        yield geopend


def _lees(qtbot: QtBot, bediening: Bediening, bron: Path) -> Programmainname:
    inname = Innamebediening(bediening.sessie, bediening.venster)
    inname.overgenomen.connect(bediening.programma._overgenomen)
    inname.lees(bron)
    qtbot.waitUntil(lambda: bool(_open(bediening)))
    (scherm,) = _open(bediening)
    return scherm


def _open(bediening: Bediening) -> list[Programmainname]:
    """Return the dialogs that stand open: one that was closed is there until Qt throws it away."""
    return [een for een in bediening.venster.findChildren(Programmainname) if een.isVisible()]


def test_a_report_is_looked_over_kept_with_consent_and_undone(
    qtbot: QtBot, bediening: Bediening, tmp_path: Path
) -> None:
    bron = tmp_path / "rapport.txt"
    bron.write_text(RAPPORT, encoding="utf-8")
    programmas = bediening.sessie.store.programma.programmas
    scherm = _lees(qtbot, bediening, bron)
    assert scherm.uitleg.text().startswith(
        "Gelezen in ‘rapport.txt’ over 2025-1: 3 themalijnen, 3 projecten, 1 subproject, 7 begrotingsregels."
    )
    assert scherm.vragen.count() == 3
    assert programmas.all() == ()
    scherm.naam.setText(" ")
    assert not scherm.over.isEnabled(), "a programme has a name"
    scherm.naam.setText("Waterkantse Koers")
    scherm.over.click()
    assert [een.naam for een in programmas.all()] == ["Waterkantse Koers"]
    assert bediening.adres.scherm is Scherm.PROGRAMMA
    assert bediening.programma.blad.telling.text() == "3 projecten, 1 subproject"
    (programma,) = programmas.all()
    assert len(programma.vragen) == 3
    bediening.programma.blad.nakijken.click()
    (blad,) = bediening.venster.findChildren(Programmagegevens)
    blad.tabellen[NAKIJKEN].setCurrentCell(1, 0)
    blad.weg.click()
    assert programmas.get(programma.id).vragen == (programma.vragen[0], programma.vragen[2])
    blad.window().close()
    assert "2…" in bediening.programma.blad.nakijken.text()
    weer = _lees(qtbot, bediening, bron)
    assert weer.keuze.currentText() == "Bijwerken: Waterkantse Koers", "the same programme is brought up to date"
    weer.over.click()
    assert len(programmas.all()) == 1
    while bediening.sessie.geschiedenis.diepte:
        bediening.sessie.maak_ongedaan()
    assert programmas.all() == ()


def test_a_paper_that_lists_no_projects_is_refused(qtbot: QtBot, bediening: Bediening, tmp_path: Path) -> None:
    bron = tmp_path / "brief.txt"
    bron.write_text("Beste leden, wij zien u graag in het gemeentehuis. " * 40, encoding="utf-8")
    Innamebediening(bediening.sessie, bediening.venster).lees(bron)
    qtbot.waitUntil(lambda: "TK-I77" in bediening.sessie.balk.tekst)
    assert _open(bediening) == []


def test_core_tasks_are_looked_over_part_by_part(qtbot: QtBot) -> None:
    regels = herstelde_regels(PAPIER)
    lezing = lees_kerntaken(regels, vind_tabellen(regels))
    assert lezing is not None
    scherm = Programmainname("kerntaken.txt", lezing, ())
    qtbot.addWidget(scherm)
    assert "2031: 9 bouwstenen, 3 scenario’s, 5 begrotingsregels." in scherm.uitleg.text()
    boven = [item.text(0) for rij in range(3) if (item := scherm.boom.topLevelItem(rij)) is not None]
    assert boven == ["Onderdeel: Havens, 6 bouwstenen", "Onderdeel: Kantoor, 3 bouwstenen", "Scenario’s: 3"]
