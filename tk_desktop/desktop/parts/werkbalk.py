"""Bars of buttons and menus: the sign of what does not fit in them is as large as their letters."""

from PySide6.QtWidgets import QApplication, QMenuBar, QProxyStyle, QStyle, QStyleOption, QToolBar, QToolButton, QWidget

_DEEL = 0.8
"""How wide the sign is beside the height of a line."""


class _Tekenmaat(QProxyStyle):
    """Gives the sign its size; Qt has one for small letters, and lays the bar out by it."""

    def __init__(self, balk: QWidget) -> None:
        super().__init__("Fusion")
        self.setParent(balk)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Measure the sign by the letters of who asks: the bar is not kept, for PySide may take one of Qt for gone."""
        if metric is QStyle.PixelMetric.PM_ToolBarExtensionExtent:
            letters = widget.fontMetrics() if widget is not None else QApplication.fontMetrics()
            return max(12, round(letters.height() * _DEEL))
        return super().pixelMetric(metric, option, widget)


class Werkbalk(QToolBar):
    """A tool bar with that sign."""

    def __init__(self) -> None:
        super().__init__()
        ruim_teken(self)
        self.setStyle(_Tekenmaat(self))  # the bar leaves the room, the sign takes it


def ruim_teken(balk: QToolBar | QMenuBar) -> None:
    """Let the sign of what does not fit in a bar be read as well as what does."""
    for teken in balk.findChildren(QToolButton):
        if teken.objectName() in {"qt_toolbar_ext_button", "qt_menubar_ext_button"}:
            teken.setStyle(_Tekenmaat(balk))
