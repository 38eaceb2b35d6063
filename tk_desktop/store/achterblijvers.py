"""What somebody wrote for oneself on a meeting that others took away or destroyed since (F16, K10).

It is not theirs to destroy, so it stays with its writer, who can read it, keep it elsewhere or let it go. Without the
meeting it has no place on the screen any more: its row waits, in case the meeting comes back.
"""

from collections.abc import Mapping

from sqlite_utils import Database

from tk_desktop.domain.bereik import prive
from tk_desktop.domain.bewaring import Achterblijver

_WOORDEN: Mapping[str, tuple[str, ...]] = {
    "aantekening": ("tekst", "antwoord"),
    "voorbereiding": ("standpunt", "vraag", "actie"),
    "bladwijzer": ("naam",),
}
"""By table: the columns in which somebody wrote."""

_VRAAG = """
SELECT DISTINCT r.tabel, r.rij FROM kop r
JOIN kop d ON d.tabel = r.tabel AND d.rij = r.rij AND d.bereik = r.bereik
    AND d.veld IN ('vergadering_id', 'agendapunt_id')
JOIN kop w ON w.tabel = substr(d.veld, 1, length(d.veld) - 3) AND w.rij = d.waarde AND w.veld = '_weg'
WHERE r.bereik = :eigen AND r.tabel IN ('aantekening', 'voorbereiding', 'bladwijzer') AND r.veld = '_rij'
    AND w.waarde IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM kop z WHERE z.tabel = r.tabel AND z.rij = r.rij AND z.bereik = r.bereik AND z.veld = '_weg'
        AND z.waarde IS NOT NULL)
ORDER BY r.tabel, r.rij
"""


class Achterblijvers:
    """Knows the private rows whose meeting is gone."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def van(self, persoon: str) -> tuple[Achterblijver, ...]:
        """Return what this person wrote and that stands nowhere any more, with its words."""
        eigen = str(prive(persoon))
        return tuple(
            Achterblijver(soort=rij["tabel"], id=rij["rij"], woorden=self._woorden(rij["tabel"], rij["rij"], eigen))
            for rij in list(self._db.query(_VRAAG, {"eigen": eigen}))
            if not list(self._db.query(f"SELECT 1 AS er FROM {rij['tabel']} WHERE id = :id", {"id": rij["rij"]}))
        )

    def delen(self, een: Achterblijver, persoon: str) -> tuple[tuple[str, str], ...]:
        """Return table and id of the rows that belong to a note: its places, labels and readers."""
        rijen = self._db.query(
            """SELECT DISTINCT tabel, rij FROM kop WHERE veld = 'aantekening_id' AND waarde = :id AND bereik = :eigen
               ORDER BY tabel, rij""",
            {"id": een.id, "eigen": str(prive(persoon))},
        )
        return tuple((rij["tabel"], rij["rij"]) for rij in rijen)

    def _woorden(self, tabel: str, rij: str, eigen: str) -> tuple[str, ...]:
        gevonden = self._db.query(
            """SELECT tabel, veld, waarde FROM kop WHERE bereik = :eigen AND tabel = :tabel AND rij = :rij
               UNION ALL SELECT c.tabel, c.veld, c.waarde FROM kop p JOIN kop c
               ON c.tabel = p.tabel AND c.rij = p.rij AND c.bereik = p.bereik AND c.veld = 'citaat'
               WHERE p.veld = 'aantekening_id' AND p.waarde = :rij AND p.bereik = :eigen""",
            {"eigen": eigen, "tabel": tabel, "rij": rij},
        )
        per_veld = [(een["veld"], een["waarde"]) for een in gevonden if isinstance(een["waarde"], str)]
        return tuple(
            waarde for kolom in (*_WOORDEN[tabel], "citaat") for veld, waarde in per_veld if veld == kolom and waarde
        )
