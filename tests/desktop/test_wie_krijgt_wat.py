"""The table of parts and readers says in words who gets what."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.sets.wie_krijgt_wat import WieKrijgtWat
from tk_desktop.pack.bekijken_als import who_gets_what
from tk_desktop.store.werkmap import Store


def test_what_is_besloten_is_for_the_members_alone(qtbot: QtBot, store: Store, vergadering_id: str) -> None:
    venster = WieKrijgtWat(who_gets_what(store, vergadering_id))
    qtbot.addWidget(venster)
    model = venster.model
    rijen = {
        str(model.data(model.index(rij, 0))).split()[0]: [
            model.data(model.index(rij, kolom)) for kolom in range(1, model.columnCount())
        ]
        for rij in range(model.rowCount())
    }
    assert rijen["1A"] == ["krijgt dit", "besloten", "besloten"]
    assert rijen["2a"] == ["krijgt dit"] * 3
    koppen = [model.headerData(kolom, Qt.Orientation.Horizontal) for kolom in range(model.columnCount())]
    assert koppen == ["Onderdeel", "Leden", "Ambtenaren", "Openbaar"]
    venster.show()
    QTest.keyClick(venster.tabel, Qt.Key.Key_Escape)
    assert not venster.isVisible()
