"""From which item until and including which somebody was there: set right after it was told, or never told."""

from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.datumveld import TijdVeld
from tk_desktop.desktop.parts.getalveld import Getalveld
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.session.dialoog import Rolvak
from tk_desktop.desktop.sitting.tafelwoorden import puntnaam
from tk_desktop.domain.presentie import Presentie
from tk_desktop.domain.zitting import Zitting

_MEESTE_STEMMEN = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """What was filled in: the items (``None``: from the begin, until the end), the times and the votes."""

    van: str | None
    tot: str | None
    gekomen: time | None
    vertrokken: time | None
    stemgewicht: int


class Grensvraag(QDialog):
    """Opens over its parent for one name on the list; ``gegeven`` tells the ``Grenzen``, and who hears it closes it."""

    gegeven = Signal(object)

    def __init__(self, wie: Presentie, zitting: Zitting, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Aanwezigheid van {wie.naam}")
        self.van, self.tot = _punten("Van het begin", zitting), _punten("Tot het einde", zitting)
        for keuze, punt_id in ((self.van, wie.van_punt_id), (self.tot, wie.tot_punt_id)):
            keuze.setCurrentIndex(max(0, keuze.findData(punt_id or "")))
        self.gekomen, self.vertrokken = TijdVeld("Gekomen om"), TijdVeld("Vertrokken om")
        self.gekomen.toon(wie.gekomen)
        self.vertrokken.toon(wie.vertrokken)
        self.gewicht = Getalveld()  # only shown of who has a seat: whoever else is there has no vote
        self.gewicht.setRange(0, _MEESTE_STEMMEN)
        self.gewicht.setValue(wie.stemgewicht)
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for woorden, veld in (
            ("&Van punt", self.van),
            ("Tot en &met punt", self.tot),
            ("&Gekomen om", self.gekomen),
            ("Vertr&okken om", self.vertrokken),
            *((("&Stemgewicht", self.gewicht),) if wie.lid_id and wie.hoedanigheid.is_bestuurder else ()),
        ):
            veld.setAccessibleName(woorden.replace("&", ""))
            vorm.addRow(woorden, veld)
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
        self.van.setFocus()

    def _gaf(self) -> None:
        if self.gekomen.fout or self.vertrokken.fout:
            (self.gekomen if self.gekomen.fout else self.vertrokken).setFocus()
            return
        grenzen = Grenzen(
            van=self.van.currentData() or None,
            tot=self.tot.currentData() or None,
            gekomen=self.gekomen.tijd,
            vertrokken=self.vertrokken.tijd,
            stemgewicht=self.gewicht.value(),
        )
        self.gegeven.emit(grenzen)


def _punten(niet: str, zitting: Zitting) -> QComboBox:
    keuze = QComboBox()
    keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    keuze.addItem(niet, "")
    for punt in zitting.opname.agendapunten:
        keuze.addItem(puntnaam(zitting, punt), punt.id)
    return keuze
