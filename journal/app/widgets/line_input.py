"""A line to type in."""

from typing import Any

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class LineInput(Input):
    """An Input of one line that does not blink. What is typed never lays the screen out anew: the line scrolls."""

    virtual_size = Reactive(Size(0, 0))

    def __init__(self, value: str = "", placeholder: str = "", **said: Any) -> None:
        super().__init__(value, placeholder, compact=True, select_on_focus=False, **said)
        self.cursor_blink = False
