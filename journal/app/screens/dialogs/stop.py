"""One key stops what is going on; with several, it is asked which."""

from functools import partial
from typing import TYPE_CHECKING

from journal.app import record_words
from journal.app.diary import Receipt, TodayPage, receipt_line
from journal.app.screens.dialogs.pick import Pick
from journal.app.widgets.table import TableRow
from journal.records import Episode

if TYPE_CHECKING:
    from journal.app.main import JournalApp


def stop(app: "JournalApp") -> None:
    """End the episode that is going on."""
    screen = app.front

    def choose(page: TodayPage) -> None:
        if not page.going_on:
            screen.say("Nothing is going on; `start left calf` begins an episode.", "quiet")
        elif len(page.going_on) == 1:
            end(page.going_on[0])
        else:
            rows = [
                TableRow(
                    number,
                    record_words.start(episode, page.context, page.day.day, app.preferences.hours),
                    record_words.record_words(episode, page.context, app.preferences.hours),
                )
                for number, episode in enumerate(page.going_on)
            ]
            app.push_screen(Pick("Which one stops?", rows, dialog="stop"), lambda number: picked(page, number))

    def picked(page: TodayPage, number: int | None) -> None:
        if number is not None:
            end(page.going_on[number])

    def end(episode: Episode) -> None:
        screen.write(partial(app.diary.stop, episode), stopped)

    def stopped(receipt: Receipt) -> None:
        screen.say_changed(f"{receipt_line(receipt, app.preferences.hours)} · ^z undoes it")

    screen.read(partial(app.diary.page, None), choose, "stop", holds_keys=True)
