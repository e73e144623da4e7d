"""Undo and redo: a change is named before it is undone, for it may have been made in the shell."""

from functools import partial
from typing import TYPE_CHECKING

from journal import terminal
from journal.app.diary import PastStep

if TYPE_CHECKING:
    from journal.app.main import JournalApp

NamedStep = tuple[PastStep | None, list[str]]
"""A step, and its words."""


class UndoRedo:
    """For one app; `named` is the step whose words stand on the screen."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self.named: PastStep | None = None

    def forget_name(self) -> None:
        self.named = None

    def name_last(self) -> None:
        """The screen says what was just done, so undo need not name it first."""

        def remember(last: NamedStep) -> None:
            self.named = last[0]

        self.app.front.read(partial(self.app.diary.last_step, self.app.preferences.hours), remember, "undo")

    def undo(self) -> None:
        """Name the last step; undo it if it is named already."""
        self.app.front.read(
            partial(self.app.diary.last_step, self.app.preferences.hours), self._undo, "undo", holds_keys=True
        )

    def _undo(self, last: NamedStep) -> None:
        step, summary = last
        if step is not None and step != self.named:
            self.named = step
            self.app.front.say(self._lines(["Press ^z again, and this is", *summary]))
            return
        self.app.front.write(
            partial(self.app.diary.undo, self.app.preferences.hours),
            partial(self._done, key="^y redoes it", more="^z next"),
        )

    def redo(self) -> None:
        self.app.front.write(
            partial(self.app.diary.redo, self.app.preferences.hours), partial(self._done, key="^z undoes it", more="")
        )

    def _done(self, summary: list[str], key: str, more: str) -> None:
        lines = [terminal.sentence(line) for line in summary] or ["Done."]
        self.app.diary_changed()

        def say(last: NamedStep) -> None:
            self.named, further = last
            following = [f"{more}: {further[0]}"] if more and further else []
            self.app.front.say(self._lines([f"{lines[0]} {key}.", *lines[1:], *following]), "done")

        self.app.front.read(partial(self.app.diary.last_step, self.app.preferences.hours), say, "undo", holds_keys=True)

    @staticmethod
    def _lines(lines: list[str]) -> str:
        return "\n".join(map(terminal.on_one_line, lines))
