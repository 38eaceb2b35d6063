-- The agenda, its papers and the people: everything of which a vergaderset is made.
--
-- Every table that travels between laptops has a stable text id, one meaning per column, a row per member of a set and a
-- fractional place (volgorde) for order, so that one field of one row can be recorded and merged by itself.
-- Foreign keys are deferred: rows of one transaction may arrive in any order.

CREATE TABLE gremium (
    id TEXT PRIMARY KEY NOT NULL,
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    afkorting TEXT NOT NULL DEFAULT '',
    huisstijl TEXT NOT NULL DEFAULT 'neutraal'
) STRICT;

CREATE TABLE persoon (
    id TEXT PRIMARY KEY NOT NULL,
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    functie TEXT NOT NULL DEFAULT '',
    telefoon TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE lidmaatschap (
    id TEXT PRIMARY KEY NOT NULL,
    gremium_id TEXT NOT NULL REFERENCES gremium (id) DEFERRABLE INITIALLY DEFERRED,
    persoon_id TEXT NOT NULL REFERENCES persoon (id) DEFERRABLE INITIALLY DEFERRED,
    rol TEXT NOT NULL CHECK (
        rol IN ('voorzitter', 'plaatsvervangend voorzitter', 'secretaris', 'lid', 'plaatsvervanger', 'adviseur')
    ),
    namens TEXT NOT NULL DEFAULT '',
    mandaat_van TEXT CHECK (mandaat_van IS date(mandaat_van)),
    mandaat_tot TEXT CHECK (mandaat_tot IS date(mandaat_tot)),
    vervangt TEXT REFERENCES lidmaatschap (id) DEFERRABLE INITIALLY DEFERRED,
    stemrecht INTEGER NOT NULL DEFAULT 1 CHECK (stemrecht IN (0, 1)),
    stemgewicht INTEGER NOT NULL DEFAULT 1 CHECK (stemgewicht >= 0)
) STRICT;
CREATE INDEX lidmaatschap_gremium ON lidmaatschap (gremium_id);

CREATE TABLE vergadering (
    id TEXT PRIMARY KEY NOT NULL,
    gremium_id TEXT NOT NULL REFERENCES gremium (id) DEFERRABLE INITIALLY DEFERRED,
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    begin TEXT,
    einde TEXT,
    plaats TEXT NOT NULL DEFAULT '',
    voorzitter_id TEXT REFERENCES persoon (id) DEFERRABLE INITIALLY DEFERRED,
    secretaris_id TEXT REFERENCES persoon (id) DEFERRABLE INITIALLY DEFERRED,
    gelegenheid TEXT NOT NULL DEFAULT '',
    nieuw_tijdstip INTEGER NOT NULL DEFAULT 0 CHECK (nieuw_tijdstip IN (0, 1)),
    status TEXT NOT NULL DEFAULT 'gepland' CHECK (status IN ('gepland', 'gehouden', 'geannuleerd'))
) STRICT;
CREATE INDEX vergadering_datum ON vergadering (datum, gremium_id);

CREATE TABLE uitnodigingsbrief (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    aan TEXT NOT NULL DEFAULT '',
    uw_kenmerk TEXT NOT NULL DEFAULT '',
    ons_kenmerk TEXT NOT NULL DEFAULT '',
    datum TEXT CHECK (datum IS date(datum)),
    behandeld_door TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    doorkiesnummer TEXT NOT NULL DEFAULT '',
    onderwerp TEXT NOT NULL DEFAULT '',
    aanhef TEXT NOT NULL DEFAULT '',
    tekst TEXT NOT NULL DEFAULT '',
    verhindering_uiterlijk TEXT CHECK (verhindering_uiterlijk IS date(verhindering_uiterlijk)),
    verhindering_telefoon TEXT NOT NULL DEFAULT '',
    verhindering_email TEXT NOT NULL DEFAULT '',
    afsluiting TEXT NOT NULL DEFAULT '',
    ondertekenaar TEXT NOT NULL DEFAULT '',
    functie TEXT NOT NULL DEFAULT '',
    mede_namens_voorzitter INTEGER NOT NULL DEFAULT 0 CHECK (mede_namens_voorzitter IN (0, 1))
) STRICT;
CREATE INDEX uitnodigingsbrief_vergadering ON uitnodigingsbrief (vergadering_id);

CREATE TABLE agendapunt (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    ouder_id TEXT REFERENCES agendapunt (id) DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    titel TEXT NOT NULL CHECK (trim(titel) <> ''),
    ingevoegd INTEGER NOT NULL DEFAULT 0 CHECK (ingevoegd IN (0, 1)),
    besloten INTEGER NOT NULL DEFAULT 0 CHECK (besloten IN (0, 1)),
    duur INTEGER CHECK (duur >= 0),
    standaard INTEGER NOT NULL DEFAULT 0 CHECK (standaard IN (0, 1)),
    mondeling INTEGER NOT NULL DEFAULT 0 CHECK (mondeling IN (0, 1)),
    toelichting TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agendapunt_vergadering ON agendapunt (vergadering_id);

CREATE TABLE agendapunt_behandeling (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    behandeling TEXT NOT NULL CHECK (
        behandeling IN ('vaststelling', 'kennisname', 'informatie', 'bespreking', 'opinievorming', 'besluitvorming')
    )
) STRICT;
CREATE INDEX agendapunt_behandeling_punt ON agendapunt_behandeling (agendapunt_id);

CREATE TABLE agendapunt_inleider (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    rol TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agendapunt_inleider_punt ON agendapunt_inleider (agendapunt_id);

CREATE TABLE stuk (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    soort TEXT NOT NULL CHECK (trim(soort) <> ''),
    titel TEXT NOT NULL CHECK (trim(titel) <> ''),
    agendapunt_id TEXT REFERENCES agendapunt (id) DEFERRABLE INITIALLY DEFERRED,
    hoort_bij TEXT REFERENCES stuk (id) DEFERRABLE INITIALLY DEFERRED,
    bijlagen_beloofd INTEGER NOT NULL DEFAULT 0 CHECK (bijlagen_beloofd >= 0),
    genoemd INTEGER NOT NULL DEFAULT 0 CHECK (genoemd IN (0, 1)),
    besloten INTEGER NOT NULL DEFAULT 0 CHECK (besloten IN (0, 1))
) STRICT;
CREATE INDEX stuk_vergadering ON stuk (vergadering_id);

CREATE TABLE stukversie (
    id TEXT PRIMARY KEY NOT NULL,
    stuk_id TEXT NOT NULL REFERENCES stuk (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    bestandsnaam TEXT NOT NULL,
    media TEXT NOT NULL,
    paginas INTEGER NOT NULL CHECK (paginas >= 0),
    tekstlaag TEXT NOT NULL CHECK (tekstlaag IN ('goed', 'beschadigd', 'geen')),
    ontvangen TEXT NOT NULL
) STRICT;
CREATE INDEX stukversie_stuk ON stukversie (stuk_id);
CREATE INDEX stukversie_sha256 ON stukversie (sha256);

-- The files from which an agenda, an invitation or a nota was read, as they came in.
CREATE TABLE bron (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    bestandsnaam TEXT NOT NULL,
    media TEXT NOT NULL,
    ontvangen TEXT NOT NULL
) STRICT;
CREATE INDEX bron_vergadering ON bron (vergadering_id);

CREATE TABLE nota (
    id TEXT PRIMARY KEY NOT NULL,
    stuk_id TEXT NOT NULL REFERENCES stuk (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    vorm TEXT NOT NULL CHECK (trim(vorm) <> ''),
    onderwerp TEXT NOT NULL DEFAULT '',
    registratienummer TEXT NOT NULL DEFAULT '',
    domein TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX nota_stuk ON nota (stuk_id);
CREATE INDEX nota_registratienummer ON nota (registratienummer);

CREATE TABLE nota_behandelaar (
    id TEXT PRIMARY KEY NOT NULL,
    nota_id TEXT NOT NULL REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    functie TEXT NOT NULL DEFAULT '',
    telefoon TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX nota_behandelaar_nota ON nota_behandelaar (nota_id);

CREATE TABLE nota_sectie (
    id TEXT PRIMARY KEY NOT NULL,
    nota_id TEXT NOT NULL REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    soort TEXT NOT NULL CHECK (trim(soort) <> ''),
    kop TEXT NOT NULL,
    tekst TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX nota_sectie_nota ON nota_sectie (nota_id);

CREATE TABLE voorstelpunt (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    nota_id TEXT REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    ouder_id TEXT REFERENCES voorstelpunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    merk TEXT NOT NULL CHECK (merk IN ('1.', 'a.', '-')),
    tekst TEXT NOT NULL CHECK (trim(tekst) <> ''),
    CHECK ((agendapunt_id IS NULL) <> (nota_id IS NULL))
) STRICT;
CREATE INDEX voorstelpunt_agendapunt ON voorstelpunt (agendapunt_id);
CREATE INDEX voorstelpunt_nota ON voorstelpunt (nota_id);

CREATE TABLE nota_argument (
    id TEXT PRIMARY KEY NOT NULL,
    nota_id TEXT NOT NULL REFERENCES nota (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    aard TEXT NOT NULL CHECK (aard IN ('argument', 'kanttekening')),
    kop TEXT NOT NULL CHECK (trim(kop) <> ''),
    tekst TEXT NOT NULL DEFAULT '',
    voorstelpunt_id TEXT REFERENCES voorstelpunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    los_nummer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX nota_argument_nota ON nota_argument (nota_id);

CREATE TABLE uitgesloten (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    persoon_id TEXT NOT NULL REFERENCES persoon (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX uitgesloten_agendapunt ON uitgesloten (agendapunt_id);

CREATE TABLE aanvaarding (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL,
    waar TEXT NOT NULL,
    reden TEXT NOT NULL CHECK (trim(reden) <> '')
) STRICT;
CREATE INDEX aanvaarding_vergadering ON aanvaarding (vergadering_id);

-- A set that was sent: which pages held which part, so that a nazending replaces just those sheets.
CREATE TABLE uitgave (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    doelgroep TEXT NOT NULL CHECK (doelgroep IN ('leden', 'openbaar', 'lid')),
    persoon_id TEXT REFERENCES persoon (id) DEFERRABLE INITIALLY DEFERRED,
    vingerafdruk TEXT NOT NULL,
    totaal INTEGER NOT NULL CHECK (totaal > 0),
    CHECK ((doelgroep = 'lid') = (persoon_id IS NOT NULL))
) STRICT;
CREATE INDEX uitgave_vergadering ON uitgave (vergadering_id, doelgroep, persoon_id);

CREATE TABLE uitgave_deel (
    id TEXT PRIMARY KEY NOT NULL,
    uitgave_id TEXT NOT NULL REFERENCES uitgave (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    sleutel TEXT NOT NULL,
    titel TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    van INTEGER NOT NULL CHECK (van >= 0),  -- 0: a file without pages
    tot INTEGER NOT NULL CHECK (tot >= van),
    UNIQUE (uitgave_id, sleutel)
) STRICT;

-- What can be searched: derived from the tables above and the files, never travels, can be made again.
CREATE TABLE zoekregel (
    id INTEGER PRIMARY KEY,
    soort TEXT NOT NULL CHECK (soort IN ('pagina', 'verborgen', 'nota', 'agendapunt')),
    bron TEXT NOT NULL,
    pagina INTEGER NOT NULL DEFAULT 0,
    tekst TEXT NOT NULL
) STRICT;
CREATE INDEX zoekregel_bron ON zoekregel (bron, soort, pagina);

CREATE VIRTUAL TABLE zoekregel_fts USING fts5 (
    tekst, content = 'zoekregel', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
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

-- What is taken away is no longer found, also when it goes with its meeting or its paper.
CREATE TRIGGER agendapunt_uit_zoekregel AFTER DELETE ON agendapunt BEGIN
    DELETE FROM zoekregel WHERE soort = 'agendapunt' AND bron = old.id;
END;
CREATE TRIGGER nota_uit_zoekregel AFTER DELETE ON nota BEGIN
    DELETE FROM zoekregel WHERE soort = 'nota' AND bron = old.id;
END;
