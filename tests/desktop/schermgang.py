"""A walk along every screen and every pane of one window, for the checks that hold for all of them (SCREENS T2)."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QTabWidget
from pytestqt.qtbot import QtBot

from tests.desktop.dialogen import DIALOGEN
from tests.desktop.lezend import wacht_op
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening

_VERGADERING = "vergadering-2026-06-04"
_PUNTEN = ("punt-projectplan", "punt-besloten", "punt-zwemfonds")
"""With a nota and a running change, besloten, and with a form that has reasons."""
_VAN_EEN_VERGADERING = (Scherm.SET, Scherm.LEZEN, Scherm.TAFEL)


def langs_alles(qtbot: QtBot, bediening: Bediening) -> Iterator[str]:
    """Go to each screen, each tab of it and each way of looking there, and yield what it is called."""
    for scherm in Scherm:
        if scherm in _VAN_EEN_VERGADERING:
            continue
        bediening.ga_naar(Adres(scherm=scherm))
        yield from _langs_tabs(bediening, scherm.value)
    yield from _langs_acties(bediening)
    for punt in _PUNTEN:
        bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=_VERGADERING, punt=punt))
        yield from _langs_tabs(bediening, punt)
    qtbot.waitUntil(lambda: bool(bediening.werkblad.controle.model.bevindingen))
    bediening.werkblad.controle.volgende()
    yield "controle"
    bediening.ga_naar(Adres(scherm=Scherm.SET, vergadering=_VERGADERING))
    yield "set"
    yield from _langs_lezer(qtbot, bediening)
    for punt in _PUNTEN[:2]:
        bediening.ga_naar(Adres(scherm=Scherm.TAFEL, vergadering=_VERGADERING, punt=punt))
        begin = bediening.opdrachten.acties["tafel.begin"]
        if begin.isEnabled() and bediening.sessie.store.vergaderingen.get(_VERGADERING).begonnen is None:
            begin.trigger()
        yield f"vergaderen, {punt}"


def _langs_tabs(bediening: Bediening, naam: str) -> Iterator[str]:
    """Open every tab of the screen that is shown, if it has any."""
    huidig = bediening.venster.schermen.currentWidget()
    bladen = [een for een in huidig.findChildren(QTabWidget) if een.isVisible()] if huidig is not None else []
    if not bladen:
        yield naam
    for blad in bladen:
        eerst = blad.currentIndex()
        for nummer in range(blad.count()):
            if blad.isTabVisible(nummer) and blad.isTabEnabled(nummer):
                blad.setCurrentIndex(nummer)
                if (tab := blad.currentWidget()) is not None:
                    tab.setFocus()  # where there is room for one pane, it is the one that has the keyboard
                yield f"{naam}, {blad.tabText(nummer).replace('&', '')}"
        blad.setCurrentIndex(eerst)


def _langs_acties(bediening: Bediening) -> Iterator[str]:
    bediening.ga_naar(Adres(scherm=Scherm.ACTIES))
    for nummer in (*range(2, 6), 1):
        bediening.opdrachten.acties[f"actie.als-{nummer}"].trigger()
        yield f"acties {nummer}"


def _langs_lezer(qtbot: QtBot, bediening: Bediening) -> Iterator[str]:
    """Look at a paper with its panes, and at one with notes while it is searched and a note is open."""
    bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=_VERGADERING, stuk="stuk-2a"))
    wacht_op(qtbot, bediening, "stuk-2a")
    yield from _langs_tabs(bediening, "lezen")
    DIALOGEN["notitie.vragen"](qtbot, bediening)  # a paper with notes
    for opdracht in ("lezen.zoek", "notitie.volgende"):
        bediening.opdrachten.acties[opdracht].trigger()
        yield opdracht


def tot_rust(bediening: Bediening) -> None:
    """Let what was laid out take its place."""
    for _ in range(4):
        QApplication.sendPostedEvents()
    bediening.venster.repaint()
