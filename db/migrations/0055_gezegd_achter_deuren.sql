-- What is written at an item remembers that the item was closed then: another laptop may open it before it hears of that.
ALTER TABLE puntverslag ADD COLUMN besloten INTEGER NOT NULL DEFAULT 0 CHECK (besloten IN (0, 1));
