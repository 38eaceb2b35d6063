"""The form of one project: its fields, its steps, what is told of it over the period, its risks, its money."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.tekstveld import Regelveld, Tekstveld
from tk_desktop.desktop.programme.rijenveld import Rijenveld
from tk_desktop.domain.afkorting import uitleg
from tk_desktop.domain.begroting import Bedragsoort
from tk_desktop.domain.getal import euro
from tk_desktop.domain.programma import Periodebericht, Programmaperiode, Project, Projectstatus, Zorgsoort
from tk_desktop.domain.programmastand import Programmastand
from tk_desktop.domain.projectschaal import in_woorden

_REGELS = (
    ("naam", "&Naam"),
    ("opdrachtgever", "&Opdrachtgever"),
    ("trekker", "Tre&kker"),
    ("start", "St&art"),
    ("eind", "&Eind"),
    ("doorlooptijd", "&Doorlooptijd"),
    ("kosten", "Kosten"),
    ("capaciteit", "Capaciteit (+)"),
    ("opbrengst", "Opbrengst (€)"),
)
_NOTEN = (("naamnoot", "Noot bij de naam"), ("startnoot", "Noot bij de start"), ("eindnoot", "Noot bij het eind"))
"""Footnotes of a report, which stand under its tables."""
_TEKSTEN = (("doel", "&Doel"), ("resultaat", "&Resultaat"), ("bijzonderheden", "&Bijzonderheden"))
_BERICHT = (("gedaan", "&Gedaan"), ("te_doen", "N&og te doen"), ("toelichting", "&Toelichting"))
_SCHAAL = ("capaciteit", "opbrengst")
STAPVELDEN = ("wat", "gereed", "status", "opmerking")
"""The columns of the steps, as fields of ``Aanpakstap``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectstand:
    """What the form shows: a programme, one project of it, and the period that is looked at."""

    stand: Programmastand
    project: Project
    periode: Programmaperiode | None = None

    @property
    def bericht(self) -> Periodebericht | None:
        """What is told of the project over the period."""
        return self.stand.bericht(self.project.id, self.periode.naam) if self.periode else None


