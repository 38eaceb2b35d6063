-- What the verslag says of an item is nothing until somebody writes it, and what nobody wrote is told to nobody: two
-- laptops make the row of an item alike (base.ids.only_id), and the one that only tells times must not put an empty text
-- beside the text of the other. A row that another laptop made is whole without them.
CREATE TABLE puntverslag_nieuw (
    id TEXT PRIMARY KEY NOT NULL,
    agendapunt_id TEXT NOT NULL REFERENCES agendapunt (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    besproken TEXT NOT NULL DEFAULT '',
    besloten_deel TEXT NOT NULL DEFAULT '',  -- for the closed verslag alone
    begonnen TEXT,
    geeindigd TEXT
) STRICT;
INSERT INTO puntverslag_nieuw SELECT id, agendapunt_id, besproken, besloten_deel, begonnen, geeindigd FROM puntverslag;
DROP TABLE puntverslag;
ALTER TABLE puntverslag_nieuw RENAME TO puntverslag;
CREATE INDEX puntverslag_agendapunt ON puntverslag (agendapunt_id);
