"""The workspace of one meeting: the agenda left, what belongs to the chosen item right, the checklist below."""

from collections.abc import Collection

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from tk_desktop.desktop.agenda.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda.controle_lijst import ControleLijst
from tk_desktop.desktop.parts.beurtelings import Beurtelings
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat, minstens_hoog
from tk_desktop.desktop.parts.werktabs import Werktabs

_LAAG = 20
"""Lines high under which the heading has one line."""
_SMAL = 110
"""Letters wide under which the heading tells of the agenda its letter only."""
_KRAP = 26
"""Lines high under which the checklist is one line until one goes to it."""
_HOOGST = 16_777_215
_DEEL = 0.42
"""How much of the height the checklist has at most by itself."""
_REGELS = (28, 11)
"""Lines high that what is above the checklist and the checklist itself begin with."""
_VERSIES = "Versies"
"""What the button of the versions of the agenda says where there is none, and before there is a meeting."""


class Vergaderblad(QWidget):
    """Lays out the panes; knows nothing of what they hold. ``versies_gevraagd`` asks for the versions of the agenda."""

    versies_gevraagd = Signal()

    def __init__(self, agenda: AgendaLijst, controle: ControleLijst) -> None:
        super().__init__()
        self.agenda = agenda
        self.controle = controle
        self.tabs = Werktabs()
        self.tabs.setAccessibleName("Over het gekozen punt")
        self.tabs.tabBar().setAccessibleName("Over het gekozen punt")
        self.tabs.currentChanged.connect(self._toon_tab)
        boven = self._maak_kop()
        self._naast = Beurtelings()
        self._naast.addWidget(agenda)
        self._naast.addWidget(self.tabs)
        self._naast.setStretchFactor(0, 4)
        self._naast.setStretchFactor(1, 4)
        self._onder = QSplitter(Qt.Orientation.Vertical)
        self._onder.addWidget(self._naast)
        self._onder.addWidget(controle)
        self._onder.setStretchFactor(0, 4)
        self._onder.setStretchFactor(1, 1)
        for splitter in (self._naast, self._onder):
            splitter.setHandleWidth(6)
        self._naast.gewisseld.connect(self._toon_wissel)
        controle.betreden.connect(self._verdeel)
        self._onder.splitterMoved.connect(self._onthoud_deel)
        letter = letterbreedte(self.fontMetrics())
        Lettermaat(agenda, lambda letters: agenda.setMinimumWidth(letterbreedte(letters) * 30))
        minstens_hoog(self.tabs, 5)  # less than it asks: a small screen has no more
        self._naast.setSizes([letter * 78, letter * 82])
        self._onder.setSizes([self.fontMetrics().height() * regels for regels in _REGELS])
        self._koptekst, self._versie, self._deel = "", _VERSIES, _REGELS[1] / sum(_REGELS)
        kolom = self._kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addLayout(boven)
        kolom.addWidget(self._onder, 1)
        self._toon_wissel()

    def _maak_kop(self) -> QHBoxLayout:
        """Make the line that tells which meeting this is, and return its layout."""
        self._kop = QLabel()
        self._kop.setProperty("kop", "2")
        self._kop.setTextFormat(Qt.TextFormat.PlainText)
        self._kop.setWordWrap(True)
        self.stand = QLabel()
        self.stand.setProperty("pil", "ja")
        self.stand.setProperty("toon", "grijs")
        boven = QHBoxLayout()
        boven.setContentsMargins(12, 8, 12, 4)
        boven.addWidget(self._kop, 1)
        boven.addWidget(self.stand, 0, Qt.AlignmentFlag.AlignTop)
        self.versie = QPushButton(icon("history"), _VERSIES)
        self.versie.setProperty("laag", "ja")
        self.versie.clicked.connect(self.versies_gevraagd)
        boven.addWidget(self.versie, 0, Qt.AlignmentFlag.AlignTop)
        self._wissel = QToolButton()
        self._wissel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._wissel.setToolTip("De agenda of wat bij het punt hoort (F6)")
        self._wissel.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes along with what is shown
        self._wissel.clicked.connect(self._wissel_deel)
        boven.addWidget(self._wissel, 0, Qt.AlignmentFlag.AlignTop)
        return boven

    def toon_kop(self, tekst: str, stand: str, versie: str) -> None:
        """Say which meeting this is and how far it is; ``versie`` is its agenda: ``Versie A, vastgesteld``."""
        self._koptekst, self._versie = tekst, versie
        self.stand.setText(stand)
        self.stand.setVisible(bool(stand))
        self.versie.setAccessibleName(f"Agenda: {versie}")
        self.versie.setToolTip("Versies van de agenda vastleggen, vaststellen en vergelijken")
        self._toon_koptekst()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the panes the room there is, with few lines a heading of one."""
        super().resizeEvent(event)
        self._toon_koptekst()
        QTimer.singleShot(0, self, self._verdeel)  # the panes get their size after this

    def changeEvent(self, event: QEvent) -> None:
        """Divide the room anew when the letters grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._verdeel_anders)

    def _verdeel_anders(self) -> None:
        """Give the checklist the part that it was given, which larger letters may have taken."""
        self._toon_koptekst()
        self._kolom.activate()  # the heading has its height before what is left of it is divided
        self._verdeel()  # it may be folded still, and then takes no room
        totaal = sum(self._onder.sizes())
        deel = round(totaal * self._deel)
        self._onder.setSizes([totaal - deel, deel])
        self._verdeel()

    def _onthoud_deel(self, *_: int) -> None:
        totaal = sum(self._onder.sizes())
        if totaal:
            self._deel = self._onder.sizes()[1] / totaal

    def _toon_koptekst(self) -> None:
        laag = self.height() < self.fontMetrics().height() * _LAAG
        self._kop.setWordWrap(not laag)
        self._kop.setMinimumWidth(1)
        smal = laag or self.width() < letterbreedte(self.fontMetrics()) * _SMAL
        self.versie.setText(self._versie.partition(",")[0] if smal else self._versie)
        naast = self.stand.sizeHint().width() + self.versie.sizeHint().width() + 6
        naast += (self._wissel.sizeHint().width() + 6) * self._naast.is_smal
        breed = self.width() - naast - letterbreedte(self.fontMetrics()) * 4
        letters = self._kop.fontMetrics()
        kort = letters.elidedText(self._koptekst, Qt.TextElideMode.ElideRight, breed)
        self._kop.setText(kort if laag else self._koptekst)
        self._kop.setToolTip(self._koptekst if laag else "")
        self._kop.setAccessibleName(self._koptekst)

    def _verdeel(self) -> None:
        """Give the checklist room for some findings, also where the letters are large and the screen is low."""
        regel = self.fontMetrics().height()
        dicht = self.height() < regel * _KRAP and not self.controle.tabel.hasFocus()
        self.controle.zet_dicht(dicht)
        self.controle.setMinimumHeight(self.controle.kophoogte if dicht else 4 * regel)
        self.controle.setMaximumHeight(self.controle.kophoogte if dicht else _HOOGST)
        if dicht:
            return
        boven, onder = self._onder.sizes()
        passend = (self.controle.hoogte_voor(rijen) for rijen in (3, 2, 1))
        nodig = next((hoog for hoog in passend if hoog <= (boven + onder) * _DEEL), 4 * regel)
        if onder < nodig:
            self._onder.setSizes([boven + onder - nodig, nodig])

    def _wissel_deel(self) -> None:
        """Go to the pane that has no room now."""
        (self.agenda if self._naast.toont_rechts else self.tabs.currentWidget() or self.tabs).setFocus()

    def _toon_wissel(self) -> None:
        rechts = self._naast.toont_rechts
        self._wissel.setVisible(self._naast.is_smal)
        self._wissel.setText("Agenda" if rechts else "Punt")
        self._wissel.setAccessibleName("Naar de agenda" if rechts else "Naar wat bij het punt hoort")
        self._wissel.setIcon(icon("arrow-left" if rechts else "arrow-right"))
        self._toon_koptekst()

    def toon_tabs(self, tabs: Collection[QWidget], *, zichtbaar: bool) -> None:
        """Show or hide tabs; one that is gone to shows itself again."""
        for tab in tabs:
            self.tabs.setTabVisible(self.tabs.indexOf(tab), zichtbaar)

    def vorm(self) -> tuple[QByteArray, QByteArray]:
        """Return the sizes of the panes."""
        return self._naast.saveState(), self._onder.saveState()

    def herstel_vorm(self, naast: QByteArray, onder: QByteArray) -> None:
        """Give the panes the sizes they had."""
        self._naast.restoreState(naast)
        self._onder.restoreState(onder)
        self._onthoud_deel()

    def panelen(self) -> list[QWidget]:
        """Return what F6 goes round: agenda, the open tab, the checklist."""
        tab = self.tabs.currentWidget()
        return [self.agenda, *([tab] if tab else []), self.controle.tabel]

    def _toon_tab(self, nummer: int) -> None:
        self.tabs.setTabVisible(nummer, True)


def leeg_vak(naam: str) -> QWidget:
    """Return an empty pane, to be filled later."""
    vak = QWidget()
    vak.setAccessibleName(naam)
    QVBoxLayout(vak).setContentsMargins(8, 8, 8, 4)
    return vak


def in_vak(vak: QWidget, inhoud: QWidget) -> None:
    """Fill a pane; it hands the keyboard on to what is in it."""
    indeling = vak.layout()
    if indeling is not None:
        indeling.addWidget(inhoud)
    Focusdeur(vak, lambda: inhoud)
