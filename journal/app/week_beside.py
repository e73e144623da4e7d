"""This week against last, and a small body, beside the page of a wide Today."""

import asyncio
from functools import partial

from journal.app.models.week_model import week_lines
from journal.app.screens.base import BackgroundScreen
from journal.app.widgets.aside import Aside
from journal.errors import Refused
from journal.settings import FIRST_WEEKDAY


def week_beside(screen: BackgroundScreen) -> Aside:
    """No key waits for what it asks, since the picture of the body takes half a second to load."""

    def ask(columns: int, rows: int) -> None:
        week_starts = FIRST_WEEKDAY[screen.journal.preferences.week_starts]

        async def read() -> None:
            try:
                lines = await asyncio.to_thread(partial(week_lines, screen.journal.diary, week_starts, columns, rows))
            except Refused:
                return  # the page beside it says why
            except Exception as error:
                screen.journal.fault(error)
                return
            if screen.is_standing:
                aside.show(lines)

        screen.journal.begin(read, "aside", exclusive=True)

    aside = Aside(ask)
    return aside
