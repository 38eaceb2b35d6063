-- Stands: what remains of many old segments of a scope, signed by the secretariat or by whose scope it is.
--
-- A segment that came inside a stand has no bytes of its own (`length(gegevens) = 0`): it is known, and never applied twice.

CREATE TABLE uitwisseling_stand (
    sha TEXT PRIMARY KEY NOT NULL CHECK (length(sha) = 64),
    bereik TEXT NOT NULL,
    gegevens BLOB NOT NULL
) STRICT;
CREATE INDEX uitwisseling_stand_bereik ON uitwisseling_stand (bereik);
