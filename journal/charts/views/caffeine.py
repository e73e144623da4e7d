"""Caffeine through a day: what is still in the body, hour by hour."""

import sqlite3
from datetime import UTC, date, datetime, time, timedelta, timezone
from statistics import median
from typing import NamedTuple

from journal.analysis.halflife import BAND_H, LOOK_BACK_DAYS, MEASURED_H, left_at
from journal.charts.figure import Figure, Table
from journal.charts.number_words import counted, weekday_day
from journal.charts.render.plot import Panel, Plot, Series
from journal.charts.request import ChartRequest
from journal.charts.styled_text import Ink, printable
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import number_words, round_words
from journal.store.read import aggregates

COLUMNS = ("hour", "mg", "mg_half_life_3_h", "mg_half_life_7_h")
HOURS = 24
NIGHTS = 30
TITLE = "Caffeine in the body"
SOURCE = (
    f"Half-life {{}} h, the band {BAND_H[0]:g} to {BAND_H[1]:g} h; between people {MEASURED_H[0]:g} to"
    f" {MEASURED_H[1]:g} h were measured (Institute of Medicine 2001, Caffeine for the Sustainment of Mental Task"
    " Performance, chapter 2; read 2026-11). An estimate; smoking shortens it, pregnancy and some medicines lengthen"
    " it."
)


class Taken(NamedTuple):
    """The doses with a clock, and how much of the day had none."""

    doses: list[tuple[datetime, float]]
    today: list[tuple[datetime, str, float]]
    unclocked: float
    zone: timezone


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """The last day of the span; the band is of a shorter and a longer half-life."""
    day = request.span.last
    request = _of_one_day(request)
    known = common.twitches(connection, request.span)
    taken = _taken(connection, context, day)
    answers = aggregates.answers(connection, "caffeine_mg", day.isoformat(), day.isoformat())
    typed = float(answers[0][1]) if answers else None
    start = datetime.combine(day, time(context.clock.day_starts), taken.zone)
    begin = left_at(start, taken.doses, request.half_life)
    if not taken.today and begin < 1:
        return common.missing(connection, request, known.logged, TITLE, _nothing(typed, taken.unclocked), COLUMNS)
    moments = [start + timedelta(hours=hour) for hour in range(HOURS + 1)]
    short, usual, long = (
        [left_at(moment, taken.doses, half) for moment in moments] for half in (BAND_H[0], request.half_life, BAND_H[1])
    )
    bedtime = _bedtime(connection, day, start, taken.zone)
    return Figure(
        **common.base(request, known.logged, TITLE),
        sentence=_sentence(taken, bedtime, request.half_life),
        rows=[
            {"hour": f"{moment:%H:%M}", "mg": a, "mg_half_life_3_h": b, "mg_half_life_7_h": c}
            for moment, a, b, c in zip(moments, usual, short, long, strict=True)
        ],
        columns=COLUMNS,
        pictures=(_picture(start, taken, request.half_life, bedtime, day),),
        tables=_tables(moments, usual, short, long, taken),
        remarks=_remarks(typed, taken, request.half_life),
    )


def _of_one_day(request: ChartRequest) -> ChartRequest:
    from dataclasses import replace

    return replace(request, span=request.span._replace(first=request.span.last))


def _taken(connection: sqlite3.Connection, context: Context, day: date) -> Taken:
    """What was taken on the day and the three before it, on the clock of the day's last drink, else of here."""
    first = (day - timedelta(days=LOOK_BACK_DAYS)).isoformat()
    rows = aggregates.caffeine(connection, first, day.isoformat())
    offsets = [offset for on, at, offset, *_ in rows if at and on == day.isoformat()]
    zone = timezone(timedelta(minutes=offsets[-1])) if offsets else _zone(context)
    doses = [(datetime.fromisoformat(at).astimezone(zone), mg) for _, at, _, _, mg in rows if at]
    today = [
        (datetime.fromisoformat(at).astimezone(zone), context.lexicon.label("drink", name), mg)
        for on, at, _, name, mg in rows
        if at and on == day.isoformat()
    ]
    unclocked = sum(mg for on, at, *_, mg in rows if not at and on == day.isoformat())
    return Taken(doses, today, unclocked, zone)


def _zone(context: Context) -> timezone:
    return timezone(context.clock.local(context.clock.now).utcoffset() or timedelta())


class Bedtime(NamedTuple):
    at: datetime
    said: str


