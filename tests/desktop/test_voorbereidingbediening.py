"""Preparing an item beside its pages: kept while one types, with the page that is read, and undone."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.lezend import lezend_venster, wacht_op
from tests.desktop.venster import druk, typ
from tests.wachtrij import NAAM, kan_drukken, open_wachtrij
from tk_desktop.desktop.pages.bladafdruk import Bladafdruk
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.printer import Printer
from tk_desktop.desktop.reader.voorbereidingpaneel import Voorbereidingpaneel
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.domain.leesstand import Voorbereiding
from tk_desktop.domain.paginaverwijzing import Verwijzing
from tk_desktop.paper.rendering import open_pages


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with lezend_venster(qtbot, werkmap) as geopend:
        yield geopend


@pytest.fixture
def paneel(lezen: Bediening) -> Voorbereidingpaneel:
    druk("Ctrl+Shift+P")
    return lezen.lezer.zij().voorbereiding.paneel


def _bewaard(lezen: Bediening) -> dict[str, Voorbereiding]:
    """Return what is prepared, by the number of the item."""
    store, id_ = lezen.sessie.store, lezen.adres.vergadering
    nummers = store.opname(id_).nummers
    eigen = store.voorbereidingen.van(id_, lezen.sessie.voorkeuren.lezer)
    return {str(nummers[punt]): wat for punt, wat in eigen.items()}


def _terug(qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel) -> None:
    """Undo what was done and be again where every step begins: at the standpoint on 2a, with its first page beside."""
    paneel.leg_vast()
    while lezen.sessie.geschiedenis.diepte:
        lezen.sessie.maak_ongedaan()
    assert _bewaard(lezen) == {}
    if not paneel.isVisible():
        druk("Ctrl+Shift+P")
    vergadering = lezen.sessie.store.vergaderingen.all()[0].id
    lezen.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering, stuk="stuk-2a"))
    lezen.lezer.bediening().lees("stuk-2a", 1)
    wacht_op(qtbot, lezen, "stuk-2a", 1)
    paneel.velden["standpunt"].setFocus()
    assert paneel.punten.currentText().startswith("2a ")
    assert not any(veld.toPlainText() for veld in paneel.velden.values())


def test_an_item_is_prepared_beside_its_pages(qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel) -> None:
    _the_keyboard_goes_to_the_standpoint_on_the_item_that_is_read_and_back_with_escape(lezen, paneel)
    _terug(qtbot, lezen, paneel)
    _what_is_typed_is_kept_by_itself_with_the_page_that_is_read(qtbot, lezen, paneel)
    _terug(qtbot, lezen, paneel)
    _another_page_is_kept_with_one_button_and_gone_to_with_enter(qtbot, lezen, paneel)
    _terug(qtbot, lezen, paneel)
    _what_is_being_typed_is_kept_when_one_reads_another_meeting(lezen, paneel)
    _terug(qtbot, lezen, paneel)
    _an_item_without_papers_is_prepared_by_choosing_it(lezen, paneel)


def test_the_panel_is_opened_and_closed_wherever_one_is(
    qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel
) -> None:
    _the_same_key_closes_the_panel(lezen, paneel)
    _the_key_opens_the_reader_from_the_agenda(qtbot, lezen)
    _an_item_without_papers_is_prepared_from_the_agenda_too(lezen)
    _terug(qtbot, lezen, paneel)
    _printing_asks_for_a_printer_and_says_when_there_is_none(qtbot, lezen)
    druk("Ctrl+Shift+P")
    _where_there_is_little_room_escape_gives_it_back_to_the_pages(qtbot, lezen, paneel)
    for procent in (100, 300):
        _the_panel_fits_the_smallest_window(lezen, paneel, procent)


def test_the_sheet_is_kept_and_printed(
    qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel, tmp_path: Path
) -> None:
    _the_sheet_is_kept_as_a_pdf_of_one_page(qtbot, lezen, paneel, tmp_path)
    if not kan_drukken():
        pytest.skip("hier is geen printserver")
    _terug(qtbot, lezen, paneel)
    _the_sheet_comes_out_of_the_printer_and_stays_nowhere_else(qtbot, lezen, paneel)


def _the_keyboard_goes_to_the_standpoint_on_the_item_that_is_read_and_back_with_escape(
    lezen: Bediening, paneel: Voorbereidingpaneel
) -> None:
    assert QApplication.focusWidget() is paneel.velden["standpunt"]
    assert naamloos(paneel) == []
    assert paneel.punten.currentText().startswith("2a ")
    druk("Escape")
    blad = lezen.lezer.bediening().scherm.actief
    focus = QApplication.focusWidget()
    assert blad is not None
    assert focus is not None
    assert blad.isAncestorOf(focus)
    assert paneel.isVisible()


def _what_is_typed_is_kept_by_itself_with_the_page_that_is_read(
    qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel
) -> None:
    typ("Voor, mits gedekt")
    qtbot.waitUntil(lambda: "2a" in _bewaard(lezen))
    paneel.leg_vast()
    assert _bewaard(lezen)["2a"].standpunt == "Voor, mits gedekt"
    assert _bewaard(lezen)["2a"].verwijzing.startswith("stuk-2a#1@")
    assert paneel.bladzijden.item(0).text() == "2a blz. 1"
    druk("Ctrl+Z")
    assert _bewaard(lezen) == {}
    assert paneel.velden["standpunt"].toPlainText() == ""
    druk("Ctrl+Y")
    assert _bewaard(lezen)["2a"].standpunt == "Voor, mits gedekt"


def _another_page_is_kept_with_one_button_and_gone_to_with_enter(
    qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel
) -> None:
    lezen.lezer.bediening().lees("stuk-2a", 2)
    wacht_op(qtbot, lezen, "stuk-2a", 2)
    paneel.knop_erbij.click()
    assert _bewaard(lezen)["2a"].verwijzing.startswith("stuk-2a#2@")
    lezen.lezer.bediening().lees("stuk-2b")
    wacht_op(qtbot, lezen, "stuk-2b")
    assert paneel.punten.currentText().startswith("2b ")
    paneel.bladzijde_gekozen.emit(Verwijzing("stuk-2a", 2))
    wacht_op(qtbot, lezen, "stuk-2a", 2)
    paneel.bladzijden.setFocus()
    druk("Del")
    assert _bewaard(lezen) == {}


def _an_item_without_papers_is_prepared_by_choosing_it(lezen: Bediening, paneel: Voorbereidingpaneel) -> None:
    paneel.punten.setCurrentIndex(0)
    paneel.punten.activated.emit(0)
    paneel.velden["vraag"].setFocus()
    typ("Komt er een pauze?")
    paneel.leg_vast()
    (kort,) = _bewaard(lezen).values()
    assert (kort.vraag, kort.verwijzing) == ("Komt er een pauze?", "")
    assert paneel.punten.currentText().endswith("✓")


def _the_key_opens_the_reader_from_the_agenda(qtbot: QtBot, lezen: Bediening) -> None:
    vergadering = lezen.adres.vergadering
    lezen.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
    opname = lezen.werkblad.opname()
    lezen.werkblad.lijst.kies(next(punt for punt, nr in opname.nummers.items() if str(nr) == "2b"))
    druk("Ctrl+Shift+P")
    paneel = lezen.lezer.zij().voorbereiding.paneel
    assert lezen.adres.scherm is Scherm.LEZEN
    assert paneel.punten.currentText().startswith("2b ")
    assert QApplication.focusWidget() is paneel.velden["standpunt"]


def _an_item_without_papers_is_prepared_from_the_agenda_too(lezen: Bediening) -> None:
    vergadering = lezen.adres.vergadering
    lezen.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
    opname = lezen.werkblad.opname()
    zonder = next(punt for punt in opname.agendapunten if not opname.stukken_bij(punt) and punt.ouder_id is None)
    lezen.werkblad.lijst.kies(zonder.id)
    druk("Ctrl+Shift+P")
    paneel = lezen.lezer.zij().voorbereiding.paneel
    assert paneel.punt_id == zonder.id
    typ("Vragen naar de planning")
    paneel.leg_vast()
    assert _bewaard(lezen)[str(opname.nummers[zonder.id])].standpunt == "Vragen naar de planning"


def _what_is_being_typed_is_kept_when_one_reads_another_meeting(lezen: Bediening, paneel: Voorbereidingpaneel) -> None:
    typ("Voor")
    lezen.lezer.open(Adres(scherm=Scherm.LEZEN, vergadering=lezen.adres.vergadering, stuk="stuk-2b"))
    assert _bewaard(lezen)["2a"].standpunt == "Voor"


def _the_sheet_comes_out_of_the_printer_and_stays_nowhere_else(
    qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel
) -> None:
    typ("Zwanenzang")
    paneel.leg_vast()
    with open_wachtrij(lambda gebeurd: qtbot.waitUntil(gebeurd, timeout=30_000)) as rij:
        with qtbot.waitSignal(lezen.sessie.gemeld, timeout=30_000):
            lezen.lezer.zij().voorbereiding.druk_af(NAAM)
        (pdf,) = rij.pdfs()
        with open_pages(pdf) as bladen:
            assert bladen.aantal == 1
            assert "Zwanenzang" in bladen.tekst(0).tekst
    assert list((lezen.sessie.store.map / "cache").rglob("*oorbereiding*")) == []


def _the_panel_fits_the_smallest_window(lezen: Bediening, paneel: Voorbereidingpaneel, procent: int) -> None:
    lezen.venster.schaal_op(procent)
    klein = paneel.minimumSizeHint()
    assert klein.width() <= 640 * procent // 200
    assert klein.height() <= 360 * procent // 100


def _the_same_key_closes_the_panel(lezen: Bediening, paneel: Voorbereidingpaneel) -> None:
    druk("Ctrl+Shift+P")
    assert not paneel.isVisible()


def _the_sheet_is_kept_as_a_pdf_of_one_page(
    qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel, tmp_path: Path
) -> None:
    typ("Voor")
    doel = tmp_path / "blad.pdf"
    with (
        patch("tk_desktop.desktop.reader.voorbereidingbediening.vraag_bestand", return_value=doel),
        qtbot.waitSignal(lezen.sessie.gemeld, timeout=30_000),
    ):
        paneel.knop_pdf.click()
    with open_pages(doel) as bladen:
        assert bladen.aantal == 1
        assert "Voor" in bladen.tekst(0).tekst


def _printing_asks_for_a_printer_and_says_when_there_is_none(qtbot: QtBot, lezen: Bediening) -> None:
    zonder = Bladafdruk("Voorbereiding afdrukken", (), lezen.venster)
    assert not zonder.knop.isEnabled()
    met = Bladafdruk("Voorbereiding afdrukken", (Printer(naam="Kade-1"),), lezen.venster)
    with qtbot.waitSignal(met.gekozen) as gekozen:
        met.knop.click()
    assert gekozen.args == ["Kade-1"]


def _where_there_is_little_room_escape_gives_it_back_to_the_pages(
    qtbot: QtBot, lezen: Bediening, paneel: Voorbereidingpaneel
) -> None:
    lezen.venster.resize(683, 384)
    scherm = lezen.lezer.bediening().scherm
    qtbot.waitUntil(lambda: scherm.is_smal)
    druk("Ctrl+Shift+P")
    assert QApplication.focusWidget() is paneel.velden["standpunt"]
    druk("Escape")
    assert not paneel.isVisible()
    assert scherm.actief is not None
    assert scherm.actief.isVisible()
