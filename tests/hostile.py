"""A diary that another program filled with what would steer a terminal, in every column that holds text; and what may
reach a terminal all the same."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from xml.parsers import expat

from journal.catalog.lexicon import Term
from journal.charts.styled_text import CODES
from journal.cli.output import BOLD, DIM, PLAIN
from journal.store import vocabulary
from journal.store.inbox.inbox_line import lines_of, read_line
from journal.store.write.entry import enter_all
from tests.diary import at, make_a_copy

NOW = "2026-11-21 20:00"
NASTY = "a\x1b]52;c;ZXZpbA==\x07b\x1b[2J\x9b7mc\rd\x85e\x7ff\u202eg\ufffeh\x1b[7m"
"""The clipboard taken (OSC 52), the screen emptied, colours turned, a line written over; and what XML cannot hold."""
LINES = (
    *(
        'left calf 4 +stretch "x"',
        "thumb 2",
        "2 coffees",
        "espresso",
        "run 30m",
        "lift legs 45m 8",
        "slept 23:00-06:00",
    ),
    *("nap 13:00-13:20", "took ibuprofen 400mg", "took x", "started magnesium 3mg", "started y", "ill x", "note x"),
    *("visit neurologist tomorrow", "stress 4", "yesterday: stress 7, calf 2", "2026-11-19: none, stress 1, note y"),
)
WRITTEN_BY_HAND = {
    "profile": ("(key, value) VALUES ('worry', 'x'), ('other', 'y')",),
    "setting": ("(key, value) VALUES ('x', 'x'), ('y', 'y')",),
    "pause": ("VALUES ('2026-10-03', '2026-10-09')",),
    "sign_check": ("(day, examined, examined_on, compared, worry) VALUES ('2026-11-21', 1, '2026', 'worse', 8)",),
    "sign": (
        "(day, sign, present) VALUES ('2026-11-21', 'trip', 1), ('2026-11-21', 'x', 1)",
        "(day, sign, present, discussed_on) VALUES ('2026-11-20', 'numb', 1, '2026-11-20')",
    ),
    "visit_advice": ("SELECT id, 'x', 'y' FROM event WHERE kind = 'visit'",),
    "guess": ("(id, named_at, days, first, second) VALUES (1, '2026-11-01T00:00:00Z', 3, 'x', 'stress')",),
    "look": (
        "VALUES ('a', '2026-11-20', '2026-09-01', '2026-11-19', 'twitches', 60, 60, 0, 0.01, 0.1, 'calendar')",
        "VALUES ('b', '2026-11-21', '2026-09-01', '2026-11-20', 'twitches', 61, 90, 0, 0.01, 0.1, 'calendar')",
    ),
    "verdict": tuple(
        f"(look, habit, label, place, guessed, tier, lag, p, rate_ratio, low, high, unit, contrast_low, contrast_high,"
        f" mean_with, mean_without, n_with, n_without, days_used, days_missing, not_separable_from, reason)"
        f" VALUES ('b', '{habit}', 'x', {place}, 1, '{tier}', 0, 0.001, 1.6, 1.2, 2.1, 'x', 1, 2, 3, 4, 30, 30, 60, 0,"
        f" {other}, 'x')"
        for place, (habit, tier, other) in enumerate(
            (
                ("caffeine_mg", "clear", "NULL"),
                ("stress", "possible", "NULL"),
                ("mood", "none", "'x'"),
                ("sleep_hours", "too little", "NULL"),
                ("iron", "too little", "'x'"),
            ),
            1,
        )
    ),
    "verdict_lag": ("VALUES ('b', 'stress', 0, 1.1, 0.9, 1.3, 60)",),
    "inbox_line": ("VALUES ('00000000000000000000000000000000', 1, 'stored')",),
    "experiment": ("VALUES ('e', 'x', 'count', '2026-11-01T00:00:00Z', 7, 2.1, NULL)",),
    "experiment_block": (
        "VALUES ('e', 1, '2026-11-02', '2026-11-05', 'change')",
        "VALUES ('e', 2, '2026-11-06', '2026-11-09', 'usual')",
    ),
    "experiment_day": ("VALUES ('e', '2026-11-02', 1)",),
    "follow_up": (
        "VALUES ('b', 'caffeine_mg', '2026-11-21', '2026-07-01', '2026-11-20', 120, 1, 0.01, 1.5, 1.1, 2.1)",
    ),
}
"""Table -> rows that no line makes, so that no table is empty."""
PHONE_LINES = (f"2026-11-20T10:00+01:00 {NASTY}", f'2026-11-20: calf 3 "{NASTY}"', f"{NASTY} calf", NASTY)
PHONE = "".join(f"{line}\n" for line in [*(line.replace("\r", " ") for line in PHONE_LINES), "2026-11-20 09:00 calf 3"])
"""An inbox beside the diary."""
PHONE_IDS = [read_line(key, text).short_id for key, text in lines_of(PHONE.split("\n"))]
HISTORY = ("step", "change")
"""What undo reads: it holds the texts of all others, and is spoiled on its own."""


def make(path: Path) -> None:
    """Make the diary. Its own checks let pass what they let pass: that is what another program may write."""
    clock = at(NOW)
    make_a_copy(path)
    for kind, name in (
        ("site", "scar"),
        ("site", "tragus"),
        ("drink", "guayusa"),
        ("relief", "poultice"),
        ("relief", "arnica"),
        ("workout", "parkour"),
    ):
        vocabulary.add_term(path, Term(kind, name, parent="calf" if kind == "site" else None))
    for slug in ("mood", "iron"):
        vocabulary.add_question(path, slug, label="x", unit="x", low_means="x", high_means="x", lowest=0, highest=10)
    for digit in "12":
        vocabulary.set_template(path, digit, "left calf 4")
    enter_all(
        path, [*LINES, "mood 3", "scar 2", "guayusa", "parkour 20m", "start left knee", "start right knee"], clock
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, rows in WRITTEN_BY_HAND.items():
            for row in rows:
                connection.execute(f"INSERT INTO {table} {row}")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for table, column, in_key in text_columns(connection):
            if table not in HISTORY:
                spoil(connection, table, column, in_key=in_key)


def text_columns(connection: sqlite3.Connection) -> Iterator[tuple[str, str, bool]]:
    """Each column of each table that can hold text, and whether a row is found by it."""
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ):
        for _, column, kind, _, _, key in connection.execute(f"PRAGMA table_info('{table}')").fetchall():
            if kind in ("TEXT", "ANY", "BLOB", ""):
                yield table, column, bool(key)


def spoil(connection: sqlite3.Connection, table: str, column: str, *, in_key: bool = False) -> None:
    """Write it into a column, wherever the file lets one; of what rows are found by only every other one, so that what
    belongs together is still found."""
    for (row,) in connection.execute(f'SELECT rowid FROM "{table}"').fetchall():
        for text in (NASTY, f"{NASTY}{row}"):
            if not in_key or row % 2:
                with suppress(sqlite3.IntegrityError):
                    connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (text, row))
                    break


def spoiled_columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return {
        (table, column)
        for table, column, _ in text_columns(connection)
        if connection.execute(f"""SELECT 1 FROM "{table}" WHERE instr("{column}", char(27))""").fetchone()
    }


OWN_STYLE = re.compile(
    "|".join(re.escape(code) for code in (BOLD, DIM, PLAIN, *(f"\x1b[{c}m" for c in CODES.values())))
)


def steering(text: str) -> list[str]:
    """What of a text would steer a terminal, but for the program's own colours."""
    return [
        letter
        for letter in OWN_STYLE.sub("", text)
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t"
    ]


def read_as_xml(text: str) -> None:
    """Raises ExpatError where it is no well-formed XML."""
    expat.ParserCreate().Parse(text, True)
