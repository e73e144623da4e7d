"""In short: since when, how often, where, and compared with three months ago."""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from journal.analysis.site_weeks import FEW, PlaceDays, SitesByWeek
from journal.catalog.lexicon import Lexicon
from journal.charts.site_words import listed, pattern_words
from journal.moments import MONTHS
from journal.phrases.write.format_number import counted, round_words
from journal.sharing.report.content import NOT_ASKED, Line
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.sign_lines import SignAnswers, compared
from journal.sharing.report.wording import day_spelled_out, day_text, one_line, place_text, range_text
from journal.store.read import daily_columns, pauses, traits

MOST_PLACES = 3
"""Places that are named; the others are numbered."""


class TwitchDays(NamedTuple):
    """The days of a span that are over: whether there were twitches on each, and how many; NaN where it is not known.
    `logged` are those of which the first is known, today too, `at_once` those that were logged on the day itself, and
    of `unknown` it is not known when they were; `paused` are those of a pause on which nothing is known."""

    first: date
    today: date
    any_twitches: Sequence[float]
    twitches: Sequence[float]
    logged: int
    at_once: int
    unknown: int
    paused: int

    def between(self, first: date, last: date) -> tuple[int, int]:
        """The days with twitches and the days logged, of those of the span that are over and lie between two days."""
        begin = max(0, (first - self.first).days)
        end = min(last, self.today - timedelta(days=1))
        days = [value for value in self.any_twitches[begin : (end - self.first).days + 1] if value == value]
        return sum(value > 0 for value in days), len(days)


def day_counts(connection: sqlite3.Connection, request: ReportRequest) -> TwitchDays:
    """Of the span of the report and of the month before its last, so that both months can be told."""
    first = min(request.first, _month_before(request.last))
    columns = daily_columns.amounts(
        connection, ["any_twitches", "twitches"], first.isoformat(), request.last.isoformat()
    )
    begin = (request.first - first).days
    known_days = {
        (request.first + timedelta(days=number)).isoformat()
        for number, value in enumerate(columns["any_twitches"][begin:])
        if value == value
    }
    at_once = list(traits.days_written(connection, *request.ends).values())
    return TwitchDays(
        first,
        request.today,
        columns["any_twitches"],
        columns["twitches"],
        len(known_days),
        min(at_once.count(True), len(known_days)),
        at_once.count(None),
        len(pauses.paused_days(connection, *request.ends) - known_days),
    )


def _month_before(day: date) -> date:
    """The first day of the month before that of a day."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def logged_text(request: ReportRequest, counts: TwitchDays) -> str:
    """`61 of 90 days logged, 48 of them on the same day; self-reported`."""
    paused = f", {counts.paused} paused" if counts.paused else ""
    unknown = f" (of {counts.unknown} it is not known)" if counts.unknown and counts.logged else ""
    at_once = f", {counts.at_once or 'none'} of them on the same day{unknown}" if counts.logged else ""
    if request.days == counts.logged == 1 and not counts.unknown:
        return f"logged {'on the day itself' if counts.at_once else 'later'}; self-reported"
    return f"{counts.logged} of {counted(request.days, 'day')} logged{at_once}{paused}; self-reported"


def lines(
    request: ReportRequest,
    profile: dict[str, str],
    counts: TwitchDays,
    sites: SitesByWeek,
    answers: SignAnswers,
    lexicon: Lexicon,
    first_logged: str | None,
) -> tuple[Line, ...]:
    return (
        _since(profile, first_logged),
        Line("How often", _how_often(request, counts), key="how_often", alone="Twitches"),
        Line("Where", where(sites, lexicon), key="where", alone="Where it twitches"),
        Line(
            "Compared with three months ago",
            compared(answers),
            key="compared",
            alone="The twitching compared with three months ago",
        ),
    )


def _since(profile: dict[str, str], first_logged: str | None) -> Line:
    noticed = day_spelled_out(one_line(profile.get("first_noticed", "")))
    logged = f"first logged on {day_text(first_logged)}" if first_logged else "no twitch logged"
    return Line(
        "First noticed",
        noticed or NOT_ASKED,
        own=bool(noticed),
        key="since",
        alone="Twitches first noticed",
        after=f" ({logged})",
    )


def _how_often(request: ReportRequest, counts: TwitchDays) -> str:
    with_twitches, days = counts.between(request.first, request.last)
    if not days:
        return "not known: no day that is over says whether there were twitches"
    begin = (request.first - counts.first).days
    over = max(0, (min(request.today, request.last + timedelta(days=1)) - counts.first).days)
    numbers = sorted(value for value in counts.twitches[begin:over] if value > 0)
    each = [(number, 1) for number in numbers]
    few, middle = traits.range_of_few(each), traits.median_of(each) or 0
    usual = (
        f", {range_text(few, round_words) if few else f'usually {round_words(middle)}'} on such a day" if each else ""
    )
    this = request.last.replace(day=1)
    months = []
    for month, end in ((this, request.last), (_month_before(this), this - timedelta(days=1))):
        some, of = counts.between(month, end)
        name = f"{MONTHS[month.month - 1]} {month.year}"
        months.append(f"{name}: {some} of {of}" if of else f"{name}: not logged")
    logged = "logged" if days == counts.logged else "logged and over"
    return f"on {with_twitches} of {counted(days, 'day')} {logged}{usual}; {', '.join(months)}"


def named_places(sites: SitesByWeek) -> Sequence[PlaceDays]:
    """The places that `where` names."""
    return sites.spread.main[:MOST_PLACES] or sites.places[:MOST_PLACES]


def where(sites: SitesByWeek, lexicon: Lexicon) -> str:
    """One place, a few or many; staying or wandering, with the weeks that say so."""
    spread = sites.spread
    if not sites.places:
        return "no site logged"
    number = len(spread.main)
    size = "one place" if number == 1 else "a few places" if 1 < number <= FEW else "many places"
    top = named_places(sites)
    days = [counted(top[0].days, "day"), *(str(entry.days) for entry in top[1:])]
    named = listed([f"{place_text(entry.place, lexicon)} ({of})" for entry, of in zip(top, days, strict=True)])
    pattern = pattern_text(sites, lexicon, 1)
    is_whole = 0 < number <= MOST_PLACES
    if number == 1 or spread.pattern == "too early":
        return f"{size}{': ' if is_whole else ', most often '}{named}; {pattern}"
    return f"{size}, {pattern}; {'' if is_whole else 'most often '}{named}"


def pattern_text(sites: SitesByWeek, lexicon: Lexicon, most: int = MOST_PLACES) -> str:
    """`staying (left calf in 11 of 12 weeks)`, of the weeks with twitches, with so many of the places that stay."""
    return pattern_words(sites.spread, lambda site_side: place_text(site_side, lexicon), most)
