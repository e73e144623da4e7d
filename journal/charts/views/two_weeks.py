"""One page for a span: where, when, how long, what helped, the best and the worst day, and what is not known yet."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import isnan

from journal.analysis.daily import DaySpan
from journal.analysis.site_weeks import FEW, WEEKS_NEEDED, Place, sites_by_week
from journal.catalog.kind_plurals import PLURALS
from journal.charts.figure import Figure, Table
from journal.charts.number_words import one_digit, weekday_day
from journal.charts.render.answer_list import AnswerList, PageAnswer
from journal.charts.request import ChartRequest
from journal.charts.site_words import MOST_NAMED, listed, pattern_words, place_words
from journal.charts.views import common, relief, when
from journal.charts.views.common import Twitches
from journal.moments import PARTS
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted, part_of, round_words, time_words
from journal.store import look_records
from journal.store.read import aggregates, daily_columns, traits
from journal.store.read.question_states import habits_on
from journal.terminal import on_one_line

TITLE = "What you noticed"
COLUMNS = ("question", "answer")
MOST_RELIEFS = 3
OF_TEN = " of 10"
NOT_KNOWN = "Not known yet"


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """Of any span; it begins with the first day logged where that is later."""
    request = request_from_first(connection, request)
    twitches = common.twitches(connection, request.span, request.episode_filter)
    if not twitches.logged:
        why = twitches.nothing_counted(common.filter_words(request, context))
        return common.missing(connection, request, 0, TITLE, why, COLUMNS)
    page = answers(connection, context, request, twitches)
    return Figure(
        **common.base(request, twitches.logged, TITLE),
        sentence=f"{sentence(twitches, request.span)} You count what you notice, and this is no verdict.",
        rows=[each._asdict() for each in page],
        columns=COLUMNS,
        pictures=(AnswerList(page),),
        tables=(Table("", ("Question", "Answer"), [tuple(each) for each in page]),),
    )


def request_from_first(connection: sqlite3.Connection, request: ChartRequest) -> ChartRequest:
    """The request without the days before anything was logged."""
    bounds = aggregates.bounds(connection)
    span = request.span
    if bounds is None or not span.first.isoformat() < bounds[0] <= span.last.isoformat():
        return request
    return replace(request, span=span._replace(first=date.fromisoformat(bounds[0])))


def sentence(twitches: Twitches, span: DaySpan) -> str:
    some = int((twitches.values > 0).sum())
    none = twitches.logged - some
    return (
        f"{twitches.logged_words(span)}: {counted(twitches.total, 'twitch', 'twitches')} on {counted(some, 'day')},"
        f" none on {counted(none, 'day')}."
    )


def answers(
    connection: sqlite3.Connection, context: Context, request: ChartRequest, twitches: Twitches
) -> tuple[PageAnswer, ...]:
    """Each with what it is made of; what nobody said stands at the end."""
    ends = request.span.ends
    of_twitches = traits.traits(connection, *ends)
    where, open_where = _where(connection, context, request)
    length, open_length = _middle(of_twitches, of_twitches.lengths_s, time_words)
    strength, open_strength = _middle(
        of_twitches, of_twitches.intensities, lambda value: f"{round_words(value)}{OF_TEN}"
    )
    helped, open_helped = _helped(connection, context, request)
    best, worst = _ends(twitches)
    answered = [
        ("Where", where),
        ("When you log", _when(connection, context, request)),
        (_usual("length", of_twitches.lengths_s), length),
        (_usual("intensity", of_twitches.intensities), strength),
        ("What helped", helped),
        ("Best day", best),
        ("Worst day", worst),
    ]
    unknown = [
        *([twitches.missing_words] if twitches.unlogged or twitches.uncounted else []),
        *(["how long they last"] if open_length else []),
        *(["how strong they are"] if open_strength else []),
        *(["what eases them"] if open_helped and of_twitches.episodes else []),
        *([f"whether they stay or wander (that needs {WEEKS_NEEDED} weeks with twitches)"] if open_where else []),
        *_habits(connection, request),
        *_looks(connection),
    ]
    return (
        *(PageAnswer(question, answer) for question, answer in answered if answer),
        PageAnswer(NOT_KNOWN, f"{'; '.join(unknown)}." if unknown else "nothing of what is asked here."),
    )


def _where(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> tuple[str, bool]:
    """The places by their days, and whether it is too early for more."""
    span = request.span
    sites = sites_by_week(connection, span.first, span.last, span.today, span.week_starts, request.episode_filter)
    if not sites.places:
        return "no place logged.", False

    def name(site_side: Place) -> str:
        return on_one_line(place_words(site_side, context.lexicon))

    number = len(sites.spread.main) or len(sites.places)
    size = "one place" if number == 1 else "a few places" if number <= FEW else "many places"
    top = [f"{name(entry.place)} on {counted(entry.days, 'day')}" for entry in sites.places[:MOST_NAMED]]
    is_early = sites.spread.pattern == "too early"
    pattern = "" if is_early else f"; {pattern_words(sites.spread, name, 1)}"
    return f"{size}: {listed(top)}{pattern}.", is_early


def _when(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> str:
    grid = when.parts(connection, context, request)
    numbers = [sum(row[part] for row in grid.values()) for part in range(len(PARTS) + 1)]
    if not sum(numbers):
        return ""
    by_part = sorted(zip(PARTS, numbers, strict=False), key=lambda part: -part[1])
    texts = [f"{part} {number}" for part, number in by_part if number]
    without = [f"{numbers[-1]} without a time"] if numbers[-1] else []
    return f"{', '.join([*texts, *without])}, of {counted(sum(numbers), 'episode')}."


def _usual(name: str, values: traits.Weighted) -> str:
    return name.capitalize() if traits.range_of_few(values) else f"Usual {name}"


def _middle(of_twitches: traits.Traits, values: traits.Weighted, text_of: Callable[[float], str]) -> tuple[str, bool]:
    """The middle one of what was said, of a few the range, and of how many episodes; whether nobody said it."""
    middle = traits.median_of(values)
    if middle is None:
        return "", bool(of_twitches.episodes)
    number = sum(times for _, times in values)
    low, high = map(text_of, traits.range_of_few(values) or (middle, middle))
    text = low if low == high else f"{low.removesuffix(OF_TEN)} to {high}"
    return f"{text}, said of {part_of(number, of_twitches.episodes, 'episode')}.", False


def _helped(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> tuple[str, bool]:
    """The most tried first, by the person's own account; whether nothing was tried, or nobody said."""
    texts: list[str] = []
    apart: dict[str, list[str]] = {}
    for entry in relief.tries(connection, request):
        if judged := entry.helped + entry.unhelped:
            label = on_one_line(context.lexicon.label("relief", entry.name))
            number = f"{label} {entry.helped} of {counted(judged, 'time')}"
            if entry.is_apart:
                apart.setdefault(entry.against, []).append(number)
            else:
                texts.append(number)
    against = [f"against {PLURALS[kind]}: {', '.join(numbers[:MOST_RELIEFS])}" for kind, numbers in apart.items()]
    each = "; ".join([part for part in (", ".join(texts[:MOST_RELIEFS]), *against) if part])
    return (f"{each}, by your own account." if each else "", not texts)


