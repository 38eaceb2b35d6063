-- Who opened a paper is asked by paper: the register of geheimhouding tells it of every duty at once.

CREATE INDEX inzage_papier ON inzage (papier, wie);
