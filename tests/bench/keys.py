"""Keys typed in bursts, on a busy machine, against the same keys typed slowly: 0 differences.

    python -m tests.bench.keys [--bursts 1000] [--minutes 60] [--only NAME] [--first SEED] [--apps 3] [--locked 20]

Every widget of the app that can have the focus is looked for by walking through the app: each key that does something,
each row that opens something. So a field that comes later is typed into as well. Into each of them bursts of mixed keys
(letters, editing keys, Enter, Tab, Escape, room keys, undo, a paste) are sent at 0 to 40 ms a key, and the same keys
again, each of them awaited. Compared are all stored rows, the steps of undo, files written, the room and dialogs in
front, the day, the text and the cursor of every field, the row marked in every list. A seed makes one burst; a
difference prints its field, its seed and its keys, and the seed with which its app began: `--only NAME --first THAT`
repeats it. Several apps are typed into at once, which is what makes the machine busy; nothing is drawn. A burst is
0.4 s of computing, and so a thousand into each field take hours: they are typed in rounds of twenty into every field,
and `--minutes` ends it earlier.
"""

import argparse
import asyncio
import multiprocessing
import random
import resource
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from textual import events
from textual._compositor import Compositor
from textual.widgets import Input

from journal.app import keys
from journal.app.widgets.table import RowTable
from journal.app.widgets.virtual_list import VirtualList
from journal.store.file import connections
from tests.app.robot import Robot
from tests.bench.places import NEVER, Place, all_places, home_of, lived, put_focus, screen_name, seeded

TEXTS = (
    *("left calf 4 2m", "thumb 2", "calf", "left ", "start thigh", "stop thigh", "again", "espresso", "2 coffees"),
    *("no caffeine", "stress 7", "note “wörter”", "yesterday: ", "2026-11", "8", "6.5", "3", "12", "5n", "x", " "),
    *("g", "d", "t"),
)
EDITING = (
    "backspace backspace backspace delete left left right up down down home end ctrl+u ctrl+w ctrl+k ctrl+a ctrl+e tab"
    " shift+tab pageup pagedown escape"
).split()
PASTES = ("calf 2", "thumb 3\nespresso", "left ")
CHUNK = 20
"""Bursts in one app; they are compared until one differs, and then another app begins."""
SLOWEST = (0.0, 0.0, 0.005, 0.02, 0.04)
"""Seconds between two keys of a burst at most."""
SEEDS_EACH = 100_000
HIDDEN = ("id", "episode", "undoes", "at")
"""Columns of ids, and of the machine's clock."""
LOCKED = 2.5
"""Seconds for which another program holds the write lock."""


class Key(NamedTuple):
    """A key, or a text that is pasted."""

    name: str
    is_paste: bool = False


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
    first: int
    """The seed with which the app began."""
    what: dict[str, tuple[object, object]]


async def compared(
    path: Path, folder: Path, place: Place, seeds: Sequence[int], lock: float
) -> tuple[int, list[Difference]]:
    """How many bursts were typed into one app, and whether the last of them differs; what is behind it is not typed."""
    states = []
    for manner in ("slowly", "quickly"):
        copy = folder / manner / "diary.db"
        copy.parent.mkdir(parents=True)
        shutil.copy(path, copy)
        states.append(await typed(copy, copy.parent / "home", place, seeds, slowly=manner == "slowly", lock=lock))
    shutil.rmtree(folder, ignore_errors=True)  # a thread may be closing a file
    done = 0
    for seed, expected, got in zip(seeds, *states, strict=False):
        done += 1
        if expected != got:
            what = {
                name: (expected.get(name), got.get(name))
                for name in [*expected, *got]
                if expected.get(name) != got.get(name)
            }
            return done, [Difference(seed, seeds[0], what)]
    return done, []


# ---- several apps at once -----------------------------------------------------------------------------------


