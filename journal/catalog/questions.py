"""The built-in questions of the daily check-in, and how far each lag of a habit is believed beforehand.

`schema.sql` seeds the table `question` from here (a test compares). The belief is for triggers: weights of
the habit 0, 1, 2 and 3 days before the twitches, fixed before any diary was looked at.
"""

from typing import NamedTuple


class Question(NamedTuple):
    """A question as the table `question` holds it, and the names by which a phrase knows it: `names` anywhere,
    `no_names` only after `no` and `forget`. The first of each is how it is said back.

    The slug comes first; `lowest` and `highest` are in `unit` (None = a scale of whole numbers; without a
    highest value there is no limit). `state` is on, off or hidden (never in the check-in); `happens` is when
    in the day it happens; `role` is habit, outcome or mark.
    """

    slug: str
    label: str
    unit: str | None
    lowest: float
    highest: float | None
    low_means: str | None
    high_means: str | None
    state: str
    place: int
    happens: str
    role: str
    names: str = ""
    no_names: str = ""
    belief: tuple[float, float, float, float] = (1, 1, 0.2, 0.05)
    reason: str = ""
    built_in: bool = True

    @property
    def is_yes_or_no(self) -> bool:
        return self.unit is None and (self.lowest, self.highest) == (0, 1)


QUESTIONS = (
    Question(
        "sleep_hours",
        "Sleep",
        "h",
        0,
        24,
        None,
        None,
        "on",
        1,
        "night",
        "habit",
        "sleep total, total sleep",
        "sleep, slept",
        reason="the night before comes before the day's twitches: lag 0 is no same-day link",
    ),
    Question(
        "stress",
        "Stress",
        None,
        0,
        10,
        "none",
        "worst imaginable",
        "on",
        2,
        "day",
        "habit",
        "stress, stressed",
        reason="said to act at once or by the next day; lags are an assumption",
    ),
    Question(
        "caffeine_mg",
        "Caffeine",
        "mg",
        0,
        5000,
        None,
        None,
        "on",
        3,
        "day",
        "habit",
        "caffeine total, total caffeine",
        "caffeine",
        reason="half-life about 5 h: the same day, the next one by way of sleep",
    ),
    Question(
        "workout_load",
        "Workout load",
        None,
        0,
        20000,
        "no workout",
        None,
        "on",
        4,
        "day",
        "habit",
        "load total, total load, load",
        "workout, workouts, exercise, training",
        reason="twitching is seen after exercise; no study of the hours or days was found",
    ),
    Question(
        "any_twitches",
        "Any twitches?",
        None,
        0,
        1,
        "none",
        "some",
        "on",
        5,
        "day",
        "outcome",
        "",
        "twitches, twitch, none, some",
    ),
    Question(
        "twitchiness",
        "How twitchy?",
        None,
        0,
        10,
        "not at all",
        "worst imaginable",
        "on",
        6,
        "day",
        "outcome",
        "twitchy",
    ),
    Question(
        "sleep_quality",
        "Sleep quality",
        None,
        1,
        5,
        "very poor",
        "very good",
        "off",
        7,
        "night",
        "habit",
        "slept well, sleep well",
        reason="as hours slept",
    ),
    Question(
        "anxiety",
        "Anxiety",
        None,
        0,
        10,
        "none",
        "worst imaginable",
        "off",
        8,
        "day",
        "habit",
        "anxiety, anxious",
        reason="as stress",
    ),
    Question(
        "food",
        "Food",
        None,
        0,
        10,
        "ate badly or skipped meals",
        "regular and balanced",
        "off",
        9,
        "day",
        "habit",
        "",
        reason="assumed to act within a day or two",
    ),
    Question(
        "skipped_meal",
        "Skipped a meal?",
        None,
        0,
        1,
        "no",
        "yes",
        "off",
        10,
        "day",
        "habit",
        "skipped meal, skipped meals, skipped a meal",
        reason="as food",
    ),
    Question(
        "fluids_ml",
        "Fluids",
        "ml",
        0,
        20000,
        None,
        None,
        "off",
        11,
        "day",
        "habit",
        "fluids, fluid, fluids total, total fluids",
        "fluids",
        reason="assumed to act within a day or two",
    ),
    Question(
        "alcohol_g",
        "Alcohol",
        "g",
        0,
        1000,
        None,
        None,
        "off",
        12,
        "evening",
        "habit",
        "alcohol total, total alcohol",
        "alcohol",
        reason="the same evening, and the next day by way of sleep",
    ),
    Question(
        "screen_hours",
        "Screen time",
        "h",
        0,
        24,
        None,
        None,
        "off",
        13,
        "day",
        "habit",
        "screen, screens, screen time",
        reason="eyelid twitching goes with longer screen time; lag assumed",
    ),
    Question(
        "drinks_complete",
        "Drinks complete",
        None,
        0,
        1,
        "no",
        "yes",
        "hidden",
        14,
        "day",
        "mark",
        "that's all, thats all, all",
    ),
)
