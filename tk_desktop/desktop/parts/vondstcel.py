"""A cell of a list with words that were sought: what was found stands out in bold and underlined."""

import re
from collections.abc import Iterator

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

_GEVONDEN = re.compile(r"‹([^‹›]*)›")


def zonder_haken(fragment: str) -> str:
    """Return words without the marks ‹ and › round what was found, as they are read aloud."""
    return _GEVONDEN.sub(r"\1", fragment)


def stukken(fragment: str) -> Iterator[tuple[str, bool]]:
    """Yield the words in pieces, each with whether it was found."""
    for nummer, stuk in enumerate(_GEVONDEN.split(fragment)):
        if stuk:
            yield stuk, bool(nummer % 2)


class Vondstcel(QStyledItemDelegate):
    """Draws what stands between ‹ and › in bold and underlined, and the rest as any cell; no bracket is shown."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell."""
        cel = QStyleOptionViewItem(option)
        self.initStyleOption(cel, index)
        delen = list(stukken(cel.text))
        if not any(gevonden for _, gevonden in delen):
            super().paint(painter, option, index)
            return
        stijl = cel.widget.style() if cel.widget is not None else QApplication.style()
        qt = QtWidgets.QStyle  # made by Qt when it is first named: no start waits for it
        vak = stijl.subElementRect(qt.SubElement.SE_ItemViewItemText, cel, cel.widget)
        rand = stijl.pixelMetric(qt.PixelMetric.PM_FocusFrameHMargin, cel, cel.widget) + 1
        cel.text = ""
        stijl.drawControl(qt.ControlElement.CE_ItemViewItem, cel, painter, cel.widget)
        painter.save()
        painter.setPen(cel.palette.color(_groep(cel), _rol(cel)))
        _teken(painter, vak.adjusted(rand, 0, -rand, 0), delen, cel.font)
        painter.restore()


def _teken(painter: QPainter, vak: QRect, delen: list[tuple[str, bool]], gewoon: QFont) -> None:
    """Draw pieces behind each other; the one that does not fit is shortened, and what comes after it left out."""
    raak = QFont(gewoon)
    raak.setBold(True)
    raak.setUnderline(True)
    for tekst, gevonden in delen:
        letter = raak if gevonden else gewoon
        maten = QFontMetrics(letter)
        kort = maten.elidedText(tekst, Qt.TextElideMode.ElideRight, max(0, vak.width()))
        painter.setFont(letter)
        painter.drawText(vak, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), kort)
        if kort != tekst:
            break
        vak = vak.adjusted(maten.horizontalAdvance(tekst), 0, 0, 0)


def _groep(cel: QStyleOptionViewItem) -> QPalette.ColorGroup:
    if not cel.state & QtWidgets.QStyle.StateFlag.State_Enabled:
        return QPalette.ColorGroup.Disabled
    return (
        QPalette.ColorGroup.Active
        if cel.state & QtWidgets.QStyle.StateFlag.State_Active
        else QPalette.ColorGroup.Inactive
    )


def _rol(cel: QStyleOptionViewItem) -> QPalette.ColorRole:
    gekozen = cel.state & QtWidgets.QStyle.StateFlag.State_Selected
    return QPalette.ColorRole.HighlightedText if gekozen else QPalette.ColorRole.Text
