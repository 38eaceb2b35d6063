"""Marked pages in the window when their paper is replaced: they go along, and what is not found opens as it was."""

from functools import partial
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.leesvenster import Leesvenster, bijlage, lees_venster, vervang
from tests.desktop.venster import druk
from tests.domain.verankeringhulp import BEGROTING, ORGANISATIE, RISICO
from tk_desktop.desktop.reader.bladwijzerpaneel import Bladwijzerpaneel
from tk_desktop.desktop.reader.vorigeversie import Vorigeversie
from tk_desktop.meeting.notas import write_sectie

EEN = [deel.splitlines() for deel in (BEGROTING, ORGANISATIE, RISICO)]
TWEE = [["Aan de leden", "Hierbij ontvangt u de nieuwe stukken."], EEN[0], EEN[1]]


def _waar(paneel: Bladwijzerpaneel) -> list[str]:
    rijen = [paneel.topLevelItem(nummer) for nummer in range(paneel.topLevelItemCount())]
    return [rij.text(0).split("\n")[-1] for rij in rijen if rij is not None]


def _merk(lezen: Leesvenster, *paginas: int) -> None:
    lezen.lezer.lees(bijlage(lezen), 1)
    lezen.wacht(bijlage(lezen))
    for pagina in paginas:
        lezen.blad.bladen.ga_naar(pagina)
        lezen.qtbot.waitUntil(partial(_op, lezen, pagina), timeout=30_000)
        druk("B")


def _op(lezen: Leesvenster, pagina: int) -> bool:
    return lezen.blad.pagina == pagina


def test_a_bookmark_goes_along_and_one_that_is_not_found_opens_the_version_of_before(
    qtbot: QtBot, werkmap: Path, tmp_path: Path
) -> None:
    with lees_venster(qtbot, werkmap) as lezen:
        vervang(lezen, tmp_path, EEN, 1)
        _merk(lezen, 2, 3)
        paneel = lezen.bediening.lezer.zij().bladwijzers.paneel
        druk("Ctrl+B")
        assert _waar(paneel) == ["2a bijl. 1 blz. 2", "2a bijl. 1 blz. 3"]
        vervang(lezen, tmp_path, TWEE, 2)
        wordt = ["2a bijl. 1 blz. 3 (was blz. 2)", "2a bijl. 1 blz. 3: niet teruggevonden"]
        qtbot.waitUntil(lambda: _waar(paneel) == wordt, timeout=30_000)
        lezen.lezer.lees(bijlage(lezen), 1)
        eerste, tweede = (str(een.id) for een in lezen.bediening.lezer.zij().bladwijzers.getoond)
        paneel.gekozen.emit(eerste)
        qtbot.waitUntil(lambda: lezen.blad.pagina == 3, timeout=30_000)
        paneel.gekozen.emit(tweede)
        venster = lezen.lezer.scherm.findChild(Vorigeversie)
        assert venster is not None
        qtbot.waitUntil(
            lambda: venster.blad.bladen.aantal == 3 and venster.blad.bladen.plek.pagina == 2, timeout=30_000
        )
        druk("Escape", venster)


def test_a_page_at_hand_goes_along_in_the_preparation(qtbot: QtBot, werkmap: Path, tmp_path: Path) -> None:
    with lees_venster(qtbot, werkmap) as lezen:
        vervang(lezen, tmp_path, EEN, 1)
        lezen.lezer.lees(bijlage(lezen), 2)
        lezen.wacht(bijlage(lezen))
        druk("Ctrl+Shift+P")
        paneel = lezen.bediening.lezer.zij().voorbereiding.paneel
        paneel.knop_erbij.click()
        assert paneel.bladzijden.item(0).text() == "2a bijl. 1 blz. 2"
        vervang(lezen, tmp_path, TWEE, 2)
        qtbot.waitUntil(lambda: paneel.bladzijden.item(0).text() == "2a bijl. 1 blz. 3 (was blz. 2)", timeout=30_000)
        lezen.lezer.lees(bijlage(lezen), 1)
        qtbot.waitUntil(lambda: lezen.blad.pagina == 1, timeout=30_000)
        paneel.bladzijden.setFocus()
        druk("Return", paneel.bladzijden)
        qtbot.waitUntil(lambda: lezen.blad.pagina == 3, timeout=30_000)


def test_the_earlier_pages_of_a_nota_are_there_after_a_restart(qtbot: QtBot, werkmap: Path) -> None:
    with lees_venster(qtbot, werkmap) as lezen:
        eerst = lezen.blad.versie
        lezen.lezer.leg_vast()
        qtbot.waitUntil(lambda: bool(lezen.store.leesteksten.van(eerst)), timeout=30_000)
        nota = lezen.lezer.plan().opname.notas["stuk-2a"]
        sectie = next(sectie for sectie in nota.secties if sectie.tekst)
        schrijf = partial(write_sectie, lezen.store, nota.id, sectie.id, f"Vooraf een zin.\n\n{sectie.tekst}")
        lezen.bediening.sessie.doe("Sectie wijzigen", schrijf)
        qtbot.waitUntil(lambda: lezen.blad.versie != eerst, timeout=30_000)
        lezen.lezer.leg_vast()
    with lees_venster(qtbot, werkmap) as lezen:
        qtbot.waitUntil(lambda: lezen.lezer.versies.heeft_bladen(eerst), timeout=30_000)
        assert lezen.lezer.versies.laatste_paar("stuk-2a") == (eerst, lezen.blad.versie)
        lezen.bediening.opdrachten.acties["versie.vorige"].trigger()
        venster = lezen.lezer.scherm.findChild(Vorigeversie)
        assert venster is not None
        qtbot.waitUntil(lambda: venster.blad.bladen.aantal > 0, timeout=30_000)
        druk("Escape", venster)