class Projectblad(QTabWidget):
    """``veld`` tells a field of the project and its text, ``bericht`` one of what is told over the period.

    ``status`` tells what was chosen, ``besloten`` whether it is for the members alone. ``stappen`` and ``zorgen`` are
    tables with signals of their own.
    """

    veld = Signal(str, str)
    bericht = Signal(str, str)
    status = Signal(object)
    besloten = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Project")
        self.tabBar().setAccessibleName("Delen van het project")
        self.setDocumentMode(True)
        self.regels = {naam: Regelveld(woord.replace("&", "")) for naam, woord in (*_REGELS, *_NOTEN)}
        self.teksten = {naam: Tekstveld(woord.replace("&", ""), 4) for naam, woord in _TEKSTEN}
        self.berichten = {naam: Tekstveld(woord.replace("&", ""), 4) for naam, woord in _BERICHT}
        self.fase, self.keuze = QComboBox(), QComboBox()
        self.geheim = QCheckBox("&Besloten: niet op een site voor iedereen of voor ambtenaren")
        self.schaal = {naam: _zacht() for naam in _SCHAAL}
        self.mis, self.geld, self.over = _zacht(), _zacht(), _zacht()
        self.stappen = Rijenveld("Stappen", ("Stap", "Gereed", "Stand", "Opmerking"))
        self.zorgen = Rijenveld("Risico’s en wat het project nodig heeft", ("Soort", "Wat"))
        self._zelfde = ""
        for vlak, naam in (
            (self._hoofd(), "Project"),
            (self._inhoud(), "Inhoud"),
            (self.stappen, "Stappen"),
            (self._verteld(), "Deze periode"),
            (self.zorgen, "Risico’s"),
            (self._met_geld(), "Geld en besluiten"),
        ):
            self.addTab(vlak, naam)
        self.setFocusProxy(self.regels["naam"])
        self._verbind()

    def toon(self, stand: Projectstand) -> None:
        """Show a project as it stands."""
        project, bericht = stand.project, stand.bericht
        zelfde = self._zelfde == project.id
        self._zelfde = project.id
        for naam, regel in self.regels.items():
            regel.toon(str(getattr(project, naam)), zelfde=zelfde)
        for naam, tekst in self.teksten.items():
            tekst.toon(str(getattr(project, naam)), zelfde=zelfde)
        for naam, tekst in self.berichten.items():
            tekst.toon(str(getattr(bericht, naam)) if bericht else "", zelfde=zelfde)
            tekst.setEnabled(stand.periode is not None)
        alle: list[Regelveld | Tekstveld] = [*self.regels.values(), *self.teksten.values(), *self.berichten.values()]
        for een in alle:
            inhoud = een.text() if isinstance(een, Regelveld) else een.toPlainText()
            een.setToolTip(uitleg([inhoud], stand.stand.afkortingen))
        self.over.setText(_over(stand))
        for naam, label in self.schaal.items():
            woorden = in_woorden(str(getattr(project, naam))) if getattr(project, naam) else ""
            label.setText(woorden)
            label.setVisible(bool(woorden))
        fasen = ("", *(fase.naam for fase in stand.stand.fasen))
        _vul(self.fase, [(fase or "nog geen fase", fase) for fase in fasen], project.fase)
        _vul(self.keuze, [(str(status), status.value) for status in Projectstatus], project.status.value)
        self.geheim.setChecked(project.besloten)
        self.mis.setText(f"Waarschuwing: het eind ({project.eind}) ligt voor de start ({project.start}).")
        self.mis.setVisible(project.loopt_achteruit)
        self.stappen.toon(
            [(een.id, [getattr(een, naam) for naam in STAPVELDEN]) for een in _van(stand.stand.stappen, project)]
        )
        self.zorgen.toon([(een.id, (een.soort.value, een.tekst)) for een in _van(stand.stand.zorgen, project)])
        self.geld.setText(_geld(stand))

    def leg_vast(self) -> None:
        """Keep what is typed and not told yet."""
        velden: list[Regelveld | Tekstveld] = [*self.regels.values(), *self.teksten.values(), *self.berichten.values()]
        for veld in velden:
            veld.leg_vast()
        self.stappen.leg_vast()
        self.zorgen.leg_vast()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the form goes."""
        self.leg_vast()
        super().hideEvent(event)

    def _verbind(self) -> None:
        for naam, regel in self.regels.items():
            regel.getypt.connect(lambda tekst, naam=naam: self.veld.emit(naam, tekst))
        for naam, tekst in self.teksten.items():
            tekst.getypt.connect(lambda tekst, naam=naam: self.veld.emit(naam, tekst))
        for naam, tekst in self.berichten.items():
            tekst.getypt.connect(lambda tekst, naam=naam: self.bericht.emit(naam, tekst))
        self.fase.activated.connect(self._andere_fase)
        self.keuze.activated.connect(self._andere_status)
        self.geheim.clicked.connect(self.besloten)

    def _andere_fase(self) -> None:
        self.veld.emit("fase", str(self.fase.currentData()))

    def _andere_status(self) -> None:
        self.status.emit(Projectstatus(self.keuze.currentData()))

    def _hoofd(self) -> QWidget:
        vorm = _formulier()
        for nummer, (naam, woord) in enumerate(_REGELS):
            vorm.addRow(woord, self.regels[naam])
            if naam in _SCHAAL:
                vorm.addRow("", self.schaal[naam])
            if nummer == 0:
                vorm.addRow("&Fase", self.fase)
                vorm.addRow("&Status", self.keuze)
            if naam == "eind":
                vorm.addRow("", self.mis)
        vorm.addRow("", self.geheim)
        self.fase.setAccessibleName("Fase")
        self.keuze.setAccessibleName("Status")
        return _rol(vorm)

    def _inhoud(self) -> QWidget:
        vorm = _formulier()
        for naam, woord in _TEKSTEN:
            vorm.addRow(woord, self.teksten[naam])
        for naam, woord in _NOTEN:
            vorm.addRow(woord, self.regels[naam])
        return _rol(vorm)

    def _verteld(self) -> QWidget:
        vorm = _formulier()
        vorm.addRow(self.over)
        for naam, woord in _BERICHT:
            vorm.addRow(woord, self.berichten[naam])
        return _rol(vorm)

    def _met_geld(self) -> QWidget:
        vorm = _formulier()
        vorm.addRow(self.geld)
        self.geld.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.geld.setAccessibleName("Geld en besluiten")
        return _rol(vorm)


def _formulier() -> QFormLayout:
    vorm = QFormLayout()
    vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return vorm


def _rol(vorm: QFormLayout) -> Rolblad:
    """Return a form that scrolls where there is no room for all of it."""
    binnen = QWidget()
    kolom = QVBoxLayout(binnen)
    kolom.addLayout(vorm)
    kolom.addStretch(1)
    vlak = Rolblad()
    vlak.setWidget(binnen)
    return vlak


def _zacht() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("zacht", "ja")
    return label


def _vul(keuze: QComboBox, wat: Sequence[tuple[str, str]], nu: str) -> None:
    """Fill a choice without telling that anything was chosen; what is there now can be chosen too."""
    keuzes = list(wat) if nu in [waarde for _, waarde in wat] else [*wat, (nu, nu)]
    with QSignalBlocker(keuze):
        keuze.clear()
        for naam, waarde in keuzes:
            keuze.addItem(naam, waarde)
        keuze.setCurrentIndex(keuze.findData(nu))


def _van(alle: Sequence[Any], project: Project) -> list[Any]:
    return [een for een in alle if een.project_id == project.id]


def _over(stand: Projectstand) -> str:
    if stand.periode is None:
        waar = "Verslag › Programma › Gegevens van het programma…, Perioden"
        return f"Dit programma heeft nog geen periode. Maak die bij {waar}."
    return f"Over {stand.periode.naam}; status en fase van nu horen erbij."


def _geld(stand: Projectstand) -> str:
    """Return what the project costs by period, and which besluiten changed it."""
    uit = []
    for regel in stand.stand.regels_van(stand.project.id):
        bedragen = [
            f"{soort.value} {euro(bedrag)}" for soort in Bedragsoort if (bedrag := regel.bedrag(soort)) is not None
        ]
        uit.append(f"{regel.naam} ({regel.periode}): {', '.join(bedragen) or 'nog geen bedragen'}")
    uit += [f"Gewijzigd door: {een.woorden}" for een in stand.stand.gevolgen_van(stand.project.id)]
    return "\n".join(uit) or "Bij dit project hoort nog geen begrotingsregel en geen besluit."


ZORGSOORTEN = tuple(soort.value for soort in Zorgsoort)
"""What can be typed as the kind of a risk."""
