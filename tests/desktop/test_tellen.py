"""The counter of `make ux` keeps where rows stand on the screen, so that a script can drag to them."""

import json
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint
from pytestqt.qtbot import QtBot

from tests.desktop.venster import toon_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.tellen import Teller


def test_the_place_of_every_row_on_the_screen_is_kept(qtbot: QtBot, qapp: object, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        teller = Teller(bediening.venster, werkmap / "ux.jsonl", lambda: str(bediening.adres))
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
        bestand = werkmap / "ux.rijen.json"
        qtbot.waitUntil(lambda: bestand.exists() and "Agenda" in bestand.read_text(encoding="utf-8"))
        rijen = json.loads(bestand.read_text(encoding="utf-8"))["Agenda"]
        woorden, (x, y) = next(rij for rij in rijen if rij[0].startswith("2a "))
        teller.stop()
        lijst = bediening.werkblad.lijst
        maat = lijst.devicePixelRatioF()
        index = lijst.indexAt(lijst.viewport().mapFromGlobal(QPoint(round(x / maat), round(y / maat))))
        assert lijst.agenda.regel(index).titel in woorden
        assert lijst.agenda.regel(index).nummer == "2a"


class _Verf(QObject):
    """Sees whether something has been drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.gezien = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.gezien = self.gezien or event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_rows_that_were_drawn_before_the_counting_began_are_kept_too(qtbot: QtBot, qapp: object, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        verf, vlak = _Verf(), bediening.werkblad.lijst.viewport()
        vlak.installEventFilter(verf)
        vlak.update()
        qtbot.waitUntil(lambda: verf.gezien)
        teller = Teller(bediening.venster, werkmap / "ux.jsonl", lambda: str(bediening.adres))
        qtbot.waitUntil((werkmap / "ux.rijen.json").exists)
        teller.stop()
        rijen = json.loads((werkmap / "ux.rijen.json").read_text(encoding="utf-8"))["Agenda"]
        assert any(woorden.startswith("2a ") for woorden, _ in rijen)