def _bedtime(connection: sqlite3.Connection, day: date, start: datetime, zone: timezone) -> Bedtime | None:
    """When that night's sleep began; else the usual clock of the nights before."""
    end = start + timedelta(hours=HOURS)
    first, last = day - timedelta(days=NIGHTS), day + timedelta(days=1)
    nights = aggregates.bedtimes(connection, first.isoformat(), last.isoformat())
    begun = [(datetime.fromisoformat(at).astimezone(UTC), offset) for _, at, offset in nights]
    tonight = [at for at, _ in begun if start + timedelta(hours=8) <= at < end]
    if tonight:
        return Bedtime(tonight[-1].astimezone(zone), "bedtime")
    before = [
        (at.astimezone(timezone(timedelta(minutes=offset))) - timedelta(hours=12)).time()
        for at, offset in begun
        if at < start
    ]
    if not before:
        return None
    middle = median(clock.hour * 60 + clock.minute for clock in before)
    at = datetime.combine(day, time(12), zone) + timedelta(minutes=round(middle))
    return Bedtime(at, f"usual bedtime, of {counted(len(before), 'night')}")


def _nothing(typed: float | None, unclocked: float) -> str:
    if typed == 0:
        return "No caffeine, you said."
    if typed or unclocked:
        return f"{round_words(typed or unclocked)} mg are logged without a clock time, so no hours can be drawn."
    return "No drink with caffeine is logged with a clock time; `twitch-journal log coffee @9:00` is one."


def _sentence(taken: Taken, bedtime: Bedtime | None, half_life: float) -> str:
    total = sum(mg for *_, mg in taken.today)
    said = f"{round_words(total)} mg with a clock time in {counted(len(taken.today), 'drink')}"
    if not taken.today:
        said = "No drink with caffeine has a clock time on this day; what is drawn is left of the days before"
    if bedtime is None:
        return f"{said}; no bedtime is logged."
    short, usual, long = (round(left_at(bedtime.at, taken.doses, half)) for half in (BAND_H[0], half_life, BAND_H[1]))
    low, high = sorted((short, long))
    return f"{said}; at {bedtime.at:%H:%M} ({bedtime.said}) about {usual} mg still in the body ({low} to {high} mg)."


def _remarks(typed: float | None, taken: Taken, half_life: float) -> tuple[str, ...]:
    said = []
    if typed is not None and round(typed) != round(sum(mg for *_, mg in taken.today)):
        said.append(f"The day's typed total is {round_words(typed)} mg; the curve knows only drinks with a clock time.")
    if taken.unclocked:
        said.append(f"{round_words(taken.unclocked)} mg without a clock time are left out.")
    return (*said, SOURCE.format(f"{half_life:g}"))


def _tables(
    moments: list[datetime], usual: list[float], short: list[float], long: list[float], taken: Taken
) -> tuple[Table, ...]:
    hours = [
        (f"{moment:%H:%M}", *(number_words(round(value)) for value in values))
        for moment, *values in zip(moments, usual, short, long, strict=True)
    ]
    drinks = [(f"{at:%H:%M}", printable(name), round_words(mg)) for at, name, mg in taken.today]
    headings = ("Hour", "mg in the body", f"half-life {BAND_H[0]:g} h", f"half-life {BAND_H[1]:g} h")
    return Table("", headings, hours), Table("Drinks", ("Time", "Drink", "mg"), drinks)


def _picture(start: datetime, taken: Taken, half_life: float, bedtime: Bedtime | None, day: date) -> Plot:
    """Four points an hour, so that each dose stands where it was taken."""
    hours = tuple(quarter / 4 for quarter in range(HOURS * 4 + 1))
    moments = [start + timedelta(hours=hour) for hour in hours]
    inks: tuple[tuple[str, float, Ink], ...] = (
        (f"half-life {half_life:g} h", half_life, "first"),
        (f"{BAND_H[0]:g} h", BAND_H[0], "second"),
        (f"{BAND_H[1]:g} h", BAND_H[1], "second"),
    )
    series = tuple(
        Series(name, hours, tuple(left_at(moment, taken.doses, half) for moment in moments), "line", ink)
        for name, half, ink in inks
    )
    ticks = tuple((float(hour), f"{start + timedelta(hours=hour):%H:%M}") for hour in range(0, HOURS + 1, 4))
    marks = (((bedtime.at - start).total_seconds() / 3600, bedtime.said),) if bedtime else ()
    label = f"hour of {weekday_day(day)}" + ("; the upright line is bedtime" if bedtime else "")
    return Plot((Panel("mg still in the body", series, whole=True),), label, 0.0, float(HOURS), ticks, marks)
