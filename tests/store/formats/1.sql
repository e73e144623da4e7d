-- A diary of format 1: its tables and indexes, two of its triggers, a view in the place of its own, and a few rows.

CREATE TABLE episode ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), day TEXT NOT NULL CHECK (day IS date(day, '+0
    days') AND day >= '1900-01-01'), started_at TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at,
    '+0 days')), utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439), day_part TEXT CHECK
    (day_part IN ('night', 'morning', 'afternoon', 'evening')), site TEXT NOT NULL CHECK (site <> ''), side TEXT CHECK
    (side IN ('left', 'right', 'both', 'midline')), kind TEXT NOT NULL CHECK (kind IN ('twitch', 'ripple', 'pulse',
    'jerk', 'cramp', 'spasm', 'buzz', 'other')), intensity INTEGER CHECK (intensity BETWEEN 0 AND 10), duration_s REAL
    CHECK (duration_s > 0 AND duration_s <= 2678400), times INTEGER NOT NULL DEFAULT 1 CHECK (times BETWEEN 1 AND
    9999), pattern TEXT CHECK (pattern IN ('single', 'on_and_off', 'constant')), circumstance TEXT CHECK (circumstance
    IN ('rest', 'use', 'after_effort', 'falling_asleep', 'asleep')), visible INTEGER CHECK (visible IN (0, 1)), filmed
    INTEGER CHECK (filmed IN (0, 1)), pain INTEGER CHECK (pain IN (0, 1)), numbness INTEGER CHECK (numbness IN (0,
    1)), going_on INTEGER NOT NULL DEFAULT 0 CHECK (going_on IN (0, 1)), note TEXT CHECK (note <> ''), source TEXT NOT
    NULL DEFAULT 'typed' CHECK (source <> ''), source_key TEXT, UNIQUE (source, source_key), CHECK ((started_at IS
    NULL) = (utc_offset_minutes IS NULL)), CHECK (day_part IS NULL OR started_at IS NULL), CHECK (going_on = 0 OR
    (started_at IS NOT NULL AND duration_s IS NULL)) ) STRICT;
CREATE INDEX episode_day ON episode (day, kind, times);
CREATE INDEX episode_going_on ON episode (going_on) WHERE going_on = 1;
CREATE TABLE relief ( episode TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE ON UPDATE CASCADE, name TEXT NOT
    NULL CHECK (name <> ''), helped INTEGER CHECK (helped IN (0, 1)), PRIMARY KEY (episode, name) ) STRICT;
CREATE TABLE sleep ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), day TEXT NOT NULL CHECK (day IS date(day, '+0
    days') AND day >= '1900-01-01'), minutes REAL NOT NULL CHECK (minutes > 0 AND minutes <= 1440), started_at TEXT
    CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+0 days')), utc_offset_minutes INTEGER CHECK
    (utc_offset_minutes BETWEEN -1439 AND 1439), ended_at TEXT CHECK (ended_at IS strftime('%Y-%m-%dT%H:%M:%SZ',
    ended_at, '+0 days')), ended_utc_offset_minutes INTEGER CHECK (ended_utc_offset_minutes BETWEEN -1439 AND 1439),
    nap INTEGER NOT NULL DEFAULT 0 CHECK (nap IN (0, 1)), source TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key TEXT, UNIQUE (source, source_key), CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)), CHECK
    ((ended_at IS NULL) = (ended_utc_offset_minutes IS NULL)), CHECK (ended_at IS NULL OR started_at < ended_at) )
    STRICT;
CREATE INDEX sleep_day ON sleep (day, nap, minutes);
CREATE TABLE drink ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), day TEXT NOT NULL CHECK (day IS date(day, '+0
    days') AND day >= '1900-01-01'), taken_at TEXT CHECK (taken_at IS strftime('%Y-%m-%dT%H:%M:%SZ', taken_at, '+0
    days')), utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439), day_part TEXT CHECK
    (day_part IN ('night', 'morning', 'afternoon', 'evening')), name TEXT NOT NULL CHECK (name <> ''), volume_ml REAL
    CHECK (volume_ml > 0 AND volume_ml <= 200000), caffeine_mg REAL CHECK (caffeine_mg BETWEEN 0 AND 100000),
    alcohol_g REAL CHECK (alcohol_g BETWEEN 0 AND 20000), source TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key TEXT, UNIQUE (source, source_key), CHECK ((taken_at IS NULL) = (utc_offset_minutes IS NULL)), CHECK
    (day_part IS NULL OR taken_at IS NULL) ) STRICT;
CREATE INDEX drink_day ON drink (day, caffeine_mg, alcohol_g, volume_ml);
CREATE TABLE workout ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), day TEXT NOT NULL CHECK (day IS date(day, '+0
    days') AND day >= '1900-01-01'), started_at TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at,
    '+0 days')), utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439), day_part TEXT CHECK
    (day_part IN ('night', 'morning', 'afternoon', 'evening')), kind TEXT NOT NULL CHECK (kind <> ''), region TEXT
    CHECK (region IN ('legs', 'arms', 'trunk', 'whole')), minutes REAL NOT NULL CHECK (minutes > 0 AND minutes <=
    1440), effort INTEGER CHECK (effort BETWEEN 0 AND 10), note TEXT CHECK (note <> ''), source TEXT NOT NULL DEFAULT
    'typed' CHECK (source <> ''), source_key TEXT, UNIQUE (source, source_key), CHECK ((started_at IS NULL) =
    (utc_offset_minutes IS NULL)), CHECK (day_part IS NULL OR started_at IS NULL) ) STRICT;
