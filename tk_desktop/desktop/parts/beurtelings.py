"""Two panes side by side, or where there is no room for both the one that has the keyboard."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget


class Beurtelings(QSplitter):
    """Asks no more width than its widest pane; ``gewisseld`` tells that another pane is shown, or both.

    The pane that has no room has no width, but can be gone to: it takes the room then.
    """

    gewisseld = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.is_smal = False
        """Whether there is room for one pane only."""
        self.toont_rechts = False
        """Whether that one is the last."""
        self._maten: list[int] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._volg)

    def minimumSizeHint(self) -> QSize:
        """Return the least there must be for either pane."""
        minst = [_minst(deel) for deel in self._delen()]
        return QSize(max(maat.width() for maat in minst), max(maat.height() for maat in minst))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both panes, or one."""
        nodig = sum(_minst(deel).width() for deel in self._delen()) + self.handleWidth()
        smal = event.size().width() < nodig
        if smal != self.is_smal:
            self._maten = self.sizes() if smal else self._maten
            self.is_smal = smal
            self.setChildrenCollapsible(smal)
            self.gewisseld.emit()
        super().resizeEvent(event)
        if smal:
            self._verdeel()
        elif self._maten:
            self.setSizes(self._maten)
            self._maten = []

    def _delen(self) -> list[QWidget]:
        return [deel for nr in range(self.count()) if (deel := self.widget(nr)) is not None]

    def _verdeel(self) -> None:
        self.setSizes([0, self.width()] if self.toont_rechts else [self.width(), 0])

    def _volg(self, _: QWidget | None, naar: QWidget | None) -> None:
        """Show the pane that the keyboard goes to."""
        hier = [nr for nr, deel in enumerate(self._delen()) if naar is not None and _is_in(naar, deel)]
        if hier and (hier[0] == 1) != self.toont_rechts:
            self.toont_rechts = hier[0] == 1
            if self.is_smal:
                self._verdeel()
            self.gewisseld.emit()


def _is_in(een: QWidget, deel: QWidget) -> bool:
    return een is deel or deel.isAncestorOf(een)


def _minst(deel: QWidget) -> QSize:
    """Return the least that a pane can do with: what was set for it, else what it asks, as a splitter takes it."""
    gezet, vraagt = deel.minimumSize(), deel.minimumSizeHint()
    return QSize(gezet.width() or vraagt.width(), gezet.height() or vraagt.height())
