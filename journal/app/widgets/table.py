"""A list of rows that wrap, with a cursor: a day's records, its check-in, what can be picked."""

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from journal.app.messages import LeftRows, RowChosen, RowMarked, Typed
from journal.app.widgets.line_list import LineList
from journal.terminal import cell_len, on_screen, wrapped

MARK = "▸ "
NEW = "• "
"""Stands before a row that was just stored."""
GAP = 2
NARROWEST_TEXT = 12
REFUSED = "✗"
"""In the label of a row that cannot be stored, which has the colour of an error then."""


class TableRow(NamedTuple):
    """A label at the left, then the text, then a quieter note; `key` says which row it is to whoever made it.

    Without a key it is not for choosing, and the cursor passes over it; without a label either, its text has the whole
    width.

    `quiet` is for what is not logged.
    """

    key: Any
    label: str
    text: str
    note: str = ""
    quiet: bool = False


class RowTable(LineList):
    """Rows from top to bottom; the cursor is shown while the list has the focus, and by more than a colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{name}" for name in ("cursor", "label", "new", "quiet", "text", "wrong")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Row up", show=False, id="rows.up"),
        Binding("down", "move(1)", "Row down", show=False, id="rows.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="rows.pageup"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="rows.pagedown"),
        Binding("home", "end(-1)", "First row", show=False, id="rows.first"),
        Binding("end", "end(1)", "Last row", show=False, id="rows.last"),
        Binding("enter", "choose", "Choose", key_display="⏎", id="rows.choose"),
    ]
    can_focus = True
    cursor = reactive(0, repaint=False)

    def __init__(
        self,
        title: str = "",
        *,
        empty: str = "",
        id: str | None = None,
        typing: bool = False,
        brief: bool = False,
        verb: str = "Choose",
        always_marked: bool = False,
    ) -> None:
        super().__init__(id=id)
        self.verb = verb
        self.always_marked = always_marked
        """Whether the cursor shows without the focus, which a field in the list has then."""
        self.room_below = 0
        """Lines left free under the marked row, for what stands in the list."""
        self.brief = brief
        """Whether a note that does not fit beside its text is left out."""
        self.border_title = Content(title)
        self.empty = empty
        self.rows: Sequence[TableRow] = ()
        self.typing = typing
        """Whether a letter typed here goes into the line."""
        self.new: frozenset[Any] = frozenset()
        """The keys of the rows that were just stored."""
        self._lines: list[tuple[int, list[tuple[str, str]]]] = []
        self._tops: list[int] = []
        self._laid_out_for = -1

    # ---- what is shown -------------------------------------------------------------------------

    def show(self, rows: Sequence[TableRow], *, has_news: bool | None = None, opened_at: Any = None) -> None:
        """Show these rows; the cursor stays on the row with the same key, else at the same place, or is put on the row
        with the key `opened_at`. Where it is, is in sight.

        With `has_news` those that were not shown before, or otherwise, are marked, and the first of them is in sight;
        if it is False, none is marked any more.
        """
        key, before = opened_at or self.marked, {(row.key, row.text) for row in self.rows}
        self.rows = [
            row._replace(label=on_screen(row.label), text=on_screen(row.text), note=on_screen(row.note)) for row in rows
        ]
        if has_news is not None:
            self.new = frozenset(row.key for row in self.rows if has_news and (row.key, row.text) not in before)
        self._laid_out_for = -1
        keys = [row.key for row in rows]
        index = keys.index(key) if key is not None and key in keys else self.cursor
        if has_news and self.new and not self.has_focus:
            index = next(index for index, row in enumerate(self.rows) if row.key in self.new)
        self.set_reactive(RowTable.cursor, self._choosable(max(0, min(index, len(rows) - 1)), 1))
        self._lay_out()
        self._follow()
        self.refresh()

    @property
    def marked(self) -> Any:
        """The key of the row under the cursor; None without rows."""
        return self.rows[self.cursor].key if self.cursor < len(self.rows) else None

    def mark(self, key: Any) -> None:
        """Put the cursor on the row with this key, if it is there."""
        index = next((index for index, row in enumerate(self.rows) if row.key == key), None)
        if index is not None:
            self.cursor = index

    def leave_room(self, lines: int) -> int:
        """Leave so many lines free under the marked row; where they begin, as lines of the list that are in sight."""
        if lines != self.room_below:
            self.room_below, self._laid_out_for = lines, -1
            self._lay_out()
            self._follow()
            self.refresh()
        end = self._tops[self.cursor + 1] if self.cursor + 1 < len(self._tops) else len(self._lines)
        return end - lines - round(self.scroll_target_y)

    def _choosable(self, index: int, step: int) -> int:
        """The nearest place in this direction whose row is for choosing, else in the other one, else this one."""
        for by in (step, -step):
            candidate = index
            while 0 <= candidate < len(self.rows):
                if self.rows[candidate].key is not None:
                    return candidate
                candidate += by
        return index

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width or width == self._laid_out_for:
            return
        self._laid_out_for = width
        self._lines, self._tops = [], []
        room = max(1, width - len(MARK))
        label = max([0, *(cell_len(row.label) for row in self.rows)])
        label = min(label, max(0, room - NARROWEST_TEXT - GAP), room // 2)
        for index, row in enumerate(self.rows):
            self._tops.append(len(self._lines))
            self._lines += [(index, line) for line in _lines(row, label, room, brief=self.brief)]
            if index == self.cursor:
                self._lines += [(-1, [])] * self.room_below
        if not self.rows and self.empty:
            self._lines = [(-1, [(line, "rows--quiet")]) for line in wrapped(self.empty, room)]
        self.hold(width, len(self._lines))

    def render_line(self, y: int) -> Strip:
        width, base = self.width, self.base
        line_number = y + self.scroll_offset.y
        if line_number >= len(self._lines):
            return Strip.blank(width, base)
        row, parts = self._lines[line_number]
        marked = (self.has_focus or self.always_marked) and row == self.cursor and self.marked is not None
        style = self.style_of("rows--cursor") if marked else base
        is_first = row >= 0 and line_number == self._tops[row]
        if is_first and not marked and self.rows[row].key in self.new:
            segments = [Segment(NEW, self.style_of("rows--new"))]
        else:
            segments = [Segment(MARK if is_first and marked else " " * len(MARK), style)]
        for text, name in parts:
            part = style if marked else self.style_of(name)
            segments.append(Segment(text, part))
        return Strip(segments).adjust_cell_length(width, style)

    def on_resize(self) -> None:
        self._lay_out()
        self._follow()

    # ---- moving --------------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        self._laid_out_for = self._laid_out_for if not self.room_below else -1
        self._lay_out()
        self._follow()
        self.refresh()
        self.post_message(RowMarked(self, self.marked))

    def _follow(self) -> None:
        self._bring_into_sight(self.cursor)

    def _bring_into_sight(self, index: int) -> None:
        if index < len(self._tops):
            top = self._tops[index]
            end = self._tops[index + 1] if index + 1 < len(self._tops) else len(self._lines)
            self.scroll_to_region(Region(0, top, 1, end - top), animate=False, force=True)

    def action_move(self, by: int) -> None:
        if by < 0 and self._choosable(0, 1) >= self.cursor:
            self.post_message(LeftRows())
            return
        self.cursor = self._choosable(self.validate_cursor(self.cursor + by), by)

    def action_page(self, by: int) -> None:
        index = self.validate_cursor(self.cursor + by * max(1, self.size.height - 1))
        self.cursor = self._choosable(index, by)

    def action_end(self, direction: int) -> None:
        self.cursor = self._choosable(0 if direction < 0 else max(0, len(self.rows) - 1), -direction)

    def action_choose(self) -> None:
        if self.marked is not None:
            self.post_message(RowChosen(self, self.marked))

    def on_click(self, event: events.Click) -> None:
        line_number = event.y - self.gutter.top + self.scroll_offset.y
        row = self._lines[line_number][0] if 0 <= line_number < len(self._lines) else -1
        if row >= 0 and self.rows[row].key is not None:
            self.cursor = row
            self.post_message(RowChosen(self, self.marked))

    def on_key(self, event: events.Key) -> None:
        is_letter = event.is_printable and event.character is not None
        if self.typing and is_letter and event.character and event.key not in self.screen.active_bindings:
            event.stop()
            self.post_message(Typed(event.character))


def _lines(row: TableRow, label: int, room: int, *, brief: bool) -> list[list[tuple[str, str]]]:
    """The lines of a row, each made of texts with the class that styles them."""
    text_class = "rows--quiet" if row.quiet else "rows--text"
    if row.key is None and not row.label:
        label = 0
    heads = wrapped(row.label, max(1, label)) if row.label else [""]
    gap = GAP if label else 0
    bodies = [[(line, text_class)] for line in wrapped(row.text, max(1, room - label - gap))]
    if row.note:
        used = cell_len(bodies[-1][0][0])
        if used and label + gap + used + GAP + cell_len(row.note) <= room:
            bodies[-1] = [(bodies[-1][0][0] + " " * GAP, text_class), (row.note, "rows--quiet")]
        elif not brief:
            bodies += [[(line, "rows--quiet")] for line in wrapped(row.note, max(1, room - label - gap))]
    lines = []
    label_class = "rows--wrong" if REFUSED in row.label else "rows--label"
    for number in range(max(len(heads), len(bodies))):
        head = heads[number] if number < len(heads) else ""
        body = bodies[number] if number < len(bodies) else []
        lines.append([(head + " " * max(0, label + gap - cell_len(head)), label_class), *body])
    return lines
