"""What the app says on its way out when the program itself is at fault: a sentence, and what was being typed."""

import traceback
from typing import TYPE_CHECKING

from rich.text import Text

from journal import terminal
from journal.app.widgets.line_input import LineInput
from journal.errors import unexpected

if TYPE_CHECKING:
    from journal.app.main import JournalApp


def last_words(app: "JournalApp") -> Text:
    """Of the fault that is being handled. What its variables hold is never printed."""
    error = app._exception or Exception()
    lines = [unexpected(error, "what was said to be stored is stored")]
    for screen in app.screen_stack:
        lines += [
            f"Not stored, from where you typed: {field.value}" for field in screen.query(LineInput) if field.value
        ]
    if app.shows_faults:
        lines += "".join(traceback.format_exception(error)).splitlines()
    return Text("\n".join(terminal.on_screen(line) for line in lines))
