"""This week against last, and where the twitches of the last seven days were; in a thread, since it loads numpy."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.app.diary import Diary
from journal.app.models.body_model import body_sites
from journal.moments import WEEKDAYS
from journal.phrases.write.format_number import counted, number_words

if TYPE_CHECKING:
    from journal.charts.styled_text import Ink, Line

DAYS = 7
BAR = 10
"""Columns of the longest bar."""
LEAST_BODY = 15
"""Rows below which a figure of the body tells nothing."""


def week_lines(diary: Diary, week_starts: int, columns: int, rows: int) -> "list[Line]":
    """The twitches of each day of this week and of the last one; under them the body, where there is room."""
    from journal.charts.styled_text import line

    today = diary.clock().today
    begins = today - timedelta(days=(today.weekday() - week_starts) % DAYS)
    years = {(begins - timedelta(days=DAYS)).year, today.year}
    counts = {date.fromisoformat(day): count for year in years for day, count, _ in diary.twitches_of_year(year)}
    high = max([1, *(counts.get(begins + timedelta(days=number)) or 0 for number in range(DAYS))])
    drawn = [line("This week".ljust(BAR + 10) + "last week", "bold")]
    for number in range(DAYS):
        day = begins + timedelta(days=number)
        this, last = _count(counts, day, today), _count(counts, day - timedelta(days=DAYS), today)
        bar = "█" * round(BAR * (counts.get(day) or 0) / high)
        is_today = day == today
        ink: Ink = "bold" if is_today else ""
        before, after = f"{WEEKDAYS[day.weekday()]} {this:>5} ", f"{last:>8}{'  today' if is_today else ''}"
        drawn.append((*line(before, ink), *line(f"{bar:<{BAR}}", "first"), *line(after, ink)))
    drawn += [
        line(_mean(counts, begins, today), "dim"),
        line(_mean(counts, begins - timedelta(days=DAYS), today), "dim"),
    ]
    drawn.append(line("· not logged or not counted", "dim"))
    if rows - len(drawn) - 2 >= LEAST_BODY:
        body = body_sites(diary, DAYS, columns, rows - len(drawn) - 2)
        drawn += [(), line(f"7 days: {body.summary}", "bold"), *body.lines("")]
    return drawn


def _count(counts: dict[date, int | None], day: date, today: date) -> str:
    count = counts.get(day)
    return "" if day > today else "·" if count is None else str(count)


def _mean(counts: dict[date, int | None], begins: date, today: date) -> str:
    """Of the days that are over and counted, with how many they are."""
    days = [begins + timedelta(days=number) for number in range(DAYS)]
    values = [count for day in days if day < today and (count := counts.get(day)) is not None]
    week = "this week" if begins + timedelta(days=DAYS) > today else "last week"
    if not values:
        return f"{week}: no day is counted yet"
    return f"{week}: {number_words(round(sum(values) / len(values), 1))} a day on {counted(len(values), 'day')}"
