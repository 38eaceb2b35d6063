"""The inbox of bundles (Ctrl+7): what came in, what it brings before anything changes, and what is to be judged."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.bundels.conflictvak import Conflictvak
from tk_desktop.desktop.bundels.post import BEELDEN, Post, Stand, uitleg
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.leeg import Leegzin
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.domain.getal import omvang

RUILEN = "Ophalen en versturen"
LEEG = (
    "Geen bundels. Dubbelklik op een .tkb-bestand of sleep het hierheen; "
    "er verandert niets voordat u ‘Verwerken’ kiest."
)
_RUIM = 16_777_215  # as high as Qt has it
_HOOGSTE_VRAAG = 20
"""Lines of the texts to choose from that are seen at least, where the screen has them."""
_SLEUTEL = Qt.ItemDataRole.UserRole


class Uitwisselscherm(QWidget):
    """Lists bundles, tells of one what it brings, and shows what two people wrote apart.

    ``verwerken`` tells the path of a bundle to take in, ``lezen`` one to read (again), ``vertrouwd`` one of which the
    words are the same, ``weg`` one that leaves the list. Of a postbus ``ruilen``, ``bus_vertrouwd`` and ``instellen``
    tell the address (``ruilen`` an empty one for all). The others are buttons. ``gesleept`` is not told here: the
    window takes files wherever they are dropped.
    """

    verwerken = Signal(object)
    lezen = Signal(object)
    vertrouwd = Signal(object)
    weg = Signal(object)
    ruilen = Signal(str)
    bus_vertrouwd = Signal(str)
    instellen = Signal(str)
    openen_gevraagd = Signal()
    maken_gevraagd = Signal()
    vrijgeven_gevraagd = Signal()
    deelnemers_gevraagd = Signal()
    stoppen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Uitwisselen")
        self._post: tuple[Post, ...] = ()
        self.leg_bus_uit: Callable[[Post], str] = lambda post: post.melding
        """What is said of a postbus."""
        self.lijst = _Lijst()
        self.conflicten = Conflictvak()
        self.uitleg = QLabel()
        self.uitleg.setWordWrap(True)
        self.uitleg.setTextFormat(Qt.TextFormat.PlainText)
        self.uitleg.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.uitleg.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.knop_doe = QPushButton("Verwer&ken")
        self.knop_doe.setProperty("hoofd", "ja")
        self.knop_doe.setAutoDefault(True)  # Enter presses it, as in a dialog
        self.knop_weg = QPushButton(icon("x"), "Uit de lijst")
        self.balk = QProgressBar()
        self.balk.setAccessibleName("Voortgang")
        self.knop_stop = QPushButton("Annuleren")
        self.wacht = QWidget()
        self._leg_uit()
        self.lijst.currentItemChanged.connect(self._toon_post)
        self.lijst.gekozen.connect(self._doe)
        self.knop_doe.clicked.connect(self._doe)
        self.conflicten.verplaatst.connect(self._toon_vraag)
        self.knop_weg.clicked.connect(self._weg)
        self.knop_stop.clicked.connect(self.stoppen)
        self.toon((), ())

    @property
    def huidig(self) -> Post | None:
        """The bundle that is chosen."""
        sleutel = self.lijst.huidig()
        return next((een for een in self._post if een.sleutel == sleutel), None)

    def toon(self, post: Sequence[Post], geschillen: Sequence[object]) -> None:
        """Show these bundles and questions; what is chosen stays."""
        self._post = tuple(post)
        self.lijst.toon(self._post)
        bussen = sum(bool(een.postbus) for een in self._post)
        self.knop_ruilen.setVisible(bussen != 1)  # of one the button stands below what is said of it
        self.knop_ruilen.setText("Alle postbussen ophalen en versturen" if bussen else "Postbus instellen…")
        self.conflicten.toon(geschillen)  # type: ignore[arg-type]
        self.lijst.laat_ruimte(ruim=not geschillen)
        self._toon_post()

    def kies(self, wat: Path | str) -> None:
        """Choose a bundle or a postbus, with the keyboard on what is done with it next."""
        self.lijst.kies(str(wat))
        if self.knop_doe.isEnabled():
            self.knop_doe.setFocus()
            QTimer.singleShot(0, self, self._houd_in_beeld)
        else:
            self.lijst.setFocus()

    def toon_vraag(self, rij: str) -> None:
        """Put the keyboard on the question about a row, where there still is one."""
        self.conflicten.ga_naar(rij)
        if self.conflicten.huidig is not None:
            self.ga_beoordelen()
        else:
            self.setFocus()

    def ga_beoordelen(self) -> None:
        """Put the keyboard on the first of two texts, and show both."""
        self.conflicten.kaarten[0].knop.setFocus()
        QTimer.singleShot(0, self, self._toon_vraag)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is to be judged a whole screen where that is small, so that both texts are seen."""
        super().resizeEvent(event)
        hoog = self.fontMetrics().lineSpacing() * _HOOGSTE_VRAAG
        self.conflicten.setMinimumHeight(min(self._rol.viewport().height(), hoog))

    def _houd_in_beeld(self) -> None:
        """Keep the button that has the keyboard in sight; the words above it get their height later."""
        if self.knop_doe.hasFocus():
            self._rol.ensureWidgetVisible(self.knop_doe)

    def _toon_vraag(self) -> None:
        """Scroll to the question, so that nothing above it takes room of the texts."""
        self._rol.verticalScrollBar().setValue(self.conflicten.y())

    def toon_stap(self, wat: str, gedaan: int, totaal: int) -> None:
        """Show how far long work is; nothing more when it ended."""
        self.wacht.setVisible(bool(wat))
        self.balk.setFormat(f"{wat}: %v van %m" if totaal else wat)
        self.balk.setRange(0, max(totaal, 0))
        self.balk.setValue(gedaan)

    def _leg_uit(self) -> None:
        self.knoppen: list[QPushButton] = []
        knoppen = Stroom()
        for tekst, teken, signaal in (
            ("Postbus instellen…", "refresh-cw", self._ruil_alle),
            ("Bundel &openen…", "upload", self.openen_gevraagd),
            ("Bundel &maken…", "package", self.maken_gevraagd),
            ("Vergadering vri&jgeven…", "send", self.vrijgeven_gevraagd),
            ("&Deelnemers en laptops…", "users", self.deelnemers_gevraagd),
        ):
            knop = QPushButton(icon(teken), tekst)
            knop.setMinimumWidth(1)
            knop.clicked.connect(signaal)
            knoppen.addWidget(knop)
            self.knoppen.append(knop)
        self.knop_ruilen, _, _, self.knop_vrijgeven, _ = self.knoppen
        wacht = QHBoxLayout(self.wacht)
        wacht.setContentsMargins(0, 0, 0, 0)
        wacht.addWidget(self.balk, 1)
        wacht.addWidget(self.knop_stop)
        self.wacht.hide()
        onder = Stroom()
        onder.addWidget(self.knop_doe)
        onder.addWidget(self.knop_weg)
        self._rol = rol = Rolblad()
        rol.verticalScrollBar().rangeChanged.connect(self._houd_in_beeld)
        binnen = QWidget()
        kolom = QVBoxLayout(binnen)
        kolom.addLayout(knoppen)
        kolom.addWidget(self.wacht)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(self.uitleg)
        kolom.addLayout(onder)
        kolom.addWidget(self.conflicten, 2)
        rol.setWidget(binnen)
        rol.setProperty("scherm", "ja")
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(rol)
        Focusdeur(self, lambda: self.lijst)

    def _toon_post(self) -> None:
        post = self.huidig
        self.uitleg.setVisible(post is not None)
        self.knop_doe.setVisible(post is not None)
        self.knop_weg.setVisible(post is not None)
        if post is None:
            return
        self.uitleg.setText(self.leg_bus_uit(post) if post.postbus else uitleg(post))
        self.uitleg.setAccessibleName(self.uitleg.text())
        bezig = post.stand in (Stand.LEEST, Stand.BEZIG)
        if post.postbus:
            self.knop_doe.setText("De woorden zijn &gelijk" if post.stand is Stand.WOORDEN else RUILEN)
            self.knop_doe.setEnabled(not bezig)
            self.knop_weg.setText("In&stellen…")
            self.knop_weg.setIcon(icon("settings"))
            self.knop_weg.setEnabled(not bezig)
            return
        woorden = {
            Stand.KLAAR: "Verwer&ken",
            Stand.WOORDEN: "De woorden zijn &gelijk",
            Stand.WACHT: "&Lezen",
            Stand.GEWEIGERD: "Opnieuw &lezen",
        }
        self.knop_doe.setText(woorden.get(post.stand, "Verwer&ken"))
        self.knop_doe.setEnabled(post.stand in woorden)
        self.knop_weg.setIcon(icon("x"))
        self.knop_weg.setText("La&ter" if post.stand is Stand.KLAAR else "Uit de lijst")
        self.knop_weg.setEnabled(not bezig)

    def _doe(self) -> None:
        post = self.huidig
        if post is None:
            return
        if post.postbus:
            if self.knop_doe.isEnabled():
                (self.bus_vertrouwd if post.stand is Stand.WOORDEN else self.ruilen).emit(post.postbus)
            return
        signalen = {Stand.KLAAR: self.verwerken, Stand.WOORDEN: self.vertrouwd}
        if post.stand in (Stand.WACHT, Stand.GEWEIGERD):
            self.lezen.emit(post.pad)
        elif post.stand in signalen:
            signalen[post.stand].emit(post.pad)

    def _ruil_alle(self) -> None:
        self.ruilen.emit("")

    def _weg(self) -> None:
        post = self.huidig
        if post is not None and post.postbus:
            self.instellen.emit(post.postbus)
        elif post is not None:
            self.weg.emit(post.pad)


