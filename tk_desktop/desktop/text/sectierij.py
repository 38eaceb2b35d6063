"""One section of a nota in its form: the name and what is asked at the left, the text at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte

NAAMBREEDTE = 20
"""Letters wide is the column with names, where it stands beside the texts."""
_BREEDST = 16_777_215


class Sectierij(QFrame):
    """A name with its marks, the writing aid under it, and what is filled in beside it.

    ``nvt_gevraagd`` tells that the section does not apply; ``kan_nvt`` whether that can be said of it,
    ``is_onvoldaan`` whether it is empty.
    """

    nvt_gevraagd = Signal()

    def __init__(self, naam: str, inhoud: QWidget, *, hulp: str = "", nvt: bool = False) -> None:
        super().__init__()
        self.inhoud = inhoud
        self._naam = QLabel(naam)
        self._naam.setProperty("kop", "2")
        self._naam.setWordWrap(True)
        self._naam.setTextFormat(Qt.TextFormat.PlainText)
        self._naam.setBuddy(inhoud)
        self._pil = QLabel("⚠ leeg")
        self._pil.setProperty("pil", "ja")
        self._pil.setProperty("toon", "oranje")
        self._pil.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._hulp = QLabel(hulp)
        self._hulp.setProperty("zacht", "ja")
        self._hulp.setWordWrap(True)
        self._hulp.setTextFormat(Qt.TextFormat.PlainText)
        self._nvt = QPushButton("Niet van toepassing")
        self._nvt.setToolTip("Vult ‘Niet van toepassing.’ in en gaat door (Alt+N)")
        self._nvt.setAccessibleName(f"{naam}: niet van toepassing")
        self._nvt.setFocusPolicy(Qt.FocusPolicy.TabFocus if nvt else Qt.FocusPolicy.NoFocus)
        self._nvt.clicked.connect(self.nvt_gevraagd)
        self._met_knop = nvt
        self.kan_nvt = nvt
        self.is_onvoldaan = False
        self._boven = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._boven.addWidget(self._naam)
        self._boven.addWidget(self._pil)
        self._kolom = QWidget()
        links = QVBoxLayout(self._kolom)
        links.setContentsMargins(0, 3, 0, 0)
        links.addLayout(self._boven)
        links.addWidget(self._hulp)
        links.addStretch()
        rechts = QVBoxLayout()
        rechts.setSpacing(4)
        rechts.addWidget(inhoud)
        knopregel = QHBoxLayout()
        knopregel.addWidget(self._nvt)
        knopregel.addStretch()
        rechts.addLayout(knopregel)
        rechts.addStretch()
        self._indeling = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._indeling.setContentsMargins(0, 4, 0, 4)
        self._indeling.addWidget(self._kolom)
        self._indeling.addLayout(rechts, 1)
        self.zet_naast(True)
        self.zet_leeg(False, verplicht=False)

    def zet_leeg(self, leeg: bool, *, verplicht: bool) -> None:
        """Mark whether the section is empty while the form requires it."""
        self.is_onvoldaan = leeg
        self._pil.setVisible(leeg and verplicht)
        self._nvt.setVisible(leeg and self._met_knop)
        toestand = "verplicht, leeg" if leeg and verplicht else "verplicht" if verplicht else ""
        self.inhoud.setAccessibleDescription(" ".join(filter(None, (toestand, self._hulp.text()))))

    @property
    def is_leeg(self) -> bool:
        """Whether the row is marked as empty."""
        return not self._pil.isHidden()

    def zet_hulp(self, aan: bool) -> None:
        """Show or hide the writing aid."""
        self._hulp.setVisible(aan and bool(self._hulp.text()))

    def zet_naast(self, naast: bool) -> None:
        """Put the name beside the text, or above it where the form is narrow."""
        richting = QBoxLayout.Direction
        breedte = letterbreedte(self.fontMetrics()) * NAAMBREEDTE
        self._indeling.setDirection(richting.LeftToRight if naast else richting.TopToBottom)
        self._indeling.setSpacing(12 if naast else 2)
        self._boven.setDirection(richting.TopToBottom if naast else richting.LeftToRight)
        self._kolom.setMinimumWidth(breedte if naast else 0)
        self._kolom.setMaximumWidth(breedte if naast else _BREEDST)


class Gegevensregel(QWidget):
    """What is seldom changed, as one line, with a button that opens its fields; ``gewisseld`` tells whether."""

    gewisseld = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._zin = QLabel()
        self._zin.setWordWrap(True)
        self._zin.setTextFormat(Qt.TextFormat.PlainText)
        self._knop = QPushButton("Wijzigen")
        self._knop.setCheckable(True)
        self._knop.setAccessibleName("Gegevens van de nota wijzigen")
        self._knop.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._knop.toggled.connect(self._wissel)
        Focusdeur(self, lambda: self._knop)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self._zin, 1)
        indeling.addWidget(self._knop)

    def toon(self, zin: str) -> None:
        """Show the line."""
        self._zin.setText(zin)

    def open(self) -> None:
        """Show its fields."""
        self._knop.setChecked(True)

    def _wissel(self, aan: bool) -> None:
        self._knop.setText("Sluiten" if aan else "Wijzigen")
        self.gewisseld.emit(aan)


def plusknop(tekst: str, naam: str) -> QPushButton:
    """Return a quiet button that adds something."""
    knop = QPushButton(icon("plus"), tekst)
    knop.setFlat(True)
    knop.setAccessibleName(naam)
    knop.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return knop
