"""The kinds of record: each slot with how its words are read, its range and how it is said back.

The parser, the printer, completion, forms, `--help` and the errors are made from this. A slot's `takes` says
which words fill it; `said` is the form in which an echo says the value.
"""

from typing import NamedTuple


class KnownName(NamedTuple):
    """A known name: a site, or one of a few words."""

    role: str


class WholeNumber(NamedTuple):
    """A bare whole number; also N/10 where `over` is 10. `higher` is how else a higher one may have been meant."""

    low: int
    high: int
    over: int | None = None
    higher: str = ""


class Times(NamedTuple):
    """x12 or 12x."""

    low: int
    high: int


class DrinkCount(NamedTuple):
    """A bare whole number beside the head: so many of the usual size; `units` are what else it could need."""

    low: int
    high: int
    units: str


class Quantity(NamedTuple):
    """An amount in a unit of one dimension, kept in units of `size` base units and named `unit`.

    `only` are the units that may say it, where not all of the dimension may.
    """

    dimension: str
    unit: str
    size: float
    low: float
    high: float
    only: tuple[str, ...] = ()


class Flag(NamedTuple):
    """A word alone is yes; with `no` or `not` before it, no (`no` is the one that is said back)."""

    names: str
    no: str = "no"


class ReliefTried(NamedTuple):
    """+name helped, -name did not, `tried name` says no more."""


class QuotedText(NamedTuple):
    """Quoted text, verbatim."""


Takes = KnownName | WholeNumber | Times | DrinkCount | Quantity | Flag | ReliefTried | QuotedText


class Slot(NamedTuple):
    """One thing that can be said of a record: the record's field and the table's column."""

    field: str
    label: str
    takes: Takes
    said: str = "{}"
    help: str = ""


class Kind(NamedTuple):
    """A kind of record: its table, its slots, and the column of its clock (None = it has a day alone)."""

    name: str
    table: str
    at: str | None
    slots: tuple[Slot, ...]
    help: str
    needs: str = ""

    def slot(self, field: str) -> Slot:
        return next(slot for slot in self.slots if slot.field == field)


SIDES = {"left": "left, l", "right": "right, r", "both": "both", "midline": "midline"}
EPISODE_KINDS = {
    "twitch": "twitch, twitches, twitching, twitched, fasciculation, fasciculations",
    "ripple": "ripple, ripples, rippling, flicker, flickers, flickering",
    "pulse": "pulse, pulses, pulsing, thump, thumps, thumping",
    "jerk": "jerk, jerks, jerking, jerked",
    "cramp": "cramp, cramps, cramping, cramped",
    "spasm": "spasm, spasms",
    "buzz": "buzz, buzzes, buzzing",
    "other": "other kind, other",
}
TWITCH_KINDS = ("twitch", "ripple", "pulse")
"""The kinds that are counted as twitches; the others are counted apart."""
PATTERNS = {
    "single": "single, once",
    "on_and_off": "on and off, on-and-off",
    "constant": "constant, constantly, continuous, nonstop",
}
CIRCUMSTANCES = {
    "rest": "at rest, resting",
    "use": "in use, using",
    "after_effort": "after effort",
    "falling_asleep": "falling asleep",
    "asleep": "asleep",
}
LONGEST_EPISODE_S = 31 * 86400

EPISODE = Kind(
    "episode",
    "episode",
    "started_at",
    (
        Slot("kind", "kind", KnownName("kind"), help="what it was like"),
        Slot("side", "side", KnownName("side"), help="left, right, both or midline, from your own view"),
        Slot("site", "site", KnownName("site"), help="where on the body"),
        Slot(
            "intensity",
            "intensity",
            WholeNumber(0, 10, 10, "a length is `{0}m`, a count `x{0}`"),
            "{} of 10",
            "0 to 10",
        ),
        Slot("times", "how many", Times(1, 9999), "{} times", "how many twitches: x12"),
        Slot("duration_s", "length", Quantity("time", "s", 1, 0.1, LONGEST_EPISODE_S), help="how long: 2m, 90s"),
        Slot("pattern", "pattern", KnownName("pattern"), help="single, on and off, or constant"),
        Slot("circumstance", "circumstance", KnownName("circumstance"), help="what you were doing"),
        Slot("pain", "pain", Flag("pain, painful"), "pain", "it hurt"),
        Slot("numbness", "numbness", Flag("numb, numbness, tingling"), "numb", "numb or tingling"),
        Slot("visible", "visible", Flag("visible", "not"), "visible", "it could be seen"),
        Slot("filmed", "filmed", Flag("filmed", "not"), "filmed", "there is a film of it"),
        Slot("reliefs", "what was tried", ReliefTried(), help="+stretch helped, -heat did not, tried massage"),
        Slot("note", "note", QuotedText(), "{}", "anything, in quotes"),
    ),
    'An episode needs a site: `left calf 4 2m`, `cramp both calves 7 @02:15 +stretch "woke me"`.',
    needs="site",
)

