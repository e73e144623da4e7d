-- The diary of twitch-journal: one SQLite file, format 4.
--
-- Days are diary days, ISO text; a diary day starts at the hour in `setting` (day_starts, 4 unless set), so
-- that a twitch at 01:30 belongs to the evening before. Instants are UTC text YYYY-MM-DDTHH:MM:SSZ, beside them
-- the offset, in minutes east of UTC, at which they were lived. NULL is "not said", never "none".
-- ('+0 days' makes date() and strftime() bring 30 February to 2 March, so that the CHECK refuses it.)
-- What a day is worth is told by the view `daily`; do not add up the tables without it.

CREATE TABLE episode (
    id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    started_at         TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+0 days')),
    utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    day_part           TEXT CHECK (day_part IN ('night', 'morning', 'afternoon', 'evening')),
    site               TEXT NOT NULL CHECK (site <> ''),
    side               TEXT CHECK (side IN ('left', 'right', 'both', 'midline')),
    kind               TEXT NOT NULL CHECK (kind IN
                           ('twitch', 'ripple', 'pulse', 'jerk', 'cramp', 'spasm', 'buzz', 'other')),
    intensity          INTEGER CHECK (intensity BETWEEN 0 AND 10),
    duration_s         REAL CHECK (duration_s > 0 AND duration_s <= 2678400),
    times              INTEGER NOT NULL DEFAULT 1 CHECK (times BETWEEN 1 AND 9999),
    pattern            TEXT CHECK (pattern IN ('single', 'on_and_off', 'constant')),
    circumstance       TEXT CHECK (circumstance IN ('rest', 'use', 'after_effort', 'falling_asleep', 'asleep')),
    visible            INTEGER CHECK (visible IN (0, 1)),
    filmed             INTEGER CHECK (filmed IN (0, 1)),
    pain               INTEGER CHECK (pain IN (0, 1)),
    numbness           INTEGER CHECK (numbness IN (0, 1)),
    going_on           INTEGER NOT NULL DEFAULT 0 CHECK (going_on IN (0, 1)),
    note               TEXT CHECK (note <> ''),
    source             TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key         TEXT,
    UNIQUE (source, source_key),
    CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK (day_part IS NULL OR started_at IS NULL),
    CHECK (going_on = 0 OR (started_at IS NOT NULL AND duration_s IS NULL))
) STRICT;
CREATE INDEX episode_day ON episode
    (day, kind, times, site, side, started_at, utc_offset_minutes, day_part);
CREATE INDEX episode_noted ON episode (day, started_at, note) WHERE note IS NOT NULL;
CREATE INDEX episode_site ON episode (site, kind, day, side);
CREATE INDEX episode_going_on ON episode (going_on) WHERE going_on = 1;

CREATE TABLE relief (
    episode TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE ON UPDATE CASCADE,
    name    TEXT NOT NULL CHECK (name <> ''),
    helped  INTEGER CHECK (helped IN (0, 1)),
    PRIMARY KEY (episode, name)
) STRICT;

CREATE TABLE sleep (
    id                       TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                      TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    minutes                  REAL NOT NULL CHECK (minutes > 0 AND minutes <= 1440),
    started_at               TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+0 days')),
    utc_offset_minutes       INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    ended_at                 TEXT CHECK (ended_at IS strftime('%Y-%m-%dT%H:%M:%SZ', ended_at, '+0 days')),
    ended_utc_offset_minutes INTEGER CHECK (ended_utc_offset_minutes BETWEEN -1439 AND 1439),
    nap                      INTEGER NOT NULL DEFAULT 0 CHECK (nap IN (0, 1)),
    source                   TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key               TEXT,
    UNIQUE (source, source_key),
    CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_utc_offset_minutes IS NULL)),
    CHECK (ended_at IS NULL OR started_at < ended_at)
) STRICT;
CREATE INDEX sleep_day ON sleep (day, nap, minutes);

