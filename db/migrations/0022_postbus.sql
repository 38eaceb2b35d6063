-- The postbus: shared places through which this laptop exchanges, how far each was read, and what stands there.

CREATE TABLE uitwisseling_postbus (
    adres TEXT PRIMARY KEY NOT NULL,  -- as it was given; never with a password
    gebruiker TEXT NOT NULL DEFAULT '',
    hostsleutel TEXT NOT NULL DEFAULT '',  -- of an SFTP server, as it was compared
    certificaat TEXT NOT NULL DEFAULT '',  -- file of an issuer of the organisation itself
    kenmerk TEXT NOT NULL DEFAULT '',  -- of what stands at the address; another: it was begun anew
    nagekeken TEXT NOT NULL DEFAULT ''  -- day on which its lists were last looked at whole
) STRICT;

CREATE TABLE uitwisseling_postbus_gelezen (
    adres TEXT NOT NULL REFERENCES uitwisseling_postbus (adres) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kanaal TEXT NOT NULL,
    nummer INTEGER NOT NULL CHECK (nummer >= 0),  -- of the last message that was read
    sha TEXT NOT NULL CHECK (length(sha) = 64),
    PRIMARY KEY (adres, kanaal)
) STRICT, WITHOUT ROWID;

-- What needs not be put there (again): segments by name, versions of the roster, keys and files.
CREATE TABLE uitwisseling_postbus_daar (
    adres TEXT NOT NULL REFERENCES uitwisseling_postbus (adres) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    naam TEXT NOT NULL,
    PRIMARY KEY (adres, naam)
) STRICT, WITHOUT ROWID;

-- Messages of which something could not be used yet: they are read again.
CREATE TABLE uitwisseling_postbus_wacht (
    adres TEXT NOT NULL REFERENCES uitwisseling_postbus (adres) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kanaal TEXT NOT NULL,
    nummer INTEGER NOT NULL,
    PRIMARY KEY (adres, kanaal, nummer)
) STRICT, WITHOUT ROWID;
