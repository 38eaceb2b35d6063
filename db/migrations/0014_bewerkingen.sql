-- What travels between laptops: every change of a field as an operation (docs/decisions/0020-0022).
--
-- The triggers on the tables themselves are made by the program (store/opnemen.py), anew whenever the schema changed; they
-- tell the view `opname` below what happened. All of this is about the other tables and travels in no other way than as
-- operations.

-- The values of each field that nobody replaced. One of them is shown; more than one is a conflict.
--   getoond   0: not shown, 1: shown, 2: it refers to a row that is not there, so nothing is shown, 3: a deletion that does
--             not hold, 4: of a newer program, 5: of a scope that is not shown here
--   vervangt  our own operation, in no segment yet: JSON list of the ids that it replaces; NULL: it stands in a segment
CREATE TABLE kop (
    tabel TEXT NOT NULL,
    rij TEXT NOT NULL,
    veld TEXT NOT NULL,
    bereik TEXT NOT NULL,
    id TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    waarde ANY,
    getoond INTEGER NOT NULL DEFAULT 1,
    vervangt TEXT,
    apparaat TEXT NOT NULL DEFAULT '',  -- who wrote it; empty: this laptop
    PRIMARY KEY (tabel, rij, veld, bereik, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kop_openstaand ON kop (bereik) WHERE vervangt IS NOT NULL;
CREATE INDEX kop_te_beoordelen ON kop (tabel, rij) WHERE getoond IN (0, 3);
CREATE INDEX kop_zonder_doel ON kop (waarde) WHERE getoond = 2;

-- Values that were replaced, by their id: should one come in (again), it is old.
CREATE TABLE vervangen (
    tabel TEXT NOT NULL,
    rij TEXT NOT NULL,
    veld TEXT NOT NULL,
    bereik TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (tabel, rij, veld, bereik, id)
) STRICT, WITHOUT ROWID;

-- Our own operations that were replaced from elsewhere before they stood in a segment; they must still be told.
CREATE TABLE bewerking (
    id TEXT PRIMARY KEY NOT NULL,
    hlc INTEGER NOT NULL,
    bereik TEXT NOT NULL,
    tabel TEXT NOT NULL,
    rij TEXT NOT NULL,
    veld TEXT NOT NULL,
    waarde ANY,
    vervangt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The latest versions of long texts, current ones too: what two of them have in common is found here (three-way merge).
CREATE TABLE tekstversie (
    tabel TEXT NOT NULL,
    rij TEXT NOT NULL,
    veld TEXT NOT NULL,
    bereik TEXT NOT NULL,
    id TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    waarde ANY,
    vervangt TEXT NOT NULL,
    PRIMARY KEY (tabel, rij, veld, bereik, id)
) STRICT, WITHOUT ROWID;

-- Rows of which more than the changed field may be shown differently now; looked at before the transaction ends.
CREATE TABLE hermeng (
    tabel TEXT NOT NULL,
    rij TEXT NOT NULL,
    PRIMARY KEY (tabel, rij)
) STRICT, WITHOUT ROWID;

CREATE TABLE bewerkstand (
    een INTEGER PRIMARY KEY CHECK (een = 1),
    klok INTEGER NOT NULL DEFAULT 0,  -- the latest moment that was written or seen (domain/klok.py)
    opnemen INTEGER NOT NULL DEFAULT 0 CHECK (opnemen IN (0, 1)),
    persoon TEXT NOT NULL,  -- whose laptop this is, on the roster
    rol TEXT NOT NULL DEFAULT 'secretaris' CHECK (rol IN ('secretaris', 'bestuurder', 'ambtenaar')),
    triggers TEXT NOT NULL DEFAULT '',  -- for which schema and program they were made
    sec TEXT AS (iif(rol = 'secretaris', 'sec', NULL)),  -- the scope of what is of the secretariat; empty: not ours to write
    prive TEXT AS ('prive:' || persoon),
    pp TEXT AS ('pp:' || persoon)
) STRICT;
INSERT INTO bewerkstand (een, persoon) VALUES (1, lower(hex(randomblob(16))));

-- One field was set. Refused where no scope may be written on this laptop; what others read is only published (`uitgave`).
CREATE VIEW opname (tabel, rij, bereik, veld, waarde, uitgave) AS SELECT '', '', '', '', NULL, NULL WHERE 0;
CREATE TRIGGER opname_erbij INSTEAD OF INSERT ON opname BEGIN
    SELECT raise(ABORT, 'niet van u') WHERE new.bereik IS NULL
        OR (new.uitgave IS NULL AND (new.bereik = 'alg' OR new.bereik GLOB 'bes:*'));
    UPDATE bewerkstand SET klok = min(
        max(klok + 1, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) << 16), 4611686018427387903
    );
    INSERT INTO kop (tabel, rij, veld, bereik, id, hlc, waarde, getoond, vervangt)
    SELECT
        new.tabel, new.rij, new.veld, new.bereik, lower(hex(randomblob(10))),
        min(max(klok, 1 + coalesce((
            SELECT max(k.hlc) FROM kop k
            WHERE k.tabel = new.tabel AND k.rij = new.rij AND k.veld = new.veld AND k.bereik = new.bereik
        ), 0)), 4611686018427387903),
        new.waarde,
        9,
        (
            SELECT json_group_array(oud.id) FROM (
                SELECT k.id FROM kop k
                WHERE k.tabel = new.tabel AND k.rij = new.rij AND k.veld = new.veld AND k.bereik = new.bereik
                    AND k.getoond > 0
                UNION
                SELECT j.value FROM kop k, json_each(k.vervangt) j
                WHERE k.tabel = new.tabel AND k.rij = new.rij AND k.veld = new.veld AND k.bereik = new.bereik
                    AND k.getoond > 0
            ) oud
        )
    FROM bewerkstand;
    INSERT OR IGNORE INTO vervangen (tabel, rij, veld, bereik, id)
    SELECT tabel, rij, veld, bereik, id FROM kop
    WHERE tabel = new.tabel AND rij = new.rij AND veld = new.veld AND bereik = new.bereik AND getoond BETWEEN 1 AND 8;
    DELETE FROM kop
    WHERE tabel = new.tabel AND rij = new.rij AND veld = new.veld AND bereik = new.bereik AND getoond BETWEEN 1 AND 8;
    UPDATE kop SET getoond = iif(new.uitgave IS NULL, 1, 5)
    WHERE tabel = new.tabel AND rij = new.rij AND veld = new.veld AND bereik = new.bereik AND getoond = 9;
END;

-- What a table tells goes through these. A row keeps the scope it has; `bereik` is that of a new one.
CREATE VIEW opname_veld (tabel, rij, bereik, veld, waarde) AS SELECT '', '', '', '', NULL WHERE 0;
CREATE TRIGGER opname_veld_erbij INSTEAD OF INSERT ON opname_veld BEGIN
    INSERT INTO opname (tabel, rij, bereik, veld, waarde) SELECT new.tabel, new.rij, coalesce((
        SELECT bereik FROM kop WHERE tabel = new.tabel AND rij = new.rij AND veld = '_rij' AND getoond = 1
    ), new.bereik), new.veld, new.waarde;
END;

-- A field of a row that may have changed.
CREATE VIEW opname_anders (tabel, rij, bereik, veld, waarde, anders) AS SELECT '', '', '', '', NULL, 0 WHERE 0;
CREATE TRIGGER opname_anders_erbij INSTEAD OF INSERT ON opname_anders WHEN new.anders BEGIN
    INSERT INTO opname_veld (tabel, rij, bereik, veld, waarde)
    VALUES (new.tabel, new.rij, new.bereik, new.veld, new.waarde);
END;

-- A field of a row that is new or came back: told where it differs from what it was, or from what stands there by itself.
CREATE VIEW opname_nieuw (tabel, rij, bereik, veld, waarde, standaard, altijd) AS SELECT '', '', '', '', NULL, NULL, 0 WHERE 0;
CREATE TRIGGER opname_nieuw_erbij INSTEAD OF INSERT ON opname_nieuw WHEN new.altijd OR new.waarde IS NOT CASE WHEN EXISTS (
    SELECT 1 FROM kop WHERE tabel = new.tabel AND rij = new.rij AND veld = new.veld AND getoond BETWEEN 1 AND 3
) THEN (
    SELECT iif(getoond = 2, NULL, waarde) FROM kop
    WHERE tabel = new.tabel AND rij = new.rij AND veld = new.veld AND getoond BETWEEN 1 AND 3
    ORDER BY waarde IS NULL LIMIT 1
) ELSE new.standaard END BEGIN
    INSERT INTO opname_veld (tabel, rij, bereik, veld, waarde)
    VALUES (new.tabel, new.rij, new.bereik, new.veld, new.waarde);
END;

-- A row went, by somebody who had seen all of it.
CREATE VIEW opname_weg (tabel, rij, bereik) AS SELECT '', '', '' WHERE 0;
CREATE TRIGGER opname_weg_erbij INSTEAD OF INSERT ON opname_weg BEGIN
    INSERT INTO opname_veld (tabel, rij, bereik, veld, waarde) VALUES (new.tabel, new.rij, new.bereik, '_weg', (
        SELECT json_group_array(k.id) FROM kop r JOIN kop k ON k.tabel = r.tabel AND k.rij = r.rij AND k.bereik = r.bereik
        WHERE r.tabel = new.tabel AND r.rij = new.rij AND r.veld = '_rij' AND r.getoond = 1
            AND r.id = (SELECT min(id) FROM kop WHERE tabel = new.tabel AND rij = new.rij AND veld = '_rij' AND getoond = 1)
            AND k.veld NOT IN ('_rij', '_weg')
    ));
END;

-- A row is needed no longer by another: was it taken away elsewhere, then it may go now.
CREATE VIEW opname_los (tabel, rij) AS SELECT '', '' WHERE 0;
CREATE TRIGGER opname_los_erbij INSTEAD OF INSERT ON opname_los BEGIN
    INSERT OR IGNORE INTO hermeng SELECT tabel, rij FROM kop
    WHERE tabel = new.tabel AND rij = new.rij AND veld = '_weg' AND waarde IS NOT NULL;
END;

-- Of two rows that travel neither may forbid the other: a key of a part stands once by the way it is made.
CREATE TABLE uitgave_deel_nieuw (
    id TEXT PRIMARY KEY NOT NULL,
    uitgave_id TEXT NOT NULL REFERENCES uitgave (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    sleutel TEXT NOT NULL,
    titel TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    van INTEGER NOT NULL CHECK (van >= 0),  -- 0: a file without pages
    tot INTEGER NOT NULL CHECK (tot >= van)
) STRICT;
INSERT INTO uitgave_deel_nieuw SELECT id, uitgave_id, volgorde, sleutel, titel, inhoud, van, tot FROM uitgave_deel;
DROP TABLE uitgave_deel;
ALTER TABLE uitgave_deel_nieuw RENAME TO uitgave_deel;
CREATE INDEX uitgave_deel_uitgave ON uitgave_deel (uitgave_id);
