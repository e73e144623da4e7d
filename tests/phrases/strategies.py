"""Strategies that make what a user may have typed: diaries, times and places, and records."""

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as some
from hypothesis.strategies import DrawFn, SearchStrategy

from journal import moments
from journal.catalog import kinds
from journal.catalog.drinks import DRINKS
from journal.catalog.entries import DrinkEntry, Entry
from journal.catalog.kinds import CIRCUMSTANCES, DOSE_UNITS, EPISODE_KINDS, EVENT_VERBS, PATTERNS, SIDES
from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.questions import QUESTIONS, Question
from journal.catalog.reliefs import RELIEFS
from journal.catalog.sites import SITES
from journal.catalog.units import UNITS
from journal.catalog.workouts import REGIONS, WORKOUTS
from journal.moments import PARTS, UserClock
from journal.phrases.read.own_text.doses import dose_words
from journal.phrases.read.record_builder import drink_contents, usual_contents, with_last_day
from journal.phrases.read.when.dates import LATEST_YEAR, MONTH_WORDS
from journal.phrases.read.when.spans import LONGEST_DAYS
from journal.phrases.read.when.times import TIME_WORDS
from journal.records import Answer, DayNote, Dose, Drink, Episode, Event, Medicine, Record, Relief, Sleep, Workout

T = TypeVar("T")

EXAMPLES = os.environ.get("EXAMPLES")
"""How many examples each property is to be tried with; without it a few, and always the same ones."""


def tried(examples: int) -> settings:
    """So many examples for a property, unless EXAMPLES says otherwise."""
    if EXAMPLES:
        return settings(max_examples=int(EXAMPLES), suppress_health_check=list(HealthCheck))
    return settings(max_examples=examples, derandomize=True)


ZONES = (
    *("Europe/Berlin", "Europe/Lisbon", "America/New_York", "America/St_Johns", "Australia/Lord_Howe"),
    *("Asia/Kolkata", "Asia/Tokyo", "Pacific/Apia", "UTC"),
)
CHANGES = [
    datetime.fromisoformat(f"{instant}Z")
    for instant in (
        *("2026-03-29T01:00", "2026-10-25T01:00"),  # Berlin and Lisbon
        *("2026-03-08T07:00", "2026-11-01T06:00"),  # New York
        *("2026-04-04T15:00", "2026-10-03T15:30"),  # Lord Howe, by half an hour
        *("2011-12-30T10:00", "2026-01-01T00:00"),  # Apia leaves a day out; a year ends
    )
]
"""Instants near which clocks are moved."""
FIRST, LAST = datetime(1900, 1, 3, tzinfo=UTC), datetime(2027, 2, 28, 12, 30, tzinfo=UTC)


def listed(*texts: str) -> list[str]:
    """Texts that are parted by bars."""
    return [text for several in texts for text in several.split("|")]


def maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    return some.none() | strategy


# ---- words and texts ------------------------------------------------------------------------------------------

GRAMMAR = sorted(
    {*Lexicon().senses, *Lexicon().question_names, *Lexicon().reliefs, *TIME_WORDS, *MONTH_WORDS, *UNITS, *DOSE_UNITS}
)
NASTY = listed(
    r"""[calf]|[/x]|[/|💥 ouch|=SUM(A1)|a "quoted" word|\|\n|\\n|\"|"|""|'|’|,| , |a, b|  two  spaces  |_|a_b|NULL""",
    "note x|12 Dec|may|yesterday|last night|2h ago|300mg|300 mg|@14:05|2pm|(day 2026-11-20)|today: none|no|0|-|+x",
    "calf|left calf|calves|mañana|ﬁn|İstanbul|e\u0301|\u202eright to left|\u2028.|\xa0|１２|٣|½|line\nline|\ttab",
    "x" * 500,
)
"""Texts that have spoiled other diaries, and some that look like the grammar."""
LETTERS = some.characters(exclude_categories=["Cc", "Cs"]) | some.sampled_from("\n\t\"\\,_:;'’ 0123456789")
TEXTS = some.one_of(
    some.text(LETTERS, min_size=1, max_size=20),
    some.sampled_from(NASTY),
    some.lists(some.sampled_from([*GRAMMAR, *NASTY]), min_size=1, max_size=4).map(" ".join),
).filter(lambda text: bool(text.strip()))
"""Any text that a user can type or paste, but for blanks alone, which are refused."""

OWN_NAMES = tuple(
    "kniekehle größe wade_außen achillessehne ischias 膝 колено_слева mate club_mate ayran bärlauch_tee yerba"
    " boulder_bar schaukeln tens rolling_pin yin_stretch2 steps pages_read mood migraine outdoors lamp coffees_out"
    " o'neil's_exercise rolling-foam one_two_three_four_five_six hips_area".split()
)
"""Names of the user's own, none of which is a word of the grammar."""


