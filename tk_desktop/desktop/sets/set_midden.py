"""The middle of the builder of sets: the set as it will be, or why there is none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.parts.foutmelding import Actie, Meldbalk
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte


class Setmidden(QWidget):
    """Shows pages under a line that says where in the set they stand; in their place a refusal, or that they come."""

    def __init__(self, bron: Bladenbron) -> None:
        super().__init__()
        self.blad = Bladenweergave(bron, "Voorbeeld van de set")
        self.kop = QLabel("Voorbeeld")
        self.kop.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kop.setProperty("kop", "2")
        self._zoom = QLabel(self.blad.zoomtekst)
        self._zoom.setProperty("zacht", "ja")
        self.blad.zoom_gewisseld.connect(self._toon_zoom)
        self._plaats: tuple[str, ...] = ("Voorbeeld",)
        self.weigering = Meldbalk(sluitbaar=False)
        self._weigerblad = _blad(self.weigering)
        self._wachtblad = _blad(_wachtregel())
        self._stapel = QStackedWidget()
        for blad in (self._wachtblad, self.blad, self._weigerblad):
            self._stapel.addWidget(blad)
        boven = QHBoxLayout()
        boven.addWidget(self.kop, 1)
        boven.addWidget(self._zoom)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addLayout(boven)
        kolom.addWidget(self._stapel, 1)

    def toon_plaats(self, wat: str, pagina: int, totaal: int, deel: str = "") -> None:
        """Say which page of what is looked at, and of which part it is; in fewer words where there is less room."""
        kort = f"blz. {pagina} van {totaal}"
        gewoon = f"{wat} {kort}"
        self._plaats = (*([f"{gewoon} · {deel}", gewoon, f"{kort} · {deel}"] if deel else [gewoon]), kort)
        self._pas_in()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._pas_in()

    def toon_bladen(self) -> None:
        """Show the pages."""
        self._stapel.setCurrentWidget(self.blad)

    def wacht(self) -> None:
        """Say that the pages are being made."""
        self._stapel.setCurrentWidget(self._wachtblad)

    def weiger(self, fout: TkError, acties: Sequence[Actie] = ()) -> None:
        """Tell in the place of the pages why there are none, and what can be done about it."""
        self.blad.sluit()
        self.weigering.toon(fout, acties)
        self._stapel.setCurrentWidget(self._weigerblad)
        self._plaats = ("Voorbeeld",)
        self._pas_in()

    def _toon_zoom(self, tekst: str) -> None:
        self._zoom.setText(tekst)
        self._pas_in()

    def _pas_in(self) -> None:
        """Choose the most words that fit; how large the pages are is left out before the page is."""
        meet = self.kop.fontMetrics().horizontalAdvance
        naast = self.width() - self._zoom.sizeHint().width() - letterbreedte(self.fontMetrics()) * 2
        self._zoom.setVisible(meet(self._plaats[0]) <= naast)
        breed = self.width() if self._zoom.isHidden() else naast
        self.kop.setText(next((tekst for tekst in self._plaats if meet(tekst) <= breed), self._plaats[-1]))


def _wachtregel() -> QWidget:
    teken = QLabel()
    maat = teken.fontMetrics().height() * 2
    teken.setPixmap(icon("clock").pixmap(maat, maat))
    tekst = QLabel("Het voorbeeld wordt gemaakt…")
    tekst.setWordWrap(True)
    tekst.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    regel = QWidget()
    kolom = QVBoxLayout(regel)
    kolom.addWidget(teken, 0, Qt.AlignmentFlag.AlignHCenter)
    kolom.addWidget(tekst)
    return regel


def _blad(inhoud: QWidget) -> QWidget:
    blad = QFrame()
    blad.setProperty("kader", "ja")
    kolom = QVBoxLayout(blad)
    kolom.addStretch(1)
    kolom.addWidget(inhoud)
    kolom.addStretch(1)
    return blad
