"""The versions of an agenda beside what changed: freeze, approve, open again, compare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.icons import icon
from tk_desktop.desktop.parts.lettermaat import minstens_hoog
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.parts.theme import Toon, kleuren
from tk_desktop.domain.agenda import Puntstaat
from tk_desktop.domain.agendaversie import (
    Agendaversie,
    Verschil,
    Verschilsoort,
    Versiepunt,
    Versiestaat,
    compare_agendas,
)
from tk_desktop.domain.datum import klok, kort

_NU = "nu"
_PUNT = int(Qt.ItemDataRole.UserRole)
_STAAT = {
    Versiestaat.CONCEPT: "concept",
    Versiestaat.VASTGESTELD: "vastgesteld",
    Versiestaat.HEROPEND: "heropend",
}
_TEKENS = {
    Verschilsoort.NIEUW: ("plus", Toon.GROEN),
    Verschilsoort.VERVALLEN: ("x", Toon.ROOD),
    Verschilsoort.VERPLAATST: ("arrow-left-right", Toon.BLAUW),
    Verschilsoort.HERNUMMERD: ("list-ordered", None),
    Verschilsoort.TIJD: ("clock", None),
    Verschilsoort.DUUR: ("clock", None),
    Verschilsoort.BESLOTEN: ("lock", Toon.ORANJE),
}
_VANZELF = (Verschilsoort.HERNUMMERD, Verschilsoort.TIJD)
"""What follows from another change by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versiestand:
    """What the screen shows: the versions, the agenda as it stands now, what was taken off it, the items not agreed.

    ``adviezen`` says what advice speaks against approving; that is told and holds nothing back (A8, B11).
    """

    versies: Sequence[Agendaversie]
    nu: Sequence[Versiepunt]
    afgevoerd: Mapping[str, Puntstaat] = field(default_factory=dict)
    niet_akkoord: Sequence[str] = ()
    adviezen: Sequence[str] = ()


class AgendaVersies(QWidget):
    """Versions of one agenda, and in sentences what differs between two of them.

    ``vastleggen`` asks for a concept, ``vaststellen`` for the approval (``True``: hold over what is not agreed),
    ``heropenen`` to open the approved agenda again; ``gekozen`` tells the item of a difference that was opened.
    """

    vastleggen = Signal()
    vaststellen = Signal(bool)
    heropenen = Signal()
    gekozen = Signal(str)

    def __init__(self, load: Callable[[], Versiestand]) -> None:
        super().__init__()
        self._load = load
        self._stand = Versiestand(versies=(), nu=())
        self.setAccessibleName("Agendaversies")
        self.kop = QLabel()
        self.kop.setProperty("kop", "2")
        self.kop.setWordWrap(True)
        self.van, self.naar = QComboBox(), QComboBox()
        for veld, naam in ((self.van, "Vergelijk versie"), (self.naar, "Met versie")):
            veld.setAccessibleName(naam)
            veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            veld.setMinimumContentsLength(26)
        self.vanzelf = QCheckBox("Toon ook &nummers en tijden die vanzelf meeschuiven")
        self.verschillen = _Lijst()
        minstens_hoog(self.verschillen, 4)
        self.setFocusProxy(self.verschillen)
        self.poort = QLabel()
        self.poort.setWordWrap(True)
        self.poort.setTextFormat(Qt.TextFormat.PlainText)
        self.poort.setProperty("pil", "ja")
        self.poort.setProperty("toon", Toon.ORANJE.value)
        self.adviezen = QLabel()
        self.adviezen.setWordWrap(True)
        self.adviezen.setTextFormat(Qt.TextFormat.PlainText)
        self.adviezen.setProperty("pil", "ja")
        self.adviezen.setProperty("toon", Toon.ORANJE.value)
        self.houd_aan = QCheckBox("&Houd deze punten aan en stel de rest vast")
        self.knop_vast = QPushButton("Versie vast&leggen")
        self.knop_stel = QPushButton("Agenda vast&stellen")
        self.knop_open = QPushButton("Her&openen")
        self._leg_uit()
        self._verbind()
        self.reload()

    def reload(self) -> None:
        """Ask for the versions again and show them; what was compared stays compared while it is there."""
        self._stand = self._load()
        versies = self._stand.versies
        self._vul(self.van, [(v.id, _naam(v)) for v in versies], versies[-1].id if versies else "")
        self._vul(self.naar, [(_NU, "De agenda van nu"), *((v.id, _naam(v)) for v in versies)], _NU)
        vastgesteld = bool(versies) and versies[-1].is_vastgesteld
        self.kop.setText(_kop(versies))
        self.poort.setText(_poort(self._stand))
        self.poort.setVisible(bool(self._stand.niet_akkoord))
        self.adviezen.setText("⚠ Adviezen: " + "; ".join(self._stand.adviezen) + ".")
        self.adviezen.setVisible(bool(self._stand.adviezen))
        self.houd_aan.setVisible(bool(self._stand.niet_akkoord))
        if not self._stand.niet_akkoord:
            self.houd_aan.setChecked(False)
        self.knop_open.setEnabled(vastgesteld)
        self.knop_vast.setEnabled(bool(self._stand.nu))
        self._stel_poort_in()
        self._vergelijk()

    def zinnen(self) -> list[str]:
        """Return the differences as they are shown."""
        return [self.verschillen.item(rij).text() for rij in range(self.verschillen.count())]

    def _leg_uit(self) -> None:
        keuze = Stroom()
        van = QLabel("&Van")
        van.setBuddy(self.van)
        naar = QLabel("n&aar")
        naar.setBuddy(self.naar)
        for label, veld in ((van, self.van), (naar, self.naar)):
            paar = QWidget()
            rij = QHBoxLayout(paar)
            rij.setContentsMargins(0, 0, 0, 0)
            rij.addWidget(label)
            rij.addWidget(veld)
            keuze.addWidget(paar)
        knoppen = Stroom()
        for knop in (self.knop_vast, self.knop_stel, self.knop_open):
            knoppen.addWidget(knop)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self.kop)
        kolom.addLayout(keuze)
        kolom.addWidget(self.verschillen, 1)
        kolom.addWidget(self.vanzelf)
        kolom.addWidget(self.poort)
        kolom.addWidget(self.houd_aan)
        kolom.addWidget(self.adviezen)
        rol = Rolblad()  # what is not agreed may be long, and letters large
        rol.setWidget(inhoud)
        buiten = QVBoxLayout(self)
        buiten.addWidget(rol, 1)
        buiten.addLayout(knoppen)

    def _verbind(self) -> None:
        self.van.currentIndexChanged.connect(self._vergelijk)
        self.naar.currentIndexChanged.connect(self._vergelijk)
        self.vanzelf.toggled.connect(self._vergelijk)
        self.houd_aan.toggled.connect(self._stel_poort_in)
        self.verschillen.gekozen.connect(self.gekozen)
        self.knop_vast.clicked.connect(self.vastleggen)
        self.knop_stel.clicked.connect(self._stel_vast)
        self.knop_open.clicked.connect(self.heropenen)

    def _vul(self, veld: QComboBox, keuzes: Sequence[tuple[str, str]], anders: str) -> None:
        vorige = veld.currentData()
        aantal = veld.count()
        veld.blockSignals(True)
        veld.clear()
        for id_, tekst in keuzes:
            veld.addItem(tekst, id_)
        blijft = vorige if vorige is not None and veld.count() == aantal else anders
        veld.setCurrentIndex(max(0, veld.findData(blijft)))
        veld.setEnabled(bool(keuzes))
        veld.blockSignals(False)

    def _stel_poort_in(self) -> None:
        mag = bool(self._stand.nu) and (not self._stand.niet_akkoord or self.houd_aan.isChecked())
        self.knop_stel.setEnabled(mag)

    def _stel_vast(self) -> None:
        self.vaststellen.emit(self.houd_aan.isChecked())

    def _punten(self, id_: str) -> Sequence[Versiepunt]:
        if id_ == _NU:
            return self._stand.nu
        return next((versie.punten for versie in self._stand.versies if versie.id == id_), ())

    def _vergelijk(self) -> None:
        van, naar = self.van.currentData(), self.naar.currentData()
        if van is None:
            self.verschillen.toon((), "Leg een versie vast; wat er daarna verandert, staat dan hier.")
            return
        alle = compare_agendas(self._punten(van), self._punten(naar), self._stand.afgevoerd)
        gekozen = [verschil for verschil in alle if self.vanzelf.isChecked() or verschil.soort not in _VANZELF]
        meer = len(alle) - len(gekozen)
        leeg = "Er is niets veranderd." if not meer else "Alleen nummers of tijden schoven mee."
        self.verschillen.toon(gekozen, leeg)


