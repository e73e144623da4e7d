"""A made-up diary in one call. Of the days lived, most are logged; most often missed are those of a bad stretch."""

import gc
from collections import deque
from datetime import date, datetime, time, timedelta
from pathlib import Path

from journal import moments
from journal.demo import write_day
from journal.demo.chance import Chance, bag
from journal.demo.person import GUESSED, MOOD, SWITCHED_ON, TERMS, Person, draw_person
from journal.demo.sample_file import Row, SampleLog, write_file
from journal.demo.simulate import simulate
from journal.demo.timeline import LivedDay, plan_days
from journal.demo.truth import HEAVY_LEG_DAY, NOTHING, TRIGGERS, Answers
from journal.demo.write_day import DayWriter, Diligence, Sitting
from journal.demo.write_episodes import write_episodes
from journal.demo.write_signs import SignsWriter
from journal.moments import MONTHS, UserClock
from journal.store.file import connections, private_file

MOST_DAYS = 18_250
ALWAYS_LOGGED = 3
"""So many last days are logged well."""
MARK = ("sample", "1")
"""The setting by which a made-up diary is known."""
LONGEST_OPEN = 21
"""Days after which a day that is filled in later is written at last."""
NOTICED_BEFORE = timedelta(45)
"""From the first twitch to the first day of the diary."""
NOTES_UNTIL_AGAIN = 16
"""So many notes go by before one is written again."""
FILLED_IN = 0.4
"""The share of days summed up of which that is done days later, where nothing else came up."""
AFTERNOON = 13 * 60
"""The minute at which that is done; on arriving in another town nobody does it."""
DILIGENCE: tuple[Diligence, ...] = bag({"well": 78, "without check-in": 9, "summed up": 6, "next morning": 7})


def write_sample(path: Path, days: int, seed: int, clock: UserClock | None = None) -> Answers:
    """Make a diary at the path, of so many days of which the last is today; what is true in it.

    The same for the same seed, day and zone, but for what of today has not happened by now. Refuses, before
    anything is made, where something lies at the path.
    """
    clock, chance = clock or moments.user_clock(), Chance(seed)
    gc.disable()  # of a million values none is thrown away: looking for those that are takes a tenth of the time
    try:
        with private_file.new_diary(path) as draft:
            person, lived = draw_person(chance, seed), plan_days(chance, clock, days)
            simulate(chance, person, lived)
            log = SampleLog(_set_up(person, lived[0].date))
            identity = Chance(f"{seed} {lived[0].date}")
            log.rows["diary"] = [(1, identity.new_id().replace("-", ""), identity.new_id().replace("-", ""))]
            now = (clock.now.replace(tzinfo=None) - datetime.combine(clock.today, time())) // timedelta(minutes=1)
            _write_days(log, chance, person, lived, now)
            write_file(draft, log.rows, SWITCHED_ON)
    finally:
        gc.enable()
    connections.remember(path)
    return Answers(
        days=days,
        logged=len(log.rows["step"]),
        episodes=len(log.rows["episode"]),
        check_ins=len({day for day, *_ in log.rows["answer"]}),
        true=(person.trigger, HEAVY_LEG_DAY),
        nothing=(*NOTHING, *(truth.habit for truth in TRIGGERS if truth != person.trigger)),
    )


def _set_up(person: Person, first_day: date) -> dict[str, list[Row]]:
    """What the person has set up and guessed on the first day."""
    noticed = first_day - NOTICED_BEFORE
    first_noticed = "first_noticed", f"{MONTHS[noticed.month - 1]} {noticed.year}"
    return {
        "question": [MOOD],
        "term": list(TERMS),
        "template": list(person.templates.items()),
        "setting": [MARK],
        "profile": [first_noticed, *person.profile.items()],
        "guess": [(1, f"{first_day}T12:00:00Z", 0, GUESSED, None)],
    }


def _write_days(log: SampleLog, chance: Chance, person: Person, days: list[LivedDay], now: int) -> None:
    """The days that were logged, in their order. Minutes of today go up to `now`."""
    missed, notes = _missed(chance, days), deque[str](maxlen=NOTES_UNTIL_AGAIN)
    signs = SignsWriter()
    open_pages = deque[tuple[int, DayWriter]]()
    """Days that will be filled in later, each with the number of the day on which they are."""
    for number, (day, tomorrow) in enumerate(zip(days, [*days[1:], None], strict=True)):
        if number in missed:
            continue
        diligence = chance.one_of(DILIGENCE) if number < len(days) - ALWAYS_LOGGED else "well"
        page = DayWriter(chance, day, tomorrow, diligence, None if tomorrow else now)
        minute = AFTERNOON
        while open_pages and open_pages[0][0] <= number and not (day.arrives or day.clocks_change):
            open_pages.popleft()[1].close(log, Sitting(page.instant(minute), page.iso))
            minute += 5
        drinks = diligence != "summed up" and (tomorrow is None or chance.yes(0.88))
        write_day.write_acts(page)
        write_day.write_sleep(page)
        if drinks:
            write_day.write_drinks(page)
        write_day.write_workout(page)
        write_episodes(page, person, number / len(days))
        if diligence != "without check-in":
            write_day.write_checkin(page, person, drinks=drinks)
        write_day.write_note(page, notes)
        signs.write(page)
        if diligence == "summed up" and not day.acts and number < len(days) - LONGEST_OPEN and chance.yes(FILLED_IN):
            open_pages.append((number + chance.between(2, 5), page))
        elif page.typed or tomorrow is None:
            page.close(log)


def _missed(chance: Chance, days: list[LivedDay]) -> set[int]:
    """The days that are not logged: single ones, and holes of a few days."""
    missed: set[int] = set()
    for number, day in enumerate(days):
        strain = 0.03 * (day.stress >= 8) + 0.03 * (day.burden > 1) + 0.02 * (day.town is not None)
        if chance.yes(0.03 + strain):
            missed.add(number)
        if chance.yes(0.002 + 0.1 * strain):
            missed.update(range(number, number + chance.between(2, 6)))
    return {number for number in missed if number < len(days) - ALWAYS_LOGGED and not days[number].acts}
