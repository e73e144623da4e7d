"""A made-up diary in one call."""

from datetime import timedelta
from pathlib import Path

from journal import moments
from journal.catalog.lexicon import Lexicon
from journal.demo import writing
from journal.demo.chance import Chance
from journal.demo.days import DemoDays
from journal.demo.diary import written_down
from journal.demo.episodes import Manners
from journal.demo.person import MOOD, TERMS, Menu, someone
from journal.demo.simulate import live
from journal.demo.timeline import course_of
from journal.demo.truth import HEAVY_LEG_DAY, NOTHING, TRIGGERS, Answers
from journal.demo.write_day import World, new_ids
from journal.moments import UserClock

MOST_DAYS = 18_250
NOTICED_BEFORE = 45
"""Days from the first twitch to the first day of the diary."""


def write_sample(path: Path, days: int, seed: int, clock: UserClock | None = None) -> Answers:
    """Make a diary at the path, of so many days of which the last is today; what is true in it.

    The same for the same seed, day and zone, but for what of today has not happened by now. Refuses, before
    anything is made, where something lies at the path.
    """
    writing.refuse_existing(path)
    clock = clock or moments.user_clock()
    chance = Chance(seed)
    person = someone(chance, seed)
    course = course_of(chance, days, moments.offset_of(clock.now))
    calendar = DemoDays(clock, days, course.trips)
    lived = live(chance, calendar, person, course, Menu(Lexicon(TERMS, [MOOD])))
    log = writing.Log()
    for written in written_down(chance, World(calendar, person, course, Manners(), new_ids(chance)), lived):
        log.add(written)
    noticed = calendar.first - timedelta(NOTICED_BEFORE)
    writing.write(path, log.filled() | writing.own(person, f"{noticed:%Y-%m}", calendar.first))
    return Answers(
        days=days,
        logged=len(log.steps),
        episodes=len(log.rows["episode"]),
        check_ins=len({day for day, *_ in log.rows["answer"]}),
        true=(person.trigger, HEAVY_LEG_DAY),
        nothing=(*NOTHING, *(truth.habit for truth in TRIGGERS if truth != person.trigger)),
    )
