"""A user of the app: types, clicks, looks; and the clock that this user lives by."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from traceback import format_exception
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from journal import remarks
from journal.app.display import Display
from journal.app.main import JournalApp
from journal.moments import UserClock
from journal.store.file import connections
from journal.store.read import queries
from journal.store.write.entry import enter

SATURDAY = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
SIZES = ((80, 24), (40, 20))
LONGEST_HANDLER = 5.0
"""Seconds after which a widget that still handles a message is no more waited for."""
QUIET_ROUNDS = 6
"""In so many turns of the loop a key comes from the terminal to the app, and what it asked for into a queue."""


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self, now: datetime = SATURDAY) -> None:
        self.now = now

    def __call__(self) -> UserClock:
        return UserClock(self.now, UTC)

    def pass_(self, **much: int) -> None:
        self.now += timedelta(**much)


def rests(pump: MessagePump) -> bool:
    """Whether a widget handles nothing: what runs it waits for the next message, or has ended.

    To look is a hundred times cheaper than to send each widget a message and wait for the answer, as Pilot does.
    """
    return bool(pump._message_queue.ready_event._waiters) or pump._task is None or pump._task.done()


class Robot:
    """Drives one app. `see` is the text on the screen, line by line."""

    def __init__(self, app: JournalApp, pilot: Pilot[None], clock: Clock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock

    async def settle(self) -> None:
        """Until nothing is under way any more: no message waits, no thread works, and all of it is drawn."""
        quiet, given_up = 0, time.monotonic() + LONGEST_HANDLER
        while quiet < QUIET_ROUNDS:
            await asyncio.sleep(0)
            if self.app._exception:  # it has ended, and would never rest
                raise self.app._exception
            await self.app.key_queue.all_taken()
            self.app.screen._on_timer_update()
            if self._is_busy() or (not all(map(rests, self._pumps)) and time.monotonic() < given_up):
                quiet = 0
                with suppress(WorkerCancelled):  # a newer question took its place, and is waited for in the next round
                    await self.app.workers.wait_for_complete()
            else:
                quiet += 1

    @property
    def _pumps(self) -> list[MessagePump]:
        return [self.app, *self.app.screen.walk_children(with_self=True)]

    def _is_busy(self) -> bool:
        screen = self.app.screen
        return (
            any(not worker.is_finished for worker in self.app.workers)
            or any(pump.message_queue_size or pump._next_callbacks or not pump._is_mounted for pump in self._pumps)
            or screen._layout_required
            or bool(screen._callbacks)
        )

    async def until(self, holds: Callable[[], object]) -> None:
        """Until this holds; what is not so after a thousand rounds, ten seconds at least, will never be."""
        for _ in range(1000):
            if holds():
                return
            await asyncio.sleep(0.01)  # a timer, a thread or another process may be what is waited for
            await self.settle()
        raise AssertionError(f"it never came to hold; {self.notice!r} is said on:\n{self.see}")

    async def sees(self, text: str) -> None:
        await self.until(lambda: text in self.see)

    async def is_told(self, text: str) -> None:
        await self.until(lambda: text in self.notice)

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.send(key)
            await self.settle()

    def send(self, key: str) -> None:
        """A key, as the terminal sends it; Pilot's own waits 40 ms after each."""
        driver = self.app._driver
        assert driver is not None
        name = NAMES.get(key, key)
        event = events.Key(name, key if len(key) == 1 else None)
        event.set_sender(self.app)
        driver.send_message(event)

    async def type(self, text: str) -> None:
        """As letters on the keyboard, faster than anything is answered."""
        for letter in text:
            self.send(letter)
        await self.settle()

    async def burst(self, *keys: str) -> None:
        """Keys at once, as a text expander or a slow line sends them; a word of several letters is typed as letters."""
        for key in keys:
            for name in [key] if key in KEYS else key:
                self.send(name)
        await self.settle()

    async def paste(self, text: str) -> None:
        """As a terminal sends what is pasted."""
        driver = self.app._driver
        assert driver is not None
        event = events.Paste(text)
        event.set_sender(self.app)
        driver.send_message(event)
        await self.settle()

    async def log(self, line: str) -> None:
        """All but the first letter is pasted, since the app answers each that is typed: it takes ten times as long."""
        self.send(line[0])
        await self.paste(line[1:])
        await self.press("enter")

    async def click(self, text: str, at: int | None = None, *, last: bool = False) -> None:
        """A click on the first line (or the last) in which this text stands: on its middle, or its letter `at`."""
        lines = list(enumerate(self.lines))
        for y, line in reversed(lines) if last else lines:
            x = line.find(text)
            if x >= 0:
                await self.pilot.click(offset=(x + (len(text) // 2 if at is None else at), y))
                await self.settle()
                return
        raise AssertionError(f"{text!r} is not on the screen:\n{self.see}")

    @property
    def lines(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def see(self) -> str:
        return "\n".join(self.lines)

    @property
    def line(self) -> Input:
        return self.app.screen.query_one("#line", Input)

    @property
    def notice(self) -> str:
        """What the line for it says."""
        text: str = self.app.front.query_one("#notice").text  # type: ignore[attr-defined]
        return text

    @property
    def path(self) -> Path:
        return self.app.diary.file.path

    def records(self, table: str = "episode") -> list[Any]:
        """Those of a table, each of its own class."""
        with connections.reading(self.path) as connection:
            return queries.records(connection, table, "1 ORDER BY rowid")

    def shell(self, line: str) -> None:
        """Another program logs a line."""
        enter(self.path, line, self.clock())
        remarks.take()  # it says its own


EDITING_KEYS = (
    "ctrl+a ctrl+e ctrl+k ctrl+o ctrl+s ctrl+u ctrl+w ctrl+y ctrl+z delete down end enter escape home left right tab up"
)
KEYS = frozenset([*EDITING_KEYS.split(), "backspace", *(f"f{number}" for number in range(1, 13))])
NAMES = {letter: _character_to_key(letter) for letter in map(chr, range(32, 127)) if not letter.isalnum()}


def play(
    path: Path,
    story: Callable[[Robot], Coroutine[Any, Any, None]],
    *,
    size: tuple[int, int] = (80, 24),
    clock: Clock | None = None,
    display: Display | None = None,
    early: Sequence[str] = (),
) -> None:
    """Open the app on a diary, live through the story, and quit."""
    clock = clock or Clock()

    async def run() -> None:
        app = JournalApp(path, display, clock)
        async with app.run_test(size=size, notifications=True) as pilot:
            robot = Robot(app, pilot, clock)
            await robot.burst(*early)
            await story(robot)
            assert robot.see
            await app.leave()
        assert app.faults == [], "".join(line for fault in app.faults for line in format_exception(fault))

    asyncio.run(run())
