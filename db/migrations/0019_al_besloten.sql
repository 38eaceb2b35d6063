-- What was besloten before a duty of secrecy came on it: lifting the duty does not open that.

ALTER TABLE geheimhouding_punt ADD COLUMN al_besloten INTEGER NOT NULL DEFAULT 0 CHECK (al_besloten IN (0, 1));
ALTER TABLE geheimhouding_stuk ADD COLUMN al_besloten INTEGER NOT NULL DEFAULT 0 CHECK (al_besloten IN (0, 1));
