"""The actions as a board: what is open, what is being done, and what is over, each in a column of its own."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.lettermaat import minstens_hoog
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.domain.actie import Actiesoort, Actiestaat
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.datum import kort

KOLOMMEN = (
    ("Open", Actiestaat.OPEN, (Actiestaat.OPEN,)),
    ("Bezig", Actiestaat.BEZIG, (Actiestaat.BEZIG,)),
    ("Afgerond", Actiestaat.GEDAAN, (Actiestaat.GEDAAN, Actiestaat.VERVALLEN)),
)
"""Each column: its name, how far an action is that comes there, and how far those are that stand there."""
_ID = int(Qt.ItemDataRole.UserRole)
_SCHUIF = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_NAAST = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Bordkolom(QListWidget):
    """One column; ``naast`` tells that the keyboard goes to the column beside it, ``verder`` that the action does."""

    naast = Signal(int)
    verder = Signal(int)

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(2)
        minstens_hoog(self, 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the column beside with the arrows, and take the action along with Alt+Shift."""
        stap = _NAAST.get(Qt.Key(event.key()))
        if stap is None:
            super().keyPressEvent(event)
        elif event.modifiers() & _SCHUIF == _SCHUIF:
            self.verder.emit(stap)
        else:
            self.naast.emit(stap)


class Actiebord(QWidget):
    """Shows three columns; ``verplaatst`` tells the id of an action and the ``Actiestaat`` of where it goes.

    ``gekozen`` tells that another action is looked at.
    """

    verplaatst = Signal(str, object)
    gekozen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kolommen = tuple(Bordkolom(naam) for naam, _, _ in KOLOMMEN)
        self.koppen = tuple(QLabel(naam) for naam, _, _ in KOLOMMEN)
        self._hier = 0
        self._kiest = ""
        terug = QPushButton(icon("arrow-left"), "Een kolom terug (Alt+Shift+←)")
        verder = QPushButton(icon("arrow-right"), "Een kolom verder (Alt+Shift+→)")
        terug.clicked.connect(self._een_terug)
        verder.clicked.connect(self._een_verder)
        rij = QHBoxLayout()
        for kop, kolom in zip(self.koppen, self.kolommen, strict=True):
            kop.setProperty("kop", "2")
            kop.setBuddy(kolom)
            vak = QVBoxLayout()
            vak.addWidget(kop)
            vak.addWidget(kolom, 1)
            rij.addLayout(vak, 1)
            kolom.naast.connect(self._naast)
            kolom.verder.connect(self._schuif)
            kolom.currentItemChanged.connect(self._ander)
        knoppen = QWidget()
        stroom = Stroom(knoppen)
        for knop in (terug, verder):
            stroom.addWidget(knop)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.addLayout(rij, 1)
        geheel.addWidget(knoppen)
        Focusdeur(self, lambda: self.kolommen[self._hier])

    def toon(self, posten: Sequence[Actiepost], vandaag: date) -> None:
        """Show these actions; the one that was chosen stays so, in whichever column it stands now."""
        nu, focus = self._kiest or self.huidig(), any(kolom.hasFocus() for kolom in self.kolommen)
        for nummer, (naam, _, staten) in enumerate(KOLOMMEN):
            kolom = self.kolommen[nummer]
            hier = [post for post in posten if post.actie.staat in staten]
            self.koppen[nummer].setText(f"{naam} ({len(hier)})")
            with QSignalBlocker(kolom):
                rij = max(0, kolom.currentRow())
                kolom.clear()
                for post in hier:
                    kolom.addItem(_kaart(post, vandaag))
                if nummer == self._hier:
                    kolom.setCurrentRow(min(rij, len(hier) - 1))
        self.kies(nu)
        if not self.kolommen[self._hier].count():
            self._begin()
        if focus and not self.kolommen[self._hier].hasFocus():
            self.kolommen[self._hier].setFocus()
        self._kiest = ""

    def huidig(self) -> str:
        """Return the id of the action that is looked at; empty when there is none."""
        item = self.kolommen[self._hier].currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def kies(self, id_: str) -> None:
        """Look at an action, if it is on the board."""
        for nummer, kolom in enumerate(self.kolommen):
            for rij in range(kolom.count()):
                if kolom.item(rij).data(_ID) == id_:
                    self._zet(nummer, rij)

    def _naast(self, stap: int) -> None:
        naar = self._hier + stap
        while 0 <= naar < len(self.kolommen) and not self.kolommen[naar].count():
            naar += stap
        if 0 <= naar < len(self.kolommen):
            rij = min(self.kolommen[self._hier].currentRow(), self.kolommen[naar].count() - 1)
            self._zet(naar, rij)
            self.kolommen[naar].setFocus()
            self.gekozen.emit()

    def _een_terug(self) -> None:
        self._schuif(-1)

    def _een_verder(self) -> None:
        self._schuif(1)

    def _schuif(self, stap: int) -> None:
        naar, id_ = self._hier + stap, self.huidig()
        if id_ and 0 <= naar < len(KOLOMMEN):
            self._kiest = id_
            self.verplaatst.emit(id_, KOLOMMEN[naar][1])

    def _ander(self) -> None:
        kolom = self.sender()
        if isinstance(kolom, Bordkolom) and kolom.currentRow() >= 0:
            self._zet(self.kolommen.index(kolom), kolom.currentRow())
            self.gekozen.emit()

    def _begin(self) -> None:
        """Look at the first action there is."""
        vol = next((nummer for nummer, kolom in enumerate(self.kolommen) if kolom.count()), 0)
        self._zet(vol, 0)

    def _zet(self, nummer: int, rij: int) -> None:
        """Look at one action; only in its column is one chosen."""
        self._hier = nummer
        for ander, kolom in enumerate(self.kolommen):
            with QSignalBlocker(kolom):
                kolom.setCurrentRow(rij if ander == nummer else -1)


def _kaart(post: Actiepost, vandaag: date) -> QListWidgetItem:
    actie = post.actie
    laat = actie.is_te_laat(vandaag)
    voor = f"vóór {kort(actie.voor)}{' (te laat)' if laat else ''}" if actie.voor else ""
    staat = actie.staat.value if actie.staat is Actiestaat.VERVALLEN else ""
    onder = " · ".join(deel for deel in (actie.door or "Nog niemand", voor, post.uit or post.gremium, staat) if deel)
    item = QListWidgetItem(f"{actie.tekst}\n{onder}")
    item.setData(_ID, actie.id)
    soort = "megaphone" if actie.soort is Actiesoort.TOEZEGGING else "list-checks"
    item.setIcon(icon("triangle-alert" if laat else "lock" if post.besloten else soort))
    dicht = ", besloten" if post.besloten else ""
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{actie.tekst}, {onder}{dicht}")
    item.setToolTip(item.text())
    return item
