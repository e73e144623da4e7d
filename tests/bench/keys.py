"""Keys typed in bursts, on a busy machine, against the same keys typed slowly: 0 differences.

    python -m tests.bench.keys [--bursts 1000] [--only NAME] [--first SEED] [--busy 2] [--locked 20] [--slow-reads]

Every widget of the app that can have the focus is looked for by walking through the app: each key that does something,
each row that opens something. So a field that comes later is typed into as well. Into each of them bursts of mixed keys
(letters, editing keys, Enter, Tab, Escape, room keys, undo, a paste) are sent at 0 to 40 ms a key, and the same keys
again, each of them awaited. Compared are all stored rows, the steps of undo, files written, the room and dialogs in
front, the day, the text and the cursor of every field, the row marked in every list. A seed makes one burst; a
difference prints its field, its seed and its keys, and `--only NAME --first SEED --bursts 1` repeats it.
"""

import argparse
import asyncio
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from journal.app import keys
from journal.app.main import JournalApp
from journal.app.screens.form import FormDialog
from journal.app.screens.dialog import Pick
from journal.app.screens.today import TodayScreen
from journal.app.widgets.table import RowTable
from journal.app.widgets.virtual_list import VirtualList
from journal.store.file import connections
from journal.store.write.entry import enter
from tests.app.robot import SATURDAY, Clock, Robot

NEVER = {"quit", "palette"}
"""Keys that end the app, or open what is Textual's own."""
TEXTS = (
    "left calf 4 2m", "thumb 2", "calf", "espresso", "2 coffees", "stress 7", "8", "6.5", "3", "12", "5n", "no caffeine",
    "start thigh", "stop thigh", "yesterday: ", "2026-11", "again", "note “wörter”", "x", " ", "left ", "g", "d", "t",
)  # fmt: skip
EDITING = (
    "backspace backspace backspace delete left left right up down down home end ctrl+u ctrl+w ctrl+k ctrl+a ctrl+e tab"
    " shift+tab pageup pagedown escape"
).split()
PASTES = ("calf 2", "thumb 3\nespresso", "left ")
ROWS_TRIED = 70
ROWS_IN_WINDOW = 2
LIST_KEYS = ("up", "down", "home", "end", "pageup", "pagedown", "enter")
DEEPEST = 5
"""How many keys or rows lead to a field at most."""
CHUNK = 20
"""Bursts in one app; they are compared until one differs, and then another app begins."""
SLOWEST = (0.0, 0.0, 0.005, 0.02, 0.04)
"""Seconds between two keys of a burst at most."""
HIDDEN = ("id", "episode", "undoes", "at")
"""Columns of ids, and of the machine's clock."""
LOCKED = 2.5
"""Seconds for which another program holds the write lock."""


class Place(NamedTuple):
    """A widget that can have the focus, and what leads there from Today."""

    screen: str
    widget: str
    route: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.screen} #{self.widget}"


class Key(NamedTuple):
    """A key, or a text that is pasted."""

    name: str
    is_paste: bool = False


def screen_name(screens: Sequence[Screen[Any]]) -> str:
    screen = screens[-1]
    name = type(screen).__name__
    if isinstance(screen, FormDialog):
        return f"{name} “{screen.heading}”"
    return f"{screen_name(screens[:-1])} {name}" if type(screen) is Pick and len(screens) > 1 else name


# ---- one app ------------------------------------------------------------------------------------------------


@contextmanager
def home_of(folder: Path) -> Iterator[None]:
    """Files that are written land in this folder, wherever the name that was typed says."""
    folder.mkdir(parents=True)
    before = os.environ["HOME"], Path.cwd()
    os.environ["HOME"] = str(folder)
    os.chdir(folder)
    try:
        yield
    finally:
        os.environ["HOME"] = before[0]
        os.chdir(before[1])


