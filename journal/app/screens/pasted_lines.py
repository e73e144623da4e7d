"""Several lines were pasted: one look at what each means, then all of them are stored in one step."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from journal import terminal
from journal.app.diary import Receipt
from journal.app.messages import RowChosen
from journal.app.models.preview import Preview
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordBar, WordFlow
from journal.app.widgets.table import RowTable, TableRow

HELP = "Enter stores them all in one step, Escape none of them."


class PastedLinesDialog(Dialog):
    """Each line with its reading. Dismissed with the receipts, or None where nothing was stored."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close", id="dialog.close")]
    AUTO_FOCUS = "#pasted"

    def __init__(
        self,
        lines: Sequence[str],
        preview: Callable[[str], Preview],
        store: Callable[[], list[Receipt]],
        day: date,
    ) -> None:
        super().__init__()
        self.lines, self.preview, self.store, self.day = lines, preview, store, day

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"{len(self.lines)} lines were pasted")
            yield RowTable(id="pasted")
            yield Notice(HELP, id="notice")
            yield WordFlow(id="buttons")
        yield WordBar(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        readings = [self.preview(line) for line in self.lines]
        self.query_one("#pasted", RowTable).show(
            [
                TableRow(number, str(number), terminal.on_one_line(line), reading.text, quiet=not reading.readable)
                for number, (line, reading) in enumerate(zip(self.lines, readings, strict=True), 1)
            ]
        )
        self.query_one("#buttons", WordFlow).show(
            [ClickableWord("⏎ store all", "do:store"), ClickableWord("close", "do:leave")]
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
