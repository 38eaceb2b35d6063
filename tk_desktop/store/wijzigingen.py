"""What a change did to the rows, so that it can be undone and done again."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, Self

from sqlite_utils import Database

from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.bewerking import Waarde
from tk_desktop.domain.conflict import Conflict
from tk_desktop.store.fouten import IntussenGewijzigd
from tk_desktop.store.reizend import BLIJFT_HIER
from tk_desktop.store.terugnemen import Ontvangen

_BLIJFT = ("sqlite_", "_sqlite", "zoekregel_", *BLIJFT_HIER)
"""How tables are called that stay on this laptop, or belong to SQLite and its migrations: never recorded."""

_PLAATSEN = "aantekening_plaats"
_VAN_HET_PROGRAMMA = (Oordeel.ZEKER, Oordeel.WAARSCHIJNLIJK, Oordeel.NIET_GEVONDEN)
"""Places of these the program made: they go with their note, and it can make them again."""

Kolommen = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijwijziging:
    """One row before and after; ``None`` where it was not there."""

    tabel: str
    id: str
    voor: Kolommen | None
    na: Kolommen | None

    def terug(self) -> Self:
        """Return the change that brings the row back."""
        return type(self)(tabel=self.tabel, id=self.id, voor=self.na, na=self.voor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslissing:
    """A choice between what people wrote apart; ``heen`` is false where it is taken back."""

    conflict: Conflict
    waarde: Waarde
    heen: bool = True

    def terug(self) -> Self:
        """Return the choice that takes this one back."""
        return replace(self, heen=not self.heen)


@dataclass(frozen=True, slots=True)
class Wijziging:
    """All rows that one action of the user changed and all choices that it made; empty when it changed nothing.

    ``ontvangsten`` are what came in from others: that is taken back as a whole (``store.terugnemen``).
    """

    rijen: tuple[Rijwijziging, ...] = ()
    beslissingen: tuple[Beslissing, ...] = ()
    ontvangsten: tuple[Ontvangen, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rijen or self.beslissingen or any(een.bewerkingen for een in self.ontvangsten))

    @property
    def sleutels(self) -> frozenset[tuple[str, str]]:
        """Which rows changed: table and id."""
        return frozenset((rij.tabel, rij.id) for rij in self.rijen)

    @property
    def neemt_vernietiging_terug(self) -> bool:
        """Whether it takes back that dossiers were destroyed, which a bundle told."""
        return any(
            rij.tabel == "vernietiging"
            and rij.voor
            and rij.voor["uitgevoerd_op"]
            and not (rij.na or {}).get("uitgevoerd_op")
            for rij in self.rijen
        )

    def terug(self) -> Self:
        """Return the change that undoes this one."""
        beslissingen = tuple(een.terug() for een in reversed(self.beslissingen))
        ontvangsten = tuple(een.terug() for een in reversed(self.ontvangsten))
        return type(self)(tuple(rij.terug() for rij in self.rijen), beslissingen, ontvangsten)

    def samen_met(self, later: "Wijziging") -> "Wijziging":
        """Return this change and a later one as one."""
        return Wijziging(
            _samengevat((*self.rijen, *later.rijen)),
            (*self.beslissingen, *later.beslissingen),
            (*self.ontvangsten, *later.ontvangsten),
        )


class Spoor:
    """Records what happens to the rows of one connection, in a table in memory that goes with the connection.

    A row stands there as a list: the names of its columns would be most of what is written.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._beslissingen: list[Beslissing] = []
        self._ontvangsten: list[Ontvangen] = []
        self._kolommen = dict(self._tabellen())
        db.execute("CREATE TEMP TABLE spoor (nr INTEGER PRIMARY KEY, tabel TEXT, id TEXT, voor TEXT, na TEXT)")
        for tabel, kolommen in self._kolommen.items():
            oud, nieuw = _als_json(kolommen, "old"), _als_json(kolommen, "new")
            for moment, id_, voor, na in (
                ("INSERT", "new.id", "NULL", nieuw),
                ("UPDATE", "new.id", oud, nieuw),
                ("DELETE", "old.id", oud, "NULL"),
            ):
                db.conn.execute(
                    f"CREATE TEMP TRIGGER spoor_{tabel}_{moment} AFTER {moment} ON main.{tabel} BEGIN "
                    f"INSERT INTO spoor VALUES(NULL,'{tabel}',{id_},{voor},{na}); END"
                )

    def sinds(self, nummer: int) -> Wijziging:
        """Return what changed after that number of the track."""
        vraag = "SELECT tabel, id, voor, na FROM spoor WHERE nr > ? ORDER BY nr"
        rijen = self._db.execute(vraag, (nummer,)).fetchall()
        return Wijziging(
            _samengevat(
                Rijwijziging(tabel=tabel, id=id_, voor=self._gelezen(tabel, voor), na=self._gelezen(tabel, na))
                for tabel, id_, voor, na in rijen
            ),
            tuple(self._beslissingen),
            tuple(self._ontvangsten),
        )

    def nummer(self) -> int:
        """Return how far the track is."""
        (rij,) = self._db.query("SELECT coalesce(max(nr), 0) AS nr FROM spoor")
        return int(rij["nr"])

    def wis(self) -> None:
        """Forget the track."""
        self._db.execute("DELETE FROM spoor")
        self._beslissingen.clear()
        self._ontvangsten.clear()

    def koos(self, conflict: Conflict, waarde: Waarde) -> None:
        """Note a choice."""
        self._beslissingen.append(Beslissing(conflict=conflict, waarde=waarde))

    def ontving(self, gekregen: Ontvangen) -> None:
        """Note what came in."""
        self._ontvangsten.append(gekregen)

    def voer_uit(self, wijziging: Wijziging) -> None:
        """Give every row its later state, inside a transaction of the caller.

        Raises ``IntussenGewijzigd`` when a row is not in its earlier state any more, or other rows would change too.
        What the program did to the places of notes by itself stands in the way of nothing: places that it made go with
        their note, and which place is the newest (``volgorde``) stays as the program left it.
        """
        self._keur(wijziging, lambda rij: rij.voor)
        begin = self.nummer()
        for rij in wijziging.rijen:
            if rij.na is None:
                self._db.execute(f"DELETE FROM {rij.tabel} WHERE id = :id", {"id": rij.id})
        for rij in wijziging.rijen:
            if rij.na is not None:
                self._schrijf(rij.tabel, rij.na)
        gedaan = self.sinds(begin)
        if gedaan.sleutels - _meegegaan(gedaan) - wijziging.sleutels or wijziging.sleutels - gedaan.sleutels:
            raise IntussenGewijzigd(wat="wat erbij hoort")

    def volg(self, wijziging: Wijziging, werk: Callable[[], None]) -> None:
        """Do work that gives every row its later state by itself, inside a transaction of the caller.

        Raises ``IntussenGewijzigd`` where ``voer_uit`` would, and when other rows changed with it.
        """
        self._keur(wijziging, lambda rij: rij.voor)
        begin = self.nummer()
        werk()
        self._keur(wijziging, lambda rij: rij.na)
        gedaan = self.sinds(begin)
        if gedaan.sleutels - _meegegaan(gedaan) - wijziging.sleutels:
            raise IntussenGewijzigd(wat="wat erbij hoort")

    def _keur(self, wijziging: Wijziging, stand: Callable[[Rijwijziging], Kolommen | None]) -> None:
        """Raise ``IntussenGewijzigd`` when a row is not as it is to be."""
        for rij in wijziging.rijen:
            huidig = self._huidig(rij.tabel, rij.id)
            if _te_vergelijken(rij.tabel, huidig) != _te_vergelijken(rij.tabel, stand(rij)):
                raise IntussenGewijzigd(wat=_wat(rij.tabel, huidig or rij.voor or rij.na or {}))

    def _schrijf(self, tabel: str, rij: Kolommen) -> None:
        kolommen, waarden = ", ".join(rij), ", ".join(f":{kolom}" for kolom in rij)
        blijft = ("id", "volgorde") if tabel == _PLAATSEN else ("id",)
        nieuw = ", ".join(f"{kolom} = excluded.{kolom}" for kolom in rij if kolom not in blijft)
        opdracht = f"INSERT INTO {tabel} ({kolommen}) VALUES ({waarden}) ON CONFLICT (id) DO UPDATE SET {nieuw}"
        self._db.execute(opdracht, dict(rij))

    def _huidig(self, tabel: str, id_: str) -> Kolommen | None:
        return next(iter(self._db.query(f"SELECT * FROM {tabel} WHERE id = :id", {"id": id_})), None)

    def _gelezen(self, tabel: str, tekst: str | None) -> Kolommen | None:
        return None if tekst is None else dict(zip(self._kolommen[tabel], json.loads(tekst), strict=True))

    def _tabellen(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each table that is followed, with its columns; asked at once, for there are many."""
        rijen = self._db.conn.execute(
            "SELECT s.name, p.name FROM main.sqlite_schema s, pragma_table_info(s.name) p WHERE s.type = 'table'"
        )
        for tabel, kolommen in groupby(rijen.fetchall(), itemgetter(0)):
            if not tabel.startswith(_BLIJFT):
                yield tabel, [kolom for _, kolom in kolommen]


def _als_json(kolommen: Iterable[str], van: str) -> str:
    return f"json_array({','.join(f'{van}.{kolom}' for kolom in kolommen)})"


def _te_vergelijken(tabel: str, rij: Kolommen | None) -> Kolommen | None:
    """Return what of a row only the user changes."""
    if rij is None or tabel != _PLAATSEN:
        return rij
    return {kolom: waarde for kolom, waarde in rij.items() if kolom != "volgorde"}


def _meegegaan(gedaan: Wijziging) -> frozenset[tuple[str, str]]:
    """Return the places of the program that went, or came back, with their note."""
    return frozenset(
        (rij.tabel, rij.id)
        for rij in gedaan.rijen
        if rij.tabel == _PLAATSEN
        and not (rij.voor and rij.na)
        and (rij.voor or rij.na or {})["oordeel"] in _VAN_HET_PROGRAMMA
    )


def _samengevat(rijen: Iterable[Rijwijziging]) -> tuple[Rijwijziging, ...]:
    """Return the changes with one for each row, without rows that end as they began."""
    uit: dict[tuple[str, str], Rijwijziging] = {}
    for rij in rijen:
        sleutel = (rij.tabel, rij.id)
        eerder = uit.get(sleutel)
        uit[sleutel] = Rijwijziging(tabel=rij.tabel, id=rij.id, voor=eerder.voor if eerder else rij.voor, na=rij.na)
    return tuple(rij for rij in uit.values() if rij.voor != rij.na)


_NAMEN = {
    "agendapunt": "het agendapunt",
    "stuk": "het stuk",
    "nota": "de nota",
    "nota_sectie": "het onderdeel",
    "vergadering": "de vergadering",
    "gremium": "het gremium",
    "persoon": "de naam",
    "actie": "de actie",
    "besluit": "het besluit",
    "aantekening": "de aantekening",
    "opmerking": "de opmerking",
}


def _wat(tabel: str, rij: Kolommen) -> str:
    """Return what a row holds as a person names it: ``het agendapunt ‘Plan’``."""
    namen = (rij.get(kolom) for kolom in ("titel", "onderwerp", "kop", "naam"))
    naam = next((str(een) for een in namen if een), "")
    return f"{_NAMEN.get(tabel, 'iets dat erbij hoort,')}{f' ‘{naam}’' if naam else ''}"
