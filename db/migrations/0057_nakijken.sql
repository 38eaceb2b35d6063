-- What a report left uncertain and nobody settled yet, a line each: it stays with the programme until somebody takes it off.
ALTER TABLE programma ADD COLUMN nakijken TEXT NOT NULL DEFAULT '';
