-- Two thirds of all text of the schema were the triggers that record: each named every column of its table with what is
-- asked of it, and all of it is read whenever a werkmap is opened. What is asked stands in a table now, and a table tells
-- its whole row at once to a view that is wide enough (`opname_nieuw_breed` and the like, store/opnemen.py).
CREATE TABLE opname_kolom (
    tabel TEXT NOT NULL,
    nr INTEGER NOT NULL,  -- which place of the wide views; 0 and 1: that the row is there, and that it is gone
    veld TEXT NOT NULL,
    standaard ANY,  -- what stands there when nobody wrote anything
    samen INTEGER NOT NULL CHECK (samen IN (0, 1)),  -- told together with the others of the same meaning
    vast INTEGER NOT NULL CHECK (vast IN (0, 1)),  -- stays as it is in a closed dossier
    houdt TEXT,  -- the table of the row that this one cannot be without
    PRIMARY KEY (tabel, nr)
) STRICT, WITHOUT ROWID;

-- Without a scope a row is of the secretariat; `van`, `naar` and `vergadering` are the meeting that it stands under where a
-- closed dossier keeps it as it is.
DROP VIEW opname_nieuw;
DROP VIEW opname_anders;
DROP VIEW opname_weg;

-- A field changed, or one of the same meaning did. What a row referred to may be needed no longer.
CREATE VIEW opname_wissel (tabel, rij, bereik, veld, waarde, oud, houdt, vast, van, naar)
AS SELECT '', '', '', '', NULL, NULL, '', 0, '', '' WHERE 0;
CREATE TRIGGER opname_wissel_erbij INSTEAD OF INSERT ON opname_wissel BEGIN
    SELECT raise(ABORT, 'dossier gesloten') FROM dicht_dossier
    WHERE vergadering_id IN (new.van, new.naar) AND new.vast AND new.oud IS NOT new.waarde;
    INSERT INTO opname_veld (tabel, rij, bereik, veld, waarde)
    VALUES (new.tabel, new.rij, coalesce(new.bereik, (SELECT sec FROM bewerkstand)), new.veld, new.waarde);
    INSERT INTO opname_los SELECT new.houdt, new.oud WHERE new.houdt IS NOT NULL AND new.oud IS NOT new.waarde;
END;

-- A row went, by somebody who had seen all of it.
CREATE VIEW opname_weg (tabel, rij, bereik, vergadering) AS SELECT '', '', '', '' WHERE 0;
CREATE TRIGGER opname_weg_erbij INSTEAD OF INSERT ON opname_weg BEGIN
    SELECT raise(ABORT, 'dossier gesloten') FROM dicht_dossier WHERE vergadering_id = new.vergadering;
    INSERT INTO opname_veld (tabel, rij, bereik, veld, waarde)
    VALUES (new.tabel, new.rij, coalesce(new.bereik, (SELECT sec FROM bewerkstand)), '_weg', (
        SELECT json_group_array(k.id) FROM kop r JOIN kop k ON k.tabel = r.tabel AND k.rij = r.rij AND k.bereik = r.bereik
        WHERE r.tabel = new.tabel AND r.rij = new.rij AND r.veld = '_rij' AND r.getoond = 1
            AND r.id = (SELECT min(id) FROM kop WHERE tabel = new.tabel AND rij = new.rij AND veld = '_rij' AND getoond = 1)
            AND k.veld NOT IN ('_rij', '_weg')
    ));
END;
