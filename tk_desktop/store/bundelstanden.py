"""How the papers of meetings stood before the last bundle that changed them: of this laptop, never told (E9)."""

from datetime import date

from sqlite_utils import Database

from tk_desktop.domain.bundelstand import Bundelstand, Papierstand


class Bundelstanden:
    """One state for each meeting; it goes with its meeting, and undoing a bundle leaves it as it is."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def van(self, vergadering_id: str) -> Bundelstand | None:
        """Return the state of one meeting, ``None`` when no bundle changed it yet."""
        vraag = "SELECT dag, reeks FROM bundelstand WHERE vergadering_id = :id"
        for rij in self._db.query(vraag, {"id": vergadering_id}):
            papieren = self._db.query(
                """SELECT papier, naam, inhoud, versie FROM bundelstand_papier
                   WHERE vergadering_id = :id ORDER BY papier""",
                {"id": vergadering_id},
            )
            return Bundelstand(
                vergadering_id=vergadering_id,
                dag=date.fromisoformat(rij["dag"]),
                reeks=rij["reeks"],
                papieren=tuple(Papierstand(**een) for een in papieren),
            )
        return None

    def bewaar(self, stand: Bundelstand) -> None:
        """Keep the state of one meeting instead of the one before."""
        self._db.execute("DELETE FROM bundelstand WHERE vergadering_id = :id", {"id": stand.vergadering_id})
        self._db.execute(
            "INSERT INTO bundelstand (vergadering_id, dag, reeks) VALUES (:id, :dag, :reeks)",
            {"id": stand.vergadering_id, "dag": stand.dag.isoformat(), "reeks": stand.reeks},
        )
        for een in stand.papieren:
            self._db.execute(
                """INSERT INTO bundelstand_papier (vergadering_id, papier, naam, inhoud, versie)
                   VALUES (:id, :papier, :naam, :inhoud, :versie)""",
                {
                    "id": stand.vergadering_id,
                    "papier": een.papier,
                    "naam": een.naam,
                    "inhoud": een.inhoud,
                    "versie": een.versie,
                },
            )
