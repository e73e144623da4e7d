"""What was entered and could not be stored yet: it waits, is tried again, can be edited, and is printed on leaving."""

import asyncio
import shlex
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.worker import Worker

from journal import activity, terminal
from journal.app.diary import Diary, LeftLine, LeftLinesFile, Receipt, left_lines, line_of, receipt_line
from journal.app.messages import UnstoredChanged
from journal.app.screens.base import BackgroundScreen
from journal.app.widgets.clickable_text import CALM
from journal.errors import PhraseRefused, Refused
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted

if TYPE_CHECKING:
    from journal.app.main import JournalApp

Result = TypeVar("Result")
HALF_TYPED = "it was half typed when the window was closed"
PAUSES = (2.0, 5.0, 10.0, 30.0)
"""Seconds before the next attempt; the last for all that follow."""


@dataclass(eq=False)
class UnstoredLine:
    """A line of this day, entered at this clock; `for_log` says it for `log -`.

    `is_refused` if its words cannot be taken, as when another line took their place: that is not tried again.
    """

    text: str
    day: date
    clock: UserClock
    digits: Mapping[str, str]
    for_log: str
    store: Callable[[], list[Receipt]]
    reason: str = ""
    is_refused: bool = False
    manner: str = "wrong"
    """In which the reason is said."""

    @classmethod
    def entered(
        cls,
        text: str,
        day: date,
        clock: UserClock,
        context: Context,
        store: Callable[[], list[Receipt]],
        say_for_log: Callable[[date, str, Context], str] = line_of,
    ) -> "UnstoredLine":
        digits = {digit: phrase for digit, phrase in context.templates.items() if text.startswith(digit)}
        return cls(text, day, clock, digits, say_for_log(day, text, context), store)

    @classmethod
    def left(cls, line: LeftLine, diary: Diary) -> "UnstoredLine":
        """One that the app before could not store."""
        clock, day = (
            UserClock(datetime.fromisoformat(line.entered_at), None, line.day_starts),
            date.fromisoformat(line.day),
        )
        store = partial(diary.enter, line.text, day, line.digits, clock)
        return cls(line.text, day, clock, line.digits, line.for_log, store, line.reason, line.is_refused)

    def note_refusal(self, reason: str, manner: str, *, of_words: bool) -> None:
        self.reason, self.manner, self.is_refused = reason, manner, of_words

    def to_leave(self) -> LeftLine:
        day, entered_at = self.day.isoformat(), self.clock.now.isoformat()
        why = self.reason, self.is_refused
        return LeftLine(self.text, day, entered_at, self.clock.day_starts, dict(self.digits), self.for_log, *why)

    @property
    def entered_at(self) -> str:
        return f"{self.clock.local(self.clock.now):%H:%M}"

    @property
    def key(self) -> str:
        return f"unstored:{id(self)}"


