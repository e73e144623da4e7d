"""The built-in questions of the daily check-in, and how far each lag of a habit is believed beforehand.

A new one is an entry here and a column of the view `daily` in schema.sql; older diaries have it from then on. The
belief is for triggers: weights of the habit 0, 1, 2 and 3 days before the twitches, and the direction, +1 where more
of it is believed to bring more twitches, -1 fewer, 0 where neither; fixed before any diary was looked at. Believed is
what articles on benign twitching name as its causes: too little sleep, stress, caffeine, hard exercise, too little to
drink, skipped meals.
"""

from typing import Any, NamedTuple


class Question(NamedTuple):
    """A question as the table `question` holds it, and the names by which a phrase knows it: `names` anywhere,
    `no_names` only after `no` and `forget`. The first of each is how it is said back.

    `lowest` and `highest` are in `unit` (None = a scale of whole numbers; without a highest value there is no limit).
    `happens` is when in the day it happens; `role` is habit, outcome, illness or mark. The diary says its `state` (on,
    off, or hidden: never in the check-in) and its `place` in the order; of a built-in one the catalogue defines the
    rest, and has the state in which it begins.
    """

    slug: str
    label: str
    unit: str | None = None
    lowest: float = 0
    highest: float | None = None
    low_means: str | None = None
    high_means: str | None = None
    state: str = "on"
    place: int = 0
    happens: str = "day"
    role: str = "habit"
    names: str = ""
    no_names: str = ""
    belief: tuple[float, float, float, float] = (1, 1, 0.2, 0.05)
    direction: int = 0
    reason: str = ""
    built_in: bool = True

    @property
    def is_yes_or_no(self) -> bool:
        return self.unit is None and (self.lowest, self.highest) == (0, 1)

    @property
    def definition(self) -> tuple[Any, ...]:
        return tuple(getattr(self, column) for column in DEFINITION)


DEFINITION = ("label", "unit", "lowest", "highest", "low_means", "high_means", "happens", "role")
"""The columns of the table `question` that the catalogue fills for a built-in one."""
COLUMNS = ("slug", *DEFINITION, "state", "place", "built_in")
"""All columns of the table."""

QUESTIONS = (
    Question(
        "sleep_hours",
        "Sleep",
        unit="h",
        highest=24,
        happens="night",
        names="sleep total, total sleep",
        no_names="sleep, slept",
        direction=-1,
        reason="the night before comes before the day's twitches: lag 0 is no same-day link; too little is said to"
        " bring twitches",
    ),
    Question(
        "stress",
        "Stress",
        highest=10,
        low_means="none",
        high_means="worst imaginable",
        names="stress, stressed",
        direction=1,
        reason="said to bring twitches at once or by the next day; lags are an assumption",
    ),
    Question(
        "caffeine_mg",
        "Caffeine",
        unit="mg",
        highest=5000,
        names="caffeine total, total caffeine",
        no_names="caffeine",
        direction=1,
        reason="half-life about 5 h: the same day, the next one by way of sleep; much is said to bring twitches",
    ),
    Question(
        "workout_load",
        "Workout load",
        highest=20000,
        low_means="no workout",
        names="load total, total load, load",
        no_names="workout, workouts, exercise, training",
        reason="twitching is seen after hard exercise, so no direction is believed of the whole load; no study of the"
        " hours or days was found",
    ),
    Question(
        "any_twitches",
        "Any twitches?",
        highest=1,
        low_means="none",
        high_means="some",
        role="outcome",
        no_names="twitches, twitch, twitching, none, some",
    ),
    Question(
        "twitchiness",
        "How twitchy?",
        highest=10,
        low_means="not at all",
        high_means="worst imaginable",
        role="outcome",
        names="twitchy",
    ),
    Question(
        "sleep_quality",
        "Sleep quality",
        lowest=1,
        highest=5,
        low_means="very poor",
        high_means="very good",
        state="off",
        happens="night",
        names="slept well, sleep well, quality of sleep",
        reason="as hours slept, but twitches felt at night spoil it: no direction is believed",
    ),
    Question(
        "anxiety",
        "Anxiety",
        highest=10,
        low_means="none",
        high_means="worst imaginable",
        state="off",
        names="anxiety, anxious, worry, worried",
        direction=1,
        reason="as stress",
    ),
    Question(
        "food",
        "Food",
        highest=10,
        low_means="ate badly or skipped meals",
        high_means="regular and balanced",
        state="off",
        direction=-1,
        reason="assumed to act within a day or two; eating badly is said to bring twitches",
    ),
    Question(
        "skipped_meal",
        "Skipped a meal?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        names="skipped meal, skipped meals, skipped a meal, skipped breakfast, skipped lunch, skipped dinner",
        direction=1,
        reason="as food",
    ),
    Question(
        "fluids_ml",
        "Fluids",
        unit="ml",
        highest=20000,
        state="off",
        names="fluids, fluid, fluids total, total fluids",
        no_names="fluids",
        direction=-1,
        reason="assumed to act within a day or two; too little is said to bring twitches",
    ),
    Question(
        "alcohol_g",
        "Alcohol",
        unit="g",
        highest=1000,
        state="off",
        happens="evening",
        names="alcohol total, total alcohol",
        no_names="alcohol",
        reason="the same evening, and the next day by way of sleep; no direction is believed",
    ),
    Question(
        "screen_hours",
        "Screen time",
        unit="h",
        highest=24,
        state="off",
        names="screen, screens, screen time",
        reason="eyelid twitching goes with longer screen time, of other muscles nothing is known: no direction is"
        " believed; lag assumed",
    ),
    Question(
        "nicotine",
        "Nicotine",
        highest=200,
        low_means="none",
        state="off",
        names="smoked, cigarettes, cigarette, cig, cigs, nicotine",
        no_names="cigarettes, cigarette, nicotine, smoking",
        reason="counted as cigarettes or their like; lags are an assumption, no direction is believed",
    ),
    Question(
        "magnesium",
        "Magnesium?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        names="magnesium",
        reason="often taken against cramps; no direction is believed, lags are an assumption",
    ),
    Question(
        "electrolytes",
        "Electrolytes?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        names="electrolytes, electrolyte",
        reason="no direction is believed, lags are an assumption",
    ),
    Question(
        "period",
        "Period?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        names="period, period started, period began",
        reason="no direction is believed, lags are an assumption",
    ),
    Question(
        "cold_exposure",
        "Cold exposure?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        names="cold exposure, cold shower, cold showers, ice bath, ice baths, cold plunge",
        reason="no direction is believed, lags are an assumption",
    ),
    Question(
        "sauna",
        "Sauna?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        names="sauna, saunas",
        reason="no direction is believed, lags are an assumption",
    ),
    Question(
        "posture",
        "Bad posture?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        names="posture, bad posture, slouched",
        reason="no direction is believed, lags are an assumption",
    ),
    Question(
        "drinks_complete",
        "Drinks complete",
        highest=1,
        low_means="no",
        high_means="yes",
        state="hidden",
        role="mark",
        names="that's all, thats all, all",
    ),
    Question(
        "sick",
        "Sick?",
        highest=1,
        low_means="no",
        high_means="yes",
        state="off",
        role="illness",
        names="sick",
        reason="illness changes habits and twitches alike: such a day is set apart, and is no habit",
    ),
)
BUILT_IN = {question.slug: question for question in QUESTIONS}
