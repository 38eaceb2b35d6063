"""The shape of the tables that travel, as the schema has it: columns, defaults and what refers to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from sqlite_utils import Database

from tk_desktop.domain.bewerking import RIJ, Waarde
from tk_desktop.store.reizend import REIZEND, Reizend

_NAMEN = frozenset(een.tabel for een in REIZEND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """One column; ``standaard`` is what stands there when nobody wrote anything, ``verplicht`` that nothing can."""

    naam: str
    standaard: Waarde
    standaard_sql: str
    verplicht: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """A column that refers to rows of ``naar``.

    ``houdt``: the row cannot be without what it refers to, and keeps it when it was taken away elsewhere; otherwise it
    shows nothing when that is gone.
    """

    kolom: str
    naar: str
    houdt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """One table that travels."""

    reizend: Reizend
    kolommen: Mapping[str, Kolom]
    """All but the id."""
    verwijzingen: Mapping[str, Verwijzing]
    standaarden: Sequence[tuple[str, Waarde]]
    """Each column with what stands there when nobody wrote anything."""
    verplicht: frozenset[str]
    """The fields without which a row cannot be: the columns that must be written, and that it was made."""
    velden: frozenset[str]
    """What may be told of a row that stands."""

    @property
    def tabel(self) -> str:
        """Its name."""
        return self.reizend.tabel


_GELEZEN: dict[tuple[str, ...], dict[str, Vorm]] = {}
"""By the statements that made the tables: every database of this program has the same, and reading them takes long."""


def vormen(db: Database) -> dict[str, Vorm]:
    """Return the tables that travel, those that others refer to first."""
    rijen = db.query("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    schema = tuple(rij["sql"] for rij in rijen if rij["name"] in _NAMEN)
    if schema not in _GELEZEN:
        _GELEZEN[schema] = _lees(db)
    return _GELEZEN[schema]


def _lees(db: Database) -> dict[str, Vorm]:
    per_tabel = {een.tabel: _vorm(db, een) for een in REIZEND}
    lijn = {naam: {v.naar for v in vorm.verwijzingen.values()} - {naam} for naam, vorm in per_tabel.items()}
    try:
        return {naam: per_tabel[naam] for naam in TopologicalSorter(lijn).static_order()}
    except CycleError as fout:
        raise TypeError("tabellen die reizen verwijzen in een kring naar elkaar") from fout


def _vorm(db: Database, reizend: Reizend) -> Vorm:
    gevonden = db.query("SELECT * FROM pragma_table_info(:tabel) WHERE name <> 'id'", {"tabel": reizend.tabel})
    rijen = [(rij["name"], rij["dflt_value"] or "NULL", bool(rij["notnull"])) for rij in gevonden]
    waarden = db.execute(f"SELECT {', '.join(sql for _, sql, _ in rijen)}").fetchone()
    kolommen = {
        naam: Kolom(naam=naam, standaard=waarde, standaard_sql=sql, verplicht=nodig and sql == "NULL")
        for (naam, sql, nodig), waarde in zip(rijen, waarden, strict=True)
    }
    verwijzingen = {}
    for rij in db.query("SELECT * FROM pragma_foreign_key_list(:tabel)", {"tabel": reizend.tabel}):
        kolom = rij["from"]
        eigendom = kolommen[kolom].verplicht or rij["on_delete"] == "CASCADE"
        houdt = eigendom or kolom in reizend.houdt
        verwijzingen[kolom] = Verwijzing(kolom=kolom, naar=rij["table"], houdt=houdt)
    return Vorm(
        reizend=reizend,
        kolommen=kolommen,
        verwijzingen=dict(sorted(verwijzingen.items())),
        standaarden=[(naam, een.standaard) for naam, een in kolommen.items()],
        verplicht=frozenset(naam for naam, een in kolommen.items() if een.verplicht) | {RIJ},
        velden=frozenset(kolommen) | {RIJ},
    )
