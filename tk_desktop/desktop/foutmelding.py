"""The one place of the window where a fault is shown: what happened, whether the work is safe, what to do now."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QMessageBox, QToolButton

from tk_desktop.base.errors import Onderbroken, TkError
from tk_desktop.desktop.icons import icon
from tk_desktop.desktop.logboek import ProgrammaFout, noteer


class Meldbalk(QFrame):
    """A bar above the screen that tells a fault and stays until it is closed; the work goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("toon", "rood")
        self.setAccessibleName("Foutmelding")
        teken = QLabel()
        maat = self.fontMetrics().height()
        teken.setPixmap(icon("circle-x").pixmap(maat, maat))
        self._tekst = QLabel()
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self._tekst.setWordWrap(True)
        self._tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._tekst.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sluit = QToolButton()
        sluit.setIcon(icon("x"))
        sluit.setToolTip("Melding sluiten (Esc)")
        sluit.setAccessibleName("Melding sluiten")
        sluit.clicked.connect(self.hide)
        rij = QHBoxLayout(self)
        rij.addWidget(teken, 0, Qt.AlignmentFlag.AlignTop)
        rij.addWidget(self._tekst, 1)
        rij.addWidget(sluit, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def tekst(self) -> str:
        """What it says now; empty when nothing is shown."""
        return "" if self.isHidden() else self._tekst.text()

    def toon(self, fout: TkError) -> None:
        """Show a fault, and tell it to who cannot see it."""
        tekst = zin(fout)
        self._tekst.setText(tekst)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, tekst))

    @contextmanager
    def meldt(self) -> Iterator[None]:
        """Show the fault that the block raises, if any; what the block did not finish has changed nothing."""
        try:
            yield
        except TkError as fout:
            self.toon(fout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class Foutvanger:
    """Tells the user of a bug that reached nobody, once for each; for ``sys.excepthook``."""

    def __init__(self, balk: Meldbalk) -> None:
        self._balk = balk

    def __call__(self, _: type[BaseException], fout: BaseException, __: object) -> None:
        """Keep where it happened and show one fixed sentence."""
        if isinstance(fout, TkError):
            self._balk.toon(fout)
            return
        noteer(fout)
        self._balk.toon(ProgrammaFout())


def zin(fout: TkError) -> str:
    """Return what the user reads: what happened, what to do, and the code."""
    return f"{fout} {fout.raad} ({fout.code})"


def start_of_meld(werk: Callable[[], None]) -> int:
    """Open what the window is for and return 0, or 2 after a fault that forbids it.

    The fault is shown until it is read and then ends the program; a stop by the user needs no words.
    """
    try:
        werk()
    except TkError as fout:
        if not isinstance(fout, Onderbroken):
            venster = QMessageBox(QMessageBox.Icon.Critical, "TK Desktop", zin(fout))
            venster.addButton("Sluiten", QMessageBox.ButtonRole.AcceptRole)
            venster.exec()
        QApplication.quit()
        return 2
    return 0
