"""Which table goes to which file, and what every column means, in plain words. A test compares it with schema.sql.

The columns of the kinds of record are described in `catalog/kinds.py`.
"""

from typing import NamedTuple

from journal.catalog.kinds import ANSWER, COMMON, EPISODE, KINDS, TWITCH_KINDS, YES, Kind, one_of
from journal.catalog.signs import BY_SLUG

DAYS_FILE = "days.csv"
COLUMNS_FILE = "columns.csv"


class FileDocs(NamedTuple):
    """A file of a table: what a row is, and what stands in each column, stored or made of what is stored."""

    file: str
    row: str
    columns: dict[str, str]


def _of_kind(kind: Kind) -> FileDocs:
    """The file of a kind of record: the columns of its table, then its instants in local time."""
    local = {f"{column}_local": _LOCAL.format(column) for column in kind.columns if column.endswith("_at")}
    return FileDocs(kind.file, kind.row, {**kind.columns, **local})


_LOCAL = "the same as {}, on the clock on the spot and with its offset; made of what is stored"

TABLES = {
    "episode": _of_kind(EPISODE),
    "relief": FileDocs(
        "reliefs.csv",
        "something that was tried against an episode",
        {
            "episode": "the id of the episode in episodes.csv",
            "name": "what was tried",
            "helped": f"whether it helped: {YES}; empty where nobody said",
        },
    ),
    **{kind.table: _of_kind(kind) for kind in KINDS if kind not in (EPISODE, ANSWER)},
    "question": FileDocs(
        "questions.csv",
        "a question of the daily check-in, built in or the person's own",
        {
            "slug": "its short name",
            "label": "its name as it is shown",
            "unit": "the unit of its answers; empty for a scale of whole numbers",
            "lowest": "the lowest answer, in that unit",
            "highest": "the highest answer, in that unit; empty where there is no limit",
            "low_means": "what the lowest answer means",
            "high_means": "what the highest answer means",
            "state": "on (asked), off (not asked) or hidden",
            "place": "its place in the order",
            "happens": "when in the day it happens: night, morning, afternoon, evening or day",
            "role": "habit, outcome (how twitchy the day was), illness or mark (about the logging itself)",
            "built_in": "1 built in, 0 the person's own",
        },
    ),
    "answer": _of_kind(ANSWER),
    "sign_check": FileDocs(
        "sign_checks.csv",
        "a day on which the signs were asked",
        {
            "day": COMMON["day"],
            "examined": f"whether a doctor had looked at the twitching: {YES}; empty where it was not said",
            "examined_on": "when a doctor looked: a day, a month or a year",
            "feels_weak": "1 where the person feels weak and can do everything as before",
            "compared": "better, same or worse than three months before",
            "bother": "how much the twitching bothers, 0 to 10",
            "worry": "how much the person worries about it, 0 to 10",
        },
    ),
    "sign": FileDocs(
        "signs.csv",
        "what was answered to a sign on a day; a sign without a row was not answered",
        {
            "day": COMMON["day"],
            "sign": f"which one: {one_of(BY_SLUG)}",
            "present": YES,
            "sudden": f"whether it began within minutes: {YES}; empty where it was not said",
            "course": "better, same or worse since it was discussed with a doctor",
            "discussed_on": "the day on which this answer was discussed with a doctor",
        },
    ),
    "visit_advice": FileDocs(
        "visit_advice.csv",
        "what a doctor advised at a visit",
        {
            "event": "the visit, by its id in events.csv",
            "advised": "what the doctor advised, in the person's own words",
            "come_back": "what would make the person come back, in their own words",
        },
    ),
    "term": FileDocs(
        "terms.csv",
        "a word of the person's own",
        {
            "kind": "site, drink, relief or workout",
            "slug": "the word, with _ between its parts",
            "parent": "for a site: the larger one in which it lies",
            "volume_ml": "for a drink: one of the usual size, in ml",
            "caffeine_mg": "for a drink: caffeine of one, in mg",
            "alcohol_g": "for a drink: alcohol of one, in g",
            "name": "how it is shown, where that is not the word with spaces",
        },
    ),
    "profile": FileDocs(
        "profile.csv",
        "what a doctor asks once",
        {"key": "what was asked", "value": "the person's own words"},
    ),
    "setting": FileDocs(
        "settings.csv",
        "a setting of the diary, where one was chosen",
        {
            "key": "day_starts (the hour at which a diary day begins) or units (of volumes), and the like",
            "value": "what was chosen; an empty value is a value here",
        },
    ),
    "pause": FileDocs(
        "pauses.csv",
        "a time in which the diary rested",
        {
            "first_day": "the first day of it",
            "last_day": "its last day, which may lie ahead; empty while it still rests",
        },
    ),
    "template": FileDocs(
        "templates.csv",
        "a line that a digit stands for",
        {"key": "the digit, 1 to 9", "phrase": "the line"},
    ),
    "guess": FileDocs(
        "guess.csv",
        "which habits the person suspected before there was anything to see",
        {
            "id": "always 1: there is one guess",
            "named_at": "when it was made, UTC",
            "days": "how many days were counted then, 14 at most",
            "first": "the habit suspected; empty where nothing was",
            "first_direction": "1 where more of it was suspected, -1 less of it; empty where neither was said",
            "second": "a second one",
            "second_direction": "the same of the second one",
        },
    ),
    "look": FileDocs(
        "looks.csv",
        "a day on which it was judged which habits go with the twitches",
        {
            "id": "the look's own id",
            "judged_on": "the day on which it was judged",
            "first_day": "the first of the days judged",
            "last_day": "the last of the days judged",
            "outcome": "what was judged: twitches (a day) or twitchiness (0 to 10)",
            "days": "on how many of these days it was logged",
            "used": "the look of the calendar that this one used up, in counted days",
            "passed": "how many looks before it were never taken; it has their allowance too",
            "clear_level": "the p at or below which a habit is clear; the calendar makes it small",
            "possible_level": "the p at or below which a habit is possible",
            "why": "calendar, or import where older days were brought in",
        },
    ),
    "verdict": FileDocs(
        "verdicts.csv",
        "what a look said of one habit; an association, whatever it says; empty where nothing can be said",
        {
            "look": "the look, by its id in looks.csv",
            "habit": "the habit's short name",
            "label": "its name as it was shown",
            "place": "its place, the strongest evidence first",
            "guessed": "1 where the person had suspected it beforehand",
            "tier": "clear, possible, none (no strong link seen) or too little (too early to say)",
            "lag": "days from the habit to the twitches where the evidence is strongest",
            "direction": "1 where more of the habit goes with more twitches, -1 with fewer, 0 neither",
            "p": "adjusted for every habit and lag looked at",
            "rate_ratio": "twitches at the high end of the contrast over those at the low end, drawn toward 1",
            "low": "the lower end of its 95 % interval",
            "high": "the upper end",
            "raw_ratio": "the same, not drawn toward 1; of a claim it is too large on average",
            "raw_low": "the lower end of its 95 % interval",
            "raw_high": "the upper end",
            "unit": "what the contrast is",
            "contrast_low": "its low end, in the habit's own unit",
            "contrast_high": "its high end",
            "mean_with": "twitches a day, were every day at the high end",
            "mean_without": "the same at the low end",
            "raw_mean_with": "twitches a day as they were logged, a plain mean of the days at or beyond the high end",
            "raw_mean_without": "the same of the days at or below the low end",
            "n_with": "days at or beyond the high end",
            "n_without": "days at or below the low end",
            "days_used": "days with the twitches and, so many days before, the habit",
            "days_missing": "days that lack the habit",
            "days_late": "days of which the habit was written later than the next day, and so is left out",
            "days_needed": "days with both at which a ratio of 1.5 would be claimed four times in five",
            "days_more": "days still to log, at least, before more can be said",
            "same_day_caution": "1 where the link is of the same day, so that either may have come first",
            "set_apart": "1 where it may be a consequence of the twitches: no other habit is judged beside it",
            "control_p": "small where the habit seems to follow the twitches",
            "adjusted_for": "habits beside which its ratios were estimated, by their short names",
            "not_separable_from": "habits that cannot be told apart from it, by their short names",
            "reason": "why nothing is said",
        },
    ),
    "verdict_lag": FileDocs(
        "verdict_lags.csv",
        "a habit at one lag alone, as a look found it",
        {
            "look": "the look, by its id in looks.csv",
            "habit": "the habit's short name",
            "lag": "days from the habit to the twitches",
            "raw_ratio": "twitches at the high end of the contrast over those at the low end",
            "raw_low": "the lower end of its 95 % interval",
            "raw_high": "the upper end",
            "days_used": "days with both",
        },
    ),
    "follow_up": FileDocs(
        "follow_ups.csv",
        "a claim, put to the test once on the next 120 counted days alone",
        {
            "look": "the look that made the claim first, by its id in looks.csv",
            "habit": "the habit's short name",
            "tested_on": "the day on which it was put to the test",
            "first_day": "the first of the days",
            "last_day": "the last of them",
            "days": "on how many of them twitches and habit are known",
            "held_up": "1 where it held up, 0 where it was not seen again, empty where the habit hardly changed",
            "p": "of the same lag and direction, one-sided",
            "raw_ratio": "twitches at the high end of the claim's contrast over those at the low end, since then",
            "raw_low": "the lower end of its 95 % interval",
            "raw_high": "the upper end",
        },
    ),
    "inbox_line": FileDocs(
        "inbox_lines.csv",
        "a line of an inbox file that is done with, so that it is not offered again",
        {
            "digest": "the BLAKE2b digest of its text, 16 bytes as hexadecimal digits",
            "number": "which of the equal lines of its file it is",
            "state": "stored or dismissed",
        },
    ),
    "experiment": FileDocs(
        "experiments.csv",
        "one habit, tried in blocks of days whose order was drawn by lot",
        {
            "id": "the experiment's own id",
            "trial": "what was tried, such as less-caffeine",
            "outcome": "what is compared, named beforehand: count (twitches a day), rating (0 to 10) or night-cramps",
            "named_at": "when it was planned, UTC",
            "seed": "the number that drew the order of the blocks",
            "found_ratio": "the ratio that the plan would find four times in five; empty where none so often",
            "stopped_on": "the day on which it was stopped early; empty where it was not",
        },
    ),
    "experiment_block": FileDocs(
        "experiment_blocks.csv",
        "a block of an experiment; its first day is left out",
        {
            "experiment": "the experiment, by its id in experiments.csv",
            "number": "its place in the order",
            "first_day": "its first day",
            "last_day": "its last day",
            "condition": "change, or usual",
        },
    ),
    "experiment_day": FileDocs(
        "experiment_days.csv",
        "a day of an experiment of which was said whether its condition was kept",
        {
            "experiment": "the experiment, by its id in experiments.csv",
            "day": "the diary day",
            "kept": "1 kept, 0 not kept; no row where nobody said",
        },
    ),
}
"""Table -> its file, in the order in which another diary can take them in: those that are referred to come first."""

