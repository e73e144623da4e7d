-- The diary of twitch-journal: one SQLite file, format 5.
--
-- Days are diary days, ISO text; a diary day starts at the hour in `setting` (day_starts, 4 unless set), so
-- that a twitch at 01:30 belongs to the evening before. Instants are UTC text YYYY-MM-DDTHH:MM:SSZ, beside them
-- the offset, in minutes east of UTC, at which they were lived. NULL is "not said", never "none".
-- ('+0 days' makes date() and strftime() bring 30 February to 2 March, so that the CHECK refuses it.)
-- What a day is worth is told by the view `daily`; do not add up the tables without it.
-- `written_on` is the diary day on which a value was last said; NULL where that is not known.
--
-- A file holds more than stands here: the triggers of the change log are made from the tables' columns
-- (journal/store/history/change_log.py), the built-in questions from journal/catalog/questions.py. They, the view and
-- the triggers below are made anew by the next write when the program's own have become others.

CREATE TABLE episode (
    id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    started_at         TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+0 days')),
    utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    day_part           TEXT CHECK (day_part IN ('night', 'morning', 'afternoon', 'evening')),
    site               TEXT NOT NULL CHECK (site <> ''),
    side               TEXT CHECK (side IN ('left', 'right', 'both', 'midline')),
    kind               TEXT NOT NULL CHECK (kind IN
                           ('twitch', 'ripple', 'pulse', 'jerk', 'cramp', 'spasm', 'buzz', 'tingle', 'other')),
    intensity          INTEGER CHECK (intensity BETWEEN 0 AND 10),
    duration_s         REAL CHECK (duration_s > 0 AND duration_s <= 316224000),
    last_day           TEXT CHECK (last_day IS date(last_day, '+0 days') AND last_day > day
                           AND last_day <= date(day, '+3661 days')),
    times              INTEGER NOT NULL DEFAULT 1 CHECK (times BETWEEN 1 AND 9999),
    pattern            TEXT CHECK (pattern IN ('single', 'on_and_off', 'constant')),
    circumstance       TEXT CHECK (circumstance IN ('rest', 'use', 'after_effort', 'falling_asleep', 'asleep')),
    visible            INTEGER CHECK (visible IN (0, 1)),
    filmed             INTEGER CHECK (filmed IN (0, 1)),
    pain               INTEGER CHECK (pain IN (0, 1)),
    numbness           INTEGER CHECK (numbness IN (0, 1)),
    going_on           INTEGER NOT NULL DEFAULT 0 CHECK (going_on IN (0, 1)),
    note               TEXT CHECK (note <> ''),
    written_on         TEXT CHECK (written_on IS date(written_on, '+0 days')),
    source             TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key         TEXT,
    UNIQUE (source, source_key),
    CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK (day_part IS NULL OR started_at IS NULL),
    CHECK (going_on = 0 OR (started_at IS NOT NULL AND duration_s IS NULL AND last_day IS NULL))
) STRICT;
CREATE INDEX episode_day ON episode
    (day, kind, times, site, side, started_at, utc_offset_minutes, day_part);
CREATE INDEX episode_noted ON episode (day, started_at, note) WHERE note IS NOT NULL;
CREATE INDEX episode_site ON episode (site, kind, day, side);
CREATE INDEX episode_going_on ON episode (going_on) WHERE going_on = 1;
CREATE INDEX episode_lasting ON episode (last_day, day, kind, source) WHERE last_day IS NOT NULL;

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
    written_on               TEXT CHECK (written_on IS date(written_on, '+0 days')),
    source                   TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key               TEXT,
    UNIQUE (source, source_key),
    CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_utc_offset_minutes IS NULL)),
    CHECK (ended_at IS NULL OR started_at < ended_at)
) STRICT;
CREATE INDEX sleep_day ON sleep (day, nap, started_at, ended_at DESC, minutes DESC);

