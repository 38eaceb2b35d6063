"""The window: rail, screens, menus and status; it wires and knows no rules."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tk_desktop import __version__
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.commands import OPDRACHTEN
from tk_desktop.desktop.geschiedenis import Stap
from tk_desktop.desktop.icons import icon
from tk_desktop.desktop.leeg import LeegBlad
from tk_desktop.desktop.menus import Opdrachten
from tk_desktop.desktop.overzicht import Start, openregels, startregels, stukregels, vergaderregels, zoekregels
from tk_desktop.desktop.palet import Keus, Kieslijst, Zoekknop
from tk_desktop.desktop.rail import RAIL, Rail
from tk_desktop.desktop.regels import Regel, Regellijst
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.startblad import Startblad
from tk_desktop.desktop.statusregel import Statusregel
from tk_desktop.desktop.theme import Thema, kies_schaal, kies_thema
from tk_desktop.desktop.toast import Toast
from tk_desktop.desktop.vergaderbediening import Vergaderbediening
from tk_desktop.desktop.voorkeuren import SCHALEN
from tk_desktop.desktop.zoekblad import Zoekblad
from tk_desktop.store.werkmap import Store

_KOMT = {
    Scherm.BESLUITEN: "Besluiten vastleggen tijdens de vergadering komt in een volgende versie van TK Desktop.",
    Scherm.ACTIES: "De actielijst komt in een volgende versie van TK Desktop.",
    Scherm.PROGRAMMA: "Projecten en begroting volgen komt in een volgende versie van TK Desktop.",
    Scherm.UITWISSELEN: "Bundels uitwisselen met andere laptops komt in een volgende versie van TK Desktop.",
}
_SMAL = 100
"""Letters wide under which the rail shows signs alone."""


class Venster(QMainWindow):
    """One window on one werkmap."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__()
        self.sessie = sessie
        self._terug: list[Adres] = []
        self._vooruit: list[Adres] = []
        self._nu = Adres()
        self.setWindowTitle("TK Desktop")
        self.setWindowIcon(icon("book-open"))
        self.rail = Rail()
        self.start = Startblad()
        self.vergaderingen = Regellijst("Vergaderingen", ["Dag", "Tijd", "Gremium", "Plaats", "Stand"], rekt=2)
        self.stukken = Regellijst(
            "Stukken", ["Waar", "Titel", "Soort", "Stand"], rekt=1, leeg="Sleep bestanden op een punt van een agenda."
        )
        self.zoeken = Zoekblad()
        self.werkblad = Vergaderbediening(sessie)
        self.schermen = QStackedWidget()
        self.status = Statusregel(self.statusBar())
        self._leg_uit()
        self.palet = Kieslijst("Zoek een opdracht", "Typ wat u wilt doen", self)
        self.openen = Kieslijst("Openen", "Typ een vergadering, punt of stuk", self)
        self.opdrachten = Opdrachten(self)
        self.opdrachten.bind(self._doeners(), self.werkblad.plekken())
        self.opdrachten.maak_menus()
        self._zoekknop = Zoekknop(self.menuBar(), self._open_palet)
        self.toast = Toast(self.schermen, self.opdrachten.acties["bewerken.ongedaan"])
        self._verbind()
        self._herstel()

    @property
    def adres(self) -> Adres:
        """Where the user is."""
        return self.werkblad.adres() if self.schermen.currentWidget() is self.werkblad.blad else self._nu

    def ga_naar(self, adres: Adres, *, onthoud: bool = True) -> None:
        """Show a place; from there one can go back. A place that is gone is told, and the user stays."""
        vorige = self.adres
        with self.sessie.balk.meldt():
            self._toon(adres)
            if onthoud and vorige != adres:
                self._terug.append(vorige)
                self._vooruit.clear()
            self._verplaatst()

    def terug(self) -> None:
        """Go to where the user was before."""
        self._ga_door(self._terug, self._vooruit)

    def vooruit(self) -> None:
        """Go to where the user came back from."""
        self._ga_door(self._vooruit, self._terug)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the user was, end the work in the background and let go of the werkmap."""
        voorkeuren = self.sessie.voorkeuren
        self.werkblad.leg_vast()
        voorkeuren.was_op(self.adres)
        voorkeuren.bewaar_vorm("venster", self.saveGeometry())
        for naam, vorm in zip(("naast", "onder"), self.werkblad.blad.vorm(), strict=True):
            voorkeuren.bewaar_vorm(naam, vorm)
        voorkeuren.leg_vast()
        self.sessie.jobs.sluit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show signs alone on the rail when there is little room."""
        super().resizeEvent(event)
        self._meet()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the computer when it changes them."""
        if event.type() is QEvent.Type.ThemeChange and self.sessie.voorkeuren.thema is Thema.SYSTEEM:
            self._kleur(Thema.SYSTEEM)
        super().changeEvent(event)

    # What is laid out

    def _leg_uit(self) -> None:
        self._leeg = LeegBlad("Nog geen vergaderingen. Maak de eerste, of neem een agenda over.", "Nieuwe vergadering")
        self._bladen: dict[Scherm, QWidget] = {
            Scherm.START: self.start,
            Scherm.VERGADERINGEN: self.vergaderingen,
            Scherm.STUKKEN: self.stukken,
            Scherm.ZOEKEN: self.zoeken,
            **{scherm: LeegBlad(tekst) for scherm, tekst in _KOMT.items()},
        }
        for blad in (*self._bladen.values(), self._leeg, self.werkblad.blad):
            self.schermen.addWidget(blad)
        midden = QWidget()
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self.sessie.balk)
        rij = QHBoxLayout()
        rij.setSpacing(0)
        rij.addWidget(self.rail)
        rij.addWidget(self.schermen, 1)
        kolom.addLayout(rij, 1)
        self.setCentralWidget(midden)

    def _verbind(self) -> None:
        sessie = self.sessie
        sessie.veranderd.connect(self._veranderd)
        sessie.gemeld.connect(self._gemeld)
        sessie.geschiedenis.veranderd.connect(self._benoem_ongedaan)
        self.rail.gekozen.connect(self._op_rail)
        self.start.gekozen.connect(self.ga_naar)
        for blad in (self.vergaderingen, self.stukken, self.zoeken):
            blad.gekozen.connect(self.ga_naar)
        self.zoeken.gevraagd.connect(self._zoek)
        self.werkblad.verplaatst.connect(self._verplaatst)
        self.palet.gekozen.connect(self._doe)
        self.openen.gekozen.connect(self._open_regel)
        for knop in (self.start.nieuw, self._leeg.gevraagd):
            knop.connect(self.opdrachten.acties["vergadering.nieuw"].trigger)

    def _herstel(self) -> None:
        voorkeuren = self.sessie.voorkeuren
        app = QApplication.instance()
        if isinstance(app, QApplication):
            kies_schaal(app, voorkeuren.schaal)
            kies_thema(app, voorkeuren.thema)
        if not self.restoreGeometry(voorkeuren.vorm("venster")):
            self.resize(self.fontMetrics().averageCharWidth() * 190, self.fontMetrics().height() * 46)
        self.werkblad.blad.herstel_vorm(voorkeuren.vorm("naast"), voorkeuren.vorm("onder"))
        self._benoem_ongedaan()
        self.status.toon(voorkeuren.rol.value, voorkeuren.schaal)
        self.ga_naar(voorkeuren.adres, onthoud=False)

    def _meet(self) -> None:
        smal = self.width() < self.fontMetrics().averageCharWidth() * _SMAL
        self.rail.toon_smal(smal=smal)
        self.status.toon_smal(smal=smal)

    # What commands do

    def _doeners(self) -> dict[str, Callable[[], None]]:
        return {
            **{f"beeld.{nr}": self._naar(scherm) for nr, scherm in enumerate(RAIL, 1)},
            "beeld.start": self._naar(Scherm.START),
            "beeld.terug": self.terug,
            "beeld.vooruit": self.vooruit,
            "beeld.deel": lambda: self._volgend_deel(1),
            "beeld.vorig-deel": lambda: self._volgend_deel(-1),
            "beeld.groter": lambda: self._schaal_met(1),
            "beeld.kleiner": lambda: self._schaal_met(-1),
            "beeld.normaal": lambda: self._schaal_op(100),
            "beeld.systeem": lambda: self._kleur(Thema.SYSTEEM),
            "beeld.licht": lambda: self._kleur(Thema.LICHT),
            "beeld.donker": lambda: self._kleur(Thema.DONKER),
            "bewerken.ongedaan": self._ongedaan,
            "bewerken.opnieuw": self._opnieuw,
            "ga.naar": self._open_lijst,
            "help.opdracht": self._open_palet,
            "help.toetsen": self._open_palet,
            "help.over": self._over,
            "venster.sluiten": self._sluit,
            "vergadering.nieuw": self._nieuwe_vergadering,
            **self.werkblad.opdrachten(),
        }

    def _naar(self, scherm: Scherm) -> Callable[[], None]:
        return lambda: self.ga_naar(Adres(scherm=scherm))

    def _toon(self, adres: Adres) -> None:
        if adres.vergadering:
            self.werkblad.open(adres)
            blad: QWidget = self.werkblad.blad
        else:
            blad = self._bladen.get(adres.scherm, self.start)
            if blad is self.vergaderingen and not self._laad_vergaderingen():
                blad = self._leeg
        self._nu = adres
        self.schermen.setCurrentWidget(blad)
        self.rail.toon(adres.scherm)
        self._veranderd()
        focus = self.werkblad.lijst if blad is self.werkblad.blad else blad
        focus.setFocus()

    def _verplaatst(self) -> None:
        self.sessie.voorkeuren.was_op(self.adres)
        self._stel_opdrachten_in()

    def _veranderd(self) -> None:
        self.status.opgeslagen(self.sessie.opgeslagen)
        if self.schermen.currentWidget() is self.werkblad.blad:
            self.werkblad.reload()
        elif self.schermen.currentWidget() is self.start:
            QTimer.singleShot(0, self._vul_start)
        elif self.schermen.currentWidget() is self.stukken:
            self.stukken.toon(stukregels(self.sessie.store, date.today()))
        else:
            self._laad_vergaderingen()

    def _vul_start(self) -> None:
        vandaag, recent = date.today(), self.sessie.voorkeuren.recent

        def werk(store: Store, _: Progress) -> Start:
            return startregels(store, vandaag, recent)

        self.sessie.op_achtergrond(werk, self.start.toon)

    def _zoek(self, vraag: str) -> None:
        def werk(store: Store, _: Progress) -> tuple[str, Sequence[Regel]]:
            return vraag, zoekregels(store, vraag)

        self.sessie.op_achtergrond(werk, self._gezocht, eerst=True)

    def _gezocht(self, uitkomst: tuple[str, Sequence[Regel]]) -> None:
        self.zoeken.toon(*uitkomst)

    def _laad_vergaderingen(self) -> bool:
        regels = vergaderregels(self.sessie.store, date.today())
        self.vergaderingen.toon(regels)
        return bool(regels)

    def _ga_door(self, van: list[Adres], naar: list[Adres]) -> None:
        if van:
            naar.append(self.adres)
            self.ga_naar(van.pop(), onthoud=False)

    def _op_rail(self, scherm: Scherm) -> None:
        self.ga_naar(Adres(scherm=scherm))

    def _ongedaan(self) -> None:
        self.werkblad.leg_vast()
        self.sessie.maak_ongedaan()

    def _opnieuw(self) -> None:
        self.werkblad.leg_vast()
        self.sessie.doe_opnieuw()

    def _benoem_ongedaan(self) -> None:
        geschiedenis, acties = self.sessie.geschiedenis, self.opdrachten.acties
        for id_, woord, stap in (
            ("bewerken.ongedaan", "&Ongedaan maken", geschiedenis.terug),
            ("bewerken.opnieuw", "Op&nieuw", geschiedenis.opnieuw),
        ):
            acties[id_].setText(_benoemd(woord, stap))
            acties[id_].setEnabled(stap is not None)

    def _gemeld(self, tekst: str, kan_terug: bool) -> None:
        self.toast.meld(tekst, kan_terug=kan_terug)

    def _volgend_deel(self, stap: int) -> None:
        op_werkblad = self.schermen.currentWidget() is self.werkblad.blad
        midden = self.werkblad.blad.panelen() if op_werkblad else [self.schermen.currentWidget()]
        delen: list[QWidget] = [*midden, self.rail]
        focus = QApplication.focusWidget()
        hier = [
            nr for nr, deel in enumerate(delen) if focus is not None and (deel is focus or deel.isAncestorOf(focus))
        ]
        naar = delen[((hier[0] if hier else -stap) + stap) % len(delen)]
        _eerste(naar).setFocus()

    def _schaal_met(self, stap: int) -> None:
        plek = SCHALEN.index(self.sessie.voorkeuren.schaal) + stap
        self._schaal_op(SCHALEN[max(0, min(len(SCHALEN) - 1, plek))])

    def _schaal_op(self, procent: int) -> None:
        self.sessie.voorkeuren.schaal = procent
        app = QApplication.instance()
        if isinstance(app, QApplication):
            kies_schaal(app, procent)
        self._kleur(self.sessie.voorkeuren.thema)
        self.status.toon(self.sessie.voorkeuren.rol.value, procent)
        self._meet()

    def _kleur(self, thema: Thema) -> None:
        self.sessie.voorkeuren.thema = thema
        app = QApplication.instance()
        if isinstance(app, QApplication):
            kies_thema(app, thema)

    def _stel_opdrachten_in(self) -> None:
        in_vergadering = self.schermen.currentWidget() is self.werkblad.blad
        self.opdrachten.kan(lambda een: in_vergadering or een.id not in self.werkblad.opdrachten())
        self._benoem_ongedaan()

    def _open_palet(self) -> None:
        self.palet.open_met(self._opdrachtregels)

    def _opdrachtregels(self) -> Sequence[Keus]:
        acties = self.opdrachten.acties
        return [
            Keus(
                sleutel=een.id,
                tekst=acties[een.id].text().replace("&", ""),
                rechts=QKeySequence(een.toetsen[0]).toString(QKeySequence.SequenceFormat.NativeText)
                if een.toetsen
                else "",
                icoon=een.icoon,
            )
            for een in OPDRACHTEN
            if een.id in acties and acties[een.id].isEnabled()
        ]

    def _doe(self, id_: str) -> None:
        self.opdrachten.acties[id_].trigger()

    def _open_lijst(self) -> None:
        self.openen.open_met(self._openregels)

    def _openregels(self) -> Sequence[Keus]:
        return [
            Keus(sleutel=str(regel.adres), tekst=regel.teksten[0], rechts=regel.teksten[1], icoon=regel.icoon)
            for regel in openregels(self.sessie.store, date.today(), self.sessie.voorkeuren.recent)
        ]

    def _open_regel(self, sleutel: str) -> None:
        self.ga_naar(Adres.lees(sleutel))

    def _nieuwe_vergadering(self) -> None:
        self.ga_naar(Adres(scherm=Scherm.VERGADERINGEN))

    def _over(self) -> None:
        self.toast.meld(f"TK Desktop {__version__}. Vrije software onder de EUPL 1.2.", kan_terug=False)

    def _sluit(self) -> None:
        self.close()


def _benoemd(woord: str, stap: Stap | None) -> str:
    return f"{woord}: {stap.naam[:1].lower()}{stap.naam[1:]}" if stap else woord


def _eerste(deel: QWidget) -> QWidget:
    """Return the first widget of a pane that takes the keyboard; the pane itself when it does."""
    if deel.focusPolicy().value:
        return deel
    return next((kind for kind in deel.findChildren(QWidget) if kind.focusPolicy().value and kind.isVisible()), deel)
