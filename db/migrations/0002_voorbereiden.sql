-- Preparing meetings: the year with its deadlines, items held over and withdrawn, versions of the agenda, the chair's
-- script, standing items and absences.

-- How many days before the meeting papers come in, the agenda closes, the set is sent and absence is told.
ALTER TABLE gremium ADD COLUMN dagen_aanleveren INTEGER NOT NULL DEFAULT 21 CHECK (dagen_aanleveren >= 0);
ALTER TABLE gremium ADD COLUMN dagen_sluiten INTEGER NOT NULL DEFAULT 14 CHECK (dagen_sluiten >= 0);
ALTER TABLE gremium ADD COLUMN dagen_verzenden INTEGER NOT NULL DEFAULT 10 CHECK (dagen_verzenden >= 0);
ALTER TABLE gremium ADD COLUMN dagen_verhindering INTEGER NOT NULL DEFAULT 3 CHECK (dagen_verhindering >= 0);

ALTER TABLE vergadering ADD COLUMN videolink TEXT NOT NULL DEFAULT '';
ALTER TABLE vergadering ADD COLUMN begonnen TEXT;
ALTER TABLE vergadering ADD COLUMN geeindigd TEXT;
ALTER TABLE vergadering ADD COLUMN uid TEXT NOT NULL DEFAULT '';  -- what a calendar that was taken in calls it

ALTER TABLE agendapunt ADD COLUMN hamerstuk INTEGER NOT NULL DEFAULT 0 CHECK (hamerstuk IN (0, 1));
ALTER TABLE agendapunt ADD COLUMN akkoord INTEGER NOT NULL DEFAULT 1 CHECK (akkoord IN (0, 1));
ALTER TABLE agendapunt ADD COLUMN spoed TEXT NOT NULL DEFAULT '';  -- why it comes late; empty: it does not
ALTER TABLE agendapunt ADD COLUMN staat TEXT NOT NULL DEFAULT 'geagendeerd'
    CHECK (staat IN ('geagendeerd', 'aangehouden', 'ingetrokken'));
ALTER TABLE agendapunt ADD COLUMN reden TEXT NOT NULL DEFAULT '';
ALTER TABLE agendapunt ADD COLUMN herkomst_id TEXT
    REFERENCES agendapunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX agendapunt_herkomst ON agendapunt (herkomst_id);

CREATE TABLE standaardpunt (
    id TEXT PRIMARY KEY NOT NULL,
    gremium_id TEXT NOT NULL REFERENCES gremium (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    titel TEXT NOT NULL CHECK (trim(titel) <> ''),
    duur INTEGER CHECK (duur >= 0),
    behandeling TEXT CHECK (
        behandeling IN ('vaststelling', 'kennisname', 'informatie', 'bespreking', 'opinievorming', 'besluitvorming')
    ),
    aan_einde INTEGER NOT NULL DEFAULT 0 CHECK (aan_einde IN (0, 1))
) STRICT;
CREATE INDEX standaardpunt_gremium ON standaardpunt (gremium_id);

CREATE TABLE afmelding (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    lid_id TEXT NOT NULL REFERENCES lidmaatschap (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    vervanger_id TEXT REFERENCES persoon (id) DEFERRABLE INITIALLY DEFERRED,
    reden TEXT NOT NULL DEFAULT '',
    set_overgedragen INTEGER NOT NULL DEFAULT 0 CHECK (set_overgedragen IN (0, 1))
) STRICT;
CREATE INDEX afmelding_vergadering ON afmelding (vergadering_id);

-- The agenda as it stood at one moment, under a letter: kept in words, for it never changes again.
CREATE TABLE agendaversie (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    letter TEXT NOT NULL CHECK (trim(letter) <> ''),
    staat TEXT NOT NULL CHECK (staat IN ('concept', 'vastgesteld', 'heropend')),
    moment TEXT NOT NULL
) STRICT;
CREATE INDEX agendaversie_vergadering ON agendaversie (vergadering_id);

CREATE TABLE agendaversie_punt (
    id TEXT PRIMARY KEY NOT NULL,
    agendaversie_id TEXT NOT NULL REFERENCES agendaversie (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    punt_id TEXT NOT NULL,  -- the item itself may be gone by now
    nummer TEXT NOT NULL,
    titel TEXT NOT NULL,
    tijd TEXT,
    duur INTEGER CHECK (duur >= 0),
    behandeling TEXT NOT NULL DEFAULT '',
    voorstel TEXT NOT NULL DEFAULT '',
    toelichting TEXT NOT NULL DEFAULT '',
    inleiders TEXT NOT NULL DEFAULT '',
    besloten INTEGER NOT NULL DEFAULT 0 CHECK (besloten IN (0, 1)),
    hamerstuk INTEGER NOT NULL DEFAULT 0 CHECK (hamerstuk IN (0, 1))
) STRICT;
CREATE INDEX agendaversie_punt_versie ON agendaversie_punt (agendaversie_id);

-- What the chair alone reads: never part of a meeting as it is printed, exported, checked or searched.
CREATE TABLE regie (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    inleiding TEXT NOT NULL DEFAULT '',
    besluit TEXT NOT NULL DEFAULT '',
    formulering TEXT NOT NULL DEFAULT '',
    risico TEXT NOT NULL DEFAULT '',
    notitie TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX regie_agendapunt ON regie (agendapunt_id);
