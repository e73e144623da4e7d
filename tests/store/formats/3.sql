-- What format 3 added to format 2.

DROP INDEX episode_day;
CREATE INDEX episode_day ON episode (day, kind, times, site, side, started_at, utc_offset_minutes, day_part);
DROP INDEX episode_site;
CREATE INDEX episode_site ON episode (site, kind, day, side);
CREATE TABLE guess ( id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), named_at TEXT NOT NULL CHECK (named_at IS
    strftime('%Y-%m-%dT%H:%M:%SZ', named_at, '+0 days')), days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 14), first
    TEXT CHECK (first <> ''), second TEXT CHECK (second <> ''), CHECK (second IS NULL OR (first IS NOT NULL AND second
    <> first)) ) STRICT;
CREATE TABLE look ( id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''), judged_on TEXT NOT NULL CHECK (judged_on IS
    date(judged_on, '+0 days')), first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')), last_day
    TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND last_day >= first_day), outcome TEXT NOT NULL CHECK
    (outcome IN ('twitches', 'twitchiness')), days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 1000000), used INTEGER
    NOT NULL UNIQUE CHECK (used BETWEEN 1 AND 10000000), clear_level REAL NOT NULL CHECK (clear_level > 0 AND
    clear_level < 1), possible_level REAL NOT NULL CHECK (possible_level >= clear_level AND possible_level < 1), why
    TEXT NOT NULL CHECK (why IN ('calendar', 'import')) ) STRICT;
CREATE TABLE verdict ( look TEXT NOT NULL REFERENCES look (id) ON DELETE CASCADE ON UPDATE CASCADE, habit TEXT NOT
    NULL CHECK (habit <> ''), label TEXT NOT NULL CHECK (label <> ''), place INTEGER NOT NULL CHECK (place >= 1),
    guessed INTEGER NOT NULL DEFAULT 0 CHECK (guessed IN (0, 1)), tier TEXT NOT NULL CHECK (tier IN ('clear',
    'possible', 'none', 'too little')), lag INTEGER CHECK (lag BETWEEN 0 AND 3), p REAL CHECK (p BETWEEN 0 AND 1),
    rate_ratio REAL CHECK (rate_ratio BETWEEN 0 AND 1e300), low REAL CHECK (low BETWEEN 0 AND 1e300), high REAL CHECK
    (high BETWEEN 0 AND 1e300), raw_ratio REAL CHECK (raw_ratio BETWEEN 0 AND 1e300), raw_low REAL CHECK (raw_low
    BETWEEN 0 AND 1e300), raw_high REAL CHECK (raw_high BETWEEN 0 AND 1e300), unit TEXT CHECK (unit <> ''),
    contrast_low REAL CHECK (abs(contrast_low) <= 1e300), contrast_high REAL CHECK (abs(contrast_high) <= 1e300),
    mean_with REAL CHECK (mean_with BETWEEN 0 AND 1e300), mean_without REAL CHECK (mean_without BETWEEN 0 AND 1e300),
    n_with INTEGER CHECK (n_with >= 0), n_without INTEGER CHECK (n_without >= 0), days_used INTEGER CHECK (days_used
    >= 0), days_missing INTEGER CHECK (days_missing >= 0), days_needed INTEGER CHECK (days_needed >= 0), days_more
    INTEGER CHECK (days_more >= 0), same_day_caution INTEGER NOT NULL DEFAULT 0 CHECK (same_day_caution IN (0, 1)),
    control_p REAL CHECK (control_p BETWEEN 0 AND 1), not_separable_from TEXT CHECK (not_separable_from <> ''), reason
    TEXT CHECK (reason <> ''), PRIMARY KEY (look, habit) ) STRICT;
CREATE INDEX verdict_habit ON verdict (habit);
CREATE TABLE verdict_lag ( look TEXT NOT NULL, habit TEXT NOT NULL, lag INTEGER NOT NULL CHECK (lag BETWEEN 0 AND 3),
    raw_ratio REAL CHECK (raw_ratio BETWEEN 0 AND 1e300), raw_low REAL CHECK (raw_low BETWEEN 0 AND 1e300), raw_high
    REAL CHECK (raw_high BETWEEN 0 AND 1e300), days_used INTEGER NOT NULL CHECK (days_used >= 0), PRIMARY KEY (look,
    habit, lag), FOREIGN KEY (look, habit) REFERENCES verdict (look, habit) ON DELETE CASCADE ON UPDATE CASCADE )
    STRICT;

INSERT INTO guess (id, named_at, days, first) VALUES (1, '2026-11-02T08:00:00Z', 3, 'stress');
INSERT INTO look VALUES ('3a', '2026-11-20', '2026-10-01', '2026-11-19', 'twitches', 50, 50, 0.01, 0.05, 'calendar');
INSERT INTO verdict (look, habit, label, place, tier, lag, p) VALUES ('3a', 'stress', 'Stress', 1, 'clear', 1, 0.001);
INSERT INTO verdict_lag VALUES ('3a', 'stress', 1, 1.5, 1.1, 2.0, 48);
PRAGMA user_version = 3;
