"""What this laptop knows of each postbus it uses: how to come in, how far it was read, what stands there."""

from collections.abc import Collection, Iterable
from dataclasses import asdict

from sqlite_utils import Database

from tk_desktop.domain.uitwisseling import Postbus


class Postbussen:
    """The tables of the postbus; everything inside a transaction of the caller."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def alle(self) -> tuple[Postbus, ...]:
        """Return every postbus that was used, by address."""
        return tuple(Postbus(**rij) for rij in self._db.query("SELECT * FROM uitwisseling_postbus ORDER BY adres"))

    def get(self, adres: str) -> Postbus:
        """Return what is kept of a postbus; of one that was never used only its address."""
        return next((een for een in self.alle() if een.adres == adres), Postbus(adres=adres))

    def bewaar(self, postbus: Postbus) -> None:
        """Keep how to come in; one with another ``kenmerk`` than before was begun anew, and is read from its start."""
        if self.get(postbus.adres).kenmerk != postbus.kenmerk:
            self.vergeet_stand(postbus.adres)
        rij = asdict(postbus)
        kolommen, waarden = ", ".join(rij), ", ".join(f":{naam}" for naam in rij)
        anders = ", ".join(f"{naam} = excluded.{naam}" for naam in rij if naam != "adres")
        self._db.execute(
            f"INSERT INTO uitwisseling_postbus ({kolommen}) VALUES ({waarden}) ON CONFLICT DO UPDATE SET {anders}", rij
        )

    def verwijder(self, adres: str) -> None:
        """Forget a postbus."""
        self._db.execute("DELETE FROM uitwisseling_postbus WHERE adres = :adres", {"adres": adres})

    def vergeet_stand(self, adres: str) -> None:
        """Forget how far it was read and what stands there: it is no longer what it was."""
        for tabel in ("gelezen", "daar", "wacht"):
            self._db.execute(f"DELETE FROM uitwisseling_postbus_{tabel} WHERE adres = :adres", {"adres": adres})

    def gelezen(self, adres: str, kanaal: str) -> tuple[int, str]:
        """Return number and digest of the last message that was read in a channel; 0 and empty before the first."""
        vraag = "SELECT nummer, sha FROM uitwisseling_postbus_gelezen WHERE adres = :adres AND kanaal = :kanaal"
        rij = next(self._db.query(vraag, {"adres": adres, "kanaal": kanaal}), None)
        return (0, "") if rij is None else (int(rij["nummer"]), str(rij["sha"]))

    def las(self, adres: str, kanaal: str, nummer: int, sha: str) -> None:
        """Keep how far a channel was read."""
        self._db.execute(
            """INSERT INTO uitwisseling_postbus_gelezen (adres, kanaal, nummer, sha)
               VALUES (:adres, :kanaal, :nummer, :sha)
               ON CONFLICT DO UPDATE SET nummer = excluded.nummer, sha = excluded.sha""",
            {"adres": adres, "kanaal": kanaal, "nummer": nummer, "sha": sha},
        )

    def lees_opnieuw(self) -> None:
        """Let every postbus be read from its start the next time: what came out of one may have been taken back."""
        self._db.execute("DELETE FROM uitwisseling_postbus_gelezen")

    def daar(self, adres: str) -> frozenset[str]:
        """Return the names of what stands there."""
        vraag = "SELECT naam FROM uitwisseling_postbus_daar WHERE adres = :adres"
        return frozenset(rij["naam"] for rij in self._db.query(vraag, {"adres": adres}))

    def staat_daar(self, adres: str, namen: Iterable[str]) -> None:
        """Keep that these stand there."""
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO uitwisseling_postbus_daar (adres, naam) VALUES (?, ?)",
            [(adres, naam) for naam in namen],
        )

    def staat_niet_daar(self, adres: str, namen: Iterable[str]) -> None:
        """Keep that these do not stand there (any more)."""
        self._db.conn.executemany(
            "DELETE FROM uitwisseling_postbus_daar WHERE adres = ? AND naam = ?", [(adres, naam) for naam in namen]
        )

    def wacht(self, adres: str, kanaal: str) -> tuple[int, ...]:
        """Return the numbers of messages to be read again, lowest first."""
        rijen = self._db.query(
            """SELECT nummer FROM uitwisseling_postbus_wacht WHERE adres = :adres AND kanaal = :kanaal
               ORDER BY nummer""",
            {"adres": adres, "kanaal": kanaal},
        )
        return tuple(rij["nummer"] for rij in rijen)

    def laat_wachten(self, adres: str, kanaal: str, nummers: Collection[int]) -> None:
        """Make these the messages of a channel to be read again."""
        sleutel = {"adres": adres, "kanaal": kanaal}
        self._db.execute("DELETE FROM uitwisseling_postbus_wacht WHERE adres = :adres AND kanaal = :kanaal", sleutel)
        self._db.conn.executemany(
            "INSERT OR IGNORE INTO uitwisseling_postbus_wacht (adres, kanaal, nummer) VALUES (?, ?, ?)",
            [(adres, kanaal, nummer) for nummer in sorted(nummers)],
        )
