-- A word of four letters is found within longer ones too ("zorg" in "jeugdzorg"): those of five come into the list.
INSERT OR IGNORE INTO zoekregel_woord SELECT term FROM zoekregel_termen WHERE length(term) = 5;
