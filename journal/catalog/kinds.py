"""The kinds of record: everything that parser, printer, search, export, help and change log need to know of one.

The one list of kinds: whatever goes through all of them reads it. `tests/phrases/test_kinds.py` names what a new
kind still lacks, and in which file.
"""

from collections.abc import Iterable
from typing import NamedTuple

from journal.catalog.slot_types import (
    DrinkCount,
    Flag,
    KnownName,
    Quantity,
    QuotedText,
    ReliefTried,
    Slot,
    Times,
    WholeNumber,
)


class Kind(NamedTuple):
    """A kind of record, kept in `table`; the record of that table is in `records.py`.

    `columns` are those of the table, in its order, each with its meaning for a reader of the exported `file`, in which
    a row is `row`. `help` is the sentence of F1; `noun` and `example` stand in errors. `filter_word` is how the history
    asks for it. `day` and `clock` are the columns of when it was; a kind without a clock has a day alone. `name` is the
    column that holds a word of the catalogue, and the role of that word; `texts` hold the user's own words. `lived` is
    what is logged as it happens: its days are the days of the diary. `needs` is the slot without which a drink that is
    an amount alone says nothing.
    """

    table: str
    file: str
    row: str
    columns: dict[str, str]
    help: str
    noun: str = ""
    example: str = ""
    filter_word: str = ""
    slots: tuple[Slot, ...] = ()
    key: tuple[str, ...] = ("id",)
    day: str = "day"
    clock: str | None = None
    name: tuple[str, str] | None = None
    texts: tuple[str, ...] = ()
    needs: str = ""
    lived: bool = True

    def slot(self, field: str) -> Slot:
        return next(slot for slot in self.slots if slot.field == field)


def one_of(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}"


SIDES = {
    "left": "left, l, lt, lhs, lh",
    "right": "right, r, rt, rhs, rh",
    "both": "both, bilateral, bilaterally, bilat, b/l, left/right, l/r, left+right, l+r, left&right, l&r",
    "midline": "midline",
}
EPISODE_KINDS = {
    "twitch": "twitch, twitches, twitching, twitched, twitchy, fasciculation, fasciculations, fasciculating,"
    " fascic, fascics, tic, tics",
    "ripple": "ripple, ripples, rippling, rippled, flicker, flickers, flickering, flickered, flutter, flutters,"
    " fluttering, fluttered, quiver, quivers, quivering, quivered, worm, worms, worming,"
    " worm-like, wormlike",
    "pulse": "pulse, pulses, pulsing, pulsed, thump, thumps, thumping, thumped, pop, pops, popping, popped, popcorn,"
    " throb, throbs, throbbing, throbbed",
    "jerk": "jerk, jerks, jerking, jerked, jolt, jolts, jolting, jolted, jump, jumps, jumping, jumped, kick, kicks,"
    " kicking, kicked, hypnic jerk, hypnic jerks, sleep start, sleep starts, myoclonus, myoclonic jerk,"
    " myoclonic jerks",
    "cramp": "cramp, cramps, cramping, cramped, crampy, charley horse, charley horses, charlie horse",
    "spasm": "spasm, spasms, spasming, spasmed",
    "buzz": "buzz, buzzes, buzzing, buzzed, vibrate, vibrates, vibrating, vibrated, vibration, vibrations, hum, hums,"
    " humming, hummed",
    "tingle": "tingle, tingles, tingled, tingly, numb, numbness, tingling, pins and needles, paraesthesia, paresthesia",
    "other": "other kind, other, tremor, tremors, tremble, trembles, trembling, trembled, shake, shakes, shaking,"
    " shook, shaky",
}
NUMB = "numb, numbness, tingling, tingly, pins and needles, paraesthesia, paresthesia"
"""Beside another kind they say what came with it."""
TWITCH_KINDS = ("twitch", "ripple", "pulse")
"""The kinds that are counted as twitches; the others are counted apart."""
PATTERNS = {
    "single": "single, once",
    "on_and_off": "on and off, on-and-off, off and on, on & off, off & on, on/off, on off, off an on, on n off,"
    " off n on, comes and goes, come and go,"
    " coming and going, intermittent",
    "constant": "constant, constantly, continuous, nonstop, non-stop, non stop, all the time",
}
CIRCUMSTANCES = {
    "rest": "at rest, resting",
    "use": "in use, using",
    "after_effort": "after effort",
    "falling_asleep": "falling asleep",
    "asleep": "asleep",
}
LONGEST_EPISODE_S = 3660 * 86400


