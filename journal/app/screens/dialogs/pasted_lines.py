"""Several lines were pasted: one look at what each means, then all of them are stored in one step."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import terminal
from journal.app.diary import Receipt
from journal.app.messages import RowChosen
from journal.app.models.preview import Preview, preview
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.table import REFUSED, RowTable, TableRow
from journal.phrases.context import Context

if TYPE_CHECKING:
    from journal.app.screens.rooms.today import TodayScreen

HELP = "Enter stores them all in one step, Escape none of them."


class PastedLinesDialog(Dialog):
    """Each line with its reading. Dismissed with the receipts, or None where nothing was stored."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close", id="dialog.close")]
    AUTO_FOCUS = "#pasted"

    def __init__(
        self,
        lines: Sequence[str],
        read: Callable[[str], Preview],
        store: Callable[[], list[Receipt]],
        day: date,
    ) -> None:
        super().__init__()
        self.heading = f"{len(lines)} lines were pasted"
        self.lines, self.read_line, self.store, self.day = lines, read, store, day

    def body(self) -> ComposeResult:
        yield RowTable(id="pasted")
        yield Notice(HELP, id="notice")
        yield WordFlow(id="buttons")

    def on_mount(self) -> None:
        super().on_mount()
        readings = [self.read_line(line) for line in self.lines]
        self.query_one("#pasted", RowTable).show(
            [
                TableRow(
                    number,
                    str(number) if reading.readable else f"{REFUSED} {number}",
                    terminal.on_one_line(line),
                    reading.text,
                    quiet=not reading.readable,
                )
                for number, (line, reading) in enumerate(zip(self.lines, readings, strict=True), 1)
            ]
        )
        self.query_one("#buttons", WordFlow).show(
            [ClickableWord("store all", "do:store", key="⏎"), ClickableWord("close", "do:leave")]
        )

    @on(RowChosen)
    def store_all(self) -> None:
        self.write(self.store, self.stored)

    def half_typed(self) -> list[tuple[date, str]]:
        return [(self.day, line) for line in self.lines]

    def stored(self, receipts: list[Receipt]) -> None:
        self.dismiss(receipts)

    async def clicked(self, command: str) -> None:
        if command == "do:store":
            self.store_all()
        else:
            self.dismiss(None)


def look_at_lines(
    screen: "TodayScreen", lines: Sequence[str], context: Context, day: date | None, digits: Mapping[str, str]
) -> None:
    """Have a look at lines that were pasted on the page of a day; today's without one."""
    journal = screen.journal

    def stored(receipts: list[Receipt] | None) -> None:
        if receipts is not None:
            screen.lines_stored(receipts)

    dialog = PastedLinesDialog(
        lines,
        lambda line: preview(line, context, day, journal.preferences.hours),
        lambda: journal.diary.enter_lines(lines, day, digits),
        day or context.clock.today,
    )
    journal.push_screen(dialog, stored)
