"""The diary rests, and goes on."""

from typing import TYPE_CHECKING

from journal.app.calm_diary import Pause, pause_words
from journal.app.models.form_field import Field
from journal.app.screens.dialogs.form import FormDialog
from journal.app.screens.dialogs.pick import Pick
from journal.app.widgets.table import TableRow

if TYPE_CHECKING:
    from journal.app.main import JournalApp

ABOUT = "No day of a pause is missing; what you log in it is kept and counts. Nothing reminds you meanwhile."


def open_pause(app: "JournalApp") -> None:
    """Ask until when the diary rests, or whether it goes on."""
    screen = app.front

    def ask_until(until: str = "") -> None:
        field = Field("until", "Rests until", until, "Fri, 2 Jan, in 2 weeks; empty: until it goes on")
        app.push_screen(
            FormDialog("Pause", (field,), lambda values: begin(values["until"]), ABOUT, "pause", dialog="pause"), done
        )

    def begin(until: str) -> Pause:
        return app.diary.calm.begin_pause(until.strip())

    def done(pause: Pause | None) -> None:
        if pause:
            app.call_later(say, f"The diary is {pause_words(pause, app.today)}")  # once the form is gone

    def say(text: str) -> None:
        app.record_changed(f"{text} · ^z undoes it")

    def choose(choice: str | None) -> None:
        if choice == "resume":
            screen.write(app.diary.calm.resume, lambda _: say("The diary goes on"))
        elif choice:
            ask_until(choice.removeprefix("until:"))

    def show(pause: Pause | None) -> None:
        if pause is None:
            ask_until()
            return
        rows = [
            TableRow("resume", "", "The diary goes on"),
            TableRow(f"until:{pause.last_day or ''}", "", "It rests until another day"),
        ]
        app.push_screen(Pick(f"The diary is {pause_words(pause, app.today)}", rows, dialog="pause"), choose)

    screen.read(app.diary.calm.pause, show, "pause", holds_keys=True)
