"""What is judged as a habit: the questions, a few cuts that people believe in, and how each end of one is said.

A straight line hardly sees a threshold, so a cut is a habit of its own where people believe in one beforehand.
"""

from typing import NamedTuple

from journal.catalog.questions import Question

SHORT_NIGHT_H = 6
LATE_HOUR = 16
HEAVY_EFFORT = 7
"""Effort 0 to 10 of a strength workout from which it is heavy lifting."""
UP_TO_A_SCALE = 100
"""A scale that ends higher is a sum and no rating."""


class Ends(NamedTuple):
    """The days or nights at the high end of a habit and at the low one; `some` and `none` where it is any against
    none. Each is said behind "your"."""

    more: str
    less: str
    some: str = ""
    none: str = ""
    cut: str = ""
    """Where `some` begins."""


class Habit(NamedTuple):
    """A habit as it is judged: `question` says its name, unit and when it happens, `of` is the question on whose
    days it is known."""

    question: Question
    ends: Ends
    of: str
    any_or_none: bool = False

    @property
    def slug(self) -> str:
        return self.question.slug

    @property
    def is_night(self) -> bool:
        """The night before comes before the day's twitches: lag 0 is no same-day link."""
        return self.question.happens == "night"

    @property
    def may_be_consequence(self) -> bool:
        """Its link of the same day is set apart by `statistics.judge`: twitches may have changed it, and whatever is
        adjusted for a consequence is wrong."""
        return not self.is_night

    @property
    def is_within_days(self) -> bool:
        """Compared within the day, by region of the body: it has no value of a day."""
        return self.slug == "trained-muscles"

    @property
    def is_rating(self) -> bool:
        """Felt and judged by the person: of the same day's twitches nobody can tell which came first."""
        question = self.question
        is_scale = (
            question.unit is None
            and question.highest is not None
            and question.highest - question.lowest <= UP_TO_A_SCALE
        )
        return is_scale and not self.is_night and not self.any_or_none


DIRECTION_WORDS = {1: "more", -1: "less", 0: ""}
"""How a direction is said before the name of a habit."""
ENDS = {
    "sleep_hours": Ends("longer nights", "shorter nights"),
    "stress": Ends("days of more stress", "calmer days", "days with stress", "days without stress"),
    "caffeine_mg": Ends(
        "days with more caffeine", "days with less caffeine", "days with caffeine", "days without caffeine"
    ),
    "workout_load": Ends(
        "days of harder training", "days of lighter training", "days with a workout", "days without a workout"
    ),
    "sleep_quality": Ends("better nights", "worse nights"),
    "anxiety": Ends("more anxious days", "less anxious days", "anxious days", "days without anxiety"),
    "food": Ends("days of better eating", "days of worse eating"),
    "skipped_meal": Ends("", "", "days with a skipped meal", "days without a skipped meal"),
    "fluids_ml": Ends("days with more to drink", "days with less to drink"),
    "alcohol_g": Ends("days with more alcohol", "days with less alcohol", "days with alcohol", "days without alcohol"),
    "nicotine": Ends(
        "days with more nicotine", "days with less nicotine", "days with nicotine", "days without nicotine"
    ),
    "magnesium": Ends("", "", "days with magnesium", "days without magnesium"),
    "electrolytes": Ends("", "", "days with electrolytes", "days without electrolytes"),
    "period": Ends("", "", "days with your period", "other days"),
    "cold_exposure": Ends("", "", "days with cold exposure", "days without cold exposure"),
    "sauna": Ends("", "", "days with a sauna", "days without a sauna"),
    "posture": Ends("", "", "days of bad posture", "days without it"),
    "screen_hours": Ends("days of more screen time", "days of less screen time", "days with screens", "days without"),
}
"""Of the built-in questions."""
MADE_OF_ROWS = ("sleep_hours", "caffeine_mg", "alcohol_g", "workout_load")
"""Questions that drinks, nights and workouts answer by themselves: they are shown also while they are not asked."""


def _derived(slug: str, label: str, of: str, happens: str, ends: Ends, *, unit: str | None, reason: str) -> Habit:
    """Its direction is believed to be that of more twitches: each is a cut made of what is said to bring them."""
    highest = None if unit else 1
    question = Question(slug, label, unit, highest=highest, happens=happens, direction=1, reason=reason)
    return Habit(question, ends, of, any_or_none=unit is None)


# A slug with a hyphen is no name that a question of the user's own could have.
SHORT_NIGHTS = _derived(
    "short-nights",
    "Short nights",
    "sleep_hours",
    "night",
    Ends("", "", "short nights", "other nights", f"under {SHORT_NIGHT_H} h"),
    unit=None,
    reason="too little sleep may matter only below some length; the night before comes first",
)
LATE_CAFFEINE = _derived(
    "late-caffeine",
    f"Caffeine after {LATE_HOUR}:00",
    "caffeine_mg",
    "evening",
    Ends(
        f"days with more caffeine after {LATE_HOUR}:00",
        f"days with less caffeine after {LATE_HOUR}:00",
        f"days with caffeine after {LATE_HOUR}:00",
        f"days without caffeine after {LATE_HOUR}:00",
    ),
    unit="mg",
    reason="half of it is still there at bedtime: the same evening, and the next day by way of sleep",
)
HEAVY_LIFTING = _derived(
    "heavy-lifting",
    "Heavy lifting",
    "workout_load",
    "day",
    Ends("", "", "days of heavy lifting", "days without heavy lifting", f"effort {HEAVY_EFFORT} or more"),
    unit=None,
    reason="twitching is seen after hard effort; no study of the hours or days was found",
)
DERIVED = (SHORT_NIGHTS, LATE_CAFFEINE, HEAVY_LIFTING)
TRAINED_MUSCLES = _derived(
    "trained-muscles",
    "Trained muscles",
    "workout_load",
    "day",
    Ends("", "", "muscles that were trained hard", "the other muscles", f"effort {HEAVY_EFFORT} or more"),
    unit=None,
    reason="the day after, trained muscles twitch more than the others of the same day",
)
"""No habit of a day: regions of the body against each other, so that good and bad days cancel."""


def of_question(question: Question) -> Habit:
    """A question as a habit; the user's own is said as they named it."""
    label = question.label.rstrip("?")
    own_ends = Ends(
        f"days with more “{label}”", f"days with less “{label}”", f"days with “{label}”", f"days without “{label}”"
    )
    ends = ENDS.get(question.slug, own_ends) if question.built_in else own_ends
    return Habit(question, ends, question.slug, question.is_yes_or_no)
