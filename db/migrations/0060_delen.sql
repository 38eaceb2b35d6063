-- A note that somebody shares is written anew for each reader, in a scope of those two (`deel:<schrijver>~<lezer>`). Like what
-- the secretariat published it is nobody's to change who got it: only its writer writes it again.
DROP TRIGGER opname_erbij;
CREATE TRIGGER opname_erbij INSTEAD OF INSERT ON opname BEGIN
    SELECT raise(ABORT, 'niet van u') WHERE new.bereik IS NULL
        OR (new.uitgave IS NULL AND (new.bereik = 'alg' OR new.bereik GLOB 'bes:*' OR new.bereik GLOB 'deel:*'));
    UPDATE bewerkstand SET klok = min(
        max(klok + 1, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) << 16), 4611686018427387903
    );
    INSERT INTO kop (tabel, rij, veld, bereik, id, hlc, waarde, getoond, vervangt)
    SELECT
        new.tabel, new.rij, new.veld, new.bereik,
        (SELECT substr(incarnatie, 1, 4) FROM uitwisseling) || lower(hex(randomblob(8))),
        min(max(klok, 1 + coalesce((
            SELECT max(k.hlc) FROM kop k
            WHERE k.tabel = new.tabel AND k.rij = new.rij AND k.veld = new.veld AND k.bereik = new.bereik
        ), 0)), 4611686018427387903),
        new.waarde,
        9,
        (
            SELECT json_group_array(DISTINCT j.value) FROM kop k, json_each(k.vervangt) j
            WHERE k.tabel = new.tabel AND k.rij = new.rij AND k.veld = new.veld AND k.bereik = new.bereik
                AND k.getoond > 0 AND k.vervangt <> '[]'
        )
    FROM bewerkstand;
    INSERT INTO vervangen (tabel, rij, veld, bereik, id, door)
    SELECT oud.tabel, oud.rij, oud.veld, oud.bereik, oud.id, nu.id FROM kop oud, kop nu
    WHERE oud.tabel = new.tabel AND oud.rij = new.rij AND oud.veld = new.veld AND oud.bereik = new.bereik
        AND oud.getoond BETWEEN 1 AND 8
        AND nu.tabel = new.tabel AND nu.rij = new.rij AND nu.veld = new.veld AND nu.bereik = new.bereik AND nu.getoond = 9
    ON CONFLICT DO UPDATE SET door = excluded.door;
    DELETE FROM kop
    WHERE tabel = new.tabel AND rij = new.rij AND veld = new.veld AND bereik = new.bereik AND getoond BETWEEN 1 AND 8;
    UPDATE kop SET getoond = iif(new.uitgave IS NULL, 1, 5)
    WHERE tabel = new.tabel AND rij = new.rij AND veld = new.veld AND bereik = new.bereik AND getoond = 9;
END;