CREATE TABLE drink (
    id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    taken_at           TEXT CHECK (taken_at IS strftime('%Y-%m-%dT%H:%M:%SZ', taken_at, '+0 days')),
    utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    day_part           TEXT CHECK (day_part IN ('night', 'morning', 'afternoon', 'evening')),
    name               TEXT NOT NULL CHECK (name <> ''),
    volume_ml          REAL CHECK (volume_ml > 0 AND volume_ml <= 200000),
    caffeine_mg        REAL CHECK (caffeine_mg BETWEEN 0 AND 100000),
    alcohol_g          REAL CHECK (alcohol_g BETWEEN 0 AND 20000),
    source             TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key         TEXT,
    UNIQUE (source, source_key),
    CHECK ((taken_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK (day_part IS NULL OR taken_at IS NULL)
) STRICT;
CREATE INDEX drink_day ON drink (day, caffeine_mg, alcohol_g, volume_ml);

CREATE TABLE workout (
    id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    started_at         TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+0 days')),
    utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    day_part           TEXT CHECK (day_part IN ('night', 'morning', 'afternoon', 'evening')),
    kind               TEXT NOT NULL CHECK (kind <> ''),
    region             TEXT CHECK (region IN ('legs', 'arms', 'trunk', 'whole')),
    minutes            REAL NOT NULL CHECK (minutes > 0 AND minutes <= 1440),
    effort             INTEGER CHECK (effort BETWEEN 0 AND 10),
    note               TEXT CHECK (note <> ''),
    source             TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key         TEXT,
    UNIQUE (source, source_key),
    CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK (day_part IS NULL OR started_at IS NULL)
) STRICT;
CREATE INDEX workout_day ON workout (day, minutes, effort);

CREATE TABLE medicine (
    id         TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    dose       TEXT CHECK (dose <> ''),
    started_on TEXT NOT NULL CHECK (started_on IS date(started_on, '+0 days') AND started_on >= '1900-01-01'),
    stopped_on TEXT CHECK (stopped_on IS date(stopped_on, '+0 days')),
    note       TEXT CHECK (note <> ''),
    source     TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key TEXT,
    UNIQUE (source, source_key),
    CHECK (stopped_on >= started_on)
) STRICT;
CREATE INDEX medicine_started_on ON medicine (started_on);
CREATE INDEX medicine_stopped_on ON medicine (stopped_on);

CREATE TABLE dose (
    id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    taken_at           TEXT CHECK (taken_at IS strftime('%Y-%m-%dT%H:%M:%SZ', taken_at, '+0 days')),
    utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    day_part           TEXT CHECK (day_part IN ('night', 'morning', 'afternoon', 'evening')),
    name               TEXT NOT NULL CHECK (name <> ''),
    amount             REAL CHECK (amount > 0 AND amount <= 1000000),
    unit               TEXT CHECK (unit <> ''),
    source             TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key         TEXT,
    UNIQUE (source, source_key),
    CHECK ((taken_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK (day_part IS NULL OR taken_at IS NULL)
) STRICT;
CREATE INDEX dose_day ON dose (day);

CREATE TABLE event (
    id         TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    kind       TEXT NOT NULL CHECK (kind IN ('illness', 'test', 'visit', 'cycle', 'other')),
    text       TEXT NOT NULL CHECK (text <> ''),
    note       TEXT CHECK (note <> ''),
    source     TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key TEXT,
    UNIQUE (source, source_key)
) STRICT;
CREATE INDEX event_day ON event (day);

CREATE TABLE day_note (
    day        TEXT PRIMARY KEY NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    text       TEXT NOT NULL CHECK (text <> ''),
    source     TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key TEXT,
    UNIQUE (source, source_key)
) STRICT;

-- A question of the daily check-in. `lowest` and `highest` are in `unit`; without a unit the answers are
-- whole numbers of a scale; without a highest value there is no limit.
CREATE TABLE question (
    slug       TEXT PRIMARY KEY NOT NULL CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9_]*'),
    label      TEXT NOT NULL CHECK (label <> ''),
    unit       TEXT CHECK (unit <> ''),
    lowest     REAL NOT NULL DEFAULT 0 CHECK (abs(lowest) <= 1e15),
    highest    REAL CHECK (abs(highest) <= 1e15),
    low_means  TEXT CHECK (low_means <> ''),
    high_means TEXT CHECK (high_means <> ''),
    state      TEXT NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off', 'hidden')),
    place      INTEGER NOT NULL,
    happens    TEXT NOT NULL DEFAULT 'day' CHECK (happens IN ('night', 'morning', 'afternoon', 'evening', 'day')),
    role       TEXT NOT NULL DEFAULT 'habit' CHECK (role IN ('habit', 'outcome', 'mark')),
    built_in   INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1)),
    CHECK (lowest < highest)
) STRICT;

-- No row is "not logged"; 0 is "none".
CREATE TABLE answer (
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    question   TEXT NOT NULL REFERENCES question (slug) ON UPDATE CASCADE,
    value      REAL NOT NULL CHECK (abs(value) <= 1e15),
    source     TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key TEXT,
    PRIMARY KEY (day, question),
    UNIQUE (source, source_key)
) STRICT;
CREATE INDEX answer_question ON answer (question);

CREATE TRIGGER answer_range_insert BEFORE INSERT ON answer BEGIN
    SELECT raise(ABORT, 'the value is outside the range of its question') FROM question
    WHERE slug = NEW.question AND NOT (NEW.value >= lowest AND (highest IS NULL OR NEW.value <= highest));
END;
CREATE TRIGGER answer_range_update BEFORE UPDATE OF question, value ON answer BEGIN
    SELECT raise(ABORT, 'the value is outside the range of its question') FROM question
    WHERE slug = NEW.question AND NOT (NEW.value >= lowest AND (highest IS NULL OR NEW.value <= highest));
END;

-- The user's own words: sites (with a parent), drinks (one of the usual size: ml, mg, g), reliefs, workouts.
CREATE TABLE term (
    kind        TEXT NOT NULL CHECK (kind IN ('site', 'drink', 'relief', 'workout')),
    slug        TEXT NOT NULL CHECK (slug <> ''),
    parent      TEXT CHECK (parent <> ''),
    volume_ml   REAL CHECK (volume_ml > 0 AND volume_ml <= 10000),
    caffeine_mg REAL CHECK (caffeine_mg BETWEEN 0 AND 5000),
    alcohol_g   REAL CHECK (alcohol_g BETWEEN 0 AND 1000),
    PRIMARY KEY (kind, slug),
    CHECK (parent IS NULL OR kind = 'site'),
    CHECK (kind = 'drink' OR (volume_ml IS NULL AND caffeine_mg IS NULL AND alcohol_g IS NULL))
) STRICT;

-- What the digits 1-9 mean.
CREATE TABLE template (
    key    TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[1-9]'),
    phrase TEXT NOT NULL CHECK (phrase <> '')
) STRICT;

-- What belongs to the diary and not to a screen: day_starts (an hour, 0 to 12), units.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL,
    CHECK (key <> 'day_starts' OR (value GLOB '[0-9]' OR value IN ('10', '11', '12')))
) STRICT;

-- What a doctor asks once: first_noticed, handedness, family_history and so on.
CREATE TABLE profile (
    key   TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (value <> '')
) STRICT;

-- Which habits the person suspected before there was anything to see: one guess a diary, of two habits at most; a
-- guess without a habit says that nothing was suspected.
CREATE TABLE guess (
    id       INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    named_at TEXT NOT NULL CHECK (named_at IS strftime('%Y-%m-%dT%H:%M:%SZ', named_at, '+0 days')),
    days     INTEGER NOT NULL CHECK (days BETWEEN 0 AND 14),
    first    TEXT CHECK (first <> ''),
    second   TEXT CHECK (second <> ''),
    CHECK (second IS NULL OR (first IS NOT NULL AND second <> first))
) STRICT;

-- A day on which the diary was judged: `days` logged days up to `last_day`, at these levels; it used up the look of the
-- calendar at `used` logged days. What was judged stays as it was found, whatever is corrected later.
CREATE TABLE look (
    id             TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    judged_on      TEXT NOT NULL CHECK (judged_on IS date(judged_on, '+0 days')),
    first_day      TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    last_day       TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day),
    outcome        TEXT NOT NULL CHECK (outcome IN ('twitches', 'twitchiness')),
    days           INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000000),
    used           INTEGER NOT NULL UNIQUE CHECK (used BETWEEN 1 AND 10000000),
    clear_level    REAL NOT NULL CHECK (clear_level > 0 AND clear_level < 1),
    possible_level REAL NOT NULL CHECK (possible_level >= clear_level AND possible_level < 1),
    why            TEXT NOT NULL CHECK (why IN ('calendar', 'import'))
) STRICT;

