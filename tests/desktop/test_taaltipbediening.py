"""Tips on language beside a nota: gone to, taken over, undone, and off when the user wants none."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.test_tekstbediening import in_de_inleiding
from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.parts.palet import Kieslijst
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.desktop.shell.bediening import Bediening


def test_tips_on_language_are_taken_over_listed_and_turned_off(qtbot: QtBot, werkmap: Path) -> None:
    """Each step begins in a text that was emptied."""
    with toon_venster(qtbot, werkmap) as bediening:
        _a_plainer_word_is_taken_over_with_one_key_and_undone(bediening)
        _all_tips_are_a_list_and_the_chosen_one_is_gone_to(bediening)
        _tips_that_are_turned_off_stay_off(bediening)
        _with_the_writing_aid_every_tip_has_a_button_to_take_it_over(bediening)


def _a_plainer_word_is_taken_over_with_one_key_and_undone(bediening: Bediening) -> None:
    veld = in_de_inleiding(bediening)
    balk = bediening.werkblad.nota.nota.taaltips.balk
    typ("Dit gaat middels een brief van 4-3-2020.")
    veld.leg_vast()
    rang = next(rang for rang, tip in enumerate(balk.tips) if tip.tekst == "middels")
    balk.kies(rang)
    assert veld.textCursor().selectedText() == "middels"
    assert "‘middels’ kan gewoner: ‘met’." in balk.zin.toolTip()
    druk("Alt+O", veld)
    assert veld.tekst() == "Dit gaat met een brief van 4-3-2020."
    assert all(tip.tekst != "middels" for tip in balk.tips)
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert veld.tekst() == "Dit gaat middels een brief van 4-3-2020."


def _with_the_writing_aid_every_tip_has_a_button_to_take_it_over(bediening: Bediening) -> None:
    veld = in_de_inleiding(bediening)
    balk = bediening.werkblad.nota.nota.taaltips.balk
    typ("Thans of om 9:00 uur, derhalve.")
    veld.leg_vast()
    assert not balk.lijst.isVisible()
    bediening.werkblad.nota.nota.editor.hoofd.schrijfhulp.trigger()
    assert balk.lijst.isVisible()
    assert not balk.neem.isVisible()
    knop = next(k for k in balk.lijst.findChildren(QPushButton) if k.toolTip() == "Zet in de tekst: 09.00 uur")
    knop.click()
    assert veld.tekst() == "Thans of om 09.00 uur, derhalve."
    over = [k.toolTip() for k in balk.lijst.findChildren(QPushButton) if k.text() == "Neem over"]
    assert {"Zet in de tekst: Nu", "Zet in de tekst: daarom"} <= set(over)
    assert "Zet in de tekst: 09.00 uur" not in over
    bediening.opdrachten.acties["bewerken.ongedaan"].trigger()
    assert veld.tekst() == "Thans of om 9:00 uur, derhalve."


def _all_tips_are_a_list_and_the_chosen_one_is_gone_to(bediening: Bediening) -> None:
    veld = in_de_inleiding(bediening)
    typ("Thans om 9:00 uur.")
    veld.leg_vast()
    bediening.opdrachten.acties["taal.alle"].trigger()
    lijst = QApplication.activeModalWidget()
    assert isinstance(lijst, Kieslijst)
    lijst.zoek.setText("9:00")
    druk("Return", lijst.zoek)
    assert veld.textCursor().selectedText() == "9:00 uur"


def _tips_that_are_turned_off_stay_off(bediening: Bediening) -> None:
    veld = in_de_inleiding(bediening)
    balk = bediening.werkblad.nota.nota.taaltips.balk
    typ("Thans.")
    veld.leg_vast()
    assert balk.isVisible()
    bediening.opdrachten.acties["taal.tips"].trigger()
    assert not balk.isVisible()
    assert not Voorkeuren(bediening.sessie.store.map).taaltips
    typ(" Doch.")
    veld.leg_vast()
    assert not balk.isVisible()
    bediening.opdrachten.acties["taal.volgende"].trigger()
    assert bediening.venster.toast.tekst == "Taaltips staan uit; zet ze eerst aan."
    bediening.opdrachten.acties["taal.tips"].trigger()
    assert balk.isVisible()
