"""Use cases at the table and after it: presence, votes, besluiten, verslag, acties and geheimhouding."""
