-- What stands on a site is something that was sent as well (E7, L8): its files by name and SHA-256, who put it there and
-- when. A CHECK cannot be altered, so the four tables are made anew, as in 0010.
CREATE TABLE uitgave_nieuw (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    doelgroep TEXT NOT NULL CHECK (doelgroep IN ('leden', 'ambtenaren', 'openbaar', 'lid')),
    persoon_id TEXT REFERENCES persoon (id) DEFERRABLE INITIALLY DEFERRED,
    vingerafdruk TEXT NOT NULL,
    totaal INTEGER NOT NULL CHECK (totaal >= 0),  -- 0: no pages of its own, such as a zip or a folder
    soort TEXT NOT NULL DEFAULT 'set' CHECK (soort IN ('set', 'nazending', 'zip', 'per punt', 'word', 'extranet')),
    genummerd INTEGER NOT NULL DEFAULT 1 CHECK (genummerd IN (0, 1)),
    versie INTEGER NOT NULL DEFAULT 1 CHECK (versie > 0),
    moment TEXT CHECK (moment IS NULL OR datetime(moment) IS NOT NULL),  -- empty: sent before this was kept
    bestandsnaam TEXT NOT NULL DEFAULT '',
    ingetrokken TEXT CHECK (ingetrokken IS NULL OR datetime(ingetrokken) IS NOT NULL),
    intrekreden TEXT NOT NULL DEFAULT '',
    door TEXT NOT NULL DEFAULT '',  -- who sent it; empty: nobody was named
    CHECK ((doelgroep = 'lid') = (persoon_id IS NOT NULL))
) STRICT;
INSERT INTO uitgave_nieuw
SELECT
    id, vergadering_id, volgorde, doelgroep, persoon_id, vingerafdruk, totaal, soort, genummerd, versie, moment,
    bestandsnaam, ingetrokken, intrekreden, ''
FROM uitgave;

CREATE TABLE uitgave_deel_nieuw (
    id TEXT PRIMARY KEY NOT NULL,
    uitgave_id TEXT NOT NULL REFERENCES uitgave_nieuw (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    sleutel TEXT NOT NULL,
    titel TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    van INTEGER NOT NULL CHECK (van >= 0),  -- 0: a file without pages
    tot INTEGER NOT NULL CHECK (tot >= van)
) STRICT;
INSERT INTO uitgave_deel_nieuw SELECT id, uitgave_id, volgorde, sleutel, titel, inhoud, van, tot FROM uitgave_deel;

CREATE TABLE uitgave_ontvanger_nieuw (
    id TEXT PRIMARY KEY NOT NULL,
    uitgave_id TEXT NOT NULL REFERENCES uitgave_nieuw (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    wijze TEXT NOT NULL CHECK (wijze IN ('mail', 'usb', 'papier', 'extranet'))
) STRICT;
INSERT INTO uitgave_ontvanger_nieuw SELECT id, uitgave_id, volgorde, naam, wijze FROM uitgave_ontvanger;

CREATE TABLE uitgave_bestand_nieuw (
    id TEXT PRIMARY KEY NOT NULL,
    uitgave_id TEXT NOT NULL REFERENCES uitgave_nieuw (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
INSERT INTO uitgave_bestand_nieuw SELECT id, uitgave_id, volgorde, naam, sha256 FROM uitgave_bestand;

DROP TABLE uitgave_deel;
DROP TABLE uitgave_ontvanger;
DROP TABLE uitgave_bestand;
DROP TABLE uitgave;
ALTER TABLE uitgave_nieuw RENAME TO uitgave;
ALTER TABLE uitgave_deel_nieuw RENAME TO uitgave_deel;
ALTER TABLE uitgave_ontvanger_nieuw RENAME TO uitgave_ontvanger;
ALTER TABLE uitgave_bestand_nieuw RENAME TO uitgave_bestand;
CREATE INDEX uitgave_vergadering ON uitgave (vergadering_id, doelgroep, persoon_id);
CREATE INDEX uitgave_ontvanger_uitgave ON uitgave_ontvanger (uitgave_id);
CREATE INDEX uitgave_bestand_uitgave ON uitgave_bestand (uitgave_id);
