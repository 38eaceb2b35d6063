"""The screen that a window stands on."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def ruimte(venster: QWidget) -> QSize:
    """Return the room that the screen of a window has within the frame that the system draws round windows.

    One that is not shown yet has no frame: it gets one as the window has over which it comes.
    """
    ouder = venster.parentWidget()
    raam = venster if venster.isVisible() or ouder is None else ouder.window()
    return scherm_van(venster).availableSize() - (raam.frameSize() - raam.size())


def geef_ruimte(venster: QWidget, maat: QSize) -> None:
    """Give a window a size as far as its screen has it; one that would then go over the edge moves back onto it."""
    venster.resize(maat.boundedTo(ruimte(venster)))
    if not venster.isVisible():
        return
    er, raam = scherm_van(venster).availableGeometry(), venster.frameGeometry()
    terug = raam.translated(min(0, er.right() - raam.right()), min(0, er.bottom() - raam.bottom())).topLeft()
    if terug != raam.topLeft():
        venster.move(max(terug.x(), er.x()), max(terug.y(), er.y()))


def scherm_van(venster: QWidget) -> QScreen:
    """Return the screen on which the middle of a window stands.

    Never asked of the window itself: PySide then gives a screen that goes when it goes, and the program along with it.
    """
    return QGuiApplication.screenAt(venster.geometry().center()) or QGuiApplication.primaryScreen()
