"""One day of a made-up diary: what was typed of a lived day, and what was left out."""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from operator import itemgetter
from typing import NamedTuple

from journal.demo import episodes, texts
from journal.demo.chance import Chance
from journal.demo.days import DemoDays
from journal.demo.episodes import Manners, ToldEpisode
from journal.demo.person import Person, Place
from journal.demo.rows import ENDED, Row
from journal.demo.simulate import LivedDay
from journal.demo.timeline import AHEAD, Timeline
from journal.moments import PARTS


class Kept(Enum):
    """How a day was logged. On the next morning no clock is remembered."""

    WELL = "well"
    WITHOUT_CHECK_IN = "without check-in"
    SUMMED_UP = "summed up"
    NEXT_MORNING = "next morning"


class World(NamedTuple):
    """What is the same for all the days."""

    days: DemoDays
    person: Person
    course: Timeline
    manners: Manners
    ids: Iterator[str]


class Written(NamedTuple):
    """What one day's step stores, table by row in the order of typing, and the instant at which it was closed."""

    at: str
    acts: list[tuple[str, Row]]


Moment = tuple[str | None, int | None, str | None]
"""An instant and its offset, or the part of the day, or neither."""

DAY_BEGINS, DAY_ENDS = 4 * 60, 28 * 60 - 5
"""The first and about the last minute of a diary day."""
ARRIVES = 14 * 60
USUAL_BED = 23 * 60 + 20
EVENING = 18 * 60 + 30
SHORT_NIGHT = 6 * 60
HEAVY = 7
"""The effort from which a leg day is remembered."""
WITHOUT_CLOCK, ON_THE_MINUTE = 0.05, 0.3
"""Share of what has a day alone, and of what has no seconds: its clock was typed."""