-- A row is one drink or several of a kind: volume, caffeine and alcohol are those of all `count` together.
CREATE TABLE drink (
    id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    taken_at           TEXT CHECK (taken_at IS strftime('%Y-%m-%dT%H:%M:%SZ', taken_at, '+0 days')),
    utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    day_part           TEXT CHECK (day_part IN ('night', 'morning', 'afternoon', 'evening')),
    name               TEXT NOT NULL CHECK (name <> ''),
    count              INTEGER NOT NULL DEFAULT 1 CHECK (count BETWEEN 1 AND 20),
    volume_ml          REAL CHECK (volume_ml > 0 AND volume_ml <= 200000),
    caffeine_mg        REAL CHECK (caffeine_mg BETWEEN 0 AND 100000),
    alcohol_g          REAL CHECK (alcohol_g BETWEEN 0 AND 20000),
    written_on         TEXT CHECK (written_on IS date(written_on, '+0 days')),
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
    written_on         TEXT CHECK (written_on IS date(written_on, '+0 days')),
    source             TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key         TEXT,
    UNIQUE (source, source_key),
    CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK (day_part IS NULL OR started_at IS NULL)
) STRICT;
CREATE INDEX workout_day ON workout (day, started_at, minutes, effort);

CREATE TABLE medicine (
    id         TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    dose       TEXT CHECK (dose <> ''),
    frequency  TEXT CHECK (frequency <> ''),
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
    id                 TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    day                TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    started_at         TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '+0 days')),
    utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -1439 AND 1439),
    day_part           TEXT CHECK (day_part IN ('night', 'morning', 'afternoon', 'evening')),
    last_day           TEXT CHECK (last_day IS date(last_day, '+0 days') AND last_day >= day
                           AND last_day <= date(day, '+3660 days')),
    kind               TEXT NOT NULL CHECK (kind IN ('illness', 'test', 'visit', 'travel', 'cycle', 'other')),
    text               TEXT NOT NULL CHECK (text <> ''),
    note               TEXT CHECK (note <> ''),
    source             TEXT NOT NULL DEFAULT 'typed' CHECK (source <> ''),
    source_key         TEXT,
    UNIQUE (source, source_key),
    CHECK ((started_at IS NULL) = (utc_offset_minutes IS NULL)),
    CHECK (day_part IS NULL OR started_at IS NULL)
) STRICT;
CREATE INDEX event_day ON event (day);
CREATE INDEX event_lasting ON event (last_day) WHERE last_day IS NOT NULL;

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
    slug       TEXT PRIMARY KEY NOT NULL CHECK (slug <> ''),
    label      TEXT NOT NULL CHECK (label <> ''),
    unit       TEXT CHECK (unit <> ''),
    lowest     REAL NOT NULL DEFAULT 0 CHECK (abs(lowest) <= 1e15),
    highest    REAL CHECK (abs(highest) <= 1e15),
    low_means  TEXT CHECK (low_means <> ''),
    high_means TEXT CHECK (high_means <> ''),
    state      TEXT NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off', 'hidden')),
    place      INTEGER NOT NULL,
    happens    TEXT NOT NULL DEFAULT 'day' CHECK (happens IN ('night', 'morning', 'afternoon', 'evening', 'day')),
    role       TEXT NOT NULL DEFAULT 'habit' CHECK (role IN ('habit', 'outcome', 'illness', 'mark')),
    built_in   INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1)),
    CHECK (lowest < highest)
) STRICT;

