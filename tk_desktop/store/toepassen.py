"""From operations to rows: what came in stands in the real tables, whatever order it came in.

The rules (docs/decisions/0021): a row stands when it has all values without which it cannot be and was not taken away
by somebody who had seen them all; what a standing row cannot do without stands too, although it was taken away; what
refers to something that is not there waits, or shows nothing. A combination of values that the schema refuses gives way
to the latest that it allows. All of it follows from the set of operations alone, and nothing raises over what others
wrote.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter

from sqlite_utils import Database

from tk_desktop.domain.bewerking import WEG, Waarde
from tk_desktop.store.driver import Samenhangfout
from tk_desktop.store.rijstand import GETOOND, WEG_GELDT_NIET, ZONDER_DOEL, KaleKop, Kop, Rijstand, gewone_rij, rijstand
from tk_desktop.store.tekstversies import Tekstversies
from tk_desktop.store.vormen import Verwijzing, Vorm

Rijsleutel = tuple[str, str]
_IN_EENS = 1000
_KOP = ", ".join(Kop._fields)


class Weergave:
    """Shows rows as the values in ``kop`` say, inside a transaction of the caller; recording is off while it writes."""

    def __init__(self, db: Database, vormen: Mapping[str, Vorm]) -> None:
        self._db = db.conn
        self._vormen = vormen
        self._hier: Callable[[str], bool] = bool
        self._teksten = Tekstversies(db)
        self._verwijzen_naar = _omgekeerd(vormen)
        self._veranderd: set[Rijsleutel] = set()
        self._daarna: set[Rijsleutel] = set()
        self._terug: set[Rijsleutel] = set()
        self._misschien: set[Rijsleutel] = set()
        self._gaat: set[Rijsleutel] = set()

    def toon(self, rijen: Iterable[Rijsleutel], hier: Callable[[str], bool]) -> frozenset[Rijsleutel]:
        """Give these rows, and all that depends on them, their true state; return which rows were written.

        ``hier`` tells which scopes are shown on this laptop.
        """
        self._hier = hier
        self._db.execute(
            "CREATE TEMP TABLE IF NOT EXISTS te_tonen (tabel, rij, PRIMARY KEY (tabel, rij)) WITHOUT ROWID"
        )
        self._db.execute("UPDATE bewerkstand SET opnemen = 0")
        self._gaat.clear()
        self._veranderd, self._daarna = set(), {rij for rij in rijen if rij[0] in self._vormen}
        while self._daarna:
            ronde, self._daarna = self._daarna, set()
            self._toon(ronde)
        self._db.execute("DELETE FROM hermeng")
        self._db.execute("UPDATE bewerkstand SET opnemen = 1")
        return frozenset(self._veranderd)

    def _toon(self, rijen: set[Rijsleutel]) -> None:
        alle = rijen | self._kringen({tabel for tabel, _ in rijen})
        per_tabel = self._per_tabel(alle)
        self._zet(per_tabel)
        self._misschien = self._alleen_nog_nodig_voor(per_tabel)
        weg: dict[str, list[Rijstand]] = defaultdict(list)
        self._terug = set()
        for tabel in self._op_volgorde(per_tabel):
            self._schrijf_tabel(self._vormen[tabel], weg[tabel])
        self._herstel_verwijzingen(per_tabel)
        for tabel in reversed(self._op_volgorde(weg)):
            self._ruim_op(self._vormen[tabel], weg[tabel])
        if self._wacht_iets():
            self._daarna |= self._wachtend_door(rijen | self._die_staan(alle), alle) - alle
        # What came and went again in this round is no reason to look again: that would never end.
        self._daarna |= self._wachtend_op(self._die_staan(self._terug)) | self._die_staan(self._misschien)

    def _koppen(self, vorm: Vorm) -> Iterator[list[KaleKop]]:
        """Yield the values of each row that is to be looked at and that is shown on this laptop."""
        koppen = self._db.execute(
            f"""SELECT {_KOP} FROM kop WHERE tabel = :tabel
                AND rij IN (SELECT rij FROM temp.te_tonen WHERE tabel = :tabel) ORDER BY rij""",
            {"tabel": vorm.tabel},
        )
        for _, groep in groupby(koppen, key=itemgetter(-1)):
            van_rij = list(groep)
            if self._is_hier(van_rij):
                yield van_rij

    def _is_hier(self, koppen: Sequence[KaleKop]) -> bool:
        return self._hier(koppen[0][1]) or any(self._hier(bereik) for _, bereik, *_ in koppen)

    def _stand(self, vorm: Vorm, kale: Sequence[KaleKop]) -> Rijstand:
        koppen = [Kop._make(kop) for kop in kale]
        rij = koppen[0].rij

        def samen(versies: Sequence[Kop]) -> str | None:
            return self._teksten.samen(vorm.tabel, rij, versies)

        return rijstand(vorm, rij, koppen, self._hier, samen)

    def _een_stand(self, vorm: Vorm, rij: str) -> Rijstand | None:
        koppen = self._db.execute(f"SELECT {_KOP} FROM kop WHERE tabel = ? AND rij = ?", (vorm.tabel, rij)).fetchall()
        return self._stand(vorm, koppen) if koppen and self._is_hier(koppen) else None

    def _schrijf_tabel(self, vorm: Vorm, weg: list[Rijstand]) -> None:
        """Write the rows that stand and set aside the others."""
        koppen = self._koppen(vorm)
        while rijen := list(islice(koppen, _IN_EENS)):
            deel = [self._stand(vorm, een) for een in self._schrijf_gewone(vorm, rijen)]
            staat = [stand for stand in deel if stand.compleet and not stand.weg]
            weg += [stand for stand in deel if not stand.compleet or stand.weg]
            for stand, goed in zip(staat, self._schrijf(vorm, staat), strict=True):
                if not goed:
                    stand.compleet = False
                    weg.append(stand)
            # All of them now: what is found out about a row later in this round must not be written over.
            self._vlag(vorm, deel)

    def _schrijf_gewone(self, vorm: Vorm, rijen: Sequence[list[KaleKop]]) -> Sequence[list[KaleKop]]:
        """Write the rows that need no thought (``gewone_rij``); return the others, all where the schema refuses one."""
        uit: dict[str, tuple[Waarde, ...]] = {}
        anders = []
        for koppen in rijen:
            waarden = gewone_rij(vorm, koppen)
            if waarden is None:
                anders.append(koppen)
            else:
                uit[koppen[0][-1]] = waarden
        try:
            self._db.executemany(_opdracht(vorm), ((rij, *waarden) for rij, waarden in uit.items()))
        except Samenhangfout:
            return rijen
        self._veranderd |= {(vorm.tabel, rij) for rij in uit}
        return anders

    def _schrijf(self, vorm: Vorm, standen: Sequence[Rijstand]) -> Sequence[bool]:
        opdracht = _opdracht(vorm)

        def rij(stand: Rijstand) -> tuple[object, ...]:
            return (stand.rij, *(stand.waarde(kolom) for kolom in vorm.kolommen))

        self._veranderd |= {(vorm.tabel, stand.rij) for stand in standen}
        try:
            self._db.executemany(opdracht, [rij(stand) for stand in standen])
        except Samenhangfout:
            return [self._schrijf_wat_mag(stand, lambda een: self._db.execute(opdracht, rij(een))) for stand in standen]
        return [True] * len(standen)

    def _schrijf_wat_mag(self, stand: Rijstand, schrijf: Callable[[Rijstand], object]) -> bool:
        """Write the latest combination of values that the schema allows; tell whether there is one."""
        verdacht: frozenset[str] = frozenset()
        pogingen: Iterator[Mapping[str, int]] = iter([{}])
        while (poging := next(pogingen, None)) is not None:
            stand.gekozen.update(poging)
            try:
                schrijf(stand)
            except Samenhangfout as fout:
                if not stand.verdacht(str(fout)) <= verdacht:
                    verdacht |= stand.verdacht(str(fout))
                    pogingen = stand.combinaties(verdacht)
            else:
                return True
        return False

    def _vlag(self, vorm: Vorm, standen: Iterable[Rijstand]) -> None:
        self._db.executemany(
            "UPDATE kop SET getoond = ? WHERE tabel = ? AND rij = ? AND veld = ? AND bereik = ? AND id = ?",
            [
                (vlag, vorm.tabel, stand.rij, kop.veld, kop.bereik, kop.id)
                for stand in standen
                for kop, vlag in stand.vlaggen(vorm)
            ],
        )

    def _herstel_verwijzingen(self, per_tabel: Mapping[str, set[str]]) -> None:
        """Let what rows need stand, let rows without it wait, and let other references show nothing."""
        na_te_gaan = {tabel: set(rijen) for tabel, rijen in per_tabel.items()}
        while na_te_gaan:
            self._zet(na_te_gaan)
            for tabel in na_te_gaan:
                self._breek_kringen(self._vormen[tabel])
            gevonden: dict[str, set[str]] = defaultdict(set)
            for tabel in self._op_volgorde(na_te_gaan):
                for een in self._vormen[tabel].verwijzingen.values():
                    for rij, doel in self._zonder_doel(tabel, een):
                        if een.houdt and self._breng_terug(tabel, rij, een.naar, doel):
                            gevonden[een.naar].add(doel)
                        elif een.houdt:
                            self._laat_wachten(tabel, rij, een.kolom)
                        else:
                            self._toon_niets(tabel, rij, een.kolom)
            self._terug |= {(tabel, rij) for tabel, rijen in gevonden.items() for rij in rijen}
            na_te_gaan = gevonden

    def _zonder_doel(self, tabel: str, een: Verwijzing) -> Sequence[tuple[str, str]]:
        vraag = f"""SELECT x.id, x.{een.kolom} FROM temp.te_tonen d JOIN {tabel} x ON x.id = d.rij
            WHERE d.tabel = ? AND x.{een.kolom} IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM {een.naar} y WHERE y.id = x.{een.kolom})"""
        return self._db.execute(vraag, (tabel,)).fetchall()

    def _breng_terug(self, tabel: str, rij: str, naar: str, doel: str) -> bool:
        """Let a row that was taken away stand for one of the same readers that needs it; tell whether it could."""
        if self._er_is(naar, doel):
            return True
        stand = self._een_stand(self._vormen[naar], doel)
        if stand is None or not stand.compleet or not stand.weg or stand.bereik != self._bereik(tabel, rij):
            return False
        return self._houd(self._vormen[naar], stand)

    def _houd(self, vorm: Vorm, stand: Rijstand) -> bool:
        (goed,) = self._schrijf(vorm, [stand])
        stand.blijft = goed
        self._vlag(vorm, [stand])
        return goed

    def _laat_wachten(self, tabel: str, rij: str, kolom: str) -> None:
        self._haal_weg(tabel, rij)
        self._merk(tabel, rij, kolom)

    def _toon_niets(self, tabel: str, rij: str, kolom: str) -> None:
        self._db.execute(f"UPDATE {tabel} SET {kolom} = NULL WHERE id = ?", (rij,))
        self._merk(tabel, rij, kolom)
        self._veranderd.add((tabel, rij))

    def _merk(self, tabel: str, rij: str, kolom: str) -> None:
        self._db.execute(
            "UPDATE kop SET getoond = ? WHERE tabel = ? AND rij = ? AND veld = ? AND getoond = ?",
            (ZONDER_DOEL, tabel, rij, kolom, GETOOND),
        )

    def _breek_kringen(self, vorm: Vorm) -> None:
        """Let one row of every ring of rows that stand under each other stand under none: the one moved there last.

        Rows that were taken away count too: whether they stand may hang on the ring itself. So do rows of which not
        all is known: one that was destroyed is less where that was done, and a ring must break at the same row there.
        """
        for een in vorm.verwijzingen.values():
            if een.naar != vorm.tabel:
                continue
            koppen = self._db.execute(
                """SELECT rij, waarde, bereik, hlc, id FROM kop WHERE tabel = ? AND veld = ? AND getoond IN (1, 2, 4)
                   ORDER BY hlc, id""",
                (vorm.tabel, een.kolom),
            )
            geldt = {rij: (doel, rang) for rij, doel, bereik, *rang in koppen if self._hier(bereik)}
            for kring in _kringen({rij: doel for rij, (doel, _) in geldt.items()}):
                self._toon_niets(vorm.tabel, max(kring, key=lambda rij: geldt[rij][1]), een.kolom)

    def _kringen(self, tabellen: Iterable[str]) -> set[Rijsleutel]:
        """Return the rows of these tables whose ring was broken before, or that refer to what is not there."""
        zelf = [(t, v.kolom) for t in tabellen for v in self._vormen[t].verwijzingen.values() if v.naar == t]
        vraag = "SELECT tabel, rij FROM kop WHERE getoond = 2 AND tabel = ? AND veld = ?"
        return {rij for een in zelf for rij in self._db.execute(vraag, een)}

    def _ruim_op(self, vorm: Vorm, standen: Sequence[Rijstand]) -> None:
        """Take away the rows that do not stand, those that others need last; a row that is needed stays."""
        over = list(standen)
        while weg := [stand for stand in over if not (stand.compleet and self._nodig(vorm.tabel, stand))]:
            for stand in weg:
                self._haal_weg(vorm.tabel, stand.rij)
            gegaan = {stand.rij for stand in weg}
            over = [stand for stand in over if stand.rij not in gegaan]
        for oud in over:
            nu = self._een_stand(vorm, oud.rij)
            if nu is None or not self._houd(vorm, nu):
                self._haal_weg(vorm.tabel, oud.rij)
        self._herstel_verwijzingen({vorm.tabel: {stand.rij for stand in over}})

    def _nodig(self, tabel: str, stand: Rijstand) -> bool:
        """Tell whether a row of the same readers stands that cannot be without this one."""
        return any(
            self._bereik(van, rij) == stand.bereik
            for van, een in self._verwijzen_naar[tabel]
            if een.houdt
            for (rij,) in self._db.execute(f"SELECT id FROM {van} WHERE {een.kolom} = ?", (stand.rij,)).fetchall()
        )

    def _haal_weg(self, tabel: str, rij: str) -> None:
        """Take a row away: what needs it waits, what only refers to it shows nothing."""
        if (tabel, rij) in self._gaat or not self._er_is(tabel, rij):
            return  # in a ring of rows that need each other, none keeps another
        self._gaat.add((tabel, rij))
        self._misschien |= self._alleen_nog_nodig_voor({tabel: {rij}}, los=True)
        self._veranderd.add((tabel, rij))
        for van, een in self._verwijzen_naar[tabel]:
            vraag = f"SELECT id FROM {van} WHERE {een.kolom} = ? AND id <> ?"
            for (wie,) in self._db.execute(vraag, (rij, rij)).fetchall():
                if een.houdt:
                    self._laat_wachten(van, wie, een.kolom)
                else:
                    self._toon_niets(van, wie, een.kolom)
        self._db.execute(f"DELETE FROM {tabel} WHERE id = ?", (rij,))
        self._gaat.discard((tabel, rij))
        self._db.execute(
            "UPDATE kop SET getoond = ? WHERE tabel = ? AND rij = ? AND veld = ? AND getoond = ?",
            (GETOOND, tabel, rij, WEG, WEG_GELDT_NIET),
        )

    def _alleen_nog_nodig_voor(self, per_tabel: Mapping[str, set[str]], *, los: bool = False) -> set[Rijsleutel]:
        """Return what was taken away and perhaps stands only because these rows, as they stand now, need it."""
        uit: set[Rijsleutel] = set()
        for tabel, rijen in per_tabel.items():
            wie = "SELECT ? AS rij" if los else "SELECT rij FROM temp.te_tonen WHERE tabel = ?"
            for een in self._vormen[tabel].verwijzingen.values():
                if een.houdt:
                    vraag = f"""SELECT DISTINCT w.tabel, w.rij FROM ({wie}) d JOIN {tabel} x ON x.id = d.rij
                        JOIN kop w ON w.tabel = ? AND w.rij = x.{een.kolom} AND w.veld = ? AND w.waarde IS NOT NULL
                        JOIN {een.naar} y ON y.id = w.rij"""
                    uit |= set(self._db.execute(vraag, (next(iter(rijen)) if los else tabel, een.naar, WEG)))
        return uit

    def _wachtend_op(self, rijen: Iterable[Rijsleutel]) -> set[Rijsleutel]:
        """Return the rows that show less than they would because one of these was not there."""
        if not self._wacht_iets():
            return set()
        vraag = "SELECT tabel, rij FROM kop WHERE getoond = 2 AND waarde = ?"
        return {wie for _, rij in rijen for wie in self._db.execute(vraag, (rij,))}

    def _wacht_iets(self) -> bool:
        """Tell whether any row shows less than it would: mostly none does, and then nobody need be asked."""
        return self._db.execute("SELECT 1 FROM kop WHERE getoond = 2 LIMIT 1").fetchone() is not None

    def _wachtend_door(self, rijen: set[Rijsleutel], alle: set[Rijsleutel]) -> set[Rijsleutel]:
        """Return what waits for these rows, and for what waits for them in this round and may come back for another."""
        uit, nieuw = set[Rijsleutel](), rijen
        while nieuw:
            wacht = self._wachtend_op(nieuw) - uit
            uit |= wacht
            nieuw = (wacht & alle) - rijen
        return uit

    def _die_staan(self, rijen: Iterable[Rijsleutel]) -> set[Rijsleutel]:
        return {rij for rij in rijen if self._er_is(*rij)}

    def _er_is(self, tabel: str, rij: str) -> bool:
        return self._db.execute(f"SELECT 1 FROM {tabel} WHERE id = ?", (rij,)).fetchone() is not None

    def _bereik(self, tabel: str, rij: str) -> str:
        vraag = "SELECT bereik FROM kop WHERE tabel = ? AND rij = ? AND veld = '_rij' AND getoond = 1"
        gevonden = self._db.execute(vraag, (tabel, rij)).fetchone()
        return str(gevonden[0]) if gevonden else ""

    def _zet(self, per_tabel: Mapping[str, set[str]]) -> None:
        self._db.execute("DELETE FROM temp.te_tonen")
        self._db.executemany(
            "INSERT INTO temp.te_tonen VALUES (?, ?)",
            [(tabel, rij) for tabel, rijen in per_tabel.items() for rij in rijen],
        )

    def _op_volgorde(self, tabellen: Iterable[str]) -> list[str]:
        gevraagd = set(tabellen)
        return [tabel for tabel in self._vormen if tabel in gevraagd]

    @staticmethod
    def _per_tabel(rijen: Iterable[Rijsleutel]) -> dict[str, set[str]]:
        uit: dict[str, set[str]] = defaultdict(set)
        for tabel, rij in rijen:
            uit[tabel].add(rij)
        return dict(uit)


def _opdracht(vorm: Vorm) -> str:
    """Return what writes a row: its id, then its columns."""
    kolommen = ("id", *vorm.kolommen)
    return f"""INSERT INTO {vorm.tabel} ({", ".join(kolommen)}) VALUES ({", ".join("?" * len(kolommen))})
        ON CONFLICT (id) DO UPDATE SET {", ".join(f"{kolom} = excluded.{kolom}" for kolom in vorm.kolommen)}"""


def _omgekeerd(vormen: Mapping[str, Vorm]) -> Mapping[str, Sequence[tuple[str, Verwijzing]]]:
    uit: dict[str, list[tuple[str, Verwijzing]]] = {tabel: [] for tabel in vormen}
    for vorm in vormen.values():
        for een in vorm.verwijzingen.values():
            uit[een.naar].append((vorm.tabel, een))
    return uit


def _kringen(boven: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Yield the rings in which rows stand above each other; each row stands under at most one other."""
    gehad: set[str] = set()
    for begin in boven:
        pad: list[str] = []
        plek: dict[str, int] = {}
        rij: str | None = begin
        while rij is not None and rij not in gehad:
            gehad.add(rij)
            plek[rij] = len(pad)
            pad.append(rij)
            rij = boven.get(rij)
        if rij in plek:
            yield pad[plek[rij] :]
