"""A window that ended by itself says so when it opens again, and where its user was (SCREENS T2)."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster, typ
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.shell.opening import gestopt
from tk_desktop.store.slot import Onderbreking


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
