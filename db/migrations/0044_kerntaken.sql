-- What an organisation does, task by task, and what may become of it: building blocks by part, weighed one by one and
-- put side by side in scenarios. Sums and differences are computed.

CREATE TABLE kerndeel (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL
) STRICT;
CREATE INDEX kerndeel_programma ON kerndeel (programma_id);

CREATE TABLE kernkolom (
    id TEXT PRIMARY KEY NOT NULL,
    deel_id TEXT NOT NULL REFERENCES kerndeel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL
) STRICT;
CREATE INDEX kernkolom_deel ON kernkolom (deel_id);

CREATE TABLE bouwsteen (
    id TEXT PRIMARY KEY NOT NULL,
    deel_id TEXT NOT NULL REFERENCES kerndeel (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    nummer TEXT NOT NULL DEFAULT '',  -- as the paper numbers it: 1, 1.1
    naam TEXT NOT NULL,
    groep TEXT NOT NULL DEFAULT '',
    categorie TEXT NOT NULL DEFAULT '' CHECK (categorie IN ('', 'A', 'B', 'C', 'D')),  -- as the paper says it
    bedrag INTEGER  -- what it costs now, in euro
) STRICT;
CREATE INDEX bouwsteen_deel ON bouwsteen (deel_id);

CREATE TABLE bouwsteenveld (
    id TEXT PRIMARY KEY NOT NULL,
    bouwsteen_id TEXT NOT NULL REFERENCES bouwsteen (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kolom_id TEXT NOT NULL REFERENCES kernkolom (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tekst TEXT NOT NULL
) STRICT;
CREATE INDEX bouwsteenveld_bouwsteen ON bouwsteenveld (bouwsteen_id);
CREATE INDEX bouwsteenveld_kolom ON bouwsteenveld (kolom_id);

CREATE TABLE afweging (
    id TEXT PRIMARY KEY NOT NULL,
    bouwsteen_id TEXT NOT NULL REFERENCES bouwsteen (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    vraag TEXT NOT NULL CHECK (vraag <> ''),  -- its name in the tree
    antwoord INTEGER NOT NULL CHECK (antwoord IN (0, 1)),
    reden TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX afweging_bouwsteen ON afweging (bouwsteen_id);

CREATE TABLE bouwsteenvraag (
    id TEXT PRIMARY KEY NOT NULL,
    bouwsteen_id TEXT NOT NULL REFERENCES bouwsteen (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    vraag TEXT NOT NULL,
    van TEXT NOT NULL DEFAULT '',
    antwoord TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX bouwsteenvraag_bouwsteen ON bouwsteenvraag (bouwsteen_id);

CREATE TABLE scenario (
    id TEXT PRIMARY KEY NOT NULL,
    programma_id TEXT NOT NULL REFERENCES programma (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    code TEXT NOT NULL,
    naam TEXT NOT NULL,
    omschrijving TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX scenario_programma ON scenario (programma_id);

CREATE TABLE scenariopost (
    id TEXT PRIMARY KEY NOT NULL,
    scenario_id TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    bouwsteen_id TEXT NOT NULL REFERENCES bouwsteen (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    keuze TEXT NOT NULL
        CHECK (keuze IN ('behouden', 'ambitie bijstellen', 'elders beleggen', 'beëindigen', 'nieuw')),
    bedrag INTEGER,  -- what it costs in this scenario, in euro; empty while nobody knows
    toelichting TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX scenariopost_scenario ON scenariopost (scenario_id);
CREATE INDEX scenariopost_bouwsteen ON scenariopost (bouwsteen_id);

ALTER TABLE besluitgevolg ADD COLUMN bouwsteen_id TEXT
    REFERENCES bouwsteen (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX besluitgevolg_bouwsteen ON besluitgevolg (bouwsteen_id);
