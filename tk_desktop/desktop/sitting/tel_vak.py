"""Counting a vote by numbers: how many are for, against and abstain; more than can vote is told and not kept."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.getalveld import Getalveld
from tk_desktop.domain.stemming import Keuze, Stemming

_MEEST = 99_999
"""What a field takes: more than any body has votes, so that what is typed is told of and not cut off."""


class Telvak(QWidget):
    """The three numbers of a vote; ``geteld`` tells them once they can be.

    What was typed stays in the fields while it is too much, until one of them is set right. Who leaves before that
    hears it too: ``geteld`` then tells what will be refused.
    """

    geteld = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stemming: Stemming | None = None
        self.aantallen = {keuze: _aantal(keuze) for keuze in Keuze}
        self.balk = Meldbalk(sluitbaar=False)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for keuze, veld in self.aantallen.items():
            vorm.addRow(f"&{keuze.value.capitalize()}", veld)
            veld.valueChanged.connect(self._tel)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(vorm)
        kolom.addWidget(self.balk)

    def toon(self, stemming: Stemming) -> None:
        """Show the numbers of a vote; what was typed and cannot be stays as long as that vote says what it said."""
        if self.balk.isHidden() or _wat(stemming) != _wat(self._stemming):
            self.balk.hide()
            for keuze, veld in self.aantallen.items():
                with QSignalBlocker(veld):
                    veld.setValue(stemming.tel(keuze))
        self._stemming = stemming

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the numbers that cannot be after all, so that the window behind says that they are not kept."""
        super().hideEvent(event)
        if not self.balk.isHidden():
            self.balk.hide()
            self.geteld.emit(*self._getypt())

    def _getypt(self) -> tuple[int, int, int]:
        voor, tegen, onthouden = (self.aantallen[keuze].value() for keuze in Keuze)
        return voor, tegen, onthouden

    def _tel(self) -> None:
        if self._stemming is None:
            return
        voor, tegen, onthouden = self._getypt()
        with self.balk.meldt():
            self._stemming.geteld(voor=voor, tegen=tegen, onthouden=onthouden)
            self.balk.hide()
            self.geteld.emit(voor, tegen, onthouden)


def _wat(stemming: Stemming | None) -> object:
    """Return what makes numbers those of a vote as it stands: which one, what was counted, how many may vote."""
    return stemming and (stemming.id, *map(stemming.tel, Keuze), stemming.mogelijk)


def _aantal(keuze: Keuze) -> Getalveld:
    veld = Getalveld()
    veld.setAccessibleName(f"Aantal {keuze.value}")
    veld.setMaximum(_MEEST)
    veld.setKeyboardTracking(False)  # half a number is not a count
    return veld
