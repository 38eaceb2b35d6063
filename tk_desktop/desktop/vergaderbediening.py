"""The workspace of a meeting: what is open in it, the panes beside the agenda, and the checklist."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.adres import Adres, Scherm
from tk_desktop.desktop.agenda_lijst import AgendaLijst
from tk_desktop.desktop.agenda_model import Agendaregel, agendaregels
from tk_desktop.desktop.agendabediening import Agendabediening
from tk_desktop.desktop.commands import Plek
from tk_desktop.desktop.controle_lijst import ControleLijst
from tk_desktop.desktop.overzicht import adres_van, kop_van
from tk_desktop.desktop.reden import RedenVraag
from tk_desktop.desktop.sessie import Sessie
from tk_desktop.desktop.vergaderblad import Vergaderblad
from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.pack.controleren import accept, check
from tk_desktop.store.werkmap import Store

_NA_WIJZIGING = 250
"""Milliseconds after the last change before the check looks again."""


class Vergaderbediening(QObject):
    """Wires the workspace to the use cases. ``verplaatst`` tells that the user went elsewhere in it."""

    verplaatst = Signal()

    def __init__(self, sessie: Sessie) -> None:
        super().__init__()
        self._sessie = sessie
        self._store = sessie.store
        self._opname: Momentopname | None = None
        self.lijst = AgendaLijst(self._regels)
        self.controle = ControleLijst()
        self.agenda = Agendabediening(sessie, self.lijst, self.opname)
        self.blad = Vergaderblad(self.lijst, self.controle)
        self.setParent(self.blad)  # what the background tells after the window is gone, reaches nobody
        self.blad.tabs.addTab(self.agenda.paneel, "Punt")
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(_NA_WIJZIGING)
        self._straks.timeout.connect(self._controleer)
        self.lijst.gekozen.connect(self._ging_naar)
        self.controle.gevraagd.connect(self.ga_naar_bevinding)

    def opname(self) -> Momentopname:
        """Return the meeting that is open, as it was last looked at."""
        if self._opname is None:
            raise AssertionError("er is nog geen vergadering geopend")
        return self._opname

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command of this screen does."""
        return {
            **self.agenda.opdrachten(),
            "punt.eigenschappen": self._naar_paneel,
            "controle.volgende": self.controle.volgende,
            "controle.vorige": self._vorige_bevinding,
            "controle.aanvaarden": self._aanvaard,
        }

    def plekken(self) -> dict[Plek, QWidget]:
        """Return the panes in which keys of their own act."""
        return {Plek.AGENDA: self.lijst, Plek.CONTROLE: self.controle}

    def open(self, adres: Adres) -> None:
        """Show a meeting, at an item or paper of it; raises ``NietGevonden``."""
        self.leg_vast()
        anders = self._opname is None or self._opname.vergadering.id != adres.vergadering
        self._opname = self._store.opname(adres.vergadering)
        if anders:
            self.controle.toon(())
        self.reload()
        self.lijst.kies(adres.punt)

    def adres(self) -> Adres:
        """Return where the user is in this meeting."""
        if self._opname is None:
            return Adres(scherm=Scherm.VERGADERINGEN)
        return Adres(scherm=Scherm.VERGADERINGEN, vergadering=self._opname.vergadering.id, punt=self.lijst.huidig_id())

    def eerste_stuk(self) -> str:
        """Return the id of the first paper of the item the keyboard is on; empty when it has none."""
        opname, id_ = self.opname(), self.lijst.huidig_id()
        stukken = opname.stukken_bij(opname.punt(id_)) if id_ in opname.nummers else ()
        return stukken[0].id if stukken else ""

    def leg_vast(self) -> None:
        """Keep what is being typed, before something else happens."""
        if self._opname is not None:
            self.agenda.leg_vast()

    def reload(self) -> None:
        """Look at the meeting again and show it; the check follows when the user pauses."""
        if self._opname is None:
            return
        self._opname = self._store.opname(self._opname.vergadering.id)
        self.blad.toon_kop(
            f"{self._opname.gremium.naam} › {kop_van(self._opname)}", self._opname.vergadering.status.value
        )
        self.lijst.reload()
        self.agenda.toon_punt()
        self._straks.start()

    def ga_naar_bevinding(self, bevinding: Bevinding) -> None:
        """Go to the place of a finding."""
        adres = adres_van(self.opname(), bevinding.bij)
        if adres.punt:
            self.lijst.kies(adres.punt)
        self.lijst.setFocus()

    def _regels(self) -> Sequence[Agendaregel]:
        return agendaregels(self._opname) if self._opname else ()

    def _ging_naar(self) -> None:
        self.agenda.paneel.leg_vast()
        self.agenda.toon_punt()
        self.verplaatst.emit()

    def _naar_paneel(self) -> None:
        self.blad.tabs.setCurrentWidget(self.agenda.paneel)
        self.agenda.paneel.titel.setFocus()

    def _vorige_bevinding(self) -> None:
        self.controle.volgende(-1)

    def _aanvaard(self) -> None:
        bevinding = self.controle.huidig()
        if bevinding is None:
            return
        vraag = RedenVraag("Bevinding aanvaarden", bevinding.wat, "Aanvaarden", self.blad.window())
        id_ = self.opname().vergadering.id

        def doe(_: str, reden: str) -> None:
            self._sessie.doe(
                "Bevinding aanvaarden",
                lambda: accept(self._store, id_, code=bevinding.code, waar=bevinding.waar, reden=reden),
                melding="Bevinding aanvaard; zij staat nu ter info.",
            )

        vraag.gegeven.connect(doe)
        vraag.open()

    def _controleer(self) -> None:
        id_ = self.opname().vergadering.id

        def werk(store: Store, _: Progress) -> tuple[str, tuple[Bevinding, ...]]:
            return id_, check(store, id_)

        self._sessie.op_achtergrond(werk, self._gecontroleerd, eerst=True)

    def _gecontroleerd(self, uitkomst: tuple[str, tuple[Bevinding, ...]]) -> None:
        id_, bevindingen = uitkomst
        if self.opname().vergadering.id == id_:
            self.controle.toon(bevindingen)
