"""The screen that a window stands on."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def ruimte(venster: QWidget) -> QSize:
    """Return the room that the screen of a window has within the frame that the system draws round windows.

    Asked of the window itself, PySide gives a screen that goes when the window goes, and the program with it. One that
    is not shown yet has no frame: it gets one as the window has over which it comes.
    """
    scherm = QGuiApplication.screenAt(venster.geometry().center()) or QGuiApplication.primaryScreen()
    ouder = venster.parentWidget()
    raam = venster if venster.isVisible() or ouder is None else ouder.window()
    return scherm.availableSize() - (raam.frameSize() - raam.size())