def _ends(twitches: Twitches) -> tuple[str, str]:
    """The newest day with the fewest and with the most twitches, of those that are over."""
    days = twitches.finished.dropna()
    if len(days) < 2 or days.min() == days.max():
        return "", ""
    texts = []
    for value in (days.min(), days.max()):
        same = days[days == value]
        number = "no twitch" if value == 0 else counted(int(value), "twitch", "twitches")
        also = f", and {counted(len(same) - 1, 'other day')} like it" if len(same) > 1 else ""
        texts.append(f"{weekday_day(same.index[-1].date())}: {number}{also}.")
    return texts[0], f"{texts[1][:-1]}; the mean is {one_digit(float(days.mean()))} a day."


def _habits(connection: sqlite3.Connection, request: ChartRequest) -> list[str]:
    """The habits that are on and of which nothing is logged."""
    habits = habits_on(connection)
    amounts = daily_columns.amounts(connection, [habit.slug for habit in habits], *request.span.ends)
    labels = [
        on_one_line(habit.label).rstrip("?") for habit in habits if all(isnan(value) for value in amounts[habit.slug])
    ]
    return [f"{listed(labels)}: not logged in these days"] if labels else []


def _looks(connection: sqlite3.Connection) -> list[str]:
    """Which habits go with the twitches, where that was never judged."""
    if look_records.looks(connection):
        return []
    return ["which habits go with them: Triggers says when it looks"]
