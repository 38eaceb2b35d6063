"""The pane beside the reader, in which one of several panels is shown: what is prepared, found or marked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.icons import icon


class Zijvak(QWidget):
    """Shows one panel under its title. ``terug`` tells that Esc was pressed, ``gesloten`` that it was closed."""

    terug = Signal()
    gesloten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._titels: dict[QWidget, str] = {}
        self._kop = QLabel()
        self._kop.setProperty("kop", "2")
        self._kop.setTextFormat(Qt.TextFormat.PlainText)
        self._kop.setWordWrap(True)
        sluit = QToolButton()
        sluit.setIcon(icon("x"))
        sluit.setAutoRaise(True)
        sluit.setAccessibleName("Dit deel sluiten")
        sluit.setToolTip("Dit deel sluiten")
        sluit.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sluit.clicked.connect(self.sluit)
        boven = QHBoxLayout()
        boven.setContentsMargins(12, 8, 6, 0)
        boven.addWidget(self._kop, 1)
        boven.addWidget(sluit, 0, Qt.AlignmentFlag.AlignTop)
        self._stapel = QStackedWidget()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(boven)
        kolom.addWidget(self._stapel, 1)
        self.hide()

    def voeg_toe(self, paneel: QWidget, titel: str) -> None:
        """Give a panel a place here."""
        self._titels[paneel] = titel
        self._stapel.addWidget(paneel)

    def is_open(self, paneel: QWidget) -> bool:
        """Tell whether a panel is what is shown."""
        return not self.isHidden() and self._stapel.currentWidget() is paneel

    def toon(self, paneel: QWidget) -> None:
        """Show a panel, with the keyboard in it."""
        self._kop.setText(self._titels[paneel])
        self._stapel.setCurrentWidget(paneel)
        self.setFocusProxy(paneel)
        self.show()
        paneel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sluit(self) -> None:
        """Hide what is shown."""
        self.hide()
        self.gesloten.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the page with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.terug.emit()
            return
        super().keyPressEvent(event)
