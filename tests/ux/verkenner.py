"""A file manager in a process of its own: a window that lists files, all chosen, to be dragged out of it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem


class Bestanden(QListWidget):
    """Files that give their place on the disk when they are dragged."""

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Return the dragged files as a file manager gives them."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(item.toolTip()) for item in items])
        return mime


def main(argumenten: Sequence[str]) -> int:
    """Show the files at ``x y width height``; a line on standard output tells that they stand there."""
    app = QApplication(["Bestanden"])
    lijst = Bestanden()
    lijst.setWindowTitle("Bestanden")
    lijst.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
    lijst.setDragEnabled(True)
    for pad in map(Path, argumenten[4:]):
        item = QListWidgetItem(pad.name, lijst)
        item.setToolTip(str(pad))
    lijst.selectAll()
    lijst.setGeometry(*(int(maat) for maat in argumenten[:4]))
    lijst.show()

    def toon() -> None:
        plek = lijst.viewport().mapToGlobal(lijst.visualItemRect(lijst.item(0)).center())
        sys.stdout.write(f"{plek.x()} {plek.y()}\n")
        sys.stdout.flush()

    QTimer.singleShot(300, toon)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
