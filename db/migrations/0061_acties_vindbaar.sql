-- Acties and toezeggingen are found too (K1), with what was told of them. A CHECK cannot be altered, so the derived table is
-- made anew; the rows that stay keep their numbers, so that the index of words still fits.
-- Besluiten and what a verslag says were put in with the marks of their form: they go out first, and in again without.
DELETE FROM zoekregel WHERE soort IN ('besluit', 'verslag');
DROP TRIGGER agendapunt_uit_zoekregel;
DROP TRIGGER nota_uit_zoekregel;
DROP TRIGGER aantekening_uit_zoekregel;
DROP TRIGGER besluit_uit_zoekregel;
DROP TRIGGER puntverslag_uit_zoekregel;
CREATE TABLE zoekregel_nieuw (
    id INTEGER PRIMARY KEY,
    soort TEXT NOT NULL CHECK (
        soort IN ('pagina', 'verborgen', 'nota', 'agendapunt', 'aantekening', 'besluit', 'verslag', 'actie')
    ),
    bron TEXT NOT NULL,
    pagina INTEGER NOT NULL DEFAULT 0,
    tekst TEXT NOT NULL
) STRICT;
INSERT INTO zoekregel_nieuw SELECT id, soort, bron, pagina, tekst FROM zoekregel;
DROP TABLE zoekregel;
ALTER TABLE zoekregel_nieuw RENAME TO zoekregel;
CREATE INDEX zoekregel_bron ON zoekregel (bron, soort, pagina);
CREATE INDEX zoekregel_aantekening ON zoekregel (id) WHERE soort = 'aantekening';
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
CREATE TRIGGER besluit_uit_zoekregel AFTER DELETE ON besluit BEGIN
    DELETE FROM zoekregel WHERE soort = 'besluit' AND bron = old.id;
END;
CREATE TRIGGER puntverslag_uit_zoekregel AFTER DELETE ON puntverslag BEGIN
    DELETE FROM zoekregel WHERE soort = 'verslag' AND bron = old.id;
END;
CREATE TRIGGER actie_uit_zoekregel AFTER DELETE ON actie BEGIN
    DELETE FROM zoekregel WHERE soort = 'actie' AND bron = old.id;
END;

-- ‘platte_tekst’ is a function of the program (store.migraties): SQL cannot read the marks of a form.
INSERT INTO zoekregel (soort, bron, pagina, tekst)
SELECT 'besluit', id, 0, nummer || char(10) || platte_tekst(tekst) || char(10) || platte_tekst(minderheid) FROM besluit;
INSERT INTO zoekregel (soort, bron, pagina, tekst)
SELECT 'verslag', id, 0, platte_tekst(besproken) FROM puntverslag WHERE besproken <> '' OR besloten_deel <> ''
UNION ALL SELECT 'verslag', id, 1, platte_tekst(besloten_deel) FROM puntverslag WHERE besloten_deel <> '';
INSERT INTO zoekregel (soort, bron, pagina, tekst)
SELECT 'actie', id, 0, platte_tekst(tekst) || char(10) || platte_tekst(door) || char(10) || platte_tekst(portefeuillehouder)
    || char(10) || platte_tekst(oorsprong) || char(10)
    || coalesce((SELECT group_concat(platte_tekst(tekst), char(10)) FROM actie_stand WHERE actie_id = actie.id), '')
FROM actie;
INSERT OR IGNORE INTO zoekregel_woord SELECT term FROM zoekregel_termen WHERE length(term) BETWEEN 5 AND 40;