class _Lijst(QListWidget):
    """Differences as sentences; ``gekozen`` tells the item of the one opened with Enter or a double click."""

    gekozen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Wat er veranderde")
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(self._open)

    def toon(self, verschillen: Sequence[Verschil], leeg: str) -> None:
        """Replace all sentences; ``leeg`` is said when there is none."""
        self.clear()
        for verschil in verschillen:
            item = QListWidgetItem(verschil.zin)
            teken, toon = _TEKENS.get(verschil.soort, ("pencil", None))
            item.setIcon(icon(teken))
            if toon is not None:
                item.setForeground(QColor(kleuren().tonen[toon].tekst))
            item.setData(_PUNT, verschil.punt_id)
            self.addItem(item)
        if not verschillen:
            item = QListWidgetItem(leeg)
            item.setForeground(QColor(kleuren().zacht))
            self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the item with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        item = self.currentItem()
        if item is not None and item.data(_PUNT):
            self.gekozen.emit(str(item.data(_PUNT)))


def _naam(versie: Agendaversie) -> str:
    moment = f"{kort(versie.moment.date())} {klok(versie.moment.time())}"
    return f"{versie.letter}, {_STAAT[versie.staat]} ({moment})"


def _poort(stand: Versiestand) -> str:
    """Return what is not agreed yet, and where one agrees to it."""
    wat = f"Nog niet formeel akkoord: {'; '.join(stand.niet_akkoord)}."
    if len(stand.niet_akkoord) == len(stand.nu) > 1:
        wat = "Nog geen enkel punt is formeel akkoord."
    return f"{wat} Kies in de agenda wat het wel is, en dan ‘Formeel akkoord’."


def _kop(versies: Sequence[Agendaversie]) -> str:
    if not versies:
        return "Van deze agenda is nog geen versie vastgelegd."
    laatste = versies[-1]
    dag = kort(laatste.moment.date())
    match laatste.staat:
        case Versiestaat.VASTGESTELD:
            return f"Agenda {laatste.letter} is vastgesteld op {dag}."
        case Versiestaat.HEROPEND:
            return f"Agenda {laatste.letter} is heropend; er is nu geen vastgestelde agenda."
        case Versiestaat.CONCEPT:
            return f"Agenda {laatste.letter} is een concept van {dag}."
