"""Which table goes to which file, and what every column means, in plain words. A test holds it against schema.sql."""

from collections.abc import Iterable
from typing import NamedTuple

from journal import moments
from journal.catalog.kinds import CIRCUMSTANCES, EPISODE_KINDS, PATTERNS, SIDES, TWITCH_KINDS

DAYS_FILE = "days.csv"
README = "README.txt"


class FileDocs(NamedTuple):
    """A file of a table: what a row is, and what stands in each column, stored or made of what is stored."""

    file: str
    row: str
    columns: dict[str, str]


def _one_of(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}"


COMMON = {
    "id": "the record's own id",
    "day": "the diary day to which it belongs",
    "utc_offset_minutes": "minutes by which the clock on the spot was ahead of UTC (below 0: behind it)",
    "day_part": f"where no clock time is known: {_one_of(moments.PARTS)}",
    "source": "typed, or the app from which it was imported",
    "source_key": "its key in that app; before one that is empty or begins with a backslash stands another backslash",
}
"""Columns that mean the same in every file in which they are described so."""
_ID, _DAY, _OFFSET, _PART, _, _ = COMMON.values()
_FROM = {name: COMMON[name] for name in ("source", "source_key")}
_YES = "1 yes, 0 no"
_LOCAL = "the same as {}, on the clock on the spot and with its offset; made of what is stored"


def _taken(what: str) -> dict[str, str]:
    return {
        "id": _ID,
        "day": _DAY,
        "taken_at": f"when {what} was taken, UTC",
        "utc_offset_minutes": _OFFSET,
        "day_part": _PART,
    }


