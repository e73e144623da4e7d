"""What was tried, and whether it helped by the person's own account."""

import sqlite3
from typing import Any

from journal.analysis.intervals import wilson
from journal.charts.figure import Figure, Table
from journal.charts.number_words import DASH, counted, logged_words, span_words
from journal.charts.render.bars import BarRow, Bars
from journal.charts.request import ChartRequest
from journal.charts.styled_text import printable
from journal.charts.views import common
from journal.phrases.context import Context
from journal.store.read import aggregates

TITLE = "What was tried"
COLUMNS = ("relief", "tried", "helped", "did_not_help", "not_said", "share", "interval_low", "interval_high")


def _tried(connection: sqlite3.Connection, request: ChartRequest) -> list[tuple[str, tuple[int, ...]]]:
    """Each relief with how often it was tried, helped and did not help; the most tried first."""
    found: dict[str, tuple[int, ...]] = {}
    for name, *numbers in aggregates.reliefs(connection, *request.span.ends):
        found[name] = tuple(map(sum, zip(found.get(name, (0, 0, 0)), numbers, strict=True)))
    return sorted(found.items(), key=lambda relief: (-relief[1][0], relief[0]))


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """For each relief how often it helped of the times of which it was said, with Wilson's interval."""
    logged = common.days_logged(connection, request.span)
    rows: list[dict[str, Any]] = []
    bars, told = [], []
    for name, (tried, helped, unhelped) in _tried(connection, request):
        said = helped + unhelped
        low, high = wilson(helped, said) if said else (None, None)
        label = printable(context.lexicon.label("relief", name))
        sure = "" if low is None or high is None else f"{100 * low:.0f} to {100 * high:.0f} %"
        unsaid = f"; {tried - said} not said" if tried > said else ""
        rows.append(
            {
                "relief": name,
                "tried": tried,
                "helped": helped,
                "did_not_help": said - helped,
                "not_said": tried - said,
                "share": helped / said if said else None,
                "interval_low": low,
                "interval_high": high,
            }
        )
        words = f"helped {helped} of {counted(said, 'time')}" + (f" ({sure})" if sure else "") + unsaid
        bars.append(BarRow(label, helped / said if said else None, words))
        told.append((label, f"{helped} of {said}", sure or DASH, str(tried - said)))
    if not rows:
        why = "Nothing tried is logged here; `+stretch` on an episode's line says that stretching helped."
        return common.missing(connection, request, logged, TITLE, why, COLUMNS)
    tries = sum(row["tried"] for row in rows)
    sentence = (
        f"{logged_words(logged, request.span.days)}, {span_words(request.span)}: {counted(len(rows), 'thing')} tried"
        f" {counted(tries, 'time')}. Helped is by your own account, with a 95 % interval of the share; twitches also"
        " stop by themselves."
    )
    return Figure(
        **common.base(request, logged, TITLE),
        sentence=sentence,
        rows=rows,
        columns=COLUMNS,
        pictures=(Bars("helped, of the times of which you said so (a full bar is always)", tuple(bars), high=1.0),),
        tables=(Table("", ("Tried", "Helped", "95 % interval", "Not said"), told),),
    )
