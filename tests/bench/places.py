"""Every widget of the app that can have the focus, found by walking through the app."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from textual.screen import Screen

from journal.app.main import JournalApp
from journal.app.screens.dialogs.form import FormDialog
from journal.app.screens.dialogs.pick import Pick
from journal.app.screens.rooms.today import TodayScreen
from journal.app.widgets.table import RowTable
from journal.app.widgets.virtual_list import VirtualList
from journal.store.write.entry import enter
from tests.app.robot import SATURDAY, Clock, Robot

NEVER = {"quit", "palette"}
"""Keys that end the app, or open what is Textual's own."""
ROWS_TRIED = 70
ROWS_IN_WINDOW = 2
LIST_KEYS = ("up", "down", "home", "end", "pageup", "pagedown", "enter")
DEEPEST = 5
"""How many keys or rows lead to a field at most."""


class Place(NamedTuple):
    """A widget that can have the focus, and what leads there from Today."""

    screen: str
    widget: str
    route: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.screen} #{self.widget}"


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
