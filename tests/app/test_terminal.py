"""The app on a real terminal: what it leaves behind, whatever the diary holds."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from journal.moments import user_clock
from journal.records import Answer, Drink, Episode, Relief
from journal.store.file import connections
from journal.store.write import transaction
from tests.shell.terminal import Terminal

F5, F10 = "\x1b[15~", "\x1b[21~"
TITLES = (
    *("Twitches a day ·", "Twitches over ", " against the twitches", "Around the twitches", "When you logged episodes"),
    *(
        "Twitches of each day",
        "Where: twitches",
        "Sites by week",
        "What you noticed",
        "Caffeine",
        "What was tried",
        "Trained muscles",
        "All habits at once",
    ),
)
"""In the order of the views, behind the overview."""
NASTY = (*(1e15, -1e15, 1e-300, 0.0) * 10, None, None, *(1.0, None, -2.5) * 20, None)
"""The largest and the least, then gaps."""


@pytest.fixture
def diary(path: Path) -> Path:
    """Days up to yesterday with these answers to a question of one's own, and as many twitches as can be stored."""
    today = user_clock().today
    with transaction.step(path, "log", "2026-11-21T10:00:00Z") as connection:
        question = {"slug": "tea", "label": "Tea", "lowest": -1e15, "highest": 1e15, "place": 0}
        transaction.insert(connection, "question", question)
        for back, value in enumerate(NASTY, 1):
            if value is None:
                continue
            day = (today - timedelta(days=back)).isoformat()
            transaction.add(connection, Answer(day=day, question="tea", value=value))
            transaction.add(connection, Episode(day=day, site="calf", times=9999, reliefs=(Relief("heat", True),)))
            transaction.add(connection, Drink(day=day, name="coffee", caffeine_mg=100_000.0))
    return path


def test_no_series_ends_the_app_or_leaves_the_terminal_broken_and_who_quits_at_once_loses_nothing(diary: Path) -> None:
    with Terminal([sys.executable, "-m", "journal", "--db", str(diary)], {}) as terminal:
        terminal.waits_for("0 none").types(F10).waits_for("Overview")
        terminal.waits_for("Trends ·")
        for title in TITLES:
            terminal.types("v").waits_for(title)
            if title in ("Twitches over ", " against the twitches"):
                for _ in range(4):  # each habit in turn
                    terminal.types("h").waits_for(title)
        terminal.types(F5 + "\udcff").waits_for("\ufffd").types("\x15")  # a byte that is no text
        terminal.types("".join(f"left calf {number}\r" for number in range(6)) + "\x11")
        assert terminal.ends() == 0
    for begun, ended in (("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?25l", "\x1b[?25h"), ("\x1b[?1000h", "\x1b[?1000l")):
        assert -1 < terminal.raw.rfind(begun) < terminal.raw.rfind(ended)
    assert "Traceback" not in terminal.raw
    with connections.reading(diary) as connection:  # who quits before what was entered is stored loses nothing
        rows = connection.execute("SELECT intensity FROM episode WHERE intensity IS NOT NULL ORDER BY rowid").fetchall()
    assert [intensity for (intensity,) in rows] == [*range(6)]
