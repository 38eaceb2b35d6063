"""The tasks of SCREENS T3 in a window without a screen: the same scripts as `make ux`, quick, at every run."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tests.ux.einde import Stand, gedaan
from tests.ux.noten import leg_noten_neer
from tests.ux.taken import Taak, lees_taken
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.bediening import Bediening
from tk_desktop.desktop.tellen import Teller
from tk_desktop.domain.aantekening import NAAMLOOS

HIER = [taak for taak in lees_taken() if {soort for soort, _ in taak.voor + taak.stappen} <= {"toets", "typ", "wacht"}]


@pytest.mark.parametrize("taak", HIER, ids=[taak.titel for taak in HIER])
def test_a_task_is_done_within_its_price(qtbot: QtBot, qapp: object, werkmap: Path, taak: Taak) -> None:
    if any(naam == "afgedrukt" for naam, _ in taak.einde):
        pytest.skip("drukt af op een echte wachtrij: make ux")
    if any(naam == "in_werkboek" for naam, _ in taak.einde):
        pytest.skip("vraagt in een venster dat op antwoord wacht waar het bestand komt: make ux")
    leg_noten_neer(werkmap, taak.noten, taak.noten_op)
    with toon_venster(qtbot, werkmap) as bediening:
        teller = Teller(bediening.venster, werkmap / "ux.jsonl", lambda: str(bediening.adres))
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id if taak.begin == "vergadering" else ""
        scherm = Scherm.VERGADERINGEN if vergadering else Scherm.START
        bediening.sessie.voorkeuren.naam = bediening.sessie.voorkeuren.naam or NAAMLOOS
        bediening.ga_naar(Adres(scherm=scherm, vergadering=vergadering))
        qtbot.waitUntil(lambda: not vergadering or bool(bediening.werkblad.controle.model.bevindingen))
        _doe(qtbot, bediening, taak.voor)
        vooraf = teller.geteld
        _doe(qtbot, bediening, taak.stappen)

        def klaar() -> bool:
            teller.schrijf_stand()
            return not gedaan(Stand(store=bediening.sessie.store, regels=teller.regels, werkmap=werkmap), taak.einde)

        qtbot.waitUntil(klaar, timeout=15_000)
        assert teller.geteld - vooraf <= taak.mag
        teller.stop()


def _doe(qtbot: QtBot, bediening: Bediening, stappen: tuple[tuple[str, str], ...]) -> None:
    for soort, waarde in stappen:
        qtbot.waitUntil(_heeft_focus)
        qtbot.waitUntil(lambda: _staat_er(bediening), timeout=30_000)
        if soort == "toets":
            druk(waarde)
        elif soort == "typ":
            typ(waarde)


def _staat_er(bediening: Bediening) -> bool:
    """Whether the page that is read is there with its words; where nothing is read there is nothing to wait for."""
    if bediening.adres.scherm is not Scherm.LEZEN:
        return True
    blad = bediening.lezer.bediening().actief()
    return blad is not None and bool(blad.pagina) and blad.lezen.teksten.van(blad.pagina) is not None


def _heeft_focus() -> bool:
    """Whether the keyboard is in the window on top: a dialog that opens takes it a moment later."""
    boven, veld = QApplication.activeModalWidget(), QApplication.focusWidget()
    return veld is not None and (boven is None or boven is veld or boven.isAncestorOf(veld))
