"""The screen of a meeting that is being held: the item that is dealt with, what is decided, said and to be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.theme import Toon
from tk_desktop.desktop.sitting.tafel_acties import Actievak
from tk_desktop.desktop.sitting.tafel_besluit import Besluitvak
from tk_desktop.desktop.sitting.tafel_besproken import Besproken
from tk_desktop.desktop.sitting.tafel_kop import Tafelkop, Teken
from tk_desktop.desktop.sitting.tafel_presentie import Presentievak
from tk_desktop.desktop.sitting.tafelwoorden import puntnaam, stemzin, voorsteltekst
from tk_desktop.domain.agenda import Agendapunt, behandelwijze
from tk_desktop.domain.rondewoorden import rondezin
from tk_desktop.domain.zitting import Zitting

_BREED = 95
"""Letters wide from which things stand beside each other."""
_WENK = "Wat is besproken. Een regel met ! wordt een actie: !GGD/dpg zoekt uit 4 maart. Met !! een toezegging."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelbeeld:
    """What the screen shows: a meeting, the item that is looked at and the one that is dealt with, if any.

    ``nog_een`` says that the next outcome is another besluit, ``besloten_deel`` that the closed part of an open item is
    written too. ``verder`` says where the item goes on.
    """

    zitting: Zitting
    punt: Agendapunt
    in_behandeling: Agendapunt | None = None
    nog_een: bool = False
    besloten_deel: bool = False
    verder: tuple[str, ...] = ()


class Tafelblad(QWidget):
    """Lays out the parts, which are public; ``gevraagd`` tells the id of a command whose button was pressed.

    ``besproken_getypt`` and ``besloten_getypt`` tell what was typed of an item, ``actie_getypt`` a line that is an
    action with the text without it, and whether it stands in the closed part.
    """

    gevraagd = Signal(str)
    besproken_getypt = Signal(str)
    besloten_getypt = Signal(str)
    actie_getypt = Signal(str, str, bool)

    def __init__(self, nu: Callable[[], datetime], na: Callable[[Zitting, Agendapunt], time]) -> None:
        super().__init__()
        self.setAccessibleName("Vergaderen")
        self._punt_id = ""
        self.kop = Tafelkop(nu, na)
        self.kop.gevraagd.connect(self.gevraagd)
        self.deuren = _balk("lock", Toon.ROOD)
        self.elders = _balk("info", Toon.BLAUW)
        self.punt = QLabel()
        self.punt.setProperty("kop", "1")
        self.punt.setTextFormat(Qt.TextFormat.PlainText)
        self.punt.setWordWrap(True)
        self.behandeling = QLabel()
        self.behandeling.setProperty("zacht", "ja")
        self.behandeling.setWordWrap(True)
        self.besluit = Besluitvak()
        self.besproken = Besproken("Besprokene")
        self.besproken.setPlaceholderText(_WENK)
        self.besproken.getypt.connect(self.besproken_getypt)
        self.besproken.actie.connect(self._open_actie)
        self.besloten_deel = Besproken("Besloten deel", regels=3)
        self.besloten_deel.setPlaceholderText("Wat hier staat komt alleen in het besloten verslag.")
        self.besloten_deel.getypt.connect(self.besloten_getypt)
        self.besloten_deel.actie.connect(self._besloten_actie)
        self.acties = Actievak()
        self.stemmingen = QLabel()
        self.stemmingen.setWordWrap(True)
        self.stemmingen.setTextFormat(Qt.TextFormat.PlainText)
        self.presentie = Presentievak()
        self.vorige = self._knop("arrow-left", "Vorige (Ctrl+PgUp)", "tafel.vorige")
        self.volgende = self._knop("arrow-right", "Volgende (Ctrl+PgDn)", "tafel.volgende")
        self._leg_uit()
        for veld in (self.besproken, self.besloten_deel, self.besluit.tekst):
            veld.cursorPositionChanged.connect(self._volg)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._volg_later)

    def toon(self, beeld: Tafelbeeld) -> None:
        """Show a meeting at an item; what is being typed stays."""
        zitting, punt = beeld.zitting, beeld.punt
        zelfde = punt.id == self._punt_id
        if not zelfde:
            self._rol.verticalScrollBar().setValue(0)
        self._punt_id = punt.id
        self.kop.toon(zitting, punt)
        self.punt.setText(puntnaam(zitting, punt))
        wijze = behandelwijze(zitting.opname.behandeling(punt))
        self.behandeling.setText(wijze)
        self.behandeling.setVisible(bool(wijze))
        plek = zitting.rij.index(punt.id)
        self.vorige.setEnabled(plek > 0)
        self.volgende.setEnabled(plek < len(zitting.rij) - 1)
        self.stuk.setEnabled(bool(zitting.opname.stukken_bij(punt)))
        self._toon_balken(beeld)
        voorstel = voorsteltekst(zitting, punt)
        dicht = zitting.opname.is_besloten(punt)
        self.besluit.toon(punt.id, voorstel, zitting.besluiten_bij(punt), nieuw=beeld.nog_een, dicht=dicht)
        verslag = zitting.verslag_van(punt)
        self.besproken.toon(verslag.besproken, zelfde=zelfde)
        self.besloten_deel.toon(verslag.besloten_deel, zelfde=zelfde)
        self._deel.setVisible(beeld.besloten_deel or bool(verslag.besloten_deel))
        self.acties.toon(punt.id, zitting.acties_bij(punt))
        regels = [stemzin(een) for een in zitting.stemmingen_bij(punt)]
        regels += [f"Schriftelijke ronde. {rondezin(een)}" for een in zitting.rondes_bij(punt)]
        regels += beeld.verder
        self.stemmingen.setText("\n".join(regels))
        self.stemmingen.setVisible(bool(regels))
        self.presentie.toon(zitting, punt)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        self.besluit.leg_vast()
        self.besproken.leg_vast()
        self.besloten_deel.leg_vast()

    def noem_spreker(self, naam: str) -> None:
        """Begin a line of what is minuted with who speaks, and put the keyboard there."""
        veld = self.besproken
        veld.setFocus()
        veld.moveCursor(QTextCursor.MoveOperation.End)
        if veld.textCursor().block().text():
            veld.textCursor().insertBlock()
        veld.textCursor().insertText(f"{naam}: ")

    def panelen(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self.besluit, self.besproken, self.acties, self.presentie]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to where one writes; a focus proxy would take Tab there too, past what stands before it."""
        super().focusInEvent(event)
        self.besproken.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put things under each other where there is little room."""
        super().resizeEvent(event)
        breed = self.width() > letterbreedte(self.fontMetrics()) * _BREED
        richting = QBoxLayout.Direction.LeftToRight if breed else QBoxLayout.Direction.TopToBottom
        self._naast.setDirection(richting)
        self.besluit.leg_breed(breed=breed)

    def _toon_balken(self, beeld: Tafelbeeld) -> None:
        zitting, punt, nu = beeld.zitting, beeld.punt, beeld.in_behandeling
        besloten = zitting.opname.is_besloten(punt)
        self.deuren.zeg(
            "Besloten: wat u hier vastlegt, staat alleen in het besloten verslag." if besloten else "", "tafel.deuren"
        )
        if nu is not None and nu.id != punt.id:
            self.elders.zeg(f"U kijkt bij een ander punt. In behandeling is {puntnaam(zitting, nu)}.", "tafel.hierheen")
        else:
            self.elders.zeg("", "")

    def _open_actie(self, regel: str, tekst: str) -> None:
        self.actie_getypt.emit(regel, tekst, False)

    def _besloten_actie(self, regel: str, tekst: str) -> None:
        self.actie_getypt.emit(regel, tekst, True)

    def _volg_later(self, _: QWidget | None, nu: QWidget | None) -> None:
        if nu is not None and self._inhoud.isAncestorOf(nu):
            QTimer.singleShot(0, self, self._volg)

    def _volg(self) -> None:
        """Keep what has the keyboard in sight: in a field the line of the cursor."""
        veld = QApplication.focusWidget()
        if veld is None or not self._inhoud.isAncestorOf(veld):
            return
        plek = veld.rect()
        if isinstance(veld, Besproken) or veld is self.besluit.tekst:
            plek = veld.cursorRect()
        hier = veld.mapTo(self._inhoud, plek.center())
        regel = self.fontMetrics().lineSpacing()
        self._rol.ensureVisible(hier.x(), hier.y(), 0, max(regel * 2, plek.height() // 2 + 4))

    def _knop(self, teken: str, woorden: str, opdracht: str) -> QToolButton:
        knop = QToolButton()
        knop.setIcon(icon(teken))
        knop.setToolTip(woorden)
        knop.setAccessibleName(woorden)
        knop.clicked.connect(lambda: self.gevraagd.emit(opdracht))
        return knop

    def _opdracht(self, teken: str, woorden: str, opdracht: str) -> QPushButton:
        knop = QPushButton(icon(teken), woorden)
        knop.clicked.connect(lambda: self.gevraagd.emit(opdracht))
        return knop

    def _leg_uit(self) -> None:
        self.stuk = self._opdracht("book-open", "Stuk openen (Ctrl+Enter)", "tafel.stuk")
        for balk in (self.deuren, self.elders):
            balk.gevraagd.connect(self.gevraagd)
        boven = QHBoxLayout()
        boven.addWidget(self.vorige, 0, Qt.AlignmentFlag.AlignTop)
        boven.addWidget(self.punt, 1)
        boven.addWidget(self.volgende, 0, Qt.AlignmentFlag.AlignTop)
        self._deel = _vak("Besloten deel", self.besloten_deel, "lock")
        links = QVBoxLayout()
        links.addWidget(_vak("Besprokene", self.besproken))
        links.addWidget(self._deel)
        links.addStretch(1)
        self._naast = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._naast.setSpacing(12)
        self._naast.addLayout(links, 2)
        self._naast.addWidget(self.acties, 1)
        knoppen = QWidget()
        rij = Stroom(knoppen)
        knop: QWidget
        for knop in (
            self.stuk,
            self._opdracht("vote", "Stemming… (Alt+T)", "tafel.stemming"),
            self._opdracht("mail", "Schriftelijke ronde…", "tafel.ronde"),
            self._opdracht("lock", "Besloten deel", "tafel.besloten-deel"),
        ):
            rij.addWidget(knop)
        self._inhoud = QWidget()
        kolom = QVBoxLayout(self._inhoud)
        kolom.setContentsMargins(12, 4, 12, 8)
        kolom.setSpacing(8)
        kolom.addLayout(boven)
        kolom.addWidget(self.behandeling)
        kolom.addWidget(self.besluit)
        kolom.addWidget(knoppen)
        kolom.addLayout(self._naast)
        kolom.addWidget(self.stemmingen)
        kolom.addWidget(self.presentie)
        kolom.addStretch(1)
        self._rol = QScrollArea()
        self._rol.setWidgetResizable(True)
        self._rol.setFrameShape(QFrame.Shape.NoFrame)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rol.setWidget(self._inhoud)
        geheel = QVBoxLayout(self)
        geheel.setContentsMargins(0, 0, 0, 0)
        geheel.setSpacing(2)
        for deel in (self.kop, self.deuren, self.elders):
            geheel.addWidget(deel)
        geheel.addWidget(self._rol, 1)
        self._rol.verticalScrollBar().rangeChanged.connect(self._volg)


class Balk(QFrame):
    """A line over the whole width with a drawing, a sentence and a button; ``gevraagd`` tells what the button asks."""

    gevraagd = Signal(str)

    def __init__(self, teken: str, toon: Toon, knoppen: dict[str, str]) -> None:
        super().__init__()
        self._opdracht = ""
        self._woorden = knoppen
        merk = Teken(teken)
        self._tekst = QLabel()
        self._tekst.setWordWrap(True)
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self._tekst.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.knop = QPushButton()
        self.knop.clicked.connect(self._vraag)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(12, 2, 12, 2)
        rij.addWidget(merk)
        rij.addWidget(self._tekst, 1)
        rij.addWidget(self.knop)
        for deel in (self, merk, self._tekst):
            deel.setProperty("toon", toon.value)
        self.hide()

    @property
    def tekst(self) -> str:
        """What it says now; empty when it is not shown."""
        return "" if self.isHidden() else self._tekst.text()

    def zeg(self, tekst: str, opdracht: str) -> None:
        """Say something with what can be done about it; nothing hides the line."""
        self._tekst.setText(tekst)
        self.setAccessibleName(tekst or "Melding")
        self._opdracht = opdracht
        self.knop.setText(self._woorden.get(opdracht, ""))
        self.setVisible(bool(tekst))

    def _vraag(self) -> None:
        self.gevraagd.emit(self._opdracht)


def _balk(teken: str, toon: Toon) -> Balk:
    return Balk(teken, toon, {"tafel.deuren": "Wie blijft…", "tafel.hierheen": "Nu dit punt behandelen"})


def _vak(kop: str, veld: QWidget, teken: str = "") -> QWidget:
    """Return a field under its heading."""
    vak = QWidget()
    woord = QLabel(kop)
    woord.setProperty("kop", "2")
    woord.setBuddy(veld)
    rij = QHBoxLayout()
    if teken:
        rij.addWidget(Teken(teken))
    rij.addWidget(woord, 1)
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(3)
    kolom.addLayout(rij)
    kolom.addWidget(veld)
    return vak
