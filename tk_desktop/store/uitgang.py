"""Every row that leaves a werkmap for good, and the same rows put into an empty one (``extranet.uitgang``).

Rows are told as they stand, not as the operations that made them: who takes them in begins a history of its own. Notes
and preparations are of who wrote them, and go along for that reader alone, who asks for it; what belongs to this laptop
alone stays home.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from tk_desktop.domain.bewerking import Waarde
from tk_desktop.store.driver import Databasefout
from tk_desktop.store.fouten import RijenKloppenNiet, WerkmapNietLeeg
from tk_desktop.store.opnemen import neem_op
from tk_desktop.store.reizend import REIZEND, Vanwie
from tk_desktop.store.vormen import vormen
from tk_desktop.store.zoekwoorden import rebuild_words

PAGINATEKST = "paginatekst"
"""The words of pages of kept files, as they were read or recognised when these came in: no table that travels."""
_PAGINAKOLOMMEN = ("soort", "bron", "pagina", "tekst")
MEE = (*(een.tabel for een in REIZEND if een.vanwie is not Vanwie.EIGEN), PAGINATEKST)
"""The tables that leave, in the order of the program."""
VAN_LEZERS = tuple(een.tabel for een in REIZEND if een.vanwie is Vanwie.EIGEN)
"""The tables of what readers write for themselves; they leave for a reader who takes his own along."""

Rij = Mapping[str, Waarde]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelinhoud:
    """One table as it stands: its columns in the order of the schema, and its rows in the order of their ids."""

    naam: str
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]


def lees_tabellen(db: Database, lezer: str = "") -> tuple[Tabelinhoud, ...]:
    """Return every table that leaves; the same werkmap gives the same, whatever was done to get there.

    ``lezer`` takes along what he wrote for himself; what others wrote stays.
    """
    eigen = tuple(_lees_eigen(db, naam, lezer) for naam in VAN_LEZERS) if lezer else ()
    return (*(_lees(db, naam) for naam in MEE), *eigen)


def _lees(db: Database, naam: str) -> Tabelinhoud:
    if naam == PAGINATEKST:
        kolommen: tuple[str, ...] = _PAGINAKOLOMMEN
        rijen = db.query(
            f"""SELECT {", ".join(kolommen)} FROM zoekregel WHERE soort IN ('pagina', 'verborgen')
                ORDER BY soort, bron, pagina, tekst"""
        )
    else:
        kolommen = _kolommen(db, naam)
        rijen = db.query(f"SELECT {', '.join(kolommen)} FROM {naam} ORDER BY id")
    return Tabelinhoud(naam=naam, kolommen=kolommen, rijen=tuple(dict(rij) for rij in rijen))


def _lees_eigen(db: Database, naam: str, lezer: str) -> Tabelinhoud:
    """Return the rows of one reader; those of a table without owner are of who works on this laptop."""
    kolommen = _kolommen(db, naam)
    waar = "1"
    if "eigenaar" in kolommen:
        waar = "eigenaar = :lezer"
    elif "aantekening_id" in kolommen:
        waar = "aantekening_id IN (SELECT id FROM aantekening WHERE eigenaar = :lezer)"
    rijen = db.query(f"SELECT {', '.join(kolommen)} FROM {naam} WHERE {waar} ORDER BY id", {"lezer": lezer})
    return Tabelinhoud(naam=naam, kolommen=kolommen, rijen=tuple(dict(rij) for rij in rijen))


def _kolommen(db: Database, naam: str) -> tuple[str, ...]:
    return tuple(een["name"] for een in db.query("SELECT name FROM pragma_table_info(:t)", {"t": naam}))


def vul_tabellen(db: Database, tabellen: Iterable[Tabelinhoud]) -> None:
    """Put rows into a werkmap that holds none, inside a transaction of the caller; a table may be left out.

    A column that is not given gets what stands there by itself: the rows may be of an older program. Raises
    ``WerkmapNietLeeg`` or ``RijenKloppenNiet``.
    """
    per_naam = {een.naam: een for een in tabellen}
    orde = [*vormen(db), PAGINATEKST]
    for naam in orde:
        if db.execute(f"SELECT 1 FROM {'zoekregel' if naam == PAGINATEKST else naam} LIMIT 1").fetchone():
            raise WerkmapNietLeeg
    db.execute("UPDATE bewerkstand SET opnemen = 0")  # nothing that is frozen (``dicht_dossier``) refuses its own rows
    for naam in orde:
        if naam in per_naam:
            _vul(db, "zoekregel" if naam == PAGINATEKST else naam, per_naam[naam])
    rebuild_words(db)
    wees = next(iter(db.query("PRAGMA foreign_key_check")), None)
    if wees is not None:
        raise RijenKloppenNiet(tabel=wees["table"])
    neem_op(db)


def _vul(db: Database, tabel: str, inhoud: Tabelinhoud) -> None:
    bekend = {een["name"] for een in db.query("SELECT name FROM pragma_table_info(:t)", {"t": tabel})}
    if not set(inhoud.kolommen) <= bekend:
        raise RijenKloppenNiet(tabel=inhoud.naam)
    velden, waarden = ", ".join(inhoud.kolommen), ", ".join("?" for _ in inhoud.kolommen)
    try:
        db.conn.executemany(f"INSERT INTO {tabel} ({velden}) VALUES ({waarden})", _rijen(inhoud))
    except (Databasefout, OverflowError) as fout:  # a CHECK, a kind of value, a row twice
        raise RijenKloppenNiet(tabel=inhoud.naam) from fout


def _rijen(inhoud: Tabelinhoud) -> Iterable[Sequence[Waarde]]:
    for rij in inhoud.rijen:
        if set(rij) != set(inhoud.kolommen):
            raise RijenKloppenNiet(tabel=inhoud.naam)
        yield [rij[kolom] for kolom in inhoud.kolommen]
