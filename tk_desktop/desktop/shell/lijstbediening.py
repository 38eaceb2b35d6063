"""The screens that list what there is: the start, the meetings, the papers, what is found."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.focusdeur import Focusdeur
from tk_desktop.desktop.parts.kamer import Kamer
from tk_desktop.desktop.parts.leeg import LeegBlad
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.overzicht import (
    Start,
    notitieregels,
    startregels,
    stukregels,
    vergaderregels,
    zoekregels,
)
from tk_desktop.desktop.session.regels import Regel, Regellijst
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.shell.startblad import Startblad
from tk_desktop.pack.zoeken import Zoekuitkomst, find_narrowed
from tk_desktop.pack.zoekvragen import drop_zoekvraag, keep_zoekvraag
from tk_desktop.store.werkmap import Store

if TYPE_CHECKING:
    from tk_desktop.desktop.shell.zoekblad import Zoekblad


class Lijstbediening(QObject):
    """Fills the lists; ``gekozen`` tells an ``Adres`` that was opened, ``nieuw`` that a meeting is to be made."""

    gekozen = Signal(object)
    nieuw = Signal()

    def __init__(self, sessie: Sessie, start: Startblad) -> None:
        super().__init__(start)
        self._sessie = sessie
        self._start = start
        self._lijst = Regellijst("Vergaderingen", ["Dag", "Tijd", "Gremium", "Plaats", "Stand"], rekt=2)
        self._leeg = LeegBlad("Nog geen vergaderingen. Maak de eerste, of neem een agenda over.", "Nieuwe vergadering")
        self.vergaderingen = QStackedWidget()
        self.vergaderingen.addWidget(self._lijst)
        self.vergaderingen.addWidget(self._leeg)
        Focusdeur(self.vergaderingen, self.vergaderingen.currentWidget)
        self.stukken = Regellijst(
            "Stukken", ["Waar", "Titel", "Soort", "Stand"], rekt=1, leeg="Sleep bestanden op een punt van een agenda."
        )
        for lijst in (self._lijst, self.stukken):
            lijst.setProperty("scherm", "ja")
        self.zoekvak = Kamer()
        self._zoekblad: Zoekblad | None = None
        self._vult: Job | None = None
        self._zoekt: Job | None = None
        self._telt: Job | None = None
        for blad in (start, self._lijst, self.stukken):
            blad.gekozen.connect(self.gekozen)
        for knop in (start.nieuw, self._leeg.gevraagd):
            knop.connect(self.nieuw)

    @property
    def zoeken(self) -> "Zoekblad":
        """What is sought and found; made when it is first asked for."""
        return self._zoekblad or self._maak_zoekblad()

    def _maak_zoekblad(self) -> "Zoekblad":
        blad: Zoekblad = laad("shell.zoekblad").Zoekblad()
        self._zoekblad = blad
        blad.gekozen.connect(self.gekozen)
        blad.gevraagd.connect(self._zoek)
        blad.bewaren_gevraagd.connect(self._bewaar_vraag)
        blad.vergeten.connect(self._vergeet_vraag)
        blad.bewaard.menu().aboutToShow.connect(self._toon_bewaard)
        self.zoekvak.vul(blad)
        return blad

    def huidig(self, blad: QWidget | None) -> Adres | None:
        """Return the place that is chosen on one of these screens, or nothing."""
        if blad is self.zoekvak:
            return (self.zoeken.notities if self.zoeken.notities.hasFocus() else self.zoeken.lijst).huidig()
        lijsten: dict[QWidget, Regellijst] = {
            self._start: self._start.verder,
            self.stukken: self.stukken,
            self.vergaderingen: self._lijst,
        }
        return lijsten[blad].huidig() if blad is not None and blad in lijsten else None

    def herlaad(self, blad: QWidget | None) -> None:
        """Show anew what stands on one of these screens."""
        store = self._sessie.store
        if blad is self._start:
            self._start.kan_nieuw = self._sessie.inrichting.bereidt_voor
            QTimer.singleShot(0, self, self._vul_start)
        elif blad is self.zoekvak and self._zoekblad is None:
            self._maak_zoekblad()
        elif blad is self.stukken:
            self.stukken.toon(stukregels(store, date.today()))
        elif blad is self.vergaderingen:
            regels = vergaderregels(store, date.today())
            self._lijst.toon(regels)
            vlak: QWidget = self._lijst if regels else self._leeg
            self.vergaderingen.setCurrentWidget(vlak)

    def _vul_start(self) -> None:
        voorkeuren = self._sessie.voorkeuren
        vandaag, recent, lezer = date.today(), voorkeuren.recent, voorkeuren.lezer
        secretaris = self._sessie.inrichting.bereidt_voor

        def werk(store: Store, _: Progress) -> Start:
            return startregels(store, vandaag, recent, lezer, secretaris=secretaris)

        if self._vult is not None:
            self._vult.stop()  # what still waits would tell of before
        self._vult = self._sessie.op_achtergrond(werk, self._gevuld)

    def _gevuld(self, start: Start) -> None:
        self._start.toon(start.verder, start.komt, start.wacht)

    def _zoek(self, vraag: str) -> None:
        lezer, secretaris = self._sessie.voorkeuren.lezer, self._sessie.inrichting.bereidt_voor
        keuze = self.zoeken.keuzes.keuze

        def werk(store: Store, _: Progress) -> tuple[str, Sequence[Regel], Sequence[Regel]]:
            return vraag, zoekregels(store, vraag, keuze), notitieregels(store, vraag, lezer, secretaris=secretaris)

        for bezig in (self._zoekt, self._telt):
            if bezig is not None:
                bezig.stop()  # nobody waits for it any more
        self._zoekt = self._sessie.op_achtergrond(werk, self._gezocht, eerst=True)

    def _gezocht(self, uitkomst: tuple[str, Sequence[Regel], Sequence[Regel]]) -> None:
        """Show what was found; by what it can be narrowed takes longer, and comes after it."""
        self.zoeken.toon(*uitkomst)
        vraag = uitkomst[0]
        if not vraag or vraag != self.zoeken.vraag:
            return

        def werk(store: Store, _: Progress) -> tuple[str, Zoekuitkomst]:
            return vraag, find_narrowed(store, vraag)

        self._telt = self._sessie.op_achtergrond(werk, self._geteld)

    def _geteld(self, uitkomst: tuple[str, Zoekuitkomst]) -> None:
        self.zoeken.toon_keuzes(*uitkomst)

    def _toon_bewaard(self) -> None:
        self.zoeken.toon_bewaard(self._sessie.store.zoekvragen.van(self._sessie.voorkeuren.lezer))

    def _bewaar_vraag(self) -> None:
        store, lezer, keuze = self._sessie.store, self._sessie.voorkeuren.lezer, self.zoeken.keuzes.keuze
        vraag = self.zoeken.vraag
        self._sessie.doe("Zoekvraag bewaren", lambda: keep_zoekvraag(store, vraag, keuze, eigenaar=lezer))

    def _vergeet_vraag(self, id_: str) -> None:
        self._sessie.doe("Zoekvraag vergeten", lambda: drop_zoekvraag(self._sessie.store, id_))
