-- Bundles: who this laptop is, the chains of segments, what other devices have, the roster, keys and pieces of files.
--
-- All of this is about the exchange itself: it travels in bundles in a form of its own, or stays on this laptop.

CREATE TABLE uitwisseling (
    een INTEGER PRIMARY KEY CHECK (een = 1),
    apparaat TEXT NOT NULL DEFAULT '',  -- empty: this laptop has no keys yet
    anker TEXT NOT NULL DEFAULT '',  -- the public key of the secretariat that was trusted after comparing words
    incarnatie TEXT NOT NULL CHECK (length(incarnatie) = 12),  -- another after a backup was put back
    teller INTEGER NOT NULL DEFAULT 0  -- of the bundles that were made
) STRICT;
INSERT INTO uitwisseling (een, incarnatie) VALUES (1, lower(hex(randomblob(6))));

-- Signed segments as they came in or were made, the earliest first. A chain is complete from its first segment on.
CREATE TABLE uitwisseling_segment (
    nummer INTEGER PRIMARY KEY,
    sha TEXT NOT NULL UNIQUE CHECK (length(sha) = 64),
    apparaat TEXT NOT NULL,
    bereik TEXT NOT NULL,
    vorige TEXT NOT NULL,  -- empty: the first of its chain
    aantal INTEGER NOT NULL,
    compleet INTEGER NOT NULL CHECK (compleet IN (0, 1)),
    gegevens BLOB NOT NULL
) STRICT;
CREATE INDEX uitwisseling_segment_vorige ON uitwisseling_segment (vorige);
CREATE INDEX uitwisseling_segment_bereik ON uitwisseling_segment (bereik, apparaat);
CREATE INDEX uitwisseling_segment_gat ON uitwisseling_segment (compleet) WHERE compleet = 0;

-- The files that the operations of a segment name: who has the segment was sent the file, or asks for it.
CREATE TABLE uitwisseling_bestand (
    segment TEXT NOT NULL REFERENCES uitwisseling_segment (sha) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    PRIMARY KEY (segment, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX uitwisseling_bestand_sha256 ON uitwisseling_bestand (sha256);

-- Pieces of files of which others have not come yet: objects as they came, in the folder `ontvangen`.
CREATE TABLE uitwisseling_deel (
    object TEXT PRIMARY KEY NOT NULL CHECK (length(object) = 64),
    bereik TEXT NOT NULL,
    kid INTEGER NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    deel INTEGER NOT NULL CHECK (deel > 0),
    delen INTEGER NOT NULL CHECK (delen >= deel)
) STRICT;
CREATE INDEX uitwisseling_deel_sha256 ON uitwisseling_deel (sha256);

CREATE TABLE uitwisseling_rooster (
    versie INTEGER PRIMARY KEY CHECK (versie > 0),
    document BLOB NOT NULL
) STRICT;

-- Keys of scopes, each sealed to this device: what is written here opens nothing by itself.
CREATE TABLE uitwisseling_sleutel (
    bereik TEXT NOT NULL,
    kid INTEGER NOT NULL CHECK (kid > 0),
    verzegeld BLOB NOT NULL,
    PRIMARY KEY (bereik, kid)
) STRICT, WITHOUT ROWID;

-- What another device last said of itself. Lists are words with a space between them.
CREATE TABLE uitwisseling_peer (
    apparaat TEXT PRIMARY KEY NOT NULL,
    incarnatie TEXT NOT NULL,
    eerdere TEXT NOT NULL,  -- incarnations that were seen before
    teller INTEGER NOT NULL,
    heeft TEXT NOT NULL,  -- last segments of whole chains, as a manifest names them
    wil TEXT NOT NULL,  -- files it asks for: a name, or a name and the numbers of pieces (`naam:1,3`)
    bekend TEXT NOT NULL,  -- digest of the keys it has
    rooster INTEGER NOT NULL
) STRICT;

-- The rows of a meeting that stand published, by scope: what is there no more is withdrawn at the next publication.
CREATE TABLE uitwisseling_publicatie (
    vergadering_id TEXT NOT NULL,
    bereik TEXT NOT NULL,
    tabel TEXT NOT NULL,
    rij TEXT NOT NULL,
    PRIMARY KEY (vergadering_id, bereik, tabel, rij)
) STRICT, WITHOUT ROWID;
