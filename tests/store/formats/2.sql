-- What format 2 added to format 1.

DROP INDEX episode_day;
CREATE INDEX episode_day ON episode (day, kind, times, site, side, started_at);
CREATE INDEX episode_noted ON episode (day, started_at, note) WHERE note IS NOT NULL;
CREATE INDEX episode_site ON episode (site, kind, side);
CREATE TABLE profile ( key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''), value TEXT NOT NULL CHECK (value <> '') )
    STRICT;

INSERT INTO profile VALUES ('handedness', 'left');
PRAGMA user_version = 2;
