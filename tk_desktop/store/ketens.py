"""Where a row belongs: the row itself and those it hangs under, for whoever has to say in words what it is."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from json import dumps
from typing import Any

from sqlite_utils import Database

from tk_desktop.store.vormen import Vorm, vormen

_OMHOOG = (
    "nota_id",
    "stemming_id",
    "ronde_id",
    "actie_id",
    "besluit_id",
    "geheimhouding_id",
    "aantekening_id",
    "uitgave_id",
    "agendaversie_id",
    "stuk_id",
    "hoort_bij",
    "agendapunt_id",
    "vergadering_id",
    "gremium_id",
)
"""Columns by which a row hangs under another, the nearest first."""

_GEEN_OUDER = frozenset({("agendapunt", "geheimhouding_id")})
"""What a row names without hanging under it: an item belongs to its meeting, not to the duty that it lifts."""

Keten = tuple[tuple[str, Mapping[str, Any]], ...]


class Ketens:
    """Follows rows up to what they belong to."""

    def __init__(self, db: Database) -> None:
        self._db = db

    @cached_property
    def _vormen(self) -> Mapping[str, Vorm]:
        return vormen(self._db)

    def van(self, tabel: str, id_: str) -> Keten:
        """Return a row and those above it, each with its table; nothing when it is not there."""
        return tuple(self._omhoog(tabel, id_, set()))

    def boven(self, rijen: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield these rows and all above them, each with its table, and once though many hang under it.

        A floor at a time and a table at a time: of hundreds of rows each question apart takes longer than all else.
        """
        gehad: set[tuple[str, str]] = set()
        nu = set(rijen)
        while nu:
            gehad |= nu
            hier = [een for tabel in sorted({tabel for tabel, _ in nu}) for een in self._rijen(tabel, nu)]
            yield from hier
            nu = {ouder for tabel, rij in hier if (ouder := self._ouder(tabel, rij))} - gehad

    def genoemd(self, tabel: str, kolom: str, waarde: object) -> tuple[str, str] | None:
        """Return the row under which one hangs whose column has that value; nothing for any other column."""
        if not waarde or kolom not in _OMHOOG or (tabel, kolom) in _GEEN_OUDER:
            return None
        naar = self.naar(tabel, kolom)
        return (naar, str(waarde)) if naar else None

    def _rijen(self, tabel: str, wie: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        if tabel in self._vormen:
            ids = dumps([id_ for van, id_ in wie if van == tabel])
            vraag = f"SELECT * FROM {tabel} WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id"
            for rij in self._db.query(vraag, {"ids": ids}):
                yield tabel, rij

    def rij(self, tabel: str, id_: str) -> Mapping[str, Any] | None:
        """Return one row."""
        if tabel not in self._vormen:
            return None
        return next(iter(self._db.query(f"SELECT * FROM {tabel} WHERE id = :id", {"id": id_})), None)

    def naar(self, tabel: str, kolom: str) -> str:
        """Return the table that a column refers to; empty when it refers to none."""
        verwijzing = self._vormen[tabel].verwijzingen.get(kolom) if tabel in self._vormen else None
        return verwijzing.naar if verwijzing else ""

    def lang(self, tabel: str) -> frozenset[str]:
        """Return the columns of a table with long texts."""
        return frozenset(self._vormen[tabel].reizend.lang) if tabel in self._vormen else frozenset()

    def _omhoog(self, tabel: str, id_: str, gehad: set[tuple[str, str]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        while (tabel, id_) not in gehad:
            gehad.add((tabel, id_))
            rij = self.rij(tabel, id_)
            if rij is None:
                return
            yield tabel, rij
            ouder = self._ouder(tabel, rij)
            if ouder is None:
                return
            tabel, id_ = ouder

    def _ouder(self, tabel: str, rij: Mapping[str, Any]) -> tuple[str, str] | None:
        """Return what a row hangs under, ``None`` at the top."""
        for kolom in _OMHOOG:
            if rij.get(kolom) and (tabel, kolom) not in _GEEN_OUDER and (naar := self.naar(tabel, kolom)):
                return naar, str(rij[kolom])
        return None