-- What a look said of each habit: the fields of journal.statistics.result. NULL is "nothing can be said".
CREATE TABLE verdict (
    look               TEXT NOT NULL REFERENCES look (id) ON DELETE CASCADE ON UPDATE CASCADE,
    habit              TEXT NOT NULL CHECK (habit <> ''),
    label              TEXT NOT NULL CHECK (label <> ''),
    place              INTEGER NOT NULL CHECK (place >= 1),
    guessed            INTEGER NOT NULL DEFAULT 0 CHECK (guessed IN (0, 1)),
    tier               TEXT NOT NULL CHECK (tier IN ('clear', 'possible', 'none', 'too little')),
    lag                INTEGER CHECK (lag BETWEEN 0 AND 3),
    p                  REAL CHECK (p BETWEEN 0 AND 1),
    rate_ratio         REAL CHECK (rate_ratio BETWEEN 0 AND 1e300),
    low                REAL CHECK (low BETWEEN 0 AND 1e300),
    high               REAL CHECK (high BETWEEN 0 AND 1e300),
    raw_ratio          REAL CHECK (raw_ratio BETWEEN 0 AND 1e300),
    raw_low            REAL CHECK (raw_low BETWEEN 0 AND 1e300),
    raw_high           REAL CHECK (raw_high BETWEEN 0 AND 1e300),
    unit               TEXT CHECK (unit <> ''),
    contrast_low       REAL CHECK (abs(contrast_low) <= 1e300),
    contrast_high      REAL CHECK (abs(contrast_high) <= 1e300),
    mean_with          REAL CHECK (mean_with BETWEEN 0 AND 1e300),
    mean_without       REAL CHECK (mean_without BETWEEN 0 AND 1e300),
    n_with             INTEGER CHECK (n_with >= 0),
    n_without          INTEGER CHECK (n_without >= 0),
    days_used          INTEGER CHECK (days_used >= 0),
    days_missing       INTEGER CHECK (days_missing >= 0),
    days_needed        INTEGER CHECK (days_needed >= 0),
    days_more          INTEGER CHECK (days_more >= 0),
    same_day_caution   INTEGER NOT NULL DEFAULT 0 CHECK (same_day_caution IN (0, 1)),
    control_p          REAL CHECK (control_p BETWEEN 0 AND 1),
    not_separable_from TEXT CHECK (not_separable_from <> ''),
    reason             TEXT CHECK (reason <> ''),
    PRIMARY KEY (look, habit)
) STRICT;
CREATE INDEX verdict_habit ON verdict (habit);

-- Each lag of a habit alone, without the prior, as the look found it.
CREATE TABLE verdict_lag (
    look      TEXT NOT NULL,
    habit     TEXT NOT NULL,
    lag       INTEGER NOT NULL CHECK (lag BETWEEN 0 AND 3),
    raw_ratio REAL CHECK (raw_ratio BETWEEN 0 AND 1e300),
    raw_low   REAL CHECK (raw_low BETWEEN 0 AND 1e300),
    raw_high  REAL CHECK (raw_high BETWEEN 0 AND 1e300),
    days_used INTEGER NOT NULL CHECK (days_used >= 0),
    PRIMARY KEY (look, habit, lag),
    FOREIGN KEY (look, habit) REFERENCES verdict (look, habit) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;

-- Each thing the user does is a step, open while it is being written (NULL once it is closed). Every row that a
-- step touches is a change: the row as it was before, or NULL where there was none. Order is the number.
CREATE TABLE step (
    id     INTEGER PRIMARY KEY NOT NULL,
    at     TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days')),
    kind   TEXT NOT NULL CHECK (kind <> ''),
    undoes INTEGER REFERENCES step (id),
    open   INTEGER UNIQUE CHECK (open = 1)
) STRICT;
CREATE INDEX step_undoes ON step (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change (
    number  INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    step    INTEGER REFERENCES step (id),
    "table" TEXT NOT NULL,
    row     TEXT NOT NULL,
    before  TEXT CHECK (before IS NULL OR json_valid(before))
) STRICT;
CREATE INDEX change_step ON change (step);
CREATE INDEX change_row ON change ("table", row);

-- What the months that are over add up to, so that a chart of many years need not count every episode again. A month
-- stands in `kept_month` only while its sums are right: whoever touches a record of it takes it out, and its sums with
-- it (see `kept_month_left`). Nothing here is the user's: DELETE FROM kept_month loses nothing.
CREATE TABLE kept_month (
    month TEXT PRIMARY KEY NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- A column of the view `daily`: the amount of each day of the month in the 8 bytes of a float, the lowest byte first; NaN
-- is "not logged".
CREATE TABLE kept_day (
    month   TEXT NOT NULL,
    name    TEXT NOT NULL,
    amounts BLOB NOT NULL,
    PRIMARY KEY (name, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_day_month ON kept_day (month);

-- Episodes by site and side ('' where it was not said).
CREATE TABLE kept_site (
    month    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    site     TEXT NOT NULL,
    side     TEXT NOT NULL,
    times    INTEGER NOT NULL,
    episodes INTEGER NOT NULL,
    PRIMARY KEY (kind, site, side, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_site_month ON kept_site (month);

-- Episodes by weekday (0 is Monday) and part of the day.
CREATE TABLE kept_part (
    month     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    weekday   INTEGER NOT NULL,
    morning   INTEGER NOT NULL,
    afternoon INTEGER NOT NULL,
    evening   INTEGER NOT NULL,
    night     INTEGER NOT NULL,
    unknown   INTEGER NOT NULL,
    PRIMARY KEY (month, kind, weekday)
) STRICT, WITHOUT ROWID;

-- What was tried, and how often it helped and did not.
CREATE TABLE kept_relief (
    month  TEXT NOT NULL,
    name   TEXT NOT NULL,
    tried  INTEGER NOT NULL,
    well   INTEGER NOT NULL,
    unwell INTEGER NOT NULL,
    PRIMARY KEY (month, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER kept_month_left AFTER DELETE ON kept_month BEGIN
    DELETE FROM kept_day WHERE month = OLD.month;
    DELETE FROM kept_site WHERE month = OLD.month;
    DELETE FROM kept_part WHERE month = OLD.month;
    DELETE FROM kept_relief WHERE month = OLD.month;
END;

-- What a day is worth: one row for each day with any record. NULL is "not logged", 0 is "none".
CREATE VIEW daily AS
SELECT
    known.day AS day,
    coalesce(
        (SELECT sum(times) FROM episode WHERE day = known.day AND kind IN ('twitch', 'ripple', 'pulse')),
        (SELECT CASE WHEN max(value) = 0 THEN 0 END FROM answer
            WHERE day = known.day AND question IN ('any_twitches', 'twitchiness'))
    ) AS twitches,
    coalesce(
        (SELECT sum(times) FROM episode WHERE day = known.day AND kind = 'cramp'),
        (SELECT 0 WHERE EXISTS (SELECT 1 FROM episode WHERE day = known.day)),
        (SELECT CASE WHEN max(value) = 0 THEN 0 END FROM answer
            WHERE day = known.day AND question IN ('any_twitches', 'twitchiness'))
    ) AS cramps,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'sleep_hours'),
        (SELECT sum(minutes) / 60.0 FROM sleep WHERE day = known.day AND nap = 0)
    ) AS sleep_hours,
    (SELECT value FROM answer WHERE day = known.day AND question = 'stress') AS stress,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'caffeine_mg'),
        (SELECT sum(caffeine_mg) FROM drink WHERE day = known.day AND caffeine_mg > 0)
    ) AS caffeine_mg,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'workout_load'),
        (SELECT CASE WHEN count(*) = count(effort) THEN sum(minutes * effort) END
            FROM workout WHERE day = known.day)
    ) AS workout_load,
    coalesce(
        (SELECT 1.0 WHERE EXISTS (SELECT 1 FROM episode WHERE day = known.day
            AND kind IN ('twitch', 'ripple', 'pulse'))),
        (SELECT CAST(max(value) > 0 AS REAL) FROM answer
            WHERE day = known.day AND question IN ('any_twitches', 'twitchiness'))
    ) AS any_twitches,
    (SELECT value FROM answer WHERE day = known.day AND question = 'twitchiness') AS twitchiness,
    (SELECT value FROM answer WHERE day = known.day AND question = 'sleep_quality') AS sleep_quality,
    (SELECT value FROM answer WHERE day = known.day AND question = 'anxiety') AS anxiety,
    (SELECT value FROM answer WHERE day = known.day AND question = 'food') AS food,
    (SELECT value FROM answer WHERE day = known.day AND question = 'skipped_meal') AS skipped_meal,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'fluids_ml'),
        (SELECT sum(volume_ml) FROM drink WHERE day = known.day AND EXISTS (SELECT 1 FROM answer
            WHERE day = known.day AND question = 'drinks_complete' AND value = 1))
    ) AS fluids_ml,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'alcohol_g'),
        (SELECT sum(alcohol_g) FROM drink WHERE day = known.day AND alcohol_g > 0)
    ) AS alcohol_g,
    (SELECT value FROM answer WHERE day = known.day AND question = 'screen_hours') AS screen_hours,
    (SELECT value FROM answer WHERE day = known.day AND question = 'drinks_complete') AS drinks_complete
