-- Which duty of secrecy an item proposes to lift: two duties on one item are told apart, whatever the item is called.

ALTER TABLE agendapunt ADD COLUMN geheimhouding_id TEXT
    REFERENCES geheimhouding (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX agendapunt_geheimhouding ON agendapunt (geheimhouding_id);
UPDATE agendapunt SET geheimhouding_id = (
    SELECT min(id) FROM geheimhouding WHERE 'Opheffen geheimhouding: ' || onderwerp = agendapunt.titel HAVING count(*) = 1
);
