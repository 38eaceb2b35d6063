"""Commands on the text where the keyboard is: tables, from palette and menu."""

import shutil
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, open_venster, toon_venster, typ
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.commands import OPDRACHTEN
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.tekstgebaren import _TOETSEN
from tk_desktop.desktop.text.wetsartikel import Wetsartikelvenster


def in_de_inleiding(bediening: Bediening) -> RijkeTekst:
    """Go to the introduction of nota 2a, with an empty field."""
    stuk = bediening.sessie.store.stukken.get("stuk-2a")
    waar = Adres(scherm=Scherm.VERGADERINGEN, vergadering=stuk.vergadering_id, punt=stuk.agendapunt_id or "")
    bediening.ga_naar(replace(waar, stuk=stuk.id))
    editor = bediening.werkblad.nota.nota.editor
    (veld,) = [veld for veld in editor.findChildren(RijkeTekst) if veld.accessibleName() == "Inleiding"]
    veld.setFocus()
    veld.selectAll()
    druk("Del", veld)
    veld.leg_vast()
    return veld


def test_tables_and_articles_are_put_in_where_text_is_typed(qtbot: QtBot, werkmap: Path) -> None:
    """Each step begins in a text that was emptied."""
    with toon_venster(qtbot, werkmap) as bediening:
        _commands_on_text_are_given_only_where_text_is_typed_and_the_palette_says_so(bediening)
        _rows_and_columns_come_from_the_palette_and_each_is_undone(bediening)
        _without_a_table_the_user_hears_where_to_put_the_cursor(bediening)
        _layout_is_made_by_commands_too_and_each_of_its_keys_is_in_their_table(bediening)
        _an_article_of_a_law_is_put_in_with_its_address(bediening)


def _rows_and_columns_come_from_the_palette_and_each_is_undone(bediening: Bediening) -> None:
    veld = in_de_inleiding(bediening)
    acties = bediening.opdrachten.acties
    acties["tabel.nieuw"].trigger()
    typ("Jaar")
    druk("Tab")
    typ("Bedrag")
    bediening.typen.toon_palet()
    bediening.typen.palet.zoek.setText("tabel rij eronder")
    assert bediening.typen.palet.regels() == ["Tabel: rij eronder"]
    druk("Return", bediening.typen.palet.zoek)
    typ("2026")
    assert veld.tekst() == "| Jaar | Bedrag |\n|  | 2026 |\n|  |  |"
    acties["tabel.rij-weg"].trigger()
    assert veld.tekst() == "| Jaar | Bedrag |\n|  |  |"
    acties["bewerken.ongedaan"].trigger()
    assert veld.tekst() == "| Jaar | Bedrag |\n|  | 2026 |\n|  |  |"


def test_a_paste_a_list_bold_and_a_word_from_the_middle_are_each_undone_with_the_cursor_where_it_was(
    qtbot: QtBot, qapp: object, werkmap: Path, tmp_path: Path
) -> None:
    """Also while another window stands open, and when the text is kept in the middle of a word."""

    def stand() -> tuple[str, int]:
        veld = QApplication.focusWidget()
        assert isinstance(veld, RijkeTekst)
        return veld.tekst(), veld.textCursor().position()

    ander = Path(shutil.copytree(werkmap, tmp_path / "ander"))
    with open_venster(qtbot, ander), toon_venster(qtbot, werkmap) as bediening:
        veld = in_de_inleiding(bediening)
        standen = []
        typ("Wij vragen geld.")
        standen.append(("Wij vragen geld.", 11))
        for _ in range(5):
            druk("Left")
        QGuiApplication.clipboard().setText("nog eenmaal")
        druk("Ctrl+V")
        standen.append(("Wij vragen nog eenmaalgeld.", 22))
        typ(" ve")
        veld.leg_vast()
        typ("el ")
        standen.append(("Wij vragen nog eenmaal veel geld.", 28))
        druk("Ctrl+Shift+8")
        standen.append(("- Wij vragen nog eenmaal veel geld.", 28))
        druk("Ctrl+Shift+Left")
        druk("Ctrl+B")
        standen.append(("- Wij vragen nog eenmaal **veel **geld.", 23))
        druk("Del")
        assert stand()[0] == "- Wij vragen nog eenmaal geld."
        for tekst, plek in reversed(standen):
            druk("Ctrl+Z")
            assert stand()[0] == tekst
            assert abs(stand()[1] - plek) <= 5, (tekst, stand())
        for tekst, _ in standen[1:]:
            druk("Ctrl+Y")
            assert stand()[0] == tekst
            assert 11 <= stand()[1] <= 28, (tekst, stand())
        assert veld.hasFocus()


