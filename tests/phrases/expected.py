"""The records that a line is expected to say, unless it says more at 14:05 on Saturday 21 November 2026 in Berlin."""

from typing import Any

from journal.records import Answer, Dose, Drink, Episode, Sleep, StopEpisode, Workout
from tests.phrases.lines import clock

TODAY, YESTERDAY = "2026-11-21", "2026-11-20"


def episode(site: str, wall: str = "2026-11-21 14:05", *, day: str = "", **more: Any) -> Episode:
    return Episode(site=site, **clock(wall, day=day), **more)


def some_time(site: str, day: str, **more: Any) -> Episode:
    """An episode of which the day is known, and no clock."""
    return Episode(site=site, day=day, **more)


def drink(
    name: str, ml: float | None, mg: float | None, g: float | None = 0, at: str = "2026-11-21 14:05", count: int = 1
) -> Drink:
    """Drinks with the ml, mg and g of all of them."""
    return Drink(name=name, count=count, volume_ml=ml, caffeine_mg=mg, alcohol_g=g, **clock(at, column="taken_at"))


def answer(question: str, value: float, day: str = TODAY) -> Answer:
    return Answer(day=day, question=question, value=value)


def workout(kind: str, began: str, minutes: float, **more: Any) -> Workout:
    return Workout(kind=kind, minutes=minutes, **clock(f"2026-11-21 {began}"), **more)


def sleep(began: str, ended: str, minutes: float, *, day: str = TODAY, nap: bool = False) -> Sleep:
    start, end = clock(began), clock(ended, column="ended_at")
    return Sleep(
        day=day,
        minutes=minutes,
        started_at=start["started_at"],
        utc_offset_minutes=60,
        ended_at=end["ended_at"],
        ended_utc_offset_minutes=60,
        nap=nap,
    )


def dose(name: str, amount: float | None = None, unit: str | None = None, at: str = "2026-11-21 14:05") -> Dose:
    return Dose(name=name, amount=amount, unit=unit, **clock(at, column="taken_at"))


def stop(at: str = "2026-11-21 14:05", site: str = "", kind: str = "", **said: Any) -> StopEpisode:
    moment = clock(at)
    return StopEpisode(moment["started_at"], 60, Episode(day=moment["day"], site=site, kind=kind, **said))
