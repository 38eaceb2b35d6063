"""What became of files that came in, told where there is little room: nothing lies over anything else."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk
from tk_desktop.desktop.agenda.stukken_taken import Uitkomst, Uitkomstregel
from tk_desktop.desktop.parts.theme import Toon


def test_the_lines_give_way_before_the_head_and_the_button(qtbot: QtBot) -> None:
    vak = QWidget()
    qtbot.addWidget(vak)
    kolom = QVBoxLayout(vak)
    uitkomst = Uitkomst(vak)
    letter = uitkomst.font()
    letter.setPointSizeF(letter.pointSizeF() * 3)
    vak.setFont(letter)
    kolom.addWidget(uitkomst)
    vak.resize(620, uitkomst.fontMetrics().height() * 9)
    vak.show()
    regels = [
        Uitkomstregel(Toon.ROOD, f"‘{nr}.pdf’ kan niet worden geopend: het bestand is beschadigd.") for nr in range(9)
    ]
    uitkomst.toon("1 stuk is toegevoegd en bewaard. 9 bestanden zijn niet toegevoegd.", regels, ander=True)
    qtbot.waitUntil(lambda: uitkomst.ander.y() > 0)
    kop, rol, knop = uitkomst._kop.geometry(), uitkomst._rol.geometry(), uitkomst.ander.geometry()
    assert not rol.intersects(knop)
    assert not kop.intersects(rol)
    assert kop.height() >= uitkomst._kop.heightForWidth(kop.width())


def test_f8_goes_through_what_asks_for_something_and_esc_gives_the_keyboard_back(qtbot: QtBot) -> None:
    vak = QWidget()
    qtbot.addWidget(vak)
    kolom = QVBoxLayout(vak)
    rail, veld, lijst = QLineEdit(), QLineEdit(), QLineEdit()
    uitkomst = Uitkomst(lijst)
    gehoord: list[str] = []
    QShortcut(QKeySequence("F8"), vak, lambda: gehoord.append("controle"))
    for deel in (rail, veld, lijst, uitkomst):
        kolom.addWidget(deel)
    vak.show()
    qtbot.waitUntil(vak.isActiveWindow)
    veld.setFocus()
    regels = [
        Uitkomstregel(Toon.BLAUW, "‘a.pdf’ was er al: 2a."),
        Uitkomstregel(Toon.ORANJE, "blz. 3: geen tekst"),
        Uitkomstregel(Toon.ROOD, "‘b.pdf’ is beschadigd."),
    ]
    uitkomst.toon("1 stuk is toegevoegd.", regels, dicht=True)
    assert uitkomst.open()

    def hier() -> str:
        deel = vak.focusWidget()
        return deel.selectedText() if isinstance(deel, QLabel) else ""

    langs = []
    for toets in ("F8", "F8", "F8", "Shift+F8"):
        druk(toets, vak.focusWidget())
        langs.append(hier())
    assert langs == ["‘b.pdf’ is beschadigd.", "blz. 3: geen tekst", "‘b.pdf’ is beschadigd.", "blz. 3: geen tekst"]
    assert gehoord == []
    druk("Escape", vak.focusWidget())
    assert (uitkomst.isHidden(), vak.focusWidget()) == (True, veld)
    druk("F8", veld)
    assert gehoord == ["controle"]
    uitkomst.toon("Er is niets toegevoegd.", regels[2:])
    uitkomst.open()
    veld.hide()  # where it came from is gone by now
    druk("Escape", vak.focusWidget())
    assert vak.focusWidget() is lijst
