"""Who takes part in the exchange, with which laptops; the secretariat lets in, withdraws and renews keys (M2, M3)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.session.dialoog import Rolvak

_INTREKKEN, _VERWIJDEREN = "Laptop &intrekken", "&Deelnemer verwijderen"
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemersregel:
    """One laptop, or somebody without one (``apparaat_id`` is empty then)."""

    persoon_id: str
    naam: str
    rol: str
    apparaat_id: str
    laptop: str
    stand: str
    eigen: bool = False
    ingetrokken: bool = False


class Deelnemersblad(QWidget):
    """The roster; ``load`` gives its lines. Who is not of the secretariat sees it, and changes nothing.

    ``toelaten`` asks to let in, ``intrekken`` tells the id of a device, ``verwijderen`` that of a person,
    ``vernieuwen`` that all keys are to be renewed, ``papier`` that a key is to be laid on paper, ``ondertekenen`` that
    a change of another secretary is to be signed. ``balk`` tells what was refused.
    """

    toelaten = Signal()
    intrekken = Signal(str)
    verwijderen = Signal(str)
    vernieuwen = Signal()
    papier = Signal()
    ondertekenen = Signal()

    def __init__(self, load: Callable[[], Iterable[Deelnemersregel]], kop: str, *, secretaris: bool) -> None:
        super().__init__()
        self._load = load
        self._secretaris = secretaris
        self._regels: tuple[Deelnemersregel, ...] = ()
        self._zeker = ""
        self.setAccessibleName("Deelnemers en laptops")
        self.balk = Meldbalk()
        self.kop = QLabel(kop)
        self.kop.setWordWrap(True)
        self.lijst = _lijst()
        self.lijst.currentItemChanged.connect(self._kijk_na)
        self.knop_toelaten = QPushButton(icon("user-plus"), "Laptop &toelaten…")
        self.knop_intrekken = QPushButton(icon("user-x"), _INTREKKEN)
        self.knop_verwijderen = QPushButton(icon("trash-2"), _VERWIJDEREN)
        self.knop_vernieuwen = QPushButton(icon("refresh-cw"), "Sleutels &vernieuwen")
        self.knop_papier = QPushButton(icon("file-text"), "Sleutel op &papier…")
        self.knop_ondertekenen = QPushButton(icon("stamp"), "Wijziging &ondertekenen…")
        self.knop_ondertekenen.clicked.connect(self.ondertekenen)
        self.knop_papier.clicked.connect(self.papier)
        self.knop_toelaten.clicked.connect(self.toelaten)
        self.knop_intrekken.clicked.connect(self._trek_in)
        self.knop_verwijderen.clicked.connect(self._verwijder)
        self.knop_vernieuwen.clicked.connect(self.vernieuwen)
        knoppen = Stroom()
        for knop in (
            self.knop_toelaten,
            self.knop_intrekken,
            self.knop_verwijderen,
            self.knop_vernieuwen,
            self.knop_papier,
            self.knop_ondertekenen,
        ):
            knop.setVisible(secretaris)
            knoppen.addWidget(knop)
        self.knop_ondertekenen.hide()
        uitleg = QLabel(
            "Intrekken en verwijderen gelden meteen en zijn niet ongedaan te maken: die laptop kan niets nieuws meer "
            "lezen. Wat daar al stond, blijft daar. De knop vraagt daarom twee keer."
        )
        uitleg.setWordWrap(True)
        uitleg.setProperty("zacht", "ja")
        uitleg.setVisible(secretaris)
        kolom = QVBoxLayout()
        kolom.addWidget(self.balk)
        kolom.addWidget(self.kop)
        kolom.addWidget(self.lijst, 1)
        kolom.addWidget(uitleg)
        kolom.addLayout(knoppen)
        self._rol = Rolvak(kolom)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(self._rol)
        self.balk.installEventFilter(self)
        self.setFocusProxy(self.lijst)
        self.herlaad()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to what is told when it is told, on a small screen."""
        if watched is self.balk and event.type() is QEvent.Type.Show:
            self._rol.verticalScrollBar().setValue(0)
        return super().eventFilter(watched, event)

    def toon_ondertekenen(self, *, er: bool) -> None:
        """Offer to sign a change of another secretary, where a change needs two signatures."""
        self.knop_ondertekenen.setVisible(er and self._secretaris)

    def herlaad(self) -> None:
        """Show the roster as it stands now."""
        nu = max(0, self.lijst.currentIndex().row())
        self._regels = tuple(self._load())
        self.lijst.clear()
        for een in self._regels:
            rij = QTreeWidgetItem([een.naam, een.rol, een.laptop, een.stand])
            rij.setData(0, _ID, een.apparaat_id)
            rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join((een.naam, een.rol, een.laptop, een.stand)))
            self.lijst.addTopLevelItem(rij)
        self.lijst.setCurrentIndex(self.lijst.model().index(min(nu, len(self._regels) - 1), 0))
        self._kijk_na()

    @property
    def huidig(self) -> Deelnemersregel | None:
        """The line the keyboard is on."""
        plek = self.lijst.currentIndex().row()
        return self._regels[plek] if 0 <= plek < len(self._regels) else None

    def _kijk_na(self) -> None:
        nu = self.huidig
        self._zeker = ""
        self.knop_intrekken.setText(_INTREKKEN)
        self.knop_verwijderen.setText(_VERWIJDEREN)
        self.knop_intrekken.setEnabled(bool(nu and nu.apparaat_id and not nu.eigen and not nu.ingetrokken))
        self.knop_verwijderen.setEnabled(bool(nu and not nu.eigen and not nu.ingetrokken))

    def _trek_in(self) -> None:
        nu = self.huidig
        if nu is not None and self._is_zeker(self.knop_intrekken, f"‘{nu.laptop}’ van {nu.naam} echt &intrekken"):
            self.intrekken.emit(nu.apparaat_id)

    def _verwijder(self) -> None:
        nu = self.huidig
        if nu is not None and self._is_zeker(self.knop_verwijderen, f"{nu.naam} echt &verwijderen"):
            self.verwijderen.emit(nu.persoon_id)

    def _is_zeker(self, knop: QPushButton, woorden: str) -> bool:
        """Tell whether the same button was pressed twice on one line: there is no way back."""
        if self._zeker == woorden:
            return True
        self._kijk_na()
        self._zeker = woorden
        knop.setText(woorden)
        return False


def _lijst() -> QTreeWidget:
    lijst = QTreeWidget()
    lijst.setAccessibleName("Deelnemers")
    lijst.setHeaderLabels(["Naam", "Rol", "Laptop", "Stand"])
    lijst.setRootIsDecorated(False)
    lijst.setUniformRowHeights(True)
    lijst.setAllColumnsShowFocus(True)
    lijst.setTabKeyNavigation(False)
    lijst.setMinimumHeight(lijst.fontMetrics().lineSpacing() * 4)
    kolommen = lijst.header()
    kolommen.setAccessibleName("Kolommen van de deelnemers")
    for nummer in range(3):
        kolommen.setSectionResizeMode(nummer, QHeaderView.ResizeMode.ResizeToContents)
    return lijst
