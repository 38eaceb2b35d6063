"""A user who goes past every screen of the window, and reads a set; run as a program of its own."""

import sys
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtTest import QTest
from pytestqt.qt_compat import qt_api

from tests.desktop.geduld import GeduldigeBot
from tests.desktop.venster import open_venster
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.start import maak_app

_VAN_EEN_VERGADERING = {Scherm.SET, Scherm.LEZEN, Scherm.TAFEL}


def _staat_op(bediening: Bediening, scherm: Scherm) -> bool:
    return bediening.adres.scherm is scherm


def main(werkmap: Path) -> None:
    """Go past every screen of a werkmap that holds a meeting with papers."""
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]
    wachter = GeduldigeBot(cast(Any, SimpleNamespace(node=SimpleNamespace())))
    maak_app()
    with open_venster(wachter, werkmap) as bediening:
        bediening.venster.show()
        QTest.qWaitForWindowActive(bediening.venster)
        for scherm in set(Scherm) - _VAN_EEN_VERGADERING:
            bediening.ga_naar(Adres(scherm=scherm))
            wachter.waitUntil(partial(_staat_op, bediening, scherm))
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        for scherm in _VAN_EEN_VERGADERING:
            bediening.ga_naar(Adres(scherm=scherm, vergadering=vergadering))
            wachter.waitUntil(partial(_staat_op, bediening, scherm))
        bediening.ga_naar(Adres(scherm=Scherm.LEZEN, vergadering=vergadering))
        lezer = bediening.lezer.bediening()
        wachter.waitUntil(lambda: bool(lezer.scherm.actief and lezer.scherm.actief.pagina))
    sys.stdout.write("rond\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
