"""The right side of the builder: in which form a set is made, and what stands between the papers."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.sets.set_keuze import Uitvoer
from tk_desktop.pack.samenstellen import Keuze

_VINKJES = {
    "bladnummers": ("Bladzi&jdenummers", True, "Op elke bladzijde het agendapunt en het nummer in de hele set"),
    "inhoud": ("&Inhoud met koppelingen", True, "Een inhoudsopgave waarvan elke regel naar het stuk leidt"),
    "schutbladen": ("S&chutblad per agendapunt", False, "Een tussenblad voor elk agendapunt met stukken"),
    "rechts": (
        "Elk stuk rech&ts beginnen",
        False,
        "Elk stuk begint op een rechterbladzijde, voor dubbelzijdig drukken",
    ),
    "ontbrekende_toestaan": ("Blad voor wat nog &komt", True, "Een blad ‘wordt nagezonden’ voor elk stuk dat mist"),
}


class Uitvoerpaneel(QScrollArea):
    """Choices with one answer as rounds, yes or no as checks; ``gewijzigd`` tells that one changed."""

    gewijzigd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Uitvoer")
        self._groep = QButtonGroup(self)
        self._rondjes: dict[Uitvoer, QRadioButton] = {}
        self._vinkjes: dict[str, QCheckBox] = {}
        self._binnen = QWidget()
        kolom = QVBoxLayout(self._binnen)
        kolom.addWidget(_kop("Uitvoer"))
        for soort in Uitvoer:
            rondje = QRadioButton(soort.value)
            self._rondjes[soort] = rondje
            self._groep.addButton(rondje)
            rondje.toggled.connect(self._andere_vorm)
            kolom.addWidget(rondje)
        kolom.addSpacing(self.fontMetrics().height() // 2)
        kolom.addWidget(_kop("In de set"))
        for naam, (tekst, aan, uitleg) in _VINKJES.items():
            vinkje = QCheckBox(tekst)
            vinkje.setChecked(aan)
            vinkje.setToolTip(uitleg)
            self._vinkjes[naam] = vinkje
            vinkje.toggled.connect(self.gewijzigd)
            kolom.addWidget(vinkje)
        kolom.addStretch(1)
        self._rondjes[Uitvoer.PDF].setChecked(True)
        self.setWidget(self._binnen)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def uitvoer(self) -> Uitvoer:
        """In which form the set is made."""
        return next((soort for soort, rondje in self._rondjes.items() if rondje.isChecked()), Uitvoer.PDF)

    @property
    def vinkjes(self) -> frozenset[str]:
        """What stands on and between the papers, by the names in ``Keuze``."""
        return frozenset(naam for naam, vinkje in self._vinkjes.items() if vinkje.isChecked())

    @property
    def keuze(self) -> Keuze:
        """What stands between the papers; which papers go along is chosen elsewhere."""
        return Keuze(**{naam: vinkje.isChecked() for naam, vinkje in self._vinkjes.items()})  # type: ignore[arg-type]

    def zet_vinkjes(self, aan: Collection[str]) -> None:
        """Choose what stands on and between the papers, by the names in ``Keuze``; tells once when that changes."""
        eerder = self.keuze
        for naam, vinkje in self._vinkjes.items():
            with QSignalBlocker(vinkje):
                vinkje.setChecked(naam in aan)
        if self.keuze != eerder:
            self.gewijzigd.emit()

    def zet_uitvoer(self, uitvoer: Uitvoer) -> None:
        """Choose a form."""
        self._rondjes[uitvoer].setChecked(True)

    def ga_naar(self) -> None:
        """Put the keyboard on the form that is chosen."""
        self._rondjes[self.uitvoer].setFocus()

    def zet_nazending(self, *, mogelijk: bool) -> None:
        """Offer a nazending only where a set was sent before."""
        rondje = self._rondjes[Uitvoer.NAZENDING]
        rondje.setEnabled(mogelijk)
        rondje.setToolTip("" if mogelijk else "Er is aan deze lezers nog geen set verzonden.")
        if not mogelijk and rondje.isChecked():
            self.zet_uitvoer(Uitvoer.PDF)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the letters become larger or smaller."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for every word to be read without moving sideways, as long as that leaves room for what is beside."""
        venster = self.window().width()
        return QSize(min(self.sizeHint().width(), venster // 4), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for room for every word, with a bar beside them for when there is little height."""
        hint = super().sizeHint()
        return QSize(
            max(hint.width(), self._binnen.sizeHint().width() + self.verticalScrollBar().sizeHint().width()),
            hint.height(),
        )

    def _andere_vorm(self, aan: bool) -> None:
        if aan:
            self.gewijzigd.emit()


def _kop(tekst: str) -> QLabel:
    label = QLabel(tekst)
    label.setProperty("kop", "2")
    return label
