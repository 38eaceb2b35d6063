-- How the papers of a meeting stood before the last bundle that changed them, so that a reader sees what it changed (E9).
-- Of this laptop alone, and never undone; it goes with its meeting.

CREATE TABLE bundelstand (
    vergadering_id TEXT NOT NULL PRIMARY KEY
        REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    dag TEXT NOT NULL,  -- on which that bundle came
    reeks TEXT NOT NULL  -- what the parts of a bundle share that was made in parts; else empty
) STRICT, WITHOUT ROWID;

CREATE TABLE bundelstand_papier (
    vergadering_id TEXT NOT NULL REFERENCES bundelstand (vergadering_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    papier TEXT NOT NULL,  -- the key of a part of the set
    naam TEXT NOT NULL,
    inhoud TEXT NOT NULL,  -- a digest of what it held
    versie TEXT NOT NULL,  -- SHA-256 of its PDF; empty where none is known
    PRIMARY KEY (vergadering_id, papier)
) STRICT, WITHOUT ROWID;
