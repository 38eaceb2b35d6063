-- On which pages of a received file somebody signed: '1-3,7'. Empty where nobody did, or where a program of before this one
-- took the file in.
ALTER TABLE stukversie ADD COLUMN getekend TEXT NOT NULL DEFAULT '' CHECK (getekend NOT GLOB '*[^-0-9,]*');
