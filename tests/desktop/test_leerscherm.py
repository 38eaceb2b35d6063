"""Teaching a layout in the window: a pack read badly is taught line by line, read rightly, and the next one too."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4

from tests.desktop.venster import druk, toon_venster, typ
from tests.intake.huisstijlpakken import GILDEKOLOMMEN, GILDELES, gilde
from tests.intake.test_aanwijzing import is_heel
from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladkijker import SCHAAL, Getekend
from tk_desktop.desktop.planning.indelingbeheer import Indelingbeheer
from tk_desktop.desktop.planning.leerscherm import Leerscherm
from tk_desktop.desktop.planning.pakbediening import Pakbediening
from tk_desktop.desktop.planning.pakscherm import Pakscherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.intake.aanwijzing import Les, Rolsoort, rol_van
from tk_desktop.intake.indeling import Indeling, indelingen
from tk_desktop.intake.indelingles import (
    geleerde_indelingen,
    hernoem_indeling,
    houd_indeling,
    leer_indeling,
    proef_les,
    vergeet_indeling,
)
from tk_desktop.intake.indelingvorm import IndelingOnjuist
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.pakvoorstel import Pakvoorstel
from tk_desktop.paper.pakbladen import draw_one, read_pak
from tk_desktop.store.werkmap import Store


@pytest.fixture
def scherm(qtbot: QtBot, tmp_path: Path) -> Leerscherm:
    pak = gilde(tmp_path)
    bladen = read_pak(pak)

    def teken(pagina: int, klaar: Callable[[Getekend], None]) -> None:
        klaar((pagina, draw_one(pak, pagina, SCHAAL)))

    def proef(les: Les, klaar: Callable[[Pakvoorstel], None], mislukt: Callable[[TkError], None]) -> None:
        try:
            klaar(proef_les(pak, bladen, les, tmp_path))
        except IndelingOnjuist as fout:
            mislukt(fout)

    uit = Leerscherm(bladen, teken, proef, bekend=indelingen(), eigen=(), naar="regio")
    qtbot.addWidget(uit)
    uit.show()
    qtbot.waitUntil(uit.isActiveWindow)
    return uit


def wijs(scherm: Leerscherm, pad: str, tekst: str) -> None:
    """Choose the line that holds a text, say what it is, and point at it, as GILDELES has them."""
    for stap in (0, 1, -1):
        if stap:
            scherm.kijker.blader(stap)
        rijen = [rij for rij in range(scherm.regels.count()) if tekst in scherm.regels.item(rij).text()]
        if rijen:
            break
    scherm.regels.setCurrentRow(rijen[0])
    scherm.rol.setCurrentIndex(scherm.rol.findData(pad))
    if rol_van(pad).soort in {Rolsoort.ETIKET, Rolsoort.BEHANDELING, Rolsoort.SLOT}:
        scherm.woord.setEditText(tekst)
    for (_, keuze), kolom in zip(scherm._kolomkeuzes, GILDEKOLOMMEN, strict=False):
        keuze.setCurrentIndex(keuze.findData(kolom))
    druk("Ctrl+Return", scherm)


def test_at_each_line_one_sees_at_once_what_the_pack_gives_then(scherm: Leerscherm) -> None:
    assert scherm.telling.text().startswith("geen agendapunten, geen nota’s")
    assert not scherm.bewaar.isEnabled()
    for pad, tekst in GILDELES[:9]:
        wijs(scherm, pad, tekst)
    assert scherm.telling.text().startswith("4 agendapunten, geen nota’s")
    gelezen = [scherm.uitkomst.item(rij).text() for rij in range(scherm.uitkomst.count())]
    assert {"Datum: 17 september 2026", "Voorzitter: Loes Helm"} <= set(gelezen)


def test_what_was_pointed_at_wrongly_is_taken_away(scherm: Leerscherm) -> None:
    wijs(scherm, "agenda.titels", "Werklijst")
    wijs(scherm, "agenda.velden.datum", "Zaal")
    assert scherm.gewezen.item(1).text() == "Datum (agenda): ‘Zaal’"
    scherm.gewezen.setCurrentRow(1)
    scherm.gewezen.setFocus()
    druk("Delete", scherm.gewezen)
    assert [een.rol for een in scherm.aanwijzingen] == ["agenda.titels"]


def test_what_a_line_is_can_be_typed_by_its_first_letters(scherm: Leerscherm) -> None:
    scherm.rol.setFocus()
    typ("pla")
    assert scherm.rol.currentText() == "Plaats (agenda)", "no name needs a space, which would open the list"


def test_the_columns_of_a_heading_row_are_reached_by_tab_after_the_word(scherm: Leerscherm) -> None:
    rijen = [rij for rij in range(scherm.regels.count()) if scherm.regels.item(rij).text().startswith("Volg Klok")]
    scherm.regels.setCurrentRow(rijen[0])
    scherm.rol.setCurrentIndex(scherm.rol.findData("agenda.koppen"))
    scherm.woord.setFocus()
    for letters in ("nu", "tij", "on", "vo", "in"):
        druk("Tab")
        typ(letters)
    assert [keuze.currentData() for _, keuze in scherm._kolomkeuzes] == list(GILDEKOLOMMEN)
    druk("Tab")
    assert scherm.wijs.hasFocus()


def test_a_click_on_the_page_chooses_its_line(scherm: Leerscherm) -> None:
    klik(scherm, 300, 116)
    assert scherm.regels.currentItem().text() == "Deken: Loes Helm"
    scherm.rol.setCurrentIndex(scherm.rol.findData("behandeling.woorden.besluitvorming"))
    klik(scherm, 350, 240)
    assert scherm.woord.currentText() == "Tot beslechting", "of a row, the cell that was clicked"


def klik(scherm: Leerscherm, x: int, y: int) -> None:
    """Click on the page at a point that counts from above, as ``huisstijlpakken`` does."""
    blad, kaart = scherm.kijker.blad, scherm.kijker.blad.pixmap()
    deel = kaart.width() / A4[0]
    links, boven = (blad.width() - kaart.width()) // 2, (blad.height() - kaart.height()) // 2
    QTest.mouseClick(blad, Qt.MouseButton.LeftButton, pos=QPoint(links + round(x * deel), boven + round(y * deel) - 2))


def test_a_name_that_is_no_file_is_made_one(qtbot: QtBot, scherm: Leerscherm) -> None:
    wijs(scherm, "agenda.titels", "Werklijst")
    scherm.naam.setText("../Gilde  “Duinrand”!")
    with qtbot.waitSignal(scherm.geleerd) as gegeven:
        scherm.bewaar.click()
    (les,) = gegeven.args
    assert (les.naam, les.titel) == ("gilde duinrand", "../Gilde “Duinrand”!")


def test_it_fits_on_a_small_screen_and_every_field_has_a_name(scherm: Leerscherm) -> None:
    hint = scherm.minimumSizeHint()
    assert (hint.width() <= 640, hint.height() <= 360) == (True, True)
    velden: list[QWidget] = [scherm.regels, scherm.rol, scherm.woord, scherm.gewezen, scherm.uitkomst, scherm.naam]
    assert all(veld.accessibleName() for veld in velden)


def test_a_pack_that_is_read_badly_is_taught_and_the_next_one_is_read_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    with Store.open(werkmap, maken=True):
        pass
    with toon_venster(qtbot, werkmap) as bediening:
        scherm = _open_pak(qtbot, bediening, gilde(tmp_path))
        assert scherm.telling.text().startswith("TK Desktop herkent hierin geen agenda")
        assert not scherm.klaar.isEnabled()
        druk("Ctrl+L", scherm)
        qtbot.waitUntil(lambda: bool(scherm.findChildren(Leerscherm)), timeout=20_000)
        (leer,) = scherm.findChildren(Leerscherm)
        qtbot.waitUntil(lambda: not leer.kijker.blad.pixmap().isNull(), timeout=20_000)
        for pad, tekst in GILDELES:
            wijs(leer, pad, tekst)
        qtbot.waitUntil(lambda: leer.telling.text().startswith("4 agendapunten, 1 nota, geen versl"), timeout=20_000)
        leer.naam.setText("Gilde Duinrand")
        assert geleerde_indelingen(werkmap) == ()
        leer.bewaar.click()
        qtbot.waitUntil(
            lambda: len(_schermen(bediening)) == 1 and _schermen(bediening)[0] is not scherm, timeout=20_000
        )
        opnieuw = _schermen(bediening)[0]
        is_heel(opnieuw.voorstel, zaak="Nieuwe lichtboei")
        druk("Ctrl+Return", opnieuw)
        store = bediening.sessie.store
        qtbot.waitUntil(lambda: len(store.vergaderingen.all()) == 1, timeout=20_000)
        assert geleerde_indelingen(werkmap) == ("gilde duinrand",)
    volgende = lees_pak(gilde(tmp_path, dag="donderdag 8 oktober 2026", zaak="Verf"), map_=werkmap)
    assert volgende.indeling == "gilde duinrand"
    is_heel(volgende, zaak="Verf")


def _open_pak(qtbot: QtBot, bediening: Bediening, pak: Path) -> Pakscherm:
    Pakbediening(bediening.sessie, bediening.venster).lees(pak)
    qtbot.waitUntil(lambda: bool(_schermen(bediening)), timeout=20_000)
    return _schermen(bediening)[0]


def _schermen(bediening: Bediening) -> list[Pakscherm]:
    return [een for een in bediening.venster.findChildren(Pakscherm) if een.isVisible()]


def test_a_layout_that_was_taught_is_renamed_forgotten_and_kept_after_all(qtbot: QtBot, tmp_path: Path) -> None:
    leer_indeling("gilde", "Gilde", {"agenda.titels": ["Werklijst"]}, tmp_path)
    leer_indeling("waard", "Waard", {"agenda.titels": ["Zaken"]}, tmp_path)

    def load() -> list[Indeling]:
        eigen = geleerde_indelingen(tmp_path)
        return [een for een in indelingen(tmp_path) if een.naam in eigen]

    beheer = Indelingbeheer(
        load,
        hernoem=partial(hernoem_indeling, tmp_path),
        vergeet=partial(vergeet_indeling, tmp_path),
        houd=partial(houd_indeling, tmp_path),
    )
    qtbot.addWidget(beheer)
    beheer.show()
    beheer.naam.setText("Gilde van Duinrand")
    beheer.naam.editingFinished.emit()
    assert geleerde_indelingen(tmp_path) == ("gilde van duinrand", "waard")
    assert indelingen(tmp_path)[-3].agenda.titels == ("Werklijst",)
    beheer.naam.setText("Waard")
    beheer.naam.editingFinished.emit()
    assert beheer.balk.isVisible()
    beheer.vergeet.click()
    assert [beheer.lijst.item(nr).text() for nr in range(beheer.lijst.count())] == ["Waard"]
    beheer.balk.knoppen[0].click()
    assert geleerde_indelingen(tmp_path) == ("gilde van duinrand", "waard")
    beheer.vergeet.click()
    assert beheer.minimumSizeHint().width() <= 640
