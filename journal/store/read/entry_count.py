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
    WHERE kind = 'log' AND (open = 1 OR at >= ?) AND "table" = 'episode' AND before IS NULL
        AND NOT EXISTS (SELECT 1 FROM episode WHERE id = json_extract(change.row, '$[0]') AND day <> ?)"""
"""How many episodes were entered since an instant, and in the step that is open, but for those of another day than the
second one. What was undone or deleted since has been entered all the same, so that a number is reached once a day."""
COMMONEST = """SELECT kind, side, site, intensity, sum(times), count(*) FROM episode WHERE day = ?
    GROUP BY kind, side, site, intensity ORDER BY count(*) DESC, max(rowid) DESC LIMIT 1"""
"""The words that most episodes of a day share, and how many twitches they are."""


def remark(connection: sqlite3.Connection, clock: UserClock, lexicon: Lexicon) -> str:
    """What is said beside the tenth entry that was made today, and beside none before or after it."""
    begins = clock.instants(datetime.combine(clock.today, time(clock.day_starts)))
    today = clock.today.isoformat()
    number, now = connection.execute(ENTRIES, (instant_text(begins[0] if begins else clock.now), today)).fetchone()
    if not number - now < MANY <= number or now >= MANY:
        return ""
    entries = f"{counted(number, 'entry', 'entries')} today"
    kind, side, site, strength, times, rows = connection.execute(COMMONEST, (today,)).fetchone() or [""] * 6
    if not rows or rows == 1:
        return f"{entries}; one line is enough, and `left calf x14` says as much as fourteen"
    names = (kind if kind != "twitch" else "", side, lexicon.label("site", site), strength, f"x{times}")
    line = " ".join(str(name) for name in names if name not in ("", None))
    return f"{entries}; `{line}` says {rows} of them in one line, and one line is enough"
