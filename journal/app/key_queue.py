"""Keys take effect in the order in which they were typed.

Textual gives a letter to the field that has the focus at once, while a binding (Backspace, an arrow, ctrl+u, a function
key) bubbles through every widget up to the app first, so that what was typed behind it overtakes it (Textual #6605). In
one burst, over ssh or from a text expander, `stress 1⌫0⏎` was read as stress 10. Here each key waits until the one
before it has done all that it does: a room has opened, the focus has moved, a form has been filled.
"""

import asyncio
from collections import deque
from collections.abc import Coroutine
from enum import Enum, auto
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import Input

from journal.app import room_digits

if TYPE_CHECKING:
    from journal.app.main import JournalApp

LONGEST_WAIT = 1.0
"""Seconds after which a widget that does not answer is passed over, so that no key can wait for ever."""
PATIENCE = 1.0
"""Seconds for which what is typed into a field waits for a write: mostly it is over at once, and what it refuses is in
the field again before the next letter; where it takes longer, one types ahead."""
LEAVING = ("room(", "app.room(", "rooms", "quit", "get_help")
"""Actions that need nothing of the room that they leave."""
OPENING = ("question_mark",)
"""Letters that may open something where they are typed first."""
MOST_ROUNDS = 100
"""How often the widgets are asked whether they are done: something that never rests must not stop the keyboard."""


class Waits(Enum):
    """What a key waits for, beside the keys before it and what the screen was opened with."""

    AS_TYPING = auto()
    """A letter for a field, or a key that edits it: for a write, but not for long."""
    AS_ENTER = auto()
    """The Enter of a field: likewise, and for all that was asked of the diary."""
    AS_LEAVING = auto()
    """To another room: for every write, but not for what this room has asked, which may take long."""
    FOR_ALL = auto()


class KeyTurn(Message, bubble=False):
    """It is the turn of a key, or of a pasted text."""

    def __init__(self, event: events.Key | events.Paste) -> None:
        super().__init__()
        self.event = event
        self.is_over = asyncio.Event()


class KeyQueue:
    """The keys of one app that wait for their turn."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._task: asyncio.Task[None] | None = None
        self._screen: Screen[object] | None = None
        """The screen that was in front when the last key was taken."""

    async def all_taken(self) -> None:
        """Until no key waits any more."""
        while self._task:
            await asyncio.wait([self._task])

    def put(self, event: events.Key | events.Paste) -> None:
        self._waiting.append(event)
        if self._task is None:
            self._task = asyncio.create_task(self._take_turns())

    async def _take_turns(self) -> None:
        is_typing = False
        """Whether the key before was a letter for a field: one letter behind another needs no wait."""
        try:
            while self._waiting and self.app.is_running:
                event = self._waiting[0]
                is_letter = isinstance(event, events.Key) and event.is_printable
                if not (is_typing and is_letter):
                    await self._ready(event)
                self._waiting.popleft()
                is_typing = is_letter and self._is_for_field(event)
                turn, chain = KeyTurn(event), self._chain()
                self.app.post_message(turn)
                await _at_most(turn.is_over.wait())
                if not is_typing:
                    for pump in chain:  # from the widget up to the app, as a key bubbles
                        await _answer(pump)
        finally:
            self._task = None

    async def _ready(self, event: events.Key | events.Paste) -> None:
        """Until nothing that was typed before is under way and the screen in front stands and may be typed into."""
        for _ in range(MOST_ROUNDS):
            await self._stands()
            await self.app.may_type(self._waits(event))
            if not self._is_busy():
                await asyncio.sleep(0)  # what was just taken from a queue may have put something into another
                if not self._is_busy():
                    return
            for pump in self._chain():
                await _answer(pump)

    async def _stands(self) -> None:
        """Until a screen that came to the front is drawn, for only then does it know what to ask the diary for."""
        screen = self.app.screen
        if screen is not self._screen and screen.is_running:
            drawn = asyncio.Event()
            screen.call_after_refresh(drawn.set)
            await _at_most(drawn.wait())
            self._screen = screen

    def _is_for_field(self, event: events.Key | events.Paste) -> bool:
        """Whether a letter goes into a field, and leads nowhere: to a room, or to the list of words."""
        opens = (isinstance(event, events.Key) and event.key in OPENING) or room_digits.are_shown(self.app)
        return isinstance(self.app.focused, Input) and not opens

    def _waits(self, event: events.Key | events.Paste) -> Waits:
        if room_digits.are_shown(self.app):
            return Waits.AS_LEAVING
        is_field = isinstance(self.app.focused, Input)
        if isinstance(event, events.Paste):
            return Waits.AS_TYPING if is_field else Waits.FOR_ALL
        if is_field and event.is_printable:
            return Waits.AS_TYPING
        if is_field and event.key == "enter":
            return Waits.AS_ENTER
        active = self.app.screen.active_bindings.get(event.key)
        if is_field and active and active.node is self.app.focused:
            return Waits.AS_TYPING
        if active and active.binding.action.startswith(LEAVING):
            return Waits.AS_LEAVING
        return Waits.FOR_ALL

    def _chain(self) -> list[MessagePump]:
        widget = self.app.focused or self.app.screen
        return [*widget.ancestors_with_self]

    def _is_busy(self) -> bool:
        screen = self.app.screen
        pumps = (self.app, *screen.walk_children(with_self=True))
        return not screen.is_mounted or any(pump.message_queue_size for pump in pumps)


async def _answer(pump: MessagePump) -> None:
    """Until the widget has handled every message that it has now, or has ended: a closed dialog answers no more."""
    if pump.is_running:
        answered = asyncio.Event()
        pump.call_later(answered.set)
        answer = asyncio.create_task(answered.wait())
        ends = [] if isinstance(pump, App) else [pump.task]
        await asyncio.wait([answer, *ends], timeout=LONGEST_WAIT, return_when=asyncio.FIRST_COMPLETED)
        answer.cancel()


async def _at_most(waiting: Coroutine[object, object, object]) -> None:
    try:
        async with asyncio.timeout(LONGEST_WAIT):
            await waiting
    except TimeoutError:
        pass
