"""One day of a made-up diary: what was typed of a lived day, and what was left out."""

from collections import deque
from datetime import datetime, time, timedelta
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from journal.catalog.drinks import SOME_CAFFEINE_MG
from journal.catalog.habits import HEAVY_EFFORT
from journal.catalog.kinds import KINDS
from journal.demo import texts
from journal.demo.chance import Chance
from journal.demo.person import Person
from journal.demo.sample_file import Row, SampleLog
from journal.demo.simulate import SHORT_NIGHT
from journal.demo.timeline import AHEAD, STOPPED, LivedDay
from journal.moments import PARTS

When = tuple[str | None, int | None, str | None]
"""An instant and its offset, or the part of the day, or neither."""
Diligence = Literal["well", "without check-in", "summed up", "next morning"]
"""How a day was logged. On the next morning no clock is remembered."""

DAY_BEGINS, DAY_ENDS = 4 * 60, 28 * 60 - 5
"""The first and about the last minute of a diary day."""
ARRIVES, USUAL_BED = 14 * 60, 23 * 60 + 20
WITHOUT_CLOCK, ON_THE_MINUTE = 0.05, 0.3
"""The share of what has a day alone, and of what has a typed clock: no seconds."""
DAYS_AHEAD = 16
"""From the last day to the visit that lies ahead."""
DOSES = (("ibuprofen", 400.0), ("ibuprofen", 400.0), ("paracetamol", 500.0))
PART_BEGINS = sorted(((hour or 0) * 60, part) for part, hour in PARTS.items())
DATED_BY_WRITING = frozenset(kind.table for kind in KINDS if "written_on" in kind.columns)
"""The tables of which a row ends with the day on which it was typed."""


class Sitting(NamedTuple):
    """When a day was written down: an instant, and the diary day of it."""

    instant: str
    day: str


class DayWriter:
    """A day as it is being typed. `now` is the minute up to which today has come; None on an older day."""

    def __init__(
        self, chance: Chance, day: LivedDay, tomorrow: LivedDay | None, diligence: Diligence, now: int | None
    ) -> None:
        self.chance, self.day, self.tomorrow = chance, day, tomorrow
        self.diligence, self.now = diligence, now
        self.iso = day.date.isoformat()
        self.midnight = datetime.combine(day.date, time()) - timedelta(minutes=day.offset)
        self.bed = 1440 + tomorrow.wakes - tomorrow.night if tomorrow else USUAL_BED
        self.last_before_trip = tomorrow is not None and tomorrow.clocks_change
        self.begins = ARRIVES if day.arrives else day.wakes + 5
        self.ends = min(self.bed - 5, USUAL_BED if self.last_before_trip else DAY_ENDS)
        self.evening = min(21 * 60 + 15 + chance.between(0, 75), self.ends)
        self.typed: list[tuple[int, str, Row]] = []

    def type(self, minute: int, table: str, *row: Any) -> None:
        self.typed.append((minute, table, row))

    def answer(self, minute: int, question: str, value: float) -> None:
        self.type(minute, "answer", self.iso, question, float(value))

    def instant(self, minute: int, second: int = 0) -> str:
        """The instant at which the wall clock of the day shows this, as the diary stores it."""
        return f"{(self.midnight + timedelta(0, minute * 60 + second)).isoformat()}Z"

    def when(self, minute: int) -> When:
        """What is known of when something was: most is typed as it happens, with the seconds of the typing."""
        luck = self.chance.random()
        if self.diligence == "next morning":
            part = next(part for begins, part in reversed(PART_BEGINS) if minute >= begins)
            return None, None, part if luck < 0.6 else None
        if self.diligence == "summed up" or (luck < WITHOUT_CLOCK and self.now is None):
            return None, None, None
        second = int((luck - ON_THE_MINUTE) / (1 - ON_THE_MINUTE) * 60) if luck > ON_THE_MINUTE else 0
        return self.instant(minute, second), self.day.offset, None

    def close(self, log: SampleLog, sitting: Sitting | None = None) -> None:
        """Store the day as a step, of its evening unless a later day is said; of today only what has happened by now,
        which is at least a twitch."""
        if self.now is not None:
            self.typed = [line for line in self.typed if line[0] < self.now]
            if not any(table in ("episode", "drink") for _, table, _ in self.typed):
                minute = max(DAY_BEGINS, self.now - 3)
                begins = self.chance.new_id(), self.iso, self.instant(minute), self.day.offset, None, "calf", "left"
                self.type(minute, "episode", *begins, "twitch", 2, None, None, 1, *[None] * 6, 0, None)
        self.typed.sort(key=itemgetter(0))
        minute = max(self.typed[-1][0] if self.typed else 0, self.evening) + 1
        if self.now is not None:
            minute = self.now
        elif self.diligence == "next morning":
            minute = 1440 + (self.tomorrow or self.day).wakes + 40
        instant, written_on = sitting or Sitting(
            self.instant(minute), (self.day.date + timedelta(self.diligence == "next morning")).isoformat()
        )
        log.add_step(instant)
        for _, table, row in self.typed:
            if table == STOPPED:
                log.stop_medicine(*row)
            else:
                log.add(table, (*row, written_on) if table in DATED_BY_WRITING else row)


