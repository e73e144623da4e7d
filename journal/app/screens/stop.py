"""One key stops what is going on; with several, it is asked which."""

from functools import partial
from typing import TYPE_CHECKING

from journal.app import words
from journal.app.diary import Page, told
from journal.app.screens.dialog import Pick
from journal.app.widgets.rows import Row
from journal.records import Episode
from journal.store.told import Told

if TYPE_CHECKING:
    from journal.app.main import JournalApp


def stop(app: "JournalApp") -> None:
    """End the episode that is going on."""
    screen = app.working

    def found(page: Page) -> None:
        if not page.going_on:
            screen.say("Nothing is going on; `start left calf` begins an episode.", "quiet")
        elif len(page.going_on) == 1:
            end(page, page.going_on[0])
        else:
            rows = [
                Row(place, words.start(one, page.context, page.day.day, app.looks.hours), _words(one, page, app))
                for place, one in enumerate(page.going_on)
            ]
            app.push_screen(Pick("Which one stops?", rows), lambda place: picked(page, place))

    def picked(page: Page, place: int | None) -> None:
        if place is not None:
            end(page, page.going_on[place])

    def end(page: Page, episode: Episode) -> None:
        side = f"{page.context.words.name_of('side', episode.side)} " if episode.side else ""
        line = f"stop {side}{page.context.words.name_of('site', episode.site)}"
        screen.write(partial(app.diary.enter, line, None, {}), stopped)

    def stopped(rows: list[Told]) -> None:
        screen.say(f"{told(rows[0], app.looks.hours)} · ^z takes it back", "done")
        app.changed(frozenset(row.day for row in rows), named=True)

    screen.ask(partial(app.diary.page, None), found, "stop")


def _words(episode: Episode, page: Page, app: "JournalApp") -> str:
    return words.record_words(episode, page.context, app.looks.hours)
