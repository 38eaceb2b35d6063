-- What was done with a secret paper: opened here to read (empty), outside, printed or written to a file; why, and as
-- which copy. What is empty is no part of the digest of a row, so that the rows that were there keep theirs.

ALTER TABLE inzage ADD COLUMN wat TEXT NOT NULL DEFAULT '' CHECK (wat IN ('', 'buiten', 'afgedrukt', 'bestand'));
ALTER TABLE inzage ADD COLUMN reden TEXT NOT NULL DEFAULT '';
ALTER TABLE inzage ADD COLUMN exemplaar INTEGER NOT NULL DEFAULT 0 CHECK (exemplaar >= 0);  -- 0: no copy was made
