"""By what a search is narrowed: organ, year, kind, besluit, person, open or closed, each with how many there are."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from tk_desktop.pack.zoeken import Keuze, Zoekuitkomst

_KOPPEN = {
    "gremium": "Alle gremia",
    "jaar": "Alle jaren",
    "soort": "Alle soorten",
    "besluit": "Elk besluit",
    "persoon": "Alle personen",
    "zicht": "Open en besloten",
}
_NAMEN = {
    "gremium": "Gremium",
    "jaar": "Jaar",
    "soort": "Soort stuk",
    "besluit": "Besluit",
    "persoon": "Persoon",
    "zicht": "Openbaar of besloten",
}
_BREED = 12
"""Letters wide that each is."""


class Zoekkeuzes(QScrollArea):
    """A row of lists to choose from; ``veranderd`` tells that another choice was made. Without results it is hidden.

    Where there is too little room it scrolls sideways, and takes no more height than one line.
    """

    veranderd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Zoekresultaat beperken")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._inhoud = QWidget()
        rij = QHBoxLayout(self._inhoud)
        rij.setContentsMargins(0, 0, 0, 0)
        self.velden: dict[str, QComboBox] = {}
        for sleutel, naam in _NAMEN.items():
            veld = QComboBox()
            veld.setAccessibleName(naam)
            veld.setToolTip(naam)
            veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            veld.setMinimumContentsLength(_BREED)
            veld.addItem(_KOPPEN[sleutel], "")
            veld.activated.connect(self._koos)
            self.velden[sleutel] = veld
            rij.addWidget(veld)
        rij.addStretch(1)
        self.setWidget(self._inhoud)
        self.hide()

    def sizeHint(self) -> QSize:
        """Ask for one line, and for the bar under it where it is wider than there is room."""
        vraagt = self._inhoud.minimumSizeHint()
        balk = self.horizontalScrollBar().sizeHint().height() if vraagt.width() > self.width() else 0
        return QSize(vraagt.width(), vraagt.height() + balk)

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: it scrolls."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again: the bar comes or goes."""
        super().resizeEvent(event)
        self.updateGeometry()

    @property
    def keuze(self) -> Keuze:
        """What is chosen."""
        gekozen = {sleutel: str(veld.currentData() or "") for sleutel, veld in self.velden.items()}
        zicht = gekozen.pop("zicht")
        return Keuze(
            gremium=gekozen["gremium"],
            jaar=int(gekozen["jaar"] or 0),
            soort=gekozen["soort"],
            besluit=gekozen["besluit"],
            persoon=gekozen["persoon"],
            besloten=None if not zicht else zicht == "besloten",
        )

    def kies(self, keuze: Keuze) -> None:
        """Show another choice; what is not among what was found is put there without a number."""
        zicht = "" if keuze.besloten is None else "besloten" if keuze.besloten else "openbaar"
        waarden = {
            "gremium": keuze.gremium,
            "jaar": str(keuze.jaar or ""),
            "soort": keuze.soort,
            "besluit": keuze.besluit,
            "persoon": keuze.persoon,
            "zicht": zicht,
        }
        for sleutel, waarde in waarden.items():
            veld = self.velden[sleutel]
            if waarde and veld.findData(waarde) < 0:
                veld.addItem(waarde, waarde)
            veld.setCurrentIndex(max(0, veld.findData(waarde)))
        if self.is_beperkt:
            self.show()

    @property
    def is_beperkt(self) -> bool:
        """Whether anything is chosen."""
        return any(veld.currentIndex() > 0 for veld in self.velden.values())

    def toon(self, uitkomst: Zoekuitkomst) -> None:
        """Show by what it can be narrowed, with how many each has; what was chosen stays."""
        keuze = self.keuze
        self._vul("gremium", uitkomst.gremia)
        self._vul("jaar", ((str(jaar), aantal) for jaar, aantal in uitkomst.jaren))
        self._vul("soort", uitkomst.soorten)
        self._vul("besluit", uitkomst.besluiten)
        self._vul("persoon", uitkomst.personen)
        zicht = (("openbaar", uitkomst.openbaar), ("besloten", uitkomst.besloten))
        self._vul("zicht", ((naam, aantal) for naam, aantal in zicht if aantal))
        self.kies(keuze)
        self.setVisible(bool(uitkomst.gremia) or self.is_beperkt)

    def wis(self) -> None:
        """Choose nothing, and go out of sight."""
        self.kies(Keuze())
        self.hide()

    def _vul(self, sleutel: str, waarden: Iterable[tuple[str, int]]) -> None:
        veld = self.velden[sleutel]
        veld.clear()
        veld.addItem(_KOPPEN[sleutel], "")
        for naam, aantal in waarden:
            veld.addItem(f"{naam} ({aantal})", naam)
        veld.setEnabled(veld.count() > 1)

    def _koos(self, _: int) -> None:
        self.veranderd.emit()