CREATE INDEX workout_day ON workout (day, minutes, effort);
CREATE TABLE medicine ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), name TEXT NOT NULL CHECK (name <> ''), dose
    TEXT CHECK (dose <> ''), started_on TEXT NOT NULL CHECK (started_on IS date(started_on, '+0 days') AND started_on
    >= '1900-01-01'), stopped_on TEXT CHECK (stopped_on IS date(stopped_on, '+0 days')), note TEXT CHECK (note <> ''),
    source TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''), source_key TEXT, UNIQUE (source, source_key), CHECK
    (stopped_on >= started_on) ) STRICT;
CREATE INDEX medicine_started_on ON medicine (started_on);
CREATE INDEX medicine_stopped_on ON medicine (stopped_on);
CREATE TABLE dose ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), day TEXT NOT NULL CHECK (day IS date(day, '+0
    days') AND day >= '1900-01-01'), taken_at TEXT CHECK (taken_at IS strftime('%Y-%m-%dT%H:%M:%SZ', taken_at, '+0
    days')), utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439), day_part TEXT CHECK
    (day_part IN ('night', 'morning', 'afternoon', 'evening')), name TEXT NOT NULL CHECK (name <> ''), amount REAL
    CHECK (amount > 0 AND amount <= 1000000), unit TEXT CHECK (unit <> ''), source TEXT NOT NULL DEFAULT 'typed' CHECK
    (source <> ''), source_key TEXT, UNIQUE (source, source_key), CHECK ((taken_at IS NULL) = (utc_offset_minutes IS
    NULL)), CHECK (day_part IS NULL OR taken_at IS NULL) ) STRICT;
CREATE INDEX dose_day ON dose (day);
CREATE TABLE event ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), day TEXT NOT NULL CHECK (day IS date(day, '+0
    days') AND day >= '1900-01-01'), kind TEXT NOT NULL CHECK (kind IN ('illness', 'test', 'visit', 'cycle',
    'other')), text TEXT NOT NULL CHECK (text <> ''), note TEXT CHECK (note <> ''), source TEXT NOT NULL DEFAULT
    'typed' CHECK (source <> ''), source_key TEXT, UNIQUE (source, source_key) ) STRICT;
CREATE INDEX event_day ON event (day);
CREATE TABLE day_note ( day TEXT PRIMARY KEY NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    text TEXT NOT NULL CHECK (text <> ''), source TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''), source_key TEXT,
    UNIQUE (source, source_key) ) STRICT;
CREATE TABLE question ( slug TEXT PRIMARY KEY NOT NULL CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9_]*'), label TEXT
    NOT NULL CHECK (label <> ''), unit TEXT CHECK (unit <> ''), lowest REAL NOT NULL DEFAULT 0 CHECK (abs(lowest) <=
    1e15), highest REAL CHECK (abs(highest) <= 1e15), low_means TEXT CHECK (low_means <> ''), high_means TEXT CHECK
    (high_means <> ''), state TEXT NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off', 'hidden')), place INTEGER NOT
    NULL, happens TEXT NOT NULL DEFAULT 'day' CHECK (happens IN ('night', 'morning', 'afternoon', 'evening', 'day')),
    role TEXT NOT NULL DEFAULT 'habit' CHECK (role IN ('habit', 'outcome', 'mark')), built_in INTEGER NOT NULL DEFAULT
    0 CHECK (built_in IN (0, 1)), CHECK (lowest < highest) ) STRICT;
CREATE TABLE answer ( day TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'), question TEXT NOT
    NULL REFERENCES question (slug) ON UPDATE CASCADE, value REAL NOT NULL CHECK (abs(value) <= 1e15), source TEXT NOT
    NULL DEFAULT 'typed' CHECK (source <> ''), source_key TEXT, PRIMARY KEY (day, question), UNIQUE (source,
    source_key) ) STRICT;
CREATE INDEX answer_question ON answer (question);
CREATE TABLE term ( kind TEXT NOT NULL CHECK (kind IN ('site', 'drink', 'relief', 'workout')), slug TEXT NOT NULL
    CHECK (slug <> ''), parent TEXT CHECK (parent <> ''), volume_ml REAL CHECK (volume_ml > 0 AND volume_ml <= 10000),
    caffeine_mg REAL CHECK (caffeine_mg BETWEEN 0 AND 5000), alcohol_g REAL CHECK (alcohol_g BETWEEN 0 AND 1000),
    PRIMARY KEY (kind, slug), CHECK (parent IS NULL OR kind = 'site'), CHECK (kind = 'drink' OR (volume_ml IS NULL AND
    caffeine_mg IS NULL AND alcohol_g IS NULL)) ) STRICT;