FROM (
    SELECT DISTINCT day FROM (
        SELECT day FROM episode
        UNION ALL SELECT day FROM sleep
        UNION ALL SELECT day FROM drink
        UNION ALL SELECT day FROM workout
        UNION ALL SELECT day FROM dose
        UNION ALL SELECT day FROM event
        UNION ALL SELECT day FROM day_note
        UNION ALL SELECT day FROM answer
        UNION ALL SELECT started_on FROM medicine
        UNION ALL SELECT stopped_on FROM medicine WHERE stopped_on IS NOT NULL
    )
) AS known;

-- made by journal/store/change_log.py from here on

INSERT INTO question
    (slug, label, unit, lowest, highest, low_means, high_means, state, place, happens, role, built_in)
VALUES
    ('sleep_hours', 'Sleep', 'h', 0, 24, NULL, NULL, 'on', 1, 'night', 'habit', 1),
    ('stress', 'Stress', NULL, 0, 10, 'none', 'worst imaginable', 'on', 2, 'day', 'habit', 1),
    ('caffeine_mg', 'Caffeine', 'mg', 0, 5000, NULL, NULL, 'on', 3, 'day', 'habit', 1),
    ('workout_load', 'Workout load', NULL, 0, 20000, 'no workout', NULL, 'on', 4, 'day', 'habit', 1),
    ('any_twitches', 'Any twitches?', NULL, 0, 1, 'none', 'some', 'on', 5, 'day', 'outcome', 1),
    ('twitchiness', 'How twitchy?', NULL, 0, 10, 'not at all', 'worst imaginable', 'on', 6, 'day', 'outcome', 1),
    ('sleep_quality', 'Sleep quality', NULL, 1, 5, 'very poor', 'very good', 'off', 7, 'night', 'habit', 1),
    ('anxiety', 'Anxiety', NULL, 0, 10, 'none', 'worst imaginable', 'off', 8, 'day', 'habit', 1),
    ('food', 'Food', NULL, 0, 10, 'ate badly or skipped meals', 'regular and balanced', 'off', 9, 'day', 'habit', 1),
    ('skipped_meal', 'Skipped a meal?', NULL, 0, 1, 'no', 'yes', 'off', 10, 'day', 'habit', 1),
    ('fluids_ml', 'Fluids', 'ml', 0, 20000, NULL, NULL, 'off', 11, 'day', 'habit', 1),
    ('alcohol_g', 'Alcohol', 'g', 0, 1000, NULL, NULL, 'off', 12, 'evening', 'habit', 1),
    ('screen_hours', 'Screen time', 'h', 0, 24, NULL, NULL, 'off', 13, 'day', 'habit', 1),
    ('drinks_complete', 'Drinks complete', NULL, 0, 1, 'no', 'yes', 'hidden', 14, 'day', 'mark', 1);

CREATE TRIGGER episode_inserted AFTER INSERT ON episode BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'episode', json_array(NEW.id), NULL);
END;
CREATE TRIGGER episode_updated AFTER UPDATE ON episode BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'episode', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'started_at', OLD.started_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'site', OLD.site, 'side', OLD.side, 'kind', OLD.kind,
        'intensity', OLD.intensity, 'duration_s', json(iif(OLD.duration_s IS NULL, 'null', printf('%!.17g',
        OLD.duration_s))), 'times', OLD.times, 'pattern', OLD.pattern, 'circumstance', OLD.circumstance, 'visible',
        OLD.visible, 'filmed', OLD.filmed, 'pain', OLD.pain, 'numbness', OLD.numbness, 'going_on', OLD.going_on, 'note',
        OLD.note, 'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'episode', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER episode_deleted AFTER DELETE ON episode BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'episode', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'started_at', OLD.started_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'site', OLD.site, 'side', OLD.side, 'kind', OLD.kind,
        'intensity', OLD.intensity, 'duration_s', json(iif(OLD.duration_s IS NULL, 'null', printf('%!.17g',
        OLD.duration_s))), 'times', OLD.times, 'pattern', OLD.pattern, 'circumstance', OLD.circumstance, 'visible',
        OLD.visible, 'filmed', OLD.filmed, 'pain', OLD.pain, 'numbness', OLD.numbness, 'going_on', OLD.going_on, 'note',
        OLD.note, 'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER relief_inserted AFTER INSERT ON relief BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'relief', json_array(NEW.episode, NEW.name), NULL);
