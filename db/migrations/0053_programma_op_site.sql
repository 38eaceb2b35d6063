-- What of a programme stands on a site: the report over one period, for whom, since when and by whom; taken off it stays
-- here with the reason.
CREATE TABLE programmapublicatie (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    periode TEXT NOT NULL CHECK (periode <> ''),  -- by its name
    doelgroep TEXT NOT NULL CHECK (doelgroep IN ('leden', 'ambtenaren', 'openbaar')),
    geplaatst TEXT NOT NULL,
    door TEXT NOT NULL DEFAULT '',
    ingetrokken TEXT,
    reden TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX programmapublicatie_programma ON programmapublicatie (programma_id);

-- A project that is not for everybody: on no site but that of the members.
ALTER TABLE project ADD COLUMN besloten INTEGER NOT NULL DEFAULT 0 CHECK (besloten IN (0, 1));
