"""A window on a long list: only what is near the eye is held."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from journal.app.messages import LeftRows, RowChosen, RowMarked, Typed, WindowWanted
from journal.app.widgets.line_list import LineList
from journal.terminal import on_one_line

MARK = "▸ "
MARGIN = 100
"""Rows that are asked for beyond those that are seen."""
NARROW = 60
"""Columns from which a row has room for its day in full."""


class VirtualRow(NamedTuple):
    """A row of the list: when, and what, both on one line."""

    key: Any
    when: str
    text: str
    full: str
    record: Any = None
    """What the row shows."""


class VirtualList(LineList):
    """Rows of one line each, of which `held` begin at `offset`; it asks for others as they come near."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--label", "rows--quiet"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Row up", show=False, id="window.up"),
        Binding("down", "move(1)", "Row down", show=False, id="window.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="window.pageup"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="window.pagedown"),
        Binding("home", "end(-1)", "Newest", show=False, id="window.first"),
        Binding("end", "end(1)", "Oldest", show=False, id="window.last"),
        Binding("enter", "choose", "Edit", key_display="⏎", id="window.choose"),
    ]
    can_focus = True
    cursor = reactive(0, repaint=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.held: Sequence[VirtualRow] = ()
        self.offset_held = 0
        self.count = 0
        self.empty = ""
        self._requested: tuple[int, int] | None = None
        self._when_width = 0

    def show(self, offset: int, items: Sequence[VirtualRow], count: int) -> None:
        """Hold these rows, of a list of so many."""
        self.held = [item._replace(when=on_one_line(item.when), text=on_one_line(item.text)) for item in items]
        self.offset_held, self._requested = offset, None
        self._when_width = max([self._when_width if offset else 0, *(len(item.when) for item in items)])
        self.set_count(count)
        self.refresh()
        self.post_message(RowMarked(self, self.marked_key))

    def set_count(self, count: int) -> None:
        """Be so many rows long; the cursor stays on one of them."""
        self.count = count
        if self.cursor >= count:
            self.set_reactive(VirtualList.cursor, max(0, count - 1))
        self.hold(self.scrollable_content_region.width, count)

    def start_over(self) -> None:
        """The list is another one: back to its top."""
        self.set_reactive(VirtualList.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True)

    @property
    def marked(self) -> VirtualRow | None:
        index = self.cursor - self.offset_held
        return self.held[index] if 0 <= index < len(self.held) else None

    @property
    def marked_key(self) -> Any:
        return self.marked.key if self.marked else None

    def render_line(self, y: int) -> Strip:
        width, base = self.width, self.base
        index = y + self.scroll_offset.y
        if index >= self.count:
            text = f"  {self.empty}" if not self.count and y == 0 else ""
            return Strip([Segment(text, self.style_of("rows--quiet"))]).adjust_cell_length(width, base)
        held = index - self.offset_held
        if not 0 <= held < len(self.held):
            self._request_rows(index)
            return Strip([Segment("  …", base)]).adjust_cell_length(width, base)
        item = self.held[held]
        marked = index == self.cursor and self.has_focus
        style = self.style_of("rows--cursor") if marked else base
        label = style if marked else self.style_of("rows--label")
        when = item.when.ljust(self._when_width)
        if width < NARROW:  # the day in full stands below, with the record
            when = when.partition(" ")[2]
        strip = Strip(
            [Segment(MARK if marked else "  ", style), Segment(when, label), Segment(f"  {item.text}", style)]
        )
        if strip.cell_length > width:
            strip = Strip([*strip.crop(0, width - 1), Segment("…", style)])
        return strip.adjust_cell_length(width, style)

    def _request_rows(self, index: int) -> None:
        offset = max(0, index - MARGIN)
        limit = 2 * MARGIN + self.size.height
        if self._requested is None or not self._requested[0] <= index < self._requested[1]:
            self._requested = (offset, offset + limit)
            self.post_message(WindowWanted(offset, limit))

    # ---- moving --------------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self.count - 1))

    def _follow(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def on_resize(self) -> None:
        """What stands below may have grown with the record under the cursor."""
        self._follow()

    def watch_cursor(self) -> None:
        self._follow()
        self.refresh()
        if not self.marked and self.count:
            self._request_rows(self.cursor)
        self.post_message(RowMarked(self, self.marked_key))

    def action_move(self, by: int) -> None:
        if by < 0 and self.cursor == 0:
            self.post_message(LeftRows())
        self.cursor += by

    def action_page(self, by: int) -> None:
        self.cursor += by * max(1, self.size.height - 1)

    def action_end(self, direction: int) -> None:
        self.cursor = 0 if direction < 0 else self.count - 1

    def action_choose(self) -> None:
        if self.marked:
            self.post_message(RowChosen(self, self.marked_key))

    def on_click(self, event: events.Click) -> None:
        index = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= index < self.count:
            self.cursor = index
            self.action_choose()

    def on_key(self, event: events.Key) -> None:
        is_bound = event.key in self.screen.active_bindings
        if event.is_printable and event.character and event.character != " " and not is_bound:
            event.stop()
            self.post_message(Typed(event.character))
