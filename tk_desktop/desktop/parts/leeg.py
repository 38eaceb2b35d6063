"""A screen with nothing in it yet: one sentence that says what comes here, and one button."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte


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


class Leegzin(QLabel):
    """A sentence in the middle of a list in which nothing stands."""

    def __init__(self, lijst: QAbstractItemView) -> None:
        super().__init__(lijst.viewport())
        self._lijst = lijst
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("zacht", "ja")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lijst.viewport().installEventFilter(self)
        self.hide()

    def zeg(self, tekst: str) -> None:
        """Say why there is nothing; nothing when there is something."""
        self.setText(tekst)
        self.setVisible(bool(tekst))
        self._lijst.setAccessibleDescription(tekst)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            rand = letterbreedte(self.fontMetrics()) * 2
            self.setGeometry(watched.rect().adjusted(rand, 0, -rand, 0))
        return False
