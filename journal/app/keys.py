"""The keys that apply everywhere, each with the id by which the settings file gives the action another.

ctrl+o and a digit lead to every room, in every terminal and on every layout: GNOME Terminal keeps F10 and F11 for
itself, Konsole and Windows Terminal F11, a Mac most function keys. The second keys of a room are those that neither
tmux (ctrl+b) nor a browser (ctrl+n, ctrl+t, ctrl+w) keeps for itself, nor a hand that edits a line (ctrl+a, ctrl+u).
Two of them (ctrl+e, ctrl+k) edit a line that holds something, and lead to their room from everywhere else. The keys of
a room stand in the table of rooms, what it does itself with its class.

ctrl+/ tells when to get help, over everything else. Most terminals send for it what they send for ctrl+_ and ctrl+7; a
few name the key itself.
"""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from textual._xterm_parser import XTermParser
from textual.binding import Binding, BindingType
from textual.events import Key

from journal.app.screens import ROOMS

ROOMS_KEY = Binding(
    "ctrl+o", "rooms", "Rooms by digit", id="rooms", priority=True, show=False, tooltip="Shows a digit beside each room"
)
GET_HELP = Binding(
    "ctrl+underscore,ctrl+slash,ctrl+7",
    "get_help",
    "When to get help",
    id="get_help",
    priority=True,
    show=False,
    key_display="^/",
    tooltip="What needs a call now, and what needs one today",
)
OFFER = Binding(
    "f8", "offer", "Take the first offer", id="offers", priority=True, show=False, tooltip="As Today shows it"
)
HELP = Binding("f1", "help", "Help", id="help", priority=True, tooltip="What can be done here")
QUIT = Binding("ctrl+q", "quit", "Quit", id="quit", priority=True)
APP: list[BindingType] = [
    Binding("f2,ctrl+l", "checkin", "Check-in", id="checkin", priority=True, tooltip="The day's questions"),
    Binding("ctrl+z", "undo", "Undo", id="undo", priority=True, tooltip="Names the last change, then undoes it"),
    Binding("ctrl+y", "redo", "Redo", id="redo", priority=True, show=False, tooltip="Redoes what was undone"),
    Binding("f9,ctrl+f", "dialog('calendar')", "Calendar", id="day.pick", priority=True, tooltip="The page of any day"),
    GET_HELP,
    *(binding for room in ROOMS.values() for binding in room.bindings()),
    ROOMS_KEY,
    OFFER,
    Binding("ctrl+s", "dialog('stop')", "Stop what is going on", id="stop", priority=True, show=False),
    Binding("ctrl+p", "command_palette", "Actions", id="palette", priority=True),
    Binding("question_mark", "dialog('words')", "Words", id="words", key_display="?", tooltip="All a line may say"),
    HELP,
    QUIT,
]


def key_of(binding: Binding, keys: Mapping[str, str]) -> Binding:
    """The one key that is named for an action: of the settings file's `keys`, if they have it."""
    own_keys = keys.get(binding.id or "", "")
    key = (own_keys or binding.key).partition(",")[0]
    return binding.with_key(key, None if own_keys else binding.key_display)


STILL_ALT = "[O]P_^bf\t\x7f"
"""What begins a longer sequence or a terminal's answer, and what a Mac sends for Option with ← → and Backspace."""


def tell_escape_from_alt() -> None:
    """Have Textual read what a terminal sends for Esc and a key behind it as these two keys.

    Most terminals send the same for alt and that key, and Textual takes it for alt: whoever leaves a line with Esc and
    types on at once, or over a slow connection, would lose the Esc, or find a ^ in the line. Where a terminal tells alt
    apart (by kitty's protocol), alt and a digit lead to a room.
    """
    parser = cast(Any, XTermParser)
    parser._sequence_to_key_events = _escape_first


def _escape_first(parser: XTermParser, sequence: str, alt: bool = False) -> Iterable[Key]:
    if len(sequence) == len("\x1b?") and sequence[0] == "\x1b" and sequence[1] not in STILL_ALT:
        return [Key("escape", "\x1b"), *_READ_SEQUENCE(parser, sequence[1], alt)]
    return _READ_SEQUENCE(parser, sequence, alt)


_READ_SEQUENCE = XTermParser._sequence_to_key_events
