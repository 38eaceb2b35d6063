"""What the checklist does: it looks again when the user pauses, and takes in why a finding may stay."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.controle_lijst import ControleLijst
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.parts.reden import RedenVraag
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.pack.controleren import accept, check, withdraw_acceptance
from tk_desktop.store.werkmap import Store

_NA_WIJZIGING = 250
"""Milliseconds after the last change before the check looks again."""


class Controlebediening(QObject):
    """Wires the checklist ``lijst`` to the check; ``opname`` gives the meeting that is open."""

    def __init__(self, sessie: Sessie, opname: Callable[[], Momentopname]) -> None:
        super().__init__()
        self._sessie = sessie
        self._opname = opname
        self.lijst = ControleLijst()
        self.setParent(self.lijst)
        self._job: Job | None = None
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(_NA_WIJZIGING)
        self._straks.timeout.connect(self._controleer)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on findings does."""
        return {
            "controle.openen": self.lijst.open,
            "controle.volgende": self.lijst.volgende,
            "controle.vorige": self._vorige,
            "controle.aanvaarden": self._aanvaard,
            "controle.beoordelingen": self._toon_beoordelingen,
        }

    def straks(self) -> None:
        """Look again when the user pauses."""
        self._straks.start()

    def _vorige(self) -> None:
        self.lijst.volgende(-1)

    def _aanvaard(self) -> None:
        bevinding = self.lijst.huidig()
        if bevinding is None:
            return
        vraag = RedenVraag("Bevinding aanvaarden", bevinding.wat, "Aanvaarden", self.lijst.window())
        store, id_, nu = self._sessie.store, self._opname().vergadering.id, self._sessie.nu()
        wie = self._sessie.voorkeuren.naam

        def doe(_: str, reden: str) -> None:
            self._sessie.doe(
                "Bevinding aanvaarden",
                lambda: accept(
                    store,
                    id_,
                    code=bevinding.code,
                    waar=bevinding.waar,
                    reden=reden,
                    vandaag=nu.date(),
                    moment=nu,
                    wie=wie,
                ),
                melding="Bevinding aanvaard; zij staat nu ter info.",
            )

        vraag.gegeven.connect(doe)
        vraag.open()

    def _toon_beoordelingen(self) -> None:
        """Show who accepted what and when, the chosen finding first; one that is chosen is taken back (A9)."""
        alle = {een.id: een for een in self._opname().aanvaard}
        if not alle:
            self._sessie.gemeld.emit("In deze vergadering is nog geen bevinding aanvaard.", False)
            return
        huidig = self.lijst.huidig()
        waar = (huidig.code, huidig.waar) if huidig else ("", "")
        rij = sorted(alle.values(), key=lambda een: ((een.code, een.waar) != waar, een.waar, een.code, een.id))
        lijst = Kieslijst(
            "Beoordelingen: kies er een om in te trekken", "Typ een plaats of een naam", self.lijst.window()
        )

        def kies(id_: str) -> None:
            if not alle[id_].geldt:
                self._sessie.gemeld.emit("Deze aanvaarding is al ingetrokken.", False)
                return
            nu, wie = self._sessie.nu(), self._sessie.voorkeuren.naam
            self._sessie.doe(
                "Aanvaarding intrekken",
                lambda: withdraw_acceptance(self._sessie.store, id_, nu, wie=wie),
                melding=f"De bevinding bij ‘{alle[id_].waar}’ telt weer mee.",
            )

        lijst.gekozen.connect(kies)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(
            lambda: [
                Keus(
                    sleutel=een.id,
                    tekst=f"{een.waar}: {een}",
                    rechts=een.code,
                    icoon="circle-check" if een.geldt else "undo-2",
                )
                for een in rij
            ]
        )

    def _controleer(self) -> None:
        id_, dag = self._opname().vergadering.id, self._sessie.nu().date()

        def werk(store: Store, _: Progress) -> tuple[str, tuple[Bevinding, ...]]:
            return id_, check(store, id_, dag)

        if self._job is not None:
            self._job.stop()  # a check that still waits is of no use any more
        self._job = self._sessie.op_achtergrond(werk, self._gecontroleerd, eerst=True)

    def _gecontroleerd(self, uitkomst: tuple[str, tuple[Bevinding, ...]]) -> None:
        id_, bevindingen = uitkomst
        if self._opname().vergadering.id == id_:
            self.lijst.toon(bevindingen)
