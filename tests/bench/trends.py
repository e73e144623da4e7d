"""How fast each view is against its own floor, and on a diary ten times as long; printed side by side in one run.

    python -m tests.bench.trends [--rounds 5] [VIEW ...]

The floor of a view is the one SQL aggregate that it needs and a plotext figure of as many points. The goals: ten years
(20,000 episodes) within 3 times the floor; ten times the episodes, or the days and episodes, within 12 times of the
same view on ten years, and under two seconds. Nothing here is a test: numbers of one machine are compared with numbers
of the same run.
"""

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # time of the processor counts what others spin beside it

from journal.analysis.daily import DaySpan
from journal.store.file import connections, schema

TODAY = date(2026, 11, 21)
SITES = ("calf", "eyelid", "thumb", "thigh_front", "foot_arch", "biceps", "back_lower", "finger_index", "shoulder")
SIZES = ((3650, 20_000), (3650, 200_000), (36_500, 200_000))
"""Days and episodes: ten years, ten times the episodes, ten times the days and episodes."""


def fill(path: Path, days: int, episodes: int, seed: int = 1) -> None:
    """A diary of so many days with a check-in each, of made-up records, without its history."""
    chance = random.Random(seed)
    connections.make(path)
    first = TODAY - timedelta(days=days - 1)
    all_days = [(first + timedelta(days=number)).isoformat() for number in range(days)]
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        answers = [
            (day, question, float(chance.randint(*limits)))
            for day in all_days
            for question, limits in (("stress", (0, 10)), ("twitchiness", (1, 10)), ("sleep_hours", (4, 10)))
        ]
        connection.executemany("INSERT INTO answer (day, question, value) VALUES (?, ?, ?)", answers)
        drinks = [(f"d{place}", day, f"{day}T08:30:00Z", 60, "coffee", 96.0) for place, day in enumerate(all_days)]
        columns = "id, day, taken_at, utc_offset_minutes, name, caffeine_mg"
        connection.executemany(f"INSERT INTO drink ({columns}) VALUES (?, ?, ?, ?, ?, ?)", drinks)
        rows = []
        for place in range(episodes):
            day, hour = chance.choice(all_days), chance.randint(6, 22)
            at = f"{day}T{hour:02}:15:00Z" if place % 7 else None
            side = chance.choice(("left", "right", "both", None))
            rows.append(
                (
                    f"e{place}",
                    day,
                    at,
                    60 if at else None,
                    chance.choice(SITES),
                    side,
                    "twitch",
                    chance.randint(1, 9),
                    90.0,
                )
            )
        columns = "id, day, started_at, utc_offset_minutes, site, side, kind, intensity, duration_s"
        connection.executemany(f"INSERT INTO episode ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        tried = [(f"e{place}", chance.choice(("stretch", "heat")), place % 2) for place in range(0, episodes, 5)]
        connection.executemany("INSERT INTO relief (episode, name, helped) VALUES (?, ?, ?)", tried)
        for _, sql in triggers:
            connection.execute(sql)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ANALYZE")
        connection.execute("DELETE FROM sqlite_stat1")
        connection.commit()


PARTS = {"page": ("habit", "when", "body")}
"""The page has three pictures and a sentence of a habit: what it cannot do without is what these cannot."""


def aggregate(view: str, span: DaySpan) -> tuple[str, tuple[str, str]]:
    """The one SQL statement that a view cannot do without."""
    one = "SELECT day, twitches, sleep_hours FROM daily WHERE day BETWEEN ? AND ?"
    habits = "SELECT day, twitches, sleep_hours, stress, caffeine_mg, workout_load FROM daily WHERE day BETWEEN ? AND ?"
    statements = {
        "time": "SELECT day, twitches FROM daily WHERE day BETWEEN ? AND ?",
        "calendar": "SELECT day, twitches FROM daily WHERE day BETWEEN ? AND ?",
        "compare": one,
        "habit": one,
        "before": habits,
        "map": habits,
        "when": "SELECT day, substr(started_at, 12, 2), count(*) FROM episode WHERE day BETWEEN ? AND ? GROUP BY 1, 2",
        "body": "SELECT site, side, sum(times), min(day) FROM episode WHERE day BETWEEN ? AND ? GROUP BY 1, 2",
        "relief": "SELECT name, count(*), sum(helped) FROM episode JOIN relief ON episode = episode.id"
        " WHERE day BETWEEN ? AND ? GROUP BY 1",
        "caffeine": "SELECT substr(started_at, 1, 16), sum(times) FROM episode WHERE day BETWEEN ? AND ? GROUP BY 1",
    }
    return statements[view], (span.first.isoformat(), span.last.isoformat())


POINTS = {"time": 120, "page": 184, "compare": 240, "calendar": 120, "when": 28, "body": 36, "relief": 2, "map": 16}
"""As many points as the picture has; where there are more, two a column."""


def floor(path: Path, view: str, span: DaySpan) -> None:
    """The SQL aggregate, and a plotext figure of as many points."""
    import plotext

    plotext.terminal.limit(False, False)
    with closing(sqlite3.connect(path)) as connection:
        for part in PARTS.get(view, (view,)):
            statement, ends = aggregate(part, span)
            connection.execute(statement, ends).fetchall()
    points = POINTS.get(view, 160)
    figure = type(plotext.figure)(plotext.terminal)
    figure.plot_size(80, 20)
    signal = figure.signal(list(range(points)), [number % 7 for number in range(points)], marker="hd")
    figure.draw(signal.fillx())
    figure.build().string()


def drawn(path: Path, view: str, span: DaySpan) -> None:
    """A view from the file to its lines."""
    from journal.charts import views
    from journal.charts.render import draw_lines
    from journal.charts.request import ChartRequest
    from journal.store.read import queries

    with connections.reading(path) as connection:
        context = queries.context(connection)
        figure = views.figure(connection, context, ChartRequest(view, span))
    draw_lines.lines(figure, 80, 23)


def milliseconds(act: Callable[[], None], rounds: int) -> float:
    """Time of the processor, the least of the rounds: others may be at work on the machine."""
    act()
    taken = []
    for _ in range(rounds):
        begin = time.process_time()
        act()
        taken.append(time.process_time() - begin)
    return 1000 * min(taken)


def first_view(path: Path, rounds: int) -> tuple[float, float]:
    """A bare import of pandas and plotext with the floor of `time`, and the first view, each in a new process."""
    span = f"DaySpan(date.fromordinal({(TODAY - timedelta(days=3649)).toordinal()}), *[date({TODAY:%Y, %-m, %-d})] * 2)"
    bare = "import pandas, plotext, sqlite3"
    begin = "from datetime import date; from pathlib import Path; import sys; path = Path(sys.argv[1])"
    programs = (f"{begin}; {bare}", f"{begin}; from tests.bench.trends import *; drawn(path, 'time', {span})")
    found = []
    for program in programs:
        taken = []
        for _ in range(rounds):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program, str(path)], check=True, cwd=schema.path().parent)
            taken.append(time.perf_counter() - start)
        found.append(1000 * median(taken))
    return found[0] + milliseconds(
        lambda: floor(path, "time", DaySpan(TODAY - timedelta(days=3649), TODAY, TODAY)), rounds
    ), found[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("views", nargs="*", metavar="VIEW", help="the views to measure; all of them without a name")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths: list[Path] = []
        for days, episodes in SIZES:
            paths.append(Path(folder) / f"{days}-{episodes}.db")
            fill(paths[-1], days, episodes)
        if not arguments.views:
            bare, first = first_view(paths[0], arguments.rounds)
            ratio = f"{first / bare:.2f} times (at most 2)"
            print(f"first view {first:.0f} ms; bare import and floor {bare:.0f} ms: {ratio}")
        _views(paths, arguments.views, arguments.rounds)


def _views(paths: list[Path], views: list[str], rounds: int) -> None:
    from journal.charts.views import VIEWS

    ten_years = DaySpan(TODAY - timedelta(days=3649), TODAY, TODAY)
    spans = (ten_years, ten_years, ten_years._replace(first=TODAY - timedelta(days=36_499)))
    print(f"{'ms':9} {'ten years':>9} {'floor':>6} {'times':>5} | 10x episodes     | 10x days and episodes")
    for view in views or VIEWS:
        base, *tenfold = [
            milliseconds(partial(drawn, path, view, span), rounds) for path, span in zip(paths, spans, strict=True)
        ]
        least = milliseconds(partial(floor, paths[0], view, ten_years), rounds)
        broken = base > 3 * least or any(longer > min(12 * base, 2000) for longer in tenfold)
        print(
            f"{view:9} {base:9.1f} {least:6.1f} {base / least:5.2f} |"
            f" {' | '.join(f'{longer:7.1f} = {longer / base:5.2f}x' for longer in tenfold)}"
            f"{'   too slow' if broken else ''}",
            flush=True,
        )


if __name__ == "__main__":
    main()
