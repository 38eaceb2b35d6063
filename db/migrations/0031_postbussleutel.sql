-- A private key of SSH instead of a password, to come into an SFTP server.

ALTER TABLE uitwisseling_postbus ADD COLUMN sleutel TEXT NOT NULL DEFAULT '';  -- path of its file, or 'agent'
