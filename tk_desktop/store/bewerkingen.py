"""The operations: what this laptop has to tell, what it was told, and which values nobody replaced."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from secrets import token_hex

from sqlite_utils import Database

from tk_desktop.domain.bereik import SEC, Bereik, Bereiksoort, met_secretariaat, prive
from tk_desktop.domain.bewerking import RIJ, WEG, Bewerking, Waarde, gezien
from tk_desktop.domain.conflict import Conflict, Kandidaat
from tk_desktop.domain.klok import bij, op_de_muur
from tk_desktop.domain.termijnen import Wijzigingstand
from tk_desktop.store.rijstand import ELDERS, GETOOND, ONBEKEND, VERBORGEN, WEG_GELDT_NIET
from tk_desktop.store.tekstversies import Tekstversies
from tk_desktop.store.vervangingen import Vervangingen
from tk_desktop.store.vormen import Vorm

_VELD = "tabel = ? AND rij = ? AND veld = ? AND bereik = ?"


class Bewerkingen:
    """The operations of one werkmap; everything happens inside a transaction of the caller."""

    def __init__(self, db: Database, vormen: Mapping[str, Vorm]) -> None:
        self._db = db.conn
        self._vormen = vormen
        self._teksten = Tekstversies(db)

    @property
    def persoon(self) -> str:
        """The id of the person whose laptop this is, on the roster."""
        return str(self._stand("persoon"))

    @property
    def rol(self) -> str:
        """The role of that person: ``secretaris``, ``bestuurder`` or ``ambtenaar``."""
        return str(self._stand("rol"))

    def hier(self) -> "Getoond":
        """Return which scopes are shown on this laptop."""
        return Getoond(self.persoon, secretaris=self.rol == "secretaris")

    def word(self, persoon_id: str, rol: str) -> None:
        """Be this person, in this role. What was written before there was a roster and was not told yet goes along."""
        oud, nieuw = str(prive(self.persoon)), str(prive(persoon_id))
        if oud != nieuw:
            self._db.execute("UPDATE kop SET bereik = ? WHERE bereik = ? AND vervangt IS NOT NULL", (nieuw, oud))
            for tabel in ("vervangen", "bewerking"):
                self._db.execute(f"UPDATE {tabel} SET bereik = ? WHERE bereik = ?", (nieuw, oud))
        self._db.execute("UPDATE bewerkstand SET persoon = ?, rol = ?", (persoon_id, rol))

    def bereiken(self) -> tuple[Bereik, ...]:
        """Return the scopes in which this laptop has something to tell."""
        rijen = self._db.execute(
            "SELECT bereik FROM kop WHERE vervangt IS NOT NULL UNION SELECT bereik FROM bewerking ORDER BY bereik"
        )
        return tuple(Bereik.lees(bereik) for (bereik,) in rijen)

    def openstaand(self, bereik: Bereik) -> tuple[Bewerking, ...]:
        """Return our own operations of a scope that stand in no segment, the oldest first."""
        velden = "id, hlc, bereik, tabel, rij, veld, waarde, vervangt"
        open_ = f"""SELECT {velden} FROM kop WHERE vervangt IS NOT NULL AND bereik = ?1
                    UNION ALL SELECT {velden} FROM bewerking WHERE bereik = ?1"""
        door = Vervangingen(
            self._db.execute(
                f"""SELECT v.id, v.door FROM (SELECT DISTINCT tabel, rij, veld FROM ({open_})) o
                    CROSS JOIN vervangen v ON v.tabel = o.tabel AND v.rij = o.rij AND v.veld = o.veld AND v.bereik = ?1
                    WHERE v.door IS NOT NULL""",
                (str(bereik),),
            )
        )
        rijen = self._db.execute(f"{open_} ORDER BY hlc, id", (str(bereik),))
        return tuple(_bewerking(rij, door) for rij in rijen)

    def verzegeld(self, bewerkingen: Iterable[Bewerking]) -> None:
        """Note that these stand in a segment now."""
        alle = list(bewerkingen)
        self._db.executemany(
            f"UPDATE kop SET vervangt = NULL WHERE {_VELD} AND id = ?",
            [(een.tabel, een.rij, een.veld, een.bereik, een.id) for een in alle],
        )
        self._db.executemany("DELETE FROM bewerking WHERE id = ?", [(een.id,) for een in alle])
        self._db.executemany(
            f"UPDATE vervangen SET door = NULL WHERE {_VELD} AND id = ?",
            [(een.tabel, een.rij, een.veld, een.bereik, oud) for een in alle for oud in een.vervangt],
        )
        self._onthoud_teksten(alle)

    def neem_aan(self, bewerkingen: Sequence[Bewerking]) -> int:
        """Know these operations of others, in whatever order and however often they came; return how many were new.

        Rows are not touched: ``toon`` those that ``geraakt`` names.
        """
        op_volgorde = sorted(bewerkingen, key=lambda een: (een.tabel, een.rij, een.veld, een.bereik, een.id))
        self._vervang((een.tabel, een.rij, een.veld, een.bereik, oud) for een in op_volgorde for oud in een.vervangt)
        voor = self._db.total_changes
        hier = self.hier()
        self._db.executemany(
            f"""INSERT INTO kop (tabel, rij, veld, bereik, id, hlc, waarde, getoond, apparaat)
                SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
                WHERE NOT EXISTS (SELECT 1 FROM vervangen WHERE {_genummerd(_VELD)} AND id = ?5)
                ON CONFLICT DO UPDATE SET hlc = excluded.hlc, waarde = excluded.waarde
                WHERE (excluded.hlc, typeof(excluded.waarde), excluded.waarde) > (hlc, typeof(waarde), waarde)""",
            ((*_veld(een), een.id, een.hlc, een.waarde, self._vlag(een, hier), een.apparaat) for een in op_volgorde),
        )
        nieuw = self._db.total_changes - voor
        self._onthoud_teksten(op_volgorde)
        stond = klok = int(self._stand("klok"))
        for een in op_volgorde:
            klok = bij(klok, een.hlc)
        if klok > stond:
            self._db.execute("UPDATE bewerkstand SET klok = ?", (klok,))
        return nieuw

    def geraakt(self, bewerkingen: Iterable[Bewerking]) -> frozenset[tuple[str, str]]:
        """Return the rows that these operations may show differently on this laptop."""
        hier = self.hier()
        return frozenset((een.tabel, een.rij) for een in bewerkingen if een.tabel in self._vormen and hier(een.bereik))

    def gewijzigd(self, tabel: str, rij: str, velden: Collection[str]) -> Wijzigingstand:
        """Return how often these fields of a row were given a value, and when for the last time."""
        waar = f"tabel = ? AND rij = ? AND veld IN ({', '.join('?' * len(velden))})"
        welke = (tabel, rij, *velden)
        (laatst,) = self._db.execute(f"SELECT coalesce(max(hlc), 0) FROM kop WHERE {waar}", welke).fetchone()
        (aantal,) = self._db.execute(
            f"""SELECT count(*) FROM (SELECT veld, id FROM kop WHERE {waar}
                UNION SELECT veld, id FROM vervangen WHERE {waar})""",
            welke * 2,
        ).fetchone()
        return Wijzigingstand(moment=op_de_muur(laatst).replace(microsecond=0), aantal=aantal)

    def alle_rijen(self) -> Iterator[tuple[str, str]]:
        """Yield every row of which anything is known."""
        yield from self._db.execute("SELECT DISTINCT tabel, rij FROM kop").fetchall()

    def waarden(self) -> frozenset[tuple[Waarde, ...]]:
        """Return every value that nobody replaced: table, row, field, scope, id, moment and value."""
        return frozenset(self._db.execute("SELECT tabel, rij, veld, bereik, id, hlc, waarde FROM kop"))

    def te_hermengen(self) -> frozenset[tuple[str, str]]:
        """Return the rows of which more than the changed field may be shown differently."""
        return frozenset(self._db.execute("SELECT tabel, rij FROM hermeng"))

    def schrijf(
        self, bereik: Bereik, tabel: str, rij: str, waarden: Mapping[str, Waarde], *, boven: Iterable[Bereik] = ()
    ) -> int:
        """Write a row for the readers of a scope, as it is to be read now, and return how many operations that took.

        What stands there already is not written again; a value takes the place of all that stood there. This is how
        the secretariat publishes: the row itself, in its own scope, is not touched. Who also reads the row in the
        scopes ``boven`` sees this one: it is made later than it was there.
        """
        if not bereik.gepubliceerd:
            raise ValueError(f"in {bereik} wordt niet gepubliceerd")
        geschreven = sum(
            self._schrijf_veld(bereik, tabel, rij, *een) for een in ({RIJ: 1, WEG: None} | dict(waarden)).items()
        )
        ruimer = [str(een) for een in boven]
        gemaakt = self._gemaakt(tabel, rij) if ruimer else {}
        if any(gemaakt.get(een, 0) >= gemaakt[str(bereik)] for een in ruimer):
            self._neem_op(bereik, tabel, rij, RIJ, 1)
            geschreven += 1
        return geschreven

    def _gemaakt(self, tabel: str, rij: str) -> dict[str, int]:
        """Return when a row was made in each scope that has it."""
        vraag = f"SELECT bereik, max(hlc) FROM kop WHERE tabel = ? AND rij = ? AND veld = '{RIJ}' GROUP BY bereik"
        return dict(self._db.execute(vraag, (tabel, rij)).fetchall())

    def neem_weg(self, bereik: Bereik, tabel: str, rij: str, *, uitgave: bool = True) -> int:
        """Take a row away for the readers of a scope, and return how many operations that took.

        What an earlier removal named stays named, though it was forgotten here since (``herhalen``).
        """
        sleutel = (tabel, rij, str(bereik))
        nu = self._db.execute(
            f"SELECT id FROM kop WHERE tabel = ? AND rij = ? AND bereik = ? AND veld NOT IN ('{RIJ}', '{WEG}')", sleutel
        )
        eerder = self._db.execute(
            f"SELECT waarde FROM kop WHERE tabel = ? AND rij = ? AND bereik = ? AND veld = '{WEG}'", sleutel
        )
        ids = sorted({id_ for (id_,) in nu}.union(*(gezien(waarde) for (waarde,) in eerder)))
        is_er = self._db.execute(
            f"SELECT 1 FROM kop WHERE tabel = ? AND rij = ? AND bereik = ? AND veld = '{RIJ}'", sleutel
        ).fetchone()
        weg = json.dumps(ids, separators=(",", ":"))
        return self._schrijf_veld(bereik, tabel, rij, WEG, weg, uitgave=uitgave) if is_er else 0

    def verhuis(self, tabel: str, rij: str, waarden: Mapping[str, Waarde], van: Bereik, naar: Bereik) -> None:
        """Move a row of one's own to another scope of one's own: written there, taken away here. ``toon`` it.

        It is made there anew, so that it counts though somebody who has not heard writes on in the other.
        """
        for veld, waarde in ({WEG: None} | dict(waarden)).items():
            self._schrijf_veld(naar, tabel, rij, veld, waarde, uitgave=False)
        self._neem_op(naar, tabel, rij, RIJ, 1, uitgave=False)
        self.neem_weg(van, tabel, rij, uitgave=False)
        self.hermeng(tabel, rij)

    def geeft_uit(self, bereik: Bereik) -> bool:
        """Tell whether who works here writes what the readers of a scope get."""
        if bereik.schrijver:
            return bereik.schrijver == self.persoon
        return bereik.gepubliceerd and self.rol == "secretaris"

    def verzwijg(self, bereik: Bereik, tabel: str, rij: str, leeg: Mapping[str, Waarde]) -> None:
        """Let these fields be what ``leeg`` says where they were written and nobody was told of it yet."""
        for veld in leeg.keys() & self.onverteld(bereik, tabel, rij).keys():
            self._neem_op(bereik, tabel, rij, veld, leeg[veld], uitgave=False)

    def onverteld(self, bereik: Bereik, tabel: str, rij: str) -> dict[str, Waarde]:
        """Return what was written here in a row of a scope and nobody was told of yet, by field."""
        rijen = self._db.execute(
            """SELECT veld, waarde FROM kop WHERE tabel = ? AND rij = ? AND bereik = ? AND vervangt IS NOT NULL
               ORDER BY hlc, id""",
            (tabel, rij, str(bereik)),
        )
        return dict(rijen.fetchall())

    def hermeng(self, tabel: str, rij: str) -> None:
        """Have a row looked at again before the transaction ends."""
        self._db.execute("INSERT OR IGNORE INTO hermeng VALUES (?, ?)", (tabel, rij))

    def koppen(self, bereik: Bereik, tabel: str, rij: str) -> dict[str, Waarde]:
        """Return the latest values of a row in a scope, by field; ``_weg`` too."""
        rijen = self._db.execute(
            "SELECT veld, waarde FROM kop WHERE tabel = ? AND rij = ? AND bereik = ? ORDER BY hlc, id",
            (tabel, rij, str(bereik)),
        )
        return dict(rijen.fetchall())

    def conflicten(self, tabellen: Collection[str] = ()) -> tuple[Conflict, ...]:
        """Return what people did apart and nobody chose between, on rows that stand, in the order of the tables.

        ``tabellen`` are those that are looked at; without any all are.
        """
        hier = self.hier()
        rijen = self._db.execute(
            """SELECT k.tabel, k.rij, k.bereik, k.veld, k.id, k.hlc, k.waarde, k.getoond, k.apparaat
               FROM (SELECT DISTINCT tabel, rij FROM kop WHERE getoond IN (0, 3)) t
               JOIN kop k ON k.tabel = t.tabel AND k.rij = t.rij
               WHERE k.getoond < 5 ORDER BY k.tabel, k.rij, k.bereik, k.veld, k.hlc DESC, k.id DESC"""
        ).fetchall()
        uit = []
        for (tabel, rij, bereik, veld), groep in groupby(rijen, key=lambda een: een[:4]):
            koppen = list(groep)
            if (
                tabel not in (tabellen or self._vormen)
                or tabel not in self._vormen
                or not hier.beslist(bereik)
                or not self._staat(tabel, rij)
            ):
                continue
            waarden = tuple(
                Kandidaat(id=id_, hlc=hlc, apparaat=wie, waarde=waarde, getoond=vlag != VERBORGEN)
                for *_, id_, hlc, waarde, vlag, wie in koppen
            )
            geldt_niet = veld == WEG and any(kop[-2] == WEG_GELDT_NIET for kop in koppen)
            verschilt = veld not in (RIJ, WEG) and len({een.waarde for een in waarden}) > 1
            if geldt_niet or (verschilt and not all(een.getoond for een in waarden)):
                uit.append(Conflict(bereik=bereik, tabel=tabel, rij=rij, veld=veld, waarden=waarden))
        plek = {tabel: nummer for nummer, tabel in enumerate(self._vormen)}
        return tuple(sorted(self._als_een(uit), key=lambda een: (plek[een.tabel], een.rij, een.veld)))

    def _als_een(self, alle: Iterable[Conflict]) -> Iterator[Conflict]:
        """Yield conflicts, those over columns of one meaning as one: the one with the most values stands for all."""
        groepen: dict[tuple[str, str, str, str], list[Conflict]] = {}
        for een in alle:
            een_betekenis = een.veld in self._vormen[een.tabel].reizend.samen
            groepen.setdefault((een.tabel, een.rij, een.bereik, "" if een_betekenis else een.veld), []).append(een)
        for groep in groepen.values():
            eerst = max(groep, key=lambda een: (len(een.waarden), len({kandidaat.waarde for kandidaat in een.waarden})))
            mee = (een for een in groep if een is not eerst and len(een.waarden) == len(eerst.waarden))
            yield replace(eerst, samen=tuple(mee))

    def beslis(self, conflict: Conflict, waarde: Waarde) -> None:
        """Let a field have one value, which replaces all that stood there; ``toon`` the row afterwards."""
        sleutel = (conflict.tabel, conflict.rij, conflict.veld, conflict.bereik)
        self._db.execute(f"UPDATE kop SET getoond = 1 WHERE {_VELD}", sleutel)
        self._db.execute(
            "INSERT INTO opname (tabel, rij, veld, bereik, waarde) VALUES (?, ?, ?, ?, ?)", (*sleutel, waarde)
        )

    def heropen(self, conflict: Conflict) -> None:
        """Let a field have all values again that it had before a choice (``beslis``); ``toon`` the row afterwards.

        They are written anew, each over the choice and none over another, so that every laptop has the question back.
        What was shown is shown again, for it is written last. A long text gets nothing as what both came from: else
        the one that was chosen would be taken for that, and the other for what was made of it.
        """
        sleutel = (conflict.tabel, conflict.rij, conflict.veld, conflict.bereik)
        stand = self._db.execute(f"SELECT id, hlc FROM kop WHERE {_VELD}", sleutel).fetchall()
        hlc = max([int(self._stand("klok")), *(een for _, een in stand)])
        oud = [id_ for id_, _ in stand]
        vervangt = sorted({*oud, *self._nog_te_vertellen(sleutel)})
        self._vervang((*sleutel, id_) for id_ in oud)
        vorm = self._vormen.get(conflict.tabel)
        if vorm is not None and conflict.veld in vorm.reizend.lang:
            hlc, begin = hlc + 1, _nieuw_id()
            leeg = (begin, hlc, conflict.bereik, conflict.tabel, conflict.rij, conflict.veld, "", json.dumps(vervangt))
            self._db.execute("INSERT INTO bewerking VALUES (?, ?, ?, ?, ?, ?, ?, ?)", leeg)
            self._vervang([(*sleutel, begin)])
            self._onthoud_teksten([_bewerking(leeg, Vervangingen(()))])
            vervangt = [*vervangt, begin]
        for een in sorted(conflict.waarden, key=lambda een: (een.getoond, een.hlc, een.id)):
            hlc += 1
            self._db.execute(
                """INSERT INTO kop (tabel, rij, veld, bereik, id, hlc, waarde, vervangt)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                (*sleutel, _nieuw_id(), hlc, een.waarde, json.dumps(vervangt)),
            )
        self._db.execute("UPDATE bewerkstand SET klok = max(klok, ?)", (hlc,))

    def _nog_te_vertellen(self, sleutel: tuple[str, str, str, str]) -> set[str]:
        """Return what the values of a field replaced that stand in no segment yet."""
        door = Vervangingen(
            self._db.execute(f"SELECT id, door FROM vervangen WHERE {_VELD} AND door IS NOT NULL", sleutel)
        )
        eigen = self._db.execute(f"SELECT id, vervangt FROM kop WHERE {_VELD} AND vervangt IS NOT NULL", sleutel)
        return {een for id_, lijst in eigen for een in door.van(id_, json.loads(lijst))}

    def _schrijf_veld(
        self, bereik: Bereik, tabel: str, rij: str, veld: str, waarde: Waarde, *, uitgave: bool = True
    ) -> int:
        sleutel = (tabel, rij, veld, str(bereik))
        nu = self._db.execute(f"SELECT waarde FROM kop WHERE {_VELD}", sleutel).fetchall()
        if nu == [(waarde,)] or (not nu and waarde is None):
            return 0
        self._neem_op(bereik, tabel, rij, veld, waarde, uitgave=uitgave)
        return 1

    def _neem_op(
        self, bereik: Bereik, tabel: str, rij: str, veld: str, waarde: Waarde, *, uitgave: bool = True
    ) -> None:
        self._db.execute(
            "INSERT INTO opname (tabel, rij, veld, bereik, waarde, uitgave) VALUES (?, ?, ?, ?, ?, ?)",
            (tabel, rij, veld, str(bereik), waarde, 1 if uitgave else None),
        )

    def _vervang(self, sleutels: Iterable[tuple[str, str, str, str, str]]) -> None:
        alle = list(sleutels)
        self._db.executemany(
            "INSERT OR IGNORE INTO vervangen (tabel, rij, veld, bereik, id) VALUES (?, ?, ?, ?, ?)", alle
        )
        if self._db.execute("SELECT 1 FROM kop WHERE vervangt IS NOT NULL LIMIT 1").fetchone():
            self._db.executemany(
                f"""INSERT OR IGNORE INTO bewerking SELECT id, hlc, bereik, tabel, rij, veld, waarde, vervangt
                    FROM kop WHERE {_VELD} AND id = ? AND vervangt IS NOT NULL""",
                alle,
            )
        self._db.executemany(f"DELETE FROM kop WHERE {_VELD} AND id = ?", alle)

    def _vlag(self, een: Bewerking, hier: "Getoond") -> int:
        if not hier(een.bereik):
            return ELDERS
        vorm = self._vormen.get(een.tabel)
        return GETOOND if vorm and (een.veld in (RIJ, WEG) or een.veld in vorm.kolommen) else ONBEKEND

    def _onthoud_teksten(self, bewerkingen: Iterable[Bewerking]) -> None:
        self._teksten.onthoud(
            een for een in bewerkingen if een.tabel in self._vormen and een.veld in self._vormen[een.tabel].reizend.lang
        )

    def _staat(self, tabel: str, rij: str) -> bool:
        return self._db.execute(f"SELECT 1 FROM {tabel} WHERE id = ?", (rij,)).fetchone() is not None

    def _stand(self, kolom: str) -> str | int:
        (waarde,) = self._db.execute(f"SELECT {kolom} FROM bewerkstand").fetchone()
        return waarde  # type: ignore[no-any-return]


