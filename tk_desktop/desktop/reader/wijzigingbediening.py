"""What changed in the set that is read: since one read it, since the set that was sent, by the last bundle (E9)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.reader.leeskamer import Leeskamer
from tk_desktop.desktop.reader.versieblik import Versieblik
from tk_desktop.desktop.reader.versiewerk import Paar, Sinds, Verandering, Veranderingen, regel_van, vervallen_regel
from tk_desktop.desktop.reader.wijzigingenlijst import Moment, Wijzigingenlijst
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bundelstand import Papierstand
from tk_desktop.domain.datum import lang
from tk_desktop.domain.uitgave import Uitgave
from tk_desktop.pack.uitgeven import laatste_set
from tk_desktop.store.werkmap import Store


class Wijzigingbediening(QObject):
    """Wires the list of what changed (``lijst``); compares only while somebody looks at it.

    ``bekend`` tells that other papers count as changed: the agenda and the small pages mark what the list shows.
    """

    bekend = Signal()

    def __init__(self, sessie: Sessie, lezer: Leeskamer, versies: Versieblik) -> None:
        super().__init__(lezer.scherm)
        self._sessie = sessie
        self._store = sessie.store
        self._lezer = lezer
        self._versies = versies
        self._van = ""
        self._gevonden = Veranderingen()
        self.lijst = Wijzigingenlijst()
        self.lijst.gekozen.connect(lezer.lees)
        self.lijst.verschil_gevraagd.connect(self._toon_verschil)
        self.lijst.sinds_gewisseld.connect(self._gewisseld)
        lezer.scherm.rechts.currentChanged.connect(self.reload)

    def open(self) -> None:
        """Show the list with the keyboard in it."""
        self._lezer.scherm.toon_rechts(self.lijst)
        self._kijk()

    def reload(self) -> None:
        """Look again, when somebody sees it or the agenda shows it."""
        if self.lijst.isVisible() or self.lijst.moment is not Moment.LEZEN:
            self._kijk()

    def vergeleken(self) -> None:
        """Show what became known."""
        if self.lijst.isVisible():
            self._toon()

    @property
    def anders(self) -> frozenset[str] | None:
        """The papers that are not as they were at the moment that is chosen; ``None`` while that is since one read."""
        if self.lijst.moment is Moment.LEZEN or self._van != self._vergadering:
            return None
        return frozenset(een.deel.sleutel for een in self._gevonden.anders)

    def paar(self, sleutel: str) -> Paar | None:
        """Return the version of a paper at the moment that is chosen and the one of now, as far as it changed."""
        if self.anders is None:
            return self._versies.paar(sleutel)
        return next((een.paar for een in self._gevonden.anders if een.deel.sleutel == sleutel), None)

    @property
    def _vergadering(self) -> str:
        return self._lezer.plan().opname.vergadering.id

    def _bied_aan(self, uitgave: Uitgave | None, sinds: dict[Moment, Sinds]) -> None:
        namen = {}
        if Moment.VERZONDEN in sinds and uitgave is not None:
            dag = uitgave.moment
            naam = "die is verzonden" if dag is None else f"van {lang(dag.astimezone().date())}"
            namen[Moment.VERZONDEN] = f"sinds de set {naam}"
        if Moment.BUNDEL in sinds:
            namen[Moment.BUNDEL] = "sinds de vorige bundel"
        self.lijst.bied_aan(namen)

    def _momenten(self) -> dict[Moment, Sinds]:
        """Return with what one can compare, and offer it."""
        plan = self._lezer.plan()
        uitgave = laatste_set(self._store.uitgaven.van_variant(self._vergadering, plan.variant))
        uit = {}
        if uitgave is not None:
            papieren = tuple(
                Papierstand(papier=deel.sleutel, naam=deel.titel, inhoud=deel.inhoud) for deel in uitgave.delen
            )
            uit[Moment.VERZONDEN] = Sinds(papieren=papieren)
        stand = self._store.bundelstanden.van(self._vergadering)
        if stand is not None:
            uit[Moment.BUNDEL] = Sinds(papieren=stand.papieren, door=f"met de bundel van {lang(stand.dag)}")
        self._bied_aan(uitgave, uit)
        return uit

    def _gewisseld(self) -> None:
        self._gevonden = Veranderingen()
        self._kijk()
        self.bekend.emit()

    def _kijk(self) -> None:
        if self._van != self._vergadering:
            self._van, self._gevonden = self._vergadering, Veranderingen()
            self.lijst.terug_naar_lezen()
        sinds = self._momenten().get(self.lijst.moment)
        if sinds is None:
            self._toon()
            return
        if self.lijst.isVisible():
            self.lijst.wacht()
        plan, bestanden, van = self._lezer.plan(), dict(self._lezer.voorraad.bestanden), self._van

        def werk(store: Store, _: Progress) -> tuple[str, Veranderingen]:
            return van, sinds.vergelijk(store, plan, bestanden)

        self._sessie.op_achtergrond(werk, self._is_gevonden)

    def _is_gevonden(self, uitkomst: tuple[str, Veranderingen]) -> None:
        van, gevonden = uitkomst
        if van == self._vergadering and self.lijst.moment is not Moment.LEZEN:
            nieuw, self._gevonden = gevonden != self._gevonden, gevonden
            self._versies.ken(gevonden.paden)
            self._toon()
            if nieuw:
                self.bekend.emit()

    def _veranderd(self) -> Sequence[Verandering]:
        if self.lijst.moment is not Moment.LEZEN:
            return self._gevonden.anders
        uit = []
        for deel in self._lezer.plan().onderdelen:
            paar = self._versies.paar(deel.sleutel)
            if paar is not None:
                uit.append(Verandering(deel=deel, oud=paar[0], nieuw=paar[1]))
        return uit

    def _toon(self) -> None:
        veranderd = self._veranderd()
        if self._versies.vergelijk([een.paar for een in veranderd if een.paar is not None]):
            self.lijst.wacht()
            return
        regels = [regel_van(een, self._versies.verschil(een.paar) if een.paar else None) for een in veranderd]
        weg = self._gevonden if self.lijst.moment is not Moment.LEZEN else Veranderingen()
        self.lijst.toon([*regels, *map(vervallen_regel, weg.vervallen)], weg.door)

    def _toon_verschil(self, sleutel: str) -> None:
        self._versies.toon_verschil(sleutel, self.paar(sleutel))
