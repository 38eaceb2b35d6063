"""When the disk is full, the user reads what is safe and goes on when there is room again."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.venster import open_venster
from tests.schijf import maak_groot, vul
from tests.verpakt import Verpakt
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.bediening import Bediening
from tk_desktop.store.slot import WerkmapAlOpen


def _open_eerste(bediening: Bediening) -> None:
    vergadering = bediening.sessie.store.vergaderingen.all()[0].id
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))


def test_a_full_disk_is_told_and_the_text_stays_in_its_field_until_there_is_room(
    qtbot: QtBot, verpakt: Verpakt, kleine_schijf: Path
) -> None:
    maak_groot(kleine_schijf, 60_000)
    werkmap = Path(shutil.copytree(verpakt.werkmap, kleine_schijf / "werkmap"))
    with open_venster(qtbot, werkmap) as bediening:
        _open_eerste(bediening)
        veld = bediening.werkblad.agenda.paneel.toelichting
        vulling = vul(kleine_schijf, 0)
        veld.setPlainText("De kade wordt verlaagd.")
        veld.leg_vast()
        assert "De schijf is vol" in bediening.sessie.balk.tekst
        assert "(TK-D01)" in bediening.sessie.balk.tekst
        assert veld.toPlainText() == "De kade wordt verlaagd."
        assert bediening.werkblad.opname().agendapunten[0].toelichting == ""
        assert bediening.venster.status.tekst.endswith("niet opgeslagen")
        bediening.sessie.veranderd.emit()
        assert veld.toPlainText() == "De kade wordt verlaagd."
        assert not bediening.venster.close()
        vulling.unlink()
        veld.leg_vast()
        assert bediening.werkblad.opname().agendapunten[0].toelichting == "De kade wordt verlaagd."


def test_a_second_window_on_the_same_werkmap_is_refused(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap), pytest.raises(WerkmapAlOpen, match="al open"), open_venster(qtbot, werkmap):
        raise AssertionError("het tweede venster ging open")
