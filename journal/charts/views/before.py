"""Around the twitches: the habits of the person's higher days and the days before them, and each episode's own."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import pandas as pd

from journal.analysis import around, daily
from journal.analysis.around import Around
from journal.analysis.intervals import WEEKS_NEEDED, Mean
from journal.catalog.questions import Question
from journal.charts.figure import Figure, Table
from journal.charts.number_words import (
    ASSOCIATION,
    DASH,
    WHOLE_FROM,
    amount,
    counted,
    one_digit,
    range_words,
    short_day,
    whole,
)
from journal.charts.render.grid import Grid, GridCell
from journal.charts.request import ChartRequest
from journal.charts.styled_text import printable
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import round_words
from journal.store.read import aggregates
from journal.store.read.questions import habits_on

EPISODES = 20
WITHIN = timedelta(hours=48)
TITLE = "Around the twitches"
LAGS = (0, 1)
WHEN = {0: "the same day", 1: "the day before"}
REGIONS = {
    "legs": (
        *("leg", "thigh", "thigh_front", "thigh_back", "thigh_inner", "knee_area", "shin", "calf", "ankle", "heel"),
        *("foot", "foot_arch", "toe", "toe_big", "toe_other", "buttock", "hip", "groin"),
    ),
    "arms": (
        *("shoulder", "arm", "biceps", "triceps", "elbow", "forearm", "wrist", "hand", "thumb", "finger"),
        *("finger_index", "finger_middle", "finger_ring", "finger_little", "finger_other"),
    ),
    "trunk": ("chest", "side_ribs", "abdomen", "back", "back_upper", "back_lower", "neck", "hip", "buttock"),
}
"""Region of a workout -> the sites that it trains."""
COLUMNS = (
    *("row", "habit", "days_before", "higher_mean", "higher_n", "higher_low", "higher_high"),
    *("lower_mean", "lower_n", "lower_low", "lower_high", "missing"),
    *("day", "site", "side", "kind", "count", "trained_within_48_h", "own_day", "day_before"),
)


class Listed(NamedTuple):
    """An episode with the habits of its day and of the day before."""

    day: date
    site: str
    side: str | None
    kind: str
    times: int
    trained: bool
    own: dict[str, float | None]
    before: dict[str, float | None]


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Each habit's mean on higher days against lower ones, and the newest episodes beside their days."""
    questions = habits_on(connection)
    if request.habit:
        questions = [question for question in [common.habit(connection, request)] if question]
    slugs, before = [one.slug for one in questions], daily.earlier(request.span, max(LAGS))
    frame = daily.daily(connection, ["twitches", *slugs], before)[slugs]
    known = common.twitches(connection, request.span, request.episodes)
    if known.counted < common.DAYS_NEEDED:
        why = common.not_yet(known.counted, common.DAYS_NEEDED, "counted days")
        return common.missing(connection, request, known.logged, TITLE, why, COLUMNS)
    days = around.split(known.over, request.span)
    if days is None:
        why = "All counted days are alike, so no day is higher than the median."
        return common.missing(connection, request, known.logged, TITLE, why, COLUMNS)
    found = around.around(days, frame, LAGS)
    episodes = listed(connection, request, frame)
    higher, lower = int(days.higher.sum()), int(days.lower.sum())
    sentence = (
        f"Your {counted(higher, 'higher day')} had more than your median of {whole(days.median)} twitches, your"
        f" {counted(lower, 'lower day')} had not; {counted(request.span.days - known.logged, 'day')} not logged."
        f" {ASSOCIATION}"
    )
    return Figure(
        **common.base(request, known.logged, TITLE),
        sentence=sentence,
        rows=[*map(_row, found), *map(_episode_row, episodes)],
        columns=COLUMNS,
        pictures=(_means(questions, found), _episodes(context, questions, episodes)),
        tables=(_table(questions, found), _episode_table(context, questions, episodes)),
        remarks=_remarks(found, episodes, known.total),
    )


def _remarks(found: list[Around], episodes: list[Listed], total: int) -> tuple[str, ...]:
    said = []
    if any(mean.n and mean.low is None for one in found for mean in (one.higher, one.lower)):
        said.append(f"An interval is shown where the days of a group lie in {WEEKS_NEEDED} weeks or more.")
    if any(one.trained for one in episodes):
        said.append("* trained within 48 hours before; a picture only.")
    if len(episodes) == EPISODES:
        said.append(f"The newest {EPISODES} episodes are listed; the means are of all {total} twitches.")
    return tuple(said)


def listed(connection: sqlite3.Connection, request: ChartRequest, frame: pd.DataFrame) -> list[Listed]:
    """The newest episodes, each with what its own day and the day before held."""
    rows = aggregates.newest(connection, request.episodes, *request.span.ends, EPISODES)
    workouts: list[tuple[Any, ...]] = []
    if rows:
        first = (date.fromisoformat(rows[-1][0]) - WITHIN).isoformat()
        workouts = aggregates.trained(connection, first, request.span.ends[1])
    return [
        Listed(
            date.fromisoformat(day),
            site,
            side,
            kind,
            times,
            any(_trained(site, day, at, workout) for workout in workouts),
            _values(frame, day, 0),
            _values(frame, day, 1),
        )
        for day, at, _, site, side, kind, times, _ in rows
    ]


def _values(frame: pd.DataFrame, day: str, before: int) -> dict[str, float | None]:
    place = (date.fromisoformat(day) - frame.index[0].date()).days - before
    if place < 0:
        return dict.fromkeys(map(str, frame.columns))
    row = frame.to_numpy()[place].tolist()
    return {str(name): value if value == value else None for name, value in zip(frame.columns, row, strict=True)}


