"""The meeting itself and what comes of it: presence, votes, besluiten, verslag, acties, geheimhouding."""
