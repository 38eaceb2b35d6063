-- What the board steers: a programme with its themalijnen and projects, what was told of them, and their money.
-- Saldo, eindsaldo and every total are computed; what a paper printed stands beside it only where that is other.

CREATE TABLE programma (
    id TEXT PRIMARY KEY NOT NULL,
    naam TEXT NOT NULL,
    visie TEXT NOT NULL DEFAULT '',
    periode TEXT NOT NULL DEFAULT ''  -- the period that is looked at, by its name
) STRICT;

CREATE TABLE programmaperiode (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    naam TEXT NOT NULL CHECK (naam <> ''),
    van TEXT NOT NULL CHECK (van IS date(van)),
    tot TEXT NOT NULL CHECK (tot IS date(tot)),
    begroot TEXT NOT NULL DEFAULT '',  -- when the budget was made, as it is said: dec ‘23
    gewijzigd TEXT NOT NULL DEFAULT ''  -- and when it was changed: juli ‘24
) STRICT;
CREATE INDEX programmaperiode_programma ON programmaperiode (programma_id);

CREATE TABLE themalijn (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    ambitie TEXT NOT NULL DEFAULT '',
    opdrachtgever TEXT NOT NULL DEFAULT '',
    trekker TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX themalijn_programma ON themalijn (programma_id);

CREATE TABLE projectfase (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL CHECK (naam <> ''),
    kern TEXT NOT NULL DEFAULT '',
    omschrijving TEXT NOT NULL DEFAULT ''  -- empty: named, and defined nowhere
) STRICT;
CREATE INDEX projectfase_programma ON projectfase (programma_id);

CREATE TABLE project (
    id TEXT PRIMARY KEY NOT NULL,
    themalijn_id TEXT NOT NULL REFERENCES themalijn (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    ouder_id TEXT REFERENCES project (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    is_sub INTEGER NOT NULL DEFAULT 0 CHECK (is_sub IN (0, 1)),  -- a subproject, also where nobody says of what
    fase TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'onbekend'
        CHECK (status IN ('op koers', 'aandacht', 'bijsturen', 'niet gestart', 'onbekend')),
    opdrachtgever TEXT NOT NULL DEFAULT '',
    trekker TEXT NOT NULL DEFAULT '',
    start TEXT NOT NULL DEFAULT '',  -- as it is written: 01-2023, doorlopend, mei 2019
    eind TEXT NOT NULL DEFAULT '',
    doorlooptijd TEXT NOT NULL DEFAULT '',
    naamnoot TEXT NOT NULL DEFAULT '',
    startnoot TEXT NOT NULL DEFAULT '',
    eindnoot TEXT NOT NULL DEFAULT '',
    doel TEXT NOT NULL DEFAULT '',
    resultaat TEXT NOT NULL DEFAULT '',
    bijzonderheden TEXT NOT NULL DEFAULT '',
    kosten TEXT NOT NULL DEFAULT '',
    capaciteit TEXT NOT NULL DEFAULT '',  -- G + M ++
    opbrengst TEXT NOT NULL DEFAULT ''  -- G € M €€
) STRICT;
CREATE INDEX project_themalijn ON project (themalijn_id);
CREATE INDEX project_ouder ON project (ouder_id);

CREATE TABLE aanpakstap (
    id TEXT PRIMARY KEY NOT NULL,
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    wat TEXT NOT NULL,
    gereed TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',  -- in the words of the paper
    opmerking TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX aanpakstap_project ON aanpakstap (project_id);

CREATE TABLE projectzorg (
    id TEXT PRIMARY KEY NOT NULL,
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    soort TEXT NOT NULL CHECK (soort IN ('risico', 'afhankelijkheid')),
    tekst TEXT NOT NULL,
    van_project_id TEXT REFERENCES project (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX projectzorg_project ON projectzorg (project_id);
CREATE INDEX projectzorg_van ON projectzorg (van_project_id);

CREATE TABLE periodebericht (
    id TEXT PRIMARY KEY NOT NULL,
    project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    periode TEXT NOT NULL CHECK (periode <> ''),
    status TEXT NOT NULL DEFAULT 'onbekend'
        CHECK (status IN ('op koers', 'aandacht', 'bijsturen', 'niet gestart', 'onbekend')),
    fase TEXT NOT NULL DEFAULT '',
    gedaan TEXT NOT NULL DEFAULT '',
    te_doen TEXT NOT NULL DEFAULT '',
    toelichting TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX periodebericht_project ON periodebericht (project_id);

CREATE TABLE programmarol (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    rol TEXT NOT NULL,
    personen TEXT NOT NULL DEFAULT '',
    taken TEXT NOT NULL DEFAULT '',
    frequentie TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX programmarol_programma ON programmarol (programma_id);

CREATE TABLE afkorting (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kort TEXT NOT NULL CHECK (kort <> ''),
    lang TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX afkorting_programma ON afkorting (programma_id);

CREATE TABLE financieringsbron (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    voorwaarden TEXT NOT NULL DEFAULT '',
    mee TEXT NOT NULL DEFAULT 'onbekend' CHECK (mee IN ('ja', 'deels', 'nee', 'onbekend')),  -- to the next year
    mee_tot TEXT CHECK (mee_tot IS date(mee_tot))  -- the day before which it is to be spent
) STRICT;
CREATE INDEX financieringsbron_programma ON financieringsbron (programma_id);

CREATE TABLE begrotingsregel (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    periode TEXT NOT NULL CHECK (periode <> ''),
    zijde TEXT NOT NULL CHECK (zijde IN ('baten', 'lasten')),
    naam TEXT NOT NULL,
    groep TEXT NOT NULL DEFAULT '',  -- under what it stands, where that is no themalijn
    themalijn_id TEXT REFERENCES themalijn (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    project_id TEXT REFERENCES project (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    bron_id TEXT REFERENCES financieringsbron (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    buiten_totaal INTEGER NOT NULL DEFAULT 0 CHECK (buiten_totaal IN (0, 1)),  -- under the total, as a reserve is
    toelichting TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX begrotingsregel_programma ON begrotingsregel (programma_id);
CREATE INDEX begrotingsregel_themalijn ON begrotingsregel (themalijn_id);
CREATE INDEX begrotingsregel_project ON begrotingsregel (project_id);
CREATE INDEX begrotingsregel_bron ON begrotingsregel (bron_id);

CREATE TABLE begrotingsbedrag (
    id TEXT PRIMARY KEY NOT NULL,
    regel_id TEXT NOT NULL REFERENCES begrotingsregel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    soort TEXT NOT NULL
        CHECK (soort IN ('begroting', 'gewijzigd', 'besteed', 'saldo', 'verwacht', 'eindsaldo')),
    bedrag INTEGER,  -- whole euros; empty where what is written is no certain amount
    tekst TEXT NOT NULL DEFAULT '',  -- as it was written, where it was read
    twijfel TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX begrotingsbedrag_regel ON begrotingsbedrag (regel_id);

CREATE TABLE gedrukt_totaal (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    periode TEXT NOT NULL CHECK (periode <> ''),
    zijde TEXT NOT NULL CHECK (zijde IN ('baten', 'lasten')),
    naam TEXT NOT NULL,  -- of what it is the total: a themalijn, a groep, or all
    waar TEXT NOT NULL DEFAULT '',  -- where it is printed
    soort TEXT NOT NULL
        CHECK (soort IN ('begroting', 'gewijzigd', 'besteed', 'saldo', 'verwacht', 'eindsaldo')),
    bedrag INTEGER NOT NULL
) STRICT;
CREATE INDEX gedrukt_totaal_programma ON gedrukt_totaal (programma_id);

CREATE TABLE meeneempost (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    periode TEXT NOT NULL CHECK (periode <> ''),
    naar TEXT NOT NULL,  -- the year that it goes to
    bedrag INTEGER NOT NULL,
    waarvan TEXT NOT NULL,
    reden TEXT NOT NULL DEFAULT '',
    regel_id TEXT REFERENCES begrotingsregel (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    bron_id TEXT REFERENCES financieringsbron (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX meeneempost_programma ON meeneempost (programma_id);
CREATE INDEX meeneempost_regel ON meeneempost (regel_id);
CREATE INDEX meeneempost_bron ON meeneempost (bron_id);

CREATE TABLE besluitgevolg (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    besluit_id TEXT REFERENCES besluit (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    wat TEXT NOT NULL,  -- what was decided, also where the besluit itself is not in this werkmap
    datum TEXT CHECK (datum IS date(datum)),
    project_id TEXT REFERENCES project (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    regel_id TEXT REFERENCES begrotingsregel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    bedrag INTEGER  -- what this besluit adds to the line
) STRICT;
CREATE INDEX besluitgevolg_programma ON besluitgevolg (programma_id);
CREATE INDEX besluitgevolg_besluit ON besluitgevolg (besluit_id);
CREATE INDEX besluitgevolg_project ON besluitgevolg (project_id);
CREATE INDEX besluitgevolg_regel ON besluitgevolg (regel_id);
