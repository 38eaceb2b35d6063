"""The log of the times that kept files were looked at; it stays on this laptop, whose files they are."""

from datetime import date, datetime

from sqlite_utils import Database

from tk_desktop.domain.fixiteit import Fixiteit


class Fixiteitslog:
    """The log of one werkmap; it is only added to."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def voeg_toe(self, keer: Fixiteit) -> None:
        """Add one time, after all others."""
        (rij,) = self._db.query("SELECT coalesce(max(nummer), 0) + 1 AS nummer FROM fixiteit")
        waarden = {
            "nummer": rij["nummer"],
            "moment": keer.moment.isoformat(),
            "wie": keer.wie,
            "gekeken": keer.gekeken,
        }
        self._db.execute("INSERT INTO fixiteit VALUES (:nummer, :moment, :wie, :gekeken)", waarden)
        for wat, sommen in (("veranderd", keer.veranderd), ("ontbreekt", keer.ontbreekt)):
            for som in sommen:
                self._db.execute(
                    "INSERT INTO fixiteit_fout VALUES (:nummer, :som, :wat)",
                    {"nummer": rij["nummer"], "som": som, "wat": wat},
                )

    def all(self) -> tuple[Fixiteit, ...]:
        """Return every time, the latest first."""
        fouten = list(self._db.query("SELECT nummer, sha256, wat FROM fixiteit_fout ORDER BY sha256"))
        return tuple(
            Fixiteit(
                moment=datetime.fromisoformat(rij["moment"]),
                wie=rij["wie"],
                gekeken=rij["gekeken"],
                veranderd=tuple(
                    een["sha256"] for een in fouten if (een["nummer"], een["wat"]) == (rij["nummer"], "veranderd")
                ),
                ontbreekt=tuple(
                    een["sha256"] for een in fouten if (een["nummer"], een["wat"]) == (rij["nummer"], "ontbreekt")
                ),
            )
            for rij in self._db.query("SELECT * FROM fixiteit ORDER BY nummer DESC")
        )

    def genoemd(self) -> tuple[str, ...]:
        """Return the SHA-256 of every kept file that a row names, in order."""
        rijen = self._db.query(
            """SELECT sha256 FROM stukversie UNION SELECT sha256 FROM bron UNION SELECT sha256 FROM gelakt
               UNION SELECT pdf_sha256 FROM stukversie WHERE pdf_sha256 <> '' ORDER BY 1"""
        )
        return tuple(rij["sha256"] for rij in rijen)

    def stukken(self, som: str) -> tuple[tuple[str, bool], ...]:
        """Return the ids of the papers that have or had this file, and whether it is what was left after redacting."""
        rijen = self._db.query(
            """SELECT stuk_id, 0 AS gelakt FROM stukversie WHERE sha256 = :som OR pdf_sha256 = :som
               UNION SELECT v.stuk_id, 1 FROM gelakt g JOIN stukversie v ON v.id = g.versie_id WHERE g.sha256 = :som
               ORDER BY 2, 1""",
            {"som": som},
        )
        return tuple((rij["stuk_id"], bool(rij["gelakt"])) for rij in rijen)

    def vergaderingen(self, som: str) -> tuple[str, ...]:
        """Return the ids of the meetings of which records were read from this file."""
        vraag = "SELECT DISTINCT vergadering_id FROM bron WHERE sha256 = :som ORDER BY 1"
        return tuple(rij["vergadering_id"] for rij in self._db.query(vraag, {"som": som}))

    def oudste(self) -> date | None:
        """Return the day on which the oldest kept file came in, ``None`` when there are none."""
        (rij,) = self._db.query(
            "SELECT min(dag) AS dag FROM (SELECT ontvangen AS dag FROM stukversie UNION SELECT ontvangen FROM bron)"
        )
        return datetime.fromisoformat(rij["dag"]).date() if rij["dag"] else None