CREATE TABLE template ( key TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[1-9]'), phrase TEXT NOT NULL CHECK (phrase <>
    '') ) STRICT;
CREATE TABLE setting ( key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''), value TEXT NOT NULL, CHECK (key <>
    'day_starts' OR (value GLOB '[0-9]' OR value IN ('10', '11', '12'))) ) STRICT;
CREATE TABLE step ( id INTEGER PRIMARY KEY NOT NULL, at TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at,
    '+0 days')), kind TEXT NOT NULL CHECK (kind <> ''), undoes INTEGER REFERENCES step (id), open INTEGER UNIQUE CHECK
    (open = 1) ) STRICT;
CREATE INDEX step_undoes ON step (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE change ( number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, step INTEGER REFERENCES step (id), "table"
    TEXT NOT NULL, row TEXT NOT NULL, before TEXT CHECK (before IS NULL OR json_valid(before)) ) STRICT;
CREATE INDEX change_step ON change (step);
CREATE INDEX change_row ON change ("table", row);
CREATE TRIGGER answer_range_insert BEFORE INSERT ON answer BEGIN SELECT raise(ABORT, 'the value is outside the range
    of its question') FROM question WHERE slug = NEW.question AND NOT (NEW.value >= lowest AND (highest IS NULL OR
    NEW.value <= highest)); END;
CREATE TRIGGER episode_deleted AFTER DELETE ON episode BEGIN INSERT INTO change (step, "table", row, before) VALUES
    ((SELECT id FROM step WHERE open = 1), 'episode', json_array(OLD.id), json_object( 'rowid', OLD.rowid, 'id',
    OLD.id, 'day', OLD.day, 'started_at', OLD.started_at, 'utc_offset_minutes', OLD.utc_offset_minutes, 'day_part',
    OLD.day_part, 'site', OLD.site, 'side', OLD.side, 'kind', OLD.kind, 'intensity', OLD.intensity, 'duration_s',
    json(iif(OLD.duration_s IS NULL, 'null', printf('%!.17g', OLD.duration_s))), 'times', OLD.times, 'pattern',
    OLD.pattern, 'circumstance', OLD.circumstance, 'visible', OLD.visible, 'filmed', OLD.filmed, 'pain', OLD.pain,
    'numbness', OLD.numbness, 'going_on', OLD.going_on, 'note', OLD.note, 'source', OLD.source, 'source_key',
    OLD.source_key)); END;
CREATE VIEW daily AS SELECT DISTINCT day, 1 AS twitches FROM episode;

INSERT INTO question (slug, label, highest, low_means, high_means, state, place, built_in)
VALUES ('stress', 'Strain, as format 1 called it', 9, 'no', 'much', 'hidden', 7, 1);
INSERT INTO question (slug, label, unit, highest, place) VALUES ('screen_hours', 'My own screens', 'h', 30, 8);
INSERT INTO question (slug, label, place) VALUES ('mood', 'Mood', 9);
INSERT INTO episode (id, day, started_at, utc_offset_minutes, site, side, kind, intensity, duration_s, note)
VALUES ('1a', '2026-11-20', '2026-11-20T13:05:00Z', 60, 'calf', 'left', 'twitch', 4, 0.1, '[b]old[/b]');
INSERT INTO episode (id, day, site, kind, going_on, started_at, utc_offset_minutes)
VALUES ('1b', '2026-11-21', 'thumb', 'cramp', 1, '2026-11-21T10:00:00Z', 0);
INSERT INTO relief VALUES ('1a', 'stretch', 1), ('1a', 'heat', NULL);
INSERT INTO sleep (id, day, minutes) VALUES ('1c', '2026-11-20', 412.125);
INSERT INTO drink (id, day, name, caffeine_mg, source, source_key) VALUES ('1d', '2026-11-20', 'mate', 80.5, 'app', '');
INSERT INTO workout (id, day, kind, minutes) VALUES ('1e', '2026-11-20', 'run', 30);
INSERT INTO medicine (id, name, started_on, stopped_on) VALUES ('1f', 'magnesium', '2026-11-01', '2026-11-20');
INSERT INTO dose (id, day, name, amount, unit) VALUES ('1g', '2026-11-20', 'ibuprofen', 400, 'mg');
INSERT INTO event (id, day, kind, text) VALUES ('1h', '2026-11-20', 'cycle', 'day 1');
INSERT INTO day_note (day, text) VALUES ('2026-11-20', 'bad night');
INSERT INTO answer (day, question, value) VALUES ('2026-11-20', 'stress', 7), ('2026-11-20', 'screen_hours', 25);
INSERT INTO term (kind, slug, parent) VALUES ('site', 'thumb_web', 'hand');
INSERT INTO template VALUES ('1', 'left calf');
INSERT INTO setting VALUES ('day_starts', '5');
INSERT INTO step (id, at, kind) VALUES (1, '2026-11-20T13:05:00Z', 'log');
INSERT INTO change (step, "table", row) VALUES (1, 'episode', '["1a"]');

PRAGMA application_id = 1417103986;
PRAGMA user_version = 1;
