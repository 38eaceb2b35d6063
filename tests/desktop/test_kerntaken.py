"""Core tasks in the window: weighed, put side by side, asked about, and undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, noem, toon_venster
from tests.programmebouwers import maak_kerntaken
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.palet import Kieslijst
from tk_desktop.desktop.programme.kerntakenblad import Kerntakenblad
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.programme.kerntaken import read_kerntaken
from tk_desktop.programme.programmas import add_programma, set_afkorting
from tk_desktop.store.werkmap import Store


@pytest.fixture
def bediening(qtbot: QtBot, tmp_path: Path) -> Iterator[Bediening]:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        maak_kerntaken(store, add_programma(store, "Kerntaken Waterkant").id)
    with toon_venster(qtbot, tmp_path / "werkmap") as geopend:
        geopend.ga_naar(Adres(scherm=Scherm.PROGRAMMA))
        geopend.programma.blad.beelden.setCurrentWidget(geopend.programma.blad.kerntaken)
        yield geopend


@pytest.fixture
def blad(bediening: Bediening) -> Kerntakenblad:
    return bediening.programma.blad.kerntaken


def _regels(blad: Kerntakenblad) -> dict[str, QTreeWidgetItem]:
    return {
        item.text(0): item
        for item in blad.boom.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
    }


def test_scenarios_stand_side_by_side_with_sums_and_are_made_a_workbook(
    qtbot: QtBot, bediening: Bediening, blad: Kerntakenblad, tmp_path: Path
) -> None:
    regels = _regels(blad)
    feest = regels["3 Sluisfeest"]
    assert [feest.text(kolom) for kolom in range(1, 6)] == [
        "D", "15.000", "✕ beëindigen 0", "✕ beëindigen 0", "● behouden 15.000",
    ]  # fmt: skip
    assert [regels["Haven"].text(kolom) for kolom in range(2, 6)] == ["215.000", "120.000", "200.000", "215.000"]
    assert regels["Kantoor"].text(2) == "0 + ?"
    assert regels["Verschil met nu"].text(3) == "onzeker"
    kantoor = next(een for een in bediening.sessie.store.kerntaken.bouwstenen.all() if een.naam == "Post")
    sessie = bediening.sessie
    (programma,) = sessie.store.programma.programmas.all()
    sessie.doe("Afkorting", lambda: set_afkorting(sessie.store, programma.id, "Post", "brieven en pakjes"))
    (post,) = (regel for naam, regel in _regels(blad).items() if naam.endswith("Post"))
    assert post.toolTip(0) == f"{post.text(0)}\nPost: brieven en pakjes"
    blad.open_steen(kantoor.id)
    assert blad.steen.naamveld.toolTip() == "Post: brieven en pakjes"
    blad.steen.nu.setText("20.000")
    blad.steen.nu.leg_vast()
    for rij in blad.steen.scenarios:
        rij.bedrag.setText("20.000")
        rij.bedrag.leg_vast()
    druk("Escape", blad.steen)
    assert [_regels(blad)["Verschil met nu"].text(kolom) for kolom in (3, 4, 5)] == ["-95.000", "-15.000", "0"]
    blad.tegen.setCurrentIndex(1)
    blad.tegen.activated.emit(1)
    assert [_regels(blad)["Verschil met A.1"].text(kolom) for kolom in (3, 4, 5)] == ["0", "+80.000", "+95.000"]
    kern = bediening.programma.kerntaken
    kern._onderdeel()
    noem("Werf")
    werf = next(een for een in bediening.sessie.store.kerntaken.delen.all() if een.naam == "Werf")
    blad.boom.kies(werf.id)
    kern._bouwsteen()
    noem("Verven")
    blad.boom.kies(next(een.id for een in bediening.sessie.store.kerntaken.bouwstenen.all() if een.naam == "Verven"))
    bediening.opdrachten.acties["kerntaak.weg"].trigger()
    assert "Verven" not in _regels(blad)
    blad.boom.kies(werf.id)
    assert (blad.gekozen, blad.boom.rij) == ("", ("onderdeel", werf.id))
    bediening.opdrachten.acties["kerntaak.weg"].trigger()
    assert "Werf" not in _regels(blad)
    bediening.opdrachten.acties["kerntaak.scenario-weg"].trigger()
    (lijst,) = bediening.venster.findChildren(Kieslijst, "", Qt.FindChildOption.FindDirectChildrenOnly)[-1:]
    weg = next(een for een in bediening.sessie.store.kerntaken.scenarios.all() if een.code == "A.1")
    lijst.gekozen.emit(weg.id)
    lijst.close()
    assert blad.boom.headerItem().text(3) == "A.2 Kern"
    druk("Ctrl+Z", bediening.venster)
    assert blad.boom.headerItem().text(3).startswith("A.1")
    bediening.programma.kies = lambda *_: tmp_path / "naast.xlsx"
    bediening.opdrachten.acties["kerntaak.rekenblad"].trigger()
    qtbot.waitUntil((tmp_path / "naast.xlsx").exists)


def test_the_tree_is_walked_by_keys_with_reasons_undone_and_a_question_answered(
    bediening: Bediening, blad: Kerntakenblad
) -> None:
    blad.boom.kies(
        next(een.id for een in bediening.sessie.store.kerntaken.bouwstenen.all() if een.naam == "Sluisfeest")
    )
    druk("Return", blad.boom)
    steen = blad.steen
    assert steen.uitkomst.text().startswith("Categorie D")
    for vraag in ("regio", "gemeente"):
        rij = next(een for een in steen.kader if een.vraag == vraag)
        rij.antwoord.setCurrentIndex(2)
        rij.antwoord.activated.emit(2)
    opdracht = next(een for een in steen.kader if een.vraag == "opdracht")
    opdracht.antwoord.setCurrentIndex(1)
    opdracht.antwoord.activated.emit(1)
    opdracht.waarom.setText("Alle gemeenten tekenden.")
    opdracht.waarom.leg_vast()
    assert steen.uitkomst.text().startswith("Categorie C")
    stand = read_kerntaken(bediening.sessie.store, bediening.sessie.store.programma.programmas.all()[0].id)
    assert [een.reden for een in stand.afwegingen if een.vraag == "opdracht"] == ["Alle gemeenten tekenden."]
    druk("Ctrl+Z", bediening.venster)
    druk("Ctrl+Z", bediening.venster)
    assert steen.uitkomst.text().startswith("Categorie D")
    assert [rij.vraag for rij in steen.kader if rij.isVisibleTo(steen)] == ["regio", "gemeente", "opdracht"]
    store = bediening.sessie.store
    blad.steen.nieuwe_vraag.setText("Kan dit met minder boten?")
    blad.steen.vrager.setText("Noordkade")
    blad.steen.stel.click()
    (veld,) = blad.steen.antwoorden
    assert blad.vragen.text() == "1 vraag zonder antwoord"
    veld.setText("Nee, er is er al één te weinig.")
    veld.leg_vast()
    assert [een.antwoord for een in store.kerntaken.vragen.all()] == ["Nee, er is er al één te weinig."]


def test_an_answer_to_the_tree_and_a_question_are_taken_back_in_the_window(
    bediening: Bediening, blad: Kerntakenblad
) -> None:
    store = bediening.sessie.store
    blad.boom.kies(next(een.id for een in store.kerntaken.bouwstenen.all() if een.naam == "Sluisfeest"))
    bediening.opdrachten.acties["programma.bewerken"].trigger()
    assert blad.steen.naamveld.text() == "Sluisfeest", "F2 opens what cannot be typed in a row"
    steen, rij = blad.steen, blad.steen.kader[0]
    rij.antwoord.setFocus()
    for veld in (steen.scenarios[0].keuze, steen.scenarios[0].bedrag):
        druk("Tab", QApplication.focusWidget() or rij)
        assert QApplication.focusWidget() is veld, "Tab goes from top to bottom"
    rij.antwoord.setCurrentIndex(1)
    rij.antwoord.activated.emit(1)
    assert steen.uitkomst.text().startswith("Categorie A")
    assert "Het stuk zegt D; de weging gaat voor." in steen.uitkomst.text()
    kern = steen.scenarios[0]
    assert kern.mis.isVisibleTo(steen), "what the core began with is not allowed any more"
    assert _regels(blad)["3 Sluisfeest"].text(3) == "⚠ ✕ beëindigen 0"
    kern.keuze.setCurrentIndex(kern.keuze.findData("behouden"))
    kern.keuze.activated.emit(kern.keuze.currentIndex())
    assert (kern.bedrag.text(), kern.mis.isVisibleTo(steen)) == ("15.000", False), "what it costs follows the choice"
    druk("Ctrl+Z", bediening.venster)
    assert rij.antwoord.itemText(0) == "antwoord wissen"
    rij.antwoord.setCurrentIndex(0)
    rij.antwoord.activated.emit(0)
    assert store.kerntaken.afwegingen.all() == ()
    assert steen.uitkomst.text().startswith("Categorie D"), "as its paper says"
    assert [een.vraag for een in steen.kader if een.isVisibleTo(steen)] == ["regio"]
    druk("Ctrl+Z", bediening.venster)
    assert [een.antwoord for een in store.kerntaken.afwegingen.all()] == [True]
    steen.nieuwe_vraag.setText("Kan dit met minder boten?")
    steen.stel.click()
    veld = steen.antwoorden[0]
    for antwoord in ("Nee.", ""):
        veld.setText(antwoord)
        veld.leg_vast()
    assert [een.antwoord for een in store.kerntaken.vragen.all()] == [""]
    (weg,) = steen.findChildren(QPushButton, "vraag-weg")
    weg.click()
    assert store.kerntaken.vragen.all() == ()
