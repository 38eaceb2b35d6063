"""What time it is at the table: that of now, or as it was planned for who works a meeting out on another day."""

from collections.abc import Callable
from datetime import datetime, time

from tk_desktop.domain.agenda import Agendapunt
from tk_desktop.domain.datum import na_minuten
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.domain.zitting import Zitting


class Tafelklok:
    """Tells the times that come into the verslag (G7); ``kies`` says of a meeting which these are.

    A meeting of another day that was opened at its planned time goes on with planned times, also tomorrow.
    """

    def __init__(self, nu: Callable[[], datetime]) -> None:
        self._nu = nu
        self._gepland: dict[str, bool] = {}

    def moet_vragen(self, vergadering: Vergadering) -> bool:
        """Tell whether nobody said yet which times are meant, where the day is another one."""
        if vergadering.id in self._gepland or vergadering.begin is None:
            return False
        return self._nu().date() != vergadering.datum

    def kies(self, vergadering_id: str, *, gepland: bool) -> None:
        """Keep which times are those of a meeting."""
        self._gepland[vergadering_id] = gepland

    def om(self, zitting: Zitting, punt: Agendapunt) -> time:
        """Return what time it is when an item is dealt with: planned, that of the last item that has one."""
        if not self._is_gepland(zitting.opname.vergadering):
            return self._nu_klok()
        tot = zitting.rij.index(punt.id) + 1
        tijden = [zitting.opname.tijden[id_] for id_ in zitting.rij[:tot] if id_ in zitting.opname.tijden]
        return tijden[-1] if tijden else zitting.opname.vergadering.begin or self._nu_klok()

    def na(self, zitting: Zitting, punt: Agendapunt) -> time:
        """Return what time it is when an item was dealt with: planned, that of the next that has one, or the close."""
        if not self._is_gepland(zitting.opname.vergadering):
            return self._nu_klok()
        vanaf = zitting.rij.index(punt.id) + 1
        tijden = [zitting.opname.tijden[id_] for id_ in zitting.rij[vanaf:] if id_ in zitting.opname.tijden]
        return tijden[0] if tijden else self.slot(zitting)

    def slot(self, zitting: Zitting) -> time:
        """Return what time it is when the meeting closes: planned, its end or that of its last item with a time."""
        opname = zitting.opname
        if not self._is_gepland(opname.vergadering):
            return self._nu_klok()
        einden = [na_minuten(tijd, opname.punt(id_).duur or 0) for id_, tijd in opname.tijden.items()]
        return opname.vergadering.einde or (einden[-1] if einden else self._nu_klok())

    def _is_gepland(self, vergadering: Vergadering) -> bool:
        op_tijd = vergadering.begonnen is not None and vergadering.begonnen == vergadering.begin
        return self._gepland.get(vergadering.id, op_tijd and self._nu().date() > vergadering.datum)

    def _nu_klok(self) -> time:
        return self._nu().time().replace(second=0, microsecond=0)