class _Lijst(QTreeWidget):
    """The bundles, one a line; ``gekozen`` tells that one was opened with Enter or a double click."""

    gekozen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Postvak in")
        self.setHeaderLabels(["Bundel", "Van", "Grootte", "Stand"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        kop = self.header()
        kop.setAccessibleName("Kolommen van het postvak")
        kop.setStretchLastSection(False)
        for kolom in (1, 2, 3):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._leeg = Leegzin(self)
        self.itemDoubleClicked.connect(self.gekozen)

    def huidig(self) -> str:
        """Return the file or postbus of the line the keyboard is on."""
        rij = self.currentItem()
        return str(rij.data(0, _SLEUTEL)) if rij is not None else ""

    def kies(self, sleutel: str) -> None:
        """Put the keyboard on a file or a postbus."""
        for nummer in range(self.topLevelItemCount()):
            rij = self.topLevelItem(nummer)
            if rij is not None and rij.data(0, _SLEUTEL) == sleutel:
                self.setCurrentItem(rij)

    def toon(self, post: Sequence[Post]) -> None:
        """Replace all lines; the file that was chosen stays so."""
        nu = self.huidig()
        with QSignalBlocker(self):
            self.clear()
            for een in post:
                groot = omvang(een.grootte) if een.grootte or not een.postbus else ""
                rij = QTreeWidgetItem([een.naam, een.van, groot, een.staat])
                rij.setData(0, _SLEUTEL, een.sleutel)
                rij.setIcon(0, icon("mail" if een.postbus else "package"))
                rij.setIcon(3, icon(BEELDEN[een.stand]))
                rij.setToolTip(0, een.sleutel)
                rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join((een.naam, een.van, een.staat)))
                self.addTopLevelItem(rij)
            self._leeg.zeg("" if post else LEEG)
            if post:
                self.setCurrentIndex(self.model().index(0, 0))
            self.kies(nu)

    def laat_ruimte(self, *, ruim: bool) -> None:
        """Take all the room there is, or leave it to what is judged below."""
        regel = max(self.fontMetrics().lineSpacing() * 3 // 2, self.sizeHintForRow(0))
        self.setMinimumHeight(self.header().sizeHint().height() + regel * 3)
        self.setMaximumHeight(_RUIM if ruim else self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Enter what the button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gekozen.emit()
            return
        super().keyPressEvent(event)
