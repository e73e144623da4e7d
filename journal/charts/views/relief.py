"""What was tried, and whether it helped, by the user's own account."""

import sqlite3
from typing import Any, NamedTuple

from journal.analysis.intervals import wilson
from journal.catalog.kind_plurals import PLURALS
from journal.catalog.kinds import TWITCH_KINDS
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
COLUMNS = ("relief", "against", "tried", "helped", "did_not_help", "not_said", "share", "interval_low", "interval_high")


class Tries(NamedTuple):
    """How often a relief was tried, helped and did not help against the twitches, or against another kind."""

    name: str
    against: str
    tried: int
    helped: int
    unhelped: int

    @property
    def is_apart(self) -> bool:
        return self.against not in TWITCH_KINDS


def tries(connection: sqlite3.Connection, request: ChartRequest) -> list[Tries]:
    """Those against the twitches first, of them the most tried."""
    rows = [Tries(*row) for row in aggregates.reliefs_tried(connection, *request.span.ends)]
    return sorted(rows, key=lambda row: (row.is_apart, -row.tried, row.name, row.against))


def figure(connection: sqlite3.Connection, context: Context, request: ChartRequest) -> Figure:
    """For each relief how often it helped of the times of which it was said, with Wilson's interval."""
    logged = common.days_logged(connection, request.span)
    rows: list[dict[str, Any]] = []
    bars, table_rows = [], []
    for entry in tries(connection, request):
        name, against, tried, helped, unhelped = entry
        judged = helped + unhelped
        low, high = wilson(helped, judged) if judged else (None, None)
        label = on_one_line(context.lexicon.label("relief", name))
        label += f" ({PLURALS[against]})" if entry.is_apart else ""
        sure = "" if low is None or high is None else f"{100 * low:.0f} to {100 * high:.0f} %"
        unsaid = f"; {tried - judged} not said" if tried > judged else ""
        rows.append(
            {
                "relief": name,
                "against": against,
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
    times = sum(row["tried"] for row in rows)
    names = {row["relief"] for row in rows}
    sentence = (
        f"{common.logged_words(connection, request.span, logged)}: {counted(len(names), 'thing')} tried"
        f" {counted(times, 'time')}. Whether it helped is by your own account, with a 95 % interval of the"
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
