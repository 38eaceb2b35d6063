"""What became of files that came in, told where there is little room: nothing lies over anything else."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tk_desktop.desktop.agenda.stukken_taken import Uitkomst, Uitkomstregel
from tk_desktop.desktop.parts.theme import Toon


def test_the_lines_give_way_before_the_head_and_the_button(qtbot: QtBot) -> None:
    vak = QWidget()
    qtbot.addWidget(vak)
    kolom = QVBoxLayout(vak)
    uitkomst = Uitkomst()
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
