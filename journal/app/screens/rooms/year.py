"""A year at a glance: a sign for the state of each day."""

import calendar
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from journal import moments
from journal.app import record_words
from journal.app.messages import DayTurned, DiaryChanged
from journal.app.screens.base import ROOMS_CSS, Room
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.day_grid import DayGrid
from journal.errors import Refused
from journal.phrases.write.format_number import MANY_WORDS, counted, one_sign

LEGEND = {
    "1-9": "twitches",
    **MANY_WORDS,
    "0": "none",
    "s": "uncounted",
    "·": "not logged",
    "-": "not said",
    "=": "paused",
}
"""Short enough for three lines of forty columns; under the grid the day in question is said in full."""
SHADES = {"s": "few", "0": "", " ": "", "+": "many", "*": "lots", "#": "most"} | dict.fromkeys("·=-", "unknown")
CELLS = ((101, 3), (70, 2), (0, 1))
"""Columns of the grid from which a day has so many of them."""


class DayState(NamedTuple):
    """What is known of the twitches of a day, as a sign and in words."""

    sign: str
    words: str


NOT_LOGGED, PAUSED = DayState("·", "not logged"), DayState("=", "paused")
UNREAD = DayState(" ", "cannot be read")


class YearGrid(DayGrid):
    """Twelve months as rows; `states` are those of the days with any record."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"year--{shade}" for shade in ({*SHADES.values()} - {""}) | {"some", "today"}
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day before", show=False, id="year.before"),
        Binding("right", "move(1)", "Day after", show=False, id="year.after"),
        Binding("up", "month(-1)", "Month before", show=False, id="year.month_before"),
        Binding("down", "month(1)", "Month after", show=False, id="year.month_after"),
        Binding("pageup", "year(-1)", "Year before", key_display="PgUp", id="year.year_before"),
        Binding("pagedown", "year(1)", "Year after", key_display="PgDn", id="year.year_after"),
        Binding("enter", "open", "Open the day", key_display="⏎", id="year.open"),
    ]

    class Opened(Message):
        """The day under the cursor is to be opened."""

    def __init__(self, day: date) -> None:
        super().__init__(day, day, id="year-days")
        self.states: Mapping[str, DayState] | None = None
        """None as long as they could not be read."""

    def state(self, day: date) -> DayState:
        return UNREAD if self.states is None else self.states.get(day.isoformat(), NOT_LOGGED)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 13

    def render(self) -> Content:
        step = next(step for columns, step in CELLS if self.size.width >= columns)
        head = "1".ljust(4 * step) + "".join(str(number).ljust(5 * step) for number in range(5, 31, 5))
        return Content("\n").join([Content(f"    {head}"), *[self._month(month, step) for month in range(1, 13)]])

    def _month(self, month: int, step: int) -> Content:
        parts: list[Content] = [Content(f"{moments.MONTHS[month - 1]} ")]
        for number in range(1, calendar.monthrange(self.day.year, month)[1] + 1):
            day = date(self.day.year, month, number)
            sign = " " if day > self.today else self.state(day).sign
            cell = Content(sign.ljust(step))
            if shade := SHADES.get(sign, "few" if sign < "4" else "some"):
                cell = cell.stylize(self.get_visual_style(f"year--{shade}"))
            if day == self.today:
                cell = cell.stylize(self.get_visual_style("year--today", partial=True), 0, 1)
            if day == self.day:
                cell = cell.stylize("reverse", 0, 1)
            parts.append(cell.stylize(self.carrying(day)))
        return Content.assemble(*parts)

    def action_year(self, by: int) -> None:
        self.action_month(12 * by)

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        day = self.clicked_day(event)
        if day and day <= self.today:
            again = day == self.day
            self.go(day)
            if again:
                self.action_open()


class YearScreen(Room):
    """The days of a year, and what the one under the cursor holds, in words."""

    HELP = "A sign for each day. Enter opens the day under the cursor; Page up and down change the year."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.room('today')", "Today", id="year.back", show=False)
    ]
    CSS_PATH = ROOMS_CSS
    room = "year"

    def __init__(self) -> None:
        super().__init__()
        self._year = 0

    def body(self) -> ComposeResult:
        yield WordFlow(id="years", gap=3)
        yield YearGrid(self.journal.today)
        yield Notice(id="day")
        yield WordFlow(id="legend", gap=2)
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        entries = [ClickableWord(text, key=sign) for sign, text in LEGEND.items()]
        entries.insert(list(LEGEND).index("s") + 1, ClickableWord("today", style="underline"))
        self.query_one("#legend", WordFlow).show(entries)
        self.load()

    @on(DiaryChanged)
    @on(DayTurned)
    def load(self) -> None:
        self.version = self.journal.diary.version
        self.days.today = self.journal.today
        self._year = self.days.day.year
        self.read(partial(self._states, self._year), self.show)

    @property
    def days(self) -> YearGrid:
        return self.query_one(YearGrid)

    def _states(self, year: int) -> dict[str, DayState]:
        states = dict.fromkeys(self.journal.diary.paused_days(date(year, 1, 1), date(year, 12, 31)), PAUSED)
        states |= {day: _state(twitches, some) for day, twitches, some in self.journal.diary.twitches_of_year(year)}
        return states

    def unread(self, refused: Refused) -> None:
        """The days of before are of another year, and a day that cannot be read is not one that is not logged."""
        self.show(None)
        super().unread(refused)

    def show(self, states: dict[str, DayState] | None) -> None:
        self.days.states = states
        self.days.refresh()
        self.query_one("#years", WordFlow).show(
            [
                ClickableWord("‹ year", "year:-1"),
                ClickableWord(str(self._year), style="bold"),
                ClickableWord("year ›", "year:1"),
            ]
        )
        self.show_day()

    @on(YearGrid.Moved)
    def moved(self) -> None:
        if self.days.day.year != self._year:
            self.load()
        else:
            self.show_day()

    def show_day(self) -> None:
        day = self.days.day
        clock = self.journal.diary.read_clock()
        self.query_one("#day", Notice).say(f"{record_words.day_title(day, clock)}: {self.days.state(day).words}")

    @on(YearGrid.Opened)
    def open_day(self) -> None:
        self.journal.open_day(self.days.day)

    async def clicked(self, command: str) -> None:
        kind, _, by = command.partition(":")
        if kind == "year":
            self.days.action_year(int(by))
        else:
            await super().clicked(command)


def _state(twitches: int | None, some: int | None) -> DayState:
    if twitches:
        return DayState(one_sign(twitches), counted(twitches, "twitch", "twitches"))
    if twitches is None and some is None:
        return DayState("-", "twitches not said")
    return DayState("0", "no twitches") if twitches == 0 or not some else DayState("s", "some, uncounted")
