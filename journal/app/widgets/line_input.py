"""A line to type in."""

from typing import Any, NamedTuple

from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input

from journal.terminal import printable

REACTION = 0.6
"""Seconds in which nobody has read a refusal: a key that comes sooner was typed ahead."""
EDITING = ("end", "delete_right_all")
"""Actions of which the control keys lead to a room while there is nothing to edit."""


class TypedText(NamedTuple):
    """What a line held, and where its cursor stood."""

    value: str
    cursor: int


class LineInput(Input):
    """An Input of one line that does not blink. What is typed never lays the screen out anew: the line scrolls.

    Typing can be undone and redone until the text is taken from the line.
    """

    virtual_size = Reactive(Size(0, 0))

    def __init__(self, value: str = "", placeholder: str = "", **options: Any) -> None:
        value = printable(value)
        self._latest = TypedText(value, len(value))
        self._earlier: list[TypedText] = []
        self._later: list[TypedText] = []
        self._growth = 0
        self._returned = ""
        """What was cleared and brought back: cleared once more, it is gone, so that one gets behind it."""
        super().__init__(value, placeholder, compact=True, select_on_focus=False, **options)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        has_nothing = (action in EDITING and not self.value) or (action == "copy" and self.selection.is_empty)
        return False if has_nothing else super().check_action(action, parameters)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next letter goes. (Input adds a cell at the end of the text, and so misleads input methods and
        screen readers, which follow the terminal's own cursor.)"""
        x, y, *_ = self.content_region
        cells = self._position_to_cell(self.cursor_position)
        return Offset(x + cells - self.scroll_offset.x, y)

    def on_resize(self) -> None:
        """The place of the line is known only now, after it was given the focus."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    def validate_value(self, value: str) -> str:
        """Input draws its text as it is, and a diary may hold what would steer the terminal."""
        return printable(value)

    # ---- undoing the typing --------------------------------------------------------------------

    def watch_value(self, value: str) -> None:
        """Remember the text before a change. Letters typed one behind another are undone together, and so are letters
        deleted one behind another."""
        if value == self._latest.value:
            return
        growth = len(value) - len(self._latest.value)
        if not value and growth < -1:
            self._earlier = [self._latest] if self._latest.value != self._returned else []
            self._returned = ""
        elif growth != self._growth or abs(growth) != 1:
            self._earlier.append(self._latest)
        self._growth = growth
        self._later.clear()
        self._latest = TypedText(value, self.cursor_position)

    def watch_selection(self) -> None:
        """The cursor moves behind the text that it has typed."""
        if self.value == self._latest.value:
            self._latest = TypedText(self.value, self.cursor_position)

    def forget_cleared(self) -> None:
        """What was cleared does not come back any more: something newer was stored."""
        if not self.value:
            self._earlier, self._later = [], []

    def undo_typing(self) -> bool:
        """Bring back the text before the last typing; False where nothing was typed."""
        return self._bring_back(self._earlier, self._later)

    def redo_typing(self) -> bool:
        """Bring back the typing that was undone last; False where there is none."""
        return self._bring_back(self._later, self._earlier)

    def _bring_back(self, texts: list[TypedText], others: list[TypedText]) -> bool:
        if not texts:
            return False
        others.append(TypedText(self.value, self.cursor_position))
        value, cursor = texts.pop()
        self._latest, self._growth = TypedText(value, cursor), 0
        self._returned = value
        self.value = value
        self.cursor_position = cursor
        return True

    def take_value(self) -> str:
        """The text, which leaves the line: its typing is over and cannot be undone."""
        value = self.value
        self.value = ""
        self.fill("")
        return value

    def fill(self, value: str) -> None:
        """Hold a text that was not typed here, the cursor behind it."""
        value = printable(value)
        self._latest, self._growth = TypedText(value, len(value)), 0
        self._earlier = [TypedText("", 0)] if value else []
        self._later.clear()
        self.value = value
        self.cursor_position = len(value)
