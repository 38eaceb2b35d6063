"""When the disk is full, the user reads what is safe and goes on when there is room again."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from tests.desktop.venster import open_venster
from tests.schijf import maak_alleen_lezen, maak_groot, vul
from tests.verpakt import Verpakt
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
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
        assert "Wat u eerder typte is opgeslagen; het laatste nog niet." in bediening.sessie.balk.tekst
        assert bediening.venster.status.tekst == "Het laatste is niet opgeslagen"
        bediening.sessie.opgeslagen = QTime(14, 32, 8)
        veld.leg_vast()
        assert bediening.sessie.balk.tekst == (
            "De schijf is vol. Wat u tot 14.32 typte is opgeslagen; het laatste nog niet. "
            "Maak ruimte vrij; het venster blijft open. (TK-D01)"
        )
        assert bediening.venster.status.tekst == "Opgeslagen tot 14.32; het laatste niet"
        bediening.sessie.opgeslagen = None
        assert veld.toPlainText() == "De kade wordt verlaagd."
        assert bediening.werkblad.opname().agendapunten[0].toelichting == ""
        bediening.sessie.veranderd.emit()
        assert veld.toPlainText() == "De kade wordt verlaagd."
        assert not bediening.venster.close()
        vulling.unlink()
        (opnieuw,) = bediening.sessie.balk.knoppen
        assert opnieuw.text() == "Opnieuw opslaan"
        opnieuw.click()
        assert bediening.sessie.balk.tekst == ""
        assert bediening.venster.status.tekst.startswith("Alle wijzigingen opgeslagen")
        assert veld.toPlainText() == "De kade wordt verlaagd."
        assert bediening.werkblad.opname().agendapunten[0].toelichting == "De kade wordt verlaagd."


def test_a_second_window_on_the_same_werkmap_is_refused(qtbot: QtBot, werkmap: Path) -> None:
    with open_venster(qtbot, werkmap), pytest.raises(WerkmapAlOpen, match="al open"), open_venster(qtbot, werkmap):
        raise AssertionError("het tweede venster ging open")


def test_a_werkmap_on_a_protected_stick_is_read_and_says_that_nothing_can_be_changed(
    qtbot: QtBot, verpakt: Verpakt, kleine_schijf: Path
) -> None:
    maak_groot(kleine_schijf, 60_000)
    werkmap = Path(shutil.copytree(verpakt.werkmap, kleine_schijf / "stick"))
    maak_alleen_lezen(kleine_schijf)
    with open_venster(qtbot, werkmap) as bediening:
        assert bediening.sessie.balk.tekst.startswith("De werkmap ‘stick’ is alleen-lezen: u kunt er alles in lezen")
        assert bediening.venster.status.tekst == "Alleen lezen"
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering))
        lezer = bediening.lezer.bediening()
        qtbot.waitUntil(lambda: any(blad.toont_bladen for blad in lezer.scherm.alle.values()), timeout=30_000)
        assert bediening.sessie.balk.tekst == ""
        _open_eerste(bediening)
        veld = bediening.werkblad.agenda.paneel.toelichting
        assert veld.isReadOnly()
        assert bediening.werkblad.brief.velden["onderwerp"].isReadOnly()
        veld.setPlainText("De kade wordt verlaagd.")
        veld.leg_vast()
        assert "(TK-D14)" in bediening.sessie.balk.tekst
        assert bediening.venster.status.tekst == "Alleen lezen"
        assert bediening.werkblad.opname().agendapunten[0].toelichting == ""
        veld.setPlainText("")
