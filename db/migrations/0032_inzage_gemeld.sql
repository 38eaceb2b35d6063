-- Where the log of who opened secret papers ended when another laptop was told of it. Neither table ever travels.

CREATE TABLE inzage_gemeld (
    apparaat TEXT NOT NULL,
    aantal INTEGER NOT NULL CHECK (aantal > 0),
    afdruk TEXT NOT NULL CHECK (length(afdruk) = 64),
    PRIMARY KEY (apparaat, aantal)
) STRICT, WITHOUT ROWID;

-- What another laptop told last of its log; and, when that did not hold a row any more that it had told of, which one
-- that was and how many rows it had then.
CREATE TABLE inzage_elders (
    apparaat TEXT PRIMARY KEY NOT NULL,
    aantal INTEGER NOT NULL,
    afdruk TEXT NOT NULL,
    verteld INTEGER,
    nu INTEGER
) STRICT;
