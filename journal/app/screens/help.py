"""F1: what can be done where one is."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen

from journal.app import actions
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import Notice, WordBar
from journal.app.widgets.table import RowTable, TableRow
from journal.catalog.kinds import KINDS

ABOUT = {
    "TodayScreen": (
        "Type what happened and press Enter; nothing is stored before. Below the line stands what it would store.",
        "A digit and Enter is one of your commonest episodes; 0 and Enter says that there were no twitches.",
        "With the line empty, left and right lead to other days and down into the page. Escape leads back.",
    ),
    "HistoryScreen": (
        "Type to filter: a site, a kind, any text, and days such as 2026-11, 2026-11-01..2026-11-07, yesterday.",
        "Enter edits the record under the cursor, also its time; Delete deletes it, and undo puts it back.",
    ),
    "YearScreen": ("A sign for each day. Enter opens the day under the cursor; Page up and down change the year.",),
    "TrendsScreen": (
        "Pictures of what you noticed, not verdicts. A digit chooses a view, d the days; left is earlier, right later.",
        "/ narrows it to a site, side or kind, or to days such as 2026-10-01..2026-11-15. t shows the same as text.",
        "h and l choose the habit and how many days before the twitches it is looked at, where a view has one.",
    ),
    "BodyScreen": ("Where the twitches come. Enter on a site begins a line on Today with it, or shows its charts.",),
    "TriggersScreen": (
        "Which habits go with the twitches. It is judged at fixed numbers of logged days, and stands until the next.",
        "Enter, or a click on a habit, tells more of it. o looks at another outcome, site or days: a view, no verdict.",
        "g guesses beforehand, in the first 14 logged days. j tells how it is judged and what a diary can show.",
    ),
    "SettingsScreen": (
        "Enter changes what is under the cursor. + and - move a question; Delete takes a template away.",
    ),
    "CheckInDialog": (
        "Up and down choose a question. Type the answer and press Enter, or click one.",
        "n is none, which is not the same as not logged. Delete is back to not logged.",
    ),
    "EditDialog": ("The record as a line. Change any word, also the day and the time, and press Enter.",),
}
GRAMMAR = ("TodayScreen", "EditDialog")
"""Where a line is written, so that what a line may say belongs to the help."""


class HelpDialog(Dialog):
    """What the screen is for, every key that applies on it, and what a line may say."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1", "dismiss(None)", "Close", id="dialog.close")]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self.about = screen
        self.actions = actions.screen_actions(screen)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Help")
            yield Notice("\n".join(ABOUT.get(type(self.about).__name__, ())), id="said")
            yield RowTable(id="help")
        yield WordBar(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        rows = [TableRow(place, named.keys, named.description) for place, named in enumerate(self.actions)]
        if type(self.about).__name__ in GRAMMAR:
            rows.append(TableRow(None, "", ""))
            rows += [TableRow(kind.table + kind.help, "", kind.help) for kind in KINDS]
        self.query_one("#help", RowTable).show(rows)
