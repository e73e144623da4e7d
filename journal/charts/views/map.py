"""All habits at once: the rank correlation of each habit and lag with the day's twitches."""

import sqlite3

from journal.analysis import daily, ranks
from journal.charts.figure import Figure, Table
from journal.charts.number_words import ASSOCIATION
from journal.charts.render.grid import Grid, GridCell
from journal.charts.request import LONGEST_LAG, ChartRequest
from journal.charts.styled_text import Ink
from journal.charts.views import common
from journal.phrases.context import Context
from journal.store.read.question_states import habits_on
from journal.terminal import on_one_line

TITLE = "All habits at once"
COLUMNS = ("habit", "days_before", "rank_correlation", "n")
WHEN = ("same day", "1 day before", "2 before", "3 before")
_STRONG = 0.2
"""From here on, in either direction, a rank correlation has a colour."""


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """A signed number and its n for each habit and lag, colour only on top."""
    twitches = common.twitches(connection, request.span, request.episode_filter)
    if twitches.counted < common.DAYS_NEEDED:
        why = common.not_yet(twitches.counted, common.DAYS_NEEDED, *common.DAYS_OVER)
        return common.missing(
            connection, request, twitches.logged, TITLE, why, COLUMNS, days_words=twitches.logged_words(request.span)
        )
    questions = habits_on(connection)
    frame = daily.daily(connection, [question.slug for question in questions], daily.earlier(request.span, LONGEST_LAG))
    cells = ranks.cells(twitches.finished, frame, range(LONGEST_LAG + 1))
    labels = {question.slug: on_one_line(question.label).rstrip("?") for question in questions}
    empty = sum(cell.rank_correlation is None for cell in cells)
    subject = common.filter_words(request, context)
    few = f" (fewer than {ranks.PAIRS_NEEDED} days)"
    if empty == len(cells):
        of_cells = f"; all are empty{few}."
    else:
        some_empty = f"; of {len(cells)} cells {empty} {'is' if empty == 1 else 'are'} empty{few}" if empty else ""
        of_cells = f"{some_empty}. With so many cells some stand out by chance. {ASSOCIATION}"
    sentence = (
        f"{twitches.logged_words(request.span)}. Each cell is a rank"
        f" correlation with the day's {subject}, from -1 to +1, and its n of days{of_cells}"
    )
    by_habit = {slug: [cell for cell in cells if cell.habit == slug] for slug in labels}
    picture = Grid(
        f"rank correlation with the {subject} of the day, and days",
        WHEN,
        tuple((labels[slug], tuple(_cell(cell) for cell in cells)) for slug, cells in by_habit.items()),
    )
    table = Table(
        "Rank correlation and number of days",
        ("Habit", *WHEN),
        [(labels[slug], *(_cell_text(cell) for cell in cells)) for slug, cells in by_habit.items()],
    )
    return Figure(
        **common.base(request, twitches.logged, TITLE),
        sentence=sentence,
        rows=[
            {"habit": cell.habit, "days_before": cell.lag, "rank_correlation": cell.rank_correlation, "n": cell.n}
            for cell in cells
        ],
        columns=COLUMNS,
        pictures=(picture,),
        tables=(table,),
    )


def _cell_text(cell: ranks.RankCell) -> str:
    number = "" if cell.rank_correlation is None else f"{cell.rank_correlation:+.2f} ".replace("-0.00", "+0.00")
    return f"{number}n {cell.n}"


def _cell(cell: ranks.RankCell) -> GridCell:
    value = cell.rank_correlation or 0.0
    ink: Ink = "first" if value >= _STRONG else "second" if value <= -_STRONG else ""
    return GridCell(_cell_text(cell), ink if cell.rank_correlation is not None else "dim")
