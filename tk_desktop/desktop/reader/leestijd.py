"""How long each page is in view: one that stays long enough is read (F15)."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

LEESTIJD = 2_000
"""Milliseconds that a page is in view before it counts as read; who leafs through is past it sooner."""


class Leestijd(QObject):
    """Follows which pages are in view; ``voorbij`` tells the version and the page (from 1) of one that stayed."""

    voorbij = Signal(str, int)

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self._lopend: dict[tuple[str, int], QTimer] = {}

    def kijk(self, versie: str, paginas: Collection[int]) -> None:
        """Tell which pages of which version are in view now; the time of those that went begins anew next time."""
        nu = {(versie, pagina) for pagina in paginas}
        for weg in self._lopend.keys() - nu:
            self._lopend.pop(weg).deleteLater()
        for bij in nu - self._lopend.keys():
            tijd = QTimer(self)
            tijd.setSingleShot(True)
            tijd.timeout.connect(partial(self.voorbij.emit, *bij))
            tijd.start(LEESTIJD)
            self._lopend[bij] = tijd
