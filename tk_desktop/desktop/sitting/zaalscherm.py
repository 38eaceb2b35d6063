"""What the room sees on the wall: the item that is dealt with, a break, who speaks; nothing that is besloten (G13)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tk_desktop.desktop.sitting.zaalbeeld import Zaalbeeld

_GROOT, _MIDDEL = 14, 26
"""How many lines of such letters would fill the window from top to bottom."""


class Zaalscherm(QWidget):
    """A window of its own, on the second screen where there is one; Escape or its command closes it."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the program ends with its own window
        self.setWindowTitle("Zaalscherm")
        self.setAccessibleName("Zaalscherm")
        self.boven, self.groot, self.onder = QLabel(), QLabel(), QLabel()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(48, 48, 48, 48)
        for label in (self.boven, self.groot, self.onder):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        kolom.addWidget(self.boven)
        kolom.addStretch(1)
        kolom.addWidget(self.groot)
        kolom.addWidget(self.onder)
        kolom.addStretch(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write so large that the back of the room can read it, however large the wall is."""
        super().resizeEvent(event)
        for label, regels in ((self.boven, _MIDDEL), (self.groot, _GROOT), (self.onder, _MIDDEL)):
            letter = label.font()
            letter.setPixelSize(max(12, self.height() // regels))
            label.setFont(letter)

    def toon(self, beeld: Zaalbeeld) -> None:
        """Show what everybody may see now."""
        for label, tekst in ((self.boven, beeld.boven), (self.groot, beeld.groot), (self.onder, beeld.onder)):
            label.setText(tekst)
            label.setVisible(bool(tekst))
        self.setAccessibleDescription(". ".join(deel for deel in (beeld.boven, beeld.groot, beeld.onder) if deel))

    def ga_open(self, eigen: QScreen) -> None:
        """Open on another screen than one's own and fill it, or as a window where there is one screen."""
        schermen = QGuiApplication.screens()
        ander = next((een for een in schermen if een.geometry() != eigen.geometry()), None)
        if ander is not None:
            self.setGeometry(ander.geometry())
            self.showFullScreen()
        else:
            self.resize(960, 540)
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
