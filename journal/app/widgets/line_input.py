"""A line to type in."""

from typing import Any

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

EDITING = ("end", "delete_right_all")
"""Actions of which the control keys lead to a room while there is nothing to edit."""


class LineInput(Input):
    """An Input of one line that does not blink. What is typed never lays the screen out anew: the line scrolls."""

    virtual_size = Reactive(Size(0, 0))

    def __init__(self, value: str = "", placeholder: str = "", **options: Any) -> None:
        super().__init__(value, placeholder, compact=True, select_on_focus=False, **options)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return False if action in EDITING and not self.value else super().check_action(action, parameters)
