"""The pane with the remarks on a draft: read, gone to, answered, dealt with (B18)."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.datum import klok, kort
from tk_desktop.domain.opmerking import GeplaatsteOpmerking, Opmerking, Opmerkingen

NERGENS = "Nog geen opmerkingen. Met Ctrl+Alt+M of Ctrl+Shift+K zegt u iets over een punt of een nota."
AF = "Alle opmerkingen zijn afgehandeld."
_ID = int(Qt.ItemDataRole.UserRole)
_RAND = 12
_SMAL = 62
"""Letters wide up to which what is done with a remark stands in the menu alone."""


class OpmerkingenPaneel(QWidget):
    """The remarks of one meeting under the names of what they are about; every signal but the first tells an id.

    ``gekozen`` asks to go to what a remark is about, ``bewerkt``, ``beantwoord`` and ``verwijderd`` to change it, and
    ``afgehandeld`` whether it is dealt with from now on.
    """

    nieuw = Signal()
    gekozen = Signal(str)
    bewerkt = Signal(str)
    beantwoord = Signal(str)
    verwijderd = Signal(str)
    afgehandeld = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Opmerkingen")
        self._opmerkingen = Opmerkingen()
        self.telling = QLabel()
        self.telling.setProperty("kop", "2")
        self.alles = QCheckBox("Ook af&gehandeld")
        self.alles.toggled.connect(self._vul)
        self.lijst = _Lijst()
        Focusdeur(self, lambda: self.lijst)
        self.knop_nieuw = QPushButton(icon("message-square-plus"), "Nieuwe opmerking…")
        self.knop_nieuw.setToolTip("Ctrl+Alt+M of Ctrl+Shift+K")
        self.knop_antwoord = QPushButton(icon("message-square-reply"), "Antwoorden…")
        self.knop_af = QPushButton(icon("check"), "Afhandelen")
        self.knop_af.setToolTip("Spatie")
        self.acties = self._acties()
        self.meer = QToolButton()
        self.meer.setIcon(icon("ellipsis"))
        self.meer.setAccessibleName("Meer met deze opmerking")
        self.meer.setToolTip("Meer met deze opmerking")
        self.meer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.meer.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.meer.setMenu(self._menu(self.meer))
        self._leg_uit()
        self._verbind()
        self._vul()

    def toon(self, opmerkingen: Opmerkingen) -> None:
        """Show these remarks; the one that was chosen stays chosen while it is there."""
        self._opmerkingen = opmerkingen
        self._vul()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave buttons to the menu where there is no room for them."""
        super().resizeEvent(event)
        breed = self.width() > letterbreedte(self.fontMetrics()) * _SMAL
        self.knop_antwoord.setVisible(breed)
        self.knop_af.setVisible(breed)
        onder = self.width() < self.telling.sizeHint().width() + self.alles.sizeHint().width() + _RAND * 3
        richting = QBoxLayout.Direction.TopToBottom if onder else QBoxLayout.Direction.LeftToRight
        self._boven.setDirection(richting)

    def minimumSizeHint(self) -> QSize:
        """Ask no more room than the pane has in a small window."""
        return QSize(letterbreedte(self.fontMetrics()) * 30, self.fontMetrics().height() * 6)

    def huidig(self) -> Opmerking | None:
        """Return the remark that is chosen, or ``None``."""
        regel = self._regel(self.lijst.huidig())
        return regel.opmerking if regel else None

    def kies(self, opmerking_id: str) -> None:
        """Choose a remark; one that is dealt with shows itself."""
        regel = self._regel(opmerking_id)
        if regel is not None and not regel.opmerking.is_open:
            self.alles.setChecked(True)
        self.lijst.kies(opmerking_id)

    def _regel(self, id_: str) -> GeplaatsteOpmerking | None:
        return next((regel for regel in self._opmerkingen.regels if regel.opmerking.id == id_), None)

    def _acties(self) -> tuple[QAction, ...]:
        uit = []
        for teken, tekst, doe in (
            ("arrow-right", "Naar de plek\tEnter", self._ga),
            ("message-square-reply", "Antwoorden…", self._antwoord),
            ("check", "Afhandelen of heropenen\tSpatie", self._wissel),
            ("pencil", "Bewerken…\tF2", self._bewerk),
            ("trash-2", "Verwijderen\tDel", self._verwijder),
        ):
            actie = QAction(icon(teken), tekst, self)
            actie.triggered.connect(doe)
            uit.append(actie)
        return tuple(uit)

    def _menu(self, ouder: QWidget) -> QMenu:
        menu = QMenu(ouder)
        menu.addActions(list(self.acties))
        return menu

    def _leg_uit(self) -> None:
        boven = self._boven = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.telling.setWordWrap(True)
        boven.addWidget(self.telling, 1)
        boven.addWidget(self.alles)
        onder = QHBoxLayout()
        for knop in (self.knop_nieuw, self.knop_antwoord, self.knop_af, self.meer):
            onder.addWidget(knop)
        onder.addStretch(1)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(_RAND, 8, _RAND, 8)
        kolom.addLayout(boven)
        kolom.addWidget(self.lijst, 1)
        kolom.addLayout(onder)

    def _verbind(self) -> None:
        self.knop_nieuw.clicked.connect(self.nieuw)
        self.knop_antwoord.clicked.connect(self._antwoord)
        self.knop_af.clicked.connect(self._wissel)
        self.lijst.currentItemChanged.connect(self._stel_knoppen_in)
        self.lijst.itemDoubleClicked.connect(self._ga)
        self.lijst.customContextMenuRequested.connect(self._open_menu)
        self.lijst.toetsen = {
            Qt.Key.Key_Return: self._ga,
            Qt.Key.Key_Enter: self._ga,
            Qt.Key.Key_F2: self._bewerk,
            Qt.Key.Key_Delete: self._verwijder,
            Qt.Key.Key_Space: self._wissel,
        }

    def _vul(self) -> None:
        alle = self._opmerkingen.regels
        zichtbaar = [regel for regel in alle if regel.opmerking.is_open or self.alles.isChecked()]
        self.telling.setText(_telling(self._opmerkingen.aantal_open, len(alle)))
        self.lijst.toon(zichtbaar, AF if alle else NERGENS)
        self._stel_knoppen_in()

    def _stel_knoppen_in(self) -> None:
        een = self.huidig()
        for knop in (self.knop_antwoord, self.knop_af, self.meer):
            knop.setEnabled(een is not None)
        klaar = een is not None and not een.is_open
        self.knop_af.setText("Heropenen" if klaar else "Afhandelen")
        self.knop_af.setIcon(icon("undo-2" if klaar else "check"))

    def _open_menu(self, punt: QPoint) -> None:
        if self.huidig() is not None:
            self.meer.menu().popup(self.lijst.viewport().mapToGlobal(punt))

    def _ga(self) -> None:
        self._vertel(self.gekozen.emit)

    def _bewerk(self) -> None:
        self._vertel(self.bewerkt.emit)

    def _verwijder(self) -> None:
        self._vertel(self.verwijderd.emit)

    def _antwoord(self) -> None:
        self._vertel(self.beantwoord.emit)

    def _wissel(self) -> None:
        een = self.huidig()
        if een is not None:
            self.afgehandeld.emit(een.id, een.is_open)

    def _vertel(self, wat: Callable[[str], object]) -> None:
        een = self.huidig()
        if een is not None:
            wat(een.id)