class DayWriter:
    """A day as it is being written down. `say` is what typing does; the rest knows when a thing is typed."""

    def __init__(self, chance: Chance, world: World, lived: list[LivedDay], number: int, kept: Kept) -> None:
        self.chance, self.world, self.number, self.kept = chance, world, number, kept
        self.days, self.ids, self.day = world.days, world.ids, lived[number]
        self.iso, self.offset = self.days.iso(number), self.days.offset(number)
        self.grown = number / len(lived)
        self.is_today = number == len(lived) - 1
        tomorrow = None if self.is_today else lived[number + 1]
        self.bed = USUAL_BED if tomorrow is None else 1440 + tomorrow.wakes - tomorrow.night
        self.wakes_next = self.day.wakes if tomorrow is None else tomorrow.wakes
        self.clocks_change = self.days.clocks_change(number + 1)
        self.begins = ARRIVES if self.days.arrives(number) else self.day.wakes + 5
        self.ends = min(self.bed - 5, USUAL_BED if self.clocks_change else DAY_ENDS)
        self.evening = min(21 * 60 + 15 + chance.between(0, 75), self.ends)
        self.intensity = episodes.usual_intensity(self.day.worse)
        self.lines: list[tuple[int, str, Row]] = []

    def say(self, minute: int, table: str, row: Row) -> None:
        """Typed at that minute."""
        self.lines.append((minute, table, row))

    def answer(self, minute: int, question: str, value: float) -> None:
        self.lines.append((minute, "answer", (self.iso, question, float(value))))

    def closed(self) -> Written:
        """The day as it was stored; of today only what has happened by now."""
        if self.is_today:
            self.lines = [line for line in self.lines if line[0] < self.days.now]
            if not any(table in ("episode", "drink") for _, table, _ in self.lines):
                self._just_now()
        self.lines.sort(key=itemgetter(0))
        return Written(self._closed_at(), [line[1:] for line in self.lines])

    def _closed_at(self) -> str:
        minute = max(self.lines[-1][0] if self.lines else 0, self.evening) + 1
        if self.is_today:
            minute = self.days.now
        elif self.kept is Kept.NEXT_MORNING:
            minute = 1440 + self.wakes_next + 40
        return self.days.instant(self.number, minute)

    def _moment(self, minute: int) -> Moment:
        """What is known of when a thing was: most is typed as it happens, with the seconds of the typing."""
        drawn = self.chance.random()
        if self.kept is Kept.NEXT_MORNING:
            return None, None, part_of(minute) if drawn < 0.6 else None
        if self.kept is Kept.SUMMED_UP or (drawn < WITHOUT_CLOCK and not self.is_today):
            return None, None, None
        second = int((drawn - ON_THE_MINUTE) / (1 - ON_THE_MINUTE) * 60) if drawn > ON_THE_MINUTE else 0
        return self.days.instant(self.number, minute, second), self.offset, None

    # ---- beside the days -------------------------------------------------------------------------

    def course(self) -> None:
        """What came up: a medicine, an illness, a test, a visit."""
        for verb, text, more in self.world.course.acts.get(self.number, ()):
            minute = max(self.begins, 9 * 60)
            if verb == "stopped":
                self.say(minute, ENDED, (text, self.iso))
            elif verb == "started":
                self.say(minute, "medicine", (next(self.ids), text, more, self.iso, None))
            else:
                day = self.iso if verb != "ahead" else (self.days.last + timedelta(AHEAD)).isoformat()
                kind = {"ill": "illness", "test": "test"}.get(verb, "visit")
                self.say(minute, "event", (next(self.ids), day, kind, text, more or None))

    def doses(self) -> None:
        chance, day = self.chance, self.day
        if chance.yes(0.5 if day.ill else 0.2 if day.without_caffeine else 0.01):
            name, amount = chance.one_of((("ibuprofen", 400.0), ("ibuprofen", 400.0), ("paracetamol", 500.0)))
            minute = chance.between(max(self.begins, 600), max(self.begins, 1200))
            self.say(minute, "dose", (next(self.ids), self.iso, *self._moment(minute), name, amount, "mg"))

    # ---- habits ----------------------------------------------------------------------------------

    def night(self) -> None:
        """The night that ended today: its clocks, its hours, or nothing; and perhaps a nap."""
        chance, day = self.chance, self.day
        said = max(day.wakes + 20, DAY_BEGINS)
        remembered = self.kept is Kept.WELL and not self.days.clocks_change(self.number)
        if remembered and (self.is_today or chance.yes(0.65)):
            self._sleep(said, day.wakes - day.night, day.night, nap=0)
        elif chance.yes(0.85) and not self.days.arrives(self.number):
            step = 30 if chance.yes(0.7) else 15
            self.answer(said, "sleep_hours", day.night // step * step / 60)
        if day.night < SHORT_NIGHT and remembered and chance.yes(0.18):
            minute, lasts = chance.between(13 * 60, 15 * 60), chance.between(3, 9) * 5
            self._sleep(minute + lasts, minute, lasts, nap=1)

    def _sleep(self, said: int, begins: int, lasts: int, *, nap: int) -> None:
        began, ended = self.days.instant(self.number, begins), self.days.instant(self.number, begins + lasts)
        row = next(self.ids), self.iso, float(lasts), nap, began, self.offset, ended, self.offset
        self.say(said, "sleep", row)

    def drinks(self) -> None:
        for minute, name, amounts in self.day.drinks:
            if minute >= self.begins:
                when = min(minute, self.ends)
                self.say(when, "drink", (next(self.ids), self.iso, *self._moment(when), name, *amounts))

    def workout(self) -> None:
        trained, chance = self.day.workout, self.chance
        if trained is None or trained.minute - trained.minutes < self.begins:
            return
        moment = self._moment(trained.minute - trained.minutes)
        effort = trained.effort if chance.yes(0.85) else None
        note = chance.one_of(texts.WORKOUTS) if chance.yes(0.1) else None
        said = trained.kind, trained.region, float(trained.minutes), effort, note
        self.say(trained.minute, "workout", (next(self.ids), self.iso, *moment, *said))

    # ---- twitches --------------------------------------------------------------------------------

    def episodes(self) -> None:
        chance, day, person = self.chance, self.day, self.world.person
        if self.kept is not Kept.SUMMED_UP:
            for times in episodes.lines_of(chance, max(day.twitches, 3) if self.is_today else day.twitches):
                self._twitch(episodes.place_of(chance, person, self.grown), times)
            for times in episodes.lines_of(chance, day.calf_twitches):
                self._twitch(("calf", chance.one_of(("left", "right", "both"))), times)
        if chance.yes(0.04):
            self._episode(chance.between(20 * 60, 22 * 60), *episodes.buzz(chance))
        if not self.is_today and not self.clocks_change:
            self._in_bed()

    def _in_bed(self) -> None:
        chance = self.chance
        if chance.yes(0.03) and self.bed + 10 < DAY_ENDS:
            self._episode(self.bed + 10, *episodes.falling_asleep(chance))
        first = max(self.bed + 40, 24 * 60 + 10)
        if chance.yes(0.025 + 0.06 * (self.day.leg_effort >= HEAVY) + 0.02 * (self.day.worse > 1)) and first < DAY_ENDS:
            self._episode(chance.between(first, DAY_ENDS), *episodes.cramp(chance))

    def _twitch(self, place: Place, times: int) -> None:
        """A line of twitches: in the morning, during the day, most often at rest in the evening."""
        chance, trained = self.chance, self.day.workout
        drawn, of_its_time = chance.random(), chance.random()
        circumstance: str | None = None
        if drawn < 0.2:
            minute = self.begins + 5 + int(of_its_time * 115)
        elif drawn < 0.52:
            minute = 10 * 60 + int(of_its_time * 480)
            circumstance = "use" if drawn < 0.26 else None
        else:
            minute, circumstance = EVENING + int(of_its_time * max(self.bed - EVENING - 10, 30)), "rest"
        if trained and (drawn > 0.92 or trained.minute - trained.minutes <= minute < trained.minute):
            minute, circumstance = trained.minute + 5 + int(of_its_time * 85), "after_effort"
        told = self.world.manners.some(chance, place[0], circumstance, several=times > 1)
        scatter = chance.one_of(episodes.SCATTER)
        minute = max(self.begins, min(minute, self.ends - told.lasts))
        self._episode(minute, place, None if scatter is None else max(self.intensity + scatter, 1), told, times)

    def _episode(self, minute: int, place: Place, intensity: int | None, told: ToldEpisode, times: int = 1) -> None:
        identity, said = next(self.ids), minute + told.lasts
        row = identity, self.iso, *self._moment(minute), *place, told.kind, intensity, times, *told.manner
        self.lines.append((said, "episode", row))
        for name, helped in told.reliefs:
            self.lines.append((said, "relief", (identity, name, helped)))

    def _just_now(self) -> None:
        """The day is too young for anything else."""
        place = episodes.place_of(self.chance, self.world.person, self.grown)
        minute = max(DAY_BEGINS, self.days.now - 3)
        moment = self.days.instant(self.number, minute), self.offset, None
        row = next(self.ids), self.iso, *moment, *place, "twitch", 2, 1, *episodes.AS_IT_IS
        self.say(minute, "episode", row)


_PARTS = [(hour * 60, part) for part, hour in PARTS.items() if hour is not None]


def part_of(minute: int) -> str:
    """The part of the diary day in which a minute lies."""
    return next((part for begins, part in reversed(_PARTS) if minute >= begins), "morning")


def new_ids(chance: Chance) -> Iterator[str]:
    """UUIDs (RFC 9562, version 4), drawn like all else from the seed."""
    while True:
        digits = chance.randbytes(16 * 256).hex()
        for at in range(0, len(digits), 32):
            one = digits[at : at + 32]
            yield f"{one[:8]}-{one[8:12]}-4{one[13:16]}-a{one[17:20]}-{one[20:]}"
