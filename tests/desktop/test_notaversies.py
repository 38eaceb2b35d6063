"""The versions of a nota on the screen."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from tests.bouwers import een_nota, een_sectie
from tk_desktop.desktop.nota.notaversies import Notaversies
from tk_desktop.domain.nota import Nota
from tk_desktop.domain.notaversie import Notaversie

SECTIE = een_sectie(tekst="De nieuwe oever is droog.")
NU = een_nota(secties=(SECTIE,))


def _versie(id_: str, tekst: str, nota: Nota = NU) -> Notaversie:
    toen = replace(nota, secties=(replace(SECTIE, tekst=tekst),))
    return Notaversie(
        id=id_, nota_id=nota.id, volgorde="b", moment=datetime(2026, 3, 2, 14, 5), reden="Ingediend", nota=toen
    )


VERSIES = (_versie("nieuw", "De oude oever is droog."), _versie("oud", "De oude oever."))


@pytest.fixture
def venster(qtbot: QtBot) -> Notaversies:
    dialoog = Notaversies(NU, VERSIES)
    qtbot.addWidget(dialoog)
    dialoog.show()
    return dialoog


def _vorm(veld: QTextEdit, woord: str) -> tuple[bool, bool]:
    cursor = veld.document().find(woord)
    assert isinstance(cursor, QTextCursor)
    return cursor.charFormat().fontStrikeOut(), cursor.charFormat().fontUnderline()


def test_what_changed_is_told_by_signs_and_lines_and_not_by_colour_alone(venster: Notaversies) -> None:
    assert venster.lijst.item(0).text() == "2 maart 2026, 14.05 uur\nIngediend"
    assert venster.tekst.toPlainText() == "Inleiding\nDe −oude +nieuwe oever is droog."
    assert _vorm(venster.tekst, "oude") == (True, False)
    assert _vorm(venster.tekst, "nieuwe") == (False, True)


def test_a_version_is_compared_with_now_or_with_the_one_before_it(venster: Notaversies) -> None:
    venster.vergelijk.setCurrentIndex(1)
    assert venster.tekst.toPlainText() == "Inleiding\nDe oude −oever. +oever is droog."
    venster.lijst.setCurrentRow(1)
    assert venster.tekst.toPlainText() == ""
    venster.vergelijk.setCurrentIndex(0)
    assert "−oude −oever. +nieuwe" in venster.tekst.toPlainText().replace("oude oever", "oude −oever")


def test_a_version_is_put_back_and_the_present_kept_by_a_button(venster: Notaversies, qtbot: QtBot) -> None:
    with qtbot.waitSignal(venster.bewaard):
        venster._bewaar.click()
    venster.lijst.setCurrentRow(1)
    with qtbot.waitSignal(venster.teruggezet) as terug:
        venster._terug.click()
    assert terug.args == ["oud"]
    assert not venster.isVisible()


def test_without_versions_there_is_nothing_to_put_back(qtbot: QtBot) -> None:
    leeg = Notaversies(NU, ())
    qtbot.addWidget(leeg)
    assert not leeg._terug.isEnabled()
    leeg.toon(NU, [_versie("zelfde", SECTIE.tekst)])
    assert leeg._uitleg.text() == "Er is geen verschil."
    assert leeg.minimumSizeHint().width() <= 640
    assert leeg.minimumSizeHint().height() <= 360
