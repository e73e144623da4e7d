"""Around the twitches: the habits of the person's higher days and the days before them, and each episode's own."""

import sqlite3
from datetime import date, datetime, timedelta
from math import isnan
from typing import Any, NamedTuple

import pandas as pd

from journal.analysis import around, daily
from journal.analysis.around import Around
from journal.analysis.intervals import Mean
from journal.catalog.questions import Question
from journal.charts.figure import Figure, Table
from journal.charts.number_words import (
    ASSOCIATION,
    DASH,
    WHOLE_FROM,
    amount,
    interval_remarks,
    one_digit,
    range_words,
    short_day,
    whole,
)
from journal.charts.render.draw_lines import LEAST_ROWS
from journal.charts.render.grid import Grid, GridCell
from journal.charts.request import ChartRequest
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted, round_words
from journal.store.read import aggregates
from journal.store.read.question_states import habits_on
from journal.terminal import on_one_line

EPISODES = 20
WITHIN = timedelta(hours=48)
TITLE = "Around the twitches"
LAGS = (0, 1)
WHEN = {0: "the same day", 1: "the day before"}
COLUMNS = (
    *("row", "habit", "days_before", "higher_mean", "higher_n", "higher_low", "higher_high"),
    *("lower_mean", "lower_n", "lower_low", "lower_high", "missing"),
    *("day", "site", "side", "kind", "count", "trained_within_48_h", "own_day", "day_before"),
)


class ListedEpisode(NamedTuple):
    """An episode with the habits of its day and of the day before."""

    day: date
    site: str
    side: str | None
    kind: str
    times: int
    trained: bool
    same_day: dict[str, float | None]
    day_before: dict[str, float | None]


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Each habit's mean on higher and on lower days, and the newest episodes beside their days."""
    questions = habits_on(connection)
    if request.habit:
        questions = [question for question in [common.habit(connection, request)] if question]
    slugs, before = [question.slug for question in questions], daily.earlier(request.span, max(LAGS))
    frame = daily.daily(connection, ["twitches", *slugs], before)[slugs]
    twitches = common.twitches(connection, request.span, request.episode_filter)
    subject = common.filter_words(request, context)
    title = TITLE.replace("twitches", subject)
    if twitches.counted < common.DAYS_NEEDED:
        why = common.not_yet(twitches.counted, common.DAYS_NEEDED, *common.DAYS_OVER)
        return common.missing(
            connection, request, twitches.logged, title, why, COLUMNS, days_words=twitches.logged_words(request.span)
        )
    days = around.split(twitches.finished, request.span)
    if days is None:
        why = "All counted days are alike, so no day is higher than the median."
        return common.missing(
            connection, request, twitches.logged, title, why, COLUMNS, days_words=twitches.logged_words(request.span)
        )
    contrasts = around.around(days, frame, LAGS)
    episodes = listed(connection, context, request, frame)
    higher, lower = int(days.higher.sum()), int(days.lower.sum())
    sentence = (
        f"Your {counted(higher, 'higher day')} had more than your median of {whole(days.median)} {subject}, your"
        f" {counted(lower, 'lower day')} did not; {twitches.unlogged_words}."
        f" {ASSOCIATION}"
    )
    return Figure(
        **common.base(request, twitches.logged, title),
        sentence=sentence,
        rows=[*map(_row, contrasts), *map(_episode_row, episodes)],
        columns=COLUMNS,
        pictures=(_means(questions, contrasts), _episodes(context, questions, episodes)),
        tables=(_table(questions, contrasts), _episode_table(context, questions, episodes)),
        remarks=_remarks(contrasts, episodes, common.filter_words(request, context, twitches.total)),
    )


def _remarks(contrasts: list[Around], episodes: list[ListedEpisode], total: str) -> tuple[str, ...]:
    sentences = interval_remarks(mean for contrast in contrasts for mean in (contrast.higher, contrast.lower))
    if any(episode.trained for episode in episodes):
        sentences.append("* trained within 48 hours before; a picture only.")
    if len(episodes) == EPISODES:
        sentences.append(f"The newest {EPISODES} episodes are listed; the means are of all {total}.")
    return tuple(sentences)


def listed(
    connection: sqlite3.Connection, context: Context, request: ChartRequest, frame: pd.DataFrame
) -> list[ListedEpisode]:
    """The newest episodes, each with what its own day and the day before held."""
    rows = aggregates.newest_episodes(connection, request.episode_filter, *request.span.ends, EPISODES)
    workouts: list[tuple[Any, ...]] = []
    if rows:
        first = (date.fromisoformat(rows[-1][0]) - WITHIN).isoformat()
        workouts = aggregates.workout_regions(connection, first, request.span.ends[1])
    return [
        ListedEpisode(
            date.fromisoformat(day),
            site,
            side,
            kind,
            times,
            any(_trained(context.lexicon.region_of(site), day, started_at, workout) for workout in workouts),
            _values(frame, day, 0),
            _values(frame, day, 1),
        )
        for day, started_at, _, site, side, kind, times, _ in rows
    ]


def _values(frame: pd.DataFrame, day: str, before: int) -> dict[str, float | None]:
    row_number = (date.fromisoformat(day) - frame.index[0].date()).days - before
    if row_number < 0:
        return dict.fromkeys(map(str, frame.columns))
    row = frame.to_numpy()[row_number].tolist()
    return {str(name): None if isnan(value) else value for name, value in zip(frame.columns, row, strict=True)}


