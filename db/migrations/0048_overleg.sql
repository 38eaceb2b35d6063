-- The way of proposals over tables, the planning and control of a year, and zienswijzen. Days counted back, terms and
-- who is still to say something are computed.

CREATE TABLE overlegtafel (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    gremium_id TEXT REFERENCES gremium (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX overlegtafel_programma ON overlegtafel (programma_id);
CREATE INDEX overlegtafel_gremium ON overlegtafel (gremium_id);

CREATE TABLE tafellid (
    id TEXT PRIMARY KEY NOT NULL,
    tafel_id TEXT NOT NULL REFERENCES overlegtafel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    naam TEXT NOT NULL
) STRICT;
CREATE INDEX tafellid_tafel ON tafellid (tafel_id);

CREATE TABLE tafeldag (
    id TEXT PRIMARY KEY NOT NULL,
    tafel_id TEXT NOT NULL REFERENCES overlegtafel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    dag TEXT NOT NULL
) STRICT;
CREATE INDEX tafeldag_tafel ON tafeldag (tafel_id);

CREATE TABLE overlegroute (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    besluit_op TEXT
) STRICT;
CREATE INDEX overlegroute_programma ON overlegroute (programma_id);

CREATE TABLE overlegstap (
    id TEXT PRIMARY KEY NOT NULL,
    route_id TEXT NOT NULL REFERENCES overlegroute (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    tafel_id TEXT NOT NULL REFERENCES overlegtafel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    rol TEXT NOT NULL
        CHECK (rol IN ('bereidt voor', 'adviseert', 'geeft een zienswijze', 'besluit', 'neemt kennis')),
    daarna INTEGER NOT NULL DEFAULT 7 CHECK (daarna >= 0)  -- days at least before the next step
) STRICT;
CREATE INDEX overlegstap_route ON overlegstap (route_id);
CREATE INDEX overlegstap_tafel ON overlegstap (tafel_id);

CREATE TABLE pencjaar (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    jaar INTEGER NOT NULL,
    ab TEXT  -- the day on which the AB decides on the budget
) STRICT;
CREATE INDEX pencjaar_programma ON pencjaar (programma_id);

CREATE TABLE pencstap (
    id TEXT PRIMARY KEY NOT NULL,
    pencjaar_id TEXT NOT NULL REFERENCES pencjaar (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL CHECK (code <> ''),  -- the term, by its name in the program
    gedaan TEXT NOT NULL
) STRICT;
CREATE INDEX pencstap_jaar ON pencstap (pencjaar_id);

CREATE TABLE zienswijzeronde (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    onderwerp TEXT NOT NULL,
    uiterlijk TEXT
) STRICT;
CREATE INDEX zienswijzeronde_programma ON zienswijzeronde (programma_id);

CREATE TABLE zienswijze (
    id TEXT PRIMARY KEY NOT NULL,
    ronde_id TEXT NOT NULL REFERENCES zienswijzeronde (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    gemeente TEXT NOT NULL,
    standpunt TEXT
        CHECK (standpunt IN ('instemmend', 'instemmend met kanttekening', 'afwijzend', 'geen zienswijze')),
    tekst TEXT NOT NULL DEFAULT '',
    ontvangen TEXT,
    verwerking TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX zienswijze_ronde ON zienswijze (ronde_id);
