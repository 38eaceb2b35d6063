-- Templates of nota's, and what stands first when a nota is begun (C2).

-- A template holds the whole nota as one text (JSON), placeholders included; what was besloten stays so.
CREATE TABLE sjabloon (
    id TEXT PRIMARY KEY NOT NULL,
    naam TEXT NOT NULL CHECK (trim(naam) <> ''),
    besloten INTEGER NOT NULL DEFAULT 0 CHECK (besloten IN (0, 1)),
    inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
) STRICT;

-- A row per favourite; its id follows from what it names, so that two laptops choosing the same make one row.
CREATE TABLE favoriet (
    id TEXT PRIMARY KEY NOT NULL,
    soort TEXT NOT NULL CHECK (soort IN ('vorm', 'sjabloon', 'nota')),
    bron TEXT NOT NULL CHECK (bron <> '')
) STRICT;
