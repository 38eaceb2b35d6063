"""The latest versions of long texts, so that two that were written apart can be brought together."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from tk_desktop.domain.bereik import is_gepubliceerd
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.samenvoegen import voeg_samen
from tk_desktop.store.rijstand import Kop
from tk_desktop.store.vervangingen import Vervangingen

MEESTE = 12
"""How many versions of one text are kept: the latest, and therefore the same ones on every laptop."""


class Tekstversies:
    """Which version came from which."""

    def __init__(self, db: Database) -> None:
        self._db = db.conn

    def onthoud(self, bewerkingen: Iterable[Bewerking]) -> None:
        """Keep what long texts were made, but for what is published: that is made anew, and what went is gone there."""
        velden = set()
        for een in (een for een in bewerkingen if not is_gepubliceerd(een.bereik)):
            self._db.execute(
                "INSERT OR IGNORE INTO tekstversie VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    een.tabel,
                    een.rij,
                    een.veld,
                    een.bereik,
                    een.id,
                    een.hlc,
                    een.waarde,
                    json.dumps(een.vervangt),
                ),
            )
            velden.add((een.tabel, een.rij, een.veld, een.bereik))
        veld = "tabel = ?1 AND rij = ?2 AND veld = ?3 AND bereik = ?4"
        self._db.executemany(
            f"""DELETE FROM tekstversie WHERE {veld} AND id NOT IN (
                SELECT id FROM tekstversie WHERE {veld} ORDER BY hlc DESC, id DESC LIMIT {MEESTE})""",
            sorted(velden),
        )

    def samen(self, tabel: str, rij: str, koppen: Sequence[Kop]) -> str | None:
        """Return one text with all that was done to these, the earliest first, or ``None`` when that is not clear."""
        if not all(isinstance(kop.waarde, str) for kop in koppen):
            return None
        veld, bereik = koppen[0].veld, koppen[0].bereik
        versies = self._versies(tabel, rij, veld, bereik)
        gedeeld = set.intersection(*(_voorgangers(kop.id, versies) for kop in koppen)) - {kop.id for kop in koppen}
        bekend = [versies[id_] for id_ in gedeeld if id_ in versies]
        if not bekend:
            return None
        _, _, basis, _ = max(bekend)
        if not isinstance(basis, str):
            return None

        tekst: str | None = str(koppen[0].waarde)
        for kop in koppen[1:]:
            tekst = None if tekst is None else voeg_samen(basis, tekst, str(kop.waarde))
        return tekst

    def _versies(
        self, tabel: str, rij: str, veld: str, bereik: str
    ) -> Mapping[str, tuple[int, str, object, Sequence[str]]]:
        """Return what is known of each version by its id: moment, id, text, and what it replaced."""
        sleutel = (tabel, rij, veld, bereik)
        deze = "tabel = ?1 AND rij = ?2 AND veld = ?3 AND bereik = ?4"
        door = Vervangingen(
            self._db.execute(f"SELECT id, door FROM vervangen WHERE {deze} AND door IS NOT NULL", sleutel)
        )
        rijen = self._db.execute(
            f"""SELECT id, hlc, waarde, vervangt FROM tekstversie WHERE {deze}
                UNION SELECT id, hlc, waarde, vervangt FROM kop WHERE {deze} AND vervangt IS NOT NULL""",
            sleutel,
        )
        return {id_: (hlc, id_, waarde, door.van(id_, json.loads(vervangt))) for id_, hlc, waarde, vervangt in rijen}


def _voorgangers(id_: str, versies: Mapping[str, tuple[int, str, object, Sequence[str]]]) -> set[str]:
    gehad: set[str] = set()
    rand = [id_]
    while rand:
        een = rand.pop()
        if een not in gehad:
            gehad.add(een)
            rand += versies[een][3] if een in versies else []
    return gehad
