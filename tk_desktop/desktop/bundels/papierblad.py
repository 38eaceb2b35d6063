"""The key on paper on the screen: its words once, and typed back where a second signature is asked (M3)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPlainTextEdit, QWidget

from tk_desktop.desktop.bundels.vraagvorm import Vraagvorm
from tk_desktop.desktop.parts.icons import icon

_KOLOMMEN = 4
_AANTAL = 24
_VRAAG = (7, 19)
"""Which words are typed back before the paper is taken into use: who wrote these down, has them all."""
_VAN_SECRETARIAAT = (
    "Is een laptop van het secretariaat kwijt, dan zijn de andere laptop en dit papier samen genoeg om haar in "
    "te trekken en een nieuwe toe te laten. Vanaf nu vraagt elke wijziging van de deelnemers ook deze woorden. "
)
_BEWAAR_AFGEDRUKT = "Druk ze af of schrijf ze over, en leg het papier in een kluis. U ziet ze alleen nu."
_BEWAAR = "Schrijf ze over, en leg het papier in een kluis, niet bij de laptop. U ziet ze alleen nu."


class Papierblad(QDialog):
    """Shows the words; ``afdrukken`` asks for a sheet of paper, ``in_gebruik`` tells that they lie on one.

    With an ``uitleg`` of its own they are those of one laptop, which are only written over.
    """

    afdrukken = Signal()
    in_gebruik = Signal()

    def __init__(
        self, woorden: Sequence[str], ouder: QWidget, *, vervangt: bool, titel: str = "", uitleg: str = ""
    ) -> None:
        super().__init__(ouder)
        self._woorden = tuple(woorden)
        eerst = "Het vorige papier geldt daarna niet meer. " if vervangt else ""
        self._vorm = Vraagvorm(
            self,
            titel or "Sleutel op papier",
            f"{uitleg or _VAN_SECRETARIAAT}{eerst}{_BEWAAR if uitleg else _BEWAAR_AFGEDRUKT}",
            "In &gebruik nemen",
            self._gaf,
        )
        self.doe = self._vorm.doe
        self._vorm.vorm.addRow(_rooster(self._woorden))
        self.velden = [self._vorm.veld(f"Typ woord &{nr % 10} over" if nr < 10 else f"En woord {nr}") for nr in _VRAAG]
        for veld, nr in zip(self.velden, _VRAAG, strict=True):
            veld.setAccessibleName(f"Woord {nr}")
            veld.textChanged.connect(self._kijk_na)
        self._kijk_na()
        if not uitleg:
            self.knop_druk = self._vorm.knop("&Afdrukken…")
            self.knop_druk.setIcon(icon("printer"))
            self.knop_druk.clicked.connect(self.afdrukken)
        self._vorm.pas()
        (self.velden[0] if uitleg else self.knop_druk).setFocus()

    def _kijk_na(self) -> None:
        goed = all(
            veld.text().strip().casefold() == self._woorden[nr - 1]
            for veld, nr in zip(self.velden, _VRAAG, strict=True)
        )
        self.doe.setEnabled(goed)
        self.doe.setDefault(True)

    def _gaf(self) -> None:
        self.accept()
        self.in_gebruik.emit()


class Papiervraag(QDialog):
    """Asks for the words of the paper, to sign with them; ``gegeven`` tells them."""

    gegeven = Signal(str)

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._vorm = Vraagvorm(
            self,
            "Ondertekenen met de sleutel op papier",
            "Deze wijziging vraagt een tweede sleutel van het secretariaat. Typ de 24 woorden van het papier, in hun "
            "volgorde. Zij worden nergens bewaard.",
            "&Ondertekenen",
            self._gaf,
        )
        self.doe = self._vorm.doe
        self.woorden = QPlainTextEdit()
        self.woorden.setAccessibleName("De 24 woorden")
        self.woorden.setTabChangesFocus(True)
        self.woorden.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.woorden.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self._vorm.vorm.addRow("De 24 &woorden", self.woorden)
        self.stand = QLabel()
        self.stand.setProperty("zacht", "ja")
        self._vorm.vorm.addRow("", self.stand)
        self.woorden.textChanged.connect(self._kijk_na)
        self._kijk_na()
        self._vorm.pas()
        self.woorden.setFocus()

    def _kijk_na(self) -> None:
        aantal = len(self.woorden.toPlainText().split())
        self.stand.setText(f"{aantal} van {_AANTAL} woorden")
        self.doe.setEnabled(aantal == _AANTAL)
        self.doe.setDefault(True)

    def _gaf(self) -> None:
        woorden = self.woorden.toPlainText()
        self.woorden.clear()
        self.accept()
        self.gegeven.emit(woorden)


def _rooster(woorden: Sequence[str]) -> QWidget:
    """Return the words by their numbers, read column by column."""
    vak = QWidget()
    rooster = QGridLayout(vak)
    rooster.setContentsMargins(0, 0, 0, 0)
    hoog = -(-len(woorden) // _KOLOMMEN)
    for nummer, woord in enumerate(woorden):
        regel = QLabel(f"{nummer + 1}. <b>{woord}</b>")
        regel.setAccessibleName(f"Woord {nummer + 1}: {woord}")
        rooster.addWidget(regel, nummer % hoog, nummer // hoog)
    return vak