def _trained(site: str, day: str, at: str | None, workout: tuple[Any, ...]) -> bool:
    """Whether a workout of the site's region began in the 48 hours before; by days where a clock is missing."""
    workout_day, began, region = workout
    if region != "whole" and site not in REGIONS[region]:
        return False
    if at and began:
        passed = _instant(at) - _instant(began)
        return timedelta() <= passed <= WITHIN
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(workout_day)).days <= 1


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


# ---- as rows ------------------------------------------------------------------------------------------------------


def _row(one: Around) -> dict[str, Any]:
    return {
        "row": "habit",
        "habit": one.habit,
        "days_before": one.lag,
        **{f"higher_{key}": value for key, value in _parts(one.higher).items()},
        **{f"lower_{key}": value for key, value in _parts(one.lower).items()},
        "missing": one.missing,
    }


def _parts(mean: Mean) -> dict[str, Any]:
    return {"mean": mean.value, "n": mean.n, "low": mean.low, "high": mean.high}


def _episode_row(one: Listed) -> dict[str, Any]:
    return {
        "row": "episode",
        "day": one.day.isoformat(),
        "site": one.site,
        "side": one.side,
        "kind": one.kind,
        "count": one.times,
        "trained_within_48_h": one.trained,
        "own_day": _said(one.own),
        "day_before": _said(one.before),
    }


def _said(values: dict[str, float | None]) -> str:
    return "; ".join(f"{name} {round_words(value)}" for name, value in values.items() if value is not None)


# ---- as tables and pictures -----------------------------------------------------------------------------------------


def _mean(mean: Mean) -> str:
    if mean.value is None:
        return DASH
    return one_digit(mean.value) + ("" if mean.low is None else f" ({range_words(mean.low, mean.high)})")


def _table(questions: list[Question], found: list[Around]) -> Table:
    names = {one.slug: _named(one) for one in questions}
    rows = [
        (
            f"{names[one.habit]}, {WHEN[one.lag]}",
            *(_mean(one.higher), str(one.higher.n), _mean(one.lower), str(one.lower.n), str(one.missing)),
        )
        for one in found
    ]
    return Table(
        "Means, with a 95 % interval where there are weeks enough",
        ("Habit", "Higher days", "n", "Lower days", "n", "Missing"),
        rows,
    )


def _named(question: Question) -> str:
    label = printable(question.label).rstrip("?")
    return f"{label} ({printable(question.unit)})" if question.unit else label


def _means(questions: list[Question], found: list[Around]) -> Grid:
    names = {one.slug: _named(one) for one in questions}
    rows = []
    for one in found:
        more = one.higher.value is not None and one.lower.value is not None and one.higher.value > one.lower.value
        less = one.higher.value is not None and one.lower.value is not None and one.higher.value < one.lower.value
        sign = "+" if more else "-" if less else "="
        rows.append(
            (
                names[one.habit] if one.lag == 0 else "  the day before",
                (
                    GridCell(_mean(one.higher), "first" if more else ""),
                    GridCell(str(one.higher.n), "dim"),
                    GridCell(sign),
                    GridCell(_mean(one.lower)),
                    GridCell(str(one.lower.n), "dim"),
                    GridCell(str(one.missing), "dim"),
                ),
            )
        )
    return Grid("", ("higher days", "n", "", "lower days", "n", "missing"), tuple(rows))


def _episode_table(context: Context, questions: list[Question], episodes: list[Listed]) -> Table:
    rows = []
    for one in episodes:
        where = f"{_where(context, one)}{', trained within 48 hours' if one.trained else ''}"
        habits = [f"{_both(question, one)}" for question in questions]
        rows.append((short_day(one.day, year=True), where, *habits))
    headings = ("Day", "Episode", *(f"{_named(one)}, the day before and the day" for one in questions))
    return Table("Newest episodes", headings, rows)


def _where(context: Context, one: Listed) -> str:
    side = f"{one.side} " if one.side else ""
    times = f" x{one.times}" if one.times > 1 else ""
    kind = "" if one.kind == "twitch" else f"{one.kind} "
    return printable(f"{kind}{side}{context.lexicon.label('site', one.site)}{times}")


def _both(question: Question, one: Listed) -> str:
    """The day before, then the day: `6.5, 5 h`."""
    values = (one.before[question.slug], one.own[question.slug])
    return ", ".join("not logged" if value is None else amount(question, value) for value in values)


def _short(question: Question, one: Listed) -> str:
    values = (one.before[question.slug], one.own[question.slug])
    return " ".join(
        ("." if value is None else round_words(value, int(value < WHOLE_FROM))).rjust(4) for value in values
    )


def _episodes(context: Context, questions: list[Question], episodes: list[Listed]) -> "EpisodeGrid":
    rows = tuple(
        (
            f"{short_day(one.day)} {_where(context, one)}{' *' if one.trained else ''}",
            tuple(GridCell(_short(question, one)) for question in questions),
        )
        for one in episodes
    )
    heading = "newest episodes: the day before, the day (. not logged)"
    return EpisodeGrid(heading, tuple(_named(one) for one in questions), rows)


class EpisodeGrid(Grid):
    """As many episodes as there are rows for."""

    def lines(self, columns: int, rows: int) -> list[Any]:
        kept = max(1, rows - 3)
        heads = tuple(name.split(" (")[0][:9] for name in self.columns)
        width = max(10, columns - 30) // 11
        cut = tuple((name, row[:width]) for name, row in self.rows[:kept])
        return Grid(self.heading, heads[:width], cut).lines(columns, rows)
