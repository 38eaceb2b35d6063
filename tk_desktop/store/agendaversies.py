"""The versions of agendas, each with its items as they stood."""

from dataclasses import replace

from sqlite_utils import Database

from tk_desktop.domain.agendaversie import Agendaversie, Versiepunt
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel


class _Versiepunten(Onderdeel[Versiepunt]):
    tabel = "agendaversie_punt"
    klasse = Versiepunt
    eigenaar = "agendaversie_id"


class Agendaversies(Tabel[Agendaversie]):
    """The versions of agendas, whole."""

    tabel = "agendaversie"
    klasse = Agendaversie
    elders = ("punten",)

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._punten = _Versiepunten(db)

    def van_vergadering(self, vergadering_id: str) -> tuple[Agendaversie, ...]:
        """Return the versions of the agenda of a meeting, the oldest first."""
        return self._waar("vergadering_id = :id ORDER BY volgorde, id", {"id": vergadering_id})

    def save(self, waarde: Agendaversie) -> None:
        """Insert or replace one version with its items."""
        super().save(waarde)
        self._punten.bewaar(waarde.id, waarde.punten)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Agendaversie, ...]:
        versies = super()._waar(voorwaarde, waarden)
        punten = self._punten.van([versie.id for versie in versies])
        return tuple(replace(versie, punten=punten[versie.id]) for versie in versies)
