"""Recording: triggers in the schema write every change of a travelling field as an operation, whoever makes it.

They are made from ``reizend`` and the schema, and anew whenever one of the two changed. Ordinary SQL stays ordinary: a
use case, an undo, a cascade and a statement by hand are recorded alike, in the same transaction. What they have in
common stands in the trigger of the view ``opname`` (``db/migrations/0014``), so that those of the tables stay small.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from json import dumps
from zlib import crc32

from sqlite_utils import Database

from tk_desktop.domain.bewerking import RIJ, WEG, Waarde
from tk_desktop.store.bevriezen import weigering
from tk_desktop.store.reizend import REIZEND, Vanwie
from tk_desktop.store.vormen import Vorm, vormen

_VERSIE = 4
"""Higher when this module writes other triggers; ``tests/store/test_opnemen.py`` tells when."""

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


def neemt_op(db: Database) -> bool:
    """Tell whether every change is recorded, by triggers that fit this program and the schema."""
    (rij,) = db.query("SELECT triggers FROM bewerkstand")
    return bool(rij["triggers"] == _kenmerk(db))


def neem_op(db: Database) -> None:
    """See to it that every change is recorded from here on, inside a transaction of the caller.

    What stood there before becomes operations once. Rows that may have to be shown differently stand in ``hermeng``.
    """
    db.execute("UPDATE bewerkstand SET opnemen = 0")
    oude = (
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'opname_*' AND tbl_name NOT GLOB 'opname*'"
    )
    for rij in list(db.query(oude)):
        db.execute(f"DROP TRIGGER {rij['name']}")
    alle = vormen(db)
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


def _kenmerk(db: Database) -> str:
    (rij,) = db.query("PRAGMA schema_version")
    return f"{_VERSIE}-{crc32(repr(REIZEND).encode()):08x}-{rij['schema_version']}"


def triggers(vorm: Vorm, alle: Mapping[str, Vorm]) -> Iterator[str]:
    """Yield the statements that make the triggers of one table; short, for they are read at every opening.

    What a closed dossier freezes is refused first (``bevriezen``).
    """
    tabel = vorm.tabel
    kop = "WHEN (SELECT opnemen FROM bewerkstand) BEGIN"
    yield f"""CREATE TRIGGER opname_{tabel}_nieuw AFTER INSERT ON {tabel} {kop} {weigering(alle, tabel, "nieuw")}
INSERT INTO opname_nieuw SELECT '{tabel}',new.id,{_bereik(vorm, "new")},v.* FROM (VALUES{_nieuw(vorm)}) v;
{_hermeng(vorm)}
INSERT OR IGNORE INTO hermeng SELECT tabel,rij FROM kop WHERE getoond=2 AND waarde=new.id;
{_kring(vorm, nieuw=True)}{_antwoord(vorm)}
END"""
    yield f"""CREATE TRIGGER opname_{tabel}_anders AFTER UPDATE ON {tabel} {kop} {weigering(alle, tabel, "anders")}
INSERT INTO opname_anders SELECT '{tabel}',new.id,{_bereik(vorm, "new")},v.* FROM (VALUES{_anders(vorm)}) v;
{_hermeng(vorm)}
{_los(vorm, " WHERE old.{kolom} IS NOT new.{kolom}")}{_kring(vorm, nieuw=False)}{_antwoord(vorm)}
END"""
    yield f"""CREATE TRIGGER opname_{tabel}_weg AFTER DELETE ON {tabel} {kop} {weigering(alle, tabel, "weg")}
INSERT INTO opname_weg VALUES('{tabel}',old.id,{_bereik(vorm, "old")});
{_los(vorm, "")}
END"""


def _bereik(vorm: Vorm, rij: str) -> str:
    return _BEREIKEN[vorm.reizend.vanwie].format(rij=rij)


def _nieuw(vorm: Vorm) -> str:
    """Return what a new row tells: that it is there, not gone, and of each column what stands there by itself."""
    velden = [f"('{RIJ}',1,NULL,0)", f"('{WEG}',NULL,NULL,0)"]
    for een in vorm.kolommen.values():
        altijd = int(een.naam in vorm.reizend.samen)
        velden.append(f"('{een.naam}',new.{een.naam},{een.standaard_sql},{altijd})")
    return ",".join(velden)


def _anders(vorm: Vorm) -> str:
    samen = " OR ".join(f"old.{naam} IS NOT new.{naam}" for naam in vorm.reizend.samen)
    velden = []
    for naam in vorm.kolommen:
        anders = samen if naam in vorm.reizend.samen else f"old.{naam} IS NOT new.{naam}"
        velden.append(f"('{naam}',new.{naam},{anders})")
    return ",".join(velden)


def _hermeng(vorm: Vorm) -> str:
    """Return the statement that has a row looked at again when more is known of it than is shown."""
    return f"""INSERT OR IGNORE INTO hermeng SELECT tabel,rij FROM kop
WHERE tabel='{vorm.tabel}' AND rij=new.id AND getoond IN (0,2,3,4) LIMIT 1;"""


def _los(vorm: Vorm, voorwaarde: str) -> str:
    """Return the statements that tell that a row refers no longer to what it kept."""
    houdt = [een for een in vorm.verwijzingen.values() if een.houdt]
    return "".join(
        f"INSERT INTO opname_los SELECT '{een.naar}',old.{een.kolom}{voorwaarde.format(kolom=een.kolom)};"
        for een in houdt
    )


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
            ), {_bereik(vorm, "x")}) AS bereik, {waarde} AS waarde FROM {vorm.tabel} x
            WHERE {voorwaarde} AND NOT EXISTS ({bekend})""",
        {"tabel": vorm.tabel, "veld": veld},
    )
    db.conn.executemany(
        """INSERT INTO kop (tabel, rij, veld, bereik, id, hlc, waarde, vervangt)
           VALUES (:tabel, :rij, :veld, :bereik, :id, 1, :waarde, '[]')""",
        [
            {**rij, "tabel": vorm.tabel, "veld": veld, "id": _beginid(vorm.tabel, rij["rij"], veld, rij["waarde"])}
            for rij in rijen
            if rij["bereik"] and not rij["bereik"].startswith(("alg", "bes:"))
        ],
    )


def _beginid(tabel: str, rij: str, veld: str, waarde: Waarde) -> str:
    return sha256(dumps([tabel, rij, veld, waarde]).encode()).hexdigest()[:20]
