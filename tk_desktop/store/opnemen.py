"""Recording: triggers in the schema write every change of a travelling field as an operation, whoever makes it.

They are made from ``reizend`` and the schema, and anew whenever one of the two changed. Ordinary SQL stays ordinary: a
use case, an undo, a cascade and a statement by hand are recorded alike, in the same transaction. What they have in
common stands in the triggers of the views ``opname`` (``db/migrations/0014`` and ``0052``) and of the wide ones made
here, so that those of the tables stay small.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from json import dumps
from zlib import crc32

from sqlite_utils import Database

from tk_desktop.domain.bereik import is_gepubliceerd
from tk_desktop.domain.bewerking import RIJ, WEG, Waarde
from tk_desktop.store.bevriezen import VERGADERING, losgemaakt, vaste_kolommen, vergadering
from tk_desktop.store.reizend import REIZEND, Vanwie
from tk_desktop.store.vormen import Kolom, Vorm, vormen

_VERSIE = 5
"""Higher when this module writes other triggers; ``tests/store/test_opnemen.py`` tells when."""

_WELKE = f"{crc32(repr(REIZEND).encode()):08x}"
"""Another when another table travels, or in another way."""

NIET_VAN_U = "niet van u"
"""What the triggers say of a change that nobody may make on this laptop (``db/migrations/0014``)."""

_BEREIKEN = {
    Vanwie.BESTUUR: "(SELECT sec FROM bewerkstand)",
    Vanwie.EIGEN: "(SELECT prive FROM bewerkstand)",
    Vanwie.OPMERKING: "(SELECT coalesce(sec, pp) FROM bewerkstand)",
    Vanwie.AFMELDING: """(SELECT iif(sec IS NULL, pp, coalesce(
        (SELECT 'pp:' || l.persoon_id FROM lidmaatschap l WHERE l.id = {rij}.lid_id), sec)) FROM bewerkstand)""",
    Vanwie.REACTIE: """(SELECT iif(sec IS NULL, pp, coalesce((
        SELECT 'pp:' || l.persoon_id FROM ronde r JOIN agendapunt a ON a.id = r.agendapunt_id
        JOIN vergadering v ON v.id = a.vergadering_id JOIN lidmaatschap l ON l.gremium_id = v.gremium_id
        JOIN persoon p ON p.id = l.persoon_id
        WHERE r.id = {rij}.ronde_id AND p.naam = {rij}.naam ORDER BY l.id LIMIT 1
        ), sec)) FROM bewerkstand)""",
}
"""The scope of a new row; nothing where the row may not be made on this laptop."""

_EERSTE = 2
"""The place of the first column in ``opname_kolom``: before it stand that the row is there, and that it is gone."""

_SMAL = 6
"""How many columns most tables have at most."""

_EERDER = """CASE WHEN EXISTS(
SELECT 1 FROM kop WHERE tabel=new.tabel AND rij=new.rij AND veld=k.veld AND getoond BETWEEN 1 AND 3
) THEN (SELECT iif(getoond=2,NULL,waarde) FROM kop
WHERE tabel=new.tabel AND rij=new.rij AND veld=k.veld AND getoond BETWEEN 1 AND 3
ORDER BY waarde IS NULL LIMIT 1) ELSE k.standaard END"""
"""What a field of a row that is new or came back was before: shown, or else what stands there by itself."""

_HERMENG = """INSERT OR IGNORE INTO hermeng SELECT tabel,rij FROM kop
WHERE tabel=new.tabel AND rij=new.rij AND getoond IN (0,2,3,4) LIMIT 1;"""
"""Has a row looked at again when more is known of it than is shown."""


def neemt_op(db: Database) -> bool:
    """Tell whether every change is recorded, by triggers that fit this program and the schema."""
    (rij,) = db.query("SELECT triggers FROM bewerkstand")
    return bool(rij["triggers"] == _kenmerk(db))


def neem_op(db: Database) -> None:
    """See to it that every change is recorded from here on, inside a transaction of the caller.

    What stood there before becomes operations once. Rows that may have to be shown differently stand in ``hermeng``.
    """
    db.execute("UPDATE bewerkstand SET opnemen = 0")
    _verwijder(db)
    alle = vormen(db)
    for opdracht in breed(alle):
        db.execute(opdracht)
    _beschrijf(db, alle)
    for vorm in alle.values():
        for opdracht in triggers(vorm, alle):
            db.execute(opdracht)
    for vorm in alle.values():
        _begin(db, vorm)
    bekend = ", ".join(f"'{naam}'" for naam in alle)
    db.execute(f"INSERT OR IGNORE INTO hermeng SELECT tabel, rij FROM kop WHERE getoond = 4 AND tabel IN ({bekend})")
    db.execute("UPDATE bewerkstand SET opnemen = 1, triggers = :kenmerk", {"kenmerk": _kenmerk(db)})


def laat_los(db: Database) -> None:
    """Record nothing until ``neem_op``: the schema is going to change, and every laptop changes it alike."""
    if next(db.query("SELECT 1 FROM sqlite_schema WHERE name = 'bewerkstand'"), None):
        db.execute("UPDATE bewerkstand SET opnemen = 0, triggers = ''")
        _verwijder(db)


def _verwijder(db: Database) -> None:
    """Take away the triggers of the tables themselves."""
    oude = (
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'opname_*' AND tbl_name NOT GLOB 'opname*'"
    )
    for rij in list(db.query(oude)):
        db.execute(f"DROP TRIGGER {rij['name']}")


def _kenmerk(db: Database) -> str:
    (rij,) = db.query("PRAGMA schema_version")
    return f"{_VERSIE}-{_WELKE}-{rij['schema_version']}"


def triggers(vorm: Vorm, alle: Mapping[str, Vorm]) -> Iterator[str]:
    """Yield the statements that make the triggers of one table; short, for they are read at every opening.

    Each tells its row at once; what is asked of the columns stands in ``opname_kolom``.
    """
    tabel = vorm.tabel
    kop = "WHEN (SELECT opnemen FROM bewerkstand) BEGIN"
    van, naar = (vergadering(alle, tabel, rij) for rij in ("old", "new"))
    # Before there is a meeting it has no dossier, and it is looked at before it goes (migration 0046).
    erbij, eraf = ("NULL", "NULL") if tabel == VERGADERING else (naar, van)
    n, o = ([f"{letter}{nr}" for nr, _ in _genummerd(vorm)] for letter in "no")
    nieuw, oud = ([f"{rij}.{een}" for een in vorm.kolommen] for rij in ("new", "old"))
    yield f"""CREATE TRIGGER opname_{tabel}_nieuw AFTER INSERT ON {tabel} {kop}
