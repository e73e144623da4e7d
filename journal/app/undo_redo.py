"""Undo and redo: a change is named before it is undone, for it may have been made in the shell."""

from functools import partial
from typing import TYPE_CHECKING

from journal import terminal
from journal.app.diary import PastStep
from journal.phrases.write.format_number import counted

if TYPE_CHECKING:
    from journal.app.main import JournalApp
    from journal.app.screens.base import BackgroundScreen

NamedStep = tuple[PastStep | None, list[str]]
"""A step, and its words."""
NEXT = "^z again, and this is"


class UndoRedo:
    """For one app. A step is undone at once only while the screen in front still shows its words."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self._named: tuple[PastStep | None, BackgroundScreen, str] | None = None
        """The step, the screen that names it, and what that says."""
        self._asks = False
        """Whether it says only that the next `undo` would undo it."""

    def diary_changed(self, *, by_another: bool) -> None:
        if by_another:
            self._compare_name()
        else:
            self._forget_name()

    def _forget_name(self) -> None:
        """Another step is the last one by now, so what names the one before goes."""
        if self._named and self._asks and self._named[1].notice == self._named[2]:
            self._named[1].say(self._named[1].quiet_hint, "quiet")
        self._named, self._asks = None, False

    def _compare_name(self) -> None:
        """Another program wrote: what is named stays named if it was that which the program had written."""

        def compare(last: NamedStep) -> None:
            if self._named and self._named[0] != last[0]:
                self._forget_name()

        if self._named:
            self.app.front.read(partial(self.app.diary.last_step, self.app.preferences.hours), compare, "name")

    def name_last(self) -> None:
        """The screen says what was just done, so undo need not name it first."""
        front, notice = self.app.front, self.app.front.notice

        def remember(last: NamedStep) -> None:
            self._named, self._asks = (last[0], front, notice), False

        front.read(partial(self.app.diary.last_step, self.app.preferences.hours), remember, "undo")

    def _is_named(self, step: PastStep) -> bool:
        return self._named == (step, self.app.front, self.app.front.notice)

    def _say(self, step: PastStep | None, lines: list[str], manner: str = "") -> None:
        """Say something that names the step."""
        self.app.front.say("\n".join(map(terminal.on_one_line, lines)), manner)
        self._named, self._asks = (step, self.app.front, self.app.front.notice), manner != "done"

    def undo(self) -> None:
        """Name the last step; undo it if it is named already."""
        self.app.front.read(
            partial(self.app.diary.last_step, self.app.preferences.hours), self._undo, "undo", holds_keys=True
        )

    def _undo(self, last: NamedStep) -> None:
        step, summary = last
        if step is not None and not self._is_named(step):
            self._say(step, [f"Press {NEXT} {summary[0]}", *summary[1:]])
            return
        self.app.front.write(
            partial(self.app.diary.undo, self.app.preferences.hours, step),
            partial(self._done, key="^y redoes it", more=NEXT),
        )

    def redo(self) -> None:
        self.app.front.write(
            partial(self.app.diary.redo, self.app.preferences.hours), partial(self._done, key="^z undoes it", more="")
        )

    def _done(self, summary: list[str], key: str, more: str) -> None:
        lines = [terminal.sentence(line) for line in summary] or ["Done."]
        self.app.diary_changed()

        def say(last: NamedStep) -> None:
            step, further = last
            others = f" and {counted(step.rows - 1, 'more change')}" if step and step.rows > 1 else ""
            following = [f"{more} {further[0]}{others}"] if more and further else []
            self._say(step, [f"{lines[0]} {key}.", *lines[1:], *following], "done")

        self.app.front.read(partial(self.app.diary.last_step, self.app.preferences.hours), say, "undo", holds_keys=True)
