"""How fast the app is, against a Textual app that does nothing, measured side by side in one run.

    python tests/bench/app.py [--runs 9] [--small]

Starts are measured on a terminal of 80x24 made for the purpose, from the start of the process until the words are on
the screen; steps are measured inside one process each, from the key to the drawn frame. Ratios are of medians.
"""

import argparse
import asyncio
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from journal.moments import UserClock
from journal.store.write import transaction

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("What happened?")
Empty().run()
"""
OURS = "import sys; from journal.__main__ import run; sys.exit(run(['--db', {path!r}]))"
NOW = (datetime.now(UTC) - timedelta(hours=4)).replace(hour=14, minute=5, second=0, microsecond=0)
"""An afternoon of the diary day that it is."""
LAST_WORDS = "bench marker"


def make(path: Path, years: int, a_day: float) -> None:
    """A diary of so many years with so many episodes a day and a check-in on each."""
    from journal.records import Answer, Drink, Episode

    sites = ("calf", "eyelid", "thumb", "thigh", "biceps")
    with transaction.step(path, "log", NOW.strftime("%Y-%m-%dT%H:%M:%SZ")) as connection:
        made = 0.0
        for back in range(years * 365, -1, -1):
            day = (NOW - timedelta(days=back)).date().isoformat()
            made += a_day
            while made >= 1:
                made -= 1
                at = f"{day}T{6 + int(made * 7) % 8:02}:{back % 60:02}:00Z"
                note = "after gaming" if back % 97 == 0 else None
                transaction.add(
                    connection,
                    Episode(day=day, started_at=at, utc_offset_minutes=0, site=sites[int(made) % 5], note=note),
                )
            transaction.add(connection, Answer(day=day, question="stress", value=back % 11))
            transaction.add(
                connection, Drink(day=day, taken_at=f"{day}T07:00:00Z", utc_offset_minutes=0, name="coffee")
            )
        transaction.add(connection, Episode(day=NOW.date().isoformat(), site="calf", note=LAST_WORDS))


# ---- starting -------------------------------------------------------------------------------------------------


def started(code: str, *wanted: str) -> list[float]:
    """Seconds from the start of a process until each text is on its terminal."""
    master, slave = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TZ": "UTC"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True
    )
    os.close(slave)
    seen, at = b"", []
    for text in wanted:
        while text.encode() not in seen:
            if not select.select([master], [], [], 20)[0]:
                raise SystemExit(f"{text!r} did not appear; there was: {seen[-2000:]!r}")
            seen += os.read(master, 65536)
        at.append(time.perf_counter() - begun)
    process.kill()
    process.wait()
    os.close(master)
    return at


def starts(path: Path, runs: int) -> tuple[float, float, float]:
    """Medians: the empty app's frame, our frame, our day's data."""
    empty, frame, data = [], [], []
    for _ in range(runs):
        empty.append(started(EMPTY, "What happened?")[0])
        ours = started(OURS.format(path=str(path)), "What happened?", LAST_WORDS)
        frame.append(ours[0])
        data.append(ours[1])
    return statistics.median(empty), statistics.median(frame), statistics.median(data)


# ---- steps ----------------------------------------------------------------------------------------------------


async def drawn(app: Any, name: str, shown: Callable[[], object]) -> float:
    """Seconds from a key until what is shown is another thing, and drawn.

    It waits without turning: a loop that spins takes the interpreter's lock from the thread that reads the diary.
    """
    seen = asyncio.Event()
    display = app._display
    before = shown()

    def look(*what: Any) -> None:
        display(*what)
        if shown() is not before:
            seen.set()

    app._display = look
    begun = time.perf_counter()
    key(app, name)
    await asyncio.wait_for(seen.wait(), 20)
    took = time.perf_counter() - begun
    app._display = display
    return took


def key(app: Any, name: str) -> None:
    from textual import events

    event = events.Key(name, name if len(name) == 1 else None)
    event.set_sender(app)
    app._driver.send_message(event)


async def listed(runs: int, rows: int) -> list[float]:
    """A Textual app with as many visible rows, which shows them anew from a list in memory at each key."""
    from textual.app import App, ComposeResult
    from textual.widgets import Input, OptionList

    class Listed(App[None]):
        turn = 0

        def compose(self) -> ComposeResult:
            yield Input()
            yield OptionList()

        def on_input_changed(self) -> None:
            self.turn += 1
            options = self.query_one(OptionList)
            options.clear_options()
            options.add_options([f"Sat 21 Nov 14:{row:02}  left calf, twitch {self.turn}" for row in range(rows)])

    app = Listed()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        took = []
        for _ in range(runs):
            took.append(await drawn(app, "a", lambda: app.turn))
            await pilot.pause()
        return took


async def stepped(path: Path, runs: int) -> dict[str, list[float]]:
    """Moving from day to day, opening History, and each keystroke of its filter."""
    from journal.app.main import JournalApp
    from journal.app.widgets.virtual_list import VirtualList

    app = JournalApp(path, read_clock=lambda: UserClock(NOW, UTC))
    took: dict[str, list[float]] = {"day to day": [], "opening History": [], "a key of its filter": []}
    async with app.run_test(size=(80, 24)) as pilot:

        async def settle() -> None:
            for _ in range(3):
                await pilot.pause(0)
                await app.workers.wait_for_complete()

        await settle()
        for _ in range(runs):
            took["day to day"].append(await drawn(app, "left", lambda: getattr(app.screen, "page", None)))
            await settle()

        await app.prepare()  # as it does by itself a second after the start
        app.go("history")
        await settle()
        window = app.screen.query_one(VirtualList)

        def held() -> object:
            return window.held

        def rows_in_front() -> object:
            return window.held if app.screen is window.screen else None

        for turn in range(runs):
            app.go("today")
            await settle()
            app.diary.version += 1  # as if something had been logged
            await asyncio.sleep(1.2)
            took["opening History"].append(await drawn(app, "f3", rows_in_front))
            await settle()
            for letter in "gaming"[: 1 + turn % 6]:
                took["a key of its filter"].append(await drawn(app, letter, held))
                await settle()
            await pilot.press("escape")
            await settle()
    return took


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--small", action="store_true", help="without the diary of ten times the size")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ten_years = Path(folder) / "ten-years.db"
        make(ten_years, 10, 20_000 / 3_650)
        empty, frame, data = starts(ten_years, wanted.runs)
        print(f"empty Textual app, first frame    {empty * 1000:7.0f} ms")
        print(f"ours, first frame                 {frame * 1000:7.0f} ms   {frame / empty:5.2f}x   at most 1.4")
        print(f"ours, the day's data              {data * 1000:7.0f} ms   {data / empty:5.2f}x   at most 2.2")
        in_memory = statistics.median(asyncio.run(listed(4 * wanted.runs, 18)))
        print(f"18 rows from a list in memory     {in_memory * 1000:7.1f} ms")
        steps = asyncio.run(stepped(ten_years, wanted.runs))
        large: dict[str, list[float]] = {}
        if not wanted.small:
            hundred = Path(folder) / "hundred.db"
            make(hundred, 10, 200_000 / 3_650)
            large = asyncio.run(stepped(hundred, wanted.runs))
        for name, took in steps.items():
            median = statistics.median(took)
            line = f"{name:<33} {median * 1000:7.1f} ms   {median / in_memory:5.2f}x   at most 2.5"
            if name in large:
                ten_times = statistics.median(large[name])
                line += f"   ten times the diary {ten_times * 1000:.1f} ms, {ten_times / median:.2f}x"
            print(line)


if __name__ == "__main__":
    main()