INSERT INTO opname_nieuw_{_maat(vorm)}(tabel,rij,bereik,naar,{",".join(n)})
VALUES('{tabel}',new.id,{_bereik(vorm, "new")},{erbij},{",".join(nieuw)});
{_kring(vorm, nieuw=True)}{_antwoord(vorm)}END"""
    yield f"""CREATE TRIGGER opname_{tabel}_anders AFTER UPDATE ON {tabel} {kop}
INSERT INTO opname_anders_{_maat(vorm)}(tabel,rij,bereik,van,naar,los,samen,{",".join(n)},{",".join(o)})
VALUES('{tabel}',new.id,{_bereik(vorm, "new")},{van},{naar},{losgemaakt(alle, tabel)},{_samen(vorm)},
{",".join(nieuw)},{",".join(oud)});
{_kring(vorm, nieuw=False)}{_antwoord(vorm)}END"""
    yield f"""CREATE TRIGGER opname_{tabel}_weg AFTER DELETE ON {tabel} {kop}
INSERT INTO opname_weg VALUES('{tabel}',old.id,{_bereik(vorm, "old")},{eraf});
{_los(vorm)}END"""


def _genummerd(vorm: Vorm) -> Iterator[tuple[int, Kolom]]:
    """Yield each column with its place in the wide views."""
    return enumerate(vorm.kolommen.values(), _EERSTE)


def breed(alle: Mapping[str, Vorm]) -> Iterator[str]:
    """Yield the statements that make the views to which a table tells a whole row, and what these do with it.

    One pair is as wide as the widest table; most tables are small, and do with one that is ready sooner. A row leaves
    empty what its table has not.
    """
    yield from _paar("smal", _SMAL)
    yield from _paar("breed", max(len(vorm.kolommen) for vorm in alle.values()))


def _paar(maat: str, breedte: int) -> Iterator[str]:
    nummers = range(_EERSTE, _EERSTE + breedte)
    n, o = (",".join(f"{letter}{nr}" for nr in nummers) for letter in "no")
    nieuw = f"CASE k.nr WHEN 0 THEN 1{''.join(f' WHEN {nr} THEN new.n{nr}' for nr in nummers)} END"
    oud = f"CASE k.nr{''.join(f' WHEN {nr} THEN new.o{nr}' for nr in nummers)} END"
    anders = f"CASE k.nr{''.join(f' WHEN {nr} THEN new.n{nr} IS NOT new.o{nr}' for nr in nummers)} END"
    erbij, gewijzigd = f"opname_nieuw_{maat}", f"opname_anders_{maat}"
    yield f"DROP VIEW IF EXISTS {erbij}"
    yield f"DROP VIEW IF EXISTS {gewijzigd}"
    yield f"CREATE VIEW {erbij}(tabel,rij,bereik,naar,{n}) AS SELECT {_leeg(4 + breedte)}"
    yield f"CREATE VIEW {gewijzigd}(tabel,rij,bereik,van,naar,los,samen,{n},{o}) AS SELECT {_leeg(7 + 2 * breedte)}"
    yield f"""CREATE TRIGGER {erbij}_erbij INSTEAD OF INSERT ON {erbij} BEGIN
