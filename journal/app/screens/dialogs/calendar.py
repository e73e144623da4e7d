"""A calendar in which any past day can be picked."""

import calendar
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from journal import moments
from journal.app.record_words import day_title
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.day_grid import DayGrid
from journal.settings import FIRST_WEEKDAY

if TYPE_CHECKING:
    from journal.app.main import JournalApp


class MonthGrid(DayGrid):
    """A month as weeks; past days that are not `logged` have a dot, or = in a pause, as in every calendar."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day", key_display="←→", show=False, id="month.before"),
        Binding("right", "move(1)", "Day after", show=False, id="month.after"),
        Binding("up", "move(-7)", "Week before", show=False, id="month.week_before"),
        Binding("down", "move(7)", "Week after", show=False, id="month.week_after"),
        Binding("pageup", "month(-1)", "Month before", key_display="PgUp", id="month.month_before"),
        Binding("pagedown", "month(1)", "Month after", key_display="PgDn", id="month.month_after"),
        Binding("enter", "pick", "Open", key_display="⏎", id="month.pick"),
    ]

    class Picked(Message):
        """The day under the cursor was picked."""

    def __init__(self, day: date, today: date, week_starts: str) -> None:
        super().__init__(day, today, id="month")
        self.weeks = calendar.Calendar(FIRST_WEEKDAY[week_starts])
        self.logged: frozenset[date] | None = None
        """None before they were read."""
        self.paused: set[str] = set()
        """In ISO."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 7

    def render(self) -> Content:
        names = [moments.WEEKDAYS[(self.weeks.firstweekday + weekday) % 7] for weekday in range(7)]
        lines = [Content("".join(f" {name} " for name in names))]
        for week in self.weeks.monthdatescalendar(self.day.year, self.day.month):
            lines.append(Content.assemble(*[self._cell(day) for day in week]))
        return Content("\n").join(lines)

    def _cell(self, day: date) -> Content:
        if day.month != self.day.month or day > self.today:
            return Content("     ")
        is_open = self.logged is not None and day not in self.logged
        point = ("=" if day.isoformat() in self.paused else "·") if is_open else " "
        text = f"▸{day.day:>2}{point} " if day == self.day else f" {day.day:>2}{point} "
        cell = Content.styled(text, "reverse") if day == self.day else Content(text)
        if day == self.today:
            cell = cell.stylize("underline", 1, 3)
        return cell.stylize(self.carrying(day))

    def action_pick(self) -> None:
        self.post_message(self.Picked())

    def on_click(self, event: events.Click) -> None:
        day = self.clicked_day(event)
        if day:
            self.go(day)
            self.post_message(self.Picked())


class CalendarDialog(Dialog):
    """Dismissed with the day picked, or None."""

    dialog = "calendar"
    heading = "Which day?"
    FRAME = "small"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close", id="dialog.close")]

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day

    def body(self) -> ComposeResult:
        yield WordFlow(id="months", gap=2)
        yield MonthGrid(self.day, self.journal.today, self.journal.preferences.week_starts)
        yield Notice("· not logged   = paused   _ today", id="notice", classes="-quiet")

    def on_mount(self) -> None:
        super().on_mount()
        self.load()

    @property
    def month(self) -> MonthGrid:
        return self.query_one(MonthGrid)

    @on(MonthGrid.Moved)
    def load(self) -> None:
        day = self.month.day
        clock = self.journal.diary.read_clock()
        self.query_one("#months", WordFlow).show(
            [
                ClickableWord("‹ month", "month:-1"),
                ClickableWord("month ›", "month:1"),
                ClickableWord(f"{day_title(day, clock)} · {calendar.month_name[day.month]} {day.year}", style="bold"),
            ]
        )
        first = day.replace(day=1)
        self.read(partial(self._days, first, first + timedelta(days=31)), self._show_days)

    def _days(self, first: date, last: date) -> tuple[list[date], set[str]]:
        """The logged days of a span, and those in a pause."""
        return self.journal.diary.logged_days(first, last), self.journal.diary.paused_days(first, last)

    def _show_days(self, days: tuple[list[date], set[str]]) -> None:
        logged, self.month.paused = days
        self.month.logged = frozenset(logged)
        self.month.refresh()

    @on(MonthGrid.Picked)
    def picked(self) -> None:
        self.dismiss(self.month.day)

    async def clicked(self, command: str) -> None:
        self.month.action_month(int(command.partition(":")[2]))


def open_calendar(app: "JournalApp") -> None:
    """Ask for a day, then show its page."""

    def go(day: date | None) -> None:
        if day:
            app.open_day(day)

    app.push_screen(CalendarDialog(app.day_in_front), go)
