"""Undo and redo: what is taken back is named before it is, for it may have been done in the shell."""

from functools import partial
from typing import TYPE_CHECKING

from journal import terminal
from journal.app import record_words
from journal.app.diary import PastStep

if TYPE_CHECKING:
    from journal.app.main import JournalApp

Found = tuple[PastStep | None, list[str]]


class UndoRedo:
    """Takes back for one app; `named` is the act whose name stands on the screen."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self.named: PastStep | None = None

    def forget_name(self) -> None:
        self.named = None

    def name_last(self) -> None:
        """What was just said on the screen is what undo would take back."""

        def remember(found: Found) -> None:
            self.named = found[0]

        self.app.working.ask(self.app.diary.last_step, remember, "undo")

    def undo(self) -> None:
        """Name the last act; take it back if it is named already."""
        self.app.working.ask(self.app.diary.last_step, self._undo, "undo")

    def _undo(self, found: Found) -> None:
        act, said = found
        if act is not None and act != self.named:
            self.named = act
            self.app.working.say(self._lines(["^z once more, and this is", *said]))
            return
        self.app.working.write(self.app.diary.undo, partial(self._done, key="^y does it again", more="^z next"))

    def redo(self) -> None:
        self.app.working.write(self.app.diary.redo, partial(self._done, key="^z takes it back", more=""))

    def _done(self, said: list[str], key: str, more: str) -> None:
        lines = [terminal.sentence(line) for line in said] or ["Done."]
        self.app.changed(frozenset())

        def say(found: Found) -> None:
            self.named, further = found
            following = [f"{more}: {further[0]}"] if more and further else []
            self.app.working.say(self._lines([f"{lines[0]} {key}.", *lines[1:], *following]), "done")

        self.app.working.ask(self.app.diary.last_step, say, "undo")

    def _lines(self, lines: list[str]) -> str:
        return "\n".join(
            record_words.clock_in_hours(terminal.on_one_line(line), self.app.looks.hours) for line in lines
        )
