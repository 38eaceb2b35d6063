"""Where the log of who opened secret papers ended when others were told: cut off or made anew, it no longer fits (R16).

The chain of the log shows a row that was changed; not that its last rows are gone, nor that all of it was made anew.
What was told to the secretariat shows both, here and there.
"""

from sqlite_utils import Database

from tk_desktop.domain.uitwisseling import Logbreuk, Logstand

_BEWAARD = 64
"""How many ends are remembered for each device: some bundles never arrive."""


class Inzagehoofden:
    """What this laptop told of its log, and what others told of theirs; neither is ever undone."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def meld(self, apparaat: str) -> tuple[Logstand, ...]:
        """Return what to tell a device, and keep that it was told: rows told of before as they are now, and the end."""
        einde = self._nu("nummer = (SELECT max(nummer) FROM inzage)", {})
        for een in einde:
            self._db.execute(
                """INSERT INTO inzage_gemeld (apparaat, aantal, afdruk) VALUES (:apparaat, :aantal, :afdruk)
                   ON CONFLICT DO NOTHING""",
                {"apparaat": apparaat, "aantal": een.aantal, "afdruk": een.afdruk},
            )
        self._db.execute(
            """DELETE FROM inzage_gemeld WHERE apparaat = :apparaat AND aantal NOT IN (
                   SELECT aantal FROM inzage_gemeld WHERE apparaat = :apparaat ORDER BY aantal DESC LIMIT :meest)""",
            {"apparaat": apparaat, "meest": _BEWAARD},
        )
        return self._nu("nummer IN (SELECT aantal FROM inzage_gemeld WHERE apparaat = :id)", {"id": apparaat})

    def gekort(self) -> int | None:
        """Return the number of the first row that was told of and is gone or another now, ``None`` when all stand."""
        (rij,) = self._db.query(
            """SELECT min(g.aantal) AS nummer FROM inzage_gemeld g
               LEFT JOIN inzage i ON i.nummer = g.aantal AND i.afdruk = g.afdruk WHERE i.nummer IS NULL"""
        )
        return rij["nummer"] if rij["nummer"] is None else int(rij["nummer"])

    def hoor(self, apparaat: str, log: tuple[Logstand, ...]) -> None:
        """Keep what another told of its log last, and that it no longer holds what it told of before, when so."""
        einde = max(log, key=lambda een: een.aantal, default=None)
        oud = next(iter(self._db.query("SELECT * FROM inzage_elders WHERE apparaat = :id", {"id": apparaat})), None)
        nieuw = {
            "apparaat": apparaat,
            "aantal": einde.aantal if einde else 0,
            "afdruk": einde.afdruk if einde else "",
            "verteld": None,
            "nu": None,
        }
        if oud is not None:
            houdt = oud["aantal"] == 0 or Logstand(aantal=oud["aantal"], afdruk=oud["afdruk"]) in log
            nieuw["verteld"] = oud["verteld"] if houdt else oud["aantal"]
            nieuw["nu"] = oud["nu"] if houdt else nieuw["aantal"]
        if einde is not None or oud is not None:
            self._db.execute(
                """INSERT OR REPLACE INTO inzage_elders (apparaat, aantal, afdruk, verteld, nu)
                   VALUES (:apparaat, :aantal, :afdruk, :verteld, :nu)""",
                nieuw,
            )

    def elders(self) -> tuple[Logbreuk, ...]:
        """Return the logs of other laptops that no longer held what they told of before."""
        rijen = self._db.query("SELECT * FROM inzage_elders WHERE verteld IS NOT NULL ORDER BY apparaat")
        return tuple(Logbreuk(apparaat=rij["apparaat"], verteld=rij["verteld"], nu=rij["nu"]) for rij in rijen)

    def _nu(self, voorwaarde: str, waarden: dict[str, str]) -> tuple[Logstand, ...]:
        rijen = self._db.query(f"SELECT nummer, afdruk FROM inzage WHERE {voorwaarde} ORDER BY nummer", waarden)
        return tuple(Logstand(aantal=rij["nummer"], afdruk=rij["afdruk"]) for rij in rijen)
