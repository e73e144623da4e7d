"""The keys that apply everywhere, each with the id by which the settings file gives the action another.

A function key passes tmux and a browser's terminal; each room also has a key that needs no Fn on a laptop, chosen
among those that neither tmux (ctrl+b) nor a browser (ctrl+n, ctrl+t, ctrl+w) keeps for itself, nor a hand that edits
a line (ctrl+a, ctrl+u). Two of them (ctrl+e, ctrl+k) edit a line that holds something, and lead to their room from
everywhere else. The keys of a room stand in the table of rooms, what it does itself with its class. No function key is
left for the guide: it has ctrl+t, and in a browser, which keeps that, the bar, the palette, and what ctrl+/ opens.

ctrl+/ tells when to get help, over everything else. Most terminals send for it what they send for ctrl+_ and ctrl+7; a
few name the key itself.
"""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from journal.app.screens import ROOMS

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
OFFERS = Binding("f8", "offers", "Offers", id="offers", priority=True, show=False, tooltip="What is offered today")
APP: list[BindingType] = [
    Binding("f9,ctrl+f", "calendar", "Calendar", id="day.pick", priority=True, tooltip="The page of any day"),
    Binding("ctrl+z", "undo", "Undo", id="undo", priority=True, tooltip="Names the last change, then undoes it"),
    Binding("ctrl+y", "redo", "Redo", id="redo", priority=True, show=False, tooltip="Redoes what was undone"),
    Binding("f2,ctrl+l", "checkin", "Check-in", id="checkin", priority=True, tooltip="The day's questions"),
    GET_HELP,
    *(binding for room in ROOMS.values() for binding in room.bindings()),
    OFFERS,
    Binding("ctrl+o", "jump", "Jump to a panel", id="jump", priority=True, show=False),
    Binding("ctrl+s", "stop", "Stop what is going on", id="stop", priority=True, show=False),
    Binding("ctrl+p", "command_palette", "Actions", id="palette", priority=True),
    Binding("f1", "help", "Help", id="help", priority=True, tooltip="What can be done here"),
    Binding("ctrl+q", "quit", "Quit", id="quit", priority=True, show=False),
]


def key_of(binding: Binding, keys: Mapping[str, str]) -> Binding:
    """The one key that is named for an action: of the settings file's `keys`, if they have it."""
    own_keys = keys.get(binding.id or "", "")
    key = (own_keys or binding.key).partition(",")[0]
    return binding.with_key(key, None if own_keys else binding.key_display)
