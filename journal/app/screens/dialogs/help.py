"""F1: what can be done where one is."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from journal.app import actions, keys
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
        self.actions = actions.screen_actions(screen)

    def body(self) -> ComposeResult:
        yield Notice(self._get_help + (f"\n{self.about.HELP}" if self.about and self.about.HELP else ""), id="notice")
        yield RowTable(id="help")

    @property
    def _get_help(self) -> str:
        key = self.app.get_key_display(keys.key_of(keys.GET_HELP, self.journal.preferences.keys))
        return f"{key}  {keys.GET_HELP.description}"

    def on_mount(self) -> None:
        super().on_mount()
        rows = [TableRow(number, action.keys, action.description) for number, action in enumerate(self.actions)]
        if self.about and self.about.WRITES_LINES:
            rows.append(TableRow(None, "", ""))
            rows += [TableRow(kind.table + kind.help, "", kind.help) for kind in KINDS]
        self.query_one("#help", RowTable).show(rows)