SELECT raise(ABORT,'dossier gesloten') FROM dicht_dossier WHERE vergadering_id=new.naar;
INSERT INTO opname_veld SELECT new.tabel,new.rij,coalesce(new.bereik,(SELECT sec FROM bewerkstand)),k.veld,{nieuw}
FROM opname_kolom k WHERE k.tabel=new.tabel AND (k.samen OR {nieuw} IS NOT {_EERDER});
{_HERMENG}
INSERT OR IGNORE INTO hermeng SELECT tabel,rij FROM kop WHERE getoond=2 AND waarde=new.rij;
END"""
    yield f"""CREATE TRIGGER {gewijzigd}_erbij INSTEAD OF INSERT ON {gewijzigd} BEGIN
INSERT INTO opname_wissel
SELECT new.tabel,new.rij,new.bereik,k.veld,{nieuw},{oud},k.houdt,k.vast OR new.los,new.van,new.naar
FROM opname_kolom k WHERE k.tabel=new.tabel AND k.nr>={_EERSTE} AND iif(k.samen,new.samen,{anders});
{_HERMENG}
END"""


def _maat(vorm: Vorm) -> str:
    return "smal" if len(vorm.kolommen) <= _SMAL else "breed"


def _leeg(aantal: int) -> str:
    return f"{','.join(['NULL'] * aantal)} WHERE 0"


def _beschrijf(db: Database, alle: Mapping[str, Vorm]) -> None:
    """Write down what is asked of each column (``opname_kolom``); of a row too, whether it is there, and gone."""
    db.execute("DELETE FROM opname_kolom")
    for tabel, vorm in alle.items():
        vast = vaste_kolommen(alle, tabel)
        houdt = {een.kolom: een.naar for een in vorm.verwijzingen.values() if een.houdt}
        kolommen = (
            (tabel, nr, een.naam, een.standaard, een.naam in vorm.reizend.samen, een.naam in vast, houdt.get(een.naam))
            for nr, een in _genummerd(vorm)
        )
        vooraf = ((tabel, nr, veld, None, False, False, None) for nr, veld in enumerate((RIJ, WEG)))
        db.conn.executemany("INSERT INTO opname_kolom VALUES (?, ?, ?, ?, ?, ?, ?)", [*vooraf, *kolommen])


def _bereik(vorm: Vorm, rij: str) -> str:
    """Return what a trigger tells as the scope of a row: nothing where it is of the secretariat, as most are."""
    return "NULL" if vorm.reizend.vanwie is Vanwie.BESTUUR else _BEREIKEN[vorm.reizend.vanwie].format(rij=rij)


def _samen(vorm: Vorm) -> str:
    """Return whether any of the columns changed that are told together."""
    return " OR ".join(f"old.{naam} IS NOT new.{naam}" for naam in vorm.reizend.samen) or "0"


def _los(vorm: Vorm) -> str:
    """Return the statements that tell that a row that went refers no longer to what it kept."""
    houdt = [een for een in vorm.verwijzingen.values() if een.houdt]
    return "".join(f"INSERT INTO opname_los VALUES('{een.naar}',old.{een.kolom});" for een in houdt)


def _kring(vorm: Vorm, *, nieuw: bool) -> str:
    """Return statements for rows that stand under each other: a ring may be made, or one that was broken be none."""
    uit = ""
    for een in vorm.verwijzingen.values():
        if een.naar == vorm.tabel:
            gebroken = f"SELECT 1 FROM kop WHERE getoond=2 AND tabel='{vorm.tabel}' AND veld='{een.kolom}'"
            anders = f"new.{een.kolom} IS NOT NULL OR EXISTS({gebroken})"
            als = anders if nieuw else f"old.{een.kolom} IS NOT new.{een.kolom}"
            uit += f"INSERT OR IGNORE INTO hermeng SELECT '{vorm.tabel}',new.id WHERE {als};"
    return uit


def _antwoord(vorm: Vorm) -> str:
    """Return the statement that refuses what a member would fill in for the secretariat: nobody would take it in."""
    if not vorm.reizend.antwoord:
        return ""
    velden = ",".join(f"'{naam}'" for naam in vorm.reizend.antwoord)
    return f"""SELECT raise(ABORT,'{NIET_VAN_U}') WHERE (SELECT sec FROM bewerkstand) IS NULL AND EXISTS(
SELECT 1 FROM kop WHERE tabel='{vorm.tabel}' AND rij=new.id AND veld IN ({velden}) AND vervangt IS NOT NULL);"""


def _begin(db: Database, vorm: Vorm) -> None:
    """Make operations of what stands in a table and was never told.

    Their ids follow from what they say, so that two copies of one werkmap say the same and nothing differs.
    """
    tabel = vorm.tabel
    if next(db.query(f"SELECT 1 FROM {tabel} LIMIT 1"), None) is None:
        return
    _begin_veld(db, vorm, RIJ, "1", "1 = 1")
    for een in vorm.kolommen.values():
        anders = f"x.{een.naam} IS NOT {een.standaard_sql}"
        _begin_veld(db, vorm, een.naam, f"x.{een.naam}", "1 = 1" if een.naam in vorm.reizend.samen else anders)


def _begin_veld(db: Database, vorm: Vorm, veld: str, waarde: str, voorwaarde: str) -> None:
    bekend = "SELECT 1 FROM kop k WHERE k.tabel = :tabel AND k.rij = x.id AND k.veld = :veld"
    rijen = db.query(
        f"""SELECT x.id AS rij, coalesce((
                SELECT bereik FROM kop WHERE tabel = :tabel AND rij = x.id AND veld = '{RIJ}' AND getoond = 1
            ), {_BEREIKEN[vorm.reizend.vanwie].format(rij="x")}) AS bereik, {waarde} AS waarde FROM {vorm.tabel} x
            WHERE {voorwaarde} AND NOT EXISTS ({bekend})""",
        {"tabel": vorm.tabel, "veld": veld},
    )
    db.conn.executemany(
        """INSERT INTO kop (tabel, rij, veld, bereik, id, hlc, waarde, vervangt)
           VALUES (:tabel, :rij, :veld, :bereik, :id, 1, :waarde, '[]')""",
        [
            {**rij, "tabel": vorm.tabel, "veld": veld, "id": _beginid(vorm.tabel, rij["rij"], veld, rij["waarde"])}
            for rij in rijen
            if rij["bereik"] and not is_gepubliceerd(rij["bereik"])
        ],
    )


def _beginid(tabel: str, rij: str, veld: str, waarde: Waarde) -> str:
    return sha256(dumps([tabel, rij, veld, waarde]).encode()).hexdigest()[:20]
