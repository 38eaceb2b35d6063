"""The tasks of SCREENS T3 in a window without a screen: the same scripts as `make ux`, quick, at every run."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tests.ux.bundels import leg_bundel_neer
from tests.ux.einde import Stand, gedaan
from tests.ux.noten import leg_noten_neer
from tests.ux.scherm import nieuwe_bestanden
from tests.ux.taken import Taak, lees_taken
from tests.wachtrij import kan_drukken, open_wachtrij
from tk_desktop.desktop.bundels.post import Stand as Poststand
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.tellen import Teller, naam_van
from tk_desktop.desktop.shell.wachtwoordvraag import Wachtwoordvraag
from tk_desktop.domain.notenstijl import NAAMLOOS

STAPPEN = {"toets", "typ", "wacht", "focus", "kopieer", "sectie", "bundel"}
"""What can be done without a screen and a hand on a mouse."""
HIER = [taak for taak in lees_taken() if {soort for soort, _ in taak.voor + taak.stappen} <= STAPPEN]


@pytest.mark.parametrize("taak", HIER, ids=[taak.titel for taak in HIER])
def test_a_task_is_done_within_its_price(qtbot: QtBot, qapp: object, werkmap: Path, taak: Taak) -> None:
    with ExitStack() as open_:
        rij = None
        if any(naam == "afgedrukt" for naam, _ in taak.einde):
            if not kan_drukken():
                pytest.skip("geen cupsd met een pdf-printer op deze computer (Debian: cups, cups-client, cups-filters)")
            rij = open_.enter_context(open_wachtrij(qtbot.waitUntil))
        leg_noten_neer(werkmap, taak.noten, taak.noten_op)
        if taak.met_bundel:
            leg_bundel_neer(werkmap)
        bediening = open_.enter_context(toon_venster(qtbot, werkmap))
        teller = Teller(bediening.venster, werkmap / "ux.jsonl", lambda: str(bediening.adres))
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id if taak.begin == "vergadering" else ""
        scherm = Scherm.VERGADERINGEN if vergadering else Scherm.START
        bediening.sessie.voorkeuren.naam = bediening.sessie.voorkeuren.naam or NAAMLOOS
        bediening.sessie.voorkeuren.uitvoermap = str(werkmap)
        bediening.ga_naar(Adres(scherm=scherm, vergadering=vergadering))
        qtbot.waitUntil(lambda: not vergadering or bool(bediening.werkblad.controle.model.bevindingen))
        _doe(qtbot, bediening, taak.voor)
        vooraf = teller.geteld
        _doe(qtbot, bediening, taak.stappen)

        def klaar() -> bool:
            teller.schrijf_stand()
            stand = Stand(store=bediening.sessie.store, regels=teller.regels, werkmap=werkmap, wachtrij=rij)
            return (rij is None or rij.klaar()) and not gedaan(stand, taak.einde)

        qtbot.waitUntil(klaar)
        assert teller.geteld - vooraf <= taak.mag
        teller.stop()


def test_every_task_that_needs_no_mouse_is_done_at_every_run() -> None:
    """What is left for a real screen needs a hand that drags, or a program that is closed and opened again."""
    over = {(soort, taak.nummer) for taak in lees_taken() if taak not in HIER for soort, _ in taak.voor + taak.stappen}
    assert {soort for soort, _ in over} - STAPPEN <= {"sleep", "sleeptekst", "heropen"}
    assert {taak.nummer for taak in HIER} >= {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}


def _doe(qtbot: QtBot, bediening: Bediening, stappen: tuple[tuple[str, str], ...]) -> None:
    """Do steps one after another as soon as each can be done, also in a window that waits for an answer."""
    rest = list(stappen)

    def stap() -> None:
        if not rest:
            return
        if not _kan(bediening, *rest[0]):
            QTimer.singleShot(10, stap)
            return
        soort, waarde = rest.pop(0)
        QTimer.singleShot(0, stap)  # before it: what is pressed may open a window that waits for the next
        if soort == "toets":
            druk(waarde)
        elif soort == "typ":
            typ(waarde)
        elif soort == "bundel":
            bediening.venster.gebracht.emit((bediening.sessie.store.map.parent / waarde,))
        elif soort == "kopieer":
            _kopieer(bediening.sessie.store.map.parent, int(waarde))
        elif soort == "sectie":
            _naar_sectie(waarde)

    stap()
    try:
        qtbot.waitUntil(lambda: not rest)
    finally:
        rest.clear()


def _kan(bediening: Bediening, soort: str, waarde: str) -> bool:
    """Tell whether a person would go on: the keyboard is there, and Enter finds a button that can be pressed."""
    boven = QApplication.activeModalWidget()
    if boven is None and QApplication.activeWindow() is None:
        bediening.venster.activateWindow()  # as the computer does when a window over it closes
    if soort == "focus":
        return waarde in naam_van(QApplication.focusWidget())
    if isinstance(boven, Wachtwoordvraag) and not boven.veld.isEnabled():
        return False  # it is being tried
    knoppen = boven.findChildren(QPushButton) if boven is not None and (soort, waarde) == ("toets", "Enter") else []
    return _heeft_focus() and _staat_er(bediening) and all(knop.isEnabled() for knop in knoppen if knop.isDefault())


def _kopieer(map_: Path, aantal: int) -> None:
    """Put files on the clipboard, as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(pad)) for pad in nieuwe_bestanden(map_, aantal)])
    QApplication.clipboard().setMimeData(mime)


def _naar_sectie(kop: str) -> None:
    for _ in range(20):
        veld = QApplication.focusWidget()
        if veld is not None and kop in veld.accessibleName():
            return
        druk("Ctrl+PgDown")
    raise AssertionError(f"de sectie {kop}")


def _staat_er(bediening: Bediening) -> bool:
    """Whether the page that is read is there with its words; where nothing is read there is nothing to wait for."""
    post = bediening.uitwisseling.blad.huidig
    if bediening.adres.scherm is Scherm.UITWISSELEN and post is not None:
        return post.stand not in (Poststand.WACHT, Poststand.LEEST, Poststand.BEZIG)
    if bediening.adres.scherm is not Scherm.LEZEN:
        return True
    blad = bediening.lezer.bediening().actief()
    return blad is not None and bool(blad.pagina) and blad.lezen.teksten.van(blad.pagina) is not None


def _heeft_focus() -> bool:
    """Whether the keyboard is in the window on top: a dialog that opens takes it a moment later."""
    boven, veld = QApplication.activeModalWidget(), QApplication.focusWidget()
    return veld is not None and (boven is None or boven is veld or boven.isAncestorOf(veld))
