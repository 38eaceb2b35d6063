-- The tables of amounts that were read from a received file and taken over by somebody: what was written in each cell,
-- and the amount where that is certain. What columns add up to is computed, and stands nowhere.

CREATE TABLE cijfertabel (
    id TEXT PRIMARY KEY NOT NULL,
    stuk_id TEXT NOT NULL REFERENCES stuk (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),  -- the file it was read from
    titel TEXT NOT NULL,
    kop TEXT NOT NULL,  -- above the names of the rows
    eenheid TEXT NOT NULL CHECK (eenheid IN ('euro', '× € 1.000')),
    van INTEGER NOT NULL CHECK (van >= 0),  -- first and last line, or page
    tot INTEGER NOT NULL CHECK (tot >= 0),
    op_bladzijde INTEGER NOT NULL CHECK (op_bladzijde IN (0, 1))
) STRICT;
CREATE INDEX cijfertabel_stuk ON cijfertabel (stuk_id);

CREATE TABLE cijferkolom (
    id TEXT PRIMARY KEY NOT NULL,
    tabel_id TEXT NOT NULL REFERENCES cijfertabel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('bedrag', 'getal', 'procent', 'tekst'))
) STRICT;
CREATE INDEX cijferkolom_tabel ON cijferkolom (tabel_id);

CREATE TABLE cijferrij (
    id TEXT PRIMARY KEY NOT NULL,
    tabel_id TEXT NOT NULL REFERENCES cijfertabel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('post', 'totaal', 'verder')),
    regel INTEGER NOT NULL CHECK (regel >= 0),  -- 0 on a page
    twijfel TEXT NOT NULL
) STRICT;
CREATE INDEX cijferrij_tabel ON cijferrij (tabel_id);

CREATE TABLE cijfercel (
    id TEXT PRIMARY KEY NOT NULL,
    rij_id TEXT NOT NULL REFERENCES cijferrij (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kolom_id TEXT NOT NULL REFERENCES cijferkolom (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tekst TEXT NOT NULL,
    bedrag INTEGER,  -- in the unit of the table; empty where it is no amount, or not a certain one
    twijfel TEXT NOT NULL
) STRICT;
CREATE INDEX cijfercel_rij ON cijfercel (rij_id);
CREATE INDEX cijfercel_kolom ON cijfercel (kolom_id);

CREATE TABLE cijfertwijfel (
    id TEXT PRIMARY KEY NOT NULL,
    tabel_id TEXT NOT NULL REFERENCES cijfertabel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    wat TEXT NOT NULL CHECK (wat <> '')
) STRICT;
CREATE INDEX cijfertwijfel_tabel ON cijfertwijfel (tabel_id);
