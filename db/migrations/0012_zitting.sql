-- The meeting itself: who was there, what was said, voted and decided, what is to be done, and what is secret.
--
-- Clock times are those of the day of the meeting. Choices hold the words of the paper.

ALTER TABLE gremium ADD COLUMN quorum INTEGER CHECK (quorum >= 0);  -- empty: more than half of the seats

-- Names as they were said that day; a bound at an item that is gone bounds nothing.
CREATE TABLE presentie (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    hoedanigheid TEXT NOT NULL CHECK (
        hoedanigheid IN ('voorzitter', 'lid', 'vervanger', 'secretaris', 'genodigde', 'notulist')
    ),
    namens TEXT NOT NULL,
    functie TEXT NOT NULL,
    lid_id TEXT REFERENCES lidmaatschap (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    aanwezig INTEGER NOT NULL CHECK (aanwezig IN (0, 1)),
    met_bericht INTEGER NOT NULL CHECK (met_bericht IN (0, 1)),
    van_punt_id TEXT REFERENCES agendapunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    tot_punt_id TEXT REFERENCES agendapunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    gekomen TEXT,
    vertrokken TEXT,
    stemgewicht INTEGER NOT NULL CHECK (stemgewicht >= 0)  -- 0: without a vote
) STRICT;
CREATE INDEX presentie_vergadering ON presentie (vergadering_id);
CREATE INDEX presentie_lid ON presentie (lid_id);
CREATE INDEX presentie_van ON presentie (van_punt_id);
CREATE INDEX presentie_tot ON presentie (tot_punt_id);

CREATE TABLE belang (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    presentie_id TEXT NOT NULL REFERENCES presentie (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    reden TEXT NOT NULL
) STRICT;
CREATE INDEX belang_agendapunt ON belang (agendapunt_id);
CREATE INDEX belang_presentie ON belang (presentie_id);

CREATE TABLE puntverslag (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    besproken TEXT NOT NULL,
    besloten_deel TEXT NOT NULL,  -- for the closed verslag alone
    begonnen TEXT,
    geeindigd TEXT
) STRICT;
CREATE INDEX puntverslag_agendapunt ON puntverslag (agendapunt_id);

CREATE TABLE schorsing (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    begonnen TEXT NOT NULL,
    hervat TEXT
) STRICT;
CREATE INDEX schorsing_vergadering ON schorsing (vergadering_id);

CREATE TABLE stemming (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    onderwerp TEXT NOT NULL,
    wijze TEXT NOT NULL CHECK (wijze IN ('handopsteken', 'hoofdelijk', 'schriftelijk')),
    gewogen INTEGER NOT NULL CHECK (gewogen IN (0, 1)),
    voor INTEGER NOT NULL CHECK (voor >= 0),
    tegen INTEGER NOT NULL CHECK (tegen >= 0),
    onthouden INTEGER NOT NULL CHECK (onthouden >= 0),
    besloten INTEGER NOT NULL CHECK (besloten IN (0, 1))
) STRICT;
CREATE INDEX stemming_agendapunt ON stemming (agendapunt_id);

-- Who takes part in a vote, frozen when it is called: names as they were said.
CREATE TABLE stem (
    id TEXT PRIMARY KEY NOT NULL,
    stemming_id TEXT NOT NULL REFERENCES stemming (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    namens TEXT NOT NULL,
    gewicht INTEGER NOT NULL CHECK (gewicht >= 0),
    keuze TEXT CHECK (keuze IN ('voor', 'tegen', 'onthouding'))
) STRICT;
CREATE INDEX stem_stemming ON stem (stemming_id);

CREATE TABLE besluit (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    uitkomst TEXT NOT NULL CHECK (uitkomst IN (
        'conform advies', 'gewijzigd', 'aangehouden', 'ingetrokken', 'verworpen', 'kennisgenomen', 'vastgesteld'
    )),
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    nummer TEXT NOT NULL,
    tekst TEXT NOT NULL,
    voorgesteld TEXT NOT NULL,
    minderheid TEXT NOT NULL,
    besloten INTEGER NOT NULL CHECK (besloten IN (0, 1)),
    herstelt_id TEXT REFERENCES besluit (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX besluit_agendapunt ON besluit (agendapunt_id);
CREATE INDEX besluit_nummer ON besluit (nummer);
CREATE INDEX besluit_herstelt ON besluit (herstelt_id);

CREATE TABLE verslag (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    staat TEXT NOT NULL CHECK (staat IN ('concept', 'vastgesteld')),
    vastgesteld_op TEXT CHECK (vastgesteld_op IS date(vastgesteld_op)),
    vastgesteld_in TEXT REFERENCES vergadering (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX verslag_vergadering ON verslag (vergadering_id);
CREATE INDEX verslag_vastgesteld ON verslag (vastgesteld_in);

CREATE TABLE correctie (
    id TEXT PRIMARY KEY NOT NULL,
    verslag_id TEXT NOT NULL REFERENCES verslag (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    agendapunt_id TEXT REFERENCES agendapunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    was TEXT NOT NULL,
    wordt TEXT NOT NULL,
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    reden TEXT NOT NULL,
    besloten INTEGER NOT NULL CHECK (besloten IN (0, 1))
) STRICT;
CREATE INDEX correctie_verslag ON correctie (verslag_id);
CREATE INDEX correctie_agendapunt ON correctie (agendapunt_id);

CREATE TABLE actie (
    id TEXT PRIMARY KEY NOT NULL,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    gremium_id TEXT NOT NULL REFERENCES gremium (id) DEFERRABLE INITIALLY DEFERRED,
    tekst TEXT NOT NULL CHECK (trim(tekst) <> ''),
    ontstaan TEXT NOT NULL CHECK (ontstaan IS date(ontstaan)),
    soort TEXT NOT NULL CHECK (soort IN ('actie', 'toezegging')),
    door TEXT NOT NULL,
    voor TEXT CHECK (voor IS date(voor)),
    staat TEXT NOT NULL CHECK (staat IN ('open', 'bezig', 'gedaan', 'vervallen')),
    afgedaan TEXT CHECK (afgedaan IS date(afgedaan)),
    vergadering_id TEXT REFERENCES vergadering (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    agendapunt_id TEXT REFERENCES agendapunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    oorsprong TEXT NOT NULL,
    portefeuillehouder TEXT NOT NULL,
    besloten INTEGER NOT NULL CHECK (besloten IN (0, 1))
) STRICT;
CREATE INDEX actie_gremium ON actie (gremium_id, staat);
CREATE INDEX actie_vergadering ON actie (vergadering_id);
CREATE INDEX actie_agendapunt ON actie (agendapunt_id);

CREATE TABLE actie_stand (
    id TEXT PRIMARY KEY NOT NULL,
    actie_id TEXT NOT NULL REFERENCES actie (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    tekst TEXT NOT NULL
) STRICT;
CREATE INDEX actie_stand_actie ON actie_stand (actie_id);

-- The register of geheimhouding: what is covered, and what was done about it when.
CREATE TABLE geheimhouding (
    id TEXT PRIMARY KEY NOT NULL,
    gremium_id TEXT NOT NULL REFERENCES gremium (id) DEFERRABLE INITIALLY DEFERRED,
    onderwerp TEXT NOT NULL CHECK (trim(onderwerp) <> ''),
    grond TEXT NOT NULL,  -- key of a ground in resources/geheimhouding
    omvang TEXT NOT NULL,
    einddatum TEXT CHECK (einddatum IS date(einddatum))
) STRICT;
CREATE INDEX geheimhouding_gremium ON geheimhouding (gremium_id);

CREATE TABLE geheimhouding_stuk (
    id TEXT PRIMARY KEY NOT NULL,
    geheimhouding_id TEXT NOT NULL REFERENCES geheimhouding (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    over TEXT NOT NULL REFERENCES stuk (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX geheimhouding_stuk_geheimhouding ON geheimhouding_stuk (geheimhouding_id);
CREATE INDEX geheimhouding_stuk_over ON geheimhouding_stuk (over);

CREATE TABLE geheimhouding_punt (
    id TEXT PRIMARY KEY NOT NULL,
    geheimhouding_id TEXT NOT NULL REFERENCES geheimhouding (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    over TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX geheimhouding_punt_geheimhouding ON geheimhouding_punt (geheimhouding_id);
CREATE INDEX geheimhouding_punt_over ON geheimhouding_punt (over);

CREATE TABLE geheimhouding_gebeurtenis (
    id TEXT PRIMARY KEY NOT NULL,
    geheimhouding_id TEXT NOT NULL REFERENCES geheimhouding (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    stap TEXT NOT NULL CHECK (stap IN ('opgelegd', 'bekrachtigd', 'opgeheven')),
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    orgaan TEXT NOT NULL,
    agendapunt_id TEXT REFERENCES agendapunt (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX geheimhouding_gebeurtenis_geheimhouding ON geheimhouding_gebeurtenis (geheimhouding_id);
CREATE INDEX geheimhouding_gebeurtenis_punt ON geheimhouding_gebeurtenis (agendapunt_id);

-- Who opened a secret paper: rows are only added, and each names the digest of the one before it. Never travels.
CREATE TABLE inzage (
    nummer INTEGER PRIMARY KEY,
    moment TEXT NOT NULL CHECK (datetime(moment) IS NOT NULL),
    wie TEXT NOT NULL,
    vergadering_id TEXT NOT NULL,
    papier TEXT NOT NULL,
    versie TEXT NOT NULL,
    vorige TEXT NOT NULL,
    afdruk TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE ronde (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    verzonden TEXT NOT NULL CHECK (verzonden IS date(verzonden)),
    uiterlijk TEXT NOT NULL CHECK (uiterlijk IS date(uiterlijk))
) STRICT;
CREATE INDEX ronde_agendapunt ON ronde (agendapunt_id);

CREATE TABLE ronde_reactie (
    id TEXT PRIMARY KEY NOT NULL,
    ronde_id TEXT NOT NULL REFERENCES ronde (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    naam TEXT NOT NULL,
    namens TEXT NOT NULL,
    antwoord TEXT CHECK (antwoord IN ('akkoord', 'niet akkoord', 'bespreken')),
    toelichting TEXT NOT NULL,
    ontvangen TEXT CHECK (ontvangen IS date(ontvangen))
) STRICT;
CREATE INDEX ronde_reactie_ronde ON ronde_reactie (ronde_id);
