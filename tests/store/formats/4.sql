-- What format 4 added to format 3.

CREATE TABLE kept_month ( month TEXT PRIMARY KEY NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]') )
    STRICT, WITHOUT ROWID;
CREATE TABLE kept_day ( month TEXT NOT NULL, name TEXT NOT NULL, amounts BLOB NOT NULL, PRIMARY KEY (name, month) )
    STRICT, WITHOUT ROWID;
CREATE INDEX kept_day_month ON kept_day (month);
CREATE TABLE kept_site ( month TEXT NOT NULL, kind TEXT NOT NULL, site TEXT NOT NULL, side TEXT NOT NULL, times
    INTEGER NOT NULL, episodes INTEGER NOT NULL, PRIMARY KEY (kind, site, side, month) ) STRICT, WITHOUT ROWID;
CREATE INDEX kept_site_month ON kept_site (month);
CREATE TABLE kept_part ( month TEXT NOT NULL, kind TEXT NOT NULL, weekday INTEGER NOT NULL, morning INTEGER NOT NULL,
    afternoon INTEGER NOT NULL, evening INTEGER NOT NULL, night INTEGER NOT NULL, unknown INTEGER NOT NULL, PRIMARY
    KEY (month, kind, weekday) ) STRICT, WITHOUT ROWID;
CREATE TABLE kept_relief ( month TEXT NOT NULL, name TEXT NOT NULL, tried INTEGER NOT NULL, well INTEGER NOT NULL,
    unwell INTEGER NOT NULL, PRIMARY KEY (month, name) ) STRICT, WITHOUT ROWID;
CREATE TRIGGER kept_month_left AFTER DELETE ON kept_month BEGIN DELETE FROM kept_day WHERE month = OLD.month; DELETE
    FROM kept_site WHERE month = OLD.month; DELETE FROM kept_part WHERE month = OLD.month; DELETE FROM kept_relief
    WHERE month = OLD.month; END;
CREATE TRIGGER answer_touches_insert BEFORE INSERT ON answer BEGIN DELETE FROM kept_month WHERE month IN ( SELECT
    substr(NEW.day, 1, 7) UNION ALL SELECT substr(day, 1, 7) FROM answer WHERE (source = NEW.source AND source_key =
    NEW.source_key)); END;

INSERT INTO kept_month VALUES ('2026-10');
INSERT INTO kept_day VALUES ('2026-10', 'stress', x'0000000000000840');
INSERT INTO kept_site VALUES ('2026-10', 'twitch', 'calf', 'left', 3, 2);
INSERT INTO kept_part VALUES ('2026-10', 'twitch', 0, 1, 0, 0, 0, 1);
INSERT INTO kept_relief VALUES ('2026-10', 'stretch', 1, 1, 0);
PRAGMA user_version = 4;