END;
CREATE TRIGGER relief_updated AFTER UPDATE ON relief BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'relief', json_array(OLD.episode, OLD.name), json_object(
        'rowid', OLD.rowid, 'episode', OLD.episode, 'name', OLD.name, 'helped', OLD.helped));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'relief', json_array(NEW.episode, NEW.name), NULL
    WHERE NEW.episode IS NOT OLD.episode OR NEW.name IS NOT OLD.name;
END;
CREATE TRIGGER relief_deleted AFTER DELETE ON relief BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'relief', json_array(OLD.episode, OLD.name), json_object(
        'rowid', OLD.rowid, 'episode', OLD.episode, 'name', OLD.name, 'helped', OLD.helped));
END;

CREATE TRIGGER sleep_inserted AFTER INSERT ON sleep BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'sleep', json_array(NEW.id), NULL);
END;
CREATE TRIGGER sleep_updated AFTER UPDATE ON sleep BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'sleep', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'minutes', json(iif(OLD.minutes IS NULL, 'null',
        printf('%!.17g', OLD.minutes))), 'started_at', OLD.started_at, 'utc_offset_minutes', OLD.utc_offset_minutes,
        'ended_at', OLD.ended_at, 'ended_utc_offset_minutes', OLD.ended_utc_offset_minutes, 'nap', OLD.nap, 'source',
        OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'sleep', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER sleep_deleted AFTER DELETE ON sleep BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'sleep', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'minutes', json(iif(OLD.minutes IS NULL, 'null',
        printf('%!.17g', OLD.minutes))), 'started_at', OLD.started_at, 'utc_offset_minutes', OLD.utc_offset_minutes,
        'ended_at', OLD.ended_at, 'ended_utc_offset_minutes', OLD.ended_utc_offset_minutes, 'nap', OLD.nap, 'source',
        OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER drink_inserted AFTER INSERT ON drink BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'drink', json_array(NEW.id), NULL);
END;
CREATE TRIGGER drink_updated AFTER UPDATE ON drink BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'drink', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'taken_at', OLD.taken_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'name', OLD.name, 'volume_ml', json(iif(OLD.volume_ml IS NULL,
        'null', printf('%!.17g', OLD.volume_ml))), 'caffeine_mg', json(iif(OLD.caffeine_mg IS NULL, 'null',
        printf('%!.17g', OLD.caffeine_mg))), 'alcohol_g', json(iif(OLD.alcohol_g IS NULL, 'null', printf('%!.17g',
        OLD.alcohol_g))), 'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'drink', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER drink_deleted AFTER DELETE ON drink BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'drink', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'taken_at', OLD.taken_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'name', OLD.name, 'volume_ml', json(iif(OLD.volume_ml IS NULL,
        'null', printf('%!.17g', OLD.volume_ml))), 'caffeine_mg', json(iif(OLD.caffeine_mg IS NULL, 'null',
        printf('%!.17g', OLD.caffeine_mg))), 'alcohol_g', json(iif(OLD.alcohol_g IS NULL, 'null', printf('%!.17g',
        OLD.alcohol_g))), 'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER workout_inserted AFTER INSERT ON workout BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'workout', json_array(NEW.id), NULL);
END;
CREATE TRIGGER workout_updated AFTER UPDATE ON workout BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'workout', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'started_at', OLD.started_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'kind', OLD.kind, 'region', OLD.region, 'minutes',
        json(iif(OLD.minutes IS NULL, 'null', printf('%!.17g', OLD.minutes))), 'effort', OLD.effort, 'note', OLD.note,
        'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'workout', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER workout_deleted AFTER DELETE ON workout BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'workout', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'started_at', OLD.started_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'kind', OLD.kind, 'region', OLD.region, 'minutes',
        json(iif(OLD.minutes IS NULL, 'null', printf('%!.17g', OLD.minutes))), 'effort', OLD.effort, 'note', OLD.note,
        'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER medicine_inserted AFTER INSERT ON medicine BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'medicine', json_array(NEW.id), NULL);
END;
CREATE TRIGGER medicine_updated AFTER UPDATE ON medicine BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'medicine', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'name', OLD.name, 'dose', OLD.dose, 'started_on', OLD.started_on,
        'stopped_on', OLD.stopped_on, 'note', OLD.note, 'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'medicine', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER medicine_deleted AFTER DELETE ON medicine BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'medicine', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'name', OLD.name, 'dose', OLD.dose, 'started_on', OLD.started_on,
        'stopped_on', OLD.stopped_on, 'note', OLD.note, 'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER dose_inserted AFTER INSERT ON dose BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'dose', json_array(NEW.id), NULL);
END;
CREATE TRIGGER dose_updated AFTER UPDATE ON dose BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'dose', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'taken_at', OLD.taken_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'name', OLD.name, 'amount', json(iif(OLD.amount IS NULL,
        'null', printf('%!.17g', OLD.amount))), 'unit', OLD.unit, 'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'dose', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER dose_deleted AFTER DELETE ON dose BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'dose', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'taken_at', OLD.taken_at, 'utc_offset_minutes',
        OLD.utc_offset_minutes, 'day_part', OLD.day_part, 'name', OLD.name, 'amount', json(iif(OLD.amount IS NULL,
        'null', printf('%!.17g', OLD.amount))), 'unit', OLD.unit, 'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER event_inserted AFTER INSERT ON event BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'event', json_array(NEW.id), NULL);
END;
CREATE TRIGGER event_updated AFTER UPDATE ON event BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'event', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'kind', OLD.kind, 'text', OLD.text, 'note', OLD.note,
        'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'event', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER event_deleted AFTER DELETE ON event BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'event', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'day', OLD.day, 'kind', OLD.kind, 'text', OLD.text, 'note', OLD.note,
        'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER day_note_inserted AFTER INSERT ON day_note BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'day_note', json_array(NEW.day), NULL);
