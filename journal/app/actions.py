"""What can be done on a screen, for the palette and the help."""

from dataclasses import dataclass, field
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from journal.app.screens import DIALOGS, ROOMS, DialogEntry

OPENS_PALETTE = "command_palette"


@dataclass
class ScreenAction:
    """An action that applies now: its name, its keys, and where it runs."""

    description: str
    tooltip: str
    action: str
    node: DOMNode
    all_keys: list[str] = field(default_factory=list)

    @property
    def keys(self) -> str:
        return " ".join(self.all_keys)


def screen_actions(screen: Screen[Any]) -> list[ScreenAction]:
    """Every action with a name that applies now, each once with all its keys; those of what has the focus first."""
    actions: dict[str, ScreenAction] = {}
    for node, binding, enabled, tooltip in screen.active_bindings.values():
        if not enabled or not binding.id or not binding.description or binding.action == OPENS_PALETTE:
            continue
        action = ScreenAction(binding.description, tooltip, binding.action, node)
        keys = actions.setdefault(binding.description, action).all_keys
        for key in filter(None, (_with_digit(screen, binding), screen.app.get_key_display(binding))):
            if key not in keys:  # what terminals send in several ways is one key
                keys.append(key)
    return list(actions.values())


def _with_digit(screen: Screen[Any], binding: Binding) -> str:
    """The key that shows the digits of rooms, with that of the room to which a binding leads."""
    room = ROOMS.get(binding.id or "")
    if room is None or not room.digit:
        return ""
    shows = next((active.binding for active in screen.active_bindings.values() if active.binding.id == "rooms"), None)
    return f"{screen.app.get_key_display(shows)} {room.digit}" if shows else ""


def dialogs_without_key(bound: list[ScreenAction]) -> list[DialogEntry]:
    """The dialogs that none of these actions opens."""
    opened = {action.action for action in bound} | {action.description for action in bound}
    return [each for each in DIALOGS.values() if opened.isdisjoint((f"dialog('{each.name}')", each.title))]
