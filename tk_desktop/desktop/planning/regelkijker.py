"""The lines of a file that has no pages, with the one on which something was read marked."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


class Regelkijker(QPlainTextEdit):
    """Shows lines to read, none to change."""

    def __init__(self, regels: Sequence[str]) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Tekst van het bestand")
        self.setPlainText("\n".join(regel.replace("\n", " ") for regel in regels))

    def ga_naar(self, regel: int) -> None:
        """Show a line (from 1), marked over its whole width; none when it is not known."""
        self.setExtraSelections([])
        blok = self.document().findBlockByNumber(regel - 1)
        if regel < 1 or not blok.isValid():
            return
        cursor = QTextCursor(blok)
        self.setTextCursor(cursor)
        merk = QTextEdit.ExtraSelection()
        merk.cursor = cursor
        merk.format = QTextCharFormat()
        merk.format.setBackground(self.palette().highlight())
        merk.format.setForeground(self.palette().highlightedText())
        merk.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([merk])
        self.centerCursor()

    def zoom(self, stap: int) -> None:
        """Make the letters a step larger or smaller."""
        self.zoomIn(stap)
