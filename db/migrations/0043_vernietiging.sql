-- What of dossiers was decided to destroy, by whom, and when that was done: all that stays of them.
CREATE TABLE vernietiging (
    id TEXT PRIMARY KEY NOT NULL,
    besloten_op TEXT NOT NULL CHECK (besloten_op IS date(besloten_op)),
    besloten_door TEXT NOT NULL CHECK (trim(besloten_door) <> ''),
    toelichting TEXT NOT NULL DEFAULT '',
    uitgevoerd_op TEXT CHECK (uitgevoerd_op IS date(uitgevoerd_op)),
    uitgevoerd_door TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE vernietiging_dossier (
    id TEXT PRIMARY KEY NOT NULL,
    vernietiging_id TEXT NOT NULL REFERENCES vernietiging (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    vergadering TEXT NOT NULL,  -- its id; the meeting itself goes
    gremium TEXT NOT NULL,
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    categorie TEXT NOT NULL,
    bewaard TEXT NOT NULL,  -- how long it had to be kept, in words
    bestanden INTEGER NOT NULL CHECK (bestanden >= 0)
) STRICT;
CREATE INDEX vernietiging_dossier_van ON vernietiging_dossier (vernietiging_id);
CREATE TABLE vernietiging_bestand (
    id TEXT PRIMARY KEY NOT NULL,
    vernietiging_id TEXT NOT NULL REFERENCES vernietiging (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    som TEXT NOT NULL CHECK (length(som) = 64)  -- SHA-256 of a file that went
) STRICT;
CREATE INDEX vernietiging_bestand_van ON vernietiging_bestand (vernietiging_id);
