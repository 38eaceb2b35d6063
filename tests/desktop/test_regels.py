"""A list of places keeps room for what it is about, however narrow it is."""

import pytest
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.session.regels import Regel, Regellijst


@pytest.mark.parametrize("breed", [590, 700])
def test_in_a_narrow_list_the_place_gives_way_before_the_body_and_the_day(qtbot: QtBot, breed: int) -> None:
    lijst = Regellijst("Vergaderingen", ["Dag", "Tijd", "Gremium", "Plaats", "Stand"], rekt=2)
    qtbot.addWidget(lijst)
    dag, gremium, plaats = "donderdag 4 juni 2026", "Bestuurscommissie Waterkant", "de Sluiszaal, Kadeplein 3 te Oever"
    lijst.toon([Regel(adres=Adres(), teksten=(dag, "09.30 uur", gremium, f"{plaats} en {plaats}", "gepland"))])
    lijst.resize(breed, 200)
    lijst.show()
    qtbot.waitUntil(lambda: sum(lijst.columnWidth(kolom) for kolom in range(5)) <= lijst.viewport().width())
    assert lijst.columnWidth(2) >= lijst.fontMetrics().horizontalAdvance(gremium)
    assert lijst.columnWidth(0) >= lijst.sizeHintForColumn(0)
    assert lijst.columnWidth(3) < lijst.sizeHintForColumn(3)