def _trained(site_region: str | None, day: str, started_at: str | None, workout: tuple[Any, ...]) -> bool:
    """Whether a workout of the site's region began in the 48 hours before; counted in days where a time is missing."""
    workout_day, began, region = workout
    if region not in ("whole", site_region):
        return False
    if started_at and began:
        return timedelta() <= datetime.fromisoformat(started_at) - datetime.fromisoformat(began) <= WITHIN
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(workout_day)).days <= 1


# ---- as rows ------------------------------------------------------------------------------------------------------


def _row(contrast: Around) -> dict[str, Any]:
    return {
        "row": "habit",
        "habit": contrast.habit,
        "days_before": contrast.lag,
        **{f"higher_{key}": value for key, value in _parts(contrast.higher).items()},
        **{f"lower_{key}": value for key, value in _parts(contrast.lower).items()},
        "missing": contrast.missing,
    }


def _parts(mean: Mean) -> dict[str, Any]:
    return {"mean": mean.value, "n": mean.n, "low": mean.low, "high": mean.high}


def _episode_row(episode: ListedEpisode) -> dict[str, Any]:
    return {
        "row": "episode",
        "day": episode.day.isoformat(),
        "site": episode.site,
        "side": episode.side,
        "kind": episode.kind,
        "count": episode.times,
        "trained_within_48_h": episode.trained,
        "own_day": _values_text(episode.same_day),
        "day_before": _values_text(episode.day_before),
    }


def _values_text(values: dict[str, float | None]) -> str:
    return "; ".join(f"{name} {round_words(value)}" for name, value in values.items() if value is not None)


# ---- as tables and pictures -----------------------------------------------------------------------------------------


def _mean(mean: Mean) -> str:
    if mean.value is None:
        return DASH
    return one_digit(mean.value) + ("" if mean.low is None else f" ({range_words(mean.low, mean.high)})")


def _table(questions: list[Question], contrasts: list[Around]) -> Table:
    names = {question.slug: _named(question) for question in questions}
    rows = [
        (
            f"{names[contrast.habit]}, {WHEN[contrast.lag]}",
            _mean(contrast.higher),
            str(contrast.higher.n),
            _mean(contrast.lower),
            str(contrast.lower.n),
            str(contrast.missing),
        )
        for contrast in contrasts
    ]
    return Table(
        "Means, with a 95 % interval where there are blocks enough",
        ("Habit", "Higher days", "n", "Lower days", "n", "Missing"),
        rows,
    )


def _named(question: Question) -> str:
    label = on_one_line(question.label).rstrip("?")
    return f"{label} ({on_one_line(question.unit)})" if question.unit else label


def _means(questions: list[Question], contrasts: list[Around]) -> Grid:
    names = {question.slug: _named(question) for question in questions}
    rows = []
    for contrast in contrasts:
        higher, lower = contrast.higher.value, contrast.lower.value
        sign = "=" if higher is None or lower is None or higher == lower else "+" if higher > lower else "-"
        rows.append(
            (
                names[contrast.habit] if contrast.lag == 0 else "  the day before",
                (
                    GridCell(_mean(contrast.higher), "first" if sign == "+" else ""),
                    GridCell(str(contrast.higher.n), "dim"),
                    GridCell(sign),
                    GridCell(_mean(contrast.lower)),
                    GridCell(str(contrast.lower.n), "dim"),
                    GridCell(str(contrast.missing), "dim"),
                ),
            )
        )
    return Grid("", ("higher days", "n", "", "lower days", "n", "missing"), tuple(rows))


def _episode_table(context: Context, questions: list[Question], episodes: list[ListedEpisode]) -> Table:
    rows = []
    for episode in episodes:
        where = f"{_where(context, episode)}{', trained within 48 hours' if episode.trained else ''}"
        habits = [_two_days(question, episode) for question in questions]
        rows.append((short_day(episode.day, year=True), where, *habits))
    headings = ("Day", "Episode", *(f"{_named(question)}, the day before and the day" for question in questions))
    return Table("Newest episodes", headings, rows)


def _where(context: Context, episode: ListedEpisode) -> str:
    times = f" x{episode.times}" if episode.times > 1 else ""
    kind = "" if episode.kind == "twitch" else f"{episode.kind} "
    return on_one_line(f"{kind}{context.lexicon.site_words(episode.site, episode.side)}{times}")


def _two_days(question: Question, episode: ListedEpisode) -> str:
    """The day before, then the day: `6.5, 5 h`."""
    values = (episode.day_before[question.slug], episode.same_day[question.slug])
    return ", ".join("not logged" if value is None else amount(question, value) for value in values)


def _short(question: Question, episode: ListedEpisode) -> str:
    values = (episode.day_before[question.slug], episode.same_day[question.slug])
    return " ".join(
        ("." if value is None else round_words(value, int(value < WHOLE_FROM))).rjust(4) for value in values
    )


def _episodes(context: Context, questions: list[Question], episodes: list[ListedEpisode]) -> "EpisodeGrid":
    rows = tuple(
        (
            f"{short_day(episode.day)} {_where(context, episode)}{' *' if episode.trained else ''}",
            tuple(GridCell(_short(question, episode)) for question in questions),
        )
        for episode in episodes
    )
    heading = "newest episodes: the day before, the day (. not logged)"
    return EpisodeGrid(heading, tuple(_named(question) for question in questions), rows)


class EpisodeGrid(Grid):
    """As many episodes as fit the rows."""

    least_rows = LEAST_ROWS

    def lines(self, columns: int, rows: int) -> list[Any]:
        shown_rows = max(1, rows - 3)
        heads = tuple(name.split(" (")[0][:9] for name in self.columns)
        width = max(10, columns - 30) // 11
        cut = tuple((name, row[:width]) for name, row in self.rows[:shown_rows])
        return Grid(self.heading, heads[:width], cut).lines(columns, rows)
