-- Where pages that readers marked (bookmarks, pages of a preparation) stand in a later version of their paper. Derived
-- from the words of both versions: a mark itself keeps the page and the version it was put on.

CREATE TABLE bladplek (
    versie TEXT NOT NULL,  -- SHA-256 of the PDF in which the page was marked
    pagina INTEGER NOT NULL CHECK (pagina > 0),
    in_versie TEXT NOT NULL,
    blad INTEGER NOT NULL CHECK (blad > 0),  -- where it stands, or where it is missed
    oordeel TEXT NOT NULL CHECK (oordeel IN ('zeker', 'waarschijnlijk', 'niet gevonden')),
    PRIMARY KEY (versie, pagina, in_versie)
) STRICT, WITHOUT ROWID;

-- The version of a paper that a reader had before the one read last: of our own papers no other list is kept.
ALTER TABLE leesstand ADD COLUMN vorige TEXT NOT NULL DEFAULT '';
