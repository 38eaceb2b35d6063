-- Questions that a reader keeps, with what they are narrowed by. Nobody else ever gets them.
CREATE TABLE zoekvraag (
    id TEXT PRIMARY KEY NOT NULL,
    eigenaar TEXT NOT NULL,
    vraag TEXT NOT NULL CHECK (trim(vraag) <> ''),
    gremium TEXT NOT NULL DEFAULT '',
    jaar INTEGER NOT NULL DEFAULT 0 CHECK (jaar >= 0),
    soort TEXT NOT NULL DEFAULT '',
    besluit TEXT NOT NULL DEFAULT '',
    persoon TEXT NOT NULL DEFAULT '',
    zicht TEXT NOT NULL DEFAULT '' CHECK (zicht IN ('', 'openbaar', 'besloten'))
) STRICT;
CREATE INDEX zoekvraag_eigenaar ON zoekvraag (eigenaar);
