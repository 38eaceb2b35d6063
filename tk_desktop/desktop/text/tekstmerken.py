"""The mark before each item of a list in a text field: a bullet, a number, a letter."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QTextBlock
from PySide6.QtWidgets import QTextEdit

from tk_desktop.desktop.text.opmaakdocument import MERK, maten


def teken_merken(veld: QTextEdit, vlak: QRect) -> None:
    """Draw the marks of the items that stand in a part of the field; call it while the field is painted."""
    document = veld.document()
    painter = QPainter(veld.viewport())
    painter.setPen(veld.palette().text().color())
    painter.setFont(document.defaultFont())
    blok = document.begin()
    while blok.isValid():
        merk = blok.blockFormat().stringProperty(MERK)
        plek = document.documentLayout().blockBoundingRect(blok)
        if merk and plek.bottom() >= vlak.top() and plek.top() <= vlak.bottom():
            _teken(painter, blok, merk)
        blok = blok.next()
    painter.end()


def _teken(painter: QPainter, blok: QTextBlock, merk: str) -> None:
    document = blok.document()
    regel = blok.layout().lineAt(0)
    plek = document.documentLayout().blockBoundingRect(blok).topLeft()
    x = plek.x() + regel.x() - maten(document).inspringen * 0.9
    y = plek.y() + regel.y() + regel.ascent()
    painter.drawText(round(x), round(y), "•" if merk == "-" else merk)