def tell(difference: Difference) -> None:
    """What to repeat, and what differs; of rows those alone that stand on one side."""
    names = [repr(key.name) if key.is_paste else key.name for key in burst_of(difference.seed)[0]]
    print(f"  seed {difference.seed}, in an app that began with {difference.first}: {' '.join(names)}")
    for what, (slow, quick) in difference.what.items():
        alone: tuple[object, object]
        if isinstance(slow, list) and isinstance(quick, list):
            alone = [row for row in slow if row not in quick], [row for row in quick if row not in slow]
        else:
            alone = slow, quick
        print(f"    {what}: slowly {alone[0]!r}, in a burst {alone[1]!r}")


class Turn(NamedTuple):
    """What was typed into a field in one turn."""

    bursts: int
    differences: list[Difference]
    megabytes: int
    """The most memory that the process has had so far."""


def begin() -> None:
    """Of a process: what nobody looks at is not drawn."""
    mock.patch.object(Compositor, "render_update", lambda self, *_, **__: self._dirty_regions.clear()).start()


def typed_into(place: Place, diary: Path, seeds: Sequence[int], lock: float) -> Turn:
    """Type the bursts of these seeds, in a new app behind each that differs."""
    differences: list[Difference] = []
    bursts = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:  # a thread may be closing a file
        while seeds:
            done, last = asyncio.run(compared(diary, Path(name).resolve() / "typed", place, seeds, lock))
            differences += last
            bursts += done
            if not done:
                break
            seeds = seeds[done:]
    return Turn(bursts, differences, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bursts", type=int, default=1000, help="into each field")
    parser.add_argument("--minutes", type=float, default=24 * 60, help="no further turn begins after so long")
    parser.add_argument("--only", default="", help="a part of the names of the fields that are typed into")
    parser.add_argument("--first", type=int, help="the first seed")
    parser.add_argument("--apps", type=int, default=3, help="that are typed into at once")
    parser.add_argument("--locked", type=int, default=0, help="bursts while another program holds the diary, first")
    options = parser.parse_args()
    end = time.monotonic() + 60 * options.minutes
    differences = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        diary = seeded(folder / "diary.db")
        begin()
        places = asyncio.run(all_places(diary, folder))
        fields = [(number, place) for number, place in enumerate(places) if options.only in place.name]
        bursts = {place: 0 for _, place in fields}
        print(f"{len(fields)} fields and lists, {options.apps} apps at once", flush=True)
        rounds = [(LOCKED, range(done, min(done + CHUNK, options.locked))) for done in range(0, options.locked, CHUNK)]
        rounds += [(0.0, range(done, min(done + CHUNK, options.bursts))) for done in range(0, options.bursts, CHUNK)]
        spawned = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(options.apps, spawned, begin) as processes:
            turns: dict[Future[Turn], tuple[Place, float]] = {}
            for lock, numbers in rounds:
                for number, place in fields:
                    first = options.first or 1 + number * SEEDS_EACH
                    seeds = range(first + numbers.start, first + numbers.stop)
                    turns[processes.submit(typed_into, place, diary, seeds, lock)] = place, lock
            for future in as_completed(turns):
                if time.monotonic() > end:
                    processes.shutdown(wait=False, cancel_futures=True)
                if future.cancelled():
                    continue
                place, lock = turns[future]
                if error := future.exception():
                    differences += 1
                    print(f"{place.name:<60} the app ended: {error!r}", flush=True)
                    continue
                turn = future.result()
                bursts[place] += turn.bursts
                differences += len(turn.differences)
                print(
                    f"{place.name:<60} {bursts[place]:4} bursts  {len(turn.differences):3} differences"
                    f"  {turn.megabytes:5} MB{', locked' if lock else ''}",
                    flush=True,
                )
                for difference in turn.differences:
                    tell(difference)
    fewest = min(bursts.values())
    print(f"{sum(bursts.values())} bursts, {fewest} at least into each field: {differences} differences")
    sys.exit(bool(differences))


if __name__ == "__main__":
    main()