class UnstoredLines:
    """The lines of one app that are not stored yet, in the order in which they were entered."""

    def __init__(self, app: "JournalApp") -> None:
        self.app = app
        self.lines: list[UnstoredLine] = []
        self.half_typed: list[str] = []
        """What was being typed when the app was left, as lines for `log -` where it is one."""
        self._entered: list[UnstoredLine] = []
        """Those that are being stored, or wait for what is done before it."""
        self._file = LeftLinesFile(app.diary.file.path)
        self._in_hand: UnstoredLine | None = None
        self._attempts = 0
        self._worker: Worker[None] | None = None

    @property
    def on_page(self) -> list[UnstoredLine]:
        """Those that stand above the records: one that is being stored only where that takes long."""
        return [*self._entered, *self.lines] if self.app.shown_activity else self.lines

    @property
    def summary(self) -> str:
        """How many there are, and what can be done, behind where to read on if one of them asks for it; empty without
        any."""
        calm = [f"“{terminal.on_one_line(line.text)}”: {line.reason}" for line in self.lines if line.manner == CALM]
        number = [f"{counted(len(self.lines), 'line')} not stored yet.{self._ways}"] if self.lines else []
        return "\n".join([*calm[-1:], *number])

    @property
    def _ways(self) -> str:
        tried = "" if all(line.is_refused for line in self.lines) else " Enter in the empty line tries again at once;"
        return f"{tried} ↓ and Enter edits."

    def take_over(self) -> None:
        """Have the lines that were not stored last time wait again."""
        lines = left_lines.take_over(self.app.diary.file.path, self._file.keep)
        self.lines = [UnstoredLine.left(line, self.app.diary) for line in lines]
        if lines:
            self.app.call_after_refresh(self._say_left)
            self._try_later()

    def _say_left(self) -> None:
        were = "was" if len(self.lines) == 1 else "were"
        self._changed()
        self.app.front.say(f"{counted(len(self.lines), 'line')} {were} not stored last time.{self._ways}", "wrong")

    def store(
        self,
        screen: BackgroundScreen,
        line: UnstoredLine,
        act: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[UnstoredLine, Refused], None],
    ) -> None:
        """Store a line for a screen, on which one types ahead."""

        def stored(result: Result) -> None:
            self._over(line)
            then(result)

        def not_stored(refusal: Refused) -> None:
            self._over(line)
            refused(line, refusal)

        self._entered.append(line)
        screen.write(act, stored, not_stored, holds_keys=False)

    def _over(self, line: UnstoredLine) -> None:
        self._entered.remove(line)
        if self.app.shown_activity:
            self._changed()

    def show_entered(self) -> None:
        """What is being stored takes long, or does so no more."""
        if self._entered:
            self._changed()

    def add(self, line: UnstoredLine) -> None:
        self.lines.append(line)
        self._changed()
        why = [] if line.manner == CALM else [f"“{terminal.on_one_line(line.text)}”: {terminal.sentence(line.reason)}"]
        self.app.front.say("\n".join([*why, self.summary]), line.manner)
        self._try_later()

    def take(self, key: str) -> UnstoredLine | None:
        """A line to be edited, which waits no longer; None while it is being tried."""
        line = next((line for line in self.lines if line.key == key and line is not self._in_hand), None)
        if line:
            self.lines.remove(line)
            self._changed()
        return line

    def try_again(self) -> None:
        if self.lines and (self._worker is None or self._worker.is_finished):
            self._worker = self.app.run_worker(self.try_all, group="write")

    async def try_all(self) -> None:
        """Store what can be stored by now, up to the first that cannot: the others stand behind it."""
        receipts: list[Receipt] = []
        async with self.app.writing:
            for line in [line for line in self.lines if not line.is_refused]:
                if line not in self.lines:
                    continue  # it was taken back meanwhile
                self._in_hand = line
                try:
                    with activity.doing("storing"):
                        receipts += await asyncio.to_thread(line.store)
                except PhraseRefused as refused:
                    line.reason, line.is_refused = terminal.refusal_sentence(refused), True
                except Refused as refused:
                    line.reason = terminal.refusal_sentence(refused)
                    break
                except Exception as error:
                    line.reason = str(self.app.fault(error))
                    break
                else:
                    self.lines.remove(line)
                    self._keep()
                finally:
                    self._in_hand = None
        self._changed()
        if receipts:
            self._attempts = 0
            summary = "\n".join(receipt_line(receipt, self.app.preferences.hours) for receipt in receipts)
            self.app.front.say_changed(f"{summary} · ^z undoes it")
        self._try_later()

    def _try_later(self) -> None:
        if any(not line.is_refused for line in self.lines):
            pause = PAUSES[min(self._attempts, len(PAUSES) - 1)]
            self._attempts += 1
            self.app.set_timer(pause, self.try_again, name="unstored")

    def _keep(self) -> None:
        """In a file too, for a program may be killed, or its window closed."""
        self._file.keep([line.to_leave() for line in self.on_page])

    def _changed(self) -> None:
        self._keep()
        for screen in self.app.screen_stack:
            screen.post_message(UnstoredChanged())

    def leave(self) -> None:
        """The app is being left: what is half typed, each of its day, is said or kept with what waits."""
        clock = self.app.diary.read_clock()
        for day, text in self._half_typed_anywhere():
            line = f"{day.isoformat()}: {text}"
            self.half_typed.append(line)
            if not self.app.has_terminal:
                self.lines.append(UnstoredLine(text, day, clock, {}, line, list, HALF_TYPED, is_refused=True))
        if not self.app.has_terminal:
            self._keep()

    def _half_typed_anywhere(self) -> list[tuple[date, str]]:
        """What was typed on any screen and not entered."""
        lines: dict[tuple[date, str], None] = {}
        for mode in dict.fromkeys((self.app.current_mode, "today", *self.app.MODES)):
            with suppress(KeyError):  # one that was never opened
                screens = [each for each in self.app.get_screen_stack(mode) if isinstance(each, BackgroundScreen)]
                lines |= dict.fromkeys(line for screen in screens for line in screen.half_typed())
        return list(lines)

    def last_words(self) -> str:
        """What the terminal shows on leaving, so that no line is lost; empty without any. What it shows is kept no
        more, or it might be stored twice.

        The lines to paste stand last, so that what is half typed is not pasted with them. A sample that is thrown away
        takes no line any more.
        """
        self._file.keep([])
        sentences = [f"Typed and not stored: {terminal.on_one_line(line)}" for line in self.half_typed]
        if self.lines:
            command = f"twitch-journal --db {shlex.quote(str(self.app.diary.file.path))} log -"
            to_store = f"To store: {terminal.on_one_line(command)}, paste what follows, then ctrl+d."
            is_or_are = "is" if len(self.lines) == 1 else "are"
            sentences += [
                f"{counted(len(self.lines), 'line')} that you entered {is_or_are} not stored:"
                f" {terminal.sentence(self.lines[0].reason)}",
                *([] if self.app.is_sample else [to_store]),
                *(terminal.on_one_line(line.for_log) for line in self.lines),
            ]
        return "".join(f"{sentence}\n" for sentence in sentences)
