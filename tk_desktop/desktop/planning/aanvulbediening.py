"""What comes on an agenda unasked when it is opened: held over items, and lifting what was secret until its day."""

from collections.abc import Iterable, Sequence

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.voorkeuren import Rol
from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.meeting.aanvullen import complete_agenda, lacking


class Aanvulbediening:
    """Completes an agenda once in each session, as one action that can be undone; a reader's window never does."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie
        self._gehad: set[str] = set()

    def vul_aan(self, adres: Adres) -> None:
        """Complete the agenda that was opened, and tell what came."""
        sessie, id_ = self._sessie, adres.vergadering
        mag = sessie.voorkeuren.rol is Rol.SECRETARIS and not sessie.alleen_lezen
        if adres.scherm is not Scherm.VERGADERINGEN or not id_ or id_ in self._gehad or not mag:
            return
        self._gehad.add(id_)
        vandaag = sessie.nu().date()
        if lacking(sessie.store, id_, vandaag):
            sessie.doe("Agenda aanvullen", lambda: complete_agenda(sessie.store, id_, vandaag), daarna=self._meld)

    def _meld(self, punten: Sequence[Agendapunt]) -> None:
        self._sessie.gemeld.emit(f"Vanzelf op deze agenda gezet: {_namen(punten)}.", True)


def _namen(punten: Iterable[Agendapunt]) -> str:
    return opsomming(f"‘{punt.titel}’" for punt in punten)
