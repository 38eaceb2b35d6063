"""What a member shares with the secretariat goes there: notes that were private until then (F8, F18).

A note is its writer's own (``prive:``) until it is shared; then it moves, with its places, to the scope between that
person and the secretariat (``pp:``), in which the answer comes back. Who makes it private again takes it back there.
"""

from collections.abc import Iterator, Mapping

from sqlite_utils import Database

from tk_desktop.domain.aantekening import SECRETARIAAT
from tk_desktop.domain.bereik import Bereik, met_secretariaat, prive
from tk_desktop.domain.bewerking import Waarde
from tk_desktop.store.tabel import rijen_bij

_DELEN = ("aantekening_plaats", "aantekening_label", "aantekening_lezer")


class Briefwisseling:
    """Knows which notes of a member stand in another scope than they are shared in."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def te_verhuizen(self, persoon: str) -> Iterator[tuple[str, str, Mapping[str, Waarde], Bereik, Bereik]]:
        """Yield table, id and columns of each row that moves, with the scope where it is and the one it goes to."""
        eigen, samen = prive(persoon), met_secretariaat(persoon)
        for rij in list(self._db.query(_VRAAG, {"met": SECRETARIAAT, "eigen": str(eigen), "samen": str(samen)})):
            van, naar = (eigen, samen) if rij.pop("gedeeld") else (samen, eigen)
            yield "aantekening", rij["id"], _zonder_id(rij), van, naar
            for tabel in _DELEN:
                for deel in rijen_bij(self._db, tabel, "aantekening_id", [rij["id"]]):
                    yield tabel, deel["id"], _zonder_id(deel), van, naar


def _zonder_id(rij: Mapping[str, Waarde]) -> Mapping[str, Waarde]:
    return {kolom: waarde for kolom, waarde in rij.items() if kolom != "id"}


_VRAAG = """
SELECT a.*, d.gedeeld FROM aantekening a JOIN (
    SELECT id, zicht <> 'privé' AND (soort = 'vraag' OR zicht = 'allen' OR EXISTS (
        SELECT 1 FROM aantekening_lezer l WHERE l.aantekening_id = x.id AND l.naam = :met
    )) AS gedeeld FROM aantekening x
) d ON d.id = a.id
JOIN kop k ON k.tabel = 'aantekening' AND k.rij = a.id AND k.veld = '_rij' AND k.getoond = 1
WHERE k.bereik = iif(d.gedeeld, :eigen, :samen)
"""
