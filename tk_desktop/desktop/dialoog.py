"""A screen in a window of its own over another."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.terugregel import Terugregel


def geef_maat(venster: QDialog, breed: int, hoog: int) -> None:
    """Give a window over another the size it would like, as far as the screen has it."""
    venster.resize(QSize(breed, hoog).boundedTo(venster.screen().availableSize()))


def in_venster(inhoud: QWidget, titel: str, ouder: QWidget, sessie: Sessie) -> None:
    """Open a screen in a window of its own over another; Esc closes it, and what was typed is kept by the screen.

    Enter ends a field and presses no button: everything in these screens is kept at once, and undone there too.
    """
    venster = QDialog(ouder)
    venster.setWindowTitle(titel)
    knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    knoppen.rejected.connect(venster.reject)
    kolom = QVBoxLayout(venster)
    kolom.addWidget(inhoud, 1)
    rij = QHBoxLayout()
    rij.addWidget(Terugregel(venster, sessie), 1)
    rij.addWidget(knoppen)
    kolom.addLayout(rij)
    for knop in venster.findChildren(QPushButton):
        knop.setAutoDefault(False)
        knop.setDefault(False)
    venster.resize(round(ouder.width() * 0.85), round(ouder.height() * 0.8))
    venster.finished.connect(venster.deleteLater)
    venster.open()


def laat_passen(venster: QDialog) -> None:
    """Make a dialog as high as its words ask for at its width; it never grows out of the screen."""
    indeling = venster.layout()
    if indeling is None:
        return
    nodig = indeling.totalHeightForWidth(venster.width()) if indeling.hasHeightForWidth() else 0
    hoogst = venster.screen().availableGeometry().height()
    if nodig > venster.height():
        venster.resize(venster.width(), min(nodig, hoogst))
