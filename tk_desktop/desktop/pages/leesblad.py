"""A paper to read: its pages with words to select and to find, marks to click on and a pen to write with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tk_desktop.base.kluispad import Pad
from tk_desktop.desktop.pages.bladaanraking import Bladaanraking
from tk_desktop.desktop.pages.bladen import Bladenweergave
from tk_desktop.desktop.pages.bladenbron import Bladenbron
from tk_desktop.desktop.pages.bladgeschiedenis import Bladgeschiedenis
from tk_desktop.desktop.pages.bladinkt import Bladinkt
from tk_desktop.desktop.pages.bladlinks import Bladlinks
from tk_desktop.desktop.pages.bladmerken import Bladmerken, Merk
from tk_desktop.desktop.pages.bladmuis import Bladmuis
from tk_desktop.desktop.pages.bladselectie import Bladselectie
from tk_desktop.desktop.pages.bladteksten import Bladteksten
from tk_desktop.desktop.pages.bladtoegang import Bladtoegang
from tk_desktop.desktop.pages.bladvlaggen import Bladvlaggen
from tk_desktop.desktop.pages.bladzoeker import Bladzoeker
from tk_desktop.desktop.pages.zoekbalk import Zoekbalk
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.linkvraag import LinkVraag

_VOOR_HET_VENSTER = {Qt.Key.Key_F3, Qt.Key.Key_Left, Qt.Key.Key_Right}


class Leesblad(QWidget):
    """Puts the parts of a reader together over one view of pages.

    The parts are public: ``bladen`` (pages, place, zoom), ``teksten`` (words), ``selectie``, ``merken``, ``inkt``,
    ``muis``, ``vlaggen`` (pages to find again), ``links`` (with the contents of the file), ``geweest`` (where one was),
    ``zoeker`` and ``zoekbalk``.
    """

    merk_gekozen = Signal(str)
    """The id of a mark that was clicked."""
    leeg_geklikt = Signal(QPointF)
    """A click beside marks and links, at a point of ``bladen``: nothing is chosen any more."""
    volledig_gevraagd = Signal()
    """F11: the whole screen, or the window again."""

    def __init__(self, bron: Bladenbron, naam: str = "Stuk", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.bladen = Bladenweergave(bron, naam)
        self.teksten = Bladteksten(self.bladen, bron)
        self.zoeker = Bladzoeker(self.bladen, self.teksten, bron)
        self.zoekbalk = Zoekbalk(self.zoeker)
        self.merken = Bladmerken(self.bladen)
        self.vlaggen = Bladvlaggen(self.bladen)
        self.links = Bladlinks(self.bladen, bron)
        self.geweest = Bladgeschiedenis(self.bladen)
        self.selectie = Bladselectie(self.bladen, self.teksten)
        self.muis = Bladmuis(self.bladen, self.selectie, self._klikbaar)
        self._aanraking = Bladaanraking(self.bladen)
        self.inkt = Bladinkt(self.bladen)
        self._toegang = Bladtoegang(self.bladen, self.teksten, self.selectie)
        self._verbind()
        opbouw = QVBoxLayout(self)
        opbouw.setContentsMargins(0, 0, 0, 0)
        opbouw.setSpacing(0)
        opbouw.addWidget(self.zoekbalk)
        opbouw.addWidget(self.bladen, 1)
        Focusdeur(self, lambda: self.bladen)

    def _verbind(self) -> None:
        self.muis.geklikt.connect(self._klik)
        self.merken.merk_gekozen.connect(self.merk_gekozen)
        self.inkt.vinger_gewisseld.connect(self._vinger_tekent)
        self.links.adres_gevraagd.connect(self._vraag_adres)
        self.links.gesprongen.connect(self.geweest.onthoud)
        self.teksten.gekomen.connect(self.links.lees)
        self.zoekbalk.gesloten.connect(self.bladen.setFocus)
        for veld in (self.bladen, self.zoekbalk.veld):
            veld.installEventFilter(self)

    def toon(self, pad: Pad, pagina: int = 0, deel: float = 0.0) -> None:
        """Show a paper; see ``Bladenweergave.toon``."""
        self.bladen.toon(pad, pagina, deel)

    def zet_merken(self, merken: Sequence[Merk]) -> None:
        """Show these marks and no others."""
        self.merken.zet_merken(merken)

    def zoek(self, woorden: str = "") -> None:
        """Open the bar to search this paper: for these words, for one selected line, or for what is typed."""
        keuze = self.selectie.selectie
        if not woorden and keuze is not None and "\n" not in keuze.leesbaar:
            woorden = keuze.leesbaar
        self.zoekbalk.open(woorden)

    def eventFilter(self, bron: QObject, event: QEvent) -> bool:
        """Take the keys of the reader; those that mean something else elsewhere before the window does."""
        if isinstance(event, QKeyEvent) and event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            doe = self._toets(event)
            if event.type() == QEvent.Type.KeyPress and doe is not None:
                doe()
                return True
            if event.key() in _VOOR_HET_VENSTER and doe is not None:
                event.accept()
                return True
        return False

    def _toets(self, event: QKeyEvent) -> Callable[[], None] | None:
        erbij = event.modifiers()
        shift = erbij == Qt.KeyboardModifier.ShiftModifier
        match event.key():
            case Qt.Key.Key_F if erbij == Qt.KeyboardModifier.ControlModifier:
                return self.zoek
            case Qt.Key.Key_F3 if not erbij or shift:
                if not self.zoekbalk.isVisible():
                    return self.zoek
                return self.zoeker.vorige if shift else self.zoeker.volgende
            case Qt.Key.Key_Left if erbij == Qt.KeyboardModifier.AltModifier and self.geweest.kan_terug:
                return self.geweest.terug
            case Qt.Key.Key_Right if erbij == Qt.KeyboardModifier.AltModifier and self.geweest.kan_vooruit:
                return self.geweest.vooruit
            case Qt.Key.Key_F11 if not erbij:
                return self.volledig_gevraagd.emit
            case Qt.Key.Key_Escape if not erbij and self.zoekbalk.isVisible() and self.selectie.selectie is None:
                return self.zoekbalk.sluit
            case _:
                return None

    def _vinger_tekent(self, tekent: bool) -> None:
        self._aanraking.laat_schuiven(not tekent)

    def _vraag_adres(self, adres: str) -> None:
        """Ask before anything outside the paper is opened."""
        vraag = LinkVraag(adres, self.window())
        vraag.openen.connect(_open_buiten)
        vraag.open()

    def _klikbaar(self, waar: QPointF) -> bool:
        return self.merken.merk_op(waar) is not None or self.links.link_op(waar) is not None

    def _klik(self, waar: QPointF) -> None:
        if not self.merken.klik(waar) and not self.links.klik(waar):
            self.leeg_geklikt.emit(waar)


def _open_buiten(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
