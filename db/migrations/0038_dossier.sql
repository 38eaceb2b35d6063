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

-- What belongs to a meeting whose dossier is closed does not change on this laptop, whoever asks. What others did before
-- they knew of it still comes in (nothing is recorded then), and what was closed or opened since may say so (`besloten`).
CREATE VIEW dicht_dossier AS SELECT d.vergadering_id AS vergadering_id FROM dossier d WHERE 'gesloten' = (
    SELECT s.stap FROM dossier_stap s WHERE s.dossier_id = d.id ORDER BY s.volgorde DESC, s.id DESC LIMIT 1);
CREATE TRIGGER dicht_vergadering_anders BEFORE UPDATE OF gremium_id, datum, begin, einde, plaats, gelegenheid, status, begonnen, geeindigd, voorzitter_id, secretaris_id ON vergadering WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_vergadering_weg BEFORE DELETE ON vergadering WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_uitnodigingsbrief_nieuw BEFORE INSERT ON uitnodigingsbrief WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = new.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_uitnodigingsbrief_anders BEFORE UPDATE ON uitnodigingsbrief WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_uitnodigingsbrief_weg BEFORE DELETE ON uitnodigingsbrief WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_nieuw BEFORE INSERT ON agendapunt WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = new.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_anders BEFORE UPDATE OF vergadering_id, ouder_id, volgorde, titel, ingevoegd, duur, standaard, mondeling, toelichting, hamerstuk, akkoord, spoed, staat, reden ON agendapunt WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id IN (old.vergadering_id, new.vergadering_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_weg BEFORE DELETE ON agendapunt WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_behandeling_nieuw BEFORE INSERT ON agendapunt_behandeling WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = new.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_behandeling_weg BEFORE DELETE ON agendapunt_behandeling WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_inleider_nieuw BEFORE INSERT ON agendapunt_inleider WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = new.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_inleider_anders BEFORE UPDATE ON agendapunt_inleider WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_agendapunt_inleider_weg BEFORE DELETE ON agendapunt_inleider WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_voorstelpunt_nieuw BEFORE INSERT ON voorstelpunt WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = coalesce((SELECT vergadering_id FROM agendapunt WHERE id = new.agendapunt_id), (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = new.nota_id)))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_voorstelpunt_anders BEFORE UPDATE ON voorstelpunt WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = coalesce((SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id), (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = old.nota_id)))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_voorstelpunt_weg BEFORE DELETE ON voorstelpunt WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = coalesce((SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id), (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = old.nota_id)))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stuk_nieuw BEFORE INSERT ON stuk WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = new.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stuk_anders BEFORE UPDATE OF vergadering_id, volgorde, soort, titel, agendapunt_id, hoort_bij, bijlagen_beloofd, genoemd, verwijderd ON stuk WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id IN (old.vergadering_id, new.vergadering_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stuk_weg BEFORE DELETE ON stuk WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stukversie_nieuw BEFORE INSERT ON stukversie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM stuk WHERE id = new.stuk_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stukversie_anders BEFORE UPDATE OF stuk_id, sha256, bestandsnaam, media ON stukversie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM stuk WHERE id = old.stuk_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stukversie_weg BEFORE DELETE ON stukversie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM stuk WHERE id = old.stuk_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_bron_nieuw BEFORE INSERT ON bron WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = new.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_bron_anders BEFORE UPDATE ON bron WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_bron_weg BEFORE DELETE ON bron WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_nieuw BEFORE INSERT ON nota WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM stuk WHERE id = new.stuk_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_anders BEFORE UPDATE OF stuk_id, vorm, onderwerp, registratienummer, domein ON nota WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM stuk WHERE id = old.stuk_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_weg BEFORE DELETE ON nota WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM stuk WHERE id = old.stuk_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_sectie_nieuw BEFORE INSERT ON nota_sectie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = new.nota_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_sectie_anders BEFORE UPDATE ON nota_sectie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = old.nota_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_sectie_weg BEFORE DELETE ON nota_sectie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = old.nota_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_argument_nieuw BEFORE INSERT ON nota_argument WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = new.nota_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_argument_anders BEFORE UPDATE OF nota_id, volgorde, aard, kop, tekst ON nota_argument WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = old.nota_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_nota_argument_weg BEFORE DELETE ON nota_argument WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT s.vergadering_id FROM nota n JOIN stuk s ON s.id = n.stuk_id WHERE n.id = old.nota_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_presentie_nieuw BEFORE INSERT ON presentie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = new.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_presentie_anders BEFORE UPDATE OF vergadering_id, naam, hoedanigheid, namens, functie, aanwezig, met_bericht, gekomen, vertrokken, stemgewicht ON presentie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_presentie_weg BEFORE DELETE ON presentie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_belang_nieuw BEFORE INSERT ON belang WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = new.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_belang_anders BEFORE UPDATE ON belang WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_belang_weg BEFORE DELETE ON belang WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_puntverslag_nieuw BEFORE INSERT ON puntverslag WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = new.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_puntverslag_anders BEFORE UPDATE ON puntverslag WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_puntverslag_weg BEFORE DELETE ON puntverslag WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_schorsing_nieuw BEFORE INSERT ON schorsing WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = new.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_schorsing_anders BEFORE UPDATE ON schorsing WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_schorsing_weg BEFORE DELETE ON schorsing WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stemming_nieuw BEFORE INSERT ON stemming WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = new.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stemming_anders BEFORE UPDATE OF onderwerp, wijze, gewogen, voor, tegen, onthouden, soort, indiener ON stemming WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stemming_weg BEFORE DELETE ON stemming WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stem_nieuw BEFORE INSERT ON stem WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT a.vergadering_id FROM stemming t JOIN agendapunt a ON a.id = t.agendapunt_id WHERE t.id = new.stemming_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stem_anders BEFORE UPDATE ON stem WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT a.vergadering_id FROM stemming t JOIN agendapunt a ON a.id = t.agendapunt_id WHERE t.id = old.stemming_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_stem_weg BEFORE DELETE ON stem WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT a.vergadering_id FROM stemming t JOIN agendapunt a ON a.id = t.agendapunt_id WHERE t.id = old.stemming_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_besluit_nieuw BEFORE INSERT ON besluit WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = new.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_besluit_anders BEFORE UPDATE OF agendapunt_id, uitkomst, datum, nummer, tekst, voorgesteld, minderheid ON besluit WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_besluit_weg BEFORE DELETE ON besluit WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM agendapunt WHERE id = old.agendapunt_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_verslag_anders BEFORE UPDATE OF staat, vastgesteld_op ON verslag WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_verslag_weg BEFORE DELETE ON verslag WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = old.vergadering_id)
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_correctie_nieuw BEFORE INSERT ON correctie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM verslag WHERE id = new.verslag_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_correctie_anders BEFORE UPDATE OF was, wordt, datum, reden ON correctie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM verslag WHERE id = old.verslag_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
CREATE TRIGGER dicht_correctie_weg BEFORE DELETE ON correctie WHEN (SELECT opnemen FROM bewerkstand)
AND EXISTS (SELECT 1 FROM dicht_dossier WHERE vergadering_id = (SELECT vergadering_id FROM verslag WHERE id = old.verslag_id))
BEGIN SELECT raise(ABORT, 'dossier gesloten'); END;