def numbers(low: float, high: float) -> SearchStrategy[float]:
    """Numbers as they are kept: up to six decimals."""
    return some.one_of(
        some.integers(int(low) + (low > int(low)), int(high)).map(float),
        some.floats(low, high).map(lambda value: round(value, 2)),
        some.floats(low, high).map(lambda value: round(value, 6)),
    ).filter(lambda value: low <= value <= high)


def vocabularies() -> SearchStrategy[Lexicon]:
    """The words of diaries with up to six terms and questions of the user's own."""
    return some.integers(0, 199).map(_vocabulary)


@cache
def _vocabulary(number: int) -> Lexicon:
    chance = Random(number)
    terms, questions = [], []
    for name in chance.sample(OWN_NAMES, number % 7):
        role = chance.choice(["site", "drink", "relief", "workout", "question"])
        if role == "question" and name.replace("_", "").isalnum() and name.isascii():
            questions.append(_own_question(name, chance))
        elif role == "drink":
            volume, caffeine, alcohol = (
                chance.choice([None, float(most), round(chance.uniform(1, most), 3)]) for most in (2000, 500, 50)
            )
            terms.append(Term("drink", name, None, volume, caffeine, alcohol))
        elif role != "question":
            terms.append(Term(role, name))
    return Lexicon(terms, questions)


def _own_question(slug: str, chance: Random) -> Question:
    unit = chance.choice([None, "h", "min", "ml", "mg", "%", "steps", "µg", "kcal"])
    lowest = chance.choice([0, 0, 0, 1, -5, 20])
    highest = lowest + chance.choice([1, 10, 100, 30000])
    return Question(
        slug,
        slug.title(),
        unit,
        lowest,
        chance.choice([None, highest]) if unit else highest,
        place=20,
        built_in=False,
    )


# ---- times and places -----------------------------------------------------------------------------------------


