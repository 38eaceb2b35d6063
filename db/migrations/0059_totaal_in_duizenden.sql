-- In what a printed total is counted: in a table of thousands one or two of these is rounding, and no difference.
ALTER TABLE gedrukt_totaal ADD COLUMN eenheid INTEGER NOT NULL DEFAULT 1 CHECK (eenheid IN (1, 1000));