def write_acts(page: DayWriter) -> None:
    """What came up: a medicine, an illness, a test, a visit; and a tablet now and then."""
    chance, day, minute = page.chance, page.day, max(page.begins, 9 * 60)
    for kind, text, note in day.acts:
        if kind in (STOPPED, "medicine"):
            page.type(minute, STOPPED, text, page.iso)
            if kind == "medicine":
                page.type(minute, "medicine", chance.new_id(), text, note, None, page.iso, None)
        else:
            event = (DAYS_AHEAD, "visit") if kind == AHEAD else (0, kind)
            event_day = (day.date + timedelta(event[0])).isoformat()
            page.type(minute, "event", chance.new_id(), event_day, *[None] * 4, event[1], text, note or None)
    if chance.yes(0.5 if day.ill else 0.2 if day.without_caffeine else 0.01):
        minute = chance.between(max(page.begins, 600), max(page.begins, 1200))
        page.type(minute, "dose", chance.new_id(), page.iso, *page.when(minute), *chance.one_of(DOSES), "mg")


def write_sleep(page: DayWriter) -> None:
    """The night that ended today: its clocks, its hours, or nothing; and perhaps a nap."""
    chance, day = page.chance, page.day
    morning = max(day.wakes + 20, DAY_BEGINS)
    spans: list[tuple[int, int, int]] = []
    remembered = page.diligence == "well" and not day.clocks_change
    if remembered and (page.now is not None or chance.yes(0.65)):
        spans.append((morning, day.wakes - day.night, day.night))
    elif chance.yes(0.85) and not day.arrives:
        step = 30 if chance.yes(0.7) else 15
        page.answer(morning, "sleep_hours", day.night // step * step / 60)
    if day.night < SHORT_NIGHT and remembered and chance.yes(0.18):
        minute, minutes = chance.between(13 * 60, 15 * 60), chance.between(3, 9) * 5
        spans.append((minute + minutes, minute, minutes))
    for typed, begins, minutes in spans:
        clocks = page.instant(begins), day.offset, page.instant(begins + minutes), day.offset
        page.type(typed, "sleep", chance.new_id(), page.iso, float(minutes), *clocks, int(begins > morning))


def write_drinks(page: DayWriter) -> None:
    for poured_at, *drink in page.day.drinks:
        if poured_at >= page.begins:
            minute = min(poured_at, page.ends)
            page.type(minute, "drink", page.chance.new_id(), page.iso, *page.when(minute), *drink)


def write_workout(page: DayWriter) -> None:
    workout, chance = page.day.workout, page.chance
    if workout and workout.minute - workout.minutes >= page.begins:
        when = page.when(workout.minute - workout.minutes)
        effort = workout.effort if chance.yes(0.85) else None
        remarks = texts.HARD_WORKOUTS if workout.effort >= HEAVY_EFFORT else texts.EASY_WORKOUTS
        note = chance.one_of(remarks) if chance.yes(0.1) else None
        facts = workout.kind, workout.region, float(workout.minutes), effort, note
        page.type(workout.minute, "workout", chance.new_id(), page.iso, *when, *facts)


def write_checkin(page: DayWriter, person: Person, *, drinks: bool) -> None:
    """The answers of the evening; `drinks` says whether those of the day were logged."""
    chance, day = page.chance, page.day
    twitches, burden, caffeine = day.twitches + day.calf_twitches, day.burden, day.caffeine_mg
    quiet = page.now is None and twitches == 0 and chance.yes(0.88)
    beer = any(drink.name == person.beer for drink in day.drinks)
    for share, question, value, lowest, highest in (
        (quiet, "any_twitches", 0, 0, 0),
        (0.3 * quiet, "twitchiness", 0, 0, 0),
        (0.85 * (twitches > 0 and page.diligence == "summed up"), "any_twitches", 1, 1, 1),
        (0.65 * (twitches > 0), "twitchiness", 10 * twitches / (twitches + 2.2 * person.level), 1, 10),
        (0.93, "stress", day.stress, 0, 10),
        (0.75, "anxiety", 1.5 + 0.3 * day.stress + 0.9 * burden + chance.gauss(0, 1.1), 0, 10),
        (0.9 * day.with_mood, "mood", 7.6 - 0.35 * day.stress - 0.5 * burden + chance.gauss(0, 1.2), 0, 10),
        (0.8, "sleep_quality", 3.2 + (day.night - 420) / 80 + chance.gauss(0, 0.7), 1, 5),
        (0.8, "screen_hours", day.screen_hours, 0, 24),
        (0.78 * (day.workout is None), "workout_load", 0, 0, 0),
        (0.9 * (caffeine < SOME_CAFFEINE_MG), "caffeine_mg", 0, 0, 0),
        (0.5 * (caffeine >= SOME_CAFFEINE_MG and not drinks), "caffeine_mg", round(caffeine, -1), 10, 5000),
        (0.75 * (not beer), "alcohol_g", 0, 0, 0),
        (0.35 * drinks, "drinks_complete", 1, 1, 1),
        (0.3 * (not drinks), "fluids_ml", chance.between(12, 26) * 100, 0, 20000),
    ):
        if chance.yes(share):
            page.answer(page.evening, question, min(max(round(value), lowest), highest))


def write_note(page: DayWriter, lately: deque[str]) -> None:
    """A few words about the day, more often where there is something to say that was not said lately."""
    chance, day = page.chance, page.day
    topics = 8 * day.arrives * ["arrived"] + 4 * day.ill * ["ill"]
    topics += 3 * day.without_caffeine * ["without caffeine"] + 3 * (day.town is not None) * ["away"]
    topics += 2 * (day.night < SHORT_NIGHT) * ["bad night"]
    topics += 2 * (day.stress >= 7 and not day.is_free) * ["hard day"]
    topics += 2 * (day.leg_effort >= HEAVY_EFFORT) * ["leg day"]
    topics += 2 * (day.burden > 0.9) * ["bad day"] + 2 * (day.burden < -0.9) * ["good day"]
    if not chance.yes(0.08 + 0.05 * len(topics)):
        return
    text = chance.one_of(texts.DAY_NOTES[chance.one_of(topics or ["plain"])])
    if text in lately:
        text = chance.one_of(texts.DAY_NOTES["plain"])
    if text not in lately:
        lately.append(text)
        note = texts.on_day(text, day.date)
        if chance.yes(0.06):
            note += "\n" + chance.one_of(texts.AFTERTHOUGHTS)
        page.type(page.evening, "day_note", page.iso, note)