END;
CREATE TRIGGER day_note_updated AFTER UPDATE ON day_note BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'day_note', json_array(OLD.day), json_object(
        'rowid', OLD.rowid, 'day', OLD.day, 'text', OLD.text, 'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'day_note', json_array(NEW.day), NULL
    WHERE NEW.day IS NOT OLD.day;
END;
CREATE TRIGGER day_note_deleted AFTER DELETE ON day_note BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'day_note', json_array(OLD.day), json_object(
        'rowid', OLD.rowid, 'day', OLD.day, 'text', OLD.text, 'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER question_inserted AFTER INSERT ON question BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'question', json_array(NEW.slug), NULL);
END;
CREATE TRIGGER question_updated AFTER UPDATE ON question BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'question', json_array(OLD.slug), json_object(
        'rowid', OLD.rowid, 'slug', OLD.slug, 'label', OLD.label, 'unit', OLD.unit, 'lowest', json(iif(OLD.lowest IS
        NULL, 'null', printf('%!.17g', OLD.lowest))), 'highest', json(iif(OLD.highest IS NULL, 'null', printf('%!.17g',
        OLD.highest))), 'low_means', OLD.low_means, 'high_means', OLD.high_means, 'state', OLD.state, 'place',
        OLD.place, 'happens', OLD.happens, 'role', OLD.role, 'built_in', OLD.built_in));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'question', json_array(NEW.slug), NULL
    WHERE NEW.slug IS NOT OLD.slug;
END;
CREATE TRIGGER question_deleted AFTER DELETE ON question BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'question', json_array(OLD.slug), json_object(
        'rowid', OLD.rowid, 'slug', OLD.slug, 'label', OLD.label, 'unit', OLD.unit, 'lowest', json(iif(OLD.lowest IS
        NULL, 'null', printf('%!.17g', OLD.lowest))), 'highest', json(iif(OLD.highest IS NULL, 'null', printf('%!.17g',
        OLD.highest))), 'low_means', OLD.low_means, 'high_means', OLD.high_means, 'state', OLD.state, 'place',
        OLD.place, 'happens', OLD.happens, 'role', OLD.role, 'built_in', OLD.built_in));
END;

CREATE TRIGGER answer_inserted AFTER INSERT ON answer BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'answer', json_array(NEW.day, NEW.question), NULL);
END;
CREATE TRIGGER answer_updated AFTER UPDATE ON answer BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'answer', json_array(OLD.day, OLD.question), json_object(
        'rowid', OLD.rowid, 'day', OLD.day, 'question', OLD.question, 'value', json(iif(OLD.value IS NULL, 'null',
        printf('%!.17g', OLD.value))), 'source', OLD.source, 'source_key', OLD.source_key));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'answer', json_array(NEW.day, NEW.question), NULL
    WHERE NEW.day IS NOT OLD.day OR NEW.question IS NOT OLD.question;
END;
CREATE TRIGGER answer_deleted AFTER DELETE ON answer BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'answer', json_array(OLD.day, OLD.question), json_object(
        'rowid', OLD.rowid, 'day', OLD.day, 'question', OLD.question, 'value', json(iif(OLD.value IS NULL, 'null',
        printf('%!.17g', OLD.value))), 'source', OLD.source, 'source_key', OLD.source_key));
END;

CREATE TRIGGER term_inserted AFTER INSERT ON term BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'term', json_array(NEW.kind, NEW.slug), NULL);
END;
CREATE TRIGGER term_updated AFTER UPDATE ON term BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'term', json_array(OLD.kind, OLD.slug), json_object(
        'rowid', OLD.rowid, 'kind', OLD.kind, 'slug', OLD.slug, 'parent', OLD.parent, 'volume_ml',
        json(iif(OLD.volume_ml IS NULL, 'null', printf('%!.17g', OLD.volume_ml))), 'caffeine_mg',
        json(iif(OLD.caffeine_mg IS NULL, 'null', printf('%!.17g', OLD.caffeine_mg))), 'alcohol_g',
        json(iif(OLD.alcohol_g IS NULL, 'null', printf('%!.17g', OLD.alcohol_g)))));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'term', json_array(NEW.kind, NEW.slug), NULL
    WHERE NEW.kind IS NOT OLD.kind OR NEW.slug IS NOT OLD.slug;
END;
CREATE TRIGGER term_deleted AFTER DELETE ON term BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'term', json_array(OLD.kind, OLD.slug), json_object(
        'rowid', OLD.rowid, 'kind', OLD.kind, 'slug', OLD.slug, 'parent', OLD.parent, 'volume_ml',
        json(iif(OLD.volume_ml IS NULL, 'null', printf('%!.17g', OLD.volume_ml))), 'caffeine_mg',
        json(iif(OLD.caffeine_mg IS NULL, 'null', printf('%!.17g', OLD.caffeine_mg))), 'alcohol_g',
        json(iif(OLD.alcohol_g IS NULL, 'null', printf('%!.17g', OLD.alcohol_g)))));
END;

CREATE TRIGGER template_inserted AFTER INSERT ON template BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'template', json_array(NEW.key), NULL);
END;
CREATE TRIGGER template_updated AFTER UPDATE ON template BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'template', json_array(OLD.key), json_object(
        'rowid', OLD.rowid, 'key', OLD.key, 'phrase', OLD.phrase));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'template', json_array(NEW.key), NULL
    WHERE NEW.key IS NOT OLD.key;
END;
CREATE TRIGGER template_deleted AFTER DELETE ON template BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'template', json_array(OLD.key), json_object(
        'rowid', OLD.rowid, 'key', OLD.key, 'phrase', OLD.phrase));
END;

CREATE TRIGGER setting_inserted AFTER INSERT ON setting BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'setting', json_array(NEW.key), NULL);
END;
CREATE TRIGGER setting_updated AFTER UPDATE ON setting BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'setting', json_array(OLD.key), json_object(
        'rowid', OLD.rowid, 'key', OLD.key, 'value', OLD.value));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'setting', json_array(NEW.key), NULL
    WHERE NEW.key IS NOT OLD.key;
END;
CREATE TRIGGER setting_deleted AFTER DELETE ON setting BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'setting', json_array(OLD.key), json_object(
        'rowid', OLD.rowid, 'key', OLD.key, 'value', OLD.value));
END;

CREATE TRIGGER profile_inserted AFTER INSERT ON profile BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'profile', json_array(NEW.key), NULL);
END;
CREATE TRIGGER profile_updated AFTER UPDATE ON profile BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'profile', json_array(OLD.key), json_object(
        'rowid', OLD.rowid, 'key', OLD.key, 'value', OLD.value));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'profile', json_array(NEW.key), NULL
    WHERE NEW.key IS NOT OLD.key;
END;
CREATE TRIGGER profile_deleted AFTER DELETE ON profile BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'profile', json_array(OLD.key), json_object(
        'rowid', OLD.rowid, 'key', OLD.key, 'value', OLD.value));
END;