TABLES = {
    "episode": FileDocs(
        "episodes.csv",
        "twitches at one place, as they were noticed",
        {
            "id": _ID,
            "day": _DAY,
            "started_at": "when it began, UTC; empty where only the day is known",
            "utc_offset_minutes": _OFFSET,
            "day_part": _PART,
            "site": "where on the body",
            "side": f"{_one_of(SIDES)}, as the person who has it sees it",
            "kind": f"{_one_of(EPISODE_KINDS)}; counted as a twitch is {_one_of(TWITCH_KINDS)}",
            "intensity": "how strong it felt, 0 to 10",
            "duration_s": "how long it lasted, in seconds",
            "times": "how many twitches; 1 unless more were said",
            "pattern": _one_of(PATTERNS),
            "circumstance": f"what the person was doing: {_one_of(CIRCUMSTANCES)}",
            "visible": f"whether it could be seen: {_YES}",
            "filmed": f"whether there is a film of it: {_YES}",
            "pain": f"whether it hurt: {_YES}",
            "numbness": f"whether the place was numb or tingling: {_YES}",
            "going_on": "1 where it had begun and its end was not said yet, else 0",
            "note": "the person's own words",
            **_FROM,
            "started_at_local": _LOCAL.format("started_at"),
        },
    ),
    "relief": FileDocs(
        "reliefs.csv",
        "something that was tried against an episode",
        {
            "episode": "the id of the episode in episodes.csv",
            "name": "what was tried",
            "helped": f"whether it helped: {_YES}; empty where nobody said",
        },
    ),
    "drink": FileDocs(
        "drinks.csv",
        "one drink, or several of a kind together",
        {
            **_taken("it"),
            "name": "what it was",
            "volume_ml": "volume of all together, in ml",
            "caffeine_mg": "caffeine of all together, in mg; taken from tables unless it was said",
            "alcohol_g": "alcohol of all together, in g; taken from tables unless it was said",
            **_FROM,
            "taken_at_local": _LOCAL.format("taken_at"),
        },
    ),
    "sleep": FileDocs(
        "sleep.csv",
        "a night, or a nap",
        {
            "id": _ID,
            "day": "the calendar date on which the sleep ended",
            "minutes": "how long the sleep was, in minutes",
            "started_at": "when it began, UTC; empty where only its length is known",
            "utc_offset_minutes": _OFFSET,
            "ended_at": "when it ended, UTC",
            "ended_utc_offset_minutes": "the same as utc_offset_minutes, when it ended",
            "nap": "1 a nap, 0 the night's sleep",
            **_FROM,
            "started_at_local": _LOCAL.format("started_at"),
            "ended_at_local": _LOCAL.format("ended_at"),
        },
    ),
    "workout": FileDocs(
        "workouts.csv",
        "one workout; its load is minutes x effort, and unknown without an effort",
        {
            "id": _ID,
            "day": _DAY,
            "started_at": "when it began, UTC",
            "utc_offset_minutes": _OFFSET,
            "day_part": _PART,
            "kind": "what it was",
            "region": "which part of the body worked: legs, arms, trunk or whole",
            "minutes": "how long it was, in minutes",
            "effort": "how hard it felt, 0 to 10",
            "note": "the person's own words",
            **_FROM,
            "started_at_local": _LOCAL.format("started_at"),
        },
    ),
    "medicine": FileDocs(
        "medicines.csv",
        "a medicine or supplement taken regularly; a changed dose is another row",
        {
            "id": _ID,
            "name": "its name, in the person's own words",
            "dose": "its dose, in the person's own words",
            "started_on": "the first day",
            "stopped_on": "the day on which it was stopped; empty where it was not",
            "note": "the person's own words",
            **_FROM,
        },
    ),
    "dose": FileDocs(
        "doses.csv",
        "something taken once, as needed",
        {
            **_taken("it"),
            "name": "what it was, in the person's own words",
            "amount": "how much, in the unit beside it",
            "unit": "the unit of the amount",
            **_FROM,
            "taken_at_local": _LOCAL.format("taken_at"),
        },
    ),
    "event": FileDocs(
        "events.csv",
        "an illness, a test or a visit, which may lie ahead",
        {
            "id": _ID,
            "day": _DAY,
            "kind": "illness, test or visit; cycle and other come only from other apps",
            "text": "what it was, in the person's own words",
            "note": "the person's own words about it",
            **_FROM,
        },
    ),
    "day_note": FileDocs(
        "notes.csv",
        "the note of a day",
        {"day": _DAY, "text": "the person's own words", **_FROM},
    ),
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
            "role": "habit, outcome (how twitchy the day was) or mark (about the logging itself)",
            "built_in": "1 built in, 0 the person's own",
        },
    ),
    "answer": FileDocs(
        "answers.csv",
        "one answer of the daily check-in; a question without a row was not answered that day",
        {
            "day": _DAY,
            "question": "the question, by its slug in questions.csv",
            "value": "the answer, in the unit or on the scale of its question; 0 is none",
            **_FROM,
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
            "days": "how many days were logged then, 14 at most",
            "first": "the habit suspected; empty where nothing was",
            "second": "a second one",
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
            "used": "the look of the calendar that this one used up, in logged days",
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
            "n_with": "days at or beyond the high end",
            "n_without": "days at or below the low end",
            "days_used": "days with the twitches and, so many days before, the habit",
            "days_missing": "days that lack the habit",
            "days_needed": "days with both at which a ratio of 1.5 would be claimed four times in five",
            "days_more": "days still to log, at least, before more can be said",
            "same_day_caution": "1 where the link is of the same day, so that either may have come first",
            "control_p": "small where the habit seems to follow the twitches",
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
}
"""Table -> its file, in the order in which another diary can take them in: what is pointed at comes first."""

DAYS = {
    "day": "the diary day; there is a row for every day, logged or not",
    "twitches": f"how many twitches were noticed ({_one_of(TWITCH_KINDS)}); 0 only where none was said",
    "cramps": "how many cramps were noticed, counted apart",
}
"""The columns of days.csv that are no question."""
MADE_OF = {
    "sleep_hours": "the answer, else the night's sleep in sleep.csv; naps are apart",
    "caffeine_mg": "the total said, else the sum of the drinks with caffeine",
    "workout_load": "the total said, else minutes x effort of the workouts; empty where an effort is missing",
    "any_twitches": "1 where a twitch was logged, else what was said",
    "fluids_ml": "the total said, else the drinks of a day of which all were logged",
    "alcohol_g": "the total said, else the sum of the drinks with alcohol",
    "drinks_complete": "1 where all drinks of the day were logged",
}
"""What the column of a built-in question holds beside its answer."""
