"""The times of a meeting and of one item of it, set right by hand when nobody pressed a key in time."""

from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.datumveld import TijdVeld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.desktop.sitting.tafelwoorden import puntnaam
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.zitting import Zitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijden:
    """What was filled in; ``None`` where nothing stands."""

    geopend: time | None
    gesloten: time | None
    begonnen: time | None
    geeindigd: time | None


class Tijdvraag(QDialog):
    """Opens over its parent for a meeting at an item; ``gegeven`` tells the ``Tijden``.

    A meeting that was not opened, or not closed, is so by its own command and not by a time.
    """

    gegeven = Signal(object)

    def __init__(self, zitting: Zitting, punt: Agendapunt, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle("Tijden verbeteren")
        vergadering, verslag = zitting.opname.vergadering, zitting.verslag_van(punt)
        self.geopend, self.gesloten = TijdVeld("Vergadering geopend om"), TijdVeld("Vergadering gesloten om")
        self.begonnen, self.geeindigd = TijdVeld("Punt begonnen om"), TijdVeld("Punt geëindigd om")
        self._velden = (self.geopend, self.gesloten, self.begonnen, self.geeindigd)
        stond = (vergadering.begonnen, vergadering.geeindigd, verslag.begonnen, verslag.geeindigd)
        for veld, tijd in zip(self._velden, stond, strict=True):
            veld.toon(tijd)
        self.geopend.setEnabled(vergadering.begonnen is not None)
        self.gesloten.setEnabled(vergadering.geeindigd is not None)
        over = QLabel(puntnaam(zitting, punt))
        over.setProperty("kop", "2")
        over.setWordWrap(True)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("Vergadering &geopend om", self.geopend)
        vorm.addRow("Vergadering ge&sloten om", self.gesloten)
        vorm.addRow(over)
        vorm.addRow("Punt &begonnen om", self.begonnen)
        vorm.addRow("Punt geëin&digd om", self.geeindigd)
        knoppen = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.knop = knoppen.addButton("Zo was het", QDialogButtonBox.ButtonRole.AcceptRole)
        self.knop.setDefault(True)
        knoppen.accepted.connect(self._gaf)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(Rolvak(vorm))
        kolom.addWidget(knoppen)
        self.setMinimumWidth(min(letterbreedte(self.fontMetrics()) * 60, ouder.width()))
        self.finished.connect(self.deleteLater)
        self.begonnen.setFocus()

    def _gaf(self) -> None:
        fout = next((veld for veld in self._velden if veld.fout), None)
        if fout is not None:
            fout.setFocus()
            return
        geopend, gesloten, begonnen, geeindigd = (veld.tijd for veld in self._velden)
        self.accept()
        self.gegeven.emit(Tijden(geopend=geopend, gesloten=gesloten, begonnen=begonnen, geeindigd=geeindigd))
