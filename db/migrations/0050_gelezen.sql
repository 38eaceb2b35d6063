-- Which pages of a paper were read: '1-3,7', '-' for none. Empty where a program of before this one kept it: there all
-- pages up to the furthest count.
ALTER TABLE leesstand ADD COLUMN gelezen TEXT NOT NULL DEFAULT '' CHECK (gelezen NOT GLOB '*[^-0-9,]*');
