"""Who opened a secret paper, as a log that shows when it was tampered with (J13).

Each row holds the digest of its own words and of the row before it; a row that was changed, taken away or put between
others breaks the chain from there on. It is only added to, is never undone, and stays on this laptop.
"""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlite_utils import Database

_BEGIN = "0" * 64
_LAATSTE = """
WITH RECURSIVE
punt (geheim, id) AS (
    SELECT geheimhouding_id, over FROM geheimhouding_punt
    UNION SELECT punt.geheim, onder.id FROM punt JOIN agendapunt AS onder ON onder.ouder_id = punt.id
),
papier (geheim, id) AS (
    SELECT geheimhouding_id, over FROM geheimhouding_stuk
    UNION SELECT punt.geheim, stuk.id FROM punt JOIN stuk ON stuk.agendapunt_id = punt.id
    UNION SELECT papier.geheim, onder.id FROM papier JOIN stuk AS onder ON onder.hoort_bij = papier.id
)
SELECT papier.geheim, inzage.wie, max(substr(inzage.moment, 1, 10)) AS dag
FROM papier JOIN inzage ON inzage.papier = papier.id
GROUP BY papier.geheim, inzage.wie ORDER BY papier.geheim, min(inzage.nummer)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """One time that somebody opened a secret paper; ``versie`` is the SHA-256 of the file that was shown."""

    nummer: int
    moment: datetime
    wie: str
    vergadering_id: str
    papier: str
    versie: str


class Inzagelog:
    """The log of one werkmap."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def voeg_toe(self, *, moment: datetime, wie: str, vergadering_id: str, papier: str, versie: str) -> None:
        """Add one time that somebody opened a paper, after all others."""
        laatste = next(iter(self._db.query("SELECT nummer, afdruk FROM inzage ORDER BY nummer DESC LIMIT 1")), None)
        rij: dict[str, object] = {
            "nummer": int(laatste["nummer"]) + 1 if laatste else 1,
            "moment": moment.isoformat(timespec="seconds"),
            "wie": wie,
            "vergadering_id": vergadering_id,
            "papier": papier,
            "versie": versie,
            "vorige": str(laatste["afdruk"]) if laatste else _BEGIN,
        }
        kolommen = ", ".join((*rij, "afdruk"))
        waarden = ", ".join(f":{naam}" for naam in (*rij, "afdruk"))
        self._db.execute(f"INSERT INTO inzage ({kolommen}) VALUES ({waarden})", {**rij, "afdruk": _afdruk(rij)})

    def all(self) -> tuple[Inzage, ...]:
        """Return the whole log, the earliest first."""
        return tuple(
            Inzage(
                nummer=rij["nummer"],
                moment=datetime.fromisoformat(rij["moment"]),
                wie=rij["wie"],
                vergadering_id=rij["vergadering_id"],
                papier=rij["papier"],
                versie=rij["versie"],
            )
            for rij in self._db.query("SELECT * FROM inzage ORDER BY nummer")
        )

    def laatste(self) -> dict[str, dict[str, date]]:
        """Return for each duty of secrecy, by its id, who opened a paper that it is or was on, and on which day last.

        A duty is on a paper by itself, through the nota it belongs to, or through its item or one that stands above.
        """
        uit: dict[str, dict[str, date]] = {}
        for rij in self._db.query(_LAATSTE):
            uit.setdefault(rij["geheim"], {})[rij["wie"]] = date.fromisoformat(rij["dag"])
        return uit

    def stand(self) -> tuple[int, str]:
        """Return how many rows there are and the digest of the last: two that were kept apart show a tail cut off."""
        (aantal,) = (int(rij["aantal"]) for rij in self._db.query("SELECT count(*) AS aantal FROM inzage"))
        laatste = next(iter(self._db.query("SELECT afdruk FROM inzage ORDER BY nummer DESC LIMIT 1")), None)
        return aantal, str(laatste["afdruk"]) if laatste else ""

    def breuk(self) -> int | None:
        """Return the number of the first row that no longer fits the one before it, or ``None`` when all do.

        That the last rows were cut off cannot be seen from the rest; ``stand`` is what one keeps elsewhere for that.
        """
        vorige, verwacht = _BEGIN, 1
        for rij in self._db.query("SELECT * FROM inzage ORDER BY nummer"):
            afdruk = str(rij.pop("afdruk"))
            if rij["nummer"] != verwacht or rij["vorige"] != vorige or afdruk != _afdruk(rij):
                return int(rij["nummer"])
            vorige, verwacht = afdruk, verwacht + 1
        return None


def _afdruk(rij: dict[str, object]) -> str:
    """Return the digest of a row: columns by name, each with its length, so that none runs into another."""
    delen = (f"{naam}={len(str(rij[naam]))}:{rij[naam]}" for naam in sorted(rij))
    return sha256("\n".join(delen).encode()).hexdigest()
