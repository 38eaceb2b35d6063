"""The strip under the pages: what can be made with one click, in which colour, and the keys for it (SCREENS 2.5)."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QSizePolicy, QToolButton, QWidget

from tk_desktop.desktop.pages.markeerkleuren import markeerkleur
from tk_desktop.desktop.parts.theme import kleuren
from tk_desktop.desktop.parts.werkbalk import Werkbalk
from tk_desktop.domain.notenstijl import Kleur

KNOPPEN = (
    "notitie.markeer",
    "notitie.onderstreep",
    "notitie.doorhaal",
    "notitie.notitie",
    "notitie.vraag",
    "notitie.pen",
)
_PEN = "notitie.pen"
_TOETSEN = "H markeer · N notitie · Q vraag · F8 volgende · 1-4 kleur · Esc"


class Notitiestrook(Werkbalk):
    """Has a button for each way to note and for each colour; ``kleur_gekozen`` tells a ``Kleur``."""

    kleur_gekozen = Signal(object)

    def __init__(self, acties: Mapping[str, QAction]) -> None:
        super().__init__()
        self._kleur = Kleur.GEEL
        self._kleuren: dict[Kleur, QToolButton] = {}
        self.setAccessibleName("Aantekenen")
        self.setMovable(False)
        self.setFloatable(False)
        self.toggleViewAction().setVisible(False)
        for id_ in KNOPPEN:
            if id_ in acties:
                self._knop(acties[id_])
        self._pen = acties.get(_PEN)
        if self._pen is not None:
            self._pen.setCheckable(True)
        self.addSeparator()
        groep = QButtonGroup(self)
        for nummer, kleur in enumerate(Kleur, 1):
            knop = QToolButton()
            knop.setCheckable(True)
            knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            knop.setAccessibleName(f"Kleur {kleur.value}")
            knop.setToolTip(f"{kleur.value[:1].upper()}{kleur.value[1:]} ({nummer})")
            knop.clicked.connect(partial(self.kleur_gekozen.emit, kleur))
            groep.addButton(knop)
            self.addWidget(knop)
            self._kleuren[kleur] = knop
        ruimte = QWidget()
        ruimte.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._toetsen = QLabel(_TOETSEN)
        self._toetsen.setProperty("zacht", "ja")
        self._toetsen.setContentsMargins(8, 0, 8, 0)
        for deel in (ruimte, self._toetsen):
            self.addWidget(deel)
        self.toon(Kleur.GEEL)
        meer = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if isinstance(meer, QToolButton):
            meer.setAccessibleName("Meer knoppen")
            meer.setToolTip("Meer knoppen")

    @property
    def laatste(self) -> QWidget:
        """The last stop of Tab."""
        return list(self._kleuren.values())[-1]

    def toon(self, kleur: Kleur) -> None:
        """Show which colour is chosen."""
        self._kleur = kleur
        maat = self.fontMetrics().height() * 3
        for een, knop in self._kleuren.items():
            knop.setIcon(_vlak(een, maat, gekozen=een is kleur))
            knop.setChecked(een is kleur)

    def toon_pen(self, aan: bool) -> None:
        """Show whether the pen is in hand, here and in the menu."""
        if self._pen is not None:
            self._pen.setChecked(aan)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the colours again when the window becomes dark or light, or the letters grow."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.toon(self._kleur)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the keys only where there is room for them: the buttons go before."""
        knoppen = sum(knop.sizeHint().width() for knop in self.findChildren(QToolButton))
        past = event.size().width() > knoppen + self._toetsen.sizeHint().width()
        for plek in self.actions()[-2:]:  # Qt's own, which PySide may take for gone: they are asked for anew
            plek.setVisible(past)
        super().resizeEvent(event)

    def _knop(self, actie: QAction) -> None:
        self.addAction(actie)
        knop = self.widgetForAction(actie)
        if isinstance(knop, QWidget):
            knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            naam = actie.text().replace("&", "")
            knop.setAccessibleName(naam)
            knop.setToolTip(f"{naam} ({actie.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")


def _vlak(kleur: Kleur, maat: int, *, gekozen: bool) -> QIcon:
    """Return a colour as a dab; the chosen one has a ring and a tick, for colour alone says nothing."""
    donker = kleuren().naam == "donker"
    verf = markeerkleur(kleur, donker)
    beeld = QPixmap(maat, maat)
    beeld.fill(Qt.GlobalColor.transparent)
    painter = QPainter(beeld)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(verf.lijn))
    painter.setBrush(QColor(verf.vlak))
    rand = maat // 8
    painter.drawRoundedRect(beeld.rect().adjusted(rand, rand, -rand, -rand), maat / 5, maat / 5)
    if gekozen:
        pen = painter.pen()
        pen.setColor(QColor(kleuren().tekst))
        pen.setWidthF(maat / 10)
        painter.setPen(pen)
        punten = ((0.28, 0.52), (0.44, 0.68), (0.74, 0.34))
        stukken = [(round(x * maat), round(y * maat)) for x, y in punten]
        for (x0, y0), (x1, y1) in pairwise(stukken):
            painter.drawLine(x0, y0, x1, y1)
    painter.end()
    return QIcon(beeld)
