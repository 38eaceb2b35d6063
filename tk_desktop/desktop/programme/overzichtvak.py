"""The page for the board on the screen: counts, bars, what asks attention and what changed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.theme import kleuren
from tk_desktop.domain.afkorting import met_uitleg
from tk_desktop.domain.dashboard import Dashboard
from tk_desktop.domain.programma import Afkorting

_LEEG = "Dit programma heeft nog geen periode om over te vertellen."


class Staafbeeld(QWidget):
    """A bar: how much of a whole; the words beside it say the same, so that nobody needs the colour."""

    def __init__(self, deel: int, geheel: int) -> None:
        super().__init__()
        self._aandeel = min(max(deel / geheel, 0.0), 1.0) if geheel > 0 else 0.0

    def sizeHint(self) -> QSize:
        """As high as half a line."""
        letters = self.fontMetrics()
        return QSize(letterbreedte(letters) * 20, letters.lineSpacing() * 2 // 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the whole as a frame and the part as a filled bar."""
        verf = QPainter(self)
        rand = self.rect().adjusted(0, 0, -1, -1)
        verf.setPen(QColor(kleuren().link))
        verf.drawRect(rand)
        rand.setWidth(round(rand.width() * self._aandeel))
        verf.fillRect(rand, QColor(kleuren().link))
        verf.end()


class Overzichtvak(Rolblad):
    """Shows a ``Dashboard``; without one it says why there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Overzicht voor het bestuur")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.woorden: tuple[str, ...] = ()
        """What stands on the page, a line each."""

    def toon(self, wat: Dashboard | None, afkortingen: tuple[Afkorting, ...] = ()) -> None:
        """Show the page as it stands."""
        binnen = QWidget()
        kolom = QVBoxLayout(binnen)
        woorden: list[str] = []

        def zeg(tekst: str, kop: bool = False) -> None:
            label = QLabel(tekst)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            if kop:
                label.setProperty("kop", "2")
            uitleg = met_uitleg(tekst, afkortingen)
            label.setToolTip(uitleg if uitleg != tekst else "")
            kolom.addWidget(label)
            woorden.append(tekst)

        if wat is None:
            zeg(_LEEG)
        else:
            _vul(wat, zeg, kolom)
        kolom.addStretch(1)
        self.setWidget(binnen)
        self.woorden = tuple(woorden)
        self.setAccessibleDescription(". ".join(woorden))


def _vul(wat: Dashboard, zeg: Callable[..., None], kolom: QVBoxLayout) -> None:
    zeg(f"{wat.telling}. {wat.moment}".strip())
    if wat.statussen:
        zeg("Hoe het gaat", kop=True)
        zeg("   ".join(f"{status}: {aantal}" for status, aantal in wat.statussen))
    zeg("Wat aandacht vraagt", kop=True)
    for zin in wat.aandacht or ("Er is niets gemeld dat aandacht vraagt.",):
        zeg(zin)
    if wat.vorige:
        zeg(f"Anders dan in {wat.vorige}", kop=True)
        for zin in wat.anders or ("Er is niets gemeld dat anders is.",):
            zeg(zin)
    if wat.fasen:
        zeg("In welke fase", kop=True)
        geheel = sum(aantal for _, aantal in wat.fasen)
        for naam, aantal in wat.fasen:
            zeg(f"{naam}: {aantal} van {geheel} projecten")
            kolom.addWidget(Staafbeeld(aantal, geheel))
    if wat.totaal is not None:
        zeg("Besteed van de begroting", kop=True)
        for een in (wat.totaal, *wat.geld):
            zeg(f"{een.naam}: {een.woorden}")
            if een.besteed is not None and not een.onbekend:
                kolom.addWidget(Staafbeeld(een.besteed, een.ruimte))
