"""The questions to the secretariat with their answers, over all meetings (F18)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.tekstveld import Tekstveld
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.reading.vragen import Vraag, Vraagstand

LEEG = "Er zijn geen vragen. Wie leest, stelt een vraag met Q."
_GEEN = "Alle vragen zijn beantwoord."
_BEELD = {Vraagstand.NIET_GESTELD: "lock", Vraagstand.WACHT: "circle-question-mark", Vraagstand.BEANTWOORD: "check"}
_TOON = {Vraagstand.WACHT: Toon.ORANJE, Vraagstand.BEANTWOORD: Toon.GROEN}
_ID = Qt.ItemDataRole.UserRole


class Vragenscherm(QWidget):
    """Lists questions and shows one with its answer, which the secretaris types here.

    ``beantwoord`` tells the id of a question and the answer, ``stellen_gevraagd`` a question of one's own that is put
    to the secretariat, ``gekozen`` one whose page is asked for.
    """

    beantwoord = Signal(str, str)
    stellen_gevraagd = Signal(str)
    gekozen = Signal(str)

    def __init__(self, *, secretaris: bool) -> None:
        super().__init__()
        self._secretaris = secretaris
        self._vragen: tuple[Vraag, ...] = ()
        self._nu = ""
        self.alleen_open = QCheckBox("Alleen vragen &zonder antwoord")
        self.alleen_open.setChecked(secretaris)
        self.alleen_open.toggled.connect(self._vul)
        self.lijst = _Lijst()
        self.lijst.currentItemChanged.connect(self._andere)
        self.lijst.gekozen.connect(self.gekozen)
        self._vraag = QLabel()
        self._vraag.setWordWrap(True)
        self._vraag.setTextFormat(Qt.TextFormat.PlainText)
        self._bij = QLabel()
        self._bij.setWordWrap(True)
        self._bij.setTextFormat(Qt.TextFormat.PlainText)
        self._bij.setProperty("zacht", "ja")
        self.antwoord = Tekstveld("Antwoord", 2)
        self.antwoord.setReadOnly(not secretaris)
        self.antwoord.setPlaceholderText("Typ het antwoord" if secretaris else "Nog geen antwoord")
        self.antwoord.getypt.connect(self._getypt)
        label = QLabel("&Antwoord")
        label.setBuddy(self.antwoord)
        self.knop_blad = QPushButton("Naar de &bladzijde")
        self.knop_blad.clicked.connect(self._naar_blad)
        self.knop_stel = QPushButton("&Stellen aan het secretariaat")
        self.knop_stel.clicked.connect(self._stel)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.knop_blad)
        knoppen.addWidget(self.knop_stel)
        knoppen.addStretch(1)
        kolom = QVBoxLayout(self)
        kolom.addWidget(self.alleen_open)
        kolom.addWidget(self.lijst, 1)
        for deel in (self._vraag, self._bij, label, self.antwoord):
            kolom.addWidget(deel)
        kolom.addLayout(knoppen)
        self._toon_vraag(None)

    def toon(self, vragen: Sequence[Vraag]) -> None:
        """Show these questions; the one that is looked at stays, also when its answer takes it from the list."""
        self._vragen = tuple(vragen)
        self._vul()

    def leg_vast(self) -> None:
        """Keep what is being typed."""
        self.antwoord.leg_vast()

    def _vul(self) -> None:
        alleen = self.alleen_open.isChecked()
        regels = [
            vraag
            for vraag in self._vragen
            if not alleen or vraag.stand is not Vraagstand.BEANTWOORD or vraag.aantekening.id == self._nu
        ]
        with QSignalBlocker(self.lijst):
            self.lijst.toon(regels, self._nu, _GEEN if self._vragen else LEEG)
        self._andere()

    def _andere(self) -> None:
        id_ = self.lijst.huidig()
        if id_ != self._nu:
            self.antwoord.leg_vast()
        self._toon_vraag(next((vraag for vraag in self._vragen if vraag.aantekening.id == id_), None))

    def _toon_vraag(self, vraag: Vraag | None) -> None:
        zelfde = vraag is not None and vraag.aantekening.id == self._nu
        self._nu = vraag.aantekening.id if vraag else ""
        een = vraag.aantekening if vraag else None
        self._vraag.setText(een.tekst or "(zonder tekst)" if een else "")
        self._bij.setText(_bij(vraag) if vraag else "")
        self.antwoord.toon(een.antwoord if een else "", zelfde=zelfde)
        self.antwoord.setEnabled(vraag is not None)
        self.knop_blad.setEnabled(vraag is not None)
        stelbaar = vraag is not None and vraag.is_eigen and vraag.stand is Vraagstand.NIET_GESTELD
        self.knop_stel.setVisible(not self._secretaris or stelbaar)
        self.knop_stel.setEnabled(stelbaar)

    def _getypt(self, tekst: str) -> None:
        if self._nu:
            self.beantwoord.emit(self._nu, tekst)

    def _naar_blad(self) -> None:
        self.gekozen.emit(self._nu)

    def _stel(self) -> None:
        self.stellen_gevraagd.emit(self._nu)


class _Lijst(QTreeWidget):
    """The lines; ``gekozen`` tells one that was opened with Enter or a double click."""

    gekozen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._leeg = LEEG
        self.setAccessibleName("Vragen")
        self.setHeaderLabels(["Stand", "Vraag", "Waar", "Van"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        kop = self.header()
        kop.setAccessibleName("Kolommen van de vragen")
        kop.setStretchLastSection(False)
        for kolom in (0, 2, 3):
            kop.setSectionResizeMode(kolom, QHeaderView.ResizeMode.ResizeToContents)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.itemDoubleClicked.connect(self._open)

    def huidig(self) -> str:
        """Return the id of the question the keyboard is on; empty when there is none."""
        rij = self.currentItem()
        return str(rij.data(0, _ID)) if rij is not None else ""

    def toon(self, vragen: Sequence[Vraag], nu: str, leeg: str) -> None:
        """Replace all lines; ``nu`` is the question that is looked at."""
        self._leeg = leeg
        self.clear()
        rijnummer = 0
        for nummer, vraag in enumerate(vragen):
            een, stand = vraag.aantekening, vraag.stand
            waar = f"{vraag.waar} blz. {vraag.pagina}" if vraag.pagina else vraag.waar
            rij = QTreeWidgetItem([stand.value, _regel(een), waar, een.eigenaar])
            rij.setData(0, _ID, een.id)
            rij.setIcon(0, icon(_BEELD[stand]))
            rij.setToolTip(1, een.tekst)
            if stand in _TOON:
                rij.setForeground(0, QColor(kleuren().tonen[_TOON[stand]].tekst))
            rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join((_regel(een), stand.value, waar)))
            self.addTopLevelItem(rij)
            rijnummer = nummer if een.id == nu else rijnummer
        self.setCurrentIndex(self.model().index(rijnummer, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the empty list what comes here."""
        super().paintEvent(event)
        if not self.topLevelItemCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(kleuren().zacht))
            vlak = self.viewport().rect()
            painter.drawText(vlak, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._leeg)

    def _open(self) -> None:
        if self.huidig():
            self.gekozen.emit(self.huidig())


def _regel(een: Aantekening) -> str:
    citaat = een.plaats.anker.citaat if een.plaats else ""
    return " ".join(een.tekst.split()) or f"“{' '.join(citaat.split())}”"


def _bij(vraag: Vraag) -> str:
    een = vraag.aantekening
    citaat = " ".join(een.plaats.anker.citaat.split()) if een.plaats else ""
    waar = f"{vraag.waar} blz. {vraag.pagina}" if vraag.pagina else vraag.waar
    alleen_u = "Alleen u ziet deze vraag, tot u haar stelt." if vraag.stand is Vraagstand.NIET_GESTELD else ""
    return "\n".join(deel for deel in (f"{een.eigenaar} · {waar}", f"“{citaat}”" if citaat else "", alleen_u) if deel)
