"""Versions of the agenda in the window: kept, compared, approved and opened again."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.agenda.agendaversies import AgendaVersies, Versiestand
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.agendaversie import taken_off
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.meeting.adviezen import objections
from tk_desktop.meeting.agendaversies import (
    approve_agenda,
    current_agenda,
    freeze_agenda,
    not_agreed_words,
    reopen_agenda,
    versies_van,
)


class Agendaversiebediening(QObject):
    """Wires the versions of the agenda of the open meeting; ``gekozen`` tells the ``Adres`` of an item."""

    gekozen = Signal(object)

    def __init__(
        self, sessie: Sessie, opname: Callable[[], Momentopname], ouder: QWidget, nu: Callable[[], datetime]
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._ouder = ouder
        self._nu = nu

    def toon(self) -> None:
        """Show the versions of the agenda of the open meeting."""
        id_ = self._opname().vergadering.id

        def stand() -> Versiestand:
            opname = self._store.opname(id_)
            return Versiestand(
                versies=versies_van(self._store, id_),
                nu=current_agenda(self._store, id_),
                afgevoerd=taken_off(opname),
                niet_akkoord=not_agreed_words(opname),
                adviezen=objections(self._store, opname, self._nu().date()),
            )

        blad = AgendaVersies(stand)
        self._sessie.veranderd.connect(blad.reload)

        def stel_vast(houd_aan: bool) -> None:
            self._sessie.doe(
                "Agenda vaststellen",
                lambda: approve_agenda(self._store, id_, self._nu(), houd_aan=houd_aan),
                melding="De agenda is vastgesteld.",
            )

        blad.vastleggen.connect(
            lambda: self._sessie.doe("Agendaversie vastleggen", lambda: freeze_agenda(self._store, id_, self._nu()))
        )
        blad.vaststellen.connect(stel_vast)
        blad.heropenen.connect(lambda: self._sessie.doe("Agenda heropenen", lambda: reopen_agenda(self._store, id_)))
        blad.gekozen.connect(
            lambda punt: self.gekozen.emit(Adres(scherm=Scherm.VERGADERINGEN, vergadering=id_, punt=punt))
        )
        in_venster(blad, "Agendaversies", self._ouder, self._sessie)
