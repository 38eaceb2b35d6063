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
from tk_desktop.desktop.parts.foutmelding import Foutvanger
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


def test_a_werkmap_that_goes_away_while_something_is_typed_is_told_and_the_words_stay_until_it_is_back(
    qtbot: QtBot, werkmap: Path
) -> None:
    with open_venster(qtbot, werkmap) as bediening:
        _open_eerste(bediening)
        veld = bediening.werkblad.agenda.paneel.toelichting
        elders = werkmap.rename(werkmap.with_name("elders"))
        veld.setPlainText("De kade wordt verlaagd.")
        veld.leg_vast()
        assert bediening.sessie.balk.tekst == (
            "De werkmap is niet te bereiken. Wat u eerder typte is opgeslagen; het laatste nog niet. Sluit de stick of "
            "het netwerk weer aan, of zet de map terug; het venster blijft open. (TK-D59)"
        )
        assert bediening.venster.status.tekst == "Het laatste is niet opgeslagen"
        assert not bediening.venster.close()
        elders.rename(werkmap)
        (opnieuw,) = bediening.sessie.balk.knoppen
        opnieuw.click()
        assert bediening.sessie.balk.tekst == ""
        assert bediening.werkblad.opname().agendapunten[0].toelichting == "De kade wordt verlaagd."


def test_a_disk_that_fails_while_something_is_typed_is_told_and_the_words_stay(qtbot: QtBot, werkmap: Path) -> None:
    resource = pytest.importorskip("resource", reason="deze computer kan een schijf niet laten haperen")
    with open_venster(qtbot, werkmap) as bediening:
        _open_eerste(bediening)
        veld = bediening.werkblad.agenda.paneel.toelichting
        _, hoogst = ruim = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hoogst))  # what lies further in a file cannot be written
        try:
            with qtbot.captureExceptions() as gevallen:  # by screens that look again
                veld.setPlainText("De kade wordt verlaagd.")
                veld.leg_vast()
                assert not bediening.venster.close()
            vanger = Foutvanger(bediening.sessie.balk)
            for soort, fout, spoor in gevallen:
                vanger(soort, fout, spoor)
            assert gevallen
            assert "het laatste nog niet" in bediening.sessie.balk.tekst
            assert "(TK-D59)" in bediening.sessie.balk.tekst
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, ruim)
        (opnieuw,) = bediening.sessie.balk.knoppen
        opnieuw.click()
        assert bediening.sessie.balk.tekst == ""
        assert bediening.werkblad.opname().agendapunten[0].toelichting == "De kade wordt verlaagd."


def test_after_a_fault_of_the_program_itself_the_window_does_not_close_over_what_was_not_kept(
    qtbot: QtBot, werkmap: Path
) -> None:
    def stuk() -> None:
        raise ZeroDivisionError

    with open_venster(qtbot, werkmap) as bediening:
        with pytest.raises(ZeroDivisionError):
            bediening.sessie.doe("Toelichting", stuk, samen="toelichting")
        assert bediening.sessie.geweigerd
        assert bediening.venster.status.tekst == "Het laatste is niet opgeslagen"


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
