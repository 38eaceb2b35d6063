"""Telling again what a laptop forgot that destroyed a dossier, while somebody elsewhere still worked in it (K10).

Who destroys a dossier forgets the values that were seen then, so that nothing of them can be read any more. Where
nobody changed anything unseen, all rows go everywhere and nobody misses those values. Where somebody did, the row stays
until it is judged (a removal never swallows what it did not see), but it would stay there alone: the laptop that forgot
has only the new value. Therefore a laptop on which such a row stands tells all of it once more, as values of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from tk_desktop.domain.bewerking import RIJ, WEG, gezien
from tk_desktop.domain.conflict import Conflict, Kandidaat
from tk_desktop.store.bewerkingen import Bewerkingen
from tk_desktop.store.driver import Verbinding
from tk_desktop.store.rijstand import VERBORGEN
from tk_desktop.store.vormen import Vorm

Herhaling = tuple[str, str, frozenset[str]]
"""A row, by table and id, and the values of it that were forgotten elsewhere."""


def te_herhalen(db: Verbinding, vormen: Mapping[str, Vorm]) -> Iterator[Herhaling]:
    """Yield the rows of destroyed dossiers that stand here, with what whoever destroyed them had seen."""
    vraag = """SELECT d.vergadering FROM vernietiging_dossier d JOIN vernietiging v ON v.id = d.vernietiging_id
        WHERE v.uitgevoerd_op IS NOT NULL"""
    vernietigd = {str(een) for (een,) in db.execute(vraag)}
    if not vernietigd:
        return
    weg: dict[tuple[str, str], set[str]] = defaultdict(set)
    geldt_niet = "SELECT tabel, rij, waarde FROM kop WHERE veld = ? AND getoond IN (0, 3) AND getoond = 3"  # its index
    for tabel, rij, waarde in db.execute(geldt_niet, (WEG,)):
        weg[tabel, rij] |= gezien(waarde)
    for (tabel, rij), ids in weg.items():
        if tabel in vormen and _hoort_bij(db, vormen, tabel, rij, vernietigd):
            yield tabel, rij, frozenset(ids)


def _hoort_bij(db: Verbinding, vormen: Mapping[str, Vorm], tabel: str, rij: str, vergaderingen: set[str]) -> bool:
    """Tell whether a row is one of these meetings, or stands under one by whatever it refers to."""
    gehad: set[tuple[str, str]] = set()
    rand = [(tabel, rij)]
    while rand:
        een = rand.pop()
        if een in gehad:
            continue
        gehad.add(een)
        if een[0] == "vergadering" and een[1] in vergaderingen:
            return True
        verwijzingen = vormen[een[0]].verwijzingen
        velden = db.execute("SELECT veld, waarde FROM kop WHERE tabel = ? AND rij = ? AND waarde IS NOT NULL", een)
        rand += [(verwijzingen[veld].naar, str(waarde)) for veld, waarde in velden.fetchall() if veld in verwijzingen]
    return False


def herhaal(db: Verbinding, bewerkingen: Bewerkingen, rijen: Iterable[Herhaling]) -> tuple[tuple[str, str], ...]:
    """Tell the values of these rows once more, in the scope in which each stands; return the rows to ``toon``.

    Of a field on which people differ every value is told, so that the question is the same everywhere.
    """
    uit = []
    for tabel, rij, vergeten in rijen:
        koppen = db.execute(
            """SELECT k.veld, k.bereik, k.id, k.hlc, k.waarde, k.getoond, k.apparaat FROM kop r JOIN kop k
               ON k.tabel = r.tabel AND k.rij = r.rij AND k.bereik = r.bereik
               WHERE r.tabel = ? AND r.rij = ? AND r.veld = ? AND r.getoond = 1 AND k.veld NOT IN (?, ?)
               GROUP BY k.veld, k.bereik, k.id ORDER BY k.veld, k.bereik, k.hlc DESC, k.id DESC""",
            (tabel, rij, RIJ, RIJ, WEG),
        ).fetchall()
        for (veld, bereik), groep in groupby(koppen, key=lambda kop: kop[:2]):
            waarden = [
                Kandidaat(id=id_, hlc=hlc, apparaat=wie, waarde=waarde, getoond=vlag != VERBORGEN)
                for _, _, id_, hlc, waarde, vlag, wie in groep
            ]
            if not vergeten.isdisjoint(een.id for een in waarden):
                _herhaal_veld(
                    db, bewerkingen, Conflict(bereik=bereik, tabel=tabel, rij=rij, veld=veld, waarden=tuple(waarden))
                )
                uit.append((tabel, rij))
    return tuple(dict.fromkeys(uit))


def _herhaal_veld(db: Verbinding, bewerkingen: Bewerkingen, veld: Conflict) -> None:
    if not all(een.getoond for een in veld.waarden):
        bewerkingen.heropen(veld)
        return
    waarde = veld.waarden[0].waarde
    if len({een.waarde for een in veld.waarden}) > 1:  # brought together, or of one place: as it is to be read
        rij = db.execute(f"SELECT {veld.veld} FROM {veld.tabel} WHERE id = ?", (veld.rij,)).fetchone()
        if rij is None:
            return  # it waits for what it refers to, and is told when that is there
        (waarde,) = rij
    db.execute(
        "INSERT INTO opname (tabel, rij, veld, bereik, waarde) VALUES (?, ?, ?, ?, ?)",
        (veld.tabel, veld.rij, veld.veld, veld.bereik, waarde),
    )
