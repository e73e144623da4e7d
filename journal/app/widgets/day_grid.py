"""Days in a grid, one of them under the cursor."""

import calendar
from datetime import date, timedelta

from textual import events
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from journal import moments


class DayGrid(Widget):
    """From the first day of any diary up to today. What is drawn for a day carries it, so that a click knows it."""

    can_focus = True

    class Moved(Message):
        """Another day is under the cursor."""

    def __init__(self, day: date, today: date, *, id: str) -> None:
        super().__init__(id=id)
        self.day, self.today = day, today

    @staticmethod
    def carrying(day: date) -> Style:
        """The style of what is drawn for a day."""
        return Style.from_meta({"day": day.isoformat()})

    @staticmethod
    def clicked_day(event: events.Click) -> date | None:
        day = event.style.meta.get("day")
        return date.fromisoformat(day) if day else None

    def go(self, day: date) -> None:
        self.day = max(moments.FIRST_DAY, min(day, self.today))
        self.refresh()
        self.post_message(self.Moved())

    def action_move(self, days: int) -> None:
        self.go(self.day + timedelta(days=days))

    def action_month(self, by: int) -> None:
        """The same day of another month, or the last one of a shorter month."""
        year, month = divmod(self.day.year * 12 + self.day.month - 1 + by, 12)
        self.go(date(year, month + 1, min(self.day.day, calendar.monthrange(year, month + 1)[1])))
