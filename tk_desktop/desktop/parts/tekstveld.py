"""Fields that keep what is typed by themselves: a moment after the last key, and at once when they are left."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QMimeData, QObject, QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

RUST = 700
"""Milliseconds after a key in which the text is kept, whether one types on or not: a crash loses no more than this."""

EEN_STAP = 3.0
"""Seconds of typing on after which the next end of a word ends what one press of Ctrl+Z takes back."""
PAUZE = 2.0
"""Seconds without a key after which typing is another action."""


class Rust(QTimer):
    """Counts down from the first key that is not kept yet; typing on does not put off the end."""

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self.setSingleShot(True)
        self.setInterval(RUST)

    def tik(self) -> None:
        """Begin to count, unless it counts already."""
        if not self.isActive():
            self.start()


class Bewaring(QObject):
    """What is kept of a field: tells what was typed a moment later, and knows what the field may show anew.

    ``lees`` gives what stands in the field, ``vertel`` hears what is to be kept. ``afgerond`` tells that what was typed
    until here is one action, and what follows another; ``klok`` gives seconds.
    """

    afgerond = Signal()

    def __init__(
        self,
        veld: QObject,
        lees: Callable[[], str],
        vertel: Callable[[str], object],
        klok: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(veld)
        self._klok = klok
        self._begonnen = self._getypt = float("-inf")
        self._lees = lees
        self._vertel = vertel
        self._bewaard = ""
        self._vertelt = False
        self._rust = Rust(self)
        self._rust.timeout.connect(self.leg_vast)

    def tik(self, ervoor: str) -> None:
        """Hear that something was typed, and what stands before the cursor: an action ends where a word does."""
        nu = self._klok()
        if nu - self._getypt >= PAUZE:
            self._begonnen = nu
        self._getypt = nu
        self._rust.tik()
        if nu - self._begonnen >= EEN_STAP and (not ervoor or ervoor[-1].isspace()):
            self.rond_af()

    def rond_af(self) -> None:
        """Tell what was typed now, as an action without what follows."""
        self.leg_vast()
        self._getypt = float("-inf")
        self.afgerond.emit()

    def neem(self, tekst: str, *, zelfde: bool) -> bool:
        """Take in what is kept now, and tell whether the field may show it: not what one types at this moment.

        With ``zelfde`` it is the field of the same thing as before: then what was typed and refused stays too.
        """
        geweigerd = zelfde and tekst == self._bewaard != self._lees()
        self._bewaard = tekst
        return not self._rust.isActive() and not geweigerd

    def leg_vast(self) -> None:
        """Tell the text now when it differs from what is kept; one that is refused is told again at the next chance."""
        self._rust.stop()
        tekst = self._lees()
        if tekst != self._bewaard and not self._vertelt:
            self._vertelt = True  # what follows may ask to keep it once more
            try:
                self._vertel(tekst)
            finally:
                self._vertelt = False


class Regelveld(QLineEdit):
    """One line; ``getypt`` tells the new text, ``afgerond`` where an action of typing ends."""

    getypt = Signal(str)
    afgerond = Signal()

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self._bewaring = Bewaring(self, self.text, self.getypt.emit)
        self._bewaring.afgerond.connect(self.afgerond)
        self.textEdited.connect(self._tik)
        self.editingFinished.connect(self.leg_vast)

    def toon(self, tekst: str, *, zelfde: bool = False) -> None:
        """Show a text that is kept already; the cursor stays where it is when nothing differs (``Bewaring.neem``)."""
        if not self._bewaring.neem(tekst, zelfde=zelfde) or tekst == self.text():
            return
        plek = self.cursorPosition()
        self.setText(tekst)
        self.setCursorPosition(min(plek, len(tekst)))

    def leg_vast(self) -> None:
        """Tell the text now when it differs from what is kept."""
        self._bewaring.leg_vast()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo to the program, which knows the action by its name; what is typed is kept first."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_terug(event):
            self.leg_vast()
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a paste be undone without what was typed before and after it."""
        plakt = event.matches(QKeySequence.StandardKey.Paste)
        if plakt:
            self._bewaring.rond_af()
        super().keyPressEvent(event)
        if plakt:
            self._bewaring.rond_af()

    def _tik(self) -> None:
        self._bewaring.tik(self.text()[: self.cursorPosition()])


class Tekstveld(QPlainTextEdit):
    """Several lines; ``getypt`` tells the new text. The undo of the program covers it, so it has none of its own.

    ``afgerond`` tells where an action of typing ends.
    """

    getypt = Signal(str)
    afgerond = Signal()

    def __init__(self, naam: str, regels: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._regels = regels
        self._bewaring = Bewaring(self, self.toPlainText, self.getypt.emit)
        self._bewaring.afgerond.connect(self.afgerond)
        self.textChanged.connect(self._tik)
        self._meet()

    def toon(self, tekst: str, *, zelfde: bool = False) -> None:
        """Show a text that is kept already; the cursor stays where it is as far as the text allows (``Regelveld``)."""
        if not self._bewaring.neem(tekst, zelfde=zelfde) or tekst == self.toPlainText():
            return
        plek = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(tekst)
        cursor = self.textCursor()
        cursor.setPosition(min(plek, len(tekst)))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """Ask for a line more than its text usually takes; it grows from there where there is room."""
        return QSize(super().sizeHint().width(), self.minimumHeight() + self.fontMetrics().lineSpacing())

    def leg_vast(self) -> None:
        """Tell the text now when it differs from what is kept."""
        self._bewaring.leg_vast()

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo to the program, which knows the action by its name; what is typed is kept first."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_terug(event):
            self.leg_vast()
            event.ignore()
            return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Let a paste be undone without what was typed before and after it."""
        self._bewaring.rond_af()
        super().insertFromMimeData(source)
        self._bewaring.rond_af()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text when the field is left."""
        self.leg_vast()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the same number of lines when the letters grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._meet()

    def _tik(self) -> None:
        cursor = self.textCursor()
        self._bewaring.tik(cursor.block().text()[: cursor.positionInBlock()])

    def _meet(self) -> None:
        regel, rand = self.fontMetrics().lineSpacing(), 2 * self.frameWidth() + 12
        self.setMinimumHeight(regel * self._regels + rand)
        self.setMaximumHeight(regel * self._regels * 2 + rand)


def is_terug(event: QKeyEvent) -> bool:
    """Tell whether a key asks to undo or to do again."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
