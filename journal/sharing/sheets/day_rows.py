"""days.csv for a reader: a row a day, a column a habit that has any value; empty = not logged, 0 = none."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from journal.catalog.kind_plurals import PLURALS
from journal.catalog.kinds import EPISODE_KINDS, TWITCH_KINDS
from journal.catalog.lexicon import Lexicon
from journal.catalog.questions import Question
from journal.moments import WEEKDAYS
from journal.sharing import days_csv
from journal.sharing.sheets import history_rows
from journal.sharing.sheets.cells import Value
from journal.sharing.sheets.history_rows import SIGN, HistoryEntry, days_text
from journal.sharing.span import ExportSpan
from journal.store.read import daily_columns, traits
from journal.store.read.daily_columns import Amounts
from journal.store.read.question_states import all_questions

COLUMNS = {
    **dict.fromkeys(("date", "weekday"), "the diary day"),
    "logged": "1 where it is known whether there were twitches, else 0",
    "logged_later": "1 where twitches were written down on a later day only",
    "paused": "1 where the diary rested",
    "twitches": "how many were noticed, ripples and pulses too",
    **dict.fromkeys(("ripples", "pulses"), "of these"),
    **{PLURALS[kind]: "counted apart" for kind in EPISODE_KINDS if kind not in TWITCH_KINDS},
    "worst_intensity": "the highest of the day, 0 to 10",
    "main_places": "up to three, the most frequent first",
}
"""Those of every export; behind them come the habits, then `REMARKS`."""
REMARKS = "remarks"
NOTE = "note"
MOST_PLACES = 3
_APART = [kind for kind in EPISODE_KINDS if kind not in TWITCH_KINDS]
_WITHIN = "WHERE day BETWEEN :first AND :last"


class DayDetails(NamedTuple):
    """What the episodes of a day say: the times of each kind, the highest intensity, the places by their names."""

    times: dict[str, int]
    intensity: int | None
    places: str


class DayTable(NamedTuple):
    """All that the rows are made of. `logged` are the days of which it is known whether there were twitches, as on the
    page; `habits` are the columns of questions that have any value."""

    span: ExportSpan
    logged: frozenset[str]
    later: dict[str, int | None]
    paused: frozenset[str]
    amounts: dict[str, Amounts]
    habits: dict[str, Question]
    details: dict[str, DayDetails]
    remarks: dict[str, str]
    notes: dict[str, str] | None

    @property
    def header(self) -> list[str]:
        fixed = [name for name in COLUMNS if name != "paused" or self.paused]
        return [*fixed, *self.habits, REMARKS, *([NOTE] if self.notes is not None else [])]


def table(
    connection: sqlite3.Connection, lexicon: Lexicon, span: ExportSpan, history: Iterable[HistoryEntry], *, notes: bool
) -> DayTable:
    if not (span.first and span.last):
        return DayTable(span, frozenset(), {}, frozenset(), {}, {}, {}, {}, {} if notes else None)
    ends = {"first": str(span.first), "last": str(span.last)}
    questions = [question for question in all_questions(connection) if question.role != "mark"]
    columns = [*dict.fromkeys(("twitches", "cramps", "any_twitches", *(question.slug for question in questions)))]
    amounts = daily_columns.amounts(connection, columns, *ends.values())
    return DayTable(
        span,
        frozenset(map(str, _days_with(amounts["any_twitches"], span))),
        _later(connection, ends),
        frozenset(days_csv.paused(connection, span)),
        amounts,
        _habits(questions, amounts),
        _details(connection, lexicon, ends),
        _remarks(history, span),
        _notes(connection, ends) if notes else None,
    )


def _days_with(amounts: Amounts, span: ExportSpan) -> Iterator[date]:
    """The days of a span on which something is known."""
    if span.first:
        for day in span.days:
            value = amounts[(day - span.first).days]
            if value == value:  # NaN is not itself
                yield day


def rows(days: DayTable) -> Iterator[list[Value]]:
    """A row for every day, logged or not."""
    span = days.span
    for each in span.days:
        day, number = each.isoformat(), (each - span.first).days if span.first else 0

        def amount(name: str, number: int = number) -> float | None:
            value = days.amounts[name][number]
            return value if value == value else None  # NaN is not itself

        details = days.details.get(day, DayDetails({}, None, ""))
        row: list[Value] = [day, WEEKDAYS[each.weekday()], int(day in days.logged), days.later.get(day)]
        row += [int(day in days.paused)] if days.paused else []
        row += [amount("twitches"), *(_times(details, kind, amount("twitches")) for kind in TWITCH_KINDS[1:])]
        row += [_times(details, kind, amount("cramps")) for kind in _APART]
        row += [details.intensity, details.places, *(amount(habit.slug) for habit in days.habits.values())]
        row.append(days.remarks.get(day, ""))
        yield [*row, days.notes.get(day, "")] if days.notes is not None else row


def _times(details: DayDetails, kind: str, count: float | None) -> float | None:
    """How many of a kind; none where the `count` of the day is known."""
    return details.times.get(kind, None if count is None else 0)


def _habits(questions: list[Question], amounts: dict[str, Amounts]) -> dict[str, Question]:
    """Column -> its question, of those that have any value; one with the name of another column has a longer one."""
    habits: dict[str, Question] = {}
    for question in questions:
        if any(value == value for value in amounts[question.slug]):
            column = question.slug
            while column in COLUMNS or column in habits or column in (REMARKS, NOTE):
                column = f"own_{column}"
            habits[column] = question
    return habits


def _details(connection: sqlite3.Connection, lexicon: Lexicon, ends: dict[str, str]) -> dict[str, DayDetails]:
    times: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, Counter[str]] = defaultdict(Counter)
    intensities: dict[str, int] = {}
    # Grouped as their index has them, a million episodes need no sorting.
    for day, kind, site, side, number, intensity in connection.execute(
        "SELECT day, kind, site, side, sum(times), max(intensity) FROM episode"
        f" {_WITHIN} GROUP BY day, kind, times, site, side",
        ends,
    ):
        times[day][kind] += number
        places[day][_site_name(lexicon, site, side)] += number
        if intensity is not None:
            intensities[day] = max(intensity, intensities.get(day, intensity))
    for begun, last_day, site, side in connection.execute(
        "SELECT day, last_day, site, side FROM episode WHERE last_day >= :first AND day <= :last", ends
    ):
        for day in days_text(max(begun, ends["first"]), min(last_day, ends["last"])):
            places[day][_site_name(lexicon, site, side)] += day != begun
    return {
        day: DayDetails(
            times.get(day, Counter()),
            intensities.get(day),
            ", ".join(sorted(of_day, key=lambda name: (-of_day[name], name))[:MOST_PLACES]),
        )
        for day, of_day in places.items()
    }


def _site_name(lexicon: Lexicon, site: str, side: str | None) -> str:
    return lexicon.site_words(site, side if side != "midline" else None)


def _later(connection: sqlite3.Connection, ends: dict[str, str]) -> dict[str, int | None]:
    """Of each day on which something is said of twitches: 1 where nothing of it was written on the day itself, None
    where that is not known."""
    days = traits.days_written(connection, **ends).items()
    return {day: None if at_once is None else int(not at_once) for day, at_once in days}


def _remarks(history: Iterable[HistoryEntry], span: ExportSpan) -> dict[str, str]:
    """Day -> ill, medicine begun, visit; in the order in which they began."""
    texts: dict[str, list[str]] = defaultdict(list)
    first, last = str(span.first), str(span.last)
    for entry in history:
        if entry.what != SIGN:
            for day in entry.days_between(first, last):
                texts[day].append(history_rows.remark(entry))
    return {day: "; ".join(of_day) for day, of_day in texts.items()}


def _notes(connection: sqlite3.Connection, ends: dict[str, str]) -> dict[str, str]:
    """Day -> its note, and those of its workouts, which have no row of their own."""
    rows = connection.execute(
        f"SELECT day, text FROM day_note {_WITHIN} UNION ALL"
        f" SELECT day, note FROM workout {_WITHIN} AND note IS NOT NULL",
        ends,
    ).fetchall()
    texts: dict[str, list[str]] = defaultdict(list)
    for day, text in rows:
        texts[day].append(text)
    return {day: "\n".join(of_day) for day, of_day in texts.items()}
