"""The way back after days away: each open day, the newest first, rated, said to be unlike the others, or left."""

from datetime import date
from typing import TYPE_CHECKING

from journal import moments
from journal.app.calm_diary import NOT_LOGGED_IS_FINE
from journal.app.models.form_field import Field
from journal.app.screens.dialogs.form import FormDialog

if TYPE_CHECKING:
    from journal.app.main import JournalApp

FIELDS = (
    Field("rating", "How twitchy", "", "0 to 10, none; empty: leave it"),
    Field("note", "Unlike others", "", "ill, travelling; empty: as ever"),
)


def open_away(app: "JournalApp") -> None:
    """Ask about each open day; Enter goes on to the one before it, Escape ends."""

    def ask(days: list[date]) -> None:
        if not days:
            app.say("No day is open.", "quiet")
            return
        day, *earlier = days

        def store(values: dict[str, str]) -> str:
            return "stored" if app.diary.calm.say_of_day(day, values["rating"], values["note"]) else "left"

        def done(outcome: str | None) -> None:
            if outcome == "stored":
                app.diary_changed()
            if outcome and earlier:
                app.call_later(ask, earlier)

        left = f"Enter leads to {moments.day_words(earlier[0], app.today)}. " if earlier else ""
        title = f"{moments.day_words(day, app.today)} · open"
        app.push_screen(FormDialog(title, FIELDS, store, f"{left}{NOT_LOGGED_IS_FINE}", dialog="away"), done)

    def show(days: list[date]) -> None:
        ask(days)
        app.front.write(
            app.diary.calm.note_open_days_seen, lambda _: app.file_watcher.note_own_write(), holds_keys=False
        )

    app.front.read(app.diary.calm.open_days, show, "away", holds_keys=True)
