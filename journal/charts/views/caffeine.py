"""Caffeine through a day: what is still in the body, hour by hour."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from statistics import median
from typing import NamedTuple

from journal.analysis.halflife import BAND_H, LOOK_BACK_DAYS, MEASURED_H, left_at
from journal.charts.figure import Figure, Table
from journal.charts.render.plot import Panel, Plot, Series
from journal.charts.request import ChartRequest
from journal.charts.views import common
from journal.charts.views.drink_hours import hours_part
from journal.phrases.context import Context
from journal.phrases.write.describe import several_words
from journal.phrases.write.format_number import counted, number_words, round_words
from journal.store.read import aggregates
from journal.store.read.traits import USUAL_FROM
from journal.terminal import on_one_line

COLUMNS = (
    *("row", "hour", "mg", "mg_half_life_3_h", "mg_half_life_7_h"),
    *("mg_from", "twitches", "hours", "an_hour", "interval_low", "interval_high"),
)
HOURS = 24
NIGHTS = 30
TITLE = "Caffeine in the body"
SOURCE = (
    f"Half-life {{}} h, the band {BAND_H[0]:g} to {BAND_H[1]:g} h; between people {MEASURED_H[0]:g} to"
    f" {MEASURED_H[1]:g} h were measured (Institute of Medicine 2001)."
)


class CaffeineDoses(NamedTuple):
    """The doses whose time is known, and how much of the day's caffeine had none."""

    doses: list[tuple[datetime, float]]
    today: list[tuple[datetime, str, float]]
    """When, what, mg."""
    drinks: int
    unclocked: float
    zone: timezone


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """The last day of the span, with the band of a shorter and a longer half-life; and the waking hours of the whole
    span by what was in the body."""
    hours = hours_part(connection, context, request)
    day = request.span.last
    request = replace(request, span=request.span._replace(first=request.span.last))
    twitches = common.twitches(connection, request.span)
    caffeine = _doses(connection, context, day)
    answers = aggregates.answers(connection, "caffeine_mg", day.isoformat(), day.isoformat())
    typed = float(answers[0][1]) if answers else None
    start = datetime.combine(day, time(context.clock.day_starts), caffeine.zone)
    begin = left_at(start, caffeine.doses, request.half_life)
    if not caffeine.today and begin < 1:
        nothing = _nothing(typed, caffeine.unclocked)
        empty = common.missing(connection, request, twitches.logged, TITLE, nothing, COLUMNS)
        if hours.picture is None:
            return replace(empty, remarks=hours.remarks if twitches.logged or begin or caffeine.unclocked else ())
        return replace(
            empty,
            rows=hours.rows,
            pictures=(hours.picture,),
            tables=hours.tables,
            remarks=hours.remarks,
            missing=False,
        )
    moments = [start + timedelta(hours=hour) for hour in range(HOURS + 1)]
    short, usual, long = (
        [left_at(moment, caffeine.doses, half) for moment in moments]
        for half in (BAND_H[0], request.half_life, BAND_H[1])
    )
    bedtime = _bedtime(connection, day, start, caffeine.zone)
    return Figure(
        **common.base(request, twitches.logged, TITLE),
        sentence=_sentence(caffeine, bedtime, request.half_life),
        rows=[
            {"row": "hour", "hour": f"{moment:%H:%M}", "mg": a, "mg_half_life_3_h": b, "mg_half_life_7_h": c}
            for moment, a, b, c in zip(moments, usual, short, long, strict=True)
        ]
        + hours.rows,
        columns=COLUMNS,
        pictures=(
            _picture(start, caffeine, request.half_life, bedtime),
            *([hours.picture] if hours.picture else []),
        ),
        tables=(*_tables(moments, usual, short, long, caffeine), *hours.tables),
        remarks=(*_remarks(typed, caffeine, request.half_life), *hours.remarks),
    )


def _doses(connection: sqlite3.Connection, context: Context, day: date) -> CaffeineDoses:
    """What was taken on the day and the three before it, in the time zone of its last drink or else of the user."""
    first = (day - timedelta(days=LOOK_BACK_DAYS)).isoformat()
    rows = aggregates.caffeine_drinks(connection, first, day.isoformat())
    offsets = [offset for on, began, offset, *_ in rows if began and on == day.isoformat()]
    zone = timezone(timedelta(minutes=offsets[-1])) if offsets else _zone(context)
    doses = [(datetime.fromisoformat(began).astimezone(zone), mg) for _, began, *_, mg in rows if began]
    of_today = [row for row in rows if row[0] == day.isoformat() and row[1]]
    today = [
        (datetime.fromisoformat(began).astimezone(zone), several_words(context.lexicon, name, count), mg)
        for _, began, _, name, count, mg in of_today
    ]
    unclocked = sum(mg for on, began, *_, mg in rows if not began and on == day.isoformat())
    return CaffeineDoses(doses, today, sum(count for *_, count, _ in of_today), unclocked, zone)


def _zone(context: Context) -> timezone:
    return timezone(context.clock.local(context.clock.now).utcoffset() or timedelta())


class Bedtime(NamedTuple):
    moment: datetime
    label: str


