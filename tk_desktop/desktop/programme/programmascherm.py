"""The screen of a programme: which one, over which period, and three ways to look at it (SCREENS 2.8)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.leeg import LeegBlad
from tk_desktop.desktop.parts.letter import letterbreedte
from tk_desktop.desktop.parts.lettermaat import Lettermaat
from tk_desktop.desktop.parts.rolblad import Rolblad
from tk_desktop.desktop.parts.stroomlayout import Stroom
from tk_desktop.desktop.programme.kerntakenblad import Kerntakenblad
from tk_desktop.desktop.programme.overlegblad import Overlegblad
from tk_desktop.desktop.programme.overzichtvak import Overzichtvak
from tk_desktop.desktop.programme.programmabomen import Begrotingsboom, Bord, Programmaboom, Projecttabel
from tk_desktop.domain.begroting import ZONDER_PERIODE, Bedragsoort
from tk_desktop.domain.begrotingstabel import kolomnaam, lastentabellen, overzicht
from tk_desktop.domain.dashboard import dashboard
from tk_desktop.domain.datum import lang
from tk_desktop.domain.programma import Programma, Programmaperiode, Projectstatus
from tk_desktop.domain.programmastand import Programmastand

_RUIM = 16
"""Lines that the screen must be high to say in words what the board shows."""
_NOTEN = 7
"""Lines of what is to be said of the budget that are seen at once: the rest scrolls."""
_NOOTDEEL = 6
"""One in how many lines of the screen is for that, at most."""
_SMALSTE_KEUZE = 8
"""Letters wide that a choice stays."""
_LEEG = "Nog geen programma. Neem een rapport in: themalijnen, projecten en begroting worden gegevens."


class Programmascherm(QWidget):
    """Shows a programme; ``programma_gekozen`` and ``periode_gekozen`` tell an id and a name that were picked.

    ``project_geopend`` tells the id of a project that was opened, ``rapport_gevraagd`` asks to read a report,
    ``programma_gevraagd`` for a new programme, ``nakijken_gevraagd`` to see what is not certain yet.
    """

    programma_gekozen = Signal(str)
    periode_gekozen = Signal(str)
    project_geopend = Signal(str)
    rapport_gevraagd = Signal()
    programma_gevraagd = Signal()
    nakijken_gevraagd = Signal()
    getypt = Signal(str, str, int, str)
    """What was typed in a cell of the view that is shown (``Programmaboom.gewijzigd``)."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Programma")
        self.programmas, self.perioden = QComboBox(), QComboBox()
        for keuze in (self.programmas, self.perioden):
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.peildatum, self.telling, self.noten = QLabel(), QLabel(), QLabel()
        self.nakijken = QPushButton()
        self.nakijken.clicked.connect(self.nakijken_gevraagd)
        for regel in (self.telling, self.noten):
            regel.setWordWrap(True)
        self.noten.setProperty("zacht", "ja")
        self.bord, self.tabel, self.begroting = Bord(), Projecttabel(), Begrotingsboom()
        self.overzicht, self._notenvak = Overzichtvak(), Rolblad()
        self.beelden = QTabWidget()
        self.beelden.setAccessibleName("Beelden van het programma")
        self.beelden.setDocumentMode(True)
        for boom, naam in (
            (self.bord, "&Bord"),
            (self.tabel, "&Tabel"),
            (self._met_noten(), "Be&groting"),
            (self.overzicht, "Over&zicht"),
        ):
            self.beelden.addTab(boom, naam)
        self.kerntaken = Kerntakenblad()
        self.overleg = Overlegblad()
        self.beelden.addTab(self.kerntaken, "&Kerntaken")
        self.beelden.addTab(self.overleg, "&Overleg")
        for boom in (self.bord, self.tabel, self.begroting):
            boom.geopend.connect(self.project_geopend)
            boom.gewijzigd.connect(self.getypt)
        self._leeg = LeegBlad(_LEEG, "Programma uit een rapport…", tweede="Nieuw programma…")
        self._leeg.gevraagd.connect(self.rapport_gevraagd)
        self._leeg.anders.connect(self.programma_gevraagd)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self._gevuld())
        self._stapel.addWidget(self._leeg)
        vlak = QVBoxLayout(self)
        vlak.setContentsMargins(0, 0, 0, 0)
        vlak.addWidget(self._stapel)
        self.programmas.activated.connect(self._ander_programma)
        self.perioden.activated.connect(self._andere_periode)
        Focusdeur(self, self.beelden.currentWidget)
        Lettermaat(self._notenvak, lambda _: self._verdeel())

    def minimumSizeHint(self) -> QSize:
        """What does not fit scrolls or wraps."""
        return QSize(320, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the projects where there is little."""
        super().resizeEvent(event)
        self._verdeel()

    def _verdeel(self) -> None:
        """Give what is said in words less room in a low screen; then what is to be said of the budget stands in it."""
        regels = self.height() // self.fontMetrics().lineSpacing()
        for woorden in (self.telling, self.peildatum):
            woorden.setVisible(regels > _RUIM)
        self._notenvak.setVisible(regels > _RUIM and bool(self.noten.text()))
        self._notenvak.setMaximumHeight(self.noten.fontMetrics().lineSpacing() * min(_NOTEN, regels // _NOOTDEEL))
        self.begroting.toon_noten(zien=regels <= _RUIM)

    @property
    def boom(self) -> Programmaboom | None:
        """The tree that is shown, or nothing where the view is no tree."""
        vlak = self.beelden.currentWidget()
        return next((een for een in (self.bord, self.tabel, self.begroting) if een in (vlak, *_onder(vlak))), None)

    def open_rij(self) -> bool:
        """Open the row that is chosen where rows are typed in by opening them; tell whether there is one."""
        vlak = self.beelden.currentWidget()
        if isinstance(vlak, Kerntakenblad | Overlegblad) and vlak.boom.isVisible() and vlak.boom.gekozen:
            vlak.boom.geopend.emit(vlak.boom.gekozen)
            return True
        return False

    @property
    def project(self) -> str:
        """The id of the project that is chosen in the view that is shown, or nothing."""
        return self.boom.gekozen if self.boom is not None else ""

    def leg_vast(self) -> None:
        """Keep what is being typed in a cell."""
        for boom in (self.bord, self.tabel, self.begroting):
            boom.leg_vast()

    def toon(
        self, programmas: Sequence[Programma], stand: Programmastand | None, periode: Programmaperiode | None
    ) -> None:
        """Show a programme as it stands over a period; without one, what to do."""
        self._stapel.setCurrentIndex(1 if stand is None else 0)
        if stand is None:
            return
        _vul(self.programmas, [(een.naam, een.id) for een in programmas], stand.programma.id)
        _vul(self.perioden, [(een.naam, een.naam) for een in stand.perioden], periode.naam if periode else "")
        self.perioden.setEnabled(len(stand.perioden) > 1)
        self.peildatum.setText(f"peildatum {lang(periode.tot)}" if periode else "nog geen periode")
        vragen = len(stand.programma.vragen)
        self.nakijken.setText(f"Na te ki&jken: {vragen}…")
        self.nakijken.setVisible(bool(vragen))
        van_nu = periode is not None and not stand.is_laatste(periode.naam)
        self.telling.setText(f"{_telling(stand)}{'. Status en fase zijn die van nu.' if van_nu else ''}")
        self.bord.toon(stand)
        self.tabel.toon(stand)
        over = periode.naam if periode else ZONDER_PERIODE
        tabellen = (*overzicht(stand, over), *lastentabellen(stand, over))
        namen = {soort: kolomnaam(soort, periode) for soort in Bedragsoort}
        self.begroting.toon(tabellen, namen, stand)
        self.overzicht.toon(dashboard(stand, periode) if periode else None, stand.afkortingen)
        noten = dict.fromkeys(noot for tabel in tabellen for noot in tabel.noten)
        self.noten.setText("\n".join(noten))
        self.begroting.zet_noten(tuple(noten))
        self._verdeel()

    def _gevuld(self) -> QWidget:
        vlak, boven = QWidget(), QWidget()
        rij = Stroom(boven)
        for naam, keuze in (("&Programma", self.programmas), ("Perio&de", self.perioden)):
            rij.addWidget(_met_woord(naam, keuze))
        rij.addWidget(self.peildatum)
        rij.addWidget(self.nakijken)
        kolom = QVBoxLayout(vlak)
        kolom.addWidget(boven)
        kolom.addWidget(self.telling)
        kolom.addWidget(self.beelden, 1)
        return vlak

    def _met_noten(self) -> QWidget:
        vlak = QWidget()
        kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(0, 0, 0, 0)
        self._notenvak.setWidget(self.noten)
        kolom.addWidget(self.begroting, 3)
        kolom.addWidget(self._notenvak, 1)
        return vlak

    def _ander_programma(self) -> None:
        self.programma_gekozen.emit(str(self.programmas.currentData()))

    def _andere_periode(self) -> None:
        self.periode_gekozen.emit(str(self.perioden.currentData()))


def _met_woord(naam: str, keuze: QComboBox) -> QWidget:
    """Return a choice with its word before it, that stay together; a long name is cut where there is no room for it."""
    vlak, woord = QWidget(), QLabel(naam)
    woord.setBuddy(keuze)
    keuze.setAccessibleName(naam.replace("&", ""))
    Lettermaat(keuze, lambda letters: keuze.setMinimumWidth(letterbreedte(letters) * _SMALSTE_KEUZE))
    rij = QHBoxLayout(vlak)
    rij.setContentsMargins(0, 0, 0, 0)
    rij.addWidget(woord)
    rij.addWidget(keuze)
    return vlak


def _onder(vlak: QWidget | None) -> list[Programmaboom]:
    return vlak.findChildren(Programmaboom) if vlak is not None else []


def _vul(keuze: QComboBox, wat: Sequence[tuple[str, str]], nu: str) -> None:
    """Fill a choice without telling that anything was chosen."""
    with QSignalBlocker(keuze):
        keuze.clear()
        for naam, waarde in wat:
            keuze.addItem(naam, waarde)
        keuze.setCurrentIndex(max(keuze.findData(nu), 0))


def _telling(stand: Programmastand) -> str:
    """Return how many there are and how they go: ``26 projecten, 6 subprojecten: ● 20 op koers, ▲ 2 aandacht``."""
    gewoon = [een for een in stand.projecten if not een.is_sub]
    deel = len(stand.projecten) - len(gewoon)
    delen = [f"{len(gewoon)} project{'' if len(gewoon) == 1 else 'en'}"]
    delen += [f"{deel} subproject{'' if deel == 1 else 'en'}"] if deel else []
    per_status = [
        f"{soort.vorm} {aantal} {soort.value}"
        for soort in Projectstatus
        if (aantal := sum(een.status is soort for een in stand.projecten)) and soort is not Projectstatus.ONBEKEND
    ]
    return f"{', '.join(delen)}{': ' + ', '.join(per_status) if per_status else ''}"
