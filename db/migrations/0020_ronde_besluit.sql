-- Which besluit came of a round of letters: it ended the round, and its answers stay as they were.

ALTER TABLE ronde ADD COLUMN besluit_id TEXT REFERENCES besluit (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX ronde_besluit ON ronde (besluit_id);
