"""What hangs at the mouse while rows are dragged: a small card beside it, so that one sees where they fall."""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import kleuren

_LETTERS = 36


def maak_sleep(veld: QWidget, gegevens: QMimeData, woorden: str) -> QDrag:
    """Return a drag from a widget; Qt itself hangs a picture of whole rows over the line on which they fall."""
    letters = veld.fontMetrics()
    kort = letters.elidedText(woorden, Qt.TextElideMode.ElideRight, letterbreedte(letters) * _LETTERS)
    rand = letters.height() // 3
    vak = QRect(0, 0, letters.horizontalAdvance(kort) + 2 * rand, letters.height() + rand)
    schaal = veld.devicePixelRatioF()
    kaart = QPixmap(vak.size() * schaal)
    kaart.setDevicePixelRatio(schaal)
    kaart.fill(QColor(kleuren().selectie.vlak))
    verf = QPainter(kaart)
    verf.setFont(veld.font())
    verf.setPen(QColor(kleuren().selectie.tekst))
    verf.drawText(vak, Qt.AlignmentFlag.AlignCenter, kort)
    verf.end()
    sleep = QDrag(veld)
    sleep.setMimeData(gegevens)
    sleep.setPixmap(kaart)
    sleep.setHotSpot(QPoint(-letters.height(), -letters.height() // 2))
    return sleep
