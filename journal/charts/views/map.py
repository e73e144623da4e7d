"""All habits at once: the rank correlation of each habit and lag with the day's twitches."""

import sqlite3

from journal.analysis import daily, ranks
from journal.charts.figure import Figure, Table
from journal.charts.number_words import ASSOCIATION, counted, logged_words, span_words
from journal.charts.render.grid import Grid, GridCell
from journal.charts.request import LONGEST_LAG, ChartRequest
from journal.charts.styled_text import Ink, printable
from journal.charts.views import common
from journal.phrases.context import Context
from journal.store.read.questions import habits_on

TITLE = "All habits at once"
COLUMNS = ("habit", "days_before", "rank_correlation", "n")
WHEN = ("same day", "1 day before", "2 before", "3 before")
_STRONG = 0.2


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """A signed number and its n for each habit and lag, colour only on top."""
    known = common.twitches(connection, request.span, request.episodes)
    if known.counted < common.DAYS_NEEDED:
        why = common.not_yet(known.counted, common.DAYS_NEEDED, "counted days")
        return common.missing(connection, request, known.logged, TITLE, why, COLUMNS)
    questions = habits_on(connection)
    frame = daily.daily(connection, [one.slug for one in questions], daily.earlier(request.span, LONGEST_LAG))
    found = ranks.cells(known.over, frame, range(LONGEST_LAG + 1))
    labels = {one.slug: printable(one.label).rstrip("?") for one in questions}
    empty = sum(cell.rank_correlation is None for cell in found)
    sentence = (
        f"{logged_words(known.logged, request.span.days)}, {span_words(request.span)}. Each cell is a rank correlation"
        f" with the day's twitches, from -1 to +1, and its n of days; {counted(empty, 'cell')} of {len(found)} are"
        f" empty (fewer than {ranks.PAIRS_NEEDED} days). With so many cells some stand out by chance. {ASSOCIATION}"
    )
    by_habit = {slug: [cell for cell in found if cell.habit == slug] for slug in labels}
    picture = Grid(
        "rank correlation with the twitches of the day, and days",
        WHEN,
        tuple((labels[slug], tuple(_cell(cell) for cell in cells)) for slug, cells in by_habit.items()),
    )
    table = Table(
        "Rank correlation and number of days",
        ("Habit", *WHEN),
        [(labels[slug], *(_words(cell) for cell in cells)) for slug, cells in by_habit.items()],
    )
    return Figure(
        **common.base(request, known.logged, TITLE),
        sentence=sentence,
        rows=[
            {"habit": cell.habit, "days_before": cell.lag, "rank_correlation": cell.rank_correlation, "n": cell.n}
            for cell in found
        ],
        columns=COLUMNS,
        pictures=(picture,),
        tables=(table,),
    )


def _words(cell: ranks.RankCell) -> str:
    number = "" if cell.rank_correlation is None else f"{cell.rank_correlation:+.2f} "
    return f"{number}n {cell.n}"


def _cell(cell: ranks.RankCell) -> GridCell:
    value = cell.rank_correlation or 0.0
    ink: Ink = "first" if value >= _STRONG else "second" if value <= -_STRONG else ""
    return GridCell(_words(cell), ink if cell.rank_correlation is not None else "dim")
