-- When all kept files of this laptop were held against their SHA-256, and which did not fit any more.
CREATE TABLE fixiteit (
    nummer INTEGER PRIMARY KEY,
    moment TEXT NOT NULL CHECK (datetime(moment) IS NOT NULL),
    wie TEXT NOT NULL,
    gekeken INTEGER NOT NULL CHECK (gekeken >= 0)
) STRICT;
CREATE TABLE fixiteit_fout (
    nummer INTEGER NOT NULL REFERENCES fixiteit (nummer) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    wat TEXT NOT NULL CHECK (wat IN ('veranderd', 'ontbreekt')),
    PRIMARY KEY (nummer, sha256)
) STRICT, WITHOUT ROWID;