def seeded(path: Path) -> Path:
    """A diary in which every list has rows and two episodes go on."""
    clock = Clock()
    for line in (
        "2026-11-18: left calf 3; coffee; stress 4",
        "2026-11-19: right eyelid 2; slept 23:00-07:00",
        "yesterday: both calves 5 2m +stretch",
        "coffee 9:00",
        "started magnesium 300mg",
        "start left calf 10m ago",
        "start right thumb 5m ago",
    ):
        for part in line.split("; "):
            prefix = line.partition(": ")[0] + ": " if ": " in line and ": " not in part else ""
            enter(path, prefix + part, clock())
    return path


async def lived(path: Path, story: Any) -> Any:
    clock = Clock(SATURDAY)
    app = JournalApp(path, None, clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        user = Robot(app, pilot, clock)
        await user.settle()
        result = await story(user)
        app.workers.cancel_all()
        app.exit()
    return result


async def go_home(user: Robot) -> None:
    """To Today, its page of today, an empty line."""
    app = user.app
    app.go("today")
    await user.settle()
    screen = app.screen
    assert isinstance(screen, TodayScreen)
    screen.line.fill("")
    screen.line.focus()
    screen.go_to(app.today)
    await user.settle()


async def go_along(user: Robot, route: Sequence[str]) -> None:
    await go_home(user)
    await press_all(user, route)


async def press_all(user: Robot, names: Sequence[str]) -> None:
    for name in names:
        user.send(name)
    await user.settle()


async def put_focus(user: Robot, place: Place) -> bool:
    """Whether the place could be reached; a record that was deleted, or a digit that is free, may lead nowhere."""
    await go_along(user, place.route)
    widget = next((each for each in user.app.screen.focus_chain if each.id == place.widget), None)
    if widget is None or screen_name(user.app.screen_stack) != place.screen:
        return False
    widget.focus()
    await user.settle()
    return True


# ---- where one can type -------------------------------------------------------------------------------------


def moves(user: Robot, *, everywhere: bool) -> list[tuple[str, ...]]:
    """What may lead somewhere else: every key that does something, and every row that can be chosen. Keys that do the
    same `everywhere` are left out where they were tried already."""
    app = user.app
    is_list = isinstance(app.focused, (RowTable, VirtualList))
    keys_ = [
        (binding.key,)
        for node, binding, enabled, _ in app.screen.active_bindings.values()
        if enabled
        and binding.id
        and binding.id not in NEVER
        and (everywhere or node is not app)
        and not (is_list and binding.key in LIST_KEYS)
    ]
    rows = len(app.focused.rows) if isinstance(app.focused, RowTable) else ROWS_IN_WINDOW if is_list else 0
    return [*keys_, ("tab",), *(("home", *["down"] * number, "enter") for number in range(min(rows, ROWS_TRIED)))]


async def all_places(path: Path, folder: Path) -> list[Place]:
    """Every widget that can have the focus, the nearest first."""
    places: dict[tuple[str, str], Place] = {}
    visited: set[tuple[str, str | None]] = set()
    waiting: list[tuple[str, ...]] = [()]

    async def look(user: Robot, route: tuple[str, ...]) -> None:
        screen = screen_name(user.app.screen_stack)
        for widget in user.app.screen.focus_chain:
            if widget.id and (screen, widget.id) not in places:
                places[screen, widget.id] = Place(screen, widget.id, route)
        focused = user.app.focused
        node = screen, focused.id if isinstance(focused, (RowTable, VirtualList)) else None
        if node not in visited:
            visited.add(node)
            if sum(key not in ("home", "down") for key in route) < DEEPEST:
                waiting.append(route)

    def in_turn(route: tuple[str, ...]) -> Any:
        async def story(user: Robot) -> None:
            await go_along(user, route)
            start = screen_name(user.app.screen_stack)
            for move in moves(user, everywhere=not route):
                focus = user.app.focused
                await press_all(user, move)
                await look(user, (*route, *move))
                if screen_name(user.app.screen_stack) != start or user.app.focused is not focus:
                    await go_along(user, route)

        return story

    number = 0
    while waiting:
        route, number = waiting.pop(0), number + 1
        copy = folder / f"walk-{number}.db"
        shutil.copy(path, copy)
        with home_of(folder / f"walk-{number}"):
            await lived(copy, in_turn(route))
    return list(places.values())


# ---- bursts -------------------------------------------------------------------------------------------------


def burst_of(seed: int) -> tuple[list[Key], list[float]]:
    """The keys of a burst, and the seconds after each."""
    dice = random.Random(seed)
    rooms = [
        binding.key.split(",")[dice.randrange(len(binding.key.split(",")))]
        for binding in keys.APP
        if not isinstance(binding, tuple) and binding.id not in NEVER and binding.id not in ("undo", "redo")
    ]
    burst: list[Key] = []
    for _ in range(dice.randint(4, 12)):
        kind = dice.random()
        if kind < 0.4:
            burst += [Key(letter) for letter in dice.choice(TEXTS)]
        elif kind < 0.65:
            burst.append(Key(dice.choice(EDITING)))
        elif kind < 0.85:
            burst.append(Key("enter"))
        elif kind < 0.92:
            burst.append(Key(dice.choice(rooms)))
        elif kind < 0.98:
            burst.append(Key(dice.choice(("ctrl+z", "ctrl+z", "ctrl+y"))))
        else:
            burst.append(Key(dice.choice(PASTES), is_paste=True))
    slowest = dice.choice(SLOWEST)
    return burst, [dice.uniform(0, slowest) for _ in burst]


def send(user: Robot, key: Key) -> None:
    if key.is_paste:
        event = events.Paste(key.name)
        event.set_sender(user.app)
        assert user.app._driver is not None
        user.app._driver.send_message(event)
    else:
        user.send(key.name)


def state_of(user: Robot, home: Path) -> dict[str, object]:
    """All that is compared; what no user sees, such as ids, is left out."""
    app = user.app
    screens = dict.fromkeys(screen for stack in app._screen_stacks.values() for screen in stack)
    state: dict[str, object] = {
        "screens": [screen_name(app.screen_stack[: end + 1]) for end in range(len(app.screen_stack))],
        "focus": app.focused.id if app.focused else None,
        "files": sorted(str(path.relative_to(home)) for path in home.rglob("[!.]*") if ".local" not in path.parts),
    }
    for screen in screens:
        name = screen_name([screen])
        for attribute in ("day", "choice", "as_text", "days"):
            if hasattr(screen, attribute):
                state[f"{name} {attribute}"] = str(getattr(screen, attribute))
        for field in screen.query(Input):
            state[f"{name} #{field.id}"] = field.value, field.cursor_position
        for rows in (*screen.query(RowTable), *screen.query(VirtualList)):
            state[f"{name} #{rows.id} row"] = rows.cursor
    with connections.reading(user.path) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        for (table,) in names.fetchall():
            if table not in ("change", "diary", "look", "verdict"):
                state[f"table {table}"] = rows_of(connection, table)
    return state


def rows_of(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    cursor = connection.execute(f"SELECT * FROM {table}")
    kept = [number for number, (name, *_) in enumerate(cursor.description) if name not in HIDDEN]
    rows = [tuple(row[number] for number in kept) for row in cursor]
    return rows if table == "step" else sorted(rows, key=repr)


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Another program holds the write lock for so long, and is waited for."""
    is_held = threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            is_held.set()
            time.sleep(seconds)
            connection.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    is_held.wait()
    try:
        yield
    finally:
        thread.join()


async def typed(
    path: Path, home: Path, place: Place, seeds: Sequence[int], *, slowly: bool, lock: float = 0
) -> list[dict[str, object]]:
    """The state after each burst, typed one after the other into one app."""

    async def story(user: Robot) -> list[dict[str, object]]:
        states: list[dict[str, object]] = []
        for seed in seeds:
            if not await put_focus(user, place):
                break
            burst, pauses = burst_of(seed)
            if slowly:
                for key in burst:
                    send(user, key)
                    await user.settle()
            elif lock:
                with locked(path, lock):
                    await send_all(user, burst, pauses)
            else:
                await send_all(user, burst, pauses)
            await user.settle()
            states.append(state_of(user, home))
        return states

    with home_of(home):
        result: list[dict[str, object]] = await lived(path, story)
    return result


async def send_all(user: Robot, burst: Sequence[Key], pauses: Sequence[float]) -> None:
    for key, pause in zip(burst, pauses, strict=True):
        send(user, key)
        if pause:
            await asyncio.sleep(pause)


class Difference(NamedTuple):
    seed: int
    what: dict[str, tuple[object, object]]


async def compared(path: Path, folder: Path, place: Place, seeds: Sequence[int], lock: float) -> tuple[int, list[Difference]]:
    """How many bursts were typed, and which of them differ."""
    differences: list[Difference] = []
    done = 0
    waiting = list(seeds)
    turn = 0
    while waiting:
        chunk, turn = waiting[:CHUNK], turn + 1
        states = []
        for manner in ("slowly", "quickly"):
            copy = folder / f"{manner}-{turn}" / "diary.db"
            copy.parent.mkdir(parents=True)
            shutil.copy(path, copy)
            home = copy.parent / "home"
            states.append(await typed(copy, home, place, chunk, slowly=manner == "slowly", lock=lock))
            shutil.rmtree(copy.parent)
        slow, quick = states
        matched = 0
        for seed, expected, got in zip(chunk, slow, quick, strict=False):
            matched += 1
            if expected != got:
                what = {
                    name: (expected.get(name), got.get(name))
                    for name in [*expected, *got]
                    if expected.get(name) != got.get(name)
                }
                differences.append(Difference(seed, what))
                break
        done += matched
        waiting = waiting[max(1, matched) :]
    return done, differences


# ---- a busy machine -----------------------------------------------------------------------------------------


@contextmanager
def busy(loops: int) -> Iterator[None]:
    """So many programs that never rest."""
    programs = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(coroutine)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bursts", type=int, default=1000, help="in all, the fields sharing them evenly")
    parser.add_argument("--only", default="", help="a part of the names of the fields that are typed into")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--busy", type=int, default=2, help="programs that never rest beside it")
    parser.add_argument("--locked", type=int, default=0, help="further bursts while another program holds the diary")
    options = parser.parse_args()
    different = 0
    with tempfile.TemporaryDirectory() as name, busy(options.busy):
        folder = Path(name)
        diary = seeded(folder / "diary.db")
        places = [place for place in run(all_places(diary, folder)) if options.only in place.name]
        each = -(-options.bursts // len(places))
        print(f"{len(places)} fields and lists, {each} bursts each, {options.busy} busy programs beside")
        for number, place in enumerate(places):
            for lock, count in ((0.0, each), (LOCKED, -(-options.locked // len(places)) if options.locked else 0)):
                if not count:
                    continue
                seeds = range(options.first, options.first + count)
                begun = time.perf_counter()
                done, differences = run(compared(diary, folder / f"{number}-{lock}", place, seeds, lock))
                different += len(differences)
                manner = ", locked" if lock else ""
                took = time.perf_counter() - begun
                print(f"{place.name + manner:<60} {done:4} bursts  {len(differences):3} differences  {took:5.0f} s", flush=True)
                for difference in differences:
                    print(f"  seed {difference.seed}: {' '.join(repr(k.name) if k.is_paste else k.name for k in burst_of(difference.seed)[0])}")
                    for what, (slow, quick) in difference.what.items():
                        print(f"    {what}: slowly {slow!r}, in a burst {quick!r}")
    print(f"{different} differences")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
