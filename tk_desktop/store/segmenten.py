"""The chains of segments: what this laptop knows, and how far others are."""

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from json import dumps

from sqlite_utils import Database

from tk_desktop.domain.uitwisseling import Segment

KORT = 24
"""How many digits of a segment's name other devices use."""


NOEMERS = """SELECT DISTINCT k.bereik, k.waarde FROM kop k
WHERE k.veld IN ('sha256', 'pdf_sha256') AND length(k.waarde) = 64
    AND k.bereik IN (SELECT value FROM json_each(:bereiken))
    AND NOT EXISTS (
        SELECT 1 FROM kop w WHERE w.tabel = k.tabel AND w.rij = k.rij AND w.bereik = k.bereik
            AND w.veld = '_weg' AND w.waarde IS NOT NULL AND w.getoond <> 3
    )
ORDER BY k.bereik, k.waarde"""
"""Which files rows in some scopes name (``:bereiken``, a JSON list), by an index of those values alone."""


class Segmenten:
    """Signed segments, by chain: one chain for each device and scope; after a restored backup a chain may branch."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def bewaar(self, segment: Segment, bestanden: Iterable[str] = ()) -> bool:
        """Keep a segment and which files it names; answers whether it is new."""
        if self.kent(segment.sha):
            return False
        self._db.execute("DELETE FROM uitwisseling_segment WHERE sha = :sha", {"sha": segment.sha})
        begin = segment.vorige == ""
        volgt = begin or next(
            self._db.query(
                "SELECT 1 FROM uitwisseling_segment WHERE sha = :sha AND compleet = 1", {"sha": segment.vorige}
            ),
            None,
        )
        self._db.execute(
            """INSERT INTO uitwisseling_segment (sha, apparaat, bereik, vorige, aantal, compleet, gegevens)
               VALUES (:sha, :apparaat, :bereik, :vorige, :aantal, :compleet, :gegevens)""",
            {
                "sha": segment.sha,
                "apparaat": segment.apparaat,
                "bereik": segment.bereik,
                "vorige": segment.vorige,
                "aantal": segment.aantal,
                "compleet": int(bool(volgt)),
                "gegevens": segment.gegevens,
            },
        )
        for som in bestanden:
            self._db.execute(
                "INSERT INTO uitwisseling_bestand (segment, sha256) VALUES (:segment, :som)",
                {"segment": segment.sha, "som": som},
            )
        if volgt:
            self._sluit_aan(segment.sha)
        return True

    def kent(self, sha: str) -> bool:
        """Whether a segment is here, by its whole name or its first digits."""
        rijen = self._db.query(
            "SELECT 1 FROM uitwisseling_segment WHERE sha >= :sha AND sha <= :sha || 'g' AND gegevens <> x'00' LIMIT 1",
            {"sha": sha},
        )
        return next(rijen, None) is not None

    def beschadigd(self) -> tuple[str, ...]:
        """Return the names of segments whose bytes no longer fit their name."""
        rijen = self._db.query(
            "SELECT sha, gegevens FROM uitwisseling_segment WHERE gegevens NOT IN (x'', x'00') ORDER BY nummer"
        )
        return tuple(rij["sha"] for rij in rijen if sha256(rij["gegevens"]).hexdigest() != rij["sha"])

    def gaten(self) -> int:
        """Return how many segments wait for one before them."""
        (rij,) = self._db.query("SELECT count(*) AS aantal FROM uitwisseling_segment WHERE compleet = 0")
        return int(rij["aantal"])

    def bereiken(self) -> frozenset[str]:
        """Return the scopes in which there is anything."""
        return frozenset(rij["bereik"] for rij in self._db.query("SELECT DISTINCT bereik FROM uitwisseling_segment"))

    def van(self, bereiken: Collection[str], zonder: Collection[str] = ()) -> Iterator[Segment]:
        """Yield the segments of those scopes in order of arrival, without those of which the name is in ``zonder``."""
        weg = frozenset(zonder)
        rijen = self._db.query(
            """SELECT nummer, sha FROM uitwisseling_segment
               WHERE gegevens NOT IN (x'', x'00') AND bereik IN (SELECT value FROM json_each(:bereiken))
               ORDER BY nummer""",
            {"bereiken": dumps(sorted(bereiken))},
        )
        for nummer in [rij["nummer"] for rij in rijen if rij["sha"] not in weg]:
            (rij,) = self._db.query("SELECT * FROM uitwisseling_segment WHERE nummer = :nummer", {"nummer": nummer})
            yield Segment(**{naam: rij[naam] for naam in Segment.__dataclass_fields__})

    def aantal(self, apparaat: str, bereiken: Collection[str], zonder: Collection[str]) -> int:
        """Return how many operations of a device stand in segments of those scopes, without those in ``zonder``."""
        rijen = self._db.query(
            """SELECT coalesce(sum(aantal), 0) AS aantal FROM uitwisseling_segment
               WHERE apparaat = :apparaat AND bereik IN (SELECT value FROM json_each(:bereiken))
                   AND sha NOT IN (SELECT value FROM json_each(:zonder))""",
            {"apparaat": apparaat, "bereiken": dumps(sorted(bereiken)), "zonder": dumps(sorted(zonder))},
        )
        return next(int(rij["aantal"]) for rij in rijen)

    def inhoud(self, bereiken: Collection[str]) -> tuple[tuple[str, str, int], ...]:
        """Return scope, name and size of the segments of those scopes, in order of arrival."""
        rijen = self._db.query(
            """SELECT bereik, sha, length(gegevens) AS lengte FROM uitwisseling_segment
               WHERE gegevens NOT IN (x'', x'00') AND bereik IN (SELECT value FROM json_each(:bereiken))
               ORDER BY nummer""",
            {"bereiken": dumps(sorted(bereiken))},
        )
        return tuple((rij["bereik"], rij["sha"], rij["lengte"]) for rij in rijen)

    def gegevens(self, sha: str) -> bytes:
        """Return the bytes of one segment that is here; raises ``KeyError`` when it is not."""
        for rij in self._db.query("SELECT gegevens FROM uitwisseling_segment WHERE sha = :sha", {"sha": sha}):
            return bytes(rij["gegevens"])
        raise KeyError(sha)

    def van_bereik(self, bereik: str) -> tuple[Segment, ...]:
        """Return all segments of a scope in order of arrival, those without bytes too."""
        rijen = self._db.query(
            "SELECT * FROM uitwisseling_segment WHERE bereik = :bereik ORDER BY nummer", {"bereik": bereik}
        )
        return tuple(Segment(**{naam: rij[naam] for naam in Segment.__dataclass_fields__}) for rij in rijen)

    def bewaar_stand(self, sha: str, bereik: str, gegevens: bytes) -> None:
        """Keep a stand that was made or came in."""
        self._db.execute(
            "INSERT OR IGNORE INTO uitwisseling_stand (sha, bereik, gegevens) VALUES (:sha, :bereik, :gegevens)",
            {"sha": sha, "bereik": bereik, "gegevens": gegevens},
        )

    def standen(self, bereik: str) -> tuple[bytes, ...]:
        """Return the stands of a scope that were kept, as they came."""
        vraag = "SELECT gegevens FROM uitwisseling_stand WHERE bereik = :bereik ORDER BY sha"
        return tuple(bytes(rij["gegevens"]) for rij in self._db.query(vraag, {"bereik": bereik}))

    def koppen(self, bereiken: Collection[str]) -> tuple[str, ...]:
        """Return the last segments of whole chains in those scopes, ordered by name."""
        rijen = self._db.query(
            """SELECT sha FROM uitwisseling_segment s
               WHERE compleet = 1 AND bereik IN (SELECT value FROM json_each(:bereiken))
                   AND NOT EXISTS (SELECT 1 FROM uitwisseling_segment n WHERE n.vorige = s.sha AND n.compleet = 1)
               ORDER BY sha""",
            {"bereiken": dumps(sorted(bereiken))},
        )
        return tuple(rij["sha"] for rij in rijen)

    def laatste(self, apparaat: str, bereik: str) -> str:
        """Return the segment after which that device writes its next one in a scope; empty: it wrote none."""
        rijen = self._db.query(
            """SELECT sha FROM uitwisseling_segment s
               WHERE compleet = 1 AND apparaat = :apparaat AND bereik = :bereik
                   AND NOT EXISTS (SELECT 1 FROM uitwisseling_segment n WHERE n.vorige = s.sha)
               ORDER BY nummer DESC LIMIT 1""",
            {"apparaat": apparaat, "bereik": bereik},
        )
        return next((str(rij["sha"]) for rij in rijen), "")

    def takken(self, apparaat: str) -> dict[str, tuple[str, ...]]:
        """Return the last segments of a device in each scope."""
        uit: dict[str, list[str]] = {}
        for rij in self._db.query(
            """SELECT bereik, sha FROM uitwisseling_segment s WHERE compleet = 1 AND apparaat = :apparaat
                   AND NOT EXISTS (SELECT 1 FROM uitwisseling_segment n WHERE n.vorige = s.sha AND n.compleet = 1)
               ORDER BY bereik, sha""",
            {"apparaat": apparaat},
        ):
            uit.setdefault(rij["bereik"], []).append(rij["sha"])
        return {bereik: tuple(namen) for bereik, namen in uit.items()}

    def van_apparaat(self, apparaat: str) -> dict[str, set[str]]:
        """Return the names of all segments of a device, by scope."""
        uit: dict[str, set[str]] = {}
        vraag = "SELECT bereik, sha FROM uitwisseling_segment WHERE apparaat = :apparaat"
        for rij in self._db.query(vraag, {"apparaat": apparaat}):
            uit.setdefault(rij["bereik"], set()).add(rij["sha"])
        return uit

    def vraag_opnieuw(self, namen: Collection[str]) -> None:
        """Forget what is in segments, but not that they were here: others send them again, and what follows them.

        They keep one byte of zero, where those of a stand keep none.
        """
        self._laat_wachten(namen)
        self._db.execute(
            "UPDATE uitwisseling_segment SET gegevens = x'00' WHERE sha IN (SELECT value FROM json_each(:namen))",
            {"namen": dumps(sorted(namen))},
        )

    def verwacht(self) -> dict[str, str]:
        """Return the segments that were damaged and are to come again, each with its scope."""
        rijen = self._db.query("SELECT sha, bereik FROM uitwisseling_segment WHERE gegevens = x'00' ORDER BY nummer")
        return {rij["sha"]: rij["bereik"] for rij in rijen}

    def neem_terug(self, namen: Collection[str]) -> None:
        """Forget segments as if they never came; what came after them in their chains waits for them again."""
        self._laat_wachten(namen)
        self.verwijder(namen)

    def later(self, namen: Collection[str], eigen: str) -> bool:
        """Whether other devices than ``eigen`` (empty: any device) told more in the same scopes since these came."""
        rijen = self._db.query(
            """SELECT 1 FROM uitwisseling_segment s,
                   (SELECT bereik, max(nummer) AS nummer FROM uitwisseling_segment
                    WHERE sha IN (SELECT value FROM json_each(:namen)) GROUP BY bereik) d
               WHERE s.bereik = d.bereik AND s.nummer > d.nummer AND s.apparaat <> :eigen LIMIT 1""",
            {"namen": dumps(sorted(namen)), "eigen": eigen},
        )
        return next(rijen, None) is not None

    def _laat_wachten(self, namen: Collection[str]) -> None:
        """Let the chains wait for these segments."""
        self._db.execute(
            """WITH RECURSIVE keten (sha) AS (
                   SELECT value FROM json_each(:namen)
                   UNION SELECT s.sha FROM uitwisseling_segment s JOIN keten k ON s.vorige = k.sha
               )
               UPDATE uitwisseling_segment SET compleet = 0 WHERE sha IN (SELECT sha FROM keten)""",
            {"namen": dumps(sorted(namen))},
        )

    def verwijder(self, namen: Collection[str]) -> None:
        """Remove segments that no longer count."""
        self._db.execute(
            "DELETE FROM uitwisseling_segment WHERE sha IN (SELECT value FROM json_each(:namen))",
            {"namen": dumps(sorted(namen))},
        )

    def vergeet_bewerkingen(self, bereik: str) -> None:
        """Forget what is known of a scope, to be read again from its segments."""
        for tabel in ("kop", "vervangen", "bewerking", "tekstversie"):
            self._db.execute(f"DELETE FROM {tabel} WHERE bereik = :bereik", {"bereik": bereik})

    def tot_en_met(self, koppen: Iterable[str]) -> frozenset[str]:
        """Return those segments and all before them, as far as they are here; names may be first digits."""
        rijen = self._db.query(
            """WITH RECURSIVE keten (sha) AS (
                   SELECT s.sha FROM json_each(:koppen) j
                       JOIN uitwisseling_segment s ON s.sha >= j.value AND s.sha <= j.value || 'g'
                   UNION
                   SELECT s.vorige FROM uitwisseling_segment s JOIN keten k ON s.sha = k.sha WHERE s.vorige <> ''
               ) SELECT sha FROM keten""",
            {"koppen": dumps([kop for kop in koppen if kop])},
        )
        return frozenset(rij["sha"] for rij in rijen)

    def bestanden(self, bereiken: Collection[str]) -> dict[str, str]:
        """Return the files that rows in those scopes name now, each with the first of these scopes that names it.

        What was withdrawn is no longer named, although the operations that brought it are still known.
        """
        return {som: namen[0] for som, namen in self.noemers(bereiken).items()}

    def noemers(self, bereiken: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the files that rows in those scopes name now, each with all of these scopes that name it."""
        rijen = self._db.query(
            NOEMERS,
            {"bereiken": dumps(sorted(bereiken))},
        )
        uit: dict[str, tuple[str, ...]] = {}
        for rij in rijen:
            uit[rij["waarde"]] = (*uit.get(rij["waarde"], ()), rij["bereik"])
        return uit

    def genoemd_door(self, segmenten: Collection[str]) -> frozenset[str]:
        """Return the files that those segments brought."""
        rijen = self._db.query(
            """SELECT DISTINCT sha256 FROM uitwisseling_bestand
               WHERE segment IN (SELECT value FROM json_each(:segmenten))""",
            {"segmenten": dumps(sorted(segmenten))},
        )
        return frozenset(rij["sha256"] for rij in rijen)

    def _sluit_aan(self, sha: str) -> None:
        """Tell the segments that waited for this one that their chain is whole."""
        self._db.execute(
            """WITH RECURSIVE keten (sha) AS (
                   VALUES (:sha)
                   UNION SELECT s.sha FROM uitwisseling_segment s JOIN keten k ON s.vorige = k.sha
               )
               UPDATE uitwisseling_segment SET compleet = 1 WHERE compleet = 0 AND sha IN (SELECT sha FROM keten)""",
            {"sha": sha},
        )
