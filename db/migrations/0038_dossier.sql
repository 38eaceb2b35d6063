-- The dossier of a meeting: closed, reopened, and how long it is kept where that is not as usual.
CREATE TABLE dossier (
    id TEXT PRIMARY KEY NOT NULL,
    vergadering_id TEXT NOT NULL REFERENCES vergadering (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    categorie TEXT NOT NULL DEFAULT '',  -- key of a category in resources/selectielijst; empty: that of its kind
    waardering TEXT CHECK (waardering IN ('bewaren', 'vernietigen')),
    termijn INTEGER CHECK (termijn >= 0),  -- years
    toelichting TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX dossier_vergadering ON dossier (vergadering_id);
CREATE TABLE dossier_stap (
    id TEXT PRIMARY KEY NOT NULL,
    dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    volgorde TEXT NOT NULL CHECK (volgorde <> ''),
    stap TEXT NOT NULL CHECK (stap IN ('gesloten', 'heropend')),
    datum TEXT NOT NULL CHECK (datum IS date(datum)),
    wie TEXT NOT NULL DEFAULT '',
    reden TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX dossier_stap_dossier ON dossier_stap (dossier_id);

-- What belongs to a meeting whose dossier is closed does not change on this laptop, whoever asks: the triggers that record
-- refuse it (store/bevriezen.py). Here stands only what they would be too late for: afterwards the dossier is gone too. What
-- others did before they knew of it still comes in, for nothing is recorded then.
CREATE VIEW dicht_dossier AS SELECT d.vergadering_id AS vergadering_id FROM dossier d WHERE 'gesloten' = (
    SELECT s.stap FROM dossier_stap s WHERE s.dossier_id = d.id ORDER BY s.volgorde DESC, s.id DESC LIMIT 1);
CREATE TRIGGER dicht_vergadering_weg BEFORE DELETE ON vergadering WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
