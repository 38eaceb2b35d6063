-- Which words the index holds: a word that is sought is found within longer ones too ("begroting" in "programmabegroting").
-- To go through the words of the index itself takes a second and a half with 300 000 pages, through this list 20 ms. Derived:
-- the words are those of the index, and it is made again of that when what was destroyed leaves no trace.
CREATE TABLE zoekregel_woord (woord TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE zoekregel_termen USING fts5vocab (zoekregel_fts, row);
INSERT INTO zoekregel_woord SELECT term FROM zoekregel_termen WHERE length(term) BETWEEN 6 AND 40;

-- Notes are few among many pages, and are sought apart: without this all pages are gone through to find which they are.
CREATE INDEX zoekregel_aantekening ON zoekregel (id) WHERE soort = 'aantekening';
