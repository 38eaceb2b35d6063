"""A list of places keeps room for what it is about, however narrow it is."""

import pytest
from PySide6.QtCore import Qt
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


def test_a_list_too_narrow_for_all_its_words_has_fewer_and_none_of_them_is_cut(qtbot: QtBot) -> None:
    lijst = Regellijst("Vergaderingen", ["Dag", "Tijd", "Gremium", "Plaats"], rekt=2)
    qtbot.addWidget(lijst)
    teksten = ("donderdag 4 juni 2026", "09.30 uur", "Bestuurscommissie Waterkant", "de Sluiszaal te Oever")
    lijst.toon([Regel(adres=Adres(), teksten=teksten, korter=("do 4-6-2026", "09.30", "BC WK", ""))])
    lijst.show()

    def woorden(breed: int) -> list[str]:
        lijst.resize(breed, 200)
        assert all(lijst.columnWidth(kolom) >= lijst.sizeHintForColumn(kolom) for kolom in (0, 1))
        rij = lijst.model().index(0, 0)
        assert rij.data(Qt.ItemDataRole.AccessibleTextRole) == " ".join(teksten)
        return [lijst.model().index(0, kolom).data() for kolom in range(4) if not lijst.isColumnHidden(kolom)]

    letter = lijst.fontMetrics().averageCharWidth()
    assert woorden(letter * 100) == list(teksten)
    assert woorden(letter * 40) == ["do 4-6-2026", "09.30", "BC WK"]
    assert woorden(letter * 100) == list(teksten)
