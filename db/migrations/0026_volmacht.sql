-- Who votes for a member that is absent, on the list of names of that meeting.

ALTER TABLE presentie ADD COLUMN volmacht_id TEXT REFERENCES presentie (id) ON DELETE SET NULL
    DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX presentie_volmacht ON presentie (volmacht_id);
