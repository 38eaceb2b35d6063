-- Papers that are put away, printed or not, and the pages that were made of an Office file.
--
-- A paper that is put away (verwijderd: since when) stands in no agenda, set or search any more and can be put back.
-- Its received files stay: what was sent to us is never lost.

ALTER TABLE stuk ADD COLUMN verwijderd TEXT;
ALTER TABLE stuk ADD COLUMN afdrukken INTEGER NOT NULL DEFAULT 1 CHECK (afdrukken IN (0, 1));

-- The PDF made of the received file, kept beside it; empty when the file is shown as it came in, or has no pages.
ALTER TABLE stukversie ADD COLUMN pdf_sha256 TEXT NOT NULL DEFAULT ''
    CHECK (pdf_sha256 = '' OR (length(pdf_sha256) = 64 AND pdf_sha256 NOT GLOB '*[^0-9a-f]*'));
ALTER TABLE stukversie ADD COLUMN omgezet_met TEXT NOT NULL DEFAULT '';

-- An item may go although papers that were put away stood under it; put back, they stand loose in the meeting.
CREATE TRIGGER agendapunt_van_verwijderd_stuk BEFORE DELETE ON agendapunt BEGIN
    UPDATE stuk SET agendapunt_id = NULL WHERE agendapunt_id = old.id AND verwijderd IS NOT NULL;
END;

-- A paper that was only promised may go although a bijlage of it was put away; put back, that is a paper of its own.
CREATE TRIGGER stuk_van_verwijderd_stuk BEFORE DELETE ON stuk BEGIN
    UPDATE stuk SET hoort_bij = NULL WHERE hoort_bij = old.id AND verwijderd IS NOT NULL;
END;
