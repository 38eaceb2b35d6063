"""An item without a nota begins one afresh, or with the contents of an earlier one."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster
from tk_desktop.desktop.nota.notakeuze import Notakeuze
from tk_desktop.desktop.parts.adres import Adres, Scherm


def test_an_earlier_nota_is_taken_over_under_the_chosen_item_and_can_be_undone(
    qtbot: QtBot, qapp: object, werkmap: Path
) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        werkblad = bediening.werkblad
        bediening.ga_naar(
            Adres(scherm=Scherm.VERGADERINGEN, vergadering=bediening.sessie.store.vergaderingen.all()[0].id)
        )
        opname = werkblad.opname()
        punt = next(een for een in opname.agendapunten if str(opname.nummers[een.id]) == "6")
        werkblad.lijst.kies(punt.id)
        bediening.opdrachten.acties["nota.overnemen"].trigger()
        lijst = QApplication.activeModalWidget()
        assert isinstance(lijst, Notakeuze)
        assert len(lijst.regels()) == len(opname.notas)
        lijst.zoek.setText("2a")
        assert lijst.regels() == ["☆ 2a Projectplan Fit de klas in 2026-2029"]
        druk("Return", lijst.zoek)
        bron = next(
            nota for id_, nota in opname.notas.items() if opname.label(werkblad._store.stukken.get(id_)) == "2a"
        )
        nieuw = werkblad.opname().notas[werkblad.nota.stuk_id]
        assert nieuw.onderwerp == punt.titel
        assert [sectie.kop for sectie in nieuw.secties] == [sectie.kop for sectie in bron.secties]
        assert werkblad.blad.tabs.currentWidget() is werkblad.nota.blad
        bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
        assert werkblad.opname().notas == opname.notas
