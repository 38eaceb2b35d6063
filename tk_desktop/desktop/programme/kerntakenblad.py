"""The core tasks of a programme: all scenarios side by side, and one bouwsteen at a time when it is opened."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.programme.bouwsteenblad import Bouwsteenblad
from tk_desktop.desktop.programme.kerntakenboom import Kerntakenboom
from tk_desktop.domain.kernstand import Kernstand


class Kerntakenblad(QStackedWidget):
    """Shows a ``Kernstand``; ``scenarios_gevraagd``, ``onderdeel_gevraagd`` and ``bouwsteen_gevraagd`` ask for more."""

    scenarios_gevraagd = Signal()
    onderdeel_gevraagd = Signal()
    bouwsteen_gevraagd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kerntaken")
        self.boom, self.steen = Kerntakenboom(), Bouwsteenblad()
        self.tegen = QComboBox()
        self.maak, self.deel, self.nieuw = (
            QPushButton(tekst) for tekst in ("S&cenario’s maken", "Nieuw onderdeel…", "N&ieuwe bouwsteen…")
        )
        self.vragen = QLabel()
        self._stand: Kernstand | None = None
        self._open = ""
        self.addWidget(self._overzicht())
        self.addWidget(self.steen)
        self.boom.geopend.connect(self.open_steen)
        self.steen.terug.connect(self.sluit)
        self.tegen.activated.connect(self._vergelijk)
        self.maak.clicked.connect(self.scenarios_gevraagd)
        self.deel.clicked.connect(self.onderdeel_gevraagd)
        self.nieuw.clicked.connect(self.bouwsteen_gevraagd)

    @property
    def gekozen(self) -> str:
        """The id of the bouwsteen that is open or chosen, or nothing."""
        return self._open or self.boom.gekozen

    def toon(self, stand: Kernstand) -> None:
        """Show core tasks as they stand now."""
        self._stand = stand
        codes = [(f"{een.code} {een.naam}", een.id) for een in stand.scenarios]
        nu = str(self.tegen.currentData() or "")
        with QSignalBlocker(self.tegen):
            self.tegen.clear()
            for naam, id_ in (("wat het nu kost", ""), *codes):
                self.tegen.addItem(naam, id_)
            self.tegen.setCurrentIndex(max(0, self.tegen.findData(nu)))
        self.tegen.setEnabled(bool(codes))
        self.maak.setVisible(bool(stand.bouwstenen) and not codes)
        self.nieuw.setEnabled(bool(stand.delen))
        open_ = sum(not een.antwoord for een in stand.vragen)
        self.vragen.setText("1 vraag zonder antwoord" if open_ == 1 else f"{open_} vragen zonder antwoord")
        self.vragen.setVisible(bool(open_))
        self._vergelijk()
        steen = stand.steen(self._open) if self._open else None
        if steen is not None:
            self.steen.toon(stand, steen)
        else:
            self.sluit()

    def open_steen(self, id_: str) -> None:
        """Show one bouwsteen; its first question gets the keyboard."""
        steen = self._stand.steen(id_) if self._stand else None
        if self._stand is None or steen is None:
            return
        self._open = id_
        self.steen.toon(self._stand, steen)
        self.setCurrentWidget(self.steen)
        eerste = next((rij.antwoord for rij in self.steen.kader if rij.isVisibleTo(self.steen)), self.steen.terugknop)
        eerste.setFocus(Qt.FocusReason.OtherFocusReason)

    def sluit(self) -> None:
        """Show all of them again."""
        if self._open:
            self.steen.leg_vast()
            self._open = ""
            self.setCurrentIndex(0)
            self.boom.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.sluit()
            return
        super().keyPressEvent(event)

    def _overzicht(self) -> QWidget:
        vlak, boven = QWidget(), QWidget()
        rij = Stroom(boven)
        woord = QLabel("Vergelijk &met")
        woord.setBuddy(self.tegen)
        self.tegen.setAccessibleName("Vergelijk met")
        self.tegen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for deel in (woord, self.tegen, self.maak, self.deel, self.nieuw, self.vragen):
            rij.addWidget(deel)
        kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(0, 4, 0, 0)
        kolom.addWidget(boven)
        kolom.addWidget(self.boom, 1)
        return vlak

    def _vergelijk(self) -> None:
        if self._stand is not None:
            self.boom.toon(self._stand, str(self.tegen.currentData() or "") or None)
