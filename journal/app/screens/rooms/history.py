"""Every record, newest first, filtered as one types."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.timer import Timer

from journal.app import record_words
from journal.app.messages import DiaryChanged, RowChosen, RowMarked, WindowWanted
from journal.app.screens.base import ROOMS_CSS, Room
from journal.app.screens.searched_list import SearchedList
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.line_input import LineInput
from journal.app.widgets.virtual_list import VirtualList, VirtualRow
from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.phrases.write.format_time import when_words
from journal.records import DayNote, Record

KEEP_UP = 1.0
"""Seconds between two looks at whether something was logged in another room, so that this one opens at once."""
LINES_AROUND = 6
"""At least so many of the screen's lines are not the window's."""
COUNT_AFTER = 0.2
"""Seconds without a key before the records are counted, so that typing does not wait for a number."""
EMPTY = "No record is found. Escape clears the filter."
UNREAD = "The diary cannot be read; why stands below."
HINT = "site, kind, text, 2026-11, yesterday"


class HistoryWindow(NamedTuple):
    """Some rows of the records that a filter asks for, from `offset` on."""

    offset: int
    rows: Sequence[VirtualRow]
    remark: str = ""
    """What is said where there are none."""


class HistoryScreen(SearchedList, Room):
    """A filter, a window on the records it finds, and the record under the cursor in full."""

    HELP = (
        "Type to filter: a site, a kind, any text, and days such as 2026-11, 2026-11-01..2026-11-07, yesterday.\n"
        "Enter edits the record under the cursor, also its time; Delete deletes it, and undo puts it back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Clear, then today", id="history.back", show=False),
        Binding("delete,backspace", "delete", "Delete", key_display="Del", id="record.delete"),
    ]
    FIELD = AUTO_FOCUS = "#filter"
    LIST = "#window"
    CSS_PATH = ROOMS_CSS
    room = "history"

    def __init__(self) -> None:
        super().__init__()
        self.count: int | None = None
        self._looking = False
        self._remark = ""
        self._counting: Timer | None = None

    def body(self) -> ComposeResult:
        with Horizontal(id="filter-line"):
            yield Notice("Find: ", classes="prompt")
            yield LineInput(id="filter", placeholder=HINT)
            yield Notice(id="count")
        yield VirtualList(id="window")
        yield Notice(id="full")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.load()
        self.set_interval(KEEP_UP, self.keep_up)

    @on(DiaryChanged)
    def load(self) -> None:
        """Keys wait for the rows, for one may delete the row under the cursor."""
        self.look_up(holds_keys=True)

    def look_up(self, *, holds_keys: bool) -> None:
        """Ask for the first rows at once and for the number afterwards, which takes longer in a long diary."""
        self.version = self.journal.diary.version
        line = self.field.value
        window = self.query_one("#window", VirtualList)
        rows = self._first_rows
        offset = max(0, window.cursor - rows)
        self.read(partial(self._find, line, offset, rows + window.cursor - offset), self.show, holds_keys=holds_keys)

    @property
    def _first_rows(self) -> int:
        """As many as fill the window, so that a key is answered as soon as can be; others come when they are near."""
        return max(1, self.app.size.height - LINES_AROUND)

    @on(LineInput.Changed, "#filter")
    def filter_changed(self) -> None:
        self.query_one("#window", VirtualList).start_over()
        if not self._looking:
            self._looking = True
            self.call_later(self._find_now)

    def _find_now(self) -> None:
        self._looking = False
        self.look_up(holds_keys=False)

    def _find(self, line: str, offset: int, limit: int) -> HistoryWindow:
        hours = self.journal.preferences.hours
        records, context, remark = self.journal.diary.find(line, limit=limit, offset=offset)
        rows = []
        for record in records:
            when = record_words.when_in_hours(when_words(record, context.clock, is_short=True), hours)
            text = record_words.record_words(record, context, hours)
            rows.append(VirtualRow(_name(record), when, text.replace("\n", "⏎"), f"{when}  {text}", record))
        return HistoryWindow(offset, rows, remark)

    def unread(self, refused: Refused) -> None:
        """Rows of before are no answer to what is typed, and may be of another diary by now."""
        window = self.query_one("#window", VirtualList)
        window.empty = UNREAD
        window.show(0, [], 0)
        self.query_one("#count", Notice).say("", "quiet")
        super().unread(refused)

    def show(self, loaded: HistoryWindow) -> None:
        if loaded.offset and not loaded.rows:
            self._ask_count(self._back_to_the_end)
            return
        window = self.query_one("#window", VirtualList)
        window.empty = EMPTY if self.field.value else "Nothing is logged yet."
        self._remark = loaded.remark
        end = loaded.offset + len(loaded.rows)
        full = len(loaded.rows) >= self._first_rows
        window.show(loaded.offset, loaded.rows, end + self._first_rows if full else end)
        if self._counting:
            self._counting.stop()
        if full and self.field.value:
            self._counting = self.set_timer(COUNT_AFTER, self._ask_count)
        elif full:
            self._ask_count()
        else:
            self.show_count(end)

    def _back_to_the_end(self, count: int) -> None:
        """There are no rows any more where the cursor was: the last ones are shown."""
        self.query_one("#window", VirtualList).set_count(count)
        self.load()

    def _ask_count(self, then: Callable[[int], None] | None = None) -> None:
        line = self.field.value
        self.read(partial(self.journal.diary.count, line), then or self.show_count, "count")

    def show_count(self, count: int) -> None:
        self.query_one("#window", VirtualList).set_count(count)
        self.query_one("#count", Notice).say(counted(count, "record", spec=","), "quiet")

    @on(WindowWanted)
    def widen(self, message: WindowWanted) -> None:
        line = self.field.value
        self.read(partial(self._find, line, message.offset, message.limit), self._show_further, "further")

    def _show_further(self, loaded: HistoryWindow) -> None:
        window = self.query_one("#window", VirtualList)
        window.show(loaded.offset, loaded.rows, max(window.count, loaded.offset + len(loaded.rows)))

    # ---- one record ----------------------------------------------------------------------------

    @on(RowMarked, "#window")
    def show_full(self) -> None:
        row = self.query_one("#window", VirtualList).marked
        self.query_one("#full", Notice).say(row.full if row else self._remark)

    @on(RowChosen, "#window")
    def edit(self, message: RowChosen) -> None:
        self.journal.edit(message.key)

    def action_delete(self) -> None:
        window = self.query_one("#window", VirtualList)
        if window.has_focus and window.marked:
            self.journal.delete(window.marked.key, window.marked.record)

    # ---- moving --------------------------------------------------------------------------------

    @on(LineInput.Submitted, "#filter")
    def submitted(self) -> None:
        self.into_list()

    def action_back(self) -> None:
        if self.field.value or not self.field.has_focus:
            self.field.value = ""
            self.field.focus()
        else:
            self.journal.go("today")


def _name(record: Record) -> Any:
    """The name by which the record is edited."""
    return f"{record.day}:note" if isinstance(record, DayNote) else record.id
