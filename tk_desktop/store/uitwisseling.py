"""This laptop in the exchange: who it is, which roster and keys it has, and what it knows of other devices."""

from collections.abc import Iterable

from sqlite_utils import Database

from tk_desktop.domain.uitwisseling import Deel, Eigen, Peer

WACHTMAP = "ontvangen"
"""The folder in the cache where pieces of files wait for the others."""
MEESTE_LIJSTEN = 50
"""How many lists of heads are remembered for each other device; of a longer silence all is told again."""


class Uitwisseling:
    """The tables of the exchange, but for the segments themselves."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def eigen(self) -> Eigen:
        """Return who this laptop is."""
        (rij,) = self._db.query("SELECT apparaat, anker, incarnatie, teller FROM uitwisseling")
        return Eigen(**rij)

    def word(self, apparaat: str) -> None:
        """Be the device with that id from now on."""
        self._db.execute("UPDATE uitwisseling SET apparaat = :apparaat", {"apparaat": apparaat})

    def vertrouw(self, verify: str) -> None:
        """Trust the roster of whoever has that public key."""
        self._db.execute("UPDATE uitwisseling SET anker = :anker", {"anker": verify})

    def nieuwe_incarnatie(self) -> None:
        """Tell others that what they believed this laptop has may be gone: a backup was put back."""
        self._db.execute("UPDATE uitwisseling SET incarnatie = lower(hex(randomblob(6))), teller = 0")

    def tel(self) -> Eigen:
        """Count one bundle more, and return how this laptop stands then."""
        self._db.execute("UPDATE uitwisseling SET teller = teller + 1")
        return self.eigen()

    def roosters(self) -> tuple[bytes, ...]:
        """Return the documents of all versions of the roster, the oldest first."""
        rijen = self._db.query("SELECT document FROM uitwisseling_rooster ORDER BY versie")
        return tuple(rij["document"] for rij in rijen)

    def bewaar_rooster(self, versie: int, document: bytes) -> None:
        """Keep a version of the roster."""
        self._db.execute(
            "INSERT INTO uitwisseling_rooster (versie, document) VALUES (:versie, :document)",
            {"versie": versie, "document": document},
        )

    def sleutels(self) -> dict[tuple[str, int], bytes]:
        """Return the keys of scopes, by scope and number, each sealed to this device."""
        rijen = self._db.query("SELECT bereik, kid, verzegeld FROM uitwisseling_sleutel ORDER BY bereik, kid")
        return {(rij["bereik"], rij["kid"]): rij["verzegeld"] for rij in rijen}

    def bewaar_sleutel(self, bereik: str, kid: int, verzegeld: bytes) -> None:
        """Keep the key of a scope; one that is there stays."""
        self._db.execute(
            """INSERT INTO uitwisseling_sleutel (bereik, kid, verzegeld) VALUES (:bereik, :kid, :verzegeld)
               ON CONFLICT DO NOTHING""",
            {"bereik": bereik, "kid": kid, "verzegeld": verzegeld},
        )

    def rooster_van_anderen(self) -> int:
        """Return the newest version of the roster that another device said it has, 0 when none ever said so."""
        for rij in self._db.query("SELECT coalesce(max(rooster), 0) AS nieuwste FROM uitwisseling_peer"):
            return int(rij["nieuwste"])
        return 0

    def hoor_rooster(self, apparaat: str, versie: int) -> None:
        """Keep that a device said elsewhere than in a bundle that it has that version of the roster."""
        self._db.execute(
            """INSERT INTO uitwisseling_peer (apparaat, incarnatie, eerdere, teller, heeft, wil, bekend, rooster)
               VALUES (:apparaat, '', '', 0, '', '', '', :versie)
               ON CONFLICT (apparaat) DO UPDATE SET rooster = max(rooster, excluded.rooster)""",
            {"apparaat": apparaat, "versie": versie},
        )

    def peer(self, apparaat: str) -> Peer | None:
        """Return what another device last said of itself, ``None`` when it never did."""
        for rij in self._db.query("SELECT * FROM uitwisseling_peer WHERE apparaat = :id", {"id": apparaat}):
            return Peer(
                apparaat=rij["apparaat"],
                incarnatie=rij["incarnatie"],
                teller=rij["teller"],
                eerdere=frozenset(rij["eerdere"].split()),
                heeft=tuple(rij["heeft"].split()),
                wil=tuple(_gelezen(een) for een in rij["wil"].split()),
                bekend=rij["bekend"],
                rooster=rij["rooster"],
                onthoudt=bool(rij["onthoudt"]),
            )
        return None

    def bewaar_peer(self, peer: Peer) -> None:
        """Keep what another device said of itself."""
        rij = {
            "apparaat": peer.apparaat,
            "incarnatie": peer.incarnatie,
            "eerdere": " ".join(sorted(peer.eerdere)),
            "teller": peer.teller,
            "heeft": " ".join(peer.heeft),
            "wil": " ".join(f"{naam}:{','.join(map(str, delen))}" for naam, delen in peer.wil),
            "bekend": peer.bekend,
            "rooster": peer.rooster,
            "onthoudt": int(peer.onthoudt),
        }
        kolommen, waarden = ", ".join(rij), ", ".join(f":{naam}" for naam in rij)
        self._db.execute(f"INSERT OR REPLACE INTO uitwisseling_peer ({kolommen}) VALUES ({waarden})", rij)

    def vertel(self, apparaat: str, afdruk: str, koppen: Iterable[str]) -> None:
        """Remember that a device is told this list of heads; of each device the last lists are kept."""
        self._db.execute(
            """INSERT OR REPLACE INTO uitwisseling_verteld (nummer, apparaat, afdruk, koppen)
               SELECT coalesce(max(nummer), 0) + 1, :apparaat, :afdruk, :koppen FROM uitwisseling_verteld""",
            {"apparaat": apparaat, "afdruk": afdruk, "koppen": " ".join(koppen)},
        )
        self._db.execute(
            """DELETE FROM uitwisseling_verteld WHERE apparaat = :apparaat AND nummer <= (
                   SELECT nummer FROM uitwisseling_verteld WHERE apparaat = :apparaat
                   ORDER BY nummer DESC LIMIT 1 OFFSET :meeste
               )""",
            {"apparaat": apparaat, "meeste": MEESTE_LIJSTEN},
        )

    def noem(self, apparaat: str, afdruk: str) -> None:
        """Keep a list that a device names as long as one that it was told now."""
        self._db.execute(
            """UPDATE uitwisseling_verteld SET nummer = (SELECT max(nummer) + 1 FROM uitwisseling_verteld)
               WHERE apparaat = :apparaat AND afdruk = :afdruk""",
            {"apparaat": apparaat, "afdruk": afdruk},
        )

    def verteld(self, apparaat: str, afdruk: str) -> tuple[str, ...] | None:
        """Return the list of heads with that digest that a device was told, ``None`` when it is not remembered."""
        for rij in self._db.query(
            "SELECT koppen FROM uitwisseling_verteld WHERE apparaat = :apparaat AND afdruk = :afdruk",
            {"apparaat": apparaat, "afdruk": afdruk},
        ):
            return tuple(rij["koppen"].split())
        return None

    def delen(self, sha256: str = "") -> tuple[Deel, ...]:
        """Return the pieces of one file, or of all, that wait for others."""
        rijen = self._db.query(
            "SELECT * FROM uitwisseling_deel WHERE :som IN ('', sha256) ORDER BY sha256, deel", {"som": sha256}
        )
        return tuple(Deel(**rij) for rij in rijen)

    def bewaar_deel(self, deel: Deel) -> None:
        """Keep that a piece of a file came."""
        self._db.execute(
            """INSERT INTO uitwisseling_deel (object, bereik, kid, sha256, deel, delen)
               VALUES (:object, :bereik, :kid, :sha256, :deel, :delen) ON CONFLICT DO NOTHING""",
            {naam: getattr(deel, naam) for naam in Deel.__dataclass_fields__},
        )

    def vergeet_delen(self, sha256: str) -> None:
        """Forget the pieces of a file: it is whole."""
        self._db.execute("DELETE FROM uitwisseling_deel WHERE sha256 = :som", {"som": sha256})

    def publicatie(self, vergadering_id: str) -> frozenset[tuple[str, str, str]]:
        """Return the rows of a meeting that stand published: scope, table and id."""
        rijen = self._db.query(
            "SELECT bereik, tabel, rij FROM uitwisseling_publicatie WHERE vergadering_id = :id", {"id": vergadering_id}
        )
        return frozenset((rij["bereik"], rij["tabel"], rij["rij"]) for rij in rijen)

    def bewaar_publicatie(self, vergadering_id: str, rijen: Iterable[tuple[str, str, str]]) -> None:
        """Make these the rows of a meeting that stand published."""
        self._db.execute("DELETE FROM uitwisseling_publicatie WHERE vergadering_id = :id", {"id": vergadering_id})
        for bereik, tabel, rij in rijen:
            self._db.execute(
                """INSERT INTO uitwisseling_publicatie (vergadering_id, bereik, tabel, rij)
                   VALUES (:vergadering, :bereik, :tabel, :rij)""",
                {"vergadering": vergadering_id, "bereik": bereik, "tabel": tabel, "rij": rij},
            )


def _gelezen(woord: str) -> tuple[str, tuple[int, ...]]:
    naam, _, delen = woord.partition(":")
    return naam, tuple(int(een) for een in delen.split(",") if een)
