"""Which day a page shows, and what is half typed on others: a line never moves to another day."""

from datetime import date

from journal.moments import FIRST_DAY


class PageDay:
    """`day` is None as long as it is today, so that the page turns over with the day."""

    def __init__(self) -> None:
        self.day: date | None = None
        self.drafts: dict[date, str] = {}
        """What is half typed on other days."""
        self.returns = False
        """Whether the page goes on to today once the line, begun before the day turned, is stored or emptied."""
        self._today: date | None = None
        """The day that today was when the line was begun."""

    def stay_with_line(self, today: date, line: str) -> bool:
        """Stay where the page is, though the day has turned, if the line holds something; whether it does."""
        stays = self.day is None and self._today not in (None, today) and bool(line.strip())
        if stays:
            self.day, self.returns = self._today, True
        self._today = today
        return stays

    def go_to(self, day: date, today: date, line: str) -> str | None:
        """To a day, today at the latest; the line that is half typed there, None where the page has that day."""
        self.stay_with_line(today, line)
        before, day = self.day or today, min(today, max(day, FIRST_DAY))
        self.day, self.returns = None if day == today else day, False
        if day == before:
            return None
        if line.strip():
            self.drafts[before] = line
        return self.drafts.pop(day, "")
