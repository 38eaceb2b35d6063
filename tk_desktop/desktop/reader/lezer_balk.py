"""The bar above the pages: which page of how many, how large, and the commands one uses most."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from tk_desktop.desktop.pages.bladindeling import Zoom, Zoomsoort
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.werkbalk import Werkbalk
from tk_desktop.domain.getal import procent

VOOR = ("lezen.inhoud",)
NA = ("lezen.zoek", "lezen.naast", "lezen.bladwijzer", "lezen.lijst", "lezen.volledig")
_MATEN = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class Leesbalk(Werkbalk):
    """Tells ``naar`` a page (from 1) and ``groot`` a ``Zoom``; ``klaar`` gives the keyboard back to the pages."""

    naar = Signal(int)
    groot = Signal(object)
    klaar = Signal()

    def __init__(self, acties: Mapping[str, QAction], voor: Sequence[str] = VOOR, na: Sequence[str] = NA) -> None:
        super().__init__()
        self._aantal = 0
        self.setAccessibleName("Werkbalk van de lezer")
        self.setMovable(False)
        self.setFloatable(False)
        self.toggleViewAction().setVisible(False)
        self._zet(acties, voor)
        self._terug = self._pijl("Vorige bladzijde", "‹", -1)
        self.pagina = QLineEdit()
        self.pagina.setAccessibleName("Bladzijde")
        self.pagina.setToolTip("Typ een bladzijde en druk op Enter")
        self.pagina.setAlignment(Qt.AlignmentFlag.AlignRight)
        Lettermaat(self, lambda letters: self.pagina.setFixedWidth(letterbreedte(letters) * 7))
        self.pagina.returnPressed.connect(self._getypt)
        self.pagina.installEventFilter(self)
        self.addWidget(self.pagina)
        self._van = QLabel()
        self._van.setContentsMargins(4, 0, 4, 0)
        self.addWidget(self._van)
        self._verder = self._pijl("Volgende bladzijde", "›", 1)
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("Grootte van de bladzijden")
        self.zoom.setToolTip("Grootte van de bladzijden (Z)")
        for soort in (Zoomsoort.BREEDTE, Zoomsoort.PAGINA):
            self.zoom.addItem(soort.value, Zoom(soort))
        for factor in _MATEN:
            self.zoom.addItem(procent(factor), Zoom(Zoomsoort.VAST, factor))
        self.zoom.activated.connect(self._gekozen)
        self.addWidget(self.zoom)
        self._zet(acties, na)
        meer = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if isinstance(meer, QToolButton):
            meer.setAccessibleName("Meer knoppen")
            meer.setToolTip("Meer knoppen")
        self.toon(0, 0)

    @property
    def laatste(self) -> QWidget:
        """The last stop of Tab."""
        knop = self.widgetForAction(self.actions()[-1])
        return knop if isinstance(knop, QWidget) else self.zoom

    def toon(self, pagina: int, aantal: int) -> None:
        """Show which page of how many is looked at."""
        self._aantal = aantal
        if not self.pagina.hasFocus():
            self.pagina.setText(str(pagina or ""))
        self._van.setText(f"/ {aantal}" if aantal else "/ –")
        self._terug.setEnabled(pagina > 1)
        self._verder.setEnabled(pagina < aantal)

    def toon_zoom(self, tekst: str) -> None:
        """Show how large the pages are; a size between the choices is added to them."""
        plek = self.zoom.findText(tekst)
        los = len(Zoomsoort) - 1 + len(_MATEN)
        if plek < 0:
            if self.zoom.count() > los:
                self.zoom.removeItem(los)
            self.zoom.addItem(tekst, Zoom(Zoomsoort.VAST, _factor(tekst)))
            plek = self.zoom.count() - 1
        self.zoom.setCurrentIndex(plek)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc give the keyboard back to the pages."""
        drukt = watched is self.pagina and event.type() is QEvent.Type.KeyPress
        if drukt and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.klaar.emit()
            return True
        return super().eventFilter(watched, event)

    def _zet(self, acties: Mapping[str, QAction], ids: Sequence[str]) -> None:
        for id_ in ids:
            if id_ in acties:
                self.addAction(acties[id_])
                knop = self.widgetForAction(acties[id_])
                if isinstance(knop, QWidget):
                    knop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                    knop.setAccessibleName(acties[id_].text().replace("&", ""))

    def _pijl(self, naam: str, teken: str, stap: int) -> QToolButton:
        knop = QToolButton()
        knop.setText(teken)
        knop.setAccessibleName(naam)
        knop.setToolTip(naam)
        knop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        knop.clicked.connect(self._terug_een if stap < 0 else self._verder_een)
        self.addWidget(knop)
        return knop

    def _terug_een(self) -> None:
        self._stap(-1)

    def _verder_een(self) -> None:
        self._stap(1)

    def _stap(self, stap: int) -> None:
        if self.pagina.text().isdecimal():
            self.naar.emit(max(1, min(self._aantal, int(self.pagina.text()) + stap)))

    def _getypt(self) -> None:
        if self.pagina.text().isdecimal() and self._aantal:
            self.naar.emit(max(1, min(self._aantal, int(self.pagina.text()))))
            self.klaar.emit()

    def _gekozen(self, nummer: int) -> None:
        self.groot.emit(self.zoom.itemData(nummer))
        self.klaar.emit()


def _factor(tekst: str) -> float:
    getal = tekst.removesuffix("%").strip()
    return int(getal) / 100 if getal.isdecimal() else 1.0
