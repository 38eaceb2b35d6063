"""A program that is killed while one types loses no more than two seconds of keys (SCREENS T2)."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, open_venster, toon_venster, typ
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.opening import gestopt
from tk_desktop.store.slot import Onderbreking
from tk_desktop.store.werkmap import Store

TYP = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.opening import open_werkmap
from tk_desktop.desktop.shell.start import maak_app, maak_venster

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
def test_a_program_that_is_killed_loses_at_most_two_seconds_of_typing(qtbot: QtBot, werkmap: Path) -> None:
    opdracht = [sys.executable, "-c", TYP, str(werkmap)]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as proces:
        assert proces.stdout is not None
        regels = [proces.stdout.readline() for _ in range(90)]
        proces.send_signal(signal.SIGKILL)
        regels += proces.stdout.readlines()
    getypt = [(float(moment), teken) for moment, teken in (regel.split() for regel in regels if regel.endswith("\n"))]
    with open_venster(qtbot, werkmap) as bediening:
        gemeld = bediening.sessie.balk.tekst
        assert re.fullmatch(
            r"TK Desktop is (\w+ \d+ \w+ \d+ )?om [\d.]{5} onverwacht gestopt\. Alles tot [\d.]{8} is hersteld\.",
            gemeld,
        )
    with open_venster(qtbot, werkmap) as bediening:
        assert bediening.sessie.balk.tekst == ""
    with Store.open(werkmap) as store:
        opname = store.opname(store.vergaderingen.all()[0].id)
    bewaard = opname.agendapunten[0].toelichting
    alles = "".join(teken for _, teken in getypt)
    assert alles.startswith(bewaard)
    assert bewaard
    verloren = getypt[len(bewaard) :]
    assert not verloren or verloren[-1][0] - verloren[0][0] <= 2.0


def test_the_sentence_of_a_stop_names_a_day_that_is_past() -> None:
    moment = datetime(2026, 3, 4, 14, 31, 20).astimezone()
    toen = Onderbreking(gestopt=moment, bewaard=moment.replace(second=8))
    assert gestopt(toen, moment) == "TK Desktop is om 14.31 onverwacht gestopt. Alles tot 14.31.08 is hersteld."
    assert gestopt(toen, moment + timedelta(days=1)).startswith("TK Desktop is woensdag 4 maart 2026 om 14.31 onverw")
    eerder = Onderbreking(gestopt=moment, bewaard=moment - timedelta(days=1))
    assert gestopt(eerder, moment).endswith("Alles tot dinsdag 3 maart 2026 14.31.20 is hersteld.")


def test_a_window_that_is_killed_opens_where_the_last_words_were_kept(qtbot: QtBot, werkmap: Path) -> None:
    with toon_venster(qtbot, werkmap) as bediening:
        vergadering = bediening.sessie.store.vergaderingen.all()[0].id
        nota = Adres(scherm=Scherm.VERGADERINGEN, vergadering=vergadering, punt="punt-projectplan", stuk="stuk-2a")
        bediening.ga_naar(replace(nota, sectie="inleiding", vak="nota"))
        begin = bediening.sessie.voorkeuren.adres
        druk("Ctrl+PgDown")
        assert bediening.adres != begin
        typ("Zeker. ")
        qtbot.waitUntil(lambda: bediening.sessie.voorkeuren.adres == bediening.adres)
