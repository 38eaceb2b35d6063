-- The item under which an action or a promise comes back on a later agenda.

ALTER TABLE actie ADD COLUMN terug_punt_id TEXT REFERENCES agendapunt (id) ON DELETE SET NULL
    DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX actie_terug ON actie (terug_punt_id);