@some.composite
def instants(draw: DrawFn, latest: datetime) -> datetime:
    """Moments (UTC, whole seconds) up to `latest`: just before it, near a change of the clocks, or long ago."""
    near = draw(some.sampled_from([latest, latest, FIRST, *CHANGES]))
    seconds = draw(some.integers(-3 * 86400, 3 * 86400))
    step = draw(some.sampled_from([1, 60, 60]))
    return max(FIRST, min(near + timedelta(seconds=seconds // step * step), latest))


@some.composite
def heres(draw: DrawFn) -> UserClock:
    """Where and when a line is typed."""
    zone = ZoneInfo(draw(some.sampled_from(ZONES)))
    now = max(draw(instants(LAST)), datetime(2011, 12, 25, tzinfo=UTC))
    return UserClock(now.astimezone(zone), zone, draw(some.sampled_from([4, 4, 4, 0, 5, 12])))


@some.composite
def lived(draw: DrawFn, clock: UserClock, instant: datetime) -> datetime:
    """A moment on the clock here, or on the one of a journey."""
    zone = ZoneInfo(draw(some.sampled_from(ZONES))) if draw(some.booleans()) else clock.zone
    return UserClock(clock.now, zone).local(instant)


@some.composite
def diary_days(draw: DrawFn, clock: UserClock, moment: datetime) -> str:
    """The diary day of a lived moment, by the setting of today or of then."""
    return (
        UserClock(clock.now, clock.zone, draw(some.sampled_from([clock.day_starts, clock.day_starts, 0, 4, 12])))
        .day_of(moment)
        .isoformat()
    )


def days(clock: UserClock) -> SearchStrategy[date]:
    """Days that have begun."""
    recent = some.integers(0, 400).map(lambda back: clock.today - timedelta(days=back))
    return recent | some.dates(moments.FIRST_DAY, clock.today)


@some.composite
def whens(draw: DrawFn, clock: UserClock, column: str) -> dict[str, Any]:
    """When a record was, in its fields: a clock, a part of a day, or a day alone."""
    if draw(some.integers(0, 2)):
        moment = draw(lived(clock, draw(instants(clock.now.astimezone(UTC)))))
        day = draw(diary_days(clock, moment))
        return {"day": day, column: moments.instant_text(moment), "utc_offset_minutes": moments.offset_of(moment)}
    day_alone = draw(days(clock))
    wall = clock.local(clock.now).replace(tzinfo=None)
    begun = [part for part in PARTS if moments.part_begins(clock, day_alone, part) <= wall]
    part = draw(maybe(some.sampled_from(begun))) if begun else None
    return {"day": day_alone.isoformat(), "day_part": part}


# ---- records --------------------------------------------------------------------------------------------------


def slugs(lexicon: Lexicon, role: str, built_in: Iterable[Entry | DrinkEntry]) -> SearchStrategy[str]:
    """The slugs of a role, the user's own as often as all the built-in ones together."""
    known = [entry.slug for entry in built_in]
    own = sorted({slug for told, slug in lexicon.spoken_names if told == role and slug not in known})
    return some.sampled_from(known) | some.sampled_from(own) if own else some.sampled_from(known)


@some.composite
def episodes(draw: DrawFn, lexicon: Lexicon, clock: UserClock) -> Episode:
    reliefs = some.builds(Relief, slugs(lexicon, "relief", RELIEFS), maybe(some.booleans()))
    when = draw(whens(clock, "started_at"))
    duration = draw(maybe(numbers(0.1, 4000) | numbers(0.1, kinds.LONGEST_EPISODE_S)))
    later = (clock.today - date.fromisoformat(when["day"])).days
    last_day = None
    if duration is None and later > 0 and draw(some.booleans()):
        lasted = timedelta(days=draw(some.integers(1, min(later, 3660))))
        last_day = (date.fromisoformat(when["day"]) + lasted).isoformat()
    record = Episode(
        site=draw(slugs(lexicon, "site", SITES)),
        side=draw(maybe(some.sampled_from(sorted(SIDES)))),
        kind=draw(some.sampled_from(sorted(EPISODE_KINDS))),
        intensity=draw(maybe(some.integers(0, 10))),
        times=draw(some.just(1) | some.integers(1, 9999)),
        pattern=draw(maybe(some.sampled_from(sorted(PATTERNS)))),
        circumstance=draw(maybe(some.sampled_from(sorted(CIRCUMSTANCES)))),
        duration_s=duration,
        last_day=last_day,
        going_on=duration is None and last_day is None and "started_at" in when and draw(some.booleans()),
        note=draw(maybe(TEXTS)),
        reliefs=tuple(draw(some.lists(reliefs, max_size=3, unique_by=lambda relief: relief.name))),
        visible=draw(maybe(some.booleans())),
        filmed=draw(maybe(some.booleans())),
        pain=draw(maybe(some.booleans())),
        numbness=draw(maybe(some.booleans())),
        **when,
    )
    return with_last_day(record, clock)


@some.composite
def drinks(draw: DrawFn, lexicon: Lexicon, clock: UserClock) -> Drink:
    name, count = draw(slugs(lexicon, "drink", DRINKS)), draw(some.just(1) | some.integers(1, 20))
    when = draw(whens(clock, "taken_at"))

    def all_of_them(each: float | None) -> float | None:
        return None if each is None else round(each * count, 6 if count == 1 else 4)

    if name == "caffeine":
        return Drink(name=name, count=count, caffeine_mg=all_of_them(draw(numbers(0.1, 5000 / count))), **when)
    if name == "alcohol":
        return Drink(name=name, count=count, alcohol_g=all_of_them(draw(numbers(0.1, 1000 / count))), **when)
    size = usual_contents(lexicon, name)[0]
    usual_sizes = some.none() if size is None else some.integers(1, 10).map(lambda count: round(size * count, 6))
    volume = draw(usual_sizes | numbers(1, 20000 / count))
    caffeine, alcohol = drink_contents(lexicon, name, volume)
    caffeine = draw(some.just(caffeine) | numbers(0, 5000 / count))
    alcohol = draw(some.just(alcohol) | numbers(0, 1000 / count))
    volume, caffeine, alcohol = all_of_them(volume), all_of_them(caffeine), all_of_them(alcohol)
    assume((volume or 0) <= 20000 and (caffeine or 0) <= 5000 and (alcohol or 0) <= 1000)
    return Drink(name=name, count=count, volume_ml=volume, caffeine_mg=caffeine, alcohol_g=alcohol, **when)


@some.composite
def sleeps(draw: DrawFn, clock: UserClock) -> Sleep:
    """A night or a nap between two clocks, perhaps with a flight in between, or a nap of which a length is known."""
    nap = draw(some.booleans())
    if nap and draw(some.booleans()):
        return Sleep(day=draw(days(clock)).isoformat(), minutes=draw(numbers(1, 1440)), nap=True)
    seconds = draw(some.integers(60, 86400) | some.integers(1, 1440).map(lambda minutes: minutes * 60))
    instant = draw(instants(clock.now.astimezone(UTC)))
    end = draw(lived(clock, instant))
    start = draw(lived(clock, instant - timedelta(seconds=seconds)))
    assume((start.time(), start.utcoffset()) != (end.time(), end.utcoffset()))
    ends_on = end.date() + timedelta(days=draw(some.sampled_from([0, 0, 0, 1, -1])))
    return Sleep(
        day=draw(diary_days(clock, start)) if nap else ends_on.isoformat(),
        minutes=round(seconds / 60, 6),
        started_at=moments.instant_text(start),
        utc_offset_minutes=moments.offset_of(start),
        ended_at=moments.instant_text(end),
        ended_utc_offset_minutes=moments.offset_of(end),
        nap=nap,
    )


@some.composite
def workouts(draw: DrawFn, lexicon: Lexicon, clock: UserClock) -> Workout:
    return Workout(
        kind=draw(slugs(lexicon, "workout", WORKOUTS)),
        region=draw(maybe(some.sampled_from(sorted(REGIONS)))),
        minutes=draw(numbers(1, 1440)),
        effort=draw(maybe(some.integers(0, 10))),
        note=draw(maybe(TEXTS)),
        **draw(whens(clock, "started_at")),
    )


FREQUENCIES = ("daily", "twice a day", "every 8 hours", "at night", "as needed", "1-0-1", "in the morning and evening")


@some.composite
def medicines(draw: DrawFn, clock: UserClock) -> Medicine:
    """One that is taken still, or one that has ended."""
    first, last = sorted([draw(days(clock)), draw(days(clock))])
    amount = some.tuples(numbers(0.000001, 1_000_000), some.sampled_from(DOSE_UNITS))
    return Medicine(
        name=draw(TEXTS),
        dose=draw(maybe(amount.map(dose_words))),
        frequency=draw(maybe(some.sampled_from(FREQUENCIES))),
        started_on=first.isoformat(),
        stopped_on=draw(maybe(some.just(last.isoformat()))),
        note=draw(maybe(TEXTS)),
    )


@some.composite
def doses(draw: DrawFn, clock: UserClock) -> Dose:
    amount = draw(maybe(numbers(0.000001, 1_000_000)))
    unit = None if amount is None else draw(some.sampled_from(DOSE_UNITS))
    if amount is not None and draw(some.integers(0, 3)) == 0:
        amount, unit = float(draw(some.integers(1, 20))), None
    return Dose(name=draw(TEXTS), amount=amount, unit=unit, **draw(whens(clock, "taken_at")))


@some.composite
def events(draw: DrawFn, clock: UserClock) -> Event:
    kind = draw(some.sampled_from(sorted(EVENT_VERBS.values())))
    texts: dict[str, Any] = {"kind": kind, "text": draw(TEXTS), "note": draw(maybe(TEXTS))}
    if kind in ("visit", "test"):
        day = draw(some.dates(moments.FIRST_DAY, date(LATEST_YEAR, 12, 31)))
        return Event(day=day.isoformat(), day_part=draw(maybe(some.sampled_from(sorted(PARTS)))), **texts)
    when = draw(whens(clock, "started_at"))
    later = some.dates(date.fromisoformat(when["day"]), clock.today) if when["day"] < clock.today.isoformat() else None
    last_day = draw(maybe(later)) if later is not None else None
    lasted = (last_day - date.fromisoformat(when["day"])).days if last_day else 0
    return Event(last_day=last_day.isoformat() if last_day and 0 < lasted <= LONGEST_DAYS else None, **when, **texts)


@some.composite
def day_notes(draw: DrawFn, clock: UserClock) -> DayNote:
    return DayNote(day=draw(days(clock)).isoformat(), text=draw(TEXTS))


@some.composite
def answers(draw: DrawFn, lexicon: Lexicon, clock: UserClock) -> Answer:
    """An answer to any question, the built-in ones and the user's own."""
    own = [question for question in lexicon.questions.values() if not question.built_in]
    question = draw(some.sampled_from(QUESTIONS) | some.sampled_from(own) if own else some.sampled_from(QUESTIONS))
    highest = question.lowest + 1_000_000 if question.highest is None else question.highest
    value = numbers(question.lowest, highest)
    if question.unit is None:
        value = some.integers(int(question.lowest), int(highest)).map(float)
    return Answer(day=draw(days(clock)).isoformat(), question=question.slug, value=draw(value))


def records(lexicon: Lexicon, clock: UserClock) -> SearchStrategy[Record]:
    """Every kind of record that can be typed."""
    return some.one_of(
        episodes(lexicon, clock),
        drinks(lexicon, clock),
        sleeps(clock),
        workouts(lexicon, clock),
        medicines(clock),
        doses(clock),
        events(clock),
        day_notes(clock),
        answers(lexicon, clock),
    )
