"""A screen with nothing in it yet: one sentence that says what comes here, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class LeegBlad(QWidget):
    """A sentence in the middle of the screen; ``gevraagd`` and ``anders`` tell that the first or second button was."""

    gevraagd = Signal()
    anders = Signal()

    def __init__(self, tekst: str, knop: str = "", *, tweede: str = "") -> None:
        super().__init__()
        self.setAccessibleName(tekst)
        zin = QLabel(tekst)
        zin.setWordWrap(True)
        zin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        zin.setProperty("zacht", "ja")
        kolom = QVBoxLayout(self)
        kolom.addStretch(2)
        kolom.addWidget(zin)
        if knop:
            druk = QPushButton(knop)
            druk.setProperty("hoofd", "ja")
            druk.clicked.connect(self.gevraagd)
            kolom.addWidget(druk, 0, Qt.AlignmentFlag.AlignCenter)
        if tweede:
            ander = QPushButton(tweede)
            ander.clicked.connect(self.anders)
            kolom.addWidget(ander, 0, Qt.AlignmentFlag.AlignCenter)
        kolom.addStretch(3)
