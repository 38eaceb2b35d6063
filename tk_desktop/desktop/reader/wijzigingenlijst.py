"""What changed in the set, page by page: since one read it, since the set that was sent, by the last bundle (E9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.reader.versiewoorden import blad_zin, vervallen_zin
from tk_desktop.domain.verankering.verschil import Bladstand, Bladverschil

SINDS_LEZEN = "sinds u het las"
NIETS = "Er is niets veranderd."
_SLEUTEL, _PAGINA = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Moment(StrEnum):
    """With what the papers of now are compared."""

    LEZEN = "lezen"
    VERZONDEN = "verzonden"
    BUNDEL = "bundel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingsregel:
    """A paper that changed: its name, what to say of it as a whole, and its pages as far as they could be compared.

    ``sleutel`` is empty of a paper that is in the set no more: nothing is to be gone to.
    ``vergeleken`` tells whether the words of both versions are known, so that the difference can be read.
    """

    sleutel: str
    naam: str
    uitleg: str
    bladen: tuple[Bladverschil, ...] = ()
    vervallen: tuple[int, ...] = ()
    vergeleken: bool = False


class Wijzigingenlijst(QWidget):
    """Lists papers with their changed pages.

    ``gekozen`` tells the key of a paper and a page to go to, ``verschil_gevraagd`` a paper whose words are to be
    compared, ``sinds_gewisseld`` that another ``moment`` was chosen.
    """

    gekozen = Signal(str, int)
    verschil_gevraagd = Signal(str)
    sinds_gewisseld = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Wat is er veranderd")
        self._regels: tuple[Wijzigingsregel, ...] = ()
        label = QLabel("&Wat is er veranderd")
        self.sinds = QComboBox()
        self.sinds.setAccessibleName("Veranderd sinds")
        self.sinds.addItem(SINDS_LEZEN, Moment.LEZEN.value)
        self.sinds.setMinimumContentsLength(10)
        self.sinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sinds.activated.connect(self._wissel)
        label.setBuddy(self.sinds)
        self.stand = QLabel(NIETS)
        self.stand.setProperty("zacht", "ja")
        self.stand.setWordWrap(True)
        self.boom = _Boom()
        self.boom.setAccessibleName("Gewijzigde stukken en bladzijden")
        self.boom.setHeaderHidden(True)
        self.boom.setColumnCount(1)
        self.boom.setWordWrap(True)
        self.boom.itemActivated.connect(self._ga)
        self.boom.itemClicked.connect(self._ga)
        self.boom.currentItemChanged.connect(self._gewisseld)
        self.verschil = QPushButton("Bekijk &verschil")
        self.verschil.setAutoDefault(False)
        self.verschil.setMinimumWidth(1)
        self.verschil.clicked.connect(self._vraag_verschil)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(4, 4, 4, 4)
        kolom.setSpacing(4)
        for deel in (label, self.sinds, self.stand):
            kolom.addWidget(deel)
        kolom.addWidget(self.boom, 1)
        kolom.addWidget(self.verschil)
        Focusdeur(self, lambda: self.boom)
        self._gewisseld()

    @property
    def moment(self) -> Moment:
        """With what is compared."""
        return Moment(self.sinds.currentData())

    def bied_aan(self, anders: Mapping[Moment, str]) -> None:
        """Offer what to compare with beside what one read (``sinds de set van 2 maart``); what is chosen stays so."""
        momenten = {Moment.LEZEN: SINDS_LEZEN, **anders}
        if [self.sinds.itemText(nr) for nr in range(self.sinds.count())] != list(momenten.values()):
            gekozen = self.moment
            self.sinds.clear()
            for moment, naam in momenten.items():
                self.sinds.addItem(naam, moment.value)
            self.sinds.setCurrentIndex(max(0, self.sinds.findData(gekozen.value)))

    def terug_naar_lezen(self) -> None:
        """Compare with what one read: another set is shown, of which nothing else was asked."""
        self.sinds.setCurrentIndex(0)

    def wacht(self) -> None:
        """Say that it is being looked up."""
        self.stand.setText("Wordt vergeleken…")

    def toon(self, regels: Sequence[Wijzigingsregel], door: str = "") -> None:
        """Show what changed; ``door`` says by what."""
        regels = tuple(regels)
        self.stand.setText(_telling(len(regels), door))
        if regels == self._regels:
            return
        self._regels = regels
        self.boom.blockSignals(True)
        self.boom.clear()
        for regel in regels:
            self.boom.addTopLevelItem(_rij(regel))
        self.boom.expandAll()
        self.boom.setCurrentIndex(self.boom.model().index(0, 0))
        self.boom.blockSignals(False)
        self._gewisseld()

    @property
    def regels(self) -> tuple[Wijzigingsregel, ...]:
        """What is shown."""
        return self._regels

    def _wissel(self) -> None:
        self.sinds_gewisseld.emit()

    def _ga(self) -> None:
        rij = self.boom.currentItem()
        if rij is not None and rij.data(0, _SLEUTEL):
            self.gekozen.emit(str(rij.data(0, _SLEUTEL)), int(rij.data(0, _PAGINA)))

    def _gewisseld(self) -> None:
        regel = self._huidig()
        self.verschil.setEnabled(regel is not None and regel.vergeleken)

    def _huidig(self) -> Wijzigingsregel | None:
        rij = self.boom.currentItem()
        sleutel = str(rij.data(0, _SLEUTEL)) if rij is not None else ""
        return next((regel for regel in self._regels if regel.sleutel == sleutel), None)

    def _vraag_verschil(self) -> None:
        regel = self._huidig()
        if regel is not None:
            self.verschil_gevraagd.emit(regel.sleutel)


class _Boom(QTreeWidget):
    """A tree in which Enter goes to what is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem(), 0)
            return
        super().keyPressEvent(event)


def _telling(aantal: int, door: str) -> str:
    if not aantal:
        return NIETS
    stukken = "1 stuk is veranderd" if aantal == 1 else f"{aantal} stukken zijn veranderd"
    return f"{stukken} {door}".rstrip() + "."


def _rij(regel: Wijzigingsregel) -> QTreeWidgetItem:
    anders = [blad for blad in regel.bladen if blad.stand is not Bladstand.GELIJK]
    rij = QTreeWidgetItem([regel.naam])
    rij.setIcon(0, icon("triangle-alert"))
    rij.setData(0, _SLEUTEL, regel.sleutel)
    rij.setData(0, _PAGINA, anders[0].pagina if anders else 0)
    rij.setToolTip(0, f"{regel.naam}\n{regel.uitleg}")
    rij.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{regel.naam}, {regel.uitleg}")
    woorden = [(blad.pagina, blad_zin(blad)) for blad in anders]
    if regel.vervallen:
        woorden.append((0, vervallen_zin(regel.vervallen)))
    for pagina, zin in woorden or [(0, regel.uitleg)]:
        onder = QTreeWidgetItem([zin])
        onder.setData(0, _SLEUTEL, regel.sleutel)
        onder.setData(0, _PAGINA, pagina)
        rij.addChild(onder)
    return rij