COMMON = {
    "id": "the record's own id",
    "day": "the diary day to which it belongs",
    "utc_offset_minutes": "minutes by which the clock on the spot was ahead of UTC (below 0: behind it)",
    "day_part": "where no clock time is known: morning, afternoon, evening or night",
    "written_on": "the diary day on which it was last said; empty where that is not known",
    "source": "typed, or the app from which it was imported",
    "source_key": "its key in that app; before one that is empty or begins with a backslash stands another backslash",
}
"""Columns that mean the same in every table in which they are described so."""
YES = "1 yes, 0 no"
_OWN_WORDS = "the person's own words"
_ID = {"id": COMMON["id"]}
_ID_AND_DAY = {**_ID, "day": COMMON["day"]}
_SPOT = {name: COMMON[name] for name in ("utc_offset_minutes", "day_part")}
_SOURCE = {name: COMMON[name] for name in ("source", "source_key")}
_WRITTEN = {"written_on": COMMON["written_on"], **_SOURCE}

EPISODE = Kind(
    "episode",
    "episodes.csv",
    "twitches at one place, as they were noticed",
    {
        **_ID_AND_DAY,
        "started_at": "when it began, UTC; empty where only the day is known",
        **_SPOT,
        "site": "where on the body",
        "side": f"{one_of(SIDES)}, as the person who has it sees it",
        "kind": f"{one_of(EPISODE_KINDS)}; counted as a twitch is {one_of(TWITCH_KINDS)}",
        "intensity": "how strong it felt, 0 to 10",
        "duration_s": "how long it lasted, in seconds",
        "last_day": "the last diary day of what lasted longer than a day; it belongs to each day up to that",
        "times": "how many twitches; 1 unless more were said",
        "pattern": one_of(PATTERNS),
        "circumstance": f"what the person was doing: {one_of(CIRCUMSTANCES)}",
        "visible": f"whether it could be seen: {YES}",
        "filmed": f"whether there is a film of it: {YES}",
        "pain": f"whether it hurt: {YES}",
        "numbness": f"whether the place was numb or tingling: {YES}",
        "going_on": "1 where it had begun and its end was not said yet, else 0",
        "note": _OWN_WORDS,
        **_WRITTEN,
    },
    'An episode needs a site: `left calf 4 2m`, `cramp both calves 7 @02:15 +stretch "woke me"`.',
    noun="a twitch",
    example="say it like `left calf 4 2m`",
    filter_word="episodes",
    slots=(
        Slot("kind", "kind", KnownName("kind")),
        Slot("side", "side", KnownName("side")),
        Slot("site", "site", KnownName("site")),
        Slot("intensity", "intensity", WholeNumber(0, 10, 10, "a length is `{0}m`, a count `x{0}`"), "{} of 10"),
        Slot("times", "how many", Times(1, 9999), "{} times"),
        Slot("duration_s", "length", Quantity("time", "s", 1, 0.1, LONGEST_EPISODE_S)),
        Slot("pattern", "pattern", KnownName("pattern")),
        Slot("circumstance", "circumstance", KnownName("circumstance")),
        Slot("pain", "pain", Flag("pain, painful"), "pain"),
        Slot("numbness", "numbness", Flag(NUMB), "numb"),
        Slot("visible", "visible", Flag("visible", "not"), "visible"),
        Slot("filmed", "filmed", Flag("filmed, on video, on film", "not"), "filmed"),
        Slot("reliefs", "what was tried", ReliefTried()),
        Slot("note", "note", QuotedText()),
    ),
    clock="started_at",
    texts=("note",),
)

_COUNT = Slot("count", "how many", DrinkCount(1, 20, "ml, l, cup"))
_TAKEN_AT = {"taken_at": "when it was taken, UTC"}

