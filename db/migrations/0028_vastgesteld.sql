-- What a verslag said when it was approved, and that it was reopened.

-- All that it told on that day as one text (JSON); a new approval takes its place.
CREATE TABLE vastgesteld (
    id TEXT PRIMARY KEY NOT NULL,
    verslag_id TEXT NOT NULL REFERENCES verslag (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
) STRICT;
CREATE INDEX vastgesteld_verslag ON vastgesteld (verslag_id);

-- Each time that an approved verslag became a draft again: which approval that undid, on which day, by whom.
CREATE TABLE heropening (
    id TEXT PRIMARY KEY NOT NULL,
    verslag_id TEXT NOT NULL REFERENCES verslag (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    vastgesteld_op TEXT CHECK (vastgesteld_op IS date(vastgesteld_op)),
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    wie TEXT NOT NULL
) STRICT;
CREATE INDEX heropening_verslag ON heropening (verslag_id);
