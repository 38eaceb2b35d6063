"""Where is written what was said at an item; a line that begins with a ``!`` becomes an action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.text.opmaakdocument import lees_stukjes_van
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.domain.actieregel import is_actieregel
from tk_desktop.domain.opmaak import lees_stukjes, schrijf_stukjes

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Besproken(RijkeTekst):
    """The text of an item; ``actie`` tells a line that is an action, and the text as it is without that line.

    Both are told as they are stored, so that a besloten passage of the line is known to be one.
    The line is gone while that is told; who cannot keep it brings it back (``terug``), so that nothing is lost.
    """

    actie = Signal(str, str)

    def __init__(self, naam: str, ouder: QWidget | None = None, *, regels: int = 5) -> None:
        super().__init__(naam, ouder, regels=regels)

    def toon(self, tekst: str, *, zelfde: bool = False) -> None:
        """Show what is kept of an item; empty lines that were typed at another one do not come along."""
        if not zelfde and self.is_leeg():
            self._herbouw(())
        super().toon(tekst, zelfde=zelfde)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Make an action of the line on Enter; the rest is typing."""
        cursor = self.textCursor()
        kaal = cursor.block().text()
        if e.key() in _ENTER and not e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and is_actieregel(kaal):
            regel = schrijf_stukjes(lees_stukjes_van(cursor.block()))
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self.actie.emit(regel, self.tekst())
        else:
            super().keyPressEvent(e)

    def terug(self, regel: str) -> None:
        """Put a line back that could not be kept."""
        self.voeg_stukjes_in(lees_stukjes(regel))
