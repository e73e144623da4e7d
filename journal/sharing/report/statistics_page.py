"""The second page for whoever asks for it: months as calendars, habits over the same weeks, and what stood.

What was claimed at one look, what is merely possible, ratios of habits that were not claimed, and views opened beside
the looks are not told: on paper, a doctor would read them as findings.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice
from math import isnan

from journal.analysis.looks.current_verdicts import CurrentVerdicts, Verdict, current_verdicts
from journal.catalog.habits import MADE_OF_ROWS
from journal.charts.site_words import listed
from journal.charts.verdicts import verdict_words
from journal.charts.verdicts.tiers import name
from journal.charts.verdicts.verdict_words import ratio_words, turned_contrast
from journal.moments import MONTHS, WEEKDAYS, UserClock
from journal.phrases.write.format_number import counted
from journal.sharing.report import links, over_time
from journal.sharing.report.content import Line, Month, Section, StatisticsPage, TimeSeries
from journal.sharing.report.in_short import TwitchDays
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, one_line
from journal.statistics.look_schedule import LOOKS
from journal.store.read import daily_columns
from journal.store.read.question_states import all_questions, habits_on
from journal.terminal import sentence

MOST_MONTHS, MOST_HABITS = 12, 6
LEAST_DAYS = 7
"""A habit is drawn from so many days on which it is known."""
NOTHING = "nothing"
FIRST_LOOKS = tuple(islice(LOOKS, 4))
METHOD = (
    f"Each habit is judged at fixed numbers of counted days ({', '.join(map(str, FIRST_LOOKS))} and so on) against good"
    " and bad weeks, weekdays, drifts and all the habits and lags that were looked at.",
    "A habit that does nothing is called clear in about one diary in twelve at most, over all looks together.",
    "A ratio compares the days at two ends of a habit; it is drawn in for the luck that a claim begins with.",
    "Told here is only what was clear at two looks, or held up on the next 120 counted days alone.",
)
LIMITS = (
    "The person counts what they notice, and days of worry, rest or poor sleep are days of noticing; twitches may"
    " change a habit of the same day; something else may drive both. What goes together is an association, not a cause."
)


def statistics_page(
    connection: sqlite3.Connection, clock: UserClock, request: ReportRequest, counts: TwitchDays
) -> StatisticsPage:
    twitches = counts.twitches[(request.first - counts.first).days :]
    weekdays = tuple(WEEKDAYS[(number + request.week_starts) % 7] for number in range(7))
    calendars = months(request, twitches)
    most = max((value for month in calendars for value in month.days if value is not None), default=0)
    note = (
        f"Twitches of each day; the darker, the nearer to the most on one day, {most:.0f}. Hatched: not known."
        f"{f' The last {MOST_MONTHS} months.' if _months_between(request.first, request.last) > MOST_MONTHS else ''}"
    )
    is_without = "habits" in request.without
    return StatisticsPage(
        calendars,
        weekdays,
        note,
        () if is_without else habit_series(connection, request),
        () if is_without else verdict_sections(connection, clock),
    )


def months(request: ReportRequest, twitches: Sequence[float]) -> tuple[Month, ...]:
    """The last months of a span, each with those of its days that lie in the span: what lies outside is not unknown."""
    number = min(MOST_MONTHS, _months_between(request.first, request.last))
    calendars = []
    for back in reversed(range(number)):
        year, month = divmod(request.last.year * 12 + request.last.month - 1 - back, 12)
        first = date(year, month + 1, 1)
        begin = max(first, request.first)
        end = min((first + timedelta(days=31)).replace(day=1) - timedelta(days=1), request.last)
        days = [_value_of(begin + timedelta(days=day), request, twitches) for day in range((end - begin).days + 1)]
        weekday = (begin.weekday() - request.week_starts) % 7
        calendars.append(Month(f"{MONTHS[month]} {year}", weekday, tuple(days)))
    return tuple(calendars)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _value_of(day: date, request: ReportRequest, twitches: Sequence[float]) -> float | None:
    value = twitches[(day - request.first).days]
    return None if isnan(value) else value


def habit_series(connection: sqlite3.Connection, request: ReportRequest) -> tuple[TimeSeries, ...]:
    """The habits that are asked, or that rows answer, over the columns of the twitches."""
    asked_slugs = {question.slug for question in habits_on(connection)}
    questions = [
        question
        for question in all_questions(connection)
        if question.slug in asked_slugs or question.slug in MADE_OF_ROWS
    ]
    amounts = daily_columns.amounts(connection, [question.slug for question in questions], *request.ends)
    series = []
    for question in questions:
        values = amounts[question.slug]
        if sum(value == value for value in values) >= LEAST_DAYS:
            unit = f" ({one_line(question.unit)})" if question.unit else ""
            series.append(over_time.series(f"{one_line(question.label).rstrip('?')}{unit}", request, values))
    return tuple(series[:MOST_HABITS])


# ---- verdicts --------------------------------------------------------------------------------------------------


def verdict_sections(connection: sqlite3.Connection, clock: UserClock) -> tuple[Section, ...]:
    current = current_verdicts(connection, clock)
    stood = {entry.row["habit"]: entry for entry in links.standing(connection)}
    stood_lines = [
        Line("", sentence(_stood_text(verdict, stood[verdict.habit.slug], current)))
        for verdict in current.verdicts
        if verdict.habit.slug in stood
    ]
    unseen = [
        f"{name(verdict.habit)} {verdict_words.contrast_words(verdict)}"
        for verdict in current.verdicts
        if verdict.finding.tier == "none"
    ]
    early = [
        name(verdict.habit)
        for verdict in current.verdicts
        if verdict.habit.slug not in stood and verdict.finding.tier != "none"
    ]
    method = tuple(Line(str(number), text) for number, text in enumerate(METHOD, 1))
    how = Section("", "Method and limits", (*method, Line("Limits", LIMITS)))
    if current.look is None:
        days = counted(current.days, "counted day")
        not_yet = f"Not judged yet, with {days}; the first look is at {FIRST_LOOKS[0]}."
        return (Section("", "Habits and twitches", (Line("", not_yet),)), how)
    judged = f"judged on {day_text(current.look.judged_on)} with {counted(current.look.days, 'counted day')}"
    unseen_text = f"{'; '.join(unseen)}. {verdict_words.none_means(current.outcome)}" if unseen else NOTHING
    return (
        Section(
            "", f"Stood at two looks, or held up since ({judged})", tuple(stood_lines) or (Line("", sentence(NOTHING)),)
        ),
        Section("", "Looked for and not seen", (Line("", sentence(unseen_text)),)),
        Section("", "Too early to say", (Line("", sentence(listed(early) or NOTHING)),)),
        how,
    )


def _stood_text(verdict: Verdict, standing: links.Standing, current: CurrentVerdicts) -> str:
    """What was found, over which contrast, how surely, on how many days; and how it held up since."""
    contrast = turned_contrast(verdict)
    more, less = (contrast.more_end, contrast.less_end) if contrast.more_end else (name(verdict.habit), "other days")
    many = "as many twitches" if current.outcome == "twitches" else "as high a rating"
    text = (
        f"{more} ({contrast.more_days}) against {less} ({contrast.less_days}),"
        f" {verdict_words.lag_words(verdict.habit, verdict.finding.lag)}: {ratio_words(contrast.ratio)} times {many},"
        f" 95 % interval {ratio_words(contrast.low)} to {ratio_words(contrast.high)};"
        f" {verdict_words.days_used(verdict)}; clear at {counted(standing.looks, 'look')}"
    )
    test = verdict.since.test if verdict.since and standing.held_up else None
    if verdict.since is None or test is None:
        return f"{text}."
    ratio, low, high = map(ratio_words, verdict.since.turned_ratio)
    return f"{text}; held up on the next {test.days} counted days: {ratio} times ({low} to {high})."