-- No row is "not logged"; 0 is "none".
CREATE TABLE answer (
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    question   TEXT NOT NULL REFERENCES question (slug) ON UPDATE CASCADE,
    value      REAL NOT NULL CHECK (abs(value) <= 1e15),
    written_on TEXT CHECK (written_on IS date(written_on, '+0 days')),
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

-- The user's own words: sites (with a parent), drinks (one of the usual size: ml, mg, g), reliefs, workouts. `name` is how
-- one is shown where that is not the slug with spaces.
CREATE TABLE term (
    kind        TEXT NOT NULL CHECK (kind IN ('site', 'drink', 'relief', 'workout')),
    slug        TEXT NOT NULL CHECK (slug <> ''),
    parent      TEXT CHECK (parent <> ''),
    volume_ml   REAL CHECK (volume_ml > 0 AND volume_ml <= 10000),
    caffeine_mg REAL CHECK (caffeine_mg BETWEEN 0 AND 5000),
    alcohol_g   REAL CHECK (alcohol_g BETWEEN 0 AND 1000),
    name        TEXT CHECK (name <> ''),
    PRIMARY KEY (kind, slug),
    CHECK (parent IS NULL OR kind = 'site'),
    CHECK (kind = 'drink' OR (volume_ml IS NULL AND caffeine_mg IS NULL AND alcohol_g IS NULL))
) STRICT;

-- What the digits 1-9 mean.
CREATE TABLE template (
    key    TEXT PRIMARY KEY NOT NULL CHECK (key GLOB '[1-9]'),
    phrase TEXT NOT NULL CHECK (phrase <> '')
) STRICT;

-- A line of an inbox file that is done with, so that it is not offered again: a digest of its text, and which of the
-- equal lines of its file it is.
CREATE TABLE inbox_line (
    digest TEXT NOT NULL CHECK (length(digest) = 32 AND digest NOT GLOB '*[^0-9a-f]*'),
    number INTEGER NOT NULL CHECK (number >= 1),
    state  TEXT NOT NULL CHECK (state IN ('stored', 'dismissed')),
    PRIMARY KEY (digest, number)
) STRICT;

-- What belongs to the diary and not to a screen: day_starts (an hour, 0 to 12), units.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL,
    CHECK (key <> 'day_starts' OR (value GLOB '[0-9]' OR value IN ('10', '11', '12')))
) STRICT;

-- A time in which the diary rests: a day of it without any record is paused, not missing. Without a last day it still
-- does; a last day may lie ahead.
CREATE TABLE pause (
    first_day TEXT PRIMARY KEY NOT NULL CHECK (first_day IS date(first_day, '+0 days') AND first_day >= '1900-01-01'),
    last_day  TEXT CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day)
) STRICT;

-- What a doctor asks once: first_noticed, handedness, family_history and so on.
CREATE TABLE profile (
    key   TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (value <> '')
) STRICT;

-- A day on which the signs were asked (journal/catalog/signs.py). `examined`: whether a doctor has looked at the
-- twitching, and in which year, month or day; `feels_weak`: feels weak and can do everything; `compared`: with three months ago.
CREATE TABLE sign_check (
    day         TEXT PRIMARY KEY NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    examined    INTEGER CHECK (examined IN (0, 1)),
    examined_on TEXT CHECK (length(examined_on) IN (4, 7, 10) AND examined_on >= '1900'
                    AND examined_on || substr('0000-01-01', length(examined_on) + 1)
                        IS date(examined_on || substr('0000-01-01', length(examined_on) + 1), '+0 days')),
    feels_weak  INTEGER CHECK (feels_weak IN (0, 1)),
    compared    TEXT CHECK (compared IN ('better', 'same', 'worse')),
    bother      INTEGER CHECK (bother BETWEEN 0 AND 10),
    worry       INTEGER CHECK (worry BETWEEN 0 AND 10),
    CHECK (examined_on IS NULL OR examined = 1)
) STRICT;

-- What was answered to a sign on a day; no row is "not said". `sudden`: it began within minutes. `course`: how it has
-- gone on since it was discussed with a doctor; `discussed_on` is that day, on the answer that was discussed.
CREATE TABLE sign (
    day          TEXT NOT NULL CHECK (day IS date(day, '+0 days') AND day >= '1900-01-01'),
    sign         TEXT NOT NULL CHECK (sign <> ''),
    present      INTEGER NOT NULL CHECK (present IN (0, 1)),
    sudden       INTEGER CHECK (sudden IN (0, 1)),
    course       TEXT CHECK (course IN ('better', 'same', 'worse')),
    discussed_on TEXT CHECK (discussed_on IS date(discussed_on, '+0 days') AND discussed_on >= '1900-01-01'),
    PRIMARY KEY (day, sign),
    CHECK (present = 1 OR (sudden IS NULL AND course IS NULL AND discussed_on IS NULL))
) STRICT;

