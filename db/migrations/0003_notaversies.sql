-- Versions of nota's, and their way from writer to agenda.

-- When a nota was last edited: the first edit after a rest keeps a version.
ALTER TABLE nota ADD COLUMN bewerkt TEXT NOT NULL DEFAULT '';

-- A version holds the whole nota as one text (JSON) and is never changed.
CREATE TABLE notaversie (
    id TEXT PRIMARY KEY NOT NULL,
    nota_id TEXT NOT NULL REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    moment TEXT NOT NULL,
    reden TEXT NOT NULL,
    inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
) STRICT;
CREATE INDEX notaversie_nota ON notaversie (nota_id);

CREATE TABLE nota_stap (
    id TEXT PRIMARY KEY NOT NULL,
    nota_id TEXT NOT NULL REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    moment TEXT NOT NULL,
    stand TEXT NOT NULL CHECK (stand IN ('concept', 'ingediend', 'in behandeling', 'teruggestuurd', 'akkoord')),
    wie TEXT NOT NULL DEFAULT '',
    reden TEXT NOT NULL DEFAULT '',
    CHECK (stand <> 'teruggestuurd' OR trim(reden) <> '')
) STRICT;
CREATE INDEX nota_stap_nota ON nota_stap (nota_id);
