-- What reviewers say about a draft, and advice on nota's: like the chair's script never part of a meeting as it is printed,
-- exported or searched.

-- A remark is about a meeting, about an item or about a nota (sometimes one section of it): one of the three is filled.
CREATE TABLE opmerking (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    agendapunt_id TEXT REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    nota_id TEXT REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    sectie_id TEXT REFERENCES nota_sectie (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    wie TEXT NOT NULL DEFAULT '',
    moment TEXT NOT NULL,
    tekst TEXT NOT NULL CHECK (trim(tekst) <> ''),
    antwoord TEXT NOT NULL DEFAULT '',
    afgehandeld TEXT,  -- when; empty while it is open
    afgehandeld_door TEXT NOT NULL DEFAULT '',
    CHECK ((vergadering_id IS NOT NULL) + (agendapunt_id IS NOT NULL) + (nota_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX opmerking_vergadering ON opmerking (vergadering_id);
CREATE INDEX opmerking_agendapunt ON opmerking (agendapunt_id);
CREATE INDEX opmerking_nota ON opmerking (nota_id);
CREATE INDEX opmerking_sectie ON opmerking (sectie_id);

-- Advice on a nota: of whom it was asked, by which day, and what was given. It holds for the words it was given on.
CREATE TABLE advies (
    id TEXT PRIMARY KEY NOT NULL,
    nota_id TEXT NOT NULL REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    van TEXT NOT NULL CHECK (trim(van) <> ''),
    gevraagd TEXT NOT NULL,
    uiterlijk TEXT,
    oordeel TEXT CHECK (oordeel IN ('positief', 'met opmerkingen', 'negatief')),
    tekst TEXT NOT NULL DEFAULT '',
    gegeven TEXT,
    woorden TEXT NOT NULL DEFAULT ''  -- SHA-256 of the words of the nota when the advice was given
) STRICT;
CREATE INDEX advies_nota ON advies (nota_id);