-- What a doctor advised at a visit, and what would make the person come back, in the person's own words.
CREATE TABLE visit_advice (
    event     TEXT PRIMARY KEY NOT NULL REFERENCES event (id) ON DELETE CASCADE ON UPDATE CASCADE,
    advised   TEXT CHECK (advised <> ''),
    come_back TEXT CHECK (come_back <> ''),
    CHECK (advised IS NOT NULL OR come_back IS NOT NULL)
) STRICT;

-- Which habits the person suspected before there was anything to see: one guess a diary, of two habits at most; a
-- guess without a habit says that nothing was suspected. A direction is 1 where more of the habit was suspected to bring
-- more twitches, -1 where less of it; NULL where none was named.
CREATE TABLE guess (
    id               INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    named_at         TEXT NOT NULL CHECK (named_at IS strftime('%Y-%m-%dT%H:%M:%SZ', named_at, '+0 days')),
    days             INTEGER NOT NULL CHECK (days BETWEEN 0 AND 14),
    first            TEXT CHECK (first <> ''),
    first_direction  INTEGER CHECK (first_direction IN (-1, 1)),
    second           TEXT CHECK (second <> ''),
    second_direction INTEGER CHECK (second_direction IN (-1, 1)),
    CHECK (second IS NULL OR (first IS NOT NULL AND second <> first)),
    CHECK ((first_direction IS NULL OR first IS NOT NULL) AND (second_direction IS NULL OR second IS NOT NULL))
) STRICT;

-- A day on which the diary was judged: `days` logged days up to `last_day`, at these levels; it used up the look of the
-- calendar at `used` logged days, and had the allowance of the `passed` looks before it that were never taken. What was
-- judged stays as it was found, whatever is corrected later.
CREATE TABLE look (
    id             TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    judged_on      TEXT NOT NULL CHECK (judged_on IS date(judged_on, '+0 days')),
    first_day      TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    last_day       TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day),
    outcome        TEXT NOT NULL CHECK (outcome IN ('twitches', 'twitchiness')),
    days           INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000000),
    used           INTEGER NOT NULL UNIQUE CHECK (used BETWEEN 1 AND 10000000),
    passed         INTEGER NOT NULL DEFAULT 0 CHECK (passed BETWEEN 0 AND 1000),
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
    direction          INTEGER CHECK (direction IN (-1, 0, 1)),
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
    raw_mean_with      REAL CHECK (raw_mean_with BETWEEN 0 AND 1e300),
    raw_mean_without   REAL CHECK (raw_mean_without BETWEEN 0 AND 1e300),
    n_with             INTEGER CHECK (n_with >= 0),
    n_without          INTEGER CHECK (n_without >= 0),
    days_used          INTEGER CHECK (days_used >= 0),
    days_missing       INTEGER CHECK (days_missing >= 0),
    days_late          INTEGER CHECK (days_late >= 0),
    days_needed        INTEGER CHECK (days_needed >= 0),
    days_more          INTEGER CHECK (days_more >= 0),
    same_day_caution   INTEGER NOT NULL DEFAULT 0 CHECK (same_day_caution IN (0, 1)),
    set_apart          INTEGER NOT NULL DEFAULT 0 CHECK (set_apart IN (0, 1)),
    control_p          REAL CHECK (control_p BETWEEN 0 AND 1),
    adjusted_for       TEXT CHECK (adjusted_for <> ''),
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

