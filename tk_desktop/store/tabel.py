"""Between rows and values: one table holds one kind of value, a column a field."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Generic, TypeVar, get_args, get_type_hints

from sqlite_utils import Database

from tk_desktop.store.fouten import NietGevonden

T = TypeVar("T")
Rij = Mapping[str, Any]


class Tabel(Generic[T]):
    """Rows of one table, as values in and values out; rows never leave this room.

    A subclass names its table, its class and the fields that are rows of other tables (``elders``). Every other field
    is a column of the same name: dates and times as ISO text, choices as their value, truth as 0 or 1.
    """

    tabel: ClassVar[str]
    klasse: ClassVar[type]
    elders: ClassVar[tuple[str, ...]] = ()

    def __init__(self, db: Database) -> None:
        self._db = db
        self._lezers = _lezers(self.klasse, self.elders)

    def get(self, id_: str) -> T:
        """Return one value, or raise ``NietGevonden``."""
        for waarde in self._waar("id = :id", {"id": id_}):
            return waarde
        raise NietGevonden(soort=self.klasse.__name__)

    def kent(self, id_: str) -> bool:
        """Tell whether there is a value with that id."""
        return any(True for _ in self._db.query(f"SELECT 1 FROM {self.tabel} WHERE id = :id", {"id": id_}))

    def all(self) -> tuple[T, ...]:
        """Return all values, ordered by id."""
        return self._waar("1 = 1 ORDER BY id", {})

    def save(self, waarde: T) -> None:
        """Insert or replace one value."""
        self._schrijf(self._rij(waarde))

    def rij(self, waarde: T) -> Rij:
        """Return the row that a value would be kept as, without what other tables hold of it."""
        return self._rij(waarde)

    def delete(self, id_: str) -> None:
        """Remove one value and what it owns; removing what is not there is no fault."""
        self._db.execute(f"DELETE FROM {self.tabel} WHERE id = :id", {"id": id_})

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[T, ...]:
        """Return the values of the rows that meet a condition (SQL with named parameters)."""
        rijen = self._db.query(f"SELECT * FROM {self.tabel} WHERE {voorwaarde}", dict(waarden))
        return tuple(self._waarde(rij) for rij in rijen)

    def _waarde(self, rij: Rij, **meer: object) -> T:
        gelezen = {naam: lees(rij[naam]) for naam, lees in self._lezers.items()}
        waarde: T = self.klasse(**gelezen, **meer)
        return waarde

    def _rij(self, waarde: T, **meer: object) -> dict[str, object]:
        return {naam: _geschreven(getattr(waarde, naam)) for naam in self._lezers} | meer

    def _schrijf(self, rij: Rij) -> None:
        schrijf_rij(self._db, self.tabel, rij)


class Onderdeel(Tabel[T]):
    """Rows that another value owns, such as the sections of a nota: kept as a whole, row by row.

    ``eigenaar`` is the column with the id of the owner.
    """

    eigenaar: ClassVar[str]

    def van(self, eigenaars: Iterable[str]) -> dict[str, tuple[T, ...]]:
        """Return the rows of each owner, in their own order."""
        uit: dict[str, list[T]] = {id_: [] for id_ in eigenaars}
        for rij in self._rijen_van(uit):
            uit[rij[self.eigenaar]].append(self._waarde(rij))
        return {id_: tuple(waarden) for id_, waarden in uit.items()}

    def rij_van(self, eigenaar: str, waarde: T) -> Rij:
        """Return the row that a value of that owner would be kept as."""
        return self._rij(waarde, **{self.eigenaar: eigenaar})

    def bewaar(self, eigenaar: str, waarden: Iterable[T]) -> None:
        """Make these the rows of the owner: new ones are added, others changed, the rest removed."""
        rijen = [self.rij_van(eigenaar, waarde) for waarde in waarden]
        blijft = {rij["id"] for rij in rijen}
        for rij in self._rijen_van([eigenaar]):
            if rij["id"] not in blijft:
                self.delete(rij["id"])
        for nieuw in rijen:
            self._schrijf(nieuw)

    def _rijen_van(self, eigenaars: Iterable[str]) -> Iterable[Rij]:
        return rijen_bij(self._db, self.tabel, self.eigenaar, eigenaars)


def rijen_bij(db: Database, tabel: str, kolom: str, waarden: Iterable[str]) -> list[Rij]:
    """Return the rows of a table whose column is one of those values, in order of place and id."""
    lijst = list(waarden)
    if not lijst:
        return []
    # One text however long the list is: each other text would be prepared apart, and take a place of `driver._BEREID`.
    vraag = f"SELECT * FROM {tabel} WHERE {kolom} IN (SELECT value FROM json_each(:lijst))"
    rijen = list(db.query(vraag, {"lijst": json.dumps(lijst)}))
    return sorted(rijen, key=lambda rij: (rij.get("volgorde", ""), rij["id"]))


def schrijf_rij(db: Database, tabel: str, rij: Rij) -> None:
    """Insert a row, or set the columns of the row with that id that are other now.

    A column that is set costs its indexes and a look at its references, whether it changes or not.
    """
    staat = next(iter(db.query(f"SELECT * FROM {tabel} WHERE id = :id", {"id": rij["id"]})), None)
    if staat is None:
        kolommen, waarden = ", ".join(rij), ", ".join(f":{kolom}" for kolom in rij)
        db.execute(f"INSERT INTO {tabel} ({kolommen}) VALUES ({waarden})", dict(rij))
        return
    anders = {kolom: waarde for kolom, waarde in rij.items() if staat[kolom] != waarde}
    if anders:
        nieuw = ", ".join(f"{kolom} = :{kolom}" for kolom in anders)
        db.execute(f"UPDATE {tabel} SET {nieuw} WHERE id = :id", {**anders, "id": rij["id"]})


@cache
def _lezers(klasse: type, elders: tuple[str, ...]) -> Mapping[str, Callable[[Any], Any]]:
    """Return how each column of a class is read; worked out once, for every table is made at every opening."""
    hints = get_type_hints(klasse)
    return {veld.name: _lezer(hints[veld.name]) for veld in fields(klasse) if veld.name not in elders}


def _lezer(soort: object) -> Callable[[Any], Any]:
    if isinstance(soort, UnionType):
        (kern,) = [deel for deel in get_args(soort) if deel is not type(None)]
        lees = _lezer(kern)
        return lambda waarde: None if waarde is None else lees(waarde)
    if isinstance(soort, type) and issubclass(soort, date | time):
        return soort.fromisoformat
    if isinstance(soort, type) and issubclass(soort, str | int):
        return soort
    raise TypeError(f"geen kolom voor {soort!r}")


def _geschreven(waarde: object) -> object:
    if isinstance(waarde, date | time):
        return waarde.isoformat()
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, bool):
        return int(waarde)
    return waarde
