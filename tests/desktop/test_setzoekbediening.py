"""Searching all papers of the set while one reads: one list, F3 from paper to paper, and back to the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.hulp_formulier import naamloos
from tests.desktop.lezend import lezend_venster, wacht_op
from tests.desktop.venster import druk, typ
from tk_desktop.desktop.parts.vondstcel import stukken
from tk_desktop.desktop.reader.setzoekbediening import Setzoekbediening
from tk_desktop.desktop.shell.bediening import Bediening


@pytest.fixture
def lezen(qtbot: QtBot, werkmap: Path) -> Iterator[Bediening]:
    with lezend_venster(qtbot, werkmap) as geopend:
        yield geopend


@pytest.fixture
def zoeken(lezen: Bediening) -> Setzoekbediening:
    druk("Ctrl+Shift+F")
    return lezen.lezer.zij().zoeken


def _zoek(qtbot: QtBot, zoeken: Setzoekbediening, woorden: str) -> list[tuple[str, int]]:
    """Type words and return in which papers on which pages they are found."""
    zoeken.paneel.veld.setFocus()
    zoeken.paneel.veld.selectAll()
    typ(woorden)
    druk("Return")
    qtbot.waitUntil(lambda: zoeken.zoeker.woorden == woorden and not zoeken.zoeker.bezig, timeout=60_000)
    return [(een.sleutel, een.pagina) for een in zoeken.zoeker.gevonden]


def test_all_papers_of_a_set_are_searched_and_gone_through_with_keys(
    qtbot: QtBot, lezen: Bediening, zoeken: Setzoekbediening
) -> None:
    _words_are_found_in_all_papers_in_the_order_of_the_set(qtbot, lezen, zoeken)
    _what_is_not_found_is_said(qtbot, zoeken)
    _enter_before_anything_is_found_goes_there_once_it_is(qtbot, zoeken)
    _escape_goes_back_to_the_page_and_f3_still_goes_on(qtbot, lezen, zoeken)
    _an_empty_question_shows_what_to_do(qtbot, zoeken)
    _f3_goes_from_paper_to_paper_also_from_the_page(qtbot, lezen, zoeken)


def _words_are_found_in_all_papers_in_the_order_of_the_set(
    qtbot: QtBot, lezen: Bediening, zoeken: Setzoekbediening
) -> None:
    assert QApplication.focusWidget() is zoeken.paneel.veld
    gevonden = _zoek(qtbot, zoeken, "ZWÉMFONDS")
    rang = {deel.sleutel: nummer for nummer, deel in enumerate(lezen.lezer.bediening().plan().onderdelen)}
    assert len({sleutel for sleutel, _ in gevonden}) > 1
    assert gevonden == sorted(gevonden, key=lambda een: (rang[een[0]], een[1]))
    lijst = zoeken.paneel.lijst
    assert lijst.topLevelItemCount() == len({sleutel for sleutel, _ in gevonden})
    eerste = lijst.topLevelItem(0)
    assert eerste is not None
    vondst = eerste.child(0)
    assert vondst is not None
    assert [stuk.lower() for stuk, gevonden in stukken(vondst.text(0)) if gevonden] == ["zwemfonds"]
    assert "‹" not in f"{vondst.toolTip(0)}{vondst.data(0, Qt.ItemDataRole.AccessibleTextRole)}"
    assert vondst.text(1).startswith("blz. ")
    assert zoeken.paneel.stand.text().endswith("(F3 gaat verder)")
    assert naamloos(zoeken.paneel) == []


def _enter_before_anything_is_found_goes_there_once_it_is(qtbot: QtBot, zoeken: Setzoekbediening) -> None:
    assert _zoek(qtbot, zoeken, "zwemfonds")
    qtbot.waitUntil(lambda: zoeken.paneel.lijst.currentItem() is not None)


def _f3_goes_from_paper_to_paper_also_from_the_page(qtbot: QtBot, lezen: Bediening, zoeken: Setzoekbediening) -> None:
    gevonden = _zoek(qtbot, zoeken, "zwemfonds")
    andere = next(nummer for nummer, een in enumerate(gevonden) if een[0] != gevonden[0][0])
    zoeken.paneel.gekozen.emit(0)
    wacht_op(qtbot, lezen, *gevonden[0])
    for _ in range(andere):
        blad = lezen.lezer.bediening().actief()
        assert blad is not None
        druk("F3", blad.bladen)
    wacht_op(qtbot, lezen, *gevonden[andere])
    blad = lezen.lezer.bediening().actief()
    assert blad is not None
    qtbot.waitUntil(lambda: blad.lezen.zoeker.huidige == zoeken.zoeker.gevonden[andere].plaats, timeout=30_000)
    druk("Shift+F3", blad.bladen)
    assert lezen.adres.stuk == gevonden[andere - 1][0]


def _escape_goes_back_to_the_page_and_f3_still_goes_on(
    qtbot: QtBot, lezen: Bediening, zoeken: Setzoekbediening
) -> None:
    _zoek(qtbot, zoeken, "zwemfonds")
    druk("Escape")
    blad, focus = lezen.lezer.bediening().actief(), QApplication.focusWidget()
    assert blad is not None
    assert focus is not None
    assert blad.isAncestorOf(focus)


def _what_is_not_found_is_said(qtbot: QtBot, zoeken: Setzoekbediening) -> None:
    assert _zoek(qtbot, zoeken, "krokodillenvijver") == []
    assert zoeken.paneel.stand.text() == "Niet gevonden in de stukken van deze vergadering."
    druk("F3", zoeken.paneel.veld)


def _an_empty_question_shows_what_to_do(qtbot: QtBot, zoeken: Setzoekbediening) -> None:
    _zoek(qtbot, zoeken, "zwemfonds")
    zoeken.paneel.veld.clear()
    druk("Return", zoeken.paneel.veld)
    assert zoeken.zoeker.gevonden == ()
    assert zoeken.paneel.lijst.topLevelItemCount() == 0