class Getoond:
    """Which scopes are shown on a laptop: the others are only kept and passed on."""

    def __init__(self, persoon_id: str, *, secretaris: bool) -> None:
        self._persoon = persoon_id
        self._eigen = {str(prive(persoon_id)), str(SEC) if secretaris else str(met_secretariaat(persoon_id))}
        self._soorten = (Bereiksoort.MET_SECRETARIAAT,) if secretaris else (Bereiksoort.ALGEMEEN, Bereiksoort.BESLOTEN)
        self._gezien: dict[str, bool] = {}

    def __call__(self, bereik: str) -> bool:
        """Tell whether rows of a scope are shown."""
        gezien = self._gezien.get(bereik)  # asked of every operation of thousands, in a few scopes
        if gezien is None:
            plek = Bereik.lees(bereik)
            met_mij = plek.lezer == self._persoon and plek.soort is Bereiksoort.GEDEELD
            gezien = self._gezien[bereik] = bereik in self._eigen or plek.soort in self._soorten or met_mij
        return gezien

    def beslist(self, bereik: str) -> bool:
        """Tell whether who works here chooses between values in a scope: what is published is not theirs to change."""
        return self(bereik) and not Bereik.lees(bereik).gepubliceerd


def _nieuw_id() -> str:
    return token_hex(10)


def _bewerking(rij: Sequence[object], door: Vervangingen) -> Bewerking:
    id_, hlc, bereik, tabel, naam, veld, waarde, vervangt = rij
    return Bewerking(
        id=str(id_),
        hlc=int(str(hlc)),
        bereik=str(bereik),
        tabel=str(tabel),
        rij=str(naam),
        veld=str(veld),
        waarde=waarde if isinstance(waarde, str | int | float) else None,
        vervangt=door.van(str(id_), json.loads(str(vervangt))),
    )


def _veld(een: Bewerking) -> tuple[str, str, str, str]:
    return (een.tabel, een.rij, een.veld, een.bereik)


def _genummerd(voorwaarde: str) -> str:
    for nummer in range(1, 5):
        voorwaarde = voorwaarde.replace("?", f":{nummer}", 1)
    return voorwaarde.replace(":", "?")
