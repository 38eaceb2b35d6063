"""Where one reader is in each paper of a set, kept as one goes (F15)."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.reader.leestijd import Leestijd
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.leeslijst import papiernaam
from tk_desktop.domain.leesstand import Leesstand
from tk_desktop.domain.vergaderset import Vergaderset
from tk_desktop.reading.aantekeningen import Leesplek
from tk_desktop.reading.leesstanden import keep_leesstand

RUST = 800
"""Milliseconds on one place after which it is kept that one was there."""

_DUIZEND = 1000


class Leesplaatsen(QObject):
    """Keeps the place of the paper that ``hier`` gives once one rests there, and which of its pages were read.

    ``gewijzigd`` tells that something was kept.
    """

    gewijzigd = Signal()

    def __init__(self, sessie: Sessie, hier: Callable[[], tuple[Leesplek, Papierblad] | None], ouder: QObject) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._hier = hier
        self._standen: dict[str, Leesstand] = {}
        self._genoemd: dict[str, int] = {}
        self._vergadering = ""
        self._rust = QTimer(self)
        self._rust.setSingleShot(True)
        self._rust.setInterval(RUST)
        self._rust.timeout.connect(self._leg_vast)
        self._tijd = Leestijd(self)
        self._tijd.voorbij.connect(self._gelezen)

    @property
    def standen(self) -> Mapping[str, Leesstand]:
        """How far the reader is, by key of the paper."""
        return self._standen

    @property
    def genoemd(self) -> Mapping[str, int]:
        """The page the bar named where one rested last, by key of the paper; what is at the top may be another."""
        return self._genoemd

    def neem(self, vergadering_id: str) -> None:
        """Look how far the reader is with the papers of a meeting."""
        if vergadering_id != self._vergadering:
            self._vergadering, self._genoemd = vergadering_id, {}
        self._standen = dict(self._sessie.store.leesstanden.van(vergadering_id, self._sessie.voorkeuren.lezer))

    def begin(self, sleutel: str, paginas: int) -> tuple[int, float]:
        """Return where to begin in a paper of so many pages: a page (0: anywhere) and how far down it."""
        stand = self._standen.get(sleutel)
        if stand is None:
            return 0, 0.0
        return (stand.pagina, stand.deel / _DUIZEND) if stand.pagina <= paginas else (paginas, 0.0)

    def laatst(self, plan: Vergaderset) -> str:
        """Return the paper of the set that was read last; empty when none was."""
        bekend = [stand for stand in self._standen.values() if papiernaam(plan, stand.papier)]
        return max(bekend, key=lambda stand: (stand.gezien, stand.papier)).papier if bekend else ""

    def verschoven(self) -> None:
        """Begin to count how long one stays at this place, and how long its pages are in view."""
        self._rust.start()
        waar = self._hier()
        if waar is not None:
            self._tijd.kijk(waar[1].versie, waar[1].leesbaar)

    def verlaat(self) -> None:
        """Go to another paper: where one leaves a paper that was being read is kept, one that was passed is not."""
        waar = self._hier()
        oud = self._standen.get(waar[0].papier) if waar is not None else None
        if self._rust.isActive() and waar is not None and oud is not None and oud.versie == waar[1].versie:
            self._leg_vast()
        self._rust.stop()
        self._tijd.kijk("", ())

    def leg_vast(self) -> None:
        """Keep now where one is."""
        self._rust.stop()
        self._leg_vast()

    def _gelezen(self, versie: str, pagina: int) -> None:
        """Keep that a page was read, unless one left it meanwhile."""
        waar = self._hier()
        if waar is not None and waar[1].versie == versie and pagina in waar[1].leesbaar:
            self._leg_vast(pagina)
        else:
            self._tijd.kijk("", ())

    def _leg_vast(self, *gelezen: int) -> None:
        waar = self._hier()
        if waar is None or not waar[1].pagina or not waar[1].versie:
            return
        plek, blad = waar
        boven = blad.bladen.plek
        versie, pagina = blad.versie, boven.pagina + 1
        deel = max(0, min(_DUIZEND, round(boven.deel * _DUIZEND)))
        anders = self._genoemd.get(plek.papier) != blad.pagina
        self._genoemd[plek.papier] = blad.pagina
        oud = self._standen.get(plek.papier)
        if (
            oud is not None
            and (oud.versie, oud.pagina, oud.deel) == (versie, pagina, deel)
            and oud.bladen.issuperset(gelezen)
        ):
            if anders:
                self.gewijzigd.emit()
            return
        sessie = self._sessie
        wie, moment = sessie.voorkeuren.lezer, sessie.nu()
        sessie.onthoud(
            lambda: keep_leesstand(
                sessie.store, plek, versie, pagina, eigenaar=wie, moment=moment, deel=deel, gelezen=gelezen
            )
        )
        self.neem(plek.vergadering_id)
        self.gewijzigd.emit()