CREATE TRIGGER guess_inserted AFTER INSERT ON guess BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'guess', json_array(NEW.id), NULL);
END;
CREATE TRIGGER guess_updated AFTER UPDATE ON guess BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'guess', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'named_at', OLD.named_at, 'days', OLD.days, 'first', OLD.first, 'second',
        OLD.second));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'guess', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER guess_deleted AFTER DELETE ON guess BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'guess', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'named_at', OLD.named_at, 'days', OLD.days, 'first', OLD.first, 'second',
        OLD.second));
END;

CREATE TRIGGER look_inserted AFTER INSERT ON look BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'look', json_array(NEW.id), NULL);
END;
CREATE TRIGGER look_updated AFTER UPDATE ON look BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'look', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'judged_on', OLD.judged_on, 'first_day', OLD.first_day, 'last_day',
        OLD.last_day, 'outcome', OLD.outcome, 'days', OLD.days, 'used', OLD.used, 'clear_level',
        json(iif(OLD.clear_level IS NULL, 'null', printf('%!.17g', OLD.clear_level))), 'possible_level',
        json(iif(OLD.possible_level IS NULL, 'null', printf('%!.17g', OLD.possible_level))), 'why', OLD.why));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'look', json_array(NEW.id), NULL
    WHERE NEW.id IS NOT OLD.id;
END;
CREATE TRIGGER look_deleted AFTER DELETE ON look BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'look', json_array(OLD.id), json_object(
        'rowid', OLD.rowid, 'id', OLD.id, 'judged_on', OLD.judged_on, 'first_day', OLD.first_day, 'last_day',
        OLD.last_day, 'outcome', OLD.outcome, 'days', OLD.days, 'used', OLD.used, 'clear_level',
        json(iif(OLD.clear_level IS NULL, 'null', printf('%!.17g', OLD.clear_level))), 'possible_level',
        json(iif(OLD.possible_level IS NULL, 'null', printf('%!.17g', OLD.possible_level))), 'why', OLD.why));
END;

CREATE TRIGGER verdict_inserted AFTER INSERT ON verdict BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'verdict', json_array(NEW.look, NEW.habit), NULL);
END;
CREATE TRIGGER verdict_updated AFTER UPDATE ON verdict BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'verdict', json_array(OLD.look, OLD.habit), json_object(
        'rowid', OLD.rowid, 'look', OLD.look, 'habit', OLD.habit, 'label', OLD.label, 'place', OLD.place, 'guessed',
        OLD.guessed, 'tier', OLD.tier, 'lag', OLD.lag, 'p', json(iif(OLD.p IS NULL, 'null', printf('%!.17g', OLD.p))),
        'rate_ratio', json(iif(OLD.rate_ratio IS NULL, 'null', printf('%!.17g', OLD.rate_ratio))), 'low',
        json(iif(OLD.low IS NULL, 'null', printf('%!.17g', OLD.low))), 'high', json(iif(OLD.high IS NULL, 'null',
        printf('%!.17g', OLD.high))), 'raw_ratio', json(iif(OLD.raw_ratio IS NULL, 'null', printf('%!.17g',
        OLD.raw_ratio))), 'raw_low', json(iif(OLD.raw_low IS NULL, 'null', printf('%!.17g', OLD.raw_low))), 'raw_high',
        json(iif(OLD.raw_high IS NULL, 'null', printf('%!.17g', OLD.raw_high))), 'unit', OLD.unit, 'contrast_low',
        json(iif(OLD.contrast_low IS NULL, 'null', printf('%!.17g', OLD.contrast_low))), 'contrast_high',
        json(iif(OLD.contrast_high IS NULL, 'null', printf('%!.17g', OLD.contrast_high))), 'mean_with',
        json(iif(OLD.mean_with IS NULL, 'null', printf('%!.17g', OLD.mean_with))), 'mean_without',
        json(iif(OLD.mean_without IS NULL, 'null', printf('%!.17g', OLD.mean_without))), 'n_with', OLD.n_with,
        'n_without', OLD.n_without, 'days_used', OLD.days_used, 'days_missing', OLD.days_missing, 'days_needed',
        OLD.days_needed, 'days_more', OLD.days_more, 'same_day_caution', OLD.same_day_caution, 'control_p',
        json(iif(OLD.control_p IS NULL, 'null', printf('%!.17g', OLD.control_p))), 'not_separable_from',
        OLD.not_separable_from, 'reason', OLD.reason));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'verdict', json_array(NEW.look, NEW.habit), NULL
    WHERE NEW.look IS NOT OLD.look OR NEW.habit IS NOT OLD.habit;
END;
CREATE TRIGGER verdict_deleted AFTER DELETE ON verdict BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'verdict', json_array(OLD.look, OLD.habit), json_object(
        'rowid', OLD.rowid, 'look', OLD.look, 'habit', OLD.habit, 'label', OLD.label, 'place', OLD.place, 'guessed',
        OLD.guessed, 'tier', OLD.tier, 'lag', OLD.lag, 'p', json(iif(OLD.p IS NULL, 'null', printf('%!.17g', OLD.p))),
        'rate_ratio', json(iif(OLD.rate_ratio IS NULL, 'null', printf('%!.17g', OLD.rate_ratio))), 'low',
        json(iif(OLD.low IS NULL, 'null', printf('%!.17g', OLD.low))), 'high', json(iif(OLD.high IS NULL, 'null',
        printf('%!.17g', OLD.high))), 'raw_ratio', json(iif(OLD.raw_ratio IS NULL, 'null', printf('%!.17g',
        OLD.raw_ratio))), 'raw_low', json(iif(OLD.raw_low IS NULL, 'null', printf('%!.17g', OLD.raw_low))), 'raw_high',
        json(iif(OLD.raw_high IS NULL, 'null', printf('%!.17g', OLD.raw_high))), 'unit', OLD.unit, 'contrast_low',
        json(iif(OLD.contrast_low IS NULL, 'null', printf('%!.17g', OLD.contrast_low))), 'contrast_high',
        json(iif(OLD.contrast_high IS NULL, 'null', printf('%!.17g', OLD.contrast_high))), 'mean_with',
        json(iif(OLD.mean_with IS NULL, 'null', printf('%!.17g', OLD.mean_with))), 'mean_without',
        json(iif(OLD.mean_without IS NULL, 'null', printf('%!.17g', OLD.mean_without))), 'n_with', OLD.n_with,
        'n_without', OLD.n_without, 'days_used', OLD.days_used, 'days_missing', OLD.days_missing, 'days_needed',
        OLD.days_needed, 'days_more', OLD.days_more, 'same_day_caution', OLD.same_day_caution, 'control_p',
        json(iif(OLD.control_p IS NULL, 'null', printf('%!.17g', OLD.control_p))), 'not_separable_from',
        OLD.not_separable_from, 'reason', OLD.reason));
