"""Fields of one thing, one under another, and what can be done with it: made from what it is told to show."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.keuzelijst import Keuzelijst
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld


class Invulveld(NamedTuple):
    """A field by ``sleutel``: a line, a text of several (``lang``), or a choice when there are ``keuzes``."""

    sleutel: str
    naam: str
    waarde: str
    uitleg: str = ""
    keuzes: tuple[tuple[str, str], ...] = ()
    lang: bool = False


class Invulblad(QWidget):
    """Shows fields; ``gewijzigd`` tells which got what text, ``gedaan`` which button, ``terug`` to go back."""

    gewijzigd = Signal(str, str)
    gedaan = Signal(str)
    terug = Signal()

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.terugknop = QPushButton("Terug naar het overzicht (Esc)")
        self.terugknop.clicked.connect(self.terug)
        self.kop = QLabel()
        self.velden: dict[str, Regelveld | Tekstveld | Keuzelijst] = {}
        self.knoppen: dict[str, QPushButton] = {}
        self._vorm: tuple[object, ...] = ()
        self._rol = Rolblad()
        alles = QVBoxLayout(self)
        alles.setContentsMargins(0, 0, 0, 0)
        alles.addWidget(self.terugknop, 0, Qt.AlignmentFlag.AlignLeft)
        alles.addWidget(self._rol, 1)

    def toon(self, wat: str, kop: str, velden: Sequence[Invulveld], knoppen: Sequence[tuple[str, str]]) -> None:
        """Show the fields of ``wat``; those of the same thing keep the cursor and what is typed in them."""
        vorm = (wat, tuple((een.sleutel, [waarde for waarde, _ in een.keuzes]) for een in velden), tuple(knoppen))
        zelfde = vorm == self._vorm
        if not zelfde:
            self._vorm = vorm
            self._bouw(velden, knoppen)
        self.kop.setText(kop)
        for een in velden:
            veld = self.velden[een.sleutel]
            if isinstance(veld, Keuzelijst):
                with QSignalBlocker(veld):
                    for plek, (_, tekst) in enumerate(een.keuzes):
                        veld.setItemText(plek, tekst)
                    veld.setCurrentIndex(max(0, veld.findData(een.waarde)))
            else:
                veld.toon(een.waarde, zelfde=zelfde)

    def leg_vast(self) -> None:
        """Tell what is typed and not told yet."""
        for veld in list(self.velden.values()):
            if not isinstance(veld, Keuzelijst):
                veld.leg_vast()

    def eerste(self) -> QWidget:
        """Return the field where one begins."""
        return next(iter(self.velden.values()), self.terugknop)

    def _bouw(self, velden: Sequence[Invulveld], knoppen: Sequence[tuple[str, str]]) -> None:
        vlak, rij = QWidget(), QWidget()
        kolom = QVBoxLayout(vlak)
        self.kop = QLabel()
        self.kop.setWordWrap(True)
        self.kop.setTextFormat(Qt.TextFormat.PlainText)
        kolom.addWidget(self.kop)
        self.velden = {}
        for een in velden:
            woord = QLabel(een.naam)
            veld = self._veld(een)
            woord.setBuddy(veld)
            self.velden[een.sleutel] = veld
            kolom.addWidget(woord)
            kolom.addWidget(veld)
            if een.uitleg:
                zin = QLabel(een.uitleg)
                zin.setWordWrap(True)
                zin.setProperty("zacht", "ja")
                kolom.addWidget(zin)
        stroom = Stroom(rij)
        self.knoppen = {}
        for sleutel, tekst in knoppen:
            knop = QPushButton(tekst)
            knop.clicked.connect(partial(self._druk, sleutel))
            self.knoppen[sleutel] = knop
            stroom.addWidget(knop)
        kolom.addWidget(rij)
        kolom.addStretch(1)
        oud = self._rol.takeWidget()
        if oud is not None:
            oud.deleteLater()  # what is pressed or typed in may be what is shown anew
        self._rol.setWidget(vlak)
        vlak.installEventFilter(self._rol)

    def _veld(self, een: Invulveld) -> Regelveld | Tekstveld | Keuzelijst:
        if een.keuzes:
            keuze = Keuzelijst()
            keuze.setAccessibleName(een.naam)
            for waarde, tekst in een.keuzes:
                keuze.addItem(tekst, waarde)
            keuze.activated.connect(partial(self._koos, een.sleutel))
            return keuze
        veld = Tekstveld(een.naam) if een.lang else Regelveld(een.naam)
        veld.getypt.connect(partial(self.gewijzigd.emit, een.sleutel))
        return veld

    def _koos(self, sleutel: str, _: int) -> None:
        veld = self.velden[sleutel]
        if isinstance(veld, Keuzelijst):
            self.gewijzigd.emit(sleutel, str(veld.currentData()))

    def _druk(self, sleutel: str) -> None:
        self.leg_vast()
        self.gedaan.emit(sleutel)
