"""What was decided to destroy, and what of it was done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlite_utils import Database

from tk_desktop.domain.vernietiging import Vernietiging, Vernietigingsregel
from tk_desktop.store.tabel import Onderdeel, Rij, Tabel


class _Regels(Onderdeel[Vernietigingsregel]):
    tabel = "vernietiging_dossier"
    klasse = Vernietigingsregel
    eigenaar = "vernietiging_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Som:
    """A file that went; its id is made of both, so that it is there once."""

    id: str
    som: str


class _Sommen(Onderdeel[_Som]):
    tabel = "vernietiging_bestand"
    klasse = _Som
    eigenaar = "vernietiging_id"

    def bewaar_sommen(self, eigenaar: str, sommen: Iterable[str]) -> None:
        self.bewaar(eigenaar, [_Som(id=f"{eigenaar}:{som}", som=som) for som in sommen])


class Vernietigingen(Tabel[Vernietiging]):
    """The decisions to destroy; none is ever taken away."""

    tabel = "vernietiging"
    klasse = Vernietiging
    elders = ("regels", "bestanden")

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._regels, self._sommen = _Regels(db), _Sommen(db)

    def save(self, waarde: Vernietiging) -> None:
        """Insert or replace one with its dossiers and files."""
        super().save(waarde)
        self._regels.bewaar(waarde.id, waarde.regels)
        self._sommen.bewaar_sommen(waarde.id, waarde.bestanden)

    def sommen_alleen_van(self, vergaderingen: Iterable[str]) -> tuple[str, ...]:
        """Return the files that rows of these meetings name and no row of another does, in order."""
        weg = set(vergaderingen)
        vragen = """
            SELECT s.vergadering_id AS van, v.sha256 AS som FROM stukversie v JOIN stuk s ON s.id = v.stuk_id
            UNION SELECT s.vergadering_id, v.pdf_sha256 FROM stukversie v JOIN stuk s ON s.id = v.stuk_id
            UNION SELECT s.vergadering_id, g.sha256 FROM gelakt g JOIN stukversie v ON v.id = g.versie_id
                JOIN stuk s ON s.id = v.stuk_id
            UNION SELECT vergadering_id, sha256 FROM bron"""
        per_som: dict[str, set[str]] = {}
        for rij in self._db.query(vragen):
            per_som.setdefault(rij["som"], set()).add(rij["van"])
        return tuple(sorted(som for som, van in per_som.items() if som and van <= weg))

    def _waar(self, voorwaarde: str, waarden: Rij) -> tuple[Vernietiging, ...]:
        gelezen = super()._waar(voorwaarde, waarden)
        ids = [een.id for een in gelezen]
        regels, sommen = self._regels.van(ids), self._sommen.van(ids)
        return tuple(
            replace(een, regels=regels[een.id], bestanden=tuple(rij.som for rij in sommen[een.id])) for een in gelezen
        )