DRINK = Kind(
    "drink",
    "drinks.csv",
    "one drink, or several of a kind together",
    {
        **_ID_AND_DAY,
        **_TAKEN_AT,
        **_SPOT,
        "name": "what it was",
        "count": "how many of them; 1 unless more were said",
        "volume_ml": "volume of all together, in ml",
        "caffeine_mg": "caffeine of all together, in mg; taken from tables unless it was said",
        "alcohol_g": "alcohol of all together, in g; taken from tables unless it was said",
        **_WRITTEN,
    },
    "A drink: `espresso`, `2 coffees`, `tea 300ml @16:00`, `beer 0.5l 5%`.",
    noun="a drink",
    example="say it like `2 coffees`, `tea 300ml` or `beer 0.5l 5%`",
    filter_word="drinks",
    slots=(
        _COUNT,
        Slot("volume_ml", "size", Quantity("volume", "ml", 1, 1, 20000)),
        Slot("caffeine_mg", "caffeine", Quantity("mass", "mg", 1, 0, 5000, ("mg",))),
        Slot("alcohol_g", "alcohol", Quantity("mass", "g", 1000, 0, 1000, ("g",))),
        Slot("percent", "strength", Quantity("share", "%", 1, 0, 96)),
    ),
    clock="taken_at",
    name=("drink", "name"),
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
    "sleep.csv",
    "a night, or a nap",
    {
        **_ID,
        "day": "the calendar date on which the sleep ended",
        "minutes": "how long the sleep was, in minutes",
        "started_at": "when it began, UTC; empty where only its length is known",
        "utc_offset_minutes": COMMON["utc_offset_minutes"],
        "ended_at": "when it ended, UTC",
        "ended_utc_offset_minutes": "the same as utc_offset_minutes, when it ended",
        "nap": "1 a nap, 0 the night's sleep",
        **_WRITTEN,
    },
    "Sleep: `sleep 6.5`, `slept 23:40-06:10`, `nap 20m`.",
    filter_word="nights",
    slots=(Slot("minutes", "length", Quantity("time", "min", 60, 1, 24 * 60)),),
    clock="started_at",
)

WORKOUT = Kind(
    "workout",
    "workouts.csv",
    "one workout; its load is minutes x effort, and unknown without an effort",
    {
        **_ID_AND_DAY,
        "started_at": "when it began, UTC",
        **_SPOT,
        "kind": "what it was",
        "region": "which part of the body worked: legs, arms, trunk or whole",
        "minutes": "how long it was, in minutes",
        "effort": "how hard it felt, 0 to 10",
        "note": _OWN_WORDS,
        **_WRITTEN,
    },
    "A workout: `lift legs 45m 8`, `run 30m 6`; the load is minutes x effort.",
    noun="a workout",
    example="say it like `lift legs 45m 8`",
    filter_word="workouts",
    slots=(
        Slot("region", "region", KnownName("region")),
        Slot("minutes", "length", Quantity("time", "min", 60, 1, 24 * 60)),
        Slot("effort", "effort", WholeNumber(0, 10, 10, "a length is `{0}m`", "effort"), "effort {}"),
        Slot("note", "note", QuotedText()),
    ),
    clock="started_at",
    name=("workout", "kind"),
    texts=("note",),
)

MEDICINE = Kind(
    "medicine",
    "medicines.csv",
    "a medicine or supplement taken regularly; a changed dose is another row",
    {
        **_ID,
        "name": "its name, in the person's own words",
        "dose": "its dose, in the person's own words",
        "frequency": "how often it is taken, in the person's own words",
        "started_on": "the first day",
        "stopped_on": "the day on which it was stopped; empty where it was not",
        "note": _OWN_WORDS,
        **_SOURCE,
    },
    "What is taken regularly: `started magnesium 300mg daily`, `increased magnesium to 400mg`, `stopped magnesium`.",
    filter_word="medicines",
    day="started_on",
    texts=("name", "dose", "frequency", "note"),
    lived=False,  # it may have begun years before the diary
)

