-- Which lists of heads this laptop told others: they name the list, and a bundle holds only the heads that changed.

CREATE TABLE uitwisseling_verteld (
    nummer INTEGER PRIMARY KEY,  -- the highest was told, or named by the other, last
    apparaat TEXT NOT NULL,
    afdruk TEXT NOT NULL,
    koppen TEXT NOT NULL,
    UNIQUE (apparaat, afdruk)
) STRICT;

-- Whether another device remembers the list that it told last: a program of before this one does not.
ALTER TABLE uitwisseling_peer ADD COLUMN onthoudt INTEGER NOT NULL DEFAULT 0 CHECK (onthoudt IN (0, 1));
