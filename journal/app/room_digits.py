"""A digit beside each room, shown over the bar of the screen in front; the next key takes one, or ends it."""

from typing import TYPE_CHECKING

from textual import events

from journal.app.screens import ROOMS
from journal.app.screens.base import BackgroundScreen
from journal.app.widgets.clickable_text import ClickableWord, WordFlow
from journal.catalog.letters import plain

if TYPE_CHECKING:
    from journal.app.main import JournalApp

ACTION_OF_DIGIT = {room.digit: f"room:{room.name}" for room in ROOMS.values() if room.digit} | {"0": "dialog:offers"}
OFFERS_FROM = 90
"""Columns from which the bar has room for what is no room."""
SHOW = "rooms"
"""The action that shows the digits; once more, and they go."""


async def show(screen: BackgroundScreen) -> None:
    """Show the digits over a screen; they are made when they are asked for first."""
    digits = screen.room_digits or WordFlow(id="room-digits", gap=1)
    titles = [ClickableWord(room.title, f"room:{room.name}", key=room.digit) for room in ROOMS.values() if room.digit]
    offers = [ClickableWord("Offers", "dialog:offers", key="0")] if screen.size.width >= OFFERS_FROM else []
    digits.show([*titles, *offers])
    digits.display = True
    if screen.room_digits is None:
        screen.room_digits = digits
        await screen.mount(digits)


def are_shown(app: "JournalApp") -> bool:
    screen = app.screen
    return isinstance(screen, BackgroundScreen) and bool(screen.room_digits and screen.room_digits.display)


def hide(app: "JournalApp") -> None:
    """Have no screen show them any more."""
    for screen in app.screen_stack:
        if isinstance(screen, BackgroundScreen) and screen.room_digits:
            screen.room_digits.display = False


def uses(app: "JournalApp", event: events.Event) -> bool:
    """Whether a key was all that the digits waited for; any other ends them too, and does what it always does."""
    if not are_shown(app):
        return False
    active = app.screen.active_bindings.get(event.key) if isinstance(event, events.Key) else None
    hide(app)
    digit = plain(event.character or "") if isinstance(event, events.Key) else ""
    if digit in ACTION_OF_DIGIT:
        app.open(ACTION_OF_DIGIT[digit])
        return True
    return isinstance(event, events.Key) and (event.key == "escape" or bool(active and active.binding.action == SHOW))
