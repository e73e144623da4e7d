"""F1: what can be done where one is."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from journal.app import actions
from journal.app.keys import GET_HELP
from journal.app.messages import RowChosen
from journal.app.screens.base import BackgroundScreen, Dialog
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow
from journal.catalog.kinds import KINDS


class HelpDialog(Dialog):
    """What the screen is for, every key that applies on it, and what a line may say."""

    heading = "Help"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1", "dismiss(None)", "Close", id="dialog.close")]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self.about = screen if isinstance(screen, BackgroundScreen) else None
        self.actions = sorted(actions.screen_actions(screen), key=lambda each: each.description != GET_HELP.description)

    def body(self) -> ComposeResult:
        yield RowTable(id="help", verb="Do it")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        rows = [TableRow(number, action.keys, action.description) for number, action in enumerate(self.actions)]
        if self.about and self.about.HELP:
            rows[1:1] = [TableRow(None, "", text) for text in ("", *self.about.HELP.split("\n"), "")]
        if self.about and self.about.WRITES_LINES:
            rows.append(TableRow(None, "", ""))
            rows += [TableRow(kind.table + kind.help, "", kind.help) for kind in KINDS]
        self.query_one("#help", RowTable).show(rows)

    @on(RowChosen)
    def do(self, message: RowChosen) -> None:
        """Close, and do it on the screen below; what a line may say is only to be read."""
        if isinstance(message.key, int):
            action = self.actions[message.key]
            self.dismiss(None)
            self.app.call_later(self.app.run_action, action.action, action.node)
