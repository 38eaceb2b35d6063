"""Routes, terms and zienswijzen in the window: made, filled in by keys, undone, and put on paper."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, noem, toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.keuzelijst import Keuzelijst
from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld
from tk_desktop.desktop.programme.overlegblad import Overlegblad
from tk_desktop.programme.programmas import add_programma
from tk_desktop.store.werkmap import Store


def _regels(blad: Overlegblad) -> dict[str, QTreeWidgetItem]:
    alle = blad.boom.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
    return {item.text(0): item for item in alle}


def _vul(blad: Overlegblad, sleutel: str, tekst: str) -> None:
    """Fill in a field, or choose what it offers."""
    veld = blad.invul.velden[sleutel]
    if isinstance(veld, Keuzelijst):
        veld.setCurrentIndex(veld.findData(tekst))
        veld.activated.emit(veld.currentIndex())
    elif isinstance(veld, Regelveld):
        veld.setText(tekst)
        veld.leg_vast()
    else:
        assert isinstance(veld, Tekstveld)
        veld.setPlainText(tekst)
        veld.leg_vast()


def _open(blad: Overlegblad, naam: str) -> None:
    blad.sluit()
    blad.boom.setCurrentItem(_regels(blad)[naam])
    druk("Return", blad.boom)


def test_a_route_a_budget_year_and_zienswijzen_are_planned_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    with Store.open(tmp_path / "werkmap", maken=True) as store:
        add_programma(store, "Waterkantse Koers")
    with toon_venster(qtbot, tmp_path / "werkmap") as bediening:
        bediening.ga_naar(Adres(scherm=Scherm.PROGRAMMA))
        blad, overleg = bediening.programma.blad.overleg, bediening.programma.overleg
        bediening.programma.blad.beelden.setCurrentWidget(blad)
        overleg._vraag("route")
        noem("Begroting 2028")
        _open(blad, "Route: Begroting 2028")
        _vul(blad, "besluit_op", "1-7-2027")
        assert _regels(blad)["Route: Begroting 2028"].text(3) == "doorlooptijd 84 dagen"
        _open(blad, "AO")
        _vul(blad, "dagen", "2-3-2027, 30-3-2027")
        _vul(blad, "leden", "Roos, Joost")
        assert _regels(blad)["AO"].text(2) == "30-3-2027"
        assert _regels(blad)["AO"].text(3) == "9 dagen wachten"
        blad.invul.knoppen["later"].click()
        druk("Ctrl+Z", bediening.venster)
        _open(blad, "CMT")
        _vul(blad, "leden", "Joost, Roos, Sanne")
        assert "⚠ AO en CMT: Beide tafels doen hetzelfde (adviseert), met 2 dezelfde mensen." in _regels(blad)
        overleg._vraag("jaar")
        assert "(TK-D58)" in noem("28").findChildren(Meldbalk)[0].tekst
        noem("2028")
        _open(blad, "Begrotingsjaar 2028")
        _vul(blad, "ab", "1-7-2027")
        ontwerp = next(item for naam, item in _regels(blad).items() if naam.startswith("De ontwerpbegroting"))
        assert ontwerp.text(2) == "uiterlijk 8-4-2027"
        overleg._vraag("ronde")
        noem("Ontwerpbegroting")
        _open(blad, "Zienswijzen: Ontwerpbegroting")
        _vul(blad, "gemeenten", "Kadewijk, Sluisdam")
        _open(blad, "Sluisdam")
        _vul(blad, "standpunt", "afwijzend")
        assert _regels(blad)["Sluisdam"].text(3) == "⚠ nog te verwerken"
        assert _regels(blad)["Zienswijzen: Ontwerpbegroting"].text(3) == "1 binnen, 1 nog niet, 1 te verwerken"
        _open(blad, "Sluisdam")
        blad.invul.knoppen["wis"].click()
        assert "wis" not in blad.invul.knoppen, "there is nothing to take back"
        druk("Escape", blad)
        assert _regels(blad)["Zienswijzen: Ontwerpbegroting"].text(3) == "0 binnen, 2 nog niet, 0 te verwerken"
        druk("Ctrl+Z", bediening.venster)
        assert _regels(blad)["Sluisdam"].text(3) == "⚠ nog te verwerken"
        bediening.programma.kies = lambda *_: tmp_path / "planning.ics"
        bediening.opdrachten.acties["overleg.ics"].trigger()
        qtbot.waitUntil((tmp_path / "planning.ics").exists)
        _open(blad, "Route: Begroting 2028")
        blad.invul.knoppen["weg"].click()
        assert "Route: Begroting 2028" not in _regels(blad)
        assert blad.currentWidget() is not blad.invul