DOSE = Kind(
    "dose",
    "doses.csv",
    "something taken once, as needed",
    {
        **_ID_AND_DAY,
        **_TAKEN_AT,
        **_SPOT,
        "name": "what it was, in the person's own words",
        "amount": "how much, in the unit beside it",
        "unit": "the unit of the amount",
        **_SOURCE,
    },
    "One dose as needed: `took ibuprofen 400mg`.",
    filter_word="doses",
    clock="taken_at",
    texts=("name",),
)

EVENT = Kind(
    "event",
    "events.csv",
    "an illness, a test, a journey or a visit, which may lie ahead",
    {
        **_ID_AND_DAY,
        "started_at": "when it began, UTC; empty where only the day is known",
        **_SPOT,
        "last_day": "the last day of what lasted longer than its day",
        "kind": "illness, test, visit, travel or other; cycle comes only from other apps",
        "text": "what it was, in the person's own words",
        "note": "the person's own words about it",
        **_SOURCE,
    },
    "`ill cold since Mon`, `test CK normal`, `travel Rome from Mon to Wed`, `visit neurologist 12 Dec 10:30`.",
    filter_word="events",
    clock="started_at",
    texts=("text", "note"),
    lived=False,  # a visit may lie ahead
)

DAY_NOTE = Kind(
    "day_note",
    "notes.csv",
    "the note of a day",
    {"day": COMMON["day"], "text": _OWN_WORDS, **_SOURCE},
    "The day's note: `note bad night, neighbours`.",
    filter_word="notes",
    key=("day",),
    texts=("text",),
)

ANSWER = Kind(
    "answer",
    "answers.csv",
    "one answer of the daily check-in; a question without a row was not answered that day",
    {
        "day": COMMON["day"],
        "question": "the question, by its slug in questions.csv",
        "value": "the answer, in the unit or on the scale of its question; 0 is none, unless something typed that day"
        " says otherwise",
        **_WRITTEN,
    },
    "An answer of the check-in: `stress 7`, `no caffeine`, `none`.",
    key=("day", "question"),
)

KINDS = (EPISODE, DRINK, SLEEP, WORKOUT, MEDICINE, DOSE, EVENT, DAY_NOTE, ANSWER)
BY_TABLE = {kind.table: kind for kind in KINDS}
DATED = tuple(kind.table for kind in KINDS if kind.day == "day")
"""The tables of which a row belongs to one day."""

DOSE_UNITS = (
    *("mg", "g", "ml", "mcg", "ug", "µg", "iu", "units"),
    *("tablet", "tablets", "pill", "pills", "capsule", "capsules", "drop", "drops", "puff", "puffs"),
)
"""Units that make an amount the dose of a medicine."""
COUNTABLE = ("tablet", "pill", "capsule", "drop", "puff")
"""Units of a dose that are pieces."""
DOSE_UNIT_WORDS = {
    **dict.fromkeys(("milligram", "milligrams"), "mg"),
    **dict.fromkeys(("gram", "grams"), "g"),
    **dict.fromkeys(("microgram", "micrograms"), "mcg"),
    **dict.fromkeys(("millilitre", "millilitres", "milliliter", "milliliters"), "ml"),
}
"""Units of a dose in full -> the unit that is kept."""

EVENT_VERBS = {"ill": "illness", "test": "test", "visit": "visit", "travel": "travel", "event": "other"}
"""The verb -> the event's kind."""
AHEAD_VERBS = ("visit", "test")
"""Verbs of what may lie ahead; their days are the nearest ones."""
SPAN_VERBS = ("ill", "travel", "event")
"""Verbs of what may last longer than a day."""
EPISODE_VERBS = ("start", "stop")
"""Verbs of what goes on; commands of the shell as well."""
CHANGE_VERBS = ("changed", "increased", "reduced")
"""Verbs of another dose of what is taken regularly."""
MEDICINE_VERBS = ("started", "stopped", *CHANGE_VERBS)
"""Verbs of what is taken regularly."""
TEXT_VERBS = (*EVENT_VERBS, *MEDICINE_VERBS, "took", "note")
"""Verbs after which the words are the user's own text."""
VERBS = (*TEXT_VERBS, "sleep", "slept", "nap", *EPISODE_VERBS, "none", "some", "no", "again", "forget")
