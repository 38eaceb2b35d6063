"""What changed in the set that is read: since one read each paper, or since the set that was sent (E9)."""

from PySide6.QtCore import QObject

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.reader.leeskamer import Leeskamer
from tk_desktop.desktop.reader.versieblik import Versieblik
from tk_desktop.desktop.reader.versiewerk import Paar, regel_van, sinds_verzonden
from tk_desktop.desktop.reader.wijzigingenlijst import Wijzigingenlijst
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.datum import lang
from tk_desktop.domain.uitgave import Uitgave
from tk_desktop.domain.vergaderset import Onderdeel, Vergaderset
from tk_desktop.pack.uitgeven import laatste_set
from tk_desktop.store.werkmap import Store

Veranderd = tuple[Onderdeel, str, str]
"""A part of the set with the version then (empty when not known or when it is new) and now."""


class Wijzigingbediening(QObject):
    """Wires the list of what changed (``lijst``); compares only while somebody looks at it."""

    def __init__(self, sessie: Sessie, lezer: Leeskamer, versies: Versieblik) -> None:
        super().__init__(lezer.scherm)
        self._sessie = sessie
        self._store = sessie.store
        self._lezer = lezer
        self._versies = versies
        self._verzonden: tuple[Veranderd, ...] = ()
        self.lijst = Wijzigingenlijst()
        self.lijst.gekozen.connect(lezer.lees)
        self.lijst.verschil_gevraagd.connect(self._toon_verschil)
        self.lijst.sinds_gewisseld.connect(self._gewisseld)
        lezer.scherm.rechts.currentChanged.connect(self.reload)

    def open(self) -> None:
        """Show the list with the keyboard in it."""
        self._lezer.scherm.toon_rechts(self.lijst)
        self._bied_aan()
        self._kijk()

    def reload(self) -> None:
        """Look again, when somebody sees it."""
        if self.lijst.isVisible():
            self._bied_aan()
            self._kijk()

    def vergeleken(self) -> None:
        """Show what became known."""
        if self.lijst.isVisible():
            self._toon()

    def _bied_aan(self) -> None:
        uitgave = self._uitgave()
        if uitgave is None or uitgave.moment is None:
            self.lijst.bied_aan("sinds de set die is verzonden" if uitgave is not None else "")
        else:
            self.lijst.bied_aan(f"sinds de set van {lang(uitgave.moment.astimezone().date())}")

    def _uitgave(self) -> Uitgave | None:
        plan = self._lezer.plan()
        return laatste_set(self._store.uitgaven.van_variant(plan.opname.vergadering.id, plan.variant))

    def _gewisseld(self) -> None:
        self._verzonden = ()
        self._kijk()

    def _kijk(self) -> None:
        uitgave = self._uitgave()
        if self.lijst.sinds.currentIndex() == 1 and uitgave is not None:
            self.lijst.wacht()
            plan, bestanden = self._lezer.plan(), dict(self._lezer.voorraad.bestanden)

            def werk(store: Store, _: Progress) -> tuple[Vergaderset, tuple[Veranderd, ...]]:
                return plan, sinds_verzonden(store, plan, uitgave, bestanden)

            self._sessie.op_achtergrond(werk, self._gevonden)
        else:
            self._toon()

    def _gevonden(self, uitkomst: tuple[Vergaderset, tuple[Veranderd, ...]]) -> None:
        if uitkomst[0].opname.vergadering == self._lezer.plan().opname.vergadering:
            self._verzonden = uitkomst[1]
            self._toon()

    def _veranderd(self) -> tuple[Veranderd, ...]:
        if self.lijst.sinds.currentIndex() == 1:
            return self._verzonden
        uit = []
        for deel in self._lezer.plan().onderdelen:
            paar = self._versies.paar(deel.sleutel)
            if paar is not None:
                uit.append((deel, *paar))
        return tuple(uit)

    def _toon(self) -> None:
        veranderd = self._veranderd()
        paren: list[Paar] = [(oud, nieuw) for _, oud, nieuw in veranderd if oud and nieuw]
        if self._versies.vergelijk(paren):
            self.lijst.wacht()
            return
        sinds = self.lijst.sinds.currentIndex() == 1
        self.lijst.toon(
            [
                regel_van(
                    deel,
                    self._versies.verschil((oud, nieuw)) if oud else None,
                    "gewijzigd ▲" if oud or not sinds else "gewijzigd of nieuw ▲",
                )
                for deel, oud, nieuw in veranderd
            ]
        )

    def _toon_verschil(self, sleutel: str) -> None:
        paar = next(((oud, nieuw) for deel, oud, nieuw in self._veranderd() if deel.sleutel == sleutel and oud), None)
        self._versies.toon_verschil(sleutel, paar)
