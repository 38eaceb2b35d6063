-- What readers write on the papers, where each note stands in each version of its paper, and how far they are.
--
-- No part of a meeting as it goes into sets: notes are their writer's. A note outlives the paper that it was written
-- on (papers are put away, never removed) but not its meeting. Geometry is one value: it changes as a whole.

CREATE TABLE aantekening (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    papier TEXT NOT NULL,  -- the key of a part of the set: the id of a paper, 'agenda', 'brief' …; empty: on the item
    agendapunt_id TEXT REFERENCES agendapunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    soort TEXT NOT NULL CHECK (soort IN (
        'markering', 'onderstreping', 'doorhaling', 'notitie', 'vraag', 'bladnotitie', 'puntnotitie', 'inkt'
    )),
    kleur TEXT NOT NULL CHECK (kleur IN ('geel', 'groen', 'blauw', 'roze')),
    tekst TEXT NOT NULL,
    eigenaar TEXT NOT NULL,
    zicht TEXT NOT NULL CHECK (zicht IN ('privé', 'gedeeld', 'allen')),
    gemaakt TEXT NOT NULL CHECK (datetime(gemaakt) IS NOT NULL),
    gewijzigd TEXT NOT NULL CHECK (datetime(gewijzigd) IS NOT NULL),
    antwoord TEXT NOT NULL,
    lijnen TEXT NOT NULL,  -- strokes: 'pagina:x,y,druk x,y,druk …;…' in PDF points
    CHECK ((soort = 'puntnotitie') = (papier = ''))
) STRICT;
CREATE INDEX aantekening_vergadering ON aantekening (vergadering_id, papier);
CREATE INDEX aantekening_punt ON aantekening (agendapunt_id);

CREATE TABLE aantekening_plaats (
    id TEXT PRIMARY KEY NOT NULL,
    aantekening_id TEXT NOT NULL REFERENCES aantekening (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    oordeel TEXT NOT NULL CHECK (oordeel IN ('gemaakt', 'bevestigd', 'zeker', 'waarschijnlijk', 'niet gevonden')),
    reden TEXT NOT NULL,
    versie TEXT NOT NULL,  -- SHA-256 of the PDF that was read
    pagina INTEGER NOT NULL CHECK (pagina > 0),
    begin INTEGER NOT NULL CHECK (begin >= 0),
    eindpagina INTEGER NOT NULL CHECK (eindpagina >= pagina),
    eind INTEGER NOT NULL CHECK (eind >= 0),
    citaat TEXT NOT NULL,
    voor TEXT NOT NULL,
    na TEXT NOT NULL,
    vlakken TEXT NOT NULL  -- rectangles: 'pagina:x0,y0,x1,y1;…' in PDF points
) STRICT;
CREATE INDEX aantekening_plaats_aantekening ON aantekening_plaats (aantekening_id);

CREATE TABLE aantekening_label (
    id TEXT PRIMARY KEY NOT NULL,
    aantekening_id TEXT NOT NULL REFERENCES aantekening (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    naam TEXT NOT NULL CHECK (trim(naam) <> '')
) STRICT;
CREATE INDEX aantekening_label_aantekening ON aantekening_label (aantekening_id);

CREATE TABLE aantekening_lezer (
    id TEXT PRIMARY KEY NOT NULL,
    aantekening_id TEXT NOT NULL REFERENCES aantekening (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    naam TEXT NOT NULL CHECK (trim(naam) <> '')
) STRICT;
CREATE INDEX aantekening_lezer_aantekening ON aantekening_lezer (aantekening_id);

-- The words of a version that notes were written on: those of a nota are made anew when the nota changes.
CREATE TABLE leestekst (
    versie TEXT NOT NULL,
    pagina INTEGER NOT NULL CHECK (pagina > 0),
    tekst TEXT NOT NULL,
    PRIMARY KEY (versie, pagina)
) STRICT, WITHOUT ROWID;

CREATE TABLE leesstand (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    papier TEXT NOT NULL CHECK (papier <> ''),
    eigenaar TEXT NOT NULL,
    versie TEXT NOT NULL,
    pagina INTEGER NOT NULL CHECK (pagina > 0),
    deel INTEGER NOT NULL CHECK (deel BETWEEN 0 AND 1000),
    verste INTEGER NOT NULL CHECK (verste > 0),
    gezien TEXT NOT NULL CHECK (datetime(gezien) IS NOT NULL)
) STRICT;
CREATE INDEX leesstand_vergadering ON leesstand (vergadering_id, eigenaar);

CREATE TABLE bladwijzer (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    papier TEXT NOT NULL CHECK (papier <> ''),
    eigenaar TEXT NOT NULL,
    versie TEXT NOT NULL,
    pagina INTEGER NOT NULL CHECK (pagina > 0),
    naam TEXT NOT NULL
) STRICT;
CREATE INDEX bladwijzer_vergadering ON bladwijzer (vergadering_id, eigenaar);

CREATE TABLE voorbereiding (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    eigenaar TEXT NOT NULL,
    standpunt TEXT NOT NULL,
    vraag TEXT NOT NULL,
    actie TEXT NOT NULL,
    verwijzing TEXT NOT NULL
) STRICT;
CREATE INDEX voorbereiding_punt ON voorbereiding (agendapunt_id);

-- Notes are found among the papers (F14). A CHECK cannot be altered, so the derived table is made anew; the rows keep
-- their numbers, so that the index of words still fits.
DROP TRIGGER agendapunt_uit_zoekregel;
DROP TRIGGER nota_uit_zoekregel;
CREATE TABLE zoekregel_nieuw (
    id INTEGER PRIMARY KEY,
    soort TEXT NOT NULL CHECK (soort IN ('pagina', 'verborgen', 'nota', 'agendapunt', 'aantekening')),
    bron TEXT NOT NULL,
    pagina INTEGER NOT NULL DEFAULT 0,
    tekst TEXT NOT NULL
) STRICT;
INSERT INTO zoekregel_nieuw SELECT id, soort, bron, pagina, tekst FROM zoekregel;
DROP TABLE zoekregel;
ALTER TABLE zoekregel_nieuw RENAME TO zoekregel;
CREATE INDEX zoekregel_bron ON zoekregel (bron, soort, pagina);
CREATE TRIGGER zoekregel_erbij AFTER INSERT ON zoekregel BEGIN
    INSERT INTO zoekregel_fts (rowid, tekst) VALUES (new.id, new.tekst);
END;
CREATE TRIGGER zoekregel_eraf AFTER DELETE ON zoekregel BEGIN
    INSERT INTO zoekregel_fts (zoekregel_fts, rowid, tekst) VALUES ('delete', old.id, old.tekst);
END;
CREATE TRIGGER zoekregel_anders AFTER UPDATE ON zoekregel BEGIN
    INSERT INTO zoekregel_fts (zoekregel_fts, rowid, tekst) VALUES ('delete', old.id, old.tekst);
    INSERT INTO zoekregel_fts (rowid, tekst) VALUES (new.id, new.tekst);
END;
CREATE TRIGGER agendapunt_uit_zoekregel AFTER DELETE ON agendapunt BEGIN
    DELETE FROM zoekregel WHERE soort = 'agendapunt' AND bron = old.id;
END;
CREATE TRIGGER nota_uit_zoekregel AFTER DELETE ON nota BEGIN
    DELETE FROM zoekregel WHERE soort = 'nota' AND bron = old.id;
END;
CREATE TRIGGER aantekening_uit_zoekregel AFTER DELETE ON aantekening BEGIN
    DELETE FROM zoekregel WHERE soort = 'aantekening' AND bron = old.id;
END;
