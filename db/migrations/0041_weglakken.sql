-- What of a received file nobody but the members may read: marks on its pages, each with its ground. They are of one version,
-- for in another the words stand elsewhere.
CREATE TABLE weglakking (
    id TEXT PRIMARY KEY NOT NULL,
    versie_id TEXT NOT NULL REFERENCES stukversie (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    grond TEXT NOT NULL CHECK (grond <> ''),  -- key in resources/weglakking
    vlakken TEXT NOT NULL CHECK (vlakken <> ''),  -- rectangles: 'pagina:x0,y0,x1,y1;…' in PDF points of the page as it is seen
    door TEXT NOT NULL DEFAULT '',
    moment TEXT CHECK (moment IS NULL OR datetime(moment) IS NOT NULL)
) STRICT;
CREATE INDEX weglakking_versie ON weglakking (versie_id);

-- The file that was made of a version and its marks: what officials and everybody get in its place.
CREATE TABLE gelakt (
    id TEXT PRIMARY KEY NOT NULL,
    versie_id TEXT NOT NULL REFERENCES stukversie (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    merken TEXT NOT NULL,  -- digest of the marks it was made with
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    paginas INTEGER NOT NULL CHECK (paginas > 0)
) STRICT;
CREATE INDEX gelakt_versie ON gelakt (versie_id);