class _Lijst(QListWidget):
    """Remarks under the name of their place, which cannot be chosen itself; ``toetsen`` act on the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self.toetsen: dict[Qt.Key, Callable[[], None]] = {}
        self.setAccessibleName("Opmerkingen, op volgorde van de agenda")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def toon(self, regels: list[GeplaatsteOpmerking], leeg: str) -> None:
        """Replace all lines; ``leeg`` is said when there is none."""
        vorige, rij = self.huidig(), self.currentRow()
        self.blockSignals(True)
        self.clear()
        plaats = ""
        for regel in regels:
            if regel.plaats.naam != plaats:
                plaats = regel.plaats.naam
                self.addItem(_kop(plaats))
            self.addItem(_item(regel))
        if not regels:
            self.addItem(_zacht(leeg))
        if vorige and not self.kies(vorige):
            self._kies_bij(rij)
        self.blockSignals(False)

    def huidig(self) -> str:
        """Return the id of the remark that is chosen; empty when none is."""
        item = self.currentItem()
        return str(item.data(_ID) or "") if item is not None else ""

    def kies(self, id_: str) -> bool:
        """Choose a remark and tell whether it is there."""
        for rij in range(self.count()):
            if self.item(rij).data(_ID) == id_:
                self.setCurrentRow(rij)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does with the chosen remark."""
        doe = self.toetsen.get(Qt.Key(event.key()))
        if doe is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            doe()
            return
        super().keyPressEvent(event)

    def _kies_bij(self, rij: int) -> None:
        """Choose the remark that stands nearest to where one is gone."""
        hier = [nr for nr in range(self.count()) if self.item(nr).data(_ID)]
        if hier:
            self.setCurrentRow(min(hier, key=lambda nr: (abs(nr - rij), nr < rij)))


def _kop(plaats: str) -> QListWidgetItem:
    item = QListWidgetItem(plaats)
    vet = QFont(item.font())
    vet.setBold(True)
    item.setFont(vet)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setForeground(QColor(kleuren().tekst))
    return item


def _item(regel: GeplaatsteOpmerking) -> QListWidgetItem:
    een = regel.opmerking
    item = QListWidgetItem(_tekst(een))
    item.setIcon(icon("message-square" if een.is_open else "circle-check"))
    item.setData(_ID, een.id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{regel.plaats.naam}. {_tekst(een)}")
    if not een.is_open:
        item.setForeground(QColor(kleuren().tonen[Toon.GROEN].tekst))
    return item


def _zacht(tekst: str) -> QListWidgetItem:
    item = QListWidgetItem(tekst)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setForeground(QColor(kleuren().zacht))
    return item


def _tekst(een: Opmerking) -> str:
    wie = een.wie or "Zonder naam"
    regels = [f"{wie}, {kort(een.moment.date())} om {klok(een.moment.time())}", een.tekst]
    if een.antwoord:
        regels.append(f"Antwoord: {een.antwoord}")
    if een.afgehandeld is not None:
        door = f" door {een.afgehandeld_door}" if een.afgehandeld_door else ""
        regels.append(f"Afgehandeld op {kort(een.afgehandeld.date())}{door}")
    return "\n".join(regels)


def _telling(open_: int, alle: int) -> str:
    if not alle:
        return "Geen opmerkingen"
    return f"{open_ or 'Geen'} open" + (f" van {alle}" if alle != open_ else "")
