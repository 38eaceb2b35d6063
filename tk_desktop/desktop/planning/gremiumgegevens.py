"""What a body has of its own besides its members: its name, its deadlines and its standing items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.getalveld import Getalveld
from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.standaardpunt import Standaardpunt

_TERMIJNEN = (
    ("dagen_aanleveren", "Stukken &aanleveren"),
    ("dagen_sluiten", "Agenda &sluiten"),
    ("dagen_verzenden", "Set &verzenden"),
    ("dagen_verhindering", "Verhindering &melden"),
)
_TELLEN = (
    ("quorum", "&Quorum (leden)", "meer dan de helft van de zetels"),
    ("volmachten", "V&olmachten per lid", "niet geregeld"),
)
_NIET_BEPAALD = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gremiumstand:
    """What the screen shows: a body with its standing items, and the house styles there are (key and name)."""

    gremium: Gremium
    standaardpunten: Sequence[Standaardpunt] = ()
    huisstijlen: Sequence[tuple[str, str]] = ()


class Gremiumgegevens(QScrollArea):
    """A form; ``gewijzigd`` tells the body as it should be, ``vaste_punten`` all its standing items.

    ``huisstijl_gekozen`` tells the key of the house style in which its papers are printed.
    """

    gewijzigd = Signal(object)
    huisstijl_gekozen = Signal(str)
    vaste_punten = Signal(object)

    def __init__(self, load: Callable[[], Gremiumstand]) -> None:
        super().__init__()
        self._load = load
        self._stand = load()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Gegevens van het gremium")
        self.naam, self.afkorting = Regelveld("Naam"), Regelveld("Afkorting")
        self.huisstijl = QComboBox()
        self.huisstijl.setAccessibleName("Huisstijl")
        self.dagen = {veld: Getalveld() for veld, _ in _TERMIJNEN}
        for veld, naam in _TERMIJNEN:
            self.dagen[veld].setRange(0, 365)
            self.dagen[veld].setSuffix(" dagen ervoor")
            self.dagen[veld].setAccessibleName(naam.replace("&", ""))
        self.tellen = {veld: Getalveld() for veld, _, _ in _TELLEN}
        for veld, naam, niet in _TELLEN:
            self.tellen[veld].setRange(_NIET_BEPAALD, 99)
            self.tellen[veld].setSpecialValueText(niet)
            self.tellen[veld].setAccessibleName(naam.replace("&", ""))
        self.aan_begin = Tekstveld("Vaste punten aan het begin", 3)
        self.aan_einde = Tekstveld("Vaste punten aan het einde", 3)
        self.setWidget(self._vorm())
        self._verbind()
        self.reload()

    def reload(self) -> None:
        """Ask for the body again and show it."""
        self._stand = self._load()
        gremium = self._stand.gremium
        self.naam.toon(gremium.naam)
        self.afkorting.toon(gremium.afkorting)
        self.huisstijl.clear()
        for sleutel, naam in self._stand.huisstijlen:
            self.huisstijl.addItem(naam, sleutel)
        self.huisstijl.setCurrentIndex(self.huisstijl.findData(gremium.huisstijl))
        for veld, vak in self.dagen.items():
            with QSignalBlocker(vak):
                vak.setValue(getattr(gremium, veld))
        for veld, vak in self.tellen.items():
            aantal = getattr(gremium, veld)
            with QSignalBlocker(vak):
                vak.setValue(_NIET_BEPAALD if aantal is None else aantal)
        for tekst, einde in ((self.aan_begin, False), (self.aan_einde, True)):
            tekst.toon("\n".join(_regel(punt) for punt in self._stand.standaardpunten if punt.aan_einde == einde))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen goes."""
        self.leg_vast()
        super().hideEvent(event)

    def leg_vast(self) -> None:
        """Tell what is typed and not yet told."""
        for veld in (self.naam, self.afkorting, self.aan_begin, self.aan_einde):
            veld.leg_vast()

    def _vorm(self) -> QWidget:
        vorm = QFormLayout()
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.addRow("&Naam", self.naam)
        vorm.addRow("A&fkorting", self.afkorting)
        vorm.addRow("&Huisstijl", self.huisstijl)
        for veld, naam in _TERMIJNEN:
            vorm.addRow(naam, self.dagen[veld])
        for veld, naam, _ in _TELLEN:
            vorm.addRow(naam, self.tellen[veld])
        vorm.addRow("Agenda &begint met", self.aan_begin)
        vorm.addRow("Agenda &eindigt met", self.aan_einde)
        uitleg = QLabel("Een punt per regel, met na een puntkomma de duur in minuten: ‘Opening; 5’.")
        uitleg.setProperty("zacht", "ja")
        uitleg.setWordWrap(True)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.addLayout(vorm)
        kolom.addWidget(uitleg)
        kolom.addStretch(1)
        return inhoud

    def _verbind(self) -> None:
        self.naam.getypt.connect(self._vertel)
        self.afkorting.getypt.connect(self._vertel)
        self.huisstijl.activated.connect(self._vertel_huisstijl)
        for vak in (*self.dagen.values(), *self.tellen.values()):
            vak.valueChanged.connect(self._vertel)
        self.aan_begin.getypt.connect(self._vertel_punten)
        self.aan_einde.getypt.connect(self._vertel_punten)

    def _vertel(self) -> None:
        oud = self._stand.gremium
        nieuw = replace(
            oud,
            naam=self.naam.text().strip() or oud.naam,
            afkorting=self.afkorting.text().strip(),
            dagen_aanleveren=self.dagen["dagen_aanleveren"].value(),
            dagen_sluiten=self.dagen["dagen_sluiten"].value(),
            dagen_verzenden=self.dagen["dagen_verzenden"].value(),
            dagen_verhindering=self.dagen["dagen_verhindering"].value(),
            quorum=_bepaald(self.tellen["quorum"].value()),
            volmachten=_bepaald(self.tellen["volmachten"].value()),
        )
        if nieuw != oud:
            self.gewijzigd.emit(nieuw)

    def _vertel_huisstijl(self) -> None:
        naam = self.huisstijl.currentData()
        if naam != self._stand.gremium.huisstijl:
            self.huisstijl_gekozen.emit(naam)

    def _vertel_punten(self) -> None:
        bekend = {punt.titel: punt for punt in self._stand.standaardpunten}
        punten = [
            _gelezen(regel, bekend, self._stand.gremium.id, aan_einde=einde)
            for tekst, einde in ((self.aan_begin, False), (self.aan_einde, True))
            for regel in tekst.toPlainText().splitlines()
            if regel.partition(";")[0].strip()
        ]
        self.vaste_punten.emit(punten)


def _bepaald(aantal: int) -> int | None:
    return None if aantal == _NIET_BEPAALD else aantal


def _regel(punt: Standaardpunt) -> str:
    return punt.titel if punt.duur is None else f"{punt.titel}; {punt.duur}"


def _gelezen(regel: str, bekend: dict[str, Standaardpunt], gremium_id: str, *, aan_einde: bool) -> Standaardpunt:
    """Return the standing item that a line writes; one of that title keeps its way of treatment."""
    titel, _, duur = (deel.strip() for deel in regel.partition(";"))
    minuten = int(duur) if duur.isdecimal() else None
    basis = bekend.get(titel) or Standaardpunt(id="", gremium_id=gremium_id, volgorde="i", titel=titel)
    return replace(basis, duur=minuten, aan_einde=aan_einde)
