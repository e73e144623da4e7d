"""The small questions: yes or no, and one of a few."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal.app.messages import RowChosen
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow


class Pick(Dialog):
    """One of a few rows, the cursor on the present one; dismissed with its key, or None."""

    FRAME = "small"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close", id="dialog.close")]

    def __init__(
        self, title: str, rows: Sequence[TableRow], text: str = "", present: Any = None, dialog: str = ""
    ) -> None:
        super().__init__()
        self.heading, self.rows, self.text, self.present, self.dialog = title, rows, text, present, dialog

    def body(self) -> ComposeResult:
        yield Notice(self.text, id="notice")
        yield RowTable(id="picks")

    def on_mount(self) -> None:
        super().on_mount()
        rows = self.query_one("#picks", RowTable)
        rows.show(self.rows)
        rows.styles.height = len(self.rows) + 1
        rows.mark(self.present)

    @on(RowChosen)
    def chosen(self, message: RowChosen) -> None:
        self.dismiss(message.key)


def leave_changed() -> Pick:
    """Asked before a changed form is left; dismissed with "leave" or "stay"."""
    rows = [TableRow("stay", "", "Keep editing"), TableRow("leave", "", "Leave it as it was")]
    return Pick("The form was changed", rows, "None of it is stored yet.")
