"""A kind line after the tenth entry of a day: one says as much."""

import sqlite3
from datetime import datetime, time

from journal.catalog.lexicon import Lexicon
from journal.moments import UserClock, instant_text
from journal.phrases.write.format_number import counted

MANY = 10
STEPS = 100
"""As many of the last steps are looked at: with what is undone in between, more than ten entries of a day."""
ENTRIES = f"""SELECT count(*), count(*) FILTER (WHERE open = 1)
    FROM (SELECT id, kind, at, open FROM step ORDER BY id DESC LIMIT {STEPS}) AS step
    JOIN change ON change.step = step.id
    WHERE kind = 'log' AND (open = 1 OR at >= ?) AND "table" = 'episode' AND before IS NULL"""
"""How many episodes were entered since an instant, and in the step that is open. What was undone or deleted since has
been entered all the same, so that a number is reached once a day."""
COMMONEST = """SELECT kind, side, site, sum(times), count(*) FROM episode WHERE day = ?
    GROUP BY kind, side, site ORDER BY count(*) DESC, max(rowid) DESC LIMIT 1"""


def remark(connection: sqlite3.Connection, clock: UserClock, lexicon: Lexicon) -> str:
    """What is said beside the tenth entry that was made today, and beside none before or after it."""
    begins = clock.instants(datetime.combine(clock.today, time(clock.day_starts)))
    number, now = connection.execute(ENTRIES, (instant_text(begins[0] if begins else clock.now),)).fetchone()
    if not number - now < MANY <= number or now >= MANY:
        return ""
    kind, side, site, times, rows = connection.execute(COMMONEST, (clock.today.isoformat(),)).fetchone() or [""] * 5
    line = "left calf x14"
    if rows and rows > 1:
        names = (kind if kind != "twitch" else "", side, lexicon.label("site", site), f"x{times}")
        line = " ".join(name for name in names if name)
    return f"{counted(number, 'entry', 'entries')} today; `{line}` says the same in one line, and one line is enough"
