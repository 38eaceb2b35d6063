-- Who accepted a finding and when, and who took that back: every judgement stays to be read (A9).

ALTER TABLE aanvaarding ADD COLUMN wie TEXT NOT NULL DEFAULT '';
ALTER TABLE aanvaarding ADD COLUMN moment TEXT CHECK (moment IS NULL OR datetime(moment) IS NOT NULL);
ALTER TABLE aanvaarding ADD COLUMN ingetrokken TEXT CHECK (ingetrokken IS NULL OR datetime(ingetrokken) IS NOT NULL);
ALTER TABLE aanvaarding ADD COLUMN ingetrokken_door TEXT NOT NULL DEFAULT '';
