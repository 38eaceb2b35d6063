-- On what is voted: the proposal, an amendement to it or a motie beside it, and who handed that in.
ALTER TABLE stemming ADD COLUMN soort TEXT NOT NULL DEFAULT 'voorstel'
    CHECK (soort IN ('voorstel', 'amendement', 'motie'));
ALTER TABLE stemming ADD COLUMN indiener TEXT NOT NULL DEFAULT '';
