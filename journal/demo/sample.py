"""A made-up diary in one call."""

from datetime import timedelta
from pathlib import Path

from journal import moments
from journal.catalog.words import Words
from journal.demo import writing
from journal.demo.chance import Chance
from journal.demo.course import course_of
from journal.demo.days import Days
from journal.demo.diary import written_down
from journal.demo.episodes import Manners
from journal.demo.life import live
from journal.demo.page import World, new_ids
from journal.demo.person import MOOD, TERMS, Menu, someone
from journal.demo.truth import HEAVY_LEG_DAY, NOTHING, TRIGGERS, Answers
from journal.moments import Here

MOST_DAYS = 18_250
NOTICED_BEFORE = 45
"""Days from the first twitch to the first day of the diary."""


def write_sample(path: Path, days: int, seed: int, here: Here | None = None) -> Answers:
    """Make a diary at the path, of so many days of which the last is today; what is true in it.

    The same for the same seed, day and zone, but for what of today has not happened by now. Refuses, before
    anything is made, where something lies at the path.
    """
    writing.refuse_existing(path)
    here = here or moments.here()
    chance = Chance(seed)
    person = someone(chance, seed)
    course = course_of(chance, days, moments.offset_of(here.now))
    calendar = Days(here, days, course.trips)
    lived = live(chance, calendar, person, course, Menu(Words(TERMS, [MOOD])))
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
