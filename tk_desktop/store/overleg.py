"""The tables of routes over tables, planning and control, and zienswijzen."""

from typing import TypeVar

from sqlite_utils import Database

from tk_desktop.domain.overleg import (
    Overlegroute,
    Overlegstap,
    Overlegtafel,
    Pencjaar,
    Pencstap,
    Tafeldag,
    Tafellid,
    Zienswijzeronde,
)
from tk_desktop.domain.zienswijze import Zienswijze
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel

T = TypeVar("T")


class _Leden(Onderdeel[Tafellid]):
    tabel = "tafellid"
    klasse = Tafellid
    eigenaar = "tafel_id"


class _Dagen(Onderdeel[Tafeldag]):
    tabel = "tafeldag"
    klasse = Tafeldag
    eigenaar = "tafel_id"


class _VanProgramma(Tabel[T]):
    """A table of which each row belongs to a programme."""

    orde = "volgorde, id"

    def van(self, programma_id: str) -> tuple[T, ...]:
        """Return the rows of a programme, in their order."""
        return self._waar(f"programma_id = :id ORDER BY {self.orde}", {"id": programma_id})


class Overlegtafels(_VanProgramma[Overlegtafel]):
    """The tables where people speak, with who sits there and when."""

    tabel = "overlegtafel"
    klasse = Overlegtafel
    elders = ("leden", "dagen")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._leden, self._dagen = _Leden(db), _Dagen(db)

    def save(self, waarde: Overlegtafel) -> None:
        """Insert or replace a table with its people and days."""
        super().save(waarde)
        self._leden.bewaar(waarde.id, waarde.leden)
        self._dagen.bewaar(waarde.id, waarde.dagen)

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Overlegtafel, ...]:
        rijen = list(self._db.query(f"SELECT * FROM {self.tabel} WHERE {voorwaarde}", dict(waarden)))
        ids = [rij["id"] for rij in rijen]
        leden, dagen = self._leden.van(ids), self._dagen.van(ids)
        return tuple(
            self._waarde(
                rij,
                leden=tuple(sorted(leden[rij["id"]], key=lambda een: een.naam)),
                dagen=tuple(sorted(dagen[rij["id"]], key=lambda een: een.dag)),
            )
            for rij in rijen
        )


class Overlegroutes(_VanProgramma[Overlegroute]):
    """The ways of proposals."""

    tabel = "overlegroute"
    klasse = Overlegroute


class Overlegstappen(Tabel[Overlegstap]):
    """The steps of routes."""

    tabel = "overlegstap"
    klasse = Overlegstap

    def van(self, route_id: str) -> tuple[Overlegstap, ...]:
        """Return the steps of a route, in their order."""
        return self._waar("route_id = :id ORDER BY volgorde, id", {"id": route_id})

    def van_programma(self, programma_id: str) -> tuple[Overlegstap, ...]:
        """Return the steps of all routes of a programme, those of one in their order."""
        in_ = "route_id IN (SELECT id FROM overlegroute WHERE programma_id = :id)"
        return self._waar(f"{in_} ORDER BY route_id, volgorde, id", {"id": programma_id})


class Pencjaren(_VanProgramma[Pencjaar]):
    """The budget years."""

    tabel = "pencjaar"
    klasse = Pencjaar
    orde = "jaar, id"


class Pencstappen(Tabel[Pencstap]):
    """What was done for a budget year."""

    tabel = "pencstap"
    klasse = Pencstap

    def van_programma(self, programma_id: str) -> tuple[Pencstap, ...]:
        """Return what was done for all budget years of a programme."""
        in_ = "pencjaar_id IN (SELECT id FROM pencjaar WHERE programma_id = :id)"
        return self._waar(f"{in_} ORDER BY pencjaar_id, code", {"id": programma_id})


class Zienswijzerondes(_VanProgramma[Zienswijzeronde]):
    """The drafts on which gemeenten give a zienswijze."""

    tabel = "zienswijzeronde"
    klasse = Zienswijzeronde


class Zienswijzen(Tabel[Zienswijze]):
    """What each gemeente says."""

    tabel = "zienswijze"
    klasse = Zienswijze

    def van_programma(self, programma_id: str) -> tuple[Zienswijze, ...]:
        """Return the zienswijzen on all drafts of a programme, those on one by gemeente."""
        in_ = "ronde_id IN (SELECT id FROM zienswijzeronde WHERE programma_id = :id)"
        return self._waar(f"{in_} ORDER BY ronde_id, gemeente, id", {"id": programma_id})


class Overlegtabellen:
    """Every table of routes, planning and control, and zienswijzen in one database."""

    def __init__(self, db: Database) -> None:
        self.tafels = Overlegtafels(db)
        self.routes = Overlegroutes(db)
        self.stappen = Overlegstappen(db)
        self.jaren = Pencjaren(db)
        self.gedaan = Pencstappen(db)
        self.rondes = Zienswijzerondes(db)
        self.zienswijzen = Zienswijzen(db)