END;

CREATE TRIGGER verdict_lag_inserted AFTER INSERT ON verdict_lag BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'verdict_lag', json_array(NEW.look, NEW.habit, NEW.lag), NULL);
END;
CREATE TRIGGER verdict_lag_updated AFTER UPDATE ON verdict_lag BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'verdict_lag', json_array(OLD.look, OLD.habit, OLD.lag), json_object(
        'rowid', OLD.rowid, 'look', OLD.look, 'habit', OLD.habit, 'lag', OLD.lag, 'raw_ratio', json(iif(OLD.raw_ratio IS
        NULL, 'null', printf('%!.17g', OLD.raw_ratio))), 'raw_low', json(iif(OLD.raw_low IS NULL, 'null',
        printf('%!.17g', OLD.raw_low))), 'raw_high', json(iif(OLD.raw_high IS NULL, 'null', printf('%!.17g',
        OLD.raw_high))), 'days_used', OLD.days_used));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), 'verdict_lag', json_array(NEW.look, NEW.habit, NEW.lag), NULL
    WHERE NEW.look IS NOT OLD.look OR NEW.habit IS NOT OLD.habit OR NEW.lag IS NOT OLD.lag;
END;
CREATE TRIGGER verdict_lag_deleted AFTER DELETE ON verdict_lag BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), 'verdict_lag', json_array(OLD.look, OLD.habit, OLD.lag), json_object(
        'rowid', OLD.rowid, 'look', OLD.look, 'habit', OLD.habit, 'lag', OLD.lag, 'raw_ratio', json(iif(OLD.raw_ratio IS
        NULL, 'null', printf('%!.17g', OLD.raw_ratio))), 'raw_low', json(iif(OLD.raw_low IS NULL, 'null',
        printf('%!.17g', OLD.raw_low))), 'raw_high', json(iif(OLD.raw_high IS NULL, 'null', printf('%!.17g',
        OLD.raw_high))), 'days_used', OLD.days_used));
END;

CREATE TRIGGER episode_touches_insert BEFORE INSERT ON episode BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM episode WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER episode_touches_update BEFORE UPDATE ON episode BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM episode WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER episode_touches_delete BEFORE DELETE ON episode BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER relief_touches_insert BEFORE INSERT ON relief BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(day, 1, 7) FROM episode WHERE id = NEW.episode);
END;
CREATE TRIGGER relief_touches_update BEFORE UPDATE ON relief BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(day, 1, 7) FROM episode WHERE id = OLD.episode
        UNION ALL SELECT substr(day, 1, 7) FROM episode WHERE id = NEW.episode);
END;
CREATE TRIGGER relief_touches_delete BEFORE DELETE ON relief BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(day, 1, 7) FROM episode WHERE id = OLD.episode);
END;

CREATE TRIGGER sleep_touches_insert BEFORE INSERT ON sleep BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM sleep WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER sleep_touches_update BEFORE UPDATE ON sleep BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM sleep WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER sleep_touches_delete BEFORE DELETE ON sleep BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER drink_touches_insert BEFORE INSERT ON drink BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM drink WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER drink_touches_update BEFORE UPDATE ON drink BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM drink WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER drink_touches_delete BEFORE DELETE ON drink BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER workout_touches_insert BEFORE INSERT ON workout BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM workout WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER workout_touches_update BEFORE UPDATE ON workout BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM workout WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER workout_touches_delete BEFORE DELETE ON workout BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER medicine_touches_insert BEFORE INSERT ON medicine BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.started_on, 1, 7)
        UNION ALL SELECT substr(NEW.stopped_on, 1, 7)
        UNION ALL SELECT substr(started_on, 1, 7) FROM medicine WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key)
        UNION ALL SELECT substr(stopped_on, 1, 7) FROM medicine WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER medicine_touches_update BEFORE UPDATE ON medicine BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.started_on, 1, 7)
        UNION ALL SELECT substr(OLD.stopped_on, 1, 7)
        UNION ALL SELECT substr(NEW.started_on, 1, 7)
        UNION ALL SELECT substr(NEW.stopped_on, 1, 7)
        UNION ALL SELECT substr(started_on, 1, 7) FROM medicine WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key)
        UNION ALL SELECT substr(stopped_on, 1, 7) FROM medicine WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER medicine_touches_delete BEFORE DELETE ON medicine BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.started_on, 1, 7)
        UNION ALL SELECT substr(OLD.stopped_on, 1, 7));
END;

CREATE TRIGGER dose_touches_insert BEFORE INSERT ON dose BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM dose WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER dose_touches_update BEFORE UPDATE ON dose BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM dose WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER dose_touches_delete BEFORE DELETE ON dose BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER event_touches_insert BEFORE INSERT ON event BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM event WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER event_touches_update BEFORE UPDATE ON event BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM event WHERE id = NEW.id OR (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER event_touches_delete BEFORE DELETE ON event BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER day_note_touches_insert BEFORE INSERT ON day_note BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM day_note WHERE (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER day_note_touches_update BEFORE UPDATE ON day_note BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM day_note WHERE (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER day_note_touches_delete BEFORE DELETE ON day_note BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER answer_touches_insert BEFORE INSERT ON answer BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM answer WHERE (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER answer_touches_update BEFORE UPDATE ON answer BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7)
        UNION ALL SELECT substr(NEW.day, 1, 7)
        UNION ALL SELECT substr(day, 1, 7) FROM answer WHERE (source = NEW.source AND source_key = NEW.source_key));
END;
CREATE TRIGGER answer_touches_delete BEFORE DELETE ON answer BEGIN
    DELETE FROM kept_month WHERE month IN (
        SELECT substr(OLD.day, 1, 7));
END;

CREATE TRIGGER setting_touches_insert BEFORE INSERT ON setting
    WHEN 'day_starts' IN (NEW.key) BEGIN
    DELETE FROM kept_month;
END;
CREATE TRIGGER setting_touches_update BEFORE UPDATE ON setting
    WHEN 'day_starts' IN (OLD.key, NEW.key) BEGIN
    DELETE FROM kept_month;
END;
CREATE TRIGGER setting_touches_delete BEFORE DELETE ON setting
    WHEN 'day_starts' IN (OLD.key) BEGIN
    DELETE FROM kept_month;
END;

PRAGMA application_id = 1417103986;
PRAGMA user_version = 4;
