"""The screen that a window stands on."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def ruimte(venster: QWidget) -> QSize:
    """Return the room that the screen of a window has.

    Asked of the window itself, PySide gives a screen that goes when the window goes, and the program with it.
    """
    scherm = QGuiApplication.screenAt(venster.geometry().center()) or QGuiApplication.primaryScreen()
    return scherm.availableSize()
