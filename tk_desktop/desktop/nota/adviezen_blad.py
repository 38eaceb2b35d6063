"""The advice on one nota: of whom it was asked, what was given, what has lapsed (A8)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.advies import Adviesregel, Adviesstand, Oordeel
from tk_desktop.domain.datum import kort

_ID = int(Qt.ItemDataRole.UserRole)
_OORDELEN = {
    Oordeel.POSITIEF: ("circle-check", Toon.GROEN),
    Oordeel.MET_OPMERKINGEN: ("message-square", Toon.BLAUW),
    Oordeel.NEGATIEF: ("circle-x", Toon.ROOD),
}


class AdviezenBlad(QWidget):
    """A list that asks ``load`` for its lines; every signal but the first tells the id of an advice."""

    vragen = Signal()
    geven = Signal(str)
    opnieuw = Signal(str)
    gewijzigd = Signal(str)
    verwijderd = Signal(str)

    def __init__(self, load: Callable[[], Sequence[Adviesregel]]) -> None:
        super().__init__()
        self._load = load
        self._regels: Sequence[Adviesregel] = ()
        self.setAccessibleName("Adviezen op de nota")
        uitleg = QLabel("Een advies geldt voor de nota zoals zij toen was. Adviezen komen nooit in een set.")
        uitleg.setWordWrap(True)
        uitleg.setProperty("zacht", "ja")
        self.lijst = _Lijst()
        self.setFocusProxy(self.lijst)
        self.knop_vraag = QPushButton(icon("plus"), "Advies &vragen…")
        self.knop_geef = QPushButton(icon("stamp"), "Vast&leggen…")
        self.knop_opnieuw = QPushButton(icon("refresh-cw"), "&Opnieuw vragen…")
        self.knop_wijzig = QPushButton(icon("pencil"), "&Wijzigen…")
        self.knop_weg = QPushButton(icon("trash-2"), "Verwij&deren")
        raster = QGridLayout()
        knoppen = (self.knop_vraag, self.knop_geef, self.knop_opnieuw, self.knop_wijzig, self.knop_weg)
        for nummer, knop in enumerate(knoppen):
            raster.addWidget(knop, nummer // 3, nummer % 3)
        kolom = QVBoxLayout(self)
        kolom.addWidget(uitleg)
        kolom.addWidget(self.lijst, 1)
        kolom.addLayout(raster)
        self._verbind()
        self.reload()

    def reload(self) -> None:
        """Ask for the advice again and show it; what was chosen stays chosen."""
        self._regels = self._load()
        self.lijst.toon(self._regels)
        self._stel_knoppen_in()

    def huidig(self) -> Adviesregel | None:
        """Return the line that is chosen, or ``None``."""
        id_ = self.lijst.huidig()
        return next((regel for regel in self._regels if regel.advies.id == id_), None)

    def teksten(self) -> list[str]:
        """Return the lines as they are shown."""
        return [self.lijst.item(rij).text() for rij in range(self.lijst.count())]

    def _verbind(self) -> None:
        self.knop_vraag.clicked.connect(self.vragen)
        for knop, signaal in (
            (self.knop_geef, self.geven),
            (self.knop_opnieuw, self.opnieuw),
            (self.knop_wijzig, self.gewijzigd),
            (self.knop_weg, self.verwijderd),
        ):
            knop.clicked.connect(lambda *_, wat=signaal: self._vertel(wat.emit))
        self.lijst.currentItemChanged.connect(self._stel_knoppen_in)
        self.lijst.itemDoubleClicked.connect(self.knop_geef.click)
        self.lijst.toetsen = {
            Qt.Key.Key_Return: self.knop_geef.click,
            Qt.Key.Key_Enter: self.knop_geef.click,
            Qt.Key.Key_F2: self.knop_wijzig.click,
            Qt.Key.Key_Delete: self.knop_weg.click,
        }

    def _vertel(self, wat: Callable[[str], object]) -> None:
        regel = self.huidig()
        if regel is not None:
            wat(regel.advies.id)

    def _stel_knoppen_in(self) -> None:
        regel = self.huidig()
        gevraagd = regel is not None and regel.stand is Adviesstand.GEVRAAGD
        self.knop_geef.setEnabled(regel is not None and regel.telt)
        self.knop_opnieuw.setEnabled(regel is not None and regel.telt and not gevraagd)
        self.knop_wijzig.setEnabled(gevraagd)
        self.knop_weg.setEnabled(regel is not None)


class _Lijst(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self.toetsen: dict[Qt.Key, Callable[[], None]] = {}
        self.setAccessibleName("Adviezen")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def toon(self, regels: Sequence[Adviesregel]) -> None:
        vorige = self.huidig()
        self.blockSignals(True)
        self.clear()
        for regel in regels:
            self.addItem(_item(regel))
        if not regels:
            leeg = QListWidgetItem("Van niemand is advies gevraagd.")
            leeg.setForeground(QColor(kleuren().zacht))
            self.addItem(leeg)
        ids = [regel.advies.id for regel in regels]
        self.setCurrentRow(ids.index(vorige) if vorige in ids else len(ids) - 1)
        self.blockSignals(False)

    def huidig(self) -> str:
        item = self.currentItem()
        return str(item.data(_ID) or "") if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        doe = self.toetsen.get(Qt.Key(event.key()))
        if doe is not None:
            doe()
            return
        super().keyPressEvent(event)


def teken(regel: Adviesregel) -> tuple[str, Toon]:
    """Return the drawing and the colour that go with how far an advice is, always beside the words."""
    match regel.stand:
        case Adviesstand.GEGEVEN if regel.advies.oordeel is not None:
            return _OORDELEN[regel.advies.oordeel]
        case Adviesstand.VERVALLEN:
            return ("history", Toon.ORANJE if regel.telt else Toon.GRIJS)
        case _:
            return ("triangle-alert", Toon.ORANJE) if regel.te_laat else ("clock", Toon.GRIJS)


def _item(regel: Adviesregel) -> QListWidgetItem:
    advies = regel.advies
    regels = [f"{advies.van}: {regel.woord}"]
    if advies.gegeven is not None:
        was = f"{advies.oordeel}, " if regel.stand is Adviesstand.VERVALLEN else ""
        regels.append(f"{was}gegeven op {kort(advies.gegeven)}".capitalize())
    if advies.tekst:
        regels.append(advies.tekst)
    item = QListWidgetItem("\n".join(regels))
    naam, toon = teken(regel)
    item.setIcon(icon(naam))
    item.setForeground(QColor(kleuren().tonen[toon].tekst))
    item.setData(_ID, advies.id)
    return item
