"""Enter presses the button that has the keyboard, also where no button answers to Enter by itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


def druk_knop(venster: QWidget, event: QKeyEvent) -> bool:
    """Press the button in a window that has the keyboard when the key is Enter; returns whether it did."""
    knop = venster.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(knop, QPushButton):
        return False
    event.accept()
    knop.click()
    return True
