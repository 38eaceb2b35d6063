"""The dossiers of meetings, each with what was done with it."""

from dataclasses import replace

from sqlite_utils import Database

from tk_desktop.domain.dossier import Dossier, Dossierregel
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel


class _Regels(Onderdeel[Dossierregel]):
    tabel = "dossier_stap"
    klasse = Dossierregel
    eigenaar = "dossier_id"


class Dossiers(Tabel[Dossier]):
    """One for each meeting of which the dossier was ever closed, or is kept otherwise than usual."""

    tabel = "dossier"
    klasse = Dossier
    elders = ("regels",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._regels = _Regels(db)

    def van_vergadering(self, vergadering_id: str) -> Dossier | None:
        """Return the dossier of a meeting, ``None`` while nothing was done with it."""
        return next(iter(self._waar("vergadering_id = :id ORDER BY id", {"id": vergadering_id})), None)

    def save(self, waarde: Dossier) -> None:
        """Insert or replace one with what was done with it."""
        super().save(waarde)
        self._regels.bewaar(waarde.id, waarde.regels)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Dossier, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        regels = self._regels.van(een.id for een in gelezen)
        return tuple(replace(een, regels=regels[een.id]) for een in gelezen)
