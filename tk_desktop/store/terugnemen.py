"""Taking back what came in: this laptop is as if it never came, and nobody is told anything.

What others wrote is theirs. To take it back by hand would tell everybody that it went, on the laptop of who wrote it
too; to take only the rows back would let the next change here swallow words that nobody sees. So the operations go that
came, and the segments they stood in: others send them again, for this laptop no longer says that it has them.
"""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Self

from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.uitwisseling import Segment

_Rij = tuple[Any, ...]

_VELDEN = "k.tabel, k.rij, k.veld, k.bereik, k.id"
_GERAAKT = "JOIN temp.teruggenomen t ON t.tabel = k.tabel AND t.rij = k.rij AND t.bereik = k.bereik"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binnengekomen:
    """A segment that was new here, with the files that it names."""

    segment: Segment
    bestanden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangen:
    """What came in at once, and what was known of the same rows before; ``heen`` is false where that is taken back."""

    segmenten: tuple[Binnengekomen, ...]
    bewerkingen: tuple[Bewerking, ...]
    koppen: tuple[_Rij, ...]
    vervangen: tuple[_Rij, ...]
    teksten: tuple[_Rij, ...]
    heen: bool = True

    def terug(self) -> Self:
        """Return what takes this back."""
        return replace(self, heen=not self.heen)

    @property
    def rijen(self) -> frozenset[tuple[str, str]]:
        """Which rows it tells of: table and id."""
        return frozenset((een.tabel, een.rij) for een in self.bewerkingen)


def note_receipt(
    conn: sqlite3.Connection, bewerkingen: Sequence[Bewerking], segmenten: Iterable[Binnengekomen]
) -> Ontvangen:
    """Return what is about to come in with what is known of those rows now; inside a transaction of the caller."""
    _wijs_aan(conn, bewerkingen)
    return Ontvangen(
        segmenten=tuple(segmenten),
        bewerkingen=tuple(bewerkingen),
        koppen=tuple(
            conn.execute(f"SELECT {_VELDEN}, hlc, waarde, getoond, apparaat, vervangt FROM kop k {_GERAAKT}").fetchall()
        ),
        vervangen=tuple(conn.execute(f"SELECT {_VELDEN} FROM vervangen k {_GERAAKT}").fetchall()),
        teksten=tuple(conn.execute(f"SELECT k.* FROM tekstversie k {_GERAAKT}").fetchall()),
    )


def written_since(conn: sqlite3.Connection, gekregen: Ontvangen) -> frozenset[_Rij]:
    """Return what was written in these rows since: values that were neither there before nor came in.

    Each is table, row, field, scope and id; what was replaced since is among them.
    """
    _wijs_aan(conn, gekregen.bewerkingen)
    bekend = {rij[:5] for rij in chain(gekregen.koppen, gekregen.vervangen)}
    bekend.update(map(_sleutel, gekregen.bewerkingen))
    bekend.update(_vervangen(een, id_) for een in gekregen.bewerkingen for id_ in een.vervangt)
    nu = conn.execute(f"SELECT {_VELDEN} FROM kop k {_GERAAKT} UNION ALL SELECT {_VELDEN} FROM vervangen k {_GERAAKT}")
    return frozenset(nu) - bekend


def forget_receipt(conn: sqlite3.Connection, gekregen: Ontvangen, ook: Collection[_Rij] = ()) -> None:
    """Know of these rows what was known before it came; inside a transaction of the caller, who shows the rows.

    ``ook`` goes too: what was written in them since (``written_since``), taken back by hand, and told to nobody.
    """
    eerder = {rij[:5] for rij in gekregen.koppen}
    veld = "tabel = ? AND rij = ? AND veld = ? AND bereik = ? AND id = ?"
    nieuw = [sleutel for een in gekregen.bewerkingen if (sleutel := _sleutel(een)) not in eerder] + list(ook)
    conn.executemany(f"DELETE FROM kop WHERE {veld}", nieuw)
    conn.executemany("DELETE FROM bewerking WHERE id = ?", [(rij[4],) for rij in ook])
    # One of our own that went is to be told yet, unless it stands in a segment since: then nothing else was written.
    conn.executemany(
        """INSERT INTO kop (tabel, rij, veld, bereik, id, hlc, waarde, getoond, apparaat, vervangt)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, coalesce((SELECT vervangt FROM bewerking WHERE id = ?5), ?10))
           ON CONFLICT DO UPDATE SET hlc = excluded.hlc, waarde = excluded.waarde""",
        gekregen.koppen if ook else [(*rij[:-1], None) for rij in gekregen.koppen],
    )
    conn.executemany("DELETE FROM bewerking WHERE id = ?", [(rij[4],) for rij in gekregen.koppen])
    oud = set(gekregen.vervangen)
    vervangt = [_vervangen(een, id_) for een in gekregen.bewerkingen for id_ in een.vervangt]
    gewist = [sleutel for sleutel in chain(vervangt, nieuw, eerder) if sleutel not in oud]
    conn.executemany(f"DELETE FROM vervangen WHERE {veld}", gewist)
    kende = {rij[:5] for rij in gekregen.teksten}
    conn.executemany(f"DELETE FROM tekstversie WHERE {veld}", [een for een in nieuw if een not in kende])
    conn.executemany("INSERT OR IGNORE INTO tekstversie VALUES (?, ?, ?, ?, ?, ?, ?, ?)", gekregen.teksten)


def _wijs_aan(conn: sqlite3.Connection, bewerkingen: Iterable[Bewerking]) -> None:
    """Name the rows of these operations in a table in memory."""
    conn.execute(
        """CREATE TEMP TABLE IF NOT EXISTS teruggenomen
           (tabel, rij, bereik, PRIMARY KEY (tabel, rij, bereik)) WITHOUT ROWID"""
    )
    conn.execute("DELETE FROM temp.teruggenomen")
    conn.executemany(
        "INSERT OR IGNORE INTO temp.teruggenomen VALUES (?, ?, ?)",
        {(een.tabel, een.rij, een.bereik) for een in bewerkingen},
    )


def _sleutel(een: Bewerking) -> _Rij:
    return _vervangen(een, een.id)


def _vervangen(een: Bewerking, id_: str) -> _Rij:
    return (een.tabel, een.rij, een.veld, een.bereik, id_)
