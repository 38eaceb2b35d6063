"""Who opened a secret paper, as a log that shows when it was tampered with (J13).

Each row holds the digest of its own words and of the row before it; a row that was changed, taken away or put between
others breaks the chain from there on. It is only added to, is never undone, and stays on this laptop.
"""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlite_utils import Database

from tk_desktop.domain.geheimhouding import Inzagewijze

_BEGIN = "0" * 64
_LATER = frozenset({"wat", "reden", "exemplaar"})
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
    """One time that somebody opened a secret paper, printed it or wrote it to a file.

    ``versie`` is the SHA-256 of the file that was shown; ``reden`` and ``exemplaar`` are those of a copy that was made.
    """

    moment: datetime
    wie: str
    vergadering_id: str
    papier: str
    versie: str
    wat: Inzagewijze = Inzagewijze.GELEZEN
    reden: str = ""
    exemplaar: int = 0
    nummer: int = 0


class Inzagelog:
    """The log of one werkmap."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def voeg_toe(self, inzage: Inzage) -> None:
        """Add one time, after all others; its number is the next one."""
        laatste = next(iter(self._db.query("SELECT nummer, afdruk FROM inzage ORDER BY nummer DESC LIMIT 1")), None)
        rij: dict[str, object] = {
            "nummer": int(laatste["nummer"]) + 1 if laatste else 1,
            "moment": inzage.moment.isoformat(timespec="seconds"),
            "wie": inzage.wie,
            "vergadering_id": inzage.vergadering_id,
            "papier": inzage.papier,
            "versie": inzage.versie,
            "wat": inzage.wat.value,
            "reden": inzage.reden,
            "exemplaar": inzage.exemplaar,
            "vorige": str(laatste["afdruk"]) if laatste else _BEGIN,
        }
        kolommen = ", ".join((*rij, "afdruk"))
        waarden = ", ".join(f":{naam}" for naam in (*rij, "afdruk"))
        self._db.execute(f"INSERT INTO inzage ({kolommen}) VALUES ({waarden})", {**rij, "afdruk": _afdruk(rij)})

    def volgend_exemplaar(self) -> int:
        """Return the number of the next copy that is made of something secret in this werkmap."""
        (rij,) = self._db.query("SELECT coalesce(max(exemplaar), 0) + 1 AS nummer FROM inzage")
        return int(rij["nummer"])

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
                wat=Inzagewijze(rij["wat"]),
                reden=rij["reden"],
                exemplaar=rij["exemplaar"],
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

        That the last rows were cut off cannot be seen from the rest; what was told to others shows it (``gekort``), and
        ``stand`` is what one keeps elsewhere.
        """
        vorige, verwacht = _BEGIN, 1
        for rij in self._db.query("SELECT * FROM inzage ORDER BY nummer"):
            afdruk = str(rij.pop("afdruk"))
            if rij["nummer"] != verwacht or rij["vorige"] != vorige or afdruk != _afdruk(rij):
                return int(rij["nummer"])
            vorige, verwacht = afdruk, verwacht + 1
        return None


def _afdruk(rij: dict[str, object]) -> str:
    """Return the digest of a row: columns by name, each with its length, so that none runs into another.

    A later column that says nothing does not count, so that rows of before it keep their digest.
    """
    telt = {naam: waarde for naam, waarde in rij.items() if waarde or naam not in _LATER}
    delen = (f"{naam}={len(str(telt[naam]))}:{telt[naam]}" for naam in sorted(telt))
    return sha256("\n".join(delen).encode()).hexdigest()