def _without_a_table_the_user_hears_where_to_put_the_cursor(bediening: Bediening) -> None:
    veld = in_de_inleiding(bediening)
    bediening.opdrachten.acties["tabel.kolom-weg"].trigger()
    assert bediening.venster.toast.tekst == "Zet de cursor eerst in een tabel."
    bediening.werkblad.lijst.setFocus()
    bediening.opdrachten.acties["tabel.nieuw"].trigger()
    assert veld.tekst() == ""


def _commands_on_text_are_given_only_where_text_is_typed_and_the_palette_says_so(bediening: Bediening) -> None:
    veld, acties = in_de_inleiding(bediening), bediening.opdrachten.acties
    alle = [id_ for id_ in acties if id_.startswith(("tabel.", "tekst."))]
    assert all(acties[id_].isEnabled() for id_ in alle)
    bediening.werkblad.lijst.setFocus()
    assert not any(acties[id_].isEnabled() for id_ in alle)
    (regel,) = [regel for regel in bediening.typen.opdrachtregels() if regel.sleutel == "tabel.nieuw"]
    assert regel.alleen == "in de tekst van een nota of brief"
    bediening.werkblad.reload()
    assert not acties["tabel.nieuw"].isEnabled()
    veld.setFocus()
    assert all(acties[id_].isEnabled() for id_ in alle)


def _layout_is_made_by_commands_too_and_each_of_its_keys_is_in_their_table(
    bediening: Bediening,
) -> None:
    veld, acties = in_de_inleiding(bediening), bediening.opdrachten.acties
    typ("De kade")
    veld.selectAll()
    for id_ in ("tekst.vet", "tekst.cursief", "tekst.nummering"):
        acties[id_].trigger()
    assert veld.tekst() == "1. ***De kade***"
    veld.selectAll()
    for id_ in ("tekst.nummering", "tekst.cursief", "tekst.vet"):
        acties[id_].trigger()
    assert veld.tekst() == "De kade"
    in_tabel = {
        (toets.keyboardModifiers(), toets.key())
        for een in OPDRACHTEN
        if een.id.startswith("tekst.")
        for toets in (QKeySequence(tekst)[0] for tekst in een.toetsen)  # type: ignore[index]
    }
    andere_tekens = {Qt.Key.Key_Asterisk, Qt.Key.Key_Ampersand, Qt.Key.Key_ParenLeft}  # what Shift makes of a digit
    assert {(knoppen, toets) for knoppen, toets in _TOETSEN if toets not in andere_tekens} == in_tabel
    veld.selectAll()
    druk("Delete", veld)


def _an_article_of_a_law_is_put_in_with_its_address(bediening: Bediening) -> None:
    veld = in_de_inleiding(bediening)
    typ("Volgens ")
    bediening.opdrachten.acties["tekst.wetsartikel"].trigger()
    vraag = bediening.venster.findChild(Wetsartikelvenster)
    assert isinstance(vraag, Wetsartikelvenster)
    vraag.veld.setText("algemene wet")
    druk("Return", vraag.veld)
    assert vraag.veld.text() == "awb "
    assert vraag.isVisible()
    vraag.veld.setText("awb 3:40")
    assert vraag.uitkomst.text() == "In de tekst komt: artikel 3:40 van de Algemene wet bestuursrecht"
    druk("Return", vraag.veld)
    typ(" geldt.")
    adres = "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=3:40"
    verwacht = f"Volgens [artikel 3:40 van de Algemene wet bestuursrecht]({adres}) geldt."
    assert veld.tekst() == verwacht
    bediening.werkblad.leg_vast()
    nota = bediening.sessie.store.notas.get("nota-2a")
    assert verwacht in [sectie.tekst for sectie in nota.secties]
