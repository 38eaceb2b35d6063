"""The notes of the set, and right under them the one that was chosen, as high as its fields ask."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.reader.notitiedetail import Notitiedetail
from tk_desktop.desktop.reader.notitielijst import Notitielijst

_HOOGSTENS = 0.6
"""The share of the height that the fields get at most: the list is never gone."""


class Notitiepaneel(QSplitter):
    """Divides the height by what the fields ask, until somebody drags the edge between them."""

    def __init__(self, lijst: Notitielijst, detail: Notitiedetail) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._lijst = lijst
        self._detail = detail
        self._versleept = False
        self.setChildrenCollapsible(False)
        self.setAccessibleName("Aantekeningen")
        self.addWidget(lijst)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._is_versleept)
        Focusdeur(self, lambda: lijst.boom)

    def verdeel(self) -> None:
        """Give the fields of the chosen note what they ask, and the list the rest, as far as its notes fill it."""
        inhoud = self._detail.widget()
        if self._versleept or inhoud is None or self._detail.isHidden():
            return
        breed = max(1, self._detail.viewport().width())
        nodig = max(inhoud.sizeHint().height(), inhoud.heightForWidth(breed)) + 2 * self._detail.frameWidth()
        over = self.height() - self._lijst.nodig - self.handleWidth()
        onder = max(min(nodig, round(self.height() * _HOOGSTENS)), over)
        self.setSizes([self.height() - onder, onder])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide another height anew."""
        super().resizeEvent(event)
        self.verdeel()

    def _is_versleept(self) -> None:
        self._versleept = True