def _bedtime(connection: sqlite3.Connection, day: date, start: datetime, zone: timezone) -> Bedtime | None:
    """When that night's sleep began; else the usual time of the nights before."""
    end = start + timedelta(hours=HOURS)
    first, last = day - timedelta(days=NIGHTS), day + timedelta(days=1)
    nights = aggregates.bedtimes(connection, first.isoformat(), last.isoformat())
    begun = [(datetime.fromisoformat(began).astimezone(UTC), offset) for _, began, offset in nights]
    tonight = [began for began, _ in begun if start + timedelta(hours=8) <= began < end]
    if tonight:
        return Bedtime(tonight[-1].astimezone(zone), "bedtime")
    # Counted from noon, so that nights before and after midnight lie side by side and have a middle.
    before = [
        (began.astimezone(timezone(timedelta(minutes=offset))) - timedelta(hours=12)).time()
        for began, offset in begun
        if began < start
    ]
    if not before:
        return None
    middle = median(clock.hour * 60 + clock.minute for clock in before)
    began = datetime.combine(day, time(12), zone) + timedelta(minutes=round(middle))
    if len(before) == 1:
        return Bedtime(began, "bedtime, of the one night logged before")
    name = "usual bedtime, of" if len(before) >= USUAL_FROM else "bedtime, the middle of"
    return Bedtime(began, f"{name} {counted(len(before), 'night')}")


def _nothing(typed: float | None, unclocked: float) -> str:
    if typed == 0:
        return "You logged no caffeine on that day."
    if typed or unclocked:
        return f"{round_words(typed or unclocked)} mg are logged without a clock time, so no hours can be drawn."
    return "No drink with caffeine is logged with a clock time; the line `coffee @9:00` says one."


def _sentence(caffeine: CaffeineDoses, bedtime: Bedtime | None, half_life: float) -> str:
    total = sum(mg for *_, mg in caffeine.today)
    text = f"{round_words(total)} mg with a clock time in {counted(caffeine.drinks, 'drink')}"
    if not caffeine.today:
        text = "No drink with caffeine has a clock time on this day; what is drawn is left of the days before"
    if bedtime is None:
        return f"{text}; no bedtime is logged."
    short, usual, long = (
        round(left_at(bedtime.moment, caffeine.doses, half)) for half in (BAND_H[0], half_life, BAND_H[1])
    )
    low, high = sorted((short, long))
    return (
        f"{text}; at {bedtime.moment:%H:%M} ({bedtime.label}) about {usual} mg still in the body ({low} to {high} mg)."
    )


def _remarks(typed: float | None, caffeine: CaffeineDoses, half_life: float) -> tuple[str, ...]:
    sentences = []
    if typed is not None and round(typed) != round(sum(mg for *_, mg in caffeine.today)):
        sentences.append(
            f"The day's typed total is {round_words(typed)} mg; the curve knows only drinks with a clock time."
        )
    if caffeine.unclocked:
        sentences.append(f"{round_words(caffeine.unclocked)} mg without a clock time are left out.")
    return (*sentences, SOURCE.format(f"{half_life:g}"))


def _tables(
    moments: list[datetime], usual: list[float], short: list[float], long: list[float], caffeine: CaffeineDoses
) -> tuple[Table, ...]:
    hours = [
        (f"{moment:%H:%M}", *(number_words(round(value)) for value in values))
        for moment, *values in zip(moments, usual, short, long, strict=True)
    ]
    drinks = [(f"{moment:%H:%M}", on_one_line(name), round_words(mg)) for moment, name, mg in caffeine.today]
    headings = ("Hour", "mg in the body", f"half-life {BAND_H[0]:g} h", f"half-life {BAND_H[1]:g} h")
    return Table("", headings, hours), Table("Drinks", ("Time", "Drink", "mg"), drinks)


def _picture(start: datetime, caffeine: CaffeineDoses, half_life: float, bedtime: Bedtime | None) -> Plot:
    """Four points an hour, so that a dose stands close to the time it was taken."""
    hours = tuple(quarter / 4 for quarter in range(HOURS * 4 + 1))
    moments = [start + timedelta(hours=hour) for hour in hours]

    def left(half: float) -> tuple[float, ...]:
        return tuple(left_at(moment, caffeine.doses, half) for moment in moments)

    series = (
        Series(f"{BAND_H[0]:g} h", hours, left(BAND_H[0]), "dotted", "second"),
        Series(f"{BAND_H[1]:g} h", hours, left(BAND_H[1]), "crossed", "second"),
        Series(f"half-life {half_life:g} h", hours, left(half_life), "line", "first"),
    )
    ticks = tuple((float(hour), f"{start + timedelta(hours=hour):%H:%M}") for hour in range(0, HOURS + 1, 4))
    marks = (((bedtime.moment - start).total_seconds() / 3600, bedtime.label),) if bedtime else ()
    panel = Panel("mg still in the body", series, whole=True)
    meaning = bedtime.label.partition(",")[0] if bedtime else ""
    return Plot((panel,), "", 0.0, float(HOURS), ticks, marks, meaning)