_COUNT = Slot("count", "how many", DrinkCount(1, 20, "ml, l, cup"), help="how many of that size")

DRINK = Kind(
    "drink",
    "drink",
    "taken_at",
    (
        _COUNT,
        Slot("volume_ml", "size", Quantity("volume", "ml", 1, 1, 20000), help="the size of each: 300ml, 0.5l, 2 cups"),
        Slot("caffeine_mg", "caffeine", Quantity("mass", "mg", 1, 0, 5000, ("mg",)), help="caffeine of each, in mg"),
        Slot("alcohol_g", "alcohol", Quantity("mass", "g", 1000, 0, 1000, ("g",)), help="alcohol of each, in g"),
        Slot("percent", "strength", Quantity("share", "%", 1, 0, 96), help="alcohol by volume, in %"),
    ),
    "A drink: `espresso`, `2 coffees`, `tea 300ml @16:00`, `beer 0.5l 5%`.",
)
CAFFEINE = DRINK._replace(
    slots=(
        _COUNT._replace(takes=DrinkCount(1, 20, "mg")),
        Slot("caffeine_mg", "caffeine", Quantity("mass", "mg", 1, 0.1, 5000)),
    ),
    help="`caffeine 120mg` is one dose, `caffeine total 300mg` the day's total.",
    needs="caffeine_mg",
)
ALCOHOL = DRINK._replace(
    slots=(
        _COUNT._replace(takes=DrinkCount(1, 20, "g")),
        Slot("alcohol_g", "alcohol", Quantity("mass", "g", 1000, 0.1, 1000)),
    ),
    help="`alcohol 10g` is one drink, `alcohol total 20g` the day's total.",
    needs="alcohol_g",
)
BARE_DRINKS = {"caffeine": CAFFEINE, "alcohol": ALCOHOL}
"""Drinks that are an amount alone, without a volume."""

SLEEP = Kind(
    "sleep",
    "sleep",
    "started_at",
    (Slot("minutes", "length", Quantity("time", "min", 60, 1, 24 * 60), help="how long: 6.5, 6h30, 390m"),),
    "Sleep: `sleep 6.5`, `slept 23:40-06:10`, `nap 20m`.",
)

WORKOUT = Kind(
    "workout",
    "workout",
    "started_at",
    (
        Slot("region", "region", KnownName("region"), help="legs, arms, trunk or whole"),
        Slot("minutes", "length", Quantity("time", "min", 60, 1, 24 * 60), help="how long: 45m, 1h"),
        Slot("effort", "effort", WholeNumber(0, 10, 10, "a length is `{0}m`"), "effort {}", "how hard, 0 to 10"),
        Slot("note", "note", QuotedText(), "{}", "anything, in quotes"),
    ),
    "A workout: `lift legs 45m 8`, `run 30m 6`; the load is minutes x effort.",
    needs="minutes",
)

DOSE = Kind("dose", "dose", "taken_at", (), "One dose as needed: `took ibuprofen 400mg`.")
MEDICINE = Kind(
    "medicine",
    "medicine",
    None,
    (),
    "What is taken regularly: `started magnesium 300mg`, `stopped magnesium`.",
)
EVENT = Kind("event", "event", None, (), "`ill cold`, `test CK normal`, `visit neurologist 12 Dec`.")
NOTE = Kind("note", "day_note", None, (), "The day's note: `note bad night, neighbours`.")
ANSWER = Kind("answer", "answer", None, (), "An answer of the check-in: `stress 7`, `no caffeine`, `none`.")

KINDS = (EPISODE, DRINK, SLEEP, WORKOUT, DOSE, MEDICINE, EVENT, NOTE, ANSWER)

DOSE_UNITS = (
    *("mg", "g", "ml", "mcg", "ug", "µg", "iu"),
    *("tablet", "tablets", "pill", "pills", "capsule", "capsules", "drop", "drops", "puff", "puffs"),
)
"""Units that make a last amount the dose of a medicine."""

EVENT_VERBS = {"ill": "illness", "test": "test", "visit": "visit"}
"""The verb -> the event's kind."""
TEXT_VERBS = (*EVENT_VERBS, "started", "stopped", "took", "note")
"""Verbs after which the words are the user's own text."""
VERBS = (*TEXT_VERBS, "sleep", "slept", "nap", "start", "stop", "none", "some", "no", "again", "forget")
