"""The small questions: yes or no, and one of a few."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal.app.messages import RowChosen
from journal.app.screens.base import BackgroundScreen, Dialog
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow


class Pick(Dialog):
    """One of a few rows, the cursor on the present one; dismissed with its key, or None."""

    FRAME = "small"
    TAKES_REMARKS = False
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


def ask(screen: BackgroundScreen, question: Pick, then: Callable[[Any], None]) -> None:
    """Ask over a screen; `then` hears what was picked, if anything was."""

    def picked(key: Any) -> None:
        if key is not None:
            then(key)

    screen.app.push_screen(question, picked)


class LeavePick(Pick):
    """Whether a changed form is meant to be left."""


def leave_changed(dialog: Dialog, go_on: Callable[[], None] | None = None) -> None:
    """Leave a form that was changed, if that is meant: close it, or `go_on` to where else one was going."""
    heading, text, leave = dialog.LEAVING
    rows = [TableRow("stay", "", "Keep editing"), TableRow("leave", "", leave)]

    def then(answer: str) -> None:
        if answer == "leave":
            (go_on or partial(dialog.dismiss, None))()

    ask(dialog, LeavePick(heading, rows, text), then)


def leave_all(screens: Sequence[object], go_on: Callable[[], None]) -> None:
    """`go_on` to another room; where a dialog is changed, only if that is meant. It is asked once."""
    changed = [screen for screen in screens if isinstance(screen, Dialog) and screen.is_mounted and screen.is_changed]
    if not changed:
        go_on()
    elif not any(isinstance(screen, LeavePick) for screen in screens):
        leave_changed(changed[-1], go_on)
