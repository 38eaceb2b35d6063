"""A pane of the window of which the contents are made when they are first needed: the window opens without them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tk_desktop.desktop.parts.focusdeur import Focusdeur


class Kamer(QWidget):
    """Stands empty in its place until ``vul`` gives it what takes all of it, and the keyboard too."""

    def __init__(self) -> None:
        super().__init__()
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)

    def vul(self, inhoud: QWidget) -> None:
        """Put in what the pane is for."""
        self._kolom.addWidget(inhoud)
        inhoud.show()  # Qt would wait with that, and where it is scrolled to is asked for now
        Focusdeur(self, lambda: inhoud)