-- A claim, put to the test once: on the 120 days alone that were logged after the look that made it first. `held_up` is NULL
-- where the habit hardly changed in them. What was found stays, whatever is corrected later.
CREATE TABLE follow_up (
    look      TEXT NOT NULL,
    habit     TEXT NOT NULL,
    tested_on TEXT NOT NULL CHECK (tested_on IS date(tested_on, '+0 days')),
    first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    last_day  TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day),
    days      INTEGER NOT NULL CHECK (days >= 1),
    held_up   INTEGER CHECK (held_up IN (0, 1)),
    p         REAL CHECK (p BETWEEN 0 AND 1),
    raw_ratio REAL CHECK (raw_ratio BETWEEN 0 AND 1e300),
    raw_low   REAL CHECK (raw_low BETWEEN 0 AND 1e300),
    raw_high  REAL CHECK (raw_high BETWEEN 0 AND 1e300),
    PRIMARY KEY (look, habit),
    FOREIGN KEY (look, habit) REFERENCES verdict (look, habit) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;

-- One habit, tried in blocks of days whose order was drawn by lot. What is compared was named before, with the ratio that
-- the plan would find four times in five (NULL where it would find none so often). The seed draws the order: its
-- rest by the number of orders is the number of one of journal/statistics/block_orders.py.
CREATE TABLE experiment (
    id          TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    trial       TEXT NOT NULL CHECK (trial <> ''),
    outcome     TEXT NOT NULL CHECK (outcome IN ('count', 'rating', 'night-cramps')),
    named_at    TEXT NOT NULL CHECK (named_at IS strftime('%Y-%m-%dT%H:%M:%SZ', named_at, '+0 days')),
    seed        INTEGER NOT NULL CHECK (seed >= 0),
    found_ratio REAL CHECK (found_ratio >= 1),
    stopped_on  TEXT CHECK (stopped_on IS date(stopped_on, '+0 days'))
) STRICT;

-- Its blocks, `change` or `usual`. The first day of each block is left out.
CREATE TABLE experiment_block (
    experiment TEXT NOT NULL REFERENCES experiment (id) ON DELETE CASCADE ON UPDATE CASCADE,
    number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND 14),
    first_day  TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    last_day   TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day),
    condition  TEXT NOT NULL CHECK (condition IN ('change', 'usual')),
    PRIMARY KEY (experiment, number)
) STRICT;

-- Whether the condition of a day was kept; no row is not said. The day counts either way, as it was drawn.
CREATE TABLE experiment_day (
    experiment TEXT NOT NULL REFERENCES experiment (id) ON DELETE CASCADE ON UPDATE CASCADE,
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    kept       INTEGER NOT NULL CHECK (kept IN (0, 1)),
    PRIMARY KEY (experiment, day)
) STRICT;

