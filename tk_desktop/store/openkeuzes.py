"""What of a meeting waits for a choice between two versions, read from the operations."""

from collections.abc import Iterator
from functools import cached_property

from sqlite_utils import Database

from tk_desktop.domain.conflict import NOTULEN, Conflict, Openkeuze, staat_in_verslag
from tk_desktop.store.bewerkingen import Bewerkingen
from tk_desktop.store.ketens import Ketens
from tk_desktop.store.vormen import vormen


class Openkeuzes:
    """Reads what two laptops wrote apart of meetings; nothing is kept here."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._ketens = Ketens(db)

    @cached_property
    def _bewerkingen(self) -> Bewerkingen:
        return Bewerkingen(self._db, vormen(self._db))

    def van_vergadering(self, vergadering_id: str) -> tuple[Openkeuze, ...]:
        """Return what of a meeting waits for a choice, in the order of the tables."""
        te_kiezen = self._db.query("SELECT DISTINCT tabel FROM kop WHERE getoond IN (0, 3)")
        if not NOTULEN.intersection(rij["tabel"] for rij in te_kiezen):  # as good as always
            return ()
        return tuple(self._van(vergadering_id))

    def _van(self, vergadering_id: str) -> Iterator[Openkeuze]:
        for een in self._bewerkingen.conflicten(NOTULEN):
            ids = {tabel: str(rij["id"]) for tabel, rij in reversed(self._ketens.van(een.tabel, een.rij))}
            if ids.get("vergadering") == vergadering_id and staat_in_verslag(een.tabel, een.veld):
                yield Openkeuze(
                    tabel=een.tabel,
                    rij=een.rij,
                    veld=een.veld,
                    agendapunt_id=ids.get("agendapunt"),
                    weggelaten=self._weggelaten(een),
                )

    def _weggelaten(self, conflict: Conflict) -> tuple[str, ...]:
        """Return the long texts that are not shown, the latest first."""
        if conflict.veld not in self._ketens.lang(conflict.tabel):
            return ()
        teksten = (str(een.waarde) for een in conflict.waarden if not een.getoond and str(een.waarde or "").strip())
        return tuple(dict.fromkeys(teksten))
