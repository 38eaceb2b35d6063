"""The fields in which somebody corrects what was read: lines to type, choices, and texts of more lines."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from tk_desktop.desktop.parts.tekstveld import Tekstveld
from tk_desktop.intake.pakrubrieken import Rubriek

_Veld = QLineEdit | QComboBox | Tekstveld


class Rubriekvak(QWidget):
    """Shows what can be corrected; ``verbeterd`` tells the id of what somebody changed, and its new words."""

    verbeterd = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rubrieken: tuple[Rubriek, ...] = ()
        self.velden: dict[str, _Veld] = {}
        self._vorm = QFormLayout(self)
        self._vorm.setContentsMargins(0, 0, 0, 0)
        self._vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def toon(self, rubrieken: Sequence[Rubriek]) -> None:
        """Show these; fields that stay keep the cursor."""
        nieuw = tuple(rubrieken)
        if [(een.id, een.keuzes) for een in nieuw] != [(een.id, een.keuzes) for een in self._rubrieken]:
            self._bouw(nieuw)
        self._rubrieken = nieuw
        for rubriek in nieuw:
            _zet(self.velden[rubriek.id], rubriek.waarde)
        self.setVisible(bool(nieuw))

    def leg_vast(self) -> None:
        """Tell what was typed and not left yet."""
        for rubriek in self._rubrieken:
            self._vertel(rubriek.id)

    def _bouw(self, rubrieken: Sequence[Rubriek]) -> None:
        while self._vorm.rowCount():
            rij = self._vorm.takeRow(0)
            for ding in (rij.labelItem.widget(), rij.fieldItem.widget()):
                if ding is not None:  # the one that told may be among them: it goes later
                    ding.hide()
                    ding.deleteLater()
        self.velden = {}
        for rubriek in rubrieken:
            veld = self._veld(rubriek)
            veld.setAccessibleName(rubriek.naam)
            self._vorm.addRow(rubriek.naam, veld)
            self.velden[rubriek.id] = veld

    def _veld(self, rubriek: Rubriek) -> _Veld:
        vertel = partial(self._vertel, rubriek.id)
        if rubriek.keuzes:
            keuze = QComboBox()
            keuze.addItems(rubriek.keuzes)
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            keuze.setMinimumContentsLength(12)
            keuze.activated.connect(vertel)
            return keuze
        if rubriek.regels:
            tekst = Tekstveld(rubriek.naam)
            tekst.getypt.connect(vertel)
            return tekst
        regel = QLineEdit()
        regel.editingFinished.connect(vertel)
        return regel

    def _vertel(self, id_: str, _: object = None) -> None:
        oud = next((een.waarde for een in self._rubrieken if een.id == id_), "")
        nu = _waarde(self.velden[id_])
        if nu != oud:
            self.verbeterd.emit(id_, nu)


def _waarde(veld: _Veld) -> str:
    if isinstance(veld, QComboBox):
        return veld.currentText()
    return veld.toPlainText() if isinstance(veld, Tekstveld) else veld.text()


def _zet(veld: _Veld, waarde: str) -> None:
    if isinstance(veld, Tekstveld):
        veld.toon(waarde, zelfde=veld.hasFocus())
        return
    with QSignalBlocker(veld):
        if isinstance(veld, QComboBox):
            veld.setCurrentText(waarde)
        elif veld.text() != waarde:
            veld.setText(waarde)
            veld.setCursorPosition(0)
