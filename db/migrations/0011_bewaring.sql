-- How long a reader keeps what they wrote (F16): a choice for each body, and the day on which the verslag was approved
-- where the werkmap itself does not know it (`verslag.vastgesteld_op`). Own to a reader, like notes.

CREATE TABLE bewaarregel (
    id TEXT PRIMARY KEY NOT NULL,
    eigenaar TEXT NOT NULL,
    gremium_id TEXT NOT NULL REFERENCES gremium (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    keuze TEXT NOT NULL CHECK (keuze IN ('bewaren', 'vernietigen'))
) STRICT;
CREATE INDEX bewaarregel_eigenaar ON bewaarregel (eigenaar, gremium_id);

CREATE TABLE vaststelling (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    eigenaar TEXT NOT NULL,
    datum TEXT NOT NULL CHECK (datum IS date(datum))
) STRICT;
CREATE INDEX vaststelling_vergadering ON vaststelling (vergadering_id, eigenaar);
