"""What was tried, and whether it helped, by the user's own account."""

import sqlite3
from typing import Any

from journal.analysis.intervals import wilson
from journal.charts.figure import Figure, Table
from journal.charts.number_words import DASH
from journal.charts.render.bars import BarRow, Bars
from journal.charts.request import ChartRequest
from journal.charts.views import common
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.store.read import aggregates
from journal.terminal import on_one_line

TITLE = "What was tried"
COLUMNS = ("relief", "tried", "helped", "did_not_help", "not_said", "share", "interval_low", "interval_high")


def tried_by_name(connection: sqlite3.Connection, request: ChartRequest) -> list[tuple[str, tuple[int, ...]]]:
    """Each relief with how often it was tried, helped and did not help; the most tried first."""
    by_name: dict[str, tuple[int, ...]] = {}
    for name, *numbers in aggregates.reliefs_tried(connection, *request.span.ends):
        by_name[name] = tuple(map(sum, zip(by_name.get(name, (0, 0, 0)), numbers, strict=True)))
    return sorted(by_name.items(), key=lambda relief: (-relief[1][0], relief[0]))


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """For each relief how often it helped of the times of which it was said, with Wilson's interval."""
    logged = common.days_logged(connection, request.span)
    rows: list[dict[str, Any]] = []
    bars, table_rows = [], []
    for name, (tried, helped, unhelped) in tried_by_name(connection, request):
        judged = helped + unhelped
        low, high = wilson(helped, judged) if judged else (None, None)
        label = on_one_line(context.lexicon.label("relief", name))
        sure = "" if low is None or high is None else f"{100 * low:.0f} to {100 * high:.0f} %"
        unsaid = f"; {tried - judged} not said" if tried > judged else ""
        rows.append(
            {
                "relief": name,
                "tried": tried,
                "helped": helped,
                "did_not_help": judged - helped,
                "not_said": tried - judged,
                "share": helped / judged if judged else None,
                "interval_low": low,
                "interval_high": high,
            }
        )
        text = f"helped {helped} of {counted(judged, 'time')}" + (f" ({sure})" if sure else "") + unsaid
        bars.append(BarRow(label, helped / judged if judged else None, text))
        table_rows.append((label, f"{helped} of {judged}", sure or DASH, str(tried - judged)))
    if not rows:
        why = "Nothing tried is logged here; `+stretch` on an episode's line says that stretching helped."
        return common.missing(connection, request, logged, TITLE, why, COLUMNS)
    tries = sum(row["tried"] for row in rows)
    sentence = (
        f"{common.logged_words(connection, request.span, logged)}: {counted(len(rows), 'thing')} tried"
        f" {counted(tries, 'time')}. Whether it helped is by your own account, with a 95 % interval of the"
        " share; twitches also stop by themselves."
    )
    return Figure(
        **common.base(request, logged, TITLE),
        sentence=sentence,
        rows=rows,
        columns=COLUMNS,
        pictures=(Bars("helped, of the times of which you said so (a full bar is always)", tuple(bars), high=1.0),),
        tables=(Table("", ("Tried", "Helped", "95 % interval", "Not said"), table_rows),),
    )