DAYS = {
    "day": "the diary day; there is a row for every day, logged or not",
    "twitches": f"how many twitches were noticed ({one_of(TWITCH_KINDS)}); 0 only where none was said",
    "cramps": "how many cramps were noticed, counted apart",
    "tingles": "how often a place tingled or was numb, counted apart",
    "paused": "1 where the diary rested: what is empty in the row of such a day was paused, not missed; else 0",
}
"""The columns of days.csv that are not questions."""
DICTIONARY = {
    "file": "the file in which it stands",
    "column": "its name there",
    "unit": "of its numbers; empty where they have none",
    "type": "text, integer, number, boolean (0 or 1), date or datetime (both ISO 8601)",
    "lowest": "the lowest value that is taken; empty where there is no limit",
    "highest": "the highest",
    "meaning": "as it stands here",
}
"""The columns of columns.csv."""
MADE_OF = {
    "sleep_hours": "the answer, else the nights in sleep.csv, joined where they overlap; naps are apart",
    "caffeine_mg": "the total said, else the sum of the drinks with caffeine",
    "workout_load": "the total said, else minutes x effort of the workouts, each minute once with the higher effort;"
    " empty where an effort is missing",
    "any_twitches": "1 where a twitch was logged, else what was said",
    "fluids_ml": "the total said, else the drinks of a day of which all were logged",
    "alcohol_g": "the total said, else the sum of the drinks with alcohol",
    "drinks_complete": "1 where all drinks of the day were logged",
}
"""What the column of a built-in question holds beside its answer."""
