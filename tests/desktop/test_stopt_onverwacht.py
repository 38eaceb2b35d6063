"""A program that is killed while one types loses no more than two seconds of keys (SCREENS T2)."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tk_desktop.store.werkmap import Store

TYP = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.opening import open_werkmap
from tk_desktop.desktop.start import maak_app, maak_venster

app = maak_app()
venster = maak_venster(app, Path(sys.argv[1]))
venster.show()
with open_werkmap(venster) as bediening:
    vergadering = bediening.sessie.store.vergaderingen.all()[0].id
    bediening.ga_naar(Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering))
    werkblad = bediening.werkblad
    werkblad.blad.tabs.setCurrentWidget(werkblad.agenda.paneel)
    veld = werkblad.agenda.paneel.toelichting
    veld.setFocus()
    getypt = []

    def toets():
        teken = chr(ord("a") + len(getypt) % 26)
        QApplication.sendEvent(veld, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, teken))
        getypt.append((time.monotonic(), teken))
        print(f"{getypt[-1][0]} {teken}", flush=True)

    klok = QTimer()
    klok.timeout.connect(toets)
    klok.start(40)
    app.exec()
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 bestaat hier niet")
def test_a_program_that_is_killed_loses_at_most_two_seconds_of_typing(werkmap: Path) -> None:
    opdracht = [sys.executable, "-c", TYP, str(werkmap)]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as proces:
        assert proces.stdout is not None
        regels = [proces.stdout.readline() for _ in range(90)]
        proces.send_signal(signal.SIGKILL)
        regels += proces.stdout.readlines()
    getypt = [(float(moment), teken) for moment, teken in (regel.split() for regel in regels if regel.endswith("\n"))]
    with Store.open(werkmap) as store:
        opname = store.opname(store.vergaderingen.all()[0].id)
    bewaard = opname.agendapunten[0].toelichting
    alles = "".join(teken for _, teken in getypt)
    assert alles.startswith(bewaard)
    assert bewaard
    verloren = getypt[len(bewaard) :]
    assert not verloren or verloren[-1][0] - verloren[0][0] <= 2.0
