-- For how many others one member may vote; empty when the body does not rule that.
ALTER TABLE gremium ADD COLUMN volmachten INTEGER CHECK (volmachten >= 0);

-- Whether the item of a round of letters was besloten when it was sent: lifting that later does not open how it went.
-- Of rounds that were sent before this was kept, those on what is besloten or ever was by geheimhouding are taken to be.
ALTER TABLE ronde ADD COLUMN besloten INTEGER NOT NULL DEFAULT 0 CHECK (besloten IN (0, 1));
UPDATE ronde SET besloten = 1 WHERE agendapunt_id IN (SELECT over FROM geheimhouding_punt) OR agendapunt_id IN (
    WITH RECURSIVE dicht (id) AS (
        SELECT id FROM agendapunt WHERE besloten = 1
        UNION SELECT a.id FROM agendapunt a JOIN dicht d ON a.ouder_id = d.id
    ) SELECT id FROM dicht
);