-- Which diary this is. A copy has the same id: it is this diary as it was then. Each write makes a new seal, of 16
-- characters, behind the one before it: by that a -wal is known to go on from the file beside it.
CREATE TABLE diary (
    number INTEGER PRIMARY KEY NOT NULL CHECK (number = 1),
    id     TEXT NOT NULL CHECK (length(id) = 32),
    seal   TEXT NOT NULL CHECK (length(seal) = 32)
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

-- What a day is worth: one row for each day with any record. NULL is "not logged", 0 is "none".
-- A typed row wins over an explicit 0, which counts again when the row is gone; an imported row does not. (Less than
-- 5 mg of caffeine, as in decaf, neither wins over "no caffeine" nor conflicts with it.)
-- Nights that overlap are joined: of each counts what lies behind all that began before it. Of workouts that overlap
-- each minute counts once, with the highest effort said of it. Where a clock is missing, nothing can overlap.
-- What lasted longer than a day touches each day up to its last: there were twitches, and how many is not known.
-- (The plus keeps SQLite to the index of what lasted: by another one it would read all that went before.)
CREATE VIEW daily AS
SELECT
    known.day AS day,
    coalesce(
        (SELECT sum(times) FROM episode WHERE day = known.day AND kind IN ('twitch', 'ripple', 'pulse')),
        (SELECT CASE WHEN max(value) = 0 THEN 0 END FROM answer
            WHERE day = known.day AND question IN ('any_twitches', 'twitchiness') AND NOT EXISTS (
                SELECT 1 FROM episode WHERE last_day >= known.day AND +day < known.day
                    AND kind IN ('twitch', 'ripple', 'pulse')))
    ) AS twitches,
    coalesce(
        (SELECT sum(times) FROM episode WHERE day = known.day AND kind = 'cramp'),
        iif(EXISTS (SELECT 1 FROM episode WHERE last_day >= known.day AND +day < known.day AND kind = 'cramp'), NULL,
            coalesce(
                (SELECT 0 WHERE EXISTS (SELECT 1 FROM episode WHERE day = known.day)),
                (SELECT CASE WHEN max(value) = 0 THEN 0 END FROM answer
                    WHERE day = known.day AND question IN ('any_twitches', 'twitchiness'))))
    ) AS cramps,
    coalesce(
        (SELECT sum(times) FROM episode WHERE day = known.day AND kind = 'tingle'),
        iif(EXISTS (SELECT 1 FROM episode WHERE last_day >= known.day AND +day < known.day AND kind = 'tingle'), NULL,
            coalesce(
                (SELECT 0 WHERE EXISTS (SELECT 1 FROM episode WHERE day = known.day)),
                (SELECT CASE WHEN max(value) = 0 THEN 0 END FROM answer
                    WHERE day = known.day AND question IN ('any_twitches', 'twitchiness'))))
    ) AS tingles,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'sleep_hours' AND (value <> 0 OR NOT EXISTS (
            SELECT 1 FROM sleep WHERE day = known.day AND source = 'typed' AND nap = 0))),
        (SELECT sum(CASE
                WHEN ended_at IS NULL OR reached IS NULL OR reached <= started_at THEN minutes
                WHEN reached < ended_at THEN minutes * (strftime('%s', ended_at) - strftime('%s', reached))
                    / (strftime('%s', ended_at) - strftime('%s', started_at))
                ELSE 0 END) / 60.0
            FROM (SELECT minutes, started_at, ended_at,
                    max(iif(started_at IS NULL, NULL, ended_at)) OVER (ORDER BY started_at, ended_at DESC, minutes DESC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
                FROM sleep WHERE day = known.day AND nap = 0))
    ) AS sleep_hours,
    (SELECT value FROM answer WHERE day = known.day AND question = 'stress') AS stress,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'caffeine_mg' AND (value <> 0 OR NOT EXISTS (
            SELECT 1 FROM drink WHERE day = known.day AND source = 'typed' AND caffeine_mg >= 5))),
        (SELECT sum(caffeine_mg) FROM drink WHERE day = known.day AND caffeine_mg > 0)
    ) AS caffeine_mg,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'workout_load' AND (value <> 0 OR NOT EXISTS (
            SELECT 1 FROM workout WHERE day = known.day AND source = 'typed'))),
        (SELECT CASE WHEN count(*) = count(effort) THEN sum(minutes * effort) END
            FROM workout WHERE day = known.day)
        - iif((SELECT count(started_at) FROM workout WHERE day = known.day) < 2, 0, (
            WITH span AS (
                SELECT effort, strftime('%s', started_at) + 0 AS begins,
                    strftime('%s', started_at) + 60 * minutes AS ends
                FROM workout WHERE day = known.day AND started_at IS NOT NULL)
            SELECT total((until - moment) / 60.0 * (SELECT sum(effort) - max(effort) FROM span
                WHERE begins <= moment AND ends >= until))
            FROM (SELECT moment, lead(moment) OVER (ORDER BY moment) AS until
                FROM (SELECT begins AS moment FROM span UNION SELECT ends FROM span))))
    ) AS workout_load,
    coalesce(
        (SELECT 1.0 WHERE EXISTS (SELECT 1 FROM episode WHERE day = known.day
            AND kind IN ('twitch', 'ripple', 'pulse'))),
        (SELECT 1.0 WHERE EXISTS (SELECT 1 FROM episode WHERE last_day >= known.day AND +day < known.day
            AND kind IN ('twitch', 'ripple', 'pulse'))),
        (SELECT CAST(max(value) > 0 AS REAL) FROM answer
            WHERE day = known.day AND question IN ('any_twitches', 'twitchiness'))
    ) AS any_twitches,
    (SELECT value FROM answer WHERE day = known.day AND question = 'twitchiness' AND (value <> 0 OR NOT (
        EXISTS (SELECT 1 FROM episode WHERE day = known.day AND +source = 'typed'
            AND kind IN ('twitch', 'ripple', 'pulse'))
        OR EXISTS (SELECT 1 FROM episode WHERE last_day >= known.day AND +day < known.day AND +source = 'typed'
            AND kind IN ('twitch', 'ripple', 'pulse'))
        OR source = 'typed' AND EXISTS (SELECT 1 FROM answer WHERE day = known.day AND question = 'any_twitches'
            AND source = 'typed' AND value > 0)))
    ) AS twitchiness,
    (SELECT value FROM answer WHERE day = known.day AND question = 'sleep_quality') AS sleep_quality,
    (SELECT value FROM answer WHERE day = known.day AND question = 'anxiety') AS anxiety,
    (SELECT value FROM answer WHERE day = known.day AND question = 'food') AS food,
    (SELECT value FROM answer WHERE day = known.day AND question = 'skipped_meal') AS skipped_meal,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'fluids_ml' AND (value <> 0 OR NOT EXISTS (
            SELECT 1 FROM drink WHERE day = known.day AND source = 'typed' AND volume_ml > 0))),
        (SELECT sum(volume_ml) FROM drink WHERE day = known.day AND EXISTS (SELECT 1 FROM answer
            WHERE day = known.day AND question = 'drinks_complete' AND value = 1))
    ) AS fluids_ml,
    coalesce(
        (SELECT value FROM answer WHERE day = known.day AND question = 'alcohol_g' AND (value <> 0 OR NOT EXISTS (
            SELECT 1 FROM drink WHERE day = known.day AND source = 'typed' AND alcohol_g > 0))),
        (SELECT sum(alcohol_g) FROM drink WHERE day = known.day AND alcohol_g > 0)
    ) AS alcohol_g,
    (SELECT value FROM answer WHERE day = known.day AND question = 'screen_hours') AS screen_hours,
    (SELECT value FROM answer WHERE day = known.day AND question = 'nicotine') AS nicotine,
    (SELECT value FROM answer WHERE day = known.day AND question = 'magnesium') AS magnesium,
    (SELECT value FROM answer WHERE day = known.day AND question = 'electrolytes') AS electrolytes,
    (SELECT value FROM answer WHERE day = known.day AND question = 'period') AS period,
    (SELECT value FROM answer WHERE day = known.day AND question = 'cold_exposure') AS cold_exposure,
    (SELECT value FROM answer WHERE day = known.day AND question = 'sauna') AS sauna,
    (SELECT value FROM answer WHERE day = known.day AND question = 'posture') AS posture,
    (SELECT value FROM answer WHERE day = known.day AND question = 'drinks_complete') AS drinks_complete,
    (SELECT value FROM answer WHERE day = known.day AND question = 'sick') AS sick
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
        UNION ALL SELECT day FROM (
            WITH RECURSIVE spell (day, last_day) AS (
                SELECT day, last_day FROM event WHERE kind IN ('illness', 'travel') AND last_day > day
                UNION ALL SELECT day, last_day FROM episode WHERE last_day > day
                UNION ALL SELECT date(day, '+1 day'), last_day FROM spell WHERE day < last_day)
            SELECT day FROM spell)
    )
) AS known;

PRAGMA application_id = 1417103986;  -- "TwJr"
PRAGMA user_version = 5;
