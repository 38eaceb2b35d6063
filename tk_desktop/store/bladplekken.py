"""Where marked pages stand in later versions of their papers."""

from collections.abc import Iterable

from sqlite_utils import Database

from tk_desktop.domain.aantekening import Oordeel
from tk_desktop.domain.bladplek import Bladplek


class Bladplekken:
    """Derived places, kept so that they are looked up once; never recorded for undo."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def bewaar(self, plekken: Iterable[Bladplek]) -> None:
        """Keep these places, instead of earlier ones of the same pages in the same versions."""
        for plek in plekken:
            self._db.execute(
                """INSERT OR REPLACE INTO bladplek (versie, pagina, in_versie, blad, oordeel)
                   VALUES (:versie, :pagina, :in_versie, :blad, :oordeel)""",
                {
                    "versie": plek.versie,
                    "pagina": plek.pagina,
                    "in_versie": plek.in_versie,
                    "blad": plek.blad,
                    "oordeel": plek.oordeel.value,
                },
            )

    def all(self) -> dict[tuple[str, int, str], Bladplek]:
        """Return all places, by version, page and the version they are in."""
        return {
            (rij["versie"], rij["pagina"], rij["in_versie"]): Bladplek(
                versie=rij["versie"],
                pagina=rij["pagina"],
                in_versie=rij["in_versie"],
                blad=rij["blad"],
                oordeel=Oordeel(rij["oordeel"]),
            )
            for rij in self._db.query("SELECT * FROM bladplek")
        }
