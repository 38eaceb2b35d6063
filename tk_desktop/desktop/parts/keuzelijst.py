"""A choice from a list in a form that scrolls."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Keuzelijst(QComboBox):
    """A choice that does not change when the form is scrolled over it."""

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Let the form scroll."""
        e.ignore()
